//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::{OrganizationId, PersonId};
use policy::{Assurance, Identifiability, OrganizationKind, Set};
use web::{Failure, Input, Request};

use super::{Kind, NewAgreement, Note, Shown, Signatory, Signing, Target, queries::Filter};
use crate::{Classes, Clause, Error, Grant, Name, Terms, usual_actions};

/// Which agreement a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// What the register is narrowed to.
pub(crate) fn filter(input: &mut Input) -> Filter {
    Filter {
        kind: input.optional("kind"),
        party: input.optional("party"),
        state: input.optional::<Shown>("state"),
        ends_within: input.optional::<u16>("ends_within").map(i64::from),
        class: input.optional("class"),
        words: input.text("q").map(str::to_owned),
    }
}

/// A new agreement.
pub(crate) fn new_agreement(input: &mut Input) -> Option<NewAgreement> {
    let kind = input.required::<Kind>("kind");
    let upper = input.optional("upper");
    let terms = terms(input, kind, None);
    Some(NewAgreement { kind: kind?, upper, terms: terms? })
}

/// The terms that a form shows; clauses are kept, or the one that a new agreement begins with.
pub(crate) fn terms(input: &mut Input, kind: Option<Kind>, kept: Option<&Terms>) -> Option<Terms> {
    let title = input.required("title");
    let summary = input.required("summary");
    let effective = input.required("effective");
    let (ends, only_if) = (input.optional("ends"), input.optional("only_if"));
    let (basis, body) = (input.optional("basis"), input.optional("body"));
    let parties = input.all::<OrganizationId>("parties");
    let identifiability = input.optional("identifiability").unwrap_or(Identifiability::Identified);
    let assurance = input.optional("assurance").unwrap_or(Assurance::Password);
    let keeps_days = number(input, "keeps_days", Terms::KEEPS_DAYS);
    let breach_hours = number(input, "breach_hours", Terms::BREACH_HOURS);
    let review_months = number(input, "review_months", Terms::REVIEW_MONTHS);
    let grants = match kept {
        Some(kept) => kept.grants.clone(),
        None if input.text("gives").is_some() => {
            grant(input, kind.unwrap_or(Kind::DataSharing)).into_iter().collect()
        }
        None => Vec::new(),
    };
    Some(Terms {
        title: title?,
        summary: summary?,
        only_if,
        basis,
        body,
        parties,
        grants,
        clauses: kept.map(|kept| kept.clauses.clone()).unwrap_or_default(),
        identifiability,
        wants_training: input.flag("wants_training"),
        assurance,
        suppresses_small_cells: input.flag("suppresses_small_cells"),
        keeps_days,
        breach_hours,
        review_months,
        effective: effective?,
        ends,
    })
}

/// A clause that lets data go.
pub(crate) fn grant(input: &mut Input, kind: Kind) -> Option<Grant> {
    let (gives, gets) = (input.required("gives"), input.required("gets"));
    let purposes = some::<Name>(input, "purposes");
    let classes = some::<Name>(input, "classes");
    let roles = input.all::<Name>("roles");
    Some(Grant {
        gives: gives?,
        gets: gets?,
        purposes: purposes?,
        classes: Classes::These(classes?),
        actions: usual_actions(kind),
        roles: (!roles.is_empty()).then_some(roles),
    })
}

/// A clause that withholds.
pub(crate) fn clause(input: &mut Input) -> Option<Clause> {
    let against = some::<OrganizationKind>(input, "against");
    let classes = some::<Name>(input, "classes");
    Some(Clause {
        against: against?.into_iter().collect::<Set<_>>(),
        classes: Classes::These(classes?),
        yields_to_order: input.flag("yields_to_order"),
    })
}

/// Who signs for each party: fields named `person.org_…` and so on.
pub(crate) fn signatories(input: &mut Input, parties: &[OrganizationId]) -> Option<Vec<Signatory>> {
    let one = |organization: &OrganizationId| {
        let person = input.required::<PersonId>(&format!("person.{organization}"));
        let title = input.required(&format!("title.{organization}"));
        let authority = input.required(&format!("authority.{organization}"));
        let until = input.optional(&format!("until.{organization}"));
        let place = input.optional::<u8>(&format!("place.{organization}"));
        Some(Signatory {
            organization: *organization,
            // In any order, unless it is said.
            place: place.map_or(1, i64::from),
            person: person?,
            title: title?,
            authority: authority?,
            authority_until: until,
        })
    };
    // All fields are read, so that everything wrong is told at once.
    let all: Vec<Option<Signatory>> = parties.iter().map(one).collect();
    all.into_iter().collect()
}

/// A signature: both boxes are ticked, and the text is the one that was shown.
pub(crate) fn signing(input: &mut Input) -> Option<Signing> {
    let organization = input.required("organization");
    let hash = input.text("hash").map(str::to_owned);
    for field in ["intent", "electronic"] {
        if !input.flag(field) {
            input.refuse(field, "agreement_tick", Vec::new());
        }
    }
    Some(Signing { organization: organization?, hash: hash?, statement: statement()? })
}

/// What a signature says: intent and consent to do it electronically (15 U.S.C. 7001).
fn statement() -> Option<Note> {
    const STATEMENT: &str = "I have read this version. I sign it for the party that I was named for, \
                             with the authority recorded here. I agree to sign electronically.";
    STATEMENT.parse().ok()
}

/// A whole number within bounds, when one is given.
fn number(input: &mut Input, name: &str, bounds: std::ops::RangeInclusive<i64>) -> Option<i64> {
    let number: i64 = input.optional(name)?;
    if bounds.contains(&number) {
        return Some(number);
    }
    let args = vec![("least", bounds.start().to_string()), ("most", bounds.end().to_string())];
    input.refuse(name, "agreement_number", args);
    None
}

/// At least one of a field that takes several.
fn some<T>(input: &mut Input, name: &str) -> Option<Vec<T>>
where
    T: std::str::FromStr,
    T::Err: web::FieldError,
{
    let all = input.all(name);
    if all.is_empty() && input.text(name).is_none() {
        input.refuse(name, "required", Vec::new());
        return None;
    }
    Some(all)
}

/// Reads a whole form or body, or says all that is wrong with it.
pub(crate) fn given<T>(
    input: &mut Input,
    read: impl FnOnce(&mut Input) -> Option<T>,
) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

/// The number of a clause in an address, from 1.
pub(crate) fn place(request: &Request) -> Result<usize, Failure> {
    let number: usize = request.param("number")?;
    number.checked_sub(1).ok_or_else(|| Error::Missing.into())
}
