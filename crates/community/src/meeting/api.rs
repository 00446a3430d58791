//! Meetings for programs. What is not create, read or change is a resource of its own.

mod bodies;
mod views;

use partnership::BodyId;
use store::{Cx, Page};
use web::{Failure, Input, PanelPlace, Request, Response};

pub(crate) use self::{bodies::*, views::*};
use super::{
    Filter, Meeting, MeetingError, MeetingId,
    agenda::{self, ItemId, ItemState, Source, Way},
    attendance::{self, Presence},
    commands, duties, minutes,
    minutes::OutcomeKind,
    parse, queries,
};
use crate::{Error, access};

pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    input.check()?;
    let page = queries::page(&cx, &filter, after.as_deref()).await?;
    let page: Page<MeetingLine> = page.map(|entry| MeetingLine::of(&entry.meeting));
    web::listing(&request, &page)
}

pub(crate) async fn plan(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PlanBody>()?;
    let (place, _) = queries::choices(&cx).await?;
    let body = input.required::<BodyId>("body");
    let plan = parse::plan(&mut input, &place.zone);
    input.check()?;
    let (Some(body), Some(plan)) = (body, plan) else { return Err(input.invalid().into()) };
    let meeting = commands::plan(&cx, body, plan).await?;
    let view = MeetingView::of(&queries::meeting(&cx, meeting.id).await?);
    let path = format!("/p/{}/meetings/{}", place.slug, meeting.id);
    Ok(web::created(&path, &view)?.etag(meeting.revision))
}

pub(crate) async fn find(cx: Cx, request: Request) -> Result<Response, Failure> {
    answer(&cx, request.param("id")?).await
}

pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ChangeBody>()?;
    let before = queries::meeting(&cx, request.param("id")?).await?;
    let plan = parse::plan(&mut input, &before.meeting.plan_of().zone);
    input.check()?;
    let plan = plan.ok_or_else(|| input.invalid())?;
    told(&cx, commands::change(&cx, parse::target(&request)?, plan).await?).await
}

pub(crate) async fn cancel(cx: Cx, request: Request) -> Result<Response, Failure> {
    let why = given(&mut request.json::<WhyBody>()?, |input| input.required("why"))?;
    told(&cx, commands::cancel(&cx, parse::target(&request)?, why).await?).await
}

pub(crate) async fn restore(cx: Cx, request: Request) -> Result<Response, Failure> {
    told(&cx, commands::restore(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn post(cx: Cx, request: Request) -> Result<Response, Failure> {
    told(&cx, commands::post(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn begin(cx: Cx, request: Request) -> Result<Response, Failure> {
    told(&cx, commands::begin(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn close(cx: Cx, request: Request) -> Result<Response, Failure> {
    told(&cx, commands::close(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn reopen(cx: Cx, request: Request) -> Result<Response, Failure> {
    told(&cx, commands::reopen(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn submit(cx: Cx, request: Request) -> Result<Response, Failure> {
    told(&cx, commands::submit_minutes(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    told(&cx, commands::withdraw_minutes(&cx, parse::target(&request)?).await?).await
}

pub(crate) async fn approve(cx: Cx, request: Request) -> Result<Response, Failure> {
    let at = given(&mut request.json::<ApprovalBody>()?, |input| input.required("at"))?;
    told(&cx, commands::approve_minutes(&cx, parse::target(&request)?, at).await?).await
}

pub(crate) async fn proposals(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::meeting(&cx, request.param("id")?).await?;
    record.meeting.agenda_open()?;
    let panels = web::panel_items(&cx.together().await?, PanelPlace::Agenda).await?;
    let items = panels.into_iter().flat_map(|(_, items)| items);
    let items = items.map(ProposalView::of).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn add_item(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ItemBody>()?;
    let topic =
        given(&mut input, |input| agenda::parse::topic(input, request.param_text("partnership")))?;
    let id: MeetingId = request.param("id")?;
    let item = agenda::commands::add(&cx, id, topic, Source::Member).await?;
    let path = format!("/p/{}/meetings/{id}", request.param_text("partnership"));
    web::created(&path, &ItemView::of(&item, &[]))
}

pub(crate) async fn edit_item(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<ItemBody>()?;
    let topic =
        given(&mut input, |input| agenda::parse::topic(input, request.param_text("partnership")))?;
    let item = agenda::commands::edit(&cx, agenda::parse::on_item(&request)?, topic).await?;
    Ok(web::json(&ItemView::of(&item, &[]))?.etag(item.revision))
}

pub(crate) async fn remove_item(cx: Cx, request: Request) -> Result<Response, Failure> {
    agenda::commands::remove(&cx, agenda::parse::on_item(&request)?).await?;
    Ok(web::no_content())
}

pub(crate) async fn mark_item(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<StateBody>()?;
    let state = given(&mut input, |input| input.required::<ItemState>("state"))?;
    let item = agenda::commands::mark(&cx, agenda::parse::on_item(&request)?, state).await?;
    Ok(web::json(&ItemView::of(&item, &[]))?.etag(item.revision))
}

pub(crate) async fn shift_item(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<WayBody>()?;
    let way = given(&mut input, |input| input.required::<Way>("way"))?;
    let item = agenda::commands::shift(&cx, agenda::parse::on_item(&request)?, way).await?;
    Ok(web::json(&ItemView::of(&item, &[]))?.etag(item.revision))
}

pub(crate) async fn settle_item(cx: Cx, request: Request) -> Result<Response, Failure> {
    let item = agenda::commands::settle(&cx, agenda::parse::on_item(&request)?).await?;
    Ok(web::json(&ItemView::of(&item, &[]))?.etag(item.revision))
}

pub(crate) async fn notes(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::meeting(&cx, request.param("id")?).await?;
    let items = record.listed().map(NotesView::of).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn write_notes(cx: Cx, request: Request) -> Result<Response, Failure> {
    request.json::<NotesBody>()?;
    let sent = minutes::pages::sent(&request)?;
    let item = sent.item;
    let noted = minutes::commands::note(&cx, sent).await?;
    web::json(&NotedView::of(item, &noted))
}

pub(crate) async fn history(cx: Cx, request: Request) -> Result<Response, Failure> {
    let history = queries::history(&cx, request.param("id")?, request.param("item")?).await?;
    let items = history.versions.iter().map(VersionView::of).collect();
    web::listing(&request, &Page { items, next: None })
}

pub(crate) async fn add_outcome(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<OutcomeBody>()?;
    let kind = input.required::<OutcomeKind>("kind");
    let subject = input.required::<base::Line<60>>("subject");
    let (Some(kind), Some(subject)) = (kind, subject) else { return Err(input.invalid().into()) };
    let (id, item): (MeetingId, ItemId) = (request.param("id")?, request.param("item")?);
    let outcome = minutes::commands::add_outcome(&cx, id, item, kind, subject.as_str()).await?;
    let path = format!("/p/{}/meetings/{id}", request.param_text("partnership"));
    web::created(&path, &OutcomeView::of(&outcome))
}

pub(crate) async fn drop_outcome(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let kind = given(&mut input, |input| input.required::<OutcomeKind>("kind"))?;
    let (id, item): (MeetingId, ItemId) = (request.param("id")?, request.param("item")?);
    let subject = request.param_text("subject");
    minutes::commands::drop_outcome(&cx, id, item, kind, subject).await?;
    Ok(web::no_content())
}

pub(crate) async fn mark_seat(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<PresenceBody>()?;
    let presence = given(&mut input, |input| input.required::<Presence>("presence"))?;
    let id: MeetingId = request.param("id")?;
    attendance::commands::mark(&cx, id, &[(request.param("seat")?, presence)]).await?;
    answer(&cx, id).await
}

pub(crate) async fn add_guest(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<GuestBody>()?;
    let (name, organization) = (input.required("name"), input.optional("organization"));
    input.check()?;
    let name = name.ok_or_else(|| input.invalid())?;
    let id: MeetingId = request.param("id")?;
    attendance::commands::add_guest(&cx, id, name, organization).await?;
    answer(&cx, id).await
}

pub(crate) async fn remove_guest(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: MeetingId = request.param("id")?;
    attendance::commands::remove_guest(&cx, id, request.param("number")?).await?;
    Ok(web::no_content())
}

pub(crate) async fn correct(cx: Cx, request: Request) -> Result<Response, Failure> {
    let words = given(&mut request.json::<CorrectionBody>()?, |input| input.required("words"))?;
    let id: MeetingId = request.param("id")?;
    minutes::commands::correct(&cx, id, words).await?;
    answer(&cx, id).await
}

pub(crate) async fn take_correction_back(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: MeetingId = request.param("id")?;
    minutes::commands::take_correction_back(&cx, id, request.param("number")?).await?;
    Ok(web::no_content())
}

pub(crate) async fn rules(cx: Cx, request: Request) -> Result<Response, Failure> {
    let tx = cx.read(access::READ_MEETINGS).await?;
    let body: BodyId = request.param("body")?;
    let names = partnership::body_names(&tx).await.map_err(Error::from)?;
    if !names.iter().any(|(id, _)| *id == body) {
        return Err(Error::from(MeetingError::NoBody).into());
    }
    let duties = duties::store::one(&tx, body).await?;
    Ok(web::json(&RulesView::of(&duties))?.etag(duties.revision))
}

pub(crate) async fn set_rules(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.json::<RulesBody>()?;
    let duties = duties::pages::read(&mut input, request.param("body")?);
    input.check()?;
    let duties = duties::commands::set(&cx, duties, request.revision()?).await?;
    Ok(web::json(&RulesView::of(&duties))?.etag(duties.revision))
}

fn given<T>(input: &mut Input, read: impl FnOnce(&mut Input) -> Option<T>) -> Result<T, Failure> {
    let value = read(input);
    input.check()?;
    value.ok_or_else(|| input.invalid().into())
}

async fn told(cx: &Cx, meeting: Meeting) -> Result<Response, Failure> {
    answer(cx, meeting.id).await
}

async fn answer(cx: &Cx, id: MeetingId) -> Result<Response, Failure> {
    let record = queries::meeting(cx, id).await?;
    Ok(web::json(&MeetingView::of(&record))?.etag(record.meeting.revision))
}
