//! What programs get.

use base::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Commitment, Content, Evidence, Record, State, Step, list::Entry};

/// A commitment in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CommitmentSummary {
    id: String,
    title: String,
    /// The organization that promises.
    promiser: String,
    /// The organization that waits; absent when all partners wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    receiver: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_charge: Option<String>,
    /// The day that is promised now.
    due: String,
    /// The day that decides between on time and late.
    deadline: String,
    /// `proposed`, `declined`, `withdrawn`, `open`, `claimed`, `kept` or `broken`.
    state: String,
    /// Days after the deadline: of what is open today, or when it was done.
    days_late: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    /// How often its date was moved.
    moves: i64,
    revision: i64,
}

/// A commitment with its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CommitmentView {
    #[serde(flatten)]
    summary: CommitmentSummary,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<String>,
    /// `own_offer`, `agreement`, `decision`, `minutes`, `role`, `recommendation`, `pledge` or
    /// `action`.
    origin: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    /// `promiser` or `receiver`: whose move it is; absent once it is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    turn: Option<String>,
    /// The seat that it stays with when its holder changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<String>,
    /// Everything that was done, oldest first.
    history: Vec<StepView>,
    evidence: Vec<EvidenceView>,
}

/// One step of a commitment's history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct StepView {
    number: u32,
    act: String,
    at: String,
    on: String,
    person: String,
    organization: String,
    side: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_charge: Option<String>,
    /// The number of the step that it took back.
    #[serde(skip_serializing_if = "Option::is_none")]
    undone: Option<u32>,
}

/// One piece of evidence.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct EvidenceView {
    id: String,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_bytes: Option<i64>,
    added_at: String,
    added_by: String,
}

impl CommitmentSummary {
    /// A line of a list.
    pub(crate) fn of_entry(entry: &Entry, today: Date) -> Self {
        Self {
            id: entry.id.to_string(),
            title: entry.title.to_string(),
            promiser: entry.promiser.to_string(),
            receiver: entry.receiver.organization().map(|of| of.to_string()),
            in_charge: entry.in_charge.map(|who| who.to_string()),
            due: entry.due.to_string(),
            deadline: entry.deadline.to_string(),
            state: entry.state.to_string(),
            days_late: entry.timing(today).days_late(),
            done_on: entry.done_on.map(|day| day.to_string()),
            goal: entry.goal.as_ref().map(ToString::to_string),
            moves: entry.moves,
            revision: entry.revision.0,
        }
    }

    fn of(commitment: &Commitment, today: Date) -> Self {
        let done_on = match commitment.state() {
            State::Claimed { on, .. } | State::Kept { on, .. } => Some(on.to_string()),
            State::Proposed { .. }
            | State::Declined { .. }
            | State::Withdrawn { .. }
            | State::Open
            | State::Broken { .. } => None,
        };
        Self {
            id: commitment.id.to_string(),
            title: commitment.terms().title.to_string(),
            promiser: commitment.promiser.to_string(),
            receiver: commitment.receiver.organization().map(|of| of.to_string()),
            in_charge: commitment.in_charge().map(|who| who.to_string()),
            due: commitment.terms().due.to_string(),
            deadline: commitment.deadline().to_string(),
            state: commitment.state().name().to_string(),
            days_late: commitment.timing(today).days_late(),
            done_on,
            goal: commitment.goal.as_ref().map(ToString::to_string),
            moves: i64::try_from(commitment.moves().len()).unwrap_or(i64::MAX),
            revision: commitment.revision.0,
        }
    }
}

impl CommitmentView {
    /// A commitment with its history and evidence.
    pub(crate) fn of(record: &Record) -> Self {
        let commitment = &record.commitment;
        Self {
            summary: CommitmentSummary::of(commitment, record.place.today),
            seat: commitment.carrier().and_then(|carrier| carrier.seat).map(|it| it.to_string()),
            details: commitment.terms().details.as_ref().map(ToString::to_string),
            origin: commitment.origin.kind.to_string(),
            reference: commitment.origin.reference.as_ref().map(ToString::to_string),
            link: commitment.origin.link.as_ref().map(ToString::to_string),
            turn: commitment.turn().map(|party| party.to_string()),
            history: commitment.steps().iter().map(StepView::of).collect(),
            evidence: record.evidence.iter().map(EvidenceView::of).collect(),
        }
    }
}

impl StepView {
    fn of(step: &Step) -> Self {
        let (act, voice) = (&step.act, &step.voice);
        let title = act.terms().map(|terms| &terms.title).or(act.label());
        Self {
            number: step.number,
            act: act.name().to_string(),
            at: voice.at.rfc3339(),
            on: voice.on.to_string(),
            person: voice.person.to_string(),
            organization: voice.organization.to_string(),
            side: voice.side.to_string(),
            title: title.map(ToString::to_string),
            due: act.date().map(|day| day.to_string()),
            words: act.words().filter(|_| act.label().is_none()).map(str::to_owned),
            in_charge: act.in_charge().map(|carrier| carrier.person.to_string()),
            undone: act.undone(),
        }
    }
}

impl EvidenceView {
    fn of(evidence: &Evidence) -> Self {
        let (link, media_type, size_bytes) = match &evidence.content {
            Content::Link(link) => (Some(link.to_string()), None, None),
            Content::File { media_type, size_bytes } => {
                (None, Some(media_type.to_string()), Some(*size_bytes))
            }
        };
        Self {
            id: evidence.id.to_string(),
            label: evidence.label.to_string(),
            link,
            media_type,
            size_bytes,
            added_at: evidence.added_at.rfc3339(),
            added_by: evidence.added_by.to_string(),
        }
    }
}
