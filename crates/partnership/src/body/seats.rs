//! Opening, offering, taking, leaving and closing seats.

use std::collections::BTreeSet;

use ::store::{Cx, Standing, Subject, WriteTx, Written};
use base::{Instant, Line, OrganizationId, PersonId, Private, Prose, Role};
use notices::{Kind, Notice};

use super::{events as record, store};
use crate::{
    Asked, BodyId, Charge, Error, Seat, SeatAuthority, SeatId, Taken, TermEnd, access, directory,
    organization, person,
};

/// Opens a seat in a body for an organization.
///
/// # Errors
/// When the body has ended or the organization is no member.
pub async fn open(
    cx: &Cx,
    body: BodyId,
    organization: OrganizationId,
    title: Line<120>,
) -> Result<Seat, Error> {
    let mut tx = cx.write(access::KEEP_BODIES).await?;
    store::load(&tx, body).await?.meets()?;
    organization::store::load(&tx, organization).await?.membership.is_open()?;
    let seat = Seat::open(cx.new_id(), body, organization, title);
    store::open_seat(&mut tx, &seat).await?;
    tx.commit(&record::SeatOpened::of(&seat)).await?;
    Ok(seat)
}

/// Asks somebody of the seat's organization to take it; its holder names a successor in this way.
///
/// # Errors
/// When the one who acts has no say in the seat, the person has no role for the organization, or
/// another was asked already.
pub async fn offer(
    cx: &Cx,
    id: SeatId,
    to: PersonId,
    note: Option<Private<Prose<1000>>>,
) -> Result<Seat, Error> {
    let mut tx = cx.write(access::OFFER_SEAT).await?;
    let mut seat = store::seat(&tx, id).await?;
    let who = authority(cx, &tx.place()?.standing, seat.organization);
    seat.offer(Asked { person: to, by: cx.person()?, at: cx.now(), note }, who)?;
    let roles = person::store::roles(&tx, to).await?;
    if !roles.iter().any(|(of, _)| *of == seat.organization) {
        return Err(Error::NotOfOrganization { person: to, organization: seat.organization });
    }
    store::save_seat(&mut tx, &seat).await?;
    seat.revision = seat.revision.next();
    let place = tx.place()?;
    let notice = Notice {
        kind: Kind::NeedsYou,
        key: "people-mail-seat-offered",
        args: vec![("partnership", place.name.clone())],
        title: Some(seat.title.to_string()),
        link: format!("/p/{}/bodies/{}", place.slug, seat.body),
        about: asked_about(&seat),
        answers: &[],
    };
    notices::tell(&mut tx, &BTreeSet::from([to]), &notice).await?;
    tx.commit(&record::SeatOffered::of(&seat, to)).await?;
    Ok(seat)
}

/// Takes the question back.
///
/// # Errors
/// When nobody was asked, or the one who acts has no say in the seat.
pub async fn withdraw(cx: &Cx, id: SeatId) -> Result<Seat, Error> {
    let mut tx = cx.write(access::OFFER_SEAT).await?;
    let mut seat = store::seat(&tx, id).await?;
    let to = seat.withdraw(authority(cx, &tx.place()?.standing, seat.organization))?;
    store::save_seat(&mut tx, &seat).await?;
    seat.revision = seat.revision.next();
    notices::settle(&mut tx, &asked_about(&seat)).await?;
    tx.commit(&record::SeatWithdrawn::of(&seat, to)).await?;
    Ok(seat)
}

/// The person who was asked takes the seat.
///
/// # Errors
/// When they were not asked, or work for the organization no more.
pub async fn take(cx: &Cx, id: SeatId) -> Result<Seat, Error> {
    let mut tx = cx.write(access::ANSWER_SEAT).await?;
    let to = cx.person()?;
    let mut seat = store::seat(&tx, id).await?;
    if !tx.place()?.standing.organizations().contains(&seat.organization) {
        return Err(Error::SeatNotAsked { id });
    }
    let taken = seat.take(to, cx.now())?;
    store::save_seat(&mut tx, &seat).await?;
    seat.revision = seat.revision.next();
    store::end_term(&mut tx, id, cx.now(), TermEnd::HandedOver).await?;
    notices::settle(&mut tx, &asked_about(&seat)).await?;
    if let Some(holder) = seat.holder() {
        store::begin_term(&mut tx, id, holder).await?;
    }
    notices::settle(&mut tx, &empty(&seat)).await?;
    if let Taken::HandedOver { .. } = taken {
        let place = tx.place()?;
        let notice = Notice {
            kind: Kind::ToKnow,
            key: "people-mail-seat-handed-over",
            args: vec![("partnership", place.name.clone())],
            title: Some(seat.title.to_string()),
            link: format!("/p/{}/seats/{}/handover", place.slug, seat.id),
            about: Subject::new("seat_handover", seat.id),
            answers: &[],
        };
        notices::tell(&mut tx, &BTreeSet::from([to]), &notice).await?;
    }
    match taken {
        Taken::Filled => tx.commit(&record::SeatTaken::of(&seat, to)).await?,
        Taken::HandedOver { from } => {
            tx.commit(&record::SeatHandedOver::of(&seat, from, to)).await?;
        }
    }
    Ok(seat)
}

/// The person who was asked refuses.
///
/// # Errors
/// When they were not asked.
pub async fn decline(cx: &Cx, id: SeatId) -> Result<Seat, Error> {
    let mut tx = cx.write(access::ANSWER_SEAT).await?;
    let to = cx.person()?;
    let mut seat = store::seat(&tx, id).await?;
    seat.decline(to)?;
    store::save_seat(&mut tx, &seat).await?;
    seat.revision = seat.revision.next();
    notices::settle(&mut tx, &asked_about(&seat)).await?;
    tx.commit(&record::SeatDeclined::of(&seat, to)).await?;
    Ok(seat)
}

/// Clears a seat: its holder leaves it without a successor.
///
/// # Errors
/// When nobody holds it, or the one who acts has no say in it.
pub async fn vacate(cx: &Cx, id: SeatId) -> Result<Seat, Error> {
    let mut tx = cx.write(access::OFFER_SEAT).await?;
    let mut seat = store::seat(&tx, id).await?;
    let who = authority(cx, &tx.place()?.standing, seat.organization);
    let event = clear(&mut tx, &mut seat, who, cx.now()).await?;
    let to = directory::leads_of(&tx, seat.organization).await?;
    let mut to: BTreeSet<PersonId> = to.into_iter().collect();
    to.extend(directory::coordinators(&tx).await?);
    if let Some(me) = cx.actor().person() {
        // Whoever cleared it knows.
        to.remove(&me.person);
    }
    let place = tx.place()?;
    let notice = Notice {
        kind: Kind::NeedsYou,
        key: "people-mail-seat-empty",
        args: vec![("partnership", place.name.clone())],
        title: Some(seat.title.to_string()),
        link: format!("/p/{}/bodies/{}", place.slug, seat.body),
        about: empty(&seat),
        answers: &[],
    };
    notices::tell(&mut tx, &to, &notice).await?;
    tx.commit_all(vec![event]).await?;
    Ok(seat)
}

/// Says what the holder of a seat is to the body.
///
/// # Errors
/// When it is closed, or the one who acts is no coordinator.
pub async fn entrust(cx: &Cx, id: SeatId, charge: Charge) -> Result<Seat, Error> {
    let mut tx = cx.write(access::KEEP_BODIES).await?;
    let mut seat = store::seat(&tx, id).await?;
    let before = seat.charge;
    if !seat.entrust(charge, authority(cx, &tx.place()?.standing, seat.organization))? {
        return Ok(seat);
    }
    store::save_seat(&mut tx, &seat).await?;
    seat.revision = seat.revision.next();
    let event = record::SeatEntrusted {
        seat: seat.id,
        body: seat.body,
        title: seat.title.to_string(),
        organization: seat.organization,
        charge,
        before,
    };
    tx.commit(&event).await?;
    Ok(seat)
}

/// Closes a seat for good.
///
/// # Errors
/// When it is closed, or the one who acts is no coordinator.
pub async fn close(cx: &Cx, id: SeatId) -> Result<Seat, Error> {
    let mut tx = cx.write(access::KEEP_BODIES).await?;
    let seat = store::seat(&tx, id).await?;
    let mut closed = seat.clone();
    closed.close(authority(cx, &tx.place()?.standing, seat.organization))?;
    notices::settle(&mut tx, &empty(&seat)).await?;
    let events = close_all(&mut tx, vec![seat], cx.now()).await?;
    tx.commit_all(events).await?;
    closed.revision = closed.revision.next();
    Ok(closed)
}

/// What the question to somebody about a seat is about.
fn asked_about(seat: &Seat) -> Subject {
    Subject::new("seat", seat.id)
}

/// What the word to those who look for somebody for an empty seat is about.
fn empty(seat: &Seat) -> Subject {
    Subject::new("seat_empty", seat.id)
}

/// What the one who acts is to an organization's seats.
pub(crate) fn authority(
    cx: &Cx,
    standing: &Standing,
    organization: OrganizationId,
) -> SeatAuthority {
    SeatAuthority {
        coordinates: standing.has(Role::Coordinator),
        leads: standing.leads(organization),
        person: cx.actor().person().map(|person| person.person),
    }
}

/// Empties the seats of one who has no role for their organization any more.
pub(crate) async fn clear_after(
    tx: &mut WriteTx,
    person: PersonId,
    organization: OrganizationId,
    now: Instant,
) -> Result<Vec<Written>, Error> {
    let mut events = Vec::new();
    for mut seat in store::seats_for(tx, organization).await? {
        if seat.asked().is_some_and(|asked| asked.person == person) {
            seat.withdraw(SeatAuthority::RULE)?;
            store::save_seat(tx, &seat).await?;
            seat.revision = seat.revision.next();
            events.push(Written::new(&record::SeatWithdrawn::of(&seat, person))?);
        }
        if seat.holder().is_some_and(|holder| holder.person == person) {
            events.push(clear(tx, &mut seat, SeatAuthority::RULE, now).await?);
        }
    }
    Ok(events)
}

/// Closes seats whose body or organization is gone.
pub(crate) async fn close_all(
    tx: &mut WriteTx,
    seats: Vec<Seat>,
    now: Instant,
) -> Result<Vec<Written>, Error> {
    let mut events = Vec::new();
    for mut seat in seats {
        if seat.close(SeatAuthority::RULE)?.is_some() {
            store::end_term(tx, seat.id, now, TermEnd::Closed).await?;
        }
        store::save_seat(tx, &seat).await?;
        events.push(Written::new(&record::SeatClosed::of(&seat))?);
    }
    Ok(events)
}

async fn clear(
    tx: &mut WriteTx,
    seat: &mut Seat,
    who: SeatAuthority,
    now: Instant,
) -> Result<Written, Error> {
    let from = seat.vacate(who)?.person;
    store::save_seat(tx, seat).await?;
    seat.revision = seat.revision.next();
    store::end_term(tx, seat.id, now, TermEnd::Vacated).await?;
    Ok(Written::new(&record::SeatVacated::of(seat, from))?)
}
