//! What can go wrong with risks and issues, in words that people can act on.

use base::{FieldProblem, Kind, Problem};

/// What can go wrong with risks and issues.
#[derive(Debug, thiserror::Error)]
pub enum RiskError {
    /// There is none such here, or none that the caller may know of.
    #[error("there is no such risk or issue in this partnership")]
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
    /// It is over.
    #[error("this is closed; open it again first")]
    Closed,
    /// It is watched.
    #[error("this is open already")]
    NotClosed,
    /// It is an issue.
    #[error("this has happened already: it is an issue")]
    HappenedAlready,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    Same,
    /// It is linked already, or is not.
    #[error("nothing would change: look at what it threatens now")]
    SameLinks,
}

impl Problem for RiskError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::Fields(_) => Kind::Invalid,
            Self::NotYours => Kind::Forbidden,
            Self::Closed
            | Self::NotClosed
            | Self::HappenedAlready
            | Self::Same
            | Self::SameLinks => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "risk_missing",
            Self::Changed => "risk_changed",
            Self::Fields(_) => "risk_fields",
            Self::NotYours => "risk_not_yours",
            Self::Closed => "risk_closed",
            Self::NotClosed => "risk_not_closed",
            Self::HappenedAlready => "risk_happened_already",
            Self::Same => "risk_same",
            Self::SameLinks => "risk_same_links",
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}
