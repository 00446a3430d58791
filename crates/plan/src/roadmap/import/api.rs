//! Bringing the plan in, for programs.

use serde::{Deserialize, Serialize};
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Mode, Source, run};

/// A file as programs send it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoadmapImportBody {
    /// What it is called.
    file: String,
    /// Its text: a table with commas, such as `roadmap.csv` is.
    content: String,
    /// Writes nothing and only reports.
    dry_run: Option<bool>,
}

/// `POST /api/v1/p/{partnership}/roadmap-imports`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let input = request.json::<RoadmapImportBody>()?;
    let name = input.text("file").unwrap_or("file").to_owned();
    let bytes = input.text("content").unwrap_or_default().as_bytes().to_vec();
    let mode = if input.flag("dry_run") { Mode::DryRun } else { Mode::Write };
    web::json(&run(&cx, &Source { name, bytes, from: None }, mode).await?)
}
