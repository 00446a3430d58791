//! Events and who comes, in the database.

use base::{Instant, OrganizationId, PersonId, Revision, Title, Value, Zone};
use store::{Cursor, KeyPart, Page, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    Gathering, GatheringError, GatheringId, GatheringPlan, GuestList, Kind, State, StateName,
    guests::{Attendee, Counts, GuestName, Registration, Standing},
    queries::{Filter, When},
};
use crate::{
    Error,
    meeting::{Length, MeetingError, Plan, Room},
};

statements! {
    LOAD = "SELECT g.id, g.kind, g.title, g.about, g.held_on, g.clock, g.length, g.zone, g.starts,
        g.place, g.link, g.open, g.host, g.capacity, g.register_by, g.state, g.why, g.turned_at,
        g.registered, g.waiting, g.checked_in, g.revision
        FROM gatherings g WHERE g.partnership = $1";
    INSERT = "INSERT INTO gatherings (partnership, id, revision, kind, title, about, held_on, clock,
        length, zone, starts, place, link, open, host, capacity, register_by, state, why, turned_at,
        registered, waiting, checked_in)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23)";
    SAVE = "UPDATE gatherings SET kind = $4, title = $5, about = $6, held_on = $7, clock = $8,
        length = $9, zone = $10, starts = $11, place = $12, link = $13, open = $14, host = $15,
        capacity = $16, register_by = $17, state = $18, why = $19, turned_at = $20,
        registered = $21, waiting = $22, checked_in = $23, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    TITLE = "SELECT title FROM gatherings WHERE partnership = $1 AND id = $2";
    GUESTS = "SELECT number, person, name, organization, state, at, checked_in_at
        FROM gathering_registrations WHERE partnership = $1 AND gathering = $2 ORDER BY number";
    KEEP = "INSERT INTO gathering_registrations (partnership, gathering, number, person, name,
        organization, state, at, checked_in_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (partnership, gathering, number) DO UPDATE SET state = excluded.state,
        checked_in_at = excluded.checked_in_at";
    // Of the signed-in person, in all their partnerships.
    MINE = "SELECT p.slug, g.id, g.kind, g.title, g.about, g.held_on, g.clock, g.length, g.zone,
            g.starts, g.place, g.link, g.open, g.host, g.capacity, g.register_by, g.state, g.why,
            g.turned_at, g.registered, g.waiting, g.checked_in, g.revision
        FROM (SELECT DISTINCT partnership FROM grants WHERE person = $1) t
        JOIN gathering_registrations r ON r.partnership = t.partnership AND r.person = $1
            AND r.state = 'registered'
        JOIN gatherings g ON g.partnership = r.partnership AND g.id = r.gathering
            AND g.starts >= $2 AND g.starts < $3 AND g.state = 'planned'
        JOIN partnerships p ON p.id = g.partnership
        ORDER BY g.starts, g.id LIMIT 200";
}

clauses! {
    IS of LOAD = "AND g.id = $?";
    OF_KIND of LOAD = "AND g.kind = $?";
    SINCE of LOAD = "AND g.starts >= $?";
    UNTIL of LOAD = "AND g.starts < $?";
    AFTER of LOAD = "AND (g.starts, g.id) > ($?, $?)";
    BEFORE of LOAD = "AND (g.starts, g.id) < ($?, $?)";
    FIRST_FIRST of LOAD = "ORDER BY g.starts, g.id LIMIT $?";
    LAST_FIRST of LOAD = "ORDER BY g.starts DESC, g.id DESC LIMIT $?";
}

pub(crate) async fn load(tx: &Tx, id: GatheringId) -> Result<Gathering, Error> {
    let query = LOAD.select(Vec::new()).and(&IS, values![id]);
    let row = tx.optional(query, Vec::new()).await?.ok_or(GatheringError::Missing)?;
    gathering(&row)
}

/// What an event is called; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: GatheringId) -> Result<Option<Title>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

pub(crate) async fn insert(tx: &mut WriteTx, gathering: &Gathering) -> Result<(), Error> {
    let mut values = values![gathering.id, gathering.revision];
    values.extend(changing(gathering));
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Writes an event, if nobody else changed it or registered for it since it was read.
pub(crate) async fn save(tx: &mut WriteTx, gathering: &mut Gathering) -> Result<(), Error> {
    let mut values = values![gathering.id, gathering.revision];
    values.extend(changing(gathering));
    tx.execute_fresh(&SAVE, values).await.map_err(|error| {
        if matches!(error, store::Error::Stale) {
            Error::Gathering(GatheringError::Raced)
        } else {
            error.into()
        }
    })?;
    gathering.revision = gathering.revision.next();
    Ok(())
}

/// Everybody who registered.
pub(crate) async fn guests(tx: &Tx, gathering: &Gathering) -> Result<GuestList, Error> {
    let rows = tx.query(&GUESTS, values![gathering.id]).await?;
    let all = rows.iter().map(registration).collect::<Result<Vec<_>, Error>>()?;
    Ok(GuestList::of(capacity(gathering.plan.capacity), all))
}

/// How many can come, as the list counts it.
pub(crate) fn capacity(capacity: Option<i64>) -> Option<usize> {
    capacity.map(|capacity| usize::try_from(capacity).unwrap_or(0))
}

/// Writes registrations, each over the one that was there.
pub(crate) async fn keep(
    tx: &mut WriteTx,
    id: GatheringId,
    registrations: &[Registration],
) -> Result<(), Error> {
    let row = |one: &Registration| {
        let (person, name) = match &one.attendee {
            Attendee::Person(person) => (Some(*person), None),
            Attendee::Guest(name) => (None, Some(name.clone())),
        };
        values![
            id,
            one.number,
            person,
            name,
            one.organization,
            one.standing,
            one.at,
            one.checked_in
        ]
    };
    tx.execute_many(&KEEP, registrations.iter().map(row).collect()).await?;
    Ok(())
}

/// One page of events: those that come, the first one first, or those that were, the last first.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    now: Instant,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Gathering>, Error> {
    let after = after
        .map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text]))
        .transpose()?
        .map(|cursor| cursor.0);
    let one_more = values![i64::try_from(limit + 1).unwrap_or(i64::MAX)];
    let border = values![now.plus_seconds(-86_400)];
    let query = LOAD.select(Vec::new()).and_if(&OF_KIND, filter.kind.map(|kind| values![kind]));
    let query = match filter.when {
        When::Coming => query.and(&SINCE, border).and_if(&AFTER, after).and(&FIRST_FIRST, one_more),
        When::Past => query.and(&UNTIL, border).and_if(&BEFORE, after).and(&LAST_FIRST, one_more),
    };
    let rows = tx.query(query, Vec::new()).await?;
    let all = rows.iter().map(gathering).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(all, limit, |one| Cursor(values![one.plan.when.starts(), one.id])))
}

/// The events that begin in a stretch of time, the first one first.
pub(crate) async fn between(
    tx: &Tx,
    from: Instant,
    until: Instant,
    limit: i64,
) -> Result<Vec<Gathering>, Error> {
    let query = LOAD
        .select(Vec::new())
        .and(&SINCE, values![from])
        .and(&UNTIL, values![until])
        .and(&FIRST_FIRST, values![limit]);
    tx.query(query, Vec::new()).await?.iter().map(gathering).collect()
}

/// The events for which the signed-in person has a place, with the short names of partnerships.
pub(crate) async fn mine_between(
    tx: &Tx,
    from: Instant,
    until: Instant,
) -> Result<Vec<(String, Gathering)>, Error> {
    let rows = tx.query_settled(&MINE, values![from, until]).await?;
    rows.iter().map(|row| Ok((row.get("slug")?, gathering(row)?))).collect()
}

/// What changes of an event, in the order of `INSERT` and `SAVE`.
fn changing(gathering: &Gathering) -> Vec<Value> {
    let GatheringPlan { kind, when, about, host, capacity, register_by } = &gathering.plan;
    let (why, turned_at) = match gathering.state() {
        State::Planned => (None, None),
        State::Cancelled { why, at } => (Some(why.clone()), Some(*at)),
    };
    values![
        *kind,
        when.title,
        *about,
        when.on,
        when.clock,
        when.length,
        when.zone,
        when.starts(),
        when.place,
        when.link,
        when.open,
        *host,
        *capacity,
        *register_by,
        gathering.state().name(),
        why,
        turned_at,
        gathering.counts.registered,
        gathering.counts.waiting,
        gathering.counts.checked_in,
    ]
}

fn gathering(row: &Row) -> Result<Gathering, Error> {
    let when = Plan {
        title: row.get("title")?,
        on: row.get("held_on")?,
        clock: row.get("clock")?,
        length: Length::new(row.get("length")?).ok_or(MeetingError::Stored)?,
        zone: row.get::<Zone>("zone")?,
        place: row.get::<Option<Room>>("place")?,
        link: row.get("link")?,
        open: row.get("open")?,
    };
    let plan = GatheringPlan {
        kind: row.get::<Kind>("kind")?,
        about: row.get("about")?,
        host: row.get::<OrganizationId>("host")?,
        capacity: row.get("capacity")?,
        register_by: row.get("register_by")?,
        when,
    };
    let state = match row.get::<StateName>("state")? {
        StateName::Planned => State::Planned,
        StateName::Cancelled => {
            let at: Option<Instant> = row.get("turned_at")?;
            State::Cancelled { why: row.get("why")?, at: at.ok_or(MeetingError::Stored)? }
        }
    };
    let counts = Counts {
        registered: row.get("registered")?,
        waiting: row.get("waiting")?,
        checked_in: row.get("checked_in")?,
    };
    let revision = row.get::<Revision>("revision")?;
    Ok(Gathering::stored(row.get("id")?, plan, state, counts, revision))
}

fn registration(row: &Row) -> Result<Registration, Error> {
    let person: Option<PersonId> = row.get("person")?;
    let attendee = match person {
        Some(person) => Attendee::Person(person),
        None => Attendee::Guest(row.get::<GuestName>("name")?),
    };
    Ok(Registration {
        number: row.get("number")?,
        attendee,
        organization: row.get("organization")?,
        standing: row.get::<Standing>("state")?,
        at: row.get("at")?,
        checked_in: row.get("checked_in_at")?,
    })
}
