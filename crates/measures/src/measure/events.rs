//! What the record says about measures.

use ::store::{Event, Subject};
use base::OrganizationId;
use serde::Serialize;

use super::Measure;

macro_rules! told {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        pub(crate) struct $name {
            /// The measure.
            pub(crate) measure: String,
            /// What people call it.
            pub(crate) title: String,
            /// Who answers for it.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(crate) organization: Option<OrganizationId>,
        }

        impl $name {
            /// The event about a measure.
            #[must_use]
            pub(crate) fn of(measure: &Measure) -> Self {
                Self {
                    measure: measure.id.to_string(),
                    title: measure.definition.title.to_string(),
                    organization: measure.definition.organization,
                }
            }
        }

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

told! {
    /// A measure was defined.
    MeasureDefined = "measure.defined";
    /// A measure's definition was changed.
    MeasureChanged = "measure.changed";
    /// A measure was taken out of use.
    MeasureRetired = "measure.retired";
    /// A measure was taken into use again.
    MeasureRestored = "measure.restored";
}
