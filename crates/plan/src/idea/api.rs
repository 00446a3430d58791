//! Ideas and recommendations for programs. What is not create, read or change is a resource of its
//! own.

mod views;

use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::views::*;
use super::{Idea, Kind, commands, find::Filter, parse, queries};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    let page: Page<IdeaLine> = listed.page.map(|idea| IdeaLine::of(&idea));
    web::listing(&request, &page)
}

pub(crate) async fn propose(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<IdeaBody>()?;
    let kind = input.required::<Kind>("kind");
    let account = given(&mut input, |input| parse::account(input, kind, None))?;
    let kind = kind.ok_or_else(|| input.invalid())?;
    let idea = commands::propose(&cx, kind, account).await?;
    let view = IdeaView::of(&queries::record(&cx, idea.id).await?);
    let path = format!("/p/{}/ideas/{}", request.param_text("partnership"), idea.id);
    Ok(web::created(&path, &view)?.etag(idea.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::record(&cx, request.param("id")?).await?;
    Ok(web::json(&IdeaView::of(&record))?.etag(record.idea.revision))
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<IdeaAccountBody>()?;
    let account = given(&mut input, |input| parse::account(input, None, None))?;
    answer(&cx, &commands::change(&cx, parse::target(&request)?, account).await?).await
}

pub(crate) async fn begin(cx: Cx, request: Request) -> Result<Response, Failure> {
    let pilot = given(&mut request.json::<PilotBody>()?, |input| parse::pilot(input, None))?;
    answer(&cx, &commands::begin(&cx, parse::target(&request)?, pilot).await?).await
}

pub(crate) async fn conclude(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (verdict, learned) = given(&mut request.json::<IdeaResultBody>()?, parse::result)?;
    let idea = commands::conclude(&cx, parse::target(&request)?, verdict, learned).await?;
    answer(&cx, &idea).await
}

pub(crate) async fn reopen(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<IdeaWhyBody>()?, |input| input.required("why"))?;
    answer(&cx, &commands::reopen(&cx, parse::target(&request)?, why).await?).await
}

fn given<T>(input: &mut Input, read: impl FnOnce(&mut Input) -> Option<T>) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn answer(cx: &Cx, idea: &Idea) -> Result<Response, Failure> {
    let record = queries::record(cx, idea.id).await?;
    Ok(web::json(&IdeaView::of(&record))?.etag(record.idea.revision))
}
