//! What can go wrong with the register of disagreements, in words that people can act on.

use base::{FieldProblem, Kind, Problem};

use super::State;

/// What can go wrong with the register of disagreements.
#[derive(Debug, thiserror::Error)]
pub enum DisagreementError {
    /// There is no such disagreement here, or none that the caller may know of.
    #[error("there is no such disagreement in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this disagreement changed since you opened it; read it again")]
    Changed,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// Neither a coordinator nor somebody of a party.
    #[error("only a coordinator or somebody of a party may do this")]
    NotYours,
    /// The organization is none of those who are at odds.
    #[error("your organization is no party of this disagreement")]
    NotParty,
    /// It is over.
    #[error("this disagreement is over: it is {state}")]
    Over {
        /// How it ended.
        state: State,
    },
    /// It goes on.
    #[error("this disagreement is open")]
    NotOver,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    SameText,
}

impl DisagreementError {
    /// A field that the rules refuse.
    pub(crate) fn field(field: &str, code: &'static str) -> Self {
        Self::Fields(vec![FieldProblem { field: field.to_owned(), code, args: Vec::new() }])
    }
}

impl Problem for DisagreementError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::Fields(_) => Kind::Invalid,
            Self::NotYours | Self::NotParty => Kind::Forbidden,
            Self::Over { .. } | Self::NotOver | Self::SameText => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "disagreement_missing",
            Self::Changed => "disagreement_changed",
            Self::Fields(_) => "disagreement_fields",
            Self::NotYours => "disagreement_not_yours",
            Self::NotParty => "disagreement_not_party",
            Self::Over { .. } => "disagreement_over",
            Self::NotOver => "disagreement_not_over",
            Self::SameText => "disagreement_same",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Over { state } => vec![("state", state.to_string())],
            Self::Missing
            | Self::Changed
            | Self::Fields(_)
            | Self::NotYours
            | Self::NotParty
            | Self::NotOver
            | Self::SameText => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}
