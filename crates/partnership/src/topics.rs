//! What others can say something about: the partnership itself, its organizations and its bodies.

use ::store::Cx;
use base::PartnershipId;
use web::{Failure, Topic};

use crate::{access, body, organization};

/// The partnership itself: what is about nothing else.
pub(crate) static PARTNERSHIP: Topic = Topic {
    kind: "partnership",
    permission: access::OVERVIEW,
    name: |cx, id| Box::pin(partnership(cx, id)),
};

/// Organizations, also those that left.
pub(crate) static ORGANIZATION: Topic = Topic {
    kind: "organization",
    permission: access::ORGANIZATIONS,
    name: |cx, id| Box::pin(organization(cx, id)),
};

/// Councils, groups and teams.
pub(crate) static BODY: Topic =
    Topic { kind: "body", permission: access::BODIES, name: |cx, id| Box::pin(body(cx, id)) };

async fn partnership(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let place = cx.read(access::OVERVIEW).await?.place()?;
    let same = id.parse::<PartnershipId>().is_ok_and(|id| id == place.partnership);
    Ok(same.then(|| place.name.clone()))
}

async fn organization(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::ORGANIZATIONS).await?;
    Ok(organization::store::name_of(&tx, id).await?)
}

async fn body(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::BODIES).await?;
    Ok(body::store::name_of(&tx, id).await?)
}
