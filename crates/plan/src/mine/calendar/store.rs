//! What is due, for one's own calendar. `$1` is the person; `grants` lets only partnerships through in
//! which they still are.

use base::{Date, Title};
use store::{Row, Tx, statements, values};

use crate::{
    Error,
    goal::ItemId,
    mine::store::{Mine, mine},
};

statements! {
    PROMISED = "SELECT p.slug, p.name AS partnership_name, p.zone, c.id, c.title, c.promiser,
        c.receiver, c.due, c.deadline, c.state, c.done_on, c.turn_of
        FROM (SELECT DISTINCT g.partnership FROM grants g WHERE g.person = $1) t
        JOIN commitments c ON c.partnership = t.partnership AND c.in_charge = $1
            AND c.shelf = 'active'
        JOIN partnerships p ON p.id = c.partnership
        ORDER BY c.day, c.id LIMIT 300";
    MILESTONES = "SELECT DISTINCT p.slug, p.name AS partnership_name, i.id, i.title, i.due
        FROM grants g JOIN plan_items i ON i.partnership = g.partnership AND i.owner = g.organization
            AND i.layer = 'milestone' AND i.state = 'open' AND i.due IS NOT NULL
        JOIN partnerships p ON p.id = i.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY i.due, i.id LIMIT 300";
}

/// A milestone that is not reached.
#[derive(Debug, Clone)]
pub(crate) struct Milestone {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: ItemId,
    pub(crate) title: Title,
    pub(crate) due: Date,
}

/// The open commitments of which the signed-in person is in charge.
pub(crate) async fn promised(tx: &Tx) -> Result<Vec<Mine>, Error> {
    tx.query(&PROMISED, values![]).await?.iter().map(mine).collect()
}

/// The open milestones of the organizations that the signed-in person leads.
pub(crate) async fn milestones(tx: &Tx) -> Result<Vec<Milestone>, Error> {
    let milestone = |row: &Row| -> Result<Milestone, Error> {
        Ok(Milestone {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            due: row.get("due")?,
        })
    };
    tx.query(&MILESTONES, values![]).await?.iter().map(milestone).collect()
}
