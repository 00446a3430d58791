//! The form of an event: a new one, or one that comes.

use askama::Template;
use base::Zone;
use store::{Cx, Place};
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{base_of, shell as shell_of};
use crate::{
    Error, access,
    gathering::{
        Gathering, GatheringError, GatheringId, GatheringPlan, Kind, Record, State, commands,
        parse, queries,
    },
    meeting::words::{Choice, choices},
};

/// The form of an event.
#[derive(Template)]
#[template(path = "community/gathering_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    /// Sent with the form, so that a second send plans no second event.
    once: String,
    revision: String,
    kinds: Vec<Choice>,
    hosts: Vec<Choice>,
}

web::page!(FormPage);

/// `GET /p/{partnership}/events/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::HOST).await?;
    let (place, directory) = queries::choices(&cx).await?;
    let hosts = queries::hosts(&place.standing, &directory);
    let mut values: Vec<(String, String)> = vec![("length".to_owned(), "60".to_owned())];
    if let [(only, _)] = hosts.as_slice() {
        values.push(("host".to_owned(), only.to_string()));
    }
    let shell = new_shell(&cx, &place);
    web::page(&request, &new_page(&cx, shell, FormView::filled(values), &place, hosts))
}

/// `POST /p/{partnership}/events/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let (place, directory) = queries::choices(&cx).await?;
    match plan(&cx, &mut input, &place.zone).await {
        Ok(gathering) => {
            let path = format!("/p/{}/events/{}", place.slug, gathering.id);
            Ok(web::redirect(&cx, &path).notice("gatherings-planned-notice"))
        }
        Err(failure) if failure.is_form() => {
            let hosts = queries::hosts(&place.standing, &directory);
            let mut shell = new_shell(&cx, &place);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = new_page(&cx, shell, form, &place, hosts);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn plan(cx: &Cx, input: &mut Input, zone: &Zone) -> Result<Gathering, Failure> {
    let plan = parse::plan(input, zone);
    input.check()?;
    let plan = plan.ok_or_else(|| input.invalid())?;
    Ok(commands::plan(cx, plan).await?)
}

/// `GET /p/{partnership}/events/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::gathering(&cx, request.param("id")?).await?;
    changeable(&record)?;
    let form = FormView::filled(filled(&record.gathering.plan));
    web::page(&request, &edit_page(shell_of(&cx, &record), form, &record))
}

/// `POST /p/{partnership}/events/{id}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let id: GatheringId = request.param("id")?;
    match perform(&cx, &request, &mut input, id).await {
        Ok(gathering) => {
            let path = format!("/p/{}/events/{}", request.param_text("partnership"), gathering.id);
            Ok(web::redirect(&cx, &path).notice("gatherings-changed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = queries::gathering(&cx, id).await?;
            if changeable(&record).is_err() {
                return Err(failure);
            }
            let mut shell = shell_of(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = edit_page(shell, form, &record);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    id: GatheringId,
) -> Result<Gathering, Failure> {
    let target = parse::target(request)?;
    let record = queries::gathering(cx, id).await?;
    let plan = parse::plan(input, &record.gathering.plan.when.zone);
    input.check()?;
    let plan = plan.ok_or_else(|| input.invalid())?;
    Ok(commands::change(cx, target, plan).await?)
}

/// Whether the reader can change it now.
pub(super) fn changeable(record: &Record) -> Result<(), Error> {
    if !record.may_host() {
        return Err(GatheringError::NotHost.into());
    }
    match record.gathering.state() {
        State::Cancelled { .. } => Err(GatheringError::Cancelled.into()),
        State::Planned if record.gathering.is_over(record.now) => Err(GatheringError::Over.into()),
        State::Planned => Ok(()),
    }
}

fn new_shell(cx: &Cx, place: &std::sync::Arc<Place>) -> Shell {
    let shell = Shell::new(cx, Some(place), "gatherings-plan", Section::Meetings);
    let crumb = shell.t("gatherings-title").into_owned();
    shell.crumb(crumb, &format!("/p/{}/events", place.slug))
}

fn new_page(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    place: &Place,
    hosts: Vec<(base::OrganizationId, String)>,
) -> FormPage {
    FormPage {
        once: cx.new_id::<GatheringId>().to_string(),
        action: format!("/p/{}/events/new", place.slug),
        cancel: format!("/p/{}/events", place.slug),
        revision: String::new(),
        kinds: choices(&shell, "gatherings-kind", Kind::ALL),
        hosts: hosts.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        shell,
        form,
    }
}

fn edit_page(shell: Shell, form: FormView, record: &Record) -> FormPage {
    let base = base_of(record);
    let title = shell.title().to_owned();
    let heading = shell.t("gatherings-edit").into_owned();
    let hosts = queries::hosts(&record.place.standing, &record.directory);
    FormPage {
        once: String::new(),
        action: format!("{base}/edit"),
        revision: record.gathering.revision.to_string(),
        kinds: choices(&shell, "gatherings-kind", Kind::ALL),
        hosts: hosts.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        shell: shell.crumb(title, &base).titled(heading),
        cancel: base,
        form,
    }
}

/// An event as its form shows it.
fn filled(plan: &GatheringPlan) -> Vec<(&'static str, String)> {
    let when = &plan.when;
    let text = |text: Option<String>| text.unwrap_or_default();
    let mut values = vec![
        ("kind", plan.kind.to_string()),
        ("host", plan.host.to_string()),
        ("title", when.title.to_string()),
        ("about", text(plan.about.as_ref().map(ToString::to_string))),
        ("on", when.on.to_string()),
        ("clock", when.clock.to_string()),
        ("length", when.length.minutes().to_string()),
        ("zone", when.zone.name().to_owned()),
        ("place", text(when.place.as_ref().map(ToString::to_string))),
        ("link", text(when.link.as_ref().map(ToString::to_string))),
        ("capacity", text(plan.capacity.map(|most| most.to_string()))),
        ("register_by", text(plan.register_by.map(|date| date.to_string()))),
    ];
    if when.open {
        values.push(("open", "yes".to_owned()));
    }
    values
}
