//! What the record says of roles.

use base::{OrganizationId, PersonId, Role};
use serde::Serialize;
use store::{Event, Subject};

macro_rules! role_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            pub person: PersonId,
            pub organization: OrganizationId,
            pub role: Role,
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("person", self.person)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.organization]
            }
        }
    )+};
}

role_events! {
    /// A person was asked to take a role.
    RoleOffered = "role.offered";
    /// The person took it.
    RoleAccepted = "role.accepted";
    /// The person refused.
    RoleDeclined = "role.declined";
    /// The offer was taken back.
    RoleWithdrawn = "role.withdrawn";
    /// A person gave a role up.
    RoleLeft = "role.left";
    /// A role was taken from a person.
    RoleRemoved = "role.removed";
}
