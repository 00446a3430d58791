//! What the record will say of agreements.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{ActName, Agreement, Kind, Step};
use crate::{AgreementId, Error, Terms};

/// What every event of an agreement says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    agreement: AgreementId,
    kind: Kind,
    title: String,
    parties: Vec<OrganizationId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    /// The SHA-256 of the exact text, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    /// For whom the one who did it spoke.
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<OrganizationId>,
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
                Subject::new("agreement", self.0.agreement)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                self.0.parties.clone()
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
    /// The first version was begun.
    Drafted = "agreement.drafted";
    /// What is being written was changed.
    Revised = "agreement.revised";
    /// The parties were asked to read it.
    Presented = "agreement.presented";
    /// It went out for signature.
    SentOut = "agreement.sent_out";
    /// It was taken back before all had signed.
    Recalled = "agreement.recalled";
    /// A party signed.
    Signed = "agreement.signed";
    /// All have signed.
    EnteredForce = "agreement.entered_force";
    /// It was signed on paper, and written down.
    Recorded = "agreement.recorded";
    /// The next version was begun.
    Amended = "agreement.amended";
    /// One of the four questions was answered.
    Answered = "agreement.answered";
    /// A party proposed a change.
    Proposed = "agreement.proposed";
    /// The change was accepted.
    Accepted = "agreement.accepted";
    /// The change was declined.
    Declined = "agreement.declined";
    /// The party took its proposal back.
    Withdrawn = "agreement.withdrawn";
    /// The parties looked at it again.
    Reviewed = "agreement.reviewed";
    /// It rests.
    Suspended = "agreement.suspended";
    /// It is in force again.
    Resumed = "agreement.resumed";
    /// It was ended.
    Terminated = "agreement.terminated";
}

/// The event of a step.
pub(crate) fn of(
    agreement: &Agreement,
    terms: &Terms,
    hash: Option<&str>,
    step: &Step,
) -> Result<Written, Error> {
    let body = Body {
        agreement: agreement.id,
        kind: agreement.kind,
        title: agreement.title.to_string(),
        parties: terms.parties.clone(),
        version: step.version,
        hash: hash.map(str::to_owned),
        organization: step.organization,
    };
    Ok(write(step.act, body)?)
}
