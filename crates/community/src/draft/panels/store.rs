//! The drafts of the organizations that the signed-in person leads, with amendments that wait.

use ::store::{Row, Tx, statements};
use base::Title;

use crate::{Error, draft::DraftId};

statements! {
    MINE = "SELECT q.slug, q.name AS partnership_name, d.id, d.title, d.open_amendments
        FROM grants g
        JOIN drafts d ON d.partnership = g.partnership AND d.holder = g.organization
            AND d.open_amendments > 0 AND d.state <> 'withdrawn'
        JOIN partnerships q ON q.id = g.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY d.day, d.id LIMIT 20";
}

/// A draft with amendments that wait for an answer.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: DraftId,
    pub(crate) title: Title,
    pub(crate) open: i64,
}

/// The drafts with amendments that wait, in every partnership, the earliest first.
pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Mine>, Error> {
    let mine = |row: &Row| {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            open: row.get("open_amendments")?,
        })
    };
    tx.query_settled(&MINE, Vec::new()).await?.iter().map(mine).collect()
}
