//! Instants in UTC, calendar dates, and the zones that turn one into the other.

use std::{fmt, str::FromStr};

use jiff::{Span, Timestamp, civil, tz::TimeZone};

use crate::{FromValue, ToValue, Value, ValueError};

/// A text that is not the time it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}")]
pub struct TimeError {
    expected: &'static str,
}

/// A point in time, in microseconds since 1970-01-01T00:00:00Z.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// The instant this many microseconds after 1970.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This many seconds later, or earlier when negative.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Whole seconds from `earlier` to here.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0) / 1_000_000
    }

    /// The calendar date in a zone.
    #[must_use]
    pub fn date_in(self, zone: &Zone) -> Date {
        Date(self.timestamp().to_zoned_datetime(zone.0.clone()).date())
    }

    /// The hour and minute of the day in a zone.
    #[must_use]
    pub fn clock_in(self, zone: &Zone) -> (i8, i8) {
        let zoned = self.timestamp().to_zoned_datetime(zone.0.clone());
        (zoned.hour(), zoned.minute())
    }

    /// The instant in RFC 3339, in UTC.
    #[must_use]
    pub fn rfc3339(self) -> String {
        self.timestamp().to_string()
    }

    /// Reads RFC 3339 with any offset.
    ///
    /// # Errors
    /// When the text is not such an instant.
    pub fn parse_rfc3339(text: &str) -> Result<Self, TimeError> {
        text.parse::<Timestamp>()
            .map(|stamp| Self(stamp.as_microsecond()))
            .map_err(|_wrong| TimeError { expected: "an instant such as 2026-05-12T15:04:05Z" })
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }
}

impl ToValue for Instant {
    fn to_value(&self) -> Value {
        Value::Integer(self.0)
    }
}

impl FromValue for Instant {
    fn from_value(value: &Value) -> Result<Self, ValueError> {
        i64::from_value(value).map(Self)
    }
}

/// A calendar date, such as a deadline; which instant it ends at depends on a [`Zone`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The date, when the calendar has it.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the week, 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_zero_offset()
    }

    /// This many days later, or earlier when negative; stays at the calendar's end.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(Span::new().days(days.clamp(-3_000_000, 3_000_000))))
    }

    /// Days from here to `other`; negative when it is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

    /// The first instant of this day in a zone.
    #[must_use]
    pub fn start_in(self, zone: &Zone) -> Instant {
        self.0
            .to_zoned_datetime(zone.0.clone())
            .map_or(Instant(0), |zoned| Instant(zoned.timestamp().as_microsecond()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Date {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let wrong = TimeError { expected: "a date such as 2026-05-12" };
        // Only the form that we write: jiff also takes datetimes and signed years.
        let well_formed = text.len() == 10
            && text.bytes().enumerate().all(|(at, sign)| match at {
                4 | 7 => sign == b'-',
                _ => sign.is_ascii_digit(),
            });
        if !well_formed {
            return Err(wrong);
        }
        text.parse().map(Self).map_err(|_wrong| wrong)
    }
}

impl ToValue for Date {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Date {
    fn from_value(value: &Value) -> Result<Self, ValueError> {
        let text = value.text()?;
        text.parse().map_err(|_wrong| ValueError { expected: "Date", found: text.to_owned() })
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A time zone of the IANA database, such as `America/Chicago`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone with this name, when the database that is built in has it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        jiff::tz::db().get(name).ok().map(Self)
    }

    /// Universal time.
    #[must_use]
    pub const fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }
}

impl ToValue for Zone {
    fn to_value(&self) -> Value {
        Value::Text(self.name().to_owned())
    }
}

impl FromValue for Zone {
    fn from_value(value: &Value) -> Result<Self, ValueError> {
        let name = value.text()?;
        Self::named(name).ok_or_else(|| ValueError { expected: "Zone", found: name.to_owned() })
    }
}

impl FromStr for Zone {
    type Err = TimeError;

    fn from_str(name: &str) -> Result<Self, TimeError> {
        Self::named(name).ok_or(TimeError { expected: "a time zone such as America/Chicago" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_a_date_of_the_zone_and_not_of_utc() {
        let zone = Zone::named("America/Chicago").unwrap();
        let late_evening = Instant::parse_rfc3339("2026-05-13T03:30:00Z").unwrap();
        assert_eq!(late_evening.date_in(&zone), Date::new(2026, 5, 12).unwrap());
        assert_eq!(late_evening.date_in(&Zone::utc()), Date::new(2026, 5, 13).unwrap());
    }

    #[test]
    fn days_are_counted_across_a_change_of_clocks() {
        let before = Date::new(2026, 3, 7).unwrap();
        assert_eq!(before.days_until(before.plus_days(2)), 2);
        assert_eq!(before.plus_days(2).days_until(before), -2);
    }

    #[test]
    fn only_the_plain_form_of_a_date_is_read() {
        for text in ["2026-5-12", "12/05/2026", "2026-05-12T00:00", "+002026-05-12", "2026-02-30"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!("2024-02-29".parse::<Date>().unwrap().to_string(), "2024-02-29");
    }
}
