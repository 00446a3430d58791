//! The stretches of time that numbers are counted for: a year, a quarter, a month or a day.

use std::{fmt, str::FromStr};

use base::{Date, FromValue, ToValue, Value, ValueError, ValueRef};

base::words! {
    /// How often a number is counted.
    pub enum Frequency {
        /// Once a year.
        Year = "year",
        /// Every 3 months.
        Quarter = "quarter",
        /// Every month.
        Month = "month",
        /// Every day, or on single days.
        Day = "day",
    }
}

/// A text that names no period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongPeriod;

impl fmt::Display for WrongPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a period such as 2024, 2024-Q1, 2024-03 or 2024-03-15")
    }
}

impl std::error::Error for WrongPeriod {}

/// One year, quarter, month or day. Written as `2024`, `2024-Q1`, `2024-03` or `2024-03-15`, so that
/// periods of one frequency sort as text in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    // Invariant: the first day of the period.
    start: Date,
    frequency: Frequency,
}

impl Period {
    /// The period of this frequency that a day lies in; nothing outside the years 1800 to 2299.
    #[must_use]
    pub fn around(frequency: Frequency, day: Date) -> Option<Self> {
        if !(1800..2300).contains(&day.year()) {
            return None;
        }
        let start = match frequency {
            Frequency::Year => Date::new(day.year(), 1, 1),
            Frequency::Quarter => Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1),
            Frequency::Month => Date::new(day.year(), day.month(), 1),
            Frequency::Day => Some(day),
        };
        start.map(|start| Self { start, frequency })
    }

    /// How long it is.
    #[must_use]
    pub const fn frequency(self) -> Frequency {
        self.frequency
    }

    /// Its first day.
    #[must_use]
    pub const fn start(self) -> Date {
        self.start
    }

    /// Its last day.
    #[must_use]
    pub fn end(self) -> Date {
        self.later(1).map_or(self.start, |next| next.start.plus_days(-1))
    }

    /// The quarter of the year, 1 to 4, that it begins in.
    #[must_use]
    pub fn quarter(self) -> i8 {
        (self.start.month() - 1) / 3 + 1
    }

    /// The period this many steps later, or earlier when negative.
    #[must_use]
    pub fn later(self, steps: i32) -> Option<Self> {
        let months = match self.frequency {
            Frequency::Year => 12,
            Frequency::Quarter => 3,
            Frequency::Month => 1,
            Frequency::Day => {
                return Self::around(Frequency::Day, self.start.plus_days(i64::from(steps)));
            }
        };
        let month = i32::from(self.start.year()) * 12 + i32::from(self.start.month()) - 1;
        let month = month.checked_add(steps.checked_mul(months)?)?;
        let year = i16::try_from(month.div_euclid(12)).ok()?;
        let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
        Self::around(self.frequency, Date::new(year, month, 1)?)
    }

    /// How many steps later `other` is; nothing when the two are not equally long.
    #[must_use]
    pub fn steps_until(self, other: Self) -> Option<i64> {
        if self.frequency != other.frequency {
            return None;
        }
        let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
        let apart = months(other.start) - months(self.start);
        Some(match self.frequency {
            Frequency::Year => apart / 12,
            Frequency::Quarter => apart / 3,
            Frequency::Month => apart,
            Frequency::Day => self.start.days_until(other.start),
        })
    }

    /// The same time as a longer period: the quarter that a month or a day lies in.
    #[must_use]
    pub fn widened(self, frequency: Frequency) -> Self {
        if frequency < self.frequency {
            return Self::around(frequency, self.start).unwrap_or(self);
        }
        self
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.start.year(), self.start.month());
        match self.frequency {
            Frequency::Year => write!(f, "{year:04}"),
            Frequency::Quarter => write!(f, "{year:04}-Q{}", self.quarter()),
            Frequency::Month => write!(f, "{year:04}-{month:02}"),
            Frequency::Day => self.start.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = WrongPeriod;

    /// Reads the written form and the forms that tables hold: `Q1 2024`, `2024 T1`, `March 2024`,
    /// `ene. 2024`, `03/2024`, `3/15/2024` (month first), `Jan to Mar 2024`, a date with a time.
    fn from_str(text: &str) -> Result<Self, WrongPeriod> {
        let text = text.trim();
        if text.chars().count() > 40 {
            return Err(WrongPeriod);
        }
        let text = text.strip_suffix(".0").unwrap_or(text);
        let text = match text.get(10..11) {
            Some("T" | " ") => text.get(..10).filter(|day| is_iso(day)).unwrap_or(text),
            _ => text,
        };
        of_pieces(&pieces(text).ok_or(WrongPeriod)?).ok_or(WrongPeriod)
    }
}

impl ToValue for Period {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl FromValue for Period {
    fn from_value(value: ValueRef<'_>) -> Result<Self, ValueError> {
        let text = value.text()?;
        text.parse().map_err(|_wrong| ValueError { expected: "Period", found: text.to_owned() })
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

fn is_iso(text: &str) -> bool {
    text.parse::<Date>().is_ok()
}

/// A run of digits or of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Year(i16),
    Number(i8),
    Month(i8),
    QuarterWord,
}

fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same_kind = |c: char| {
            if first.is_ascii_digit() {
                c.is_ascii_digit()
            } else if first.is_alphabetic() {
                c.is_alphabetic()
            } else {
                !c.is_alphanumeric()
            }
        };
        let length = rest.find(|c| !same_kind(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(length)?;
        if run.is_empty() {
            // A digit of another script is none of the three kinds.
            return None;
        }
        rest = after;
        if first.is_ascii_digit() {
            pieces.push(number(run)?);
        } else if first.is_alphabetic() {
            pieces.extend(word(run)?);
        } else if !run.chars().all(|c| c.is_whitespace() || "-/.,_–—'".contains(c)) {
            return None;
        }
    }
    Some(pieces)
}

fn number(run: &str) -> Option<Piece> {
    match run.len() {
        1 | 2 => run.parse().ok().map(Piece::Number),
        4 => run.parse().ok().map(Piece::Year),
        _ => None,
    }
}

/// The piece that a word is; `Some(None)` for words that only join.
#[expect(clippy::option_option, reason = "unknown, known and without meaning, known")]
fn word(run: &str) -> Option<Option<Piece>> {
    let word = run.to_lowercase();
    let piece = match word.as_str() {
        "de" | "del" | "of" | "to" | "a" | "al" => return Some(None),
        "q" | "qtr" | "quarter" | "t" | "trim" | "trimestre" => Piece::QuarterWord,
        "jan" | "january" | "ene" | "enero" => Piece::Month(1),
        "feb" | "february" | "febrero" => Piece::Month(2),
        "mar" | "march" | "marzo" => Piece::Month(3),
        "apr" | "april" | "abr" | "abril" => Piece::Month(4),
        "may" | "mayo" => Piece::Month(5),
        "jun" | "june" | "junio" => Piece::Month(6),
        "jul" | "july" | "julio" => Piece::Month(7),
        "aug" | "august" | "ago" | "agosto" => Piece::Month(8),
        "sep" | "sept" | "september" | "septiembre" | "setiembre" => Piece::Month(9),
        "oct" | "october" | "octubre" => Piece::Month(10),
        "nov" | "november" | "noviembre" => Piece::Month(11),
        "dec" | "december" | "dic" | "diciembre" => Piece::Month(12),
        _ => return None,
    };
    Some(Some(piece))
}

fn of_pieces(pieces: &[Piece]) -> Option<Period> {
    use Piece::{Month, Number, QuarterWord, Year};
    match *pieces {
        [Year(year)] => period(Frequency::Year, year, 1, 1),
        [Year(year), QuarterWord, Number(quarter)]
        | [QuarterWord, Number(quarter), Year(year)]
        | [Number(quarter), QuarterWord, Year(year)]
            if (1..=4).contains(&quarter) =>
        {
            period(Frequency::Quarter, year, quarter * 3 - 2, 1)
        }
        [Month(from), Month(to), Year(year)] if from % 3 == 1 && to == from + 2 => {
            period(Frequency::Quarter, year, from, 1)
        }
        [Year(year), Number(month) | Month(month)] | [Number(month) | Month(month), Year(year)] => {
            period(Frequency::Month, year, month, 1)
        }
        [Year(year), Number(month) | Month(month), Number(day)]
        | [Number(month) | Month(month), Number(day), Year(year)]
        | [Number(day), Month(month), Year(year)] => period(Frequency::Day, year, month, day),
        _ => None,
    }
}

fn period(frequency: Frequency, year: i16, month: i8, day: i8) -> Option<Period> {
    Period::around(frequency, Date::new(year, month, day)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> String {
        text.parse::<Period>().map_or_else(|wrong| wrong.to_string(), |period| period.to_string())
    }

    #[test]
    fn a_period_is_read_in_the_forms_that_tables_hold() {
        for (text, period) in [
            ("2024", "2024"),
            ("2024.0", "2024"),
            ("2024-Q1", "2024-Q1"),
            ("2024Q1", "2024-Q1"),
            ("Q4 2024", "2024-Q4"),
            ("1Q 2024", "2024-Q1"),
            ("T2 2024", "2024-Q2"),
            ("2024 trimestre 3", "2024-Q3"),
            ("Jan to Mar 2024", "2024-Q1"),
            ("oct.–dic. de 2024", "2024-Q4"),
            ("2024-03", "2024-03"),
            ("03/2024", "2024-03"),
            ("March 2024", "2024-03"),
            ("Mar-2024", "2024-03"),
            ("marzo de 2024", "2024-03"),
            ("2024 dic.", "2024-12"),
            ("2024-03-15", "2024-03-15"),
            ("2024-03-15T00:00:00.000Z", "2024-03-15"),
            ("2024-03-15 00:00", "2024-03-15"),
            ("3/15/2024", "2024-03-15"),
            ("Mar 15, 2024", "2024-03-15"),
            ("15 de marzo de 2024", "2024-03-15"),
        ] {
            assert_eq!(read(text), period, "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "24",
            "FY2024",
            "2016-17",
            "2024-13",
            "2024-Q5",
            "13/13/2024",
            "2024-02-30",
            "Feb to Apr 2024",
            "20240315",
            "0001",
            "9999-01",
            "2024*",
            "soon",
            "2024-03-15x",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text} gave {}", read(text));
        }
    }

    #[test]
    fn a_period_knows_its_days_and_its_neighbours() {
        let quarter: Period = "2024-Q1".parse().unwrap();
        assert_eq!(quarter.end().to_string(), "2024-03-31");
        assert_eq!(quarter.later(-1).unwrap().to_string(), "2023-Q4");
        assert_eq!(quarter.steps_until("2026-Q1".parse().unwrap()), Some(8));
        assert_eq!(quarter.steps_until("2026".parse().unwrap()), None);
        assert_eq!("2024-02-29".parse::<Period>().unwrap().widened(Frequency::Quarter), quarter);
        assert_eq!("2024-02".parse::<Period>().unwrap().end().to_string(), "2024-02-29");
    }

    fn any_period() -> impl Strategy<Value = Period> {
        let frequency = prop_oneof![
            Just(Frequency::Year),
            Just(Frequency::Quarter),
            Just(Frequency::Month),
            Just(Frequency::Day),
        ];
        (frequency, 0_i64..180_000).prop_map(|(frequency, days)| {
            let day = Date::new(1801, 1, 1).unwrap().plus_days(days);
            Period::around(frequency, day).unwrap()
        })
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in any::<String>()) {
            drop(text.parse::<Period>());
        }

        #[test]
        fn a_written_period_is_read_back(period in any_period()) {
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }

        #[test]
        fn periods_follow_each_other_without_a_gap(period in any_period(), steps in -200_i32..200) {
            let next = period.later(1).unwrap();
            prop_assert_eq!(period.end().plus_days(1), next.start());
            prop_assert!(period.to_string() < next.to_string());
            if let Some(other) = period.later(steps) {
                prop_assert_eq!(period.steps_until(other), Some(i64::from(steps)));
            }
        }
    }
}
