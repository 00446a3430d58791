//! What the record will say of clients' records: never whose they are, nor what they say.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject};

use super::RecordId;
use crate::receipt::ReceiptId;

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal { $($field:ident: $type:ty),+ };)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub(crate) struct $name { $(pub(crate) $field: $type),+ }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("client_records", self.organization)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.organization]
            }
        })+
    };
}

events! {
    /// A holder wrote something down about a client.
    RecordKept = "record.kept" { organization: OrganizationId, record: RecordId };
    /// A holder wrote something else there.
    RecordCorrected = "record.corrected" { organization: OrganizationId, record: RecordId };
    /// Records came from a file.
    RecordsImported = "record.imported" {
        organization: OrganizationId, added: usize, revised: usize
    };
    /// Somebody certified that a copy was destroyed.
    RecordDestroyed = "record.destroyed" {
        organization: OrganizationId, record: RecordId, receipt: Option<ReceiptId>
    };
    /// Copies whose time was over were taken away.
    AccessEnded = "record.access_ended" { organization: OrganizationId, count: usize };
}
