//! The register of disagreements, and the same as a table to be saved.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    disagreement::{
        Disagreement, State, Way, access,
        find::Filter,
        pages::{mark, way_key},
        queries::{self, Listed, ON_A_PAGE},
    },
    table,
};

/// The register.
#[derive(Template)]
#[template(path = "community/disagreements.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    states: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    partners: Vec<(String, String)>,
    rows: Vec<Row>,
    filtered: bool,
    may_open: bool,
    export_href: String,
    first: Option<String>,
    next: Option<String>,
}

/// One disagreement.
struct Row {
    href: String,
    question: String,
    about: String,
    parties: String,
    since: String,
    kind: &'static str,
    state: String,
    way: Option<String>,
}

web::page!(ListPage);

/// Rows of one piece of the file.
const AT_ONCE: usize = 200;
/// The most pieces of a file: a register of so many disagreements is read in parts.
const MOST_PIECES: usize = 50;

/// `GET /p/{partnership}/disagreements`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let listed = queries::list(&cx, &filter, after.as_deref(), ON_A_PAGE).await?;
    let shell = Shell::new(&cx, Some(&listed.place), "disagreements-title", Section::Meetings);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", listed.place.slug))
        .live(&format!("/p/{}/live", listed.place.slug));
    web::page(&request, &page_of(shell, &input, (&filter, after.as_deref()), &listed))
}

/// `GET /p/{partnership}/disagreements.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let mut sheet = table::Sheet::new(&[
        "id",
        "question",
        "about",
        "parties",
        "opened_on",
        "state",
        "way",
        "outcome",
        "settled_on",
    ])?;
    let mut after: Option<String> = None;
    let mut name = String::new();
    for _ in 0..MOST_PIECES {
        let listed = queries::list(&cx, &filter, after.as_deref(), AT_ONCE).await?;
        name = format!("disagreements-{}-{}.csv", listed.place.slug, listed.place.today);
        for one in &listed.page.items {
            let settled = one.settlement();
            sheet.row(&[
                &one.id.to_string(),
                one.question.as_str(),
                one.about.name(),
                &names(&listed, one),
                &one.opened_on.to_string(),
                one.state().as_str(),
                settled.map_or("", |settled| settled.way.as_str()),
                settled.map_or("", |settled| settled.outcome.as_str()),
                &settled.map(|settled| settled.on.to_string()).unwrap_or_default(),
            ])?;
        }
        after = listed.page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(web::csv(&name, sheet.text()?))
}

fn names(listed: &Listed, one: &Disagreement) -> String {
    let names: Vec<&str> = one.organizations().map(|of| listed.directory.name(of)).collect();
    names.join(", ")
}

fn page_of(
    shell: Shell,
    input: &Input,
    (filter, after): (&Filter, Option<&str>),
    listed: &Listed,
) -> ListPage {
    let base = format!("/p/{}/disagreements", listed.place.slug);
    let state = |state: &State| (state.to_string(), mark(&shell, *state).1);
    let way = |way: &Way| (way.to_string(), shell.t(&way_key(*way)).into_owned());
    let current = listed.directory.current();
    ListPage {
        form: FormView::filled(input.typed()),
        states: State::ALL.iter().map(state).collect(),
        ways: Way::ALL.iter().map(way).collect(),
        partners: current.map(|entry| (entry.id.to_string(), entry.name.clone())).collect(),
        rows: listed.page.items.iter().map(|one| row(&shell, listed, &base, one)).collect(),
        filtered: *filter != Filter::default(),
        may_open: !access::acts_for(&listed.place.standing).is_empty(),
        export_href: shell.href(&here(&format!("{base}.csv"), input, None)),
        first: after.map(|_| shell.href(&here(&base, input, None))),
        next: listed.page.next.as_ref().map(|mark| shell.href(&here(&base, input, Some(mark)))),
        base,
        shell,
    }
}

fn row(shell: &Shell, listed: &Listed, base: &str, one: &Disagreement) -> Row {
    let (kind, state) = mark(shell, one.state());
    Row {
        href: shell.href(&format!("{base}/{}", one.id)),
        question: one.question.to_string(),
        about: one.about.name().to_owned(),
        parties: names(listed, one),
        since: shell.date(one.opened_on),
        kind,
        state,
        way: one.settlement().map(|settled| shell.t(&way_key(settled.way)).into_owned()),
    }
}

/// This address, at a page.
fn here(base: &str, input: &Input, after: Option<&str>) -> String {
    let kept = Filter::NAMES
        .iter()
        .filter_map(|name| input.text(name).map(|value| (*name, value.to_owned())));
    let pairs: Vec<(&str, String)> =
        kept.chain(after.map(|mark| ("after", mark.to_owned()))).collect();
    crate::address::with(base, &pairs)
}
