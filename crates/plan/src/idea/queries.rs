//! One idea with all that its page shows, and pages of them.

use std::sync::Arc;

use base::PersonId;
use futures_util::{TryFutureExt as _, future::try_join};
use partnership::{Directory, People};
use store::{Cx, Page, Place};

use super::{
    Idea, IdeaError, IdeaId, Step,
    find::{Filter, PAGE},
    store as rows,
};
use crate::{Error, access, goal::Part};

/// An idea with its history and the names of all who have a part in it.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub place: Arc<Place>,
    pub idea: Idea,
    /// What was promised to carry it out.
    pub parts: Vec<Part>,
    /// What was done with it, the latest first.
    pub steps: Vec<Step>,
    pub directory: Directory,
    pub people: People,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub place: Arc<Place>,
    pub page: Page<Idea>,
    pub directory: Directory,
}

/// What the forms need.
#[derive(Debug, Clone)]
pub(crate) struct Choices {
    pub place: Arc<Place>,
    pub directory: Directory,
}

/// One idea.
///
/// # Errors
/// When the caller may not read it, or there is none.
pub(crate) async fn record(cx: &Cx, id: IdeaId) -> Result<Record, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let idea = rows::find(&tx, id).await?.ok_or(IdeaError::Missing)?;
    let (parts, steps) = try_join(rows::parts(&tx, id), rows::steps(&tx, id)).await?;
    let mut who: Vec<PersonId> = steps.iter().map(|step| step.person).collect();
    who.sort_unstable();
    who.dedup();
    let (directory, people) =
        try_join(partnership::directory(&tx), partnership::people(&tx, &who)).await?;
    Ok(Record { place: tx.place()?, idea, parts, steps, directory, people })
}

/// A page of ideas, the latest first.
///
/// # Errors
/// When the caller may not read them.
pub(crate) async fn list(cx: &Cx, filter: &Filter, after: Option<&str>) -> Result<Listed, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let page = rows::page(&tx, filter, (after, PAGE));
    let (page, directory) = try_join(page, partnership::directory(&tx).err_into()).await?;
    Ok(Listed { place: tx.place()?, page, directory })
}

/// What the forms need.
///
/// # Errors
/// When the caller may not read the plan.
pub(crate) async fn choices(cx: &Cx) -> Result<Choices, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    Ok(Choices { place: tx.place()?, directory: partnership::directory(&tx).await? })
}
