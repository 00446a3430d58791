//! What waits for what, in the database.

use store::{Row, Tx, WriteTx, statements, values};

use super::Dependency;
use crate::{Error, goal::ItemId};

statements! {
    ALL_WAITS = "SELECT before_item, after_item, lag_days FROM plan_dependencies
        WHERE partnership = $1 ORDER BY before_item, after_item LIMIT 20000";
    WAITS_FOR = "SELECT after_item FROM plan_dependencies
        WHERE partnership = $1 AND before_item = $2 LIMIT 1";
    WAIT = "INSERT INTO plan_dependencies (partnership, before_item, after_item, lag_days)
        VALUES ($1, $2, $3, $4) ON CONFLICT (partnership, before_item, after_item)
        DO UPDATE SET lag_days = excluded.lag_days";
    WAIT_NOT = "DELETE FROM plan_dependencies
        WHERE partnership = $1 AND before_item = $2 AND after_item = $3";
}

/// What waits for what, in all of the plan.
pub(crate) async fn all(tx: &Tx) -> Result<Vec<Dependency>, Error> {
    tx.query(&ALL_WAITS, Vec::new()).await?.iter().map(dependency).collect()
}

/// Whether anything waits for an item.
pub(crate) async fn is_waited_for(tx: &Tx, before: ItemId) -> Result<bool, Error> {
    Ok(tx.optional(&WAITS_FOR, values![before]).await?.is_some())
}

/// Lets one item wait for another, or longer or shorter than before.
pub(crate) async fn wait(tx: &mut WriteTx, dependency: Dependency) -> Result<(), Error> {
    let Dependency { before, after, lag_days } = dependency;
    tx.execute(&WAIT, values![before, after, lag_days]).await?;
    Ok(())
}

/// Lets one item wait for another no longer; whether it did.
pub(crate) async fn wait_not(
    tx: &mut WriteTx,
    before: ItemId,
    after: ItemId,
) -> Result<bool, Error> {
    Ok(tx.execute(&WAIT_NOT, values![before, after]).await? > 0)
}

fn dependency(row: &Row) -> Result<Dependency, Error> {
    Ok(Dependency {
        before: row.get("before_item")?,
        after: row.get("after_item")?,
        lag_days: row.get("lag_days")?,
    })
}
