//! Ideas in the database, the latest first.

use base::{Date, Title, Value};
use store::{
    Cursor, KeyPart, Page, Query, Row, Statement, Tx, WriteTx, clauses, statements, values,
};

use super::{Account, Idea, IdeaError, IdeaId, Pilot, Step, find::Filter};
use crate::{CommitmentId, Error, goal::Part, index::index_words, search_words};

statements! {
    LIST = "SELECT d.id, d.kind, d.title, d.details, d.owner, d.source, d.link, d.state, d.question,
        d.yardstick, d.starts, d.due, d.carrier, d.closed_on, d.learned, d.since, d.revision
        FROM ideas d WHERE d.partnership = $1";
    INSERT = "INSERT INTO ideas (partnership, id, revision, since, kind, title, details, owner,
        source, link, state, question, yardstick, starts, due, carrier, closed_on, learned)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    SAVE = "UPDATE ideas SET kind = $4, title = $5, details = $6, owner = $7, source = $8,
        link = $9, state = $10, question = $11, yardstick = $12, starts = $13, due = $14,
        carrier = $15, closed_on = $16, learned = $17, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    ADD_STEP = "INSERT INTO idea_steps (partnership, idea, number, act, at, happened_on, person,
        organization, words)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8
        FROM idea_steps WHERE partnership = $1 AND idea = $2";
    STEPS = "SELECT act, at, happened_on, person, organization, words FROM idea_steps
        WHERE partnership = $1 AND idea = $2 ORDER BY number DESC LIMIT 200";
    ATTACH = "INSERT INTO idea_commitments (partnership, idea, commitment) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, idea, commitment) DO NOTHING";
    PARTS = "SELECT c.id, c.title, c.promiser, c.receiver, c.state, c.due, c.deadline, c.done_on
        FROM idea_commitments p
        JOIN commitments c ON c.partnership = p.partnership AND c.id = p.commitment
        WHERE p.partnership = $1 AND p.idea = $2 ORDER BY c.id LIMIT 200";
    ADD_WORD = "INSERT INTO idea_words (partnership, word, idea) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, idea) DO NOTHING";
    DROP_WORD = "DELETE FROM idea_words WHERE partnership = $1 AND word = $2 AND idea = $3";
    // Pilots that are over, carried by an organization that the person leads.
    MINE = "SELECT DISTINCT p.slug, p.name AS partnership_name, d.id, d.title, d.due
        FROM grants g JOIN ideas d ON d.partnership = g.partnership AND d.state = 'pilot'
            AND d.carrier = g.organization AND d.due < $2
        JOIN partnerships p ON p.id = d.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY d.due, d.id LIMIT 20";
}

/// By which words one is found.
const WORDS: (&Statement, &Statement) = (&DROP_WORD, &ADD_WORD);

clauses! {
    IS of LIST = "AND d.id = $?";
    OF_KIND of LIST = "AND d.kind = $?";
    IN_STATE of LIST = "AND d.state = $?";
    OF of LIST = "AND d.owner = $?";
    WORD of LIST = "AND EXISTS (SELECT 1 FROM idea_words w WHERE w.partnership = d.partnership
        AND w.word = $? AND w.idea = d.id)";
    OLDER of LIST = "AND d.id < $?";
    NEWEST of LIST = "ORDER BY d.id DESC LIMIT $?";
}

/// A pilot that is over, on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: IdeaId,
    pub(crate) title: Title,
    pub(crate) due: Date,
}

pub(crate) async fn find(tx: &Tx, id: IdeaId) -> Result<Option<Idea>, Error> {
    let query = LIST.select(Vec::new()).and(&IS, values![id]);
    tx.optional(query, Vec::new()).await?.as_ref().map(idea).transpose()
}

/// One page of a filtered list, the latest first.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    (after, limit): (Option<&str>, usize),
) -> Result<Page<Idea>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(filter)
        .and_if(&OLDER, after.map(|cursor| cursor.0))
        .and(&NEWEST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let ideas = rows.iter().map(idea).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(ideas, limit, |idea| Cursor(values![idea.id])))
}

fn filtered(filter: &Filter) -> Query {
    let query = LIST
        .select(Vec::new())
        .and_if(&OF_KIND, filter.kind.map(|kind| values![kind]))
        .and_if(&IN_STATE, filter.state.map(|state| values![state]))
        .and_if(&OF, filter.owner.map(|owner| values![owner]));
    filter.words.iter().take(6).fold(query, |query, word| query.and(&WORD, values![word]))
}

/// What is due from the reader, in every partnership.
pub(crate) async fn mine(tx: &Tx, today: Date) -> Result<Vec<Mine>, Error> {
    let mine = |row: &Row| -> Result<Mine, Error> {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            due: row.get("due")?,
        })
    };
    tx.query_settled(&MINE, values![today]).await?.iter().map(mine).collect()
}

/// What was done with it, the latest first.
pub(crate) async fn steps(tx: &Tx, id: IdeaId) -> Result<Vec<Step>, Error> {
    let step = |row: &Row| -> Result<Step, Error> {
        Ok(Step {
            act: row.get("act")?,
            at: row.get("at")?,
            on: row.get("happened_on")?,
            person: row.get("person")?,
            organization: row.get("organization")?,
            words: row.get("words")?,
        })
    };
    tx.query(&STEPS, values![id]).await?.iter().map(step).collect()
}

/// What was promised to carry it out.
pub(crate) async fn parts(tx: &Tx, id: IdeaId) -> Result<Vec<Part>, Error> {
    tx.query(&PARTS, values![id]).await?.iter().map(crate::goal::store::part).collect()
}

/// Says that a commitment carries it out.
pub(crate) async fn attach(
    tx: &mut WriteTx,
    id: IdeaId,
    commitment: CommitmentId,
) -> Result<(), Error> {
    tx.execute(&ATTACH, values![id, commitment]).await?;
    Ok(())
}

pub(crate) async fn insert(tx: &mut WriteTx, idea: &Idea) -> Result<(), Error> {
    let mut values = values![idea.id, idea.revision, idea.since];
    values.extend(changing(idea));
    tx.execute(&INSERT, values).await?;
    Ok(index_words(tx, WORDS, idea.id, (&[], &words(idea))).await?)
}

/// Writes what a verb changed, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, before: &Idea, idea: &mut Idea) -> Result<(), Error> {
    let mut values = values![idea.id, idea.revision];
    values.extend(changing(idea));
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Idea(IdeaError::Changed)
        } else {
            error.into()
        }
    })?;
    index_words(tx, WORDS, idea.id, (&words(before), &words(idea))).await?;
    idea.revision = idea.revision.next();
    Ok(())
}

/// Adds a step to the history; its number is the next one.
pub(crate) async fn add_step(tx: &mut WriteTx, id: IdeaId, step: &Step) -> Result<(), Error> {
    let values =
        values![id, step.act, step.at, step.on, step.person, step.organization, step.words];
    tx.execute(&ADD_STEP, values).await?;
    Ok(())
}

/// What lists show of it, in the order of `INSERT` and `SAVE`.
fn changing(idea: &Idea) -> Vec<Value> {
    let Idea { account, pilot, .. } = idea;
    let pilot = pilot.as_ref();
    values![
        idea.kind,
        account.title,
        account.details,
        account.owner,
        account.source,
        account.link,
        idea.state,
        pilot.map(|pilot| pilot.question.clone()),
        pilot.map(|pilot| pilot.yardstick.clone()),
        pilot.map(|pilot| pilot.starts),
        pilot.map(|pilot| pilot.due),
        pilot.map(|pilot| pilot.carrier),
        idea.closed_on,
        idea.learned,
    ]
}

fn words(idea: &Idea) -> Vec<String> {
    let Idea { account, pilot, learned, .. } = idea;
    let pilot = pilot.as_ref();
    let texts = [
        Some(account.title.as_str()),
        account.details.as_ref().map(super::Details::as_str),
        account.source.as_ref().map(super::Source::as_str),
        pilot.map(|pilot| pilot.question.as_str()),
        pilot.map(|pilot| pilot.yardstick.as_str()),
        learned.as_ref().map(super::Learned::as_str),
    ];
    search_words(texts.into_iter().flatten())
}

fn pilot(row: &Row) -> Result<Option<Pilot>, Error> {
    let Some(question) = row.get("question")? else { return Ok(None) };
    Ok(Some(Pilot {
        question,
        yardstick: row.get("yardstick")?,
        starts: row.get("starts")?,
        due: row.get("due")?,
        carrier: row.get("carrier")?,
    }))
}

fn idea(row: &Row) -> Result<Idea, Error> {
    Ok(Idea {
        id: row.get("id")?,
        kind: row.get("kind")?,
        account: Account {
            title: row.get("title")?,
            details: row.get("details")?,
            owner: row.get("owner")?,
            source: row.get("source")?,
            link: row.get("link")?,
        },
        state: row.get("state")?,
        pilot: pilot(row)?,
        closed_on: row.get("closed_on")?,
        learned: row.get("learned")?,
        since: row.get("since")?,
        revision: row.get("revision")?,
    })
}
