//! Who hears of what: the side whose turn it is, or whose word was answered. A mail holds a link.

use std::collections::BTreeSet;

use ::notices::{Kind, Notice};
use base::PersonId;
use store::{Subject, Tx, WriteTx};

use super::{ActName, Bearer, Responsibility, Side, Step};
use crate::{Error, goal::Item};

/// Tells the other side of a step.
pub(super) async fn tell_of(
    tx: &mut WriteTx,
    (role, item): (&Responsibility, &Item),
    (step, side): (&Step, Side),
) -> Result<(), Error> {
    let about = Subject::new("responsibility", role.id);
    // Whatever was asked before is answered by this step.
    ::notices::settle(tx, &about).await?;
    let (kind, key) = match step.act {
        ActName::Proposed => (Kind::NeedsYou, "responsibilities-mail-proposed"),
        ActName::Offered => (Kind::NeedsYou, "responsibilities-mail-offered"),
        ActName::Countered => (Kind::NeedsYou, "responsibilities-mail-countered"),
        ActName::Accepted => (Kind::ToKnow, "responsibilities-mail-accepted"),
        ActName::Declined => (Kind::ToKnow, "responsibilities-mail-declined"),
        ActName::Ended => (Kind::ToKnow, "responsibilities-mail-ended"),
        ActName::Taken | ActName::Withdrawn => return Ok(()),
    };
    let mut people = people_behind(tx, role, item, side.other()).await?;
    people.remove(&step.person);
    let notice = Notice {
        kind,
        key,
        args: Vec::new(),
        title: Some(item.aim.title.to_string()),
        link: format!("/p/{}/responsibilities/{}", tx.place()?.slug, role.id),
        about,
        answers: &[],
    };
    Ok(::notices::tell(tx, &people, &notice).await?)
}

async fn people_behind(
    tx: &Tx,
    role: &Responsibility,
    item: &Item,
    side: Side,
) -> Result<BTreeSet<PersonId>, Error> {
    let mut people: BTreeSet<PersonId> = match (side, role.bearer) {
        (Side::Plan, _) => partnership::leads_of(tx, item.aim.owner).await?.into_iter().collect(),
        (Side::Bearer, Bearer::Organization(of)) => {
            partnership::leads_of(tx, of).await?.into_iter().collect()
        }
        (Side::Bearer, Bearer::Seat(seat)) => {
            let seats = partnership::all_seats(tx).await?;
            let seat = seats.into_iter().find(|entry| entry.id == seat);
            seat.and_then(|entry| entry.holder).into_iter().collect()
        }
    };
    // Where nobody leads or sits, the coordinators see to it.
    if people.is_empty() {
        people.extend(partnership::coordinators(tx).await?);
    }
    Ok(people)
}
