//! What can go wrong with drafts, in words that people can act on.

use base::{FieldProblem, Kind, Problem};

use super::amendment::Standing;

/// What can go wrong with drafts.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// There is no such draft here, or none that the caller may know of.
    #[error("there is no such draft in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this draft changed since you opened it; read it again")]
    Changed,
    /// Somebody saved it at the same moment.
    #[error("somebody saved this draft at the same moment; try again")]
    Raced,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// Neither the one who holds the pen nor a coordinator.
    #[error("only those who hold the pen, or a coordinator, may do this")]
    NotYours,
    /// A guest where guests only read.
    #[error("guests read here and do not write")]
    GuestsRead,
    /// Nobody writes it any more.
    #[error("nobody writes this draft any more; restore it first")]
    Withdrawn,
    /// It is being written.
    #[error("this draft is being written")]
    NotWithdrawn,
    /// That version is published for the same people.
    #[error("this version is published already")]
    Published,
    /// Nothing is published.
    #[error("nothing of this draft is published")]
    NotPublished,
    /// A version of it is still published.
    #[error("take back what is published first")]
    StillPublished,
    /// The lines were changed since.
    #[error("these lines were changed since; bring the two together by hand, or propose anew")]
    LinesChanged,
    /// It was answered.
    #[error("this amendment was answered: it is {standing}")]
    Answered {
        /// How.
        standing: Standing,
    },
    /// Nothing would be left, or more than is kept.
    #[error("the text would be empty, or longer than 60,000 characters")]
    TooLong,
    /// It has as many versions as a draft gets.
    #[error("this draft is full; begin another one with its text")]
    Full,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    SameText,
}

impl DraftError {
    /// A field that the rules refuse.
    pub(crate) fn field(field: &str, code: &'static str) -> Self {
        Self::Fields(vec![FieldProblem { field: field.to_owned(), code, args: Vec::new() }])
    }
}

impl Problem for DraftError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed | Self::Raced => Kind::Stale,
            Self::Fields(_) => Kind::Invalid,
            Self::NotYours | Self::GuestsRead => Kind::Forbidden,
            Self::Withdrawn
            | Self::NotWithdrawn
            | Self::Published
            | Self::NotPublished
            | Self::StillPublished
            | Self::LinesChanged
            | Self::Answered { .. }
            | Self::TooLong
            | Self::Full
            | Self::SameText => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "draft_missing",
            Self::Changed | Self::Raced => "draft_changed",
            Self::Fields(_) => "draft_fields",
            Self::NotYours => "draft_not_yours",
            Self::GuestsRead => "draft_guests_read",
            Self::Withdrawn => "draft_withdrawn",
            Self::NotWithdrawn => "draft_not_withdrawn",
            Self::Published => "draft_published",
            Self::NotPublished => "draft_not_published",
            Self::StillPublished => "draft_still_published",
            Self::LinesChanged => "draft_lines_changed",
            Self::Answered { .. } => "draft_answered",
            Self::TooLong => "draft_too_long",
            Self::Full => "draft_full",
            Self::SameText => "draft_same",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Answered { standing } => vec![("standing", standing.to_string())],
            Self::Missing
            | Self::Changed
            | Self::Raced
            | Self::Fields(_)
            | Self::NotYours
            | Self::GuestsRead
            | Self::Withdrawn
            | Self::NotWithdrawn
            | Self::Published
            | Self::NotPublished
            | Self::StillPublished
            | Self::LinesChanged
            | Self::TooLong
            | Self::Full
            | Self::SameText => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}
