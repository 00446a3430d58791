//! What a seat carries of the plan, in the database.

use ::store::{Row, Tx, statements, values};
use base::{Date, OrganizationId};

use crate::{
    Error,
    decision::DecisionId,
    goal::{Part, store::part},
    responsibility::{self, ResponsibilityId},
};

statements! {
    PROMISES = "SELECT c.id, c.title, c.promiser, c.receiver, c.state, c.due, c.deadline, c.done_on
        FROM commitments c WHERE c.partnership = $1 AND c.seat = $2
        AND c.state IN ('proposed', 'open', 'claimed') ORDER BY c.deadline, c.id LIMIT 100";
    QUESTIONS = "SELECT d.id, d.title, r.due FROM decision_roll r
        JOIN decisions d ON d.partnership = r.partnership AND d.id = r.decision
        WHERE r.partnership = $1 AND r.voter = $2 AND r.waits ORDER BY r.due, d.id LIMIT 100";
    DRAFTS = "SELECT d.id, d.title, d.due FROM decisions d
        WHERE d.partnership = $1 AND d.owner = $2 AND d.state = 'draft' ORDER BY d.id LIMIT 100";
    DUTIES = "SELECT r.id, r.duty, i.title FROM responsibilities r
        JOIN plan_items i ON i.partnership = r.partnership AND i.id = r.item
        WHERE r.partnership = $1 AND r.seat = $2 AND r.state IN ('proposed', 'accepted')
        ORDER BY i.title, r.id LIMIT 100";
}

/// A question: its name, what it asks, by when.
pub(super) type Waits = (DecisionId, String, Option<Date>);

/// A part in an item of the plan: its name, the item, what it is.
pub(super) type Duty = (ResponsibilityId, String, responsibility::Duty);

pub(super) async fn promises(tx: &Tx, seat: &str) -> Result<Vec<Part>, Error> {
    tx.query(&PROMISES, values![seat]).await?.iter().map(part).collect()
}

pub(super) async fn questions(tx: &Tx, seat: &str) -> Result<Vec<Waits>, Error> {
    tx.query(&QUESTIONS, values![seat]).await?.iter().map(waits).collect()
}

pub(super) async fn drafts(tx: &Tx, of: OrganizationId) -> Result<Vec<Waits>, Error> {
    tx.query(&DRAFTS, values![of]).await?.iter().map(waits).collect()
}

pub(super) async fn duties(tx: &Tx, seat: &str) -> Result<Vec<Duty>, Error> {
    let rows = tx.query(&DUTIES, values![seat]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("title")?, row.get("duty")?))).collect()
}

fn waits(row: &Row) -> Result<Waits, Error> {
    Ok((row.get("id")?, row.get("title")?, row.get("due")?))
}
