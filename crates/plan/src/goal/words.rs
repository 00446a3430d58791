//! How the plan is spoken of on pages: layers, status and its reason, progress.

use base::Date;
use web::Shell;

use super::{Item, Layer, Progress, Reading, Standing, State, Status, progress::Why};
use crate::words::{self as plain, Status as Mark};

/// How an item stands, as icon, word and color.
pub(crate) fn mark(shell: &Shell, item: &Item, standing: &Standing) -> Mark {
    if item.state == State::Dropped {
        return Mark { kind: "idle", text: shell.t("goals-dropped").into_owned() };
    }
    let status = standing.status();
    Mark { kind: kind(status), text: plain::said(shell, "goals-status", status) }
}

/// The class of a status's mark.
pub(crate) const fn kind(status: Status) -> &'static str {
    match status {
        Status::OnTrack => "ok",
        Status::AtRisk => "risk",
        Status::OffTrack => "off",
        Status::Done => "done",
        Status::NotStarted => "idle",
    }
}

/// Why it is computed so, in a sentence.
pub(crate) fn why(shell: &Shell, why: &Why) -> String {
    let day = |day: &Option<Date>| day.map(|day| shell.date(day)).unwrap_or_default();
    match why {
        Why::Reached { on } => shell.t1("goals-why-reached", "date", day(on)),
        Why::Dropped { on } => shell.t1("goals-why-dropped", "date", day(on)),
        Why::DayPassed { days } => shell.t1("goals-why-day-passed", "days", *days),
        Why::LongLate { days } => shell.t1("goals-why-long-late", "days", *days),
        Why::ManyLate { late, of } => {
            shell.t2("goals-why-many-late", "late", i64::from(*late), "of", i64::from(*of))
        }
        Why::SomeLate { late, of } => {
            shell.t2("goals-why-some-late", "late", i64::from(*late), "of", i64::from(*of))
        }
        Why::Broken { count } => shell.t1("goals-why-broken", "count", i64::from(*count)),
        Why::MeasureOff { title } => shell.t1("goals-why-measure-off", "title", title.as_str()),
        Why::MeasureBehind { title } => {
            shell.t1("goals-why-measure-behind", "title", title.as_str())
        }
        Why::MeasureBelow { title } => shell.t1("goals-why-measure-below", "title", title.as_str()),
        Why::MeasuresReached { count } => {
            shell.t1("goals-why-measures-reached", "count", i64::from(*count))
        }
        Why::MeasureOnTrack { title } => {
            shell.t1("goals-why-measure-on-track", "title", title.as_str())
        }
        Why::Judged { title } => shell.t1("goals-why-judged", "title", title.as_str()),
        Why::NothingLinked => shell.t("goals-why-nothing-linked").into_owned(),
        Why::StartsLater { on } => shell.t1("goals-why-starts-later", "date", shell.date(on)),
        Why::NothingDone => shell.t("goals-why-nothing-done").into_owned(),
        Why::AllDone => shell.t("goals-why-all-done").into_owned(),
        Why::NothingLate { done, of } => {
            shell.t2("goals-why-nothing-late", "done", i64::from(*done), "of", i64::from(*of))
        }
    }
}

/// "7 of 12 done, 59% of the way"; nothing when nothing is counted.
pub(crate) fn done(shell: &Shell, progress: &Progress) -> String {
    let steps = match progress.total() {
        0 => None,
        of => Some(shell.t2("goals-done", "done", i64::from(progress.done()), "of", i64::from(of))),
    };
    let way = progress.way_percent.map(|way| shell.t1("goals-way-of", "way", way));
    steps.into_iter().chain(way).collect::<Vec<_>>().join(", ")
}

/// "Now 84, started at 118, target 60 by December 31, 2027."
pub(crate) fn reading(shell: &Shell, reading: &Reading) -> String {
    let number = |value: Option<f64>| value.map(|value| shell.number(value));
    let now = number(reading.latest).map(|now| shell.t1("goals-measure-now", "value", now));
    let start = number(reading.start).map(|start| shell.t1("goals-measure-start", "value", start));
    let target = number(reading.target).map(|target| match reading.by {
        Some(by) => shell.t2("goals-measure-target-by", "value", target, "date", shell.date(by)),
        None => shell.t1("goals-measure-target", "value", target),
    });
    let texts: Vec<String> = [now, start, target].into_iter().flatten().collect();
    if reading.latest.is_none() {
        let none = shell.t("goals-measure-none").into_owned();
        return [vec![none], texts].concat().join(" ");
    }
    texts.join(" ")
}

/// "Goal", "Objective", "Strategy", "Milestone".
pub(crate) fn layer(shell: &Shell, layer: Layer) -> String {
    plain::said(shell, "goals-layer", layer)
}
