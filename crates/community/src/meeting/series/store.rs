//! Series of meetings in the database.

use base::{Date, Revision};
use partnership::BodyId;
use standards::recurrence::Rule;
use store::{Row, Tx, WriteTx, clauses, statements, values};

use super::{Series, SeriesId, SeriesPlan};
use crate::{
    Error,
    meeting::{Length, MeetingError, store::raced},
};

statements! {
    LOAD = "SELECT id, body, title, first_on, clock, minutes, zone, rule, place, link, open,
        made_through, ended_on, revision FROM meeting_series s WHERE s.partnership = $1";
    INSERT = "INSERT INTO meeting_series (partnership, id, body, revision, made_through, ended_on,
        title, first_on, clock, minutes, zone, rule, place, link, open)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    SAVE = "UPDATE meeting_series SET made_through = $4, ended_on = $5, title = $6, first_on = $7,
        clock = $8, minutes = $9, zone = $10, rule = $11, place = $12, link = $13, open = $14,
        revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
}

clauses! {
    IS of LOAD = "AND s.id = $?";
    OF_BODY of LOAD = "AND s.body = $?";
    GOES_ON of LOAD = "AND s.ended_on IS NULL";
    MADE_BEFORE of LOAD = "AND s.ended_on IS NULL AND s.made_through < $?";
    IN_ORDER of LOAD = "ORDER BY s.body, s.id LIMIT $?";
    LEAST_MADE of LOAD = "ORDER BY s.made_through, s.id LIMIT $?";
}

pub(crate) async fn load(tx: &Tx, id: SeriesId) -> Result<Series, Error> {
    let query = LOAD.select(Vec::new()).and(&IS, values![id]);
    let row = tx.optional(query, Vec::new()).await?.ok_or(MeetingError::NoSeries)?;
    series(&row)
}

/// All series of the partnership, or of a body; those that ended too.
pub(crate) async fn list(tx: &Tx, body: Option<BodyId>) -> Result<Vec<Series>, Error> {
    let query = LOAD
        .select(Vec::new())
        .and_if(&OF_BODY, body.map(|body| values![body]))
        .and(&IN_ORDER, values![200_i64]);
    tx.query(query, Vec::new()).await?.iter().map(series).collect()
}

/// The series that go on, of the partnership or of a body.
pub(crate) async fn going_on(tx: &Tx, body: Option<BodyId>) -> Result<Vec<Series>, Error> {
    let query = LOAD
        .select(Vec::new())
        .and_if(&OF_BODY, body.map(|body| values![body]))
        .and(&GOES_ON, values![])
        .and(&IN_ORDER, values![200_i64]);
    tx.query(query, Vec::new()).await?.iter().map(series).collect()
}

/// The series whose meetings do not reach to a day.
pub(crate) async fn made_before(tx: &Tx, day: Date) -> Result<Vec<Series>, Error> {
    let query =
        LOAD.select(Vec::new()).and(&MADE_BEFORE, values![day]).and(&LEAST_MADE, values![20_i64]);
    tx.query(query, Vec::new()).await?.iter().map(series).collect()
}

pub(crate) async fn insert(tx: &mut WriteTx, series: &Series) -> Result<(), Error> {
    let mut values = values![series.id, series.body, series.revision];
    values.extend(changing(series));
    tx.execute(&INSERT, values).await?;
    Ok(())
}

pub(crate) async fn save(tx: &mut WriteTx, series: &mut Series) -> Result<(), Error> {
    let mut values = values![series.id, series.revision];
    values.extend(changing(series));
    tx.execute_fresh(&SAVE, values).await.map_err(raced)?;
    series.revision = series.revision.next();
    Ok(())
}

fn changing(series: &Series) -> Vec<base::Value> {
    let plan = &series.plan;
    values![
        series.made_through,
        series.ended_on,
        plan.title,
        plan.first_on,
        plan.clock,
        plan.length,
        plan.zone,
        plan.rule.to_string(),
        plan.place,
        plan.link,
        plan.open,
    ]
}

fn series(row: &Row) -> Result<Series, Error> {
    let rule: String = row.get("rule")?;
    Ok(Series {
        id: row.get("id")?,
        body: row.get("body")?,
        plan: SeriesPlan {
            title: row.get("title")?,
            first_on: row.get("first_on")?,
            clock: row.get("clock")?,
            length: Length::new(row.get("minutes")?).ok_or(MeetingError::Stored)?,
            zone: row.get("zone")?,
            rule: rule.parse::<Rule>().map_err(|_wrong| MeetingError::Stored)?,
            place: row.get("place")?,
            link: row.get("link")?,
            open: row.get("open")?,
        },
        made_through: row.get("made_through")?,
        ended_on: row.get("ended_on")?,
        revision: row.get::<Revision>("revision")?,
    })
}
