//! Follow-through out of the counts that are kept, and replies to it.

use std::collections::BTreeMap;

use base::{Date, OrganizationId};
use store::{Row, Tx, WriteTx, statements, values};

use super::{FollowThrough, Reply, window};
use crate::{Error, commitment::month_of, list};

statements! {
    // One row for all partners (''), one for each of them; no commitment is read.
    JUDGED = "SELECT m.organization,
        CAST(SUM(m.on_time) AS BIGINT) AS on_time, CAST(SUM(m.late) AS BIGINT) AS late,
        CAST(SUM(m.broken) AS BIGINT) AS broken, CAST(SUM(m.moved) AS BIGINT) AS moved,
        CAST(SUM(CASE WHEN m.month < $3 THEN m.active ELSE 0 END) AS BIGINT) AS overdue,
        (SELECT CAST(COALESCE(SUM(d.active), 0) AS BIGINT) FROM commitment_days d
            WHERE d.partnership = $1 AND d.organization = m.organization
            AND d.day >= $4 AND d.day < $5) AS overdue_now
        FROM commitment_months m
        WHERE m.partnership = $1 AND m.month >= $2 AND m.month <= $3
        GROUP BY m.organization ORDER BY m.organization";
    JUDGED_ONE = "SELECT
        CAST(COALESCE(SUM(m.on_time), 0) AS BIGINT) AS on_time,
        CAST(COALESCE(SUM(m.late), 0) AS BIGINT) AS late,
        CAST(COALESCE(SUM(m.broken), 0) AS BIGINT) AS broken,
        CAST(COALESCE(SUM(m.moved), 0) AS BIGINT) AS moved,
        CAST(COALESCE(SUM(CASE WHEN m.month < $3 THEN m.active ELSE 0 END), 0) AS BIGINT) AS overdue,
        (SELECT CAST(COALESCE(SUM(d.active), 0) AS BIGINT) FROM commitment_days d
            WHERE d.partnership = $1 AND d.organization = $6
            AND d.day >= $4 AND d.day < $5) AS overdue_now
        FROM commitment_months m
        WHERE m.partnership = $1 AND m.organization = $6 AND m.month >= $2 AND m.month <= $3";
    OPEN = "SELECT CAST(COALESCE(SUM(offered), 0) AS BIGINT) AS offered,
        CAST(COALESCE(SUM(claimed), 0) AS BIGINT) AS claimed,
        CAST(COALESCE(SUM(active), 0) AS BIGINT) AS active,
        CAST(COALESCE(SUM(CASE WHEN month < $3 THEN active ELSE 0 END), 0) AS BIGINT) AS past,
        (SELECT CAST(COALESCE(SUM(active), 0) AS BIGINT) FROM commitment_days
            WHERE partnership = $1 AND organization = $2 AND day >= $4 AND day < $5) AS past_days,
        (SELECT CAST(COALESCE(SUM(active), 0) AS BIGINT) FROM commitment_days
            WHERE partnership = $1 AND organization = $2 AND day >= $5 AND day <= $6) AS soon,
        (SELECT CAST(COALESCE(SUM(kept), 0) AS BIGINT) FROM commitment_days
            WHERE partnership = $1 AND organization = $2 AND day >= $7 AND day <= $5) AS kept
        FROM commitment_months WHERE partnership = $1 AND organization = $2";
    REPLIES = "SELECT organization, words, replied_on FROM follow_through_replies r
        WHERE partnership = $1 AND number = (SELECT MAX(l.number) FROM follow_through_replies l
            WHERE l.partnership = r.partnership AND l.organization = r.organization)";
    REPLIES_OF = "SELECT organization, words, replied_on FROM follow_through_replies
        WHERE partnership = $1 AND organization = $2 ORDER BY number DESC LIMIT 20";
    REPLY = "INSERT INTO follow_through_replies (partnership, organization, number, words, person,
        replied_at, replied_on)
        VALUES ($1, $2, (SELECT COALESCE(MAX(r.number), 0) + 1 FROM follow_through_replies r
            WHERE r.partnership = $1 AND r.organization = $2), $3, $4, $5, $6)";
}

/// How many commitments are where, for all partners or for one that promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenCounts {
    /// Without an answer.
    pub offered: i64,
    /// Past their day.
    pub overdue: i64,
    /// Due within 30 days.
    pub soon: i64,
    /// Due after that.
    pub later: i64,
    /// Done, says their maker.
    pub claimed: i64,
    /// Kept within the last 90 days.
    pub kept: i64,
}

/// The figures of all partners together.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// All together.
    pub all: FollowThrough,
    /// Each; who promised nothing is left out.
    pub each: BTreeMap<OrganizationId, FollowThrough>,
}

pub(crate) async fn judged(tx: &Tx, today: Date) -> Result<Judged, Error> {
    let (since, _) = window(today);
    let month = month_of(today);
    let values = values![month_of(since), month, first_of(today), today];
    let mut judged = Judged::default();
    for row in tx.query_settled(&JUDGED, values).await?.iter() {
        let figures = figures(row)?;
        match row.get::<String>("organization")?.parse() {
            Ok(organization) => drop(judged.each.insert(organization, figures)),
            Err(_everybody) => judged.all = figures,
        }
    }
    Ok(judged)
}

/// The figures of one organization, or of all together.
pub(crate) async fn judged_one(
    tx: &Tx,
    organization: Option<OrganizationId>,
    today: Date,
) -> Result<FollowThrough, Error> {
    let (since, _) = window(today);
    let name = scope(organization);
    let values = values![month_of(since), month_of(today), first_of(today), today, name];
    figures(&tx.one_settled(&JUDGED_ONE, values).await?)
}

pub(crate) async fn open_counts(
    tx: &Tx,
    organization: Option<OrganizationId>,
    today: Date,
) -> Result<OpenCounts, Error> {
    let values = values![
        scope(organization),
        month_of(today),
        first_of(today),
        today,
        today.plus_days(list::SOON_DAYS),
        today.plus_days(-list::KEPT_DAYS),
    ];
    let row = tx.one_settled(&OPEN, values).await?;
    let number = |column: &str| row.get::<i64>(column);
    let overdue = number("past")? + number("past_days")?;
    let soon = number("soon")?;
    Ok(OpenCounts {
        offered: number("offered")?,
        overdue,
        soon,
        later: number("active")? - overdue - soon,
        claimed: number("claimed")?,
        kept: number("kept")?,
    })
}

/// The last reply of each organization.
pub(crate) async fn replies(tx: &Tx) -> Result<BTreeMap<OrganizationId, Reply>, Error> {
    let rows = tx.query(&REPLIES, Vec::new()).await?;
    let replies = rows.iter().map(|row| reply(row).map(|reply| (reply.organization, reply)));
    replies.collect()
}

/// The replies of one organization, the latest first.
pub(crate) async fn replies_of(tx: &Tx, organization: OrganizationId) -> Result<Vec<Reply>, Error> {
    tx.query(&REPLIES_OF, values![organization]).await?.iter().map(reply).collect()
}

pub(crate) async fn add_reply(
    tx: &mut WriteTx,
    reply: &Reply,
    person: base::PersonId,
    at: base::Instant,
) -> Result<(), Error> {
    let values = values![reply.organization, reply.words, person, at, reply.on];
    tx.execute(&REPLY, values).await?;
    Ok(())
}

fn reply(row: &Row) -> Result<Reply, Error> {
    Ok(Reply {
        organization: row.get("organization")?,
        words: row.get("words")?,
        on: row.get("replied_on")?,
    })
}

fn figures(row: &Row) -> Result<FollowThrough, Error> {
    let number = |column: &str| -> Result<u32, Error> {
        Ok(u32::try_from(row.get::<i64>(column)?).unwrap_or(0))
    };
    Ok(FollowThrough {
        on_time: number("on_time")?,
        late: number("late")?,
        overdue: number("overdue")? + number("overdue_now")?,
        broken: number("broken")?,
        renegotiated: number("moved")?,
    })
}

fn first_of(day: Date) -> Date {
    Date::new(day.year(), day.month(), 1).unwrap_or(day)
}

fn scope(organization: Option<OrganizationId>) -> String {
    organization.map(|organization| organization.to_string()).unwrap_or_default()
}
