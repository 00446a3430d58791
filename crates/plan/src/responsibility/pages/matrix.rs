//! The responsibility matrix: who carries what, and where nobody does.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    goal::{Item, ItemId, Layer},
    responsibility::{
        Duty, Responsibility, StateName,
        find::{Filter, Line, PAGE, Want},
        queries::{self, Matrix},
        words,
    },
    words::{self as plain, Choice},
};

/// The matrix.
#[derive(Template)]
#[template(path = "plan/responsibilities.html")]
struct MatrixPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    goals: Vec<Choice>,
    layers: Vec<Choice>,
    partners: Vec<Choice>,
    duties: Vec<Choice>,
    wants: Vec<Choice>,
    rows: Vec<Row>,
    found: usize,
    filtered: bool,
    export_href: String,
    load_href: String,
    first: Option<String>,
    next: Option<String>,
}

/// An item with those who have a part in it.
struct Row {
    href: String,
    title: String,
    layer: String,
    owner: String,
    /// One for each duty, in their order.
    cells: Vec<Cell>,
}

/// Those with one duty.
struct Cell {
    label: String,
    bearers: Vec<Named>,
    /// Nobody leads: that is told, not left blank.
    lacks: bool,
}

/// Somebody who has a part, and whether they have agreed.
struct Named {
    name: String,
    href: String,
    waits: bool,
}

web::page!(MatrixPage);

/// `GET /p/{partnership}/responsibilities`
pub(crate) async fn matrix(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let matrix = queries::matrix(&cx).await?;
    let place = &matrix.place;
    let shell = Shell::new(&cx, Some(place), "responsibilities-title", Section::Plan);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", place.slug))
        .live(&format!("/p/{}/live", place.slug));
    web::page(&request, &page_of(shell, &input, (&filter, after), &matrix))
}

/// The lines of one page, and the mark of the next one. The plan is in memory and in order, so a
/// page begins after an item.
pub(crate) fn paged<'a, 'b>(
    lines: &'b [Line<'a>],
    after: Option<ItemId>,
) -> (&'b [Line<'a>], Option<ItemId>) {
    let start = after
        .and_then(|after| lines.iter().position(|line| line.item.id == after))
        .map_or(0, |at| at + 1);
    let rest = lines.get(start..).unwrap_or_default();
    let shown = rest.get(..PAGE.min(rest.len())).unwrap_or_default();
    let more = rest.len() > shown.len();
    (shown, shown.last().filter(|_| more).map(|line| line.item.id))
}

fn page_of(
    shell: Shell,
    input: &Input,
    (filter, after): (&Filter, Option<ItemId>),
    matrix: &Matrix,
) -> MatrixPage {
    let base = format!("/p/{}/responsibilities", matrix.place.slug);
    let lines = filter.find(&matrix.outline, &matrix.roles);
    let (shown, next) = paged(&lines, after);
    let goal = |goal: &Item| (goal.id.to_string(), goal.aim.title.to_string());
    let here = |after: Option<ItemId>| shell.href(&here(&base, input, after));
    MatrixPage {
        form: FormView::filled(input.typed()),
        short: short(&shell, matrix),
        goals: matrix.outline.of(Layer::Goal).filter(|goal| goal.is_open()).map(goal).collect(),
        layers: plain::choices(&shell, "goals-layer", Layer::ALL),
        partners: plain::partners(&matrix.names.directory),
        duties: plain::choices(&shell, "responsibilities-duty", Duty::ALL),
        wants: plain::choices(&shell, "responsibilities-want", Want::ALL),
        rows: shown.iter().map(|line| row(&shell, matrix, line)).collect(),
        found: lines.len(),
        filtered: *filter != Filter::default(),
        export_href: shell.href(&self::here(&format!("{base}.csv"), input, None)),
        load_href: shell.href(&format!("{base}/load")),
        first: after.map(|_| here(None)),
        next: next.map(|mark| here(Some(mark))),
        base,
        shell,
    }
}

fn row(shell: &Shell, matrix: &Matrix, line: &Line<'_>) -> Row {
    let slug = &matrix.place.slug;
    let named = |role: &Responsibility| Named {
        name: matrix.names.of(role),
        href: shell.href(&format!("/p/{slug}/responsibilities/{}", role.id)),
        waits: role.state().name() == StateName::Proposed,
    };
    let cell = |duty: &Duty| Cell {
        label: words::duty(shell, *duty),
        bearers: line.with(*duty).map(named).collect(),
        lacks: *duty == Duty::Lead && !line.is_led(),
    };
    Row {
        href: shell.href(&format!("/p/{slug}/goals/{}", line.item.id)),
        title: line.item.aim.title.to_string(),
        layer: plain::said(shell, "goals-layer", line.item.layer),
        owner: matrix.names.directory.name(line.item.aim.owner).to_owned(),
        cells: Duty::ALL.iter().map(cell).collect(),
    }
}

/// How many items have a lead, and how many nobody has a part in.
fn short(shell: &Shell, matrix: &Matrix) -> String {
    let lines = Filter::default().find(&matrix.outline, &matrix.roles);
    let led = lines.iter().filter(|line| line.is_led()).count();
    let alone = lines.iter().filter(|line| line.roles.is_empty()).count();
    let asked =
        matrix.roles.iter().filter(|role| role.state().name() == StateName::Proposed).count();
    let args = [
        ("count", lines.len().into()),
        ("led", led.into()),
        ("alone", alone.into()),
        ("asked", asked.into()),
    ];
    shell.tn("responsibilities-short", &args)
}

/// This address, at a page.
fn here(base: &str, input: &Input, after: Option<ItemId>) -> String {
    let kept = Filter::NAMES
        .iter()
        .filter_map(|name| input.text(name).map(|value| (*name, value.to_owned())));
    let pairs: Vec<(&str, String)> =
        kept.chain(after.map(|mark| ("after", mark.to_string()))).collect();
    plain::address(base, &pairs)
}
