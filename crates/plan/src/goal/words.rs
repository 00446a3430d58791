//! How the plan is spoken of on pages: layers, status and its reason, progress.

use base::Date;
use web::Shell;

use super::{Item, Layer, Progress, Standing, State, Status, progress::Why};
use crate::words::{self as plain, Status as Mark};

/// How an item stands, as icon, word and color.
pub(super) fn mark(shell: &Shell, item: &Item, standing: &Standing) -> Mark {
    if item.state == State::Dropped {
        return Mark { kind: "idle", text: shell.t("goals-dropped").into_owned() };
    }
    let status = standing.status();
    Mark { kind: kind(status), text: plain::said(shell, "goals-status", status) }
}

/// The class of a status's mark.
pub(super) const fn kind(status: Status) -> &'static str {
    match status {
        Status::OnTrack => "ok",
        Status::AtRisk => "risk",
        Status::OffTrack => "off",
        Status::Done => "done",
        Status::NotStarted => "idle",
    }
}

/// Why it is computed so, in a sentence.
pub(super) fn why(shell: &Shell, why: &Why) -> String {
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

/// "7 of 12 done"; nothing when nothing is counted.
pub(super) fn done(shell: &Shell, progress: &Progress) -> String {
    match progress.total() {
        0 => String::new(),
        of => shell.t2("goals-done", "done", i64::from(progress.done()), "of", i64::from(of)),
    }
}

/// "Goal", "Objective", "Strategy", "Milestone".
pub(super) fn layer(shell: &Shell, layer: Layer) -> String {
    plain::said(shell, "goals-layer", layer)
}
