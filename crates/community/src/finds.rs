//! How discussions, announcements, disagreements and drafts are found.

pub(crate) mod store;

use ::store::Cx;
use web::{Document, Failure, Find};

use self::store::Found;
use crate::{announcement, disagreement, draft, talk};

/// Discussions: what is shown in them, to those who may read what they are about.
pub(crate) static THREADS: Find = Find {
    kind: "thread",
    permission: talk::access::READ,
    load: |cx, ids| Box::pin(threads(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(talk::access::READ).await?;
            Ok(store::threads_after(&tx, &last).await?)
        })
    },
};

/// Announcements, also those that were taken back.
pub(crate) static ANNOUNCEMENTS: Find = Find {
    kind: "announcement",
    permission: announcement::access::READ,
    load: |cx, ids| Box::pin(announcements(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(announcement::access::READ).await?;
            Ok(store::announcements_after(&tx, &last).await?)
        })
    },
};

/// The register of disagreements.
pub(crate) static DISAGREEMENTS: Find = Find {
    kind: "disagreement",
    permission: disagreement::access::READ,
    load: |cx, ids| Box::pin(disagreements(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(disagreement::access::READ).await?;
            Ok(store::disagreements_after(&tx, &last).await?)
        })
    },
};

/// Drafts, as they read now.
pub(crate) static DRAFTS: Find = Find {
    kind: "draft",
    permission: draft::access::READ,
    load: |cx, ids| Box::pin(drafts(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(draft::access::READ).await?;
            Ok(store::drafts_after(&tx, &last).await?)
        })
    },
};

async fn threads(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(talk::access::READ).await?;
    let place = tx.place()?;
    let found = store::threads(&tx, &ids).await?;
    let open = found.into_iter().filter(|(kind, _)| talk::commands::may_read(&cx, &place, kind));
    let found: Vec<Found> = open.map(|(_, found)| found).collect();
    documents(&tx, found).await
}

async fn announcements(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(announcement::access::READ).await?;
    let found = store::announcements(&tx, &ids).await?;
    documents(&tx, found).await
}

async fn disagreements(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(disagreement::access::READ).await?;
    let found = store::disagreements(&tx, &ids).await?;
    documents(&tx, found).await
}

async fn drafts(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(draft::access::READ).await?;
    let found = store::drafts(&tx, &ids).await?;
    documents(&tx, found).await
}

/// Records with the names of those who have a part in them.
async fn documents(tx: &::store::Tx, found: Vec<Found>) -> Result<Vec<Document>, Failure> {
    let directory = partnership::directory(tx).await?;
    let people: Vec<base::PersonId> = found.iter().filter_map(|one| one.person).collect();
    let people = partnership::people(tx, &people).await?;
    let document = |one: Found| {
        let parties = one.organizations.iter().map(|of| directory.name(*of).to_owned());
        let person = one.person.map(|person| people.name(person).to_owned());
        let parties: Vec<String> = parties.chain(person).collect();
        Document {
            texts: one.texts.into_iter().chain([parties.join(", ")]).collect(),
            id: one.id,
            title: one.title,
            organizations: one.organizations,
            people: one.person.into_iter().collect(),
            at: one.at,
            ..Document::default()
        }
    };
    Ok(found.into_iter().map(document).collect())
}
