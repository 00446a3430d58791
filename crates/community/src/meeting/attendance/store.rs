//! Who was there, in the database.

use partnership::{Names, SeatId};
use store::{Row, Tx, WriteTx, statements, values};

use super::{Attendance, Attendee, GuestName, Presence};
use crate::{
    Error,
    meeting::{MeetingError, MeetingId},
};

statements! {
    OF_MEETING = "SELECT a.attendee, a.person, p.name AS person_name, a.name, a.organization,
        a.presence FROM meeting_attendance a
        LEFT JOIN people p ON p.partnership = a.partnership AND p.person = a.person
        WHERE a.partnership = $1 AND a.meeting = $2 ORDER BY a.attendee";
    MARK = "INSERT INTO meeting_attendance (partnership, meeting, attendee, person, name,
        organization, presence) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (partnership, meeting, attendee) DO UPDATE SET person = excluded.person,
        name = excluded.name, organization = excluded.organization, presence = excluded.presence";
    REMOVE = "DELETE FROM meeting_attendance
        WHERE partnership = $1 AND meeting = $2 AND attendee = $3";
}

/// How guests are told from seats.
const GUEST: &str = "guest-";

pub(crate) async fn of_meeting(tx: &Tx, meeting: MeetingId) -> Result<Vec<Attendance>, Error> {
    Ok(told(tx, meeting).await?.0)
}

/// Who was there, and what those are called who held a seat.
pub(crate) async fn told(tx: &Tx, meeting: MeetingId) -> Result<(Vec<Attendance>, Names), Error> {
    let rows = tx.query(&OF_MEETING, values![meeting]).await?;
    let names = Names::of(&rows, "person", "person_name")?;
    Ok((rows.iter().map(line).collect::<Result<_, _>>()?, names))
}

/// Writes lines of the attendance, each over the one that was there.
pub(crate) async fn mark(
    tx: &mut WriteTx,
    meeting: MeetingId,
    lines: &[Attendance],
) -> Result<(), Error> {
    let row = |line: &Attendance| match &line.attendee {
        Attendee::Seat(seat, person) => {
            let name: Option<&str> = None;
            values![meeting, *seat, *person, name, line.organization, line.presence]
        }
        Attendee::Guest(number, name) => {
            let person: Option<&str> = None;
            let key = format!("{GUEST}{number:04}");
            values![meeting, key, person, *name, line.organization, line.presence]
        }
    };
    tx.execute_many(&MARK, lines.iter().map(row).collect()).await?;
    Ok(())
}

/// Takes a guest off the attendance; whether there was one.
pub(crate) async fn remove_guest(
    tx: &mut WriteTx,
    meeting: MeetingId,
    number: i64,
) -> Result<bool, Error> {
    let key = format!("{GUEST}{number:04}");
    Ok(tx.execute(&REMOVE, values![meeting, key]).await? > 0)
}

fn line(row: &Row) -> Result<Attendance, Error> {
    let key: String = row.get("attendee")?;
    let attendee = if let Some(number) = key.strip_prefix(GUEST) {
        let number = number.parse().map_err(|_wrong| MeetingError::Stored)?;
        Attendee::Guest(number, row.get::<GuestName>("name")?)
    } else {
        let seat = key.parse::<SeatId>().map_err(|_wrong| MeetingError::Stored)?;
        Attendee::Seat(seat, row.get("person")?)
    };
    let presence = row.get::<Presence>("presence")?;
    Ok(Attendance { attendee, organization: row.get("organization")?, presence })
}
