//! Tasks in the database.

use base::{Instant, OrganizationId, PersonId, Slug};
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{Duty, DutyId, DutyKind, Said};
use crate::{Error, receipt::ReceiptId, request::RequestError};

statements! {
    ADD = "INSERT INTO duties (partnership, id, kind, organization, receipt, state, since, due_at)
        VALUES ($1, $2, $3, $4, $5, 'open', $6, $7)";
    ONE = "SELECT id, kind, organization, receipt, since, due_at, done_at, done_by, words FROM duties
        WHERE partnership = $1 AND id = $2";
    OF_RECEIPT = "SELECT id, kind, organization, receipt, since, due_at, done_at, done_by, words
        FROM duties WHERE partnership = $1 AND receipt = $2 ORDER BY id";
    // Those of an organization in one state, what is due first first.
    OF = "SELECT id, kind, organization, receipt, since, due_at, done_at, done_by, words FROM duties
        WHERE partnership = $1 AND organization = $2 AND state = $3";
    DONE = "UPDATE duties SET state = 'done', done_at = $3, done_by = $4, words = $5
        WHERE partnership = $1 AND id = $2 AND state = 'open'";
    LATE = "SELECT id FROM duties WHERE partnership = $1 AND state = 'open' AND due_at <= $2
        AND late_told_at IS NULL ORDER BY due_at LIMIT 100";
    TELL_LATE = "UPDATE duties SET late_told_at = $3
        WHERE partnership = $1 AND id = $2 AND state = 'open' AND late_told_at IS NULL";
    // Whether a review of what somebody opened is overdue.
    UNREVIEWED = "SELECT COUNT(*) AS n FROM receipts r JOIN duties d ON d.partnership = r.partnership
        AND d.receipt = r.id AND d.kind = 'review' AND d.state = 'open' AND d.due_at <= $3
        WHERE r.partnership = $1 AND r.asker = $2";
    // What waits for the person, in every partnership.
    MINE = "SELECT DISTINCT p.slug, p.name AS partnership_name, d.id, d.kind, d.due_at
        FROM grants g
        JOIN duties d ON d.partnership = g.partnership AND d.organization = g.organization
            AND d.state = 'open'
        JOIN partnerships p ON p.id = d.partnership
        WHERE g.person = $1 AND g.role IN ('lead', 'steward') ORDER BY d.due_at, d.id LIMIT 20";
}

clauses! {
    AFTER of OF = "AND (due_at, id) > ($?, $?)";
    FIRST of OF = "ORDER BY due_at, id LIMIT $?";
}

pub(crate) async fn add(tx: &mut WriteTx, duty: &Duty) -> Result<(), Error> {
    let Duty { id, kind, organization, receipt, since, due_at, .. } = duty;
    tx.execute(&ADD, values![*id, *kind, *organization, *receipt, *since, *due_at]).await?;
    Ok(())
}

pub(crate) async fn find(tx: &Tx, id: DutyId) -> Result<Duty, Error> {
    let row = tx.optional(&ONE, values![id]).await?;
    read(&row.ok_or(RequestError::DutyMissing)?)
}

pub(crate) async fn of_receipt(tx: &Tx, receipt: ReceiptId) -> Result<Vec<Duty>, Error> {
    tx.query(&OF_RECEIPT, values![receipt]).await?.iter().map(read).collect()
}

/// One page of an organization's tasks, open or done.
pub(crate) async fn page(
    tx: &Tx,
    (organization, is_open): (OrganizationId, bool),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Duty>, Error> {
    let after =
        after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let state = if is_open { "open" } else { "done" };
    let query = OF
        .select(values![organization, state.to_owned()])
        .and_if(&AFTER, after.map(|cursor| cursor.0))
        .and(&FIRST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let duties = rows.iter().map(read).collect::<Result<_, Error>>()?;
    Ok(Page::of(duties, limit, |duty: &Duty| Cursor(values![duty.due_at, duty.id])))
}

/// Notes that it was done; whether it was open.
pub(crate) async fn done(
    tx: &mut WriteTx,
    id: DutyId,
    (at, by): (Instant, Option<PersonId>),
    words: &base::Private<Said>,
) -> Result<bool, Error> {
    Ok(tx.execute(&DONE, values![id, at, by, *words]).await? > 0)
}

/// Tasks whose time is over and of which nobody above was told.
pub(crate) async fn late(tx: &Tx, now: Instant) -> Result<Vec<DutyId>, Error> {
    let rows = tx.query(&LATE, values![now]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// Notes that those above were told; whether it was the first time.
pub(crate) async fn tell_late(tx: &mut WriteTx, id: DutyId, now: Instant) -> Result<bool, Error> {
    Ok(tx.execute(&TELL_LATE, values![id, now]).await? > 0)
}

/// Whether the review of something that a person opened is overdue.
pub(crate) async fn is_unreviewed(tx: &Tx, person: PersonId, now: Instant) -> Result<bool, Error> {
    let count: i64 = tx.one(&UNREVIEWED, values![person, now]).await?.get("n")?;
    Ok(count > 0)
}

/// A task on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: Slug,
    pub(crate) partnership_name: String,
    pub(crate) id: DutyId,
    pub(crate) kind: DutyKind,
    pub(crate) due_at: Instant,
}

/// What waits for the person. In their own scope.
pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Mine>, Error> {
    let mine = |row: &Row| -> Result<Mine, Error> {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            kind: row.get("kind")?,
            due_at: row.get("due_at")?,
        })
    };
    tx.query_settled(&MINE, Vec::new()).await?.iter().map(mine).collect()
}

fn read(row: &Row) -> Result<Duty, Error> {
    let (at, by): (Option<Instant>, Option<PersonId>) = (row.get("done_at")?, row.get("done_by")?);
    Ok(Duty {
        id: row.get("id")?,
        kind: row.get("kind")?,
        organization: row.get("organization")?,
        receipt: row.get("receipt")?,
        since: row.get("since")?,
        due_at: row.get("due_at")?,
        done: at.map(|at| (at, by)),
        words: row.get("words")?,
    })
}
