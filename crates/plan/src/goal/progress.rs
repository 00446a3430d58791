//! How far an item of the plan is and how it stands: computed from milestones, commitments and
//! measures, never typed. Pure: dates and states in, numbers and a reason out.

use base::{Date, Title};

use super::{
    Item, Judgement, Layer, Pile, Reading, State, Status,
    reading::{Stand, mean_way},
};
use crate::{StateName, Timing};

/// Later than this, one thing alone puts an item off track.
pub const LONG_LATE_DAYS: i64 = 30;
/// When one in so many open things is late, an item is off track.
pub const MANY_LATE: u32 = 3;

/// What is done of all that an item comes down to: each milestone and each commitment once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Milestones that were reached.
    pub reached: u32,
    /// Milestones that are open.
    pub ahead: u32,
    /// Of these, those whose day has passed.
    pub overdue: u32,
    /// Commitments that were kept.
    pub kept: u32,
    /// Commitments that bind and are not confirmed yet.
    pub open: u32,
    /// Of these, those whose day has passed and that nobody calls done.
    pub late: u32,
    /// Commitments that will not come.
    pub broken: u32,
    /// Offers and requests that nobody has answered; not promised, so not counted below.
    pub proposed: u32,
    /// How many days the longest delay lasts.
    pub worst_days: i64,
    /// Measures that say how it stands: its own and those below.
    pub measures: u32,
    /// Of these, those that reached their target.
    pub met: u32,
    /// Of these, those that are behind.
    pub behind: u32,
    /// How much of the way to their targets its own measures have come, of a hundred.
    pub way_percent: Option<i64>,
}

impl Progress {
    /// Counts milestones, commitments and measures; the caller gives each once.
    pub fn of<'a>(
        milestones: impl IntoIterator<Item = &'a Item>,
        piles: impl IntoIterator<Item = &'a Pile>,
        signs: &Signs<'a>,
        today: Date,
    ) -> Self {
        let mut sum = Self { way_percent: mean_way(signs.own.iter().copied()), ..Self::default() };
        for milestone in milestones {
            sum.add_milestone(milestone, today);
        }
        for pile in piles {
            sum.add_pile(pile, today);
        }
        for reading in signs.own.iter().chain(&signs.below) {
            sum.measures += u32::from(reading.verdict().is_some());
            sum.met += u32::from(reading.verdict() == Some(Stand::Reached));
            sum.behind += u32::from(reading.is_behind());
        }
        sum
    }

    fn add_milestone(&mut self, milestone: &Item, today: Date) {
        match milestone.state {
            State::Reached => self.reached += 1,
            State::Dropped => {}
            State::Open => {
                self.ahead += 1;
                let days = milestone.span.due.map_or(0, |due| due.days_until(today));
                if days > 0 {
                    self.overdue += 1;
                    self.worst_days = self.worst_days.max(days);
                }
            }
        }
    }

    fn add_pile(&mut self, pile: &Pile, today: Date) {
        match pile.state {
            StateName::Kept => self.kept += pile.count,
            StateName::Broken => self.broken += pile.count,
            StateName::Proposed => self.proposed += pile.count,
            StateName::Declined | StateName::Withdrawn => {}
            StateName::Open | StateName::Claimed => {
                self.open += pile.count;
                let timing = Timing::of(pile.state, pile.deadline, None, today);
                if let Timing::Late { days } = timing {
                    self.late += pile.count;
                    self.worst_days = self.worst_days.max(days);
                }
            }
        }
    }

    /// What is done.
    #[must_use]
    pub const fn done(&self) -> u32 {
        self.reached + self.kept
    }

    /// What is done and what is to be done. A broken promise is neither: it is named beside.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.done() + self.unfinished()
    }

    /// What is to be done.
    #[must_use]
    pub const fn unfinished(&self) -> u32 {
        self.ahead + self.open
    }

    /// What should be done and is not.
    #[must_use]
    pub const fn delayed(&self) -> u32 {
        self.overdue + self.late
    }
}

/// How an item stands, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What is computed.
    pub computed: Status,
    /// Why.
    pub why: Why,
    /// What a person says against it.
    pub judged: Option<Judgement>,
    /// The numbers behind it.
    pub progress: Progress,
}

impl Standing {
    /// How it stands: what a person says, or else what is computed.
    #[must_use]
    pub fn status(&self) -> Status {
        self.judged.as_ref().map_or(self.computed, |judged| judged.status)
    }
}

/// Why an item stands as it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It was reached.
    Reached {
        /// When.
        on: Option<Date>,
    },
    /// It was given up.
    Dropped {
        /// When.
        on: Option<Date>,
    },
    /// Its own day has passed.
    DayPassed {
        /// So many days ago.
        days: i64,
    },
    /// One thing has been late for long.
    LongLate {
        /// So many days.
        days: i64,
    },
    /// Much is late.
    ManyLate {
        /// So much.
        late: u32,
        /// Of what is to be done.
        of: u32,
    },
    /// Something is late.
    SomeLate {
        /// So much.
        late: u32,
        /// Of what is to be done.
        of: u32,
    },
    /// Promises were broken and nothing came in their place.
    Broken {
        /// So many.
        count: u32,
    },
    /// A measure of it is far from where it should be.
    MeasureOff {
        /// Which.
        title: Title,
    },
    /// A measure of it is behind.
    MeasureBehind {
        /// Which.
        title: Title,
    },
    /// A measure of something that serves it is behind.
    MeasureBelow {
        /// Which.
        title: Title,
    },
    /// All its measures have reached their targets.
    MeasuresReached {
        /// So many.
        count: u32,
    },
    /// A measure of it is where it should be, and no work is linked.
    MeasureOnTrack {
        /// Which.
        title: Title,
    },
    /// A person worries about something that serves it.
    Judged {
        /// What they worry about.
        title: Title,
    },
    /// Nothing is linked that could be done.
    NothingLinked,
    /// It begins later.
    StartsLater {
        /// Then.
        on: Date,
    },
    /// Nothing was done and nothing is promised yet.
    NothingDone,
    /// All that is linked is done.
    AllDone,
    /// Nothing is late.
    NothingLate {
        /// So much is done.
        done: u32,
        /// Of so much.
        of: u32,
    },
}

/// Whether a person says of an open item that it is at risk or off track.
#[must_use]
pub fn is_worry(item: &Item) -> bool {
    let worry = |judged: &Judgement| matches!(judged.status, Status::AtRisk | Status::OffTrack);
    item.is_open() && item.judged.as_ref().is_some_and(worry)
}

/// What else speaks of an item besides work and dates.
#[derive(Debug, Clone, Default)]
pub struct Signs<'a> {
    /// Something that serves it and of which a person says that it is at risk or off track.
    pub worry: Option<&'a Item>,
    /// Its own measures.
    pub own: Vec<&'a Reading>,
    /// The measures of what serves it, and not of itself.
    pub below: Vec<&'a Reading>,
}

impl Signs<'_> {
    fn own(&self, stand: Stand) -> Option<Title> {
        let mut own = self.own.iter();
        own.find(|reading| reading.verdict() == Some(stand)).map(|reading| reading.title.clone())
    }

    /// How many own measures there are, when all of them have reached their targets.
    fn all_reached(&self) -> Option<u32> {
        let verdicts: Vec<Stand> =
            self.own.iter().filter_map(|reading| reading.verdict()).collect();
        let all = !verdicts.is_empty() && verdicts.iter().all(|stand| *stand == Stand::Reached);
        if all { u32::try_from(verdicts.len()).ok() } else { None }
    }
}

/// How an item stands.
#[must_use]
pub fn standing(item: &Item, progress: Progress, signs: &Signs<'_>, today: Date) -> Standing {
    let (computed, why) = match item.state {
        State::Reached => (Status::Done, Why::Reached { on: item.closed_on }),
        State::Dropped => (Status::Done, Why::Dropped { on: item.closed_on }),
        State::Open => trouble(item, &progress, signs, today)
            .unwrap_or_else(|| calm(item, &progress, signs, today)),
    };
    Standing { computed, why, judged: item.judged.clone(), progress }
}

/// What is wrong, the worst first.
fn trouble(
    item: &Item,
    progress: &Progress,
    signs: &Signs<'_>,
    today: Date,
) -> Option<(Status, Why)> {
    off_track(item, progress, signs, today).map(|why| (Status::OffTrack, why)).or_else(|| {
        let why = at_risk(progress, signs)?;
        Some((Status::AtRisk, why))
    })
}

fn off_track(item: &Item, progress: &Progress, signs: &Signs<'_>, today: Date) -> Option<Why> {
    let (late, of, days) = (progress.delayed(), progress.unfinished(), progress.worst_days);
    let over = item.span.due.map_or(0, |due| due.days_until(today));
    // A strategy whose work is all done is done, whenever; so is what its measures say is reached.
    let worked = of == 0 && progress.done() > 0 && item.layer == Layer::Strategy;
    if over > 0 && !worked && signs.all_reached().is_none() {
        return Some(Why::DayPassed { days: over });
    }
    if let Some(title) = signs.own(Stand::OffTrack) {
        return Some(Why::MeasureOff { title });
    }
    if days > LONG_LATE_DAYS {
        return Some(Why::LongLate { days });
    }
    (late > 1 && late * MANY_LATE >= of).then_some(Why::ManyLate { late, of })
}

fn at_risk(progress: &Progress, signs: &Signs<'_>) -> Option<Why> {
    let (late, of) = (progress.delayed(), progress.unfinished());
    if let Some(title) = signs.own(Stand::AtRisk) {
        return Some(Why::MeasureBehind { title });
    }
    if late > 0 {
        return Some(Why::SomeLate { late, of });
    }
    if progress.broken > 0 && of == 0 {
        return Some(Why::Broken { count: progress.broken });
    }
    if let Some(reading) = signs.below.iter().find(|reading| reading.is_behind()) {
        return Some(Why::MeasureBelow { title: reading.title.clone() });
    }
    signs.worry.map(|worry| Why::Judged { title: worry.aim.title.clone() })
}

/// How it stands when nothing is wrong.
fn calm(item: &Item, progress: &Progress, signs: &Signs<'_>, today: Date) -> (Status, Why) {
    let (done, of) = (progress.done(), progress.total());
    let starts = item.span.starts.filter(|starts| *starts > today);
    match (starts, item.layer) {
        (Some(on), _) if done == 0 => return (Status::NotStarted, Why::StartsLater { on }),
        // An outcome is reached when what it is measured by is: the next number may say otherwise.
        (_, Layer::Goal | Layer::Objective) => {
            if let Some(count) = signs.all_reached() {
                return (Status::Done, Why::MeasuresReached { count });
            }
        }
        (_, Layer::Strategy | Layer::Milestone) => {}
    }
    let measured = signs.own(Stand::OnTrack).or_else(|| signs.own(Stand::Reached));
    match (starts, item.layer, measured) {
        (_, _, Some(title)) if done == 0 && progress.open == 0 => {
            (Status::OnTrack, Why::MeasureOnTrack { title })
        }
        _ if of == 0 => (Status::NotStarted, Why::NothingLinked),
        // Whether an outcome is reached is not for work to say: work done is not yet an outcome.
        (_, Layer::Strategy, _) if done == of => (Status::Done, Why::AllDone),
        (_, Layer::Goal | Layer::Objective, _) if done == of => (Status::OnTrack, Why::AllDone),
        (None, Layer::Goal | Layer::Objective, _) if done == 0 && progress.open == 0 => {
            (Status::NotStarted, Why::NothingDone)
        }
        _ => (Status::OnTrack, Why::NothingLate { done, of }),
    }
}

#[cfg(test)]
mod tests;
