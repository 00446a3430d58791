//! Invitations as JSON.

use base::{OrganizationId, PersonId, Role};
use identity::{InvitationId, Pending};
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use web::{Failure, Request, Response};

use super::{invite, pages, pending, resend, revoke};

/// An invitation that waits for its answer.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct InvitationView {
    #[schema(value_type = String)]
    id: InvitationId,
    email: String,
    #[schema(value_type = String)]
    organization: OrganizationId,
    #[schema(value_type = String)]
    role: Role,
    #[schema(value_type = Option<String>)]
    invited_by: Option<PersonId>,
    #[schema(format = DateTime)]
    sent_at: String,
    #[schema(format = DateTime)]
    ends_at: String,
}

impl InvitationView {
    fn of(pending: &Pending) -> Self {
        Self {
            id: pending.id,
            email: pending.email.expose().to_string(),
            organization: pending.organization,
            role: pending.role,
            invited_by: pending.invited_by,
            sent_at: pending.sent_at.rfc3339(),
            ends_at: pending.ends_at.rfc3339(),
        }
    }
}

/// Somebody to be invited.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct InvitationBody {
    email: String,
    name: Option<String>,
    organization: String,
    role: String,
    note: Option<String>,
    language: String,
}

/// That an invitation was sent, or ended.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct InvitationDone {
    #[schema(value_type = String)]
    id: InvitationId,
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let items = pending(&cx).await?.pending.iter().map(InvitationView::of).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn send(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<InvitationBody>()?;
    let id = invite(&cx, pages::invite_from(&mut input)?).await?;
    let path = format!("/p/{}/invitations/{id}", request.param_text("partnership"));
    web::created(&path, &InvitationDone { id })
}

pub(crate) async fn again(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    resend(&cx, id).await?;
    web::json(&InvitationDone { id })
}

pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    revoke(&cx, id).await?;
    web::json(&InvitationDone { id })
}
