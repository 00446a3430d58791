//! Decisions for programs. What is not create, read or change is a resource of its own.

mod views;

use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::views::*;
use super::{Decision, DecisionId, Filter, commands, parse, queries};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let (_, page) = queries::page(&cx, &filter, after.as_deref()).await?;
    let page: Page<DecisionLine> = page.map(|entry| DecisionLine::of(&entry));
    web::listing(&request, &page)
}

pub(crate) async fn propose(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<QuestionBody>()?;
    let old = input.optional::<DecisionId>("supersedes");
    let question = given(&mut input, |input| parse::question(input, None))?;
    let decision = match old {
        Some(old) => commands::supersede(&cx, old, question).await?,
        None => commands::propose(&cx, question).await?,
    };
    let view = DecisionView::of(&queries::decision(&cx, decision.id).await?);
    let path = format!("/p/{}/decisions/{}", request.param_text("partnership"), decision.id);
    Ok(web::created(&path, &view)?.etag(decision.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::decision(&cx, request.param("id")?).await?;
    Ok(web::json(&DecisionView::of(&record))?.etag(record.decision.revision))
}

pub(crate) async fn revise(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<QuestionBody>()?;
    let question = given(&mut input, |input| parse::question(input, None))?;
    answer(&cx, &commands::revise(&cx, parse::target(&request)?, question).await?).await
}

pub(crate) async fn put(cx: Cx, request: Request) -> Result<Response, Failure> {
    let due = given(&mut request.json::<PutBody>()?, |input| input.required("due"))?;
    answer(&cx, &commands::put(&cx, parse::target(&request)?, due).await?).await
}

pub(crate) async fn give(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PositionBody>()?;
    let (voter, said) = parse::said(&mut input);
    input.check()?;
    answer(&cx, &commands::give(&cx, parse::target(&request)?, voter, said).await?).await
}

pub(crate) async fn take_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let voter = input.optional("voter");
    input.check()?;
    answer(&cx, &commands::take_back(&cx, parse::target(&request)?, voter).await?).await
}

pub(crate) async fn amend(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<AmendBody>()?;
    let (text, why) = (input.required("proposal"), input.required("why"));
    let due = input.required("due");
    let (Some(text), Some(why), Some(due)) = (text, why, due) else {
        return Err(input.invalid().into());
    };
    answer(&cx, &commands::amend(&cx, parse::target(&request)?, text, why, due).await?).await
}

pub(crate) async fn close(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<VerdictBody>()?;
    let verdict = parse::verdict(&mut input);
    input.check()?;
    answer(&cx, &commands::close(&cx, parse::target(&request)?, verdict).await?).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<RetractionBody>()?, |input| input.required("why"))?;
    answer(&cx, &commands::withdraw(&cx, parse::target(&request)?, why).await?).await
}

fn given<T>(input: &mut Input, read: impl FnOnce(&mut Input) -> Option<T>) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn answer(cx: &Cx, decision: &Decision) -> Result<Response, Failure> {
    let record = queries::decision(cx, decision.id).await?;
    Ok(web::json(&DecisionView::of(&record))?.etag(record.decision.revision))
}
