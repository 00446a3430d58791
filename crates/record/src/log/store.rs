//! Who may look at a log, and its events as partners read them.

use base::{PartnershipId, PersonId, Value};
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, values};

use super::{Facts, Line, Wanted};
use crate::Error;

store::statements! {
    LIST = "SELECT e.seq, e.id, e.at, e.kind, e.subject_kind, e.subject, l.place FROM events e
        LEFT JOIN log_leaves l ON l.partnership = e.partnership AND l.seq = e.seq
        WHERE e.partnership = $1 AND (e.actor = $2
            OR (e.kind NOT LIKE '%.sealed' AND e.kind NOT LIKE 'receipt.%'
                AND e.kind NOT LIKE 'request.%' AND e.kind NOT LIKE 'release.%'
                AND e.kind NOT LIKE 'disclosure.%')
            OR (e.kind NOT LIKE '%.sealed' AND EXISTS (SELECT 1 FROM event_parties p
                JOIN grants g ON g.partnership = p.partnership
                    AND g.organization = p.organization AND g.person = $3 AND g.role <> 'guest'
                WHERE p.partnership = e.partnership AND p.seq = e.seq)))";
    ABOUT_IT = "SELECT id FROM events WHERE partnership = $1 AND subject_kind = 'certificate'
        AND subject = $2 ORDER BY seq LIMIT 1";
    SET = "INSERT INTO log_settings (partnership, open, quorum) VALUES ($1, $2, $3)
        ON CONFLICT (partnership) DO UPDATE SET open = excluded.open, quorum = excluded.quorum";
}

clauses! {
    ABOUT of LIST = "AND e.subject = $?";
    BEFORE of LIST = "AND e.seq < $?";
    LATEST of LIST = "ORDER BY e.seq DESC LIMIT $?";
}

store::installation_statements! {
    // By its short name: whoever asks has shown no right to the partnership yet.
    FACTS = "SELECT p.id, p.slug, p.name, p.zone, s.open, s.quorum FROM partnerships p
        LEFT JOIN log_settings s ON s.partnership = p.id WHERE p.slug = $1";
    FACTS_BY_ID = "SELECT p.id, p.slug, p.name, p.zone, s.open, s.quorum FROM partnerships p
        LEFT JOIN log_settings s ON s.partnership = p.id WHERE p.id = $1";
    RECEIPT = "SELECT id FROM events WHERE partnership = $1 AND subject_kind = 'receipt'
        AND subject = $2 ORDER BY seq LIMIT 1";
}

pub(crate) async fn facts(tx: &Tx, slug: &str) -> Result<Option<Facts>, Error> {
    tx.optional(&FACTS, values![slug]).await?.as_ref().map(of_row).transpose()
}

pub(crate) async fn facts_by_id(tx: &Tx, id: PartnershipId) -> Result<Option<Facts>, Error> {
    tx.optional(&FACTS_BY_ID, values![id]).await?.as_ref().map(of_row).transpose()
}

fn of_row(row: &Row) -> Result<Facts, Error> {
    Ok(Facts {
        id: row.get("id")?,
        slug: row.get("slug")?,
        name: row.get("name")?,
        zone: row.get("zone")?,
        open: row.get::<Option<bool>>("open")?.unwrap_or(false),
        quorum: row.get::<Option<i64>>("quorum")?.unwrap_or(0),
    })
}

/// The event that a receipt's number stands for: its own, or that of the receipt.
pub(crate) async fn receipt(
    tx: &Tx,
    partnership: PartnershipId,
    number: &str,
) -> Result<Option<String>, Error> {
    let row = tx.optional(&RECEIPT, values![partnership, number]).await?;
    Ok(row.map(|row| row.get("id")).transpose()?)
}

/// The event of a certificate.
pub(crate) async fn event_about(tx: &Tx, certificate: &str) -> Result<Option<String>, Error> {
    let row = tx.optional(&ABOUT_IT, values![certificate]).await?;
    Ok(row.map(|row| row.get("id")).transpose()?)
}

pub(crate) async fn set(tx: &mut WriteTx, open: bool, quorum: i64) -> Result<(), Error> {
    tx.execute(&SET, values![open, quorum]).await?;
    Ok(())
}

/// Events with their places, the latest first; only those that the reader may take along.
pub(crate) async fn list(
    tx: &Tx,
    person: Option<PersonId>,
    wanted: &Wanted,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Line>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole])).transpose()?;
    let who = person.map(|person| person.to_string()).unwrap_or_default();
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = LIST
        .select(vec![Value::Text(who.clone()), Value::Text(who)])
        .and_if(&ABOUT, wanted.about.as_ref().map(|about| values![about]))
        .and_if(&BEFORE, after.map(|mark| mark.0))
        .and(&LATEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let lines = rows.iter().map(line).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(lines, limit, |line| Cursor(values![line.seq])))
}

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        seq: row.get("seq")?,
        id: row.get("id")?,
        at: row.get("at")?,
        kind: row.get("kind")?,
        subject_kind: row.get("subject_kind")?,
        subject: row.get("subject")?,
        place: row.get("place")?,
    })
}
