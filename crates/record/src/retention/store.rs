//! Rules and certificates.

use base::Instant;
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{Certificate, CertificateId, Rule, Why};
use crate::Error;

statements! {
    RULES = "SELECT class, days, why FROM retention_rules WHERE partnership = $1";
    SET = "INSERT INTO retention_rules (partnership, class, days, why) VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, class) DO UPDATE SET days = excluded.days, why = excluded.why";
    UNSET = "DELETE FROM retention_rules WHERE partnership = $1 AND class = $2";
    CERTIFY = "INSERT INTO destruction_certificates
        (partnership, id, class, at, records, days, why, person)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    CERTIFICATES = "SELECT id, class, at, records, days, why, person
        FROM destruction_certificates WHERE partnership = $1";
}

clauses! {
    IS of CERTIFICATES = "AND id = $?";
    BEFORE of CERTIFICATES = "AND (at, id) < ($?, $?)";
    LATEST of CERTIFICATES = "ORDER BY at DESC, id DESC LIMIT $?";
}

/// The rules of the partnership, of classes that the program knows.
pub(crate) async fn rules(tx: &Tx, classes: &[&'static ::store::Kept]) -> Result<Vec<Rule>, Error> {
    let mut rules = Vec::new();
    for row in tx.query(&RULES, Vec::new()).await? {
        let class: String = row.get("class")?;
        if let Some(kept) = classes.iter().find(|kept| kept.class == class) {
            rules.push(Rule { class: kept.class, days: row.get("days")?, why: row.get("why")? });
        }
    }
    Ok(rules)
}

pub(crate) async fn set(tx: &mut WriteTx, rule: &Rule) -> Result<(), Error> {
    tx.execute(&SET, values![rule.class, rule.days, rule.why]).await?;
    Ok(())
}

pub(crate) async fn unset(tx: &mut WriteTx, class: &str) -> Result<bool, Error> {
    Ok(tx.execute(&UNSET, values![class]).await? > 0)
}

pub(crate) async fn certify(tx: &mut WriteTx, certificate: &Certificate) -> Result<(), Error> {
    let Certificate { id, class, at, records, days, why, person } = certificate;
    tx.execute(&CERTIFY, values![id, class, at, records, days, why, person]).await?;
    Ok(())
}

pub(crate) async fn certificate(tx: &Tx, id: CertificateId) -> Result<Option<Certificate>, Error> {
    let query = CERTIFICATES.select(Vec::new()).and(&IS, values![id]);
    tx.optional(query, Vec::new()).await?.as_ref().map(of_row).transpose()
}

/// One page of certificates, the latest first.
pub(crate) async fn certificates(
    tx: &Tx,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Certificate>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text]));
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = CERTIFICATES
        .select(Vec::new())
        .and_if(&BEFORE, after.transpose()?.map(|mark| mark.0))
        .and(&LATEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let found = rows.iter().map(of_row).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(found, limit, |one| Cursor(values![one.at, one.id])))
}

fn of_row(row: &Row) -> Result<Certificate, Error> {
    Ok(Certificate {
        id: row.get("id")?,
        class: row.get("class")?,
        at: row.get::<Instant>("at")?,
        records: row.get("records")?,
        days: row.get("days")?,
        why: row.get::<Why>("why")?,
        person: row.get("person")?,
    })
}
