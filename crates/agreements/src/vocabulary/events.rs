//! What the record will say of names and parties.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject};

use super::commands::Ground;

/// Names, parties or people who work with data were laid down.
#[derive(Debug, Serialize)]
pub(crate) struct GroundLaid {
    names: Vec<String>,
    organizations: Vec<OrganizationId>,
    users: usize,
}

impl GroundLaid {
    pub(crate) fn of(ground: &Ground) -> Self {
        let parties = ground.parties.iter().map(|party| party.organization);
        let holders = ground.holdings.iter().map(|holding| holding.holder);
        let mut organizations: Vec<OrganizationId> = parties.chain(holders).collect();
        organizations.sort_unstable();
        organizations.dedup();
        Self {
            names: ground.names.iter().map(|named| named.name.to_string()).collect(),
            organizations,
            users: ground.users.len(),
        }
    }
}

impl Event for GroundLaid {
    const KIND: &'static str = "agreements.ground_laid";

    fn subject(&self) -> Subject {
        Subject::new("data_names", "all")
    }

    fn parties(&self) -> Vec<OrganizationId> {
        self.organizations.clone()
    }
}

/// A person was entered as one who works with data, or changed, or taken off the list.
#[derive(Debug, Serialize)]
pub(crate) struct UserEntered {
    pub(crate) person: base::PersonId,
    pub(crate) organization: OrganizationId,
    pub(crate) works: bool,
}

impl Event for UserEntered {
    const KIND: &'static str = "agreements.user_entered";

    fn subject(&self) -> Subject {
        Subject::new("person", self.person)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.organization]
    }
}
