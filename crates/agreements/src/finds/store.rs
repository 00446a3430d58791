//! Agreements as the search reads them, some at a time.

use std::collections::BTreeSet;

use ::store::{Tx, clauses, statements, values};
use base::OrganizationId;

use crate::Error;

/// How many identifiers one query gives.
const PAGE: i64 = 500;

statements! {
    SOME = "SELECT a.id, a.title, a.summary, p.organization
        FROM agreements a LEFT JOIN agreement_parties p
            ON p.partnership = a.partnership AND p.agreement = a.id
        WHERE a.partnership = $1";
    AFTER = "SELECT id FROM agreements WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
}

clauses! {
    IN_ORDER of SOME = "ORDER BY a.id, p.organization";
}

/// An agreement as the search reads it.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) parties: BTreeSet<OrganizationId>,
}

pub(super) async fn some(tx: &Tx, ids: &[String]) -> Result<Vec<Found>, Error> {
    let mut all: Vec<Found> = Vec::new();
    let query = SOME.of_some("a.id", ids).and(&IN_ORDER, Vec::new());
    for row in tx.query(query, Vec::new()).await? {
        let id: String = row.get("id")?;
        if all.last().is_none_or(|last| last.id != id) {
            let (title, summary) = (row.get("title")?, row.get("summary")?);
            all.push(Found { id, title, summary, parties: BTreeSet::new() });
        }
        if let (Some(last), Some(party)) = (all.last_mut(), row.get("organization")?) {
            last.parties.insert(party);
        }
    }
    Ok(all)
}

/// The identifiers of the agreements after one.
pub(super) async fn after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    let rows = tx.query(&AFTER, values![last, PAGE]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}
