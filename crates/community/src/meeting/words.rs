//! How meetings are spoken of on pages: time, status, choices.

use std::fmt::Display;

use web::Shell;

use super::{
    Length, Meeting, Minutes, State,
    agenda::{Item, ItemKind, ItemState},
    duties::{Owed, Standing},
};

/// A choice of a field: the value that is sent and the text that is read.
pub(crate) type Choice = (String, String);

/// A status: the class of its mark and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

/// A word of a vocabulary in the language of the page.
pub(crate) fn said(shell: &Shell, prefix: &str, word: impl Display) -> String {
    shell.t(&format!("{prefix}-{word}").replace('_', "-")).into_owned()
}

/// The words of a vocabulary as choices; the catalog has `prefix-word` for each.
pub(crate) fn choices<T: Display>(shell: &Shell, prefix: &str, words: &[T]) -> Vec<Choice> {
    words.iter().map(|word| (word.to_string(), said(shell, prefix, word))).collect()
}

/// "Tuesday, May 12, 2026, 9:00 am", with the zone where it is another than the page's.
pub(crate) fn when(shell: &Shell, meeting: &Meeting) -> String {
    let plan = meeting.plan_of();
    let (day, time) = (shell.long_date(plan.on), shell.clock(plan.clock));
    let here = shell.place().is_none_or(|place| place.zone == plan.zone);
    if here {
        shell.t2("meetings-when", "day", day, "time", time)
    } else {
        let zone = plan.zone.name().replace('_', " ");
        shell.tn(
            "meetings-when-zone",
            &[("day", day.into()), ("time", time.into()), ("zone", zone.into())],
        )
    }
}

/// "Tue, May 12, 9:00 am".
pub(crate) fn when_short(shell: &Shell, meeting: &Meeting) -> String {
    let plan = meeting.plan_of();
    let (day, time) = (shell.short_date(plan.on), shell.clock(plan.clock));
    shell.t2("meetings-when", "day", day, "time", time)
}

/// "1 hour 30 minutes", "45 minutes".
pub(crate) fn length(shell: &Shell, length: Length) -> String {
    minutes(shell, length.minutes())
}

/// The same for a number of minutes.
pub(crate) fn minutes(shell: &Shell, minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => shell.t1("meetings-minutes-long", "minutes", minutes),
        (hours, 0) => shell.t1("meetings-hours-long", "hours", hours),
        (hours, minutes) => shell.t2("meetings-hours-minutes", "hours", hours, "minutes", minutes),
    }
}

/// How it stands, as icon, word and color.
pub(crate) fn mark(shell: &Shell, meeting: &Meeting) -> Status {
    let plain = |kind, key: &str| Status { kind, text: shell.t(key).into_owned() };
    match (meeting.state(), meeting.minutes()) {
        (State::Planned, _) => plain("idle", "meetings-state-planned"),
        (State::UnderWay { .. }, _) => plain("ok", "meetings-state-under-way"),
        (State::Cancelled { .. }, _) => plain("off", "meetings-state-cancelled"),
        (State::Held { .. }, Minutes::None) => plain("risk", "meetings-state-held"),
        (State::Held { .. }, Minutes::Submitted { .. }) => {
            plain("ok", "meetings-minutes-submitted")
        }
        (State::Held { .. }, Minutes::Approved { .. }) => {
            plain("done", "meetings-minutes-approved")
        }
    }
}

/// How an item stands.
pub(crate) fn item_mark(shell: &Shell, item: &Item) -> Status {
    let kind = match item.state {
        ItemState::Open | ItemState::Aside => "idle",
        ItemState::Done => "done",
        ItemState::Unfinished => "risk",
    };
    Status { kind, text: said(shell, "meetings-item-state", item.state) }
}

/// What an item is called: one that a rule brings is called in the language of the page.
pub(crate) fn item_title(shell: &Shell, item: &Item) -> String {
    match item.kind {
        ItemKind::Topic => item.topic.title.to_string(),
        ItemKind::Minutes => shell.t1("meetings-item-minutes", "title", item.topic.title.as_str()),
        ItemKind::Comment => shell.t("meetings-item-comment").into_owned(),
    }
}

/// The time on the wall so many minutes after the beginning.
pub(crate) fn clock_after(shell: &Shell, meeting: &Meeting, after: i64) -> Option<String> {
    let clock = meeting.plan_of().clock;
    let minutes = i64::from(clock.hour()) * 60 + i64::from(clock.minute()) + after;
    let part = |minutes: i64| i8::try_from(minutes).ok();
    let clock = base::Clock::new(part(minutes / 60)?, part(minutes % 60)?)?;
    Some(shell.clock(clock))
}

/// What is owed, by when, and how that stands.
pub(crate) fn owed(shell: &Shell, owed: &Owed) -> Status {
    let kind = match owed.standing {
        Standing::Ahead => "idle",
        Standing::Soon | Standing::KeptLate => "risk",
        Standing::Late => "off",
        Standing::Kept => "done",
    };
    let key = format!("meetings-duty-{}-{}", owed.duty, owed.standing).replace('_', "-");
    Status { kind, text: shell.t1(&key, "when", shell.when(owed.by)) }
}
