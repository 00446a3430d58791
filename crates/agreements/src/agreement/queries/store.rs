//! The statements behind the register and *My work*. The register is in the order of its index.

use std::collections::HashMap;

use base::{Date, OrganizationId, Title, Zone};
use store::{Cursor, KeyPart, Page, Query, Row, Tx, clauses, statements, values};

use super::{Entry, Filter};
use crate::{
    AgreementId, Error,
    agreement::{Shown, store::NO_END},
};

statements! {
    LIST = "SELECT a.id, a.kind, a.title, a.summary, a.standing, a.version, a.next, a.stage,
        a.effective, a.ends, (SELECT COUNT(*) FROM agreement_signatures s
            WHERE s.partnership = a.partnership AND s.agreement = a.id
            AND s.version = COALESCE(a.version, a.next)) AS signed
        FROM agreements a WHERE a.partnership = $1";
    // The parties of the rows of one page.
    PARTIES = "SELECT p.agreement, p.organization FROM agreements a
        JOIN agreement_parties p ON p.partnership = a.partnership AND p.agreement = a.id
            AND p.version = COALESCE(a.version, a.next, 1)
        WHERE a.partnership = $1 AND (a.ends, a.id) >= ($2, $3) AND (a.ends, a.id) <= ($4, $5)
        ORDER BY p.agreement, p.organization";
    COUNTS = "SELECT COUNT(*) AS total, COUNT(*) FILTER (WHERE standing = 'in_force'
        AND effective <= $2 AND ends >= $2) AS active FROM agreements WHERE partnership = $1";
    TITLES = "SELECT id, title FROM agreements WHERE partnership = $1 ORDER BY id";
    BELOW = "SELECT id, title FROM agreements WHERE partnership = $1 AND upper = $2
        ORDER BY title, id LIMIT 100";
    // What waits for the person's signature: those before them have signed.
    TO_SIGN = "SELECT p.slug, p.name AS partnership_name, p.zone, a.id, a.title, y.organization,
        y.authority_until
        FROM (SELECT DISTINCT g.partnership FROM grants g WHERE g.person = $1 AND g.role = 'lead') t
        JOIN agreement_signatories y ON y.partnership = t.partnership AND y.person = $1
        JOIN agreements a ON a.partnership = y.partnership AND a.id = y.agreement
            AND a.stage = 'out' AND a.next = y.version
        JOIN partnerships p ON p.id = a.partnership
        WHERE NOT EXISTS (SELECT 1 FROM agreement_signatures s WHERE s.partnership = y.partnership
            AND s.agreement = y.agreement AND s.version = y.version
            AND s.organization = y.organization)
        AND NOT EXISTS (SELECT 1 FROM agreement_signatories b WHERE b.partnership = y.partnership
            AND b.agreement = y.agreement AND b.version = y.version AND b.place < y.place
            AND NOT EXISTS (SELECT 1 FROM agreement_signatures s
                WHERE s.partnership = b.partnership AND s.agreement = b.agreement
                AND s.version = b.version AND s.organization = b.organization))
        ORDER BY a.title, a.id, y.organization LIMIT 20";
    // What ends within 90 days in partnerships where the person keeps agreements or leads a party.
    ENDS_SOON = "SELECT DISTINCT p.slug, p.name AS partnership_name, p.zone, a.id, a.title, a.ends
        FROM grants g
        JOIN agreements a ON a.partnership = g.partnership AND a.standing = 'in_force'
            AND a.ends >= $2 AND a.ends <= $3
        JOIN partnerships p ON p.id = a.partnership
        WHERE g.person = $1 AND (g.role IN ('coordinator', 'steward') OR (g.role = 'lead'
            AND EXISTS (SELECT 1 FROM agreement_parties y WHERE y.partnership = a.partnership
                AND y.agreement = a.id AND y.version = a.version
                AND y.organization = g.organization)))
        ORDER BY a.ends, a.id LIMIT 20";
}

clauses! {
    OF_KIND of LIST = "AND a.kind = $?";
    OF_PARTY of LIST = "AND EXISTS (SELECT 1 FROM agreement_parties p
        WHERE p.partnership = a.partnership AND p.organization = $? AND p.agreement = a.id
        AND p.version = COALESCE(a.version, a.next, 1))";
    GIVING of LIST = "AND EXISTS (SELECT 1 FROM agreement_grants g
        WHERE g.partnership = a.partnership AND g.agreement = a.id
        AND g.version = COALESCE(a.version, a.next, 1)
        AND (g.classes = '*' OR ' ' || g.classes || ' ' LIKE '% ' || $? || ' %'))";
    TITLED of LIST = "AND LOWER(a.title) LIKE '%' || $? || '%'";
    STANDS of LIST = "AND a.standing = $?";
    STAGED of LIST = "AND a.standing = 'new' AND a.stage = $?";
    BEGUN of LIST = "AND a.effective <= $?";
    NOT_BEGUN of LIST = "AND a.effective > $?";
    FROM_DAY of LIST = "AND a.ends >= $?";
    BEFORE_DAY of LIST = "AND a.ends < $?";
    UNTIL_DAY of LIST = "AND a.ends <= $?";
    PAST of LIST = "AND (a.ends, a.id) > ($?, $?)";
    BY_END of LIST = "ORDER BY a.ends, a.id LIMIT $?";
}

/// One page of the register.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    today: Date,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Entry>, Error> {
    let after =
        after.map(|mark| Cursor::decode(mark, &[KeyPart::Text, KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = narrowed(filter, today)
        .and_if(&PAST, after.map(|cursor| cursor.0))
        .and(&BY_END, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let entries = with_parties(tx, rows.iter().map(entry).collect::<Result<_, Error>>()?).await?;
    Ok(Page::of(entries, limit, |entry| Cursor(values![day(entry.ends), entry.id])))
}

/// What ends within 90 days.
pub(crate) async fn ending(tx: &Tx, today: Date) -> Result<Vec<Entry>, Error> {
    let filter = Filter {
        state: Some(Shown::Active),
        ends_within: Some(crate::agreement::panels::WATCH_DAYS),
        ..Filter::default()
    };
    let query = narrowed(&filter, today).and(&BY_END, values![10_i64]);
    tx.query_settled(query, Vec::new()).await?.iter().map(entry).collect()
}

/// How many there are, and how many are in force.
pub(crate) async fn counts(tx: &Tx, today: Date) -> Result<(i64, i64), Error> {
    let row = tx.one(&COUNTS, values![today]).await?;
    Ok((row.get("total")?, row.get("active")?))
}

/// What the agreements are called.
pub(crate) async fn titles(tx: &Tx) -> Result<HashMap<AgreementId, Title>, Error> {
    let rows = tx.query(&TITLES, Vec::new()).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("title")?))).collect()
}

/// The agreements that stand under one.
pub(crate) async fn below(tx: &Tx, id: AgreementId) -> Result<Vec<(AgreementId, Title)>, Error> {
    let rows = tx.query(&BELOW, values![id]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("title")?))).collect()
}

/// An agreement on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) zone: Zone,
    pub(crate) id: AgreementId,
    pub(crate) title: Title,
    pub(crate) ends: Option<Date>,
}

/// What waits for the person's signature. In their own scope.
pub(crate) async fn to_sign(tx: &Tx) -> Result<Vec<Mine>, Error> {
    tx.query_settled(&TO_SIGN, Vec::new()).await?.iter().map(|row| mine(row, None)).collect()
}

/// What ends within the days of the watch. In their own scope.
pub(crate) async fn ends_soon(tx: &Tx, (from, to): (Date, Date)) -> Result<Vec<Mine>, Error> {
    let rows = tx.query_settled(&ENDS_SOON, values![from, to]).await?;
    rows.iter().map(|row| mine(row, Some(row.get("ends")?))).collect()
}

fn mine(row: &Row, ends: Option<Date>) -> Result<Mine, Error> {
    Ok(Mine {
        slug: row.get("slug")?,
        partnership_name: row.get("partnership_name")?,
        zone: row.get("zone")?,
        id: row.get("id")?,
        title: row.get("title")?,
        ends,
    })
}

fn narrowed(filter: &Filter, today: Date) -> Query {
    let word = |word: &str| values![word.to_owned()];
    let query = LIST
        .select(Vec::new())
        .and_if(&OF_KIND, filter.kind.map(|kind| values![kind]))
        .and_if(&OF_PARTY, filter.party.map(|party| values![party]))
        .and_if(&GIVING, filter.class.as_ref().map(|class| word(class.as_str())))
        .and_if(&TITLED, filter.words.as_ref().map(|words| values![like(words)]))
        .and_if(&UNTIL_DAY, filter.ends_within.map(|days| values![today.plus_days(days)]))
        .and_if(&FROM_DAY, filter.ends_within.map(|_| values![today]));
    match filter.state {
        None => query,
        Some(Shown::Draft) => query.and(&STAGED, word("draft")),
        Some(Shown::Review) => query.and(&STAGED, word("review")),
        Some(Shown::Out) => query.and(&STAGED, word("out")),
        Some(Shown::Ahead) => query
            .and(&STANDS, word("in_force"))
            .and(&NOT_BEGUN, values![today])
            .and(&FROM_DAY, values![today]),
        Some(Shown::Active) => query
            .and(&STANDS, word("in_force"))
            .and(&BEGUN, values![today])
            .and(&FROM_DAY, values![today]),
        Some(Shown::Expired) => {
            query.and(&STANDS, word("in_force")).and(&BEFORE_DAY, values![today])
        }
        Some(Shown::Suspended) => query.and(&STANDS, word("suspended")),
        Some(Shown::Terminated) => query.and(&STANDS, word("terminated")),
    }
}

/// The words without what `LIKE` would read as something else.
fn like(words: &str) -> String {
    words.to_lowercase().replace(['%', '_', '\\'], " ").trim().to_owned()
}

async fn with_parties(tx: &Tx, mut entries: Vec<Entry>) -> Result<Vec<Entry>, Error> {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(entries) };
    let range = values![day(first.ends), first.id, day(last.ends), last.id];
    let mut parties: HashMap<AgreementId, Vec<OrganizationId>> = HashMap::new();
    for row in tx.query(&PARTIES, range).await? {
        parties.entry(row.get("agreement")?).or_default().push(row.get("organization")?);
    }
    for entry in &mut entries {
        entry.parties = parties.remove(&entry.id).unwrap_or_default();
    }
    Ok(entries)
}

fn day(ends: Option<Date>) -> String {
    ends.map_or_else(|| NO_END.to_owned(), |ends| ends.to_string())
}

fn entry(row: &Row) -> Result<Entry, Error> {
    let word: String = row.get("standing")?;
    let ends: String = row.get("ends")?;
    let next: Option<i64> = row.get("next")?;
    let stage: Option<crate::agreement::Stage> = row.get("stage")?;
    Ok(Entry {
        id: row.get("id")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        summary: row.get("summary")?,
        standing: crate::agreement::Standing::read(&word, row.get("version")?)
            .ok_or(Error::Stored)?,
        next: next.zip(stage),
        effective: row.get("effective")?,
        ends: if ends == NO_END { None } else { row.get("ends")? },
        parties: Vec::new(),
        signed: row.get("signed")?,
    })
}
