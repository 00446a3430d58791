//! Rulings and doors in the database.

use ::store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::Hidden;
use crate::{
    Error,
    talk::{Door, Post, Ruling, ThreadId, Voice},
};

statements! {
    RULE = "INSERT INTO post_rulings (partnership, id, post, thread, act, person, organization, at,
        why) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_THREAD = "SELECT id, post, act, person, organization, at, why FROM post_rulings
        WHERE partnership = $1 AND thread = $2 ORDER BY id LIMIT 200";
    RECORD = "SELECT r.id, r.post, r.act, r.person, r.organization, r.at, r.why, r.thread,
            t.subject_name, p.state, p.appealed, n.name AS writer
        FROM post_rulings r
        JOIN posts p ON p.partnership = r.partnership AND p.id = r.post
        JOIN threads t ON t.partnership = r.partnership AND t.id = r.thread
        LEFT JOIN people n ON n.partnership = p.partnership AND n.person = p.person
        WHERE r.partnership = $1";
    APPEALED = "SELECT COUNT(*) AS n FROM posts
        WHERE partnership = $1 AND state = 'hidden' AND appealed";
    DOORS = "SELECT subject_kind, subject, guests FROM talk_doors WHERE partnership = $1
        ORDER BY subject_kind, subject LIMIT 500";
    SET_DOOR = "INSERT INTO talk_doors (partnership, subject_kind, subject, guests)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, subject_kind, subject) DO UPDATE SET guests = excluded.guests";
}

clauses! {
    BEFORE of RECORD = "AND r.id < $?";
    LAST_FIRST of RECORD = "ORDER BY r.id DESC LIMIT $?";
}

/// Writes what was done to a post.
pub(crate) async fn rule(tx: &mut WriteTx, post: &Post, ruling: &Ruling) -> Result<(), Error> {
    let (by, why) = (ruling.by, &ruling.why);
    let values = values![
        ruling.id,
        post.id,
        post.thread,
        ruling.act,
        by.person,
        by.organization,
        by.at,
        why
    ];
    tx.execute(&RULE, values).await?;
    Ok(())
}

/// What was done to the posts of a thread, in its order.
pub(crate) async fn of_thread(tx: &Tx, thread: ThreadId) -> Result<Vec<Ruling>, Error> {
    tx.query(&OF_THREAD, values![thread]).await?.iter().map(ruling).collect()
}

/// One page of the record, the latest first.
pub(crate) async fn page(
    tx: &Tx,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Hidden>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = RECORD
        .select(Vec::new())
        .and_if(&BEFORE, after.map(|cursor| cursor.0))
        .and(&LAST_FIRST, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let all = rows.iter().map(hidden).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(all, limit, |one| Cursor(values![one.last.id])))
}

/// How many writers wait for another look.
pub(crate) async fn waiting(tx: &Tx) -> Result<i64, Error> {
    Ok(tx.one(&APPEALED, Vec::new()).await?.get("n")?)
}

/// Where guests may write.
pub(crate) async fn doors(tx: &Tx) -> Result<Vec<Door>, Error> {
    let rows = tx.query(&DOORS, Vec::new()).await?;
    let some = |text: String| (!text.is_empty()).then_some(text);
    let door = |row: &Row| {
        Ok(Door {
            kind: some(row.get("subject_kind")?),
            id: some(row.get("subject")?),
            guests: row.get("guests")?,
        })
    };
    rows.iter().map(door).collect()
}

/// Says whether guests may write somewhere.
pub(crate) async fn set_door(tx: &mut WriteTx, door: &Door) -> Result<(), Error> {
    let (kind, id) = (door.kind.as_deref(), door.id.as_deref());
    let values = values![kind.unwrap_or_default(), id.unwrap_or_default(), door.guests];
    tx.execute(&SET_DOOR, values).await?;
    Ok(())
}

fn hidden(row: &Row) -> Result<Hidden, Error> {
    Ok(Hidden {
        thread: row.get("thread")?,
        last: ruling(row)?,
        about_name: row.get("subject_name")?,
        writer: row.get::<Option<String>>("writer")?.unwrap_or_default(),
        state: row.get("state")?,
        appealed: row.get("appealed")?,
    })
}

fn ruling(row: &Row) -> Result<Ruling, Error> {
    Ok(Ruling {
        id: row.get("id")?,
        post: row.get("post")?,
        act: row.get("act")?,
        by: Voice {
            person: row.get("person")?,
            organization: row.get("organization")?,
            at: row.get("at")?,
        },
        why: row.get("why")?,
    })
}
