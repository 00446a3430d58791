//! The tables of numbers: what each is now, and what it was before.

use ::store::{Row, Tx, WriteTx, values};
use base::Value;
use standards::Period;

use super::{Observation, Withdrawal};
use crate::{Error, MeasureId};

store::statements! {
    ALL_OF = "SELECT measure, period, value, numerator, denominator, finality, source, note,
        revision, at, by_whom, why
        FROM observations WHERE partnership = $1 AND measure = $2 ORDER BY period";
    IN_PLACE = "SELECT measure, period, value, numerator, denominator, finality, source, note,
        revision, at, by_whom, why
        FROM observations WHERE partnership = $1 AND measure IN
            (SELECT id FROM measures WHERE partnership = $1 AND place_key = $2)
        ORDER BY measure, period";
    EVERYTHING = "SELECT measure, period, value, numerator, denominator, finality, source, note,
        revision, at, by_whom, why
        FROM observations WHERE partnership = $1 ORDER BY measure, period";
    FIND = "SELECT measure, period, value, numerator, denominator, finality, source, note,
        revision, at, by_whom, why
        FROM observations WHERE partnership = $1 AND measure = $2 AND period = $3";
    REPLACED = "SELECT measure, period, value, numerator, denominator, finality, source, note,
        revision, at, by_whom, why
        FROM observation_revisions WHERE partnership = $1 AND measure = $2 AND period = $3
        ORDER BY revision DESC";
    INSERT = "INSERT INTO observations (partnership, measure, period, value, numerator, denominator,
        finality, source, note, revision, at, by_whom, why)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    KEEP = "INSERT INTO observation_revisions (partnership, measure, period, revision, value,
        numerator, denominator, finality, source, note, at, by_whom, why)
        SELECT partnership, measure, period, revision, value, numerator, denominator, finality,
        source, note, at, by_whom, why
        FROM observations WHERE partnership = $1 AND measure = $2 AND period = $3 AND revision = $4";
    REPLACE = "UPDATE observations SET value = $4, numerator = $5, denominator = $6, finality = $7,
        source = $8, note = $9, revision = $10, at = $11, by_whom = $12, why = $13
        WHERE partnership = $1 AND measure = $2 AND period = $3 AND revision = $10 - 1";
    TAKE_OUT = "DELETE FROM observations
        WHERE partnership = $1 AND measure = $2 AND period = $3 AND revision = $4";
    WITHDRAW = "INSERT INTO observation_withdrawals (partnership, measure, period, revision, at,
        by_whom, why) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    WITHDRAWALS = "SELECT period, revision, at, by_whom, why FROM observation_withdrawals
        WHERE partnership = $1 AND measure = $2 AND period = $3 ORDER BY revision DESC";
    WITHDRAWN_OF = "SELECT w.period, w.revision, w.at, w.by_whom, w.why
        FROM observation_withdrawals w WHERE w.partnership = $1 AND w.measure = $2
        AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.partnership = w.partnership
            AND o.measure = w.measure AND o.period = w.period)
        AND NOT EXISTS (SELECT 1 FROM observation_withdrawals n WHERE n.partnership = w.partnership
            AND n.measure = w.measure AND n.period = w.period AND n.revision > w.revision)
        ORDER BY w.period";
    ALL_WITHDRAWN = "SELECT r.measure, r.period, r.value, r.numerator, r.denominator, r.finality,
        r.source, r.note, r.revision, r.at, r.by_whom, r.why
        FROM observation_withdrawals w JOIN observation_revisions r ON r.partnership = w.partnership
            AND r.measure = w.measure AND r.period = w.period AND r.revision = w.revision - 1
        WHERE w.partnership = $1
        AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.partnership = w.partnership
            AND o.measure = w.measure AND o.period = w.period)
        AND NOT EXISTS (SELECT 1 FROM observation_withdrawals n WHERE n.partnership = w.partnership
            AND n.measure = w.measure AND n.period = w.period AND n.revision > w.revision)";
}

/// A number and the measure it belongs to.
pub(crate) type Of = (MeasureId, Observation);

/// The numbers of a measure, the earliest first.
pub(crate) async fn all_of(tx: &Tx, measure: MeasureId) -> Result<Vec<Observation>, Error> {
    let rows = tx.query(&ALL_OF, values![measure]).await?;
    rows.iter().map(observation_of).collect()
}

/// The numbers of all measures of a place, or of the partnership; the earliest of each first.
pub(crate) async fn of_many(tx: &Tx, place: Option<&str>) -> Result<Vec<Of>, Error> {
    let rows = match place {
        Some(place) => tx.query(&IN_PLACE, values![place]).await?,
        None => tx.query(&EVERYTHING, values![]).await?,
    };
    rows.iter().map(|row| Ok((row.get("measure")?, observation_of(row)?))).collect()
}

/// The number of a period.
pub(crate) async fn find(
    tx: &Tx,
    measure: MeasureId,
    period: Period,
) -> Result<Option<Observation>, Error> {
    let row = tx.optional(&FIND, values![measure, period]).await?;
    row.as_ref().map(observation_of).transpose()
}

/// What a number was before, the latest first.
pub(crate) async fn replaced(
    tx: &Tx,
    measure: MeasureId,
    period: Period,
) -> Result<Vec<Observation>, Error> {
    let rows = tx.query(&REPLACED, values![measure, period]).await?;
    rows.iter().map(observation_of).collect()
}

/// Writes first entries.
pub(crate) async fn insert(tx: &mut WriteTx, all: &[Of]) -> Result<(), Error> {
    let rows = all.iter().map(|(measure, one)| values_of(*measure, one));
    tx.execute_many(&INSERT, rows.collect()).await?;
    Ok(())
}

/// Writes corrections; what they replace is kept.
pub(crate) async fn revise(tx: &mut WriteTx, all: &[Of]) -> Result<(), Error> {
    for (measure, one) in all {
        tx.execute(&KEEP, values![*measure, one.period, one.revision - 1]).await?;
        tx.execute_fresh(&REPLACE, values_of(*measure, one)).await?;
    }
    Ok(())
}

/// Takes a number out; what it was is kept, and why.
pub(crate) async fn withdraw(
    tx: &mut WriteTx,
    measure: MeasureId,
    one: &Withdrawal,
) -> Result<(), Error> {
    tx.execute(&KEEP, values![measure, one.period, one.revision - 1]).await?;
    tx.execute_fresh(&TAKE_OUT, values![measure, one.period, one.revision - 1]).await?;
    let row = values![measure, one.period, one.revision, one.at, one.by, one.why];
    tx.execute(&WITHDRAW, row).await?;
    Ok(())
}

/// Each time that the number of a period was taken back, the latest first.
pub(crate) async fn withdrawals(
    tx: &Tx,
    measure: MeasureId,
    period: Period,
) -> Result<Vec<Withdrawal>, Error> {
    let rows = tx.query(&WITHDRAWALS, values![measure, period]).await?;
    rows.iter().map(withdrawal_of).collect()
}

/// The periods whose number was taken back and not entered again, the earliest first.
pub(crate) async fn withdrawn_of(tx: &Tx, measure: MeasureId) -> Result<Vec<Withdrawal>, Error> {
    let rows = tx.query(&WITHDRAWN_OF, values![measure]).await?;
    rows.iter().map(withdrawal_of).collect()
}

/// The numbers of the partnership as they were when they were taken back, where no other was
/// entered since.
pub(crate) async fn all_withdrawn(tx: &Tx) -> Result<Vec<Of>, Error> {
    let rows = tx.query(&ALL_WITHDRAWN, values![]).await?;
    rows.iter().map(|row| Ok((row.get("measure")?, observation_of(row)?))).collect()
}

fn withdrawal_of(row: &Row) -> Result<Withdrawal, Error> {
    Ok(Withdrawal {
        period: row.get("period")?,
        revision: row.get("revision")?,
        at: row.get("at")?,
        by: row.get("by_whom")?,
        why: row.get("why")?,
    })
}

fn values_of(measure: MeasureId, one: &Observation) -> Vec<Value> {
    values![
        measure,
        one.period,
        one.value,
        one.numerator,
        one.denominator,
        one.finality,
        one.source,
        one.note,
        one.revision,
        one.at,
        one.by,
        one.why,
    ]
}

fn observation_of(row: &Row) -> Result<Observation, Error> {
    Ok(Observation {
        period: row.get("period")?,
        value: row.get("value")?,
        numerator: row.get("numerator")?,
        denominator: row.get("denominator")?,
        finality: row.get("finality")?,
        source: row.get("source")?,
        note: row.get("note")?,
        revision: row.get("revision")?,
        at: row.get("at")?,
        by: row.get("by_whom")?,
        why: row.get("why")?,
    })
}
