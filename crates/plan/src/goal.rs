//! The plan: goals, the objectives and strategies that serve them, and milestones. One type,
//! because the same is done with each; what differs by layer stands in [`Aim::checked`].
//!
//! How far an item is, and how it stands, is computed in [`progress`] and never typed. A named
//! person can judge otherwise, with a reason, and take that back.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod find;
pub(crate) mod measure;
mod outline;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub mod progress;
pub(crate) mod queries;
mod reading;
pub(crate) mod routes;
mod step;
pub(crate) mod store;
pub(crate) mod words;

use base::{Date, FieldProblem, Line, OrganizationId, PersonId, Prose, Reason, Revision, Title};

pub use self::{
    commands::{
        NewItem, Target, add, adopt, attach, change, close, detach, judge, link, move_dates, order,
        reopen, review, unjudge, unlink,
    },
    measure::{changeable_items, link_measure, measured_items, tell, unlink_measure},
    outline::{Outline, Part, Pile},
    problem::GoalError,
    progress::{Progress, Signs, Standing, Why},
    queries::{Record, item},
    reading::{Reading, Stand},
    step::{ActName, Step},
};

base::id! {
    /// Names an item of the plan.
    pub ItemId = "pli";
}

base::words! {
    /// How high in the plan an item stands.
    pub enum Layer {
        /// A shared outcome.
        Goal = "goal",
        /// Specific, measurable and dated.
        Objective = "objective",
        /// A project that several agencies carry.
        Strategy = "strategy",
        /// A dated step of a strategy.
        Milestone = "milestone",
    }
}

base::words! {
    /// How far ahead a goal looks.
    pub enum Term {
        /// A short-term outcome.
        Short = "short",
        /// A long-term outcome.
        Long = "long",
    }
}

base::words! {
    /// How an item stands.
    pub enum Status {
        /// Nothing is late.
        OnTrack = "on_track",
        /// Something is late or was broken.
        AtRisk = "at_risk",
        /// Its day has passed, or much is late, or something has been for long.
        OffTrack = "off_track",
        /// All of it is done.
        Done = "done",
        /// Nothing was done yet.
        NotStarted = "not_started",
    }
}

base::words! {
    /// Whether an item is worked on.
    pub enum State {
        /// It is.
        Open = "open",
        /// It was reached.
        Reached = "reached",
        /// It was given up.
        Dropped = "dropped",
    }
}

base::words! {
    /// How an item ends.
    pub enum Ending {
        /// It was reached.
        Reached = "reached",
        /// It is given up.
        Dropped = "dropped",
    }
}

base::words! {
    /// Where an item goes among its neighbours.
    pub enum Direction {
        /// Before the one before it.
        Up = "up",
        /// After the one after it.
        Down = "down",
    }
}

/// More about an item.
pub type Details = Prose<4000>;
/// How one will know: what is counted, and how many.
pub type Yardstick = Line<300>;
/// A few words that go with a step.
pub type Note = Prose<2000>;

/// How long after its last review a goal is due for another, in days.
pub const REVIEW_DAYS: i64 = 365;

impl Layer {
    /// What an item of this layer may serve.
    #[must_use]
    pub const fn serves(self) -> &'static [Self] {
        match self {
            Self::Goal => &[],
            Self::Objective => &[Self::Goal],
            Self::Strategy => &[Self::Goal, Self::Objective],
            Self::Milestone => &[Self::Strategy],
        }
    }

    /// What may serve an item of this layer.
    #[must_use]
    pub const fn served_by(self) -> &'static [Self] {
        match self {
            Self::Goal => &[Self::Objective, Self::Strategy],
            Self::Objective => &[Self::Strategy],
            Self::Strategy => &[Self::Milestone],
            Self::Milestone => &[],
        }
    }
}

/// What an item says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// What it is called.
    pub title: Title,
    /// More about it.
    pub details: Option<Details>,
    /// How far ahead it looks; a goal's.
    pub term: Option<Term>,
    /// How one will know; an objective's.
    pub yardstick: Option<Yardstick>,
    /// The organization that answers for it.
    pub owner: OrganizationId,
}

/// When it is worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// From when.
    pub starts: Option<Date>,
    /// By when.
    pub due: Option<Date>,
}

/// What a person said of an item's status, against what was computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// How it stands, they say.
    pub status: Status,
    /// Why.
    pub why: Reason,
    /// Who says so.
    pub by: PersonId,
    /// For whom they spoke.
    pub organization: OrganizationId,
    /// Since when.
    pub on: Date,
}

/// One item of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// How high it stands.
    pub layer: Layer,
    /// What it says of itself.
    pub aim: Aim,
    /// When it is worked on.
    pub span: Span,
    /// The dates first agreed.
    pub first: Span,
    /// Its place among its neighbours.
    pub place: i64,
    /// Whether it is worked on.
    pub state: State,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// What was said when it was closed.
    pub closed_words: Option<Note>,
    /// When it was last reviewed.
    pub reviewed_on: Option<Date>,
    /// What a person says of its status.
    pub judged: Option<Judgement>,
    /// Since when it is in the plan.
    pub since: Date,
    /// How often it was changed.
    pub revision: Revision,
}

impl Aim {
    /// Whether the parts fit the layer: a goal has a term, an objective a yardstick, and all but
    /// goals are dated. What does not belong to the layer is left out.
    ///
    /// # Errors
    /// Every field that is missing.
    pub fn checked(mut self, layer: Layer) -> Result<Self, GoalError> {
        let mut missing = Vec::new();
        match layer {
            Layer::Goal if self.term.is_none() => missing.push("term"),
            Layer::Objective if self.yardstick.is_none() => missing.push("yardstick"),
            Layer::Goal | Layer::Objective | Layer::Strategy | Layer::Milestone => {}
        }
        self.term = self.term.filter(|_| layer == Layer::Goal);
        self.yardstick = self.yardstick.filter(|_| layer == Layer::Objective);
        refuse(missing)?;
        Ok(self)
    }
}

impl Span {
    /// Whether the dates fit the layer and each other.
    ///
    /// # Errors
    /// Every date that is missing, or an end before its beginning.
    pub fn checked(mut self, layer: Layer) -> Result<Self, GoalError> {
        let mut missing = Vec::new();
        if layer != Layer::Goal && self.due.is_none() {
            missing.push("due");
        }
        if layer == Layer::Strategy && self.starts.is_none() {
            missing.push("starts");
        }
        refuse(missing)?;
        self.starts = self.starts.filter(|_| layer != Layer::Milestone);
        if let (Some(starts), Some(due)) = (self.starts, self.due)
            && due < starts
        {
            let args = vec![("starts", starts.to_string())];
            let field = FieldProblem { field: "due".to_owned(), code: "plan_ends_early", args };
            return Err(GoalError::Fields(vec![field]));
        }
        Ok(self)
    }
}

fn refuse(missing: Vec<&str>) -> Result<(), GoalError> {
    if missing.is_empty() {
        return Ok(());
    }
    let field =
        |name: &str| FieldProblem { field: name.to_owned(), code: "required", args: Vec::new() };
    Err(GoalError::Fields(missing.into_iter().map(field).collect()))
}

impl Item {
    /// Whether it is worked on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Open)
    }

    /// The day after which another review is due; a goal's that is open.
    #[must_use]
    pub fn review_due(&self) -> Option<Date> {
        let goal = self.layer == Layer::Goal && self.is_open();
        goal.then(|| self.reviewed_on.unwrap_or(self.since).plus_days(REVIEW_DAYS))
    }

    /// Whether its last review is more than a year ago.
    #[must_use]
    pub fn wants_review(&self, today: Date) -> bool {
        self.review_due().is_some_and(|day| day < today)
    }

    /// Changes what it says of itself.
    ///
    /// # Errors
    /// When it is closed, or nothing would change.
    pub fn change(&mut self, aim: Aim) -> Result<(), GoalError> {
        self.must_be_open()?;
        let aim = aim.checked(self.layer)?;
        if aim == self.aim {
            return Err(GoalError::SameAim);
        }
        self.aim = aim;
        Ok(())
    }

    /// Moves its dates.
    ///
    /// # Errors
    /// When it is closed, the dates are the same, or do not fit.
    pub fn move_dates(&mut self, span: Span) -> Result<Span, GoalError> {
        self.must_be_open()?;
        let span = span.checked(self.layer)?;
        if span == self.span {
            return Err(GoalError::SameDates);
        }
        Ok(std::mem::replace(&mut self.span, span))
    }

    /// Notes that it was looked at and is still right.
    ///
    /// # Errors
    /// When it is closed, or was reviewed today.
    pub fn review(&mut self, today: Date) -> Result<(), GoalError> {
        self.must_be_open()?;
        if self.reviewed_on == Some(today) {
            return Err(GoalError::ReviewedToday);
        }
        self.reviewed_on = Some(today);
        Ok(())
    }

    /// Ends it. What was judged of it no longer matters.
    ///
    /// # Errors
    /// When it is closed already; when it is dropped without a reason.
    pub fn close(&mut self, how: Ending, words: Option<Note>, on: Date) -> Result<(), GoalError> {
        self.must_be_open()?;
        if how == Ending::Dropped && words.is_none() {
            refuse(vec!["words"])?;
        }
        self.state = match how {
            Ending::Reached => State::Reached,
            Ending::Dropped => State::Dropped,
        };
        (self.closed_on, self.closed_words, self.judged) = (Some(on), words, None);
        Ok(())
    }

    /// Works on it again.
    ///
    /// # Errors
    /// When it is not closed.
    pub fn reopen(&mut self) -> Result<(), GoalError> {
        if self.is_open() {
            return Err(GoalError::NotClosed);
        }
        (self.state, self.closed_on, self.closed_words) = (State::Open, None, None);
        Ok(())
    }

    /// Says, as a person, how it stands.
    ///
    /// # Errors
    /// When it is closed.
    pub fn judge(&mut self, judgement: Judgement) -> Result<(), GoalError> {
        self.must_be_open()?;
        self.judged = Some(judgement);
        Ok(())
    }

    /// Lets what is computed hold again.
    ///
    /// # Errors
    /// When nobody judged it.
    pub fn unjudge(&mut self) -> Result<(), GoalError> {
        self.judged.take().map(drop).ok_or(GoalError::NotJudged)
    }

    /// Whether it may serve another.
    ///
    /// # Errors
    /// When that does not stand higher.
    pub fn may_serve(&self, upper: &Self) -> Result<(), GoalError> {
        self.must_be_open()?;
        upper.must_be_open()?;
        if self.layer.serves().contains(&upper.layer) { Ok(()) } else { Err(GoalError::WrongLayer) }
    }

    pub(crate) const fn must_be_open(&self) -> Result<(), GoalError> {
        if self.is_open() { Ok(()) } else { Err(GoalError::Closed) }
    }
}

#[cfg(test)]
pub(crate) mod tests;
