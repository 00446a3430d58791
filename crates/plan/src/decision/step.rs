//! What was done to a decision, by whom and when: the leaves of its history.

use base::{Date, Instant, OrganizationId, PersonId, Reason};

use super::{Position, Proposal, Question, RollEntry, Verdict, Voter};

/// Who speaks, for which organization, at which moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The person.
    pub person: PersonId,
    /// The organization they speak for.
    pub organization: OrganizationId,
    /// The moment.
    pub at: Instant,
    /// The calendar date of that moment where the partnership is.
    pub on: Date,
}

/// One thing done to a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// It was written down.
    Proposed {
        /// What is asked.
        question: Question,
    },
    /// It was changed before it was put.
    Revised {
        /// What is asked now.
        question: Question,
    },
    /// It was put to those who may answer.
    Put {
        /// Who may answer, fixed from now on.
        roll: Vec<RollEntry>,
        /// By when positions are due.
        due: Date,
    },
    /// A position was given, or another one instead.
    Given {
        /// For whom.
        voter: Voter,
        /// What was said.
        position: Position,
    },
    /// A position was taken back.
    TakenBack {
        /// For whom.
        voter: Voter,
    },
    /// The proposal was changed, and a new round began.
    Amended {
        /// What is proposed now.
        text: Proposal,
        /// What changed, and why.
        why: Reason,
        /// By when positions are due.
        due: Date,
    },
    /// It was closed.
    Closed {
        /// What was said with it.
        verdict: Verdict,
    },
    /// It was taken back.
    Withdrawn {
        /// Why.
        why: Reason,
    },
}

base::words! {
    /// The name of an [`Act`], without what it carries.
    pub enum ActName {
        /// It was written down.
        Proposed = "proposed",
        /// It was changed before it was put.
        Revised = "revised",
        /// It was put to those who may answer.
        Put = "put",
        /// A position was given, or another one instead.
        Given = "given",
        /// A position was taken back.
        TakenBack = "taken_back",
        /// The proposal was changed, and a new round began.
        Amended = "amended",
        /// It was closed.
        Closed = "closed",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

impl Act {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> ActName {
        match self {
            Self::Proposed { .. } => ActName::Proposed,
            Self::Revised { .. } => ActName::Revised,
            Self::Put { .. } => ActName::Put,
            Self::Given { .. } => ActName::Given,
            Self::TakenBack { .. } => ActName::TakenBack,
            Self::Amended { .. } => ActName::Amended,
            Self::Closed { .. } => ActName::Closed,
            Self::Withdrawn { .. } => ActName::Withdrawn,
        }
    }
}

impl ActName {
    /// Whether it is about one voter's position: sealed as long as positions are.
    #[must_use]
    pub const fn is_sealed(self) -> bool {
        match self {
            Self::Given | Self::TakenBack => true,
            Self::Proposed
            | Self::Revised
            | Self::Put
            | Self::Amended
            | Self::Closed
            | Self::Withdrawn => false,
        }
    }
}

/// An act with its place in the history and its voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its place, from 1.
    pub number: u32,
    /// Who, for whom, when.
    pub voice: Voice,
    /// What.
    pub act: Act,
}
