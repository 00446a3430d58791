//! Activity: the record of a partnership in words.

use std::collections::BTreeSet;

use base::{EventId, Instant, OrganizationId, PersonId};
use serde_json::Value;

use crate::{Directory, People};

pub(crate) mod api;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;
pub(crate) mod words;

/// One event as it was written down.
#[derive(Debug, Clone)]
pub(crate) struct Happening {
    pub seq: i64,
    pub id: EventId,
    pub at: Instant,
    pub actor: Doer,
    pub kind: String,
    pub subject_kind: String,
    pub subject: String,
    pub body: Value,
}

/// Who made an event happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doer {
    /// A person.
    Person(PersonId),
    /// A job or a command.
    System,
    /// Somebody without an account.
    Nobody,
}

/// Which events are asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// Only those about this kind of record.
    pub about: Option<String>,
    /// Only those that concern this organization.
    pub organization: Option<OrganizationId>,
    /// Only those that this person made happen.
    pub person: Option<PersonId>,
    /// Only those before this number.
    pub before: Option<i64>,
    /// Without who has read what: it is told to those who asked for it, and no news to others.
    pub news: bool,
    /// How many on a page.
    pub limit: i64,
}

/// Events with what is needed to tell of them.
#[derive(Debug)]
pub(crate) struct Told {
    pub page: ::store::Page<Happening>,
    pub directory: Directory,
    pub people: People,
}

impl Doer {
    pub(crate) fn read(actor: &str) -> Self {
        if actor.starts_with("system:") {
            return Self::System;
        }
        actor.parse().map_or(Self::Nobody, Self::Person)
    }

    pub(crate) const fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::System | Self::Nobody => None,
        }
    }
}

impl Happening {
    /// The organization that the event is mostly about, when its body names one.
    pub(crate) fn organization(&self) -> Option<OrganizationId> {
        self.body.get("organization").and_then(Value::as_str).and_then(|id| id.parse().ok())
    }

    /// Everybody whom the words may name.
    pub(crate) fn people(&self) -> BTreeSet<PersonId> {
        let members = self.body.as_object().into_iter().flat_map(|members| members.values());
        let named = members.filter_map(Value::as_str).filter_map(|text| text.parse().ok());
        named.chain(self.actor.person()).collect()
    }
}

#[cfg(test)]
mod tests {
    use base::Id;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_person_in_the_body_is_named() {
        let (one, two) = (PersonId::from_bits(1), PersonId::from_bits(2));
        let happening = Happening {
            seq: 1,
            id: EventId::from_bits(1),
            at: Instant::from_micros(0),
            actor: Doer::read(&one.to_string()),
            kind: "seat.taken".into(),
            subject_kind: "body".into(),
            subject: "bod".into(),
            body: json!({ "to": two, "title": "Chair", "n": 1, "list": [two] }),
        };
        assert_eq!(happening.people(), [one, two].into());
        assert_eq!(happening.organization(), None);
    }

    #[test]
    fn who_acts_is_a_person_the_system_or_nobody_known() {
        assert_eq!(Doer::read("system:remind"), Doer::System);
        assert_eq!(Doer::read("nobody"), Doer::Nobody);
        let person = PersonId::from_bits(7);
        assert_eq!(Doer::read(&person.to_string()), Doer::Person(person));
    }
}
