//! Recurrence rules against the cases that libical holds itself to, and over changes of clocks.

use base::{Date, Zone};
use proptest::prelude::*;
use standards::recurrence::{End, Every, Grain, Rule, Wall, Weekday};

/// A rule with its start and the times that libical expects.
struct Case {
    rule: String,
    start: String,
    times: String,
}

/// Rules that are read in more than one way: by their text, with the reason. All but the last give
/// what libical gives.
const DISPUTED: &[(&str, &str)] = &[
    (
        "FREQ=YEARLY;BYMONTHDAY=29;COUNT=3",
        "no month is named: libical and we take the start's, dateutil and rrule every month",
    ),
    (
        "FREQ=YEARLY;BYMONTHDAY=-29,-1;COUNT=4",
        "no month is named: libical and we take the start's, dateutil and rrule every month",
    ),
    (
        "FREQ=YEARLY;BYWEEKNO=53;INTERVAL=6;BYDAY=TH;COUNT=1",
        "steps are years of weeks; libical counts from that of the first Thursday on or after the start",
    ),
    (
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;BYWEEKNO=1;UNTIL=20320101",
        "libical has not implemented it and expects an error; we give the days that fit all three",
    ),
];

fn cases() -> Vec<Case> {
    let text = include_str!("../../../../third_party/icalendar/icalrecur_test.txt");
    let (mut cases, mut rule, mut start) = (Vec::new(), "", "");
    for line in text.lines() {
        if let Some(text) = line.strip_prefix("RRULE:") {
            rule = text;
        } else if let Some(text) = line.strip_prefix("DTSTART:") {
            start = text;
        } else if let Some(times) = line.strip_prefix("INSTANCES:") {
            let (rule, start) = (rule.to_owned(), start.to_owned());
            cases.push(Case { rule, start, times: times.trim().to_owned() });
        }
    }
    cases
}

/// The times in the form of the case; a rule without an end is asked for 200.
fn expanded(case: &Case) -> String {
    let utc = case.start.ends_with('Z');
    let start: Wall = case.start.trim_end_matches('Z').parse().unwrap();
    let grain = if case.start.len() == 8 { Grain::Days } else { Grain::Seconds };
    let rule: Rule = case.rule.parse().unwrap_or_else(|error| panic!("{error}: {}", case.rule));
    let told = |time: Wall| {
        let text = time.to_string();
        match grain {
            Grain::Days => text.split('T').next().unwrap().to_owned(),
            Grain::Seconds => format!("{text}{}", if utc { "Z" } else { "" }),
        }
    };
    rule.times(start, grain).take(200).map(told).collect::<Vec<_>>().join(",")
}

#[test]
fn all_cases_of_libical_are_expanded_as_it_does() {
    let cases = cases();
    assert_eq!(cases.len(), 146);
    let mut wrong = Vec::new();
    for case in &cases {
        let found = expanded(case);
        let unimplemented = case.times.starts_with("***");
        assert!(
            !unimplemented || DISPUTED.iter().any(|(rule, _)| *rule == case.rule),
            "{} has nothing to compare with",
            case.rule
        );
        if !unimplemented && found != case.times {
            wrong.push(format!("{} from {}\n  {found}\n  {}", case.rule, case.start, case.times));
        }
    }
    assert!(wrong.is_empty(), "{} of 146:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_disputed_is_said_with_its_reason() {
    for (rule, why) in DISPUTED {
        assert!(cases().iter().any(|case| case.rule == *rule), "{rule}: {why}");
    }
    let (rule, _) = DISPUTED.last().unwrap();
    let case =
        Case { rule: (*rule).to_owned(), start: "20241230".to_owned(), times: String::new() };
    assert_eq!(expanded(&case), "20241230,20251230,20301230,20311230");
}

#[test]
fn a_time_on_the_wall_stays_when_the_clocks_change() {
    let zone = Zone::named("America/Chicago").unwrap();
    let rule: Rule = "FREQ=MONTHLY;BYDAY=2TU".parse().unwrap();
    let start = Wall::new("2026-02-10".parse().unwrap(), 9 * 3_600);
    let at = |time: Wall| time.date().at_second(time.second_of_day(), &zone).rfc3339();
    let times: Vec<String> = rule.times(start, Grain::Seconds).take(3).map(at).collect();
    assert_eq!(times, ["2026-02-10T15:00:00Z", "2026-03-10T14:00:00Z", "2026-04-14T14:00:00Z"]);
}

#[test]
fn a_meeting_in_the_hour_that_the_clocks_leave_out_is_an_hour_later() {
    let zone = Zone::named("America/Chicago").unwrap();
    let rule: Rule = "FREQ=WEEKLY;COUNT=3".parse().unwrap();
    let start = Wall::new("2026-03-01".parse().unwrap(), 2 * 3_600 + 1_800);
    let at = |time: Wall| time.date().at_second(time.second_of_day(), &zone).rfc3339();
    let times: Vec<String> = rule.times(start, Grain::Seconds).map(at).collect();
    assert_eq!(times, ["2026-03-01T08:30:00Z", "2026-03-08T08:30:00Z", "2026-03-15T07:30:00Z"]);
}

#[test]
fn a_rule_that_cannot_be_read_names_the_part() {
    for (text, part) in [
        ("", "FREQ"),
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "COUNT and UNTIL"),
        ("FREQ=MONTHLY;BYDAY=0TU", "BYDAY=0TU"),
        ("FREQ=MONTHLY;BYDAY=é", "BYDAY=é"),
        ("FREQ=MONTHLY;BYMONTH=13", "BYMONTH=13"),
        ("FREQ=DAILY;BYEASTER=0", "BYEASTER=0"),
        ("FREQ=DAILY;UNTIL=2026-01-01", "UNTIL=2026-01-01"),
    ] {
        assert_eq!(text.parse::<Rule>().unwrap_err().part, part, "{text}");
    }
}

#[test]
fn a_rule_without_times_ends() {
    for text in ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"] {
        let rule: Rule = text.parse().unwrap();
        let start = Wall::new("2026-02-01".parse().unwrap(), 0);
        assert_eq!(rule.times(start, Grain::Seconds).next(), None, "{text}");
    }
}

fn rules() -> impl Strategy<Value = Rule> {
    let every =
        prop_oneof![Just(Every::Day), Just(Every::Week), Just(Every::Month), Just(Every::Year)];
    let weekday = (-2..3i16, 0..7usize).prop_map(|(number, at)| (number, Weekday::ALL[at]));
    let end = prop_oneof![Just(End::Never), (1..9u32).prop_map(End::Count)];
    (
        every,
        1..4u32,
        end,
        prop::collection::vec(weekday, 0..3),
        prop::collection::vec(1..32i16, 0..3),
        0..7usize,
    )
        .prop_map(|(every, interval, end, weekdays, month_days, week)| Rule {
            interval,
            end,
            weekdays,
            month_days,
            week_start: Weekday::ALL[week],
            ..Rule::new(every)
        })
}

proptest! {
    #[test]
    fn a_rule_reads_back_as_it_was_written(rule in rules()) {
        prop_assert_eq!(rule.to_string().parse::<Rule>().unwrap(), rule);
    }

    #[test]
    fn times_come_in_order_and_none_before_the_start(rule in rules(), day in 0..4000i64) {
        let start = Wall::new(Date::EPOCH.plus_days(18_000 + day), 36_000);
        let times: Vec<Wall> = rule.times(start, Grain::Seconds).take(30).collect();
        prop_assert!(times.iter().all(|time| *time >= start && time.second_of_day() == 36_000));
        prop_assert!(times.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", times);
        if let End::Count(count) = rule.end {
            prop_assert!(times.len() <= usize::try_from(count).unwrap());
        }
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC*") {
        let _read = (text.parse::<Rule>(), text.parse::<Wall>());
    }
}
