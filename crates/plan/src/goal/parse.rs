//! From a form or a JSON body to the input of a command: the same for pages and the API.

use base::{Date, OrganizationId, Reason};
use web::{Failure, Input, Request};

use super::{Aim, Ending, ItemId, Layer, NewItem, Note, Span, Status, Target};
use crate::roadmap::Ripple;

/// Which item a request is for, and how its caller last saw it.
pub(crate) fn target(request: &Request) -> Result<Target, Failure> {
    Ok(Target { id: request.param("id")?, seen: request.revision()? })
}

/// A new item. `own` is the only organization that the caller plans for, when there is one.
pub(crate) fn new_item(input: &mut Input, own: Option<OrganizationId>) -> Option<NewItem> {
    let layer = input.required::<Layer>("layer");
    let aim = aim(input, own);
    let span = span(input);
    let serves = input.all::<ItemId>("serves");
    let (layer, aim) = (layer?, aim?);
    let span = fits(input, layer, &aim, span);
    if layer == Layer::Milestone && serves.is_empty() {
        input.refuse("serves", "required", Vec::new());
    }
    input.is_fine().then_some(NewItem { layer, aim, span, serves })
}

/// What an item says of itself.
pub(crate) fn aim(input: &mut Input, own: Option<OrganizationId>) -> Option<Aim> {
    let title = input.required("title");
    let (details, term) = (input.optional("details"), input.optional("term"));
    let yardstick = input.optional("yardstick");
    let owner = match own {
        Some(own) if input.text("owner").is_none() => Some(own),
        _ => input.required("owner"),
    };
    Some(Aim { title: title?, details, term, yardstick, owner: owner? })
}

/// The dates of an item.
pub(crate) fn span(input: &mut Input) -> Span {
    Span { starts: input.optional::<Date>("starts"), due: input.optional::<Date>("due") }
}

/// New dates, why, and what becomes of that which waits.
pub(crate) fn dates(input: &mut Input) -> Option<(Span, (Reason, Option<Ripple>))> {
    let span = span(input);
    let (why, ripple) = (why(input), input.optional("ripple"));
    let why = why?;
    input.is_fine().then_some((span, (why, ripple)))
}

/// Notes, with the other fields, what the rules of the layer refuse.
fn fits(input: &mut Input, layer: Layer, aim: &Aim, span: Span) -> Span {
    let problems = [aim.clone().checked(layer).err(), span.checked(layer).err()];
    for problem in problems.iter().flatten() {
        for field in base::Problem::fields(problem) {
            // A date that could not be read was refused already.
            if input.text(&field.field).is_none() || field.code != "required" {
                input.refuse(&field.field, field.code, field.args.clone());
            }
        }
    }
    span
}

/// A reason that must be given.
pub(crate) fn why(input: &mut Input) -> Option<Reason> {
    input.required("why")
}

/// How an item ends, and what is said to it.
pub(crate) fn ending(input: &mut Input) -> Option<(Ending, Option<Note>)> {
    let how = input.required::<Ending>("how");
    let words = input.optional::<Note>("words");
    if how == Some(Ending::Dropped) && input.text("words").is_none() {
        input.refuse("words", "required", Vec::new());
    }
    how.map(|how| (how, words))
}

/// How a person says that an item stands, and why.
pub(crate) fn judgement(input: &mut Input) -> Option<(Status, Reason)> {
    let status = input.required::<Status>("status");
    let why = why(input);
    Some((status?, why?))
}
