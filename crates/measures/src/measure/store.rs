//! The tables of measures. A measure's row also keeps its numbers in short, so that a list is one query.

use std::collections::HashMap;

use ::store::{Row, Tx, WriteTx, values};
use base::{Reason, Value};
use futures_util::{TryFutureExt as _, future::try_join};
use partnership::Names;
use standards::{Finality, Period, place_key};

use super::{Baseline, Definition, Measure, MeasureId, Place, State, Target};
use crate::{Error, Latest, Status, Summary};

store::statements! {
    TITLE = "SELECT title FROM measures WHERE partnership = $1 AND id = $2";
    LOAD = "SELECT id, slug, title, code, place, place_name, kind, unit, direction, frequency, about,
        numerator, denominator, source, limits, organization, keeper, due_days, small_count,
        baseline_period, baseline_value, retired_why, retired_at, observed, latest_period,
        latest_value, latest_finality, latest_at, status, spark, next_due, since, revision
        FROM measures WHERE partnership = $1 AND (slug = $2 OR id = $2)";
    LOAD_PLACE = "SELECT id, slug, title, code, place, place_name, kind, unit, direction, frequency,
        about, numerator, denominator, source, limits, organization, keeper, due_days, small_count,
        baseline_period, baseline_value, retired_why, retired_at, observed, latest_period,
        latest_value, latest_finality, latest_at, status, spark, next_due, since, revision
        FROM measures WHERE partnership = $1 AND place_key = $2";
    LOAD_ALL = "SELECT id, slug, title, code, place, place_name, kind, unit, direction, frequency,
        about, numerator, denominator, source, limits, organization, keeper, due_days, small_count,
        baseline_period, baseline_value, retired_why, retired_at, observed, latest_period,
        latest_value, latest_finality, latest_at, status, spark, next_due, since, revision
        FROM measures WHERE partnership = $1";
    TARGETS = "SELECT t.measure, t.by_day, t.value
        FROM measures m JOIN measure_targets t ON t.partnership = $1 AND t.measure = m.id
        WHERE m.partnership = $1 AND (m.slug = $2 OR m.id = $2) ORDER BY t.by_day";
    ALL_TARGETS = "SELECT measure, by_day, value FROM measure_targets
        WHERE partnership = $1 ORDER BY measure, by_day";
    CODE_TAKEN = "SELECT id FROM measures WHERE partnership = $1 AND code = $2 AND place_key = $3";
    SLUGS_LIKE = "SELECT slug FROM measures WHERE partnership = $1 AND slug LIKE $2";
    KEEPER = "SELECT n.person, n.name FROM measures m
        JOIN people n ON n.partnership = m.partnership AND n.person = m.keeper
        WHERE m.partnership = $1 AND m.id = $2";
    ADDRESSES = "SELECT slug, id FROM measures WHERE partnership = $1 ORDER BY slug LIMIT 501";
    ALL_SLUGS = "SELECT slug FROM measures WHERE partnership = $1";
    INSERT = "INSERT INTO measures (partnership, id, slug, title, sort, code, place, place_key,
        place_name, kind, unit, direction, frequency, about, numerator, denominator, source, limits,
        organization, keeper, due_days, small_count, baseline_period, baseline_value, target_by,
        target_value, retired_why, retired_at, observed, latest_period, latest_value,
        latest_finality, latest_at, status, spark, next_due, since, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, 1)";
    CHANGE = "UPDATE measures SET title = $4, sort = $5, code = $6, place = $7, place_key = $8,
        place_name = $9, kind = $10, unit = $11, direction = $12, frequency = $13, about = $14,
        numerator = $15, denominator = $16, source = $17, limits = $18, organization = $19,
        keeper = $20, due_days = $21, small_count = $22, baseline_period = $23, baseline_value = $24,
        target_by = $25, target_value = $26, retired_why = $27, retired_at = $28,
        revision = revision + 1
        WHERE partnership = $1 AND id = $2 AND revision = $3";
    SUMMARIZE = "UPDATE measures SET observed = $3, latest_period = $4, latest_value = $5,
        latest_finality = $6, latest_at = $7, status = $8, spark = $9, next_due = $10
        WHERE partnership = $1 AND id = $2";
    DROP_TARGETS = "DELETE FROM measure_targets WHERE partnership = $1 AND measure = $2";
    ADD_TARGET = "INSERT INTO measure_targets (partnership, measure, by_day, value)
        VALUES ($1, $2, $3, $4)";
    COUNT = "INSERT INTO measure_counts (partnership, status, count) VALUES ($1, $2, $3)
        ON CONFLICT (partnership, status) DO UPDATE SET count = measure_counts.count + excluded.count";
}

/// So many addresses are kept. `ADDRESSES` reads one more, to tell that there are.
const FEW_ADDRESSES: usize = 500;

/// The measure with its targets, by its address; the record also knows it by its identifier.
pub(crate) async fn load(tx: &Tx, slug: &str) -> Result<Measure, Error> {
    let targets = tx.query(&TARGETS, values![slug]).err_into();
    let (row, targets) = try_join(row_of(tx, slug), targets).await?;
    let mut measure = measure_of(&row)?;
    measure.definition.targets = targets.iter().map(target_of).collect::<Result<_, _>>()?;
    Ok(measure)
}

/// The identifier of the measure with this address. Where there are few measures, which has which is
/// kept, so that a page asks at once for all that is found by the identifier.
pub(super) async fn id_of(tx: &Tx, slug: &str) -> Result<MeasureId, Error> {
    let known = tx.settled_as(&ADDRESSES, Vec::new(), addresses).await?;
    if known.len() > FEW_ADDRESSES {
        return Ok(row_of(tx, slug).await?.get("id")?);
    }
    let itself = || slug.parse().ok().filter(|id| known.values().any(|one| one == id));
    let found = known.get(slug).copied().or_else(itself);
    found.ok_or_else(|| Error::Missing { slug: slug.to_owned() })
}

/// The name of who keeps its numbers, if somebody does.
pub(super) async fn keeper(tx: &Tx, id: MeasureId) -> Result<Names, Error> {
    Ok(Names::of(&tx.query(&KEEPER, values![id]).await?, "person", "name")?)
}

fn addresses(rows: &[Row]) -> Result<HashMap<String, MeasureId>, Error> {
    rows.iter().map(|row| Ok((row.get("slug")?, row.get("id")?))).collect()
}

async fn row_of(tx: &Tx, slug: &str) -> Result<Row, Error> {
    let row = tx.optional(&LOAD, values![slug]).await?;
    row.ok_or_else(|| Error::Missing { slug: slug.to_owned() })
}

/// All measures of a place, or of the partnership, with their targets.
pub(crate) async fn load_many(tx: &Tx, place: Option<&str>) -> Result<Vec<Measure>, Error> {
    let rows = match place {
        Some(place) => tx.query(&LOAD_PLACE, values![place]).await?,
        None => tx.query(&LOAD_ALL, values![]).await?,
    };
    let mut measures = rows.iter().map(measure_of).collect::<Result<Vec<_>, _>>()?;
    let places: HashMap<MeasureId, usize> =
        measures.iter().enumerate().map(|(at, measure)| (measure.id, at)).collect();
    for row in tx.query(&ALL_TARGETS, values![]).await? {
        let measure = places.get(&row.get("measure")?).and_then(|at| measures.get_mut(*at));
        if let Some(measure) = measure {
            measure.definition.targets.push(target_of(&row)?);
        }
    }
    Ok(measures)
}

/// Whether another measure has the code in this place.
pub(crate) async fn code_taken(
    tx: &Tx,
    definition: &Definition,
) -> Result<Option<MeasureId>, Error> {
    let place = definition.place.as_ref().map_or_else(String::new, |p| place_key(p.code.as_str()));
    let row = tx.optional(&CODE_TAKEN, values![definition.code, place]).await?;
    row.map(|row| row.get("id")).transpose().map_err(Error::from)
}

/// The addresses that begin like this one.
pub(crate) async fn slugs_like(tx: &Tx, slug: &str) -> Result<Vec<String>, Error> {
    let rows = tx.query(&SLUGS_LIKE, values![format!("{slug}%")]).await?;
    rows.iter().map(|row| row.get("slug").map_err(Error::from)).collect()
}

/// Every address of the partnership.
pub(crate) async fn all_slugs(tx: &Tx) -> Result<Vec<String>, Error> {
    let rows = tx.query(&ALL_SLUGS, values![]).await?;
    rows.iter().map(|row| row.get("slug").map_err(Error::from)).collect()
}

/// Writes new measures.
pub(crate) async fn insert(tx: &mut WriteTx, measures: &[&Measure]) -> Result<(), Error> {
    let rows = measures.iter().map(|measure| {
        let mut row = values![measure.id, measure.slug];
        row.extend(definition_values(measure));
        row.extend(summary_values(&measure.summary));
        row.push(Value::Integer(measure.since.micros()));
        row
    });
    tx.execute_many(&INSERT, rows.collect()).await?;
    for measure in measures {
        add_targets(tx, measure).await?;
    }
    Ok(())
}

/// Writes a changed definition or state, and its summary.
pub(crate) async fn change(tx: &mut WriteTx, measure: &Measure) -> Result<(), Error> {
    let mut row = values![measure.id, measure.revision];
    row.extend(definition_values(measure));
    tx.execute_fresh(&CHANGE, row).await?;
    tx.execute(&DROP_TARGETS, values![measure.id]).await?;
    add_targets(tx, measure).await?;
    summarize(tx, &[measure]).await
}

async fn add_targets(tx: &mut WriteTx, measure: &Measure) -> Result<(), Error> {
    for Target { by, value } in &measure.definition.targets {
        tx.execute(&ADD_TARGET, values![measure.id, *by, *value]).await?;
    }
    Ok(())
}

/// Writes the summaries of measures whose numbers changed.
pub(crate) async fn summarize(tx: &mut WriteTx, measures: &[&Measure]) -> Result<(), Error> {
    let rows = measures.iter().map(|measure| {
        let mut row = values![measure.id];
        row.extend(summary_values(&measure.summary));
        row
    });
    tx.execute_many(&SUMMARIZE, rows.collect()).await?;
    Ok(())
}

/// Counts measures that came to a status, or left it.
pub(crate) async fn count(tx: &mut WriteTx, status: Status, by: i64) -> Result<(), Error> {
    if by != 0 {
        tx.execute(&COUNT, values![status, by]).await?;
    }
    Ok(())
}

/// What a title is sorted and searched by.
pub(crate) fn sorted_by(title: &str) -> String {
    title.to_lowercase()
}

fn definition_values(measure: &Measure) -> Vec<Value> {
    let definition = &measure.definition;
    let place = definition.place.as_ref();
    let code = place.map_or("", |place| place.code.as_str());
    let last = definition.targets.last();
    let (why, at) = match &measure.state {
        State::Active => (None, None),
        State::Retired { why, at } => (Some(why), Some(*at)),
    };
    let title = definition.title.as_str();
    let name = place.and_then(|place| place.name.as_ref());
    let mut sort = sorted_by(title);
    if let Some(name) = name {
        sort.push_str(", ");
        sort.push_str(&sorted_by(name.as_str()));
    }
    values![
        title,
        sort,
        definition.code,
        code,
        place_key(code),
        name,
        definition.kind,
        definition.unit,
        definition.direction,
        definition.frequency,
        definition.about,
        definition.numerator,
        definition.denominator,
        definition.source,
        definition.limits,
        definition.organization,
        definition.keeper,
        definition.due_days.map(i64::from),
        i64::from(definition.small_count),
        definition.baseline.map(|baseline| baseline.period),
        definition.baseline.map(|baseline| baseline.value),
        last.map(|target| target.by),
        last.map(|target| target.value),
        why,
        at,
    ]
}

fn summary_values(summary: &Summary) -> Vec<Value> {
    let latest = summary.latest;
    values![
        summary.count,
        latest.map(|latest| latest.period),
        latest.and_then(|latest| latest.value),
        latest.map(|latest| latest.finality),
        latest.map(|latest| latest.at),
        summary.status,
        summary.spark_text(),
        summary.next_due,
    ]
}

fn target_of(row: &Row) -> Result<Target, Error> {
    Ok(Target { by: row.get("by_day")?, value: row.get("value")? })
}

fn place_of(row: &Row) -> Result<Option<Place>, Error> {
    let code: String = row.get("place")?;
    if code.is_empty() {
        return Ok(None);
    }
    Ok(Some(Place { code: row.get("place")?, name: row.get("place_name")? }))
}

fn measure_of(row: &Row) -> Result<Measure, Error> {
    let whole = |text: i64| u32::try_from(text).unwrap_or_default();
    let baseline = match (row.get("baseline_period")?, row.get("baseline_value")?) {
        (Some(period), Some(value)) => Some(Baseline { period, value }),
        _ => None,
    };
    let definition = Definition {
        title: row.get("title")?,
        code: row.get("code")?,
        place: place_of(row)?,
        kind: row.get("kind")?,
        unit: row.get("unit")?,
        direction: row.get("direction")?,
        frequency: row.get("frequency")?,
        about: row.get("about")?,
        numerator: row.get("numerator")?,
        denominator: row.get("denominator")?,
        source: row.get("source")?,
        limits: row.get("limits")?,
        organization: row.get("organization")?,
        keeper: row.get("keeper")?,
        due_days: row.get::<Option<i64>>("due_days")?.and_then(|days| u16::try_from(days).ok()),
        small_count: whole(row.get("small_count")?),
        baseline,
        targets: Vec::new(),
    };
    let retired: (Option<Reason>, _) = (row.get("retired_why")?, row.get("retired_at")?);
    Ok(Measure {
        id: row.get("id")?,
        slug: row.get("slug")?,
        definition,
        state: match retired {
            (Some(why), Some(at)) => State::Retired { why, at },
            _ => State::Active,
        },
        summary: summary_of(row)?,
        since: row.get("since")?,
        revision: row.get("revision")?,
    })
}

fn summary_of(row: &Row) -> Result<Summary, Error> {
    let latest = match row.get::<Option<Period>>("latest_period")? {
        Some(period) => Some(Latest {
            period,
            value: row.get("latest_value")?,
            finality: row.get::<Option<Finality>>("latest_finality")?.unwrap_or(Finality::Final),
            at: row.get("latest_at")?,
        }),
        None => None,
    };
    Ok(Summary {
        count: row.get("observed")?,
        latest,
        status: row.get("status")?,
        spark: Summary::read_spark(&row.get::<String>("spark")?),
        next_due: row.get("next_due")?,
    })
}

/// What a measure is called; none when there is none.
pub(crate) async fn title_of(tx: &Tx, id: &str) -> Result<Option<String>, Error> {
    let row = tx.optional(&TITLE, values![id]).await?;
    Ok(row.map(|row| row.get("title")).transpose()?)
}
