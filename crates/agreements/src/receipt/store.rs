//! Receipts in the database: written once, listed for each side.

use base::{Instant, OrganizationId, PersonId};
use policy::{Answer, ClientId, ConsentId, Set, Word};
use store::{Cursor, KeyPart, Page, Query, Row, Tx, WriteTx, clauses, statements, values};

use super::{Part, Receipt, ReceiptId, Under, queries::Filter};
use crate::{
    AgreementId, Error, Name,
    request::RequestId,
    terms::{names, set, spaced, spaced_set},
};

statements! {
    ADD = "INSERT INTO receipts (partnership, id, request, at, answer, told, asker, role, organization,
        holder, client, purpose, asked, given, agreement, version, agreement_hash, consent, bases,
        obligations, emergency, decided_by, words, exact, salt, details)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25, $26)";
    ADD_PART = "INSERT INTO receipt_parts (partnership, receipt, number, class, goes, word, rule,
        agreement, consent, is_concealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_PARTY = "INSERT INTO receipt_parties (partnership, organization, part, at, receipt)
        VALUES ($1, $2, $3, $4, $5)";
    ONE = "SELECT id, request, at, answer, told, asker, role, organization, holder, client, purpose,
        asked, given, agreement, version, agreement_hash, consent, bases, obligations, emergency,
        decided_by, words, details FROM receipts WHERE partnership = $1 AND id = $2";
    EXACT = "SELECT exact, salt FROM receipts WHERE partnership = $1 AND id = $2";
    PARTS = "SELECT class, goes, word, rule, agreement, consent, is_concealed FROM receipt_parts
        WHERE partnership = $1 AND receipt = $2 ORDER BY number";
    // Those of one side, the latest first.
    OF_SIDE = "SELECT r.id, r.request, r.at, r.answer, r.told, r.asker, r.role, r.organization,
        r.holder, r.client, r.purpose, r.asked, r.given, r.agreement, r.version, r.agreement_hash,
        r.consent, r.bases, r.obligations, r.emergency, r.decided_by, r.words, r.details
        FROM receipt_parties p JOIN receipts r ON r.partnership = p.partnership AND r.id = p.receipt
        WHERE p.partnership = $1 AND p.organization = $2 AND p.part = $3";
    OF_ASKER = "SELECT r.id, r.request, r.at, r.answer, r.told, r.asker, r.role, r.organization,
        r.holder, r.client, r.purpose, r.asked, r.given, r.agreement, r.version, r.agreement_hash,
        r.consent, r.bases, r.obligations, r.emergency, r.decided_by, r.words, r.details
        FROM receipts r WHERE r.partnership = $1 AND r.asker = $2";
    // What a holder decided about a client.
    OF_CLIENT = "SELECT id, request, at, answer, told, asker, role, organization, holder, client,
        purpose, asked, given, agreement, version, agreement_hash, consent, bases, obligations,
        emergency, decided_by, words, details FROM receipts
        WHERE partnership = $1 AND holder = $2 AND client = $3 AND at >= $4 ORDER BY at, id";
    // What anybody decided about a client.
    OF_PERSON = "SELECT id, request, at, answer, told, asker, role, organization, holder, client,
        purpose, asked, given, agreement, version, agreement_hash, consent, bases, obligations,
        emergency, decided_by, words, details FROM receipts
        WHERE partnership = $1 AND client = $2 AND at >= $3 ORDER BY at, id";
    // How many of these the record has.
    RECORDED = "SELECT COUNT(*) AS n FROM receipts r JOIN events e ON e.partnership = r.partnership
        AND e.subject_kind = 'receipt' AND e.subject = r.id AND e.kind = 'receipt.issued'
        WHERE r.partnership = $1 AND r.client = $2 AND r.at >= $3";
    // How often each agency opened something in an emergency, among all that it got.
    EMERGENCIES = "SELECT organization, COUNT(*) AS total,
        COUNT(*) FILTER (WHERE emergency IS NOT NULL) AS opened FROM receipts
        WHERE partnership = $1 AND at >= $2 AND given <> '' GROUP BY organization
        ORDER BY organization";
    // What went under a consent, to whom.
    UNDER_CONSENT = "SELECT DISTINCT r.id, r.organization, r.asker FROM receipt_parts p
        JOIN receipts r ON r.partnership = p.partnership AND r.id = p.receipt
        WHERE p.partnership = $1 AND r.holder = $2 AND r.client = $3 AND p.consent = $4
        AND p.goes ORDER BY r.id";
    IS_PARTY = "SELECT 1 AS n FROM receipt_parties
        WHERE partnership = $1 AND organization = $2 AND part = 'party' AND at = $3 AND receipt = $4";
    COUNTS = "SELECT told, COUNT(*) AS n FROM receipts WHERE partnership = $1 AND at >= $2
        GROUP BY told ORDER BY told";
    UNDER_AGREEMENT = "SELECT told, COUNT(*) AS n FROM receipts
        WHERE partnership = $1 AND agreement = $2 AND at >= $3 GROUP BY told ORDER BY told";
    ACCOUNT = "INSERT INTO accounting_entries (partnership, holder, client, law, at, receipt,
        recipient, classes, purpose) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ACCOUNTED = "SELECT law, at, receipt, recipient, classes, purpose FROM accounting_entries
        WHERE partnership = $1 AND holder = $2 AND client = $3 AND at >= $4 ORDER BY at, law";
}

clauses! {
    SIDE_TOLD of OF_SIDE = "AND r.told = $?";
    SIDE_ANSWERED of OF_SIDE = "AND r.answer = $?";
    SIDE_UNDER of OF_SIDE = "AND r.agreement = $?";
    SIDE_WITH of OF_SIDE = "AND (r.holder = $? OR r.organization = $?)";
    SIDE_BEFORE of OF_SIDE = "AND (p.at, p.receipt) < ($?, $?)";
    SIDE_LATEST of OF_SIDE = "ORDER BY p.at DESC, p.receipt DESC LIMIT $?";
    MINE_TOLD of OF_ASKER = "AND r.told = $?";
    MINE_UNDER of OF_ASKER = "AND r.agreement = $?";
    MINE_WITH of OF_ASKER = "AND (r.holder = $? OR r.organization = $?)";
    MINE_BEFORE of OF_ASKER = "AND (r.at, r.id) < ($?, $?)";
    MINE_LATEST of OF_ASKER = "ORDER BY r.at DESC, r.id DESC LIMIT $?";
}

/// Whose list of receipts is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// A person's own.
    Asked(PersonId),
    /// What an organization gave or refused.
    Gave(OrganizationId),
    /// What an organization asked for.
    Got(OrganizationId),
    /// What went between others under an agreement of the organization.
    Party(OrganizationId),
}

/// Writes a receipt down, once.
pub(crate) async fn add(
    tx: &mut WriteTx,
    receipt: &Receipt,
    parts: &[Part],
    (exact, salt): (&str, &str),
    parties: &[OrganizationId],
) -> Result<(), Error> {
    let under = receipt.under.as_ref();
    let values = values![
        receipt.id,
        receipt.request,
        receipt.at,
        receipt.answer,
        receipt.told,
        receipt.asker,
        receipt.role,
        receipt.organization,
        receipt.holder,
        receipt.client,
        receipt.purpose,
        spaced(&receipt.asked),
        spaced(&receipt.given),
        under.map(|under| under.id),
        under.map(|under| under.version),
        under.and_then(|under| under.hash.clone()),
        receipt.consent,
        spaced_set(receipt.bases),
        spaced_set(receipt.obligations),
        receipt.emergency,
        receipt.decided_by,
        receipt.words,
        exact.to_owned(),
        salt.to_owned(),
        receipt.details,
    ];
    tx.execute(&ADD, values).await?;
    let rows = (1_i64..).zip(parts).map(|(number, part)| {
        values![
            receipt.id,
            number,
            part.class,
            part.goes,
            part.word,
            part.rule,
            part.agreement,
            part.consent,
            part.is_concealed,
        ]
    });
    tx.execute_many(&ADD_PART, rows.collect()).await?;
    let own = [(receipt.holder, "gave"), (receipt.organization, "got")];
    let others = parties.iter().filter(|party| own.iter().all(|(of, _)| of != *party));
    let all = own.into_iter().chain(others.map(|party| (*party, "party")));
    let rows = all.map(|(of, part)| values![of, part.to_owned(), receipt.at, receipt.id]);
    tx.execute_many(&ADD_PARTY, rows.collect()).await?;
    Ok(())
}

/// A receipt.
pub(crate) async fn find(tx: &Tx, id: ReceiptId) -> Result<Option<Receipt>, Error> {
    tx.optional(&ONE, values![id]).await?.as_ref().map(read).transpose()
}

/// Its exact form with its salt.
pub(crate) async fn exact(tx: &Tx, id: ReceiptId) -> Result<(String, String), Error> {
    let row = tx.one(&EXACT, values![id]).await?;
    Ok((row.get("exact")?, row.get("salt")?))
}

/// What was said of each class.
pub(crate) async fn parts(tx: &Tx, id: ReceiptId) -> Result<Vec<Part>, Error> {
    let part = |row: &Row| -> Result<Part, Error> {
        let (word, goes): (String, bool) = (row.get("word")?, row.get("goes")?);
        Ok(Part {
            class: row.get("class")?,
            key: super::notice::key_of(&word, goes),
            goes,
            word,
            rule: row.get("rule")?,
            agreement: row.get("agreement")?,
            consent: row.get("consent")?,
            is_concealed: row.get("is_concealed")?,
        })
    };
    tx.query(&PARTS, values![id]).await?.iter().map(part).collect()
}

/// Whether an organization is another party of the agreement that a receipt went under.
pub(crate) async fn is_party(
    tx: &Tx,
    organization: OrganizationId,
    receipt: &Receipt,
) -> Result<bool, Error> {
    let values = values![organization, receipt.at, receipt.id];
    Ok(tx.optional(&IS_PARTY, values).await?.is_some())
}

/// One page of a list, the latest first.
pub(crate) async fn page(
    tx: &Tx,
    list: List,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Receipt>, Error> {
    let after =
        after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text])).transpose()?;
    let after = after.map(|cursor| cursor.0);
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = match list {
        List::Asked(person) => OF_ASKER
            .select(values![person])
            .and_if(&MINE_TOLD, filter.answer.map(|answer| values![answer]))
            .and_if(&MINE_UNDER, filter.agreement.map(|id| values![id]))
            .and_if(&MINE_WITH, filter.partner.map(|id| values![id, id]))
            .and_if(&MINE_BEFORE, after)
            .and(&MINE_LATEST, values![one_more]),
        List::Gave(of) => side(of, "gave", &SIDE_ANSWERED, filter, after, one_more),
        List::Got(of) => side(of, "got", &SIDE_TOLD, filter, after, one_more),
        List::Party(of) => side(of, "party", &SIDE_TOLD, filter, after, one_more),
    };
    let rows = tx.query(query, Vec::new()).await?;
    let receipts = rows.iter().map(read).collect::<Result<_, Error>>()?;
    Ok(Page::of(receipts, limit, |receipt: &Receipt| Cursor(values![receipt.at, receipt.id])))
}

fn side(
    of: OrganizationId,
    part: &str,
    answered: &'static store::Clause,
    filter: &Filter,
    after: Option<Vec<base::Value>>,
    one_more: i64,
) -> Query {
    OF_SIDE
        .select(values![of, part.to_owned()])
        .and_if(answered, filter.answer.map(|answer| values![answer]))
        .and_if(&SIDE_UNDER, filter.agreement.map(|id| values![id]))
        .and_if(&SIDE_WITH, filter.partner.map(|id| values![id, id]))
        .and_if(&SIDE_BEFORE, after)
        .and(&SIDE_LATEST, values![one_more])
}

/// What a holder decided about a client since then, the oldest first.
pub(crate) async fn of_client(
    tx: &Tx,
    (holder, client): (OrganizationId, ClientId),
    since: Instant,
) -> Result<Vec<Receipt>, Error> {
    tx.query(&OF_CLIENT, values![holder, client, since]).await?.iter().map(read).collect()
}

/// What anybody decided about a client since then, the oldest first.
pub(crate) async fn of_person(
    tx: &Tx,
    client: ClientId,
    since: Instant,
) -> Result<Vec<Receipt>, Error> {
    tx.query(&OF_PERSON, values![client, since]).await?.iter().map(read).collect()
}

/// How many of these the record has.
pub(crate) async fn recorded(tx: &Tx, client: ClientId, since: Instant) -> Result<i64, Error> {
    Ok(tx.one(&RECORDED, values![client, since]).await?.get("n")?)
}

/// Of each agency: how often it got something, and how often an emergency opened it.
pub(crate) async fn emergencies(
    tx: &Tx,
    since: Instant,
) -> Result<Vec<(OrganizationId, i64, i64)>, Error> {
    let read = |row: &Row| Ok((row.get("organization")?, row.get("total")?, row.get("opened")?));
    tx.query(&EMERGENCIES, values![since]).await?.iter().map(read).collect()
}

/// The receipts with which something went under a consent: each with who got it.
pub(crate) async fn under_consent(
    tx: &Tx,
    (holder, client): (OrganizationId, ClientId),
    consent: ConsentId,
) -> Result<Vec<(ReceiptId, OrganizationId, PersonId)>, Error> {
    let rows = tx.query(&UNDER_CONSENT, values![holder, client, consent]).await?;
    let read = |row: &Row| Ok((row.get("id")?, row.get("organization")?, row.get("asker")?));
    rows.iter().map(read).collect()
}

/// How many answers of each kind there were since then.
pub(crate) async fn counts(tx: &Tx, since: Instant) -> Result<Vec<(Answer, i64)>, Error> {
    tx.query(&COUNTS, values![since]).await?.iter().map(counted).collect()
}

/// The same under one agreement.
pub(crate) async fn counts_under(
    tx: &Tx,
    agreement: AgreementId,
    since: Instant,
) -> Result<Vec<(Answer, i64)>, Error> {
    tx.query(&UNDER_AGREEMENT, values![agreement, since]).await?.iter().map(counted).collect()
}

fn counted(row: &Row) -> Result<(Answer, i64), Error> {
    Ok((row.get("told")?, row.get("n")?))
}

/// A line of the accounting that a law wants.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The law.
    pub law: String,
    /// When it went.
    pub at: Instant,
    /// With which receipt.
    pub receipt: ReceiptId,
    /// To whom.
    pub recipient: OrganizationId,
    /// What.
    pub classes: Vec<Name>,
    /// For what.
    pub purpose: Name,
}

/// Enters a disclosure into the accounting of some laws.
pub(crate) async fn account(
    tx: &mut WriteTx,
    receipt: &Receipt,
    laws: &[&str],
) -> Result<(), Error> {
    let Some(client) = receipt.client else { return Ok(()) };
    let row = |law: &&str| {
        values![
            receipt.holder,
            client,
            (*law).to_owned(),
            receipt.at,
            receipt.id,
            receipt.organization,
            spaced(&receipt.given),
            receipt.purpose,
        ]
    };
    tx.execute_many(&ACCOUNT, laws.iter().map(row).collect()).await?;
    Ok(())
}

/// The accounting of a client since then.
pub(crate) async fn accounted(
    tx: &Tx,
    (holder, client): (OrganizationId, ClientId),
    since: Instant,
) -> Result<Vec<Entry>, Error> {
    let entry = |row: &Row| -> Result<Entry, Error> {
        Ok(Entry {
            law: row.get("law")?,
            at: row.get("at")?,
            receipt: row.get("receipt")?,
            recipient: row.get("recipient")?,
            classes: names(&row.get::<String>("classes")?)?,
            purpose: row.get("purpose")?,
        })
    };
    tx.query(&ACCOUNTED, values![holder, client, since]).await?.iter().map(entry).collect()
}

fn read(row: &Row) -> Result<Receipt, Error> {
    let agreement: Option<AgreementId> = row.get("agreement")?;
    let version: Option<i64> = row.get("version")?;
    let hash: Option<String> = row.get("agreement_hash")?;
    Ok(Receipt {
        id: row.get("id")?,
        request: row.get::<RequestId>("request")?,
        at: row.get("at")?,
        answer: row.get("answer")?,
        told: row.get("told")?,
        asker: row.get("asker")?,
        role: row.get("role")?,
        organization: row.get("organization")?,
        holder: row.get("holder")?,
        client: row.get("client")?,
        purpose: row.get("purpose")?,
        asked: names(&row.get::<String>("asked")?)?,
        given: names(&row.get::<String>("given")?)?,
        under: agreement.zip(version).map(|(id, version)| Under { id, version, hash }),
        consent: row.get("consent")?,
        bases: words(row, "bases")?,
        obligations: words(row, "obligations")?,
        emergency: row.get("emergency")?,
        decided_by: row.get("decided_by")?,
        words: row.get("words")?,
        details: row.get("details")?,
    })
}

fn words<T: Word + std::str::FromStr>(row: &Row, column: &str) -> Result<Set<T>, Error> {
    Ok(set(&row.get::<String>(column)?))
}
