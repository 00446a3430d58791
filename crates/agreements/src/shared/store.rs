//! The list behind *What others share with us*. The columns of the inner list have the names that the
//! condition of the engine uses.

use policy::Predicate;
use store::{Cursor, KeyPart, Page, Query, Row, Statement, Tx, clauses, statements, values};

use super::{Entry, Filter, MOST};
use crate::Error;

statements! {
    LIST = "SELECT id, holder, client, class, entered_at FROM (SELECT r.id, r.class, r.holder,
        r.origin, r.client, r.regimes, r.identifiability, r.consent, r.bound_to, r.destroy_by,
        r.entered_at, c.opt_out_bits AS opt_outs, c.custody AS custody,
        CASE WHEN c.has_protected_address THEN 1 ELSE 0 END AS protected_address
        FROM client_records r LEFT JOIN client_references c ON c.partnership = r.partnership
            AND c.id = r.client
        WHERE r.partnership = $1 AND r.content IS NOT NULL) s WHERE 1 = 1";
    IDS = "SELECT id FROM (SELECT r.id, r.class, r.holder, r.origin, r.client, r.regimes,
        r.identifiability, r.consent, r.bound_to, r.destroy_by, c.opt_out_bits AS opt_outs,
        c.custody AS custody, CASE WHEN c.has_protected_address THEN 1 ELSE 0 END AS protected_address
        FROM client_records r LEFT JOIN client_references c ON c.partnership = r.partnership
            AND c.id = r.client
        WHERE r.partnership = $1 AND r.content IS NOT NULL) s WHERE 1 = 1";
}

clauses! {
    HELD_BY of LIST = "AND holder = $?";
    OF_CLASS of LIST = "AND class = $?";
    BEFORE of LIST = "AND id < $?";
    LATEST of LIST = "ORDER BY id DESC LIMIT $?";
    IDS_HELD_BY of IDS = "AND holder = $?";
    IDS_OF_CLASS of IDS = "AND class = $?";
    IDS_UP_TO of IDS = "LIMIT $?";
}

/// One page of the records that meet the condition, the latest first.
pub(crate) async fn page(
    tx: &Tx,
    condition: &Predicate,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Entry>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = met(&LIST, condition)
        .and_if(&HELD_BY, filter.holder.map(|holder| values![holder]))
        .and_if(&OF_CLASS, filter.class.as_ref().map(|class| values![*class]))
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LATEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let entries = rows.iter().map(entry).collect::<Result<_, Error>>()?;
    Ok(Page::of(entries, limit, |entry: &Entry| Cursor(values![entry.record])))
}

/// How many records meet the condition, counted up to [`MOST`].
pub(crate) async fn count(tx: &Tx, condition: &Predicate, filter: &Filter) -> Result<i64, Error> {
    let query = met(&IDS, condition)
        .and_if(&IDS_HELD_BY, filter.holder.map(|holder| values![holder]))
        .and_if(&IDS_OF_CLASS, filter.class.as_ref().map(|class| values![*class]))
        .and(&IDS_UP_TO, values![MOST]);
    let rows = tx.query(query, Vec::new()).await?;
    Ok(i64::try_from(rows.len()).unwrap_or(MOST))
}

fn met(statement: &'static Statement, condition: &Predicate) -> Query {
    statement.select(Vec::new()).and_made(|first| condition.to_sql(first))
}

fn entry(row: &Row) -> Result<Entry, Error> {
    Ok(Entry {
        record: row.get("id")?,
        holder: row.get("holder")?,
        client: row.get("client")?,
        class: row.get("class")?,
        since: row.get("entered_at")?,
    })
}
