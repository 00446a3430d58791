//! What the record will say of the plan.

use base::{Date, OrganizationId};
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{ActName, Item, ItemId, Layer, Status, Step};
use crate::Error;

/// What every event of the plan says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    item: ItemId,
    layer: Layer,
    title: String,
    owner: OrganizationId,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<Status>,
}

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        #[serde(transparent)]
        struct $name(Body);

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("plan_item", self.0.item)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.0.owner]
            }
        })+

        fn write(act: ActName, body: Body) -> Result<Written, store::Error> {
            match act {
                $(ActName::$name => Written::new(&$name(body)),)+
            }
        }
    };
}

events! {
    /// It came into the plan.
    Added = "plan.added";
    /// It says something else of itself.
    Changed = "plan.changed";
    /// Its dates were moved.
    Moved = "plan.moved";
    /// Its dates were moved because those of another one were.
    Pushed = "plan.pushed";
    /// It was looked at, and is still right.
    Reviewed = "plan.reviewed";
    /// It was reached.
    Reached = "plan.reached";
    /// It was given up.
    Dropped = "plan.dropped";
    /// It is worked on again.
    Reopened = "plan.reopened";
    /// A person says how it stands.
    Judged = "plan.judged";
    /// What is computed holds again.
    Unjudged = "plan.unjudged";
    /// It serves another item.
    Linked = "plan.linked";
    /// It serves it no longer.
    Unlinked = "plan.unlinked";
    /// A commitment carries it.
    Attached = "plan.attached";
    /// A commitment carries it no longer.
    Detached = "plan.detached";
    /// A measure says how it stands.
    Measured = "plan.measured";
    /// That measure says it no longer.
    Unmeasured = "plan.unmeasured";
    /// It waits for another item.
    Waits = "plan.waits";
    /// It waits for it no longer.
    WaitsNot = "plan.waits_not";
}

/// It changed places with its neighbour; no step of its history.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
struct Ordered(Body);

impl Event for Ordered {
    const KIND: &'static str = "plan.ordered";

    fn subject(&self) -> Subject {
        Subject::new("plan_item", self.0.item)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.0.owner]
    }
}

/// The event of a step.
pub(crate) fn of(item: &Item, step: &Step) -> Result<Written, Error> {
    Ok(write(step.act, body(item, step.organization, step.about.clone()))?)
}

/// The event of a new place.
pub(crate) fn ordered(item: &Item, organization: OrganizationId) -> Result<Written, Error> {
    Ok(Written::new(&Ordered(body(item, organization, None)))?)
}

fn body(item: &Item, organization: OrganizationId, about: Option<String>) -> Body {
    Body {
        item: item.id,
        layer: item.layer,
        title: item.aim.title.to_string(),
        owner: item.aim.owner,
        organization,
        about,
        due: item.span.due,
        judged: item.judged.as_ref().map(|judged| judged.status),
    }
}
