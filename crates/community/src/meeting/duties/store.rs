//! The rules of bodies' meetings in the database.

use base::Revision;
use partnership::BodyId;
use store::{Row, Tx, WriteTx, statements, values};

use super::Duties;
use crate::{
    Error,
    meeting::{Length, store::raced},
};

statements! {
    ONE = "SELECT body, quorum, notice_hours, comment_minutes, comment_how, minutes_days, revision
        FROM meeting_duties WHERE partnership = $1 AND body = $2";
    EVERY = "SELECT body, quorum, notice_hours, comment_minutes, comment_how, minutes_days,
        revision FROM meeting_duties WHERE partnership = $1 ORDER BY body LIMIT 200";
    INSERT = "INSERT INTO meeting_duties (partnership, body, quorum, notice_hours, comment_minutes,
        comment_how, minutes_days, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
    SAVE = "UPDATE meeting_duties SET quorum = $4, notice_hours = $5, comment_minutes = $6,
        comment_how = $7, minutes_days = $8, revision = revision + 1
        WHERE partnership = $1 AND body = $2 AND revision = $3";
}

/// The rules of a body; those of a body without any, when it has set none.
pub(crate) async fn one(tx: &Tx, body: BodyId) -> Result<Duties, Error> {
    match tx.optional(&ONE, values![body]).await? {
        Some(row) => duties(&row, "revision"),
        None => Ok(Duties::none(body)),
    }
}

/// The rules of every body that has set some.
pub(crate) async fn all(tx: &Tx) -> Result<Vec<Duties>, Error> {
    tx.query(&EVERY, values![]).await?.iter().map(|row| duties(row, "revision")).collect()
}

/// Writes the rules of a body, if nobody else changed them since they were read.
pub(crate) async fn save(tx: &mut WriteTx, duties: &mut Duties) -> Result<(), Error> {
    let values = |first: Vec<base::Value>| {
        let more = values![
            duties.quorum,
            duties.notice_hours,
            duties.comment,
            duties.comment_how,
            duties.minutes_days
        ];
        first.into_iter().chain(more).collect::<Vec<_>>()
    };
    if duties.revision == Revision(0) {
        tx.execute(&INSERT, values(values![duties.body])).await.map_err(|error| {
            if matches!(error, store::Error::Duplicate { .. }) {
                raced(store::Error::Stale)
            } else {
                error.into()
            }
        })?;
    } else {
        let values = values(values![duties.body, duties.revision]);
        tx.execute_fresh(&SAVE, values).await.map_err(raced)?;
    }
    duties.revision = duties.revision.next();
    Ok(())
}

pub(crate) fn duties(row: &Row, revision: &str) -> Result<Duties, Error> {
    let comment: Option<i64> = row.get("comment_minutes")?;
    Ok(Duties {
        body: row.get("body")?,
        quorum: row.get("quorum")?,
        notice_hours: row.get("notice_hours")?,
        comment: comment.and_then(Length::new),
        comment_how: row.get("comment_how")?,
        minutes_days: row.get("minutes_days")?,
        revision: row.get(revision)?,
    })
}
