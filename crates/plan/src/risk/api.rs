//! Risks and issues for programs. What is not create, read or change is a resource of its own.

mod views;

use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::views::*;
use super::{Kind, Risk, commands, find::Filter, parse, queries};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    let page: Page<RiskLine> = listed.page.map(|risk| RiskLine::of(&risk));
    web::listing(&request, &page)
}

pub(crate) async fn note(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RiskBody>()?;
    let kind = input.required::<Kind>("kind");
    let threatens = input.all("threatens");
    let account = given(&mut input, |input| parse::account(input, kind, None))?;
    let kind = kind.ok_or_else(|| input.invalid())?;
    let risk = commands::note(&cx, kind, account, threatens).await?;
    let view = RiskView::of(&queries::record(&cx, risk.id).await?);
    let path = format!("/p/{}/risks/{}", request.param_text("partnership"), risk.id);
    Ok(web::created(&path, &view)?.etag(risk.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::record(&cx, request.param("id")?).await?;
    Ok(web::json(&RiskView::of(&record))?.etag(record.risk.revision))
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<AccountBody>()?;
    let account = given(&mut input, |input| parse::account(input, None, None))?;
    answer(&cx, &commands::change(&cx, parse::target(&request)?, account).await?).await
}

pub(crate) async fn review(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RiskReviewBody>()?;
    let (weight, next) = (parse::weight(&mut input, None), input.required("review_on"));
    let words = input.optional("words");
    input.check()?;
    let looked = weight.zip(next).ok_or_else(|| input.invalid())?;
    answer(&cx, &commands::review(&cx, parse::target(&request)?, looked, words).await?).await
}

pub(crate) async fn happen(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RiskNoteBody>()?;
    let words = input.optional("words");
    input.check()?;
    answer(&cx, &commands::happen(&cx, parse::target(&request)?, words).await?).await
}

pub(crate) async fn close(cx: Cx, request: Request) -> Result<Response, Failure> {
    let words = given(&mut request.json::<RiskNoteBody>()?, |input| input.required("words"))?;
    answer(&cx, &commands::close(&cx, parse::target(&request)?, words).await?).await
}

pub(crate) async fn reopen(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RiskNoteBody>()?;
    let words = input.optional("words");
    input.check()?;
    answer(&cx, &commands::reopen(&cx, parse::target(&request)?, words).await?).await
}

pub(crate) async fn link(cx: Cx, request: Request) -> Result<Response, Failure> {
    let item = given(&mut request.json::<RiskLinkBody>()?, |input| input.required("item"))?;
    answer(&cx, &commands::link(&cx, parse::target(&request)?, item).await?).await
}

pub(crate) async fn unlink(cx: Cx, request: Request) -> Result<Response, Failure> {
    let item = request.param("item")?;
    answer(&cx, &commands::unlink(&cx, parse::target(&request)?, item).await?).await
}

fn given<T>(input: &mut Input, read: impl FnOnce(&mut Input) -> Option<T>) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn answer(cx: &Cx, risk: &Risk) -> Result<Response, Failure> {
    let record = queries::record(cx, risk.id).await?;
    Ok(web::json(&RiskView::of(&record))?.etag(record.risk.revision))
}
