//! Measures as the search reads them, some at a time.

use ::store::{Row, Tx, statements, values};
use base::{Instant, OrganizationId, PersonId};

use crate::Error;

/// How many identifiers one query gives.
const PAGE: i64 = 500;

statements! {
    SOME = "SELECT m.id, m.title, m.about, m.source, m.place_name, m.code, m.organization,
            m.keeper, m.latest_at
        FROM measures m WHERE m.partnership = $1";
    AFTER = "SELECT id FROM measures
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
}

/// A measure as the search reads it.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) texts: Vec<String>,
    pub(super) organization: Option<OrganizationId>,
    pub(super) keeper: Option<PersonId>,
    pub(super) at: Option<Instant>,
}

pub(super) async fn some(tx: &Tx, ids: &[String]) -> Result<Vec<Found>, Error> {
    let found = |row: &Row| -> Result<Found, Error> {
        let texts: [Option<String>; 4] =
            [row.get("about")?, row.get("source")?, row.get("place_name")?, row.get("code")?];
        Ok(Found {
            id: row.get("id")?,
            title: row.get("title")?,
            texts: texts.into_iter().flatten().collect(),
            organization: row.get("organization")?,
            keeper: row.get("keeper")?,
            at: row.get("latest_at")?,
        })
    };
    tx.query(SOME.of_some("m.id", ids), Vec::new()).await?.iter().map(found).collect()
}

/// The identifiers of the measures after one.
pub(super) async fn after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    let rows = tx.query(&AFTER, values![last, PAGE]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}
