//! How measures are found.

pub(crate) mod store;

use ::store::Cx;
use base::PersonId;
use web::{Document, Failure, Find};

use crate::access;

/// Measures.
pub(crate) static MEASURES: Find = Find {
    kind: "measure",
    permission: access::READ,
    load: |cx, ids| Box::pin(measures(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::READ).await?;
            Ok(store::after(&tx, &last).await?)
        })
    },
};

async fn measures(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::READ).await?;
    let found = store::some(&tx, &ids).await?;
    let directory = partnership::directory(&tx).await?;
    let keepers: Vec<PersonId> = found.iter().filter_map(|one| one.keeper).collect();
    let names = partnership::names(&tx, &keepers).await?;
    let document = |one: store::Found| {
        let owner = one.organization.map(|of| directory.name(of).to_owned());
        let keeper = one.keeper.map(|person| names.name(person).to_owned());
        Document {
            id: one.id,
            title: one.title,
            texts: one.texts.into_iter().chain(owner).chain(keeper).collect(),
            organizations: one.organization.into_iter().collect(),
            people: one.keeper.into_iter().collect(),
            at: one.at,
            ..Document::default()
        }
    };
    Ok(found.into_iter().map(document).collect())
}
