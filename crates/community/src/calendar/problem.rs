//! What can go wrong with calendars, in words that people can act on.

use base::{Kind, Problem};

/// What can go wrong with calendars.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// No address has this secret, or it was taken back.
    #[error("there is no calendar at this address; make a new one under your calendars")]
    Missing,
    /// More addresses than anybody needs.
    #[error("you have 20 calendar addresses; take one back first")]
    TooMany,
}

impl Problem for CalendarError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::TooMany => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "calendar_missing",
            Self::TooMany => "calendar_too_many",
        }
    }
}
