//! Which bodies there are, and who sits in them.

use std::sync::Arc;

use ::store::{Cx, Place, Tx};
use base::{OrganizationId, PartnershipId, PersonId};

use super::{MySeat, SeatEntry, Term, seats::authority, store};
use crate::{Body, BodyId, Directory, Error, People, PersonEntry, Seat, SeatId, access, directory};

/// The seats of an organization, by body, for other contexts.
///
/// # Errors
/// When the database fails.
pub async fn seats_of(tx: &Tx, organization: OrganizationId) -> Result<Vec<SeatEntry>, Error> {
    store::entries(tx, organization).await
}

/// The seats of a body, closed ones too, for other contexts.
///
/// # Errors
/// When the database fails.
pub async fn seats_in(tx: &Tx, body: BodyId) -> Result<Vec<SeatEntry>, Error> {
    store::entries_in(tx, body).await
}

/// Every seat of the partnership by its body, closed ones too, for other contexts. One query.
///
/// # Errors
/// When the database fails.
pub async fn all_seats(tx: &Tx) -> Result<Vec<SeatEntry>, Error> {
    store::all_entries(tx).await
}

/// The bodies that still meet, by name. One query.
///
/// # Errors
/// When the database fails.
pub async fn current_bodies(tx: &Tx) -> Result<Vec<(BodyId, String)>, Error> {
    store::current(tx).await
}

/// The name of each body, whether it still meets or not. One query.
///
/// # Errors
/// When the database fails.
pub async fn body_names(tx: &Tx) -> Result<Vec<(BodyId, String)>, Error> {
    store::names(tx).await
}

/// The seats that a person holds here. One query.
///
/// # Errors
/// When the database fails.
pub async fn seats_held(tx: &Tx, person: PersonId) -> Result<Vec<SeatId>, Error> {
    Ok(store::held_by(tx, person).await?.into_iter().map(|held| held.id).collect())
}

/// The bodies in which a person holds a seat here. One query.
///
/// # Errors
/// When the database fails.
pub async fn bodies_sat_in(tx: &Tx, person: PersonId) -> Result<Vec<BodyId>, Error> {
    let mut bodies: Vec<BodyId> =
        store::held_by(tx, person).await?.into_iter().map(|held| held.body).collect();
    bodies.dedup();
    Ok(bodies)
}

/// The seats that the signed-in person holds, in every partnership. In the person's own scope
/// only. One query.
///
/// # Errors
/// When the database fails.
pub async fn my_seats(tx: &Tx) -> Result<Vec<(PartnershipId, SeatId)>, Error> {
    store::my_seats(tx).await
}

/// A body with its seats and those who held them before.
#[derive(Debug)]
pub(crate) struct BodySheet {
    pub place: Arc<Place>,
    pub body: Body,
    pub seats: Vec<Seat>,
    pub terms: Vec<Term>,
    pub directory: Directory,
    pub people: People,
}

/// The bodies of the partnership, each with its seats and how many of them are empty.
pub(crate) async fn list(cx: &Cx) -> Result<(Arc<Place>, Vec<(Body, i64, i64)>), Error> {
    let tx = cx.read(access::BODIES).await?;
    Ok((tx.place()?, store::list(&tx).await?))
}

/// One body.
pub(crate) async fn sheet(cx: &Cx, id: BodyId) -> Result<BodySheet, Error> {
    let tx = cx.read(access::BODIES).await?;
    let body = store::load(&tx, id).await?;
    let seats = store::seats_of(&tx, id).await?;
    let terms = store::terms(&tx, id).await?;
    let directory = directory::directory(&tx).await?;
    let holders = seats.iter().filter_map(|seat| seat.holder().map(|it| it.person));
    let asked = seats.iter().filter_map(|seat| seat.asked().map(|it| it.person));
    let ids: Vec<PersonId> =
        holders.chain(asked).chain(terms.iter().map(|term| term.person)).collect();
    let people = directory::people(&tx, &ids).await?;
    Ok(BodySheet { place: tx.place()?, body, seats, terms, directory, people })
}

/// The place, for a form that starts empty.
pub(crate) async fn place(cx: &Cx) -> Result<Arc<Place>, Error> {
    Ok(cx.read(access::BODIES_FORM).await?.place()?)
}

/// A body as its forms start from it.
pub(crate) async fn to_change(cx: &Cx, id: BodyId) -> Result<(Arc<Place>, Body), Error> {
    let tx = cx.read(access::BODIES_FORM).await?;
    let body = store::load(&tx, id).await?;
    Ok((tx.place()?, body))
}

/// A body that gets a seat, and the organizations that may have it.
pub(crate) async fn to_open(cx: &Cx, id: BodyId) -> Result<(Arc<Place>, Body, Directory), Error> {
    let tx = cx.read(access::BODIES_FORM).await?;
    let body = store::load(&tx, id).await?;
    Ok((tx.place()?, body, directory::directory(&tx).await?))
}

/// A seat with those who may take it.
pub(crate) struct SeatSheet {
    pub place: Arc<Place>,
    pub seat: Seat,
    pub body: Body,
    pub organization: String,
    pub people: Vec<PersonEntry>,
}

/// A seat, when the reader has a say in it.
pub(crate) async fn seat(cx: &Cx, id: SeatId) -> Result<SeatSheet, Error> {
    let tx = cx.read(access::SEAT_FORM).await?;
    let place = tx.place()?;
    let seat = store::seat(&tx, id).await?;
    if seat.is_closed() {
        return Err(Error::SeatClosed { id });
    }
    if !seat.is_in_the_hands_of(authority(cx, &place.standing, seat.organization)) {
        return Err(Error::NotYours);
    }
    let body = store::load(&tx, seat.body).await?;
    let people = directory::members(&tx, seat.organization).await?;
    let directory = directory::directory(&tx).await?;
    let organization = directory.name(seat.organization).to_owned();
    Ok(SeatSheet { place, seat, body, organization, people })
}

/// The seats that the signed-in person was asked to take, wherever they are.
pub(crate) async fn mine(cx: &Cx) -> Result<Vec<MySeat>, Error> {
    let tx = cx.read(access::MY_WORK).await?;
    store::mine(&tx).await
}
