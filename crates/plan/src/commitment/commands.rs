//! The only ways to change a commitment, for a page, the API, an importer or a job: one function
//! for each verb.

use base::{Date, Instant, OrganizationId, PersonId, Reason, Revision, Title};
use partnership::SeatId;
use store::{Cx, Standing, Tx, WriteTx};

use super::{
    Carrier, Commitment, CommitmentId, Frame, Goal, Named, Note, Origin, Party, Receiver, Side,
    State, Terms, Voice, events, store as rows,
};
use crate::{
    Error, Proof, access,
    decision::{self, DecisionId},
    evidence,
    goal::{self, Item, ItemId},
    idea::{self, IdeaId},
    notices,
};

/// Which commitment a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which one.
    pub id: CommitmentId,
    /// The revision that the caller saw; a change since then is told and nothing is done.
    pub seen: Option<Revision>,
}

/// A promise to be offered or asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Who promises.
    pub promiser: OrganizationId,
    /// Who waits for it.
    pub receiver: Receiver,
    /// What, and by when.
    pub terms: Terms,
    /// Where it comes from.
    pub origin: Origin,
    /// The goal that it serves, in words.
    pub goal: Option<Goal>,
    /// The item of the plan that it carries from the beginning.
    pub serves: Option<ItemId>,
    /// The decision that it carries out; its origin, then.
    pub decided: Option<DecisionId>,
    /// The idea or recommendation that it carries out.
    pub idea: Option<IdeaId>,
}

/// That a promise is done, as its maker says.
#[derive(Debug, Clone, Default)]
pub struct Claim {
    /// What they say.
    pub note: Option<Note>,
    /// What shows it, and what that is called.
    pub proof: Option<(Title, Proof)>,
}

/// Who speaks in a transaction.
pub(crate) struct Speaker {
    pub(crate) standing: Standing,
    pub(crate) person: PersonId,
    pub(crate) at: Instant,
    pub(crate) today: Date,
}

impl Speaker {
    pub(crate) fn of(cx: &Cx, tx: &Tx) -> Result<Self, Error> {
        let place = tx.place()?;
        let standing = place.standing.clone();
        Ok(Self { standing, person: cx.person()?, at: cx.now(), today: place.today })
    }

    pub(crate) const fn voice(&self, side: Side, organization: OrganizationId) -> Voice {
        Voice { person: self.person, organization, side, at: self.at, on: self.today }
    }

    /// The voice for a party of a commitment.
    pub(crate) fn speak(&self, commitment: &Commitment, party: Party) -> Result<Voice, Error> {
        access::speaks_as(&self.standing, commitment.promiser, commitment.receiver, party)
            .map(|organization| self.voice(party.side(), organization))
            .ok_or(Error::NotYours)
    }

    /// The voice for the party whose turn it is to answer; whoever speaks for neither may not.
    fn answer(&self, commitment: &Commitment) -> Result<Voice, Error> {
        let State::Proposed { by, .. } = commitment.state() else {
            return Err(Error::NotWaiting { state: commitment.state().name() });
        };
        // The proposer learns that the other side decides; a stranger, that it is not theirs.
        self.speak(commitment, by.other()).or_else(|_| self.speak(commitment, *by))
    }

    fn either(&self, commitment: &Commitment) -> Result<Voice, Error> {
        self.speak(commitment, Party::Promiser).or_else(|_| self.speak(commitment, Party::Receiver))
    }
}

/// Offers a promise of one's own organization.
///
/// # Errors
/// When the caller may not promise for it, or the promise makes no sense.
pub async fn offer(
    cx: &Cx,
    proposal: Proposal,
    in_charge: Option<Named>,
) -> Result<Commitment, Error> {
    let tx = cx.write(access::ACT).await?;
    let speaker = Speaker::of(cx, &tx)?;
    let in_charge = in_charge.unwrap_or(Named::Person(speaker.person));
    let (frame, terms, joins) = framed(cx, &tx, proposal).await?;
    let voice =
        access::speaks_as(&speaker.standing, frame.promiser, frame.receiver, Party::Promiser)
            .map(|organization| speaker.voice(Side::Promiser, organization))
            .ok_or(Error::NotYours)?;
    let in_charge = carrier(&tx, &speaker, frame.promiser, in_charge).await?;
    let commitment = Commitment::offer(frame, voice, terms, in_charge)?;
    begin(tx, commitment, joins).await
}

/// Asks another organization for a promise to one's own.
///
/// # Errors
/// When the caller may not ask for it, or the promise makes no sense.
pub async fn ask(cx: &Cx, proposal: Proposal) -> Result<Commitment, Error> {
    let tx = cx.write(access::ACT).await?;
    let speaker = Speaker::of(cx, &tx)?;
    let (frame, terms, joins) = framed(cx, &tx, proposal).await?;
    let voice =
        access::speaks_as(&speaker.standing, frame.promiser, frame.receiver, Party::Receiver)
            .map(|organization| speaker.voice(Side::Receiver, organization))
            .ok_or(Error::NotYours)?;
    let commitment = Commitment::ask(frame, voice, terms)?;
    begin(tx, commitment, joins).await
}

/// Accepts the terms on the table; for the promiser, naming who is in charge.
///
/// # Errors
/// As [`Commitment::accept`], and when the caller does not speak for the one who answers.
pub async fn accept(
    cx: &Cx,
    target: Target,
    in_charge: Option<Named>,
) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.answer(change.commitment())?;
    let promiser = change.commitment().promiser;
    let in_charge = match voice.side {
        Side::Promiser => {
            let chosen = match (in_charge, change.commitment().carrier()) {
                (Some(Named::Person(who)), Some(now)) if now == who.into() => now,
                (None, Some(now)) => now,
                (named, _) => {
                    let named = named.unwrap_or(Named::Person(voice.person));
                    carrier(&change.tx, &change.speaker, promiser, named).await?
                }
            };
            Some(chosen)
        }
        Side::Receiver | Side::Coordinator => None,
    };
    change.commitment_mut().accept(voice, in_charge)?;
    change.finish().await
}

/// Declines the terms on the table.
///
/// # Errors
/// As [`Commitment::decline`], and when the caller does not speak for the one who answers.
pub async fn decline(cx: &Cx, target: Target, why: Reason) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.answer(change.commitment())?;
    change.commitment_mut().decline(voice, why)?;
    change.finish().await
}

/// Answers the terms on the table with other terms.
///
/// # Errors
/// As [`Commitment::counter`], and when the caller does not speak for the one who answers.
pub async fn counter(
    cx: &Cx,
    target: Target,
    terms: Terms,
    why: Option<Reason>,
) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.answer(change.commitment())?;
    change.commitment_mut().counter(voice, terms, why)?;
    change.finish().await
}

/// Takes back terms that nobody has answered.
///
/// # Errors
/// As [`Commitment::withdraw`], and when the caller does not speak for the one who proposed.
pub async fn withdraw(cx: &Cx, target: Target, why: Option<Reason>) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let State::Proposed { by, .. } = *change.commitment().state() else {
        return Err(Error::NotWaiting { state: change.commitment().state().name() });
    };
    let voice = change.speaker.speak(change.commitment(), by)?;
    change.commitment_mut().withdraw(voice, why)?;
    change.finish().await
}

/// Says, for the promiser, that it is done, with what shows it.
///
/// # Errors
/// As [`Commitment::claim_done`], and when the caller does not speak for the promiser.
pub async fn claim_done(cx: &Cx, target: Target, claim: Claim) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.speak(change.commitment(), Party::Promiser)?;
    if let Some((label, proof)) = claim.proof {
        evidence::keep(cx, &mut change, voice, label, proof).await?;
    }
    change.commitment_mut().claim_done(voice, claim.note)?;
    change.finish().await
}

/// Says, for the one who waits, that it was kept.
///
/// # Errors
/// As [`Commitment::confirm`], and when the caller does not speak for the one who waits.
pub async fn confirm(cx: &Cx, target: Target, thanks: Option<Note>) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.speak(change.commitment(), Party::Receiver)?;
    change.commitment_mut().confirm(voice, thanks)?;
    change.finish().await
}

/// Says, for the one who waits, that something is missing.
///
/// # Errors
/// As [`Commitment::not_yet`], and when the caller does not speak for the one who waits.
pub async fn not_yet(cx: &Cx, target: Target, why: Reason) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.speak(change.commitment(), Party::Receiver)?;
    change.commitment_mut().not_yet(voice, why)?;
    change.finish().await
}

/// Moves the date, for the promiser.
///
/// # Errors
/// As [`Commitment::move_date`], and when the caller does not speak for the promiser.
pub async fn move_date(
    cx: &Cx,
    target: Target,
    to: Date,
    why: Reason,
) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.speak(change.commitment(), Party::Promiser)?;
    change.commitment_mut().move_date(voice, to, why)?;
    change.finish().await
}

/// Says that it will not come.
///
/// # Errors
/// As [`Commitment::break_off`], and when the caller is neither a party nor a coordinator.
pub async fn break_off(cx: &Cx, target: Target, why: Reason) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let (side, organization) =
        access::breaks_as(&change.speaker.standing, change.commitment()).ok_or(Error::NotYours)?;
    let voice = change.speaker.voice(side, organization);
    change.commitment_mut().break_off(voice, why)?;
    change.finish().await
}

/// Puts another person of the promiser in charge.
///
/// # Errors
/// As [`Commitment::hand_over`], and when the caller may not commit that person.
pub async fn hand_over(cx: &Cx, target: Target, to: Named) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.speak(change.commitment(), Party::Promiser)?;
    let promiser = change.commitment().promiser;
    let to = carrier(&change.tx, &change.speaker, promiser, to).await?;
    change.commitment_mut().hand_over(voice, to)?;
    change.finish().await
}

/// Moves the open promises of a seat to whoever holds it now; those they carry already stay.
///
/// # Errors
/// When the database fails.
pub(crate) async fn follow_seat(cx: &Cx, seat: SeatId, to: PersonId) -> Result<(), Error> {
    let tx = cx.read(access::FOLLOW).await?;
    let left = rows::of_seat(&tx, seat, to).await?;
    drop(tx);
    for id in left {
        let tx = cx.write(access::FOLLOW).await?;
        let place = tx.place()?;
        let speaker = Speaker {
            standing: place.standing.clone(),
            person: to,
            at: cx.now(),
            today: place.today,
        };
        let mut change = Change::by(tx, speaker, Target { id, seen: None }).await?;
        let carrier = Carrier { person: to, seat: Some(seat) };
        let voice = change.speaker.voice(Side::Promiser, change.commitment().promiser);
        match change.commitment_mut().hand_over(voice, carrier) {
            Ok(()) => drop(change.finish().await?),
            // It ended, or came to them in another way, since we looked.
            Err(Error::NotOpen { .. } | Error::SameInCharge) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Says, for the promiser, what is in the way.
///
/// # Errors
/// As [`Commitment::explain`], and when the caller does not speak for the promiser.
pub async fn explain(cx: &Cx, target: Target, why: Reason) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let voice = change.speaker.speak(change.commitment(), Party::Promiser)?;
    change.commitment_mut().explain(voice, why)?;
    change.finish().await
}

/// Takes back the caller's own last step.
///
/// # Errors
/// As [`Commitment::undo`].
pub async fn undo(cx: &Cx, target: Target) -> Result<Commitment, Error> {
    let mut change = Change::of(cx, target).await?;
    let step = change.commitment().last_turn().ok_or(Error::NothingToUndo)?;
    let voice = change.speaker.voice(step.voice.side, step.voice.organization);
    change.commitment_mut().undo(voice)?;
    change.finish().await
}

/// Reminds those who act next, once a day.
///
/// # Errors
/// As [`Commitment::remind`], and when the caller is no coordinator.
pub async fn remind(cx: &Cx, target: Target) -> Result<Commitment, Error> {
    let tx = cx.write(access::REMIND).await?;
    let mut change = Change::within(cx, tx, target).await?;
    let organization = access::coordinates(&change.speaker.standing).ok_or(Error::NotYours)?;
    let voice = change.speaker.voice(Side::Coordinator, organization);
    change.commitment_mut().remind(voice)?;
    change.finish().await
}

/// A change of one commitment, between the read and the write.
pub(crate) struct Change {
    pub(crate) tx: WriteTx,
    pub(crate) speaker: Speaker,
    loaded: rows::Loaded,
    bound: bool,
}

impl Change {
    pub(crate) async fn of(cx: &Cx, target: Target) -> Result<Self, Error> {
        let tx = cx.write(access::ACT).await?;
        Self::within(cx, tx, target).await
    }

    async fn within(cx: &Cx, tx: WriteTx, target: Target) -> Result<Self, Error> {
        let speaker = Speaker::of(cx, &tx)?;
        Self::by(tx, speaker, target).await
    }

    async fn by(tx: WriteTx, speaker: Speaker, target: Target) -> Result<Self, Error> {
        let loaded = rows::load(&tx, target.id).await?;
        if target.seen.is_some_and(|seen| seen != loaded.commitment.revision) {
            return Err(Error::Changed);
        }
        let bound = binds(&loaded.commitment);
        Ok(Self { tx, speaker, loaded, bound })
    }

    pub(crate) const fn commitment(&self) -> &Commitment {
        &self.loaded.commitment
    }

    pub(crate) const fn commitment_mut(&mut self) -> &mut Commitment {
        &mut self.loaded.commitment
    }

    /// Either party's voice, for what both may do.
    pub(crate) fn either(&self) -> Result<Voice, Error> {
        self.speaker.either(&self.loaded.commitment)
    }

    /// Writes the change, tells those whom it concerns, and says what happened.
    pub(crate) async fn finish(mut self) -> Result<Commitment, Error> {
        let before = self.loaded.steps();
        rows::save(&mut self.tx, &mut self.loaded).await?;
        let commitment = self.loaded.commitment;
        let by = i64::from(binds(&commitment)) - i64::from(self.bound);
        if by != 0 {
            partnership::count_promises(&mut self.tx, commitment.promiser, by).await?;
        }
        let mut happened = Vec::new();
        for step in commitment.steps().iter().skip(before) {
            notices::tell_of(&mut self.tx, &commitment, step).await?;
            happened.push(events::of(&commitment, step)?);
        }
        self.tx.commit_all(happened).await?;
        Ok(commitment)
    }
}

/// Whether it is a load on its promiser.
fn binds(commitment: &Commitment) -> bool {
    matches!(commitment.state(), State::Open | State::Claimed { .. })
}

async fn begin(mut tx: WriteTx, commitment: Commitment, joins: Joins) -> Result<Commitment, Error> {
    rows::insert(&mut tx, &commitment).await?;
    let step = commitment.steps().first().ok_or(Error::History)?;
    notices::tell_of(&mut tx, &commitment, step).await?;
    let mut happened = vec![events::of(&commitment, step)?];
    if let Some(decision) = joins.decided {
        decision::store::attach(&mut tx, decision, commitment.id).await?;
    }
    if let Some(idea) = joins.idea {
        idea::store::attach(&mut tx, idea, commitment.id).await?;
    }
    if let Some(item) = joins.serves {
        happened.push(goal::commands::carry(&mut tx, &item, &commitment, step).await?);
    }
    tx.commit_all(happened).await?;
    Ok(commitment)
}

/// What a new promise is joined to.
struct Joins {
    serves: Option<Item>,
    decided: Option<DecisionId>,
    idea: Option<IdeaId>,
}

/// Checks that both are partners today.
async fn framed(cx: &Cx, tx: &Tx, proposal: Proposal) -> Result<(Frame, Terms, Joins), Error> {
    let Proposal { promiser, receiver, terms, origin, goal, serves, decided, idea } = proposal;
    let directory = partnership::directory(tx).await?;
    if !directory.has(promiser) {
        return Err(Error::field("promiser", "commitment_no_partner"));
    }
    if receiver.organization().is_some_and(|of| !directory.has(of)) {
        return Err(Error::field("receiver", "commitment_no_partner"));
    }
    // Lists find it by the goal's name as it was when the promise was made.
    let (serves, named) = goal::queries::carried(tx, serves).await?;
    let goal = goal.or(named);
    let origin = match decided {
        Some(id) => decision::commands::origin(tx, id, origin).await?,
        None => origin,
    };
    let origin = match idea {
        Some(id) => idea::commands::origin(tx, id, origin).await?,
        None => origin,
    };
    let frame = Frame { id: cx.new_id(), promiser, receiver, origin, goal };
    Ok((frame, terms, Joins { serves, decided, idea }))
}

/// Who is to carry a promise, when the speaker may put them in charge and they act for the
/// promiser.
async fn carrier(
    tx: &Tx,
    speaker: &Speaker,
    promiser: OrganizationId,
    named: Named,
) -> Result<Carrier, Error> {
    let carrier = match named {
        Named::Person(person) => Carrier::from(person),
        Named::Seat(seat) => {
            let seats = partnership::seats_of(tx, promiser).await?;
            let holder = seats.iter().find(|entry| entry.id == seat).and_then(|entry| entry.holder);
            let person = holder.ok_or(Error::field("in_charge", "commitment_seat_empty"))?;
            Carrier { person, seat: Some(seat) }
        }
    };
    let who = carrier.person;
    if !access::may_put_in_charge(&speaker.standing, promiser, who, speaker.person) {
        return Err(Error::LeadOnly);
    }
    if who == speaker.person {
        return Ok(carrier);
    }
    let members = partnership::members(tx, promiser).await?;
    let acts = |person: &partnership::PersonEntry| {
        person.id == who && !person.gone && access::works_for(person, promiser)
    };
    if members.iter().any(acts) { Ok(carrier) } else { Err(Error::NotTheirs) }
}
