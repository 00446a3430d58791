//! One commitment with all that its page shows.

use std::sync::Arc;

use base::{OrganizationId, PersonId};
use futures_util::{TryFutureExt as _, future::try_join4};
use partnership::{Directory, Names, PersonEntry, SeatEntry};
use store::{Cx, Place, Tx};

use super::{Commitment, CommitmentId, Goal, Purposes, store as rows};
use crate::{
    Error, Evidence, access, evidence,
    goal::{self, Item},
    list,
};

/// A commitment with its evidence, and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Where it is, and what the reader may be there.
    pub place: Arc<Place>,
    /// The commitment.
    pub commitment: Commitment,
    /// What shows that it was done.
    pub evidence: Vec<Evidence>,
    /// The partners.
    pub directory: Directory,
    /// The names of the people in its history.
    pub names: Names,
    /// The seat that it stays with.
    pub seat: Option<SeatEntry>,
    /// What it is for.
    pub purposes: Purposes,
}

/// One commitment. All that a page shows of it is asked at once.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn commitment(cx: &Cx, id: CommitmentId) -> Result<Record, Error> {
    let tx = cx.read(access::READ).await?;
    let ((commitment, mut names), (evidence, adders), purposes, directory) = try_join4(
        rows::told(&tx, id),
        evidence::store::list(&tx, id),
        rows::purposes(&tx, id),
        partnership::directory(&tx).err_into(),
    )
    .await?;
    names.join(adders);
    let seat = seat_of(&tx, &commitment).await?;
    let place = tx.place()?;
    Ok(Record { place, commitment, evidence, directory, names, seat, purposes })
}

/// What a form of a proposal offers to choose from.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    /// Where, and what the reader may be there.
    pub(crate) place: Arc<Place>,
    /// The partners.
    pub(crate) directory: Directory,
    /// Whom the reader may put in charge, when they lead an organization.
    pub(crate) people: Vec<(PersonId, String)>,
    /// The seats of the reader's organizations in which they may promise.
    pub(crate) seats: Vec<SeatEntry>,
    /// The goals that commitments name.
    pub(crate) goals: Vec<Goal>,
    /// What it can carry in the plan, in the plan's order.
    pub(crate) items: Vec<Item>,
}

pub(crate) async fn choices(cx: &Cx) -> Result<Choices, Error> {
    let tx = cx.read(access::ACT).await?;
    let place = tx.place()?;
    let me = cx.person()?;
    let (mut people, mut seats) = (Vec::new(), Vec::new());
    for organization in access::acting_organizations(&place.standing) {
        let leads = place.standing.leads(organization);
        let held = partnership::seats_of(&tx, organization).await?;
        seats.extend(held.into_iter().filter(|seat| carries(seat, leads, me)));
        if leads {
            let members = partnership::members(&tx, organization).await?;
            let acting = members.iter().filter(|person| access::works_for(person, organization));
            people.extend(acting.map(|person| (person.id, person.name().to_owned())));
        }
    }
    people.sort_by(|one, other| one.1.cmp(&other.1));
    people.dedup();
    let directory = partnership::directory(&tx).await?;
    let mut items = goal::store::items(&tx).await?;
    items.retain(Item::is_open);
    let goals = list::store::goals(&tx).await?;
    Ok(Choices { place, directory, people, seats, goals, items })
}

/// Whether somebody may let a seat's holder carry a promise: a lead any, a member their own.
pub(crate) fn carries(seat: &SeatEntry, leads: bool, me: PersonId) -> bool {
    seat.holder.is_some_and(|holder| leads || holder == me)
}

pub(crate) async fn members(
    cx: &Cx,
    organization: OrganizationId,
) -> Result<Vec<PersonEntry>, Error> {
    let tx = cx.read(access::READ).await?;
    Ok(partnership::members(&tx, organization).await?)
}

pub(crate) async fn seats(cx: &Cx, organization: OrganizationId) -> Result<Vec<SeatEntry>, Error> {
    let tx = cx.read(access::READ).await?;
    Ok(partnership::seats_of(&tx, organization).await?)
}

/// The seat that a promise stays with.
async fn seat_of(tx: &Tx, commitment: &Commitment) -> Result<Option<SeatEntry>, Error> {
    let Some(seat) = commitment.carrier().and_then(|carrier| carrier.seat) else {
        return Ok(None);
    };
    let seats = partnership::seats_of(tx, commitment.promiser).await?;
    Ok(seats.into_iter().find(|entry| entry.id == seat))
}
