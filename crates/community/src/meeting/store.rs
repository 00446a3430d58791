//! Meetings in the database: each a row, with the instant at which it begins for lists.

use base::{Clock, Date, Instant, Revision, Title, Value, Zone};
use partnership::BodyId;
use standards::recurrence::Wall;
use store::{Cursor, KeyPart, Page, Query, Row, Tx, WriteTx, clauses, statements, values};

use super::{
    Filter, Length, Meeting, MeetingError, MeetingId, Minutes, MinutesName, Parts, Plan, Room,
    SeriesId, State, StateName, When,
};
use crate::Error;

statements! {
    LOAD = "SELECT m.id, m.body, m.series, m.slot, m.title, m.held_on, m.clock, m.length, m.zone,
        m.starts, m.place, m.link, m.open, m.state, m.turned_at, m.why, m.minutes, m.minutes_on,
        m.approved_at, m.posted_at, m.moved_at, m.own, m.warned, m.revision
        FROM meetings m WHERE m.partnership = $1";
    INSERT = "INSERT INTO meetings (partnership, id, body, series, slot, revision, title, held_on,
        clock, length, zone, starts, place, link, open, state, turned_at, why, minutes, minutes_on,
        approved_at, posted_at, moved_at, own, warned)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23, $24, '')";
    SAVE = "UPDATE meetings SET slot = $4, title = $5, held_on = $6, clock = $7, length = $8,
        zone = $9, starts = $10, place = $11, link = $12, open = $13, state = $14, turned_at = $15,
        why = $16, minutes = $17, minutes_on = $18, approved_at = $19, posted_at = $20,
        moved_at = $21, own = $22, revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    TITLE = "SELECT title FROM meetings WHERE partnership = $1 AND id = $2";
    // A meeting of a series that nobody did anything with.
    DROP_BARE = "DELETE FROM meetings WHERE partnership = $1 AND id = $2 AND state = 'planned'
        AND posted_at IS NULL AND NOT own AND NOT EXISTS (
            SELECT 1 FROM meeting_items i WHERE i.partnership = $1 AND i.meeting = $2)";
    WARNED = "UPDATE meetings SET warned = $3 WHERE partnership = $1 AND id = $2 AND warned = $4";
    // Of the signed-in person: those of bodies in which they sit or whose partnership they coordinate.
    MINE_COMING = "SELECT p.slug, p.name AS partnership_name, m.id, m.title, m.held_on, m.clock,
            b.name AS body_name
        FROM seats s
        JOIN meetings m ON m.partnership = s.partnership AND m.body = s.body
            AND m.starts >= $2 AND m.starts < $3
        JOIN bodies b ON b.partnership = m.partnership AND b.id = m.body
        JOIN partnerships p ON p.id = m.partnership
        WHERE s.holder = $1 AND NOT s.closed AND m.state IN ('planned', 'under_way') AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = s.partnership AND g.person = $1
        ) ORDER BY m.starts, m.id LIMIT 10";
    // What may be owed: open meetings that are near, and meetings without minutes.
    MAY_OWE = "SELECT m.id, m.body, m.series, m.slot, m.title, m.held_on, m.clock, m.length, m.zone,
            m.starts, m.place, m.link, m.open, m.state, m.turned_at, m.why, m.minutes,
            m.minutes_on, m.approved_at, m.posted_at, m.moved_at, m.own, m.warned, m.revision
        FROM meetings m JOIN meeting_duties d ON d.partnership = m.partnership AND d.body = m.body
        WHERE m.partnership = $1 AND ((m.state IN ('planned', 'under_way') AND m.open
            AND m.starts < $2) OR (m.state = 'held' AND m.minutes = 'none' AND m.starts > $3))
        ORDER BY m.starts, m.id LIMIT 100";
    // The same for the partnerships that the signed-in person coordinates or in whose bodies they sit.
    MINE_OWED = "SELECT p.slug, p.name AS partnership_name, m.id, m.body, m.series, m.slot, m.title,
            m.held_on, m.clock, m.length, m.zone, m.starts, m.place, m.link, m.open, m.state,
            m.turned_at, m.why, m.minutes, m.minutes_on, m.approved_at, m.posted_at, m.moved_at,
            m.own, m.warned, m.revision, d.quorum, d.notice_hours, d.comment_minutes,
            d.comment_how, d.minutes_days, d.revision AS duties_revision,
            (SELECT COUNT(*) FROM meeting_items i WHERE i.partnership = m.partnership
                AND i.meeting = m.id AND i.kind = 'comment' AND i.state <> 'aside') AS comments
        FROM meeting_duties d
        JOIN meetings m ON m.partnership = d.partnership AND m.body = d.body
        JOIN partnerships p ON p.id = d.partnership
        WHERE d.partnership IN (SELECT g.partnership FROM grants g WHERE g.person = $1)
            AND ((m.state IN ('planned', 'under_way') AND m.open AND m.starts < $2)
                OR (m.state = 'held' AND m.minutes = 'none' AND m.starts > $3))
            AND (EXISTS (SELECT 1 FROM grants g WHERE g.partnership = d.partnership
                    AND g.person = $1 AND g.role = 'coordinator')
                OR EXISTS (SELECT 1 FROM seats s WHERE s.partnership = d.partnership
                    AND s.body = d.body AND s.holder = $1 AND NOT s.closed))
        ORDER BY m.starts, m.id LIMIT 50";
}

clauses! {
    IS of LOAD = "AND m.id = $?";
    OF_BODY of LOAD = "AND m.body = $?";
    OF_SERIES of LOAD = "AND m.series = $?";
    IN_STATE of LOAD = "AND m.state = $?";
    NOT_CANCELLED of LOAD = "AND m.state <> 'cancelled'";
    WITH_MINUTES of LOAD = "AND m.minutes = $?";
    PUBLIC of LOAD = "AND m.open AND m.posted_at IS NOT NULL";
    SINCE of LOAD = "AND m.starts >= $?";
    UNTIL of LOAD = "AND m.starts < $?";
    AFTER of LOAD = "AND (m.starts, m.id) > ($?, $?)";
    BEFORE of LOAD = "AND (m.starts, m.id) < ($?, $?)";
    FIRST_FIRST of LOAD = "ORDER BY m.starts, m.id LIMIT $?";
    LAST_FIRST of LOAD = "ORDER BY m.starts DESC, m.id DESC LIMIT $?";
}

/// A meeting as lists show it, with what it was warned of.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The meeting.
    pub meeting: Meeting,
    /// The instant at which it begins.
    pub starts: Instant,
    /// What was warned of, one word each.
    pub(crate) warned: String,
}

/// A meeting that comes, on *My work*.
#[derive(Debug, Clone)]
pub(crate) struct Coming {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) id: MeetingId,
    pub(crate) title: Title,
    pub(crate) on: Date,
    pub(crate) clock: Clock,
    pub(crate) body: String,
}

/// A meeting that may owe something, with the rules of its body.
#[derive(Debug, Clone)]
pub(crate) struct MayOwe {
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) entry: Entry,
    pub(crate) duties: super::duties::Duties,
    pub(crate) comment_item: bool,
}

pub(crate) async fn load(tx: &Tx, id: MeetingId) -> Result<Entry, Error> {
    let query = LOAD.select(Vec::new()).and(&IS, values![id]);
    let row = tx.optional(query, Vec::new()).await?.ok_or(MeetingError::Missing)?;
    entry(&row)
}

/// What a meeting is called; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: MeetingId) -> Result<Option<Title>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}

pub(crate) async fn insert(tx: &mut WriteTx, meeting: &Meeting) -> Result<(), Error> {
    let slot = meeting.slot.map(|slot| slot.to_string());
    let mut values = values![meeting.id, meeting.body, meeting.series, slot, meeting.revision];
    values.extend(changing(meeting));
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Writes a meeting, if nobody else changed it since it was read.
pub(crate) async fn save(tx: &mut WriteTx, meeting: &mut Meeting) -> Result<(), Error> {
    let slot = meeting.slot.map(|slot| slot.to_string());
    let mut values = values![meeting.id, meeting.revision, slot];
    values.extend(changing(meeting));
    tx.execute_fresh(&SAVE, values).await.map_err(raced)?;
    meeting.revision = meeting.revision.next();
    Ok(())
}

pub(crate) fn raced(error: store::Error) -> Error {
    if matches!(error, store::Error::Stale) { MeetingError::Raced.into() } else { error.into() }
}

/// Removes a meeting of a series that nobody did anything with; whether it was one.
pub(crate) async fn drop_bare(tx: &mut WriteTx, id: MeetingId) -> Result<bool, Error> {
    Ok(tx.execute(&DROP_BARE, values![id]).await? > 0)
}

/// The meetings of a series that are yet to come, the first one first.
pub(crate) async fn to_come(
    tx: &Tx,
    series: SeriesId,
    now: Instant,
) -> Result<Vec<Meeting>, Error> {
    let query = LOAD
        .select(Vec::new())
        .and(&OF_SERIES, values![series])
        .and(&SINCE, values![now])
        .and(&FIRST_FIRST, values![500_i64]);
    let rows = tx.query(query, Vec::new()).await?;
    rows.iter().map(|row| entry(row).map(|entry| entry.meeting)).collect()
}

/// The next planned meeting of a body after an instant.
pub(crate) async fn next(tx: &Tx, body: BodyId, after: Instant) -> Result<Option<Meeting>, Error> {
    let query = LOAD
        .select(Vec::new())
        .and(&OF_BODY, values![body])
        .and(&IN_STATE, values![StateName::Planned])
        .and(&SINCE, values![after.plus_seconds(1)])
        .and(&FIRST_FIRST, values![1_i64]);
    tx.optional(query, Vec::new())
        .await?
        .map(|row| entry(&row).map(|entry| entry.meeting))
        .transpose()
}

/// The meetings of a body around an instant that were or will be held: before it, and after it.
pub(crate) async fn around(
    tx: &Tx,
    body: BodyId,
    at: Instant,
) -> Result<(Option<Meeting>, Option<Meeting>), Error> {
    let of = || LOAD.select(Vec::new()).and(&OF_BODY, values![body]).and(&NOT_CANCELLED, values![]);
    let before = of().and(&UNTIL, values![at]).and(&LAST_FIRST, values![1_i64]);
    let after = of().and(&SINCE, values![at.plus_seconds(1)]).and(&FIRST_FIRST, values![1_i64]);
    let read = |row: Option<Row>| -> Result<Option<Meeting>, Error> {
        row.map(|row| entry(&row).map(|entry| entry.meeting)).transpose()
    };
    let (before, after) = futures_util::future::try_join(
        tx.optional(before, Vec::new()),
        tx.optional(after, Vec::new()),
    )
    .await?;
    Ok((read(before)?, read(after)?))
}

/// One page of meetings: those that come, the first one first, or those that were, the last first.
pub(crate) async fn page(
    tx: &Tx,
    filter: &Filter,
    now: Instant,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Entry>, Error> {
    paged(tx, filtered(filter), (filter.when, now), after, limit).await
}

/// One page of the meetings that everybody may see.
pub(crate) async fn public(
    tx: &Tx,
    when: When,
    now: Instant,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Entry>, Error> {
    let query = LOAD.select(Vec::new()).and(&PUBLIC, values![]);
    paged(tx, query, (when, now), after, limit).await
}

async fn paged(
    tx: &Tx,
    query: Query,
    (when, now): (When, Instant),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Entry>, Error> {
    let after = after
        .map(|mark| Cursor::decode(mark, &[KeyPart::Whole, KeyPart::Text]))
        .transpose()?
        .map(|cursor| cursor.0);
    let one_more = values![i64::try_from(limit + 1).unwrap_or(i64::MAX)];
    // A meeting comes until the day after it began: it may still be under way.
    let border = values![now.plus_seconds(-86_400)];
    let query = match when {
        When::Coming => query.and(&SINCE, border).and_if(&AFTER, after).and(&FIRST_FIRST, one_more),
        When::Past => query.and(&UNTIL, border).and_if(&BEFORE, after).and(&LAST_FIRST, one_more),
    };
    let rows = tx.query(query, Vec::new()).await?;
    let entries = rows.iter().map(entry).collect::<Result<Vec<_>, Error>>()?;
    Ok(Page::of(entries, limit, |entry| Cursor(values![entry.starts, entry.meeting.id])))
}

fn filtered(filter: &Filter) -> Query {
    LOAD.select(Vec::new())
        .and_if(&OF_BODY, filter.body.map(|body| values![body]))
        .and_if(&OF_SERIES, filter.series.map(|series| values![series]))
        .and_if(&IN_STATE, filter.state.map(|state| values![state]))
        .and_if(&WITH_MINUTES, filter.minutes.map(|minutes| values![minutes]))
}

/// The meetings that begin in a stretch of time, the first one first.
pub(crate) async fn between(
    tx: &Tx,
    body: Option<BodyId>,
    from: Instant,
    until: Instant,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    let query = LOAD
        .select(Vec::new())
        .and_if(&OF_BODY, body.map(|body| values![body]))
        .and(&SINCE, values![from])
        .and(&UNTIL, values![until])
        .and(&FIRST_FIRST, values![limit]);
    tx.query(query, Vec::new()).await?.iter().map(entry).collect()
}

/// Meetings that may owe something soon.
pub(crate) async fn may_owe(tx: &Tx, now: Instant) -> Result<Vec<Entry>, Error> {
    let (until, since) = horizon(now);
    tx.query(&MAY_OWE, values![until, since]).await?.iter().map(entry).collect()
}

/// The same for the signed-in person, in every partnership.
pub(crate) async fn mine_owed(tx: &Tx, now: Instant) -> Result<Vec<MayOwe>, Error> {
    let (until, since) = horizon(now.hour());
    let rows = tx.query_settled(&MINE_OWED, values![until, since]).await?;
    let owed = |row: &Row| -> Result<MayOwe, Error> {
        Ok(MayOwe {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            entry: entry(row)?,
            duties: super::duties::store::duties(row, "duties_revision")?,
            comment_item: row.get::<i64>("comments")? > 0,
        })
    };
    rows.iter().map(owed).collect()
}

/// A month ahead, since notice may be long; minutes are missed for a year.
const fn horizon(now: Instant) -> (Instant, Instant) {
    (now.plus_seconds(31 * 86_400), now.plus_seconds(-366 * 86_400))
}

/// The meetings of the signed-in person's bodies that come within two weeks.
pub(crate) async fn mine_coming(tx: &Tx, now: Instant) -> Result<Vec<Coming>, Error> {
    let hour = now.hour();
    let (from, until) = (hour.plus_seconds(-7_200), hour.plus_seconds(14 * 86_400));
    let rows = tx.query_settled(&MINE_COMING, values![from, until]).await?;
    let coming = |row: &Row| -> Result<Coming, Error> {
        Ok(Coming {
            slug: row.get("slug")?,
            partnership_name: row.get("partnership_name")?,
            id: row.get("id")?,
            title: row.get("title")?,
            on: row.get("held_on")?,
            clock: row.get("clock")?,
            body: row.get("body_name")?,
        })
    };
    let mut all = rows.iter().map(coming).collect::<Result<Vec<_>, Error>>()?;
    all.dedup_by_key(|coming| coming.id);
    Ok(all)
}

/// Notes what was warned of, unless another run just did.
pub(crate) async fn warned(tx: &mut WriteTx, entry: &Entry, words: &str) -> Result<bool, Error> {
    let values = values![entry.meeting.id, words, entry.warned.as_str()];
    Ok(tx.execute(&WARNED, values).await? > 0)
}

/// What changes of a meeting, in the order of `INSERT` and `SAVE`.
fn changing(meeting: &Meeting) -> Vec<Value> {
    let plan = meeting.plan_of();
    let (turned_at, why) = match meeting.state() {
        State::Planned => (None, None),
        State::UnderWay { since } => (Some(*since), None),
        State::Held { until } => (Some(*until), None),
        State::Cancelled { why, at } => (Some(*at), Some(why.clone())),
    };
    let (minutes_on, approved_at) = match meeting.minutes() {
        Minutes::None => (None, None),
        Minutes::Submitted { on } => (Some(on), None),
        Minutes::Approved { on, at } => (Some(on), Some(at)),
    };
    values![
        plan.title,
        plan.on,
        plan.clock,
        plan.length,
        plan.zone,
        plan.starts(),
        plan.place,
        plan.link,
        plan.open,
        meeting.state().name(),
        turned_at,
        why,
        meeting.minutes().name(),
        minutes_on,
        approved_at,
        meeting.posted_at(),
        meeting.moved_at(),
        meeting.is_own(),
    ]
}

pub(crate) fn entry(row: &Row) -> Result<Entry, Error> {
    let slot: Option<String> = row.get("slot")?;
    let meeting = Meeting::stored(Parts {
        id: row.get("id")?,
        body: row.get("body")?,
        series: row.get("series")?,
        slot: slot.as_deref().map(wall).transpose()?,
        plan: Plan {
            title: row.get("title")?,
            on: row.get("held_on")?,
            clock: row.get("clock")?,
            length: Length::new(row.get("length")?).ok_or(MeetingError::Stored)?,
            zone: row.get::<Zone>("zone")?,
            place: row.get::<Option<Room>>("place")?,
            link: row.get("link")?,
            open: row.get("open")?,
        },
        state: state(row)?,
        minutes: minutes(row)?,
        posted_at: row.get("posted_at")?,
        moved_at: row.get("moved_at")?,
        own: row.get("own")?,
        revision: row.get::<Revision>("revision")?,
    });
    Ok(Entry { meeting, starts: row.get("starts")?, warned: row.get("warned")? })
}

fn wall(text: &str) -> Result<Wall, Error> {
    text.parse().map_err(|_wrong| MeetingError::Stored.into())
}

fn state(row: &Row) -> Result<State, Error> {
    let turned_at: Option<Instant> = row.get("turned_at")?;
    let turned = || turned_at.ok_or(MeetingError::Stored);
    Ok(match row.get::<StateName>("state")? {
        StateName::Planned => State::Planned,
        StateName::UnderWay => State::UnderWay { since: turned()? },
        StateName::Held => State::Held { until: turned()? },
        StateName::Cancelled => State::Cancelled { why: row.get("why")?, at: turned()? },
    })
}

fn minutes(row: &Row) -> Result<Minutes, Error> {
    let on: Option<Date> = row.get("minutes_on")?;
    let on = || on.ok_or(MeetingError::Stored);
    Ok(match row.get::<MinutesName>("minutes")? {
        MinutesName::None => Minutes::None,
        MinutesName::Submitted => Minutes::Submitted { on: on()? },
        MinutesName::Approved => Minutes::Approved { on: on()?, at: row.get("approved_at")? },
    })
}
