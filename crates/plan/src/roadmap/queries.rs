//! What the roadmap shows, and what a move would push.

use std::sync::Arc;

use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join4},
};
use partnership::{Directory, SeatEntry};
use store::{Cx, Place};

use super::{Dependency, Push, Schedule, store as waits};
use crate::{
    Error, access,
    goal::{GoalError, Item, ItemId, Outline, Span, store as rows},
    responsibility::{Responsibility, queries::Names, store as roles},
};

/// The plan in time, with who carries what.
#[derive(Debug, Clone)]
pub(crate) struct Road {
    pub place: Arc<Place>,
    pub outline: Outline,
    pub dependencies: Vec<Dependency>,
    /// What holds or may come to hold.
    pub roles: Vec<Responsibility>,
    pub names: Names,
}

impl Road {
    /// The dates that hang on each other.
    pub(crate) fn schedule(&self) -> Schedule {
        Schedule::new(self.outline.all(), &self.dependencies)
    }
}

/// The plan in time.
///
/// # Errors
/// When the caller may not read it.
pub(crate) async fn road(cx: &Cx) -> Result<Road, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let asked = try_join4(
        rows::outline(&tx),
        waits::all(&tx),
        roles::open(&tx),
        try_join(partnership::directory(&tx), partnership::all_seats(&tx)).err_into(),
    );
    let (outline, dependencies, roles, names) = Box::pin(asked).await?;
    let (directory, seats): (Directory, Vec<SeatEntry>) = names;
    let names = Names { directory, seats };
    Ok(Road { place: tx.place()?, outline, dependencies, roles, names })
}

/// What would have to move if an item had other dates: each with its new dates.
///
/// # Errors
/// When the caller may not read it, or there is no such item.
pub(crate) async fn pushes(cx: &Cx, id: ItemId, span: Span) -> Result<Vec<(Item, Push)>, Error> {
    let tx = cx.read(access::READ_PLAN).await?;
    let (items, dependencies) = try_join(rows::items(&tx), waits::all(&tx)).await?;
    if !items.iter().any(|item| item.id == id) {
        return Err(GoalError::Missing.into());
    }
    let pushes = Schedule::new(&items, &dependencies).pushes(id, span);
    let find = |push: Push| Some((items.iter().find(|item| item.id == push.id)?.clone(), push));
    Ok(pushes.into_iter().filter_map(find).collect())
}

/// What an item may wait for: dated, open, neither below nor above it, and not waiting for it.
pub(crate) fn may_wait_for<'a>(
    outline: &'a Outline,
    dependencies: &[Dependency],
    item: &Item,
) -> Vec<&'a Item> {
    let schedule = Schedule::new(outline.all(), dependencies);
    let waits = |before: ItemId| {
        dependencies.iter().any(|one| one.before == before && one.after == item.id)
    };
    outline
        .all()
        .filter(|before| before.is_open() && !waits(before.id))
        .filter(|before| super::commands::may_wait(outline, item, before).is_ok())
        .filter(|before| !schedule.would_circle(before.id, item.id))
        .collect()
}
