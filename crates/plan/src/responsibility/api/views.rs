//! What programs send and get.

use base::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::responsibility::{
    Responsibility, Step,
    find::Line,
    load::Load,
    queries::{Names, Record},
};

/// Somebody who is to carry something.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResponsibilityBody {
    item: String,
    /// An organization or a seat.
    bearer: String,
    /// `lead`, `support`, `consulted` or `informed`.
    duty: String,
    words: Option<String>,
}

/// Another duty, and why.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherDutyBody {
    duty: String,
    why: String,
}

/// A few words, or none.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleNoteBody {
    words: Option<String>,
}

/// A reason.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleWhyBody {
    why: String,
}

/// An item of the plan with those who have a part in it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MatrixLineView {
    item: String,
    layer: String,
    title: String,
    owner: String,
    /// Whether somebody leads and has agreed to.
    led: bool,
    parts: Vec<RoleLine>,
}

/// Who carries what, in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoleLine {
    id: String,
    bearer: String,
    name: String,
    organization: String,
    duty: String,
    /// `proposed`, `accepted`, `declined`, `withdrawn` or `ended`.
    state: String,
    /// Who answers now: `plan` or `bearer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    turn: Option<String>,
    since: String,
    revision: i64,
}

/// Who carries what, with its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ResponsibilityView {
    #[serde(flatten)]
    line: RoleLine,
    item: String,
    title: String,
    /// What was done, the latest first.
    history: Vec<RoleStepView>,
}

/// One step of its history.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoleStepView {
    act: String,
    at: String,
    on: String,
    person: String,
    organization: String,
    duty: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

/// How much a partner carries.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct LoadView {
    organization: String,
    answers_for: i64,
    leads: i64,
    supports: i64,
    consulted: i64,
    informed: i64,
    proposed: i64,
    commitments: i64,
    positions_due: i64,
}

impl MatrixLineView {
    pub(crate) fn of(line: &Line<'_>, names: &Names) -> Self {
        Self {
            item: line.item.id.to_string(),
            layer: line.item.layer.to_string(),
            title: line.item.aim.title.to_string(),
            owner: line.item.aim.owner.to_string(),
            led: line.is_led(),
            parts: line.roles.iter().map(|role| RoleLine::of(role, names)).collect(),
        }
    }
}

impl RoleLine {
    fn of(role: &Responsibility, names: &Names) -> Self {
        Self {
            id: role.id.to_string(),
            bearer: role.bearer.to_string(),
            name: names.of(role),
            organization: role.organization.to_string(),
            duty: role.duty.to_string(),
            state: role.state().name().to_string(),
            turn: role.turn().map(|turn| turn.to_string()),
            since: role.day.to_string(),
            revision: role.revision.0,
        }
    }
}

impl ResponsibilityView {
    pub(crate) fn of(record: &Record) -> Self {
        Self {
            line: RoleLine::of(&record.role, &record.names),
            item: record.item.id.to_string(),
            title: record.item.aim.title.to_string(),
            history: record.steps.iter().map(RoleStepView::of).collect(),
        }
    }
}

impl RoleStepView {
    fn of(step: &Step) -> Self {
        Self {
            act: step.act.to_string(),
            at: step.at.rfc3339(),
            on: step.on.to_string(),
            person: step.person.to_string(),
            organization: step.organization.to_string(),
            duty: step.duty.to_string(),
            words: step.words.clone(),
        }
    }
}

impl LoadView {
    pub(crate) fn of(organization: OrganizationId, load: &Load) -> Self {
        Self {
            organization: organization.to_string(),
            answers_for: load.answers,
            leads: load.leads,
            supports: load.supports,
            consulted: load.consulted,
            informed: load.informed,
            proposed: load.proposed,
            commitments: load.promises,
            positions_due: load.positions,
        }
    }
}
