//! What the organizations that the signed-in person leads have not read.

use ::store::{Row, Tx, statements};
use base::{Date, Instant, Title};

use crate::{Error, announcement::AnnouncementId};

statements! {
    MINE = "SELECT q.slug, q.name AS partnership_name, a.id, a.title, a.at, a.read_by,
            o.name AS organization
        FROM grants g
        JOIN announcement_audience w ON w.partnership = g.partnership
            AND w.organization = g.organization AND w.read_at IS NULL
        JOIN announcements a ON a.partnership = w.partnership AND a.id = w.announcement
        JOIN partnerships q ON q.id = g.partnership
        JOIN organizations o ON o.id = g.organization
        WHERE g.person = $1 AND g.role = 'lead' AND a.withdrawn_at IS NULL
        ORDER BY a.at DESC, a.id, o.id LIMIT 20";
}

/// An announcement that waits to be read.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: AnnouncementId,
    pub(crate) title: Title,
    pub(crate) at: Instant,
    pub(crate) read_by: Option<Date>,
    pub(crate) organization: String,
}

/// What waits to be read, in every partnership, the latest first.
pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Mine>, Error> {
    let mine = |row: &Row| {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            at: row.get("at")?,
            read_by: row.get("read_by")?,
            organization: row.get("organization")?,
        })
    };
    tx.query_settled(&MINE, Vec::new()).await?.iter().map(mine).collect()
}
