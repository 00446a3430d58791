//! Which step may follow which: the one place where a commitment changes.

use base::{Date, FieldProblem, PersonId, Revision};

use super::{
    Act, Carrier, Commitment, Current, Frame, Move, Party, Side, State, Step, Terms, UNDO_SECONDS,
    Undo, Voice,
};
use crate::Error;

impl Commitment {
    /// The commitment that a stored history makes.
    ///
    /// # Errors
    /// When no sequence of verbs could have made that history.
    pub(crate) fn replay(
        frame: Frame,
        revision: Revision,
        steps: impl IntoIterator<Item = Step>,
    ) -> Result<Self, Error> {
        let mut steps = steps.into_iter();
        let first = steps.next().ok_or(Error::History)?;
        let mut commitment = Self::begin(frame, first)?;
        for step in steps {
            commitment.apply(step)?;
        }
        commitment.revision = revision;
        Ok(commitment)
    }

    pub(super) fn begin(frame: Frame, first: Step) -> Result<Self, Error> {
        let Frame { id, promiser, receiver, origin, goal } = frame;
        if receiver.organization() == Some(promiser) {
            return Err(Error::OneParty);
        }
        let current = Current::first(&first)?;
        let steps = vec![first];
        let revision = Revision::FIRST;
        Ok(Self { id, promiser, receiver, origin, goal, revision, steps, current, undo: None })
    }

    pub(super) fn take(&mut self, voice: Voice, act: Act) -> Result<(), Error> {
        let number = self.steps.last().map_or(1, |step| step.number.saturating_add(1));
        self.apply(Step { number, voice, act })
    }

    fn apply(&mut self, step: Step) -> Result<(), Error> {
        let next = match (&step.act, &self.undo) {
            (Act::Undone { step: undone }, Some(undo)) if undo.step == *undone => {
                (*undo.back).clone()
            }
            (Act::Undone { .. }, _) => return Err(Error::NothingToUndo),
            (act, _) => self.current.after(&step.voice, act)?,
        };
        let before = std::mem::replace(&mut self.current, next);
        match weight(&step.act) {
            Weight::Quiet => {}
            Weight::Final => self.undo = None,
            Weight::Turning => {
                self.undo = Some(Undo {
                    step: step.number,
                    by: step.voice.person,
                    until: step.voice.at.plus_seconds(UNDO_SECONDS),
                    back: Box::new(before),
                });
            }
        }
        self.steps.push(step);
        Ok(())
    }
}

/// What an act does to the chance of taking the last one back.
enum Weight {
    /// Leaves it: nothing turned.
    Quiet,
    /// Can be taken back itself.
    Turning,
    /// Ends it.
    Final,
}

const fn weight(act: &Act) -> Weight {
    match act {
        Act::Explained { .. }
        | Act::Reminded
        | Act::EvidenceAdded { .. }
        | Act::EvidenceRemoved { .. } => Weight::Quiet,
        Act::Countered { .. }
        | Act::Accepted { .. }
        | Act::Declined { .. }
        | Act::Withdrawn { .. }
        | Act::ClaimedDone { .. }
        | Act::Confirmed { .. }
        | Act::NotYet { .. }
        | Act::Moved { .. }
        | Act::Broken { .. }
        | Act::HandedOver { .. } => Weight::Turning,
        Act::Offered { .. } | Act::Asked { .. } | Act::Undone { .. } => Weight::Final,
    }
}

impl Current {
    fn first(step: &Step) -> Result<Self, Error> {
        let voice = &step.voice;
        let (by, terms, in_charge) = match &step.act {
            Act::Offered { terms, in_charge } => (Party::Promiser, terms, Some(*in_charge)),
            Act::Asked { terms } => (Party::Receiver, terms, None),
            Act::Countered { .. }
            | Act::Accepted { .. }
            | Act::Declined { .. }
            | Act::Withdrawn { .. }
            | Act::ClaimedDone { .. }
            | Act::Confirmed { .. }
            | Act::NotYet { .. }
            | Act::Moved { .. }
            | Act::Broken { .. }
            | Act::HandedOver { .. }
            | Act::Explained { .. }
            | Act::Reminded
            | Act::EvidenceAdded { .. }
            | Act::EvidenceRemoved { .. }
            | Act::Undone { .. } => return Err(Error::History),
        };
        speaks_for(voice, by)?;
        not_past(terms.due, voice)?;
        let state = State::Proposed { by, person: voice.person, since: voice.on };
        Ok(Self { state, terms: terms.clone(), in_charge, missed: None, moves: Vec::new() })
    }

    fn after(&self, voice: &Voice, act: &Act) -> Result<Self, Error> {
        match act {
            Act::Accepted { in_charge } => self.accepted(voice, *in_charge),
            Act::Declined { why } => {
                let by = self.answerer(voice)?;
                Ok(self.turned(State::Declined { by, why: why.clone(), on: voice.on }))
            }
            Act::Countered { terms, .. } => self.countered(voice, terms),
            Act::Withdrawn { why } => {
                let State::Proposed { by, .. } = &self.state else {
                    return Err(self.not_waiting());
                };
                speaks_for(voice, *by)?;
                Ok(self.turned(State::Withdrawn { why: why.clone(), on: voice.on }))
            }
            Act::ClaimedDone { note } => {
                self.must_be_open()?;
                speaks_for(voice, Party::Promiser)?;
                let (by, on) = (voice.person, voice.on);
                Ok(self.turned(State::Claimed { by, on, note: note.clone() }))
            }
            Act::Confirmed { .. } => {
                let (by, on) = self.claim()?;
                speaks_for(voice, Party::Receiver)?;
                if by == voice.person {
                    return Err(Error::SamePerson);
                }
                Ok(self.turned(State::Kept { on, confirmed_on: voice.on }))
            }
            Act::NotYet { .. } => {
                self.claim()?;
                speaks_for(voice, Party::Receiver)?;
                Ok(self.turned(State::Open))
            }
            Act::Moved { to, why } => self.moved(
                voice,
                Move { from: self.terms.due, to: *to, why: why.clone(), on: voice.on },
            ),
            Act::Broken { why } => {
                self.must_bind()?;
                let (by, on) = (voice.side, voice.on);
                Ok(self.turned(State::Broken { by, why: why.clone(), on }))
            }
            Act::HandedOver { to } => self.handed_over(voice, *to),
            Act::Explained { .. } => {
                self.must_be_open()?;
                speaks_for(voice, Party::Promiser)?;
                Ok(self.clone())
            }
            Act::Reminded => self.reminded(voice),
            Act::EvidenceAdded { .. } | Act::EvidenceRemoved { .. } => self.evidenced(voice),
            Act::Offered { .. } | Act::Asked { .. } | Act::Undone { .. } => Err(Error::History),
        }
    }

    fn accepted(&self, voice: &Voice, in_charge: Option<Carrier>) -> Result<Self, Error> {
        let by = self.answerer(voice)?;
        if matches!(self.state, State::Proposed { person, .. } if person == voice.person) {
            return Err(Error::SamePerson);
        }
        if self.terms.due < voice.on {
            return Err(Error::OfferedDatePast { due: self.terms.due });
        }
        let in_charge = match by {
            Party::Promiser => in_charge.or(self.in_charge).or(Some(voice.person.into())),
            Party::Receiver => self.in_charge,
        };
        Ok(Self { in_charge, ..self.turned(State::Open) })
    }

    fn countered(&self, voice: &Voice, terms: &Terms) -> Result<Self, Error> {
        let by = self.answerer(voice)?;
        not_past(terms.due, voice)?;
        if *terms == self.terms {
            return Err(Error::SameTerms);
        }
        // A counter-offer of the promiser promises, so somebody is in charge of it.
        let in_charge = match by {
            Party::Promiser => self.in_charge.or(Some(voice.person.into())),
            Party::Receiver => self.in_charge,
        };
        let state = State::Proposed { by, person: voice.person, since: voice.on };
        Ok(Self { terms: terms.clone(), in_charge, ..self.turned(state) })
    }

    fn moved(&self, voice: &Voice, change: Move) -> Result<Self, Error> {
        self.must_be_open()?;
        speaks_for(voice, Party::Promiser)?;
        not_past(change.to, voice)?;
        if change.to == change.from {
            return Err(Error::SameDate);
        }
        let mut next = self.clone();
        next.terms.due = change.to;
        if !change.in_time() {
            next.missed = self.missed.or(Some(change.from));
        }
        next.moves.push(change);
        Ok(next)
    }

    fn handed_over(&self, voice: &Voice, to: Carrier) -> Result<Self, Error> {
        let under_way =
            matches!(self.state, State::Proposed { .. } | State::Open | State::Claimed { .. });
        if !under_way || self.in_charge.is_none() {
            return Err(Error::NotOpen { state: self.state.name() });
        }
        speaks_for(voice, Party::Promiser)?;
        if self.in_charge == Some(to) {
            return Err(Error::SameInCharge);
        }
        Ok(Self { in_charge: Some(to), ..self.clone() })
    }

    fn reminded(&self, voice: &Voice) -> Result<Self, Error> {
        let under_way =
            matches!(self.state, State::Proposed { .. } | State::Open | State::Claimed { .. });
        match (under_way, voice.side) {
            (false, _) => Err(Error::Over { state: self.state.name() }),
            (true, Side::Coordinator) => Ok(self.clone()),
            (true, Side::Promiser | Side::Receiver) => Err(Error::OtherSide),
        }
    }

    fn evidenced(&self, voice: &Voice) -> Result<Self, Error> {
        match (&self.state, voice.side) {
            (
                State::Open | State::Claimed { .. } | State::Kept { .. } | State::Broken { .. },
                Side::Promiser | Side::Receiver,
            ) => Ok(self.clone()),
            (State::Proposed { .. } | State::Declined { .. } | State::Withdrawn { .. }, _) => {
                Err(Error::NotOpen { state: self.state.name() })
            }
            (_, Side::Coordinator) => Err(Error::OtherSide),
        }
    }

    fn turned(&self, state: State) -> Self {
        Self { state, ..self.clone() }
    }

    /// The side whose answer is waited for, when this voice speaks for it.
    fn answerer(&self, voice: &Voice) -> Result<Party, Error> {
        let State::Proposed { by, .. } = &self.state else { return Err(self.not_waiting()) };
        let answerer = by.other();
        speaks_for(voice, answerer)?;
        Ok(answerer)
    }

    fn claim(&self) -> Result<(PersonId, Date), Error> {
        match &self.state {
            State::Claimed { by, on, .. } => Ok((*by, *on)),
            State::Proposed { .. }
            | State::Declined { .. }
            | State::Withdrawn { .. }
            | State::Open
            | State::Kept { .. }
            | State::Broken { .. } => Err(Error::NotClaimed { state: self.state.name() }),
        }
    }

    fn must_be_open(&self) -> Result<(), Error> {
        match &self.state {
            State::Open => Ok(()),
            State::Proposed { .. }
            | State::Declined { .. }
            | State::Withdrawn { .. }
            | State::Claimed { .. }
            | State::Kept { .. }
            | State::Broken { .. } => Err(Error::NotOpen { state: self.state.name() }),
        }
    }

    fn must_bind(&self) -> Result<(), Error> {
        if matches!(self.state, State::Claimed { .. }) { Ok(()) } else { self.must_be_open() }
    }

    const fn not_waiting(&self) -> Error {
        Error::NotWaiting { state: self.state.name() }
    }
}

impl Party {
    /// The one across the table.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Promiser => Self::Receiver,
            Self::Receiver => Self::Promiser,
        }
    }

    /// The side that speaks for it.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::Promiser => Side::Promiser,
            Self::Receiver => Side::Receiver,
        }
    }
}

fn speaks_for(voice: &Voice, party: Party) -> Result<(), Error> {
    if voice.side == party.side() { Ok(()) } else { Err(Error::OtherSide) }
}

fn not_past(due: Date, voice: &Voice) -> Result<(), Error> {
    if due >= voice.on {
        return Ok(());
    }
    let args = vec![("today", voice.on.to_string())];
    Err(Error::Fields(vec![FieldProblem {
        field: "due".to_owned(),
        code: "commitment_date_past",
        args,
    }]))
}
