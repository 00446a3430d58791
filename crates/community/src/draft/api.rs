//! Drafts for programs. What is not create, read or change is a resource of its own.

mod views;

use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::views::*;
use super::{
    Audience, DraftId, access, commands, diff,
    find::Filter,
    pages::{
        amendments::{proposal, target as amendment_target},
        edit::{beginning, saving},
    },
    parse, queries,
};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    web::listing(&request, &listed.page.map(|one| DraftLine::of(&one)))
}

pub(crate) async fn begin(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<BeginningBody>()?;
    let draft = commands::begin(&cx, beginning(&mut input)?).await?;
    let path = format!("/p/{}/drafts/{}", request.param_text("partnership"), draft.id);
    Ok(web::created(&path, &view(&cx, draft.id, None).await?)?.etag(draft.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, request.param("id")?).await
}

pub(crate) async fn save(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let saved = commands::save(&cx, id, saving(&mut request.json::<SavingBody>()?)?).await?;
    let collisions = saved.version.map(|version| version.collisions);
    let view = view(&cx, id, collisions).await?;
    Ok(web::json(&view)?.etag(saved.draft.revision))
}

pub(crate) async fn versions(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut query = request.query();
    let before = query.optional::<i64>("before");
    query.check()?;
    let history = queries::history(&cx, request.param("id")?, before).await?;
    // The next ones are asked for by number.
    let page = Page { items: history.page.items, next: None };
    web::listing(&request, &page.map(|version| VersionLine::of(&version)))
}

pub(crate) async fn version(cx: Cx, request: Request) -> Result<Response, Failure> {
    let number = request.param("number")?;
    let texts = queries::texts(&cx, request.param("id")?, &[number]).await?;
    let Some(version) = texts.versions.first() else {
        return Err(crate::Error::from(super::DraftError::Missing).into());
    };
    web::json(&VersionView::of(version))
}

pub(crate) async fn compare(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::READ).await?;
    let mut query = request.query();
    let (from, to) = (query.required::<i64>("from"), query.required::<i64>("to"));
    query.check()?;
    let (Some(from), Some(to)) = (from, to) else { return Err(query.invalid().into()) };
    let texts = queries::texts(&cx, request.param("id")?, &[from, to]).await?;
    let [left, right] = texts.versions.as_slice() else {
        return Err(crate::Error::from(super::DraftError::Missing).into());
    };
    let rows = diff::rows(left.text.as_str(), right.text.as_str());
    web::json(&Comparison::of(from, to, rows))
}

pub(crate) async fn propose(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: DraftId = request.param("id")?;
    let (span, after, why) = proposal(&mut request.json::<AmendmentBody>()?)?;
    let one = commands::propose(&cx, id, span, after, why).await?;
    let path =
        format!("/p/{}/drafts/{id}/amendments/{}", request.param_text("partnership"), one.id);
    Ok(web::created(&path, &AmendmentView::of(&one))?.etag(one.revision))
}

pub(crate) async fn amendment(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (_, one) = queries::amendment(&cx, amendment_target(&request)?).await?;
    Ok(web::json(&AmendmentView::of(&one))?.etag(one.revision))
}

pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<AcceptanceBody>()?;
    let words = input.optional("answer");
    input.check()?;
    let one = commands::accept(&cx, amendment_target(&request)?, words).await?;
    Ok(web::json(&AmendmentView::of(&one))?.etag(one.revision))
}

pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<RefusalBody>()?, "answer")?;
    let one = commands::decline(&cx, amendment_target(&request)?, why).await?;
    Ok(web::json(&AmendmentView::of(&one))?.etag(one.revision))
}

pub(crate) async fn withdraw_amendment(cx: Cx, request: Request) -> Result<Response, Failure> {
    let one = commands::withdraw_amendment(&cx, amendment_target(&request)?).await?;
    Ok(web::json(&AmendmentView::of(&one))?.etag(one.revision))
}

pub(crate) async fn publish(cx: Cx, request: Request) -> Result<Response, Failure> {
    let audience: Audience = given(&mut request.json::<PublicationBody>()?, "audience")?;
    answer(&cx, commands::publish(&cx, parse::target(&request)?, audience).await?.id).await
}

pub(crate) async fn unpublish(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, commands::unpublish(&cx, parse::target(&request)?).await?.id).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<SetAsideBody>()?, "why")?;
    answer(&cx, commands::withdraw(&cx, parse::target(&request)?, why).await?.id).await
}

pub(crate) async fn restore(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, commands::restore(&cx, parse::target(&request)?).await?.id).await
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

async fn answer(cx: &Cx, id: DraftId) -> Result<Response, Failure> {
    let view = view(cx, id, None).await?;
    let revision = view.revision();
    Ok(web::json(&view)?.etag(revision))
}

async fn view(cx: &Cx, id: DraftId, collisions: Option<i64>) -> Result<DraftView, Failure> {
    Ok(DraftView::of(&queries::draft(cx, id).await?, collisions))
}
