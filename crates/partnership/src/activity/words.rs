//! An event in words, whichever context it comes from.
//!
//! The rule: the catalog of the context has a message `event-` and the kind with dashes. Its
//! arguments are the body's strings and numbers by name, with `who` and `organization`. A string
//! that is the identifier of a person or an organization comes as the name, a calendar date as
//! the language writes it, and one for which the catalog has `word-<name>-<value>` as that word.

use base::{Date, OrganizationId, PersonId};
use serde_json::Value;
use web::{Arg, Shell};

use super::{Doer, Happening, Told};

/// The event in the language of the page.
pub(crate) fn words(shell: &Shell, told: &Told, happening: &Happening) -> String {
    let key = format!("event-{}", happening.kind.replace(['.', '_'], "-"));
    let mut args: Vec<(String, Arg<'static>)> = Vec::new();
    let members = happening.body.as_object().into_iter().flatten();
    for (name, value) in members {
        if let Some(arg) = argument(shell, told, name, value) {
            args.push((name.clone(), arg));
        }
    }
    args.push(("who".to_owned(), who(shell, told, happening).into()));
    if happening.organization().is_none() {
        args.push(("organization".to_owned(), String::new().into()));
    }
    let args: Vec<(&str, Arg<'_>)> =
        args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
    if shell.has(&key) {
        shell.tn(&key, &args)
    } else {
        // A kind of a newer program, read by an older one after a step back.
        shell.tn("event-unknown", &args)
    }
}

/// Who made the event happen, by name.
pub(crate) fn who(shell: &Shell, told: &Told, happening: &Happening) -> String {
    match happening.actor {
        Doer::Person(person) => person_name(shell, told, person),
        Doer::System => shell.t("activity-system").into_owned(),
        Doer::Nobody => shell.t("activity-somebody").into_owned(),
    }
}

/// A person by name; where names are kept back, by the organization that they work for.
pub(crate) fn person_name(shell: &Shell, told: &Told, person: PersonId) -> String {
    let entry = told.people.get(person);
    if let Some(entry) = entry.filter(|entry| !entry.name().is_empty()) {
        return entry.name().to_owned();
    }
    match entry.and_then(|entry| entry.works.first()) {
        Some(work) => {
            let organization = told.directory.name(work.organization).into();
            shell.tn("activity-somebody-of", &[("organization", organization)])
        }
        None => shell.t("activity-somebody").into_owned(),
    }
}

fn argument(shell: &Shell, told: &Told, name: &str, value: &Value) -> Option<Arg<'static>> {
    let text = match value {
        Value::String(text) => text,
        Value::Number(number) => {
            return number.as_i64().map(Arg::from).or_else(|| number.as_f64().map(Arg::from));
        }
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    if let Ok(person) = text.parse::<PersonId>() {
        return Some(person_name(shell, told, person).into());
    }
    if let Ok(organization) = text.parse::<OrganizationId>() {
        return Some(told.directory.name(organization).to_owned().into());
    }
    if let Ok(date) = text.parse::<Date>() {
        return Some(shell.date(date).into());
    }
    let key = format!("word-{name}-{}", text.replace('_', "-"));
    if shell.has(&key) {
        return Some(shell.t(&key).into_owned().into());
    }
    Some(text.clone().into())
}
