//! At which meetings promises and decisions came to be, some at a time.

use ::store::{Row, Tx, statements};
use base::{Date, Value};

use crate::{Error, meeting::MeetingId};

statements! {
    ORIGINS = "SELECT m.id, m.title, m.held_on, i.title AS item, i.about FROM meeting_outcomes o
        JOIN meetings m ON m.partnership = o.partnership AND m.id = o.meeting
        JOIN meeting_items i ON i.partnership = o.partnership AND i.id = o.item
        WHERE o.partnership = $1 AND o.subject IN (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
            $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50,
            $51) ORDER BY m.starts, m.id, i.place, o.subject";
}

/// A meeting at which something came to be, and the item that it came of.
pub(super) struct Origin {
    pub(super) meeting: MeetingId,
    pub(super) title: String,
    pub(super) on: Date,
    pub(super) item: String,
    /// The page that the item was about.
    pub(super) about: Option<String>,
}

/// The meetings at which these came to be, the earliest first.
pub(super) async fn origins(tx: &Tx, ids: &[String]) -> Result<Vec<Origin>, Error> {
    let mut values: Vec<Value> = ids.iter().map(|id| Value::Text(id.clone())).collect();
    values.resize(super::AT_ONCE, Value::Text(String::new()));
    let origin = |row: &Row| -> Result<Origin, Error> {
        Ok(Origin {
            meeting: row.get("id")?,
            title: row.get("title")?,
            on: row.get("held_on")?,
            item: row.get("item")?,
            about: row.get("about")?,
        })
    };
    tx.query(&ORIGINS, values).await?.iter().map(origin).collect()
}
