//! When something comes again: recurrence rules as RFC 5545 writes them, and the times that they
//! make. Times are those of a clock on the wall; which instants they are is for the one who knows
//! the zone.

mod days;
mod expand;
mod text;

use base::Date;

pub use self::{
    expand::Times,
    text::{WrongRule, WrongTime},
};

/// A time on a wall: a calendar date and a time of day, in no zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wall {
    // Invariant: seconds since the beginning of 1970 on this wall, within the calendar.
    seconds: i64,
}

/// How many seconds a day has on a wall.
const DAY: i64 = 86_400;

impl Wall {
    /// This second of a day.
    #[must_use]
    pub fn new(date: Date, second_of_day: u32) -> Self {
        let day = days::number(date.year(), date.month(), date.day());
        Self { seconds: day * DAY + i64::from(second_of_day).clamp(0, DAY - 1) }
    }

    /// The calendar date.
    #[must_use]
    pub fn date(self) -> Date {
        Date::EPOCH.plus_days(self.day())
    }

    /// The second of the day.
    #[must_use]
    pub fn second_of_day(self) -> u32 {
        u32::try_from(self.seconds.rem_euclid(DAY)).unwrap_or(0)
    }

    /// So many seconds later on the same wall.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self { seconds: self.seconds.saturating_add(seconds) }
    }

    const fn day(self) -> i64 {
        self.seconds.div_euclid(DAY)
    }

    const fn of(day: i64, second: i64) -> Self {
        Self { seconds: day * DAY + second }
    }
}

/// The step of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Every {
    /// `SECONDLY`.
    Second,
    /// `MINUTELY`.
    Minute,
    /// `HOURLY`.
    Hour,
    /// `DAILY`.
    Day,
    /// `WEEKLY`.
    Week,
    /// `MONTHLY`.
    Month,
    /// `YEARLY`.
    Year,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// `MO`.
    Monday,
    /// `TU`.
    Tuesday,
    /// `WE`.
    Wednesday,
    /// `TH`.
    Thursday,
    /// `FR`.
    Friday,
    /// `SA`.
    Saturday,
    /// `SU`.
    Sunday,
}

/// When a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It goes on.
    Never,
    /// After so many times.
    Count(u32),
    /// With this time, which still counts.
    Until(Until),
}

/// The last time of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Until {
    /// On the wall, or in universal time.
    pub at: Wall,
    /// Whether it is in universal time.
    pub utc: bool,
    /// Whether only the day was written: all of it still counts.
    pub whole_day: bool,
}

/// Whether times are days or have a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Whole days: what a rule says of hours, minutes and seconds has no meaning.
    Days,
    /// Times of day.
    Seconds,
}

/// A recurrence rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The step.
    pub every: Every,
    /// How many steps at a time, from 1.
    pub interval: u32,
    /// When it ends.
    pub end: End,
    /// Months, 1 to 12.
    pub months: Vec<i16>,
    /// Weeks of the year, 1 to 53, or from the end.
    pub weeks: Vec<i16>,
    /// Days of the year, 1 to 366, or from the end.
    pub year_days: Vec<i16>,
    /// Days of the month, 1 to 31, or from the end.
    pub month_days: Vec<i16>,
    /// Days of the week; with a number other than 0 only that one of the month or the year.
    pub weekdays: Vec<(i16, Weekday)>,
    /// Hours.
    pub hours: Vec<i16>,
    /// Minutes.
    pub minutes: Vec<i16>,
    /// Seconds.
    pub seconds: Vec<i16>,
    /// Which of the times of a step count, or from the end; all when there are none.
    pub positions: Vec<i16>,
    /// The day that weeks begin with.
    pub week_start: Weekday,
}

impl Weekday {
    /// Every day, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The day of the week of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let at = usize::try_from(date.weekday()).unwrap_or(0);
        Self::ALL.get(at).copied().unwrap_or(Self::Monday)
    }

    /// 0 for Monday to 6 for Sunday.
    const fn number(self) -> i64 {
        self as i64
    }
}

impl Rule {
    /// Every step without an end.
    #[must_use]
    pub const fn new(every: Every) -> Self {
        Self {
            every,
            interval: 1,
            end: End::Never,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Monday,
        }
    }

    /// The times that the rule makes, the first one first. A start that does not fit the rule is none.
    #[must_use]
    pub fn times(&self, start: Wall, grain: Grain) -> Times {
        Times::new(self.clone(), start, grain)
    }
}
