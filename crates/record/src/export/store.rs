//! Signed exports: what was said of each, not the files.

use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{Export, ExportId};
use crate::Error;

statements! {
    ADD = "INSERT INTO signed_exports (partnership, id, name, bytes, sha256, at, person, note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    LIST = "SELECT id, name, bytes, sha256, at, person, note FROM signed_exports
        WHERE partnership = $1";
    EVENT = "SELECT id FROM events WHERE partnership = $1 AND subject_kind = 'export'
        AND subject = $2 ORDER BY seq LIMIT 1";
}

clauses! {
    IS of LIST = "AND id = $?";
    BEFORE of LIST = "AND (at, id) < ($?, $?)";
    LATEST of LIST = "ORDER BY at DESC, id DESC LIMIT $?";
}

pub(crate) async fn add(tx: &mut WriteTx, export: &Export) -> Result<(), Error> {
    let Export { id, name, bytes, sha256, at, person, note } = export;
    tx.execute(&ADD, values![id, name, bytes, sha256, at, person, note]).await?;
    Ok(())
}

pub(crate) async fn find(tx: &Tx, id: ExportId) -> Result<Option<Export>, Error> {
    let query = LIST.select(Vec::new()).and(&IS, values![id]);
    tx.optional(query, Vec::new()).await?.as_ref().map(of_row).transpose()
}

/// One page of exports, the latest first.
pub(crate) async fn list(
    tx: &Tx,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Export>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text]));
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = LIST
        .select(Vec::new())
        .and_if(&BEFORE, after.transpose()?.map(|mark| mark.0))
        .and(&LATEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let found = rows.iter().map(of_row).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(found, limit, |one| Cursor(values![one.at, one.id])))
}

/// The event of an export.
pub(crate) async fn event(tx: &Tx, id: ExportId) -> Result<Option<String>, Error> {
    let row = tx.optional(&EVENT, values![id]).await?;
    Ok(row.map(|row| row.get("id")).transpose()?)
}

fn of_row(row: &Row) -> Result<Export, Error> {
    Ok(Export {
        id: row.get("id")?,
        name: row.get("name")?,
        bytes: row.get("bytes")?,
        sha256: row.get("sha256")?,
        at: row.get("at")?,
        person: row.get("person")?,
        note: row.get("note")?,
    })
}
