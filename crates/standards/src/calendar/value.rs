//! What a property's text means, by its name or by what the property itself says.

use super::Property;
use crate::recurrence::{Rule, Until, Wall};

/// What kind of value a property has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A date, or a time of a date.
    Time,
    /// A date.
    Date,
    /// A time of day.
    TimeOfDay,
    /// A stretch of time between two.
    Period,
    /// How long.
    Duration,
    /// A recurrence rule.
    Rule,
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// Yes or no.
    Boolean,
    /// A person, by an address.
    Address,
    /// An address.
    Uri,
    /// Bytes in base64.
    Binary,
    /// How far east of Greenwich.
    Offset,
    /// Nobody said.
    Unknown,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words, an address, bytes or what nobody said the kind of.
    Text(String),
    /// Several in one, such as a place's two numbers.
    Several(Vec<Value>),
    /// A date.
    Date(Wall),
    /// A time of a date, and whether it is in universal time.
    Time(Wall, bool),
    /// A second of the day, and whether it is in universal time.
    TimeOfDay(u32, bool),
    /// A stretch of time.
    Period(Box<Period>),
    /// A recurrence rule.
    Rule(Box<Rule>),
    /// A whole number.
    Integer(i64),
    /// A number.
    Float(f64),
    /// Yes or no.
    Boolean(bool),
    /// Seconds east of Greenwich.
    Offset(i32),
    /// What does not fit its kind, as it was written.
    Unreadable(String),
}

/// A stretch of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// From here.
    pub from: Value,
    /// To here, or how long as it was written.
    pub to: Value,
}

impl Property {
    /// The property's values with their kind.
    #[must_use]
    pub fn values(&self) -> (Kind, Vec<Value>) {
        let kind = match self.parameter("value") {
            Some(said) => said_kind(said),
            None => usual_kind(&self.name),
        };
        match self.name.as_str() {
            "geo" | "request-status" => (kind, vec![Value::Several(parts(&self.text, ';', kind))]),
            "categories" | "resources" | "rdate" | "exdate" | "freebusy" => {
                let values = parts(&self.text, ',', kind);
                let all_days = values.iter().all(|value| matches!(value, Value::Date(_)));
                (dated(kind, all_days), values)
            }
            _ => {
                let value = value(&self.text, kind);
                (dated(kind, matches!(value, Value::Date(_))), vec![value])
            }
        }
    }
}

/// What may be a time or a date is a date where only that is written.
const fn dated(kind: Kind, day: bool) -> Kind {
    if day && matches!(kind, Kind::Time) { Kind::Date } else { kind }
}

fn said_kind(said: &str) -> Kind {
    match said.to_ascii_uppercase().as_str() {
        "TEXT" => Kind::Text,
        "DATE-TIME" => Kind::Time,
        "DATE" => Kind::Date,
        "TIME" => Kind::TimeOfDay,
        "PERIOD" => Kind::Period,
        "DURATION" => Kind::Duration,
        "RECUR" => Kind::Rule,
        "INTEGER" => Kind::Integer,
        "FLOAT" => Kind::Float,
        "BOOLEAN" => Kind::Boolean,
        "CAL-ADDRESS" => Kind::Address,
        "URI" => Kind::Uri,
        "BINARY" => Kind::Binary,
        "UTC-OFFSET" => Kind::Offset,
        _ => Kind::Unknown,
    }
}

fn usual_kind(name: &str) -> Kind {
    match name {
        "calscale" | "method" | "prodid" | "version" | "summary" | "description" | "location"
        | "uid" | "categories" | "class" | "comment" | "contact" | "resources" | "status"
        | "transp" | "tzid" | "tzname" | "related-to" | "action" | "request-status" | "name" => {
            Kind::Text
        }
        "dtstart" | "dtend" | "dtstamp" | "created" | "last-modified" | "recurrence-id" | "due"
        | "completed" | "rdate" | "exdate" => Kind::Time,
        "rrule" | "exrule" => Kind::Rule,
        "duration" | "trigger" | "refresh-interval" => Kind::Duration,
        "attach" | "url" | "tzurl" | "source" => Kind::Uri,
        "attendee" | "organizer" => Kind::Address,
        "tzoffsetfrom" | "tzoffsetto" => Kind::Offset,
        "priority" | "sequence" | "percent-complete" | "repeat" => Kind::Integer,
        "geo" => Kind::Float,
        "freebusy" => Kind::Period,
        _ => Kind::Unknown,
    }
}

/// The values between a sign that no backslash stands before.
fn parts(text: &str, between: char, kind: Kind) -> Vec<Value> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut escaped = false;
    for sign in text.chars() {
        if sign == between && !escaped {
            parts.push(value(&std::mem::take(&mut part), kind));
        } else {
            part.push(sign);
        }
        escaped = sign == '\\' && !escaped;
    }
    parts.push(value(&part, kind));
    parts
}

fn value(text: &str, kind: Kind) -> Value {
    let read = match kind {
        Kind::Text => Some(Value::Text(unescaped(text))),
        Kind::Unknown | Kind::Address | Kind::Uri | Kind::Binary | Kind::Duration => {
            Some(Value::Text(text.to_owned()))
        }
        Kind::Time | Kind::Date => time(text),
        Kind::TimeOfDay => time_of_day(text),
        Kind::Period => period(text),
        Kind::Rule => text.parse().ok().map(|rule| Value::Rule(Box::new(rule))),
        Kind::Integer => text.trim().parse().ok().map(Value::Integer),
        Kind::Float => text.trim().parse().ok().filter(|n: &f64| n.is_finite()).map(Value::Float),
        Kind::Boolean => match text.trim().to_ascii_uppercase().as_str() {
            "TRUE" => Some(Value::Boolean(true)),
            "FALSE" => Some(Value::Boolean(false)),
            _ => None,
        },
        Kind::Offset => offset(text),
    };
    read.unwrap_or_else(|| Value::Unreadable(text.to_owned()))
}

fn time(text: &str) -> Option<Value> {
    let until: Until = text.trim().parse().ok()?;
    Some(if until.whole_day { Value::Date(until.at) } else { Value::Time(until.at, until.utc) })
}

fn time_of_day(text: &str) -> Option<Value> {
    let (text, utc) = text.strip_suffix('Z').map_or((text, false), |text| (text, true));
    let wall: Wall = format!("19700101T{text}").parse().ok()?;
    Some(Value::TimeOfDay(wall.second_of_day(), utc))
}

fn period(text: &str) -> Option<Value> {
    let (from, to) = text.split_once('/')?;
    let to = if to.starts_with(['P', '+', '-']) { Value::Text(to.to_owned()) } else { time(to)? };
    Some(Value::Period(Box::new(Period { from: time(from)?, to })))
}

fn offset(text: &str) -> Option<Value> {
    let (sign, digits) = match text.trim().split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| -> i32 {
        digits.get(from..from + 2).and_then(|part| part.parse().ok()).unwrap_or(0)
    };
    Some(Value::Offset(sign * (part(0) * 3_600 + part(2) * 60 + part(4))))
}

/// Words without the backslashes of RFC 5545.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        if sign != '\\' {
            plain.push(sign);
            continue;
        }
        match signs.next() {
            Some('n' | 'N') => plain.push('\n'),
            Some(other) => plain.push(other),
            None => plain.push('\\'),
        }
    }
    plain
}
