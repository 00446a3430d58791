//! What is written reads as what it was written from. The files beside the tests are read by programs
//! of others, too: see `verifiers/calendar`.

use std::{fs, path::Path};

use base::{Date, Id, Instant, Reason, Zone};
use partnership::BodyId;

use super::feed::{Dated, Days, Due, Timed, Window, write};
use crate::meeting::{
    Length, Meeting, MeetingId, Plan, State,
    series::{Repeats, Series, SeriesId, SeriesPlan},
};

const NOW: &str = "2026-05-11T15:00:00Z";

fn at(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A series of the second Tuesdays on the walls of Chicago, over both changes of the clocks.
fn series() -> Series {
    let first = day("2025-09-09");
    let plan = SeriesPlan {
        title: "Council; with, commas".parse().unwrap(),
        first_on: first,
        clock: "15:00".parse().unwrap(),
        rule: Repeats::MonthlyWeekday.rule(first, None).unwrap(),
        length: Length::new(90).unwrap(),
        zone: Zone::named("America/Chicago").unwrap(),
        place: Some("County hall".parse().unwrap()),
        link: None,
        open: true,
    };
    Series {
        id: SeriesId::from_bits(7),
        body: BodyId::from_bits(2),
        plan,
        made_through: day("2027-05-11"),
        ended_on: None,
        revision: base::Revision::FIRST,
    }
}

/// Its meetings: one moved, one called off, one that an older rule made.
fn meetings(series: &Series) -> Vec<Meeting> {
    let slots = series.plan.slots(day("2026-03-01"), series.made_through);
    let mut all: Vec<Meeting> = (1..)
        .zip(slots)
        .map(|(number, slot)| {
            let (id, plan) = (MeetingId::from_bits(number), series.plan.meeting(slot));
            Meeting::of_series(id, series.body, plan, series.id, slot)
        })
        .collect();
    let moved = all.get_mut(3).unwrap();
    let mut plan = Plan { on: day("2026-06-11"), ..moved.plan_of().clone() };
    plan.title = "Council, moved".parse().unwrap();
    moved.change(plan, at(NOW)).unwrap();
    let why: Reason = "Holidays".parse().unwrap();
    all.get_mut(4).unwrap().cancel(why, at(NOW)).unwrap();
    let mut plan = series.plan.meeting(series.plan.start());
    plan.on = day("2026-05-20");
    all.push(Meeting::plan(MeetingId::from_bits(90), series.body, plan));
    all
}

fn days() -> Days {
    let series = series();
    let dated = |meeting: Meeting| {
        let address = format!("https://concord.example/p/riverbend/meetings/{}", meeting.id);
        Dated { what: meeting, address }
    };
    let meetings = meetings(&series).into_iter().map(dated).collect();
    let mut plan = series.plan.meeting(series.plan.start());
    plan.title =
        "Meet the navigators, in a name that is so long that its line must be folded – ¡sí!"
            .parse()
            .unwrap();
    plan.on = day("2026-05-28");
    plan.zone = Zone::named("Europe/Madrid").unwrap();
    let gathering = Timed { uid: "gth_1".to_owned(), plan };
    let due = Due {
        title: "Due: Hold ten beds".to_owned(),
        detail: "Promised to Outreach.\nRiverbend".to_owned(),
        on: day("2026-06-01"),
        address: "https://concord.example/p/riverbend/commitments/com_1".to_owned(),
    };
    Days {
        name: "Council (Riverbend)".to_owned(),
        meetings,
        series: vec![series],
        gatherings: vec![Dated {
            what: gathering,
            address: "https://concord.example/p/riverbend/events/gth_1".to_owned(),
        }],
        due: vec![due],
    }
}

/// What a calendar program must show: said by the records themselves, not by what was written.
fn instances(days: &Days) -> Vec<(String, String)> {
    let held = days
        .meetings
        .iter()
        .filter(|one| !matches!(one.what.state(), State::Cancelled { .. }))
        .map(|one| one.what.plan_of());
    let timed = held.chain(days.gatherings.iter().map(|one| &one.what.plan));
    let mut all: Vec<(String, String)> =
        timed.map(|plan| (plan.starts().rfc3339(), plan.title.to_string())).collect();
    all.extend(days.due.iter().map(|due| (due.on.to_string(), due.title.clone())));
    all.sort();
    all
}

#[test]
fn what_others_read_is_what_we_say() {
    let now = at(NOW);
    let window = Window {
        from: now.plus_seconds(-super::BACK_SECONDS),
        until: now.plus_seconds(super::AHEAD_SECONDS),
        now,
    };
    let days = days();
    let (text, said) = (write(&days, window), serde_json::to_string(&instances(&days)).unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendar");
    for (name, now) in [("feed.ics", text), ("instances.json", said)] {
        let file = folder.join(name);
        if std::env::var_os("CONCORD_WRITE_CALENDARS").is_some() {
            fs::write(&file, &now).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap();
        assert_eq!(kept, now, "{name} changed: write it anew with CONCORD_WRITE_CALENDARS=1");
    }
}

#[test]
fn no_line_is_longer_than_others_read() {
    let now = at(NOW);
    let window = Window { from: now, until: now.plus_seconds(super::AHEAD_SECONDS), now };
    let text = write(&days(), window);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
}
