//! Who carries what of the plan: who leads an item, supports it, is asked and is told. Like every
//! promise it is proposed to the one named, who accepts, declines or answers with another duty;
//! nobody is put in charge unasked.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod find;
pub mod load;
mod notices;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;
pub(crate) mod words;

use std::{fmt, str::FromStr};

use base::{Date, Instant, OrganizationId, PersonId, Prose, Revision};
use partnership::SeatId;

pub use self::{
    commands::{NewRole, Target, accept, counter, decline, end, propose, withdraw},
    problem::ResponsibilityError,
};
use crate::goal::ItemId;

base::id! {
    /// Names a responsibility.
    pub ResponsibilityId = "rsp";
}

base::words! {
    /// What somebody does for an item.
    pub enum Duty {
        /// Does the work, or sees to it.
        Lead = "lead",
        /// Helps with the work.
        Support = "support",
        /// Is asked before something is settled.
        Consulted = "consulted",
        /// Is told of what was settled.
        Informed = "informed",
    }
}

base::words! {
    /// The name of a [`State`], without what it carries.
    pub enum StateName {
        /// One side has said it; the other answers.
        Proposed = "proposed",
        /// Both agree.
        Accepted = "accepted",
        /// The other side said no.
        Declined = "declined",
        /// Taken back before an answer.
        Withdrawn = "withdrawn",
        /// It was laid down.
        Ended = "ended",
    }
}

base::words! {
    /// Whose word it is.
    pub enum Side {
        /// Those who keep the item: a coordinator, or a lead of who answers for it.
        Plan = "plan",
        /// The one named.
        Bearer = "bearer",
    }
}

base::words! {
    /// What was done.
    pub enum ActName {
        /// Those who keep the item named somebody.
        Proposed = "proposed",
        /// Somebody named themselves.
        Offered = "offered",
        /// Somebody who speaks for both sides settled it.
        Taken = "taken",
        /// The other side agreed.
        Accepted = "accepted",
        /// The other side said no.
        Declined = "declined",
        /// The other side answered with another duty.
        Countered = "countered",
        /// It was taken back before an answer.
        Withdrawn = "withdrawn",
        /// It was laid down.
        Ended = "ended",
    }
}

/// A few words that go with a step.
pub type Note = Prose<2000>;

/// Where a responsibility stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// One side has said it; the other answers.
    Proposed {
        /// Who said it last.
        by: Side,
    },
    /// Both agree.
    Accepted,
    /// The other side said no.
    Declined,
    /// Taken back before an answer.
    Withdrawn,
    /// It was laid down.
    Ended,
}

/// Who carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearer {
    /// An organization, by its leads.
    Organization(OrganizationId),
    /// A seat, by whoever holds it: it stays when the holder changes.
    Seat(SeatId),
}

/// A text that names neither an organization nor a seat.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("expected the identifier of an organization or of a seat")]
pub struct UnknownBearer;

/// For which sides a person speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hands {
    /// For those who keep the item.
    pub plan: bool,
    /// For the one named.
    pub bearer: bool,
}

/// Who carries what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responsibility {
    /// Its name.
    pub id: ResponsibilityId,
    /// For which item.
    pub item: ItemId,
    /// Who carries it.
    pub bearer: Bearer,
    /// The organization behind it: itself, or that of the seat.
    pub organization: OrganizationId,
    /// What they do.
    pub duty: Duty,
    state: State, // Invariant: changes only through the verbs below.
    /// The day of its last turn.
    pub day: Date,
    /// How often it was changed.
    pub revision: Revision,
}

/// One step of its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub act: ActName,
    /// When.
    pub at: Instant,
    /// On which day there.
    pub on: Date,
    /// Who did it.
    pub person: PersonId,
    /// For whom they spoke.
    pub organization: OrganizationId,
    /// The duty from then on.
    pub duty: Duty,
    /// What they said to it.
    pub words: Option<String>,
}

/// What a responsibility is about; it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Its name.
    pub id: ResponsibilityId,
    /// For which item.
    pub item: ItemId,
    /// Who carries it.
    pub bearer: Bearer,
    /// The organization behind it.
    pub organization: OrganizationId,
}

impl Responsibility {
    /// One that somebody proposes. Who speaks for both sides settles it at once.
    ///
    /// # Errors
    /// When they speak for neither.
    pub fn propose(
        frame: Frame,
        duty: Duty,
        hands: Hands,
        on: Date,
    ) -> Result<(Self, ActName), ResponsibilityError> {
        let (state, act) = match (hands.plan, hands.bearer) {
            (true, true) => (State::Accepted, ActName::Taken),
            (true, false) => (State::Proposed { by: Side::Plan }, ActName::Proposed),
            (false, true) => (State::Proposed { by: Side::Bearer }, ActName::Offered),
            (false, false) => return Err(ResponsibilityError::NotYours),
        };
        Ok((Self::stored(frame, (duty, state), on, Revision::FIRST), act))
    }

    /// One as it was kept.
    #[must_use]
    pub(crate) const fn stored(
        frame: Frame,
        (duty, state): (Duty, State),
        day: Date,
        revision: Revision,
    ) -> Self {
        let Frame { id, item, bearer, organization } = frame;
        Self { id, item, bearer, organization, duty, state, day, revision }
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// Whether it holds, or may come to hold.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Proposed { .. } | State::Accepted)
    }

    /// The side that answers now.
    #[must_use]
    pub const fn turn(&self) -> Option<Side> {
        match self.state {
            State::Proposed { by } => Some(by.other()),
            State::Accepted | State::Declined | State::Withdrawn | State::Ended => None,
        }
    }

    /// Agrees, for the side that was asked.
    ///
    /// # Errors
    /// When nothing waits, or it is not their turn.
    pub fn accept(&mut self, hands: Hands, on: Date) -> Result<ActName, ResponsibilityError> {
        self.must_answer(hands)?;
        Ok(self.turn_to(State::Accepted, ActName::Accepted, on))
    }

    /// Says no, for the side that was asked.
    ///
    /// # Errors
    /// When nothing waits, or it is not their turn.
    pub fn decline(&mut self, hands: Hands, on: Date) -> Result<ActName, ResponsibilityError> {
        self.must_answer(hands)?;
        Ok(self.turn_to(State::Declined, ActName::Declined, on))
    }

    /// Answers with another duty; now the other side answers.
    ///
    /// # Errors
    /// When nothing waits, it is not their turn, or the duty is the same.
    pub fn counter(
        &mut self,
        duty: Duty,
        hands: Hands,
        on: Date,
    ) -> Result<ActName, ResponsibilityError> {
        let by = self.must_answer(hands)?;
        if duty == self.duty {
            return Err(ResponsibilityError::SameDuty);
        }
        self.duty = duty;
        Ok(self.turn_to(State::Proposed { by }, ActName::Countered, on))
    }

    /// Takes it back before an answer, for the side that said it last.
    ///
    /// # Errors
    /// When nothing waits, or the other side said it.
    pub fn withdraw(&mut self, hands: Hands, on: Date) -> Result<ActName, ResponsibilityError> {
        let State::Proposed { by } = self.state else { return Err(self.not_waiting()) };
        if !hands.has(by) {
            return Err(hands.refusal());
        }
        Ok(self.turn_to(State::Withdrawn, ActName::Withdrawn, on))
    }

    /// Lays it down, for either side.
    ///
    /// # Errors
    /// When it does not hold, or they speak for neither side.
    pub fn end(&mut self, hands: Hands, on: Date) -> Result<ActName, ResponsibilityError> {
        if self.state != State::Accepted {
            return Err(ResponsibilityError::NotHeld { state: self.state.name() });
        }
        if !hands.any() {
            return Err(ResponsibilityError::NotYours);
        }
        Ok(self.turn_to(State::Ended, ActName::Ended, on))
    }

    /// The side that answers, when the person speaks for it.
    fn must_answer(&self, hands: Hands) -> Result<Side, ResponsibilityError> {
        let turn = self.turn().ok_or_else(|| self.not_waiting())?;
        if hands.has(turn) { Ok(turn) } else { Err(hands.refusal()) }
    }

    const fn not_waiting(&self) -> ResponsibilityError {
        ResponsibilityError::NotWaiting { state: self.state.name() }
    }

    const fn turn_to(&mut self, state: State, act: ActName, on: Date) -> ActName {
        (self.state, self.day) = (state, on);
        act
    }
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> StateName {
        match self {
            Self::Proposed { .. } => StateName::Proposed,
            Self::Accepted => StateName::Accepted,
            Self::Declined => StateName::Declined,
            Self::Withdrawn => StateName::Withdrawn,
            Self::Ended => StateName::Ended,
        }
    }
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Plan => Self::Bearer,
            Self::Bearer => Self::Plan,
        }
    }
}

impl Hands {
    /// Whether the person speaks for a side.
    #[must_use]
    pub const fn has(self, side: Side) -> bool {
        match side {
            Side::Plan => self.plan,
            Side::Bearer => self.bearer,
        }
    }

    /// Whether they speak for any.
    #[must_use]
    pub const fn any(self) -> bool {
        self.plan || self.bearer
    }

    /// Why they may not: it is the other side's turn, or none of theirs.
    const fn refusal(self) -> ResponsibilityError {
        if self.any() { ResponsibilityError::OtherSide } else { ResponsibilityError::NotYours }
    }
}

impl Bearer {
    /// The seat, when it is one.
    #[must_use]
    pub const fn seat(self) -> Option<SeatId> {
        match self {
            Self::Organization(_) => None,
            Self::Seat(seat) => Some(seat),
        }
    }
}

impl fmt::Display for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organization(id) => id.fmt(f),
            Self::Seat(id) => id.fmt(f),
        }
    }
}

impl FromStr for Bearer {
    type Err = UnknownBearer;

    fn from_str(text: &str) -> Result<Self, UnknownBearer> {
        let organization = text.parse().map(Self::Organization);
        organization.or_else(|_| text.parse().map(Self::Seat)).map_err(|_neither| UnknownBearer)
    }
}

impl web::FieldError for UnknownBearer {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("choice_unknown", Vec::new())
    }
}

#[cfg(test)]
mod tests;
