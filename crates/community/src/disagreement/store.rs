//! The register of disagreements in the database.

use base::{OrganizationId, Value};
use store::{Cursor, KeyPart, Page, Query, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    Disagreement, DisagreementError, DisagreementId, Ending, Party, Settlement, State, Step, View,
    find::Filter,
};
use crate::{
    Error,
    talk::{About, Voice},
};

statements! {
    LOAD = "SELECT id, question, background, subject_kind, subject, subject_name, thread, person,
        organization, opened_on, state, way, outcome, settled_on, day, revision
        FROM disagreements WHERE partnership = $1 AND id = $2";
    SUBJECTS = "SELECT DISTINCT subject_kind, subject FROM disagreements WHERE partnership = $1
        ORDER BY subject_kind, subject LIMIT 501";
    PARTIES = "SELECT organization, view FROM disagreement_parties
        WHERE partnership = $1 AND disagreement = $2 ORDER BY organization";
    STEPS = "SELECT act, person, organization, at, happened_on, way, words FROM disagreement_steps
        WHERE partnership = $1 AND disagreement = $2 ORDER BY number LIMIT 500";
    LIST = "SELECT d.id, d.question, d.background, d.subject_kind, d.subject, d.subject_name,
        d.thread, d.person, d.organization, d.opened_on, d.state, d.way, d.outcome, d.settled_on,
        d.day, d.revision FROM disagreements d WHERE d.partnership = $1";
    // The parties of the rows of one page.
    PARTIES_OF = "SELECT p.disagreement, p.organization FROM disagreements d
        JOIN disagreement_parties p ON p.partnership = d.partnership AND p.disagreement = d.id
        WHERE d.partnership = $1 AND (d.day, d.id) >= ($2, $3) AND (d.day, d.id) <= ($4, $5)
        ORDER BY p.disagreement, p.organization";
    QUESTION = "SELECT question FROM disagreements WHERE partnership = $1 AND id = $2";
    INSERT = "INSERT INTO disagreements (partnership, id, question, background, subject_kind,
        subject, subject_name, thread, person, organization, opened_on, state, day, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)";
    SAVE = "UPDATE disagreements SET state = $4, way = $5, outcome = $6, settled_on = $7, day = $8,
        revision = revision + 1 WHERE partnership = $1 AND id = $2 AND revision = $3";
    PUT_PARTY = "INSERT INTO disagreement_parties (partnership, disagreement, organization, view)
        VALUES ($1, $2, $3, $4) ON CONFLICT (partnership, disagreement, organization)
        DO UPDATE SET view = excluded.view";
    ADD_STEP = "INSERT INTO disagreement_steps (partnership, disagreement, number, act, person,
        organization, at, happened_on, way, words)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9
        FROM disagreement_steps WHERE partnership = $1 AND disagreement = $2";
    ADD_WORD = "INSERT INTO disagreement_words (partnership, word, disagreement)
        VALUES ($1, $2, $3) ON CONFLICT (partnership, word, disagreement) DO NOTHING";
    DROP_WORDS = "DELETE FROM disagreement_words WHERE partnership = $1 AND disagreement = $2";
}

clauses! {
    IN_STATE of LIST = "AND d.state = $?";
    SETTLED_BY of LIST = "AND d.way = $?";
    OF_PARTY of LIST = "AND EXISTS (SELECT 1 FROM disagreement_parties p
        WHERE p.partnership = d.partnership AND p.organization = $? AND p.disagreement = d.id)";
    ABOUT of LIST = "AND d.subject_kind = $? AND d.subject = $?";
    WORD of LIST = "AND EXISTS (SELECT 1 FROM disagreement_words w
        WHERE w.partnership = d.partnership AND w.word = $? AND w.disagreement = d.id)";
    BEFORE of LIST = "AND (d.day, d.id) < ($?, $?)";
    LAST_FIRST of LIST = "ORDER BY d.day DESC, d.id DESC LIMIT $?";
}

/// So many disputed records are kept. `SUBJECTS` reads one more, to tell that there are.
const FEW_SUBJECTS: usize = 500;

/// A disagreement with its parties.
pub(crate) async fn load(tx: &Tx, id: DisagreementId) -> Result<Disagreement, Error> {
    let row = tx.optional(&LOAD, values![id]).await?.ok_or(DisagreementError::Missing)?;
    let mut one = disagreement(&row)?;
    let party = |row: &Row| -> Result<Party, Error> {
        Ok(Party { organization: row.get("organization")?, view: row.get("view")? })
    };
    one.parties =
        tx.query(&PARTIES, values![id]).await?.iter().map(party).collect::<Result<_, _>>()?;
    Ok(one)
}

/// What was done with it, in its order.
pub(crate) async fn steps(tx: &Tx, id: DisagreementId) -> Result<Vec<Step>, Error> {
    let step = |row: &Row| {
        Ok(Step {
            act: row.get("act")?,
            by: Voice {
                person: row.get("person")?,
                organization: row.get("organization")?,
                at: row.get("at")?,
            },
            on: row.get("happened_on")?,
            way: row.get("way")?,
            words: row.get("words")?,
        })
    };
    tx.query(&STEPS, values![id]).await?.iter().map(step).collect()
}

/// What the question is; none when there is none.
pub(crate) async fn question_of(tx: &Tx, id: DisagreementId) -> Result<Option<String>, Error> {
    let row = tx.optional(&QUESTION, values![id]).await?;
    Ok(row.map(|row| row.get("question")).transpose()?)
}

fn subjects(rows: &[Row]) -> Result<Vec<(String, String)>, Error> {
    rows.iter().map(|row| Ok((row.get("subject_kind")?, row.get("subject")?))).collect()
}

/// Those about a record, the latest first, without their parties. Few records are disputed: which are
/// is kept, so that the pages of the others ask nothing.
pub(crate) async fn about(
    tx: &Tx,
    kind: &str,
    id: &str,
    limit: i64,
) -> Result<Vec<Disagreement>, Error> {
    let disputed = tx.settled_as(&SUBJECTS, Vec::new(), subjects).await?;
    let is_it = |(known, subject): &(String, String)| known == kind && subject == id;
    if disputed.len() <= FEW_SUBJECTS && !disputed.iter().any(is_it) {
        return Ok(Vec::new());
    }
    let query =
        LIST.select(Vec::new()).and(&ABOUT, values![kind, id]).and(&LAST_FIRST, values![limit]);
    tx.query(query, Vec::new()).await?.iter().map(disagreement).collect()
}

/// One page of the register, the latest first; each with its parties and without their views.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Disagreement>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text; 2])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(filter)
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LAST_FIRST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let mut all = rows.iter().map(disagreement).collect::<Result<Vec<_>, Error>>()?;
    if let (Some(first), Some(last)) = (all.last(), all.first()) {
        let values = values![first.day, first.id, last.day, last.id];
        for row in &tx.query(&PARTIES_OF, values).await? {
            let id: DisagreementId = row.get("disagreement")?;
            let organization: OrganizationId = row.get("organization")?;
            if let Some(one) = all.iter_mut().find(|one| one.id == id) {
                one.parties.push(Party { organization, view: None });
            }
        }
    }
    Ok(Page::of(all, limit, |one| Cursor(values![one.day, one.id])))
}

fn filtered(filter: &Filter) -> Query {
    let query = LIST
        .select(Vec::new())
        .and_if(&IN_STATE, filter.state.map(|state| values![state]))
        .and_if(&SETTLED_BY, filter.way.map(|way| values![way]))
        .and_if(&OF_PARTY, filter.organization.map(|of| values![of]));
    filter.words.iter().take(6).fold(query, |query, word| query.and(&WORD, values![word]))
}

/// Writes a new one with its first step.
pub(crate) async fn insert(tx: &mut WriteTx, one: &Disagreement, step: &Step) -> Result<(), Error> {
    let about = &one.about;
    let values = values![
        one.id,
        one.question,
        one.background,
        about.kind(),
        about.id(),
        about.name(),
        one.thread,
        one.opened.person,
        one.opened.organization,
        one.opened_on,
        one.state(),
        one.day
    ];
    tx.execute(&INSERT, values).await?;
    write_parties(tx, one).await?;
    add_step(tx, one, step).await
}

/// Writes what a step changed, if nobody else changed it.
pub(crate) async fn save(
    tx: &mut WriteTx,
    one: &mut Disagreement,
    step: &Step,
) -> Result<(), Error> {
    let settled = one.settlement();
    let values = values![
        one.id,
        one.revision,
        one.state(),
        settled.map(|settled| settled.way),
        settled.map(|settled| settled.outcome.clone()),
        settled.map(|settled| settled.on),
        one.day
    ];
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Disagreement(DisagreementError::Changed)
        } else {
            error.into()
        }
    })?;
    write_parties(tx, one).await?;
    add_step(tx, one, step).await?;
    one.revision = one.revision.next();
    Ok(())
}

async fn write_parties(tx: &mut WriteTx, one: &Disagreement) -> Result<(), Error> {
    let row = |party: &Party| values![one.id, party.organization, party.view];
    let rows: Vec<Vec<Value>> = one.parties.iter().map(row).collect();
    tx.execute_many(&PUT_PARTY, rows).await?;
    let outcome = one.settlement().map(|settled| settled.outcome.as_str());
    let views = one.parties.iter().filter_map(|party| party.view.as_ref().map(View::as_str));
    let texts = [Some(one.question.as_str()), outcome, one.background.as_ref().map(View::as_str)];
    let words = plan::search_words(texts.into_iter().flatten().chain(views));
    tx.execute(&DROP_WORDS, values![one.id]).await?;
    tx.execute_many(&ADD_WORD, words.iter().map(|word| values![word, one.id]).collect()).await?;
    Ok(())
}

async fn add_step(tx: &mut WriteTx, one: &Disagreement, step: &Step) -> Result<(), Error> {
    let by = step.by;
    let values =
        values![one.id, step.act, by.person, by.organization, by.at, step.on, step.way, step.words];
    tx.execute(&ADD_STEP, values).await?;
    Ok(())
}

fn disagreement(row: &Row) -> Result<Disagreement, Error> {
    let settlement = match (row.get("way")?, row.get("outcome")?, row.get("settled_on")?) {
        (Some(way), Some(outcome), Some(on)) => Some(Settlement { way, outcome, on }),
        (None | Some(_), _, _) => None,
    };
    let state: State = row.get("state")?;
    let one = Disagreement {
        id: row.get("id")?,
        question: row.get("question")?,
        background: row.get("background")?,
        about: About::stored(
            row.get("subject_kind")?,
            row.get("subject")?,
            row.get("subject_name")?,
        ),
        thread: row.get("thread")?,
        opened: Voice {
            person: row.get("person")?,
            organization: row.get("organization")?,
            // The instant stands in the first step.
            at: base::Instant::from_micros(0),
        },
        opened_on: row.get("opened_on")?,
        parties: Vec::new(),
        state: State::Open,
        settlement: None,
        day: row.get("day")?,
        revision: row.get("revision")?,
    };
    Ok(one.ending(Ending { state, settlement }))
}
