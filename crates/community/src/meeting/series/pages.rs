//! The pages of series: the list, one, and its forms.

use askama::Template;
use base::Reason;
use partnership::BodyId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{Repeats, Series, SeriesId, SeriesPlan, commands, parse, queries};
use crate::{
    Error, access,
    meeting::{
        MeetingError, queries as meetings,
        words::{self, Choice, Status},
    },
};

/// The list of series.
#[derive(Template)]
#[template(path = "community/series_list.html")]
struct ListPage {
    shell: Shell,
    base: String,
    rows: Vec<Row>,
    may_plan: bool,
}

/// One series.
struct Row {
    href: String,
    title: String,
    body: String,
    when: String,
    mark: Status,
}

/// The page of a series.
#[derive(Template)]
#[template(path = "community/series.html")]
struct SeriesPage {
    shell: Shell,
    base: String,
    kicker: String,
    mark: Status,
    short: String,
    may_keep: bool,
    facts: Vec<(String, String)>,
    next: Vec<Row>,
    all_href: String,
}

/// The form of a series.
#[derive(Template)]
#[template(path = "community/series_form.html")]
struct FormPage {
    shell: Shell,
    form: FormView,
    action: String,
    cancel: String,
    once: String,
    bodies: Vec<Choice>,
    repeats: Vec<Choice>,
    revision: String,
    change: bool,
}

/// The page on which a series is ended.
#[derive(Template)]
#[template(path = "community/series_end.html")]
struct EndPage {
    shell: Shell,
    form: FormView,
    base: String,
    revision: String,
}

web::page!(ListPage, SeriesPage, FormPage, EndPage);

/// `GET /p/{partnership}/meetings/series`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let list = queries::list(&cx).await?;
    let shell = Shell::new(&cx, Some(&list.place), "series-title", Section::Meetings);
    let crumb = shell.t("meetings-title").into_owned();
    let shell = shell.crumb(crumb, &format!("/p/{}/meetings", list.place.slug));
    let base = format!("/p/{}/meetings/series", list.place.slug);
    let row = |series: &Series| {
        let body = list.bodies.iter().find(|(id, _)| *id == series.body);
        Row {
            href: shell.href(&format!("{base}/{}", series.id)),
            title: series.plan.title.to_string(),
            body: body.map(|(_, name)| name.clone()).unwrap_or_default(),
            when: rule_words(&shell, &series.plan),
            mark: mark(&shell, series),
        }
    };
    let rows = list.series.iter().map(row).collect();
    web::page(&request, &ListPage { rows, may_plan: !list.kept.is_empty(), base, shell })
}

/// `GET /p/{partnership}/meetings/series/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = queries::series(&cx, request.param("id")?).await?;
    let (slug, series) = (&sheet.place.slug, &sheet.series);
    let shell = shell(&cx, &sheet);
    let base = format!("/p/{slug}/meetings/series/{}", series.id);
    let row = |entry: &crate::meeting::Entry| Row {
        href: shell.href(&format!("/p/{slug}/meetings/{}", entry.meeting.id)),
        title: entry.meeting.plan_of().title.to_string(),
        body: sheet.body.clone(),
        when: words::when_short(&shell, &entry.meeting),
        mark: words::mark(&shell, &entry.meeting),
    };
    let page = SeriesPage {
        kicker: sheet.body.clone(),
        mark: mark(&shell, series),
        short: rule_words(&shell, &series.plan),
        may_keep: sheet.may_keep && series.ended_on.is_none(),
        facts: facts(&shell, series),
        next: sheet.next.items.iter().map(row).collect(),
        all_href: shell.href(&format!("/p/{slug}/meetings?series={}", series.id)),
        base,
        shell,
    };
    web::page(&request, &page)
}

/// `GET /p/{partnership}/meetings/series/new`
pub(crate) async fn new(cx: Cx, request: Request) -> Result<Response, Failure> {
    cx.admits(access::KEEP).await?;
    let (place, bodies) = meetings::choices(&cx).await?;
    let mut values: Vec<(String, String)> =
        [("length", "60"), ("repeats", "monthly_weekday")].map(owned).to_vec();
    values.extend(request.query().typed());
    let shell = new_shell(&cx, &place);
    web::page(&request, &new_page(&cx, shell, FormView::filled(values), &place.slug, &bodies))
}

/// `POST /p/{partnership}/meetings/series/new`
pub(crate) async fn take(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let (place, bodies) = meetings::choices(&cx).await?;
    match begin(&cx, &mut input, &place.zone).await {
        Ok(series) => {
            let path = format!("/p/{}/meetings/series/{}", place.slug, series.id);
            Ok(web::redirect(&cx, &path).notice("series-begun-notice"))
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

async fn begin(cx: &Cx, input: &mut Input, zone: &base::Zone) -> Result<Series, Failure> {
    let body = input.required::<BodyId>("body");
    let plan = parse::plan(input, zone);
    input.check()?;
    let (Some(body), Some(plan)) = (body, plan) else { return Err(input.invalid().into()) };
    Ok(commands::begin(cx, body, plan).await?)
}

/// `GET /p/{partnership}/meetings/series/{id}/edit`
pub(crate) async fn edit(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = kept(&cx, request.param("id")?).await?;
    let form = FormView::filled(filled(&sheet.series.plan));
    web::page(&request, &edit_page(shell(&cx, &sheet), form, &sheet))
}

/// `POST /p/{partnership}/meetings/series/{id}/edit`
pub(crate) async fn change(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (id, mut input): (SeriesId, _) = (request.param("id")?, request.input()?);
    let sheet = kept(&cx, id).await?;
    match perform(&cx, &request, &mut input, &sheet.series.plan.zone).await {
        Ok(_) => Ok(web::redirect(&cx, &path(&sheet)).notice("series-changed-notice")),
        Err(failure) if failure.is_form() => {
            let mut shell = shell(&cx, &sheet);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            let page = edit_page(shell, form, &sheet);
            Ok(web::page(&request, &page)?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn perform(
    cx: &Cx,
    request: &Request,
    input: &mut Input,
    zone: &base::Zone,
) -> Result<Series, Failure> {
    let plan = parse::plan(input, zone);
    let why = input.required::<Reason>("why");
    input.check()?;
    let (Some(plan), Some(why)) = (plan, why) else { return Err(input.invalid().into()) };
    Ok(commands::change(cx, parse::on_series(request)?, plan, &why).await?)
}

/// `GET /p/{partnership}/meetings/series/{id}/end`
pub(crate) async fn ask_end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let sheet = kept(&cx, request.param("id")?).await?;
    web::page(&request, &end_page(shell(&cx, &sheet), FormView::new(), &sheet))
}

/// `POST /p/{partnership}/meetings/series/{id}/end`
pub(crate) async fn end(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    let sheet = kept(&cx, request.param("id")?).await?;
    let Some(why) = input.required::<Reason>("why") else {
        let failure = Failure::from(input.invalid());
        let mut shell = shell(&cx, &sheet);
        let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
        return Ok(web::page(&request, &end_page(shell, form, &sheet))?.with_status_of(&failure));
    };
    commands::end(&cx, parse::on_series(&request)?, &why).await?;
    Ok(web::redirect(&cx, &path(&sheet)).notice("series-ended-notice"))
}

/// A series, when the reader may change it.
async fn kept(cx: &Cx, id: SeriesId) -> Result<queries::Sheet, Failure> {
    let sheet = queries::series(cx, id).await?;
    if !sheet.may_keep {
        return Err(Error::from(MeetingError::NotYours).into());
    }
    if sheet.series.ended_on.is_some() {
        return Err(Error::from(MeetingError::SeriesEnded).into());
    }
    Ok(sheet)
}

fn path(sheet: &queries::Sheet) -> String {
    format!("/p/{}/meetings/series/{}", sheet.place.slug, sheet.series.id)
}

fn shell(cx: &Cx, sheet: &queries::Sheet) -> Shell {
    let shell = Shell::new(cx, Some(&sheet.place), "series-title", Section::Meetings);
    let (meetings, all) =
        (shell.t("meetings-title").into_owned(), shell.t("series-title").into_owned());
    let base = format!("/p/{}/meetings", sheet.place.slug);
    shell
        .crumb(meetings, &base)
        .crumb(all, &format!("{base}/series"))
        .titled(sheet.series.plan.title.to_string())
}

fn mark(shell: &Shell, series: &Series) -> Status {
    match series.ended_on {
        None => Status { kind: "ok", text: shell.t("series-goes-on").into_owned() },
        Some(on) => Status { kind: "idle", text: shell.t1("series-ended", "date", shell.date(on)) },
    }
}

/// "Each month on the second Tuesday, at 9:00 am".
fn rule_words(shell: &Shell, plan: &SeriesPlan) -> String {
    let repeats = Repeats::of(&plan.rule, plan.first_on);
    let said = match repeats {
        Repeats::Rule => shell.t1("series-by-rule", "rule", plan.rule.to_string()),
        Repeats::Weekly
        | Repeats::Fortnightly
        | Repeats::MonthlyWeekday
        | Repeats::MonthlyDay
        | Repeats::Quarterly => words::said(shell, "series-repeats", repeats),
    };
    let args = [
        ("rule", said.into()),
        ("first", shell.long_date(plan.first_on).into()),
        ("time", shell.clock(plan.clock).into()),
    ];
    shell.tn("series-words", &args)
}

fn facts(shell: &Shell, series: &Series) -> Vec<(String, String)> {
    let plan = &series.plan;
    let label = |key: &str| shell.t(key).into_owned();
    let mut facts = vec![
        (label("series-rule"), plan.rule.to_string()),
        (label("meetings-length"), words::length(shell, plan.length)),
        (label("meetings-zone"), plan.zone.name().replace('_', " ")),
        (label("series-made"), shell.date(series.made_through)),
    ];
    if let Some(place) = &plan.place {
        facts.push((label("meetings-place"), place.to_string()));
    }
    let open = if plan.open { "meetings-open-yes" } else { "meetings-open-no" };
    facts.push((label("meetings-open"), label(open)));
    facts
}

fn new_shell(cx: &Cx, place: &std::sync::Arc<store::Place>) -> Shell {
    let shell = Shell::new(cx, Some(place), "series-begin", Section::Meetings);
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
        once: cx.new_id::<SeriesId>().to_string(),
        bodies: bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        repeats: words::choices(&shell, "series-repeats", Repeats::ALL),
        action: format!("/p/{slug}/meetings/series/new"),
        cancel: format!("/p/{slug}/meetings/series"),
        revision: String::new(),
        change: false,
        shell,
        form,
    }
}

fn edit_page(shell: Shell, form: FormView, sheet: &queries::Sheet) -> FormPage {
    let base = path(sheet);
    let (title, heading) = (shell.title().to_owned(), shell.t("series-edit").into_owned());
    FormPage {
        once: String::new(),
        bodies: Vec::new(),
        repeats: words::choices(&shell, "series-repeats", Repeats::ALL),
        action: format!("{base}/edit"),
        revision: sheet.series.revision.to_string(),
        change: true,
        shell: shell.crumb(title, &base).titled(heading),
        cancel: base,
        form,
    }
}

fn end_page(shell: Shell, form: FormView, sheet: &queries::Sheet) -> EndPage {
    let base = path(sheet);
    let (title, heading) = (shell.title().to_owned(), shell.t("series-end").into_owned());
    let revision = sheet.series.revision.to_string();
    EndPage { shell: shell.crumb(title, &base).titled(heading), form, base, revision }
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// A series as its form shows it.
fn filled(plan: &SeriesPlan) -> Vec<(&'static str, String)> {
    let repeats = Repeats::of(&plan.rule, plan.first_on);
    let text = |text: Option<String>| text.unwrap_or_default();
    let mut values = vec![
        ("title", plan.title.to_string()),
        ("first_on", plan.first_on.to_string()),
        ("clock", plan.clock.to_string()),
        ("length", plan.length.minutes().to_string()),
        ("zone", plan.zone.name().to_owned()),
        ("repeats", repeats.to_string()),
        ("until", text(plan.until().map(|until| until.to_string()))),
        ("place", text(plan.place.as_ref().map(ToString::to_string))),
        ("link", text(plan.link.as_ref().map(ToString::to_string))),
    ];
    if repeats == Repeats::Rule {
        values.push(("rule", plan.rule.to_string()));
    }
    if plan.open {
        values.push(("open", "yes".to_owned()));
    }
    values
}
