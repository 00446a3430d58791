//! The only ways to change a decision, for a page, the API or the demo: one function for each verb.

use std::collections::BTreeSet;

use base::{Date, OrganizationId, Reason, Revision};
use partnership::{Part, SeatEntry};
use store::{Cx, Permission, Tx, WriteTx};

use super::{
    Decision, DecisionError, DecisionId, Electorate, Frame, Position, Proposal, Question,
    RollEntry, Said, State, Verdict, Voice, Voter, Way, events, notices, replay::decides,
    store as rows,
};
use crate::{Error, Origin, OriginKind, access};

/// How often a position is tried again when somebody else answered at the same moment.
const MOST_TRIES: u32 = 8;

/// Which decision a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which one.
    pub id: DecisionId,
    /// The revision that the caller saw; a change since then is told and nothing is done.
    pub seen: Option<Revision>,
}

/// Writes a question down.
///
/// # Errors
/// When its parts do not fit, or the caller does not act for the organization that brings it.
pub async fn propose(cx: &Cx, question: Question) -> Result<Decision, Error> {
    begin(cx, question, None).await
}

/// Writes down a question that reopens a closed decision. That stays as it is; when the new one
/// decides something, it takes the old one's place.
///
/// # Errors
/// As [`propose`], and when the old one is not closed or another question reopens it.
pub async fn supersede(cx: &Cx, old: DecisionId, question: Question) -> Result<Decision, Error> {
    begin(cx, question, Some(old)).await
}

async fn begin(
    cx: &Cx,
    question: Question,
    supersedes: Option<DecisionId>,
) -> Result<Decision, Error> {
    let mut tx = cx.write(access::PROPOSE).await?;
    let voice = voice_for(cx, &tx, access::proposes_for, question.owner)?;
    known(&tx, &question).await?;
    let frame = Frame { id: cx.new_id(), supersedes };
    let decision = Decision::propose(frame, voice, question)?;
    let step = decision.steps().first().ok_or(DecisionError::History)?;
    let mut happened = vec![events::of(&decision, step)?];
    if let Some(old) = supersedes {
        let before = rows::load(&tx, old).await?.decision;
        if before.closing().is_none() {
            return Err(DecisionError::NotClosed.into());
        }
        if !rows::reopen(&mut tx, old, decision.id).await? {
            return Err(DecisionError::Reopened.into());
        }
        happened.push(events::reopened(&before, voice.organization)?);
    }
    rows::insert(&mut tx, &decision).await?;
    tx.commit_all(happened).await?;
    Ok(decision)
}

/// Changes a question that was not put yet.
///
/// # Errors
/// As [`Decision::revise`], and when the caller does not act for the organization that brings it.
pub async fn revise(cx: &Cx, target: Target, question: Question) -> Result<Decision, Error> {
    let mut change = Change::of(cx, target, access::PROPOSE).await?;
    let voice = change.voice(cx, access::proposes_for)?;
    if question.owner != change.decision().question().owner {
        voice_for(cx, &change.tx, access::proposes_for, question.owner)?;
    }
    known(&change.tx, &question).await?;
    change.decision_mut().revise(voice, question)?;
    change.finish().await
}

/// Puts the question to those who may answer; who that is stays fixed from now on.
///
/// # Errors
/// As [`Decision::put`], and when the caller is neither a coordinator nor a lead of the
/// organization that brings it.
pub async fn put(cx: &Cx, target: Target, due: Date) -> Result<Decision, Error> {
    let mut change = Change::of(cx, target, access::HOLD).await?;
    let voice = change.voice(cx, access::plans_for)?;
    let way = change.decision().question().way.clone();
    let roll = roll_of(&change.tx, &way).await?;
    change.decision_mut().put(voice, roll, due)?;
    change.finish().await
}

/// Gives a position, or another one instead. Without a voter the only one for whom the caller may
/// speak. Others who answer at the same time do not stand in the way; a new round does.
///
/// # Errors
/// As [`Decision::give`], and when the caller speaks for nobody on the roll, or saw another round.
pub async fn give(
    cx: &Cx,
    target: Target,
    voter: Option<Voter>,
    said: Said,
) -> Result<Decision, Error> {
    let mut tries = 0;
    loop {
        let done = give_once(cx, target, voter, said.clone()).await;
        let raced = matches!(done, Err(Error::Decision(DecisionError::Raced)));
        if !raced || tries == MOST_TRIES {
            return done;
        }
        tries += 1;
    }
}

async fn give_once(
    cx: &Cx,
    target: Target,
    voter: Option<Voter>,
    said: Said,
) -> Result<Decision, Error> {
    let mut change = Change::of(cx, target, access::ANSWER).await?;
    let (voice, voter) = change.answering(cx, voter).await?;
    if said.round.is_some_and(|round| round != change.decision().rounds().len()) {
        return Err(DecisionError::Changed.into());
    }
    let position = Position::of(&change.decision().question().way, said)?;
    change.decision_mut().give(voice, voter, position)?;
    change.finish().await
}

/// Takes a position back.
///
/// # Errors
/// As [`Decision::take_back`], and when the caller speaks for nobody on the roll.
pub async fn take_back(cx: &Cx, target: Target, voter: Option<Voter>) -> Result<Decision, Error> {
    let mut change = Change::of(cx, target, access::ANSWER).await?;
    let (voice, voter) = change.answering(cx, voter).await?;
    change.decision_mut().take_back(voice, voter)?;
    change.finish().await
}

/// Changes the proposal so that objections are met: a new round begins.
///
/// # Errors
/// As [`Decision::amend`], and when the caller may not hold the question.
pub async fn amend(
    cx: &Cx,
    target: Target,
    text: Proposal,
    why: Reason,
    due: Date,
) -> Result<Decision, Error> {
    let mut change = Change::of(cx, target, access::HOLD).await?;
    let voice = change.voice(cx, access::plans_for)?;
    change.decision_mut().amend(voice, text, why, due)?;
    change.finish().await
}

/// Closes the question; what came of it follows from the positions. On advice the one who decides
/// closes it.
///
/// # Errors
/// As [`Decision::close`], and when the caller may not.
pub async fn close(cx: &Cx, target: Target, verdict: Verdict) -> Result<Decision, Error> {
    let mut change = Change::of(cx, target, access::HOLD).await?;
    let voice = match change.decision().question().way.decider() {
        None => change.voice(cx, access::plans_for)?,
        Some(decider) => {
            let place = change.tx.place()?;
            let leads = place.standing.leads(decider).then_some(decider);
            speak(cx, place.today, leads)?
        }
    };
    change.decision_mut().close(voice, verdict)?;
    change.finish().await
}

/// Takes the question back. A draft by anybody who acts for the organization that brings it.
///
/// # Errors
/// As [`Decision::withdraw`], and when the caller may not.
pub async fn withdraw(cx: &Cx, target: Target, why: Reason) -> Result<Decision, Error> {
    let mut change = Change::of(cx, target, access::PROPOSE).await?;
    let voice = match change.decision().state() {
        State::Draft => change.voice(cx, access::proposes_for)?,
        State::Open | State::Closed(_) | State::Withdrawn { .. } => {
            change.voice(cx, access::plans_for)?
        }
    };
    change.decision_mut().withdraw(voice, why)?;
    change.finish().await
}

/// The origin of a promise that carries a decision out: that decision, by its question.
///
/// # Errors
/// When there is no such decision, or it decided nothing.
pub(crate) async fn origin(tx: &Tx, id: DecisionId, given: Origin) -> Result<Origin, Error> {
    let decision = rows::load(tx, id).await?.decision;
    if !decision.is_decided() {
        return Err(DecisionError::NothingDecided.into());
    }
    let title = decision.question().title.as_str().parse().ok();
    Ok(Origin { kind: OriginKind::Decision, reference: given.reference.or(title), ..given })
}

type Right = fn(&store::Standing, OrganizationId) -> Option<OrganizationId>;

fn voice_for(cx: &Cx, tx: &Tx, may: Right, owner: OrganizationId) -> Result<Voice, Error> {
    let place = tx.place()?;
    speak(cx, place.today, may(&place.standing, owner))
}

fn speak(cx: &Cx, today: Date, organization: Option<OrganizationId>) -> Result<Voice, Error> {
    let organization = organization.ok_or(DecisionError::NotYours)?;
    Ok(Voice { person: cx.person()?, organization, at: cx.now(), on: today })
}

/// A change of one decision, between the read and the write.
struct Change {
    tx: WriteTx,
    loaded: rows::Loaded,
}

impl Change {
    async fn of(cx: &Cx, target: Target, permission: Permission) -> Result<Self, Error> {
        let tx = cx.write(permission).await?;
        let loaded = rows::load(&tx, target.id).await?;
        if target.seen.is_some_and(|seen| seen != loaded.decision.revision) {
            return Err(DecisionError::Changed.into());
        }
        Ok(Self { tx, loaded })
    }

    const fn decision(&self) -> &Decision {
        &self.loaded.decision
    }

    const fn decision_mut(&mut self) -> &mut Decision {
        &mut self.loaded.decision
    }

    fn voice(&self, cx: &Cx, may: Right) -> Result<Voice, Error> {
        voice_for(cx, &self.tx, may, self.decision().question().owner)
    }

    /// For whom the caller answers. Whoever answers for several says for which.
    async fn answering(&mut self, cx: &Cx, voter: Option<Voter>) -> Result<(Voice, Voter), Error> {
        let place = self.tx.place()?;
        let held = partnership::seats_held(&self.tx, cx.person()?).await?;
        let mine = access::answers_for(&place.standing, self.decision().roll(), &held);
        let found = match (voter, mine.as_slice()) {
            (None, []) => return Err(DecisionError::NotOnRoll.into()),
            (None, [only]) => *only,
            (None, _) => return Err(Error::field("voter", "required")),
            (Some(voter), mine) => {
                *mine.iter().find(|entry| entry.voter == voter).ok_or(DecisionError::NotOnRoll)?
            }
        };
        let voice = speak(cx, place.today, Some(found.organization))?;
        Ok((voice, found.voter))
    }

    /// Writes the change, tells those whom it concerns, and says what happened.
    async fn finish(mut self) -> Result<Decision, Error> {
        let before = self.loaded.steps();
        rows::save(&mut self.tx, &mut self.loaded).await?;
        let decision = self.loaded.decision;
        let mut happened = Vec::new();
        for step in decision.steps().iter().skip(before) {
            notices::tell_of(&mut self.tx, &decision, step).await?;
            happened.push(events::of(&decision, step)?);
        }
        if let (Some(old), Some(step)) = (decision.supersedes, decision.steps().last()) {
            let today = step.voice.on;
            match decision.state() {
                State::Closed(closing) if decides(&closing.outcome) => {
                    rows::replace(&mut self.tx, old, decision.id, today).await?;
                    let before = rows::load(&self.tx, old).await?.decision;
                    happened.push(events::replaced(&before, step.voice.organization)?);
                }
                State::Closed(_) | State::Withdrawn { .. } => {
                    rows::leave(&mut self.tx, old, decision.id).await?;
                }
                State::Draft | State::Open => {}
            }
        }
        self.tx.commit_all(happened).await?;
        Ok(decision)
    }
}

/// Checks that the organizations and the body of a question are here today.
async fn known(tx: &Tx, question: &Question) -> Result<(), Error> {
    let directory = partnership::directory(tx).await?;
    let partner = |of: OrganizationId, field: &str| {
        if directory.has(of) { Ok(()) } else { Err(Error::field(field, "commitment_no_partner")) }
    };
    partner(question.owner, "owner")?;
    match &question.way {
        Way::Advice { decider, advisers, .. } => {
            partner(*decider, "decider")?;
            for adviser in advisers {
                partner(*adviser, "advisers")?;
            }
        }
        Way::Proposal { by, .. } | Way::Ranked { by, .. } => {
            if let Some(body) = by.body() {
                let bodies = partnership::current_bodies(tx).await?;
                if !bodies.iter().any(|(id, _)| *id == body) {
                    return Err(Error::field("body", "choice_unknown"));
                }
            }
        }
    }
    Ok(())
}

/// Who may answer, as it is today.
pub(super) async fn roll_of(tx: &Tx, way: &Way) -> Result<Vec<RollEntry>, Error> {
    let organization =
        |organization| RollEntry { voter: Voter::Organization(organization), organization };
    Ok(match way {
        Way::Advice { advisers, .. } => advisers.iter().copied().map(organization).collect(),
        Way::Proposal { by, .. } | Way::Ranked { by, .. } => match *by {
            Electorate::Partners => {
                let directory = partnership::directory(tx).await?;
                let votes = directory.current().filter(|entry| entry.part != Part::Observer);
                votes.map(|entry| organization(entry.id)).collect()
            }
            Electorate::Organizations(body) => {
                let seats = held(partnership::seats_in(tx, body).await?);
                let each: BTreeSet<OrganizationId> =
                    seats.iter().map(|seat| seat.organization).collect();
                each.into_iter().map(organization).collect()
            }
            Electorate::Seats(body) => {
                let seats = held(partnership::seats_in(tx, body).await?);
                let entry = |seat: &SeatEntry| RollEntry {
                    voter: Voter::Seat(seat.id),
                    organization: seat.organization,
                };
                seats.iter().map(entry).collect()
            }
        },
    })
}

/// The seats that somebody holds: an empty one has nobody to speak.
fn held(mut seats: Vec<SeatEntry>) -> Vec<SeatEntry> {
    seats.retain(|seat| !seat.closed && seat.holder.is_some());
    seats
}
