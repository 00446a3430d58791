//! What measures said of themselves last, and which items they measure.

use base::{Title, Value};
use futures_util::{TryFutureExt as _, future::try_join};
use store::{Row, Tx, WriteTx, statements, values};

use crate::{
    Error,
    goal::{ItemId, Reading},
};

statements! {
    READINGS = "SELECT measure, title, stand, way_percent, start_value, latest_value,
        latest_period, target_value, target_by, retired
        FROM plan_readings WHERE partnership = $1 ORDER BY measure";
    MEASURED = "SELECT item, measure FROM plan_measures WHERE partnership = $1
        ORDER BY item, measure";
    // Only what an item is measured by is kept.
    TELL = "UPDATE plan_readings SET title = $3, stand = $4, way_percent = $5, start_value = $6,
        latest_value = $7, latest_period = $8, target_value = $9, target_by = $10, retired = $11
        WHERE partnership = $1 AND measure = $2";
    KEEP = "INSERT INTO plan_readings (partnership, measure, title, stand, way_percent,
        start_value, latest_value, latest_period, target_value, target_by, retired)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (partnership, measure) DO UPDATE SET title = excluded.title,
        stand = excluded.stand, way_percent = excluded.way_percent,
        start_value = excluded.start_value, latest_value = excluded.latest_value,
        latest_period = excluded.latest_period, target_value = excluded.target_value,
        target_by = excluded.target_by, retired = excluded.retired";
    LINK = "INSERT INTO plan_measures (partnership, item, measure) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, item, measure) DO NOTHING";
    UNLINK = "DELETE FROM plan_measures WHERE partnership = $1 AND item = $2 AND measure = $3";
    FORGET = "DELETE FROM plan_readings WHERE partnership = $1 AND measure = $2
        AND NOT EXISTS (SELECT 1 FROM plan_measures m WHERE m.partnership = $1 AND m.measure = $2)";
    TITLE_OF = "SELECT title FROM plan_readings WHERE partnership = $1 AND measure = $2";
}

/// Every measure that measures an item, and which measures which.
pub(crate) async fn all(tx: &Tx) -> Result<(Vec<Reading>, Vec<(ItemId, String)>), Error> {
    let (readings, links) =
        try_join(tx.query_settled(&READINGS, Vec::new()), tx.query_settled(&MEASURED, Vec::new()))
            .err_into::<Error>()
            .await?;
    let readings = readings.iter().map(reading).collect::<Result<_, Error>>()?;
    let links = links.iter().map(|row| Ok((row.get("item")?, row.get("measure")?)));
    Ok((readings, links.collect::<Result<_, Error>>()?))
}

pub(crate) async fn tell(tx: &mut WriteTx, readings: &[Reading]) -> Result<(), Error> {
    let rows: Vec<Vec<Value>> = readings.iter().map(values_of).collect();
    tx.execute_many(&TELL, rows).await?;
    Ok(())
}

/// Lets a measure measure an item; whether it did not before.
pub(crate) async fn link(tx: &mut WriteTx, item: ItemId, reading: &Reading) -> Result<bool, Error> {
    tx.execute(&KEEP, values_of(reading)).await?;
    Ok(tx.execute(&LINK, values![item, reading.measure]).await? > 0)
}

/// Lets a measure measure an item no longer; what it is called, when it did.
pub(crate) async fn unlink(
    tx: &mut WriteTx,
    item: ItemId,
    measure: &str,
) -> Result<Option<Title>, Error> {
    let row = tx.optional(&TITLE_OF, values![measure]).await?;
    let title: Option<Title> = row.map(|row| row.get("title")).transpose()?;
    if tx.execute(&UNLINK, values![item, measure]).await? == 0 {
        return Ok(None);
    }
    tx.execute(&FORGET, values![measure]).await?;
    Ok(title)
}

fn values_of(reading: &Reading) -> Vec<Value> {
    values![
        reading.measure,
        reading.title,
        reading.stand,
        reading.way_percent,
        reading.start,
        reading.latest,
        reading.period,
        reading.target,
        reading.by,
        reading.retired,
    ]
}

fn reading(row: &Row) -> Result<Reading, Error> {
    Ok(Reading {
        measure: row.get("measure")?,
        title: row.get("title")?,
        stand: row.get("stand")?,
        way_percent: row.get("way_percent")?,
        start: row.get("start_value")?,
        latest: row.get("latest_value")?,
        period: row.get("latest_period")?,
        target: row.get("target_value")?,
        by: row.get("target_by")?,
        retired: row.get("retired")?,
    })
}
