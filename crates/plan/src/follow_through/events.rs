//! What the record says of follow-through.

use base::{Date, OrganizationId};
use serde::Serialize;
use store::{Event, Subject};

/// An organization replied to its follow-through.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FollowThroughReplied {
    pub(super) organization: OrganizationId,
    pub(super) on: Date,
}

impl Event for FollowThroughReplied {
    const KIND: &'static str = "follow_through.replied";

    fn subject(&self) -> Subject {
        Subject::new("follow_through", self.organization)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.organization]
    }
}
