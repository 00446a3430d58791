//! Two versions side by side, for programs.

use serde::Serialize;
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Pair, laid};
use crate::agreement::queries;

/// A line of a comparison.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PairView {
    /// The line of the older version.
    from: Option<String>,
    /// The line of the newer one.
    to: Option<String>,
    is_same: bool,
}

/// Two versions side by side.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ComparisonView {
    from: i64,
    to: i64,
    lines: Vec<PairView>,
}

/// `GET /api/v1/p/{partnership}/agreements/{id}/comparison`
pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let (from, to, pairs) = laid(&record, &mut input)?;
    let view = |pair: Pair| PairView { is_same: pair.is_same(), from: pair.left, to: pair.right };
    web::json(&ComparisonView { from, to, lines: pairs.into_iter().map(view).collect() })
}
