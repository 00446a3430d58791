//! Letting one item wait for another, and no longer.

use store::Cx;

use super::{Dependency, MOST_LAG_DAYS, Schedule, store as waits};
use crate::{
    Error,
    goal::{
        ActName, GoalError, Item, ItemId, Layer, Outline, Step, Target, commands::Edit,
        store as rows,
    },
};

/// Lets an item wait until another one ends, and so many days more.
///
/// # Errors
/// When either has no day, one serves the other, it would make a circle, or the caller may not.
pub async fn wait_for(
    cx: &Cx,
    target: Target,
    before: ItemId,
    lag_days: i64,
) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.must_be_open()?;
    if !(0..=MOST_LAG_DAYS).contains(&lag_days) {
        return Err(Error::field("lag_days", "plan_lag"));
    }
    let outline = rows::outline(&edit.tx).await?;
    let before = outline.get(before).ok_or(GoalError::Missing)?.clone();
    before.must_be_open()?;
    may_wait(&outline, &edit.item, &before)?;
    let dependencies = waits::all(&edit.tx).await?;
    let dependency = Dependency { before: before.id, after: edit.item.id, lag_days };
    if dependencies.contains(&dependency) {
        return Err(GoalError::SameLinks.into());
    }
    let schedule = Schedule::new(outline.all(), &dependencies);
    if schedule.would_circle(before.id, edit.item.id) {
        return Err(GoalError::Circle.into());
    }
    waits::wait(&mut edit.tx, dependency).await?;
    let about = Some(before.aim.title.to_string());
    edit.finish(ActName::Waits, |step| Step { about, ..step }).await
}

/// Lets an item wait for another one no longer.
///
/// # Errors
/// When it does not, or the caller may not.
pub async fn wait_no_longer(cx: &Cx, target: Target, before: ItemId) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    if !waits::wait_not(&mut edit.tx, before, edit.item.id).await? {
        return Err(GoalError::SameLinks.into());
    }
    let before = rows::find(&edit.tx, before).await?.ok_or(GoalError::Missing)?;
    let about = Some(before.aim.title.to_string());
    edit.finish(ActName::WaitsNot, |step| Step { about, ..step }).await
}

/// Whether an item may wait for another: both have a day, and neither serves the other, for a whole
/// cannot wait for its part nor a part for its whole.
pub(crate) fn may_wait(outline: &Outline, after: &Item, before: &Item) -> Result<(), GoalError> {
    let dated = |item: &Item| item.layer != Layer::Goal && item.span.due.is_some();
    if !dated(after) || !dated(before) || after.id == before.id {
        return Err(GoalError::NoDay);
    }
    let serves = |one: &Item, other: &Item| outline.below(other.id).contains(&one.id);
    if serves(after, before) || serves(before, after) {
        return Err(GoalError::WaitsForItself);
    }
    Ok(())
}
