//! A decision: a question with options, the positions of those who may answer, and what came of it.
//!
//! The history is the truth, as with commitments: a decision is what its steps make of it, and each
//! verb adds one. Who may answer is fixed when the question is put. Once it is closed no verb fits
//! any more; what it says can only be replaced by a new decision that supersedes it.

pub(crate) mod api;
pub mod commands;
pub mod count;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod find;
mod notices;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod queries;
mod replay;
mod roll;
pub(crate) mod routes;
mod step;
pub(crate) mod store;
mod way;
pub(crate) mod words;

use base::{Date, OrganizationId, PersonId, Prose, Reason, Revision, Title};

use self::count::{Outcome, Ranking, Stance};
pub use self::{
    commands::{Target, amend, close, give, propose, put, revise, supersede, take_back, withdraw},
    find::{Filter, ResultName},
    problem::DecisionError,
    queries::{Record, decision},
    replay::Count,
    roll::{Electorate, Franchise, RollEntry, UnknownVoter, Voter},
    step::{Act, ActName, Step, Voice},
    store::Entry,
    way::Way,
};
use crate::Error;

base::id! {
    /// Names a decision.
    pub DecisionId = "dec";
}

base::words! {
    /// The name of a [`State`], without what it carries.
    pub enum StateName {
        /// It is being written.
        Draft = "draft",
        /// Positions can be given.
        Open = "open",
        /// It is over.
        Closed = "closed",
        /// It was taken back before it was over.
        Withdrawn = "withdrawn",
    }
}

/// What stands behind a question.
pub type Background = Prose<4000>;
/// What is proposed, in full.
pub type Proposal = Prose<4000>;
/// A few words that go with a step.
pub type Note = Prose<2000>;

/// The most options that a question has: more nobody ranks.
pub const MOST_OPTIONS: usize = 12;

/// What is asked, and how it is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub title: Title,
    /// What stands behind it.
    pub background: Option<Background>,
    /// How it is decided.
    pub way: Way,
    /// The organization that brings it.
    pub owner: OrganizationId,
}

/// What somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To a proposal.
    Stance(Stance),
    /// To options that are ranked.
    Ranking(Ranking),
    /// To the one who decides.
    Advice,
}

/// What somebody says, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// What.
    pub answer: Answer,
    /// Why; an objection and an advice need words.
    pub words: Option<Reason>,
}

/// What somebody says, before it is known how the question is decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// To a proposal; to options that somebody takes part and ranks none of them.
    pub stance: Option<Stance>,
    /// The numbers of the options from 1, the most preferred first.
    pub ranking: Vec<usize>,
    /// Why.
    pub words: Option<Reason>,
    /// The round that the caller saw, from 1: a position to another text must not count.
    pub round: Option<usize>,
}

/// A position with the one who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// For which voter.
    pub voter: Voter,
    /// The person who spoke.
    pub by: PersonId,
    /// On which day.
    pub on: Date,
    /// What was said.
    pub position: Position,
}

/// One round: what was on the table, and what was said to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The proposal as it was in this round; none where options are on the table.
    pub text: Option<Proposal>,
    /// What this round changed, and why; none in the first.
    pub why: Option<Reason>,
    /// Since when.
    pub since: Date,
    /// By when positions are due.
    pub due: Date,
    /// What was said, in the order of the roll.
    pub given: Vec<Given>,
}

/// Where a decision stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is being written.
    Draft,
    /// Positions can be given.
    Open,
    /// It is over.
    Closed(Closing),
    /// It was taken back before it was over.
    Withdrawn {
        /// Why.
        why: Reason,
        /// When.
        on: Date,
    },
}

/// How a decision ended. The figures behind the outcome are counted anew from the last round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub on: Date,
    /// Who closed it.
    pub by: PersonId,
    /// For whom they spoke.
    pub organization: OrganizationId,
    /// What came of it.
    pub outcome: Outcome,
    /// What was agreed so that the others could live with it.
    pub compromise: Option<Note>,
}

/// What the one who closes a question says with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The option that was chosen, counted from 0; the one who decides on advice says it.
    pub chosen: Option<usize>,
    /// What was agreed so that the others could live with it.
    pub compromise: Option<Note>,
}

/// What a decision is after its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Current {
    question: Question,
    state: State,
    roll: Vec<RollEntry>,
    rounds: Vec<Round>,
}

/// What never changes about a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Its name.
    pub id: DecisionId,
    /// The closed decision that it reopens.
    pub supersedes: Option<DecisionId>,
}

/// A question with options, the positions to it, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its name.
    pub id: DecisionId,
    /// The closed decision that it reopens.
    pub supersedes: Option<DecisionId>,
    /// How often it was changed.
    pub revision: Revision,
    // Invariant: `current` is what `steps` make of it; only `take` adds a step.
    steps: Vec<Step>,
    current: Current,
}

impl Decision {
    /// A question that is being written.
    ///
    /// # Errors
    /// When its parts do not fit its method.
    pub fn propose(frame: Frame, voice: Voice, question: Question) -> Result<Self, Error> {
        Self::begin(frame, Step { number: 1, voice, act: Act::Proposed { question } })
    }

    /// Changes a question that was not put yet.
    ///
    /// # Errors
    /// When it was put, its parts do not fit, or nothing would change.
    pub fn revise(&mut self, voice: Voice, question: Question) -> Result<(), Error> {
        self.take(voice, Act::Revised { question })
    }

    /// Puts the question to those who may answer: from now on that list is fixed.
    ///
    /// # Errors
    /// When it was put already, nobody may answer, or the day has passed.
    pub fn put(&mut self, voice: Voice, roll: Vec<RollEntry>, due: Date) -> Result<(), Error> {
        self.take(voice, Act::Put { roll, due })
    }

    /// Gives a position, or another one instead.
    ///
    /// # Errors
    /// When it is not open, the voter is not on the list, or the answer does not fit.
    pub fn give(&mut self, voice: Voice, voter: Voter, position: Position) -> Result<(), Error> {
        self.take(voice, Act::Given { voter, position })
    }

    /// Takes a position back.
    ///
    /// # Errors
    /// When it is not open, or none was given in this round.
    pub fn take_back(&mut self, voice: Voice, voter: Voter) -> Result<(), Error> {
        self.take(voice, Act::TakenBack { voter })
    }

    /// Changes the proposal so that objections are met: a new round begins, without positions.
    ///
    /// # Errors
    /// When it is not open, not decided by consent, the text is the same, or the day has passed.
    pub fn amend(
        &mut self,
        voice: Voice,
        text: Proposal,
        why: Reason,
        due: Date,
    ) -> Result<(), Error> {
        self.take(voice, Act::Amended { text, why, due })
    }

    /// Ends it; what came of it follows from the positions.
    ///
    /// # Errors
    /// When it is not open, somebody has not answered and the day has not passed, or the option
    /// chosen is none.
    pub fn close(&mut self, voice: Voice, verdict: Verdict) -> Result<(), Error> {
        self.take(voice, Act::Closed { verdict })
    }

    /// Takes the question back.
    ///
    /// # Errors
    /// When it is over.
    pub fn withdraw(&mut self, voice: Voice, why: Reason) -> Result<(), Error> {
        self.take(voice, Act::Withdrawn { why })
    }
}

impl Decision {
    /// What is asked.
    #[must_use]
    pub const fn question(&self) -> &Question {
        &self.current.question
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.current.state
    }

    /// How it ended, once it did.
    #[must_use]
    pub const fn closing(&self) -> Option<&Closing> {
        match &self.current.state {
            State::Closed(closing) => Some(closing),
            State::Draft | State::Open | State::Withdrawn { .. } => None,
        }
    }

    /// Whether something was decided: adopted, or one of the options chosen.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        let decided =
            |closing: &Closing| matches!(closing.outcome, Outcome::Adopted | Outcome::Chosen(_));
        self.closing().is_some_and(decided)
    }

    /// Who may give a position; empty until the question is put.
    #[must_use]
    pub fn roll(&self) -> &[RollEntry] {
        &self.current.roll
    }

    /// The rounds, the first one first; empty until the question is put.
    #[must_use]
    pub fn rounds(&self) -> &[Round] {
        &self.current.rounds
    }

    /// The round that is open, or was the last.
    #[must_use]
    pub fn round(&self) -> Option<&Round> {
        self.current.rounds.last()
    }

    /// Its history, oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The position of a voter in the last round.
    #[must_use]
    pub fn position_of(&self, voter: Voter) -> Option<&Given> {
        self.round()?.given.iter().find(|given| given.voter == voter)
    }

    /// Whether it can be closed today: everybody has answered, or the day has passed.
    #[must_use]
    pub fn may_close(&self, today: Date) -> bool {
        let done =
            |round: &Round| round.due < today || round.given.len() == self.current.roll.len();
        matches!(self.current.state, State::Open) && self.round().is_some_and(done)
    }

    /// Whether somebody may see the positions of the open round: whoever has given their own, and
    /// on advice the one who decides. Once it is closed everybody may.
    #[must_use]
    pub fn shows_positions(&self, own: &[Voter], decides: bool) -> bool {
        match &self.current.state {
            State::Closed(_) => true,
            State::Draft => false,
            State::Open | State::Withdrawn { .. } => {
                let advised = decides && self.current.question.way.decider().is_some();
                let given = |voter: &Voter| self.position_of(*voter).is_some();
                advised || (!own.is_empty() && own.iter().all(given))
            }
        }
    }

    /// Who did not get what they said, in the round that decided: objections to what was adopted,
    /// and rankings that put another option first.
    #[must_use]
    pub fn dissent(&self) -> Vec<&Given> {
        let Some(Closing { outcome, .. }) = self.closing() else { return Vec::new() };
        let dissents = |given: &&Given| match (&given.position.answer, outcome) {
            (Answer::Stance(stance), Outcome::Adopted) => *stance == Stance::Object,
            (Answer::Stance(stance), Outcome::NotAdopted) => {
                matches!(stance, Stance::Support | Stance::CanLiveWith)
            }
            (Answer::Ranking(ranking), Outcome::Chosen(option)) => {
                ranking.preferred().first().is_some_and(|first| first != option)
            }
            (
                Answer::Stance(_) | Answer::Ranking(_) | Answer::Advice,
                Outcome::Adopted | Outcome::NotAdopted | Outcome::Chosen(_) | Outcome::Undecided(_),
            ) => false,
        };
        self.round().map(|round| round.given.iter().filter(dissents).collect()).unwrap_or_default()
    }
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Draft => StateName::Draft,
            Self::Open => StateName::Open,
            Self::Closed(_) => StateName::Closed,
            Self::Withdrawn { .. } => StateName::Withdrawn,
        }
    }
}

#[cfg(test)]
mod tests;
