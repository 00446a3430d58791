//! The log of decisions, and the questions that are open.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    access,
    decision::{
        Entry, Filter, ResultName, StateName,
        count::Method,
        find::Force,
        queries::{self, Log},
        words,
    },
    words::{self as plain, Choice, Status},
};

/// The log.
#[derive(Template)]
#[template(path = "plan/decisions.html")]
struct LogPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    may_ask: bool,
    states: Vec<Choice>,
    methods: Vec<Choice>,
    results: Vec<Choice>,
    forces: Vec<Choice>,
    partners: Vec<Choice>,
    bodies: Vec<Choice>,
    /// The open questions; empty where a filter is set.
    open: Vec<Row>,
    rows: Vec<Row>,
    filtered: bool,
    export_href: String,
    first: Option<String>,
    next: Option<String>,
}

/// One decision.
struct Row {
    href: String,
    title: String,
    method: String,
    who: String,
    when: String,
    answered: String,
    mark: Status,
    /// The option that was chosen.
    choice: Option<String>,
}

web::page!(LogPage);

/// `GET /p/{partnership}/decisions`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let log = queries::log(&cx, &filter, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&log.place), "decisions-title", Section::Plan);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", log.place.slug))
        .live(&format!("/p/{}/live", log.place.slug));
    web::page(&request, &page_of(shell, &input, &filter, after.as_deref(), &log))
}

fn page_of(
    shell: Shell,
    input: &Input,
    filter: &Filter,
    after: Option<&str>,
    log: &Log,
) -> LogPage {
    let base = format!("/p/{}/decisions", log.place.slug);
    let filtered = *filter != Filter::default();
    let plain_view = !filtered && after.is_none();
    let row = |entry: &Entry| row(&shell, log, &base, entry);
    let rows = log.page.items.iter().map(row).collect();
    let next = log.page.next.as_ref().map(|mark| shell.href(&here(&base, input, Some(mark))));
    let first = after.map(|_| shell.href(&here(&base, input, None)));
    let open = i64::try_from(log.open.len()).unwrap_or(i64::MAX);
    LogPage {
        form: FormView::filled(input.typed()),
        short: shell.t1("decisions-short", "open", open),
        may_ask: !access::acting_organizations(&log.place.standing).is_empty(),
        states: plain::choices(&shell, "decisions-state", StateName::ALL),
        methods: plain::choices(&shell, "decisions-method", Method::ALL),
        results: plain::choices(&shell, "decisions-result", ResultName::ALL),
        forces: plain::choices(&shell, "decisions-force", Force::ALL),
        partners: plain::partners(&log.directory),
        bodies: log.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        open: if plain_view { log.open.iter().map(row).collect() } else { Vec::new() },
        rows,
        filtered,
        export_href: shell.href(&here(&format!("{base}.csv"), input, None)),
        first,
        next,
        base,
        shell,
    }
}

fn row(shell: &Shell, log: &Log, base: &str, entry: &Entry) -> Row {
    let body = entry.body.and_then(|body| log.bodies.iter().find(|(id, _)| *id == body));
    let who = match body {
        Some((_, name)) => name.clone(),
        None if entry.method == Method::Advice => log.directory.name(entry.owner).to_owned(),
        None => shell.t("decisions-all-partners").into_owned(),
    };
    let when = match (entry.state, entry.due) {
        (StateName::Open, Some(due)) => shell.t1("decisions-due-by", "date", shell.short_date(due)),
        _ => shell.date(entry.closed_on.unwrap_or(entry.day)),
    };
    let answered = [("answered", entry.answered.into()), ("roll", entry.roll.into())];
    Row {
        href: shell.href(&format!("{base}/{}", entry.id)),
        title: entry.title.to_string(),
        method: plain::said(shell, "decisions-method", entry.method),
        answered: if entry.roll == 0 {
            String::new()
        } else {
            shell.tn("decisions-answered", &answered)
        },
        mark: words::mark(shell, entry),
        choice: entry.choice.as_ref().map(ToString::to_string),
        who,
        when,
    }
}

/// This address, at a page.
fn here(base: &str, input: &Input, after: Option<&str>) -> String {
    let kept = Filter::NAMES
        .iter()
        .filter_map(|name| input.text(name).map(|value| (*name, value.to_owned())));
    let pairs: Vec<(&str, String)> =
        kept.chain(after.map(|mark| ("after", mark.to_owned()))).collect();
    plain::address(base, &pairs)
}
