//! The table of stories.

use ::store::{Row, Tx, WriteTx, values};

use super::{Story, Telling};
use crate::{Error, MeasureId};

store::statements! {
    LATEST = "SELECT revision, helps, slows, next_steps, by_whom, organization, at
        FROM measure_stories WHERE partnership = $1 AND measure = $2
        ORDER BY revision DESC LIMIT 1";
    HISTORY = "SELECT revision, helps, slows, next_steps, by_whom, organization, at
        FROM measure_stories WHERE partnership = $1 AND measure = $2 ORDER BY revision DESC";
    INSERT = "INSERT INTO measure_stories (partnership, measure, revision, helps, slows, next_steps,
        by_whom, organization, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

/// The story as it was told last.
pub(crate) async fn latest(tx: &Tx, measure: MeasureId) -> Result<Option<Story>, Error> {
    let row = tx.optional(&LATEST, values![measure]).await?;
    row.as_ref().map(story_of).transpose()
}

/// Every time it was told, the latest first.
pub(crate) async fn history(tx: &Tx, measure: MeasureId) -> Result<Vec<Story>, Error> {
    let rows = tx.query(&HISTORY, values![measure]).await?;
    rows.iter().map(story_of).collect()
}

/// Writes a story.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    measure: MeasureId,
    story: &Story,
) -> Result<(), Error> {
    let Telling { helps, slows, next_steps } = &story.telling;
    let row = values![
        measure,
        story.revision,
        helps,
        slows,
        next_steps,
        story.by,
        story.organization,
        story.at,
    ];
    tx.execute(&INSERT, row).await?;
    Ok(())
}

fn story_of(row: &Row) -> Result<Story, Error> {
    Ok(Story {
        telling: Telling {
            helps: row.get("helps")?,
            slows: row.get("slows")?,
            next_steps: row.get("next_steps")?,
        },
        revision: row.get("revision")?,
        by: row.get("by_whom")?,
        organization: row.get("organization")?,
        at: row.get("at")?,
    })
}
