//! What can go wrong with events, in words that people can act on.

use base::{Kind, Problem};

/// What can go wrong with events.
#[derive(Debug, thiserror::Error)]
pub enum GatheringError {
    /// There is no such event here.
    #[error("there is no such event in this partnership")]
    Missing,
    /// Nobody has this number.
    #[error("nobody is registered with this number")]
    NoGuest,
    /// Somebody changed it since the caller read it.
    #[error("this event changed since you opened it; look at it again")]
    Changed,
    /// Somebody wrote it at the same moment.
    #[error("somebody registered at the same moment; try again")]
    Raced,
    /// The caller does not act for the host.
    #[error("only those who act for the host, or a coordinator, may do this")]
    NotHost,
    /// Another person's registration or certificate.
    #[error("only the person, or the host, may see or change this")]
    NotYours,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    Same,
    /// It was cancelled.
    #[error("this event was cancelled")]
    Cancelled,
    /// It was not cancelled.
    #[error("this event was not cancelled")]
    NotCancelled,
    /// It is over.
    #[error("this event is over")]
    Over,
    /// Nobody can register any more.
    #[error("registration has ended")]
    Closed,
    /// People are checked in on the day, or in the week after.
    #[error("people are checked in on the day of the event, and for a week after")]
    NotToday,
    /// The person is registered.
    #[error("this person is registered already")]
    Registered,
    /// So many that nobody could count them.
    #[error("2,000 people are registered; make another event")]
    TooMany,
    /// They were there.
    #[error("they were checked in; take that back first")]
    WasThere,
    /// They were not checked in.
    #[error("they were not checked in")]
    WasNotThere,
}

impl Problem for GatheringError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing | Self::NoGuest => Kind::Missing,
            Self::Changed | Self::Raced => Kind::Stale,
            Self::NotHost | Self::NotYours => Kind::Forbidden,
            Self::Same
            | Self::Cancelled
            | Self::NotCancelled
            | Self::Over
            | Self::Closed
            | Self::NotToday
            | Self::Registered
            | Self::TooMany
            | Self::WasThere
            | Self::WasNotThere => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "gathering_missing",
            Self::NoGuest => "gathering_no_guest",
            Self::Changed | Self::Raced => "gathering_changed",
            Self::NotHost => "gathering_not_host",
            Self::NotYours => "gathering_not_yours",
            Self::Same => "gathering_same",
            Self::Cancelled => "gathering_cancelled",
            Self::NotCancelled => "gathering_not_cancelled",
            Self::Over => "gathering_over",
            Self::Closed => "gathering_closed",
            Self::NotToday => "gathering_not_today",
            Self::Registered => "gathering_registered",
            Self::TooMany => "gathering_too_many",
            Self::WasThere => "gathering_was_there",
            Self::WasNotThere => "gathering_was_not_there",
        }
    }
}
