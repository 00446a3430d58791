//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::OrganizationId;
use web::{Failure, Input, Request};

use super::{Account, Kind, Learned, Pilot, Target, Verdict};

/// Which idea a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// What it says of itself. `own` is the only organization that the caller acts for, when there is
/// one.
pub(crate) fn account(
    input: &mut Input,
    kind: Option<Kind>,
    own: Option<OrganizationId>,
) -> Option<Account> {
    let title = input.required("title");
    let details = input.optional("details");
    let source = match kind {
        Some(Kind::Recommendation) => input.required("source"),
        Some(Kind::Idea) | None => input.optional("source"),
    };
    let link = input.optional("link");
    let owner = organization(input, "owner", own);
    let account = Account { title: title?, details, owner: owner?, source, link };
    input.is_fine().then_some(account)
}

/// A try.
pub(crate) fn pilot(input: &mut Input, own: Option<OrganizationId>) -> Option<Pilot> {
    let (question, yardstick) = (input.required("question"), input.required("yardstick"));
    let (starts, due) = (input.required("starts"), input.required("due"));
    let carrier = organization(input, "carrier", own);
    let pilot = Pilot {
        question: question?,
        yardstick: yardstick?,
        starts: starts?,
        due: due?,
        carrier: carrier?,
    };
    input.is_fine().then_some(pilot)
}

/// What came of it.
pub(crate) fn result(input: &mut Input) -> Option<(Verdict, Learned)> {
    let (verdict, learned) = (input.required("verdict"), input.required("learned"));
    verdict.zip(learned)
}

fn organization(
    input: &mut Input,
    name: &str,
    own: Option<OrganizationId>,
) -> Option<OrganizationId> {
    match own {
        Some(own) if input.text(name).is_none() => Some(own),
        _ => input.required(name),
    }
}
