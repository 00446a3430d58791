//! What an agreement lets its parties do, for programs of others: its machine part as ODRL.

use ::store::Cx;
use policy::{Action, ClassKind, OrganizationKind, PurposeKind, Set};
use standards::odrl::{self, Duty, Permission, Prohibition, Term};
use web::{Failure, Request, Response};

use super::queries::{self, Record};
use crate::{
    Clause, Error, Grant, Terms,
    terms::{Classes, Name},
    vocabulary::Sort,
};

/// Before every name that is not an address.
pub(crate) const URN: &str = "urn:x-concord";

/// `GET /p/{partnership}/agreements/{id}/odrl.jsonld`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let document = policy(&record)?.document();
    let bytes = serde_json::to_vec_pretty(&document).map_err(|_wrong| Error::Stored)?;
    let name = format!("agreement-{}-{}.jsonld", record.place.slug, record.agreement.id);
    Ok(web::download(&name, "application/ld+json", bytes))
}

/// The version that is in force, or else the one that comes.
fn policy(record: &Record) -> Result<odrl::Policy, Error> {
    let version = record.main().ok_or(Error::Stored)?;
    let terms = &version.terms;
    let hash = version.sealed.as_ref().map(|(_, hash)| format!("sha-256:{hash}"));
    let review = terms.review_months.map(|months| Duty::Review { months });
    Ok(odrl::Policy {
        uid: format!("{URN}:{}:v{}", record.agreement.id, version.number),
        is_signed: version.in_force_on.is_some(),
        title: terms.title.to_string(),
        description: terms.summary.to_string(),
        seal: hash,
        from: terms.effective,
        until: terms.ends,
        permissions: terms.grants.iter().map(|grant| permission(record, terms, grant)).collect(),
        prohibitions: terms
            .clauses
            .iter()
            .map(|clause| prohibition(record, terms, clause))
            .collect(),
        obligations: review.into_iter().collect(),
    })
}

fn permission(record: &Record, terms: &Terms, grant: &Grant) -> Permission {
    let purposes = grant.purposes.iter().map(|name| odrl::Purpose {
        own: named(record, "purpose", name.as_str()),
        term: term(kind_of(record, name)),
    });
    let roles = grant.roles.iter().flatten();
    let mut actions: Vec<odrl::Action> = grant.actions.iter().map(action).collect();
    actions.sort_unstable();
    actions.dedup();
    let mut duties = Vec::new();
    duties.extend(terms.keeps_days.map(|days| Duty::Delete { days }));
    let whom = party(grant.gives);
    duties.extend(terms.breach_hours.map(|hours| Duty::Inform { whom, hours }));
    if !terms.identifiability.is_personal() {
        duties.push(Duty::Anonymize);
    }
    Permission {
        assigner: party(grant.gives),
        assignee: party(grant.gets),
        roles: roles.map(|name| named(record, "role", name.as_str())).collect(),
        targets: targets(record, &grant.classes),
        actions,
        purposes: purposes.collect(),
        duties,
    }
}

fn prohibition(record: &Record, terms: &Terms, clause: &Clause) -> Prohibition {
    let kinds: Set<OrganizationKind> = clause.against;
    Prohibition {
        assigner: terms.parties.iter().map(|id| party(*id)).collect(),
        against: kinds.iter().map(|kind| named(record, "kind", &kind.to_string())).collect(),
        targets: targets(record, &clause.classes),
    }
}

/// The classes; every one that the partnership named when nothing is said, so that nobody takes it for
/// data that has no name.
fn targets(record: &Record, classes: &Classes) -> Vec<String> {
    let name = |name: &Name| named(record, "class", name.as_str());
    match classes {
        Classes::These(these) => these.iter().map(name).collect(),
        Classes::All => {
            let all = record.vocabulary.classes();
            let shared = all.filter(|class| class.sort != Sort::Class(ClassKind::Report));
            shared.map(|class| name(&class.name)).collect()
        }
    }
}

fn party(id: base::OrganizationId) -> String {
    format!("{URN}:{id}")
}

fn named(record: &Record, sort: &str, name: &str) -> String {
    format!("{URN}:{}:{sort}:{name}", record.place.partnership)
}

fn kind_of(record: &Record, name: &Name) -> PurposeKind {
    let mut all = record.vocabulary.purposes();
    match all.find(|one| one.name == *name).map(|one| one.sort) {
        Some(Sort::Purpose(kind)) => kind,
        Some(Sort::Class(_) | Sort::Role) | None => PurposeKind::Other,
    }
}

const fn action(action: Action) -> odrl::Action {
    match action {
        Action::Export => odrl::Action::Extract,
        Action::Link => odrl::Action::Derive,
        Action::Publish => odrl::Action::Distribute,
        Action::Disclose | Action::RecordIntoShared | Action::Report | Action::AccessOwn => {
            odrl::Action::Use
        }
    }
}

/// The nearest purpose of the Data Privacy Vocabulary.
const fn term(kind: PurposeKind) -> Term {
    match kind {
        PurposeKind::Treatment | PurposeKind::EmergencyTreatment | PurposeKind::Service => {
            Term::ServiceProvision
        }
        PurposeKind::Payment => Term::PaymentManagement,
        PurposeKind::Operations => Term::ServiceManagement,
        PurposeKind::SafetyThreat => Term::ProtectionOfPublicSecurity,
        PurposeKind::Proceedings | PurposeKind::CourtSupervision | PurposeKind::MandatedReport => {
            Term::LegalCompliance
        }
        PurposeKind::ChildWelfare => Term::PublicBenefit,
        PurposeKind::SchoolMeals | PurposeKind::Benefits => Term::ServiceAccessDetermination,
        PurposeKind::Research => Term::NonCommercialResearch,
        PurposeKind::Reporting => Term::ImprovePublicServices,
        PurposeKind::Matching => Term::IdentityVerification,
        PurposeKind::Other => Term::Purpose,
    }
}
