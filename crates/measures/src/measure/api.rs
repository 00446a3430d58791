//! Measures for programs: what the pages can do.

use ::store::Cx;
use base::Reason;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Failure, Request, Response, Section, Shell};

use super::{
    commands::{self, Change},
    parse,
    queries::{Found, find},
    views::{MeasureView, TargetView},
};
use crate::{Error, findings, words};

/// A measure's definition as programs send it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DefinitionBody {
    /// What people call it.
    pub title: String,
    /// What imports know it by; made from the title when it is left out.
    pub code: Option<String>,
    /// The code of its place.
    pub place: Option<String>,
    /// The name of its place.
    pub place_name: Option<String>,
    /// `population`, `how_much`, `how_well` or `better_off`.
    pub kind: String,
    /// `number`, `people`, `households`, `beds`, `hours`, `days`, `percent`, `per_1000`,
    /// `per_100000`, `dollars` or `points`.
    pub unit: String,
    /// `up`, `down` or `neither`.
    pub direction: String,
    /// `year`, `quarter`, `month` or `day`.
    pub frequency: String,
    /// What exactly it counts.
    pub about: Option<String>,
    /// What is counted.
    pub numerator: Option<String>,
    /// Out of what.
    pub denominator: Option<String>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// What one should know before one trusts them.
    pub limits: Option<String>,
    /// Who answers for it.
    pub organization: Option<String>,
    /// Who enters its numbers.
    pub keeper: Option<String>,
    /// How many days after the end of a period its number is due.
    pub due_days: Option<u16>,
    /// Counts below this are not shown; 11 when it is left out.
    pub small_count: Option<u32>,
    /// The period it started from.
    pub baseline_period: Option<String>,
    /// Where it started.
    pub baseline_value: Option<f64>,
    /// Where it should be, by when.
    #[serde(default)]
    pub targets: Vec<TargetView>,
}

/// Why a measure goes out of use.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetireBody {
    /// Why.
    pub why: String,
}

/// `GET /api/v1/p/{partnership}/measures/{slug}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let found = find(&cx, request.param_text("slug")).await?;
    answer(&cx, &found)
}

/// `POST /api/v1/p/{partnership}/measures`
pub(crate) async fn define(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DefinitionBody>()?;
    let Some(definition) = parse::definition(&mut input) else {
        return Err(input.invalid().into());
    };
    let measure = commands::define(&cx, definition).await.map_err(Error::placed)?;
    let found = find(&cx, &measure.slug).await?;
    let path = format!("/p/{}/measures/{}", found.place.slug, measure.slug);
    Ok(web::created(&path, &view(&cx, &found))?.etag(found.measure.revision))
}

/// `PUT /api/v1/p/{partnership}/measures/{slug}`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DefinitionBody>()?;
    let Some(definition) = parse::definition(&mut input) else {
        return Err(input.invalid().into());
    };
    let (slug, seen) = (request.param_text("slug").to_owned(), request.revision()?);
    let change = Change { slug, definition, seen };
    let measure = commands::change(&cx, change).await.map_err(Error::placed)?;
    answer(&cx, &find(&cx, &measure.slug).await?)
}

/// `POST /api/v1/p/{partnership}/measures/{slug}/retirement`
pub(crate) async fn retire(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RetireBody>()?;
    let Some(why) = input.required::<Reason>("why") else { return Err(input.invalid().into()) };
    let slug = request.param_text("slug");
    commands::retire(&cx, slug, why, request.revision()?).await?;
    answer(&cx, &find(&cx, slug).await?)
}

/// `DELETE /api/v1/p/{partnership}/measures/{slug}/retirement`
pub(crate) async fn restore(cx: Cx, request: Request) -> Result<Response, Failure> {
    let slug = request.param_text("slug");
    commands::restore(&cx, slug, request.revision()?).await?;
    answer(&cx, &find(&cx, slug).await?)
}

fn answer(cx: &Cx, found: &Found) -> Result<Response, Failure> {
    Ok(web::json(&view(cx, found))?.etag(found.measure.revision))
}

/// The measure as programs read it; also the page's `.json`.
pub(crate) fn view(cx: &Cx, found: &Found) -> MeasureView {
    let shell = Shell::new(cx, Some(&found.place), "measures-title", Section::Plan);
    let said = findings(&found.measure.definition, &found.observations);
    MeasureView::of(found, &said, |one| words::say(&shell, one))
}
