//! What can go wrong with ideas, in words that people can act on.

use base::{FieldProblem, Kind, Problem};

/// What can go wrong with ideas and recommendations.
#[derive(Debug, thiserror::Error)]
pub enum IdeaError {
    /// There is none such here, or none that the caller may know of.
    #[error("there is no such idea in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this changed since you opened it; read it again, then decide")]
    Changed,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// The caller does not act for the organization that answers for it.
    #[error("only a coordinator, or somebody who acts for who answers for it, may do this")]
    NotYours,
    /// Something came of it.
    #[error("it is known what came of this; open it again first")]
    Ended,
    /// Nothing came of it yet.
    #[error("this is open already")]
    NotEnded,
    /// A pilot goes on.
    #[error("a pilot goes on; say what came of it first")]
    Begun,
    /// An idea is to stay that nobody tried.
    #[error("nobody tried this; begin a pilot first")]
    NotTried,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    Same,
}

impl Problem for IdeaError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::Fields(_) => Kind::Invalid,
            Self::NotYours => Kind::Forbidden,
            Self::Ended | Self::NotEnded | Self::Begun | Self::NotTried | Self::Same => {
                Kind::Conflict
            }
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "idea_missing",
            Self::Changed => "idea_changed",
            Self::Fields(_) => "idea_fields",
            Self::NotYours => "idea_not_yours",
            Self::Ended => "idea_ended",
            Self::NotEnded => "idea_not_ended",
            Self::Begun => "idea_begun",
            Self::NotTried => "idea_not_tried",
            Self::Same => "idea_same",
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}
