//! What the record will say of consents: never whose they are.

use base::OrganizationId;
use policy::{ConsentId, Form};
use serde::Serialize;
use store::{Event, Subject};

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal of $subject:literal
        { $($field:ident: $type:ty),+ };)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub(crate) struct $name { $(pub(crate) $field: $type),+ }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("consents", $subject)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.holder]
            }
        })+
    };
}

events! {
    /// A holder has one more client.
    ClientEntered = "consent.client_entered" of "clients" { holder: OrganizationId };
    /// What a decision asks of a client was changed.
    ClientChanged = "consent.client_changed" of "clients" { holder: OrganizationId };
    /// A client allowed something.
    ConsentKept = "consent.kept" of "consents" {
        consent: ConsentId, holder: OrganizationId, form: Form
    };
    /// A client took it back.
    ConsentRevoked = "consent.revoked" of "consents" { consent: ConsentId, holder: OrganizationId };
    /// Those who got something under it were told that it was taken back.
    RecipientsTold = "consent.recipients_told" of "consents" {
        holder: OrganizationId, recipients: usize
    };
    /// The event happened with which it ends.
    ConsentEnded = "consent.ended" of "consents" { consent: ConsentId, holder: OrganizationId };
}
