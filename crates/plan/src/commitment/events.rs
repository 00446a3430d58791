//! What the record says of commitments.

use base::{Date, OrganizationId};
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{ActName, Commitment, CommitmentId, Step};
use crate::Error;

/// What every event of a commitment says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Body {
    commitment: CommitmentId,
    title: String,
    promiser: OrganizationId,
    #[serde(skip_serializing_if = "Option::is_none")]
    receiver: Option<OrganizationId>,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    due: Date,
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
                Subject::new("commitment", self.0.commitment)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                [Some(self.0.promiser), self.0.receiver].into_iter().flatten().collect()
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
    /// Its maker offered it.
    Offered = "commitment.offered";
    /// The one who would receive it asked for it.
    Asked = "commitment.asked";
    /// The terms were answered with others.
    Countered = "commitment.countered";
    /// The terms were agreed to.
    Accepted = "commitment.accepted";
    /// The terms were refused.
    Declined = "commitment.declined";
    /// The terms were taken back.
    Withdrawn = "commitment.withdrawn";
    /// Its maker said that it is done.
    ClaimedDone = "commitment.claimed_done";
    /// The one who waits said that it was kept.
    Confirmed = "commitment.kept";
    /// The one who waits said that something is missing.
    NotYet = "commitment.not_yet";
    /// Its maker moved the date.
    Moved = "commitment.moved";
    /// It was said that it will not come.
    Broken = "commitment.broken";
    /// Another person was put in charge.
    HandedOver = "commitment.handed_over";
    /// Its maker said what is in the way.
    Explained = "commitment.explained";
    /// A coordinator reminded those who act next.
    Reminded = "commitment.reminded";
    /// Evidence was added.
    EvidenceAdded = "commitment.evidence_added";
    /// Evidence was taken away.
    EvidenceRemoved = "commitment.evidence_removed";
    /// A step was taken back.
    Undone = "commitment.undone";
}

/// The event of a step of a commitment.
pub(crate) fn of(commitment: &Commitment, step: &Step) -> Result<Written, Error> {
    let body = Body {
        commitment: commitment.id,
        title: commitment.terms().title.to_string(),
        promiser: commitment.promiser,
        receiver: commitment.receiver.organization(),
        organization: step.voice.organization,
        due: commitment.terms().due,
    };
    Ok(write(step.act.name(), body)?)
}

/// The job told those who act next, or those who can unblock it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Nudged {
    pub(crate) commitment: CommitmentId,
    pub(crate) title: String,
    pub(crate) promiser: OrganizationId,
    pub(crate) nudge: crate::stalled::Nudge,
    pub(crate) on: Date,
}

impl Event for Nudged {
    const KIND: &'static str = "commitment.nudged";

    fn subject(&self) -> Subject {
        Subject::new("commitment", self.commitment)
    }

    fn parties(&self) -> Vec<OrganizationId> {
        vec![self.promiser]
    }
}
