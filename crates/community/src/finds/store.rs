//! Threads, announcements, disagreements and drafts as the search reads them, some at a time.

use ::store::{Row, Statement, Tx, clauses, statements, values};
use base::{Instant, OrganizationId, PersonId};

use crate::Error;

/// How many identifiers one query gives.
const PAGE: i64 = 500;

statements! {
    // Only what is shown: not what was taken back, nor what is hidden.
    THREADS = "SELECT t.id, t.subject_kind, t.title, t.subject_name, t.person, t.organization,
            t.last_at AS at, p.body
        FROM threads t
        JOIN posts p ON p.partnership = t.partnership AND p.thread = t.id AND p.state = 'shown'
        WHERE t.partnership = $1";
    THREADS_AFTER = "SELECT id FROM threads
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
    ANNOUNCEMENTS = "SELECT a.id, a.title, a.body, a.person, a.organization, a.at
        FROM announcements a WHERE a.partnership = $1";
    ANNOUNCEMENTS_AFTER = "SELECT id FROM announcements
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
    DISAGREEMENTS = "SELECT d.id, d.question AS title, d.background, d.outcome, d.subject_name,
            p.organization, p.view
        FROM disagreements d
        JOIN disagreement_parties p ON p.partnership = d.partnership AND p.disagreement = d.id
        WHERE d.partnership = $1";
    DISAGREEMENTS_AFTER = "SELECT id FROM disagreements
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
    DRAFTS = "SELECT d.id, d.title, d.purpose, d.text, d.holder AS organization
        FROM drafts d WHERE d.partnership = $1";
    DRAFTS_AFTER = "SELECT id FROM drafts
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
}

clauses! {
    THREADS_IN_ORDER of THREADS = "ORDER BY t.id, p.number";
    DISAGREEMENTS_IN_ORDER of DISAGREEMENTS = "ORDER BY d.id, p.organization";
}

/// A record as the search reads it.
#[derive(Default)]
pub(super) struct Found {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) texts: Vec<String>,
    pub(super) organizations: Vec<OrganizationId>,
    pub(super) person: Option<PersonId>,
    pub(super) at: Option<Instant>,
}

/// Threads, each with the kind of record that it is about.
pub(super) async fn threads(tx: &Tx, ids: &[String]) -> Result<Vec<(String, Found)>, Error> {
    let mut all: Vec<(String, Found)> = Vec::new();
    let query = THREADS.of_some("t.id", ids).and(&THREADS_IN_ORDER, Vec::new());
    for row in tx.query(query, Vec::new()).await? {
        let id: String = row.get("id")?;
        if all.last().is_none_or(|(_, last)| last.id != id) {
            let (title, about): (Option<String>, String) =
                (row.get("title")?, row.get("subject_name")?);
            let texts = if title.is_some() { vec![about.clone()] } else { Vec::new() };
            let found = Found {
                id,
                title: title.unwrap_or(about),
                texts,
                organizations: vec![row.get("organization")?],
                person: Some(row.get("person")?),
                at: Some(row.get("at")?),
            };
            all.push((row.get("subject_kind")?, found));
        }
        if let Some((_, last)) = all.last_mut() {
            last.texts.push(row.get("body")?);
        }
    }
    Ok(all)
}

pub(super) async fn announcements(tx: &Tx, ids: &[String]) -> Result<Vec<Found>, Error> {
    let rows = tx.query(ANNOUNCEMENTS.of_some("a.id", ids), Vec::new()).await?;
    let found = |row: &Row| -> Result<Found, Error> {
        Ok(Found {
            id: row.get("id")?,
            title: row.get("title")?,
            texts: vec![row.get("body")?],
            organizations: vec![row.get("organization")?],
            person: Some(row.get("person")?),
            at: Some(row.get("at")?),
        })
    };
    rows.iter().map(found).collect()
}

pub(super) async fn disagreements(tx: &Tx, ids: &[String]) -> Result<Vec<Found>, Error> {
    let mut all: Vec<Found> = Vec::new();
    let query = DISAGREEMENTS.of_some("d.id", ids).and(&DISAGREEMENTS_IN_ORDER, Vec::new());
    for row in tx.query(query, Vec::new()).await? {
        let id: String = row.get("id")?;
        if all.last().is_none_or(|last| last.id != id) {
            let texts: [Option<String>; 3] =
                [row.get("outcome")?, row.get("background")?, row.get("subject_name")?];
            let texts = texts.into_iter().flatten().collect();
            all.push(Found { id, title: row.get("title")?, texts, ..Found::default() });
        }
        if let Some(last) = all.last_mut() {
            last.organizations.push(row.get("organization")?);
            last.texts.extend(row.get::<Option<String>>("view")?);
        }
    }
    Ok(all)
}

pub(super) async fn drafts(tx: &Tx, ids: &[String]) -> Result<Vec<Found>, Error> {
    let rows = tx.query(DRAFTS.of_some("d.id", ids), Vec::new()).await?;
    let found = |row: &Row| -> Result<Found, Error> {
        let texts: [Option<String>; 2] = [row.get("purpose")?, row.get("text")?];
        Ok(Found {
            id: row.get("id")?,
            title: row.get("title")?,
            texts: texts.into_iter().flatten().collect(),
            organizations: vec![row.get("organization")?],
            ..Found::default()
        })
    };
    rows.iter().map(found).collect()
}

pub(super) async fn threads_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &THREADS_AFTER, last).await
}

pub(super) async fn announcements_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &ANNOUNCEMENTS_AFTER, last).await
}

pub(super) async fn disagreements_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &DISAGREEMENTS_AFTER, last).await
}

pub(super) async fn drafts_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &DRAFTS_AFTER, last).await
}

/// The identifiers of the next records after one.
async fn after(tx: &Tx, which: &'static Statement, last: &str) -> Result<Vec<String>, Error> {
    let rows = tx.query(which, values![last, PAGE]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}
