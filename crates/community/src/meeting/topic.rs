//! What others can say something about: meetings.

use ::store::Cx;
use web::{Failure, Topic};

use super::store;
use crate::access;

/// Meetings, also those that were called off.
pub(crate) static TOPIC: Topic = Topic {
    kind: "meeting",
    permission: access::READ_MEETINGS,
    name: |cx, id| Box::pin(name(cx, id)),
};

async fn name(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ_MEETINGS).await?;
    Ok(store::title_of(&tx, id).await?.map(|title| title.to_string()))
}
