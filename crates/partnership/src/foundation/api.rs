//! A partnership as JSON.

use base::{Date, Language};
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use web::{Failure, Request, Response};

use super::{Profile, commands, pages, queries};
use crate::forms;

/// A partnership.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PartnershipView {
    slug: String,
    name: String,
    /// The time zone in which deadlines are dates.
    zone: String,
    #[schema(value_type = String)]
    language: Language,
    purpose: Option<String>,
    vision: Option<String>,
    charter: Option<String>,
    areas: Vec<AreaView>,
    #[schema(value_type = String, format = Date)]
    founded: Date,
    organizations: i64,
    people: i64,
    bodies: i64,
    /// How often it was changed; send it back as `If-Match`.
    revision: i64,
}

/// A state or county.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct AreaView {
    /// Its FIPS code.
    code: String,
    name: String,
}

/// What a partnership says of itself, as it is sent.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read through the input, which tells of every wrong field at once")]
pub(crate) struct PartnershipBody {
    name: String,
    zone: String,
    language: String,
    purpose: Option<String>,
    vision: Option<String>,
    charter: Option<String>,
    /// FIPS codes of states and counties.
    #[serde(default)]
    areas: Vec<String>,
    revision: Option<i64>,
}

/// A partnership of the caller.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = MyPartnershipView)]
pub(crate) struct MineView {
    slug: String,
    name: String,
    organizations: i64,
}

pub(crate) async fn show(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let (place, profile) = queries::profile(&cx).await?;
    view(&place.slug, &profile)
}

pub(crate) async fn settle(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PartnershipBody>()?;
    let seen = forms::seen(&request)?;
    let profile = commands::settle(&cx, pages::foundation_from(&mut input)?, seen).await?;
    view(request.param_text("partnership"), &profile)
}

pub(crate) async fn mine(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mine = queries::mine(&cx).await?.into_iter();
    let items = mine
        .map(|it| MineView { slug: it.slug, name: it.name, organizations: it.organizations })
        .collect();
    web::listing(&request, &Page { items, next: None })
}

fn view(slug: &str, profile: &Profile) -> Result<Response, Failure> {
    let foundation = &profile.foundation;
    let area = |area: &crate::Area| AreaView { code: area.to_string(), name: area.name() };
    let view = PartnershipView {
        slug: slug.to_owned(),
        name: foundation.name.to_string(),
        zone: foundation.zone.name().to_owned(),
        language: foundation.language,
        purpose: foundation.purpose.as_ref().map(ToString::to_string),
        vision: foundation.vision.as_ref().map(ToString::to_string),
        charter: foundation.charter.as_ref().map(ToString::to_string),
        areas: foundation.areas.iter().map(area).collect(),
        founded: profile.founded,
        organizations: profile.organizations,
        people: profile.people,
        bodies: profile.bodies,
        revision: profile.revision.0,
    };
    Ok(web::json(&view)?.etag(profile.revision))
}
