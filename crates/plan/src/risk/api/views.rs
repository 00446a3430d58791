//! What programs send and get.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::risk::{Grade, Risk, Step, queries::Record};

/// A risk or an issue.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskBody {
    /// `risk` or `issue`.
    kind: String,
    title: String,
    details: Option<String>,
    /// From 1, rare, to 5, almost sure; of a risk.
    likelihood: Option<i64>,
    /// From 1, slight, to 5, grave.
    effect: i64,
    owner: String,
    /// `avoid`, `reduce`, `share` or `accept`.
    response: String,
    /// What is done about it, in words.
    plan: Option<String>,
    /// When it is looked at again.
    review_on: String,
    /// Items of the plan.
    threatens: Option<Vec<String>>,
}

/// What a risk or an issue says of itself.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RiskAccountBody)]
pub(crate) struct AccountBody {
    title: String,
    details: Option<String>,
    likelihood: Option<i64>,
    effect: i64,
    owner: String,
    response: String,
    plan: Option<String>,
    review_on: String,
}

/// A look at it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskReviewBody {
    likelihood: Option<i64>,
    effect: i64,
    review_on: String,
    words: Option<String>,
}

/// A few words.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskNoteBody {
    words: Option<String>,
}

/// What it threatens.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RiskLinkBody {
    item: String,
}

/// A risk or an issue in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RiskLine {
    id: String,
    kind: String,
    title: String,
    owner: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    likelihood: Option<i64>,
    effect: i64,
    /// `high`, `medium` or `low`.
    level: String,
    response: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_on: Option<String>,
    /// `open` or `closed`.
    state: String,
    since: String,
    revision: i64,
}

/// A risk or an issue with its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RiskView {
    #[serde(flatten)]
    line: RiskLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_words: Option<String>,
    /// What it threatens.
    threatens: Vec<String>,
    /// What was done with it, the latest first.
    history: Vec<RiskStepView>,
}

/// One step of its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RiskStepView {
    act: String,
    at: String,
    on: String,
    person: String,
    organization: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    likelihood: Option<i64>,
    effect: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
}

impl RiskLine {
    pub(crate) fn of(risk: &Risk) -> Self {
        let account = &risk.account;
        Self {
            id: risk.id.to_string(),
            kind: risk.kind.to_string(),
            title: account.title.to_string(),
            owner: account.owner.to_string(),
            likelihood: account.weight.likelihood.map(Grade::number),
            effect: account.weight.effect.number(),
            level: account.weight.level().to_string(),
            response: account.response.to_string(),
            review_on: account.review_on.map(|day| day.to_string()),
            state: risk.state.to_string(),
            since: risk.since.to_string(),
            revision: risk.revision.0,
        }
    }
}

impl RiskView {
    pub(crate) fn of(record: &Record) -> Self {
        let Record { risk, threatens, steps, .. } = record;
        Self {
            line: RiskLine::of(risk),
            details: risk.account.details.as_ref().map(ToString::to_string),
            plan: risk.account.plan.as_ref().map(ToString::to_string),
            closed_on: risk.closed_on.map(|day| day.to_string()),
            closed_words: risk.closed_words.as_ref().map(ToString::to_string),
            threatens: threatens.iter().map(|(id, ..)| id.to_string()).collect(),
            history: steps.iter().map(RiskStepView::of).collect(),
        }
    }
}

impl RiskStepView {
    fn of(step: &Step) -> Self {
        Self {
            act: step.act.to_string(),
            at: step.at.rfc3339(),
            on: step.on.to_string(),
            person: step.person.to_string(),
            organization: step.organization.to_string(),
            likelihood: step.weight.likelihood.map(Grade::number),
            effect: step.weight.effect.number(),
            words: step.words.clone(),
            about: step.about.clone(),
        }
    }
}
