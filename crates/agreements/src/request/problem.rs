//! What can go wrong with requests, receipts and what they want done, in words that people can act on.

use base::{Kind, Problem};

use super::State;

/// What can go wrong with requests and receipts.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// There is no such request here, or none that the caller may know of.
    #[error("there is no such request here, or none that you may know of")]
    Missing,
    /// There is no such receipt here, or none that the caller may know of.
    #[error("there is no such receipt here, or none that you may know of")]
    ReceiptMissing,
    /// It does not wait for anybody.
    #[error("this request does not wait for anybody; it is {state}")]
    NotHeld {
        /// Where it stands.
        state: State,
    },
    /// Whoever asked does not decide.
    #[error("whoever asked does not decide; let somebody else do it")]
    OwnRequest,
    /// Only who answers for the holder's data decides.
    #[error("only somebody who answers for the data of the one who holds it may decide")]
    NotYours,
    /// No rule lets anything of it go, whatever a person says.
    #[error("no rule lets anything of this go, and none asks for your word")]
    NothingToRelease,
    /// What was shared cannot be seen any more.
    #[error("what was shared with this receipt cannot be opened any more")]
    Closed,
    /// Break-glass is paused for the caller until a review is done.
    #[error("your emergency access is paused until the review of the last one is done")]
    Paused,
    /// There is no such task here, or none that the caller may know of.
    #[error("there is no such task here, or none that you may know of")]
    DutyMissing,
    /// It was done before.
    #[error("this was done already")]
    DutyDone,
    /// Whoever opened it does not review it.
    #[error("whoever opened it does not review it; let a second person do it")]
    SecondPerson,
}

impl Problem for RequestError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing | Self::ReceiptMissing | Self::DutyMissing => Kind::Missing,
            Self::NotHeld { .. } | Self::NothingToRelease | Self::Closed | Self::DutyDone => {
                Kind::Conflict
            }
            Self::OwnRequest | Self::NotYours | Self::Paused | Self::SecondPerson => {
                Kind::Forbidden
            }
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "request_missing",
            Self::ReceiptMissing => "receipt_missing",
            Self::NotHeld { .. } => "request_not_held",
            Self::OwnRequest => "request_own",
            Self::NotYours => "request_not_yours",
            Self::NothingToRelease => "request_nothing_to_release",
            Self::Closed => "receipt_closed",
            Self::Paused => "emergency_paused",
            Self::DutyMissing => "duty_missing",
            Self::DutyDone => "duty_done",
            Self::SecondPerson => "duty_second_person",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotHeld { state } => vec![("state", state.to_string())],
            Self::Missing
            | Self::ReceiptMissing
            | Self::OwnRequest
            | Self::NotYours
            | Self::NothingToRelease
            | Self::Closed
            | Self::Paused
            | Self::DutyMissing
            | Self::DutyDone
            | Self::SecondPerson => Vec::new(),
        }
    }
}
