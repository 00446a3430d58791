//! What a person can do from a mail, without signing in first: one act, on one record.

use store::{Cx, Permission};

use crate::{Input, Loading, Registry};

/// An act that a mail may offer. It is carried out in the name of the person whom the mail went to,
/// through the same command and the same authorization point as on the record's own page.
#[derive(Debug)]
pub struct Answer {
    /// Its name, as it is stored with each link: `commitment-done`.
    pub name: &'static str,
    /// What its button says, by a key of the catalog.
    pub label: &'static str,
    /// What it may use, and nothing else.
    pub permissions: &'static [Permission],
    /// What its page says and asks, for the record with this identifier.
    pub ask: fn(Cx, String) -> Loading<Asked>,
    /// Does it, with what was typed.
    pub act: fn(Cx, String, Input) -> Loading<()>,
}

/// What the page of an act says and asks.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What it is about, in words that are ready to be shown.
    pub title: String,
    /// Facts that help to decide: label and text.
    pub facts: Vec<(String, String)>,
    /// What is asked.
    pub fields: Vec<AskedField>,
    /// What happens, who will know, and whether it can be taken back.
    pub confirm: [String; 3],
    /// The page on which the same can be done signed in, with `{field}`s in its query.
    pub page: String,
}

/// One field of such a page.
#[derive(Debug, Clone, Copy)]
pub struct AskedField {
    /// Its name.
    pub name: &'static str,
    /// Its label, by a key of the catalog.
    pub label: &'static str,
    /// How it is typed.
    pub kind: AskedKind,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// How a field is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedKind {
    /// Some lines.
    Text,
    /// A calendar date.
    Date,
}

impl Registry {
    /// The act with this name, when a context offers one.
    #[must_use]
    pub fn answer(&self, name: &str) -> Option<&'static Answer> {
        self.answers.iter().copied().find(|answer| answer.name == name)
    }
}
