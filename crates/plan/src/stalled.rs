//! Which commitments stall, and who can get them moving again: not only the one who is stuck.
//!
//! A commitment has a plan of nudges that follows from its state and dates alone: reminders to
//! the person in charge 7 days and 1 day before, and, when nothing moves, a word to those who can
//! unblock it. The plan is pure; a job carries out what is due.

pub(crate) mod pages;
mod queries;

use base::{Date, PersonId};

pub use self::queries::{Stalled, stalled_commitments};
use crate::commitment::{ActName, Commitment, Party, State, Step};

base::words! {
    /// What stalls.
    pub enum StallKind {
        /// Its day passed and nothing came.
        Overdue = "overdue",
        /// Its day is near and nobody has said anything for long.
        Quiet = "quiet",
        /// Terms lie on the table without an answer.
        Unanswered = "unanswered",
        /// It is done, says its maker, and nobody confirms it.
        Unconfirmed = "unconfirmed",
    }
}

base::words! {
    /// Why somebody hears of a commitment.
    pub enum Nudge {
        /// It is due in 7 days.
        WeekBefore = "week_before",
        /// It is due tomorrow.
        DayBefore = "day_before",
        /// It stalls.
        Stalled = "stalled",
        /// It stalls in spite of the first word.
        Escalated = "escalated",
    }
}

/// Somebody who can act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// One person.
    Person(PersonId),
    /// The leads of one party.
    Leads(Party),
    /// The coordinators of the partnership.
    Coordinators,
}

/// A commitment that does not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stall {
    /// How it stalls.
    pub kind: StallKind,
    /// Since when.
    pub since: Date,
    /// Whose move it is.
    pub stuck: Party,
}

/// One planned word to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// On which day.
    pub on: Date,
    /// Why.
    pub nudge: Nudge,
    /// To whom.
    pub to: Vec<Hand>,
}

/// Days after a promised day before it counts as stalled: a day or two is life.
pub const OVERDUE_DAYS: i64 = 3;
/// Days that terms or a claim may wait for an answer.
pub const ANSWER_DAYS: i64 = 7;
/// Days without any step that make a commitment quiet when its day is near.
pub const QUIET_DAYS: i64 = 30;
/// How near its day must be to be quiet.
pub const NEAR_DAYS: i64 = 14;
/// Days after the first word before the coordinators hear of it.
pub const ESCALATE_DAYS: i64 = 7;

impl Commitment {
    /// How it stalls today, if it does.
    #[must_use]
    pub fn stall(&self, today: Date) -> Option<Stall> {
        self.stalls().into_iter().rfind(|stall| stall.since <= today)
    }

    /// What its maker said is in the way, after it began to stall.
    #[must_use]
    pub fn explained(&self, stall: &Stall) -> Option<&Step> {
        let answers =
            |step: &&Step| step.act.name() == ActName::Explained && step.voice.on >= stall.since;
        self.steps().iter().rev().find(answers)
    }

    /// Who can get it moving: the leads on both sides, and the coordinators once that did not
    /// help.
    #[must_use]
    pub fn unblockers(&self, stall: &Stall, today: Date) -> Vec<Hand> {
        let mut hands: Vec<Hand> = match stall.kind {
            StallKind::Overdue | StallKind::Quiet => {
                vec![Hand::Leads(Party::Promiser), Hand::Leads(Party::Receiver)]
            }
            StallKind::Unanswered | StallKind::Unconfirmed => vec![Hand::Leads(stall.stuck)],
        };
        if stall.since.days_until(today) >= ESCALATE_DAYS {
            hands.push(Hand::Coordinators);
        }
        hands
    }

    /// Every word that is planned if nothing changes, soonest first.
    #[must_use]
    pub fn planned_nudges(&self) -> Vec<Planned> {
        let mut plan = Vec::new();
        if matches!(self.state(), State::Open) {
            let to = vec![self.in_charge().map_or(Hand::Leads(Party::Promiser), Hand::Person)];
            let due = self.terms().due;
            let week = Planned { on: due.plus_days(-7), nudge: Nudge::WeekBefore, to: to.clone() };
            plan.extend([week, Planned { on: due.plus_days(-1), nudge: Nudge::DayBefore, to }]);
        }
        for stall in self.stalls() {
            let on = stall.since;
            let mut to = self.unblockers(&stall, on);
            // The one who is stuck is asked for the reason, once.
            if let (StallKind::Overdue, Some(person)) = (stall.kind, self.in_charge()) {
                to.insert(0, Hand::Person(person));
            }
            plan.push(Planned { on, nudge: Nudge::Stalled, to });
            if stall.kind != StallKind::Quiet {
                let later = on.plus_days(ESCALATE_DAYS);
                let to = self.unblockers(&stall, later);
                plan.push(Planned { on: later, nudge: Nudge::Escalated, to });
            }
        }
        plan.sort_by_key(|planned| planned.on);
        plan
    }

    /// The first day after `day` on which somebody hears of it.
    #[must_use]
    pub fn next_nudge_after(&self, day: Date) -> Option<Date> {
        self.planned_nudges().into_iter().map(|planned| planned.on).find(|on| *on > day)
    }

    /// The word that is due: the last of those planned after `done` and by `today`. Earlier ones
    /// that were missed, say while the server was off, are not made up for.
    #[must_use]
    pub fn nudge_due(&self, done: Date, today: Date) -> Option<Planned> {
        self.planned_nudges().into_iter().rfind(|planned| planned.on > done && planned.on <= today)
    }

    /// How it will stall if nothing changes, and from when, soonest first.
    fn stalls(&self) -> Vec<Stall> {
        match self.state() {
            State::Proposed { by, since, .. } => {
                let since = since.plus_days(ANSWER_DAYS);
                vec![Stall { kind: StallKind::Unanswered, since, stuck: by.other() }]
            }
            State::Claimed { on, .. } => {
                let since = on.plus_days(ANSWER_DAYS);
                vec![Stall { kind: StallKind::Unconfirmed, since, stuck: Party::Receiver }]
            }
            State::Open => self.open_stalls(),
            State::Declined { .. }
            | State::Withdrawn { .. }
            | State::Kept { .. }
            | State::Broken { .. } => Vec::new(),
        }
    }

    fn open_stalls(&self) -> Vec<Stall> {
        let due = self.terms().due;
        let stuck = Party::Promiser;
        let quiet = self
            .last_activity()
            .map(|last| last.plus_days(QUIET_DAYS).max(due.plus_days(-NEAR_DAYS)))
            .filter(|since| *since < due)
            .map(|since| Stall { kind: StallKind::Quiet, since, stuck });
        let since = due.plus_days(OVERDUE_DAYS);
        quiet.into_iter().chain([Stall { kind: StallKind::Overdue, since, stuck }]).collect()
    }
}

#[cfg(test)]
mod tests;
