//! A measure's numbers in short, kept with the measure so that a list reads one row for each.

use base::{Date, Instant};
use standards::{Finality, Period};

use crate::{Definition, Observation, Status, path};

/// How many of the last numbers the small chart shows.
const SPARK: usize = 12;

/// A measure's numbers in short.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How many numbers there are.
    pub count: i64,
    /// The latest one.
    pub latest: Option<Latest>,
    /// How the measure stands.
    pub status: Status,
    /// The last numbers for the small chart; nothing where one is not shown.
    pub spark: Vec<Option<f64>>,
    /// When the next number is due.
    pub next_due: Option<Date>,
}

/// The latest number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Latest {
    /// When.
    pub period: Period,
    /// The number; nothing when it is too small to be shown.
    pub value: Option<f64>,
    /// Whether it may still change by itself.
    pub finality: Finality,
    /// When it was entered.
    pub at: Instant,
}

impl Summary {
    /// The summary of these numbers, the earliest first. `since` is the day the measure was
    /// defined: before the first number, that of the period it lies in is waited for.
    #[must_use]
    pub fn of(definition: &Definition, observations: &[Observation], since: Date) -> Self {
        let last = observations.last();
        let next = match last {
            Some(last) => last.period.later(1),
            None => Period::around(definition.frequency, since),
        };
        let from = observations.len().saturating_sub(SPARK);
        let recent = observations.get(from..).unwrap_or_default();
        Self {
            count: i64::try_from(observations.len()).unwrap_or(i64::MAX),
            latest: last.map(|last| Latest {
                period: last.period,
                value: definition.shown(last),
                finality: last.finality,
                at: last.at,
            }),
            status: path::status(definition, observations),
            spark: recent.iter().map(|one| definition.shown(one)).collect(),
            next_due: next.and_then(|next| definition.due(next)),
        }
    }

    /// The small chart's numbers as they are stored: `118;116;;84`.
    #[must_use]
    pub(crate) fn spark_text(&self) -> String {
        let texts: Vec<_> = self
            .spark
            .iter()
            .map(|value| value.map_or_else(String::new, |value| value.to_string()))
            .collect();
        texts.join(";")
    }

    /// The small chart's numbers as they were stored.
    #[must_use]
    pub(crate) fn read_spark(text: &str) -> Vec<Option<f64>> {
        if text.is_empty() {
            Vec::new()
        } else {
            text.split(';').map(|part| part.parse().ok()).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{measure::tests::days_to_move_in, observation::tests::observation};

    #[test]
    fn a_summary_tells_the_latest_number_and_when_the_next_is_due() {
        let definition = days_to_move_in();
        let since = Date::new(2026, 5, 12).unwrap();
        let none = Summary::of(&definition, &[], since);
        assert_eq!((none.count, none.status), (0, Status::NotStarted));
        assert_eq!(none.next_due.unwrap().to_string(), "2026-07-15");
        let numbers = [observation("2025-Q4", 88.0), observation("2026-Q1", 84.5)];
        let two = Summary::of(&definition, &numbers, since);
        assert_eq!(two.latest.unwrap().value, Some(84.5));
        assert_eq!(two.next_due.unwrap().to_string(), "2026-07-15");
        assert_eq!(Summary::read_spark(&two.spark_text()), [Some(88.0), Some(84.5)]);
        assert_eq!(Summary::read_spark(""), []);
        assert_eq!(Summary::read_spark("1;;3"), [Some(1.0), None, Some(3.0)]);
    }
}
