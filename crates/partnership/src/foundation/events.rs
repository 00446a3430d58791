//! What the record says of the partnership itself.

use base::{OrganizationId, PartnershipId, PersonId};
use serde::Serialize;
use store::{Event, Subject};

/// The partnership was founded.
#[derive(Debug, Serialize)]
pub(crate) struct PartnershipFounded {
    pub partnership: PartnershipId,
    pub name: String,
    pub organization: OrganizationId,
    pub coordinator: PersonId,
}

impl Event for PartnershipFounded {
    const KIND: &'static str = "partnership.founded";

    fn subject(&self) -> Subject {
        Subject::new("partnership", self.partnership)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.organization]
    }
}

/// What the partnership says of itself changed.
#[derive(Debug, Serialize)]
pub(crate) struct PartnershipSettled {
    pub partnership: PartnershipId,
    pub name: String,
}

impl Event for PartnershipSettled {
    const KIND: &'static str = "partnership.settled";

    fn subject(&self) -> Subject {
        Subject::new("partnership", self.partnership)
    }
}

/// The operator gave a person a role.
#[derive(Debug, Serialize)]
pub(crate) struct RoleGiven {
    pub person: PersonId,
    pub organization: OrganizationId,
    pub role: base::Role,
}

impl Event for RoleGiven {
    const KIND: &'static str = "role.given";

    fn subject(&self) -> Subject {
        Subject::new("person", self.person)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.organization]
    }
}
