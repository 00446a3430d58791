//! Lists of measures for programs.

use ::store::Cx;
use web::{Failure, Request, Response};

use super::{list, pages::filter};
use crate::measure::views::MeasureLine;

/// `GET /api/v1/p/{partnership}/measures`
pub(crate) async fn all(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = filter(&mut input)?;
    let listed = list(&cx, &filter, after.as_deref()).await?;
    web::listing(&request, &listed.page.map(|line| MeasureLine::of(&line)))
}
