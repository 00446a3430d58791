//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::{Date, OrganizationId};
use web::{Failure, Input, Request};

use super::{Account, Kind, Response, Target, Weight};

/// Which risk a request is for, and how its caller last saw it.
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
    let (details, plan) = (input.optional("details"), input.optional("plan"));
    let weight = weight(input, kind);
    let owner = match own {
        Some(own) if input.text("owner").is_none() => Some(own),
        _ => input.required("owner"),
    };
    let response = input.required::<Response>("response");
    let review_on: Option<Date> = input.required("review_on");
    let account = Account {
        title: title?,
        details,
        weight: weight?,
        owner: owner?,
        response: response?,
        plan,
        review_on,
    };
    input.is_fine().then_some(account)
}

/// How likely and how bad; of an issue nobody asks how likely.
pub(crate) fn weight(input: &mut Input, kind: Option<Kind>) -> Option<Weight> {
    let likelihood = match kind {
        Some(Kind::Risk) => input.required("likelihood"),
        Some(Kind::Issue) | None => input.optional("likelihood"),
    };
    Some(Weight { likelihood, effect: input.required("effect")? })
}
