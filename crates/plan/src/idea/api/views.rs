//! What programs send and get.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::idea::{Idea, Pilot, Step, queries::Record};

/// An idea or a recommendation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdeaBody {
    /// `idea` or `recommendation`.
    kind: String,
    title: String,
    details: Option<String>,
    owner: String,
    /// Who recommends it, and in what; of a recommendation.
    source: Option<String>,
    /// Where that can be read.
    link: Option<String>,
}

/// What it says of itself.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdeaAccountBody {
    title: String,
    details: Option<String>,
    owner: String,
    source: Option<String>,
    link: Option<String>,
}

/// A try.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PilotBody {
    /// What it is to show.
    question: String,
    /// What tells whether it works.
    yardstick: String,
    starts: String,
    due: String,
    /// The organization that carries it.
    carrier: String,
}

/// What came of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdeaResultBody {
    /// `keep` or `drop`.
    verdict: String,
    learned: String,
}

/// Why it is open again.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdeaWhyBody {
    why: String,
}

/// An idea or a recommendation in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct IdeaLine {
    id: String,
    /// `idea` or `recommendation`.
    kind: String,
    title: String,
    owner: String,
    /// `open`, `pilot`, `kept` or `dropped`.
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pilot: Option<PilotView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    learned: Option<String>,
    since: String,
    revision: i64,
}

/// A try.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PilotView {
    question: String,
    yardstick: String,
    starts: String,
    due: String,
    carrier: String,
}

/// An idea or a recommendation with its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct IdeaView {
    #[serde(flatten)]
    line: IdeaLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<String>,
    /// What was promised to carry it out.
    commitments: Vec<String>,
    /// What was done with it, the latest first.
    history: Vec<IdeaStepView>,
}

/// One step of its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct IdeaStepView {
    act: String,
    at: String,
    on: String,
    person: String,
    organization: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

impl IdeaLine {
    pub(crate) fn of(idea: &Idea) -> Self {
        let account = &idea.account;
        Self {
            id: idea.id.to_string(),
            kind: idea.kind.to_string(),
            title: account.title.to_string(),
            owner: account.owner.to_string(),
            state: idea.state.to_string(),
            source: account.source.as_ref().map(ToString::to_string),
            link: account.link.as_ref().map(ToString::to_string),
            pilot: idea.pilot.as_ref().map(PilotView::of),
            closed_on: idea.closed_on.map(|day| day.to_string()),
            learned: idea.learned.as_ref().map(ToString::to_string),
            since: idea.since.to_string(),
            revision: idea.revision.0,
        }
    }
}

impl PilotView {
    fn of(pilot: &Pilot) -> Self {
        Self {
            question: pilot.question.to_string(),
            yardstick: pilot.yardstick.to_string(),
            starts: pilot.starts.to_string(),
            due: pilot.due.to_string(),
            carrier: pilot.carrier.to_string(),
        }
    }
}

impl IdeaView {
    pub(crate) fn of(record: &Record) -> Self {
        let Record { idea, parts, steps, .. } = record;
        Self {
            line: IdeaLine::of(idea),
            details: idea.account.details.as_ref().map(ToString::to_string),
            commitments: parts.iter().map(|part| part.id.to_string()).collect(),
            history: steps.iter().map(IdeaStepView::of).collect(),
        }
    }
}

impl IdeaStepView {
    fn of(step: &Step) -> Self {
        Self {
            act: step.act.to_string(),
            at: step.at.rfc3339(),
            on: step.on.to_string(),
            person: step.person.to_string(),
            organization: step.organization.to_string(),
            words: step.words.clone(),
        }
    }
}
