//! Names after an `@`: who is meant in a text, and how it is written there.

use std::{collections::BTreeMap, fmt, str::FromStr};

use base::{FromValue, OrganizationId, PersonId, ToValue, Value, ValueError, ValueRef};

/// The most words that a name has.
const MOST_WORDS: usize = 6;
/// The most names that one text tells: more is an announcement.
pub(crate) const MOST: usize = 20;

/// Who can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Target {
    /// A person.
    Person(PersonId),
    /// An organization: its leads are told.
    Organization(OrganizationId),
}

/// A text that names neither.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("expected the identifier of a person or of an organization")]
pub(crate) struct UnknownTarget;

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => id.fmt(f),
            Self::Organization(id) => id.fmt(f),
        }
    }
}

impl FromStr for Target {
    type Err = UnknownTarget;

    fn from_str(text: &str) -> Result<Self, UnknownTarget> {
        let person = text.parse().map(Self::Person);
        person.or_else(|_| text.parse().map(Self::Organization)).map_err(|_neither| UnknownTarget)
    }
}

impl ToValue for Target {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Target {
    fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
        let text = <String as FromValue>::from_value(value)?;
        text.parse().map_err(|_unknown| ValueError { expected: "Target", found: text })
    }
}

/// Somebody named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Who.
    pub target: Target,
    /// How it is written, with the sign before it.
    pub name: String,
}

/// What may be a name after each `@` of a text, the longest first.
#[must_use]
pub(crate) fn candidates(text: &str) -> Vec<Vec<&str>> {
    let mut all = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        // `jo@agency.gov` names nobody.
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let rest = text.get(at + 1..).unwrap_or_default();
        let names = starts(rest);
        if !names.is_empty() && all.len() < MOST {
            all.push(names);
        }
    }
    all
}

/// The first words of a text, up to where a sentence could end, the longest first.
fn starts(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut end = 0;
    for word in text.split(' ').take(MOST_WORDS) {
        let line = word.split(['\n', '\t']).next().unwrap_or_default();
        let bare = line.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        if bare.is_empty() {
            break;
        }
        found.extend(text.get(..end + bare.len()));
        if bare.len() < word.len() {
            break;
        }
        end += word.len() + 1;
    }
    found.reverse();
    found
}

/// Who is named: of the possible names after each `@` the longest that somebody has.
#[must_use]
pub(crate) fn resolve(
    candidates: &[Vec<&str>],
    known: &BTreeMap<String, Vec<Target>>,
) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for names in candidates {
        let found = names.iter().find_map(|name| Some((name, known.get(*name)?)));
        let Some((name, targets)) = found else { continue };
        for &target in targets {
            if !mentions.iter().any(|mention| mention.target == target) {
                mentions.push(Mention { target, name: format!("@{name}") });
            }
        }
    }
    mentions
}

/// Mentions as one text, one a line.
#[must_use]
pub(crate) fn written(mentions: &[Mention]) -> String {
    let line = |mention: &Mention| format!("{} {}", mention.target, mention.name);
    mentions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Mentions as [`written`] made them.
#[must_use]
pub(crate) fn read(text: &str) -> Vec<Mention> {
    let mention = |line: &str| {
        let (target, name) = line.split_once(' ')?;
        Some(Mention { target: target.parse().ok()?, name: name.to_owned() })
    };
    text.lines().filter_map(mention).collect()
}

#[cfg(test)]
mod tests {
    use base::Id as _;

    use super::*;

    fn known() -> BTreeMap<String, Vec<Target>> {
        let person = |n| Target::Person(PersonId::from_bits(n));
        let organization = Target::Organization(OrganizationId::from_bits(3));
        BTreeMap::from([
            ("Jo Lindqvist".to_owned(), vec![person(1)]),
            ("Jo".to_owned(), vec![person(2)]),
            ("Crossroads Outreach".to_owned(), vec![organization]),
        ])
    }

    fn named(text: &str) -> Vec<String> {
        let mentions = resolve(&candidates(text), &known());
        mentions.into_iter().map(|mention| mention.name).collect()
    }

    #[test]
    fn the_longest_name_that_somebody_has_is_meant() {
        assert_eq!(named("Can @Jo Lindqvist ride along?"), ["@Jo Lindqvist"]);
        assert_eq!(named("Can @Jo ride along?"), ["@Jo"]);
        assert_eq!(
            named("@Jo Lindqvist, and @Crossroads Outreach."),
            ["@Jo Lindqvist", "@Crossroads Outreach"]
        );
        assert_eq!(named("(@Jo Lindqvist)"), ["@Jo Lindqvist"]);
        assert_eq!(named("@Jo Lindqvist\nnext line"), ["@Jo Lindqvist"]);
    }

    #[test]
    fn addresses_of_mail_and_unknown_names_are_text() {
        assert_eq!(named("write to jo@Jo Lindqvist"), [""; 0]);
        assert_eq!(named("@Nobody Here @ @@"), [""; 0]);
        // One who is named twice is told once.
        assert_eq!(named("@Jo and @Jo"), ["@Jo"]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mentions = resolve(&candidates("@Jo @Jo Lindqvist"), &known());
        assert_eq!(read(&written(&mentions)), mentions);
        assert_eq!(read(""), []);
    }
}
