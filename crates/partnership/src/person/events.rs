//! What the record says of people.

use base::PersonId;
use serde::Serialize;
use store::{Event, Subject};

/// A person changed what colleagues read about them.
#[derive(Debug, Serialize)]
pub(crate) struct ProfileDescribed {
    pub person: PersonId,
}

impl Event for ProfileDescribed {
    const KIND: &'static str = "profile.described";

    fn subject(&self) -> Subject {
        Subject::new("person", self.person)
    }
}

/// A person who took an invited role is on the roster.
#[derive(Debug, Serialize)]
pub(crate) struct PersonJoined {
    pub person: PersonId,
}

impl Event for PersonJoined {
    const KIND: &'static str = "person.joined";

    fn subject(&self) -> Subject {
        Subject::new("person", self.person)
    }
}
