//! Who hears of what: those in the seats of a body of its meetings, and those who keep it of what its
//! meetings owe. A mail holds a link and never what is to be talked about.

use std::collections::BTreeSet;

use base::PersonId;
use partnership::SeatEntry;
use store::WriteTx;

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
    tell(tx, meeting, key, people).await
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
    tell(tx, meeting, key, people).await
}

async fn tell(
    tx: &mut WriteTx,
    meeting: &Meeting,
    key: &'static str,
    people: BTreeSet<PersonId>,
) -> Result<(), Error> {
    let link = format!("/p/{}/meetings/{}", tx.place()?.slug, meeting.id);
    for person in people {
        identity::tell(tx, person, key, &[], &link).await?;
    }
    Ok(())
}
