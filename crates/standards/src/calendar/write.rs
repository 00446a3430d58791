//! From what should be said to lines of a calendar: escaped, folded, ended as the RFC wants it.

use base::{Date, Instant, Zone};

use crate::recurrence::Wall;

/// The most bytes of a line.
const MOST_BYTES: usize = 75;

/// One line of a calendar, before it is folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// A line whose value is written as it is.
    #[must_use]
    pub fn plain(name: &str, value: &str) -> Self {
        Self(format!("{name}:{value}"))
    }

    /// A line of words.
    #[must_use]
    pub fn text(name: &str, text: &str) -> Self {
        let mut escaped = String::with_capacity(text.len());
        for sign in text.chars() {
            match sign {
                '\\' | ';' | ',' => escaped.extend(['\\', sign]),
                '\n' => escaped.push_str("\\n"),
                sign if sign.is_control() => {}
                sign => escaped.push(sign),
            }
        }
        Self(format!("{name}:{escaped}"))
    }

    /// A line with a date.
    #[must_use]
    pub fn date(name: &str, date: Date) -> Self {
        Self(format!("{name};VALUE=DATE:{:04}{:02}{:02}", date.year(), date.month(), date.day()))
    }

    /// A line with an instant.
    #[must_use]
    pub fn instant(name: &str, at: Instant) -> Self {
        let (date, second) = Zone::utc().wall(at);
        Self(format!("{name}:{}Z", Wall::new(date, second)))
    }

    /// A line with a time on the walls of a zone.
    #[must_use]
    pub fn wall(name: &str, at: Wall, zone: &Zone) -> Self {
        if zone.name() == "UTC" {
            return Self(format!("{name}:{at}Z"));
        }
        Self(format!("{name};TZID={}:{at}", zone.name()))
    }

    /// Adds the line to a calendar, folded so that none of its parts is longer than the RFC allows.
    pub fn write_to(&self, calendar: &mut String) {
        let mut length = 0;
        for sign in self.0.chars() {
            if length + sign.len_utf8() > MOST_BYTES {
                calendar.push_str("\r\n ");
                length = 1;
            }
            calendar.push(sign);
            length += sign.len_utf8();
        }
        calendar.push_str("\r\n");
    }
}

/// What a calendar says of a zone whose walls it names, from an instant on until another. Each change of
/// the clocks has a part of its own: ical.js takes the start of a part with `RDATE` for no change.
#[must_use]
pub fn zone(zone: &Zone, from: Instant, until: Instant) -> Vec<Line> {
    let mut lines = vec![Line::plain("BEGIN", "VTIMEZONE"), Line::plain("TZID", zone.name())];
    let shifts = zone.shifts(from, until);
    for shift in [zone.standing(from)].iter().chain(&shifts) {
        let kind = if shift.daylight { "DAYLIGHT" } else { "STANDARD" };
        // A change is written in the time that was before it.
        let (date, second) = Zone::utc().wall(shift.at);
        let wall = Wall::new(date, second).plus_seconds(i64::from(shift.from));
        lines.extend([
            Line::plain("BEGIN", kind),
            Line::plain("DTSTART", &wall.to_string()),
            Line::plain("TZOFFSETFROM", &offset(shift.from)),
            Line::plain("TZOFFSETTO", &offset(shift.to)),
            Line::text("TZNAME", &shift.name),
            Line::plain("END", kind),
        ]);
    }
    lines.push(Line::plain("END", "VTIMEZONE"));
    lines
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let (hour, minute, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{sign}{hour:02}{minute:02}")
    } else {
        format!("{sign}{hour:02}{minute:02}{rest:02}")
    }
}
