//! Drafts: charters, plans and other texts that partners write together.
//!
//! Each save is a version, and none is lost: whoever saves says which version they began from, and
//! what others saved since is brought together with it. Anybody may propose other words for some
//! lines; the one who holds the pen takes them in, or says why not. What is published is one version,
//! as it was.

pub(crate) mod access;
pub mod amendment;
pub(crate) mod api;
pub mod commands;
pub(crate) mod diff;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod find;
mod notices;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod public;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;
pub(crate) mod topic;

use base::{Date, OrganizationId, Prose, Reason, Revision, Title};

pub use self::{
    amendment::{Amendment, AmendmentId},
    commands::{
        Beginning, Saving, Target, accept, begin, decline, propose, publish, restore, save,
        unpublish, withdraw, withdraw_amendment,
    },
    problem::DraftError,
    queries::latest,
};
use crate::{
    merge::{Merged, merge},
    talk::Voice,
};

base::id! {
    /// Names a draft.
    pub DraftId = "drf";
}

base::words! {
    /// What a draft becomes.
    pub enum Kind {
        /// What the partnership is and how it works.
        Charter = "charter",
        /// What it wants to reach and how.
        Plan = "plan",
        /// What some partners promise each other.
        Memorandum = "memorandum",
        /// What came of it.
        Report = "report",
        /// Something else.
        Other = "other",
    }
}

base::words! {
    /// Who reads what is published.
    pub enum Audience {
        /// Everybody in the partnership.
        Partners = "partners",
        /// Anybody, without an account.
        Public = "public",
    }
}

base::words! {
    /// The name of a [`State`], without what it carries.
    pub enum StateName {
        /// It is being written.
        Writing = "writing",
        /// A version of it is published.
        Published = "published",
        /// Nobody writes it any more.
        Withdrawn = "withdrawn",
    }
}

/// A text, in Markdown.
pub type Text = Prose<60_000>;
/// What a save changed, in a few words.
pub type Note = base::Line<200>;

/// The most versions that a draft has.
pub const MOST_VERSIONS: i64 = 5000;

/// A version of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub number: i64,
    /// How it reads.
    pub text: Text,
    /// What it changed.
    pub note: Option<Note>,
    /// Who saved it.
    pub by: Voice,
    /// The version that they began from.
    pub base: i64,
    /// In how many places their change and another's met; both stand there.
    pub collisions: i64,
}

/// Where a draft stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is being written.
    Writing,
    /// A version of it is published; it may be written on.
    Published(Publication),
    /// Nobody writes it any more.
    Withdrawn {
        /// Why.
        why: Reason,
    },
}

/// A version that is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publication {
    /// Which one.
    pub version: i64,
    /// For whom.
    pub audience: Audience,
    /// When.
    pub on: Date,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub id: DraftId,
    /// What it is called.
    pub title: Title,
    /// What it becomes.
    pub kind: Kind,
    /// What it is for.
    pub purpose: Option<Reason>,
    /// The organization that holds the pen.
    pub holder: OrganizationId,
    /// When it was begun.
    pub opened_on: Date,
    /// The number of its latest version.
    pub version: i64,
    /// How that reads.
    pub text: Text,
    /// Where it stands.
    pub state: State,
    /// How many amendments wait for an answer.
    pub open_amendments: i64,
    /// The day of the last turn.
    pub day: Date,
    /// How often it was changed.
    pub revision: Revision,
}

/// What somebody sends, and what they began from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The version that they began from.
    pub base: i64,
    /// How that read.
    pub base_text: Text,
    /// How it should read.
    pub sent: Text,
    /// What they changed.
    pub note: Option<Note>,
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Writing => StateName::Writing,
            Self::Published(_) => StateName::Published,
            Self::Withdrawn { .. } => StateName::Withdrawn,
        }
    }
}

impl Draft {
    /// Takes a change in, beside what others saved since its writer began. None when it changes
    /// nothing.
    ///
    /// # Errors
    /// When nobody writes it any more, or the two together are longer than a text may be.
    pub fn revise(
        &mut self,
        by: Voice,
        change: Change,
        today: Date,
    ) -> Result<Option<Version>, DraftError> {
        self.is_written()?;
        if self.version >= MOST_VERSIONS {
            return Err(DraftError::Full);
        }
        let Merged { text, collisions } = if change.base == self.version {
            Merged { text: change.sent.to_string(), collisions: Vec::new() }
        } else {
            merge(change.base_text.as_str(), self.text.as_str(), change.sent.as_str())
        };
        let text: Text = text.parse().map_err(|_too_long| DraftError::TooLong)?;
        if text == self.text {
            return Ok(None);
        }
        let version = Version {
            number: self.version + 1,
            text: text.clone(),
            note: change.note,
            by,
            base: change.base,
            collisions: i64::try_from(collisions.len()).unwrap_or(i64::MAX),
        };
        self.version = version.number;
        self.text = text;
        self.day = today;
        Ok(Some(version))
    }

    /// Publishes its latest version.
    ///
    /// # Errors
    /// When nobody writes it any more, or that version is published for the same people.
    pub fn publish(&mut self, audience: Audience, today: Date) -> Result<(), DraftError> {
        self.is_written()?;
        if let State::Published(before) = &self.state
            && (before.version, before.audience) == (self.version, audience)
        {
            return Err(DraftError::Published);
        }
        self.state = State::Published(Publication { version: self.version, audience, on: today });
        self.day = today;
        Ok(())
    }

    /// Takes back what was published; it is written on.
    ///
    /// # Errors
    /// When nothing is published.
    pub fn unpublish(&mut self, today: Date) -> Result<(), DraftError> {
        match self.state {
            State::Published(_) => {
                self.state = State::Writing;
                self.day = today;
                Ok(())
            }
            State::Writing | State::Withdrawn { .. } => Err(DraftError::NotPublished),
        }
    }

    /// Says that nobody writes it any more. What was published has to be taken back first.
    ///
    /// # Errors
    /// When it is published, or somebody said so already.
    pub fn withdraw(&mut self, why: Reason, today: Date) -> Result<(), DraftError> {
        match self.state {
            State::Writing => {
                self.state = State::Withdrawn { why };
                self.day = today;
                Ok(())
            }
            State::Published(_) => Err(DraftError::StillPublished),
            State::Withdrawn { .. } => Err(DraftError::Withdrawn),
        }
    }

    /// Writes it on.
    ///
    /// # Errors
    /// When it is being written.
    pub fn restore(&mut self, today: Date) -> Result<(), DraftError> {
        match self.state {
            State::Withdrawn { .. } => {
                self.state = State::Writing;
                self.day = today;
                Ok(())
            }
            State::Writing | State::Published(_) => Err(DraftError::NotWithdrawn),
        }
    }

    /// Whether it is written on.
    ///
    /// # Errors
    /// When nobody writes it any more.
    pub fn is_written(&self) -> Result<(), DraftError> {
        match self.state {
            State::Writing | State::Published(_) => Ok(()),
            State::Withdrawn { .. } => Err(DraftError::Withdrawn),
        }
    }
}

/// The lines of a text, as they are counted from 1.
#[must_use]
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.split('\n').collect()
}

#[cfg(test)]
pub(crate) mod tests;
