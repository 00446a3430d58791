//! One person's commitments across partnerships. `$1` is the person; `grants` lets only
//! partnerships through in which they still are.

use base::{Date, OrganizationId, Title, Zone};
use partnership::Directory;
use store::{Row, Tx, statements, values};
use web::Shell;

use crate::{CommitmentId, Error, Receiver, StateName, Timing};

statements! {
    // In each partnership only up to the day of the last row that can be among the first 20: to sort
    // all that somebody owes would take longer with each commitment.
    OWED = "SELECT p.slug, p.name AS partnership_name, p.zone, c.id, c.title, c.promiser,
        c.receiver, c.due, c.deadline, c.state, c.done_on, c.turn_of
        FROM (SELECT DISTINCT g.partnership FROM grants g WHERE g.person = $1) t
        JOIN commitments c ON c.partnership = t.partnership AND c.in_charge = $1
            AND c.shelf = 'active' AND c.day <= COALESCE((
                SELECT l.day FROM commitments l WHERE l.partnership = t.partnership
                AND l.in_charge = $1 AND l.shelf = 'active'
                ORDER BY l.day, l.id LIMIT 1 OFFSET 19), '9999-12-31')
        JOIN partnerships p ON p.id = c.partnership
        ORDER BY c.day, c.id LIMIT 20";
    // What waits for an organization for which the person acts; or for all partners together when
    // the person answers for another one than promised it.
    AWAITED = "SELECT DISTINCT p.slug, p.name AS partnership_name, p.zone, c.id, c.title,
        c.promiser, c.receiver, c.due, c.deadline, c.state, c.done_on, c.turn_of, c.day
        FROM (
            SELECT g.partnership, g.organization AS own, g.organization AS turn FROM grants g
            WHERE g.person = $1 AND g.role IN ('coordinator', 'lead', 'member')
            UNION
            SELECT g.partnership, g.organization AS own, 'everybody' AS turn FROM grants g
            WHERE g.person = $1 AND g.role IN ('coordinator', 'lead')
        ) t
        CROSS JOIN (SELECT 'offered' AS shelf UNION ALL SELECT 'claimed' AS shelf) s
        JOIN commitments c ON c.partnership = t.partnership AND c.turn_of = t.turn
            AND c.shelf = s.shelf AND (t.turn = t.own OR c.promiser <> t.own)
            AND c.day <= COALESCE((
                SELECT l.day FROM commitments l WHERE l.partnership = t.partnership
                AND l.turn_of = t.turn AND l.shelf = s.shelf
                AND (t.turn = t.own OR l.promiser <> t.own)
                ORDER BY l.day, l.id LIMIT 1 OFFSET 19), '9999-12-31')
        JOIN partnerships p ON p.id = c.partnership
        ORDER BY c.day, c.id LIMIT 20";
    // What the person can unblock as a lead of either side, and is not in charge of.
    STUCK = "SELECT DISTINCT p.slug, p.name AS partnership_name, p.zone, c.id, c.title, c.promiser,
        c.receiver, c.due, c.deadline, c.state, c.done_on, c.turn_of, c.day
        FROM (
            SELECT c.* FROM grants g JOIN commitments c
                ON c.partnership = g.partnership AND c.promiser = g.organization
                AND c.shelf = 'active' AND c.in_charge <> $1 AND c.day <= COALESCE((
                    SELECT l.day FROM commitments l WHERE l.partnership = g.partnership
                    AND l.promiser = g.organization AND l.shelf = 'active' AND l.day <= $2
                    AND l.in_charge <> $1 ORDER BY l.day, l.id LIMIT 1 OFFSET 9), $2)
                WHERE g.person = $1 AND g.role = 'lead'
            UNION ALL
            SELECT c.* FROM grants g JOIN commitments c
                ON c.partnership = g.partnership AND c.receiver = g.organization
                AND c.shelf = 'active' AND c.in_charge <> $1 AND c.day <= COALESCE((
                    SELECT l.day FROM commitments l WHERE l.partnership = g.partnership
                    AND l.receiver = g.organization AND l.shelf = 'active' AND l.day <= $2
                    AND l.in_charge <> $1 ORDER BY l.day, l.id LIMIT 1 OFFSET 9), $2)
                WHERE g.person = $1 AND g.role = 'lead'
        ) c
        JOIN partnerships p ON p.id = c.partnership
        ORDER BY c.day, c.id LIMIT 10";
}

/// A commitment on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) zone: Zone,
    pub(crate) id: CommitmentId,
    pub(crate) title: Title,
    pub(crate) promiser: OrganizationId,
    pub(crate) receiver: Receiver,
    pub(crate) due: Date,
    pub(crate) deadline: Date,
    pub(crate) state: StateName,
    pub(crate) done_on: Option<Date>,
    pub(crate) turn_of: Option<String>,
}

/// The names of the organizations in some commitments.
pub(crate) struct Names(Directory);

impl Mine {
    pub(crate) fn timing(&self, today: Date) -> Timing {
        Timing::of(self.state, self.deadline, self.done_on, today)
    }
}

impl Names {
    pub(crate) fn promiser(&self, mine: &Mine) -> &str {
        self.0.name(mine.promiser)
    }

    pub(crate) fn receiver(&self, shell: &Shell, mine: &Mine) -> String {
        match mine.receiver {
            Receiver::Organization(of) => self.0.name(of).to_owned(),
            Receiver::Partnership => shell.t("commitments-everybody").into_owned(),
        }
    }
}

pub(crate) async fn owed(tx: &Tx) -> Result<Vec<Mine>, Error> {
    tx.query_settled(&OWED, Vec::new()).await?.iter().map(mine).collect()
}

pub(crate) async fn awaited(tx: &Tx) -> Result<Vec<Mine>, Error> {
    tx.query_settled(&AWAITED, Vec::new()).await?.iter().map(mine).collect()
}

pub(crate) async fn stuck(tx: &Tx, until: Date) -> Result<Vec<Mine>, Error> {
    tx.query_settled(&STUCK, values![until]).await?.iter().map(mine).collect()
}

pub(crate) async fn names(tx: &Tx) -> Result<Names, Error> {
    Ok(Names(partnership::my_directory(tx).await?))
}

pub(super) fn mine(row: &Row) -> Result<Mine, Error> {
    let receiver: Option<OrganizationId> = row.get("receiver")?;
    Ok(Mine {
        slug: row.get("slug")?,
        partnership_name: row.get("partnership_name")?,
        zone: row.get("zone")?,
        id: row.get("id")?,
        title: row.get("title")?,
        promiser: row.get("promiser")?,
        receiver: receiver.map_or(Receiver::Partnership, Receiver::Organization),
        due: row.get("due")?,
        deadline: row.get("deadline")?,
        state: row.get("state")?,
        done_on: row.get("done_on")?,
        turn_of: row.get("turn_of")?,
    })
}
