//! Rules and times as RFC 5545 writes them.

use std::{fmt, str::FromStr};

use base::Date;

use super::{End, Every, Rule, Until, Wall, Weekday};

/// Why a text is no recurrence rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongRule {
    /// The part that cannot be read.
    pub part: String,
}

impl fmt::Display for WrongRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the recurrence rule cannot be read at `{}`", self.part)
    }
}

impl std::error::Error for WrongRule {}

/// Why a text is no time such as `20260512T140000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongTime;

impl fmt::Display for WrongTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a date or a time such as 20260512 or 20260512T140000")
    }
}

impl std::error::Error for WrongTime {}

impl FromStr for Rule {
    type Err = WrongRule;

    fn from_str(text: &str) -> Result<Self, WrongRule> {
        let mut rule = Self::new(Every::Day);
        let (mut every, mut ends) = (None, 0);
        for part in text.trim().split(';').filter(|part| !part.trim().is_empty()) {
            let wrong = || WrongRule { part: part.to_owned() };
            let (name, value) = part.split_once('=').ok_or_else(wrong)?;
            let value = value.trim();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => every = Some(every_of(value).ok_or_else(wrong)?),
                "INTERVAL" => {
                    rule.interval = value.parse().ok().filter(|n| *n > 0).ok_or_else(wrong)?;
                }
                "COUNT" => {
                    ends += 1;
                    let count = value.parse().ok().filter(|n| *n > 0).ok_or_else(wrong)?;
                    rule.end = End::Count(count);
                }
                "UNTIL" => {
                    ends += 1;
                    rule.end = End::Until(value.parse().map_err(|_wrong| wrong())?);
                }
                "BYMONTH" => rule.months = numbers(value, 1, 12, false).ok_or_else(wrong)?,
                "BYWEEKNO" => rule.weeks = numbers(value, 1, 53, true).ok_or_else(wrong)?,
                "BYYEARDAY" => rule.year_days = numbers(value, 1, 366, true).ok_or_else(wrong)?,
                "BYMONTHDAY" => rule.month_days = numbers(value, 1, 31, true).ok_or_else(wrong)?,
                "BYDAY" => rule.weekdays = weekdays(value).ok_or_else(wrong)?,
                "BYHOUR" => rule.hours = numbers(value, 0, 23, false).ok_or_else(wrong)?,
                "BYMINUTE" => rule.minutes = numbers(value, 0, 59, false).ok_or_else(wrong)?,
                "BYSECOND" => rule.seconds = numbers(value, 0, 60, false).ok_or_else(wrong)?,
                "BYSETPOS" => rule.positions = numbers(value, 1, 366, true).ok_or_else(wrong)?,
                "WKST" => rule.week_start = weekday_of(value).ok_or_else(wrong)?,
                // Parts of others, such as RSCALE, would change what the rule means.
                _ => return Err(wrong()),
            }
        }
        rule.every = every.ok_or_else(|| WrongRule { part: "FREQ".to_owned() })?;
        if ends > 1 {
            return Err(WrongRule { part: "COUNT and UNTIL".to_owned() });
        }
        Ok(rule)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", every_text(self.every))?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.end {
            End::Never => {}
            End::Count(count) => write!(f, ";COUNT={count}")?,
            End::Until(until) => write!(f, ";UNTIL={until}")?,
        }
        for (name, list) in [
            ("BYMONTH", &self.months),
            ("BYWEEKNO", &self.weeks),
            ("BYYEARDAY", &self.year_days),
            ("BYMONTHDAY", &self.month_days),
        ] {
            write_list(f, name, list)?;
        }
        if !self.weekdays.is_empty() {
            let text = |(number, weekday): &(i16, Weekday)| match number {
                0 => weekday_text(*weekday).to_owned(),
                number => format!("{number}{}", weekday_text(*weekday)),
            };
            let all: Vec<String> = self.weekdays.iter().map(text).collect();
            write!(f, ";BYDAY={}", all.join(","))?;
        }
        for (name, list) in [
            ("BYHOUR", &self.hours),
            ("BYMINUTE", &self.minutes),
            ("BYSECOND", &self.seconds),
            ("BYSETPOS", &self.positions),
        ] {
            write_list(f, name, list)?;
        }
        if self.week_start != Weekday::Monday {
            write!(f, ";WKST={}", weekday_text(self.week_start))?;
        }
        Ok(())
    }
}

impl FromStr for Until {
    type Err = WrongTime;

    fn from_str(text: &str) -> Result<Self, WrongTime> {
        let (at, utc) = text.strip_suffix('Z').map_or((text, false), |at| (at, true));
        Ok(Self { at: at.parse()?, utc, whole_day: at.len() == 8 })
    }
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.whole_day {
            return write_date(f, self.at.date());
        }
        write!(f, "{}{}", self.at, if self.utc { "Z" } else { "" })
    }
}

impl FromStr for Wall {
    type Err = WrongTime;

    fn from_str(text: &str) -> Result<Self, WrongTime> {
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let digits = |text: &str, length| {
            text.len() == length && text.bytes().all(|sign| sign.is_ascii_digit())
        };
        if !digits(date, 8) || time.is_some_and(|time| !digits(time, 6)) {
            return Err(WrongTime);
        }
        let number = |text: &str, from: usize, to: usize| -> Option<u32> {
            text.get(from..to).and_then(|part| part.parse().ok())
        };
        let part = |from, to| number(date, from, to).and_then(|part| i8::try_from(part).ok());
        let year = number(date, 0, 4).and_then(|year| i16::try_from(year).ok());
        let date = match (year, part(4, 6), part(6, 8)) {
            (Some(year), Some(month), Some(day)) => Date::new(year, month, day),
            _ => None,
        };
        let second = match time {
            None => Some(0),
            Some(time) => match (number(time, 0, 2), number(time, 2, 4), number(time, 4, 6)) {
                // A leap second is the last one of its minute.
                (Some(hour @ 0..=23), Some(minute @ 0..=59), Some(second @ 0..=60)) => {
                    Some(hour * 3_600 + minute * 60 + second.min(59))
                }
                _ => None,
            },
        };
        Ok(Self::new(date.ok_or(WrongTime)?, second.ok_or(WrongTime)?))
    }
}

impl fmt::Display for Wall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_date(f, self.date())?;
        let second = self.second_of_day();
        write!(f, "T{:02}{:02}{:02}", second / 3_600, second / 60 % 60, second % 60)
    }
}

fn write_date(f: &mut fmt::Formatter<'_>, date: Date) -> fmt::Result {
    write!(f, "{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn write_list(f: &mut fmt::Formatter<'_>, name: &str, list: &[i16]) -> fmt::Result {
    if list.is_empty() {
        return Ok(());
    }
    let all: Vec<String> = list.iter().map(ToString::to_string).collect();
    write!(f, ";{name}={}", all.join(","))
}

fn numbers(text: &str, least: i16, most: i16, backwards: bool) -> Option<Vec<i16>> {
    let number = |part: &str| {
        let number: i16 = part.trim().parse().ok()?;
        let fits = (least..=most).contains(&number)
            || (backwards && number < 0 && number.checked_neg().is_some_and(|n| n <= most));
        fits.then_some(number)
    };
    text.split(',').map(number).collect()
}

fn weekdays(text: &str) -> Option<Vec<(i16, Weekday)>> {
    let one = |part: &str| {
        let part = part.trim();
        let at = part.len().checked_sub(2)?;
        let (number, name) = part.split_at_checked(at)?;
        let number = if number.is_empty() {
            0
        } else {
            number.parse::<i16>().ok().filter(|n| *n != 0 && (-53..=53).contains(n))?
        };
        Some((number, weekday_of(name)?))
    };
    text.split(',').map(one).collect()
}

fn every_of(text: &str) -> Option<Every> {
    Some(match text.to_ascii_uppercase().as_str() {
        "SECONDLY" => Every::Second,
        "MINUTELY" => Every::Minute,
        "HOURLY" => Every::Hour,
        "DAILY" => Every::Day,
        "WEEKLY" => Every::Week,
        "MONTHLY" => Every::Month,
        "YEARLY" => Every::Year,
        _ => return None,
    })
}

const fn every_text(every: Every) -> &'static str {
    match every {
        Every::Second => "SECONDLY",
        Every::Minute => "MINUTELY",
        Every::Hour => "HOURLY",
        Every::Day => "DAILY",
        Every::Week => "WEEKLY",
        Every::Month => "MONTHLY",
        Every::Year => "YEARLY",
    }
}

fn weekday_of(text: &str) -> Option<Weekday> {
    Weekday::ALL
        .into_iter()
        .find(|weekday| weekday_text(*weekday).eq_ignore_ascii_case(text.trim()))
}

const fn weekday_text(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
