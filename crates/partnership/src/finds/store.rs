//! Organizations, people and bodies as the search reads them, some at a time.

use ::store::{Row, Tx, statements, values};
use base::{Instant, OrganizationId, PersonId, Value};

use crate::{BodyId, Error};

/// How many records one query reads.
pub(super) const AT_ONCE: usize = 50;
/// How many identifiers one query gives.
const PAGE: i64 = 500;

statements! {
    ORGANIZATIONS = "SELECT o.id, o.name, o.short_name, o.about
        FROM memberships m JOIN organizations o ON o.id = m.organization
        WHERE m.partnership = $1 AND m.until IS NULL AND m.organization IN (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
            $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50,
            $51) ORDER BY o.id";
    ORGANIZATIONS_AFTER = "SELECT organization AS id FROM memberships
        WHERE partnership = $1 AND organization > $2 ORDER BY organization LIMIT $3";
    PEOPLE_HERE = "SELECT person, since FROM people
        WHERE partnership = $1 AND left_at IS NULL AND person IN (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
            $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50,
            $51) ORDER BY person";
    PEOPLE_AFTER = "SELECT person AS id FROM people
        WHERE partnership = $1 AND person > $2 ORDER BY person LIMIT $3";
    BODIES = "SELECT id, name, purpose FROM bodies
        WHERE partnership = $1 AND id IN (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
            $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50,
            $51) ORDER BY id";
    BODIES_AFTER = "SELECT id FROM bodies
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
}

/// An organization as the search reads it: name, short name, about.
pub(super) async fn organizations(
    tx: &Tx,
    ids: &[String],
) -> Result<Vec<(OrganizationId, [Option<String>; 3])>, Error> {
    let rows = tx.query(&ORGANIZATIONS, padded(ids)).await?;
    let one = |row: &Row| -> Result<_, Error> {
        Ok((row.get("id")?, [row.get("name")?, row.get("short_name")?, row.get("about")?]))
    };
    rows.iter().map(one).collect()
}

/// Those of some people who are here, since when.
pub(super) async fn people_here(
    tx: &Tx,
    ids: &[String],
) -> Result<Vec<(PersonId, Instant)>, Error> {
    let rows = tx.query(&PEOPLE_HERE, padded(ids)).await?;
    rows.iter().map(|row| Ok((row.get("person")?, row.get("since")?))).collect()
}

/// Bodies as the search reads them: name and purpose.
pub(super) async fn bodies(
    tx: &Tx,
    ids: &[String],
) -> Result<Vec<(BodyId, String, Option<String>)>, Error> {
    let rows = tx.query(&BODIES, padded(ids)).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("name")?, row.get("purpose")?))).collect()
}

/// What there is after an identifier.
pub(super) async fn organizations_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    ids(&tx.query(&ORGANIZATIONS_AFTER, values![last, PAGE]).await?)
}

/// What there is after an identifier.
pub(super) async fn people_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    ids(&tx.query(&PEOPLE_AFTER, values![last, PAGE]).await?)
}

/// What there is after an identifier.
pub(super) async fn bodies_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    ids(&tx.query(&BODIES_AFTER, values![last, PAGE]).await?)
}

fn ids(rows: &[Row]) -> Result<Vec<String>, Error> {
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// The statements always have the same number of places; nothing is called nothing.
fn padded(ids: &[String]) -> Vec<Value> {
    let mut values: Vec<Value> =
        ids.iter().take(AT_ONCE).map(|id| Value::Text(id.clone())).collect();
    values.resize(AT_ONCE, Value::Text(String::new()));
    values
}
