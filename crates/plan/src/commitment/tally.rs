//! Where a commitment lies in lists, and what it adds to the counts that are kept beside them.
//!
//! Lists are paged by key and counts are kept, so that neither costs more when there are more
//! commitments. Both are readings of one [`Tally`]; a change moves the counts by the difference
//! of the tally before and after.

use std::collections::BTreeMap;

use base::Date;

use super::{Commitment, State};

base::words! {
    /// The part of the list that a commitment lies in.
    pub enum Shelf {
        /// It binds and is not done.
        Active = "active",
        /// It will not come.
        Broken = "broken",
        /// Done, says its maker.
        Claimed = "claimed",
        /// It never came to bind.
        Dropped = "dropped",
        /// Kept.
        Kept = "kept",
        /// It waits for an answer.
        Offered = "offered",
    }
}

/// How a promise is judged once it is over or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Kept by its day.
    OnTime,
    /// Kept after its day.
    Late,
    /// Not kept.
    Broken,
}

/// Where a commitment lies and what it counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The part of the list.
    pub shelf: Shelf,
    /// Its place there: the deadline of what is open; otherwise since when it lies there.
    pub day: Date,
    /// What it counts for in follow-through, on the day it was settled or due, whichever came
    /// first: a promise kept early counts at once.
    pub verdict: Option<(Verdict, Date)>,
    /// The day when its date was last moved in time.
    pub moved_on: Option<Date>,
}

impl Commitment {
    /// Where it lies and what it counts for.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let deadline = self.deadline();
        let settled = |verdict, on: Date| Some((verdict, on.min(deadline)));
        let (part, day, verdict) = match self.state() {
            State::Proposed { since, .. } => (Shelf::Offered, *since, None),
            State::Open => (Shelf::Active, deadline, None),
            State::Claimed { on, .. } => (Shelf::Claimed, *on, None),
            State::Kept { on, .. } if *on <= deadline => {
                (Shelf::Kept, *on, settled(Verdict::OnTime, *on))
            }
            State::Kept { on, .. } => (Shelf::Kept, *on, settled(Verdict::Late, *on)),
            State::Broken { on, .. } => (Shelf::Broken, *on, settled(Verdict::Broken, *on)),
            State::Declined { on, .. } | State::Withdrawn { on, .. } => (Shelf::Dropped, *on, None),
        };
        let moved_on = self.moves().iter().rev().find(|change| change.in_time()).map(|m| m.on);
        Tally { shelf: part, day, verdict, moved_on }
    }
}

/// What one row of the counts holds: first the month's, then the day's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Count {
    Offered,
    Active,
    Claimed,
    OnTime,
    Late,
    Broken,
    Moved,
    DayActive,
    DayKept,
}

/// How the counts of one month or one day change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delta {
    /// The counts of a month, in the order offered, active, claimed, on time, late, broken,
    /// moved in time.
    Month {
        /// The month, as `2026-05`.
        month: String,
        /// The differences.
        by: [i64; 7],
    },
    /// The counts of a day, in the order active, kept.
    Day {
        /// The day.
        day: Date,
        /// The differences.
        by: [i64; 2],
    },
}

/// The month of a date, as the counts name it: `2026-05`.
#[must_use]
pub(crate) fn month_of(date: Date) -> String {
    date.to_string().chars().take(7).collect()
}

/// How the counts change when a commitment does; in key order, so that two changes at once take
/// their locks in the same order.
#[must_use]
pub fn deltas(before: Option<&Tally>, after: Option<&Tally>) -> Vec<Delta> {
    let mut changes: BTreeMap<(Count, Date), i64> = BTreeMap::new();
    for (tally, by) in [(before, -1), (after, 1)] {
        for key in tally.map(counted).unwrap_or_default() {
            *changes.entry(key).or_default() += by;
        }
    }
    let mut months: BTreeMap<String, [i64; 7]> = BTreeMap::new();
    let mut days: BTreeMap<Date, [i64; 2]> = BTreeMap::new();
    for ((count, date), by) in changes {
        let (month_place, day_place) = match count {
            Count::Offered => (Some(0), None),
            Count::Active => (Some(1), None),
            Count::Claimed => (Some(2), None),
            Count::OnTime => (Some(3), None),
            Count::Late => (Some(4), None),
            Count::Broken => (Some(5), None),
            Count::Moved => (Some(6), None),
            Count::DayActive => (None, Some(0)),
            Count::DayKept => (None, Some(1)),
        };
        if let Some(place) = month_place {
            add(months.entry(month_of(date)).or_default(), place, by);
        }
        if let Some(place) = day_place {
            add(days.entry(date).or_default(), place, by);
        }
    }
    let months = months.into_iter().map(|(month, by)| Delta::Month { month, by });
    let days = days.into_iter().map(|(day, by)| Delta::Day { day, by });
    months.chain(days).filter(Delta::changes).collect()
}

impl Delta {
    fn changes(&self) -> bool {
        match self {
            Self::Month { by, .. } => by.iter().any(|n| *n != 0),
            Self::Day { by, .. } => by.iter().any(|n| *n != 0),
        }
    }
}

fn add(counts: &mut [i64], place: usize, by: i64) {
    if let Some(count) = counts.get_mut(place) {
        *count += by;
    }
}

fn counted(tally: &Tally) -> Vec<(Count, Date)> {
    let mut counts = match tally.shelf {
        Shelf::Offered => vec![(Count::Offered, tally.day)],
        Shelf::Active => vec![(Count::Active, tally.day), (Count::DayActive, tally.day)],
        Shelf::Claimed => vec![(Count::Claimed, tally.day)],
        Shelf::Kept => vec![(Count::DayKept, tally.day)],
        Shelf::Broken | Shelf::Dropped => Vec::new(),
    };
    counts.extend(tally.verdict.map(|(verdict, on)| {
        let count = match verdict {
            Verdict::OnTime => Count::OnTime,
            Verdict::Late => Count::Late,
            Verdict::Broken => Count::Broken,
        };
        (count, on)
    }));
    counts.extend(tally.moved_on.map(|on| (Count::Moved, on)));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn active(on: &str) -> Tally {
        Tally { shelf: Shelf::Active, day: day(on), verdict: None, moved_on: None }
    }

    #[test]
    fn a_new_commitment_adds_and_the_same_again_changes_nothing() {
        let tally = active("2026-05-29");
        assert_eq!(
            deltas(None, Some(&tally)),
            vec![
                Delta::Month { month: "2026-05".to_owned(), by: [0, 1, 0, 0, 0, 0, 0] },
                Delta::Day { day: day("2026-05-29"), by: [1, 0] },
            ]
        );
        assert_eq!(deltas(Some(&tally), Some(&tally)), vec![]);
    }

    #[test]
    fn keeping_takes_from_one_day_and_adds_to_another() {
        let kept = Tally {
            shelf: Shelf::Kept,
            day: day("2026-06-02"),
            verdict: Some((Verdict::Late, day("2026-05-29"))),
            moved_on: None,
        };
        assert_eq!(
            deltas(Some(&active("2026-05-29")), Some(&kept)),
            vec![
                Delta::Month { month: "2026-05".to_owned(), by: [0, -1, 0, 0, 1, 0, 0] },
                Delta::Day { day: day("2026-05-29"), by: [-1, 0] },
                Delta::Day { day: day("2026-06-02"), by: [0, 1] },
            ]
        );
    }
}
