//! The form of one meeting: a new one, or one that is planned.

use askama::Template;
use base::Zone;
use partnership::BodyId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{base_of, shell as shell_of};
use crate::{
    Error, access,
    meeting::{Meeting, MeetingError, MeetingId, Plan, commands, parse, queries, words::Choice},
};

/// The form of a meeting.
#[derive(Template)]
#[template(path = "community/meeting_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    /// Sent with the form, so that a second send plans no second meeting.
    once: String,
    /// The bodies to choose from; none when it is planned already.
    bodies: Vec<Choice>,
    revision: String,
    series: Option<String>,
}

web::page!(FormPage);

/// `GET /p/{partnership}/meetings/new`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP).await?;
    let (place, bodies) = queries::choices(&cx).await?;
    let shell = new_shell(&cx, &place);
    let mut values: Vec<(String, String)> = vec![("length".to_owned(), "60".to_owned())];
    values.extend(request.query().typed());
    web::page(&request, &new_page(&cx, shell, FormView::filled(values), &place.slug, &bodies))
}

/// `POST /p/{partnership}/meetings/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let (place, bodies) = queries::choices(&cx).await?;
    match plan(&cx, &mut input, &place.zone).await {
        Ok(meeting) => {
            let path = format!("/p/{}/meetings/{}", place.slug, meeting.id);
            Ok(web::redirect(&cx, &path).notice("meetings-planned-notice"))
        }
        Err(failure) if failure.is_form() => {
            let mut shell = new_shell(&cx, &place);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = new_page(&cx, shell, form, &place.slug, &bodies);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn plan(cx: &Cx, input: &mut Input, zone: &Zone) -> Result<Meeting, Failure> {
    let body = input.required::<BodyId>("body");
    let plan = parse::plan(input, zone);
    let (Some(body), Some(plan)) = (body, plan) else { return Err(input.invalid().into()) };
    input.check()?;
    Ok(commands::plan(cx, body, plan).await?)
}

/// `GET /p/{partnership}/meetings/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::meeting(&cx, request.param("id")?).await?;
    if !record.may_keep() {
        return Err(Error::from(MeetingError::NotYours).into());
    }
    record.meeting.planned()?;
    let form = FormView::filled(filled(record.meeting.plan_of()));
    let shell = shell_of(&cx, &record);
    web::page(&request, &edit_page(shell, form, &base_of(&record), &record.meeting))
}

/// `POST /p/{partnership}/meetings/{id}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let id: MeetingId = request.param("id")?;
    match perform(&cx, &request, &mut input, id).await {
        Ok(meeting) => {
            let path = format!("/p/{}/meetings/{}", request.param_text("partnership"), meeting.id);
            Ok(web::redirect(&cx, &path).notice("meetings-changed-notice"))
        }
        Err(failure) if failure.is_form() => {
            let record = queries::meeting(&cx, id).await?;
            if record.meeting.planned().is_err() {
                return Err(failure);
            }
            let mut shell = shell_of(&cx, &record);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = edit_page(shell, form, &base_of(&record), &record.meeting);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    id: MeetingId,
) -> Result<Meeting, Failure> {
    let target = parse::target(request)?;
    let record = queries::meeting(cx, id).await?;
    let plan = parse::plan(input, &record.meeting.plan_of().zone);
    input.check()?;
    let plan = plan.ok_or_else(|| input.invalid())?;
    Ok(commands::change(cx, target, plan).await?)
}

fn new_shell(cx: &Cx, place: &std::sync::Arc<store::Place>) -> Shell {
    let shell = Shell::new(cx, Some(place), "meetings-plan", Section::Meetings);
    let crumb = shell.t("meetings-title").into_owned();
    shell.crumb(crumb, &format!("/p/{}/meetings", place.slug))
}

fn new_page(
    cx: &Cx,
    shell: Shell,
    form: FormView,
    slug: &str,
    bodies: &[(BodyId, String)],
) -> FormPage {
    FormPage {
        once: cx.new_id::<MeetingId>().to_string(),
        bodies: bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        action: format!("/p/{slug}/meetings/new"),
        cancel: format!("/p/{slug}/meetings"),
        revision: String::new(),
        series: None,
        shell,
        form,
    }
}

fn edit_page(shell: Shell, form: FormView, base: &str, meeting: &Meeting) -> FormPage {
    let title = shell.title().to_owned();
    let heading = shell.t("meetings-verb-edit").into_owned();
    let series = meeting.series.map(|_| shell.t("meetings-edit-one").into_owned());
    FormPage {
        once: String::new(),
        bodies: Vec::new(),
        action: format!("{base}/edit"),
        cancel: base.to_owned(),
        revision: meeting.revision.to_string(),
        shell: shell.crumb(title, base).titled(heading),
        series,
        form,
    }
}

/// A meeting as its form shows it.
fn filled(plan: &Plan) -> Vec<(&'static str, String)> {
    let mut values = vec![
        ("title", plan.title.to_string()),
        ("on", plan.on.to_string()),
        ("clock", plan.clock.to_string()),
        ("length", plan.length.minutes().to_string()),
        ("zone", plan.zone.name().to_owned()),
        ("place", plan.place.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("link", plan.link.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    if plan.open {
        values.push(("open", "yes".to_owned()));
    }
    values
}
