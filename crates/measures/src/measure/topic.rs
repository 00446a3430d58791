//! What others can say something about: measures.

use ::store::Cx;
use web::{Failure, Topic};

use super::store;
use crate::access;

/// Measures, also those that are out of use.
pub(crate) static TOPIC: Topic =
    Topic { kind: "measure", permission: access::READ, name: |cx, id| Box::pin(name(cx, id)) };

async fn name(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let tx = cx.read(access::READ).await?;
    Ok(store::title_of(&tx, &id).await?)
}
