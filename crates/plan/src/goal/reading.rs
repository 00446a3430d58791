//! What a measure says of itself, as far as the plan needs it: where it started, where it is, where
//! it should be, and how it stands. The context that keeps measures tells it; see [`super::tell`].

use base::{Date, Title};

base::words! {
    /// How a measure stands against its targets.
    pub enum Stand {
        /// It has reached its last target.
        Reached = "reached",
        /// It is where the plan wants it, or better.
        OnTrack = "on_track",
        /// It is a little behind.
        AtRisk = "at_risk",
        /// It is further behind.
        OffTrack = "off_track",
        /// There are targets and no number yet.
        NotStarted = "not_started",
        /// There is nothing to compare with.
        NoTarget = "no_target",
    }
}

/// What a measure said of itself last.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The measure, by its name.
    pub measure: String,
    /// What people call it.
    pub title: Title,
    /// How it stands.
    pub stand: Stand,
    /// How much of the way from its start to its last target is done, of a hundred.
    pub way_percent: Option<i64>,
    /// Where it started.
    pub start: Option<f64>,
    /// Its latest number; nothing when it is too small to be shown.
    pub latest: Option<f64>,
    /// When that was.
    pub period: Option<String>,
    /// Where it should be.
    pub target: Option<f64>,
    /// By when.
    pub by: Option<Date>,
    /// Whether it is out of use: then it says nothing any more.
    pub retired: bool,
}

impl Reading {
    /// How it stands, when that says something about the item that it measures.
    #[must_use]
    pub fn verdict(&self) -> Option<Stand> {
        match self.stand {
            Stand::Reached | Stand::OnTrack | Stand::AtRisk | Stand::OffTrack => {
                (!self.retired).then_some(self.stand)
            }
            Stand::NotStarted | Stand::NoTarget => None,
        }
    }

    /// Whether it is behind, a little or much.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        matches!(self.verdict(), Some(Stand::AtRisk | Stand::OffTrack))
    }
}

/// The mean way of some measures, of a hundred, rounded down: the plan never looks further than it
/// is. Nothing when none has a way.
#[must_use]
pub(super) fn mean_way<'a>(readings: impl IntoIterator<Item = &'a Reading>) -> Option<i64> {
    let ways = readings.into_iter().filter(|reading| !reading.retired);
    let ways: Vec<i64> = ways.filter_map(|reading| reading.way_percent).collect();
    let count = i64::try_from(ways.len()).ok().filter(|count| *count > 0)?;
    Some(ways.iter().sum::<i64>() / count)
}
