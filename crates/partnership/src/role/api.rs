//! Offers of roles as JSON.

use base::{OrganizationId, PersonId, Reason, Role};
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use web::{Failure, Request, Response};

use super::{commands, pages, queries};
use crate::{OfferStanding, RoleOffer, RoleOfferId};

/// An offer of a role.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct RoleOfferView {
    #[schema(value_type = String, example = "rof_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: RoleOfferId,
    #[schema(value_type = String)]
    person: PersonId,
    #[schema(value_type = String)]
    organization: OrganizationId,
    #[schema(value_type = String)]
    role: Role,
    #[schema(value_type = String)]
    offered_by: PersonId,
    #[schema(format = DateTime)]
    offered_at: String,
    #[schema(value_type = String)]
    standing: OfferStanding,
}

impl RoleOfferView {
    fn of(offer: &RoleOffer) -> Self {
        Self {
            id: offer.id,
            person: offer.person,
            organization: offer.organization,
            role: offer.role,
            offered_by: offer.by,
            offered_at: offer.at.rfc3339(),
            standing: offer.standing(),
        }
    }
}

/// A role to be offered.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct RoleOfferBody {
    person: String,
    organization: String,
    role: String,
    note: Option<String>,
}

/// Why a role is declined.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
#[schema(as = RoleRefusalBody)]
pub(crate) struct RefusalBody {
    why: Option<String>,
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let inbox = queries::inbox(&cx).await?;
    let items = inbox.mine.iter().chain(&inbox.made).map(RoleOfferView::of).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn offer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RoleOfferBody>()?;
    let offer = commands::offer(&cx, pages::offer_from(&mut input)?).await?;
    let path = format!("/p/{}/roles/{}", request.param_text("partnership"), offer.id);
    web::created(&path, &RoleOfferView::of(&offer))
}

pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let offer = commands::accept(&cx, request.param("id")?).await?;
    web::json(&RoleOfferView::of(&offer))
}

pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RefusalBody>()?;
    let why = input.optional::<Reason>("why");
    input.check()?;
    let offer = commands::decline(&cx, request.param("id")?, why).await?;
    web::json(&RoleOfferView::of(&offer))
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let offer = commands::withdraw(&cx, request.param("id")?).await?;
    web::json(&RoleOfferView::of(&offer))
}

/// Ends a role: one's own is left, another's is removed.
pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let held = pages::held(&request)?;
    if cx.person()? == held.person {
        commands::leave(&cx, held.organization, held.role).await?;
    } else {
        commands::remove(&cx, held).await?;
    }
    web::json(&serde_json::json!({ "ended": true }))
}
