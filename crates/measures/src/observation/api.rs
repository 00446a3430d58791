//! Numbers for programs: what the pages can do.

use ::store::{Cx, Page};
use base::Reason;
use serde::{Deserialize, Serialize};
use standards::Period;
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{
    commands::{self, Correction, Withdraw},
    parse,
};
use crate::{
    Error, Path,
    measure::{
        queries::{History, find, history},
        views::NumberView,
    },
};

/// A number as programs send it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberBody {
    /// The period: `2026`, `2026-Q1`, `2026-03` or `2026-03-15`.
    pub period: String,
    /// The number.
    pub value: f64,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// `first` or `final`; final when it is left out.
    pub finality: Option<String>,
    /// Where it came from.
    pub source: Option<String>,
    /// What one should know about it.
    pub note: Option<String>,
}

/// A correction as programs send it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectionBody {
    /// The number.
    pub value: f64,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// `first` or `final`; final when it is left out.
    pub finality: Option<String>,
    /// Where it came from.
    pub source: Option<String>,
    /// What one should know about it.
    pub note: Option<String>,
    /// Why it changes.
    pub why: String,
}

/// Why a number is taken back.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WithdrawalBody {
    /// Why.
    pub why: String,
}

/// `GET /api/v1/p/{partnership}/measures/{slug}/numbers`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let found = find(&cx, request.param_text("slug")).await?;
    let path = Path::of(&found.measure.definition, &found.observations);
    let view = |number| NumberView::of(&found.measure, path.as_ref(), number);
    let items = found.observations.iter().map(view).collect();
    web::listing(&request, &Page { items, next: None })
}

/// `GET /api/v1/p/{partnership}/measures/{slug}/numbers/{period}`: the number, and what it was before.
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let found =
        history(&cx, request.param_text("slug"), request.param::<Period>("period")?).await?;
    web::listing(&request, &Page { items: views(&found), next: None })
}

/// A number, what it was before, and when it was taken back: the latest first.
fn views(found: &History) -> Vec<NumberView> {
    let numbers = found.revisions.iter().map(|one| NumberView::of(&found.measure, None, one));
    let mut views: Vec<_> =
        numbers.chain(found.withdrawals.iter().map(NumberView::withdrawn)).collect();
    views.sort_by_key(|view| std::cmp::Reverse(view.revision));
    views
}

/// `POST /api/v1/p/{partnership}/measures/{slug}/numbers`
pub(crate) async fn enter(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<NumberBody>()?;
    let Some(entry) = parse::entry(&mut input) else { return Err(input.invalid().into()) };
    let (slug, period) = (request.param_text("slug"), entry.period);
    commands::enter(&cx, slug, entry).await.map_err(Error::placed)?;
    let found = history(&cx, slug, period).await?;
    let path = format!("/p/{}/measures/{slug}/numbers/{period}", found.place.slug);
    let view = found.revisions.first().map(|one| NumberView::of(&found.measure, None, one));
    web::created(&path, &view)
}

/// `PUT /api/v1/p/{partnership}/measures/{slug}/numbers/{period}`
pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<CorrectionBody>()?;
    let (slug, period) = (request.param_text("slug"), request.param::<Period>("period")?);
    let why = input.required::<Reason>("why");
    let entry = parse::entry_for(&mut input, period);
    let (Some(entry), Some(why)) = (entry, why) else { return Err(input.invalid().into()) };
    let seen = request.revision()?.map(|seen| seen.0);
    let correction = Correction { slug: slug.to_owned(), entry, why, seen };
    commands::correct(&cx, correction).await.map_err(Error::placed)?;
    let found = history(&cx, slug, period).await?;
    web::json(&found.revisions.first().map(|one| NumberView::of(&found.measure, None, one)))
}

/// `POST /api/v1/p/{partnership}/measures/{slug}/numbers/{period}/withdrawal`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<WithdrawalBody>()?;
    let (slug, period) = (request.param_text("slug"), request.param::<Period>("period")?);
    let Some(why) = input.required::<Reason>("why") else { return Err(input.invalid().into()) };
    let seen = request.revision()?.map(|seen| seen.0);
    let command = Withdraw { slug: slug.to_owned(), period, why, seen };
    let withdrawal = commands::withdraw(&cx, command).await?;
    web::json(&NumberView::withdrawn(&withdrawal))
}

/// `DELETE /api/v1/p/{partnership}/measures/{slug}/numbers/{period}/withdrawal`
pub(crate) async fn reinstate(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (slug, period) = (request.param_text("slug"), request.param::<Period>("period")?);
    let again = commands::reinstate(&cx, slug, period).await?;
    let found = find(&cx, slug).await?;
    web::json(&NumberView::of(&found.measure, None, &again))
}
