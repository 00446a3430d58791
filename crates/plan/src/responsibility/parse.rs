//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::Reason;
use web::{Failure, Input, Request};

use super::{Duty, NewRole, Target};
use crate::goal::ItemId;

/// Which responsibility a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// A new one for an item.
pub(crate) fn new_role(input: &mut Input, item: Option<ItemId>) -> Option<NewRole> {
    let item = item.or_else(|| input.required("item"));
    let (bearer, duty) = (input.required("bearer"), input.required("duty"));
    let words = input.optional("words");
    let new = NewRole { item: item?, bearer: bearer?, duty: duty?, words };
    input.is_fine().then_some(new)
}

/// Another duty, and why.
pub(crate) fn other_duty(input: &mut Input) -> Option<(Duty, Reason)> {
    let (duty, why) = (input.required("duty"), input.required("why"));
    Some((duty?, why?))
}
