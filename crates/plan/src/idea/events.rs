//! What the record says of ideas and recommendations.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{ActName, Idea, IdeaId, Kind, Step};
use crate::Error;

/// What every event of an idea says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    idea: IdeaId,
    kind: Kind,
    title: String,
    owner: OrganizationId,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    /// Who carries the pilot.
    #[serde(skip_serializing_if = "Option::is_none")]
    carrier: Option<OrganizationId>,
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
                Subject::new("idea", self.0.idea)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                [Some(self.0.owner), self.0.carrier].into_iter().flatten().collect()
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
    /// It was written down.
    Proposed = "idea.proposed";
    /// It says something else.
    Changed = "idea.changed";
    /// A pilot began.
    Begun = "idea.begun";
    /// It stays.
    Kept = "idea.kept";
    /// It does not.
    Dropped = "idea.dropped";
    /// It is open again.
    Reopened = "idea.reopened";
}

/// The event of a step.
pub(super) fn of(idea: &Idea, step: &Step) -> Result<Written, Error> {
    let body = Body {
        idea: idea.id,
        kind: idea.kind,
        title: idea.account.title.to_string(),
        owner: idea.account.owner,
        organization: step.organization,
        carrier: idea.pilot.as_ref().map(|pilot| pilot.carrier),
    };
    Ok(write(step.act, body)?)
}
