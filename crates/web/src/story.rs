//! What belongs to the story of a record: what led to it, and what came of it.

use store::{Cx, Permission};

use crate::{Loading, Registry};

/// How a context tells what belongs together.
#[derive(Debug)]
pub struct Story {
    /// The kinds of records that have a story, as the subjects of their events say them.
    pub kinds: &'static [&'static str],
    /// What a reader needs.
    pub permission: Permission,
    /// One record, and all of this context that belongs to it; nothing when it is not there.
    pub load: fn(Cx, Record) -> Loading<Option<Tale>>,
    /// What this context knows of records of others that belong together.
    pub beside: fn(Cx, Vec<Record>) -> Loading<Vec<Related>>,
}

/// A record by its kind and identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Record {
    /// The kind.
    pub kind: String,
    /// The identifier.
    pub id: String,
}

/// A record with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tale {
    /// What it is called.
    pub title: String,
    /// How it stands, in a sentence.
    pub stands: String,
    /// What belongs to it.
    pub related: Vec<Related>,
}

/// Something that belongs to a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Which.
    pub record: Record,
    /// What it is called.
    pub title: String,
    /// How it belongs to it.
    pub bond: Bond,
    /// Whether what happened to it is part of the story, or only its name.
    pub is_told: bool,
}

/// How a record belongs to the story of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bond {
    /// It led to it.
    LedToIt,
    /// It came of it.
    CameOfIt,
}

impl Record {
    /// The record of this kind.
    #[expect(clippy::needless_pass_by_value, reason = "identifiers are small and copied")]
    pub fn new(kind: &str, id: impl ToString) -> Self {
        Self { kind: kind.to_owned(), id: id.to_string() }
    }
}

impl Registry {
    /// How the story of a kind of records is told, when it has one.
    #[must_use]
    pub fn story(&self, kind: &str) -> Option<&'static Story> {
        self.stories.iter().copied().find(|story| story.kinds.contains(&kind))
    }

    /// Every context that tells what belongs together.
    #[must_use]
    pub fn stories(&self) -> &[&'static Story] {
        &self.stories
    }
}
