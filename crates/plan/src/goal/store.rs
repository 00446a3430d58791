//! The plan in the database: items, what joins them, and what was done with each.

use base::{Date, PersonId, Revision, Title, Value};
use futures_util::{
    TryFutureExt as _,
    future::{try_join, try_join4},
};
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    Aim, Direction, GoalError, Item, ItemId, Judgement, Outline, Part, Pile, Span, Step,
    measure::store as measures,
};
use crate::{CommitmentId, Error, Goal, Receiver};

/// A goal whose review is due from the reader, on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Due {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: ItemId,
    pub(crate) title: Title,
    pub(crate) seen_on: Date,
}

statements! {
    ITEMS = "SELECT id, layer, title, details, term, yardstick, owner, starts, due, first_starts,
        first_due, place, state, closed_on, closed_words, reviewed_on, judged, judged_why,
        judged_by, judged_for, judged_on, since, revision
        FROM plan_items WHERE partnership = $1 ORDER BY place, id LIMIT 5000";
    FIND = "SELECT id, layer, title, details, term, yardstick, owner, starts, due, first_starts,
        first_due, place, state, closed_on, closed_words, reviewed_on, judged, judged_why,
        judged_by, judged_for, judged_on, since, revision
        FROM plan_items WHERE partnership = $1 AND id = $2";
    MEASURED = "SELECT i.id, i.layer, i.title, i.details, i.term, i.yardstick, i.owner, i.starts,
        i.due, i.first_starts, i.first_due, i.place, i.state, i.closed_on, i.closed_words,
        i.reviewed_on, i.judged, i.judged_why, i.judged_by, i.judged_for, i.judged_on, i.since,
        i.revision FROM plan_measures m
        JOIN plan_items i ON i.partnership = m.partnership AND i.id = m.item
        WHERE m.partnership = $1 AND m.measure = $2 ORDER BY i.place, i.id";
    LINKS = "SELECT lower, upper FROM plan_links WHERE partnership = $1 ORDER BY lower, upper";
    // Commitments that carry one item only, counted by how they look on a day: where they stand, and
    // whether their own day has passed.
    PILES = "WITH several AS (SELECT commitment FROM plan_commitments WHERE partnership = $1
            GROUP BY commitment HAVING COUNT(*) > 1)
        SELECT p.item, c.state, MIN(c.deadline) AS deadline, COUNT(*) AS count
        FROM plan_commitments p
        JOIN commitments c ON c.partnership = p.partnership AND c.id = p.commitment
        WHERE p.partnership = $1 AND p.commitment NOT IN (SELECT commitment FROM several)
        GROUP BY p.item, c.state, c.deadline < $2
        ORDER BY p.item, c.state, MIN(c.deadline)";
    // Those that carry several, each by its name.
    SHARED = "WITH several AS (SELECT commitment FROM plan_commitments WHERE partnership = $1
            GROUP BY commitment HAVING COUNT(*) > 1)
        SELECT p.item, c.id, c.state, c.deadline FROM several s
        JOIN plan_commitments p ON p.partnership = $1 AND p.commitment = s.commitment
        JOIN commitments c ON c.partnership = p.partnership AND c.id = p.commitment
        ORDER BY p.item, c.id";
    // What carries an item or anything that serves it; each once, however many ways lead there.
    PARTS = "WITH RECURSIVE under (item) AS (
            SELECT i.id FROM plan_items i WHERE i.partnership = $1 AND i.id = $2
            UNION SELECT l.lower FROM under u
            JOIN plan_links l ON l.partnership = $1 AND l.upper = u.item)
        SELECT c.id, c.title, c.promiser, c.receiver, c.state, c.due, c.deadline, c.done_on,
            EXISTS (SELECT 1 FROM plan_commitments o WHERE o.partnership = c.partnership
                AND o.item = $2 AND o.commitment = c.id) AS own
        FROM commitments c WHERE c.partnership = $1 AND c.id IN (
            SELECT p.commitment FROM under u
            JOIN plan_commitments p ON p.partnership = $1 AND p.item = u.item)";
    OWN = "SELECT p.commitment FROM plan_commitments p
        WHERE p.partnership = $1 AND p.item = $2 ORDER BY p.commitment LIMIT 200";
    IS_ATTACHED = "SELECT commitment FROM plan_commitments
        WHERE partnership = $1 AND item = $2 AND commitment = $3";
    ABOVE = "SELECT upper FROM plan_links WHERE partnership = $1 AND lower = $2";
    GOAL_OF = "WITH RECURSIVE up (item) AS (
            SELECT i.id FROM plan_items i WHERE i.partnership = $1 AND i.id = $2
            UNION SELECT l.upper FROM up u
            JOIN plan_links l ON l.partnership = $1 AND l.lower = u.item)
        SELECT i.title FROM up u JOIN plan_items i ON i.partnership = $1 AND i.id = u.item
        WHERE i.layer = 'goal' ORDER BY i.place, i.id LIMIT 1";
    ROOM = "SELECT COUNT(*) AS items, COALESCE(MAX(place), 0) AS last FROM plan_items
        WHERE partnership = $1";
    // Neighbours are of one layer: goals all, the others with those that serve the same item, and
    // those that serve nothing among themselves.
    NEIGHBOURS = "SELECT i.id, i.place FROM plan_items i
        JOIN plan_items me ON me.partnership = i.partnership AND me.id = $2
        WHERE i.partnership = $1 AND i.layer = me.layer AND i.id <> me.id
        AND (me.layer = 'goal' OR EXISTS (SELECT 1 FROM plan_links a JOIN plan_links b
                ON b.partnership = a.partnership AND b.upper = a.upper AND b.lower = me.id
                WHERE a.partnership = i.partnership AND a.lower = i.id)
            OR (NOT EXISTS (SELECT 1 FROM plan_links a
                    WHERE a.partnership = i.partnership AND a.lower = i.id)
                AND NOT EXISTS (SELECT 1 FROM plan_links b
                    WHERE b.partnership = i.partnership AND b.lower = me.id)))";
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
    // Goals that the person answers for as a lead and that nobody has looked at since a day.
    REVIEWS = "SELECT p.slug, p.name AS partnership_name, i.id, i.title,
        COALESCE(i.reviewed_on, i.since) AS seen_on
        FROM grants g JOIN plan_items i ON i.partnership = g.partnership AND i.owner = g.organization
            AND i.layer = 'goal' AND i.state = 'open' AND COALESCE(i.reviewed_on, i.since) < $2
        JOIN partnerships p ON p.id = i.partnership
        WHERE g.person = $1 AND g.role = 'lead' ORDER BY seen_on, i.id LIMIT 20";
    TITLE = "SELECT title FROM commitments WHERE partnership = $1 AND id = $2";
    ITEM_TITLE = "SELECT title FROM plan_items WHERE partnership = $1 AND id = $2";
}

clauses! {
    PAST of PARTS = "AND (c.deadline, c.id) > ($?, $?)";
    IN_TIME of PARTS = "ORDER BY c.deadline, c.id LIMIT $?";
    NEXT of NEIGHBOURS = "AND (i.place, i.id) > (me.place, me.id) ORDER BY i.place, i.id LIMIT $?";
    PREVIOUS of NEIGHBOURS = "AND (i.place, i.id) < (me.place, me.id)
        ORDER BY i.place DESC, i.id DESC LIMIT $?";
}

/// The whole plan.
pub(crate) async fn outline(tx: &Tx) -> Result<Outline, Error> {
    let (items, links, piles, measured) =
        try_join4(items(tx), links(tx), piles(tx), measures::all(tx)).await?;
    let (readings, attached) = measured;
    Ok(Outline::new(items, &links, piles).measured(readings, attached))
}

/// Every item, in order.
pub(crate) async fn items(tx: &Tx) -> Result<Vec<Item>, Error> {
    tx.query_settled(&ITEMS, Vec::new()).await?.iter().map(item).collect()
}

async fn links(tx: &Tx) -> Result<Vec<(ItemId, ItemId)>, Error> {
    let rows = tx.query_settled(&LINKS, Vec::new()).await?;
    rows.iter().map(|row| Ok((row.get("lower")?, row.get("upper")?))).collect()
}

async fn piles(tx: &Tx) -> Result<Vec<(ItemId, Pile)>, Error> {
    let today = tx.place()?.today;
    let asked =
        try_join(tx.query_settled(&PILES, values![today]), tx.query_settled(&SHARED, Vec::new()));
    let (piles, shared) = asked.err_into::<Error>().await?;
    let pile = |row: &Row, one: Option<CommitmentId>, count: i64| -> Result<_, Error> {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let (state, deadline) = (row.get("state")?, row.get("deadline")?);
        Ok((row.get("item")?, Pile { one, state, deadline, count }))
    };
    let alike = piles.iter().map(|row| pile(row, None, row.get("count")?));
    let named = shared.iter().map(|row| pile(row, Some(row.get("id")?), 1));
    alike.chain(named).collect()
}

/// The items that a measure says the standing of, in order.
pub(crate) async fn measured(tx: &Tx, measure: &str) -> Result<Vec<Item>, Error> {
    tx.query(&MEASURED, values![measure]).await?.iter().map(item).collect()
}

/// One item, when there is one.
pub(crate) async fn find(tx: &Tx, id: ItemId) -> Result<Option<Item>, Error> {
    tx.optional(&FIND, values![id]).await?.as_ref().map(item).transpose()
}

/// What an item serves directly.
pub(crate) async fn above(tx: &Tx, id: ItemId) -> Result<Vec<ItemId>, Error> {
    let rows = tx.query(&ABOVE, values![id]).await?;
    rows.iter().map(|row| Ok(row.get("upper")?)).collect()
}

/// What the first goal is called that an item serves in the end.
pub(crate) async fn goal_of(tx: &Tx, id: ItemId) -> Result<Option<Goal>, Error> {
    let row = tx.optional(&GOAL_OF, values![id]).await?;
    let title: Option<Title> = row.map(|row| row.get("title")).transpose()?;
    Ok(title.and_then(|title| title.as_str().parse().ok()))
}

/// How many items there are, and the last place among them.
pub(crate) async fn room(tx: &Tx) -> Result<(i64, i64), Error> {
    let row = tx.one(&ROOM, Vec::new()).await?;
    Ok((row.get("items")?, row.get("last")?))
}

/// The item with which another one changes places, and its place.
pub(crate) async fn neighbour(
    tx: &Tx,
    id: ItemId,
    direction: Direction,
) -> Result<Option<(ItemId, i64)>, Error> {
    let query = NEIGHBOURS.select(values![id]);
    let query = match direction {
        Direction::Up => query.and(&PREVIOUS, values![1_i64]),
        Direction::Down => query.and(&NEXT, values![1_i64]),
    };
    let row = tx.optional(query, Vec::new()).await?;
    row.map(|row| Ok((row.get("id")?, row.get("place")?))).transpose()
}

/// Commitments that carry an item or anything that serves it, the earliest first; and whether each
/// carries the item itself.
pub(crate) async fn parts(
    tx: &Tx,
    id: ItemId,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<(Part, bool)>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text; 2])).transpose()?;
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let query = PARTS
        .select(values![id])
        .and_if(&PAST, after.map(|cursor| cursor.0))
        .and(&IN_TIME, values![one_more]);
    let rows = tx.query(query, Vec::new()).await?;
    let parts = rows.iter().map(|row| Ok((part(row)?, row.get("own")?)));
    let parts = parts.collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(parts, limit, |(part, _)| Cursor(values![part.deadline, part.id])))
}

/// The commitments that carry an item itself; at most 200.
pub(crate) async fn own(tx: &Tx, id: ItemId) -> Result<Vec<CommitmentId>, Error> {
    let rows = tx.query(&OWN, values![id]).await?;
    rows.iter().map(|row| Ok(row.get("commitment")?)).collect()
}

pub(crate) async fn is_attached(
    tx: &Tx,
    id: ItemId,
    commitment: CommitmentId,
) -> Result<bool, Error> {
    Ok(tx.optional(&IS_ATTACHED, values![id, commitment]).await?.is_some())
}

/// Goals whose review is due from the reader, in every partnership: those last seen before a day.
pub(crate) async fn reviews(tx: &Tx, before: Date) -> Result<Vec<Due>, Error> {
    let due = |row: &Row| -> Result<Due, Error> {
        Ok(Due {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            seen_on: row.get("seen_on")?,
        })
    };
    tx.query_settled(&REVIEWS, values![before]).await?.iter().map(due).collect()
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
