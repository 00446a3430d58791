//! What the record says of risks and issues.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{ActName, Kind, Level, Risk, RiskId, Step};
use crate::Error;

/// What every event of a risk says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    risk: RiskId,
    kind: Kind,
    title: String,
    owner: OrganizationId,
    level: Level,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
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
                Subject::new("risk", self.0.risk)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.0.owner]
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
    Noted = "risk.noted";
    /// It says something else.
    Changed = "risk.changed";
    /// It was looked at.
    Reviewed = "risk.reviewed";
    /// It happened.
    Happened = "risk.happened";
    /// It is over.
    Closed = "risk.closed";
    /// It is watched again.
    Reopened = "risk.reopened";
    /// It threatens an item of the plan.
    Linked = "risk.linked";
    /// It threatens it no longer.
    Unlinked = "risk.unlinked";
}

/// The event of a step.
pub(super) fn of(risk: &Risk, step: &Step) -> Result<Written, Error> {
    let body = Body {
        risk: risk.id,
        kind: risk.kind,
        title: risk.account.title.to_string(),
        owner: risk.account.owner,
        level: risk.account.weight.level(),
        organization: step.organization,
        about: step.about.clone(),
    };
    Ok(write(step.act, body)?)
}
