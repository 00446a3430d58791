//! Ideas, and what auditors and reviewers recommend, until it is known what came of each: tried in a
//! pilot that asks one question, then kept or dropped, with what was learned. Nothing is deleted, so
//! that nobody tries twice what did not work.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod find;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;

use base::{Date, FieldProblem, Instant, Line, OrganizationId, PersonId, Prose, Revision, Title};

pub use self::{
    commands::{Target, begin, change, conclude, propose, reopen},
    problem::IdeaError,
};

base::id! {
    /// Names an idea or a recommendation.
    pub IdeaId = "ide";
}

base::words! {
    /// Where it comes from.
    pub enum Kind {
        /// Somebody here thought of it.
        Idea = "idea",
        /// An audit or a review recommends it.
        Recommendation = "recommendation",
    }
}

base::words! {
    /// How far it is.
    pub enum State {
        /// It waits for somebody to take it up.
        Open = "open",
        /// It is being tried.
        Pilot = "pilot",
        /// It works, and stays.
        Kept = "kept",
        /// It is not done, or not any more.
        Dropped = "dropped",
    }
}

base::words! {
    /// What came of it.
    pub enum Verdict {
        /// It stays.
        Keep = "keep",
        /// It does not.
        Drop = "drop",
    }
}

base::words! {
    /// What was done with it.
    pub enum ActName {
        /// It was written down.
        Proposed = "proposed",
        /// It says something else.
        Changed = "changed",
        /// A pilot began.
        Begun = "begun",
        /// It stays.
        Kept = "kept",
        /// It does not.
        Dropped = "dropped",
        /// It is open again.
        Reopened = "reopened",
    }
}

/// More about it.
pub type Details = Prose<4000>;
/// Who recommends it, and in what.
pub type Source = Line<200>;
/// What a pilot asks, and how its answer is measured.
pub type Question = Prose<1000>;
/// What was learned, or why it is open again.
pub type Learned = Prose<4000>;

/// What it says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// What could be done.
    pub title: Title,
    /// More about it.
    pub details: Option<Details>,
    /// The organization that answers for it.
    pub owner: OrganizationId,
    /// Who recommends it, and in what.
    pub source: Option<Source>,
    /// Where that can be read.
    pub link: Option<base::WebLink>,
}

/// A try: small, with an end, and with one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pilot {
    /// What it is to show.
    pub question: Question,
    /// What tells whether it works.
    pub yardstick: Question,
    /// Its first day.
    pub starts: Date,
    /// Its last day.
    pub due: Date,
    /// The organization that carries it.
    pub carrier: OrganizationId,
}

/// An idea or a recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idea {
    /// Its name.
    pub id: IdeaId,
    /// Where it comes from.
    pub kind: Kind,
    /// What it says of itself.
    pub account: Account,
    /// How far it is.
    pub state: State,
    /// The last try.
    pub pilot: Option<Pilot>,
    /// When it was kept or dropped.
    pub closed_on: Option<Date>,
    /// What was learned.
    pub learned: Option<Learned>,
    /// Since when it is known.
    pub since: Date,
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
    /// What they said to it.
    pub words: Option<String>,
}

impl Account {
    /// Whether its parts fit: a recommendation says who recommends it.
    ///
    /// # Errors
    /// Every field that is missing.
    pub fn checked(self, kind: Kind) -> Result<Self, IdeaError> {
        if kind == Kind::Recommendation && self.source.is_none() {
            let field = "source".to_owned();
            let missing = FieldProblem { field, code: "required", args: Vec::new() };
            return Err(IdeaError::Fields(vec![missing]));
        }
        Ok(self)
    }
}

impl Idea {
    /// Whether nothing came of it yet.
    #[must_use]
    pub const fn is_alive(&self) -> bool {
        matches!(self.state, State::Open | State::Pilot)
    }

    /// Whether its pilot is over and nobody has said what came of it.
    #[must_use]
    pub fn wants_result(&self, today: Date) -> bool {
        self.state == State::Pilot && self.pilot.as_ref().is_some_and(|pilot| pilot.due < today)
    }

    /// Whether it may be kept: it was tried, or somebody outside asks for it anyway.
    #[must_use]
    pub fn may_stay(&self) -> bool {
        self.state == State::Pilot || self.state == State::Open && self.kind == Kind::Recommendation
    }

    /// Changes what it says of itself.
    ///
    /// # Errors
    /// When something came of it, its parts do not fit, or nothing would change.
    pub fn change(&mut self, account: Account) -> Result<(), IdeaError> {
        self.must_be_alive()?;
        let account = account.checked(self.kind)?;
        if account == self.account {
            return Err(IdeaError::Same);
        }
        self.account = account;
        Ok(())
    }

    /// Begins a try.
    ///
    /// # Errors
    /// When one goes on, something came of it, or the dates do not fit.
    pub fn begin(&mut self, pilot: Pilot, today: Date) -> Result<(), IdeaError> {
        self.must_be_alive()?;
        if self.state == State::Pilot {
            return Err(IdeaError::Begun);
        }
        let field = "due".to_owned();
        if pilot.due < pilot.starts {
            let early = FieldProblem { field, code: "idea_ends_early", args: Vec::new() };
            return Err(IdeaError::Fields(vec![early]));
        }
        if pilot.due < today {
            let (code, args) = ("commitment_date_past", vec![("today", today.to_string())]);
            return Err(IdeaError::Fields(vec![FieldProblem { field, code, args }]));
        }
        (self.state, self.pilot) = (State::Pilot, Some(pilot));
        Ok(())
    }

    /// Says what came of it.
    ///
    /// # Errors
    /// When something did already, or an idea is to stay that nobody tried.
    pub fn conclude(
        &mut self,
        verdict: Verdict,
        learned: Learned,
        on: Date,
    ) -> Result<(), IdeaError> {
        self.must_be_alive()?;
        self.state = match verdict {
            Verdict::Keep if !self.may_stay() => return Err(IdeaError::NotTried),
            Verdict::Keep => State::Kept,
            Verdict::Drop => State::Dropped,
        };
        (self.closed_on, self.learned) = (Some(on), Some(learned));
        Ok(())
    }

    /// Opens it again: it may be tried once more. What was learned stays in the history.
    ///
    /// # Errors
    /// When nothing came of it yet.
    pub fn reopen(&mut self) -> Result<(), IdeaError> {
        if self.is_alive() {
            return Err(IdeaError::NotEnded);
        }
        (self.state, self.pilot) = (State::Open, None);
        (self.closed_on, self.learned) = (None, None);
        Ok(())
    }

    pub(crate) const fn must_be_alive(&self) -> Result<(), IdeaError> {
        if self.is_alive() { Ok(()) } else { Err(IdeaError::Ended) }
    }
}

#[cfg(test)]
mod tests;
