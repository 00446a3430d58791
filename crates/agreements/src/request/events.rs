//! What the record will say of requests: never about whom. What was answered is said by its receipt.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject};

use super::{DataRequest, RequestId};

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        pub(crate) struct $name {
            request: RequestId,
            from: OrganizationId,
            to: OrganizationId,
        }

        impl $name {
            pub(crate) const fn of(request: &DataRequest) -> Self {
                Self { request: request.id, from: request.holder, to: request.organization }
            }
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("data_request", self.request)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.from, self.to]
            }
        })+
    };
}

events! {
    /// Whoever asked took it back.
    Withdrawn = "request.withdrawn";
    /// It waited too long, and those above were told.
    Escalated = "request.escalated";
}
