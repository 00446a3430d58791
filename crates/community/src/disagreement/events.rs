//! What the record says of disagreements.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{Act, Disagreement, DisagreementId, Step, Way};
use crate::Error;

/// What every event of a disagreement says.
#[derive(Debug, Clone, Serialize)]
struct Body {
    disagreement: DisagreementId,
    question: String,
    about_kind: String,
    about: String,
    about_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<Way>,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    #[serde(skip)]
    parties: Vec<OrganizationId>,
}

macro_rules! events {
    ($($name:ident = $kind:literal;)+) => {
        $(#[derive(Debug, Clone, Serialize)]
        #[serde(transparent)]
        struct $name(Body);

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("disagreement", self.0.disagreement)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                self.0.parties.clone()
            }
        })+

        fn written(act: Act, body: Body) -> Result<Written, Error> {
            Ok(match act {
                $(Act::$name => Written::new(&$name(body))?,)+
            })
        }
    };
}

events! {
    Opened = "disagreement.opened";
    Viewed = "disagreement.viewed";
    Settled = "disagreement.settled";
    Reopened = "disagreement.reopened";
    Withdrawn = "disagreement.withdrawn";
}

/// The event of a step.
pub(crate) fn of(one: &Disagreement, step: &Step) -> Result<Written, Error> {
    written(
        step.act,
        Body {
            disagreement: one.id,
            question: one.question.to_string(),
            about_kind: one.about.kind().to_owned(),
            about: one.about.id().to_owned(),
            about_name: one.about.name().to_owned(),
            way: step.way,
            organization: step.by.organization,
            parties: one.organizations().collect(),
        },
    )
}
