//! The forms of an agenda: an item of one's own, one that is there, and what is done with one press.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Shell};

use super::{Item, ItemId, ItemKind, ItemState, Source, Topic, Way, commands, parse};
use crate::{
    Error,
    meeting::{
        MeetingError, Record,
        pages::{base_of, shell},
        queries,
        words::Choice,
    },
};

/// The form of an item.
#[derive(Template)]
#[template(path = "community/item_form.html")]
struct ItemPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    once: String,
    partners: Vec<Choice>,
    revision: String,
}

web::page!(ItemPage);

/// `GET /p/{partnership}/meetings/{id}/items/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = open(&cx, &request).await?;
    let form = FormView::filled(request.query().typed());
    web::page(&request, &new_page(&cx, shell(&cx, &record), form, &record))
}

/// `POST /p/{partnership}/meetings/{id}/items/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match add(&cx, &request, &mut input, Source::Member).await {
        Ok(item) => {
            let path = format!("{}#{}", meeting_path(&request), item.id);
            Ok(web::redirect(&cx, &path).notice("agenda-added-notice"))
        }
        Err(failure) if failure.is_form() => {
            let Ok(record) = open(&cx, &request).await else { return Err(failure) };
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = new_page(&cx, shell, form, &record);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

/// `POST /p/{partnership}/meetings/{id}/items/take`
pub(crate) async fn take_proposed(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let item = add(&cx, &request, &mut input, Source::Proposed).await?;
    let path = format!("{}#{}", meeting_path(&request), item.id);
    Ok(web::redirect(&cx, &path).notice("agenda-added-notice"))
}

/// `POST /p/{partnership}/meetings/{id}/items/aside`
pub(crate) async fn set_aside(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let topic = read(&request, &mut input)?;
    commands::set_aside(&cx, request.param("id")?, topic).await?;
    Ok(web::redirect(&cx, &meeting_path(&request)).notice("agenda-aside-notice"))
}

async fn add(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    source: Source,
) -> Result<Item, Failure> {
    let topic = read(request, input)?;
    Ok(commands::add(cx, request.param("id")?, topic, source).await?)
}

fn read(request: &Request, input: &mut Input) -> Result<Topic, Failure> {
    let topic = parse::topic(input, request.param_text("partnership"));
    input.check()?;
    topic.ok_or_else(|| input.invalid().into())
}

/// `GET /p/{partnership}/meetings/{id}/items/{item}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (record, item) = editable(&cx, &request).await?;
    let form = FormView::filled(filled(&item.topic));
    web::page(&request, &edit_page(shell(&cx, &record), form, &record, &item))
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    match perform(&cx, &request, &mut input).await {
        Ok(item) => {
            let path = format!("{}#{}", meeting_path(&request), item.id);
            Ok(web::redirect(&cx, &path).notice("agenda-changed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let Ok((record, item)) = editable(&cx, &request).await else { return Err(failure) };
            let mut shell = shell(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = edit_page(shell, form, &record, &item);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(cx: &Cx, request: &Request, input: &mut Input) -> Result<Item, Failure> {
    let topic = read(request, input)?;
    Ok(commands::edit(cx, parse::on_item(request)?, topic).await?)
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/{up|down}`
pub(crate) async fn shift(cx: Cx, request: Request) -> Result<Response, Failure> {
    let last = request.path().rsplit('/').next().unwrap_or_default();
    let way: Way = last.parse().map_err(|_unknown| Error::from(MeetingError::NoItem))?;
    let item = commands::shift(&cx, parse::on_item(&request)?, way).await?;
    Ok(web::redirect(&cx, &format!("{}#{}", meeting_path(&request), item.id)))
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/remove`
pub(crate) async fn remove(cx: Cx, request: Request) -> Result<Response, Failure> {
    commands::remove(&cx, parse::on_item(&request)?).await?;
    Ok(web::redirect(&cx, &meeting_path(&request)).notice("agenda-removed-notice"))
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/mark`
pub(crate) async fn mark(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let state = input.required::<ItemState>("state").ok_or_else(|| input.invalid())?;
    let item = commands::mark(&cx, parse::on_item(&request)?, state).await?;
    Ok(web::redirect(&cx, &back(&request, item.id)))
}

/// `POST /p/{partnership}/meetings/{id}/items/{item}/settle`
pub(crate) async fn settle(cx: Cx, request: Request) -> Result<Response, Failure> {
    let item = commands::settle(&cx, parse::on_item(&request)?).await?;
    Ok(web::redirect(&cx, &back(&request, item.id)).notice("minutes-settled-notice"))
}

/// The minutes, at an item.
fn back(request: &Request, item: ItemId) -> String {
    format!("{}/minutes#{item}", meeting_path(request))
}

fn meeting_path(request: &Request) -> String {
    format!("/p/{}/meetings/{}", request.param_text("partnership"), request.param_text("id"))
}

/// The meeting, when the reader may put something on its agenda.
async fn open(cx: &Cx, request: &Request) -> Result<Record, Failure> {
    let record = queries::meeting(cx, request.param("id")?).await?;
    if !record.may_take_part() {
        return Err(Error::from(MeetingError::NotTakingPart).into());
    }
    record.meeting.agenda_open()?;
    Ok(record)
}

async fn editable(cx: &Cx, request: &Request) -> Result<(Record, Item), Failure> {
    let record = open(cx, request).await?;
    let id: ItemId = request.param("item")?;
    let item = record.agenda.iter().find(|item| item.id == id && item.kind == ItemKind::Topic);
    let item = item.cloned().ok_or_else(|| Error::from(MeetingError::NoItem))?;
    Ok((record, item))
}

fn partners(record: &Record) -> Vec<Choice> {
    record.directory.current().map(|entry| (entry.id.to_string(), entry.name.clone())).collect()
}

fn new_page(cx: &Cx, shell: Shell, form: FormView, record: &Record) -> ItemPage {
    let base = base_of(record);
    let (title, heading) = (shell.title().to_owned(), shell.t("agenda-add").into_owned());
    ItemPage {
        once: cx.new_id::<ItemId>().to_string(),
        action: format!("{base}/items/new"),
        partners: partners(record),
        revision: String::new(),
        shell: shell.crumb(title, &base).titled(heading),
        cancel: base,
        form,
    }
}

fn edit_page(shell: Shell, form: FormView, record: &Record, item: &Item) -> ItemPage {
    let base = base_of(record);
    let (title, heading) = (shell.title().to_owned(), shell.t("agenda-edit").into_owned());
    ItemPage {
        once: String::new(),
        action: format!("{base}/items/{}/edit", item.id),
        partners: partners(record),
        revision: item.revision.to_string(),
        shell: shell.crumb(title, &base).titled(heading),
        cancel: base,
        form,
    }
}

/// An item as its form shows it.
fn filled(topic: &Topic) -> Vec<(&'static str, String)> {
    let text = |text: Option<String>| text.unwrap_or_default();
    vec![
        ("title", topic.title.to_string()),
        ("length", text(topic.length.map(|length| length.minutes().to_string()))),
        ("presenter", text(topic.presenter.map(|presenter| presenter.to_string()))),
        ("why", text(topic.why.as_ref().map(ToString::to_string))),
        ("about", text(topic.about.as_ref().map(ToString::to_string))),
    ]
}
