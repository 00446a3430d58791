//! Texts to begin an agreement with, for programs.

use serde::Serialize;
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::Start;
use crate::access;

/// A text to begin with.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct StartLine {
    name: String,
    kind: String,
    title: String,
    summary: String,
    only_if: String,
    basis: String,
    body: String,
}

/// The texts to begin with.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct StartsView {
    starts: Vec<StartLine>,
}

/// `GET /api/v1/p/{partnership}/agreements/starts`
pub(crate) async fn all(cx: Cx, _request: Request) -> Result<Response, Failure> {
    cx.read(access::READ).await?;
    let line = |start: &Start| {
        let filled = start.filled();
        StartLine {
            name: start.to_string(),
            kind: filled.kind.to_string(),
            title: filled.title.to_owned(),
            summary: filled.summary.to_owned(),
            only_if: filled.only_if.to_owned(),
            basis: filled.basis.to_owned(),
            body: filled.body.to_owned(),
        }
    };
    web::json(&StartsView { starts: Start::ALL.iter().map(line).collect() })
}
