//! Lists of commitments: filters, pages by key, and the columns of the board.

pub(crate) mod export;
pub(crate) mod pages;
pub(crate) mod parse;
mod queries;
pub(crate) mod store;

use ::store::{Cursor, KeyPart, values};
use base::{Date, OrganizationId, PersonId};

pub use self::{
    parse::View,
    queries::{Around, Board, Column, Table, board, commitments, table},
    store::Entry,
};
use crate::{Goal, Shelf};

base::words! {
    /// Which part of what is open, or was kept of late, by its day.
    pub enum Due {
        /// Its day has passed.
        Overdue = "overdue",
        /// Due within 30 days.
        Soon = "30",
        /// Due after that.
        Later = "later",
        /// Kept within the last 90 days.
        Kept = "kept",
    }
}

/// How far ahead "soon" reaches, in days.
pub const SOON_DAYS: i64 = 30;
/// How far back the board's column of kept promises reaches, in days.
pub const KEPT_DAYS: i64 = 90;
/// Commitments on a page.
pub const PAGE: usize = 50;

/// Which commitments a list shows; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Promised by this partner.
    pub partner: Option<OrganizationId>,
    /// Promised to this partner.
    pub to: Option<OrganizationId>,
    /// This person is in charge.
    pub in_charge: Option<PersonId>,
    /// For this goal.
    pub goal: Option<Goal>,
    /// In this part of the list.
    pub state: Option<Shelf>,
    /// With its day in this span.
    pub due: Option<Due>,
    /// With all these words, folded by [`crate::search_words`].
    pub words: Vec<String>,
}

/// In which order a list is read; each is the order of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Part by part, each by day.
    ByShelf,
    /// One part, the earliest day first: what is open or waits.
    Earliest,
    /// One part, the latest day first: what is over.
    Latest,
    /// The newest first: what was found by words.
    Newest,
}

impl Filter {
    /// The part of the list that it stays in.
    #[must_use]
    pub fn shelf(&self) -> Option<Shelf> {
        match self.due {
            Some(Due::Overdue | Due::Soon | Due::Later) => Some(Shelf::Active),
            Some(Due::Kept) => Some(Shelf::Kept),
            None => self.state,
        }
    }

    /// The days that it spans, both included.
    #[must_use]
    pub fn days(&self, today: Date) -> (Option<Date>, Option<Date>) {
        match self.due {
            Some(Due::Overdue) => (None, Some(today.plus_days(-1))),
            Some(Due::Soon) => (Some(today), Some(today.plus_days(SOON_DAYS))),
            Some(Due::Later) => (Some(today.plus_days(SOON_DAYS + 1)), None),
            Some(Due::Kept) => (Some(today.plus_days(-KEPT_DAYS)), Some(today)),
            None => (None, None),
        }
    }

    pub(crate) fn order(&self) -> Order {
        match self.shelf() {
            _ if !self.words.is_empty() => Order::Newest,
            None => Order::ByShelf,
            Some(Shelf::Active | Shelf::Offered | Shelf::Claimed) => Order::Earliest,
            Some(Shelf::Kept | Shelf::Broken | Shelf::Dropped) => Order::Latest,
        }
    }

    /// Whether the counts that are kept answer it: they are kept for all and for each promiser.
    pub(crate) const fn is_counted(&self) -> bool {
        self.to.is_none()
            && self.in_charge.is_none()
            && self.goal.is_none()
            && self.words.is_empty()
    }
}

impl Order {
    /// The values that the mark of a page holds.
    pub(crate) const fn parts(self) -> &'static [KeyPart] {
        match self {
            Self::ByShelf => &[KeyPart::Text; 3],
            Self::Earliest | Self::Latest => &[KeyPart::Text; 2],
            Self::Newest => &[KeyPart::Text],
        }
    }

    pub(crate) fn mark(self, entry: &Entry) -> Cursor {
        Cursor(match self {
            Self::ByShelf => values![entry.shelf, entry.day, entry.id],
            Self::Earliest | Self::Latest => values![entry.day, entry.id],
            Self::Newest => values![entry.id],
        })
    }
}

/// How many commitments lie in a column; more than a hundred are not counted where no count is
/// kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(i64),
    /// More than so many.
    MoreThan(i64),
}
