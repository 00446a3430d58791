//! Records of clients in the database.

use base::{Instant, OrganizationId};
use policy::{ClientId, Identifiability, Regime, Set};
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{Content, Record, RecordId};
use crate::{Error, consent::ClientReference, receipt::ReceiptId};

statements! {
    OF_CLIENT = "SELECT id, holder, client, class, origin, regimes, identifiability, consent, bound_to,
        destroy_by, receipt, content, entered_at, entered_by, destroyed_at FROM client_records
        WHERE partnership = $1 AND holder = $2 AND client = $3 ORDER BY class, id";
    OF_RECEIPT = "SELECT id, holder, client, class, origin, regimes, identifiability, consent, bound_to,
        destroy_by, receipt, content, entered_at, entered_by, destroyed_at FROM client_records
        WHERE partnership = $1 AND receipt = $2 ORDER BY class, id";
    ONE = "SELECT id, holder, client, class, origin, regimes, identifiability, consent, bound_to,
        destroy_by, receipt, content, entered_at, entered_by, destroyed_at FROM client_records
        WHERE partnership = $1 AND id = $2";
    // Copies that a holder has of the records of others, the latest first.
    COPIES = "SELECT id, holder, client, class, origin, regimes, identifiability, consent, bound_to,
        destroy_by, receipt, content, entered_at, entered_by, destroyed_at FROM client_records
        WHERE partnership = $1 AND holder = $2 AND origin <> $2 AND destroyed_at IS NULL";
    // Whoever changes the client now is waited for: the marks that a record begins with are the last ones.
    HOLD = "UPDATE client_references SET since = since WHERE partnership = $1 AND id = $2";
    // The marks of its client stand beside its own.
    ADD = "INSERT INTO client_records (partnership, id, holder, client, class, origin, regimes,
        identifiability, consent, bound_to, destroy_by, receipt, content, entered_at, entered_by,
        opt_outs, custody, protected_address)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
        (SELECT opt_out_bits FROM client_references WHERE partnership = $1 AND id = $4),
        (SELECT custody FROM client_references WHERE partnership = $1 AND id = $4),
        (SELECT CASE WHEN has_protected_address THEN 1 ELSE 0 END FROM client_references
            WHERE partnership = $1 AND id = $4))";
    MARK = "UPDATE client_records SET opt_outs = $3, custody = $4, protected_address = $5
        WHERE partnership = $1 AND client = $2";
    REVISE = "INSERT INTO client_record_revisions (partnership, record, until, content, entered_at,
        entered_by) SELECT partnership, id, $3, content, entered_at, entered_by FROM client_records
        WHERE partnership = $1 AND id = $2 AND content IS NOT NULL";
    CORRECT = "UPDATE client_records SET content = $3, entered_at = $4, entered_by = $5
        WHERE partnership = $1 AND id = $2 AND destroyed_at IS NULL";
    // What comes again: the marks grow, the rest is that of the last time.
    RENEW = "UPDATE client_records SET regimes = regimes | $3, consent = $4, destroy_by = $5,
        receipt = $6, content = $7, entered_at = $8, destroyed_at = NULL
        WHERE partnership = $1 AND id = $2";
    // The marks of an origin grow wherever its records are.
    GROW = "UPDATE client_records SET regimes = regimes | $4
        WHERE partnership = $1 AND origin = $2 AND class = $3";
    DESTROY = "UPDATE client_records SET content = NULL, destroyed_at = $3
        WHERE partnership = $1 AND id = $2 AND destroyed_at IS NULL";
    FORGET = "DELETE FROM client_record_revisions WHERE partnership = $1 AND record = $2";
    ENDED = "SELECT id, holder, client, class, origin, regimes, identifiability, consent, bound_to,
        destroy_by, receipt, content, entered_at, entered_by, destroyed_at FROM client_records
        WHERE partnership = $1 AND destroy_by <= $2 AND destroyed_at IS NULL
        ORDER BY destroy_by LIMIT 200";
}

clauses! {
    BEFORE of COPIES = "AND id < $?";
    LATEST of COPIES = "ORDER BY id DESC LIMIT $?";
}

/// What a holder has about a client, what was destroyed too.
pub(crate) async fn of_client(
    tx: &Tx,
    holder: OrganizationId,
    client: ClientId,
) -> Result<Vec<Record>, Error> {
    tx.query(&OF_CLIENT, values![holder, client]).await?.iter().map(read).collect()
}

/// The copies that came with a receipt.
pub(crate) async fn of_receipt(tx: &Tx, receipt: ReceiptId) -> Result<Vec<Record>, Error> {
    tx.query(&OF_RECEIPT, values![receipt]).await?.iter().map(read).collect()
}

/// A record.
pub(crate) async fn find(tx: &Tx, id: RecordId) -> Result<Record, Error> {
    read(&tx.optional(&ONE, values![id]).await?.ok_or(Error::ClientMissing)?)
}

/// One page of the copies that a holder has.
pub(crate) async fn copies(
    tx: &Tx,
    holder: OrganizationId,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Record>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = COPIES
        .select(values![holder])
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LATEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let records = rows.iter().map(read).collect::<Result<_, Error>>()?;
    Ok(Page::of(records, limit, |record: &Record| Cursor(values![record.id])))
}

/// Adds a record.
pub(crate) async fn add(tx: &mut WriteTx, record: &Record) -> Result<(), Error> {
    let form = record.identifiability as i64;
    let values = values![
        record.id,
        record.holder,
        record.client,
        record.class,
        record.origin,
        record.regimes.bits(),
        form,
        record.consent,
        record.bound_to,
        record.destroy_by,
        record.receipt,
        record.content,
        record.entered_at,
        record.entered_by,
    ];
    tx.execute(&HOLD, values![record.client]).await?;
    tx.execute(&ADD, values).await?;
    Ok(())
}

/// Writes what the rules ask of a client onto every record about them.
pub(crate) async fn mark(tx: &mut WriteTx, client: &ClientReference) -> Result<(), Error> {
    let is_protected = i64::from(client.has_protected_address);
    let values = values![client.id, client.opt_outs.bits(), client.custody, is_protected];
    tx.execute(&MARK, values).await?;
    Ok(())
}

/// Writes something else into a record; what was there before stays beside it.
pub(crate) async fn correct(
    tx: &mut WriteTx,
    id: RecordId,
    content: &base::Private<Content>,
    (at, by): (Instant, Option<base::PersonId>),
) -> Result<(), Error> {
    tx.execute(&REVISE, values![id, at]).await?;
    tx.execute_fresh(&CORRECT, values![id, *content, at, by]).await?;
    Ok(())
}

/// A copy that comes again, in place of the one before.
pub(crate) async fn renew(tx: &mut WriteTx, id: RecordId, copy: &Record) -> Result<(), Error> {
    let Record { regimes, consent, destroy_by, receipt, content, entered_at, .. } = copy;
    let values =
        values![id, regimes.bits(), *consent, *destroy_by, *receipt, *content, *entered_at];
    tx.execute(&RENEW, values).await?;
    Ok(())
}

/// Adds laws to every record of an origin's class, wherever it is.
pub(crate) async fn grow(
    tx: &mut WriteTx,
    (origin, class): (OrganizationId, &crate::Name),
    laws: Set<Regime>,
) -> Result<(), Error> {
    tx.execute(&GROW, values![origin, *class, laws.bits()]).await?;
    Ok(())
}

/// Takes the content away for good, what was there before it too; whether there was any.
pub(crate) async fn destroy(tx: &mut WriteTx, id: RecordId, at: Instant) -> Result<bool, Error> {
    tx.execute(&FORGET, values![id]).await?;
    Ok(tx.execute(&DESTROY, values![id, at]).await? > 0)
}

/// Records whose time is over and that are still here.
pub(crate) async fn ended(tx: &Tx, now: Instant) -> Result<Vec<Record>, Error> {
    tx.query(&ENDED, values![now]).await?.iter().map(read).collect()
}

pub(crate) fn read(row: &Row) -> Result<Record, Error> {
    let form: i64 = row.get("identifiability")?;
    let form = usize::try_from(form).ok().and_then(|at| Identifiability::ALL.get(at)).copied();
    Ok(Record {
        id: row.get("id")?,
        holder: row.get("holder")?,
        client: row.get("client")?,
        class: row.get("class")?,
        origin: row.get("origin")?,
        regimes: Set::from_bits(row.get("regimes")?),
        identifiability: form.ok_or(Error::Stored)?,
        consent: row.get("consent")?,
        bound_to: row.get("bound_to")?,
        destroy_by: row.get("destroy_by")?,
        receipt: row.get("receipt")?,
        content: row.get("content")?,
        entered_at: row.get("entered_at")?,
        entered_by: row.get("entered_by")?,
        destroyed_at: row.get("destroyed_at")?,
    })
}
