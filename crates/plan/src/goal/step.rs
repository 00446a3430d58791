//! What was done with an item: its history.

use base::{Date, Instant, OrganizationId, PersonId};

use super::Span;

base::words! {
    /// What was done.
    pub enum ActName {
        /// It came into the plan.
        Added = "added",
        /// It says something else of itself.
        Changed = "changed",
        /// Its dates were moved.
        Moved = "moved",
        /// Its dates were moved because those of another one were.
        Pushed = "pushed",
        /// It was looked at, and is still right.
        Reviewed = "reviewed",
        /// It was reached.
        Reached = "reached",
        /// It was given up.
        Dropped = "dropped",
        /// It is worked on again.
        Reopened = "reopened",
        /// A person says how it stands.
        Judged = "judged",
        /// What is computed holds again.
        Unjudged = "unjudged",
        /// It serves another item.
        Linked = "linked",
        /// It serves it no longer.
        Unlinked = "unlinked",
        /// A commitment carries it.
        Attached = "attached",
        /// A commitment carries it no longer.
        Detached = "detached",
        /// A measure says how it stands.
        Measured = "measured",
        /// That measure says it no longer.
        Unmeasured = "unmeasured",
        /// It waits for another item.
        Waits = "waits",
        /// It waits for it no longer.
        WaitsNot = "waits_not",
    }
}

impl Step {
    /// The same with the date that was moved: the day by which, or else that from which.
    #[must_use]
    pub(crate) fn moved(self, from: Span, to: Span) -> Self {
        let (from, to) =
            if from.due == to.due { (from.starts, to.starts) } else { (from.due, to.due) };
        Self { from, to, ..self }
    }
}

/// One step of an item's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Counted from 1.
    pub number: i64,
    /// What was done.
    pub act: ActName,
    /// When.
    pub at: Instant,
    /// On which day there.
    pub on: Date,
    /// Who did it.
    pub person: PersonId,
    /// For whom they spoke.
    pub organization: OrganizationId,
    /// What they said to it.
    pub words: Option<String>,
    /// What it was about: another item, a commitment, a status.
    pub about: Option<String>,
    /// The date before.
    pub from: Option<Date>,
    /// The date after.
    pub to: Option<Date>,
}
