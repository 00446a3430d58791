//! What can go wrong with decisions, in words that people can act on.

use base::{Date, FieldProblem, Kind, Problem};

use super::StateName;

/// What can go wrong with decisions.
#[derive(Debug, thiserror::Error)]
pub enum DecisionError {
    /// There is no such decision here, or none that the caller may know of.
    #[error("there is no such decision in this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this decision changed since you opened it; read it again, then answer")]
    Changed,
    /// Somebody wrote it at the same moment.
    #[error("somebody changed this decision at the same moment; try again")]
    Raced,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// Neither a coordinator nor somebody of the organization that brings it.
    #[error("only a coordinator or a lead of the organization that brings it may do this")]
    NotYours,
    /// The caller speaks for nobody on the roll.
    #[error("you speak for nobody who may answer this question")]
    NotOnRoll,
    /// It was put already.
    #[error("this can only be done before the question is put; it is {state}")]
    NotDraft {
        /// Where it stands.
        state: StateName,
    },
    /// Positions cannot be given.
    #[error("this can only be done while the question is open; it is {state}")]
    NotOpen {
        /// Where it stands.
        state: StateName,
    },
    /// It is over, and stays as it is.
    #[error("this decision is over and is never changed; it is {state}")]
    Over {
        /// Where it stands.
        state: StateName,
    },
    /// It is not over, so there is nothing to supersede.
    #[error("only a closed decision can be reopened by a new one")]
    NotClosed,
    /// Another decision reopens it.
    #[error("another question reopens this decision already")]
    Reopened,
    /// Nothing was decided, so nothing can be promised from it.
    #[error("nothing was decided here that could be promised")]
    NothingDecided,
    /// Somebody can still answer.
    #[error("not everybody has answered; it can be closed after {due}")]
    TooEarly {
        /// By when positions are due.
        due: Date,
    },
    /// Only what is decided by consent is amended.
    #[error("only a proposal that is decided by consent can be amended")]
    NoAmendment,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    SameText,
    /// Nobody may answer.
    #[error("nobody could answer: no seat is held, or nobody is a member")]
    EmptyRoll,
    /// No position was given.
    #[error("no position was given in this round")]
    NoPosition,
    /// An answer of another method.
    #[error("this answer does not fit the method of the question")]
    OtherMethod,
    /// A stored history that no verbs could have made.
    #[error("the stored history of a decision makes no sense")]
    History,
}

impl Problem for DecisionError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed | Self::Raced => Kind::Stale,
            Self::Fields(_) | Self::OtherMethod => Kind::Invalid,
            Self::NotYours | Self::NotOnRoll => Kind::Forbidden,
            Self::History => Kind::Fault,
            Self::NotDraft { .. }
            | Self::NotOpen { .. }
            | Self::Over { .. }
            | Self::NotClosed
            | Self::Reopened
            | Self::NothingDecided
            | Self::TooEarly { .. }
            | Self::NoAmendment
            | Self::SameText
            | Self::EmptyRoll
            | Self::NoPosition => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "decision_missing",
            Self::Changed | Self::Raced => "decision_changed",
            Self::Fields(_) => "decision_fields",
            Self::NotYours => "decision_not_yours",
            Self::NotOnRoll => "decision_not_on_roll",
            Self::NotDraft { .. } => "decision_not_draft",
            Self::NotOpen { .. } => "decision_not_open",
            Self::Over { .. } => "decision_over",
            Self::NotClosed => "decision_not_closed",
            Self::Reopened => "decision_reopened",
            Self::NothingDecided => "decision_nothing_decided",
            Self::TooEarly { .. } => "decision_too_early",
            Self::NoAmendment => "decision_no_amendment",
            Self::SameText => "decision_same",
            Self::EmptyRoll => "decision_empty_roll",
            Self::NoPosition => "decision_no_position",
            Self::OtherMethod => "decision_other_method",
            Self::History => "decision_history",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotDraft { state } | Self::NotOpen { state } | Self::Over { state } => {
                vec![("state", state.to_string())]
            }
            Self::TooEarly { due } => vec![("due", due.to_string())],
            Self::Missing
            | Self::Changed
            | Self::Raced
            | Self::Fields(_)
            | Self::NotYours
            | Self::NotOnRoll
            | Self::NotClosed
            | Self::Reopened
            | Self::NothingDecided
            | Self::NoAmendment
            | Self::SameText
            | Self::EmptyRoll
            | Self::NoPosition
            | Self::OtherMethod
            | Self::History => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}
