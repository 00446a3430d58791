//! What the record says of decisions. That a position was given is sealed: the event names nobody
//! and nothing of it, and the activity does not tell it.

use base::{Date, OrganizationId};
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{ActName, Decision, DecisionId, ResultName, Step, count::Method};
use crate::Error;

/// What every event of a decision says, but those of positions.
#[derive(Debug, Clone, Serialize)]
struct Body {
    decision: DecisionId,
    title: String,
    method: Method,
    owner: OrganizationId,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<ResultName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supersedes: Option<DecisionId>,
}

/// A position was given, changed or taken back.
#[derive(Debug, Clone, Serialize)]
struct Sealed {
    decision: DecisionId,
}

impl Event for Sealed {
    const KIND: &'static str = "position.sealed";

    fn subject(&self) -> Subject {
        Subject::new("decision", self.decision)
    }
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
                Subject::new("decision", self.0.decision)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.0.owner]
            }
        })+
    };
}

events! {
    /// It was written down.
    Proposed = "decision.proposed";
    /// It was changed before it was put.
    Revised = "decision.revised";
    /// It was put to those who may answer.
    Put = "decision.put";
    /// The proposal was changed, and a new round began.
    Amended = "decision.amended";
    /// It was closed.
    Closed = "decision.closed";
    /// It was taken back.
    Withdrawn = "decision.withdrawn";
    /// A new question reopens it.
    Reopened = "decision.reopened";
    /// A later decision took its place.
    Replaced = "decision.replaced";
}

/// The event of a step of a decision.
pub(super) fn of(decision: &Decision, step: &Step) -> Result<Written, Error> {
    let body = body(decision, step.voice.organization);
    Ok(match step.act.name() {
        ActName::Proposed => Written::new(&Proposed(body))?,
        ActName::Revised => Written::new(&Revised(body))?,
        ActName::Put => Written::new(&Put(body))?,
        ActName::Given | ActName::TakenBack => Written::new(&Sealed { decision: decision.id })?,
        ActName::Amended => Written::new(&Amended(body))?,
        ActName::Closed => Written::new(&Closed(body))?,
        ActName::Withdrawn => Written::new(&Withdrawn(body))?,
    })
}

/// A closed decision is reopened by a new question.
pub(super) fn reopened(old: &Decision, organization: OrganizationId) -> Result<Written, Error> {
    Ok(Written::new(&Reopened(body(old, organization)))?)
}

/// A closed decision gave its place to a later one.
pub(super) fn replaced(old: &Decision, organization: OrganizationId) -> Result<Written, Error> {
    Ok(Written::new(&Replaced(body(old, organization)))?)
}

fn body(decision: &Decision, organization: OrganizationId) -> Body {
    let question = decision.question();
    Body {
        decision: decision.id,
        title: question.title.to_string(),
        method: question.way.method(),
        owner: question.owner,
        organization,
        due: decision.round().map(|round| round.due),
        outcome: decision.closing().map(|closing| ResultName::of(&closing.outcome)),
        supersedes: decision.supersedes,
    }
}
