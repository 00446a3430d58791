//! What the record says of events. Who registered is not told: the host has the list.

use base::{Date, OrganizationId};
use serde::Serialize;
use store::{Event, Subject};

use super::{Gathering, GatheringId};

/// What every one of them says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct About {
    gathering: GatheringId,
    title: String,
    on: Date,
    /// The host.
    organization: OrganizationId,
}

impl About {
    pub(crate) fn of(gathering: &Gathering) -> Self {
        Self {
            gathering: gathering.id,
            title: gathering.plan.when.title.to_string(),
            on: gathering.plan.when.on,
            organization: gathering.plan.host,
        }
    }
}

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(crate) About);

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("gathering", self.0.gathering)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.0.organization]
            }
        })+
    };
}

events! {
    /// It was planned.
    Planned = "gathering.planned";
    /// Its time, place or purpose was changed.
    Changed = "gathering.changed";
    /// It was called off.
    Cancelled = "gathering.cancelled";
    /// It will be after all.
    Restored = "gathering.restored";
}

/// Somebody registered, gave a place back or was checked in.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GuestList {
    pub(crate) gathering: GatheringId,
}

impl Event for GuestList {
    const KIND: &'static str = "guests.sealed";

    fn subject(&self) -> Subject {
        Subject::new("gathering", self.gathering)
    }
}
