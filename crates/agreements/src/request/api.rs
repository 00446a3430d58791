//! Requests for programs.

use ::store::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    DataRequest, RequestId, commands, parse,
    queries::{self, Looked},
    rule,
};
use crate::{access, agreement::parse::given, receipt::api as receipts};

/// A request for data.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestBody {
    /// Whom one asks.
    holder: String,
    /// The number under which the holder keeps the person.
    number: Option<String>,
    /// Or the reference of the person, where one knows it.
    client: Option<String>,
    purpose: String,
    classes: Vec<String>,
    /// Why, in words.
    words: Option<String>,
    /// Whether the one who asks is a relative of the person.
    is_relative: Option<bool>,
    /// `subpoena`, `order` or `subpoena_and_order`.
    papers: Option<String>,
    /// `part2_order`, `court_order` or `statute`.
    order_kind: Option<String>,
}

/// A person's decision about a request that waits.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RulingBody {
    /// `release` or `refuse`.
    verdict: String,
    reason: String,
    /// The law or paper that a release rests on.
    basis: Option<String>,
    /// What a court's order says may go, as counsel read it.
    scope: Option<Vec<String>>,
}

/// A request.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RequestView {
    request: String,
    receipt: String,
    /// `answered`, `held`, `released`, `refused` or `withdrawn`, as the reader may know it.
    state: String,
    from: String,
    to: String,
    purpose: String,
    classes: Vec<String>,
    asked_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<String>,
}

impl RequestView {
    fn of(request: &DataRequest, is_holder: bool) -> Self {
        let state = if is_holder { request.state } else { request.told() };
        let is_held = state == super::State::Held;
        Self {
            request: request.id.to_string(),
            receipt: request.receipt.to_string(),
            state: state.to_string(),
            from: request.holder.to_string(),
            to: request.organization.to_string(),
            purpose: request.purpose.to_string(),
            classes: request.classes.iter().map(ToString::to_string).collect(),
            asked_at: request.asked_at.rfc3339(),
            owner: request.owner.filter(|_| is_held).map(|id| id.to_string()),
            due_at: request.due_at.filter(|_| is_held).map(base::Instant::rfc3339),
        }
    }
}

/// `GET /api/v1/p/{partnership}/requests`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let state = input.optional("state");
    input.check()?;
    let requests = queries::requests(&cx, state, input.text("after")).await?;
    web::listing(&request, &requests.page.map(|one| RequestView::of(&one, false)))
}

/// `GET /api/v1/p/{partnership}/requests/held`
pub(crate) async fn held(cx: Cx, request: Request) -> Result<Response, Failure> {
    let requests = queries::requests(&cx, None, None).await?;
    let items = requests.held.iter().map(|one| RequestView::of(one, true)).collect();
    web::listing(&request, &::store::Page { items, next: None })
}

/// `POST /api/v1/p/{partnership}/requests`
pub(crate) async fn ask(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RequestBody>()?;
    cx.admits(access::ASK).await?;
    let new = given(&mut input, parse::request)?;
    let asked = commands::ask(&cx, new).await?;
    let id = asked.receipt.id;
    let view = receipts::view(&cx, id).await?;
    web::created(&format!("/p/{}/receipts/{id}", request.param_text("partnership")), &view)
}

/// `GET /api/v1/p/{partnership}/requests/{id}`
pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let looked: Looked = queries::request(&cx, request.param("id")?).await?;
    web::json(&RequestView::of(&looked.request, looked.is_holder))
}

/// `POST /api/v1/p/{partnership}/requests/{id}/rulings`
pub(crate) async fn decide(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RulingBody>()?;
    cx.admits(access::RULE).await?;
    let ruling = given(&mut input, parse::ruling)?;
    let receipt = rule::rule(&cx, request.param("id")?, ruling).await?;
    web::json(&receipts::view(&cx, receipt.id).await?)
}

/// `POST /api/v1/p/{partnership}/requests/{id}/withdrawals`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: RequestId = request.param("id")?;
    commands::withdraw(&cx, id).await?;
    let looked = queries::request(&cx, id).await?;
    web::json(&RequestView::of(&looked.request, looked.is_holder))
}
