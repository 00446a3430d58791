//! What programs send and get.

use std::collections::BTreeMap;

use base::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Terms,
    agreement::{Record, Signature, Version, pages::write::names_of, queries::Entry},
};

/// A new agreement. `gives`, `gets`, `purposes`, `classes` and `roles` make its first clause.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgreementBody {
    /// `charter`, `memorandum`, `resource_sharing`, `data_sharing`, `data_use_license`, `matching` or
    /// `service_organization`.
    kind: String,
    /// The agreement above it.
    upper: Option<String>,
    title: String,
    summary: String,
    effective: String,
    ends: Option<String>,
    only_if: Option<String>,
    basis: Option<String>,
    body: Option<String>,
    parties: Vec<String>,
    /// `identified`, `encoded`, `deidentified` or `aggregate`.
    identifiability: Option<String>,
    /// `password`, `second_factor`, `phishing_resistant` or `fresh_phishing_resistant`.
    assurance: Option<String>,
    wants_training: Option<bool>,
    suppresses_small_cells: Option<bool>,
    /// For how many days copies are kept.
    keeps_days: Option<i64>,
    /// Within how many hours a loss is told.
    breach_hours: Option<i64>,
    /// After how many months the parties look at it again.
    review_months: Option<i64>,
    gives: Option<String>,
    gets: Option<String>,
    purposes: Option<Vec<String>>,
    classes: Option<Vec<String>>,
    roles: Option<Vec<String>>,
}

/// The terms of the version that is being written; its clauses are added and taken out apart.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgreementTermsBody)]
pub(crate) struct TermsBody {
    title: String,
    summary: String,
    effective: String,
    ends: Option<String>,
    only_if: Option<String>,
    basis: Option<String>,
    body: Option<String>,
    parties: Vec<String>,
    identifiability: Option<String>,
    assurance: Option<String>,
    wants_training: Option<bool>,
    suppresses_small_cells: Option<bool>,
    keeps_days: Option<i64>,
    breach_hours: Option<i64>,
    review_months: Option<i64>,
}

/// A clause that lets data go.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GrantBody {
    gives: String,
    gets: String,
    purposes: Vec<String>,
    classes: Vec<String>,
    roles: Option<Vec<String>>,
}

/// A clause that withholds what the law would let go.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClauseBody {
    /// Kinds of organizations, such as `law_enforcement`.
    against: Vec<String>,
    classes: Vec<String>,
    yields_to_order: Option<bool>,
}

/// Something that may be said.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgreementNoteBody)]
pub(crate) struct NoteBody {
    words: Option<String>,
}

/// A reason.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgreementReasonBody)]
pub(crate) struct WhyBody {
    why: String,
}

/// Who signs for each party: every member by the party's id.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatoriesBody {
    person: BTreeMap<String, String>,
    title: BTreeMap<String, String>,
    /// What lets them bind the party.
    authority: BTreeMap<String, String>,
    /// The last day on which it does.
    until: Option<BTreeMap<String, String>>,
    /// Those with a lower number sign first.
    place: Option<BTreeMap<String, u8>>,
}

/// A signature. It needs a proof of identity of the last ten minutes, so no token can give it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatureBody {
    organization: String,
    /// The SHA-256 of the text that was read.
    hash: String,
    /// That this signs.
    intent: bool,
    /// That it is done electronically.
    electronic: bool,
}

/// An agreement in the register.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AgreementLine {
    id: String,
    kind: String,
    title: String,
    summary: String,
    /// `draft`, `review`, `out`, `ahead`, `active`, `suspended`, `expired` or `terminated`.
    state: String,
    parties: Vec<String>,
    signed: i64,
    effective: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i64>,
}

/// An agreement with its versions.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AgreementView {
    id: String,
    kind: String,
    title: String,
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_in_force: Option<i64>,
    /// The version that is being written or signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_version: Option<i64>,
    /// `draft`, `review` or `out`.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<String>,
    versions: Vec<VersionBody>,
    revision: i64,
}

/// A version.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct VersionBody {
    number: i64,
    summary: String,
    effective: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    parties: Vec<String>,
    grants: Vec<GrantBody>,
    clauses: Vec<ClauseBody>,
    identifiability: String,
    wants_training: bool,
    suppresses_small_cells: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    keeps_days: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breach_hours: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_months: Option<i64>,
    /// The exact text that is signed, once it went out, with its SHA-256.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    /// What does not fit: then nothing goes under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<String>,
    signatures: Vec<SignatureView>,
    /// The parties that have not signed.
    awaited: Vec<String>,
}

/// A signature that was given.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SignatureView {
    organization: String,
    signer: String,
    title: String,
    authority: String,
    manner: String,
    statement: String,
    hash: String,
    on: String,
}

impl AgreementLine {
    pub(crate) fn of(entry: &Entry, today: Date) -> Self {
        Self {
            id: entry.id.to_string(),
            kind: entry.kind.to_string(),
            title: entry.title.to_string(),
            summary: entry.summary.clone(),
            state: entry.shown(today).to_string(),
            parties: entry.parties.iter().map(ToString::to_string).collect(),
            signed: entry.signed,
            effective: entry.effective.to_string(),
            ends: entry.ends.map(|ends| ends.to_string()),
            days_left: entry.days_left(today),
        }
    }
}

impl AgreementView {
    pub(crate) fn of(record: &Record) -> Self {
        let agreement = &record.agreement;
        let (next, stage) = agreement.next().unzip();
        Self {
            id: agreement.id.to_string(),
            kind: agreement.kind.to_string(),
            title: agreement.title.to_string(),
            state: record.shown().to_string(),
            upper: agreement.upper.map(|upper| upper.to_string()),
            version_in_force: agreement.standing().version(),
            next_version: next,
            stage: stage.map(|stage| stage.to_string()),
            versions: record
                .versions
                .iter()
                .map(|version| VersionBody::of(record, version))
                .collect(),
            revision: agreement.revision.0,
        }
    }
}

impl VersionBody {
    fn of(record: &Record, version: &Version) -> Self {
        let Terms { summary, effective, ends, parties, grants, clauses, .. } = &version.terms;
        let (text, hash) = version.sealed.clone().unzip();
        let grant = |grant: &crate::Grant| GrantBody {
            gives: grant.gives.to_string(),
            gets: grant.gets.to_string(),
            purposes: grant.purposes.iter().map(ToString::to_string).collect(),
            classes: names_of(&grant.classes),
            roles: grant
                .roles
                .as_ref()
                .map(|roles| roles.iter().map(ToString::to_string).collect()),
        };
        let clause = |clause: &crate::Clause| ClauseBody {
            against: clause.against.iter().map(|kind| kind.to_string()).collect(),
            classes: names_of(&clause.classes),
            yields_to_order: Some(clause.yields_to_order),
        };
        Self {
            number: version.number,
            summary: summary.to_string(),
            effective: effective.to_string(),
            ends: ends.map(|ends| ends.to_string()),
            parties: parties.iter().map(ToString::to_string).collect(),
            grants: grants.iter().map(grant).collect(),
            clauses: clauses.iter().map(clause).collect(),
            identifiability: version.terms.identifiability.to_string(),
            wants_training: version.terms.wants_training,
            suppresses_small_cells: version.terms.suppresses_small_cells,
            keeps_days: version.terms.keeps_days,
            breach_hours: version.terms.breach_hours,
            review_months: version.terms.review_months,
            text,
            hash,
            broken: record.broken(version).map(|broken| broken.to_string()),
            signatures: version.signatures.iter().map(SignatureView::of).collect(),
            awaited: version.awaited().map(|one| one.organization.to_string()).collect(),
        }
    }
}

impl SignatureView {
    fn of(one: &Signature) -> Self {
        Self {
            organization: one.organization.to_string(),
            signer: one.signer.to_string(),
            title: one.title.to_string(),
            authority: one.authority.to_string(),
            manner: one.manner.to_string(),
            statement: one.statement.to_string(),
            hash: one.hash.clone(),
            on: one.on.to_string(),
        }
    }
}
