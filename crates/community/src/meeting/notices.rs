//! Who hears of what: those in the seats of a body of its meetings, and those who keep it of what its
//! meetings owe. A mail holds a link and never what is to be talked about.

use std::collections::BTreeSet;

use ::notices::{Kind, Notice};
use base::PersonId;
use partnership::SeatEntry;
use store::{Subject, WriteTx};

use super::Meeting;
use crate::Error;

/// Tells those in the seats of the body, but for the one who did it.
pub(crate) async fn tell_seats(
    tx: &mut WriteTx,
    meeting: &Meeting,
    seats: &[SeatEntry],
    key: &'static str,
    but: Option<PersonId>,
) -> Result<(), Error> {
    let held = seats.iter().filter(|seat| !seat.closed).filter_map(|seat| seat.holder);
    let people: BTreeSet<PersonId> = held.filter(|person| Some(*person) != but).collect();
    // Agendas and minutes can be read any day; where and when they must be is for now.
    let to_read = matches!(key, "meetings-mail-posted" | "meetings-mail-minutes");
    let kind = if to_read { Kind::ToKnow } else { Kind::DueSoon };
    tell(tx, meeting, (kind, key), &people).await
}

/// Tells those who keep the body: coordinators, and whoever holds a seat in it.
pub(crate) async fn tell_keepers(
    tx: &mut WriteTx,
    meeting: &Meeting,
    key: &'static str,
) -> Result<(), Error> {
    let seats = partnership::seats_in(tx, meeting.body).await?;
    let mut people: BTreeSet<PersonId> =
        seats.iter().filter(|seat| !seat.closed).filter_map(|seat| seat.holder).collect();
    people.extend(partnership::coordinators(tx).await?);
    tell(tx, meeting, (Kind::DueSoon, key), &people).await
}

async fn tell(
    tx: &mut WriteTx,
    meeting: &Meeting,
    (kind, key): (Kind, &'static str),
    people: &BTreeSet<PersonId>,
) -> Result<(), Error> {
    let about = Subject::new("meeting", meeting.id);
    ::notices::settle(tx, &about).await?;
    let notice = Notice {
        kind,
        key,
        args: Vec::new(),
        title: Some(meeting.plan_of().title.to_string()),
        link: format!("/p/{}/meetings/{}", tx.place()?.slug, meeting.id),
        about,
        answers: &[],
    };
    Ok(::notices::tell(tx, people, &notice).await?)
}
