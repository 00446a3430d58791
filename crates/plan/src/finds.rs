//! How commitments, decisions, items of the plan, risks and ideas are found.

pub(crate) mod store;

use ::store::Cx;
use base::PersonId;
use partnership::Directory;
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

/// Risks and issues.
pub(crate) static RISKS: Find = Find {
    kind: "risk",
    permission: access::READ_PLAN,
    load: |cx, ids| Box::pin(risks(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::READ_PLAN).await?;
            Ok(store::risks_after(&tx, &last).await?)
        })
    },
};

/// Ideas and recommendations, with what was learned.
pub(crate) static IDEAS: Find = Find {
    kind: "idea",
    permission: access::READ_PLAN,
    load: |cx, ids| Box::pin(ideas(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::READ_PLAN).await?;
            Ok(store::ideas_after(&tx, &last).await?)
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
    Ok(found.into_iter().map(|one| document(&directory, one)).collect())
}

async fn risks(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::READ_PLAN).await?;
    let found = store::risks(&tx, &ids).await?;
    let directory = partnership::directory(&tx).await?;
    Ok(found.into_iter().map(|one| document(&directory, one)).collect())
}

async fn ideas(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::READ_PLAN).await?;
    let found = store::ideas(&tx, &ids).await?;
    let directory = partnership::directory(&tx).await?;
    Ok(found.into_iter().map(|one| document(&directory, one)).collect())
}

/// A record with the name of the partner that answers for it.
fn document(directory: &Directory, (id, title, texts, owner): store::Owned) -> Document {
    Document {
        id,
        title,
        texts: texts.into_iter().chain([directory.name(owner).to_owned()]).collect(),
        organizations: vec![owner],
        ..Document::default()
    }
}
