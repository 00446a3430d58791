//! The planned path: a straight line from where a measure started to each target in turn; and how a
//! number stands against it.

use standards::{Direction, Period};

use crate::{Baseline, Definition, Observation, Target};

base::words! {
    /// How a measure stands.
    pub enum Status {
        /// It has reached its last target.
        Reached = "reached",
        /// It is where the plan wants it, or better.
        OnTrack = "on_track",
        /// It is behind by at most a tenth of the way from the start to the last target.
        AtRisk = "at_risk",
        /// It is further behind.
        OffTrack = "off_track",
        /// There are targets and no number yet.
        NotStarted = "not_started",
        /// There is nothing to compare with: no target, or no better direction.
        NoTarget = "no_target",
    }
}

/// How much of the way one may be behind and still only be at risk.
const RISK: f64 = 0.1;

/// A straight line through a start and targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    start: Baseline,
    /// By the period that each target's day lies in; each later than the one before.
    goals: Vec<(Period, f64)>,
}

impl Path {
    /// The path of a measure; nothing when it has no start or no target after it.
    #[must_use]
    pub fn of(definition: &Definition, observations: &[Observation]) -> Option<Self> {
        let start = baseline(definition, observations)?;
        let mut goals: Vec<(Period, f64)> = Vec::new();
        for Target { by, value } in &definition.targets {
            let period = Period::around(definition.frequency, *by)?;
            if goals.last().map_or(start.period, |(before, _)| *before) < period {
                goals.push((period, *value));
            }
        }
        if goals.is_empty() { None } else { Some(Self { start, goals }) }
    }

    /// Where it starts.
    #[must_use]
    pub const fn start(&self) -> Baseline {
        self.start
    }

    /// Where it ends.
    #[must_use]
    pub fn end(&self) -> (Period, f64) {
        self.goals.last().copied().unwrap_or((self.start.period, self.start.value))
    }

    /// Where the plan wants to be in a period; nothing before the start, and the last target after it.
    #[must_use]
    pub fn at(&self, period: Period) -> Option<f64> {
        if period < self.start.period {
            return None;
        }
        let mut from = (self.start.period, self.start.value);
        for &goal in &self.goals {
            if period <= goal.0 {
                let whole = share(from.0.steps_until(goal.0)?);
                let gone = share(from.0.steps_until(period)?);
                return Some(from.1 + (goal.1 - from.1) * gone / whole);
            }
            from = goal;
        }
        Some(from.1)
    }

    /// How far a number is ahead of the plan; negative when it is behind.
    #[must_use]
    pub fn ahead(&self, direction: Direction, period: Period, value: f64) -> Option<f64> {
        let planned = self.at(period)?;
        match direction {
            Direction::Up => Some(value - planned),
            Direction::Down => Some(planned - value),
            Direction::Neither => None,
        }
    }

    /// How much of the way from the start to the last target a number has come, of a hundred and
    /// rounded down; nothing when there is no way to go.
    #[must_use]
    pub fn way_percent(&self, value: f64) -> Option<i64> {
        let (start, (_, goal)) = (self.start.value, self.end());
        let way = (value - start) / (goal - start);
        if !way.is_finite() {
            return None;
        }
        // A hair's breadth of rounding does not cost a percent.
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 100")]
        let percent = (way.clamp(0.0, 1.0).mul_add(100.0, 1e-9)).floor() as i64;
        Some(percent.min(100))
    }

    /// How a number stands.
    #[must_use]
    pub fn status(&self, direction: Direction, period: Period, value: f64) -> Status {
        let Some(ahead) = self.ahead(direction, period, value) else { return Status::NoTarget };
        let (_, goal) = self.end();
        if is_as_good(direction, value, goal) {
            return Status::Reached;
        }
        let way = (goal - self.start.value).abs();
        // A hair's breadth of rounding does not put a measure at risk.
        if ahead >= -way * 1e-9 {
            Status::OnTrack
        } else if -ahead <= way * RISK {
            Status::AtRisk
        } else {
            Status::OffTrack
        }
    }
}

/// Where a measure started: what its definition says, or its first number that may be shown.
#[must_use]
pub fn baseline(definition: &Definition, observations: &[Observation]) -> Option<Baseline> {
    definition.baseline.or_else(|| {
        observations.iter().find_map(|first| {
            Some(Baseline { period: first.period, value: definition.shown(first)? })
        })
    })
}

/// How a measure stands after these numbers, the earliest first.
#[must_use]
pub fn status(definition: &Definition, observations: &[Observation]) -> Status {
    if definition.targets.is_empty() || definition.direction == Direction::Neither {
        return Status::NoTarget;
    }
    let Some(last) = observations.last() else { return Status::NotStarted };
    match (Path::of(definition, observations), definition.shown(last)) {
        (Some(path), Some(value)) => path.status(definition.direction, last.period, value),
        (None, _) | (_, None) => Status::NoTarget,
    }
}

/// Whether a number is as good as another, or better.
pub(crate) fn is_as_good(direction: Direction, value: f64, other: f64) -> bool {
    match direction {
        Direction::Up => value >= other,
        Direction::Down => value <= other,
        Direction::Neither => false,
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps between periods are few")]
const fn share(steps: i64) -> f64 {
    steps as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{measure::tests::days_to_move_in, observation::tests::observation};

    fn path() -> Path {
        Path::of(&days_to_move_in(), &[observation("2024-Q1", 118.0)]).unwrap()
    }

    fn at(period: &str) -> Option<f64> {
        path().at(period.parse().unwrap()).map(|value| (value * 10.0).round() / 10.0)
    }

    #[test]
    fn the_plan_is_a_straight_line_from_the_start_to_the_target() {
        // The design's table: 118, 114, 110, 106 … 87 in the first quarter of 2026.
        assert_eq!(at("2024-Q1"), Some(118.0));
        assert_eq!(at("2024-Q2"), Some(114.1));
        assert_eq!(at("2026-Q1"), Some(87.1));
        assert_eq!(at("2027-Q4"), Some(60.0));
        assert_eq!(at("2030-Q1"), Some(60.0));
        assert_eq!(at("2023-Q4"), None);
    }

    #[test]
    fn a_number_stands_by_its_distance_from_the_plan() {
        let status = |value| path().status(Direction::Down, "2026-Q1".parse().unwrap(), value);
        assert_eq!(status(84.0), Status::OnTrack);
        assert_eq!(status(88.0), Status::AtRisk);
        assert_eq!(status(93.0), Status::OffTrack);
        assert_eq!(status(60.0), Status::Reached);
        let ahead = path().ahead(Direction::Down, "2026-Q1".parse().unwrap(), 84.0);
        assert_eq!(ahead.map(f64::round), Some(3.0));
    }

    #[test]
    fn without_a_target_a_number_or_a_direction_there_is_no_verdict() {
        let mut definition = days_to_move_in();
        assert_eq!(status(&definition, &[]), Status::NotStarted);
        definition.direction = Direction::Neither;
        assert_eq!(status(&definition, &[observation("2024-Q1", 1.0)]), Status::NoTarget);
        definition.targets.clear();
        assert_eq!(status(&definition, &[]), Status::NoTarget);
    }

    proptest! {
        #[test]
        fn the_plan_stays_between_its_start_and_its_target(
            start in -1000.0..1000.0_f64, goal in -1000.0..1000.0_f64, step in 0_i32..40,
        ) {
            let mut definition = days_to_move_in();
            definition.targets[0].value = goal;
            let path = Path::of(&definition, &[observation("2024-Q1", start)]).unwrap();
            let period = "2024-Q1".parse::<Period>().unwrap().later(step).unwrap();
            let value = path.at(period).unwrap();
            prop_assert!(value >= start.min(goal) - 1e-6 && value <= start.max(goal) + 1e-6);
        }

        #[test]
        fn a_better_number_never_stands_worse(
            value in 0.0..200.0_f64, better in 0.0..50.0_f64, step in 0_i32..20,
        ) {
            let period = "2024-Q1".parse::<Period>().unwrap().later(step).unwrap();
            let status = |value| path().status(Direction::Down, period, value);
            prop_assert!(status(value - better) <= status(value));
        }
    }
}
