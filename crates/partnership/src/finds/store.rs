//! Organizations, people and bodies as the search reads them, some at a time.

use ::store::{Row, Tx, statements, values};
use base::{Instant, OrganizationId, PersonId};

use crate::{BodyId, Error};

/// How many identifiers one query gives.
const PAGE: i64 = 500;

statements! {
    ORGANIZATIONS = "SELECT o.id, o.name, o.short_name, o.about
        FROM memberships m JOIN organizations o ON o.id = m.organization
        WHERE m.partnership = $1 AND m.until IS NULL";
    ORGANIZATIONS_AFTER = "SELECT organization AS id FROM memberships
        WHERE partnership = $1 AND organization > $2 ORDER BY organization LIMIT $3";
    PEOPLE_HERE = "SELECT person, since FROM people
        WHERE partnership = $1 AND left_at IS NULL";
    PEOPLE_AFTER = "SELECT person AS id FROM people
        WHERE partnership = $1 AND person > $2 ORDER BY person LIMIT $3";
    BODIES = "SELECT id, name, purpose FROM bodies
        WHERE partnership = $1";
    BODIES_AFTER = "SELECT id FROM bodies
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
}

/// An organization as the search reads it: name, short name, about.
pub(super) async fn organizations(
    tx: &Tx,
    ids: &[String],
) -> Result<Vec<(OrganizationId, [Option<String>; 3])>, Error> {
    let rows = tx.query(ORGANIZATIONS.of_some("m.organization", ids), Vec::new()).await?;
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
    let rows = tx.query(PEOPLE_HERE.of_some("person", ids), Vec::new()).await?;
    rows.iter().map(|row| Ok((row.get("person")?, row.get("since")?))).collect()
}

/// Bodies as the search reads them: name and purpose.
pub(super) async fn bodies(
    tx: &Tx,
    ids: &[String],
) -> Result<Vec<(BodyId, String, Option<String>)>, Error> {
    let rows = tx.query(BODIES.of_some("id", ids), Vec::new()).await?;
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
