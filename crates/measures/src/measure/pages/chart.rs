//! The chart of a measure: what happened, the planned path, the start, the target and notes.

use base::Reason;
use standards::{Frequency, Period, Unit};
use web::{
    Shell,
    chart::{self, Key, LineChart, Mark, Svg},
};

use crate::{Findings, Observation, Path, measure::queries::Found, words};

/// The most periods that the chart draws; a longer series shows its last ones.
const MOST: usize = 60;

/// The numbers with a note, the earliest first: their letters are A, B, C …
pub(super) fn noted(found: &Found) -> impl Iterator<Item = (&Observation, &Reason)> {
    let all = &found.observations;
    let from = all.len().saturating_sub(MOST);
    let recent = all.get(from..).unwrap_or_default();
    recent.iter().filter_map(|one| Some((one, one.note.as_ref()?))).take(8)
}

/// What each line of the chart is.
pub(super) fn legend(shell: &Shell, planned: bool) -> Svg {
    let (observed, plan, target) = (
        shell.t("measures-legend-observed"),
        shell.t("measures-legend-planned"),
        shell.t("measures-target"),
    );
    let mut entries = vec![(Key::Observed, observed.as_ref())];
    if planned {
        entries.push((Key::Planned, plan.as_ref()));
        entries.push((Key::Target, target.as_ref()));
    }
    chart::legend(&entries)
}

/// The chart; nothing when there is no number to draw.
pub(super) fn draw(
    shell: &Shell,
    found: &Found,
    path: Option<&Path>,
    said: &Findings,
) -> Option<Svg> {
    let definition = &found.measure.definition;
    let all = &found.observations;
    let recent = all.get(all.len().saturating_sub(MOST)..).unwrap_or_default();
    let (first, last) = (recent.first()?.period, recent.last()?.period);
    let periods = axis(first, last, path);
    let value_at = |period: &Period| {
        let at = recent.binary_search_by_key(period, |one| one.period).ok()?;
        definition.shown(recent.get(at)?)
    };
    let observed: Vec<_> =
        periods.iter().take_while(|period| **period <= last).map(value_at).collect();
    let target = definition.targets.last().filter(|_| path.is_some());
    let amount = |value: f64| words::amount(shell, value, definition.unit);
    let latest = found.measure.summary.latest.and_then(|latest| latest.value);
    let notes = noted(found).filter_map(|(one, _)| periods.iter().position(|p| *p == one.period));
    let (prefix, suffix) = match definition.unit {
        Unit::Dollars => ("$", ""),
        Unit::Percent => ("", "%"),
        Unit::Number
        | Unit::People
        | Unit::Households
        | Unit::Beds
        | Unit::Hours
        | Unit::Days
        | Unit::PerThousand
        | Unit::PerHundredThousand
        | Unit::Points => ("", ""),
    };
    Some(chart::line(&LineChart {
        id: "trend-picture".to_owned(),
        title: definition.title.to_string(),
        description: words::say_all(shell, &said.picture),
        observed,
        planned: periods.iter().map(|period| path.and_then(|path| path.at(*period))).collect(),
        target: target.map(|target| Mark {
            value: target.value,
            label: shell.t("measures-target").into_owned(),
            text: amount(target.value),
        }),
        baseline: path.map(|path| Mark {
            value: path.start().value,
            label: shell.t("measures-start-short").into_owned(),
            text: words::number(shell, path.start().value),
        }),
        notes: notes.collect(),
        last: latest.map(|value| words::number(shell, value)).unwrap_or_default(),
        periods: periods.iter().map(|period| label(shell, *period)).collect(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
    }))
}

/// Every period from the first number to the last target, as far as the chart has room.
fn axis(first: Period, last: Period, path: Option<&Path>) -> Vec<Period> {
    let end = path.map_or(last, |path| path.end().0).max(last);
    let mut periods = vec![first];
    while let Some(next) = periods.last().and_then(|period| period.later(1)) {
        if next > end || periods.len() >= MOST * 2 {
            break;
        }
        periods.push(next);
    }
    periods
}

fn label(shell: &Shell, period: Period) -> chart::Period {
    let year = period.start().year().to_string();
    match period.frequency() {
        Frequency::Year => chart::Period { label: year, group: String::new() },
        Frequency::Quarter => {
            let label = shell.t1("measures-quarter-label", "quarter", i64::from(period.quarter()));
            chart::Period { label, group: year }
        }
        Frequency::Month => {
            let label: String = shell.month(period.start()).chars().take(3).collect();
            chart::Period { label, group: year }
        }
        Frequency::Day => chart::Period {
            label: period.start().day().to_string(),
            group: shell.month(period.start()),
        },
    }
}
