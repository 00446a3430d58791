//! Tasks for programs.

use ::store::Cx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    Duty, DutyId, commands,
    pages::{self, Which},
    queries,
};
use crate::{access, agreement::parse::given};

/// What was done.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FulfillmentBody {
    words: String,
}

/// A task.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DutyView {
    duty: String,
    /// `review`, `custodian`, `tell_person`, `safety_steps`, `certify` or `recall`.
    kind: String,
    organization: String,
    receipt: String,
    since: String,
    due_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    done_at: Option<String>,
}

impl DutyView {
    fn of(duty: &Duty) -> Self {
        Self {
            duty: duty.id.to_string(),
            kind: duty.kind.to_string(),
            organization: duty.organization.to_string(),
            receipt: duty.receipt.to_string(),
            since: duty.since.rfc3339(),
            due_at: duty.due_at.rfc3339(),
            done_at: duty.done.map(|(at, _)| at.rfc3339()),
        }
    }
}

/// `GET /api/v1/p/{partnership}/duties`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (of, which) = pages::filter(&mut input);
    input.check()?;
    let duties = queries::duties(&cx, of, which == Which::Open, input.text("after")).await?;
    web::listing(&request, &duties.page.map(|duty| DutyView::of(&duty)))
}

/// `GET /api/v1/p/{partnership}/duties/{id}`
pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = queries::duty(&cx, request.param("id")?).await?;
    web::json(&DutyView::of(&seen.duty))
}

/// `POST /api/v1/p/{partnership}/duties/{id}/fulfillments`
pub(crate) async fn fulfill(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<FulfillmentBody>()?;
    cx.admits(access::DUTIES).await?;
    let words = given(&mut input, |input| input.required("words"))?;
    let id: DutyId = request.param("id")?;
    commands::fulfill(&cx, id, words).await?;
    web::json(&DutyView::of(&queries::duty(&cx, id).await?.duty))
}
