//! Agreements for programs. What is not create, read or change is a resource of its own.

mod views;

use store::Cx;
use web::{Failure, Request, Response};

pub(crate) use self::views::*;
use super::{
    Agreement, commands,
    pages::{verbs::Verb, write},
    parse, queries,
};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = parse::filter(&mut input);
    input.check()?;
    let (place, page) = queries::list(&cx, &filter, input.text("after")).await?;
    web::listing(&request, &page.map(|entry| AgreementLine::of(&entry, place.today)))
}

pub(crate) async fn draft(cx: Cx, request: Request) -> Result<Response, Failure> {
    let new = parse::given(&mut request.json::<AgreementBody>()?, parse::new_agreement)?;
    let agreement = commands::draft(&cx, new).await?;
    let view = AgreementView::of(&queries::agreement(&cx, agreement.id).await?);
    let path = format!("/p/{}/agreements/{}", request.param_text("partnership"), agreement.id);
    Ok(web::created(&path, &view)?.etag(agreement.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::agreement(&cx, request.param("id")?).await?;
    Ok(web::json(&AgreementView::of(&record))?.etag(record.agreement.revision))
}

pub(crate) async fn revise(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<TermsBody>()?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let (kind, kept) = (Some(record.agreement.kind), write::written(&record)?);
    let terms = parse::given(&mut input, |input| parse::terms(input, kind, Some(&kept)))?;
    answer(&cx, &commands::revise(&cx, parse::target(&request)?, terms).await?).await
}

pub(crate) async fn give(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<GrantBody>()?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let (kind, mut terms) = (record.agreement.kind, write::written(&record)?);
    terms.grants.push(parse::given(&mut input, |input| parse::grant(input, kind))?);
    answer(&cx, &commands::revise(&cx, parse::target(&request)?, terms).await?).await
}

pub(crate) async fn withhold(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ClauseBody>()?;
    let record = queries::agreement(&cx, request.param("id")?).await?;
    let mut terms = write::written(&record)?;
    terms.clauses.push(parse::given(&mut input, parse::clause)?);
    answer(&cx, &commands::revise(&cx, parse::target(&request)?, terms).await?).await
}

pub(crate) async fn drop_clause(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = write::without_clause(&cx, &request).await?;
    answer(&cx, &record.agreement).await
}

pub(crate) async fn present(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Present, request.json::<NoteBody>()?).await
}

pub(crate) async fn send_out(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::SendOut, request.json::<SignatoriesBody>()?).await
}

pub(crate) async fn sign(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Sign, request.json::<SignatureBody>()?).await
}

pub(crate) async fn recall(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Recall, request.json::<WhyBody>()?).await
}

pub(crate) async fn amend(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Amend, request.json::<WhyBody>()?).await
}

pub(crate) async fn review(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Review, request.json::<WhyBody>()?).await
}

pub(crate) async fn suspend(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Suspend, request.json::<WhyBody>()?).await
}

pub(crate) async fn resume(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Resume, request.json::<WhyBody>()?).await
}

pub(crate) async fn terminate(cx: Cx, request: Request) -> Result<Response, Failure> {
    act(&cx, &request, Verb::Terminate, request.json::<WhyBody>()?).await
}

async fn act(
    cx: &Cx,
    request: &Request,
    verb: Verb,
    mut input: web::Input,
) -> Result<Response, Failure> {
    cx.admits(verb.permission()).await?;
    let record = queries::agreement(cx, request.param("id")?).await?;
    let done = super::pages::verbs::perform(cx, request, verb, &mut input, &record).await?;
    answer(cx, &done).await
}

async fn answer(cx: &Cx, agreement: &Agreement) -> Result<Response, Failure> {
    let record = queries::agreement(cx, agreement.id).await?;
    Ok(web::json(&AgreementView::of(&record))?.etag(record.agreement.revision))
}
