//! Measures that say how an item stands. The context that keeps measures calls these within its own
//! transactions, so that a number and what it moves in the plan are one change.

pub(crate) mod commands;
pub(crate) mod store;

use ::store::{Standing, Tx, WriteTx};

pub use self::commands::{link_measure, unlink_measure};
use super::{Item, Reading};
use crate::{Error, access};

/// Keeps what measures say of themselves now, as far as items are measured by them.
///
/// # Errors
/// When the database fails.
pub async fn tell(tx: &mut WriteTx, readings: &[Reading]) -> Result<(), Error> {
    store::tell(tx, readings).await
}

/// The items that a measure says the standing of, in the plan's order.
///
/// # Errors
/// When the database fails.
pub async fn measured_items(tx: &Tx, measure: &str) -> Result<Vec<Item>, Error> {
    super::store::measured(tx, measure).await
}

/// The open items that somebody may change, in the plan's order.
///
/// # Errors
/// When the database fails.
pub async fn changeable_items(tx: &Tx, standing: &Standing) -> Result<Vec<Item>, Error> {
    let mut items = super::store::items(tx).await?;
    items.retain(|item| item.is_open() && access::plans_for(standing, item.aim.owner).is_some());
    Ok(items)
}
