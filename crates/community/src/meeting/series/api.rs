//! Series of meetings for programs.

use base::Reason;
use partnership::BodyId;
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Series, SeriesId, commands, parse, queries};
use crate::meeting::queries as meetings;

/// When and where a body meets again and again.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeriesBody {
    body: String,
    title: String,
    /// The first day on which there may be a meeting.
    first_on: String,
    clock: String,
    /// How many minutes each takes.
    length: i64,
    /// The zone of days and times; the partnership's without one.
    zone: Option<String>,
    /// `weekly`, `fortnightly`, `monthly_weekday`, `monthly_day`, `quarterly`, or `rule`.
    repeats: Option<String>,
    /// The last day on which there may be a meeting; not with `rule`.
    until: Option<String>,
    /// A recurrence rule of RFC 5545, such as `FREQ=MONTHLY;BYDAY=2TU`.
    rule: Option<String>,
    place: Option<String>,
    link: Option<String>,
    open: Option<bool>,
}

/// A change of a series, and why.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeriesChangeBody {
    title: String,
    first_on: String,
    clock: String,
    length: i64,
    zone: Option<String>,
    repeats: Option<String>,
    until: Option<String>,
    rule: Option<String>,
    place: Option<String>,
    link: Option<String>,
    open: Option<bool>,
    /// What those hear whose meeting is cancelled by the change.
    why: String,
}

/// Why a series ends.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeriesEndBody {
    why: String,
}

/// A series of meetings.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SeriesView {
    id: String,
    body: String,
    title: String,
    first_on: String,
    clock: String,
    length: i64,
    zone: String,
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    open: bool,
    /// The day through which its meetings were made.
    made_through: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_on: Option<String>,
    revision: i64,
}

impl SeriesView {
    fn of(series: &Series) -> Self {
        let plan = &series.plan;
        Self {
            id: series.id.to_string(),
            body: series.body.to_string(),
            title: plan.title.to_string(),
            first_on: plan.first_on.to_string(),
            clock: plan.clock.to_string(),
            length: plan.length.minutes(),
            zone: plan.zone.name().to_owned(),
            rule: plan.rule.to_string(),
            place: plan.place.as_ref().map(ToString::to_string),
            link: plan.link.as_ref().map(ToString::to_string),
            open: plan.open,
            made_through: series.made_through.to_string(),
            ended_on: series.ended_on.map(|on| on.to_string()),
            revision: series.revision.0,
        }
    }
}

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let list = queries::list(&cx).await?;
    let items = list.series.iter().map(SeriesView::of).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn begin(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<SeriesBody>()?;
    let (place, _) = meetings::choices(&cx).await?;
    let body = input.required::<BodyId>("body");
    let plan = parse::plan(&mut input, &place.zone);
    input.check()?;
    let (Some(body), Some(plan)) = (body, plan) else { return Err(input.invalid().into()) };
    let series = commands::begin(&cx, body, plan).await?;
    let path = format!("/p/{}/meetings/series/{}", place.slug, series.id);
    Ok(web::created(&path, &SeriesView::of(&series))?.etag(series.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::series(&cx, request.param::<SeriesId>("id")?).await?;
    Ok(web::json(&SeriesView::of(&sheet.series))?.etag(sheet.series.revision))
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<SeriesChangeBody>()?;
    let before = queries::series(&cx, request.param::<SeriesId>("id")?).await?;
    let plan = parse::plan(&mut input, &before.series.plan.zone);
    let why = input.required::<Reason>("why");
    input.check()?;
    let (Some(plan), Some(why)) = (plan, why) else { return Err(input.invalid().into()) };
    let series = commands::change(&cx, parse::on_series(&request)?, plan, &why).await?;
    Ok(web::json(&SeriesView::of(&series))?.etag(series.revision))
}

pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<SeriesEndBody>()?;
    let why = input.required::<Reason>("why").ok_or_else(|| input.invalid())?;
    let series = commands::end(&cx, parse::on_series(&request)?, &why).await?;
    Ok(web::json(&SeriesView::of(&series))?.etag(series.revision))
}
