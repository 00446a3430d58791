//! Agreements as the search reads them, some at a time.

use std::collections::BTreeSet;

use ::store::{Tx, statements, values};
use base::{OrganizationId, Value};

use crate::Error;

/// How many records one query reads.
const AT_ONCE: usize = 50;
/// How many identifiers one query gives.
const PAGE: i64 = 500;

statements! {
    SOME = "SELECT a.id, a.title, a.summary, p.organization
        FROM agreements a LEFT JOIN agreement_parties p
            ON p.partnership = a.partnership AND p.agreement = a.id
        WHERE a.partnership = $1 AND a.id IN (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
            $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50,
            $51) ORDER BY a.id, p.organization";
    AFTER = "SELECT id FROM agreements WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
}

/// An agreement as the search reads it.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) parties: BTreeSet<OrganizationId>,
}

pub(super) async fn some(tx: &Tx, ids: &[String]) -> Result<Vec<Found>, Error> {
    let mut values: Vec<Value> =
        ids.iter().take(AT_ONCE).map(|id| Value::Text(id.clone())).collect();
    // The statement always has the same number of places; nothing is called nothing.
    values.resize(AT_ONCE, Value::Text(String::new()));
    let mut all: Vec<Found> = Vec::new();
    for row in tx.query(&SOME, values).await? {
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
