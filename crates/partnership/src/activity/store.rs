//! The record, read backward.

use base::{PartnershipId, PersonId};
use store::{Row, Tx, statements, values};

use super::{Doer, Happening, Wanted};
use crate::Error;

statements! {
    LIST = "SELECT e.seq, e.id, e.at, e.actor, e.kind, e.subject_kind, e.subject, e.body
        FROM events e WHERE e.partnership = $1 AND e.kind NOT LIKE '%.sealed'";
    // Begins at the organization's own entries, so that a quiet one costs no walk through the rest;
    // SQLite keeps the order of a cross join.
    OF_ORGANIZATION = "SELECT e.seq, e.id, e.at, e.actor, e.kind, e.subject_kind, e.subject,
            e.body
        FROM event_parties p CROSS JOIN events e
        WHERE p.partnership = $1 AND p.organization = $2 AND e.partnership = p.partnership
            AND e.seq = p.seq AND e.kind NOT LIKE '%.sealed'";
    // Of the signed-in person.
    OF_MINE = "SELECT e.seq, e.id, e.at, e.actor, e.kind, e.subject_kind, e.subject, e.body
        FROM events e
        WHERE e.partnership = $2 AND e.actor <> $3 AND e.kind NOT LIKE '%.sealed'
        AND e.kind NOT LIKE '%.read' AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = $2 AND g.person = $1
        ) ORDER BY e.seq DESC LIMIT $4";
}

store::clauses! {
    ABOUT of LIST = "AND e.subject_kind = $?";
    BY of LIST = "AND e.actor = $?";
    NEWS of LIST = "AND e.kind NOT LIKE '%.read'";
    BEFORE of LIST = "AND e.seq < $?";
    LATEST of LIST = "ORDER BY e.seq DESC LIMIT $?";
    LATEST_OF of OF_ORGANIZATION = "ORDER BY p.seq DESC LIMIT $?";
    BEFORE_OF of OF_ORGANIZATION = "AND p.seq < $?";
}

pub(super) async fn list(tx: &Tx, wanted: &Wanted) -> Result<Vec<Happening>, Error> {
    let (start, before, latest) = match wanted.organization {
        Some(organization) => {
            (OF_ORGANIZATION.select(values![organization]), &BEFORE_OF, &LATEST_OF)
        }
        None => (LIST.select(values![]), &BEFORE, &LATEST),
    };
    let query = start
        .and_if(&ABOUT, wanted.about.as_ref().map(|kind| values![kind]))
        .and_if(&BY, wanted.person.map(|person| values![person.to_string()]))
        .and_if(&NEWS, wanted.news.then(Vec::new))
        .and_if(before, wanted.before.map(|seq| values![seq]))
        .and(latest, values![wanted.limit + 1]);
    tx.query(query, values![]).await?.iter().map(happening).collect()
}

/// The latest events of one of the signed-in person's partnerships by the hand of others.
pub(super) async fn of_mine(
    tx: &Tx,
    partnership: PartnershipId,
    me: PersonId,
    limit: i64,
) -> Result<Vec<Happening>, Error> {
    let values = values![partnership, me, limit];
    tx.query_settled(&OF_MINE, values).await?.iter().map(happening).collect()
}

pub(crate) fn happening(row: &Row) -> Result<Happening, Error> {
    let body: String = row.get("body")?;
    Ok(Happening {
        seq: row.get("seq")?,
        id: row.get("id")?,
        at: row.get("at")?,
        actor: Doer::read(&row.get::<String>("actor")?),
        kind: row.get("kind")?,
        subject_kind: row.get("subject_kind")?,
        subject: row.get("subject")?,
        body: serde_json::from_str(&body).map_err(store::Error::from)?,
    })
}
