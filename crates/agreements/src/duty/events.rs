//! What the record will say of tasks: that they were done, or that they are late; never about whom.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject};

use super::{Duty, DutyId, DutyKind};
use crate::receipt::ReceiptId;

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub(crate) struct $name {
            duty: DutyId,
            task: DutyKind,
            organization: OrganizationId,
            receipt: ReceiptId,
        }

        impl $name {
            pub(crate) const fn of(duty: &Duty) -> Self {
                Self {
                    duty: duty.id,
                    task: duty.kind,
                    organization: duty.organization,
                    receipt: duty.receipt,
                }
            }
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("receipt", self.receipt)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.organization]
            }
        })+
    };
}

events! {
    /// It was done.
    Fulfilled = "duty.fulfilled";
    /// It is late, and those above were told.
    Late = "duty.late";
}
