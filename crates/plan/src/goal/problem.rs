//! What can go wrong with the plan's items, in words that people can act on.

use base::{FieldProblem, Kind, Problem};

/// What can go wrong with the plan's items.
#[derive(Debug, thiserror::Error)]
pub enum GoalError {
    /// There is no such item here, or none that the caller may know of.
    #[error("there is no such item in the plan of this partnership")]
    Missing,
    /// Somebody changed it since the caller read it.
    #[error("this changed since you opened it; read it again, then decide")]
    Changed,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// Neither a coordinator nor a lead of its owner.
    #[error("only a coordinator or a lead of the organization that answers for it may do this")]
    NotYours,
    /// It was reached or dropped.
    #[error("this is closed; open it again first")]
    Closed,
    /// It is open.
    #[error("this is open already")]
    NotClosed,
    /// A change that changes nothing.
    #[error("nothing was changed")]
    SameAim,
    /// A move to the same dates.
    #[error("the dates are the same; choose others")]
    SameDates,
    /// A second review on one day.
    #[error("this was reviewed today")]
    ReviewedToday,
    /// Nobody's judgement stands.
    #[error("the status is the computed one")]
    NotJudged,
    /// A link that does not lead upward.
    #[error("a strategy serves goals and objectives, an objective goals, a milestone strategies")]
    WrongLayer,
    /// It is linked already, or is not.
    #[error("nothing would change: look at what it serves now")]
    SameLinks,
    /// A milestone without a strategy.
    #[error("a milestone belongs to a strategy; link it to another one first")]
    LastStrategy,
    /// No such commitment.
    #[error("there is no such commitment in this partnership")]
    NoCommitment,
    /// Something without a day cannot be waited for, nor wait.
    #[error("only objectives, strategies and milestones with a date wait for each other")]
    NoDay,
    /// A whole cannot wait for its part, nor a part for its whole.
    #[error("one of these serves the other, so neither can wait for the other")]
    WaitsForItself,
    /// A would wait for itself in the end.
    #[error("that would be a circle: the other one waits for this already")]
    Circle,
    /// A move that others follow from, and the caller did not say what becomes of them.
    #[error("{count} others wait for this; say whether they move too")]
    Pushes {
        /// How many.
        count: usize,
    },
    /// A push of what the caller may not move.
    #[error("`{title}` would have to move too, and that is not yours to move")]
    PushNotYours {
        /// What.
        title: String,
    },
    /// It has no neighbour on that side.
    #[error("it is at the end of the list")]
    AtTheEnd,
    /// A plan so large that nobody could read it.
    #[error("a plan has at most 5000 items")]
    Full,
}

impl Problem for GoalError {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing => Kind::Missing,
            Self::Changed => Kind::Stale,
            Self::Fields(_) | Self::NoCommitment => Kind::Invalid,
            Self::NotYours => Kind::Forbidden,
            Self::Closed
            | Self::NotClosed
            | Self::SameAim
            | Self::SameDates
            | Self::ReviewedToday
            | Self::NotJudged
            | Self::WrongLayer
            | Self::SameLinks
            | Self::LastStrategy
            | Self::NoDay
            | Self::WaitsForItself
            | Self::Circle
            | Self::Pushes { .. }
            | Self::PushNotYours { .. }
            | Self::AtTheEnd
            | Self::Full => Kind::Conflict,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "plan_missing",
            Self::Changed => "plan_changed",
            Self::Fields(_) => "plan_fields",
            Self::NotYours => "plan_not_yours",
            Self::Closed => "plan_closed",
            Self::NotClosed => "plan_not_closed",
            Self::SameAim => "plan_same",
            Self::SameDates => "plan_same_dates",
            Self::ReviewedToday => "plan_reviewed_today",
            Self::NotJudged => "plan_not_judged",
            Self::WrongLayer => "plan_wrong_layer",
            Self::SameLinks => "plan_same_links",
            Self::LastStrategy => "plan_last_strategy",
            Self::NoCommitment => "plan_no_commitment",
            Self::NoDay => "plan_no_day",
            Self::WaitsForItself => "plan_waits_for_itself",
            Self::Circle => "plan_circle",
            Self::Pushes { .. } => "plan_pushes",
            Self::PushNotYours { .. } => "plan_push_not_yours",
            Self::AtTheEnd => "plan_at_the_end",
            Self::Full => "plan_full",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Pushes { count } => vec![("count", count.to_string())],
            Self::PushNotYours { title } => vec![("title", title.clone())],
            Self::Missing
            | Self::Changed
            | Self::Fields(_)
            | Self::NotYours
            | Self::Closed
            | Self::NotClosed
            | Self::SameAim
            | Self::SameDates
            | Self::ReviewedToday
            | Self::NotJudged
            | Self::WrongLayer
            | Self::SameLinks
            | Self::LastStrategy
            | Self::NoCommitment
            | Self::NoDay
            | Self::WaitsForItself
            | Self::Circle
            | Self::AtTheEnd
            | Self::Full => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        if let Self::Fields(fields) = self { fields } else { &[] }
    }
}
