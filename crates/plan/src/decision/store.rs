//! Decisions in the database: the history, the row that lists read, and who is waited for.

mod act;

use base::{Date, OrganizationId, Revision, Title, Value};
use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join_all},
};
use partnership::BodyId;
use store::{
    Cursor, KeyPart, Page, Query, Row, Statement, Tx, WriteTx, clauses, statements, values,
};

use super::{
    Decision, DecisionError, DecisionId, Filter, Frame, ResultName, State, StateName, Step, Voter,
    count::{Method, Outcome},
    find::Force,
};
use crate::{CommitmentId, Error, goal::Part, index::index_words, search_words};

statements! {
    LOAD = "SELECT id, supersedes, revision FROM decisions WHERE partnership = $1 AND id = $2";
    STEPS = "SELECT number, act, at, happened_on, person, organization, title, background, method,
        proposal, options, franchise, body, quorum, decider, advisers, owner, roll, due, words,
        voter, stance, ranking, choice
        FROM decision_steps WHERE partnership = $1 AND decision = $2 ORDER BY number";
    LIST = "SELECT d.id, d.supersedes, d.title, d.method, d.state, d.owner, d.body, d.due,
        d.closed_on, d.outcome, d.choice, d.day, d.roll, d.answered, d.rounds, d.reopened_by,
        d.replaced_on, d.revision FROM decisions d WHERE d.partnership = $1";
    INSERT = "INSERT INTO decisions (partnership, id, supersedes, revision, title, method, state,
        owner, body, due, closed_on, outcome, choice, day, roll, answered, rounds)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    SAVE = "UPDATE decisions SET title = $4, method = $5, state = $6, owner = $7, body = $8,
        due = $9, closed_on = $10, outcome = $11, choice = $12, day = $13, roll = $14,
        answered = $15, rounds = $16, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    ADD_STEP = "INSERT INTO decision_steps (partnership, decision, number, act, at, happened_on,
        person, organization, title, background, method, proposal, options, franchise, body,
        quorum, decider, advisers, owner, roll, due, words, voter, stance, ranking, choice)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23, $24, $25, $26)";
    WAIT = "INSERT INTO decision_roll (partnership, decision, voter, due, waits)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (partnership, decision, voter)
        DO UPDATE SET due = excluded.due, waits = excluded.waits";
    ADD_WORD = "INSERT INTO decision_words (partnership, word, decision) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, decision) DO NOTHING";
    DROP_WORD = "DELETE FROM decision_words
        WHERE partnership = $1 AND word = $2 AND decision = $3";
    // Only one question at a time reopens a decision, and only one takes its place.
    REOPEN = "UPDATE decisions SET reopened_by = $3
        WHERE partnership = $1 AND id = $2 AND state = 'closed' AND reopened_by IS NULL";
    LEAVE = "UPDATE decisions SET reopened_by = NULL
        WHERE partnership = $1 AND id = $2 AND reopened_by = $3";
    REPLACE = "UPDATE decisions SET replaced_on = $4
        WHERE partnership = $1 AND id = $2 AND reopened_by = $3";
    ATTACH = "INSERT INTO decision_commitments (partnership, decision, commitment)
        VALUES ($1, $2, $3) ON CONFLICT (partnership, decision, commitment) DO NOTHING";
    PARTS = "SELECT c.id, c.title, c.promiser, c.receiver, c.state, c.due, c.deadline, c.done_on
        FROM decision_commitments p
        JOIN commitments c ON c.partnership = p.partnership AND c.id = p.commitment
        WHERE p.partnership = $1 AND p.decision = $2 ORDER BY c.id LIMIT 200";
    TITLE = "SELECT title FROM decisions WHERE partnership = $1 AND id = $2";
    // Where the person leads an organization that is waited for.
    MINE_AS_LEAD = "SELECT DISTINCT p.slug, p.name AS partnership_name, d.id, d.title, r.due
        FROM grants g
        JOIN decision_roll r ON r.partnership = g.partnership AND r.voter = g.organization
            AND r.waits
        JOIN decisions d ON d.partnership = r.partnership AND d.id = r.decision
        JOIN partnerships p ON p.id = r.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY r.due, d.id LIMIT 20";
    // Where a seat that the person holds is waited for.
    MINE_IN_SEAT = "SELECT p.slug, p.name AS partnership_name, d.id, d.title, r.due
        FROM decision_roll r
        JOIN decisions d ON d.partnership = r.partnership AND d.id = r.decision
        JOIN partnerships p ON p.id = r.partnership
        WHERE r.partnership = $2 AND r.voter = $3 AND r.waits AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = $2 AND g.person = $1
        ) ORDER BY r.due, d.id LIMIT 20";
}

/// By which words one is found.
const WORDS: (&Statement, &Statement) = (&DROP_WORD, &ADD_WORD);

clauses! {
    IS of LIST = "AND d.id = $?";
    AFTER_IT of LIST = "AND d.supersedes = $?";
    IN_STATE of LIST = "AND d.state = $?";
    BY_METHOD of LIST = "AND d.method = $?";
    WITH of LIST = "AND d.outcome = $?";
    OF of LIST = "AND d.owner = $?";
    IN_BODY of LIST = "AND d.body = $?";
    IN_FORCE of LIST = "AND d.outcome IN ('adopted', 'chosen') AND d.replaced_on IS NULL";
    REPLACED of LIST = "AND d.replaced_on IS NOT NULL";
    WORD of LIST = "AND EXISTS (SELECT 1 FROM decision_words w WHERE w.partnership = d.partnership
        AND w.word = $? AND w.decision = d.id)";
    BEFORE of LIST = "AND (d.day, d.id) < ($?, $?)";
    LAST_FIRST of LIST = "ORDER BY d.day DESC, d.id DESC LIMIT $?";
    DUE_FIRST of LIST = "ORDER BY d.due, d.id LIMIT $?";
    IN_TIME of LIST = "ORDER BY d.id LIMIT $?";
}

/// A decision as lists show it; nothing of what anybody said.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name.
    pub id: DecisionId,
    /// The decision that it reopens.
    pub supersedes: Option<DecisionId>,
    /// The question.
    pub title: Title,
    /// How it is decided.
    pub method: Method,
    /// Where it stands.
    pub state: StateName,
    /// Who brings it.
    pub owner: OrganizationId,
    /// The body that decides, when it is one.
    pub body: Option<BodyId>,
    /// By when positions are due.
    pub due: Option<Date>,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// What came of it.
    pub result: Option<ResultName>,
    /// The option that was chosen.
    pub choice: Option<Title>,
    /// Its place in the log.
    pub day: Date,
    /// How many may answer.
    pub roll: i64,
    /// How many have, in the last round.
    pub answered: i64,
    /// How many rounds there were.
    pub rounds: i64,
    /// The question that reopens it.
    pub reopened_by: Option<DecisionId>,
    /// When that took its place.
    pub replaced_on: Option<Date>,
    /// How often it was changed.
    pub revision: Revision,
}

/// A position that is due from the reader, on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: DecisionId,
    pub(crate) title: Title,
    pub(crate) due: Date,
}

/// A decision as it was read, with what is needed to write the difference.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) decision: Decision,
    steps: usize,
    words: Vec<String>,
    waiting: Vec<(Voter, Date, bool)>,
}

impl Loaded {
    /// How many steps it had when it was read.
    pub(crate) const fn steps(&self) -> usize {
        self.steps
    }
}

pub(crate) async fn load(tx: &Tx, id: DecisionId) -> Result<Loaded, Error> {
    let row = tx.optional(&LOAD, values![id]).await?.ok_or(DecisionError::Missing)?;
    let frame = Frame { id: row.get("id")?, supersedes: row.get("supersedes")? };
    let rows = tx.query(&STEPS, values![id]).await?;
    let steps: Vec<Step> = rows.iter().map(act::step).collect::<Result<_, Error>>()?;
    let decision = Decision::replay(frame, row.get("revision")?, steps)?;
    Ok(Loaded {
        steps: decision.steps().len(),
        words: words(&decision),
        waiting: waiting(&decision),
        decision,
    })
}

/// Writes a new decision.
pub(crate) async fn insert(tx: &mut WriteTx, decision: &Decision) -> Result<(), Error> {
    let first = decision.steps().first().ok_or(DecisionError::History)?;
    let mut values = values![decision.id, decision.supersedes, decision.revision];
    values.extend(changing(decision));
    tx.execute(&INSERT, values).await?;
    tx.execute(&ADD_STEP, act::values_of(decision.id, first)).await?;
    Ok(index_words(tx, WORDS, decision.id, (&[], &words(decision))).await?)
}

/// Writes what the verbs since [`load`] changed, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, loaded: &mut Loaded) -> Result<(), Error> {
    let decision = &loaded.decision;
    let mut values = values![decision.id, decision.revision];
    values.extend(changing(decision));
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Decision(DecisionError::Raced)
        } else {
            error.into()
        }
    })?;
    for step in decision.steps().get(loaded.steps..).unwrap_or_default() {
        tx.execute(&ADD_STEP, act::values_of(decision.id, step)).await?;
    }
    let turned: Vec<Vec<Value>> = waiting(decision)
        .into_iter()
        .filter(|line| !loaded.waiting.contains(line))
        .map(|(voter, due, waits)| values![decision.id, voter, due, waits])
        .collect();
    tx.execute_many(&WAIT, turned).await?;
    index_words(tx, WORDS, decision.id, (&loaded.words, &words(decision))).await?;
    loaded.decision.revision = loaded.decision.revision.next();
    Ok(())
}

/// Notes that a question reopens a closed decision; whether none did before.
pub(crate) async fn reopen(
    tx: &mut WriteTx,
    old: DecisionId,
    by: DecisionId,
) -> Result<bool, Error> {
    Ok(tx.execute(&REOPEN, values![old, by]).await? > 0)
}

/// Notes that the question that reopened a decision left it as it was.
pub(crate) async fn leave(tx: &mut WriteTx, old: DecisionId, by: DecisionId) -> Result<(), Error> {
    tx.execute(&LEAVE, values![old, by]).await?;
    Ok(())
}

/// Notes that the question that reopened a decision took its place.
pub(crate) async fn replace(
    tx: &mut WriteTx,
    old: DecisionId,
    by: DecisionId,
    on: Date,
) -> Result<(), Error> {
    tx.execute(&REPLACE, values![old, by, on]).await?;
    Ok(())
}

/// Joins a commitment to the decision that it carries out.
pub(crate) async fn attach(
    tx: &mut WriteTx,
    id: DecisionId,
    commitment: CommitmentId,
) -> Result<(), Error> {
    tx.execute(&ATTACH, values![id, commitment]).await?;
    Ok(())
}

/// What was promised to carry a decision out.
pub(crate) async fn parts(tx: &Tx, id: DecisionId) -> Result<Vec<Part>, Error> {
    tx.query(&PARTS, values![id]).await?.iter().map(crate::goal::store::part).collect()
}

/// One page of the log, the latest first.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Entry>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text; 2])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(filter)
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LAST_FIRST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let entries = rows.iter().map(entry).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(entries, limit, |entry| Cursor(values![entry.day, entry.id])))
}

/// The questions that are open, the first due first.
pub(crate) async fn open(tx: &Tx, limit: i64) -> Result<Vec<Entry>, Error> {
    let query = LIST
        .select(Vec::new())
        .and(&IN_STATE, values![StateName::Open])
        .and(&DUE_FIRST, values![limit]);
    tx.query_settled(query, Vec::new()).await?.iter().map(entry).collect()
}

/// One decision as lists show it.
pub(crate) async fn one(tx: &Tx, id: DecisionId) -> Result<Option<Entry>, Error> {
    let query = LIST.select(Vec::new()).and(&IS, values![id]);
    tx.optional(query, Vec::new()).await?.as_ref().map(entry).transpose()
}

/// What a question is; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: DecisionId) -> Result<Option<Title>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

/// The questions that reopened or reopen a decision, in their order.
pub(crate) async fn successors(tx: &Tx, id: DecisionId) -> Result<Vec<Entry>, Error> {
    let query = LIST.select(Vec::new()).and(&AFTER_IT, values![id]).and(&IN_TIME, values![50_i64]);
    tx.query(query, Vec::new()).await?.iter().map(entry).collect()
}

/// The positions that are due from the reader, in every partnership, the first due first.
pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Mine>, Error> {
    let lead = tx.query_settled(&MINE_AS_LEAD, Vec::new()).err_into();
    let in_seats = async {
        let asked = partnership::my_seats(tx).await?.into_iter().map(|(partnership, seat)| {
            tx.query_settled(&MINE_IN_SEAT, values![partnership, Voter::Seat(seat)])
        });
        Ok::<_, Error>(try_join_all(asked).await?)
    };
    let (lead, in_seats) = try_join(lead, in_seats).await?;
    let rows = lead.iter().chain(in_seats.iter().flat_map(|rows| &**rows));
    let mine = |row: &Row| -> Result<Mine, Error> {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            due: row.get("due")?,
        })
    };
    let mut all = rows.map(mine).collect::<Result<Vec<_>, Error>>()?;
    all.sort_by_key(|mine| (mine.due, mine.id));
    all.dedup_by_key(|mine| mine.id);
    all.truncate(20);
    Ok(all)
}

fn filtered(filter: &Filter) -> Query {
    let force = |wanted: Force| (filter.force == Some(wanted)).then(Vec::new);
    let query = LIST
        .select(Vec::new())
        .and_if(&IN_STATE, filter.state.map(|state| values![state]))
        .and_if(&BY_METHOD, filter.method.map(|method| values![method]))
        .and_if(&WITH, filter.result.map(|result| values![result]))
        .and_if(&OF, filter.owner.map(|owner| values![owner]))
        .and_if(&IN_BODY, filter.body.map(|body| values![body]))
        .and_if(&IN_FORCE, force(Force::InForce))
        .and_if(&REPLACED, force(Force::Replaced));
    filter.words.iter().take(6).fold(query, |query, word| query.and(&WORD, values![word]))
}

/// What lists show of it, in the order of `INSERT` and `SAVE`.
fn changing(decision: &Decision) -> Vec<Value> {
    let (question, round) = (decision.question(), decision.round());
    let (method, closing) = (question.way.method(), decision.closing());
    let proposed = decision.steps().first().map(|step| step.voice.on);
    let day = match decision.state() {
        State::Closed(closing) => Some(closing.on),
        State::Withdrawn { on, .. } => Some(*on),
        State::Draft | State::Open => round.map(|round| round.since).or(proposed),
    };
    let choice = closing.and_then(|closing| match closing.outcome {
        Outcome::Chosen(option) => question.way.options().get(option),
        Outcome::Adopted | Outcome::NotAdopted | Outcome::Undecided(_) => None,
    });
    values![
        question.title,
        method,
        decision.state().name(),
        question.owner,
        question.way.electorate().and_then(super::Electorate::body),
        round.map(|round| round.due),
        closing.map(|closing| closing.on),
        closing.map(|closing| ResultName::of(&closing.outcome)),
        choice,
        day,
        whole(decision.roll().len()),
        whole(round.map_or(0, |round| round.given.len())),
        whole(decision.rounds().len()),
    ]
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn waiting(decision: &Decision) -> Vec<(Voter, Date, bool)> {
    let Some(round) = decision.round() else { return Vec::new() };
    let open = matches!(decision.state(), State::Open);
    let waits = |voter: Voter| open && decision.position_of(voter).is_none();
    let roll = decision.roll().iter();
    roll.map(|entry| (entry.voter, round.due, waits(entry.voter))).collect()
}

fn words(decision: &Decision) -> Vec<String> {
    let question = decision.question();
    let compromise = decision.closing().and_then(|closing| closing.compromise.as_ref());
    let texts = [
        Some(question.title.as_str()),
        question.way.text().map(super::Proposal::as_str),
        compromise.map(super::Note::as_str),
    ];
    let options = question.way.options().iter().map(Title::as_str);
    let background = question.background.as_ref().map(super::Background::as_str);
    search_words(texts.into_iter().flatten().chain(options).chain(background))
}

fn entry(row: &Row) -> Result<Entry, Error> {
    Ok(Entry {
        id: row.get("id")?,
        supersedes: row.get("supersedes")?,
        title: row.get("title")?,
        method: row.get("method")?,
        state: row.get("state")?,
        owner: row.get("owner")?,
        body: row.get("body")?,
        due: row.get("due")?,
        closed_on: row.get("closed_on")?,
        result: row.get("outcome")?,
        choice: row.get("choice")?,
        day: row.get("day")?,
        roll: row.get("roll")?,
        answered: row.get("answered")?,
        rounds: row.get("rounds")?,
        reopened_by: row.get("reopened_by")?,
        replaced_on: row.get("replaced_on")?,
        revision: row.get("revision")?,
    })
}
