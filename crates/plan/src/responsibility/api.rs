//! Responsibilities for programs. What is not create or read is a resource of its own.

mod views;

use base::Reason;
use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::views::*;
use super::{Responsibility, commands, find::Filter, load::loads, parse, queries};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let matrix = queries::matrix(&cx).await?;
    let lines = filter.find(&matrix.outline, &matrix.roles);
    let (shown, next) = super::pages::matrix::paged(&lines, after);
    let items = shown.iter().map(|line| MatrixLineView::of(line, &matrix.names)).collect();
    let next = next.map(|item| item.to_string());
    web::listing(&request, &Page::<MatrixLineView> { items, next })
}

pub(crate) async fn propose(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ResponsibilityBody>()?;
    let new = given(&mut input, |input| parse::new_role(input, None))?;
    let role = commands::propose(&cx, new).await?;
    let view = ResponsibilityView::of(&queries::record(&cx, role.id).await?);
    let path = format!("/p/{}/responsibilities/{}", request.param_text("partnership"), role.id);
    Ok(web::created(&path, &view)?.etag(role.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::record(&cx, request.param("id")?).await?;
    Ok(web::json(&ResponsibilityView::of(&record))?.etag(record.role.revision))
}

pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RoleNoteBody>()?;
    let words = input.optional("words");
    input.check()?;
    answer(&cx, &commands::accept(&cx, parse::target(&request)?, words).await?).await
}

pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = why(&request)?;
    answer(&cx, &commands::decline(&cx, parse::target(&request)?, why).await?).await
}

pub(crate) async fn counter(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (duty, why) = given(&mut request.json::<OtherDutyBody>()?, parse::other_duty)?;
    answer(&cx, &commands::counter(&cx, parse::target(&request)?, duty, why).await?).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RoleNoteBody>()?;
    let words = input.optional("words");
    input.check()?;
    answer(&cx, &commands::withdraw(&cx, parse::target(&request)?, words).await?).await
}

pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = why(&request)?;
    answer(&cx, &commands::end(&cx, parse::target(&request)?, why).await?).await
}

pub(crate) async fn load(cx: Cx, request: Request) -> Result<Response, Failure> {
    let loads = loads(&cx).await?;
    let items = loads.each.iter().map(|(of, load)| LoadView::of(*of, load)).collect();
    web::listing(&request, &Page::<LoadView> { items, next: None })
}

fn why(request: &Request) -> Result<Reason, Failure> {
    given(&mut request.json::<RoleWhyBody>()?, |input| input.required("why"))
}

fn given<T>(input: &mut Input, read: impl FnOnce(&mut Input) -> Option<T>) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn answer(cx: &Cx, role: &Responsibility) -> Result<Response, Failure> {
    let record = queries::record(cx, role.id).await?;
    Ok(web::json(&ResponsibilityView::of(&record))?.etag(record.role.revision))
}
