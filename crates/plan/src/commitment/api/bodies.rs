//! What programs send.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A promise to be offered (`side` is `promiser`) or asked for (`receiver`).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommitmentProposalBody)]
pub(crate) struct ProposalBody {
    side: String,
    title: String,
    details: Option<String>,
    due: String,
    promiser: Option<String>,
    /// An organization, or `everybody`.
    receiver: Option<String>,
    /// A person, or a seat: then whoever holds it.
    in_charge: Option<String>,
    origin: Option<String>,
    reference: Option<String>,
    link: Option<String>,
    /// A goal in words; `serves` is better where the plan has it.
    goal: Option<String>,
    /// The goal, objective, strategy or milestone that it carries.
    serves: Option<String>,
    /// The decision that it carries out; its origin, then.
    decided: Option<String>,
    /// The idea or recommendation that it carries out.
    idea: Option<String>,
}

/// Other terms.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommitmentTermsBody)]
pub(crate) struct TermsBody {
    title: String,
    details: Option<String>,
    due: String,
    why: Option<String>,
}

/// A new date and why.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DateBody {
    due: String,
    why: String,
}

/// A reason.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReasonBody {
    why: String,
}

/// A reason that may be left out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MaybeReasonBody {
    why: Option<String>,
}

/// A few words that may be left out.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteBody {
    note: Option<String>,
}

/// A person.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonBody {
    /// A person, or a seat: then whoever holds it.
    in_charge: Option<String>,
}

/// A link as evidence. Files are sent as `multipart/form-data` with `label` and `file`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EvidenceLinkBody)]
pub(crate) struct LinkBody {
    label: String,
    link: String,
}
