//! From a form or a JSON body to a request or a decision about one: the same for pages and the API.

use policy::OrderKind;
use web::Input;

use super::{About, NewRequest, Papers, Ruling, Verdict};
use crate::Name;

/// A request.
pub(crate) fn request(input: &mut Input) -> Option<NewRequest> {
    let holder = input.required("holder");
    let number = input.optional("number");
    let client = input.optional("client");
    if number.is_none() && client.is_none() && input.is_fine() {
        input.refuse("number", "required", Vec::new());
    }
    let about = client.map(About::Client).or(number.map(About::Number));
    let purpose = input.required::<Name>("purpose");
    let classes = some(input, "classes");
    let papers = input.optional::<Papers>("papers");
    let kind = input.optional::<OrderKind>("order_kind").unwrap_or(OrderKind::CourtOrder);
    let words = input.optional("words");
    Some(NewRequest {
        holder: holder?,
        about: about?,
        purpose: purpose?,
        classes: classes?,
        words,
        is_relative: input.flag("is_relative"),
        papers: papers.map(|papers| (papers, kind)),
    })
}

/// A person's decision. To release, it names the law or paper that it rests on.
pub(crate) fn ruling(input: &mut Input) -> Option<Ruling> {
    let verdict = input.required::<Verdict>("verdict");
    let reason = input.required("reason");
    let basis = match verdict {
        Some(Verdict::Release) => Some(input.required("basis")?),
        Some(Verdict::Refuse) | None => input.optional("basis"),
    };
    let scope = input.all("scope");
    Some(Ruling { verdict: verdict?, reason: reason?, basis, scope })
}

/// At least one of a field that takes several; each once.
pub(crate) fn some(input: &mut Input, name: &str) -> Option<Vec<Name>> {
    let mut all = input.all::<Name>(name);
    all.sort();
    all.dedup();
    if all.is_empty() && input.text(name).is_none() {
        input.refuse(name, "required", Vec::new());
        return None;
    }
    Some(all)
}
