//! The only ways to change a meeting, for a page, the API, a job or the demo: one function for each
//! verb.

use base::{Date, Instant, OrganizationId, PersonId, Reason, Revision};
use partnership::{BodyId, SeatEntry};
use store::{Cx, Event, Permission, Tx, WriteTx};

use super::{
    Meeting, MeetingError, MeetingId, Plan,
    agenda::{self, commands::carry},
    attendance, duties,
    events::{self, About},
    notices, store as rows,
};
use crate::{Error, access};

/// Which meeting a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which one.
    pub id: MeetingId,
    /// The revision that the caller saw; a change since then is told and nothing is done.
    pub seen: Option<Revision>,
}

/// Who speaks in a body's affairs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Voice {
    pub(crate) person: PersonId,
    pub(crate) organization: OrganizationId,
    pub(crate) at: Instant,
    pub(crate) on: Date,
}

/// A change of one meeting, between the read and the write.
pub(crate) struct Change {
    pub(crate) tx: WriteTx,
    pub(crate) meeting: Meeting,
    pub(crate) seats: Vec<SeatEntry>,
    pub(crate) voice: Voice,
}

/// What is asked of the one who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Right {
    /// To plan the meetings of a body.
    Keep,
    /// To take part in them.
    TakePart,
}

impl Right {
    const fn permission(self) -> Permission {
        match self {
            Self::Keep => access::KEEP,
            Self::TakePart => access::TAKE_PART,
        }
    }
}

/// Who the caller is to a body.
pub(crate) fn voice(cx: &Cx, tx: &Tx, seats: &[SeatEntry], right: Right) -> Result<Voice, Error> {
    let (place, person) = (tx.place()?, cx.person()?);
    let organization = match right {
        Right::Keep => access::keeps(&place.standing, seats, person).ok_or(MeetingError::NotYours),
        Right::TakePart => {
            access::takes_part(&place.standing, seats, person).ok_or(MeetingError::NotTakingPart)
        }
    }?;
    Ok(Voice { person, organization, at: cx.now(), on: place.today })
}

impl Change {
    pub(crate) async fn of(cx: &Cx, target: Target, right: Right) -> Result<Self, Error> {
        let tx = cx.write(right.permission()).await?;
        let meeting = rows::load(&tx, target.id).await?.meeting;
        if target.seen.is_some_and(|seen| seen != meeting.revision) {
            return Err(MeetingError::Changed.into());
        }
        let seats = partnership::seats_in(&tx, meeting.body).await?;
        let voice = voice(cx, &tx, &seats, right)?;
        Ok(Self { tx, meeting, seats, voice })
    }

    pub(crate) fn about(&self) -> About {
        About::of(&self.meeting, self.voice.organization)
    }

    /// Writes the meeting and says what happened.
    async fn finish<E: Event>(mut self, event: impl FnOnce(About) -> E) -> Result<Meeting, Error> {
        rows::save(&mut self.tx, &mut self.meeting).await?;
        let event = event(self.about());
        self.tx.commit(&event).await?;
        Ok(self.meeting)
    }

    /// The same, and tells those in the seats.
    async fn finish_and_tell<E: Event>(
        mut self,
        event: impl FnOnce(About) -> E,
        key: &'static str,
    ) -> Result<Meeting, Error> {
        let but = Some(self.voice.person);
        notices::tell_seats(&mut self.tx, &self.meeting, &self.seats, key, but).await?;
        self.finish(event).await
    }
}

/// Plans one meeting of a body. What was left over for its next one comes onto its agenda.
///
/// # Errors
/// When the body meets no more, or the caller may not plan its meetings.
pub async fn plan(cx: &Cx, body: BodyId, plan: Plan) -> Result<Meeting, Error> {
    let mut tx = cx.write(access::KEEP).await?;
    meets(&tx, body).await?;
    let seats = partnership::seats_in(&tx, body).await?;
    let voice = voice(cx, &tx, &seats, Right::Keep)?;
    let meeting = Meeting::plan(cx.new_id(), body, plan);
    rows::insert(&mut tx, &meeting).await?;
    carry(cx, &mut tx, body, voice.at).await?;
    tx.commit(&events::Planned(About::of(&meeting, voice.organization))).await?;
    Ok(meeting)
}

/// Changes when, where or what for, apart from the series.
///
/// # Errors
/// As [`Meeting::change`], and when the caller may not plan the body's meetings.
pub async fn change(cx: &Cx, target: Target, plan: Plan) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let before = change.meeting.moved_at();
    let at = change.voice.at;
    change.meeting.change(plan, at)?;
    if change.meeting.moved_at() == before {
        change.finish(events::Changed).await
    } else {
        change.finish_and_tell(events::Changed, "meetings-mail-moved").await
    }
}

/// Calls a meeting off; what is on its agenda waits for the next one.
///
/// # Errors
/// As [`Meeting::cancel`], and when the caller may not plan the body's meetings.
pub async fn cancel(cx: &Cx, target: Target, why: Reason) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let at = change.voice.at;
    change.meeting.cancel(why, at)?;
    agenda::commands::leave_open(&mut change.tx, &change.meeting).await?;
    rows::save(&mut change.tx, &mut change.meeting).await?;
    carry(cx, &mut change.tx, change.meeting.body, at).await?;
    let but = Some(change.voice.person);
    let Change { mut tx, meeting, seats, voice } = change;
    notices::tell_seats(&mut tx, &meeting, &seats, "meetings-mail-cancelled", but).await?;
    tx.commit(&events::Cancelled(About::of(&meeting, voice.organization))).await?;
    Ok(meeting)
}

/// Takes back that a meeting was called off.
///
/// # Errors
/// As [`Meeting::restore`], and when the caller may not plan the body's meetings.
pub async fn restore(cx: &Cx, target: Target) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let at = change.voice.at;
    change.meeting.restore(at)?;
    change.finish_and_tell(events::Restored, "meetings-mail-restored").await
}

/// Posts a meeting with its agenda: on the public page where it is open, and to those in the seats.
/// Where the body's rules give the public a turn, it comes onto the agenda.
///
/// # Errors
/// As [`Meeting::post`], and when the caller may not plan the body's meetings.
pub async fn post(cx: &Cx, target: Target) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let at = change.voice.at;
    change.meeting.post(at)?;
    let rules = duties::store::one(&change.tx, change.meeting.body).await?;
    if change.meeting.plan_of().open {
        agenda::commands::give_public_its_turn(cx, &mut change.tx, &change.meeting, &rules).await?;
    }
    change.finish_and_tell(events::Posted, "meetings-mail-posted").await
}

/// Opens a meeting: from now on minutes are taken.
///
/// # Errors
/// As [`Meeting::begin`], and when the caller may not plan the body's meetings.
pub async fn begin(cx: &Cx, target: Target) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let at = change.voice.at;
    change.meeting.begin(at)?;
    change.finish(events::Begun).await
}

/// Ends a meeting. Seats that nobody marked were absent, and items that are not done come back at
/// the next meeting of the body.
///
/// # Errors
/// As [`Meeting::close`], and when the caller may not plan the body's meetings.
pub async fn close(cx: &Cx, target: Target) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let at = change.voice.at;
    change.meeting.close(at)?;
    attendance::commands::fill(&mut change.tx, &change.meeting, &change.seats).await?;
    agenda::commands::leave_open(&mut change.tx, &change.meeting).await?;
    carry(cx, &mut change.tx, change.meeting.body, at).await?;
    change.finish(events::Closed).await
}

/// Takes back that a meeting ended.
///
/// # Errors
/// As [`Meeting::reopen`], and when the caller may not plan the body's meetings.
pub async fn reopen(cx: &Cx, target: Target) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let at = change.voice.at;
    change.meeting.reopen(at)?;
    change.finish(events::Reopened).await
}

/// Gives the minutes to the members; the next meeting of the body approves them.
///
/// # Errors
/// As [`Meeting::submit`], and when the caller may not plan the body's meetings.
pub async fn submit_minutes(cx: &Cx, target: Target) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let Voice { on, at, .. } = change.voice;
    change.meeting.submit(on)?;
    let id = change.meeting.id.to_string();
    agenda::store::leave(&mut change.tx, change.meeting.body, &id).await?;
    carry(cx, &mut change.tx, change.meeting.body, at).await?;
    change.finish_and_tell(events::Submitted, "meetings-mail-minutes").await
}

/// Takes the minutes back to be changed.
///
/// # Errors
/// As [`Meeting::withdraw_minutes`], and when the caller may not plan the body's meetings.
pub async fn withdraw_minutes(cx: &Cx, target: Target) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    change.meeting.withdraw_minutes()?;
    let id = change.meeting.id.to_string();
    agenda::store::taken(&mut change.tx, change.meeting.body, &id).await?;
    change.finish(events::Withdrawn).await
}

/// Approves the minutes at a later meeting of the body that is or was held.
///
/// # Errors
/// As [`Meeting::approve`], and when the other meeting is none that could.
pub async fn approve_minutes(cx: &Cx, target: Target, at: MeetingId) -> Result<Meeting, Error> {
    let mut change = Change::of(cx, target, Right::Keep).await?;
    let later = rows::load(&change.tx, at).await?.meeting;
    let held = match later.state() {
        super::State::UnderWay { .. } | super::State::Held { .. } => true,
        super::State::Planned | super::State::Cancelled { .. } => false,
    };
    let after = later.plan_of().starts() > change.meeting.plan_of().starts();
    if !held || !after || later.body != change.meeting.body {
        return Err(MeetingError::NotLater.into());
    }
    let on = change.voice.on;
    change.meeting.approve(on, at)?;
    agenda::commands::settle_minutes(&mut change.tx, at, change.meeting.id).await?;
    change.finish(events::Approved).await
}

/// Checks that a body meets.
pub(crate) async fn meets(tx: &Tx, body: BodyId) -> Result<String, Error> {
    let bodies = partnership::current_bodies(tx).await?;
    let found = bodies.into_iter().find(|(id, _)| *id == body);
    Ok(found.ok_or(MeetingError::NoBody)?.1)
}
