//! Bodies, their seats, and who held them, in the database.

use base::{Instant, OrganizationId, PartnershipId, PersonId};
use store::{Row, Tx, WriteTx, statements, values};

use super::{MySeat, SeatEntry, Term};
use crate::{
    Asked, Body, BodyId, BodyPlan, Charge, Error, Holder, Seat, SeatId, SeatParts, TermEnd,
};

statements! {
    LOAD = "SELECT id, name, kind, purpose, since, until, revision
        FROM bodies WHERE partnership = $1 AND id = $2";
    LIST = "SELECT id, name, kind, purpose, since, until, revision,
            (SELECT COUNT(*) FROM seats s WHERE s.partnership = b.partnership
                AND s.body = b.id AND NOT s.closed) AS seats,
            (SELECT COUNT(*) FROM seats s WHERE s.partnership = b.partnership
                AND s.body = b.id AND NOT s.closed AND s.holder IS NULL) AS empty
        FROM bodies b WHERE b.partnership = $1
        ORDER BY CASE WHEN b.until IS NULL THEN 0 ELSE 1 END, b.kind, b.name, b.id LIMIT 200";
    NAME = "SELECT name FROM bodies WHERE partnership = $1 AND id = $2";
    NAMES = "SELECT id, name FROM bodies WHERE partnership = $1 ORDER BY name, id";
    FORM = "INSERT INTO bodies (partnership, id, name, kind, purpose, since, until, revision)
        VALUES ($1, $2, $3, $4, $5, $6, NULL, 1)";
    SAVE = "UPDATE bodies SET name = $3, kind = $4, purpose = $5, until = $6,
            revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $7";
    COUNT = "UPDATE partnership_profiles SET bodies = bodies + $2 WHERE partnership = $1";

    SEAT = "SELECT id, body, organization, title, charge, holder, held_since, asked, asked_by, asked_at,
            note, closed, revision
        FROM seats WHERE partnership = $1 AND id = $2";
    OF_BODY = "SELECT id, body, organization, title, charge, holder, held_since, asked, asked_by,
            asked_at, note, closed, revision
        FROM seats WHERE partnership = $1 AND body = $2 AND NOT closed ORDER BY id";
    OF_ORGANIZATION = "SELECT id, body, organization, title, charge, holder, held_since, asked,
            asked_by, asked_at, note, closed, revision
        FROM seats WHERE partnership = $1 AND organization = $2 AND NOT closed ORDER BY id";
    SEATS_WITH_BODY = "SELECT s.id, s.title, s.organization, s.holder, s.closed,
            b.name AS body_name
        FROM seats s JOIN bodies b ON b.partnership = s.partnership AND b.id = s.body
        WHERE s.partnership = $1 AND s.organization = $2 AND NOT s.closed ORDER BY b.name, s.id";
    SEATS_IN_BODY = "SELECT s.id, s.title, s.organization, s.holder, s.closed,
            b.name AS body_name
        FROM seats s JOIN bodies b ON b.partnership = s.partnership AND b.id = s.body
        WHERE s.partnership = $1 AND s.body = $2 ORDER BY s.id LIMIT 500";
    ALL_SEATS = "SELECT s.id, s.title, s.organization, s.holder, s.closed,
            b.name AS body_name
        FROM seats s JOIN bodies b ON b.partnership = s.partnership AND b.id = s.body
        WHERE s.partnership = $1 ORDER BY b.name, s.id LIMIT 2000";
    CURRENT = "SELECT id, name FROM bodies WHERE partnership = $1 AND until IS NULL
        ORDER BY name, id LIMIT 200";
    // Of the signed-in person, in all their partnerships.
    MY_SEATS = "SELECT s.partnership, s.id FROM seats s
        WHERE s.holder = $1 AND NOT s.closed AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = s.partnership AND g.person = $1
        ) ORDER BY s.partnership, s.id LIMIT 50";
    SEATS_OF_PERSON = "SELECT s.id, s.title, s.body, b.name AS body_name
        FROM seats s JOIN bodies b ON b.partnership = s.partnership AND b.id = s.body
        WHERE s.partnership = $1 AND s.holder = $2 AND NOT s.closed ORDER BY b.name, s.id";
    OPEN_SEAT = "INSERT INTO seats (partnership, id, body, organization, title, closed, revision)
        VALUES ($1, $2, $3, $4, $5, FALSE, 1)";
    SAVE_SEAT = "UPDATE seats SET holder = $3, held_since = $4, asked = $5, asked_by = $6,
            asked_at = $7, note = $8, closed = $9, charge = $11, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $10";
    BEGIN_TERM = "INSERT INTO seat_terms (partnership, seat, since, person)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (partnership, seat, since, person) DO UPDATE SET until = NULL, ended = NULL";
    END_TERM = "UPDATE seat_terms SET until = $3, ended = $4
        WHERE partnership = $1 AND seat = $2 AND until IS NULL";
    TERMS = "SELECT t.seat, t.person, t.since, t.until, t.ended FROM seat_terms t
        JOIN seats s ON s.partnership = t.partnership AND s.id = t.seat
        WHERE t.partnership = $1 AND s.body = $2 AND t.until IS NOT NULL
        ORDER BY t.until DESC, t.seat LIMIT 100";
    LAST_TERM = "SELECT person FROM seat_terms
        WHERE partnership = $1 AND seat = $2 AND until IS NOT NULL
        ORDER BY until DESC LIMIT 1";
    // How many seats of each body are empty, and how many lead it or stand in.
    GAPS = "SELECT b.id, b.name,
            (SELECT COUNT(*) FROM seats s WHERE s.partnership = b.partnership
                AND s.body = b.id AND NOT s.closed AND s.holder IS NULL) AS empty,
            (SELECT COUNT(*) FROM seats s WHERE s.partnership = b.partnership AND s.body = b.id
                AND NOT s.closed AND s.holder IS NOT NULL AND s.charge = 'lead') AS leads,
            (SELECT COUNT(*) FROM seats s WHERE s.partnership = b.partnership AND s.body = b.id
                AND NOT s.closed AND s.holder IS NOT NULL AND s.charge = 'deputy') AS deputies
        FROM bodies b WHERE b.partnership = $1 AND b.until IS NULL
        ORDER BY b.name, b.id LIMIT 200";
    // Of the signed-in person, in all their partnerships.
    MINE = "SELECT s.id, s.title, s.body, s.asked_at, b.name AS body_name, p.slug,
            p.name AS partnership_name, o.name AS organization, k.name AS asked_by
        FROM seats s
        JOIN bodies b ON b.partnership = s.partnership AND b.id = s.body
        JOIN partnerships p ON p.id = s.partnership
        JOIN organizations o ON o.id = s.organization
        LEFT JOIN people k ON k.partnership = s.partnership AND k.person = s.asked_by
        WHERE s.asked = $1 AND NOT s.closed AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = s.partnership AND g.person = $1
        ) ORDER BY s.asked_at, s.id";
}

pub(crate) async fn load(tx: &Tx, id: BodyId) -> Result<Body, Error> {
    match tx.optional(&LOAD, values![id]).await? {
        Some(row) => body(&row),
        None => Err(Error::BodyMissing { id }),
    }
}

/// The bodies of the partnership, each with its seats and how many of them are empty.
pub(super) async fn list(tx: &Tx) -> Result<Vec<(Body, i64, i64)>, Error> {
    let rows = tx.query_settled(&LIST, values![]).await?;
    rows.iter().map(|row| Ok((body(row)?, row.get("seats")?, row.get("empty")?))).collect()
}

/// Every body's name.
pub(crate) async fn names(tx: &Tx) -> Result<Vec<(BodyId, String)>, Error> {
    let rows = tx.query_settled(&NAMES, values![]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("name")?))).collect()
}

pub(super) async fn insert(tx: &mut WriteTx, body: &Body) -> Result<(), Error> {
    let plan = &body.plan;
    let values = values![body.id, plan.name, plan.kind, plan.purpose, body.since];
    tx.execute(&FORM, values).await?;
    tx.execute(&COUNT, values![1_i64]).await?;
    Ok(())
}

pub(super) async fn save(tx: &mut WriteTx, body: &Body) -> Result<(), Error> {
    let plan = &body.plan;
    let values = values![body.id, plan.name, plan.kind, plan.purpose, body.until, body.revision];
    Ok(tx.execute_fresh(&SAVE, values).await?)
}

/// Counts a body that ended.
pub(super) async fn count_ended(tx: &mut WriteTx) -> Result<(), Error> {
    tx.execute(&COUNT, values![-1_i64]).await?;
    Ok(())
}

pub(crate) async fn seat(tx: &Tx, id: SeatId) -> Result<Seat, Error> {
    match tx.optional(&SEAT, values![id]).await? {
        Some(row) => stored(&row),
        None => Err(Error::SeatMissing { id }),
    }
}

pub(super) async fn seats_of(tx: &Tx, body: BodyId) -> Result<Vec<Seat>, Error> {
    tx.query(&OF_BODY, values![body]).await?.iter().map(stored).collect()
}

pub(crate) async fn seats_for(tx: &Tx, organization: OrganizationId) -> Result<Vec<Seat>, Error> {
    tx.query(&OF_ORGANIZATION, values![organization]).await?.iter().map(stored).collect()
}

/// The seats of an organization, by body.
pub(super) async fn entries(
    tx: &Tx,
    organization: OrganizationId,
) -> Result<Vec<SeatEntry>, Error> {
    tx.query(&SEATS_WITH_BODY, values![organization]).await?.iter().map(entry).collect()
}

/// The seats of a body, closed ones too.
pub(super) async fn entries_in(tx: &Tx, body: BodyId) -> Result<Vec<SeatEntry>, Error> {
    tx.query(&SEATS_IN_BODY, values![body]).await?.iter().map(entry).collect()
}

/// Every seat of the partnership.
pub(super) async fn all_entries(tx: &Tx) -> Result<Vec<SeatEntry>, Error> {
    tx.query(&ALL_SEATS, values![]).await?.iter().map(entry).collect()
}

/// The bodies that still meet, by name.
pub(super) async fn current(tx: &Tx) -> Result<Vec<(BodyId, String)>, Error> {
    let rows = tx.query(&CURRENT, values![]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("name")?))).collect()
}

/// The seats that the signed-in person holds, wherever they are.
pub(super) async fn my_seats(tx: &Tx) -> Result<Vec<(PartnershipId, SeatId)>, Error> {
    let rows = tx.query_settled(&MY_SEATS, values![]).await?;
    rows.iter().map(|row| Ok((row.get("partnership")?, row.get("id")?))).collect()
}

fn entry(row: &Row) -> Result<SeatEntry, Error> {
    Ok(SeatEntry {
        id: row.get("id")?,
        title: row.get("title")?,
        body: row.get("body_name")?,
        organization: row.get("organization")?,
        holder: row.get("holder")?,
        closed: row.get("closed")?,
    })
}

/// A seat that a person holds, as their page shows it.
#[derive(Debug)]
pub(crate) struct Held {
    pub id: SeatId,
    pub title: String,
    pub body: BodyId,
    pub body_name: String,
}

pub(crate) async fn held_by(tx: &Tx, person: PersonId) -> Result<Vec<Held>, Error> {
    let held = |row: &Row| {
        Ok(Held {
            id: row.get("id")?,
            title: row.get("title")?,
            body: row.get("body")?,
            body_name: row.get("body_name")?,
        })
    };
    tx.query(&SEATS_OF_PERSON, values![person]).await?.iter().map(held).collect()
}

pub(super) async fn open_seat(tx: &mut WriteTx, seat: &Seat) -> Result<(), Error> {
    let values = values![seat.id, seat.body, seat.organization, seat.title];
    tx.execute(&OPEN_SEAT, values).await?;
    Ok(())
}

pub(super) async fn save_seat(tx: &mut WriteTx, seat: &Seat) -> Result<(), Error> {
    let (holder, asked) = (seat.holder(), seat.asked());
    let values = values![
        seat.id,
        holder.map(|it| it.person),
        holder.map(|it| it.since),
        asked.map(|it| it.person),
        asked.map(|it| it.by),
        asked.map(|it| it.at),
        asked.and_then(|it| it.note.clone()),
        seat.is_closed(),
        seat.revision,
        seat.charge
    ];
    Ok(tx.execute_fresh(&SAVE_SEAT, values).await?)
}

pub(super) async fn begin_term(
    tx: &mut WriteTx,
    seat: SeatId,
    holder: Holder,
) -> Result<(), Error> {
    tx.execute(&BEGIN_TERM, values![seat, holder.since, holder.person]).await?;
    Ok(())
}

pub(super) async fn end_term(
    tx: &mut WriteTx,
    seat: SeatId,
    at: Instant,
    how: TermEnd,
) -> Result<(), Error> {
    tx.execute(&END_TERM, values![seat, at, how]).await?;
    Ok(())
}

/// Who held the seats of a body before, the latest first.
pub(super) async fn terms(tx: &Tx, body: BodyId) -> Result<Vec<Term>, Error> {
    let rows = tx.query(&TERMS, values![body]).await?;
    let term = |row: &Row| {
        Ok(Term {
            seat: row.get("seat")?,
            person: row.get("person")?,
            since: row.get("since")?,
            until: row.get("until")?,
            ended: row.get("ended")?,
        })
    };
    rows.iter().map(term).collect()
}

/// Who held a seat last before its holder.
pub(super) async fn last_holder(tx: &Tx, seat: SeatId) -> Result<Option<PersonId>, Error> {
    let row = tx.optional(&LAST_TERM, values![seat]).await?;
    Ok(row.map(|row| row.get("person")).transpose()?)
}

/// A body that lacks somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) body: BodyId,
    pub(crate) name: String,
    /// How many of its seats nobody holds.
    pub(crate) empty: i64,
    /// Which of those who should lead it is missing.
    pub(crate) missing: Vec<Charge>,
}

/// The bodies that lack somebody, by name.
pub(crate) async fn gaps(tx: &Tx) -> Result<Vec<Gap>, Error> {
    let gap = |row: &Row| -> Result<Gap, Error> {
        let (leads, deputies): (i64, i64) = (row.get("leads")?, row.get("deputies")?);
        let missing = [(leads, Charge::Lead), (deputies, Charge::Deputy)];
        let missing = missing.into_iter().filter(|(count, _)| *count == 0);
        Ok(Gap {
            body: row.get("id")?,
            name: row.get("name")?,
            empty: row.get("empty")?,
            missing: missing.map(|(_, charge)| charge).collect(),
        })
    };
    let mut gaps =
        tx.query(&GAPS, values![]).await?.iter().map(gap).collect::<Result<Vec<_>, Error>>()?;
    gaps.retain(|gap| gap.empty > 0 || !gap.missing.is_empty());
    Ok(gaps)
}

/// The seats that the signed-in person was asked to take, wherever they are.
pub(super) async fn mine(tx: &Tx) -> Result<Vec<MySeat>, Error> {
    let rows = tx.query_settled(&MINE, values![]).await?;
    let mine = |row: &Row| {
        Ok(MySeat {
            title: row.get("title")?,
            body: row.get("body")?,
            body_name: row.get("body_name")?,
            slug: row.get("slug")?,
            partnership: row.get("partnership_name")?,
            organization: row.get("organization")?,
            by: row.get("asked_by")?,
            at: row.get("asked_at")?,
        })
    };
    rows.iter().map(mine).collect()
}

fn body(row: &Row) -> Result<Body, Error> {
    let (name, kind, purpose) = (row.get("name")?, row.get("kind")?, row.get("purpose")?);
    Ok(Body {
        id: row.get("id")?,
        plan: BodyPlan { name, kind, purpose },
        since: row.get("since")?,
        until: row.get("until")?,
        revision: row.get("revision")?,
    })
}

fn stored(row: &Row) -> Result<Seat, Error> {
    let holder = row.get::<Option<PersonId>>("holder")?;
    let since = row.get::<Option<Instant>>("held_since")?;
    let asked = row.get::<Option<PersonId>>("asked")?;
    let by = row.get::<Option<PersonId>>("asked_by")?;
    let at = row.get::<Option<Instant>>("asked_at")?;
    let note = row.get("note")?;
    Ok(Seat::stored(SeatParts {
        id: row.get("id")?,
        body: row.get("body")?,
        organization: row.get("organization")?,
        title: row.get("title")?,
        charge: row.get("charge")?,
        holder: holder.zip(since).map(|(person, since)| Holder { person, since }),
        asked: asked.zip(by.zip(at)).map(|(person, (by, at))| Asked { person, by, at, note }),
        closed: row.get("closed")?,
        revision: row.get("revision")?,
    }))
}

/// What a body is called; none when there is none.
pub(crate) async fn name_of(tx: &Tx, id: BodyId) -> Result<Option<String>, Error> {
    let row = tx.optional(&NAME, values![id]).await?;
    Ok(row.map(|row| row.get("name")).transpose()?)
}
