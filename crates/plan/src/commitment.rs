//! A commitment: one party promises another a named result by a date.
//!
//! The history is the truth. A commitment is what its steps make of it, one after the other, and
//! each verb adds a step; so old dates, offers and reasons can't be lost.

mod step;
mod tally;
mod transition;
mod words;

use base::{Date, Instant, Line, OrganizationId, PersonId, Prose, Reason, Revision, Title};

pub use self::{
    step::{Act, ActName, Step, Voice},
    tally::{Delta, Shelf, Tally, deltas},
    words::search_words,
};
use crate::Error;

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

base::words! {
    /// The name of a [`State`], without what it carries.
    pub enum StateName {
        /// Terms lie on the table.
        Proposed = "proposed",
        /// The other side said no.
        Declined = "declined",
        /// Taken back before an answer.
        Withdrawn = "withdrawn",
        /// It binds.
        Open = "open",
        /// Its maker says that it is done.
        Claimed = "claimed",
        /// The one who waits said that it was kept.
        Kept = "kept",
        /// It will not come.
        Broken = "broken",
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

/// One move of the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The date that had been promised.
    pub from: Date,
    /// The date that is promised instead.
    pub to: Date,
    /// Why, in the words of the one who moved it.
    pub why: Reason,
    /// The day of the move: after `from`, the promise was late already and stays so.
    pub on: Date,
}

impl Move {
    /// Whether it was moved in time, which makes it neither late nor broken.
    #[must_use]
    pub fn in_time(&self) -> bool {
        self.on <= self.from
    }
}

/// Where a commitment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// One side has put terms on the table; the other answers.
    Proposed {
        /// Which side put them there.
        by: Party,
        /// Who put them there: another person answers.
        person: PersonId,
        /// Since when the other can answer.
        since: Date,
    },
    /// The other side said no.
    Declined {
        /// Who said it.
        by: Party,
        /// Why.
        why: Reason,
        /// When.
        on: Date,
    },
    /// The side that proposed it took it back before an answer.
    Withdrawn {
        /// Why, if they said so.
        why: Option<Reason>,
        /// When.
        on: Date,
    },
    /// It binds.
    Open,
    /// Its maker says that it is done; the one who waits has not spoken.
    Claimed {
        /// Who said it.
        by: PersonId,
        /// When: this is the day that counts, not the day of the answer.
        on: Date,
        /// What they said.
        note: Option<Note>,
    },
    /// The one who waits said that it was kept.
    Kept {
        /// When it was done.
        on: Date,
        /// When that was confirmed.
        confirmed_on: Date,
    },
    /// It will not come.
    Broken {
        /// Who said it.
        by: Side,
        /// Why.
        why: Reason,
        /// When.
        on: Date,
    },
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Proposed { .. } => StateName::Proposed,
            Self::Declined { .. } => StateName::Declined,
            Self::Withdrawn { .. } => StateName::Withdrawn,
            Self::Open => StateName::Open,
            Self::Claimed { .. } => StateName::Claimed,
            Self::Kept { .. } => StateName::Kept,
            Self::Broken { .. } => StateName::Broken,
        }
    }
}

/// How a commitment looks on a given day; derived, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Nothing binds yet: an answer is waited for.
    Unanswered,
    /// It binds and has this many days left.
    Ahead {
        /// Days to go; 0 on the day itself.
        days: i64,
    },
    /// It binds and its day has passed.
    Late {
        /// Days since the promised day.
        days: i64,
    },
    /// Done, says its maker.
    Claimed {
        /// Days after the promised day; 0 when in time.
        late_days: i64,
    },
    /// Kept.
    Kept {
        /// Days after the promised day; 0 when in time.
        late_days: i64,
    },
    /// It will not come.
    Broken,
    /// It never came to bind.
    Dropped,
}

/// What a commitment is after its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Current {
    state: State,
    terms: Terms,
    in_charge: Option<PersonId>,
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
        in_charge: PersonId,
    ) -> Result<Self, Error> {
        Self::begin(frame, Step::first(voice, Act::Offered { terms, in_charge }))
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
    pub fn accept(&mut self, voice: Voice, in_charge: Option<PersonId>) -> Result<(), Error> {
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
    pub fn hand_over(&mut self, voice: Voice, to: PersonId) -> Result<(), Error> {
        self.take(voice, Act::HandedOver { to })
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
    pub const fn in_charge(&self) -> Option<PersonId> {
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
        let deadline = self.deadline();
        let late_days = |on: Date| deadline.days_until(on).max(0);
        match &self.current.state {
            State::Proposed { .. } => Timing::Unanswered,
            State::Open if today > deadline => Timing::Late { days: late_days(today) },
            State::Open => Timing::Ahead { days: today.days_until(deadline) },
            State::Claimed { on, .. } => Timing::Claimed { late_days: late_days(*on) },
            State::Kept { on, .. } => Timing::Kept { late_days: late_days(*on) },
            State::Broken { .. } => Timing::Broken,
            State::Declined { .. } | State::Withdrawn { .. } => Timing::Dropped,
        }
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

    fn step(&self, number: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.number == number)
    }
}

#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod tests;
