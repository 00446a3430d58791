//! Questions for programs.

mod views;

use store::Cx;
use web::{Failure, Request, Response};

pub(crate) use self::views::*;
use super::{pages, trial};
use crate::access;

/// `GET /api/v1/p/{partnership}/agreements/test`
pub(crate) async fn test(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::TEST).await?;
    let mut input = request.query();
    let under = input.optional("agreement");
    let trial = pages::read(&mut input, under);
    input.check()?;
    let trial = trial.ok_or_else(|| input.invalid())?;
    web::json(&AnswerBody::of(&trial::test(&cx, &trial).await?))
}

/// `GET /api/v1/p/{partnership}/agreements/can-we-share`
pub(crate) async fn path(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::TEST).await?;
    let mut input = request.query();
    let path = pages::read_path(&mut input);
    input.check()?;
    let path = path.ok_or_else(|| input.invalid())?;
    let (answer, answered) = trial::path(&cx, &path).await?;
    web::json(&PathBody { path: answer.to_string(), answer: AnswerBody::of(&answered) })
}
