//! Commitments, decisions, items of the plan, risks and ideas as the search reads them, some at a
//! time.

use ::store::{Row, Statement, Tx, clauses, statements, values};
use base::{Instant, OrganizationId, PersonId};

use crate::Error;

/// How many identifiers one query gives.
const PAGE: i64 = 500;

statements! {
    COMMITMENTS = "SELECT c.id, c.title, c.details, c.goal, c.reference, c.promiser, c.receiver,
            c.in_charge, c.created_at
        FROM commitments c WHERE c.partnership = $1";
    COMMITMENTS_AFTER = "SELECT id FROM commitments
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
    // The last wording of each question; nothing of what anybody said to it.
    QUESTIONS = "SELECT d.id, d.title, d.owner, s.act, s.at, s.background, s.proposal, s.options,
            s.words
        FROM decisions d
        JOIN decision_steps s ON s.partnership = d.partnership AND s.decision = d.id
            AND s.act IN ('proposed', 'revised', 'put', 'amended', 'closed')
        WHERE d.partnership = $1";
    DECISIONS_AFTER = "SELECT id FROM decisions
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
    PLANNED = "SELECT i.id, i.title, i.details, i.yardstick, i.closed_words, i.owner
        FROM plan_items i WHERE i.partnership = $1";
    ITEMS_AFTER = "SELECT id FROM plan_items
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
    RISKS = "SELECT r.id, r.title, r.details, r.plan, r.closed_words, r.owner
        FROM risks r WHERE r.partnership = $1";
    RISKS_AFTER = "SELECT id FROM risks
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
    IDEAS = "SELECT d.id, d.title, d.learned, d.details, d.source, d.question, d.yardstick, d.owner
        FROM ideas d WHERE d.partnership = $1";
    IDEAS_AFTER = "SELECT id FROM ideas
        WHERE partnership = $1 AND id > $2 ORDER BY id LIMIT $3";
}

clauses! {
    QUESTIONS_IN_ORDER of QUESTIONS = "ORDER BY d.id, s.number";
}

/// A commitment as the search reads it.
pub(super) struct Promise {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) texts: Vec<String>,
    pub(super) parties: Vec<OrganizationId>,
    pub(super) in_charge: Option<PersonId>,
    pub(super) at: Instant,
}

pub(super) async fn commitments(tx: &Tx, ids: &[String]) -> Result<Vec<Promise>, Error> {
    let rows = tx.query(COMMITMENTS.of_some("c.id", ids), Vec::new()).await?;
    let promise = |row: &Row| -> Result<Promise, Error> {
        let texts: [Option<String>; 3] =
            [row.get("details")?, row.get("goal")?, row.get("reference")?];
        let parties: [Option<OrganizationId>; 2] = [row.get("promiser")?, row.get("receiver")?];
        Ok(Promise {
            id: row.get("id")?,
            title: row.get("title")?,
            texts: texts.into_iter().flatten().collect(),
            parties: parties.into_iter().flatten().collect(),
            in_charge: row.get("in_charge")?,
            at: row.get("created_at")?,
        })
    };
    rows.iter().map(promise).collect()
}

/// A question as the search reads it.
pub(super) struct Question {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) owner: OrganizationId,
    pub(super) at: Instant,
    /// The proposal, the options, the background and the compromise, as they are now.
    pub(super) texts: Vec<String>,
}

pub(super) async fn questions(tx: &Tx, ids: &[String]) -> Result<Vec<Question>, Error> {
    let mut all: Vec<(Question, [Option<String>; 4])> = Vec::new();
    let query = QUESTIONS.of_some("d.id", ids).and(&QUESTIONS_IN_ORDER, Vec::new());
    for row in tx.query(query, Vec::new()).await? {
        let id: String = row.get("id")?;
        if all.last().is_none_or(|(last, _)| last.id != id) {
            let (title, owner) = (row.get("title")?, row.get("owner")?);
            let question = Question { id, title, owner, at: row.get("at")?, texts: Vec::new() };
            all.push((question, [None, None, None, None]));
        }
        let Some((question, said)) = all.last_mut() else { continue };
        question.at = row.get("at")?;
        let closes = row.get::<String>("act")? == "closed";
        let now = [row.get("proposal")?, row.get("options")?, row.get("background")?];
        let compromise = if closes { row.get::<Option<String>>("words")? } else { None };
        for (before, now) in said.iter_mut().zip(now.into_iter().chain([compromise])) {
            if now.is_some() {
                *before = now;
            }
        }
    }
    let told = |(question, said): (Question, [Option<String>; 4])| Question {
        texts: said.into_iter().flatten().collect(),
        ..question
    };
    Ok(all.into_iter().map(told).collect())
}

/// A record that an organization answers for: identifier, title, texts, that organization.
pub(super) type Owned = (String, String, Vec<String>, OrganizationId);

pub(super) async fn planned(tx: &Tx, ids: &[String]) -> Result<Vec<Owned>, Error> {
    owned(tx, (&PLANNED, ids), &["details", "yardstick", "closed_words"]).await
}

pub(super) async fn risks(tx: &Tx, ids: &[String]) -> Result<Vec<Owned>, Error> {
    owned(tx, (&RISKS, ids), &["details", "plan", "closed_words"]).await
}

pub(super) async fn ideas(tx: &Tx, ids: &[String]) -> Result<Vec<Owned>, Error> {
    owned(tx, (&IDEAS, ids), &["learned", "details", "source", "question", "yardstick"]).await
}

/// Reads records with what these columns say, the most telling first.
async fn owned(
    tx: &Tx,
    (which, ids): (&'static Statement, &[String]),
    columns: &[&str],
) -> Result<Vec<Owned>, Error> {
    let rows = tx.query(which.of_some("id", ids), Vec::new()).await?;
    let record = |row: &Row| -> Result<Owned, Error> {
        let texts = columns.iter().map(|column| Ok(row.get(column)?));
        let texts: Vec<Option<String>> = texts.collect::<Result<_, Error>>()?;
        let texts = texts.into_iter().flatten().collect();
        Ok((row.get("id")?, row.get("title")?, texts, row.get("owner")?))
    };
    rows.iter().map(record).collect()
}

/// The identifiers of the commitments after one.
pub(super) async fn commitments_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &COMMITMENTS_AFTER, last).await
}

/// The identifiers of the decisions after one.
pub(super) async fn decisions_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &DECISIONS_AFTER, last).await
}

/// The identifiers of the plan's items after one.
pub(super) async fn items_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &ITEMS_AFTER, last).await
}

/// The identifiers of the risks after one.
pub(super) async fn risks_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &RISKS_AFTER, last).await
}

/// The identifiers of the ideas after one.
pub(super) async fn ideas_after(tx: &Tx, last: &str) -> Result<Vec<String>, Error> {
    after(tx, &IDEAS_AFTER, last).await
}

async fn after(tx: &Tx, which: &'static Statement, last: &str) -> Result<Vec<String>, Error> {
    let rows = tx.query(which, values![last, PAGE]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}
