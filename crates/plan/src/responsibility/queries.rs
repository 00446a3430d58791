//! One responsibility, those of an item, and the matrix of all of them.

use std::sync::Arc;

use base::PersonId;
use futures_util::{TryFutureExt as _, future::try_join4};
use partnership::{Directory, People, SeatEntry};
use store::{Cx, Place};

use super::{
    Bearer, Hands, Responsibility, ResponsibilityError, ResponsibilityId, Step, commands,
    store as rows,
};
use crate::{
    Error, access,
    goal::{GoalError, Item, ItemId, Outline, store as items},
};

/// A responsibility with its history and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub place: Arc<Place>,
    pub role: Responsibility,
    pub item: Item,
    /// For which sides the reader speaks.
    pub hands: Hands,
    /// What was done, the latest first.
    pub steps: Vec<Step>,
    pub names: Names,
    pub people: People,
}

/// What bearers are called.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    pub directory: Directory,
    pub seats: Vec<SeatEntry>,
}

/// Everything that is carried, with the plan.
#[derive(Debug, Clone)]
pub(crate) struct Matrix {
    pub place: Arc<Place>,
    pub outline: Outline,
    /// What holds or may come to hold.
    pub roles: Vec<Responsibility>,
    pub names: Names,
}

/// What the form needs that names somebody for an item.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    pub place: Arc<Place>,
    pub item: Item,
    pub names: Names,
    /// The seats that the reader holds.
    pub held: Vec<partnership::SeatId>,
}

impl Names {
    /// What somebody is called: an organization by its name, a seat with its body.
    pub(crate) fn of(&self, role: &Responsibility) -> String {
        match role.bearer {
            Bearer::Organization(of) => self.directory.name(of).to_owned(),
            Bearer::Seat(id) => match self.seats.iter().find(|seat| seat.id == id) {
                Some(seat) => {
                    let short = self.directory.short_name(seat.organization);
                    format!("{}, {} ({short})", seat.title, seat.body)
                }
                None => self.directory.name(role.organization).to_owned(),
            },
        }
    }
}

/// One responsibility.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub(crate) async fn record(cx: &Cx, id: ResponsibilityId) -> Result<Record, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let role = rows::find(&tx, id).await?.ok_or(ResponsibilityError::Missing)?;
    let item = items::find(&tx, role.item).await?.ok_or(GoalError::Missing)?;
    let steps = rows::steps(&tx, id).await?;
    let me = cx.person()?;
    let hands = commands::hands(&tx, &item, (role.bearer, role.organization), me).await?;
    let mut who: Vec<PersonId> = steps.iter().map(|step| step.person).collect();
    who.sort_unstable();
    who.dedup();
    let people = partnership::people(&tx, &who).await?;
    let names = Names {
        directory: partnership::directory(&tx).await?,
        seats: partnership::all_seats(&tx).await?,
    };
    Ok(Record { place: tx.place()?, role, item, hands, steps, names, people })
}

/// What is carried of an item, and what was: for its page.
///
/// # Errors
/// When the caller may not read it.
pub(crate) async fn of_item(cx: &Cx, item: ItemId) -> Result<(Vec<Responsibility>, Names), Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let roles = rows::of_item(&tx, item).await?;
    let directory = partnership::directory(&tx).await?;
    // Only where a seat carries something must seats be named.
    let has_seats = roles.iter().any(|role| role.bearer.seat().is_some());
    let seats = if has_seats { partnership::all_seats(&tx).await? } else { Vec::new() };
    Ok((roles, Names { directory, seats }))
}

/// Everything that is carried.
///
/// # Errors
/// When the caller may not read it.
pub(crate) async fn matrix(cx: &Cx) -> Result<Matrix, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let asked = try_join4(
        items::outline(&tx),
        rows::open(&tx),
        partnership::directory(&tx).err_into(),
        partnership::all_seats(&tx).err_into(),
    );
    let (outline, roles, directory, seats) = Box::pin(asked).await?;
    Ok(Matrix { place: tx.place()?, outline, roles, names: Names { directory, seats } })
}

/// Whom the reader may name for an item.
///
/// # Errors
/// When the caller may not read it, or there is no such item.
pub(crate) async fn choices(cx: &Cx, item: ItemId) -> Result<Choices, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let item = items::find(&tx, item).await?.ok_or(GoalError::Missing)?;
    let names = Names {
        directory: partnership::directory(&tx).await?,
        seats: partnership::all_seats(&tx).await?,
    };
    let held = partnership::seats_held(&tx, cx.person()?).await?;
    Ok(Choices { place: tx.place()?, item, names, held })
}
