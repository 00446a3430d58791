//! What a measure serves in the plan, for programs.

use ::store::{Cx, Page};
use plan::goal::ItemId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::commands;
use crate::measure::queries;

/// An item of the plan that a measure says the standing of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ServedView {
    /// Its identifier.
    pub item: String,
    /// `goal`, `objective`, `strategy` or `milestone`.
    pub layer: String,
    /// What it is called.
    pub title: String,
}

/// `GET /api/v1/p/{partnership}/measures/{slug}/serves`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, &request).await
}

/// `PUT /api/v1/p/{partnership}/measures/{slug}/serves/{item}`
pub(crate) async fn serve(cx: Cx, request: Request) -> Result<Response, Failure> {
    let item = request.param::<ItemId>("item")?;
    commands::serve(&cx, request.param_text("slug"), item).await?;
    answer(&cx, &request).await
}

/// `DELETE /api/v1/p/{partnership}/measures/{slug}/serves/{item}`
pub(crate) async fn serve_no_longer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let item = request.param::<ItemId>("item")?;
    commands::serve_no_longer(&cx, request.param_text("slug"), item).await?;
    answer(&cx, &request).await
}

async fn answer(cx: &Cx, request: &Request) -> Result<Response, Failure> {
    let found = queries::serving(cx, request.param_text("slug")).await?;
    let view = |item: &plan::goal::Item| ServedView {
        item: item.id.to_string(),
        layer: item.layer.to_string(),
        title: item.aim.title.to_string(),
    };
    let items = found.serves.iter().map(view).collect();
    web::listing(request, &Page::<ServedView> { items, next: None })
}
