//! How organizations, people and bodies are found.

pub(crate) mod store;

use ::store::Cx;
use base::PersonId;
use web::{Document, Failure, Find};

use crate::{access, directory, person};

/// Organizations that are members.
pub(crate) static ORGANIZATIONS: Find = Find {
    kind: "organization",
    permission: access::ORGANIZATIONS,
    load: |cx, ids| Box::pin(organizations(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::ORGANIZATIONS).await?;
            Ok(store::organizations_after(&tx, &last).await?)
        })
    },
};

/// People who are here, with what they say of themselves.
pub(crate) static PEOPLE: Find = Find {
    kind: "person",
    permission: access::PEOPLE,
    load: |cx, ids| Box::pin(people(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::PEOPLE).await?;
            Ok(store::people_after(&tx, &last).await?)
        })
    },
};

/// Bodies.
pub(crate) static BODIES: Find = Find {
    kind: "body",
    permission: access::BODIES,
    load: |cx, ids| Box::pin(bodies(cx, ids)),
    after: |cx, last| {
        Box::pin(async move {
            let tx = cx.read(access::BODIES).await?;
            Ok(store::bodies_after(&tx, &last).await?)
        })
    },
};

async fn organizations(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::ORGANIZATIONS).await?;
    let found = store::organizations(&tx, &ids).await?;
    let document =
        |(id, [name, short_name, about]): (base::OrganizationId, [Option<String>; 3])| Document {
            id: id.to_string(),
            title: name.unwrap_or_default(),
            texts: about.into_iter().chain(short_name).collect(),
            organizations: vec![id],
            ..Document::default()
        };
    Ok(found.into_iter().map(document).collect())
}

async fn people(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::PEOPLE).await?;
    let here = store::people_here(&tx, &ids).await?;
    let ids: Vec<PersonId> = here.iter().map(|(id, _)| *id).collect();
    let names = directory::people(&tx, &ids).await?;
    let knowledge = person::store::knowledge_of(&tx, &ids).await?;
    let directory = directory::directory(&tx).await?;
    let document = |(id, since): (PersonId, base::Instant)| {
        let entry = names.get(id)?;
        let titles = entry.works.iter().map(|work| {
            let organization = directory.name(work.organization);
            match &work.title {
                Some(title) => format!("{title}, {organization}"),
                None => organization.to_owned(),
            }
        });
        let known = knowledge.get(&id).into_iter().flatten().map(|(_, item)| item.clone());
        let known: Vec<String> = known.collect();
        let known = (!known.is_empty()).then(|| known.join(", "));
        Some(Document {
            id: id.to_string(),
            title: entry.name().to_owned(),
            texts: titles.chain(known).collect(),
            organizations: entry.works.iter().map(|work| work.organization).collect(),
            people: vec![id],
            at: Some(since),
            ..Document::default()
        })
    };
    Ok(here.into_iter().filter_map(document).collect())
}

async fn bodies(cx: Cx, ids: Vec<String>) -> Result<Vec<Document>, Failure> {
    let tx = cx.read(access::BODIES).await?;
    let found = store::bodies(&tx, &ids).await?.into_iter();
    let document = |(id, title, purpose): (crate::BodyId, String, Option<String>)| Document {
        id: id.to_string(),
        title,
        texts: purpose.into_iter().collect(),
        ..Document::default()
    };
    Ok(found.map(document).collect())
}
