//! How commitments, decisions and items of the plan are found.

pub(crate) mod store;

use ::store::Cx;
use base::PersonId;
use web::{Document, Failure, Find};

use crate::access;

/// Commitments.
pub(crate) static COMMITMENTS: Find = Find {
    kind: "commitment",
    permission: access::READ,
    load: |cx, ids| Box::pin(commitments(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::READ).await?;
            Ok(store::commitments_after(&tx, &last).await?)
        })
    },
};

/// Decisions: what was asked and what came of it, never what anybody said.
pub(crate) static DECISIONS: Find = Find {
    kind: "decision",
    permission: access::READ_DECISIONS,
    load: |cx, ids| Box::pin(decisions(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::READ_DECISIONS).await?;
            Ok(store::decisions_after(&tx, &last).await?)
        })
    },
};

/// Goals, objectives, strategies and milestones.
pub(crate) static ITEMS: Find = Find {
    kind: "plan_item",
    permission: access::READ_PLAN,
    load: |cx, ids| Box::pin(items(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::READ_PLAN).await?;
            Ok(store::items_after(&tx, &last).await?)
        })
    },
};

async fn commitments(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::READ).await?;
    let found = store::commitments(&tx, &ids).await?;
    let directory = partnership::directory(&tx).await?;
    let people: Vec<PersonId> = found.iter().filter_map(|one| one.in_charge).collect();
    let people = partnership::people(&tx, &people).await?;
    let document = |one: store::Promise| {
        let parties = one.parties.iter().map(|of| directory.name(*of).to_owned());
        let in_charge = one.in_charge.map(|person| people.name(person).to_owned());
        let parties: Vec<String> = parties.chain(in_charge).collect();
        Document {
            id: one.id,
            title: one.title,
            texts: one.texts.into_iter().chain([parties.join(", ")]).collect(),
            organizations: one.parties,
            people: one.in_charge.into_iter().collect(),
            at: Some(one.at),
            ..Document::default()
        }
    };
    Ok(found.into_iter().map(document).collect())
}

async fn decisions(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::READ_DECISIONS).await?;
    let found = store::questions(&tx, &ids).await?;
    let directory = partnership::directory(&tx).await?;
    let document = |one: store::Question| Document {
        texts: one.texts.into_iter().chain([directory.name(one.owner).to_owned()]).collect(),
        id: one.id,
        title: one.title,
        organizations: vec![one.owner],
        at: Some(one.at),
        ..Document::default()
    };
    Ok(found.into_iter().map(document).collect())
}

async fn items(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::READ_PLAN).await?;
    let found = store::planned(&tx, &ids).await?;
    let directory = partnership::directory(&tx).await?;
    let document = |(id, title, texts, owner): store::Planned| Document {
        id,
        title,
        texts: texts.into_iter().chain([directory.name(owner).to_owned()]).collect(),
        organizations: vec![owner],
        ..Document::default()
    };
    Ok(found.into_iter().map(document).collect())
}
