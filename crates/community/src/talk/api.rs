//! Talk for programs. What is not create, read or change is a resource of its own.

mod views;

use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::views::*;
use super::{
    Opening, PostId, Reaction, TalkError, ThreadId, about, commands,
    commands::Look,
    find::Filter,
    pages::settings,
    parse::{self, Key},
    queries,
};
use crate::Error;

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input, &queries::kinds(&cx));
    input.check()?;
    let page = queries::page(&cx, &filter, after.as_deref()).await?;
    let page: Page<ThreadLine> = page.map(|entry| ThreadLine::of(&entry));
    web::listing(&request, &page)
}

pub(crate) async fn start(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<OpeningBody>()?;
    let (key, body) = (input.required::<Key>("about"), input.required("body"));
    let (title, organization) = (input.optional("title"), input.optional("organization"));
    let anchor = parse::anchor(&mut input);
    input.check()?;
    let (Some(key), Some(body)) = (key, body) else { return Err(input.invalid().into()) };
    let about = about(&cx, &key.kind, &key.id).await?;
    let opening = Opening { about, title, anchor, body, organization };
    let (thread, _) = commands::start(&cx, opening).await?;
    let view = view(&cx, thread.id, 0).await?;
    let path = format!("/p/{}/discussions/{}", request.param_text("partnership"), thread.id);
    web::created(&path, &view)
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut query = request.query();
    let after = query.optional::<i64>("after").unwrap_or_default();
    query.check()?;
    web::json(&view(&cx, request.param("id")?, after).await?)
}

pub(crate) async fn answer(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: ThreadId = request.param("id")?;
    let mut input = request.json::<PostBody>()?;
    let organization = input.optional("organization");
    let body = given(&mut input, "body")?;
    let post = commands::answer(&cx, id, body, organization).await?;
    let path =
        format!("/p/{}/discussions/{id}/posts/{}", request.param_text("partnership"), post.id);
    let view = post_view(&cx, (id, post.id)).await?;
    Ok(web::created(&path, &view)?.etag(post.revision))
}

pub(crate) async fn post(cx: Cx, request: Request) -> Result<Response, Failure> {
    let view = post_view(&cx, parse::target(&request)?).await?;
    let revision = view.revision();
    Ok(web::json(&view)?.etag(revision))
}

pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, seen) = (parse::target(&request)?, request.revision()?);
    let body = given(&mut request.json::<EditBody>()?, "body")?;
    let post = commands::edit(&cx, target, seen, body).await?;
    Ok(web::json(&post_view(&cx, target).await?)?.etag(post.revision))
}

pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::take_back(&cx, parse::target(&request)?).await?;
    Ok(web::no_content())
}

pub(crate) async fn react(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, reaction) = (parse::target(&request)?, reaction(&request)?);
    commands::react(&cx, target, reaction, true).await?;
    web::json(&post_view(&cx, target).await?)
}

pub(crate) async fn unreact(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (target, reaction) = (parse::target(&request)?, reaction(&request)?);
    commands::react(&cx, target, reaction, false).await?;
    web::json(&post_view(&cx, target).await?)
}

pub(crate) async fn follow(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, mut input): (ThreadId, Input) = (request.param("id")?, request.json::<FollowBody>()?);
    let mode = input.optional("mode");
    input.check()?;
    commands::follow(&cx, id, mode).await?;
    web::json(&view(&cx, id, 0).await?)
}

pub(crate) async fn close(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    commands::close(&cx, id).await?;
    web::json(&view(&cx, id, 0).await?)
}

pub(crate) async fn reopen(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    commands::reopen(&cx, id).await?;
    web::json(&view(&cx, id, 0).await?)
}

pub(crate) async fn hide(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = parse::target(&request)?;
    let why = given(&mut request.json::<WhyBody>()?, "why")?;
    commands::hide(&cx, target, why).await?;
    web::json(&post_view(&cx, target).await?)
}

pub(crate) async fn appeal(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = parse::target(&request)?;
    let why = given(&mut request.json::<WhyBody>()?, "why")?;
    commands::appeal(&cx, target, why).await?;
    web::json(&post_view(&cx, target).await?)
}

pub(crate) async fn review(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = parse::target(&request)?;
    let mut input = request.json::<ReviewBody>()?;
    let look = input.required::<Look>("look");
    let (why, look) = (given(&mut input, "why")?, look.ok_or_else(|| input.invalid())?);
    commands::review(&cx, target, look, why).await?;
    web::json(&post_view(&cx, target).await?)
}

pub(crate) async fn rulings(cx: Cx, request: Request) -> Result<Response, Failure> {
    let list = queries::rulings(&cx, request.query().text("after")).await?;
    let page = Page { items: list.page.items, next: list.page.next };
    web::listing(&request, &page.map(|hidden| RulingLine::of(&hidden)))
}

pub(crate) async fn doors(cx: Cx, _request: Request) -> Result<Response, Failure> {
    let found = queries::doors(&cx).await?;
    web::json(&DoorList { doors: found.doors.iter().map(DoorView::of).collect() })
}

pub(crate) async fn open_door(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DoorBody>()?;
    let door = settings::door(&cx, &mut input).await?;
    commands::open_door(&cx, door).await?;
    let found = queries::doors(&cx).await?;
    web::json(&DoorList { doors: found.doors.iter().map(DoorView::of).collect() })
}

fn reaction(request: &Request) -> Result<Reaction, Failure> {
    let text = request.param_text("reaction");
    text.parse().map_err(|_unknown| Error::from(TalkError::Missing).into())
}

fn given<T>(input: &mut Input, name: &str) -> Result<T, Failure>
where
    T: std::str::FromStr,
    T::Err: web::FieldError,
{
    let value = input.required(name);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn view(cx: &Cx, id: ThreadId, after: i64) -> Result<ThreadView, Failure> {
    Ok(ThreadView::of(&queries::thread(cx, id, after).await?))
}

async fn post_view(cx: &Cx, target: (ThreadId, PostId)) -> Result<PostView, Failure> {
    let history = queries::history(cx, target).await?;
    Ok(PostView::of(&history.post, history.reader))
}
