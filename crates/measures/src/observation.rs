//! Numbers, each for a period, with where they came from and what they were before.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod parse;
pub(crate) mod store;

use base::{Instant, Reason, Title};
use standards::{Finality, Period};

use crate::Error;

/// A number for a period, as it stands now.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// When.
    pub period: Period,
    /// The number.
    pub value: f64,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Whether it may still change by itself.
    pub finality: Finality,
    /// Where it came from.
    pub source: Option<Title>,
    /// What one should know about it.
    pub note: Option<Reason>,
    /// How often it was corrected; 0 for one that never was.
    pub revision: i64,
    /// When it was entered.
    pub at: Instant,
    /// Who entered it: a person's identifier, or the name of a part of the system.
    pub by: String,
    /// Why it was corrected.
    pub why: Option<Reason>,
}

/// A number that was taken back: wrong, and not to be shown or counted any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// When the number was for.
    pub period: Period,
    /// One more than the revision of the number that was taken back.
    pub revision: i64,
    /// When it was taken back.
    pub at: Instant,
    /// Who took it back.
    pub by: String,
    /// Why.
    pub why: Reason,
}

/// What a number says, before it is entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When.
    pub period: Period,
    /// The number.
    pub value: f64,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Whether it may still change by itself.
    pub finality: Finality,
    /// Where it came from.
    pub source: Option<Title>,
    /// What one should know about it.
    pub note: Option<Reason>,
}

impl Observation {
    /// The first entry for a period.
    #[must_use]
    pub fn first(entry: Entry, by: &str, at: Instant) -> Self {
        let Entry { period, value, numerator, denominator, finality, source, note } = entry;
        let by = by.to_owned();
        let (revision, why) = (0, None);
        Self {
            period,
            value,
            numerator,
            denominator,
            finality,
            source,
            note,
            revision,
            at,
            by,
            why,
        }
    }

    /// Whether an entry says the same.
    #[must_use]
    pub fn says(&self, entry: &Entry) -> bool {
        let same =
            |one: Option<f64>, other: Option<f64>| one.map(f64::to_bits) == other.map(f64::to_bits);
        self.period == entry.period
            && same(Some(self.value), Some(entry.value))
            && same(self.numerator, entry.numerator)
            && same(self.denominator, entry.denominator)
            && self.finality == entry.finality
            && self.source == entry.source
            && self.note == entry.note
    }

    /// Takes the number back; what it was stays in the history.
    #[must_use]
    pub fn withdrawn(&self, why: Reason, by: &str, at: Instant) -> Withdrawal {
        let revision = self.revision + 1;
        Withdrawal { period: self.period, revision, at, by: by.to_owned(), why }
    }

    /// The entry that would say the same again.
    #[must_use]
    pub fn entry(&self) -> Entry {
        Entry {
            period: self.period,
            value: self.value,
            numerator: self.numerator,
            denominator: self.denominator,
            finality: self.finality,
            source: self.source.clone(),
            note: self.note.clone(),
        }
    }

    /// The observation that takes this one's place; this one stays in the history.
    ///
    /// # Errors
    /// When the entry says the same.
    pub fn revised(
        &self,
        entry: Entry,
        why: Option<Reason>,
        by: &str,
        at: Instant,
    ) -> Result<Self, Error> {
        if self.says(&entry) {
            return Err(Error::NothingChanged { period: self.period });
        }
        let revision = self.revision + 1;
        Ok(Self { revision, why, ..Self::first(entry, by, at) })
    }
}

impl Withdrawal {
    /// The observation that is entered after the withdrawal.
    #[must_use]
    pub fn replaced(
        &self,
        entry: Entry,
        why: Option<Reason>,
        by: &str,
        at: Instant,
    ) -> Observation {
        Observation { revision: self.revision + 1, why, ..Observation::first(entry, by, at) }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn entry(period: &str, value: f64) -> Entry {
        Entry {
            period: period.parse().unwrap(),
            value,
            numerator: None,
            denominator: None,
            finality: Finality::Final,
            source: None,
            note: None,
        }
    }

    pub(crate) fn observation(period: &str, value: f64) -> Observation {
        Observation::first(entry(period, value), "test", Instant::from_micros(0))
    }

    #[test]
    fn a_correction_is_a_new_revision_and_the_same_again_is_none() {
        let first = observation("2026-Q1", 84.0);
        let at = Instant::from_micros(5);
        let why: Reason = "two files were missing".parse().unwrap();
        let second = first.revised(entry("2026-Q1", 86.0), Some(why), "test", at).unwrap();
        assert_eq!((second.revision, second.value.to_bits()), (1, 86_f64.to_bits()));
        assert!(matches!(
            second.revised(entry("2026-Q1", 86.0), None, "test", at),
            Err(Error::NothingChanged { .. })
        ));
    }
}
