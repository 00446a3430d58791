//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::{Date, OrganizationId, Reason};
use web::{Failure, FieldError, Input, Request};

use super::{
    CommitmentId, Details, EVERYBODY, Goal, Named, Note, Origin, OriginKind, Party, Proposal,
    Receiver, Reference, Target, Terms, UnknownCarrier,
};

impl FieldError for UnknownCarrier {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("commitment_no_carrier", Vec::new())
    }
}

/// Which commitment a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    let id: CommitmentId = request.param("id")?;
    Ok(Target { id, seen: request.revision()? })
}

/// A promise to be offered or asked for. `own` is the reader's organization when there is only
/// one, so that nobody chooses from a list of one.
pub(crate) fn proposal(
    input: &mut Input,
    party: Party,
    own: Option<OrganizationId>,
) -> Option<Proposal> {
    let terms = terms(input);
    let promiser = match (party, own) {
        (Party::Promiser, Some(own)) if input.text("promiser").is_none() => Some(own),
        _ => input.required::<OrganizationId>("promiser"),
    };
    let receiver = match (party, own) {
        (Party::Receiver, Some(own)) if input.text("receiver").is_none() => {
            Some(Receiver::Organization(own))
        }
        _ if input.text("receiver") == Some(EVERYBODY) => Some(Receiver::Partnership),
        _ => input.required::<OrganizationId>("receiver").map(Receiver::Organization),
    };
    let origin = Origin {
        kind: input.optional::<OriginKind>("origin").unwrap_or(OriginKind::OwnOffer),
        reference: input.optional::<Reference>("reference"),
        link: input.optional("link"),
    };
    let goal = input.optional::<Goal>("goal");
    let serves = input.optional("serves");
    let decided = input.optional("decided");
    let idea = input.optional("idea");
    if let (Some(promiser), Some(Receiver::Organization(receiver))) = (promiser, receiver)
        && promiser == receiver
    {
        let field = if party == Party::Promiser { "receiver" } else { "promiser" };
        input.refuse(field, "commitment_one_party", Vec::new());
    }
    let (terms, promiser, receiver) = (terms?, promiser?, receiver?);
    let fine = input.is_fine();
    fine.then_some(Proposal { promiser, receiver, terms, origin, goal, serves, decided, idea })
}

/// A result and its date.
pub(crate) fn terms(input: &mut Input) -> Option<Terms> {
    let title = input.required("title");
    let details = input.optional::<Details>("details");
    let due = input.required::<Date>("due");
    Some(Terms { title: title?, details, due: due? }).filter(|_| input.is_fine())
}

/// Who is to be in charge: a person, or whoever holds a seat.
pub(crate) fn in_charge(input: &mut Input) -> Option<Named> {
    input.optional("in_charge")
}

/// A reason that must be given.
pub(crate) fn why(input: &mut Input) -> Option<Reason> {
    input.required("why")
}

/// A few words that may be left out.
pub(crate) fn note(input: &mut Input, field: &str) -> Option<Note> {
    input.optional(field)
}
