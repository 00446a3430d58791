//! The register of disagreements: a question on which partners are at odds, how each of them sees
//! it, and how it was settled.
//!
//! What is on the register stays there: it is settled, opened again or taken back, each with who,
//! when and why. It may also end with two views that live on side by side.

pub(crate) mod access;
pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod find;
mod notices;
pub(crate) mod pages;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;
pub(crate) mod topic;

use base::{Date, OrganizationId, Prose, Reason, Revision, Title};

pub use self::{
    commands::{Opening, open, reopen, say, settle, withdraw},
    problem::DisagreementError,
};
use crate::talk::{About, ThreadId, Voice};

base::id! {
    /// Names a disagreement.
    pub DisagreementId = "dis";
}

base::words! {
    /// Where a disagreement stands.
    pub enum State {
        /// It goes on.
        Open = "open",
        /// It was settled.
        Settled = "settled",
        /// It was taken back: there was none.
        Withdrawn = "withdrawn",
    }
}

base::words! {
    /// How a disagreement was settled.
    pub enum Way {
        /// All see it the same way now.
        Agreed = "agreed",
        /// Each gave something.
        Compromise = "compromise",
        /// A decision or a higher agreement settled it.
        Decided = "decided",
        /// One of them gave its view up.
        SteppedBack = "stepped_back",
        /// They still see it differently, and go on with that.
        LivesOn = "lives_on",
    }
}

base::words! {
    /// What somebody did.
    pub enum Act {
        /// Put it on the register.
        Opened = "opened",
        /// Said how an organization sees it.
        Viewed = "viewed",
        /// Said how it was settled.
        Settled = "settled",
        /// Opened it again.
        Reopened = "reopened",
        /// Took it back.
        Withdrawn = "withdrawn",
    }
}

/// How a party sees a question, and what stands behind it.
pub type View = Prose<4000>;

/// A party, and how it sees the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The organization.
    pub organization: OrganizationId,
    /// How it sees the question; none until somebody has said.
    pub view: Option<View>,
}

/// How it was settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// In one word.
    pub way: Way,
    /// In the words of those who settled it.
    pub outcome: Reason,
    /// When.
    pub on: Date,
}

/// A disagreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// Its name.
    pub id: DisagreementId,
    /// The question on which they are at odds.
    pub question: Title,
    /// What stands behind it.
    pub background: Option<View>,
    /// The record that it is about.
    pub about: About,
    /// The discussion that it came from.
    pub thread: Option<ThreadId>,
    /// Who put it on the register.
    pub opened: Voice,
    /// When.
    pub opened_on: Date,
    /// Those who are at odds, each once.
    pub parties: Vec<Party>,
    state: State,
    settlement: Option<Settlement>,
    /// The day of the last turn.
    pub day: Date,
    /// How often it was changed.
    pub revision: Revision,
}

/// What somebody did with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub act: Act,
    /// Who, for whom, when.
    pub by: Voice,
    /// On which day.
    pub on: Date,
    /// How it was settled.
    pub way: Option<Way>,
    /// In their words.
    pub words: Option<View>,
}

/// What a stored disagreement says of its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ending {
    pub(crate) state: State,
    pub(crate) settlement: Option<Settlement>,
}

impl Disagreement {
    /// Puts a question on the register.
    ///
    /// # Errors
    /// When fewer than two are at odds.
    pub fn open(
        id: DisagreementId,
        opening: Opening,
        by: Voice,
        today: Date,
    ) -> Result<Self, DisagreementError> {
        let mut organizations = opening.parties;
        organizations.sort_unstable();
        organizations.dedup();
        if organizations.len() < 2 {
            return Err(DisagreementError::field("parties", "disagreement_two_parties"));
        }
        let own = |of: OrganizationId| (of == by.organization).then(|| opening.view.clone());
        let party = |organization| Party { organization, view: own(organization).flatten() };
        Ok(Self {
            id,
            question: opening.question,
            background: opening.background,
            about: opening.about,
            thread: opening.thread,
            opened: by,
            opened_on: today,
            parties: organizations.into_iter().map(party).collect(),
            state: State::Open,
            settlement: None,
            day: today,
            revision: Revision(1),
        })
    }

    /// The same as it was stored.
    pub(crate) fn ending(self, ending: Ending) -> Self {
        Self { state: ending.state, settlement: ending.settlement, ..self }
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// How it was settled.
    #[must_use]
    pub const fn settlement(&self) -> Option<&Settlement> {
        self.settlement.as_ref()
    }

    /// The organizations that are at odds.
    pub fn organizations(&self) -> impl Iterator<Item = OrganizationId> {
        self.parties.iter().map(|party| party.organization)
    }

    /// Says how a party sees it, or says it anew.
    ///
    /// # Errors
    /// When it is over, the organization is no party, or nothing changes.
    pub fn say(&mut self, by: Voice, view: View, today: Date) -> Result<Step, DisagreementError> {
        self.is_open()?;
        let party = self.parties.iter_mut().find(|party| party.organization == by.organization);
        let party = party.ok_or(DisagreementError::NotParty)?;
        if party.view.as_ref() == Some(&view) {
            return Err(DisagreementError::SameText);
        }
        party.view = Some(view.clone());
        self.day = today;
        Ok(Step { act: Act::Viewed, by, on: today, way: None, words: Some(view) })
    }

    /// Says how it was settled.
    ///
    /// # Errors
    /// When it is over, or settled on a day to come or before it began.
    pub fn settle(
        &mut self,
        by: Voice,
        settlement: Settlement,
        today: Date,
    ) -> Result<Step, DisagreementError> {
        self.is_open()?;
        if settlement.on > today {
            return Err(DisagreementError::field("on", "disagreement_day_to_come"));
        }
        if settlement.on < self.opened_on {
            return Err(DisagreementError::field("on", "disagreement_day_before"));
        }
        let words = settlement.outcome.as_str().parse().ok();
        let step = Step { act: Act::Settled, by, on: today, way: Some(settlement.way), words };
        self.state = State::Settled;
        self.settlement = Some(settlement);
        self.day = today;
        Ok(step)
    }

    /// Opens it again: what settled it does not hold.
    ///
    /// # Errors
    /// When it goes on anyway.
    pub fn reopen(
        &mut self,
        by: Voice,
        why: &Reason,
        today: Date,
    ) -> Result<Step, DisagreementError> {
        if self.state == State::Open {
            return Err(DisagreementError::NotOver);
        }
        self.state = State::Open;
        self.settlement = None;
        self.day = today;
        let words = why.as_str().parse().ok();
        Ok(Step { act: Act::Reopened, by, on: today, way: None, words })
    }

    /// Takes it back: there is none.
    ///
    /// # Errors
    /// When it is over.
    pub fn withdraw(
        &mut self,
        by: Voice,
        why: &Reason,
        today: Date,
    ) -> Result<Step, DisagreementError> {
        self.is_open()?;
        self.state = State::Withdrawn;
        self.day = today;
        let words = why.as_str().parse().ok();
        Ok(Step { act: Act::Withdrawn, by, on: today, way: None, words })
    }

    /// Whether it goes on.
    ///
    /// # Errors
    /// When it is over.
    pub fn is_open(&self) -> Result<(), DisagreementError> {
        match self.state {
            State::Open => Ok(()),
            State::Settled | State::Withdrawn => Err(DisagreementError::Over { state: self.state }),
        }
    }
}

#[cfg(test)]
mod tests;
