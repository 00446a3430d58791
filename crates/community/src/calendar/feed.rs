//! From meetings, events and due dates to a calendar that other programs read. A series is told by
//! its rule, with those of its meetings that moved or were cancelled; so a calendar program shows the
//! same meetings as the pages do.

use std::collections::BTreeMap;

use base::{Date, Instant, Zone};
use standards::{
    calendar::{self, Line},
    recurrence::{End, Rule, Until, Wall},
};

use crate::meeting::{
    Meeting, Plan, State,
    series::{Series, SeriesId},
};

/// What a calendar is made of.
#[derive(Debug, Clone, Default)]
pub struct Days {
    /// What it is called.
    pub name: String,
    /// Meetings, the first one first.
    pub meetings: Vec<Dated<Meeting>>,
    /// The series that made some of them.
    pub series: Vec<Series>,
    /// Events with a time of day.
    pub gatherings: Vec<Dated<Timed>>,
    /// Days by which something is due.
    pub due: Vec<Due>,
}

/// Something with the address of its page.
#[derive(Debug, Clone)]
pub struct Dated<T> {
    /// What it is.
    pub what: T,
    /// The whole address of its page.
    pub address: String,
}

/// Something at a time of day.
#[derive(Debug, Clone)]
pub struct Timed {
    /// Its name in calendars.
    pub uid: String,
    /// When, where and what for.
    pub plan: Plan,
}

/// A day by which something is due.
#[derive(Debug, Clone)]
pub struct Due {
    /// What.
    pub title: String,
    /// For whom, of what.
    pub detail: String,
    /// The day.
    pub on: Date,
    /// The whole address of its page.
    pub address: String,
}

/// A stretch of time that a calendar covers.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// From here.
    pub from: Instant,
    /// Up to here.
    pub until: Instant,
    /// When it was made.
    pub now: Instant,
}

/// Writes a calendar.
#[must_use]
pub fn write(days: &Days, window: Window) -> String {
    let mut lines = vec![
        Line::plain("BEGIN", "VCALENDAR"),
        Line::plain("VERSION", "2.0"),
        Line::plain("PRODID", "-//Concord//Calendar//EN"),
        Line::plain("CALSCALE", "GREGORIAN"),
        Line::plain("METHOD", "PUBLISH"),
        Line::text("NAME", &days.name),
        Line::text("X-WR-CALNAME", &days.name),
        Line::plain("REFRESH-INTERVAL;VALUE=DURATION", "PT6H"),
    ];
    for zone in zones(days) {
        // A day more on either side, for the walls of zones.
        let from = window.from.plus_seconds(-2 * 86_400);
        lines.extend(calendar::zone(&zone, from, window.until.plus_seconds(400 * 86_400)));
    }
    let mut of_series: BTreeMap<SeriesId, Vec<&Dated<Meeting>>> = BTreeMap::new();
    for meeting in &days.meetings {
        let series = meeting.what.series.filter(|id| days.series.iter().any(|one| one.id == *id));
        match series {
            Some(series) => of_series.entry(series).or_default().push(meeting),
            None => lines.extend(single(meeting, window)),
        }
    }
    for series in &days.series {
        let made = of_series.remove(&series.id).unwrap_or_default();
        lines.extend(series_lines(series, &made, window));
    }
    lines.extend(days.gatherings.iter().flat_map(|one| timed(one, window)));
    lines.extend(days.due.iter().flat_map(|due| due_lines(due, window)));
    lines.push(Line::plain("END", "VCALENDAR"));
    let mut text = String::new();
    for line in &lines {
        line.write_to(&mut text);
    }
    text
}

/// The zones that the calendar names, but for universal time.
fn zones(days: &Days) -> Vec<Zone> {
    let meetings = days.meetings.iter().map(|meeting| meeting.what.plan_of().zone.clone());
    let series = days.series.iter().map(|series| series.plan.zone.clone());
    let gatherings = days.gatherings.iter().map(|one| one.what.plan.zone.clone());
    let mut zones: Vec<Zone> = meetings.chain(series).chain(gatherings).collect();
    zones.sort_by(|one, other| one.name().cmp(other.name()));
    zones.dedup_by(|one, other| one.name() == other.name());
    zones.retain(|zone| zone.name() != "UTC");
    zones
}

/// A series by its rule from the first of its times in the window, and what is not as the rule says.
fn series_lines(series: &Series, made: &[&Dated<Meeting>], window: Window) -> Vec<Line> {
    let zone = &series.plan.zone;
    let (first, _) = zone.wall(window.from);
    let last = made.iter().filter_map(|meeting| meeting.what.slot).max();
    let times: Vec<Wall> = match last {
        Some(last) => series.plan.slots(first.plus_days(-1), last.date()),
        None => Vec::new(),
    };
    let Some(start) = times.first().copied() else {
        return made.iter().flat_map(|meeting| single(meeting, window)).collect();
    };
    let by_slot: BTreeMap<Wall, &Dated<Meeting>> =
        made.iter().filter_map(|meeting| Some((meeting.what.slot?, *meeting))).collect();
    let as_made = |slot: &Wall| {
        by_slot.get(slot).is_some_and(|meeting| {
            let same = *meeting.what.plan_of() == series.plan.meeting(*slot);
            same && !matches!(meeting.what.state(), State::Cancelled { .. })
        })
    };
    let mut lines = master(series, start, last, window);
    let held = |slot: &&Wall| {
        by_slot
            .get(*slot)
            .is_some_and(|meeting| !matches!(meeting.what.state(), State::Cancelled { .. }))
    };
    // What was cancelled, or never made, is no time of the series.
    let gone = times.iter().filter(|slot| !held(slot));
    lines.extend(gone.map(|slot| Line::wall("EXDATE", *slot, zone)));
    lines.push(Line::plain("END", "VEVENT"));
    for slot in times.iter().filter(|slot| !as_made(slot)) {
        if let Some(meeting) = by_slot.get(slot).filter(|_| held(&slot)) {
            let uid = format!("{}@concord", series.id);
            let mut moved = begin(&uid, &meeting.what, window);
            moved.push(Line::wall("RECURRENCE-ID", *slot, zone));
            moved.extend(body(&meeting.what, &meeting.address));
            lines.extend(moved);
        }
    }
    // Meetings that an older rule made.
    let older = made.iter().filter(|one| one.what.slot.is_none_or(|slot| !times.contains(&slot)));
    lines.extend(older.flat_map(|meeting| single(meeting, window)));
    lines
}

/// The event that carries the rule; its end is the last meeting that was made.
fn master(series: &Series, start: Wall, last: Option<Wall>, window: Window) -> Vec<Line> {
    let plan = series.plan.meeting(start);
    let zone = &series.plan.zone;
    let until = last.unwrap_or(start);
    let at = until.date().at_second(until.second_of_day(), zone);
    let (date, second) = Zone::utc().wall(at);
    let end = Until { at: Wall::new(date, second), utc: true, whole_day: false };
    let rule = Rule { end: End::Until(end), ..series.plan.rule.clone() };
    let mut lines = vec![
        Line::plain("BEGIN", "VEVENT"),
        Line::plain("UID", &format!("{}@concord", series.id)),
        Line::instant("DTSTAMP", window.now),
        Line::wall("DTSTART", start, zone),
        Line::plain("DURATION", &duration(&plan)),
        Line::plain("RRULE", &rule.to_string()),
    ];
    lines.extend(words(&plan, None));
    lines
}

/// One meeting by itself. One that was cancelled is told as such.
fn single(meeting: &Dated<Meeting>, window: Window) -> Vec<Line> {
    let uid = format!("{}@concord", meeting.what.id);
    let mut lines = begin(&uid, &meeting.what, window);
    if matches!(meeting.what.state(), State::Cancelled { .. }) {
        lines.push(Line::plain("STATUS", "CANCELLED"));
    }
    lines.extend(body(&meeting.what, &meeting.address));
    lines
}

fn begin(uid: &str, meeting: &Meeting, window: Window) -> Vec<Line> {
    vec![
        Line::plain("BEGIN", "VEVENT"),
        Line::plain("UID", uid),
        Line::instant("DTSTAMP", window.now),
        Line::plain("SEQUENCE", &meeting.revision.to_string()),
    ]
}

fn body(meeting: &Meeting, address: &str) -> Vec<Line> {
    let plan = meeting.plan_of();
    let start = Wall::new(plan.on, plan.clock.second_of_day());
    let mut lines =
        vec![Line::wall("DTSTART", start, &plan.zone), Line::plain("DURATION", &duration(plan))];
    lines.extend(words(plan, Some(address)));
    lines.push(Line::plain("END", "VEVENT"));
    lines
}

/// What it is called, and where; never what is talked about.
fn words(plan: &Plan, address: Option<&str>) -> Vec<Line> {
    let mut lines = vec![Line::text("SUMMARY", plan.title.as_str())];
    let place = plan.place.as_ref().map(crate::meeting::Room::as_str);
    let place = place.or_else(|| plan.link.as_ref().map(base::WebLink::as_str));
    lines.extend(place.map(|place| Line::text("LOCATION", place)));
    lines.extend(address.map(|address| Line::plain("URL", address)));
    lines
}

fn duration(plan: &Plan) -> String {
    format!("PT{}M", plan.length.minutes())
}

fn timed(one: &Dated<Timed>, window: Window) -> Vec<Line> {
    let plan = &one.what.plan;
    let mut lines = vec![
        Line::plain("BEGIN", "VEVENT"),
        Line::plain("UID", &format!("{}@concord", one.what.uid)),
        Line::instant("DTSTAMP", window.now),
        Line::wall("DTSTART", Wall::new(plan.on, plan.clock.second_of_day()), &plan.zone),
        Line::plain("DURATION", &duration(plan)),
    ];
    lines.extend(words(plan, Some(&one.address)));
    lines.push(Line::plain("END", "VEVENT"));
    lines
}

fn due_lines(due: &Due, window: Window) -> Vec<Line> {
    // The page's own name makes the event's: it stays when the day moves.
    let uid = due.address.rsplit('/').next().unwrap_or_default();
    vec![
        Line::plain("BEGIN", "VEVENT"),
        Line::plain("UID", &format!("{uid}-due@concord")),
        Line::instant("DTSTAMP", window.now),
        Line::date("DTSTART", due.on),
        Line::text("SUMMARY", &due.title),
        Line::text("DESCRIPTION", &due.detail),
        Line::plain("URL", &due.address),
        Line::plain("TRANSP", "TRANSPARENT"),
        Line::plain("END", "VEVENT"),
    ]
}
