//! An event that partners hold for each other: networking, a listening session, cross-training. People
//! register, wait when it is full, are checked in, and get a certificate of attendance.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod export;
pub mod guests;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;
pub(crate) mod topic;
pub(crate) mod words;

use base::{Date, Instant, OrganizationId, Prose, Reason, Revision};

pub use self::{
    guests::GuestList,
    problem::GatheringError,
    queries::{Record, gathering},
};
use crate::{Error, meeting::Plan};

base::id! {
    /// Names an event.
    pub GatheringId = "gth";
}

base::words! {
    /// What an event is for.
    pub enum Kind {
        /// To get to know each other.
        Networking = "networking",
        /// To hear those whom the work concerns.
        ListeningSession = "listening_session",
        /// To learn each other's work.
        CrossTraining = "cross_training",
    }
}

base::words! {
    /// The name of a [`State`], without what it carries.
    pub enum StateName {
        /// It will be, or was.
        Planned = "planned",
        /// It will not be.
        Cancelled = "cancelled",
    }
}

/// What an event is about.
pub type About = Prose<4000>;

/// The most people who can register.
pub const MOST_GUESTS: i64 = 2_000;

/// When, where and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheringPlan {
    /// What it is for.
    pub kind: Kind,
    /// Its name, time and place.
    pub when: Plan,
    /// What it is about.
    pub about: Option<About>,
    /// The organization that holds it.
    pub host: OrganizationId,
    /// How many can come; as many as want to without one.
    pub capacity: Option<i64>,
    /// The last day on which people register; until it begins without one.
    pub register_by: Option<Date>,
}

/// Whether an event will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It will be, or was.
    Planned,
    /// It will not be.
    Cancelled {
        /// Why.
        why: Reason,
        /// When it was called off.
        at: Instant,
    },
}

/// An event that partners hold for each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// Its name.
    pub id: GatheringId,
    /// When, where and what for.
    pub plan: GatheringPlan,
    // Invariant: changes only through the verbs below.
    state: State,
    /// How many come, how many wait, and how many were there.
    pub counts: guests::Counts,
    /// How often it was changed.
    pub revision: Revision,
}

impl Gathering {
    /// A new event.
    #[must_use]
    pub const fn plan(id: GatheringId, plan: GatheringPlan) -> Self {
        let (state, counts) = (State::Planned, guests::Counts::NONE);
        Self { id, plan, state, counts, revision: Revision::FIRST }
    }

    pub(crate) const fn stored(
        id: GatheringId,
        plan: GatheringPlan,
        state: State,
        counts: guests::Counts,
        revision: Revision,
    ) -> Self {
        Self { id, plan, state, counts, revision }
    }

    /// Changes when, where and what for.
    ///
    /// # Errors
    /// When it was cancelled, is over, or nothing would change.
    pub fn change(&mut self, plan: GatheringPlan, at: Instant) -> Result<(), Error> {
        self.comes(at)?;
        if plan == self.plan {
            return Err(GatheringError::Same.into());
        }
        self.plan = plan;
        Ok(())
    }

    /// Calls it off.
    ///
    /// # Errors
    /// When it was cancelled, or is over.
    pub fn cancel(&mut self, why: Reason, at: Instant) -> Result<(), Error> {
        self.comes(at)?;
        self.state = State::Cancelled { why, at };
        Ok(())
    }

    /// Takes back that it was called off.
    ///
    /// # Errors
    /// When it was not, or is over.
    pub fn restore(&mut self, at: Instant) -> Result<(), Error> {
        if !matches!(self.state, State::Cancelled { .. }) {
            return Err(GatheringError::NotCancelled.into());
        }
        if self.is_over(at) {
            return Err(GatheringError::Over.into());
        }
        self.state = State::Planned;
        Ok(())
    }

    /// Whether it will be.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Whether people can register now.
    ///
    /// # Errors
    /// When it was cancelled, has begun, or the last day has passed.
    pub fn registers(&self, at: Instant) -> Result<(), Error> {
        self.comes(at)?;
        let today = at.date_in(&self.plan.when.zone);
        let passed = self.plan.register_by.is_some_and(|last| today > last);
        if passed || self.plan.when.starts() <= at {
            return Err(GatheringError::Closed.into());
        }
        Ok(())
    }

    /// Whether people can be checked in now: on its day, and for a week after.
    ///
    /// # Errors
    /// When it was cancelled, or it is too early or too late.
    pub fn checks_in(&self, at: Instant) -> Result<(), Error> {
        self.held()?;
        let day = self.plan.when.on;
        let today = at.date_in(&self.plan.when.zone);
        if (0..=7).contains(&day.days_until(today)) {
            Ok(())
        } else {
            Err(GatheringError::NotToday.into())
        }
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_over(&self, at: Instant) -> bool {
        self.plan.when.ends() < at
    }

    fn held(&self) -> Result<(), Error> {
        match self.state {
            State::Planned => Ok(()),
            State::Cancelled { .. } => Err(GatheringError::Cancelled.into()),
        }
    }

    fn comes(&self, at: Instant) -> Result<(), Error> {
        self.held()?;
        if self.is_over(at) { Err(GatheringError::Over.into()) } else { Ok(()) }
    }
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Planned => StateName::Planned,
            Self::Cancelled { .. } => StateName::Cancelled,
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;
    use crate::meeting::Length;

    fn at(text: &str) -> Instant {
        Instant::parse_rfc3339(text).unwrap()
    }

    fn gathering() -> Gathering {
        let when = Plan {
            title: "Meet the navigators".parse().unwrap(),
            on: "2026-05-20".parse().unwrap(),
            clock: "17:00".parse().unwrap(),
            length: Length::new(120).unwrap(),
            zone: base::Zone::named("America/Chicago").unwrap(),
            place: None,
            link: None,
            open: true,
        };
        let plan = GatheringPlan {
            kind: Kind::Networking,
            when,
            about: None,
            host: OrganizationId::from_bits(1),
            capacity: Some(20),
            register_by: Some("2026-05-18".parse().unwrap()),
        };
        Gathering::plan(GatheringId::from_bits(1), plan)
    }

    #[test]
    fn people_register_through_the_end_of_the_last_day() {
        let gathering = gathering();
        gathering.registers(at("2026-05-19T04:59:00Z")).unwrap();
        assert!(gathering.registers(at("2026-05-19T05:01:00Z")).is_err());
    }

    #[test]
    fn people_are_checked_in_on_its_day_and_for_a_week_after() {
        let gathering = gathering();
        assert!(gathering.checks_in(at("2026-05-19T20:00:00Z")).is_err());
        gathering.checks_in(at("2026-05-20T20:00:00Z")).unwrap();
        gathering.checks_in(at("2026-05-27T20:00:00Z")).unwrap();
        assert!(gathering.checks_in(at("2026-05-28T20:00:00Z")).is_err());
    }

    #[test]
    fn what_was_called_off_comes_back_until_it_would_be_over() {
        let mut gathering = gathering();
        gathering.cancel("Storm".parse().unwrap(), at("2026-05-19T00:00:00Z")).unwrap();
        assert!(gathering.registers(at("2026-05-18T00:00:00Z")).is_err());
        gathering.restore(at("2026-05-19T01:00:00Z")).unwrap();
        assert!(gathering.restore(at("2026-05-19T01:00:00Z")).is_err());
        assert!(gathering.cancel("Late".parse().unwrap(), at("2026-05-21T02:00:00Z")).is_err());
    }
}
