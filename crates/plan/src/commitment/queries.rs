//! One commitment with all that its page shows.

use std::sync::Arc;

use base::{OrganizationId, PersonId, Title};
use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join5},
};
use partnership::{Directory, People, PersonEntry, SeatEntry};
use store::{Cx, Place, Tx};

use super::{Commitment, CommitmentId, Goal, store as rows};
use crate::{
    Error, Evidence, access,
    decision::{self, DecisionId},
    evidence,
    goal::{self, Item, ItemId},
    idea::{self, IdeaId},
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
    /// The people in its history.
    pub people: People,
    /// The seat that it stays with.
    pub seat: Option<SeatEntry>,
    /// What it carries in the plan.
    pub carries: Vec<(ItemId, Title)>,
    /// The decisions that it carries out.
    pub decided: Vec<(DecisionId, Title)>,
    /// The ideas and recommendations that it carries out.
    pub causes: Vec<(IdeaId, Title)>,
}

/// One commitment.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn commitment(cx: &Cx, id: CommitmentId) -> Result<Record, Error> {
    let tx = cx.read(access::READ).await?;
    let of = try_join(rows::load(&tx, id), evidence::store::list(&tx, id));
    let ((loaded, evidence), directory, carries, decided, causes) = try_join5(
        of,
        partnership::directory(&tx).err_into(),
        goal::store::served(&tx, id),
        decision::store::decided(&tx, id),
        idea::store::causes(&tx, id),
    )
    .await?;
    let commitment = loaded.commitment;
    let people = named(&commitment, &evidence);
    let (people, seat) =
        try_join(partnership::people(&tx, &people).err_into(), seat_of(&tx, &commitment)).await?;
    let place = tx.place()?;
    Ok(Record { place, commitment, evidence, directory, people, seat, carries, decided, causes })
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

/// Everybody whom the page names.
fn named(commitment: &Commitment, evidence: &[Evidence]) -> Vec<PersonId> {
    let steps = commitment.steps().iter();
    let mut people: Vec<PersonId> = steps
        .flat_map(|step| {
            [Some(step.voice.person), step.act.in_charge().map(|carrier| carrier.person)]
        })
        .flatten()
        .chain(evidence.iter().map(|piece| piece.added_by))
        .collect();
    people.sort_unstable();
    people.dedup();
    people
}
