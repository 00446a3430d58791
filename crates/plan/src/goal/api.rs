//! The plan for programs. What is not create, read or change is a resource of its own.

mod views;

use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::views::*;
use super::{Item, commands, find::Filter, parse, queries};
use crate::roadmap;

/// Every item that fits, in the plan's order; a plan is small enough to come whole.
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = Filter::read(&mut input);
    input.check()?;
    let whole = queries::whole(&cx).await?;
    let today = whole.place.today;
    let found = filter.find(&whole.outline, today);
    let items = found.into_iter().map(|item| ItemLine::of(&whole.outline, item, today)).collect();
    web::listing(&request, &Page::<ItemLine> { items, next: None })
}

pub(crate) async fn add(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ItemBody>()?;
    let new = given(&mut input, |input| parse::new_item(input, None))?;
    let item = commands::add(&cx, new).await?;
    let view = ItemView::of(&queries::item(&cx, item.id).await?);
    let path = format!("/p/{}/goals/{}", request.param_text("partnership"), item.id);
    Ok(web::created(&path, &view)?.etag(item.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::item(&cx, request.param("id")?).await?;
    Ok(web::json(&ItemView::of(&record))?.etag(record.item.revision))
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<AimBody>()?;
    let aim = given(&mut input, |input| parse::aim(input, None))?;
    answer(&cx, &commands::change(&cx, parse::target(&request)?, aim).await?).await
}

pub(crate) async fn move_dates(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DatesBody>()?;
    let (span, why) = given(&mut input, parse::dates)?;
    answer(&cx, &commands::move_dates(&cx, parse::target(&request)?, span, why).await?).await
}

pub(crate) async fn pushes(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let span = parse::span(&mut input);
    input.check()?;
    let pushes = roadmap::queries::pushes(&cx, request.param("id")?, span).await?;
    let items = pushes.iter().map(|(item, push)| PushView::of(item, push)).collect();
    web::listing(&request, &Page::<PushView> { items, next: None })
}

pub(crate) async fn wait_for(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DependencyBody>()?;
    let lag: Option<i64> = input.optional("lag_days");
    let before = given(&mut input, |input| input.required("before"))?;
    let target = parse::target(&request)?;
    answer(&cx, &roadmap::wait_for(&cx, target, before, lag.unwrap_or_default()).await?).await
}

pub(crate) async fn wait_no_longer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let before = request.param("before")?;
    answer(&cx, &roadmap::wait_no_longer(&cx, parse::target(&request)?, before).await?).await
}

pub(crate) async fn review(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ReviewBody>()?;
    let words = input.optional("words");
    input.check()?;
    answer(&cx, &commands::review(&cx, parse::target(&request)?, words).await?).await
}

pub(crate) async fn close(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<CloseBody>()?;
    let (how, words) = given(&mut input, parse::ending)?;
    answer(&cx, &commands::close(&cx, parse::target(&request)?, how, words).await?).await
}

pub(crate) async fn reopen(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<WhyBody>()?, parse::why)?;
    answer(&cx, &commands::reopen(&cx, parse::target(&request)?, why).await?).await
}

pub(crate) async fn judge(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (status, why) = given(&mut request.json::<JudgeBody>()?, parse::judgement)?;
    answer(&cx, &commands::judge(&cx, parse::target(&request)?, status, why).await?).await
}

pub(crate) async fn unjudge(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, &commands::unjudge(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn link(cx: Cx, request: Request) -> Result<Response, Failure> {
    let upper = given(&mut request.json::<LinkBody>()?, |input| input.required("upper"))?;
    answer(&cx, &commands::link(&cx, parse::target(&request)?, upper).await?).await
}

pub(crate) async fn unlink(cx: Cx, request: Request) -> Result<Response, Failure> {
    let upper = request.param("upper")?;
    answer(&cx, &commands::unlink(&cx, parse::target(&request)?, upper).await?).await
}

pub(crate) async fn parts(cx: Cx, request: Request) -> Result<Response, Failure> {
    let after = request.query().text("after").map(str::to_owned);
    let page = queries::parts(&cx, request.param("id")?, after.as_deref()).await?;
    let page: Page<PartView> = page.map(|(part, own)| PartView::of(&part, own));
    web::listing(&request, &page)
}

pub(crate) async fn attach(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<CommitmentBody>()?;
    let commitment = input.optional("commitment");
    input.check()?;
    let target = parse::target(&request)?;
    let item = match commitment {
        Some(commitment) => commands::attach(&cx, target, commitment).await?,
        None => commands::adopt(&cx, target).await?,
    };
    answer(&cx, &item).await
}

pub(crate) async fn detach(cx: Cx, request: Request) -> Result<Response, Failure> {
    let commitment = request.param("commitment")?;
    answer(&cx, &commands::detach(&cx, parse::target(&request)?, commitment).await?).await
}

pub(crate) async fn order(cx: Cx, request: Request) -> Result<Response, Failure> {
    let direction = given(&mut request.json::<OrderBody>()?, |input| input.required("direction"))?;
    answer(&cx, &commands::order(&cx, parse::target(&request)?, direction).await?).await
}

fn given<T>(input: &mut Input, read: impl FnOnce(&mut Input) -> Option<T>) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn answer(cx: &Cx, item: &Item) -> Result<Response, Failure> {
    let record = queries::item(cx, item.id).await?;
    Ok(web::json(&ItemView::of(&record))?.etag(record.item.revision))
}
