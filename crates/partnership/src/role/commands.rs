//! Giving, taking, leaving and removing roles.

use std::collections::BTreeSet;

use ::store::{Cx, Place, Standing, Subject, Tx, WriteTx, Written};
use base::{Instant, OrganizationId, PersonId, Private, Prose, Reason, Role};
use notices::{Kind, Notice};

use super::{Authority, events as record, store};
use crate::{Error, NewOffer, RoleOffer, RoleOfferId, access, body, organization, person};

/// What is offered to whom.
#[derive(Debug)]
pub struct OfferRole {
    /// Who is asked.
    pub person: PersonId,
    /// For which organization.
    pub organization: OrganizationId,
    /// What they would be.
    pub role: Role,
    /// What the giver says with it.
    pub note: Option<Private<Prose<1000>>>,
}

/// Offers a role to a person of this partnership.
///
/// # Errors
/// When the giver has no authority, the organization is no member, the person is not here, or
/// holds the role or was asked already.
pub async fn offer(cx: &Cx, command: OfferRole) -> Result<RoleOffer, Error> {
    let mut tx = cx.write(access::OFFER_ROLE).await?;
    let place = tx.place()?;
    let OfferRole { person: asked, organization: of, role, note } = command;
    organization::store::load(&tx, of).await?.membership.is_open()?;
    if person::store::person(&tx, asked).await?.gone {
        return Err(Error::PersonMissing { id: asked });
    }
    if store::holds(&tx, asked, of, role).await? {
        return Err(Error::RoleHeld { person: asked, role });
    }
    let (id, by, at) = (cx.new_id(), cx.person()?, cx.now());
    let new = NewOffer { id, person: asked, organization: of, role, note, by, at };
    let offer = RoleOffer::make(new, authority(&place.standing, of))?;
    store::insert(&mut tx, &offer).await?;
    let notice = Notice {
        kind: Kind::NeedsYou,
        key: "people-mail-role-offered",
        args: vec![("partnership", place.name.clone())],
        title: None,
        link: format!("/p/{}/roles", place.slug),
        about: asked_about(id),
        answers: &[],
    };
    notices::tell(&mut tx, &BTreeSet::from([asked]), &notice).await?;
    tx.commit(&record::RoleOffered { person: asked, organization: of, role }).await?;
    Ok(offer)
}

/// Takes an offered role.
///
/// # Errors
/// When the offer is not the person's, was answered, or the organization left meanwhile.
pub async fn accept(cx: &Cx, id: RoleOfferId) -> Result<RoleOffer, Error> {
    let mut tx = cx.write(access::ANSWER_ROLE).await?;
    let mut offer = store::load(&tx, id).await?;
    offer.accept(cx.person()?, cx.now())?;
    let RoleOffer { person: who, organization: of, role, .. } = offer;
    organization::store::load(&tx, of).await?.membership.is_open()?;
    store::answer(&mut tx, &offer).await?;
    notices::settle(&mut tx, &asked_about(id)).await?;
    tx.grant(who, of, role).await?;
    person::commands::index(&mut tx, who).await?;
    tx.commit(&record::RoleAccepted { person: who, organization: of, role }).await?;
    Ok(offer)
}

/// Refuses an offered role.
///
/// # Errors
/// When the offer is not the person's, or was answered.
pub async fn decline(cx: &Cx, id: RoleOfferId, why: Option<Reason>) -> Result<RoleOffer, Error> {
    let mut tx = cx.write(access::ANSWER_ROLE).await?;
    let mut offer = store::load(&tx, id).await?;
    offer.decline(cx.person()?, cx.now(), why)?;
    store::answer(&mut tx, &offer).await?;
    notices::settle(&mut tx, &asked_about(id)).await?;
    let RoleOffer { person, organization, role, .. } = offer;
    tx.commit(&record::RoleDeclined { person, organization, role }).await?;
    Ok(offer)
}

/// Takes an offer back.
///
/// # Errors
/// When the one who acts has no authority over it, or it was answered.
pub async fn withdraw(cx: &Cx, id: RoleOfferId) -> Result<RoleOffer, Error> {
    let mut tx = cx.write(access::OFFER_ROLE).await?;
    let mut offer = store::load(&tx, id).await?;
    let authority = authority(&tx.place()?.standing, offer.organization);
    offer.withdraw(authority, cx.now())?;
    store::answer(&mut tx, &offer).await?;
    notices::settle(&mut tx, &asked_about(id)).await?;
    let RoleOffer { person, organization, role, .. } = offer;
    tx.commit(&record::RoleWithdrawn { person, organization, role }).await?;
    Ok(offer)
}

/// One role of one person for one organization.
#[derive(Debug, Clone, Copy)]
pub struct HeldRole {
    /// The person.
    pub person: PersonId,
    /// The organization.
    pub organization: OrganizationId,
    /// The role.
    pub role: Role,
}

/// Gives up one's own role.
///
/// # Errors
/// When the person does not hold it, or is the last coordinator.
pub async fn leave(cx: &Cx, organization: OrganizationId, role: Role) -> Result<(), Error> {
    let mut tx = cx.write(access::ANSWER_ROLE).await?;
    let person = cx.person()?;
    let held = HeldRole { person, organization, role };
    let mut events = take_back(&mut tx, held, cx.now()).await?;
    events.insert(0, Written::new(&record::RoleLeft { person, organization, role })?);
    Ok(tx.commit_all(events).await?)
}

/// Takes a role from somebody.
///
/// # Errors
/// When the one who acts has no authority over it, the person does not hold it, or is the last
/// coordinator.
pub async fn remove(cx: &Cx, held: HeldRole) -> Result<(), Error> {
    let mut tx = cx.write(access::REMOVE_ROLE).await?;
    let place: std::sync::Arc<Place> = tx.place()?;
    authority(&place.standing, held.organization).over(held.role)?;
    let mut events = take_back(&mut tx, held, cx.now()).await?;
    let HeldRole { person, organization, role } = held;
    events.insert(0, Written::new(&record::RoleRemoved { person, organization, role })?);
    Ok(tx.commit_all(events).await?)
}

/// Takes back every role of a person whose account was closed. The last coordinator keeps theirs:
/// the operator then appoints another.
pub(crate) async fn end_all(cx: &Cx, person: PersonId) -> Result<(), Error> {
    let mut tx = cx.write(access::KEEP_ROSTER).await?;
    let mut events = Vec::new();
    for (organization, role) in person::store::roles(&tx, person).await? {
        let held = HeldRole { person, organization, role };
        match take_back(&mut tx, held, cx.now()).await {
            Err(Error::LastCoordinator) => continue,
            other => events.extend(other?),
        }
        events.push(Written::new(&record::RoleRemoved { person, organization, role })?);
    }
    // Nothing to take back when the job runs a second time.
    if events.is_empty() { Ok(()) } else { Ok(tx.commit_all(events).await?) }
}

/// What the question to somebody about a role is about.
fn asked_about(offer: RoleOfferId) -> Subject {
    Subject::new("role_offer", offer)
}

/// What the one who acts may do about an organization's roles.
pub(crate) fn authority(standing: &Standing, organization: OrganizationId) -> Authority {
    Authority { coordinates: standing.has(Role::Coordinator), leads: standing.leads(organization) }
}

/// Revokes a role; when it was the last one for the organization, the person's seats there become
/// empty, so that nobody waits for one who is gone.
async fn take_back(tx: &mut WriteTx, held: HeldRole, now: Instant) -> Result<Vec<Written>, Error> {
    let HeldRole { person, organization, role } = held;
    if !store::holds(tx, person, organization, role).await? {
        return Err(Error::RoleNotHeld { person, role });
    }
    if role == Role::Coordinator {
        another_coordinates(tx, |(who, of)| (who, of) != (person, organization)).await?;
    }
    tx.revoke(person, organization, role).await?;
    let left = person::commands::after_role(tx, person, organization, now).await?;
    if !left.organization {
        return Ok(Vec::new());
    }
    store::withdraw_of_person(tx, person, organization, now).await?;
    body::seats::clear_after(tx, person, organization, now).await
}

/// Sees to it that somebody goes on keeping the partnership.
pub(crate) async fn another_coordinates(
    tx: &Tx,
    stays: impl Fn((PersonId, OrganizationId)) -> bool,
) -> Result<(), Error> {
    let all = person::store::coordinating(tx).await?;
    if all.into_iter().any(stays) { Ok(()) } else { Err(Error::LastCoordinator) }
}
