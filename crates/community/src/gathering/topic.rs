//! What others can say something about: events.

use ::store::Cx;
use web::{Failure, Topic};

use super::store;
use crate::access;

/// Events, also those that were called off.
pub(crate) static TOPIC: Topic = Topic {
    kind: "gathering",
    permission: access::READ_GATHERINGS,
    name: |cx, id| Box::pin(name(cx, id)),
};

async fn name(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ_GATHERINGS).await?;
    Ok(store::title_of(&tx, id).await?.map(|title| title.to_string()))
}
