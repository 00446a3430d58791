//! The search as JSON.

use ::store::Cx;
use serde::Serialize;
use web::{Failure, Registry, Request, Response};

use crate::{pages, queries, snippet};

/// Something that was found.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct HitView {
    /// The kind of record, such as `commitment`.
    kind: String,
    id: String,
    title: String,
    /// The piece of its text in which a word was found.
    piece: String,
    /// The address of its page.
    href: Option<String>,
    /// The short name of its partnership.
    partnership: String,
    /// When it last moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    at: Option<String>,
}

/// `GET /api/v1/search`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (asked, _) = pages::asked(&request)?;
    let answer = queries::search(&cx, &asked, request.query().text("after")).await?;
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let words = answer.words;
    let view = |hit: queries::Hit| HitView {
        href: registry.subject_path(&hit.slug, &hit.key.kind, &hit.key.id),
        piece: snippet::piece(&hit.document.texts, &words)
            .into_iter()
            .map(|part| part.text)
            .collect(),
        title: hit.document.title,
        at: hit.document.at.map(base::Instant::rfc3339),
        kind: hit.key.kind,
        id: hit.key.id,
        partnership: hit.slug,
    };
    web::listing(&request, &answer.page.map(view))
}
