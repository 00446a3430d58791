//! The table of stories.

use ::store::{Row, Tx, WriteTx, values};
use partnership::Names;

use super::{Story, Telling};
use crate::{Error, MeasureId};

store::statements! {
    HISTORY = "SELECT s.revision, s.helps, s.slows, s.next_steps, s.by_whom, s.organization, s.at,
        n.name AS teller
        FROM measure_stories s
        LEFT JOIN people n ON n.partnership = s.partnership AND n.person = s.by_whom
        WHERE s.partnership = $1 AND s.measure = $2 ORDER BY s.revision DESC";
    INSERT = "INSERT INTO measure_stories (partnership, measure, revision, helps, slows, next_steps,
        by_whom, organization, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

store::clauses! { LAST of HISTORY = "LIMIT 1"; }

/// The story as it was told last, with the name of who told it.
pub(crate) async fn latest(tx: &Tx, measure: MeasureId) -> Result<(Option<Story>, Names), Error> {
    let last = HISTORY.select(values![measure]).and(&LAST, Vec::new());
    let (told, names) = stories_of(&tx.query(last, Vec::new()).await?)?;
    Ok((told.into_iter().next(), names))
}

/// Every time it was told, the latest first, with the names of who told it.
pub(crate) async fn history(tx: &Tx, measure: MeasureId) -> Result<(Vec<Story>, Names), Error> {
    stories_of(&tx.query(&HISTORY, values![measure]).await?)
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

fn stories_of(rows: &[Row]) -> Result<(Vec<Story>, Names), Error> {
    let mut names = Names::default();
    // What the program itself told has no person.
    for row in rows {
        if row.get::<Option<String>>("teller")?.is_some() {
            names.add(row, "by_whom", "teller")?;
        }
    }
    Ok((rows.iter().map(story_of).collect::<Result<_, Error>>()?, names))
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
