//! What can go wrong with responsibilities, in words that people can act on.

use base::{Kind, Problem};

use super::StateName;

/// What can go wrong with responsibilities.
#[derive(Debug, thiserror::Error)]
pub enum ResponsibilityError {
    /// There is none such here, or none that the caller may know of.
    #[error("there is no such responsibility in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this changed since you opened it; read it again, then answer")]
    Changed,
    /// The caller speaks for neither side.
    #[error("only those who keep the item, or the one named, may do this")]
    NotYours,
    /// The other side answers.
    #[error("the other side answers now")]
    OtherSide,
    /// Nothing waits for an answer.
    #[error("nothing waits for an answer: this is {state}")]
    NotWaiting {
        /// Where it stands.
        state: StateName,
    },
    /// It does not hold.
    #[error("only what was accepted can be laid down; this is {state}")]
    NotHeld {
        /// Where it stands.
        state: StateName,
    },
    /// Another duty that is the same.
    #[error("the duty is the same; choose another, or accept")]
    SameDuty,
    /// They carry something for the item, or were asked to.
    #[error("they have a part in this item already, or were asked for one")]
    Taken,
}

impl Problem for ResponsibilityError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::NotYours => Kind::Forbidden,
            Self::OtherSide
            | Self::NotWaiting { .. }
            | Self::NotHeld { .. }
            | Self::SameDuty
            | Self::Taken => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "responsibility_missing",
            Self::Changed => "responsibility_changed",
            Self::NotYours => "responsibility_not_yours",
            Self::OtherSide => "responsibility_other_side",
            Self::NotWaiting { .. } => "responsibility_not_waiting",
            Self::NotHeld { .. } => "responsibility_not_held",
            Self::SameDuty => "responsibility_same_duty",
            Self::Taken => "responsibility_taken",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotWaiting { state } | Self::NotHeld { state } => {
                vec![("state", state.to_string())]
            }
            Self::Missing
            | Self::Changed
            | Self::NotYours
            | Self::OtherSide
            | Self::SameDuty
            | Self::Taken => Vec::new(),
        }
    }
}
