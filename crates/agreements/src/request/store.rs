//! Requests in the database.

use base::{Instant, OrganizationId, PersonId, Slug};
use policy::ClientId;
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{DataRequest, Decided, RequestId, State};
use crate::{
    Error,
    receipt::ReceiptId,
    request::RequestError,
    terms::{names, spaced},
};

statements! {
    ADD = "INSERT INTO data_requests (partnership, id, asker, organization, holder, client,
        file_number, purpose, classes, identifiability, words, is_relative, assurance, papers,
        order_kind, emergency, could_ask, state, is_concealed, asked_at, owner, due_at, receipt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23)";
    ONE = "SELECT id, asker, organization, holder, client, file_number, purpose, classes,
        identifiability, words, is_relative, assurance, papers, order_kind, emergency, could_ask,
        state, is_concealed, asked_at, owner, due_at, decided_by, decided_at, reason, basis, receipt
        FROM data_requests WHERE partnership = $1 AND id = $2";
    OF_ASKER = "SELECT id, asker, organization, holder, client, file_number, purpose, classes,
        identifiability, words, is_relative, assurance, papers, order_kind, emergency, could_ask,
        state, is_concealed, asked_at, owner, due_at, decided_by, decided_at, reason, basis, receipt
        FROM data_requests WHERE partnership = $1 AND asker = $2";
    // What waits for a holder, what is due first first.
    HELD = "SELECT id, asker, organization, holder, client, file_number, purpose, classes,
        identifiability, words, is_relative, assurance, papers, order_kind, emergency, could_ask,
        state, is_concealed, asked_at, owner, due_at, decided_by, decided_at, reason, basis, receipt
        FROM data_requests WHERE partnership = $1 AND holder = $2 AND state = 'held'
        ORDER BY due_at, id LIMIT 50";
    HELD_OF_CLIENT = "SELECT id FROM data_requests
        WHERE partnership = $1 AND client = $2 AND state = 'held' ORDER BY id";
    // Of two who decide at once the second finds that it was decided.
    RULE = "UPDATE data_requests SET state = $3, decided_by = $4, decided_at = $5, reason = $6,
        basis = $7, receipt = $8 WHERE partnership = $1 AND id = $2 AND state = 'held'";
    LATE = "SELECT id FROM data_requests WHERE partnership = $1 AND state = 'held' AND due_at <= $2
        AND escalated_at IS NULL ORDER BY due_at LIMIT 100";
    ESCALATE = "UPDATE data_requests SET escalated_at = $3
        WHERE partnership = $1 AND id = $2 AND state = 'held' AND escalated_at IS NULL";
    // What waits for the person, in every partnership.
    MINE = "SELECT DISTINCT p.slug, p.name AS partnership_name, r.id, r.due_at, r.organization
        FROM grants g
        JOIN data_requests r ON r.partnership = g.partnership AND r.holder = g.organization
            AND r.state = 'held' AND r.asker <> g.person
        JOIN partnerships p ON p.id = r.partnership
        WHERE g.person = $1 AND g.role IN ('lead', 'steward') ORDER BY r.due_at, r.id LIMIT 20";
}

clauses! {
    BEFORE of OF_ASKER = "AND (asked_at, id) < ($?, $?)";
    IN_STATE of OF_ASKER = "AND state = $?";
    LATEST of OF_ASKER = "ORDER BY asked_at DESC, id DESC LIMIT $?";
}

pub(crate) async fn add(tx: &mut WriteTx, request: &DataRequest) -> Result<(), Error> {
    let (papers, order_kind) = request.papers.unzip();
    let values = values![
        request.id,
        request.asker,
        request.organization,
        request.holder,
        request.client,
        request.file_number,
        request.purpose,
        spaced(&request.classes),
        request.identifiability,
        request.words,
        request.is_relative,
        request.assurance,
        papers,
        order_kind,
        request.emergency.map(|claim| claim.kind),
        request.emergency.is_some_and(|claim| claim.is_consent_obtainable),
        request.state,
        request.is_concealed,
        request.asked_at,
        request.owner,
        request.due_at,
        request.receipt,
    ];
    tx.execute(&ADD, values).await?;
    Ok(())
}

pub(crate) async fn find(tx: &Tx, id: RequestId) -> Result<DataRequest, Error> {
    let row = tx.optional(&ONE, values![id]).await?;
    read(&row.ok_or(RequestError::Missing)?)
}

/// One page of a person's own requests, the latest first.
pub(crate) async fn of_asker(
    tx: &Tx,
    person: PersonId,
    state: Option<State>,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<DataRequest>, Error> {
    let after =
        after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = OF_ASKER
        .select(values![person])
        .and_if(&IN_STATE, state.map(|state| values![state]))
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LATEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let requests = rows.iter().map(read).collect::<Result<_, Error>>()?;
    Ok(Page::of(requests, limit, |one: &DataRequest| Cursor(values![one.asked_at, one.id])))
}

/// What waits for a holder.
pub(crate) async fn held(tx: &Tx, holder: OrganizationId) -> Result<Vec<DataRequest>, Error> {
    tx.query(&HELD, values![holder]).await?.iter().map(read).collect()
}

/// What waits about a client.
pub(crate) async fn held_of_client(tx: &Tx, client: ClientId) -> Result<Vec<RequestId>, Error> {
    let rows = tx.query(&HELD_OF_CLIENT, values![client]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// Notes what became of a held request.
pub(crate) async fn decide(
    tx: &mut WriteTx,
    id: RequestId,
    state: State,
    decided: Option<&Decided>,
    receipt: ReceiptId,
) -> Result<bool, Error> {
    let values = values![
        id,
        state,
        decided.map(|decided| decided.by),
        decided.map(|decided| decided.at),
        decided.map(|decided| decided.reason.clone()),
        decided.and_then(|decided| decided.basis.clone()),
        receipt,
    ];
    Ok(tx.execute(&RULE, values).await? > 0)
}

/// Held requests whose time is over and of which nobody above was told.
pub(crate) async fn late(tx: &Tx, now: Instant) -> Result<Vec<RequestId>, Error> {
    let rows = tx.query(&LATE, values![now]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// Notes that those above were told; whether it was the first time.
pub(crate) async fn escalate(tx: &mut WriteTx, id: RequestId, now: Instant) -> Result<bool, Error> {
    Ok(tx.execute(&ESCALATE, values![id, now]).await? > 0)
}

/// A held request on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: Slug,
    pub(crate) partnership_name: String,
    pub(crate) id: RequestId,
    pub(crate) due_at: Instant,
    pub(crate) organization: OrganizationId,
}

/// What waits for the person. In their own scope.
pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Mine>, Error> {
    let mine = |row: &Row| -> Result<Mine, Error> {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            due_at: row.get("due_at")?,
            organization: row.get("organization")?,
        })
    };
    tx.query_settled(&MINE, Vec::new()).await?.iter().map(mine).collect()
}

fn read(row: &Row) -> Result<DataRequest, Error> {
    let (by, at) = (row.get("decided_by")?, row.get("decided_at")?);
    let (reason, basis) = (row.get("reason")?, row.get("basis")?);
    let papers: Option<super::Papers> = row.get("papers")?;
    let order_kind: Option<policy::OrderKind> = row.get("order_kind")?;
    Ok(DataRequest {
        id: row.get("id")?,
        asker: row.get("asker")?,
        organization: row.get("organization")?,
        holder: row.get("holder")?,
        client: row.get("client")?,
        file_number: row.get("file_number")?,
        purpose: row.get("purpose")?,
        classes: names(&row.get::<String>("classes")?)?,
        identifiability: row.get("identifiability")?,
        words: row.get("words")?,
        is_relative: row.get("is_relative")?,
        assurance: row.get("assurance")?,
        papers: papers.zip(order_kind),
        emergency: match row.get::<Option<policy::EmergencyKind>>("emergency")? {
            Some(kind) => Some(super::Claim { kind, is_consent_obtainable: row.get("could_ask")? }),
            None => None,
        },
        state: row.get("state")?,
        is_concealed: row.get("is_concealed")?,
        asked_at: row.get("asked_at")?,
        owner: row.get("owner")?,
        due_at: row.get("due_at")?,
        decided: match (by, at, reason) {
            (Some(by), Some(at), Some(reason)) => Some(Decided { by, at, reason, basis }),
            _ => None,
        },
        receipt: row.get("receipt")?,
    })
}
