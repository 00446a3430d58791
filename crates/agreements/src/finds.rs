//! How agreements are found.

pub(crate) mod store;

use ::store::Cx;
use web::{Document, Failure, Find};

use crate::access;

/// Agreements, by their title and what they are in a few sentences.
pub(crate) static AGREEMENTS: Find = Find {
    kind: "agreement",
    permission: access::READ,
    load: |cx, ids| Box::pin(agreements(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::READ).await?;
            Ok(store::after(&tx, &last).await?)
        })
    },
};

async fn agreements(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::READ).await?;
    let found = store::some(&tx, &ids).await?;
    let directory = partnership::directory(&tx).await?;
    let document = |one: store::Found| {
        let parties: Vec<&str> = one.parties.iter().map(|of| directory.name(*of)).collect();
        Document {
            texts: vec![one.summary, parties.join(", ")],
            id: one.id,
            title: one.title,
            organizations: one.parties.into_iter().collect(),
            ..Document::default()
        }
    };
    Ok(found.into_iter().map(document).collect())
}
