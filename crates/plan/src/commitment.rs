//! A commitment: one party promises another a named result by a date.
//!
//! The history is the truth. A commitment is what its steps make of it, one after the other, and
//! each verb adds a step; so old dates, offers and reasons can't be lost.

pub(crate) mod answers;
pub(crate) mod api;
mod carrier;
pub mod commands;
pub(crate) mod events;
pub(crate) mod options;
pub(crate) mod pages;
pub(crate) mod parse;
pub(crate) mod queries;
mod state;
mod step;
pub(crate) mod store;
mod tally;
mod transition;
mod words;

use base::{Date, Instant, Line, OrganizationId, PersonId, Prose, Reason, Revision, Title};

pub(crate) use self::tally::month_of;
pub use self::{
    carrier::{Carrier, Named, UnknownCarrier},
    commands::{
        Claim, Proposal, Target, accept, ask, break_off, claim_done, confirm, counter, decline,
        explain, hand_over, move_date, not_yet, offer, remind, undo, withdraw,
    },
    queries::{Record, commitment},
    state::{Move, State, StateName, Timing},
    step::{Act, ActName, Step, Voice},
    tally::{Delta, Shelf, Tally, deltas},
    words::search_words,
};
use crate::{Error, decision::DecisionId, goal::ItemId, idea::IdeaId};

base::id! {
    /// Names a commitment.
    pub CommitmentId = "cmt";
}

base::words! {
    /// One of the two who make a promise what it is.
    pub enum Party {
        /// Who promises.
        Promiser = "promiser",
        /// Who waits for the result.
        Receiver = "receiver",
    }
}

base::words! {
    /// For whom a person speaks when they change a commitment.
    pub enum Side {
        /// For the one who promises.
        Promiser = "promiser",
        /// For the one who waits.
        Receiver = "receiver",
        /// For the partnership as a whole.
        Coordinator = "coordinator",
    }
}

base::words! {
    /// Where a promise comes from: everything that binds is a commitment with an origin.
    pub enum OriginKind {
        /// Its maker offered it freely.
        OwnOffer = "own_offer",
        /// A clause of an agreement.
        Agreement = "agreement",
        /// A decision of the partners.
        Decision = "decision",
        /// The minutes of a meeting.
        Minutes = "minutes",
        /// A role that was accepted.
        Role = "role",
        /// A recommendation of an audit or a review board.
        Recommendation = "recommendation",
        /// A pledge of beds, hours, money or other means.
        Pledge = "pledge",
        /// An action to turn the curve of a measure.
        Action = "action",
    }
}

/// More about the promised result.
pub type Details = Prose<4000>;
/// A few words that go with a step.
pub type Note = Prose<2000>;
/// The goal that a commitment serves, by name.
pub type Goal = Line<120>;
/// The clause, decision or page that an origin refers to.
pub type Reference = Line<300>;

/// Stands for all partners together where an organization is named.
pub(crate) const EVERYBODY: &str = "everybody";

/// How long its maker can take a step back.
pub const UNDO_SECONDS: i64 = 600;

/// Who waits for the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Receiver {
    /// One organization.
    Organization(OrganizationId),
    /// All partners together.
    Partnership,
}

impl Receiver {
    /// The organization, when it is one.
    #[must_use]
    pub const fn organization(self) -> Option<OrganizationId> {
        match self {
            Self::Organization(organization) => Some(organization),
            Self::Partnership => None,
        }
    }
}

/// What a commitment is for.
#[derive(Debug, Clone, Default)]
pub struct Purposes {
    /// What it carries in the plan.
    pub carries: Vec<(ItemId, Title)>,
    /// The decisions that it carries out.
    pub decided: Vec<(DecisionId, Title)>,
    /// The ideas and recommendations that it carries out.
    pub causes: Vec<(IdeaId, Title)>,
}

/// Where a promise comes from, with the words and the page that prove it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What kind of source it is.
    pub kind: OriginKind,
    /// Which one: "Memo of understanding, clause 4".
    pub reference: Option<Reference>,
    /// Where it can be read.
    pub link: Option<base::WebLink>,
}

/// What is promised, and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The named result.
    pub title: Title,
    /// More about it.
    pub details: Option<Details>,
    /// The day by which it comes.
    pub due: Date,
}

/// What a commitment is after its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Current {
    state: State,
    terms: Terms,
    in_charge: Option<Carrier>,
    /// The first promised day that passed before the date was moved: it counts for ever.
    missed: Option<Date>,
    moves: Vec<Move>,
}

/// What its maker can still take back.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Undo {
    step: u32,
    by: PersonId,
    until: Instant,
    back: Box<Current>,
}

/// One party's promise to another of a named result by a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Its name.
    pub id: CommitmentId,
    /// Who promises.
    pub promiser: OrganizationId,
    /// Who waits for it.
    pub receiver: Receiver,
    /// Where it comes from.
    pub origin: Origin,
    /// The goal that it serves.
    pub goal: Option<Goal>,
    /// How often it was changed.
    pub revision: Revision,
    // Invariant: `current` and `undo` are what `steps` make of it; only `take` adds a step.
    steps: Vec<Step>,
    current: Current,
    undo: Option<Undo>,
}

/// What never changes about a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Its name.
    pub id: CommitmentId,
    /// Who promises.
    pub promiser: OrganizationId,
    /// Who waits for it.
    pub receiver: Receiver,
    /// Where it comes from.
    pub origin: Origin,
    /// The goal that it serves.
    pub goal: Option<Goal>,
}

impl Commitment {
    /// A promise that its maker offers to the one who would receive it.
    ///
    /// # Errors
    /// When the parties are one, or the date has passed.
    pub fn offer(
        frame: Frame,
        voice: Voice,
        terms: Terms,
        in_charge: impl Into<Carrier>,
    ) -> Result<Self, Error> {
        Self::begin(frame, Step::first(voice, Act::Offered { terms, in_charge: in_charge.into() }))
    }

    /// A promise that the one who would receive it asks for.
    ///
    /// # Errors
    /// When the parties are one, or the date has passed.
    pub fn ask(frame: Frame, voice: Voice, terms: Terms) -> Result<Self, Error> {
        Self::begin(frame, Step::first(voice, Act::Asked { terms }))
    }

    /// Agrees to the terms on the table: from now on they bind. An answer for the promiser names
    /// who is in charge.
    ///
    /// # Errors
    /// When it is not this side's turn, nothing waits, or the date has passed meanwhile.
    pub fn accept(&mut self, voice: Voice, in_charge: Option<Carrier>) -> Result<(), Error> {
        self.take(voice, Act::Accepted { in_charge })
    }

    /// Says no to the terms on the table.
    ///
    /// # Errors
    /// When it is not this side's turn, or nothing waits.
    pub fn decline(&mut self, voice: Voice, why: Reason) -> Result<(), Error> {
        self.take(voice, Act::Declined { why })
    }

    /// Answers the terms on the table with other terms.
    ///
    /// # Errors
    /// When it is not this side's turn, nothing waits, the terms are the same or their date has
    /// passed.
    pub fn counter(
        &mut self,
        voice: Voice,
        terms: Terms,
        why: Option<Reason>,
    ) -> Result<(), Error> {
        self.take(voice, Act::Countered { terms, why })
    }

    /// Takes back terms that nobody has answered.
    ///
    /// # Errors
    /// When the terms on the table are the other side's, or were answered.
    pub fn withdraw(&mut self, voice: Voice, why: Option<Reason>) -> Result<(), Error> {
        self.take(voice, Act::Withdrawn { why })
    }

    /// Says, for the promiser, that it is done.
    ///
    /// # Errors
    /// When it does not bind, or was said before.
    pub fn claim_done(&mut self, voice: Voice, note: Option<Note>) -> Result<(), Error> {
        self.take(voice, Act::ClaimedDone { note })
    }

    /// Says, for the one who waits, that it was kept.
    ///
    /// # Errors
    /// When its maker has not said that it is done, or is the same person.
    pub fn confirm(&mut self, voice: Voice, thanks: Option<Note>) -> Result<(), Error> {
        self.take(voice, Act::Confirmed { thanks })
    }

    /// Says, for the one who waits, that something is missing.
    ///
    /// # Errors
    /// When its maker has not said that it is done.
    pub fn not_yet(&mut self, voice: Voice, why: Reason) -> Result<(), Error> {
        self.take(voice, Act::NotYet { why })
    }

    /// Moves the date; only its maker may. In time it is neither late nor broken; after the day
    /// it stays late.
    ///
    /// # Errors
    /// When it does not bind, or the new date is the old one or has passed.
    pub fn move_date(&mut self, voice: Voice, to: Date, why: Reason) -> Result<(), Error> {
        self.take(voice, Act::Moved { to, why })
    }

    /// Says that it will not come.
    ///
    /// # Errors
    /// When it does not bind.
    pub fn break_off(&mut self, voice: Voice, why: Reason) -> Result<(), Error> {
        self.take(voice, Act::Broken { why })
    }

    /// Puts another person of the promiser in charge.
    ///
    /// # Errors
    /// When nothing is promised any more, or that person is in charge.
    pub fn hand_over(&mut self, voice: Voice, to: impl Into<Carrier>) -> Result<(), Error> {
        self.take(voice, Act::HandedOver { to: to.into() })
    }

    /// Says what is in the way; asked once, when it stalls.
    ///
    /// # Errors
    /// When nothing is promised any more.
    pub fn explain(&mut self, voice: Voice, why: Reason) -> Result<(), Error> {
        self.take(voice, Act::Explained { why })
    }

    /// Notes that a coordinator reminded those who act next.
    ///
    /// # Errors
    /// When it is over, or somebody reminded them today.
    pub fn remind(&mut self, voice: Voice) -> Result<(), Error> {
        let today = voice.on;
        let again = |step: &Step| step.act.name() == ActName::Reminded && step.voice.on == today;
        if self.steps.iter().any(again) {
            return Err(Error::RemindedToday);
        }
        self.take(voice, Act::Reminded)
    }

    /// Notes that evidence was added.
    ///
    /// # Errors
    /// When it never came to bind.
    pub fn add_evidence(&mut self, voice: Voice, label: Title) -> Result<(), Error> {
        self.take(voice, Act::EvidenceAdded { label })
    }

    /// Notes that evidence was taken away by the one who added it.
    ///
    /// # Errors
    /// When it never came to bind.
    pub fn remove_evidence(&mut self, voice: Voice, label: Title) -> Result<(), Error> {
        self.take(voice, Act::EvidenceRemoved { label })
    }

    /// Takes back the last step, for ten minutes, by the one who made it. Both stay in the
    /// history.
    ///
    /// # Errors
    /// When nothing can be taken back, or by somebody else, or no more.
    pub fn undo(&mut self, voice: Voice) -> Result<ActName, Error> {
        let undo = self.undo.as_ref().ok_or(Error::NothingToUndo)?;
        if undo.by != voice.person {
            return Err(Error::UndoNotYours);
        }
        if voice.at > undo.until {
            return Err(Error::UndoTooLate);
        }
        let undone = undo.step;
        let name = self.step(undone).map_or(ActName::Undone, |step| step.act.name());
        self.take(voice, Act::Undone { step: undone })?;
        Ok(name)
    }
}

impl Commitment {
    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.current.state
    }

    /// What is promised, or proposed, now.
    #[must_use]
    pub const fn terms(&self) -> &Terms {
        &self.current.terms
    }

    /// Who is in charge, for the promiser.
    #[must_use]
    pub fn in_charge(&self) -> Option<PersonId> {
        self.carrier().map(|carrier| carrier.person)
    }

    /// Who is in charge, and the seat in which they are.
    #[must_use]
    pub const fn carrier(&self) -> Option<Carrier> {
        self.current.in_charge
    }

    /// Every move of its date, oldest first.
    #[must_use]
    pub fn moves(&self) -> &[Move] {
        &self.current.moves
    }

    /// Its history, oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The day that decides between on time and late: the promised one, or the one that had
    /// passed when it was moved.
    #[must_use]
    pub fn deadline(&self) -> Date {
        self.current.missed.unwrap_or(self.current.terms.due)
    }

    /// Whether its day has passed and its maker has not said that it is done.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        matches!(self.timing(today), Timing::Late { .. })
    }

    /// How it looks today.
    #[must_use]
    pub fn timing(&self, today: Date) -> Timing {
        let done_on = match &self.current.state {
            State::Claimed { on, .. } | State::Kept { on, .. } => Some(*on),
            State::Proposed { .. }
            | State::Declined { .. }
            | State::Withdrawn { .. }
            | State::Open
            | State::Broken { .. } => None,
        };
        Timing::of(self.current.state.name(), self.deadline(), done_on, today)
    }

    /// Whose move it is: to answer, to deliver, or to confirm. None once it is over.
    #[must_use]
    pub const fn turn(&self) -> Option<Party> {
        match &self.current.state {
            State::Proposed { by: Party::Promiser, .. } | State::Claimed { .. } => {
                Some(Party::Receiver)
            }
            State::Proposed { by: Party::Receiver, .. } | State::Open => Some(Party::Promiser),
            State::Declined { .. }
            | State::Withdrawn { .. }
            | State::Kept { .. }
            | State::Broken { .. } => None,
        }
    }

    /// The step that this person can take back now, and until when.
    #[must_use]
    pub fn undoable(&self, person: PersonId, now: Instant) -> Option<(ActName, Instant)> {
        let undo = self.undo.as_ref().filter(|undo| undo.by == person && now <= undo.until)?;
        self.step(undo.step).map(|step| (step.act.name(), undo.until))
    }

    /// The day of the last step that a party made.
    #[must_use]
    pub fn last_activity(&self) -> Option<Date> {
        let moved = |step: &&Step| step.act.name() != ActName::Reminded;
        self.steps.iter().rev().find(moved).map(|step| step.voice.on)
    }

    /// The step that could be taken back now, by whomever.
    #[must_use]
    pub fn last_turn(&self) -> Option<&Step> {
        self.undo.as_ref().and_then(|undo| self.step(undo.step))
    }

    fn step(&self, number: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.number == number)
    }
}

#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod tests;
