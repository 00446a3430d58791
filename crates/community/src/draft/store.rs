//! Drafts and their versions in the database.

use std::collections::BTreeMap;

use base::{Date, Value};
use store::{Cursor, KeyPart, Page, Query, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    Draft, DraftError, DraftId, Publication, State, StateName, Text, Version, access, find::Filter,
};
use crate::{Error, talk::Voice};

statements! {
    LOAD = "SELECT id, title, kind, purpose, holder, opened_on, version, text, state,
        published_version, published_on, audience, withdrawn_why, open_amendments, day, revision
        FROM drafts WHERE partnership = $1 AND id = $2";
    // Without the texts: a list of thirty charters would be a megabyte.
    LIST = "SELECT d.id, d.title, d.kind, d.purpose, d.holder, d.opened_on, d.version, '-' AS text,
        d.state, d.published_version, d.published_on, d.audience, d.withdrawn_why,
        d.open_amendments, d.day, d.revision FROM drafts d WHERE d.partnership = $1";
    TITLE = "SELECT title FROM drafts WHERE partnership = $1 AND id = $2";
    INSERT = "INSERT INTO drafts (partnership, id, title, kind, purpose, holder, person, opened_on,
        version, text, state, open_amendments, day, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $8, 1)";
    SAVE = "UPDATE drafts SET title = $4, purpose = $5, version = $6, text = $7, state = $8,
        published_version = $9, published_on = $10, audience = $11, withdrawn_why = $12, day = $13,
        revision = revision + 1 WHERE partnership = $1 AND id = $2 AND revision = $3";
    COUNT = "UPDATE drafts SET open_amendments = open_amendments + $3
        WHERE partnership = $1 AND id = $2";
    ADD_VERSION = "INSERT INTO draft_versions (partnership, draft, number, text, note, person,
        organization, at, base, collisions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    VERSION = "SELECT number, text, note, person, organization, at, base, collisions
        FROM draft_versions WHERE partnership = $1 AND draft = $2 AND number = $3";
    // Without the texts.
    VERSIONS = "SELECT number, '-' AS text, note, person, organization, at, base, collisions
        FROM draft_versions WHERE partnership = $1 AND draft = $2 AND number < $3
        ORDER BY number DESC LIMIT $4";
    // The versions whose lines are talked about, and where.
    ANCHORS = "SELECT id, version, line, posts FROM threads
        WHERE partnership = $1 AND subject_kind = 'draft' AND subject = $2
            AND version IS NOT NULL AND closed_at IS NULL
        ORDER BY last_at DESC, id DESC LIMIT 200";
    ANCHORED = "SELECT number, text FROM draft_versions
        WHERE partnership = $1 AND draft = $2 AND number IN (
            SELECT t.version FROM threads t
            WHERE t.partnership = $1 AND t.subject_kind = 'draft' AND t.subject = $2
                AND t.version IS NOT NULL AND t.closed_at IS NULL
            ORDER BY t.last_at DESC, t.id DESC LIMIT 200
        )";
    ADD_WORD = "INSERT INTO draft_words (partnership, word, draft) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, word, draft) DO NOTHING";
    DROP_WORDS = "DELETE FROM draft_words WHERE partnership = $1 AND draft = $2";
    PUBLISH = "INSERT INTO public_documents (partnership, draft, place, title, holder, text,
        version, published_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (partnership, draft) DO UPDATE SET place = excluded.place,
        title = excluded.title, holder = excluded.holder, text = excluded.text,
        version = excluded.version, published_on = excluded.published_on";
    UNPUBLISH = "DELETE FROM public_documents WHERE partnership = $1 AND draft = $2";
    IS_PUBLIC = "SELECT draft FROM public_documents WHERE partnership = $1 LIMIT 1";
}

clauses! {
    IN_STATE of LIST = "AND d.state = $?";
    OF_KIND of LIST = "AND d.kind = $?";
    HELD_BY of LIST = "AND d.holder = $?";
    WORD of LIST = "AND EXISTS (SELECT 1 FROM draft_words w WHERE w.partnership = d.partnership
        AND w.word = $? AND w.draft = d.id)";
    BEFORE of LIST = "AND (d.day, d.id) < ($?, $?)";
    LAST_FIRST of LIST = "ORDER BY d.day DESC, d.id DESC LIMIT $?";
}

/// A discussion about a line of a version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Anchored {
    pub(crate) thread: crate::talk::ThreadId,
    pub(crate) version: i64,
    pub(crate) line: i64,
    pub(crate) posts: i64,
}

pub(crate) async fn load(tx: &Tx, id: DraftId) -> Result<Draft, Error> {
    let row = tx.optional(&LOAD, values![id]).await?.ok_or(DraftError::Missing)?;
    draft(&row)
}

/// What a draft is called; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: DraftId) -> Result<Option<String>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

/// One page of drafts without their texts, the latest first.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Draft>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text; 2])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = filtered(filter)
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LAST_FIRST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let all = rows.iter().map(draft).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(all, limit, |one| Cursor(values![one.day, one.id])))
}

fn filtered(filter: &Filter) -> Query {
    let query = LIST
        .select(Vec::new())
        .and_if(&IN_STATE, filter.state.map(|state| values![state]))
        .and_if(&OF_KIND, filter.kind.map(|kind| values![kind]))
        .and_if(&HELD_BY, filter.holder.map(|holder| values![holder]));
    filter.words.iter().take(6).fold(query, |query, word| query.and(&WORD, values![word]))
}

pub(crate) async fn version(tx: &Tx, id: DraftId, number: i64) -> Result<Version, Error> {
    let row = tx.optional(&VERSION, values![id, number]).await?.ok_or(DraftError::Missing)?;
    version_of(&row)
}

/// One page of the versions without their texts, the latest first.
pub(crate) async fn versions(
    tx: &Tx,
    id: DraftId,
    before: Option<i64>,
    limit: usize,
) -> Result<Page<Version>, Error> {
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let before = before.unwrap_or(i64::MAX);
    let rows = tx.query(&VERSIONS, values![id, before, one_more]).await?;
    let all = rows.iter().map(version_of).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(all, limit, |one| Cursor(values![one.number])))
}

/// The discussions about single lines, and the texts of the versions that they are about.
pub(crate) async fn anchors(
    tx: &Tx,
    id: DraftId,
) -> Result<(Vec<Anchored>, BTreeMap<i64, String>), Error> {
    let rows = tx.query(&ANCHORS, values![id]).await?;
    let anchored = |row: &Row| -> Result<Anchored, Error> {
        Ok(Anchored {
            thread: row.get("id")?,
            version: row.get("version")?,
            line: row.get("line")?,
            posts: row.get("posts")?,
        })
    };
    let all = rows.iter().map(anchored).collect::<Result<Vec<_>, Error>>()?;
    if all.is_empty() {
        return Ok((all, BTreeMap::new()));
    }
    let rows = tx.query(&ANCHORED, values![id]).await?;
    let text =
        |row: &Row| -> Result<(i64, String), Error> { Ok((row.get("number")?, row.get("text")?)) };
    Ok((all, rows.iter().map(text).collect::<Result<_, Error>>()?))
}

/// Writes a new draft with its first version.
pub(crate) async fn insert(tx: &mut WriteTx, one: &Draft, first: &Version) -> Result<(), Error> {
    let values = values![
        one.id,
        one.title,
        one.kind,
        one.purpose,
        one.holder,
        first.by.person,
        one.opened_on,
        one.version,
        one.text,
        one.state.name()
    ];
    tx.execute(&INSERT, values).await?;
    add_version(tx, one.id, first).await?;
    index(tx, one).await
}

/// Writes a changed draft, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, one: &mut Draft) -> Result<(), Error> {
    let (published, why) = match &one.state {
        State::Writing => (None, None),
        State::Published(publication) => (Some(*publication), None),
        State::Withdrawn { why } => (None, Some(why)),
    };
    let values = values![
        one.id,
        one.revision,
        one.title,
        one.purpose,
        one.version,
        one.text,
        one.state.name(),
        published.map(|publication| publication.version),
        published.map(|publication| publication.on),
        published.map(|publication| publication.audience),
        why,
        one.day
    ];
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Draft(DraftError::Raced)
        } else {
            error.into()
        }
    })?;
    one.revision = one.revision.next();
    index(tx, one).await
}

/// Writes a new version.
pub(crate) async fn add_version(tx: &mut WriteTx, id: DraftId, one: &Version) -> Result<(), Error> {
    let values = values![
        id,
        one.number,
        one.text,
        one.note,
        one.by.person,
        one.by.organization,
        one.by.at,
        one.base,
        one.collisions
    ];
    tx.execute(&ADD_VERSION, values).await?;
    Ok(())
}

/// Counts the amendments that wait for an answer.
pub(crate) async fn count(tx: &mut WriteTx, id: DraftId, by: i64) -> Result<(), Error> {
    tx.execute(&COUNT, values![id, by]).await?;
    Ok(())
}

/// Puts a version where anybody reads it.
pub(crate) async fn publish(
    tx: &mut WriteTx,
    one: &Draft,
    holder: &str,
    on: Date,
) -> Result<(), Error> {
    let place = tx.place()?.name.clone();
    let values = values![one.id, place, one.title, holder, one.text, one.version, on];
    tx.execute(&PUBLISH, values).await?;
    tx.show(access::SHOWN, true).await?;
    Ok(())
}

/// Takes it from there. Where nothing is left, nobody sees that there was something.
pub(crate) async fn unpublish(tx: &mut WriteTx, id: DraftId) -> Result<(), Error> {
    tx.execute(&UNPUBLISH, values![id]).await?;
    if tx.optional(&IS_PUBLIC, Vec::new()).await?.is_none() {
        tx.show(access::SHOWN, false).await?;
    }
    Ok(())
}

/// Makes a draft be found by the words of its title and its text.
async fn index(tx: &mut WriteTx, one: &Draft) -> Result<(), Error> {
    let words = plan::search_words([one.title.as_str(), one.text.as_str()]);
    tx.execute(&DROP_WORDS, values![one.id]).await?;
    let rows: Vec<Vec<Value>> = words.iter().map(|word| values![word, one.id]).collect();
    tx.execute_many(&ADD_WORD, rows).await?;
    Ok(())
}

fn draft(row: &Row) -> Result<Draft, Error> {
    let name: StateName = row.get("state")?;
    let published =
        match (row.get("published_version")?, row.get("audience")?, row.get("published_on")?) {
            (Some(version), Some(audience), Some(on)) => {
                Some(Publication { version, audience, on })
            }
            (None | Some(_), _, _) => None,
        };
    let state = match (name, published, row.get("withdrawn_why")?) {
        (StateName::Published, Some(publication), _) => State::Published(publication),
        (StateName::Withdrawn, _, Some(why)) => State::Withdrawn { why },
        (StateName::Writing | StateName::Published | StateName::Withdrawn, _, _) => State::Writing,
    };
    Ok(Draft {
        id: row.get("id")?,
        title: row.get("title")?,
        kind: row.get("kind")?,
        purpose: row.get("purpose")?,
        holder: row.get("holder")?,
        opened_on: row.get("opened_on")?,
        version: row.get("version")?,
        text: row.get::<Text>("text")?,
        state,
        open_amendments: row.get("open_amendments")?,
        day: row.get("day")?,
        revision: row.get("revision")?,
    })
}

fn version_of(row: &Row) -> Result<Version, Error> {
    Ok(Version {
        number: row.get("number")?,
        text: row.get("text")?,
        note: row.get("note")?,
        by: Voice {
            person: row.get("person")?,
            organization: row.get("organization")?,
            at: row.get("at")?,
        },
        base: row.get("base")?,
        collisions: row.get("collisions")?,
    })
}
