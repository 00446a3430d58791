//! Reading the record, and what the one who asks is.

use ::store::{Row, Tx, installation_statements, statements, values};
use base::{OrganizationId, PartnershipId, Role};

use crate::Error;

/// How many events are read at once.
pub(crate) const EVENTS: usize = 1_000;

statements! {
    // In a partnership.
    SINCE = "SELECT seq, subject_kind, subject FROM events
        WHERE partnership = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    // Of the signed-in person.
    MY_GRANTS = "SELECT g.partnership, p.slug, p.name, g.organization, g.role
        FROM grants g JOIN partnerships p ON p.id = g.partnership
        WHERE g.person = $1 ORDER BY p.name, p.id, g.role, g.organization";
}

installation_statements! {
    HEADS = "SELECT h.partnership, h.seq FROM heads h ORDER BY h.partnership";
    // The installation's own record: what is the same in all partnerships changed.
    OWN_SINCE = "SELECT seq, subject_kind, subject FROM events
        WHERE partnership = '' AND seq > $1 ORDER BY seq LIMIT $2";
}

/// A role of the one who asks.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    pub(crate) partnership: PartnershipId,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) organization: OrganizationId,
    pub(crate) role: Role,
}

/// The number of the last event of each record, by its partnership; '' is the installation's own.
pub(crate) async fn heads(tx: &Tx) -> Result<Vec<(String, i64)>, Error> {
    let rows = tx.query(&HEADS, values![]).await?;
    rows.iter().map(|row| Ok((row.get("partnership")?, row.get("seq")?))).collect()
}

/// What the events after a number are about, in their order: number, kind, identifier.
pub(crate) async fn since(tx: &Tx, seq: i64) -> Result<Vec<(i64, String, String)>, Error> {
    let limit = i64::try_from(EVENTS).unwrap_or(i64::MAX);
    about(&tx.query(&SINCE, values![seq, limit]).await?)
}

/// The same in the installation's own record.
pub(crate) async fn own_since(tx: &Tx, seq: i64) -> Result<Vec<(i64, String, String)>, Error> {
    let limit = i64::try_from(EVENTS).unwrap_or(i64::MAX);
    about(&tx.query(&OWN_SINCE, values![seq, limit]).await?)
}

fn about(rows: &[Row]) -> Result<Vec<(i64, String, String)>, Error> {
    let event = |row: &Row| -> Result<_, Error> {
        Ok((row.get("seq")?, row.get("subject_kind")?, row.get("subject")?))
    };
    rows.iter().map(event).collect()
}

/// The roles of the one who asks, wherever they have some.
pub(crate) async fn my_grants(tx: &Tx) -> Result<Vec<Grant>, Error> {
    let rows = tx.query(&MY_GRANTS, values![]).await?;
    let grant = |row: &Row| -> Result<Grant, Error> {
        Ok(Grant {
            partnership: row.get("partnership")?,
            slug: row.get("slug")?,
            name: row.get("name")?,
            organization: row.get("organization")?,
            role: row.get("role")?,
        })
    };
    rows.iter().map(grant).collect()
}
