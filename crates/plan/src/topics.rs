//! What others can say something about: commitments, decisions, items of the plan, risks
//! and ideas.

use ::store::Cx;
use web::{Failure, Topic};

use crate::{access, decision, goal, idea, risk};

/// Commitments.
pub(crate) static COMMITMENT: Topic = Topic {
    kind: "commitment",
    permission: access::READ,
    name: |cx, id| Box::pin(commitment(cx, id)),
};

/// Decisions.
pub(crate) static DECISION: Topic = Topic {
    kind: "decision",
    permission: access::READ_DECISIONS,
    name: |cx, id| Box::pin(question(cx, id)),
};

/// Goals, objectives, strategies and milestones.
pub(crate) static ITEM: Topic = Topic {
    kind: "plan_item",
    permission: access::READ_PLAN,
    name: |cx, id| Box::pin(item(cx, id)),
};

/// Risks and issues.
pub(crate) static RISK: Topic =
    Topic { kind: "risk", permission: access::READ_PLAN, name: |cx, id| Box::pin(threat(cx, id)) };

/// Ideas and recommendations.
pub(crate) static IDEA: Topic =
    Topic { kind: "idea", permission: access::READ_PLAN, name: |cx, id| Box::pin(thought(cx, id)) };

async fn commitment(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ).await?;
    Ok(goal::store::title_of(&tx, id).await?.map(|title| title.to_string()))
}

async fn question(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ_DECISIONS).await?;
    Ok(decision::store::title_of(&tx, id).await?.map(|title| title.to_string()))
}

async fn item(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ_PLAN).await?;
    Ok(goal::store::item_title(&tx, id).await?.map(|title| title.to_string()))
}

async fn threat(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ_PLAN).await?;
    Ok(risk::store::find(&tx, id).await?.map(|risk| risk.account.title.to_string()))
}

async fn thought(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ_PLAN).await?;
    Ok(idea::store::find(&tx, id).await?.map(|idea| idea.account.title.to_string()))
}
