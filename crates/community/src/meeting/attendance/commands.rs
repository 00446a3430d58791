//! The only ways to write down who was there.

use partnership::{SeatEntry, SeatId};
use store::{Cx, WriteTx};

use super::{Attendance, Attendee, GuestName, Presence, store as rows};
use crate::{
    Error,
    meeting::{
        Meeting, MeetingError, MeetingId,
        commands::{Change, Right, Target},
        events,
    },
};

/// Marks seats of the body.
///
/// # Errors
/// When a seat is none of the body's, the minutes are out, or the caller takes no part in the body.
pub async fn mark(cx: &Cx, meeting: MeetingId, marks: &[(SeatId, Presence)]) -> Result<(), Error> {
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.notes_open()?;
    let mut lines = Vec::new();
    for (id, presence) in marks {
        let seat = change.seats.iter().find(|seat| seat.id == *id);
        let seat = seat.ok_or_else(|| Error::field("seat", "choice_unknown"))?;
        lines.push(line(seat, *presence));
    }
    if lines.is_empty() {
        return Err(MeetingError::Same.into());
    }
    rows::mark(&mut change.tx, meeting, &lines).await?;
    let about = change.about();
    change.tx.commit(&events::Marked(about)).await?;
    Ok(())
}

/// Writes a guest down.
///
/// # Errors
/// When the minutes are out, or the caller takes no part in the body.
pub async fn add_guest(
    cx: &Cx,
    meeting: MeetingId,
    name: GuestName,
    organization: Option<GuestName>,
) -> Result<i64, Error> {
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.notes_open()?;
    let number = |line: &Attendance| match line.attendee {
        Attendee::Guest(number, _) => Some(number),
        Attendee::Seat(..) => None,
    };
    let before = rows::of_meeting(&change.tx, meeting).await?;
    let number = before.iter().filter_map(number).max().unwrap_or(0) + 1;
    let guest = Attendance {
        attendee: Attendee::Guest(number, name),
        organization: organization.map(|organization| organization.to_string()),
        presence: Presence::Present,
    };
    rows::mark(&mut change.tx, meeting, &[guest]).await?;
    let about = change.about();
    change.tx.commit(&events::Marked(about)).await?;
    Ok(number)
}

/// Takes a guest off the list.
///
/// # Errors
/// When there is none with that number, the minutes are out, or the caller takes no part.
pub async fn remove_guest(cx: &Cx, meeting: MeetingId, number: i64) -> Result<(), Error> {
    let target = Target { id: meeting, seen: None };
    let mut change = Change::of(cx, target, Right::TakePart).await?;
    change.meeting.notes_open()?;
    if !rows::remove_guest(&mut change.tx, meeting, number).await? {
        return Err(MeetingError::NoItem.into());
    }
    let about = change.about();
    change.tx.commit(&events::Marked(about)).await?;
    Ok(())
}

/// Writes down, at the end of a meeting, that seats which nobody marked were absent.
pub(crate) async fn fill(
    tx: &mut WriteTx,
    meeting: &Meeting,
    seats: &[SeatEntry],
) -> Result<(), Error> {
    let marked = rows::of_meeting(tx, meeting.id).await?;
    let unmarked = |seat: &&SeatEntry| {
        let held = !seat.closed && seat.holder.is_some();
        held && !marked.iter().any(|line| line.seat() == Some(seat.id))
    };
    let lines: Vec<Attendance> =
        seats.iter().filter(unmarked).map(|seat| line(seat, Presence::Absent)).collect();
    rows::mark(tx, meeting.id, &lines).await
}

fn line(seat: &SeatEntry, presence: Presence) -> Attendance {
    let attendee = Attendee::Seat(seat.id, seat.holder);
    Attendance { attendee, organization: Some(seat.organization.to_string()), presence }
}
