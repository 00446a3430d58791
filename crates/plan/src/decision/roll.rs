//! Who may give a position: organizations, or seats whoever holds them.

use std::{fmt, str::FromStr};

use base::{FromValue, OrganizationId, ToValue, Value, ValueError, ValueRef};
use partnership::{BodyId, SeatId};

base::words! {
    /// What counts as one voice.
    pub enum Franchise {
        /// Each organization has one.
        Organization = "organization",
        /// Each seat has one.
        Seat = "seat",
    }
}

/// Who may answer a question; the list itself is fixed when it is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Electorate {
    /// Each partner that is a member; observers are heard in other ways.
    Partners,
    /// Each organization that holds a seat in a body.
    Organizations(BodyId),
    /// Each seat of a body that somebody holds.
    Seats(BodyId),
}

impl Electorate {
    /// What counts as one voice.
    #[must_use]
    pub const fn franchise(self) -> Franchise {
        match self {
            Self::Partners | Self::Organizations(_) => Franchise::Organization,
            Self::Seats(_) => Franchise::Seat,
        }
    }

    /// The body, when it is one's.
    #[must_use]
    pub const fn body(self) -> Option<BodyId> {
        match self {
            Self::Partners => None,
            Self::Organizations(body) | Self::Seats(body) => Some(body),
        }
    }

    /// Made of what counts and where; none for the seats of no body.
    #[must_use]
    pub const fn of(franchise: Franchise, body: Option<BodyId>) -> Option<Self> {
        match (franchise, body) {
            (Franchise::Organization, None) => Some(Self::Partners),
            (Franchise::Organization, Some(body)) => Some(Self::Organizations(body)),
            (Franchise::Seat, Some(body)) => Some(Self::Seats(body)),
            (Franchise::Seat, None) => None,
        }
    }
}

/// One who may give a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voter {
    /// An organization, by one of its leads.
    Organization(OrganizationId),
    /// A seat, by whoever holds it.
    Seat(SeatId),
}

/// A line of the roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RollEntry {
    /// Who may answer.
    pub voter: Voter,
    /// The organization behind it.
    pub organization: OrganizationId,
}

/// A text that names neither an organization nor a seat.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("expected the identifier of an organization or of a seat")]
pub struct UnknownVoter;

impl fmt::Display for Voter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organization(id) => id.fmt(f),
            Self::Seat(id) => id.fmt(f),
        }
    }
}

impl FromStr for Voter {
    type Err = UnknownVoter;

    fn from_str(text: &str) -> Result<Self, UnknownVoter> {
        let organization = text.parse().map(Self::Organization);
        organization.or_else(|_| text.parse().map(Self::Seat)).map_err(|_neither| UnknownVoter)
    }
}

impl web::FieldError for UnknownVoter {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("choice_unknown", Vec::new())
    }
}

impl ToValue for Voter {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Voter {
    fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
        let text = <String as FromValue>::from_value(value)?;
        text.parse().map_err(|_unknown| ValueError { expected: "Voter", found: text })
    }
}
