//! What the record says of invitations. It never holds an address.

use base::{OrganizationId, Role};
use identity::InvitationId;
use serde::Serialize;
use store::{Event, Subject};

macro_rules! invitation_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            pub invitation: InvitationId,
            pub organization: OrganizationId,
            pub role: Role,
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("invitation", self.invitation)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.organization]
            }
        }
    )+};
}

invitation_events! {
    /// Somebody was invited by mail to take a role.
    PersonInvited = "person.invited";
    /// The mail was sent again.
    InvitationResent = "invitation.resent";
    /// The invitation was taken back.
    InvitationRevoked = "invitation.revoked";
}
