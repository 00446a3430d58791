//! Calendar addresses for programs.

use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Feed, Shows, commands, pages, queries};

/// Whose days an address shows.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CalendarBody {
    /// `mine`, or a partnership and a body with a slash between them.
    shows: String,
}

/// A secret address of a calendar, without its secret.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CalendarView {
    id: String,
    /// `mine` or `body`.
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    partnership: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    made_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    used_at: Option<String>,
    /// The whole address; only in the answer that makes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

impl CalendarView {
    fn of(feed: &Feed, address: Option<String>) -> Self {
        let (partnership, body) = match feed.shows {
            Shows::Mine => (None, None),
            Shows::Body(partnership, body) => (Some(partnership), Some(body)),
        };
        Self {
            id: feed.id.to_string(),
            kind: feed.shows.kind().to_string(),
            partnership: partnership.map(|id| id.to_string()),
            body: body.map(|id| id.to_string()),
            made_at: feed.made_at.rfc3339(),
            used_at: feed.used_at.map(base::Instant::rfc3339),
            address,
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (feeds, _) = queries::mine(&cx).await?;
    let items = feeds.iter().map(|feed| CalendarView::of(feed, None)).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn make(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<CalendarBody>()?;
    let (feed, address) = pages::try_make(&cx, &mut input).await?;
    let view = CalendarView::of(&feed, Some(address));
    Ok(web::created("/me/calendars", &view)?.unkept())
}

pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::take_back(&cx, request.param("id")?).await?;
    Ok(web::no_content())
}
