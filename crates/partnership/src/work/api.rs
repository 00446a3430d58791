//! *My work* as JSON.

use serde::Serialize;
use store::Cx;
use web::{Failure, Item, Request, Response, Section, Shell};

/// What the caller owes, what waits for them, and what changed, in all their partnerships.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = MyWorkView)]
pub(crate) struct WorkView {
    /// What the caller owes; what is due first stands first.
    owe: Vec<ItemView>,
    /// What waits for an answer of the caller.
    waits: Vec<ItemView>,
    /// What changed, the latest first.
    changed: Vec<ItemView>,
}

/// One thing of *My work*, in words of the request's language.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = WorkItemView)]
pub(crate) struct ItemView {
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
    /// The address of its page.
    href: String,
    /// The day on which it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    due: Option<String>,
    /// When it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<String>,
    /// How it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
}

impl ItemView {
    pub(crate) fn of(item: Item) -> Self {
        Self {
            title: item.title,
            detail: item.detail,
            href: item.href,
            due: item.due.map(|day| day.to_string()),
            at: item.at.map(base::Instant::rfc3339),
            status: item.status.map(|status| status.word),
        }
    }
}

/// `GET /api/v1/me/work`
pub(crate) async fn show(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let shell = Shell::new(&cx, None, "me-page", Section::MyWork);
    let super::Lists { owe, waits, changed } = super::lists(&cx.together().await?, &shell).await?;
    let views = |items: Vec<Item>| items.into_iter().map(ItemView::of).collect();
    web::json(&WorkView { owe: views(owe), waits: views(waits), changed: views(changed) })
}
