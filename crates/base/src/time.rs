//! Instants in UTC, calendar dates, and the zones that turn one into the other.

use std::{fmt, str::FromStr};

use jiff::{Span, Timestamp, civil, tz::TimeZone};

use crate::{FromValue, ToValue, Value, ValueError, ValueRef};

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

    /// The beginning of its hour: for questions that are asked alike for a while.
    #[must_use]
    pub const fn hour(self) -> Self {
        Self(self.0 - self.0.rem_euclid(3_600_000_000))
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
    fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
        i64::from_value(value).map(Self)
    }
}

/// A calendar date, such as a deadline; which instant it ends at depends on a [`Zone`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The first day of 1970.
    pub const EPOCH: Self = Self(civil::Date::constant(1970, 1, 1));

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

    /// This many months later, on the last day of a month that is shorter; stays at the calendar's end.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        Self(self.0.saturating_add(Span::new().months(months.clamp(-100_000, 100_000))))
    }

    /// Days from here to `other`; negative when it is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

    /// The instant at which a clock in a zone shows this time. A time that the zone leaves out when
    /// its clocks go forward is as much later; one that it has twice is the first of the two.
    #[must_use]
    pub fn at(self, clock: Clock, zone: &Zone) -> Instant {
        self.at_second(u32::from(clock.0) * 60, zone)
    }

    /// The same with a second of the day.
    #[must_use]
    pub fn at_second(self, second: u32, zone: &Zone) -> Instant {
        let part = |part: u32| i8::try_from(part).unwrap_or(0);
        let second = second.min(86_399);
        let time =
            civil::Time::new(part(second / 3_600), part(second / 60 % 60), part(second % 60), 0)
                .unwrap_or(civil::Time::MIN);
        let zoned = self.0.to_datetime(time).to_zoned_datetime(zone.0.clone());
        zoned.map_or(Instant(0), |zoned| Instant(zoned.timestamp().as_microsecond()))
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

const WRONG_DATE: TimeError = TimeError { expected: "a date such as 2026-05-12" };

/// The number of up to four digits.
fn digits(signs: &[u8]) -> Option<i16> {
    signs.iter().try_fold(0, |number: i16, sign| {
        sign.is_ascii_digit().then(|| number * 10 + i16::from(sign - b'0'))
    })
}

impl FromStr for Date {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        // Only the form that we write: jiff also takes datetimes and signed years, and a list reads a hundred dates.
        let parts = match text.as_bytes() {
            [year @ .., b'-', m1, m2, b'-', d1, d2] if year.len() == 4 => {
                (digits(year), digits(&[*m1, *m2]), digits(&[*d1, *d2]))
            }
            _ => (None, None, None),
        };
        let (Some(year), Some(month), Some(day)) = parts else { return Err(WRONG_DATE) };
        let small = |number: i16| i8::try_from(number).unwrap_or_default();
        Self::new(year, small(month), small(day)).ok_or(WRONG_DATE)
    }
}

impl ToValue for Date {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Date {
    fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
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

/// A time of day on a wall, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

impl Clock {
    /// The time, when a day has it.
    #[must_use]
    pub fn new(hour: i8, minute: i8) -> Option<Self> {
        let (hour, minute) = (u16::try_from(hour).ok()?, u16::try_from(minute).ok()?);
        (hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> i8 {
        i8::try_from(self.0 / 60).unwrap_or(0)
    }

    /// The minute of the hour.
    #[must_use]
    pub fn minute(self) -> i8 {
        i8::try_from(self.0 % 60).unwrap_or(0)
    }

    /// The second of the day.
    #[must_use]
    pub fn second_of_day(self) -> u32 {
        u32::from(self.0) * 60
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Clock {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let wrong = TimeError { expected: "a time of day such as 14:30" };
        let part = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|sign| sign.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        // Browsers may send the seconds along.
        let short = text.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(text);
        let parts =
            short.split_once(':').and_then(|(hour, minute)| Some((part(hour)?, part(minute)?)));
        parts.and_then(|(hour, minute)| Self::new(hour, minute)).ok_or(wrong)
    }
}

impl ToValue for Clock {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Clock {
    fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
        let text = value.text()?;
        text.parse().map_err(|_wrong| ValueError { expected: "Clock", found: text.to_owned() })
    }
}

/// A change of a zone's clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// When.
    pub at: Instant,
    /// Seconds east of Greenwich before.
    pub from: i32,
    /// Seconds east of Greenwich after.
    pub to: i32,
    /// What the zone's time is called after, such as `CDT`.
    pub name: String,
    /// Whether it is daylight saving time after.
    pub daylight: bool,
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

    /// What its clocks show at an instant: the date and the second of the day.
    #[must_use]
    pub fn wall(&self, at: Instant) -> (Date, u32) {
        let time = at.timestamp().to_zoned_datetime(self.0.clone());
        let part = |part: i8| u32::try_from(part).unwrap_or(0);
        let second = part(time.hour()) * 3_600 + part(time.minute()) * 60 + part(time.second());
        (Date(time.date()), second)
    }

    /// How its clocks stand at an instant, as the last change before left them.
    #[must_use]
    pub fn standing(&self, at: Instant) -> Shift {
        let info = self.0.to_offset_info(at.timestamp());
        let to = info.offset().seconds();
        let (name, daylight) = (info.abbreviation().to_owned(), info.dst().is_dst());
        Shift { at, from: to, to, name, daylight }
    }

    /// The changes of its clocks after an instant, up to another.
    #[must_use]
    pub fn shifts(&self, after: Instant, until: Instant) -> Vec<Shift> {
        let mut from = self.0.to_offset(after.timestamp()).seconds();
        let mut shifts = Vec::new();
        for change in self.0.following(after.timestamp()) {
            let at = Instant(change.timestamp().as_microsecond());
            if at > until {
                break;
            }
            let to = change.offset().seconds();
            let (name, daylight) = (change.abbreviation().to_owned(), change.dst().is_dst());
            shifts.push(Shift { at, from, to, name, daylight });
            from = to;
        }
        shifts
    }
}

impl ToValue for Zone {
    fn to_value(&self) -> Value {
        Value::Text(self.name().to_owned())
    }
}

impl FromValue for Zone {
    fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
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
    fn a_time_that_the_clocks_leave_out_is_later_and_one_they_have_twice_is_the_first() {
        let zone = Zone::named("America/Chicago").unwrap();
        let at = |date: &str, clock: &str| {
            let date: Date = date.parse().unwrap();
            date.at(clock.parse().unwrap(), &zone).rfc3339()
        };
        assert_eq!(at("2026-03-08", "02:30"), "2026-03-08T08:30:00Z", "03:30 in summer");
        assert_eq!(at("2026-11-01", "01:30"), "2026-11-01T06:30:00Z", "still in summer");
        assert_eq!(at("2026-11-01", "14:00"), "2026-11-01T20:00:00Z");
    }

    #[test]
    fn a_zone_tells_when_its_clocks_change() {
        let zone = Zone::named("America/Chicago").unwrap();
        let day = |text: &str| Instant::parse_rfc3339(text).unwrap();
        let shifts = zone.shifts(day("2026-01-01T00:00:00Z"), day("2026-12-31T00:00:00Z"));
        let [spring, fall] = shifts.as_slice() else { panic!("two changes: {shifts:?}") };
        assert_eq!(
            (spring.at.rfc3339().as_str(), spring.from, spring.to),
            ("2026-03-08T08:00:00Z", -21_600, -18_000)
        );
        assert_eq!((spring.name.as_str(), spring.daylight), ("CDT", true));
        assert_eq!((fall.name.as_str(), fall.daylight), ("CST", false));
        assert_eq!(zone.wall(spring.at), (Date::new(2026, 3, 8).unwrap(), 3 * 3_600));
    }

    #[test]
    fn a_clock_reads_what_browsers_send() {
        assert_eq!("14:30".parse::<Clock>().unwrap().to_string(), "14:30");
        assert_eq!("14:30:00".parse::<Clock>().unwrap().second_of_day(), 52_200);
        for text in ["24:00", "9:00", "14:60", "14", "14:3", "", "14:30:30", "+1:00"] {
            assert!(text.parse::<Clock>().is_err(), "{text}");
        }
    }

    #[test]
    fn only_the_plain_form_of_a_date_is_read() {
        for text in ["2026-5-12", "12/05/2026", "2026-05-12T00:00", "+002026-05-12", "2026-02-30"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!("2024-02-29".parse::<Date>().unwrap().to_string(), "2024-02-29");
    }
}
