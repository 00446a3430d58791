//! Where a commitment stands, and how that looks on a given day.

use base::{Date, PersonId, Reason};

use super::{Note, Party, Side};

base::words! {
    /// The name of a [`State`], without what it carries.
    pub enum StateName {
        /// Terms lie on the table.
        Proposed = "proposed",
        /// The other side said no.
        Declined = "declined",
        /// Taken back before an answer.
        Withdrawn = "withdrawn",
        /// It binds.
        Open = "open",
        /// Its maker says that it is done.
        Claimed = "claimed",
        /// The one who waits said that it was kept.
        Kept = "kept",
        /// It will not come.
        Broken = "broken",
    }
}

/// Where a commitment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// One side has put terms on the table; the other answers.
    Proposed {
        /// Which side put them there.
        by: Party,
        /// Who put them there: another person answers.
        person: PersonId,
        /// Since when the other can answer.
        since: Date,
    },
    /// The other side said no.
    Declined {
        /// Who said it.
        by: Party,
        /// Why.
        why: Reason,
        /// When.
        on: Date,
    },
    /// The side that proposed it took it back before an answer.
    Withdrawn {
        /// Why, if they said so.
        why: Option<Reason>,
        /// When.
        on: Date,
    },
    /// It binds.
    Open,
    /// Its maker says that it is done; the one who waits has not spoken.
    Claimed {
        /// Who said it.
        by: PersonId,
        /// When: this is the day that counts, not the day of the answer.
        on: Date,
        /// What they said.
        note: Option<Note>,
    },
    /// The one who waits said that it was kept.
    Kept {
        /// When it was done.
        on: Date,
        /// When that was confirmed.
        confirmed_on: Date,
    },
    /// It will not come.
    Broken {
        /// Who said it.
        by: Side,
        /// Why.
        why: Reason,
        /// When.
        on: Date,
    },
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Proposed { .. } => StateName::Proposed,
            Self::Declined { .. } => StateName::Declined,
            Self::Withdrawn { .. } => StateName::Withdrawn,
            Self::Open => StateName::Open,
            Self::Claimed { .. } => StateName::Claimed,
            Self::Kept { .. } => StateName::Kept,
            Self::Broken { .. } => StateName::Broken,
        }
    }
}

/// How a commitment looks on a given day; derived, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Nothing binds yet: an answer is waited for.
    Unanswered,
    /// It binds and has this many days left.
    Ahead {
        /// Days to go; 0 on the day itself.
        days: i64,
    },
    /// It binds and its day has passed.
    Late {
        /// Days since the promised day.
        days: i64,
    },
    /// Done, says its maker.
    Claimed {
        /// Days after the promised day; 0 when in time.
        late_days: i64,
    },
    /// Kept.
    Kept {
        /// Days after the promised day; 0 when in time.
        late_days: i64,
    },
    /// It will not come.
    Broken,
    /// It never came to bind.
    Dropped,
}

impl Timing {
    /// How a commitment in this state looks today.
    #[must_use]
    pub fn of(state: StateName, deadline: Date, done_on: Option<Date>, today: Date) -> Self {
        let late_days = deadline.days_until(done_on.unwrap_or(today)).max(0);
        match state {
            StateName::Proposed => Self::Unanswered,
            StateName::Open if today > deadline => Self::Late { days: late_days },
            StateName::Open => Self::Ahead { days: today.days_until(deadline) },
            StateName::Claimed => Self::Claimed { late_days },
            StateName::Kept => Self::Kept { late_days },
            StateName::Broken => Self::Broken,
            StateName::Declined | StateName::Withdrawn => Self::Dropped,
        }
    }

    /// Days after the promised day: of what is open today, or when it was done.
    #[must_use]
    pub const fn days_late(self) -> i64 {
        match self {
            Self::Late { days } => days,
            Self::Claimed { late_days } | Self::Kept { late_days } => late_days,
            Self::Unanswered | Self::Ahead { .. } | Self::Broken | Self::Dropped => 0,
        }
    }
}

/// One move of the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The date that had been promised.
    pub from: Date,
    /// The date that is promised instead.
    pub to: Date,
    /// Why, in the words of the one who moved it.
    pub why: Reason,
    /// The day of the move: after `from`, the promise was late already and stays so.
    pub on: Date,
}

impl Move {
    /// Whether it was moved in time, which makes it neither late nor broken.
    #[must_use]
    pub fn in_time(&self) -> bool {
        self.on <= self.from
    }
}
