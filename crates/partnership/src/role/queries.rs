//! Offers of roles that wait.

use std::sync::Arc;

use ::store::{Cx, Place};
use base::PersonId;

use super::{MyOffer, commands::authority, store};
use crate::{Directory, Error, PersonEntry, RoleOffer, access, directory, person};

/// The offers that wait in this partnership: those to the reader, and those the reader may take
/// back.
pub(crate) struct Inbox {
    pub place: Arc<Place>,
    pub mine: Vec<RoleOffer>,
    pub made: Vec<RoleOffer>,
    pub directory: Directory,
    pub people: crate::People,
}

pub(crate) async fn inbox(cx: &Cx) -> Result<Inbox, Error> {
    let tx = cx.read(access::ROLES).await?;
    let me = cx.person()?;
    let place = tx.place()?;
    let all = store::open(&tx).await?;
    let (mine, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.person == me);
    let may =
        |offer: &RoleOffer| authority(&place.standing, offer.organization).over(offer.role).is_ok();
    let made: Vec<RoleOffer> = others.into_iter().filter(may).collect();
    let named = mine.iter().chain(&made).flat_map(|offer| [offer.by, offer.person]);
    let ids: Vec<PersonId> = named.collect();
    let directory = directory::directory(&tx).await?;
    let people = directory::people(&tx, &ids).await?;
    Ok(Inbox { place, mine, made, directory, people })
}

/// What the form of a new offer lets choose.
pub(crate) struct Choices {
    pub place: Arc<Place>,
    pub directory: Directory,
    pub people: Vec<PersonEntry>,
}

pub(crate) async fn choices(cx: &Cx) -> Result<Choices, Error> {
    let tx = cx.read(access::OFFER_FORM).await?;
    let directory = directory::directory(&tx).await?;
    let people = person::store::roster(&tx).await?;
    Ok(Choices { place: tx.place()?, directory, people })
}

/// The role that a page asks about before it ends, when the reader may end it.
pub(crate) async fn ending(
    cx: &Cx,
    held: super::commands::HeldRole,
) -> Result<(Arc<Place>, Directory, PersonEntry), Error> {
    let tx = cx.read(access::ROLES).await?;
    let place = tx.place()?;
    let own = cx.person()? == held.person;
    if !own {
        authority(&place.standing, held.organization).over(held.role)?;
    }
    let person = person::store::person(&tx, held.person).await?;
    let holds = |work: &crate::Work| {
        work.organization == held.organization && work.roles.contains(&held.role)
    };
    if !person.works.iter().any(holds) {
        return Err(Error::RoleNotHeld { person: held.person, role: held.role });
    }
    Ok((place, directory::directory(&tx).await?, person))
}

/// The offers that wait for the signed-in person, wherever they are.
pub(crate) async fn mine(cx: &Cx) -> Result<Vec<MyOffer>, Error> {
    let tx = cx.read(access::MY_WORK).await?;
    store::mine(&tx).await
}
