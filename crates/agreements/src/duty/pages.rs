//! *Tasks from receipts*: the list, and one with the form that says what was done.

use askama::Template;
use base::OrganizationId;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::{
    Duty, DutyId, commands,
    queries::{self, Duties, Seen},
};
use crate::{
    access,
    agreement::{
        parse::given,
        words::{self, Choice, Status},
    },
};

base::words! {
    /// Which tasks a list shows.
    pub(crate) enum Which {
        /// Those that wait.
        Open = "open",
        /// Those that were done.
        Done = "done",
    }
}

/// The list.
#[derive(Template)]
#[template(path = "agreements/duties.html")]
struct DutiesPage {
    shell: Shell,
    base: String,
    heading: String,
    states: Vec<Choice>,
    state: String,
    organizations: Vec<Choice>,
    /// The one of them whose list it is.
    organization: String,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    href: String,
    what: String,
    code: String,
    mark: Status,
    due: String,
}

/// A task.
#[derive(Template)]
#[template(path = "agreements/duty.html")]
struct DutyPage {
    shell: Shell,
    form: FormView,
    mark: Status,
    text: String,
    what: String,
    facts: Vec<(String, String)>,
    receipt: Option<String>,
    open: bool,
    action: String,
    back: String,
}

web::page!(DutiesPage, DutyPage);

/// What a list of tasks is narrowed to.
pub(crate) fn filter(input: &mut Input) -> (Option<OrganizationId>, Which) {
    (input.optional("organization"), input.optional("state").unwrap_or(Which::Open))
}

/// `GET /p/{partnership}/duties`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (of, which) = filter(&mut input);
    let duties = queries::duties(&cx, of, which == Which::Open, input.text("after")).await?;
    web::page(&request, &list_page(&cx, &input, which, &duties))
}

fn list_page(cx: &Cx, input: &Input, which: Which, duties: &Duties) -> DutiesPage {
    let place = &duties.place;
    let shell = Shell::new(cx, Some(place), "tasks-title", Section::Agreements);
    let base = format!("/p/{}/duties", place.slug);
    let kept: Vec<(&str, String)> = ["state", "organization"]
        .into_iter()
        .filter_map(|name| input.text(name).map(|value| (name, value.to_owned())))
        .collect();
    let to = |pairs: &[(&str, String)]| shell.href(&words::address(&base, pairs));
    let next = duties.page.next.as_ref().map(|mark| {
        let mut pairs = kept.clone();
        pairs.push(("after", mark.clone()));
        to(&pairs)
    });
    let row = |duty: &Duty| Row {
        href: shell.href(&format!("{base}/{}", duty.id)),
        what: words::said(&shell, "tasks-kind", duty.kind),
        code: crate::receipt::code(duty.receipt),
        mark: mark(&shell, duty, duties.now),
        due: shell.when(duty.due_at),
    };
    let name = |id: &OrganizationId| (id.to_string(), duties.directory.name(*id).to_owned());
    DutiesPage {
        heading: words::said(&shell, "tasks-state", which),
        states: words::choices(&shell, "tasks-state", Which::ALL),
        state: which.to_string(),
        organizations: duties.organizations.iter().map(name).collect(),
        organization: duties.organization.map(|of| of.to_string()).unwrap_or_default(),
        rows: duties.page.items.iter().map(row).collect(),
        first: input.text("after").map(|_| to(&kept)),
        next,
        base,
        shell,
    }
}

fn mark(shell: &Shell, duty: &Duty, now: base::Instant) -> Status {
    let (kind, key) = match (duty.done, duty.is_late(now)) {
        (Some(_), _) => ("done", "tasks-state-done"),
        (None, true) => ("off", "tasks-state-late"),
        (None, false) => ("risk", "tasks-state-open"),
    };
    Status { kind, text: shell.t(key).into_owned() }
}

/// `GET /p/{partnership}/duties/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let seen = queries::duty(&cx, request.param("id")?).await?;
    web::page(&request, &duty_page(shell(&cx, &seen), FormView::new(), &seen))
}

/// `POST /p/{partnership}/duties/{id}`
pub(crate) async fn fulfill(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.input()?;
    cx.admits(access::DUTIES).await?;
    let id: DutyId = request.param("id")?;
    match fulfill_it(&cx, &mut input, id).await {
        Ok(()) => {
            let path = format!("/p/{}/duties/{id}", request.param_text("partnership"));
            Ok(web::redirect(&cx, &path).notice("tasks-done-notice"))
        }
        Err(failure) if failure.is_form() => {
            let seen = queries::duty(&cx, id).await?;
            let mut shell = shell(&cx, &seen);
            let form = FormView::refused(&mut shell, input.typed(), &failure.problems());
            Ok(web::page(&request, &duty_page(shell, form, &seen))?.with_status_of(&failure))
        }
        Err(failure) => Err(failure),
    }
}

async fn fulfill_it(cx: &Cx, input: &mut Input, id: DutyId) -> Result<(), Failure> {
    let words = given(input, |input| input.required("words"))?;
    commands::fulfill(cx, id, words).await?;
    Ok(())
}

fn shell(cx: &Cx, seen: &Seen) -> Shell {
    let place = &seen.place;
    let shell = Shell::new(cx, Some(place), "tasks-title", Section::Agreements);
    let title = words::said(&shell, "tasks-kind", seen.duty.kind);
    let list = shell.t("tasks-title").into_owned();
    shell.titled(title).crumb(list, &format!("/p/{}/duties", place.slug))
}

fn duty_page(shell: Shell, form: FormView, seen: &Seen) -> DutyPage {
    let (duty, base) = (&seen.duty, format!("/p/{}/duties", seen.place.slug));
    let label = |key: &str| shell.t(key).into_owned();
    let mut facts = vec![
        (label("tasks-column-who"), seen.directory.name(duty.organization).to_owned()),
        (label("requests-when"), shell.when(duty.since)),
        (label("tasks-column-due"), shell.when(duty.due_at)),
    ];
    if let Some((at, by)) = duty.done {
        let by = by.map(|by| seen.people.name(by).to_owned()).unwrap_or_default();
        facts.push((label("tasks-done-by"), format!("{by}, {}", shell.when(at))));
    }
    if let Some(words) = &duty.words {
        facts.push((label("tasks-words"), words.expose().to_string()));
    }
    DutyPage {
        mark: mark(&shell, duty, seen.now),
        text: words::said(&shell, "tasks-text", duty.kind),
        what: words::said(&shell, "tasks-what", duty.kind),
        facts,
        receipt: seen
            .has_receipt
            .then(|| shell.href(&format!("/p/{}/receipts/{}", seen.place.slug, duty.receipt))),
        open: duty.done.is_none(),
        action: format!("{base}/{}", duty.id),
        back: base,
        form,
        shell,
    }
}
