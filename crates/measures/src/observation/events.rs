//! What the record says about numbers.

use ::store::{Event, Subject};
use base::OrganizationId;
use serde::Serialize;

use super::{Observation, Withdrawal};
use crate::Measure;

/// A number was entered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct NumberEntered {
    /// The measure.
    pub measure: String,
    /// What people call it.
    pub title: String,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationId>,
    /// The period.
    pub period: String,
    /// The number; nothing when it is too small to be shown.
    pub value: Option<f64>,
}

/// A number was corrected.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct NumberCorrected {
    /// The measure.
    pub measure: String,
    /// What people call it.
    pub title: String,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationId>,
    /// The period.
    pub period: String,
    /// The number before; nothing when it is too small to be shown.
    pub before: Option<f64>,
    /// The number now; nothing when it is too small to be shown.
    pub value: Option<f64>,
    /// Why.
    pub why: String,
}

/// A number was taken back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct NumberWithdrawn {
    /// The measure.
    pub measure: String,
    /// What people call it.
    pub title: String,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationId>,
    /// The period.
    pub period: String,
    /// The number that it was; nothing when it is too small to be shown.
    pub before: Option<f64>,
    /// Why.
    pub why: String,
}

/// A number that was taken back was entered again as it was.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct NumberReinstated {
    /// The measure.
    pub measure: String,
    /// What people call it.
    pub title: String,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationId>,
    /// The period.
    pub period: String,
    /// The number; nothing when it is too small to be shown.
    pub value: Option<f64>,
}

impl NumberWithdrawn {
    /// The event about a withdrawal.
    #[must_use]
    pub(crate) fn of(measure: &Measure, before: &Observation, withdrawal: &Withdrawal) -> Self {
        Self {
            measure: measure.id.to_string(),
            title: measure.definition.title.to_string(),
            organization: measure.definition.organization,
            period: withdrawal.period.to_string(),
            before: measure.definition.shown(before),
            why: withdrawal.why.to_string(),
        }
    }
}

impl NumberReinstated {
    /// The event about a number that came back.
    #[must_use]
    pub(crate) fn of(measure: &Measure, again: &Observation) -> Self {
        Self {
            measure: measure.id.to_string(),
            title: measure.definition.title.to_string(),
            organization: measure.definition.organization,
            period: again.period.to_string(),
            value: measure.definition.shown(again),
        }
    }
}

impl NumberEntered {
    /// The event about an entry.
    #[must_use]
    pub(crate) fn of(measure: &Measure, entered: &Observation) -> Self {
        Self {
            measure: measure.id.to_string(),
            title: measure.definition.title.to_string(),
            organization: measure.definition.organization,
            period: entered.period.to_string(),
            value: measure.definition.shown(entered),
        }
    }
}

impl NumberCorrected {
    /// The event about a correction.
    #[must_use]
    pub(crate) fn of(measure: &Measure, before: &Observation, now: &Observation) -> Self {
        Self {
            measure: measure.id.to_string(),
            title: measure.definition.title.to_string(),
            organization: measure.definition.organization,
            period: now.period.to_string(),
            before: measure.definition.shown(before),
            value: measure.definition.shown(now),
            why: now.why.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

macro_rules! about_measures {
    ($($name:ident = $kind:literal;)+) => {$(
        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("measure", &self.measure)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                self.organization.into_iter().collect()
            }
        }
    )+};
}

about_measures! {
    NumberEntered = "number.entered";
    NumberCorrected = "number.corrected";
    NumberWithdrawn = "number.withdrawn";
    NumberReinstated = "number.reinstated";
}
