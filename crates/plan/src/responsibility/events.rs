//! What the record says of responsibilities.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{ActName, Duty, Responsibility, ResponsibilityId, Step};
use crate::{
    Error,
    goal::{Item, ItemId},
};

/// What every event of a responsibility says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    responsibility: ResponsibilityId,
    item: ItemId,
    /// What the item is called.
    title: String,
    /// Who carries it.
    bearer: String,
    /// The organization behind it.
    carries: OrganizationId,
    /// Who answers for the item.
    owner: OrganizationId,
    duty: Duty,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
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
                Subject::new("responsibility", self.0.responsibility)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.0.carries, self.0.owner]
            }
        })+

        fn write(act: ActName, body: Body) -> Result<Written, ::store::Error> {
            match act {
                $(ActName::$name => Written::new(&$name(body)),)+
            }
        }
    };
}

events! {
    /// Those who keep an item named somebody for it.
    Proposed = "responsibility.proposed";
    /// Somebody named themselves.
    Offered = "responsibility.offered";
    /// Somebody who speaks for both sides settled it.
    Taken = "responsibility.taken";
    /// The other side agreed.
    Accepted = "responsibility.accepted";
    /// The other side said no.
    Declined = "responsibility.declined";
    /// The other side answered with another duty.
    Countered = "responsibility.countered";
    /// It was taken back before an answer.
    Withdrawn = "responsibility.withdrawn";
    /// It was laid down.
    Ended = "responsibility.ended";
}

/// The event of a step.
pub(super) fn of(role: &Responsibility, item: &Item, step: &Step) -> Result<Written, Error> {
    let body = Body {
        responsibility: role.id,
        item: item.id,
        title: item.aim.title.to_string(),
        bearer: role.bearer.to_string(),
        carries: role.organization,
        owner: item.aim.owner,
        duty: role.duty,
        organization: step.organization,
    };
    Ok(write(step.act, body)?)
}
