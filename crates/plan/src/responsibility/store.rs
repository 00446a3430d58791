//! Responsibilities in the database: what they are, and what was done with each.

use std::collections::BTreeMap;

use base::{OrganizationId, Title, Value};
use futures_util::{
    TryFutureExt as _,
    future::{try_join_all, try_join3},
};
use partnership::SeatId;
use store::{Query, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    Bearer, Frame, Responsibility, ResponsibilityError, ResponsibilityId, Side, State, StateName,
    Step,
};
use crate::{Error, goal::ItemId};

statements! {
    LIST = "SELECT r.id, r.item, r.organization, r.seat, r.duty, r.state, r.turn, r.day, r.revision
        FROM responsibilities r WHERE r.partnership = $1";
    INSERT = "INSERT INTO responsibilities (partnership, id, item, organization, seat, duty, state,
        turn, day, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE responsibilities SET duty = $4, state = $5, turn = $6, day = $7,
        revision = revision + 1 WHERE partnership = $1 AND id = $2 AND revision = $3";
    TAKEN = "SELECT id FROM responsibilities WHERE partnership = $1 AND item = $2
        AND organization = $3 AND COALESCE(seat, '') = $4 AND state IN ('proposed', 'accepted')
        LIMIT 1";
    ADD_STEP = "INSERT INTO responsibility_steps (partnership, responsibility, number, act, at,
        happened_on, person, organization, duty, words)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9
        FROM responsibility_steps WHERE partnership = $1 AND responsibility = $2";
    STEPS = "SELECT act, at, happened_on, person, organization, duty, words
        FROM responsibility_steps WHERE partnership = $1 AND responsibility = $2
        ORDER BY number DESC LIMIT 200";
    COUNTS = "SELECT organization, duty, state, COUNT(*) AS count FROM responsibilities
        WHERE partnership = $1 AND state IN ('proposed', 'accepted')
        GROUP BY organization, duty, state";
    OWNED = "SELECT owner, COUNT(*) AS count FROM plan_items
        WHERE partnership = $1 AND state = 'open' GROUP BY owner";
    PROMISED = "SELECT organization, CAST(SUM(active) AS BIGINT) AS count FROM commitment_months
        WHERE partnership = $1 AND organization <> '' GROUP BY organization";
    ASKED = "SELECT voter, COUNT(*) AS count FROM decision_roll
        WHERE partnership = $1 AND waits GROUP BY voter";
    // What waits for an organization that the person leads.
    MINE_AS_LEAD = "SELECT p.slug, p.name AS partnership_name, r.id, r.duty, r.turn, r.organization,
        r.day, i.title FROM grants g
        JOIN responsibilities r ON r.partnership = g.partnership AND r.turn = 'bearer'
            AND r.organization = g.organization AND r.seat IS NULL
        JOIN plan_items i ON i.partnership = r.partnership AND i.id = r.item
        JOIN partnerships p ON p.id = r.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY r.day, r.id LIMIT 20";
    // What waits for those who keep the item: the leads of who answers for it.
    MINE_TO_SETTLE = "SELECT p.slug, p.name AS partnership_name, r.id, r.duty, r.turn,
        r.organization, r.day, i.title FROM grants g
        JOIN plan_items i ON i.partnership = g.partnership AND i.owner = g.organization
        JOIN responsibilities r ON r.partnership = i.partnership AND r.item = i.id
            AND r.state = 'proposed' AND r.turn = 'plan'
        JOIN partnerships p ON p.id = r.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY r.day, r.id LIMIT 20";
    // What waits for a seat that the person holds.
    MINE_IN_SEAT = "SELECT p.slug, p.name AS partnership_name, r.id, r.duty, r.turn, r.organization,
        r.day, i.title FROM responsibilities r
        JOIN plan_items i ON i.partnership = r.partnership AND i.id = r.item
        JOIN partnerships p ON p.id = r.partnership
        WHERE r.partnership = $2 AND r.seat = $3 AND r.state = 'proposed' AND r.turn = 'bearer'
        AND EXISTS (SELECT 1 FROM grants g WHERE g.partnership = $2 AND g.person = $1)
        ORDER BY r.day, r.id LIMIT 20";
}

clauses! {
    IS of LIST = "AND r.id = $?";
    FOR_ITEM of LIST = "AND r.item = $? ORDER BY r.id LIMIT 500";
    OPEN of LIST = "AND r.state IN ('proposed', 'accepted') ORDER BY r.id LIMIT 20000";
}

/// A responsibility that waits for the reader, on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Mine {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: ResponsibilityId,
    pub(crate) duty: super::Duty,
    pub(crate) turn: Side,
    pub(crate) organization: OrganizationId,
    pub(crate) day: base::Date,
    pub(crate) title: Title,
}

/// How many things of some kind each organization, or each voter, has.
pub(crate) type Counts = BTreeMap<String, i64>;

pub(crate) async fn find(tx: &Tx, id: ResponsibilityId) -> Result<Option<Responsibility>, Error> {
    let query = LIST.select(Vec::new()).and(&IS, values![id]);
    tx.optional(query, Vec::new()).await?.as_ref().map(role).transpose()
}

/// What was ever proposed for an item, the oldest first.
pub(crate) async fn of_item(tx: &Tx, item: ItemId) -> Result<Vec<Responsibility>, Error> {
    roles(tx, LIST.select(Vec::new()).and(&FOR_ITEM, values![item])).await
}

/// What holds or may come to hold, in all of the plan.
pub(crate) async fn open(tx: &Tx) -> Result<Vec<Responsibility>, Error> {
    roles(tx, LIST.select(Vec::new()).and(&OPEN, Vec::new())).await
}

async fn roles(tx: &Tx, query: Query) -> Result<Vec<Responsibility>, Error> {
    tx.query(query, Vec::new()).await?.iter().map(role).collect()
}

/// Whether the bearer has a part in the item already, or was asked for one.
pub(crate) async fn is_taken(tx: &Tx, role: &Responsibility) -> Result<bool, Error> {
    let seat = role.bearer.seat().map(|seat| seat.to_string()).unwrap_or_default();
    let found = tx.optional(&TAKEN, values![role.item, role.organization, seat]).await?;
    Ok(found.is_some())
}

pub(crate) async fn insert(tx: &mut WriteTx, role: &Responsibility) -> Result<(), Error> {
    let mut values = values![role.id, role.item, role.organization, role.bearer.seat()];
    values.extend(changing(role));
    values.push(store::to_value(&role.revision));
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Writes what a verb changed, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, role: &mut Responsibility) -> Result<(), Error> {
    let mut values = values![role.id, role.revision];
    values.extend(changing(role));
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Responsibility(ResponsibilityError::Changed)
        } else {
            error.into()
        }
    })?;
    role.revision = role.revision.next();
    Ok(())
}

/// Adds a step to the history; its number is the next one.
pub(crate) async fn add_step(
    tx: &mut WriteTx,
    id: ResponsibilityId,
    step: &Step,
) -> Result<(), Error> {
    let values = values![
        id,
        step.act,
        step.at,
        step.on,
        step.person,
        step.organization,
        step.duty,
        step.words,
    ];
    tx.execute(&ADD_STEP, values).await?;
    Ok(())
}

/// What was done, the latest first.
pub(crate) async fn steps(tx: &Tx, id: ResponsibilityId) -> Result<Vec<Step>, Error> {
    let step = |row: &Row| -> Result<Step, Error> {
        Ok(Step {
            act: row.get("act")?,
            at: row.get("at")?,
            on: row.get("happened_on")?,
            person: row.get("person")?,
            organization: row.get("organization")?,
            duty: row.get("duty")?,
            words: row.get("words")?,
        })
    };
    tx.query(&STEPS, values![id]).await?.iter().map(step).collect()
}

/// How many responsibilities each organization has, by duty, and whether they were accepted.
pub(crate) async fn counts(
    tx: &Tx,
) -> Result<Vec<(OrganizationId, super::Duty, StateName, i64)>, Error> {
    let rows = tx.query(&COUNTS, Vec::new()).await?;
    let count = |row: &Row| -> Result<_, Error> {
        Ok((row.get("organization")?, row.get("duty")?, row.get("state")?, row.get("count")?))
    };
    rows.iter().map(count).collect()
}

/// How many open items each organization answers for.
pub(crate) async fn owned(tx: &Tx) -> Result<Counts, Error> {
    grouped(&tx.query(&OWNED, Vec::new()).await?, "owner")
}

/// How many commitments of each organization bind.
pub(crate) async fn promised(tx: &Tx) -> Result<Counts, Error> {
    grouped(&tx.query(&PROMISED, Vec::new()).await?, "organization")
}

/// How many positions are due from each voter.
pub(crate) async fn asked(tx: &Tx) -> Result<Counts, Error> {
    grouped(&tx.query(&ASKED, Vec::new()).await?, "voter")
}

fn grouped(rows: &[Row], by: &str) -> Result<Counts, Error> {
    rows.iter().map(|row| Ok((row.get(by)?, row.get("count")?))).collect()
}

/// What waits for the reader, in every partnership, the oldest first.
pub(crate) async fn mine(tx: &Tx) -> Result<Vec<Mine>, Error> {
    let lead = tx.query_settled(&MINE_AS_LEAD, Vec::new()).err_into();
    let settle = tx.query_settled(&MINE_TO_SETTLE, Vec::new()).err_into();
    let in_seats = async {
        let seats = partnership::my_seats(tx).await?.into_iter();
        let asked = seats
            .map(|(partnership, seat)| tx.query_settled(&MINE_IN_SEAT, values![partnership, seat]));
        Ok::<_, Error>(try_join_all(asked).await?)
    };
    let (lead, settle, in_seats) = try_join3(lead, settle, in_seats).await?;
    let rows = lead.iter().chain(&*settle).chain(in_seats.iter().flat_map(|rows| &**rows));
    let mine = |row: &Row| -> Result<Mine, Error> {
        Ok(Mine {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            duty: row.get("duty")?,
            turn: row.get("turn")?,
            organization: row.get("organization")?,
            day: row.get("day")?,
            title: row.get("title")?,
        })
    };
    let mut all = rows.map(mine).collect::<Result<Vec<_>, Error>>()?;
    all.sort_by_key(|mine| (mine.day, mine.id));
    all.dedup_by_key(|mine| mine.id);
    all.truncate(20);
    Ok(all)
}

fn changing(role: &Responsibility) -> Vec<Value> {
    values![role.duty, role.state().name(), role.turn(), role.day]
}

fn role(row: &Row) -> Result<Responsibility, Error> {
    let organization: OrganizationId = row.get("organization")?;
    let seat: Option<SeatId> = row.get("seat")?;
    let frame = Frame {
        id: row.get("id")?,
        item: row.get("item")?,
        bearer: seat.map_or(Bearer::Organization(organization), Bearer::Seat),
        organization,
    };
    let turn: Option<Side> = row.get("turn")?;
    let state = match (row.get("state")?, turn) {
        (StateName::Proposed, Some(turn)) => State::Proposed { by: turn.other() },
        (StateName::Proposed, None) => return Err(Error::History),
        (StateName::Accepted, _) => State::Accepted,
        (StateName::Declined, _) => State::Declined,
        (StateName::Withdrawn, _) => State::Withdrawn,
        (StateName::Ended, _) => State::Ended,
    };
    let duty = row.get("duty")?;
    Ok(Responsibility::stored(frame, (duty, state), row.get("day")?, row.get("revision")?))
}
