//! How agreements are spoken of on pages.

use std::fmt::{Display, Write as _};

use base::OrganizationId;
use partnership::Directory;
use web::Shell;

use super::Shown;
use crate::{
    terms::{Classes, Clause, Grant, Name},
    vocabulary::{Named, Vocabulary},
};

/// A choice of a field: the value that is sent and the text that is read.
pub(crate) type Choice = (String, String);

/// A status: the class of its mark and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

/// How it looks, as icon, word and color.
pub(crate) fn status(shell: &Shell, shown: Shown) -> Status {
    let kind = match shown {
        Shown::Active => "ok",
        Shown::Out | Shown::Ahead | Shown::Review => "risk",
        Shown::Suspended | Shown::Expired | Shown::Terminated => "off",
        Shown::Draft => "idle",
    };
    Status { kind, text: said(shell, "agreements-state", shown) }
}

/// The words of a vocabulary as choices; the catalog has `prefix-word` for each.
pub(crate) fn choices<T: ToString>(shell: &Shell, prefix: &str, words: &[T]) -> Vec<Choice> {
    words.iter().map(|word| (word.to_string(), said(shell, prefix, word.to_string()))).collect()
}

/// A word of a vocabulary in the language of the page.
pub(crate) fn said(shell: &Shell, prefix: &str, word: impl Display) -> String {
    shell.t(&format!("{prefix}-{word}").replace('_', "-").to_lowercase()).into_owned()
}

/// The partners of today as choices.
pub(crate) fn partners(directory: &Directory) -> Vec<Choice> {
    directory.current().map(|entry| (entry.id.to_string(), entry.name.clone())).collect()
}

/// Names of the partnership as choices.
pub(crate) fn named<'a>(shell: &Shell, all: impl Iterator<Item = &'a Named>) -> Vec<Choice> {
    all.map(|named| (named.name.to_string(), named.label(shell.language()))).collect()
}

/// Words with commas, and "and" before the last.
pub(crate) fn listed(shell: &Shell, words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => {
            shell.t2("agreements-listed", "rest", rest.join(", ").as_str(), "last", last.as_str())
        }
    }
}

/// A grant in plain words, by lines of a list of facts.
pub(crate) fn grant(
    shell: &Shell,
    (directory, vocabulary): (&Directory, &Vocabulary),
    grant: &Grant,
) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    let purposes: Vec<String> = grant
        .purposes
        .iter()
        .map(|name| vocabulary.purpose(name.as_str(), shell.language()))
        .collect();
    let mut gets = directory.name(grant.gets).to_owned();
    if let Some(roles) = &grant.roles {
        let roles: Vec<String> =
            roles.iter().map(|name| vocabulary.role(name.as_str(), shell.language())).collect();
        gets = format!("{gets} ({})", listed(shell, &roles));
    }
    vec![
        (label("agreements-gives"), directory.name(grant.gives).to_owned()),
        (label("agreements-gets"), gets),
        (label("agreements-what"), classes(shell, vocabulary, &grant.classes)),
        (label("agreements-why"), listed(shell, &purposes)),
    ]
}

/// A clause in plain words.
pub(crate) fn clause(shell: &Shell, vocabulary: &Vocabulary, clause: &Clause) -> String {
    let kinds: Vec<String> =
        clause.against.iter().map(|kind| said(shell, "agreements-party", kind)).collect();
    let key =
        if clause.yields_to_order { "agreements-never-but-order" } else { "agreements-never-line" };
    let (classes, kinds) = (classes(shell, vocabulary, &clause.classes), listed(shell, &kinds));
    shell.t2(key, "classes", classes.as_str(), "kinds", kinds.as_str())
}

/// Classes by what the partnership calls them.
pub(crate) fn classes(shell: &Shell, vocabulary: &Vocabulary, classes: &Classes) -> String {
    match classes {
        Classes::All => shell.t("agreements-every-class").into_owned(),
        Classes::These(names) => {
            let name = |name: &Name| vocabulary.class(name.as_str(), shell.language());
            listed(shell, &names.iter().map(name).collect::<Vec<_>>())
        }
    }
}

/// The names of organizations, by name.
pub(crate) fn organizations(
    shell: &Shell,
    directory: &Directory,
    all: &[OrganizationId],
) -> String {
    let mut names: Vec<String> = all.iter().map(|id| directory.name(*id).to_owned()).collect();
    names.sort();
    listed(shell, &names)
}

/// An address with a query.
pub(crate) fn address(path: &str, pairs: &[(&str, String)]) -> String {
    let mut address = path.to_owned();
    let mut joint = '?';
    for (name, value) in pairs {
        address.push(joint);
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else if write!(address, "%{byte:02X}").is_err() {
                break; // Writing to a string does not fail.
            }
        }
        joint = '&';
    }
    address
}
