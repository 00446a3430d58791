//! The plan, and one item with all that its page shows.

use std::sync::Arc;

use base::{OrganizationId, PersonId, Title};
use partnership::{Directory, People};
use store::{Cx, Page, Place, Tx};

use super::{GoalError, Item, ItemId, Outline, Part, Step, store as rows};
use crate::{
    CommitmentId, Error, Shelf, access,
    list::{Filter, store as list},
    roadmap::{Dependency, store as waits},
};

/// The plan with the names of the partners.
#[derive(Debug, Clone)]
pub(crate) struct Whole {
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
    /// Its items.
    pub outline: Outline,
    /// The partners.
    pub directory: Directory,
    /// What the partnership hopes for.
    pub vision: Option<String>,
}

/// The whole plan.
///
/// # Errors
/// When the caller may not read it.
pub(crate) async fn whole(cx: &Cx) -> Result<Whole, Error> {
    let mut tx = cx.read(access::READ_PLAN).await?;
    let outline = rows::outline(&tx).await?;
    let directory = partnership::directory(&tx).await?;
    let vision = partnership::vision(&mut tx).await?;
    Ok(Whole {
        place: tx.place()?,
        outline,
        directory,
        vision: vision.map(|text| text.to_string()),
    })
}

/// An item with its history and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Where it is, and what the reader may be there.
    pub place: Arc<Place>,
    /// The plan that it stands in.
    pub outline: Outline,
    /// The item.
    pub item: Item,
    /// What was done with it, the latest first.
    pub steps: Vec<Step>,
    /// The partners.
    pub directory: Directory,
    /// The people in its history.
    pub people: People,
    /// What waits for what in the plan.
    pub dependencies: Vec<Dependency>,
    /// The commitments that carry it itself, or at most 200 of them.
    pub own: Vec<CommitmentId>,
    /// Commitments that name it in words and are attached to nothing.
    pub named: Vec<CommitmentId>,
}

/// One item.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub async fn item(cx: &Cx, id: ItemId) -> Result<Record, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let outline = rows::outline(&tx).await?;
    let item = outline.get(id).ok_or(GoalError::Missing)?.clone();
    let steps = rows::steps(&tx, id).await?;
    let named = rows::named(&tx, &item.aim.title).await?;
    let directory = partnership::directory(&tx).await?;
    let mut who: Vec<PersonId> = steps.iter().map(|step| step.person).collect();
    who.extend(item.judged.as_ref().map(|judged| judged.by));
    who.sort_unstable();
    who.dedup();
    let people = partnership::people(&tx, &who).await?;
    let own = rows::own(&tx, id).await?;
    let dependencies = waits::all(&tx).await?;
    let place = tx.place()?;
    Ok(Record { place, outline, item, steps, directory, people, dependencies, own, named })
}

/// How many commitments a page of an item shows.
pub(crate) const PARTS: usize = 25;

/// Commitments that carry an item or anything that serves it, the earliest first; and whether each
/// carries the item itself.
pub(crate) async fn parts(
    cx: &Cx,
    id: ItemId,
    after: Option<&str>,
) -> Result<Page<(Part, bool)>, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    rows::find(&tx, id).await?.ok_or(GoalError::Missing)?;
    rows::parts(&tx, id, after, PARTS).await
}

/// The commitments that can be attached: what binds or is said to be done, the earliest due first,
/// and what waits for an answer.
pub(crate) async fn attachable(
    cx: &Cx,
) -> Result<Vec<(CommitmentId, OrganizationId, Title)>, Error> {
    const MOST: usize = 300;
    let tx = cx.read(access::READ_PLAN).await?;
    let today = tx.place()?.today;
    let mut found = Vec::new();
    for shelf in [Shelf::Active, Shelf::Claimed, Shelf::Offered] {
        let filter = Filter { state: Some(shelf), ..Filter::default() };
        let page = list::page(&tx, &filter, today, None, MOST).await?;
        found.extend(page.items.into_iter().map(|entry| (entry.id, entry.promiser, entry.title)));
    }
    Ok(found)
}

/// The item that a new commitment is to carry, and the name of the first goal that it serves.
pub(crate) async fn carried(
    tx: &Tx,
    id: Option<ItemId>,
) -> Result<(Option<Item>, Option<crate::Goal>), Error> {
    let Some(id) = id else { return Ok((None, None)) };
    let item = rows::find(tx, id).await?.ok_or(Error::field("serves", "plan_missing"))?;
    item.must_be_open()?;
    let goal = rows::goal_of(tx, id).await?;
    Ok((Some(item), goal))
}
