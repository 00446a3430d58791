//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::Zone;
use web::{Failure, Input, Request};

use super::{Plan, commands::Target};

/// Which meeting a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// When, where and what for; in the partnership's zone where none is named.
pub(crate) fn plan(input: &mut Input, zone: &Zone) -> Option<Plan> {
    let title = input.required("title");
    let (on, clock) = (input.required("on"), input.required("clock"));
    let length = input.required("length");
    let zone = input.optional::<Zone>("zone").unwrap_or_else(|| zone.clone());
    let (place, link) = (input.optional("place"), input.optional("link"));
    let open = input.flag("open");
    let plan =
        Plan { title: title?, on: on?, clock: clock?, length: length?, zone, place, link, open };
    input.is_fine().then_some(plan)
}
