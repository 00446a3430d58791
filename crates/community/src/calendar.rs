//! Calendars: the days of a partnership on a page, and secret addresses at which a calendar program
//! reads one's own days or those of a body.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub mod feed;
pub(crate) mod pages;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use base::{Instant, PartnershipId, PersonId};
use partnership::BodyId;

pub use self::problem::CalendarError;

base::id! {
    /// Names a secret address of a calendar.
    pub FeedId = "cal";
}

base::words! {
    /// Whose days a calendar shows.
    pub enum FeedKind {
        /// One's own: meetings of one's bodies, events, and what one promised.
        Mine = "mine",
        /// Those of one body.
        Body = "body",
    }
}

/// Whose days a secret address shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// One's own, in every partnership.
    Mine,
    /// Those of one body.
    Body(PartnershipId, BodyId),
}

/// A secret address at which a calendar program reads. The secret itself is kept nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feed {
    /// Its name.
    pub id: FeedId,
    /// Whose it is: it shows what they may see.
    pub person: PersonId,
    /// Whose days it shows.
    pub shows: Shows,
    /// Since when.
    pub made_at: Instant,
    /// When a program read it last, to the hour.
    pub used_at: Option<Instant>,
}

/// How many addresses a person may have.
pub const MOST_FEEDS: usize = 20;
/// How often it is written down that a program read an address.
pub(crate) const USED_SECONDS: i64 = 3_600;
/// How far back a calendar goes.
pub(crate) const BACK_SECONDS: i64 = 92 * 86_400;
/// How far ahead.
pub(crate) const AHEAD_SECONDS: i64 = 366 * 86_400;

impl Shows {
    /// Its word.
    #[must_use]
    pub const fn kind(self) -> FeedKind {
        match self {
            Self::Mine => FeedKind::Mine,
            Self::Body(..) => FeedKind::Body,
        }
    }
}
