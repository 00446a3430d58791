//! How events are spoken of on pages.

use partnership::People;
use web::Shell;

use super::{
    Gathering, Record, State,
    guests::{Attendee, Registration, Standing},
};
use crate::meeting::words::{Status, said};

/// How it stands, where that is worth a mark.
pub(crate) fn mark(shell: &Shell, gathering: &Gathering) -> Option<Status> {
    match gathering.state() {
        State::Cancelled { .. } => {
            Some(Status { kind: "off", text: shell.t("gatherings-cancelled").into_owned() })
        }
        State::Planned => full(gathering)
            .then(|| Status { kind: "risk", text: shell.t("gatherings-full").into_owned() }),
    }
}

fn full(gathering: &Gathering) -> bool {
    gathering.plan.capacity.is_some_and(|most| gathering.counts.registered >= most)
}

/// "Tuesday, May 12, 2026, 9:00 am".
pub(crate) fn when(shell: &Shell, gathering: &Gathering) -> String {
    let when = &gathering.plan.when;
    let (day, time) = (shell.long_date(when.on), shell.clock(when.clock));
    let here = shell.place().is_none_or(|place| place.zone == when.zone);
    if here {
        return shell.t2("meetings-when", "day", day, "time", time);
    }
    let zone = when.zone.name().replace('_', " ");
    shell.tn(
        "meetings-when-zone",
        &[("day", day.into()), ("time", time.into()), ("zone", zone.into())],
    )
}

/// Where it is: a place, or that it is online.
pub(crate) fn place(shell: &Shell, gathering: &Gathering) -> String {
    let when = &gathering.plan.when;
    let online = || when.link.as_ref().map(|_| shell.t("meetings-online").into_owned());
    when.place.as_ref().map(ToString::to_string).or_else(online).unwrap_or_default()
}

/// How many come, and of how many.
pub(crate) fn coming(shell: &Shell, gathering: &Gathering) -> String {
    let counts = gathering.counts;
    match gathering.plan.capacity {
        Some(most) => shell.t2("gatherings-coming-of", "count", counts.registered, "most", most),
        None => shell.t1("gatherings-coming", "count", counts.registered),
    }
}

/// What a registration is worth.
pub(crate) fn standing(shell: &Shell, record: &Record, one: &Registration) -> Status {
    let plain = |kind, key: &str| Status { kind, text: shell.t(key).into_owned() };
    match one.standing {
        Standing::Registered if one.checked_in.is_some() => plain("done", "gatherings-was-there"),
        Standing::Registered => plain("ok", "gatherings-registered"),
        Standing::Waiting => {
            let place = record.guests.place_in_line(one.number).unwrap_or(0);
            let place = i64::try_from(place).unwrap_or(0);
            Status { kind: "risk", text: shell.t1("gatherings-waiting", "place", place) }
        }
        Standing::Withdrawn => plain("idle", "gatherings-withdrawn"),
    }
}

/// Who registered, by name.
pub(crate) fn name(shell: &Shell, people: &People, one: &Registration) -> String {
    match &one.attendee {
        Attendee::Person(person) => match people.name(*person) {
            "" => shell.t("gatherings-somebody").into_owned(),
            name => name.to_owned(),
        },
        Attendee::Guest(name) => name.to_string(),
    }
}

/// For whom somebody comes, in words.
pub(crate) fn comes_for(record: &Record, people: &People, one: &Registration) -> String {
    if let Some(organization) = &one.organization {
        return organization.to_string();
    }
    let Attendee::Person(person) = one.attendee else { return String::new() };
    let entry = people.get(person);
    let organization = entry.and_then(partnership::PersonEntry::organization);
    organization.map(|of| record.directory.name(of).to_owned()).unwrap_or_default()
}

/// What it is for.
pub(crate) fn kind(shell: &Shell, gathering: &Gathering) -> String {
    said(shell, "gatherings-kind", gathering.plan.kind)
}
