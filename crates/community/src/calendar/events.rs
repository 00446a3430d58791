//! What the record says of calendar addresses: that one was made or taken back, never which.

use base::PersonId;
use serde::Serialize;
use store::{Event, Subject};

use super::{FeedId, FeedKind};

/// A person made an address.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Made {
    pub(super) feed: FeedId,
    pub(super) person: PersonId,
    pub(super) shows: FeedKind,
}

/// A person took one back.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TakenBack {
    pub(super) feed: FeedId,
    pub(super) person: PersonId,
}

impl Event for Made {
    const KIND: &'static str = "calendar.made";

    fn subject(&self) -> Subject {
        Subject::new("calendar", self.feed)
    }
}

impl Event for TakenBack {
    const KIND: &'static str = "calendar.taken_back";

    fn subject(&self) -> Subject {
        Subject::new("calendar", self.feed)
    }
}
