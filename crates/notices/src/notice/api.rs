//! One's own notices as JSON.

use ::store::Cx;
use serde::Serialize;
use web::{Catalog, Failure, Request, Response};

use super::{Entry, NoticeId, commands, pages, queries};
use crate::delivery;

/// Something that the caller was told.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct NoticeView {
    #[schema(value_type = String, example = "ntc_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: NoticeId,
    /// `needs_you`, `due_soon` or `to_know`.
    kind: &'static str,
    /// What it says, in the language of the request.
    text: String,
    /// What the record is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// The address of the record's page.
    href: String,
    /// The short name of the partnership.
    partnership: String,
    #[schema(format = DateTime)]
    at: String,
    read: bool,
}

/// `GET /api/v1/me/notices`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (filter, _) = pages::filter(&request)?;
    let mine = queries::mine(&cx, &filter, request.query().text("after")).await?;
    let catalog = cx.extension::<Catalog>().unwrap_or_default();
    let view = |entry: Entry| NoticeView {
        id: entry.id,
        kind: entry.kind.as_str(),
        text: delivery::subject(&catalog, cx.language(), &entry),
        title: entry.title,
        href: entry.link,
        partnership: entry.slug,
        at: entry.at.rfc3339(),
        read: entry.is_read,
    };
    web::listing(&request, &mine.page.map(view))
}

/// `POST /api/v1/me/notices/{id}/read`
pub(crate) async fn mark(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::mark(&cx, request.param("id")?, true).await?;
    Ok(web::no_content())
}

/// `DELETE /api/v1/me/notices/{id}/read`
pub(crate) async fn unmark(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::mark(&cx, request.param("id")?, false).await?;
    Ok(web::no_content())
}
