//! One risk with all that its page shows, and pages of them.

use std::sync::Arc;

use base::{PersonId, Title};
use futures_util::{TryFutureExt as _, future::try_join};
use partnership::{Directory, People};
use store::{Cx, Page, Place};

use super::{
    Risk, RiskError, RiskId, Step,
    find::{Filter, PAGE},
    store as rows,
};
use crate::{
    Error, access,
    goal::{Item, ItemId, Layer, store as items},
};

/// A risk with its history and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub place: Arc<Place>,
    pub risk: Risk,
    /// What it threatens, in the plan's order.
    pub threatens: Vec<(ItemId, Layer, Title)>,
    /// What was done with it, the latest first.
    pub steps: Vec<Step>,
    pub directory: Directory,
    pub people: People,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub place: Arc<Place>,
    pub page: Page<Risk>,
    pub directory: Directory,
}

/// What the forms need.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    pub place: Arc<Place>,
    pub directory: Directory,
    /// What can be threatened: every open item, in the plan's order.
    pub items: Vec<Item>,
}

/// One risk.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub(crate) async fn record(cx: &Cx, id: RiskId) -> Result<Record, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let risk = rows::find(&tx, id).await?.ok_or(RiskError::Missing)?;
    let (threatens, steps) = try_join(rows::threatened(&tx, id), rows::steps(&tx, id)).await?;
    let mut who: Vec<PersonId> = steps.iter().map(|step| step.person).collect();
    who.sort_unstable();
    who.dedup();
    let (directory, people) =
        try_join(partnership::directory(&tx), partnership::people(&tx, &who)).await?;
    Ok(Record { place: tx.place()?, risk, threatens, steps, directory, people })
}

/// A page of risks and issues, the heaviest first.
///
/// # Errors
/// When the caller may not read them.
pub(crate) async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Listed, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let place = tx.place()?;
    let page = rows::page(&tx, filter, place.today, (after, PAGE));
    let (page, directory) = try_join(page, partnership::directory(&tx).err_into()).await?;
    Ok(Listed { place, page, directory })
}

/// What the forms need.
///
/// # Errors
/// When the caller may not read the plan.
pub(crate) async fn choices(cx: &Cx) -> Result<Choices, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let mut items = items::items(&tx).await?;
    items.retain(Item::is_open);
    Ok(Choices { place: tx.place()?, directory: partnership::directory(&tx).await?, items })
}

/// What threatens an item and is open, for its page.
///
/// # Errors
/// When the caller may not read it.
pub(crate) async fn of_item(cx: &Cx, item: ItemId) -> Result<Vec<Risk>, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    rows::of_item(&tx, item).await
}
