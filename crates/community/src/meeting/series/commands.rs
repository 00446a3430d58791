//! The only ways to change a series: each change makes, moves or takes away the meetings to come.

use base::{Reason, Revision};
use partnership::BodyId;
use standards::recurrence::Wall;
use store::{Cx, WriteTx};

use super::{AHEAD_DAYS, Series, SeriesId, SeriesPlan, store as rows};
use crate::{
    Error, access,
    meeting::{
        Meeting, MeetingError, State,
        agenda::commands::{carry, leave_open},
        commands::{Right, Voice, meets, voice},
        events::{self, OfSeries},
        store as meetings,
    },
};

/// Which series a verb is for, and how its caller last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnSeries {
    /// Which one.
    pub id: SeriesId,
    /// The revision that the caller saw.
    pub seen: Option<Revision>,
}

/// Begins a series and makes its meetings of the next year. What was left over comes onto the first.
///
/// # Errors
/// As [`Series::begin`], and when the caller may not plan the body's meetings.
pub async fn begin(cx: &Cx, body: BodyId, plan: SeriesPlan) -> Result<Series, Error> {
    let mut tx = cx.write(access::KEEP).await?;
    meets(&tx, body).await?;
    let seats = partnership::seats_in(&tx, body).await?;
    let voice = voice(cx, &tx, &seats, Right::Keep)?;
    let mut series = Series::begin(cx.new_id(), body, plan, voice.on.plus_days(-1))?;
    make(cx, &mut tx, &mut series, voice.on).await?;
    rows::insert(&mut tx, &series).await?;
    carry(cx, &mut tx, body, voice.at).await?;
    tx.commit(&events::SeriesBegun(OfSeries::of(&series, voice.organization))).await?;
    Ok(series)
}

/// Changes a series for the meetings that are yet to come. Those that were moved, posted or prepared
/// by themselves stay, or are cancelled where the new rule has no place for them.
///
/// # Errors
/// As [`Series::change`], and when the caller may not plan the body's meetings.
pub async fn change(
    cx: &Cx,
    on: OnSeries,
    plan: SeriesPlan,
    why: &Reason,
) -> Result<Series, Error> {
    let (mut tx, mut series, voice) = opened(cx, on).await?;
    series.change(plan)?;
    let through = voice.on.plus_days(AHEAD_DAYS);
    let mut slots = series.plan.slots(voice.on.plus_days(-1), through);
    slots.retain(|slot| series.plan.meeting(*slot).starts() > voice.at);
    for mut meeting in meetings::to_come(&tx, series.id, voice.at).await? {
        if !matches!(meeting.state(), State::Planned) {
            let taken = meeting.slot.map(Wall::date);
            slots.retain(|slot| Some(slot.date()) != taken);
            continue;
        }
        let at = slots.iter().position(|slot| meeting.slot.map(Wall::date) == Some(slot.date()));
        if let Some(slot) = at.map(|at| slots.remove(at)) {
            meeting.follow(series.plan.meeting(slot), slot);
            meetings::save(&mut tx, &mut meeting).await?;
        } else {
            take_away(cx, &mut tx, &mut meeting, voice, why).await?;
        }
    }
    for slot in slots {
        insert(cx, &mut tx, &series, slot).await?;
    }
    series.made_through = through;
    rows::save(&mut tx, &mut series).await?;
    carry(cx, &mut tx, series.body, voice.at).await?;
    tx.commit(&events::SeriesChanged(OfSeries::of(&series, voice.organization))).await?;
    Ok(series)
}

/// Ends a series: its meetings to come are taken away, or cancelled when somebody did something
/// with them.
///
/// # Errors
/// As [`Series::end`], and when the caller may not plan the body's meetings.
pub async fn end(cx: &Cx, on: OnSeries, why: &Reason) -> Result<Series, Error> {
    let (mut tx, mut series, voice) = opened(cx, on).await?;
    series.end(voice.on)?;
    for mut meeting in meetings::to_come(&tx, series.id, voice.at).await? {
        if matches!(meeting.state(), State::Planned) {
            take_away(cx, &mut tx, &mut meeting, voice, why).await?;
        }
    }
    rows::save(&mut tx, &mut series).await?;
    carry(cx, &mut tx, series.body, voice.at).await?;
    tx.commit(&events::SeriesEnded(OfSeries::of(&series, voice.organization))).await?;
    Ok(series)
}

/// Makes the meetings of a series that are yet to be made; how many.
pub(crate) async fn make(
    cx: &Cx,
    tx: &mut WriteTx,
    series: &mut Series,
    today: base::Date,
) -> Result<usize, Error> {
    let slots = series.to_make(today);
    for slot in &slots {
        insert(cx, tx, series, *slot).await?;
    }
    series.made_through = today.plus_days(AHEAD_DAYS);
    Ok(slots.len())
}

async fn insert(cx: &Cx, tx: &mut WriteTx, series: &Series, slot: Wall) -> Result<(), Error> {
    let plan = series.plan.meeting(slot);
    let meeting = Meeting::of_series(cx.new_id(), series.body, plan, series.id, slot);
    meetings::insert(tx, &meeting).await
}

/// Takes a meeting away that the rule has no place for.
async fn take_away(
    cx: &Cx,
    tx: &mut WriteTx,
    meeting: &mut Meeting,
    voice: Voice,
    why: &Reason,
) -> Result<(), Error> {
    if meetings::drop_bare(tx, meeting.id).await? {
        return Ok(());
    }
    meeting.cancel(why.clone(), voice.at)?;
    leave_open(tx, meeting).await?;
    meetings::save(tx, meeting).await?;
    carry(cx, tx, meeting.body, voice.at).await
}

async fn opened(cx: &Cx, on: OnSeries) -> Result<(WriteTx, Series, Voice), Error> {
    let tx = cx.write(access::KEEP).await?;
    let series = rows::load(&tx, on.id).await?;
    if on.seen.is_some_and(|seen| seen != series.revision) {
        return Err(MeetingError::Changed.into());
    }
    let seats = partnership::seats_in(&tx, series.body).await?;
    let voice = voice(cx, &tx, &seats, Right::Keep)?;
    Ok((tx, series, voice))
}
