//! The plan in the database: items, what joins them, and what was done with each.

use base::{Date, PersonId, Revision, Title, Value};
use store::{Row, Tx, WriteTx, statements, values};

use super::{Aim, GoalError, Item, ItemId, Judgement, Outline, Part, Span, Step};
use crate::{CommitmentId, Error, Receiver};

statements! {
    ITEMS = "SELECT id, layer, title, details, term, yardstick, owner, starts, due, first_starts,
        first_due, place, state, closed_on, closed_words, reviewed_on, judged, judged_why,
        judged_by, judged_for, judged_on, since, revision
        FROM plan_items WHERE partnership = $1 ORDER BY place, id LIMIT 5000";
    LINKS = "SELECT lower, upper FROM plan_links WHERE partnership = $1";
    PARTS = "SELECT p.item, c.id, c.title, c.promiser, c.receiver, c.state, c.due, c.deadline,
        c.done_on FROM plan_commitments p
        JOIN commitments c ON c.partnership = p.partnership AND c.id = p.commitment
        WHERE p.partnership = $1 ORDER BY p.item, c.id";
    STEPS = "SELECT number, act, at, happened_on, person, organization, words, about, from_day,
        to_day FROM plan_steps WHERE partnership = $1 AND item = $2 ORDER BY number DESC LIMIT 200";
    INSERT = "INSERT INTO plan_items (partnership, id, layer, title, details, term, yardstick,
        owner, starts, due, first_starts, first_due, place, state, since, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $10, $11, 'open', $12, $13)";
    SAVE = "UPDATE plan_items SET title = $4, details = $5, term = $6, yardstick = $7, owner = $8,
        starts = $9, due = $10, state = $11, closed_on = $12, closed_words = $13,
        reviewed_on = $14, judged = $15, judged_why = $16, judged_by = $17, judged_for = $18,
        judged_on = $19, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    PUT = "UPDATE plan_items SET place = $3 WHERE partnership = $1 AND id = $2";
    ADD_STEP = "INSERT INTO plan_steps (partnership, item, number, act, at, happened_on, person,
        organization, words, about, from_day, to_day)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
        FROM plan_steps WHERE partnership = $1 AND item = $2";
    LINK = "INSERT INTO plan_links (partnership, lower, upper) VALUES ($1, $2, $3)";
    UNLINK = "DELETE FROM plan_links WHERE partnership = $1 AND lower = $2 AND upper = $3";
    ATTACH = "INSERT INTO plan_commitments (partnership, item, commitment) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, item, commitment) DO NOTHING";
    DETACH = "DELETE FROM plan_commitments
        WHERE partnership = $1 AND item = $2 AND commitment = $3";
    NAMED = "SELECT id FROM commitments c WHERE partnership = $1 AND goal = $2
        AND NOT EXISTS (SELECT 1 FROM plan_commitments p WHERE p.partnership = c.partnership
        AND p.commitment = c.id) ORDER BY id LIMIT 1000";
    TITLE = "SELECT title FROM commitments WHERE partnership = $1 AND id = $2";
    ITEM_TITLE = "SELECT title FROM plan_items WHERE partnership = $1 AND id = $2";
    SERVED = "SELECT i.id, i.layer, i.title FROM plan_commitments p
        JOIN plan_items i ON i.partnership = p.partnership AND i.id = p.item
        WHERE p.partnership = $1 AND p.commitment = $2 ORDER BY i.place, i.id";
}

/// The whole plan.
pub(crate) async fn outline(tx: &Tx) -> Result<Outline, Error> {
    let items = tx.query(&ITEMS, Vec::new()).await?;
    let items = items.iter().map(item).collect::<Result<Vec<_>, Error>>()?;
    let links = tx.query(&LINKS, Vec::new()).await?;
    let link = |row: &Row| -> Result<(ItemId, ItemId), Error> {
        Ok((row.get("lower")?, row.get("upper")?))
    };
    let links = links.iter().map(link).collect::<Result<Vec<_>, Error>>()?;
    let parts = tx.query(&PARTS, Vec::new()).await?;
    let part = |row: &Row| -> Result<(ItemId, Part), Error> { Ok((row.get("item")?, part(row)?)) };
    let parts = parts.iter().map(part).collect::<Result<Vec<_>, Error>>()?;
    Ok(Outline::new(items, &links, parts))
}

/// What was done with an item, the latest first.
pub(crate) async fn steps(tx: &Tx, id: ItemId) -> Result<Vec<Step>, Error> {
    let step = |row: &Row| -> Result<Step, Error> {
        Ok(Step {
            number: row.get("number")?,
            act: row.get("act")?,
            at: row.get("at")?,
            on: row.get("happened_on")?,
            person: row.get("person")?,
            organization: row.get("organization")?,
            words: row.get("words")?,
            about: row.get("about")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
        })
    };
    tx.query(&STEPS, values![id]).await?.iter().map(step).collect()
}

pub(crate) async fn insert(tx: &mut WriteTx, item: &Item) -> Result<(), Error> {
    let Item { aim, span, .. } = item;
    let values = values![
        item.id,
        item.layer,
        aim.title,
        aim.details,
        aim.term,
        aim.yardstick,
        aim.owner,
        span.starts,
        span.due,
        item.place,
        item.since,
        item.revision,
    ];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Writes what a verb changed, if nobody else changed it.
pub(crate) async fn save(tx: &mut WriteTx, item: &mut Item) -> Result<(), Error> {
    let Item { aim, span, judged, .. } = &*item;
    let judged = judged.as_ref();
    let values = values![
        item.id,
        item.revision,
        aim.title,
        aim.details,
        aim.term,
        aim.yardstick,
        aim.owner,
        span.starts,
        span.due,
        item.state,
        item.closed_on,
        item.closed_words,
        item.reviewed_on,
        judged.map(|judged| judged.status),
        judged.map(|judged| judged.why.clone()),
        judged.map(|judged| judged.by),
        judged.map(|judged| judged.organization),
        judged.map(|judged| judged.on),
    ];
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Goal(GoalError::Changed)
        } else {
            error.into()
        }
    })?;
    item.revision = item.revision.next();
    Ok(())
}

/// Adds a step to the history; its number is the next one.
pub(crate) async fn add_step(tx: &mut WriteTx, id: ItemId, step: &Step) -> Result<(), Error> {
    let values = values![
        id,
        step.act,
        step.at,
        step.on,
        step.person,
        step.organization,
        step.words,
        step.about,
        step.from,
        step.to,
    ];
    tx.execute(&ADD_STEP, values).await?;
    Ok(())
}

pub(crate) async fn put(tx: &mut WriteTx, id: ItemId, place: i64) -> Result<(), Error> {
    tx.execute(&PUT, values![id, place]).await?;
    Ok(())
}

pub(crate) async fn link(tx: &mut WriteTx, lower: ItemId, upper: ItemId) -> Result<(), Error> {
    tx.execute(&LINK, values![lower, upper]).await?;
    Ok(())
}

pub(crate) async fn unlink(tx: &mut WriteTx, lower: ItemId, upper: ItemId) -> Result<(), Error> {
    tx.execute(&UNLINK, values![lower, upper]).await?;
    Ok(())
}

/// Attaches commitments to an item; those that are attached already stay.
pub(crate) async fn attach(
    tx: &mut WriteTx,
    item: ItemId,
    commitments: &[CommitmentId],
) -> Result<(), Error> {
    let rows: Vec<Vec<Value>> = commitments.iter().map(|id| values![item, *id]).collect();
    tx.execute_many(&ATTACH, rows).await?;
    Ok(())
}

/// Detaches a commitment; whether it was attached.
pub(crate) async fn detach(
    tx: &mut WriteTx,
    item: ItemId,
    commitment: CommitmentId,
) -> Result<bool, Error> {
    Ok(tx.execute(&DETACH, values![item, commitment]).await? > 0)
}

/// The commitments that name an item in words and are attached to none.
pub(crate) async fn named(tx: &Tx, title: &Title) -> Result<Vec<CommitmentId>, Error> {
    let rows = tx.query(&NAMED, values![title.as_str().to_owned()]).await?;
    rows.iter().map(|row| Ok(row.get("id")?)).collect()
}

/// What a commitment is called; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: CommitmentId) -> Result<Option<Title>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

/// What an item is called; none when there is none.
pub(crate) async fn item_title(tx: &Tx, id: ItemId) -> Result<Option<Title>, Error> {
    let row = tx.optional(&ITEM_TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

/// The items that a commitment carries.
pub(crate) async fn served(
    tx: &Tx,
    commitment: CommitmentId,
) -> Result<Vec<(ItemId, Title)>, Error> {
    let rows = tx.query(&SERVED, values![commitment]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("title")?))).collect()
}

fn item(row: &Row) -> Result<Item, Error> {
    Ok(Item {
        id: row.get("id")?,
        layer: row.get("layer")?,
        aim: Aim {
            title: row.get("title")?,
            details: row.get("details")?,
            term: row.get("term")?,
            yardstick: row.get("yardstick")?,
            owner: row.get("owner")?,
        },
        span: Span { starts: row.get("starts")?, due: row.get("due")? },
        first: Span { starts: row.get("first_starts")?, due: row.get("first_due")? },
        place: row.get("place")?,
        state: row.get("state")?,
        closed_on: row.get("closed_on")?,
        closed_words: row.get("closed_words")?,
        reviewed_on: row.get("reviewed_on")?,
        judged: judgement(row)?,
        since: row.get("since")?,
        revision: row.get::<Revision>("revision")?,
    })
}

fn judgement(row: &Row) -> Result<Option<Judgement>, Error> {
    let Some(status) = row.get("judged")? else { return Ok(None) };
    let by: Option<PersonId> = row.get("judged_by")?;
    let on: Option<Date> = row.get("judged_on")?;
    Ok(Some(Judgement {
        status,
        why: row.get("judged_why")?,
        by: by.ok_or(Error::History)?,
        organization: row.get("judged_for")?,
        on: on.ok_or(Error::History)?,
    }))
}

pub(crate) fn part(row: &Row) -> Result<Part, Error> {
    let receiver: Option<base::OrganizationId> = row.get("receiver")?;
    Ok(Part {
        id: row.get("id")?,
        title: row.get("title")?,
        promiser: row.get("promiser")?,
        receiver: receiver.map_or(Receiver::Partnership, Receiver::Organization),
        state: row.get("state")?,
        due: row.get("due")?,
        deadline: row.get("deadline")?,
        done_on: row.get("done_on")?,
    })
}
