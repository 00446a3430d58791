//! Minutes: what is noted to the items while a meeting is held, by several people at once, and what
//! becomes of it. Every text that somebody sent is kept.

pub mod commands;
pub(crate) mod pages;
pub(crate) mod store;

use base::{Date, Instant, PersonId, Prose};

use crate::merge::Collision;

/// What is noted to one item, at most.
pub type Notes = Prose<20_000>;
/// What somebody wants changed in minutes that are out.
pub type Correction = Prose<2_000>;

/// What became of notes that somebody sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The text as it is now, with what others wrote meanwhile.
    pub text: String,
    /// The number of that text.
    pub number: i64,
    /// The number of the text as it was sent: what the sender goes on from.
    pub sent: i64,
    /// Whether others wrote meanwhile.
    pub merged: bool,
    /// Where both changed the same words.
    pub collisions: Vec<Collision>,
}

/// A text that was sent, or a merge of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub number: i64,
    /// The text.
    pub text: String,
    /// Who sent it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// Whether it is a merge.
    pub merged: bool,
}

/// What somebody wanted changed before the minutes were approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionEntry {
    /// Its number, from 1.
    pub number: i64,
    /// What.
    pub words: Correction,
    /// Who.
    pub by: PersonId,
    /// When.
    pub on: Date,
    /// Whether they took it back.
    pub taken_back: bool,
}

base::words! {
    /// What can come of an item.
    pub enum OutcomeKind {
        /// A question that was put, or was decided.
        Decision = "decision",
        /// A promise, offered or asked for.
        Commitment = "commitment",
    }
}

/// Something that came of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Of which item.
    pub item: super::agenda::ItemId,
    /// What it is.
    pub kind: OutcomeKind,
    /// Which one.
    pub subject: String,
    /// What it is called.
    pub title: String,
}
