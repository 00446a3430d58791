//! What the record says of bodies and seats.

use base::{OrganizationId, PersonId};
use serde::Serialize;
use store::{Event, Subject};

use crate::{BodyId, BodyKind, Charge, Seat, SeatId};

macro_rules! body_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            pub body: BodyId,
            pub name: String,
            pub kind: BodyKind,
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("body", self.body)
            }
        }
    )+};
}

body_events! {
    /// A body was formed.
    BodyFormed = "body.formed";
    /// A body's name, kind or purpose changed.
    BodyChanged = "body.changed";
    /// A body ended, and its seats with it.
    BodyEnded = "body.ended";
}

macro_rules! seat_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal { $($field:ident),* };)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            pub seat: SeatId,
            pub body: BodyId,
            pub title: String,
            pub organization: OrganizationId,
            $(pub $field: PersonId,)*
        }

        impl $name {
            pub(crate) fn of(seat: &Seat, $($field: PersonId),*) -> Self {
                Self {
                    seat: seat.id,
                    body: seat.body,
                    title: seat.title.to_string(),
                    organization: seat.organization,
                    $($field,)*
                }
            }
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("body", self.body)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.organization]
            }
        }
    )+};
}

/// The holder of a seat is something else to the body than before.
#[derive(Debug, Serialize)]
pub(crate) struct SeatEntrusted {
    pub seat: SeatId,
    pub body: BodyId,
    pub title: String,
    pub organization: OrganizationId,
    pub charge: Charge,
    pub before: Charge,
}

impl Event for SeatEntrusted {
    const KIND: &'static str = "seat.entrusted";

    fn subject(&self) -> Subject {
        Subject::new("body", self.body)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.organization]
    }
}

seat_events! {
    /// A body has a new seat.
    SeatOpened = "seat.opened" {};
    /// Somebody was asked to take a seat.
    SeatOffered = "seat.offered" { to };
    /// The question was taken back.
    SeatWithdrawn = "seat.withdrawn" { to };
    /// The one who was asked refused.
    SeatDeclined = "seat.declined" { to };
    /// Somebody took an empty seat.
    SeatTaken = "seat.taken" { to };
    /// A successor took over. Open promises, decisions and threads of `from` in this seat go
    /// to `to`.
    SeatHandedOver = "seat.handed_over" { from, to };
    /// A holder left a seat without a successor.
    SeatVacated = "seat.vacated" { from };
    /// A seat was closed.
    SeatClosed = "seat.closed" {};
}
