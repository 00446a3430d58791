//! What can go wrong with talk, in words that people can act on.

use base::{FieldProblem, Kind, Problem};

use super::PostState;

/// What can go wrong with talk.
#[derive(Debug, thiserror::Error)]
pub enum TalkError {
    /// There is no such thread or post here, or none that the caller may know of.
    #[error("there is no such discussion in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this changed since you opened it; read it again, then answer")]
    Changed,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// Another person's post.
    #[error("only the person who wrote this may do that")]
    NotYours,
    /// A guest where guests only read.
    #[error("guests read here and do not write")]
    GuestsRead,
    /// It is settled.
    #[error("this discussion is closed; open it again to go on")]
    Closed,
    /// It is not settled.
    #[error("this discussion is open")]
    NotClosed,
    /// It is as long as a thread gets.
    #[error("this discussion is full; begin another one")]
    Full,
    /// It cannot be read any more.
    #[error("this can only be done with what others can read; it is {state}")]
    NotShown {
        /// How it stands.
        state: PostState,
    },
    /// It can be read.
    #[error("this is not hidden")]
    NotHidden,
    /// Its writer waits for an answer.
    #[error("you asked already; a coordinator will answer")]
    Appealed,
    /// Nobody agrees with themselves.
    #[error("this is your own; others can react to it")]
    OwnPost,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    SameText,
}

impl Problem for TalkError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::Fields(_) => Kind::Invalid,
            Self::NotYours | Self::GuestsRead => Kind::Forbidden,
            Self::Closed
            | Self::NotClosed
            | Self::Full
            | Self::NotShown { .. }
            | Self::NotHidden
            | Self::Appealed
            | Self::OwnPost
            | Self::SameText => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "talk_missing",
            Self::Changed => "talk_changed",
            Self::Fields(_) => "talk_fields",
            Self::NotYours => "talk_not_yours",
            Self::GuestsRead => "talk_guests_read",
            Self::Closed => "talk_closed",
            Self::NotClosed => "talk_not_closed",
            Self::Full => "talk_full",
            Self::NotShown { .. } => "talk_not_shown",
            Self::NotHidden => "talk_not_hidden",
            Self::Appealed => "talk_appealed",
            Self::OwnPost => "talk_own_post",
            Self::SameText => "talk_same",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotShown { state } => vec![("state", state.to_string())],
            Self::Missing
            | Self::Changed
            | Self::Fields(_)
            | Self::NotYours
            | Self::GuestsRead
            | Self::Closed
            | Self::NotClosed
            | Self::Full
            | Self::NotHidden
            | Self::Appealed
            | Self::OwnPost
            | Self::SameText => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}
