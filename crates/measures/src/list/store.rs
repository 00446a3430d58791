//! The statements behind lists: one row for each measure, in the order of an index.

use ::store::{Cursor, KeyPart, Page, Row, Tx, values};
use base::{Date, Instant};
use standards::{Period, Unit, place_key};

use super::{Changed, Due, Filter, Line};
use crate::{Error, Status, Summary, measure::store::sorted_by};

store::statements! {
    COUNTS = "SELECT status, count FROM measure_counts WHERE partnership = $1 AND count > 0";
    LIST = "SELECT id, slug, title, sort, place, place_name, kind, unit, direction, frequency,
        organization, target_by, target_value, retired_at, latest_period, latest_value, observed,
        latest_finality, status, spark, next_due
        FROM measures WHERE partnership = $1";
    // In the person's own scope: $1 is the person. A grant shows that they are still there.
    DUE_FROM_ME = "SELECT m.slug, m.title, m.place_name, m.next_due, p.slug AS partnership_slug,
        p.name AS partnership_name
        FROM measures m JOIN partnerships p ON p.id = m.partnership
        WHERE m.keeper = $1 AND m.retired_at IS NULL AND m.next_due <= $2
        AND EXISTS (SELECT 1 FROM grants g WHERE g.partnership = m.partnership AND g.person = $1)
        ORDER BY m.next_due, m.sort, m.id LIMIT 20";
    CHANGED_FOR_ME = "SELECT m.slug, m.title, m.place_name, m.unit, m.latest_period, m.latest_value,
        m.latest_at, m.status, p.slug AS partnership_slug, p.name AS partnership_name
        FROM measures m JOIN partnerships p ON p.id = m.partnership
        WHERE m.partnership IN (SELECT g.partnership FROM grants g WHERE g.person = $1)
        AND m.retired_at IS NULL AND m.latest_at > $2
        ORDER BY m.latest_at DESC, m.sort, m.id LIMIT 5";
    WITH_TARGETS = "SELECT id, slug, title, sort, place, place_name, kind, unit, direction, frequency,
        organization, target_by, target_value, retired_at, latest_period, latest_value, observed,
        latest_finality, status, spark, next_due
        FROM measures WHERE partnership = $1 AND target_by IS NOT NULL AND retired_at IS NULL
        ORDER BY CASE status WHEN 'off_track' THEN 0 WHEN 'at_risk' THEN 1 WHEN 'on_track' THEN 2
        WHEN 'reached' THEN 3 ELSE 4 END, sort, id LIMIT 6";
}

store::clauses! {
    IN_USE of LIST = "AND retired_at IS NULL";
    OUT_OF_USE of LIST = "AND retired_at IS NOT NULL";
    OF_STATUS of LIST = "AND status = $?";
    OF_KIND of LIST = "AND kind = $?";
    OF_ORGANIZATION of LIST = "AND organization = $?";
    OF_PLACE of LIST = "AND place_key = $?";
    WITH_WORD of LIST = "AND sort LIKE $? ESCAPE '!'";
    AFTER of LIST = "AND (sort, id) > ($?, $?)";
    IN_ORDER of LIST = "ORDER BY sort, id LIMIT $?";
}

/// How many measures in use stand how.
pub(crate) async fn counts(tx: &Tx) -> Result<Vec<(Status, i64)>, Error> {
    let rows = tx.query(&COUNTS, values![]).await?;
    rows.iter().map(|row| Ok((row.get("status")?, row.get("count")?))).collect()
}

/// A page of the list.
pub(crate) async fn list(
    tx: &Tx,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Line>, Error> {
    let after = after.map(|mark| Cursor::decode(mark, &[KeyPart::Text; 2])).transpose()?;
    let in_use = if filter.out_of_use { &OUT_OF_USE } else { &IN_USE };
    let one_more = i64::try_from(limit).unwrap_or(i64::MAX - 1) + 1;
    let query = LIST
        .select(values![])
        .and(in_use, values![])
        .and_if(&OF_STATUS, filter.status.map(|status| values![status]))
        .and_if(&OF_KIND, filter.kind.map(|kind| values![kind]))
        .and_if(&OF_ORGANIZATION, filter.organization.map(|of| values![of]))
        .and_if(&OF_PLACE, filter.place.as_ref().map(|place| values![place_key(place)]))
        .and_if(&WITH_WORD, filter.words.as_ref().map(|words| values![like(words)]))
        .and_if(&AFTER, after.map(|Cursor(key)| key))
        .and(&IN_ORDER, values![one_more]);
    let rows = tx.query(query, values![]).await?;
    let lines = rows.iter().map(line_of).collect::<Result<Vec<_>, Error>>()?;
    let key = |line: &Line| Cursor(values![line.sort, line.id]);
    Ok(Page::of(lines, limit, key))
}

/// The measures with targets, those in trouble first.
pub(crate) async fn with_targets(tx: &Tx) -> Result<Vec<Line>, Error> {
    let rows = tx.query(&WITH_TARGETS, values![]).await?;
    rows.iter().map(line_of).collect()
}

/// The first measures in use of a status.
pub(crate) async fn of_status(tx: &Tx, status: Status, limit: i64) -> Result<Vec<Line>, Error> {
    let query = LIST
        .select(values![])
        .and(&IN_USE, values![])
        .and(&OF_STATUS, values![status])
        .and(&IN_ORDER, values![limit]);
    tx.query_settled(query, values![]).await?.iter().map(line_of).collect()
}

/// The words as `LIKE` looks for them.
fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for sign in sorted_by(words).chars() {
        if matches!(sign, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(sign);
    }
    pattern.push('%');
    pattern
}

/// Numbers that are due from the person who asks, by a day, in all their partnerships.
pub(crate) async fn due_from_me(tx: &Tx, by: Date) -> Result<Vec<Due>, Error> {
    let rows = tx.query_settled(&DUE_FROM_ME, values![by]).await?;
    let due = |row: &Row| {
        Ok(Due {
            partnership: row.get("partnership_slug")?,
            partnership_name: row.get("partnership_name")?,
            slug: row.get("slug")?,
            title: row.get("title")?,
            place: row.get("place_name")?,
            by: row.get("next_due")?,
        })
    };
    rows.iter().map(due).collect()
}

/// Measures with a number since an instant, in all partnerships of the person who asks.
pub(crate) async fn changed_for_me(tx: &Tx, since: Instant) -> Result<Vec<Changed>, Error> {
    let rows = tx.query_settled(&CHANGED_FOR_ME, values![since]).await?;
    let changed = |row: &Row| {
        Ok(Changed {
            partnership: row.get("partnership_slug")?,
            partnership_name: row.get("partnership_name")?,
            slug: row.get("slug")?,
            title: row.get("title")?,
            place: row.get("place_name")?,
            unit: row.get::<Unit>("unit")?,
            period: row.get::<Period>("latest_period")?,
            value: row.get("latest_value")?,
            at: row.get("latest_at")?,
            status: row.get::<Status>("status")?,
        })
    };
    rows.iter().map(changed).collect()
}

fn line_of(row: &Row) -> Result<Line, Error> {
    let latest = match row.get::<Option<Period>>("latest_period")? {
        Some(period) => Some((period, row.get("latest_value")?)),
        None => None,
    };
    let target = match (row.get("target_by")?, row.get("target_value")?) {
        (Some(by), Some(value)) => Some(crate::Target { by, value }),
        _ => None,
    };
    Ok(Line {
        id: row.get("id")?,
        slug: row.get("slug")?,
        title: row.get("title")?,
        sort: row.get("sort")?,
        place: row.get("place")?,
        place_name: row.get("place_name")?,
        kind: row.get("kind")?,
        unit: row.get("unit")?,
        direction: row.get("direction")?,
        frequency: row.get("frequency")?,
        organization: row.get("organization")?,
        target,
        retired: row.get::<Option<Instant>>("retired_at")?.is_some(),
        observed: row.get("observed")?,
        latest,
        status: row.get("status")?,
        spark: Summary::read_spark(&row.get::<String>("spark")?),
        next_due: row.get("next_due")?,
    })
}
