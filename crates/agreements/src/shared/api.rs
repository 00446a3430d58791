//! What others share, for programs.

use ::store::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{pages, shared};

/// A record that would go if it were asked for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SharedEntry {
    record: String,
    holder: String,
    /// The reference to ask by: it says nothing by itself.
    client: String,
    class: String,
    since: String,
}

/// `GET /api/v1/p/{partnership}/shared-with-us?purpose=…`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = pages::filter(&mut input);
    input.check()?;
    let shared = shared(&cx, &filter, input.text("after")).await?;
    let page = shared.page.map(|entry| SharedEntry {
        record: entry.record.to_string(),
        holder: entry.holder.to_string(),
        client: entry.client.to_string(),
        class: entry.class.to_string(),
        since: entry.since.rfc3339(),
    });
    web::listing(&request, &page)
}
