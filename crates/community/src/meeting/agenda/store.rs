//! Agendas in the database, and what is left over for a body's next meeting.

use base::Revision;
use partnership::BodyId;
use store::{Row, Tx, WriteTx, statements, values};

use super::{Item, ItemId, ItemState, Topic};
use crate::{
    Error,
    meeting::{Length, MeetingError, MeetingId, store::raced},
};

statements! {
    OF_MEETING = "SELECT id, meeting, place, title, kind, length, presenter, why, about, source,
        comes_from, added_by, state, went_to, notes, notes_number, collided, revision
        FROM meeting_items WHERE partnership = $1 AND meeting = $2 ORDER BY place, id";
    ONE = "SELECT id, meeting, place, title, kind, length, presenter, why, about, source,
        comes_from, added_by, state, went_to, notes, notes_number, collided, revision
        FROM meeting_items WHERE partnership = $1 AND id = $2";
    INSERT = "INSERT INTO meeting_items (partnership, id, meeting, place, title, kind, length,
        presenter, why, about, source, comes_from, added_by, state, went_to, notes, notes_number,
        collided, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19)";
    SAVE = "UPDATE meeting_items SET place = $4, title = $5, length = $6, presenter = $7, why = $8,
        about = $9, state = $10, went_to = $11, collided = $12, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    REMOVE = "DELETE FROM meeting_items
        WHERE partnership = $1 AND id = $2 AND revision = $3 AND notes_number = 0";
    LEAVE = "INSERT INTO meeting_leftovers (partnership, body, item) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, body, item) DO NOTHING";
    LEFT = "SELECT item FROM meeting_leftovers WHERE partnership = $1 AND body = $2
        ORDER BY item LIMIT 60";
    TAKEN = "DELETE FROM meeting_leftovers WHERE partnership = $1 AND body = $2 AND item = $3";
}

/// The agenda of a meeting in its order, with what was set aside.
pub(crate) async fn of_meeting(tx: &Tx, meeting: MeetingId) -> Result<Vec<Item>, Error> {
    tx.query(&OF_MEETING, values![meeting]).await?.iter().map(item).collect()
}

/// One item of a meeting.
pub(crate) async fn one(tx: &Tx, meeting: MeetingId, id: ItemId) -> Result<Item, Error> {
    let item = find(tx, id).await?;
    item.filter(|item| item.meeting == meeting).ok_or_else(|| MeetingError::NoItem.into())
}

/// One item of whichever meeting.
pub(crate) async fn find(tx: &Tx, id: ItemId) -> Result<Option<Item>, Error> {
    tx.optional(&ONE, values![id]).await?.as_ref().map(item).transpose()
}

pub(crate) async fn insert(tx: &mut WriteTx, item: &Item) -> Result<(), Error> {
    let topic = &item.topic;
    let values = values![
        item.id,
        item.meeting,
        item.place,
        topic.title,
        item.kind,
        topic.length,
        topic.presenter,
        topic.why,
        topic.about,
        item.source,
        item.comes_from,
        item.added_by,
        item.state,
        item.went_to,
        item.notes,
        item.notes_number,
        item.collided,
        item.revision,
    ];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Writes an item but for its notes, if nobody else changed it since it was read.
pub(crate) async fn save(tx: &mut WriteTx, item: &mut Item) -> Result<(), Error> {
    let topic = &item.topic;
    let values = values![
        item.id,
        item.revision,
        item.place,
        topic.title,
        topic.length,
        topic.presenter,
        topic.why,
        topic.about,
        item.state,
        item.went_to,
        item.collided,
    ];
    tx.execute_fresh(&SAVE, values).await.map_err(raced)?;
    item.revision = item.revision.next();
    Ok(())
}

/// Takes an item away to which nothing was noted.
pub(crate) async fn remove(tx: &mut WriteTx, item: &Item) -> Result<(), Error> {
    tx.execute_fresh(&REMOVE, values![item.id, item.revision]).await.map_err(raced)
}

/// Keeps something for the next meeting of a body: an item, or a meeting whose minutes wait.
pub(crate) async fn leave(tx: &mut WriteTx, body: BodyId, what: &str) -> Result<(), Error> {
    tx.execute(&LEAVE, values![body, what]).await?;
    Ok(())
}

/// What is kept for the next meeting of a body.
pub(crate) async fn left(tx: &Tx, body: BodyId) -> Result<Vec<String>, Error> {
    let rows = tx.query(&LEFT, values![body]).await?;
    rows.iter().map(|row| Ok(row.get("item")?)).collect()
}

/// Notes that a meeting has taken what was kept.
pub(crate) async fn taken(tx: &mut WriteTx, body: BodyId, what: &str) -> Result<(), Error> {
    tx.execute(&TAKEN, values![body, what]).await?;
    Ok(())
}

pub(crate) fn item(row: &Row) -> Result<Item, Error> {
    let length: Option<i64> = row.get("length")?;
    Ok(Item {
        id: row.get("id")?,
        meeting: row.get("meeting")?,
        place: row.get("place")?,
        topic: Topic {
            title: row.get("title")?,
            length: length.and_then(Length::new),
            presenter: row.get("presenter")?,
            why: row.get("why")?,
            about: row.get("about")?,
        },
        kind: row.get("kind")?,
        source: row.get("source")?,
        comes_from: row.get("comes_from")?,
        added_by: row.get("added_by")?,
        state: row.get::<ItemState>("state")?,
        went_to: row.get("went_to")?,
        notes: row.get("notes")?,
        notes_number: row.get("notes_number")?,
        collided: row.get("collided")?,
        revision: row.get::<Revision>("revision")?,
    })
}
