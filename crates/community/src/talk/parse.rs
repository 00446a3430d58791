//! From a form or a JSON body to the input of a command: the same for pages and the API.

use std::str::FromStr;

use base::Line;
use web::{Failure, FieldError, Input, Request};

use super::{Anchor, PostId, ThreadId};

/// Which record something is about: `decision:dec_…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) kind: String,
    pub(crate) id: String,
}

/// A text that names no record.
#[derive(Debug)]
pub(crate) struct WrongKey;

impl FromStr for Key {
    type Err = WrongKey;

    fn from_str(text: &str) -> Result<Self, WrongKey> {
        let (kind, id) = text.split_once(':').ok_or(WrongKey)?;
        if kind.is_empty() || id.is_empty() || text.len() > 200 {
            return Err(WrongKey);
        }
        Ok(Self { kind: kind.to_owned(), id: id.to_owned() })
    }
}

impl FieldError for WrongKey {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("choice_unknown", Vec::new())
    }
}

/// The thread and the post that an address names.
pub(crate) fn target(request: &Request) -> Result<(ThreadId, PostId), Failure> {
    Ok((request.param("id")?, request.param("post")?))
}

/// The line that something is said about; none when no line is given.
pub(crate) fn anchor(input: &mut Input) -> Option<Anchor> {
    let (version, line) = (input.optional::<i64>("version"), input.optional::<i64>("line"));
    for (name, number) in [("version", version), ("line", line)] {
        if number.is_some_and(|number| number < 1) {
            input.refuse(name, "number", Vec::new());
        }
    }
    let quote = input.optional::<Line<400>>("quote");
    Some(Anchor { version: version?, line: line?, quote })
}
