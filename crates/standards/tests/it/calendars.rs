//! Calendars against those that ical.js holds itself to, each beside what ical.js reads in it.

use std::path::Path;

use base::{Instant, Zone};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use standards::{
    calendar::{self, Component, Kind, Line, Period, Property, Value},
    recurrence::{End, Every, Rule, Until, Wall},
};

/// Calendars in which ical.js turns what it cannot read into a value, and we say that we cannot.
const DISPUTED: &[(&str, &str, &str)] = &[
    ("boolean", "x-maybe", "`MAYBE` is neither yes nor no; ical.js takes it for no"),
    ("float", "x-invalid-float", "`my foo!` is no number; ical.js takes it for 0"),
    ("integer", "x-invalid", "`foobar` is no number; ical.js takes it for 0"),
];

#[test]
fn all_pairs_of_ical_js_are_read_as_it_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../third_party/icalendar/pairs");
    let mut pairs = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ics") {
            continue;
        }
        pairs += 1;
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let wanted = std::fs::read_to_string(path.with_extension("json")).unwrap();
        let mut wanted: Json = serde_json::from_str(&wanted).unwrap();
        for (_, property, _) in DISPUTED.iter().filter(|(file, _, _)| *file == name) {
            refuse(&mut wanted, property);
        }
        let read = calendar::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let all: Vec<Json> = read.iter().map(component).collect();
        let found = if let [one] = all.as_slice() { one.clone() } else { json!(all) };
        assert_eq!(found, wanted, "{name}");
    }
    assert_eq!(pairs, 21);
}

/// Puts nothing in the place of a value that we say is unreadable.
fn refuse(calendar: &mut Json, property: &str) {
    for line in calendar[1].as_array_mut().unwrap() {
        if line[0] == property {
            line[3] = Json::Null;
        }
    }
}

/// A component as jCal (RFC 7265) writes it.
fn component(component: &Component) -> Json {
    let properties: Vec<Json> = component.properties.iter().map(property).collect();
    let components: Vec<Json> = component.components.iter().map(self::component).collect();
    json!([component.name, properties, components])
}

fn property(property: &Property) -> Json {
    let (kind, values) = property.values();
    let mut parameters = serde_json::Map::new();
    for (name, values) in property.parameters.iter().filter(|(name, _)| name != "value") {
        let value = if let [one] = values.as_slice() { json!(one) } else { json!(values) };
        parameters.insert(name.clone(), value);
    }
    let mut line = vec![json!(property.name), Json::Object(parameters), json!(kind_name(kind))];
    line.extend(values.iter().map(value));
    Json::Array(line)
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Time => "date-time",
        Kind::Date => "date",
        Kind::TimeOfDay => "time",
        Kind::Period => "period",
        Kind::Duration => "duration",
        Kind::Rule => "recur",
        Kind::Integer => "integer",
        Kind::Float => "float",
        Kind::Boolean => "boolean",
        Kind::Address => "cal-address",
        Kind::Uri => "uri",
        Kind::Binary => "binary",
        Kind::Offset => "utc-offset",
        Kind::Unknown => "unknown",
    }
}

fn value(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Several(values) => values.iter().map(self::value).collect(),
        Value::Date(at) => json!(at.date().to_string()),
        Value::Time(at, utc) => json!(time(*at, *utc)),
        Value::TimeOfDay(second, utc) => json!(time_of_day(*second, *utc)),
        Value::Period(period) => {
            let Period { from, to } = period.as_ref();
            json!([self::value(from), self::value(to)])
        }
        Value::Rule(rule) => self::rule(rule),
        Value::Integer(number) => json!(number),
        Value::Float(number) => json!(number),
        Value::Boolean(flag) => json!(flag),
        Value::Offset(seconds) => json!(offset(*seconds)),
        Value::Unreadable(_) => Json::Null,
    }
}

fn time(at: Wall, utc: bool) -> String {
    format!("{}T{}", at.date(), time_of_day(at.second_of_day(), utc))
}

fn time_of_day(second: u32, utc: bool) -> String {
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{hour:02}:{minute:02}:{second:02}{}", if utc { "Z" } else { "" })
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let short = format!("{sign}{:02}:{:02}", seconds / 3_600, seconds / 60 % 60);
    if seconds.is_multiple_of(60) { short } else { format!("{short}:{:02}", seconds % 60) }
}

fn rule(rule: &Rule) -> Json {
    let every = if rule.every == Every::Month { "MONTHLY" } else { "DAILY" };
    let mut json = json!({ "freq": every });
    match rule.months.as_slice() {
        [] => {}
        [one] => json["bymonth"] = json!(one),
        several => json["bymonth"] = json!(several),
    }
    if let End::Until(Until { at, utc, whole_day }) = rule.end {
        json["until"] = if whole_day { json!(at.date().to_string()) } else { json!(time(at, utc)) };
    }
    json
}

#[test]
fn a_calendar_that_cannot_be_read_names_the_line() {
    for (text, line) in [
        ("SUMMARY:x", 1),
        ("BEGIN:VCALENDAR\nSUMMARY\nEND:VCALENDAR", 2),
        ("BEGIN:VCALENDAR\nX;A=\"b:c\nEND:VCALENDAR", 2),
        ("BEGIN:VCALENDAR\n\nEND:VEVENT", 3),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT", 1),
        (&"BEGIN:A\n".repeat(9), 9),
    ] {
        assert_eq!(calendar::read(text).unwrap_err().line, line, "{text}");
    }
}

#[test]
fn a_zone_is_told_with_the_changes_of_its_clocks() {
    let zone = Zone::named("America/Chicago").unwrap();
    let at = |text: &str| Instant::parse_rfc3339(text).unwrap();
    let lines = calendar::zone(&zone, at("2026-01-01T00:00:00Z"), at("2027-12-31T00:00:00Z"));
    let mut text = String::new();
    for line in &lines {
        line.write_to(&mut text);
    }
    let read = calendar::read(&text).unwrap();
    let daylight: Vec<_> =
        read[0].components.iter().filter(|part| part.name == "daylight").collect();
    let starts: Vec<String> =
        daylight.iter().map(|part| part.property("dtstart").unwrap().text.clone()).collect();
    assert_eq!(starts, ["20260308T020000", "20270314T020000"]);
    let offset = daylight[0].property("tzoffsetto").unwrap().values().1;
    assert_eq!(offset, [Value::Offset(-18_000)]);
}

proptest! {
    #[test]
    fn words_read_back_as_they_were_written(words in "[ -~ñáéí\\n漢]{0,300}") {
        let mut text = "BEGIN:VEVENT\r\n".to_owned();
        Line::text("SUMMARY", &words).write_to(&mut text);
        prop_assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        text.push_str("END:VEVENT\r\n");
        prop_assert_eq!(calendar::read(&text).unwrap()[0].text("summary").unwrap(), words);
    }

    #[test]
    fn no_text_makes_reading_panic(text in "(BEGIN:VEVENT\n)?[\\PC\n]*") {
        if let Ok(components) = calendar::read(&text) {
            for property in components.iter().flat_map(|component| &component.properties) {
                drop(property.values());
            }
        }
    }
}
