//! At which meetings promises and decisions came to be, some at a time.

use ::store::{Row, Tx, clauses, statements};
use base::Date;

use crate::{Error, meeting::MeetingId};

statements! {
    ORIGINS = "SELECT m.id, m.title, m.held_on, i.title AS item, i.about FROM meeting_outcomes o
        JOIN meetings m ON m.partnership = o.partnership AND m.id = o.meeting
        JOIN meeting_items i ON i.partnership = o.partnership AND i.id = o.item
        WHERE o.partnership = $1";
}

clauses! {
    IN_ORDER of ORIGINS = "ORDER BY m.starts, m.id, i.place, o.subject";
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
    let query = ORIGINS.of_some("o.subject", ids).and(&IN_ORDER, Vec::new());
    let origin = |row: &Row| -> Result<Origin, Error> {
        Ok(Origin {
            meeting: row.get("id")?,
            title: row.get("title")?,
            on: row.get("held_on")?,
            item: row.get("item")?,
            about: row.get("about")?,
        })
    };
    tx.query(query, Vec::new()).await?.iter().map(origin).collect()
}
