//! Organizations and memberships as JSON.

use ::store::Cx;
use base::{Date, OrganizationId, Revision};
use serde::{Deserialize, Serialize};
use web::{Failure, Request, Response};

use super::{commands, pages, queries, store::Member};
use crate::{OrganizationKind, Part, Sector, forms};

/// An organization in a partnership.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct OrganizationView {
    #[schema(value_type = String, example = "org_01j9x8m2c0k4q6r8t0v2x4z6a8")]
    id: OrganizationId,
    name: String,
    short_name: String,
    #[schema(value_type = String)]
    kind: OrganizationKind,
    #[schema(value_type = String)]
    sector: Sector,
    /// The FIPS code of the state whose law it works under.
    state: Option<String>,
    tribe: Option<String>,
    website: Option<String>,
    about: Option<String>,
    /// How often the entry was changed; send it back as `If-Match`.
    revision: i64,
    membership: MembershipView,
    /// In how many partnerships it sits; which ones is not told.
    partnerships: i64,
    open_promises: i64,
}

/// An organization's place in a partnership.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct MembershipView {
    #[schema(value_type = String)]
    part: Part,
    #[schema(value_type = String, format = Date)]
    since: Date,
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    revision: i64,
}

impl OrganizationView {
    fn of(member: &Member) -> Self {
        let (organization, membership) = (&member.organization, &member.membership);
        let entry = &organization.entry;
        let text = |text: &dyn std::fmt::Display| text.to_string();
        Self {
            id: organization.id,
            name: text(&entry.name),
            short_name: text(&entry.short_name),
            kind: entry.kind,
            sector: entry.sector,
            state: entry.state.as_ref().map(|it| text(it)),
            tribe: entry.tribe.as_ref().map(|it| text(it)),
            website: entry.website.as_ref().map(|it| text(it)),
            about: entry.about.as_ref().map(|it| text(it)),
            revision: organization.revision.0,
            membership: MembershipView {
                part: membership.part,
                since: membership.since,
                until: membership.until,
                revision: membership.revision.0,
            },
            partnerships: organization.partnerships,
            open_promises: member.open_promises,
        }
    }
}

/// An organization's entry, as it is sent.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct EntryBody {
    name: String,
    short_name: String,
    kind: String,
    sector: String,
    state: Option<String>,
    tribe: Option<String>,
    website: Option<String>,
    about: Option<String>,
    revision: Option<i64>,
}

/// An organization that joins.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct AdditionBody {
    name: String,
    short_name: String,
    kind: String,
    sector: String,
    state: Option<String>,
    tribe: Option<String>,
    website: Option<String>,
    about: Option<String>,
    part: String,
    since: String,
    /// Whether an organization of this name that the register knows is the same one.
    known: Option<bool>,
}

/// A changed membership.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct MembershipBody {
    part: String,
    since: String,
    revision: Option<i64>,
}

/// The end of a membership.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct DepartureBody {
    until: String,
    revision: Option<i64>,
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (wanted, _) = pages::wanted(&request)?;
    let listed = queries::list(&cx, &wanted).await?;
    web::listing(&request, &listed.page.map(|member| OrganizationView::of(&member)))
}

pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    view(&queries::sheet(&cx, id).await?.member)
}

pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<AdditionBody>()?;
    let id = commands::add(&cx, pages::addition(&mut input)?).await?;
    let member = queries::sheet(&cx, id).await?.member;
    let path = format!("/p/{}/organizations/{id}", request.param_text("partnership"));
    let answer = web::created(&path, &OrganizationView::of(&member))?;
    Ok(answer.etag(member.organization.revision))
}

pub(crate) async fn describe(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let mut input = request.json::<EntryBody>()?;
    let seen = forms::seen(&request)?;
    let entry = pages::entry_from(&mut input);
    input.check()?;
    let Some(entry) = entry else { return Err(input.invalid().into()) };
    commands::describe(&cx, id, entry, seen).await?;
    view(&queries::sheet(&cx, id).await?.member)
}

pub(crate) async fn change_membership(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let mut input = request.json::<MembershipBody>()?;
    let seen = forms::seen(&request)?;
    let (part, since) = (input.required::<Part>("part"), input.required::<Date>("since"));
    let (Some(part), Some(since)) = (part, since) else { return Err(input.invalid().into()) };
    commands::change_membership(&cx, id, part, since, seen).await?;
    view(&queries::sheet(&cx, id).await?.member)
}

pub(crate) async fn depart(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: OrganizationId = request.param("id")?;
    let mut input = request.json::<DepartureBody>()?;
    let seen: Revision = forms::seen(&request)?;
    let Some(until) = input.required::<Date>("until") else { return Err(input.invalid().into()) };
    commands::end_membership(&cx, id, until, seen).await?;
    view(&queries::sheet(&cx, id).await?.member)
}

fn view(member: &Member) -> Result<Response, Failure> {
    Ok(web::json(&OrganizationView::of(member))?.etag(member.organization.revision))
}
