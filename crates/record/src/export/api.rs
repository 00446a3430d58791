//! Signed exports for programs: what was signed. Signing itself is done with the file, on the page's
//! address.

use store::Cx;
use web::{Failure, Request, Response};

use super::{Export, ExportId, queries};

/// An export that was signed.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct ExportView {
    #[schema(value_type = String)]
    id: ExportId,
    name: String,
    bytes: i64,
    sha256: String,
    #[schema(format = DateTime)]
    at: String,
    /// The signed note.
    note: String,
}

impl ExportView {
    fn of(export: &Export) -> Self {
        Self {
            id: export.id,
            name: export.name.clone(),
            bytes: export.bytes,
            sha256: export.sha256.clone(),
            at: export.at.rfc3339(),
            note: export.note.clone(),
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, page, _) = queries::page(&cx, request.query().text("after")).await?;
    web::listing(&request, &page.map(|one| ExportView::of(&one)))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, export) = queries::find(&cx, request.param("id")?).await?;
    web::json(&ExportView::of(&export))
}
