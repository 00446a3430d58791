//! What the record says about stories.

use ::store::{Event, Subject};
use base::OrganizationId;
use serde::Serialize;

use super::Story;
use crate::Measure;

/// What is behind a trend was told, or told anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct StoryTold {
    /// The measure.
    pub measure: String,
    /// What people call it.
    pub title: String,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<OrganizationId>,
    /// How often it was told.
    pub revision: i64,
}

impl StoryTold {
    /// The event about a story.
    #[must_use]
    pub(crate) fn of(measure: &Measure, story: &Story) -> Self {
        Self {
            measure: measure.id.to_string(),
            title: measure.definition.title.to_string(),
            organization: measure.definition.organization,
            revision: story.revision.0,
        }
    }
}

impl Event for StoryTold {
    const KIND: &'static str = "measure.story_told";

    fn subject(&self) -> Subject {
        Subject::new("measure", &self.measure)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        self.organization.into_iter().collect()
    }
}
