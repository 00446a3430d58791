//! Stories for programs: what the pages can do.

use ::store::{Cx, Page};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    Story, Telling,
    commands::{self, Tell},
    queries::stories,
};
use crate::Error;

/// What is behind a trend, as programs send it; each line is one point.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoryBody {
    /// What helps.
    pub helps: Option<String>,
    /// What slows us down.
    pub slows: Option<String>,
    /// What we do next.
    pub next_steps: Option<String>,
}

/// What is behind a trend, as programs read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TrendStoryView)]
pub(crate) struct StoryView {
    /// What helps; each line is one point.
    pub helps: Option<String>,
    /// What slows us down.
    pub slows: Option<String>,
    /// What we do next.
    pub next_steps: Option<String>,
    /// The person who told it.
    pub by: String,
    /// The organization that they signed for.
    pub organization: Option<String>,
    /// When it was told.
    pub at: String,
    /// The first is 1.
    pub revision: i64,
}

impl StoryView {
    pub(crate) fn of(story: &Story) -> Self {
        let text = |part: &Option<base::Reason>| part.as_ref().map(ToString::to_string);
        Self {
            helps: text(&story.telling.helps),
            slows: text(&story.telling.slows),
            next_steps: text(&story.telling.next_steps),
            by: story.by.clone(),
            organization: story.organization.map(|one| one.to_string()),
            at: story.at.rfc3339(),
            revision: story.revision.0,
        }
    }
}

/// `GET /api/v1/p/{partnership}/measures/{slug}/story`: the latest telling first.
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let found = stories(&cx, request.param_text("slug")).await?;
    let items = found.told.iter().map(StoryView::of).collect();
    web::listing(&request, &Page { items, next: None })
}

/// `PUT /api/v1/p/{partnership}/measures/{slug}/story`
pub(crate) async fn tell(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<StoryBody>()?;
    let Some(telling) = Telling::of(&mut input) else { return Err(input.invalid().into()) };
    let slug = request.param_text("slug").to_owned();
    let tell = Tell { slug, telling, seen: request.revision()? };
    let story = commands::tell(&cx, tell).await.map_err(Error::placed)?;
    Ok(web::json(&StoryView::of(&story))?.etag(story.revision))
}
