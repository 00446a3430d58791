//! Commitments for programs. What is not create or read is a resource of its own: an answer, a
//! claim, a new date.

mod bodies;
mod views;

use base::{Title, WebLink};
use serde::de::DeserializeOwned;
use store::{Cx, Page};
use web::{Failure, Input, Request, Response};

pub(crate) use self::{bodies::*, views::*};
use super::{CommitmentId, Party, commands, parse, queries};
use crate::{Proof, add_evidence, list, list::parse as list_parse, remove_evidence};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = list_parse::filter(&mut input, cx.person()?);
    input.check()?;
    let (place, page) = list::commitments(&cx, &filter, after.as_deref()).await?;
    let page: Page<CommitmentSummary> =
        page.map(|entry| CommitmentSummary::of_entry(&entry, place.today));
    web::listing(&request, &page)
}

pub(crate) async fn propose(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ProposalBody>()?;
    let side = input.required::<Party>("side").unwrap_or(Party::Promiser);
    let in_charge = parse::in_charge(&mut input);
    let proposal = parse::proposal(&mut input, side, None);
    input.check()?;
    let Some(proposal) = proposal else { return Err(input.invalid().into()) };
    let commitment = match side {
        Party::Promiser => commands::offer(&cx, proposal, in_charge).await?,
        Party::Receiver => commands::ask(&cx, proposal).await?,
    };
    let view = CommitmentView::of(&queries::commitment(&cx, commitment.id).await?);
    let path = format!("/p/{}/commitments/{}", request.param_text("partnership"), commitment.id);
    Ok(web::created(&path, &view)?.etag(commitment.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::commitment(&cx, request.param("id")?).await?;
    Ok(web::json(&CommitmentView::of(&record))?.etag(record.commitment.revision))
}

pub(crate) async fn accept(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = maybe::<PersonBody>(&request)?;
    let in_charge = parse::in_charge(&mut input);
    input.check()?;
    let done = commands::accept(&cx, parse::target(&request)?, in_charge).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn decline(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<ReasonBody>()?, parse::why)?;
    let done = commands::decline(&cx, parse::target(&request)?, why).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn counter(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<TermsBody>()?;
    let why = input.optional("why");
    let terms = given(&mut input, parse::terms)?;
    let done = commands::counter(&cx, parse::target(&request)?, terms, why).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = maybe::<MaybeReasonBody>(&request)?;
    let why = input.optional("why");
    input.check()?;
    let done = commands::withdraw(&cx, parse::target(&request)?, why).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn claim_done(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = maybe::<NoteBody>(&request)?;
    let note = parse::note(&mut input, "note");
    input.check()?;
    let claim = commands::Claim { note, proof: None };
    let done = commands::claim_done(&cx, parse::target(&request)?, claim).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn confirm(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = maybe::<NoteBody>(&request)?;
    let thanks = parse::note(&mut input, "note");
    input.check()?;
    let done = commands::confirm(&cx, parse::target(&request)?, thanks).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn not_yet(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<ReasonBody>()?, parse::why)?;
    let done = commands::not_yet(&cx, parse::target(&request)?, why).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn move_date(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<DateBody>()?;
    let (to, why) = (input.required("due"), input.required("why"));
    let (Some(to), Some(why)) = (to, why) else { return Err(input.invalid().into()) };
    let done = commands::move_date(&cx, parse::target(&request)?, to, why).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn break_off(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<ReasonBody>()?, parse::why)?;
    let done = commands::break_off(&cx, parse::target(&request)?, why).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn hand_over(cx: Cx, request: Request) -> Result<Response, Failure> {
    let to = given(&mut request.json::<PersonBody>()?, |input| input.required("in_charge"))?;
    let done = commands::hand_over(&cx, parse::target(&request)?, to).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn explain(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<ReasonBody>()?, parse::why)?;
    let done = commands::explain(&cx, parse::target(&request)?, why).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn undo(cx: Cx, request: Request) -> Result<Response, Failure> {
    let done = commands::undo(&cx, parse::target(&request)?).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn remind(cx: Cx, request: Request) -> Result<Response, Failure> {
    let done = commands::remind(&cx, parse::target(&request)?).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn prove(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let label = input.required::<Title>("label");
    let proof = proof(&mut input);
    let (Some(label), Some(proof)) = (label, proof) else { return Err(input.invalid().into()) };
    let (done, _) = add_evidence(&cx, parse::target(&request)?, label, proof).await?;
    answer(&cx, done.id).await
}

pub(crate) async fn unprove(cx: Cx, request: Request) -> Result<Response, Failure> {
    let target = parse::target(&request)?;
    let done = remove_evidence(&cx, target, request.param("evidence")?).await?;
    answer(&cx, done.id).await
}

/// A link, or else a file.
pub(crate) fn proof(input: &mut Input) -> Option<Proof> {
    let link = input.optional::<WebLink>("link").map(Proof::Link);
    let file = input.file("file").map(|file| Proof::File { name: file.name, bytes: file.bytes });
    match (link, file) {
        (Some(_), Some(_)) => input.refuse("file", "evidence_both", Vec::new()),
        (None, None) if input.is_fine() => input.refuse("link", "evidence_none", Vec::new()),
        (None, None) => {}
        (link, file) => return link.or(file),
    }
    None
}

/// A body that may be left out altogether.
fn maybe<T: DeserializeOwned>(request: &Request) -> Result<Input, Failure> {
    match request.header("content-type") {
        None => Ok(Input::default()),
        Some(_) => request.json::<T>(),
    }
}

fn given<T>(input: &mut Input, read: impl FnOnce(&mut Input) -> Option<T>) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn answer(cx: &Cx, id: CommitmentId) -> Result<Response, Failure> {
    let record = queries::commitment(cx, id).await?;
    Ok(web::json(&CommitmentView::of(&record))?.etag(record.commitment.revision))
}
