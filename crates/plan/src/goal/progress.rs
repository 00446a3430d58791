//! How far an item of the plan is and how it stands: computed from milestones and commitments,
//! never typed. Pure: dates and states in, numbers and a reason out.

use base::{Date, Title};

use super::{Item, Judgement, Layer, Part, State, Status};
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
}

impl Progress {
    /// Counts milestones and commitments; the caller gives each once.
    pub fn of<'a>(
        milestones: impl IntoIterator<Item = &'a Item>,
        parts: impl IntoIterator<Item = &'a Part>,
        today: Date,
    ) -> Self {
        let mut sum = Self::default();
        for milestone in milestones {
            sum.add_milestone(milestone, today);
        }
        for part in parts {
            sum.add_part(part, today);
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

    fn add_part(&mut self, part: &Part, today: Date) {
        match part.state {
            StateName::Kept => self.kept += 1,
            StateName::Broken => self.broken += 1,
            StateName::Proposed => self.proposed += 1,
            StateName::Declined | StateName::Withdrawn => {}
            StateName::Open | StateName::Claimed => {
                self.open += 1;
                if let Timing::Late { days } = part.timing(today) {
                    self.late += 1;
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

/// How an item stands. `worry` is something that serves it and of which a person says that it is
/// at risk or off track.
#[must_use]
pub fn standing(item: &Item, progress: Progress, worry: Option<&Item>, today: Date) -> Standing {
    let (computed, why) = match item.state {
        State::Reached => (Status::Done, Why::Reached { on: item.closed_on }),
        State::Dropped => (Status::Done, Why::Dropped { on: item.closed_on }),
        State::Open => {
            trouble(item, &progress, worry, today).unwrap_or_else(|| calm(item, &progress, today))
        }
    };
    Standing { computed, why, judged: item.judged.clone(), progress }
}

/// What is wrong, the worst first.
fn trouble(
    item: &Item,
    progress: &Progress,
    worry: Option<&Item>,
    today: Date,
) -> Option<(Status, Why)> {
    let (late, of, days) = (progress.delayed(), progress.unfinished(), progress.worst_days);
    let over = item.span.due.map_or(0, |due| due.days_until(today));
    // A strategy whose work is all done is done, whenever.
    let finished = of == 0 && progress.done() > 0 && item.layer == Layer::Strategy;
    if over > 0 && !finished {
        return Some((Status::OffTrack, Why::DayPassed { days: over }));
    }
    if days > LONG_LATE_DAYS {
        return Some((Status::OffTrack, Why::LongLate { days }));
    }
    if late > 1 && late * MANY_LATE >= of {
        return Some((Status::OffTrack, Why::ManyLate { late, of }));
    }
    if late > 0 {
        return Some((Status::AtRisk, Why::SomeLate { late, of }));
    }
    if progress.broken > 0 && of == 0 {
        return Some((Status::AtRisk, Why::Broken { count: progress.broken }));
    }
    worry.map(|worry| (Status::AtRisk, Why::Judged { title: worry.aim.title.clone() }))
}

/// How it stands when nothing is wrong.
fn calm(item: &Item, progress: &Progress, today: Date) -> (Status, Why) {
    let (done, of) = (progress.done(), progress.total());
    let starts = item.span.starts.filter(|starts| *starts > today);
    match (starts, item.layer) {
        (Some(on), _) if done == 0 => (Status::NotStarted, Why::StartsLater { on }),
        _ if of == 0 => (Status::NotStarted, Why::NothingLinked),
        // Whether an outcome is reached is for people to say: work done is not yet an outcome.
        (_, Layer::Strategy) if done == of => (Status::Done, Why::AllDone),
        (_, Layer::Goal | Layer::Objective) if done == of => (Status::OnTrack, Why::AllDone),
        (None, Layer::Goal | Layer::Objective) if done == 0 && progress.open == 0 => {
            (Status::NotStarted, Why::NothingDone)
        }
        _ => (Status::OnTrack, Why::NothingLate { done, of }),
    }
}

#[cfg(test)]
mod tests;
