//! Who carries a promise: a person, alone or for a seat that outlives them.

use std::str::FromStr;

use base::PersonId;
use partnership::SeatId;

/// The person who carries a promise, and the seat in which they do: whoever holds the seat next
/// takes it over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carrier {
    /// Who answers for it today.
    pub person: PersonId,
    /// The seat that it stays with.
    pub seat: Option<SeatId>,
}

impl From<PersonId> for Carrier {
    fn from(person: PersonId) -> Self {
        Self { person, seat: None }
    }
}

/// Whom somebody puts in charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A person.
    Person(PersonId),
    /// Whoever holds a seat.
    Seat(SeatId),
}

/// A text that names neither a person nor a seat.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("expected the identifier of a person or of a seat")]
pub struct UnknownCarrier;

impl FromStr for Named {
    type Err = UnknownCarrier;

    fn from_str(text: &str) -> Result<Self, UnknownCarrier> {
        let person = text.parse().map(Self::Person);
        person.or_else(|_| text.parse().map(Self::Seat)).map_err(|_neither| UnknownCarrier)
    }
}
