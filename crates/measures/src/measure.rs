//! What is measured: its definition, where it started and where it should go.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod parse;
pub(crate) mod queries;
pub(crate) mod store;
pub(crate) mod topic;
pub(crate) mod views;

use ::store::Standing;
use base::{Date, Instant, Line, OrganizationId, PersonId, Reason, Revision, Title};
use standards::{Direction, Frequency, Kind, Period, Unit};

use crate::{Error, Observation, Summary};

base::id! {
    /// A measure.
    pub MeasureId = "mea";
}

/// A measure's code: what imports know it by.
pub type Code = Line<100>;

/// The most targets that a measure has.
pub const MAX_TARGETS: usize = 4;

/// A measure and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Its identifier.
    pub id: MeasureId,
    /// Its short name in addresses.
    pub slug: String,
    /// What it measures.
    pub definition: Definition,
    /// Whether it is in use.
    pub state: State,
    /// Its numbers in short.
    pub summary: Summary,
    /// When it was defined.
    pub since: Instant,
    /// How often the definition changed.
    pub revision: Revision,
}

/// Whether a measure is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is.
    Active,
    /// It is not counted any more; its numbers stay.
    Retired {
        /// Why.
        why: Reason,
        /// Since when.
        at: Instant,
    },
}

/// What is measured, where, how and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// What people call it.
    pub title: Title,
    /// What imports know it by.
    pub code: Code,
    /// Where it is counted.
    pub place: Option<Place>,
    /// What it tells about.
    pub kind: Kind,
    /// What the numbers count.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// How often it is counted.
    pub frequency: Frequency,
    /// What exactly it counts, in plain words.
    pub about: Option<Reason>,
    /// What is counted.
    pub numerator: Option<Title>,
    /// Out of what.
    pub denominator: Option<Title>,
    /// Where the numbers come from.
    pub source: Option<Title>,
    /// What one should know before one trusts them.
    pub limits: Option<Reason>,
    /// Who answers for it.
    pub organization: Option<OrganizationId>,
    /// Who enters its numbers.
    pub keeper: Option<PersonId>,
    /// How many days after the end of a period its number is due; nothing when nobody waits for it.
    pub due_days: Option<u16>,
    /// Counts below this are not shown; 0 when there is no such rule.
    pub small_count: u32,
    /// Where it started, when that is not simply the first number.
    pub baseline: Option<Baseline>,
    /// Where it should be, by when; the earliest first.
    pub targets: Vec<Target>,
}

/// Where a measure is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The code, such as `MO-501`.
    pub code: Line<60>,
    /// The name.
    pub name: Option<Title>,
}

/// Where a measure started.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Baseline {
    /// When.
    pub period: Period,
    /// The number then.
    pub value: f64,
}

/// Where a measure should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// By when.
    pub by: Date,
    /// The number.
    pub value: f64,
}

impl Definition {
    /// Checks what no single field can tell, and puts the targets into their order.
    ///
    /// # Errors
    /// When the targets or the baseline do not fit together.
    pub fn checked(mut self) -> Result<Self, Error> {
        self.targets.sort_by_key(|target| target.by);
        let mut before: Option<Target> = None;
        for target in &self.targets {
            if before.is_some_and(|before| before.by == target.by) {
                return Err(Error::TargetTwice { by: target.by });
            }
            before = Some(*target);
        }
        if self.targets.len() > MAX_TARGETS {
            return Err(Error::TooManyTargets { most: MAX_TARGETS });
        }
        if let Some(baseline) = self.baseline {
            if baseline.period.frequency() != self.frequency {
                return Err(Error::PeriodOfOtherLength {
                    period: baseline.period,
                    frequency: self.frequency,
                });
            }
            if let Some(target) = self.targets.first().filter(|t| t.by <= baseline.period.end()) {
                return Err(Error::TargetBeforeBaseline { by: target.by, period: baseline.period });
            }
        }
        Ok(self)
    }

    /// Whether a number is small enough to point at people, and is therefore not shown.
    #[must_use]
    pub fn hides(&self, observation: &Observation) -> bool {
        let small = |count: f64| count > 0.0 && count < f64::from(self.small_count);
        let counts_people = match self.unit {
            Unit::People | Unit::Households => true,
            Unit::Number
            | Unit::Beds
            | Unit::Hours
            | Unit::Days
            | Unit::Percent
            | Unit::PerThousand
            | Unit::PerHundredThousand
            | Unit::Dollars
            | Unit::Points => false,
        };
        (counts_people && small(observation.value))
            || [observation.numerator, observation.denominator].into_iter().flatten().any(small)
    }

    /// The number as it may be shown.
    #[must_use]
    pub fn shown(&self, observation: &Observation) -> Option<f64> {
        if self.hides(observation) { None } else { Some(observation.value) }
    }

    /// The day on which the number of a period is due.
    #[must_use]
    pub fn due(&self, period: Period) -> Option<Date> {
        self.due_days.map(|days| period.end().plus_days(i64::from(days)))
    }
}

impl Measure {
    /// Whether a person may change it and its numbers: coordinators, and those who act for the
    /// organization that answers for it.
    #[must_use]
    pub fn may_be_changed_by(&self, standing: &Standing) -> bool {
        may_keep(standing, self.definition.organization)
    }

    /// Takes it out of use.
    ///
    /// # Errors
    /// When it is out of use already.
    pub fn retire(&mut self, why: Reason, at: Instant) -> Result<(), Error> {
        match self.state {
            State::Active => {
                self.state = State::Retired { why, at };
                Ok(())
            }
            State::Retired { .. } => Err(Error::RetiredAlready { slug: self.slug.clone() }),
        }
    }

    /// Takes it into use again.
    ///
    /// # Errors
    /// When it is in use.
    pub fn restore(&mut self) -> Result<(), Error> {
        match self.state {
            State::Active => Err(Error::NotRetired { slug: self.slug.clone() }),
            State::Retired { .. } => {
                self.state = State::Active;
                Ok(())
            }
        }
    }
}

/// Whether a person may define or change measures that an organization answers for.
#[must_use]
pub fn may_keep(standing: &Standing, organization: Option<OrganizationId>) -> bool {
    standing.has(base::Role::Coordinator)
        || organization.is_some_and(|organization| standing.speaks_for(organization))
}

#[cfg(test)]
pub(crate) mod tests;
