//! The log of a partnership as people, partners' programs and strangers see it.

use ::store::log::{LogState, Published};
use base::{Instant, PartnershipId, Zone};

use crate::witness::{Split, Standing, Witness};

pub(crate) mod api;
pub(crate) mod check;
pub(crate) mod code;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;
pub(crate) mod whole;

/// What strangers may know of a partnership whose log is open.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    pub id: PartnershipId,
    pub slug: String,
    pub name: String,
    pub zone: Zone,
    /// Whether anybody may look.
    pub open: bool,
    /// How many witnesses must confirm a state.
    pub quorum: i64,
}

/// A log with those who watch it.
#[derive(Debug)]
pub(crate) struct View {
    pub facts: Facts,
    pub state: LogState,
    /// The latest state that strangers see.
    pub shown: Option<Published>,
    /// The latest that enough witnesses confirmed.
    pub confirmed: Option<Confirmed>,
    /// The states before it, the latest first.
    pub history: Vec<Published>,
    /// How many there were.
    pub shown_count: i64,
    pub witnesses: Vec<Watched>,
    pub splits: Vec<Split>,
}

/// A state that enough witnesses confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirmed {
    pub size: u64,
    /// How many of them.
    pub by: usize,
}

/// A witness and how it stands.
#[derive(Debug, Clone)]
pub(crate) struct Watched {
    pub witness: Witness,
    pub standing: Standing,
}

/// An event in the log, as its partners read it.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub seq: i64,
    pub id: String,
    pub at: Instant,
    pub kind: String,
    /// The kind of what it is about.
    pub subject_kind: String,
    pub subject: String,
    /// Its place in the log; nothing while it waits for one.
    pub place: Option<i64>,
}

/// What a list of events is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Only those about this record.
    pub about: Option<String>,
}

/// Kinds of events that only those take along whom they concern: what was shared, with whom, why.
pub(crate) const GUARDED: &[&str] = &["receipt.", "request.", "release.", "disclosure."];

/// Whether an event is only for those whom it concerns. What is sealed is only for who did it.
pub(crate) fn is_guarded(kind: &str) -> bool {
    GUARDED.iter().any(|start| kind.starts_with(start)) || kind.ends_with(".sealed")
}

#[cfg(test)]
mod tests {
    use super::is_guarded;

    #[test]
    fn receipts_and_sealed_events_are_for_those_whom_they_concern() {
        assert!(is_guarded("receipt.issued") && is_guarded("position.sealed"));
        assert!(!is_guarded("commitment.kept") && !is_guarded("agreement.signed"));
    }
}
