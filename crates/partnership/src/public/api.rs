//! What everybody may read, as JSON.

use ::store::Cx;
use serde::Serialize;
use web::{Failure, Request, Response};

use super::queries;

/// What a partnership shows to everybody.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PublicView {
    name: String,
    vision: Option<String>,
    /// The organizations that sit in it.
    members: Vec<String>,
    parts: Vec<PublicPart>,
    stories: Vec<PublicStory>,
}

/// A part that the partnership shows.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PublicPart {
    /// Which: `plan.public_goals`.
    part: String,
    lines: Vec<PublicLine>,
}

/// One line of it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PublicLine {
    title: String,
    /// More about it, in the language of the request.
    detail: String,
    /// How it stands, in a word.
    status: Option<String>,
}

/// A story that everybody may read.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PublicStory {
    kind: String,
    id: String,
    title: String,
}

/// `GET /api/v1/public/{partnership}`
pub(crate) async fn show(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let front = queries::front(&cx).await?;
    let line = |item: web::Item| PublicLine {
        title: item.title,
        detail: item.detail,
        status: item.status.map(|status| status.word),
    };
    let part = |(panel, items): (&'static web::Panel, Vec<web::Item>)| PublicPart {
        part: panel.permission.name.to_owned(),
        lines: items.into_iter().map(line).collect(),
    };
    let story = |(record, title): (web::Record, String)| PublicStory {
        kind: record.kind,
        id: record.id,
        title,
    };
    web::json(&PublicView {
        name: front.place.name.clone(),
        vision: front.vision,
        members: front.directory.current().map(|entry| entry.name.clone()).collect(),
        parts: front.panels.into_iter().map(part).collect(),
        stories: front.stories.into_iter().map(story).collect(),
    })
}
