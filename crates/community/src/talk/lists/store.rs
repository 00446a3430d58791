//! Talk as lists and pages read it: threads with how they begin, posts with the names of their
//! writers.

use std::collections::HashMap;

use base::{PersonId, Value};
use store::{Cursor, KeyPart, Page, Query, Row, Tx, clauses, statements, values};

use super::{Entry, Said};
use crate::{
    Error,
    talk::{
        Body, PostState, Thread, ThreadId,
        find::{Filter, Show},
        store as rows,
    },
};

/// How many kinds of records a list can be narrowed to.
const KINDS: usize = 20;

statements! {
    LIST = "SELECT t.id, t.subject_kind, t.subject, t.subject_name, t.title, t.version, t.line,
            t.quote, t.person, t.organization, t.opened_at, t.last_at, t.posts, t.help,
            t.closed_by, t.closed_at, f.body, f.state, n.name AS person_name,
            o.name AS organization_name
        FROM threads t
        JOIN posts f ON f.partnership = t.partnership AND f.thread = t.id AND f.number = 1
        LEFT JOIN people n ON n.partnership = t.partnership AND n.person = t.person
        LEFT JOIN organizations o ON o.id = t.organization
        WHERE t.partnership = $1";
    OF_SUBJECT = "SELECT t.id, t.subject_kind, t.subject, t.subject_name, t.title, t.version,
            t.line, t.quote, t.person, t.organization, t.opened_at, t.last_at, t.posts, t.help,
            t.closed_by, t.closed_at
        FROM threads t WHERE t.partnership = $1 AND t.subject_kind = $2 AND t.subject = $3
        ORDER BY t.last_at DESC, t.id DESC LIMIT $4";
    POSTS = "SELECT p.thread, p.number, p.id, p.person, p.organization, p.at, p.body, p.edited_at,
            p.state, p.appealed, p.agree, p.thanks, p.help, p.names, p.revision,
            n.name AS person_name, o.name AS organization_name,
            EXISTS (SELECT 1 FROM post_reactions r WHERE r.partnership = $1 AND r.post = p.id
                AND r.person = $2 AND r.reaction = 'agree') AS i_agree,
            EXISTS (SELECT 1 FROM post_reactions r WHERE r.partnership = $1 AND r.post = p.id
                AND r.person = $2 AND r.reaction = 'thanks') AS i_thank,
            EXISTS (SELECT 1 FROM post_reactions r WHERE r.partnership = $1 AND r.post = p.id
                AND r.person = $2 AND r.reaction = 'help') AS i_need_help
        FROM threads t
        JOIN posts p ON p.partnership = t.partnership AND p.thread = t.id
        LEFT JOIN people n ON n.partnership = p.partnership AND n.person = p.person
        LEFT JOIN organizations o ON o.id = p.organization
        WHERE t.partnership = $1";
}

clauses! {
    IN_KINDS of LIST = "AND t.subject_kind IN ($?, $?, $?, $?, $?, $?, $?, $?, $?, $?, $?, $?, $?,
        $?, $?, $?, $?, $?, $?, $?)";
    OF_KIND of LIST = "AND t.subject_kind = $?";
    OF_RECORD of LIST = "AND t.subject = $?";
    IS_OPEN of LIST = "AND t.closed_at IS NULL";
    IS_CLOSED of LIST = "AND t.closed_at IS NOT NULL";
    WITH_HELP of LIST = "AND t.help > 0 AND t.closed_at IS NULL";
    BY of LIST = "AND t.organization = $?";
    FOLLOWED of LIST = "AND EXISTS (SELECT 1 FROM thread_followers w
        WHERE w.partnership = t.partnership AND w.thread = t.id AND w.person = $?
        AND w.mode = 'follow')";
    WORD of LIST = "AND EXISTS (SELECT 1 FROM thread_words w WHERE w.partnership = t.partnership
        AND w.word = $? AND w.thread = t.id)";
    BEFORE of LIST = "AND (t.last_at, t.id) < ($?, $?)";
    // Of each thread the first post and the last three answers.
    ENDS of POSTS = "AND (p.number = 1 OR p.number > t.posts - 3) ORDER BY p.thread, p.number";
    OF_THREAD of POSTS = "AND t.id = $? AND p.number > $? ORDER BY p.number LIMIT $?";
    LAST_FIRST of LIST = "ORDER BY t.last_at DESC, t.id DESC LIMIT $?";
}

/// One page of threads, those in which something was said last first. Only about the kinds of
/// records that the reader may read; all kinds when none are given.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    kinds: Option<&[&'static str]>,
    (me, after, limit): (PersonId, Option<&str>, usize),
) -> Result<Page<Entry>, Error> {
    let parts = [KeyPart::Whole, KeyPart::Text];
    let after = after.map(|mark| Cursor::decode(mark, &parts)).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(filter, kinds, me)
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LAST_FIRST, values![one_more]);
    let found = tx.query(query, Vec::new()).await?;
    let entries = found.iter().map(entry).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(entries, limit, |entry| Cursor(values![entry.thread.last_at, entry.thread.id])))
}

fn filtered(filter: &Filter, kinds: Option<&[&'static str]>, me: PersonId) -> Query {
    let shows = |wanted: Show| (filter.show == Some(wanted)).then(Vec::new);
    let some = kinds.map(|kinds| {
        let mut values: Vec<Value> =
            kinds.iter().map(|kind| base::ToValue::to_value(*kind)).collect();
        // The clause always has the same number of places; no kind is called nothing.
        values.resize(KINDS, Value::Text(String::new()));
        values
    });
    let query = LIST
        .select(Vec::new())
        .and_if(&IN_KINDS, some)
        .and_if(&OF_KIND, filter.kind.as_ref().map(|kind| values![kind]))
        .and_if(&OF_RECORD, filter.id.as_ref().map(|id| values![id]))
        .and_if(&IS_OPEN, shows(Show::Open))
        .and_if(&IS_CLOSED, shows(Show::Closed))
        .and_if(&WITH_HELP, shows(Show::Help))
        .and_if(&FOLLOWED, shows(Show::Followed).map(|_| values![me]))
        .and_if(&BY, filter.organization.map(|organization| values![organization]));
    filter.words.iter().take(6).fold(query, |query, word| query.and(&WORD, values![word]))
}

/// The latest threads about a record, each with its first post and its last answers. Two queries; one
/// where nothing is said.
pub(crate) async fn of_subject(
    tx: &Tx,
    me: PersonId,
    (kind, id): (&str, &str),
    limit: i64,
) -> Result<Vec<(Entry, Vec<Said>)>, Error> {
    let threads = tx.query(&OF_SUBJECT, values![kind, id, limit]).await?;
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    let threads = threads.iter().map(rows::thread_of).collect::<Result<Vec<_>, Error>>()?;
    let ids = threads.iter().map(|thread| base::ToValue::to_value(&thread.id)).collect();
    let ends = POSTS.select(values![me]).and_one_of("t.id", ids).and(&ENDS, Vec::new());
    let mut posts: HashMap<ThreadId, Vec<Said>> = HashMap::new();
    for row in &tx.query(ends, Vec::new()).await? {
        let said = said(row)?;
        posts.entry(said.post.thread).or_default().push(said);
    }
    let with_posts = |thread: Thread| {
        let posts = posts.remove(&thread.id)?;
        Some((begun(thread, posts.first()?), posts))
    };
    Ok(threads.into_iter().filter_map(with_posts).collect())
}

/// Some posts of a thread, those after a number.
pub(crate) async fn posts(
    tx: &Tx,
    me: PersonId,
    thread: ThreadId,
    after: i64,
    limit: usize,
) -> Result<Vec<Said>, Error> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let some = POSTS.select(values![me]).and(&OF_THREAD, values![thread, after, limit]);
    tx.query(some, Vec::new()).await?.iter().map(said).collect()
}

fn entry(row: &Row) -> Result<Entry, Error> {
    let (state, body): (PostState, Body) = (row.get("state")?, row.get("body")?);
    Ok(Entry {
        thread: rows::thread_of(row)?,
        begins: Some(body).filter(|_| state == PostState::Shown),
        person: row.get::<Option<String>>("person_name")?.unwrap_or_default(),
        organization: row.get::<Option<String>>("organization_name")?.unwrap_or_default(),
    })
}

/// A thread with how it begins.
fn begun(thread: Thread, first: &Said) -> Entry {
    let begins = first.post.body.clone();
    Entry {
        thread,
        begins: begins.filter(|_| first.post.state == PostState::Shown),
        person: first.person.clone(),
        organization: first.organization.clone(),
    }
}

fn said(row: &Row) -> Result<Said, Error> {
    Ok(Said {
        post: rows::post_of(row)?,
        named: rows::mentions_of(row)?,
        person: row.get::<Option<String>>("person_name")?.unwrap_or_default(),
        organization: row.get::<Option<String>>("organization_name")?.unwrap_or_default(),
        mine: [row.get("i_agree")?, row.get("i_thank")?, row.get("i_need_help")?],
    })
}
