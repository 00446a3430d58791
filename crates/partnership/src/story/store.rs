//! What happened to some records, and which stories everybody may read.

use ::store::{Row, Tx, WriteTx, clauses, statements, values};
use base::ToValue;
use web::Record;

use super::{BESIDE, PAGE};
use crate::{
    Error,
    activity::{Happening, store::happening},
};

/// How many records one query asks for.
const AT_ONCE: usize = 50;

statements! {
    OF_SOME = "SELECT e.seq, e.id, e.at, e.actor, e.kind, e.subject_kind, e.subject, e.body
        FROM events e
        WHERE e.partnership = $1 AND e.subject_kind = $2 AND e.seq > $3
        AND e.kind NOT LIKE '%.sealed' AND e.kind NOT IN ($4, $5, $6)";
    IS_PUBLIC = "SELECT since FROM public_stories
        WHERE partnership = $1 AND subject_kind = $2 AND subject = $3";
    PUBLISH = "INSERT INTO public_stories (partnership, subject_kind, subject, title, since)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (partnership, subject_kind, subject) DO NOTHING";
    TAKE_BACK = "DELETE FROM public_stories
        WHERE partnership = $1 AND subject_kind = $2 AND subject = $3";
    PUBLIC = "SELECT subject_kind, subject, title FROM public_stories
        WHERE partnership = $1 ORDER BY since DESC, subject LIMIT 50";
}

clauses! {
    EARLIEST of OF_SOME = "ORDER BY e.seq LIMIT $?";
}

/// What happened to records of one kind after a number, the earliest first; one more than a page.
pub(super) async fn of_some(
    tx: &Tx,
    kind: &str,
    ids: &[String],
    after: i64,
) -> Result<Vec<Happening>, Error> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut all = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let [one, two, three] = BESIDE;
        let query = OF_SOME
            .select(values![kind, after, one, two, three])
            .and_one_of("e.subject", some.iter().map(ToValue::to_value).collect())
            .and(&EARLIEST, values![limit]);
        for row in tx.query(query, Vec::new()).await? {
            all.push(happening(&row)?);
        }
    }
    Ok(all)
}

/// Whether everybody may read the story of a record.
pub(super) async fn is_public(tx: &Tx, record: &Record) -> Result<bool, Error> {
    Ok(tx.optional(&IS_PUBLIC, values![record.kind, record.id]).await?.is_some())
}

/// Lets everybody read the story of a record, or its partners only; whether that is new.
pub(crate) async fn publish(
    tx: &mut WriteTx,
    record: &Record,
    title: Option<&str>,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = match title {
        Some(title) => tx.execute(&PUBLISH, values![record.kind, record.id, title, now]).await?,
        None => tx.execute(&TAKE_BACK, values![record.kind, record.id]).await?,
    };
    Ok(changed > 0)
}

/// The stories that everybody may read, the latest first.
pub(crate) async fn public(tx: &Tx) -> Result<Vec<(Record, String)>, Error> {
    let rows = tx.query(&PUBLIC, values![]).await?;
    let story = |row: &Row| -> Result<(Record, String), Error> {
        let (kind, id) = (row.get("subject_kind")?, row.get("subject")?);
        Ok((Record { kind, id }, row.get("title")?))
    };
    rows.iter().map(story).collect()
}
