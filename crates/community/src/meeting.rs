//! A meeting of a body: when and where, its agenda, who was there, and the minutes.
//!
//! A series makes meetings ahead; each is a record of its own, so that one can be moved or cancelled
//! alone. What was noted and decided hangs on the items of the agenda.

pub mod agenda;
pub(crate) mod api;
pub mod attendance;
pub mod commands;
pub mod duties;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod find;
pub(crate) mod jobs;
pub mod minutes;
mod notices;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod plan;
mod problem;
pub mod public;
pub(crate) mod queries;
pub(crate) mod routes;
pub mod series;
pub(crate) mod store;
pub(crate) mod topic;
pub(crate) mod words;

use base::{Date, Instant, Reason, Revision};
use partnership::BodyId;
use standards::recurrence::Wall;

pub use self::{
    find::{Filter, When},
    plan::{Length, Plan, Room, WrongLength},
    problem::MeetingError,
    queries::{Record, meeting, page as meetings},
    series::SeriesId,
    store::Entry,
};
use crate::Error;

base::id! {
    /// Names a meeting.
    pub MeetingId = "mtg";
}

base::words! {
    /// The name of a [`State`], without what it carries.
    pub enum StateName {
        /// It will be.
        Planned = "planned",
        /// It is being held.
        UnderWay = "under_way",
        /// It was held.
        Held = "held",
        /// It will not be.
        Cancelled = "cancelled",
    }
}

base::words! {
    /// The name of a [`Minutes`], without what it carries.
    pub enum MinutesName {
        /// They are being written, or will be.
        None = "none",
        /// They wait to be approved.
        Submitted = "submitted",
        /// They were approved and stay as they are.
        Approved = "approved",
    }
}

/// Where a meeting stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It will be.
    Planned,
    /// It is being held.
    UnderWay {
        /// Since when.
        since: Instant,
    },
    /// It was held.
    Held {
        /// When it ended.
        until: Instant,
    },
    /// It will not be.
    Cancelled {
        /// Why.
        why: Reason,
        /// When it was called off.
        at: Instant,
    },
}

/// Where the minutes of a meeting stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minutes {
    /// They are being written, or will be.
    None,
    /// They wait to be approved.
    Submitted {
        /// Since when.
        on: Date,
    },
    /// They were approved and stay as they are.
    Approved {
        /// When.
        on: Date,
        /// At which later meeting.
        at: MeetingId,
    },
}

/// A meeting of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its name.
    pub id: MeetingId,
    /// Who meets.
    pub body: BodyId,
    /// The series that made it.
    pub series: Option<SeriesId>,
    /// The time that the series gave it.
    pub slot: Option<Wall>,
    // Invariant: these change only through the verbs below.
    plan: Plan,
    state: State,
    minutes: Minutes,
    posted_at: Option<Instant>,
    moved_at: Option<Instant>,
    own: bool,
    /// How often it was changed.
    pub revision: Revision,
}

/// The stored parts of a meeting.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) id: MeetingId,
    pub(crate) body: BodyId,
    pub(crate) series: Option<SeriesId>,
    pub(crate) slot: Option<Wall>,
    pub(crate) plan: Plan,
    pub(crate) state: State,
    pub(crate) minutes: Minutes,
    pub(crate) posted_at: Option<Instant>,
    pub(crate) moved_at: Option<Instant>,
    pub(crate) own: bool,
    pub(crate) revision: Revision,
}

impl Meeting {
    /// A meeting that somebody planned by itself.
    #[must_use]
    pub const fn plan(id: MeetingId, body: BodyId, plan: Plan) -> Self {
        Self {
            id,
            body,
            series: None,
            slot: None,
            plan,
            state: State::Planned,
            minutes: Minutes::None,
            posted_at: None,
            moved_at: None,
            own: false,
            revision: Revision::FIRST,
        }
    }

    /// A meeting that a series makes.
    #[must_use]
    pub const fn of_series(
        id: MeetingId,
        body: BodyId,
        plan: Plan,
        series: SeriesId,
        slot: Wall,
    ) -> Self {
        let mut meeting = Self::plan(id, body, plan);
        meeting.series = Some(series);
        meeting.slot = Some(slot);
        meeting
    }

    pub(crate) fn stored(parts: Parts) -> Self {
        let Parts { id, body, series, slot, plan, state, minutes, .. } = parts;
        let Parts { posted_at, moved_at, own, revision, .. } = parts;
        Self { id, body, series, slot, plan, state, minutes, posted_at, moved_at, own, revision }
    }

    /// Changes when, where or what for, apart from the series.
    ///
    /// # Errors
    /// When it is not planned, or nothing would change.
    pub fn change(&mut self, plan: Plan, at: Instant) -> Result<(), Error> {
        self.planned()?;
        if plan == self.plan {
            return Err(MeetingError::Same.into());
        }
        if plan.starts() != self.plan.starts() || plan.place != self.plan.place {
            self.moved_at = Some(at);
        }
        self.own = self.series.is_some();
        self.plan = plan;
        Ok(())
    }

    /// Follows a change of the series that made it.
    pub(crate) fn follow(&mut self, plan: Plan, slot: Wall) {
        self.slot = Some(slot);
        if !self.own {
            self.plan = plan;
        }
    }

    /// Calls it off.
    ///
    /// # Errors
    /// When it is not planned.
    pub fn cancel(&mut self, why: Reason, at: Instant) -> Result<(), Error> {
        self.planned()?;
        self.state = State::Cancelled { why, at };
        Ok(())
    }

    /// Takes back that it was called off.
    ///
    /// # Errors
    /// When it was not, or its time has passed.
    pub fn restore(&mut self, at: Instant) -> Result<(), Error> {
        if !matches!(self.state, State::Cancelled { .. }) {
            return Err(MeetingError::NotCancelled.into());
        }
        if self.plan.ends() < at {
            return Err(MeetingError::Past.into());
        }
        self.state = State::Planned;
        Ok(())
    }

    /// Posts it with its agenda for everybody who may come.
    ///
    /// # Errors
    /// When it is not planned.
    pub fn post(&mut self, at: Instant) -> Result<(), Error> {
        self.planned()?;
        self.posted_at = Some(at);
        Ok(())
    }

    /// Opens it: from now on minutes are taken.
    ///
    /// # Errors
    /// When it is not planned.
    pub fn begin(&mut self, at: Instant) -> Result<(), Error> {
        self.planned()?;
        self.state = State::UnderWay { since: at };
        Ok(())
    }

    /// Ends it.
    ///
    /// # Errors
    /// When it is not under way.
    pub fn close(&mut self, at: Instant) -> Result<(), Error> {
        if !matches!(self.state, State::UnderWay { .. }) {
            return Err(MeetingError::NotUnderWay { state: self.state.name() }.into());
        }
        self.state = State::Held { until: at };
        Ok(())
    }

    /// Takes back that it ended: more is to be noted.
    ///
    /// # Errors
    /// When it was not held, or its minutes are out.
    pub fn reopen(&mut self, at: Instant) -> Result<(), Error> {
        self.held()?;
        self.minutes_open()?;
        self.state = State::UnderWay { since: at };
        Ok(())
    }

    /// Gives the minutes to the members, to be approved at the next meeting.
    ///
    /// # Errors
    /// When it was not held, or they are out already.
    pub fn submit(&mut self, on: Date) -> Result<(), Error> {
        self.held()?;
        self.minutes_open()?;
        self.minutes = Minutes::Submitted { on };
        Ok(())
    }

    /// Takes the minutes back to be changed.
    ///
    /// # Errors
    /// When they do not wait.
    pub fn withdraw_minutes(&mut self) -> Result<(), Error> {
        self.minutes_wait()?;
        self.minutes = Minutes::None;
        Ok(())
    }

    /// Approves the minutes at a later meeting; from then on nothing in them changes.
    ///
    /// # Errors
    /// When they do not wait.
    pub fn approve(&mut self, on: Date, at: MeetingId) -> Result<(), Error> {
        self.minutes_wait()?;
        self.minutes = Minutes::Approved { on, at };
        Ok(())
    }
}

impl Meeting {
    /// When, where and what for.
    #[must_use]
    pub const fn plan_of(&self) -> &Plan {
        &self.plan
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Where its minutes stand.
    #[must_use]
    pub const fn minutes(&self) -> Minutes {
        self.minutes
    }

    /// When it was posted last.
    #[must_use]
    pub const fn posted_at(&self) -> Option<Instant> {
        self.posted_at
    }

    /// Whether everybody may see it where the partnership shows its meetings.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.plan.open && self.posted_at.is_some()
    }

    /// When its time or room was changed last.
    #[must_use]
    pub const fn moved_at(&self) -> Option<Instant> {
        self.moved_at
    }

    /// Whether it was changed apart from its series.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        self.own
    }

    /// Whether its agenda can be changed.
    ///
    /// # Errors
    /// When it was held or cancelled.
    pub fn agenda_open(&self) -> Result<(), Error> {
        match &self.state {
            State::Planned | State::UnderWay { .. } => Ok(()),
            State::Held { .. } | State::Cancelled { .. } => {
                Err(MeetingError::AgendaClosed { state: self.state.name() }.into())
            }
        }
    }

    /// Whether something can be noted.
    ///
    /// # Errors
    /// When it was cancelled, or its minutes are out.
    pub fn notes_open(&self) -> Result<(), Error> {
        if matches!(self.state, State::Cancelled { .. }) {
            return Err(MeetingError::AgendaClosed { state: self.state.name() }.into());
        }
        self.minutes_open()
    }

    /// Whether it is planned.
    ///
    /// # Errors
    /// When it is not.
    pub fn planned(&self) -> Result<(), Error> {
        if matches!(self.state, State::Planned) {
            Ok(())
        } else {
            Err(MeetingError::NotPlanned { state: self.state.name() }.into())
        }
    }

    /// Whether its minutes wait to be approved.
    ///
    /// # Errors
    /// When they do not.
    pub fn minutes_wait(&self) -> Result<(), Error> {
        if matches!(self.minutes, Minutes::Submitted { .. }) {
            Ok(())
        } else {
            Err(MeetingError::MinutesNotOut { minutes: self.minutes.name() }.into())
        }
    }

    fn held(&self) -> Result<(), Error> {
        if matches!(self.state, State::Held { .. }) {
            Ok(())
        } else {
            Err(MeetingError::NotHeld { state: self.state.name() }.into())
        }
    }

    fn minutes_open(&self) -> Result<(), Error> {
        if matches!(self.minutes, Minutes::None) {
            Ok(())
        } else {
            Err(MeetingError::MinutesOut { minutes: self.minutes.name() }.into())
        }
    }
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Planned => StateName::Planned,
            Self::UnderWay { .. } => StateName::UnderWay,
            Self::Held { .. } => StateName::Held,
            Self::Cancelled { .. } => StateName::Cancelled,
        }
    }
}

impl Minutes {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> MinutesName {
        match self {
            Self::None => MinutesName::None,
            Self::Submitted { .. } => MinutesName::Submitted,
            Self::Approved { .. } => MinutesName::Approved,
        }
    }
}

#[cfg(test)]
mod tests;
