//! What the record says of organizations and memberships.

use base::{Date, OrganizationId};
use serde::Serialize;
use store::{Event, Subject};

use crate::Part;

macro_rules! about_organization {
    ($name:ident, $kind:literal) => {
        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("organization", self.organization)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.organization]
            }
        }
    };
}

/// An organization was entered into the register.
#[derive(Debug, Serialize)]
pub(crate) struct OrganizationRegistered {
    pub organization: OrganizationId,
    pub name: String,
}
about_organization!(OrganizationRegistered, "organization.registered");

/// An organization joined the partnership, or came back.
#[derive(Debug, Serialize)]
pub(crate) struct OrganizationJoined {
    pub organization: OrganizationId,
    pub part: Part,
    pub since: Date,
}
about_organization!(OrganizationJoined, "organization.joined");

/// An organization's entry changed.
#[derive(Debug, Serialize)]
pub(crate) struct OrganizationDescribed {
    pub organization: OrganizationId,
}
about_organization!(OrganizationDescribed, "organization.described");

/// An organization takes another part, or its first day was mended.
#[derive(Debug, Serialize)]
pub(crate) struct MembershipChanged {
    pub organization: OrganizationId,
    pub part: Part,
    pub since: Date,
}
about_organization!(MembershipChanged, "membership.changed");

/// An organization left the partnership.
#[derive(Debug, Serialize)]
pub(crate) struct MembershipEnded {
    pub organization: OrganizationId,
    pub until: Date,
}
about_organization!(MembershipEnded, "membership.ended");
