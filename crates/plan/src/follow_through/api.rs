//! Follow-through for programs.

use base::OrganizationId;
use serde::{Deserialize, Serialize};
use store::Cx;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Finding, FollowThrough, Reply, commands, follow_through, follow_through_of};

/// What became of promises in this month and the twelve before it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct FollowThroughView {
    /// The organization; absent for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    on_time: u32,
    late: u32,
    overdue: u32,
    broken: u32,
    /// Moved in time: neither late nor broken, and not a part of the rate.
    renegotiated: u32,
    /// The share kept on time with its 95 % interval after Wilson; absent below ten promises.
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<RateView>,
    /// The organization's last reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    reply: Option<ReplyView>,
}

/// A share with its interval, each between 0 and 1.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RateView {
    share: f64,
    low: f64,
    high: f64,
}

/// A reply to the figures.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = FollowThroughReplyView)]
pub(crate) struct ReplyView {
    words: String,
    on: String,
}

/// The figures of all together and of each.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct FollowThroughList {
    all: FollowThroughView,
    organizations: Vec<FollowThroughView>,
}

/// A reply.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FollowThroughReplyBody)]
pub(crate) struct ReplyBody {
    words: String,
}

pub(crate) async fn everybody(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let everybody = follow_through(&cx).await?;
    let each = everybody.each.iter().map(|(organization, figures)| {
        view(Some(*organization), figures, everybody.replies.get(organization))
    });
    web::json(&FollowThroughList {
        all: view(None, &everybody.all, None),
        organizations: each.collect(),
    })
}

pub(crate) async fn one(cx: Cx, request: Request) -> Result<Response, Failure> {
    let one = follow_through_of(&cx, request.param("organization")?).await?;
    web::json(&view(Some(one.organization), &one.figures, one.replies.first()))
}

pub(crate) async fn reply(cx: Cx, request: Request) -> Result<Response, Failure> {
    let organization: OrganizationId = request.param("organization")?;
    let mut input = request.json::<ReplyBody>()?;
    let words = input.required("words").ok_or_else(|| input.invalid())?;
    let reply = commands::reply(&cx, organization, words).await?;
    let path = format!("/p/{}/follow-through/{organization}", request.param_text("partnership"));
    web::created(&path, &ReplyView { words: reply.words.to_string(), on: reply.on.to_string() })
}

fn view(
    organization: Option<OrganizationId>,
    figures: &FollowThrough,
    reply: Option<&Reply>,
) -> FollowThroughView {
    let rate = match figures.finding() {
        Finding::Rate(rate) => Some(RateView { share: rate.share, low: rate.low, high: rate.high }),
        Finding::TooFew | Finding::Nothing => None,
    };
    FollowThroughView {
        organization: organization.map(|organization| organization.to_string()),
        on_time: figures.on_time,
        late: figures.late,
        overdue: figures.overdue,
        broken: figures.broken,
        renegotiated: figures.renegotiated,
        rate,
        reply: reply.map(|r| ReplyView { words: r.words.to_string(), on: r.on.to_string() }),
    }
}
