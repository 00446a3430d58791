//! Attaching measures to items and detaching them.

use ::store::{Cx, WriteTx, Written};

use super::store as measures;
use crate::{
    Error,
    goal::{
        ActName, GoalError, Item, Reading, Step, Target,
        commands::{Edit, Voice},
        events, store as rows,
    },
};

/// Lets a measure say how an item stands: within a transaction of the context that keeps measures.
///
/// # Errors
/// When there is no such item, it is closed, the measure says it already, or the caller may not.
pub async fn link_measure(
    cx: &Cx,
    tx: &mut WriteTx,
    target: Target,
    reading: &Reading,
) -> Result<Written, Error> {
    let (voice, mut item) = open(cx, tx, target).await?;
    if !measures::link(tx, item.id, reading).await? {
        return Err(GoalError::SameLinks.into());
    }
    note(tx, &mut item, &voice, (ActName::Measured, reading.title.to_string())).await
}

/// Lets a measure say no longer how an item stands: within a transaction of the context that keeps
/// measures.
///
/// # Errors
/// When there is no such item, it is closed, the measure does not say it, or the caller may not.
pub async fn unlink_measure(
    cx: &Cx,
    tx: &mut WriteTx,
    target: Target,
    measure: &str,
) -> Result<Written, Error> {
    let (voice, mut item) = open(cx, tx, target).await?;
    let title = measures::unlink(tx, item.id, measure).await?.ok_or(GoalError::SameLinks)?;
    note(tx, &mut item, &voice, (ActName::Unmeasured, title.to_string())).await
}

/// The same from the page of the item.
///
/// # Errors
/// As [`unlink_measure`].
pub(crate) async fn unmeasure(cx: &Cx, target: Target, measure: &str) -> Result<Item, Error> {
    let mut edit = Edit::of(cx, target).await?;
    edit.item.must_be_open()?;
    let title = measures::unlink(&mut edit.tx, edit.item.id, measure).await?;
    let about = Some(title.ok_or(GoalError::SameLinks)?.to_string());
    edit.finish(ActName::Unmeasured, |step| Step { about, ..step }).await
}

async fn open(cx: &Cx, tx: &WriteTx, target: Target) -> Result<(Voice, Item), Error> {
    let item = rows::find(tx, target.id).await?.ok_or(GoalError::Missing)?;
    let voice = Voice::of(cx, tx, item.aim.owner)?;
    if target.seen.is_some_and(|seen| seen != item.revision) {
        return Err(GoalError::Changed.into());
    }
    item.must_be_open()?;
    Ok((voice, item))
}

async fn note(
    tx: &mut WriteTx,
    item: &mut Item,
    voice: &Voice,
    (act, about): (ActName, String),
) -> Result<Written, Error> {
    let step = Step { about: Some(about), ..voice.step(act) };
    rows::save(tx, item).await?;
    rows::add_step(tx, item.id, &step).await?;
    events::of(item, &step)
}
