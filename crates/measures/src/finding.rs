//! What the numbers say, as data: sentences by their catalog keys with what they are about. No word
//! of any language is made here.

use base::Date;
use standards::{Direction, Frequency, Period, Unit};

use crate::{
    Definition, Observation, Path, Status,
    path::{baseline, is_as_good},
};

/// A sentence of the catalog.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Its key.
    pub key: &'static str,
    /// What it is about.
    pub facts: Vec<(&'static str, Fact)>,
}

/// Something that a sentence is about; each language writes it in its own way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fact {
    /// A number of a unit: "84 days".
    Amount(f64, Unit),
    /// A number.
    Number(f64),
    /// How many.
    Count(i64),
    /// A period: "Jan to Mar 2026".
    Period(Period),
    /// The month of a day: "December 2027".
    By(Date),
    /// Periods by their number: "8 quarters".
    Periods(Frequency, i64),
}

impl Sentence {
    const fn of(key: &'static str, facts: Vec<(&'static str, Fact)>) -> Self {
        Self { key, facts }
    }
}

/// All that is said about a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// One to four sentences with the numbers that matter.
    pub short: Vec<Sentence>,
    /// The chart's title: the finding.
    pub title: Sentence,
    /// The chart in words, for those who cannot see it.
    pub picture: Vec<Sentence>,
    /// Where the present pace leads.
    pub pace: Option<Pace>,
}

/// Where the present pace leads, and how that was worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// What it leads to.
    pub outlook: Sentence,
    /// How much that leaves or lacks.
    pub margin: Sentence,
    /// How it was worked out.
    pub working: Vec<Sentence>,
}

/// A number that may be shown.
type Shown = (Period, f64);

/// What the numbers of a measure say, the earliest first.
#[must_use]
pub fn findings(definition: &Definition, observations: &[Observation]) -> Findings {
    let shown: Vec<Shown> =
        observations.iter().filter_map(|one| Some((one.period, definition.shown(one)?))).collect();
    let path = Path::of(definition, observations);
    let last_hidden = observations.last().is_some_and(|last| definition.hides(last));
    Findings {
        short: short(definition, observations, &shown, path.as_ref(), last_hidden),
        title: title(definition, &shown),
        picture: picture(definition, &shown, path.as_ref()),
        pace: path.as_ref().and_then(|path| pace(definition, &shown, path)),
    }
}

fn short(
    definition: &Definition,
    observations: &[Observation],
    shown: &[Shown],
    path: Option<&Path>,
    last_hidden: bool,
) -> Vec<Sentence> {
    let unit = definition.unit;
    let mut short = Vec::new();
    let last = shown.last().copied();
    match (last, last_hidden) {
        (_, true) => {
            let limit = Fact::Count(i64::from(definition.small_count));
            short.push(Sentence::of("measures-short-hidden", vec![("limit", limit)]));
        }
        (Some((period, value)), false) => {
            let facts =
                vec![("amount", Fact::Amount(value, unit)), ("period", Fact::Period(period))];
            short.push(Sentence::of("measures-short-now", facts));
        }
        (None, false) => short.push(Sentence::of("measures-short-none", Vec::new())),
    }
    let start = baseline(definition, observations);
    if let (Some(start), Some((period, _))) = (start, last)
        && start.period < period
    {
        let amount = Fact::Amount(start.value, unit);
        let facts = vec![("amount", amount), ("period", Fact::Period(start.period))];
        short.push(Sentence::of("measures-short-start", facts));
    }
    if let Some(target) = definition.targets.last() {
        let facts = vec![("amount", Fact::Amount(target.value, unit)), ("by", Fact::By(target.by))];
        short.push(Sentence::of("measures-short-target", facts));
    }
    if let (Some(path), Some(last), false) = (path, last, last_hidden) {
        short.extend(against_plan(definition, path, last));
    }
    short
}

/// How the last number stands against the plan.
fn against_plan(definition: &Definition, path: &Path, (period, value): Shown) -> Option<Sentence> {
    let ahead = path.ahead(definition.direction, period, value)?;
    let facts = vec![("amount", Fact::Amount(ahead.abs(), definition.unit))];
    Some(match path.status(definition.direction, period, value) {
        Status::Reached => Sentence::of("measures-short-reached", Vec::new()),
        Status::OnTrack if is_nothing(ahead, path) => {
            Sentence::of("measures-short-on-plan", Vec::new())
        }
        Status::OnTrack => Sentence::of("measures-short-ahead", facts),
        Status::AtRisk | Status::OffTrack => Sentence::of("measures-short-behind", facts),
        Status::NotStarted | Status::NoTarget => return None,
    })
}

/// Whether a distance is too small to be told.
fn is_nothing(distance: f64, path: &Path) -> bool {
    distance.abs() < (path.end().1 - path.start().value).abs() * 0.005
}

/// The most steps that the chart's title looks back.
const LOOK_BACK: usize = 8;

fn title(definition: &Definition, shown: &[Shown]) -> Sentence {
    let steps: Vec<f64> = shown
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] if one.0.steps_until(other.0) == Some(1) => Some(other.1 - one.1),
            _ => None,
        })
        .collect();
    let steps = steps.get(steps.len().saturating_sub(LOOK_BACK)..).unwrap_or_default();
    match (shown, steps) {
        ([], _) => Sentence::of("measures-title-none", Vec::new()),
        ([one], _) => Sentence::of("measures-title-one", vec![("period", Fact::Period(one.0))]),
        ([first, .., last], []) => far_apart(definition, *first, *last),
        (_, steps) => by_steps(definition, steps),
    }
}

/// The title when no two numbers follow each other.
fn far_apart(definition: &Definition, first: Shown, last: Shown) -> Sentence {
    let key = match (definition.direction, last.1.total_cmp(&first.1)) {
        (_, std::cmp::Ordering::Equal) => "measures-title-same-than",
        (Direction::Up, std::cmp::Ordering::Greater)
        | (Direction::Down, std::cmp::Ordering::Less) => "measures-title-better-than",
        (Direction::Neither, std::cmp::Ordering::Greater) => "measures-title-higher-than",
        (Direction::Neither, std::cmp::Ordering::Less) => "measures-title-lower-than",
        (Direction::Up | Direction::Down, _) => "measures-title-worse-than",
    };
    Sentence::of(key, vec![("period", Fact::Period(first.0))])
}

/// The title by how many of the last steps went which way: "Better in 7 of the last 8 quarters".
fn by_steps(definition: &Definition, steps: &[f64]) -> Sentence {
    let count = |wanted: fn(f64) -> bool| steps.iter().filter(|&&step| wanted(step)).count();
    let (up, down) = (count(|step| step > 0.0), count(|step| step < 0.0));
    let (key, times) = match definition.direction {
        Direction::Up if up >= down => ("measures-title-better", up),
        Direction::Up => ("measures-title-worse", down),
        Direction::Down if down >= up => ("measures-title-better", down),
        Direction::Down => ("measures-title-worse", up),
        Direction::Neither if up >= down => ("measures-title-higher", up),
        Direction::Neither => ("measures-title-lower", down),
    };
    let all = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let periods = ("periods", Fact::Periods(definition.frequency, all));
    if up == down {
        return Sentence::of("measures-title-unclear", vec![periods]);
    }
    let times = Fact::Count(i64::try_from(times).unwrap_or(i64::MAX));
    Sentence::of(key, vec![("times", times), ("all", Fact::Count(all)), periods])
}

fn picture(definition: &Definition, shown: &[Shown], path: Option<&Path>) -> Vec<Sentence> {
    let unit = definition.unit;
    let told = |key, (period, value): Shown| {
        let amount = ("amount", Fact::Amount(value, unit));
        Sentence::of(key, vec![amount, ("period", Fact::Period(period))])
    };
    let mut picture = Vec::new();
    if let ([first, .., last], true) = (shown, shown.len() > 1) {
        let key = match last.1.total_cmp(&first.1) {
            std::cmp::Ordering::Less => "measures-picture-falls",
            std::cmp::Ordering::Equal => "measures-picture-stays",
            std::cmp::Ordering::Greater => "measures-picture-rises",
        };
        let facts = vec![
            ("first", Fact::Amount(first.1, unit)),
            ("from", Fact::Period(first.0)),
            ("last", Fact::Amount(last.1, unit)),
            ("to", Fact::Period(last.0)),
        ];
        picture.push(Sentence::of(key, facts));
    } else if let Some(&only) = shown.last() {
        picture.push(told("measures-picture-one", only));
    }
    if shown.len() > 2 {
        let by_value = |one: &&Shown, other: &&Shown| one.1.total_cmp(&other.1);
        let high = shown.iter().max_by(by_value).copied();
        let low = shown.iter().min_by(by_value).copied();
        picture.extend(high.map(|high| told("measures-picture-highest", high)));
        picture.extend(low.map(|low| told("measures-picture-lowest", low)));
    }
    if let Some(target) = definition.targets.last() {
        let facts = vec![("amount", Fact::Amount(target.value, unit)), ("by", Fact::By(target.by))];
        picture.push(Sentence::of("measures-short-target", facts));
    }
    if let (Some(path), Some(&last)) = (path, shown.last()) {
        picture.extend(against_plan(definition, path, last));
    }
    picture
}

/// How many of the last steps make the pace.
const PACE_STEPS: usize = 2;

/// Where the present pace leads by the last target; nothing when that lies behind, is reached, or
/// there are too few numbers to speak of a pace.
fn pace(definition: &Definition, shown: &[Shown], path: &Path) -> Option<Pace> {
    let unit = definition.unit;
    let target = definition.targets.last()?;
    let &(period, value) = shown.last()?;
    let &(earlier, before) = shown.get(shown.len().checked_sub(PACE_STEPS + 1)?)?;
    let (end, goal) = path.end();
    let left = period.steps_until(end).filter(|left| *left > 0)?;
    if definition.direction == Direction::Neither || is_as_good(definition.direction, value, goal) {
        return None;
    }
    let past = earlier.steps_until(period).filter(|past| *past > 0)?;
    let per_step = (value - before) / whole(past);
    let total = per_step * whole(left);
    let reached = value + total;
    let bounded = bounded(unit, reached);
    let spare = match definition.direction {
        Direction::Up => bounded - goal,
        Direction::Down | Direction::Neither => goal - bounded,
    };
    let amount = |value: f64| Fact::Amount(value, unit);
    let outlook = vec![
        ("periods", Fact::Periods(definition.frequency, past)),
        ("amount", amount(bounded)),
        ("by", Fact::By(target.by)),
    ];
    let margin = vec![("amount", amount(spare.abs())), ("target", amount(goal))];
    let margin = if is_nothing(spare, path) {
        Sentence::of("measures-pace-just", margin)
    } else if spare > 0.0 {
        Sentence::of("measures-pace-spare", margin)
    } else {
        Sentence::of("measures-pace-short", margin)
    };
    let working = working(definition, (value, per_step, past), (left, total, reached), bounded);
    Some(Pace { outlook: Sentence::of("measures-pace-outlook", outlook), margin, working })
}

fn working(
    definition: &Definition,
    (value, per_step, past): (f64, f64, i64),
    (left, total, reached): (i64, f64, f64),
    bounded: f64,
) -> Vec<Sentence> {
    let unit = definition.unit;
    let key = if per_step < 0.0 { "measures-pace-fell" } else { "measures-pace-rose" };
    let mut working = vec![
        Sentence::of(
            key,
            vec![
                ("amount", Fact::Amount(per_step.abs(), unit)),
                ("periods", Fact::Periods(definition.frequency, past)),
            ],
        ),
        Sentence::of(
            "measures-pace-left",
            vec![
                ("periods", Fact::Periods(definition.frequency, left)),
                ("left", Fact::Count(left)),
                ("step", Fact::Number(per_step.abs())),
                ("total", Fact::Number(total.abs())),
            ],
        ),
        Sentence::of(
            if total < 0.0 { "measures-pace-minus" } else { "measures-pace-plus" },
            vec![
                ("value", Fact::Number(value)),
                ("total", Fact::Number(total.abs())),
                ("reached", Fact::Number(reached)),
            ],
        ),
    ];
    if bounded.total_cmp(&reached).is_ne() {
        let amount = Fact::Amount(bounded, unit);
        working.push(Sentence::of("measures-pace-bounded", vec![("amount", amount)]));
    }
    working
}

/// No count falls below nothing, and no percentage rises above all.
fn bounded(unit: Unit, value: f64) -> f64 {
    match unit {
        Unit::Percent => value.clamp(0.0, 100.0),
        Unit::People
        | Unit::Households
        | Unit::Beds
        | Unit::Hours
        | Unit::Days
        | Unit::PerThousand
        | Unit::PerHundredThousand => value.max(0.0),
        Unit::Number | Unit::Dollars | Unit::Points => value,
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps between periods are few")]
const fn whole(steps: i64) -> f64 {
    steps as f64
}

#[cfg(test)]
mod tests;
