//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::Zone;
use web::{Failure, Input, Request};

use super::{GatheringPlan, MOST_GUESTS, commands::Target};
use crate::meeting::parse;

/// Which event a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// When, where and what for; in the partnership's zone where none is named.
pub(crate) fn plan(input: &mut Input, zone: &Zone) -> Option<GatheringPlan> {
    let (kind, host) = (input.required("kind"), input.required("host"));
    let about = input.optional("about");
    let register_by = input.optional::<base::Date>("register_by");
    let when = parse::plan(input, zone);
    let capacity = input.optional::<i64>("capacity");
    if capacity.is_some_and(|capacity| !(1..=MOST_GUESTS).contains(&capacity)) {
        input.refuse("capacity", "gathering_capacity", vec![("most", MOST_GUESTS.to_string())]);
    }
    if let Some((last, when)) = register_by.zip(when.as_ref())
        && last > when.on
    {
        input.refuse("register_by", "gathering_register_by", Vec::new());
    }
    let plan =
        GatheringPlan { kind: kind?, host: host?, when: when?, about, capacity, register_by };
    input.is_fine().then_some(plan)
}
