//! Notes with all their texts, outcomes and corrections in the database.

use base::{Date, Instant, PersonId};
use partnership::Names;
use store::{Row, Tx, WriteTx, statements, values};

use super::{CorrectionEntry, Outcome, OutcomeKind, Version};
use crate::{
    Error,
    meeting::{MeetingError, MeetingId, agenda::ItemId, store::raced},
};

statements! {
    TEXT = "SELECT body FROM meeting_notes WHERE partnership = $1 AND item = $2 AND number = $3";
    // Only from the text that was read: of two who write at once the second comes again.
    WRITE = "UPDATE meeting_items SET notes = $4, notes_number = $5, collided = collided OR $6
        WHERE partnership = $1 AND id = $2 AND notes_number = $3";
    KEEP = "INSERT INTO meeting_notes (partnership, item, number, body, person, at, merged)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    VERSIONS = "SELECT number, body, person, at, merged FROM meeting_notes
        WHERE partnership = $1 AND item = $2 ORDER BY number DESC LIMIT 200";
    OUTCOMES = "SELECT item, kind, subject, title FROM meeting_outcomes
        WHERE partnership = $1 AND meeting = $2 ORDER BY item, kind, subject";
    ADD_OUTCOME = "INSERT INTO meeting_outcomes (partnership, meeting, item, kind, subject, title,
        person) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (partnership, meeting, item, kind, subject) DO NOTHING";
    DROP_OUTCOME = "DELETE FROM meeting_outcomes WHERE partnership = $1 AND meeting = $2
        AND item = $3 AND kind = $4 AND subject = $5";
    CORRECTIONS = "SELECT c.number, c.words, c.person, p.name AS person_name, c.on_day,
        c.taken_back FROM meeting_corrections c
        LEFT JOIN people p ON p.partnership = c.partnership AND p.person = c.person
        WHERE c.partnership = $1 AND c.meeting = $2 ORDER BY c.number";
    CORRECT = "INSERT INTO meeting_corrections (partnership, meeting, number, words, person, on_day,
        taken_back) VALUES ($1, $2, $3, $4, $5, $6, FALSE)";
    TAKE_BACK = "UPDATE meeting_corrections SET taken_back = TRUE
        WHERE partnership = $1 AND meeting = $2 AND number = $3 AND person = $4";
}

/// A text that was sent before; the empty one before the first.
pub(crate) async fn text(tx: &Tx, item: ItemId, number: i64) -> Result<String, Error> {
    if number == 0 {
        return Ok(String::new());
    }
    let row = tx.optional(&TEXT, values![item, number]).await?;
    Ok(row.ok_or(MeetingError::NoBase)?.get("body")?)
}

/// Writes the text of an item, if it is still the one that was read.
pub(crate) async fn write(
    tx: &mut WriteTx,
    item: ItemId,
    seen: i64,
    text: &str,
    number: i64,
    collided: bool,
) -> Result<(), Error> {
    tx.execute_fresh(&WRITE, values![item, seen, text, number, collided]).await.map_err(raced)
}

/// Keeps a text that was sent, or a merge.
pub(crate) async fn keep(tx: &mut WriteTx, item: ItemId, version: &Version) -> Result<(), Error> {
    let Version { number, text, by, at, merged } = version;
    tx.execute(&KEEP, values![item, *number, text, *by, *at, *merged]).await?;
    Ok(())
}

/// Every text of an item, the latest first.
pub(crate) async fn versions(tx: &Tx, item: ItemId) -> Result<Vec<Version>, Error> {
    let version = |row: &Row| -> Result<Version, Error> {
        Ok(Version {
            number: row.get("number")?,
            text: row.get("body")?,
            by: row.get::<PersonId>("person")?,
            at: row.get::<Instant>("at")?,
            merged: row.get("merged")?,
        })
    };
    tx.query(&VERSIONS, values![item]).await?.iter().map(version).collect()
}

/// What came of the items of a meeting.
pub(crate) async fn outcomes(tx: &Tx, meeting: MeetingId) -> Result<Vec<Outcome>, Error> {
    let outcome = |row: &Row| -> Result<Outcome, Error> {
        Ok(Outcome {
            item: row.get("item")?,
            kind: row.get::<OutcomeKind>("kind")?,
            subject: row.get("subject")?,
            title: row.get("title")?,
        })
    };
    tx.query(&OUTCOMES, values![meeting]).await?.iter().map(outcome).collect()
}

/// Joins something to the item that it came of.
pub(crate) async fn add_outcome(
    tx: &mut WriteTx,
    meeting: MeetingId,
    outcome: &Outcome,
    by: PersonId,
) -> Result<(), Error> {
    let Outcome { item, kind, subject, title } = outcome;
    tx.execute(&ADD_OUTCOME, values![meeting, *item, *kind, subject, title, by]).await?;
    Ok(())
}

/// Undoes that; whether it was there.
pub(crate) async fn drop_outcome(
    tx: &mut WriteTx,
    meeting: MeetingId,
    item: ItemId,
    kind: OutcomeKind,
    subject: &str,
) -> Result<bool, Error> {
    Ok(tx.execute(&DROP_OUTCOME, values![meeting, item, kind, subject]).await? > 0)
}

/// What people want changed in the minutes of a meeting.
pub(crate) async fn corrections(
    tx: &Tx,
    meeting: MeetingId,
) -> Result<Vec<CorrectionEntry>, Error> {
    Ok(corrections_told(tx, meeting).await?.0)
}

/// The same, and what those are called who want it.
pub(crate) async fn corrections_told(
    tx: &Tx,
    meeting: MeetingId,
) -> Result<(Vec<CorrectionEntry>, Names), Error> {
    let correction = |row: &Row| -> Result<CorrectionEntry, Error> {
        Ok(CorrectionEntry {
            number: row.get("number")?,
            words: row.get("words")?,
            by: row.get("person")?,
            on: row.get::<Date>("on_day")?,
            taken_back: row.get("taken_back")?,
        })
    };
    let rows = tx.query(&CORRECTIONS, values![meeting]).await?;
    let names = Names::of(&rows, "person", "person_name")?;
    Ok((rows.iter().map(correction).collect::<Result<_, _>>()?, names))
}

/// Writes down what somebody wants changed.
pub(crate) async fn correct(
    tx: &mut WriteTx,
    meeting: MeetingId,
    entry: &CorrectionEntry,
) -> Result<(), Error> {
    let values = values![meeting, entry.number, entry.words, entry.by, entry.on];
    tx.execute(&CORRECT, values).await?;
    Ok(())
}

/// Takes one's own words back; whether they were one's own.
pub(crate) async fn take_back(
    tx: &mut WriteTx,
    meeting: MeetingId,
    number: i64,
    by: PersonId,
) -> Result<bool, Error> {
    Ok(tx.execute(&TAKE_BACK, values![meeting, number, by]).await? > 0)
}
