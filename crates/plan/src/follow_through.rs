//! How often a partner keeps its word, and how sure that is.
//!
//! The interval is Wilson's score interval at 95 % (E. B. Wilson, "Probable inference, the law of
//! succession, and statistical inference", JASA 22, 1927), which L. D. Brown, T. T. Cai and
//! A. `DasGupta` ("Interval estimation for a binomial proportion", Statistical Science 16, 2001)
//! recommend for small numbers: unlike the textbook interval it never leaves 0 to 100 % and holds
//! close to its promise from ten cases on. Below ten we give counts and no percentage.

pub(crate) mod api;
mod commands;
mod events;
pub(crate) mod figure;
pub(crate) mod pages;
mod queries;
pub(crate) mod store;

use base::{Date, OrganizationId};

pub use self::{
    commands::reply,
    queries::{Everybody, One, follow_through, follow_through_of},
    store::{Judged, OpenCounts},
};

/// Fewer promises than this are counted and not turned into a percentage.
pub const ENOUGH: u32 = 10;

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// What became of an organization's promises in a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FollowThrough {
    /// Kept by their day.
    pub on_time: u32,
    /// Kept after their day.
    pub late: u32,
    /// Past their day and not done.
    pub overdue: u32,
    /// They will not come.
    pub broken: u32,
    /// Moved in time to another date: neither late nor broken, so they stand beside the rate.
    pub renegotiated: u32,
}

/// A rate with what is known of its truth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// How many of all were kept on time.
    pub share: f64,
    /// The least that is likely.
    pub low: f64,
    /// The most that is likely.
    pub high: f64,
}

/// What can be said of a partner's word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Finding {
    /// Nothing was due.
    Nothing,
    /// Too few to say more than the counts.
    TooFew,
    /// A rate.
    Rate(Rate),
}

impl FollowThrough {
    /// All promises that were judged: kept, overdue or broken.
    #[must_use]
    pub const fn due(&self) -> u32 {
        self.on_time + self.late + self.overdue + self.broken
    }

    /// What can be said.
    #[must_use]
    pub fn finding(&self) -> Finding {
        match self.due() {
            0 => Finding::Nothing,
            few if few < ENOUGH => Finding::TooFew,
            due => Finding::Rate(wilson(self.on_time, due)),
        }
    }

    /// Both together.
    #[must_use]
    pub const fn and(&self, other: &Self) -> Self {
        Self {
            on_time: self.on_time + other.on_time,
            late: self.late + other.late,
            overdue: self.overdue + other.overdue,
            broken: self.broken + other.broken,
            renegotiated: self.renegotiated + other.renegotiated,
        }
    }
}

/// What an organization says to its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The organization.
    pub organization: OrganizationId,
    /// Its words.
    pub words: base::Reason,
    /// When it said them.
    pub on: Date,
}

/// The span that is judged on a day: this month so far and the twelve before it.
#[must_use]
pub fn window(today: Date) -> (Date, Date) {
    let first = Date::new(today.year().saturating_sub(1), today.month(), 1);
    (first.unwrap_or(today), today)
}

/// Wilson's score interval for `kept` of `all`.
fn wilson(kept: u32, all: u32) -> Rate {
    let (kept, all) = (f64::from(kept), f64::from(all));
    let share = kept / all;
    let z_squared = Z * Z;
    let width = 1.0 + z_squared / all;
    let centre = (share + z_squared / (2.0 * all)) / width;
    let spread = share.mul_add(1.0 - share, z_squared / (4.0 * all)) / all;
    let half = Z * spread.sqrt() / width;
    Rate { share, low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, Normal};

    use super::*;

    #[test]
    fn the_interval_is_the_published_one() {
        // R 4: prop.test(x, n, correct = FALSE)$conf.int; the first is also in Newcombe,
        // "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.
        for (kept, all, low, high) in [
            (81, 263, 0.255_3, 0.366_2),
            (15, 148, 0.062_4, 0.160_5),
            (0, 20, 0.0, 0.161_1),
            (1, 29, 0.006_1, 0.171_8),
            (29, 29, 0.883_0, 1.0),
        ] {
            let rate = wilson(kept, all);
            assert!((rate.low - low).abs() < 5e-5, "{kept} of {all}: {}", rate.low);
            assert!((rate.high - high).abs() < 5e-5, "{kept} of {all}: {}", rate.high);
        }
    }

    #[test]
    fn the_point_of_the_normal_distribution_is_right() {
        let normal = Normal::new(0.0, 1.0).unwrap();
        assert!((normal.inverse_cdf(0.975) - Z).abs() < 1e-9);
    }

    #[test]
    fn fewer_than_ten_are_not_a_percentage() {
        let nine = FollowThrough { on_time: 9, ..FollowThrough::default() };
        assert_eq!(nine.finding(), Finding::TooFew);
        let ten = FollowThrough { overdue: 1, ..nine };
        assert!(matches!(ten.finding(), Finding::Rate(rate) if (rate.share - 0.9).abs() < 1e-12));
        assert_eq!(FollowThrough::default().finding(), Finding::Nothing);
    }

    #[test]
    fn a_moved_date_is_neither_late_nor_broken() {
        let kept = FollowThrough { on_time: 12, ..FollowThrough::default() };
        let moved = FollowThrough { renegotiated: 5, ..kept };
        assert_eq!(kept.finding(), moved.finding());
    }

    #[test]
    fn the_interval_covers_the_truth_about_as_often_as_it_says() {
        // Brown, Cai and DasGupta measure coverage so: the chance, over all outcomes, that the
        // interval holds the true share.
        for all in [10_u32, 20, 50, 200] {
            let mut total = 0.0;
            let shares: Vec<f64> = (1..100).map(|n| f64::from(n) / 100.0).collect();
            for truth in &shares {
                let outcomes = Binomial::new(*truth, u64::from(all)).unwrap();
                let held = |kept: &u32| {
                    let rate = wilson(*kept, all);
                    rate.low <= *truth && *truth <= rate.high
                };
                let chance = |kept: u32| {
                    let kept = u64::from(kept);
                    let below = if kept == 0 { 0.0 } else { outcomes.cdf(kept - 1) };
                    outcomes.cdf(kept) - below
                };
                total += (0..=all).filter(held).map(chance).sum::<f64>();
            }
            let mean = total / 99.0;
            assert!((0.94..0.97).contains(&mean), "{all}: {mean}");
        }
    }

    #[test]
    fn the_window_begins_with_a_month() {
        let today = "2026-05-12".parse().unwrap();
        assert_eq!(window(today), ("2025-05-01".parse().unwrap(), today));
        let leap = "2028-02-29".parse().unwrap();
        assert_eq!(window(leap).0, "2027-02-01".parse().unwrap());
    }

    proptest! {
        #[test]
        fn the_rate_lies_in_its_interval(kept in 0_u32..5_000, more in 1_u32..5_000) {
            let rate = wilson(kept, kept + more);
            prop_assert!(0.0 <= rate.low && rate.low <= rate.share + 1e-12);
            prop_assert!(rate.share <= rate.high + 1e-12 && rate.high <= 1.0);
        }

        #[test]
        fn more_promises_make_a_narrower_interval(kept in 1_u32..500, more in 1_u32..500) {
            let (small, large) = (wilson(kept, kept + more), wilson(4 * kept, 4 * (kept + more)));
            prop_assert!(large.high - large.low < small.high - small.low);
        }
    }
}
