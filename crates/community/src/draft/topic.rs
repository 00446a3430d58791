//! What others can say something about: drafts, also line by line.

use ::store::Cx;
use web::{Failure, Topic};

use super::{access, store};

/// Drafts, in whatever state.
pub(crate) static TOPIC: Topic =
    Topic { kind: "draft", permission: access::READ, name: |cx, id| Box::pin(name(cx, id)) };

async fn name(cx: Cx, id: String) -> Result<Option<String>, Failure> {
    let Ok(id) = id.parse() else { return Ok(None) };
    let tx = cx.read(access::READ).await?;
    Ok(store::title_of(&tx, id).await?)
}
