//! The roadmap: a picture by quarter and month, and the same in words.

mod picture;
mod table;

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell, chart::Svg};

use self::{
    picture::{Line, Picture, picture},
    table::{Row, rows},
};
use super::{
    find::{Detail, Filter, Group, PAGE},
    queries::{self, Road},
};
use crate::{
    goal::{Item, ItemId, Layer, Status as Stands},
    words::{self as plain, Choice},
};

/// The roadmap.
#[derive(Template)]
#[template(path = "plan/roadmap.html")]
struct RoadmapPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    /// Where work is added, for those who may.
    add: Option<String>,
    goals: Vec<Choice>,
    partners: Vec<Choice>,
    statuses: Vec<Choice>,
    details: Vec<Choice>,
    picture: Picture,
    rows: Vec<Row>,
    found: usize,
    filtered: bool,
    earlier: String,
    later: String,
    export_href: String,
    calendar_href: String,
    import_href: Option<String>,
    first: Option<String>,
    next: Option<String>,
}

web::page!(RoadmapPage);

impl RoadmapPage {
    /// The icon of a bar or mark: what its color says, without color.
    fn icon(&self, line: &Line) -> Svg {
        self.shell.icon(match line.kind {
            "ok" => "check_circle",
            "risk" => "warning",
            "off" => "report",
            "done" => "verified",
            _ => "radio_button_unchecked",
        })
    }
}

/// `GET /p/{partnership}/roadmap`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let road = queries::road(&cx).await?;
    let place = &road.place;
    let shell = Shell::new(&cx, Some(place), "roadmap-title", Section::Plan);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", place.slug))
        .live(&format!("/p/{}/live", place.slug))
        .bringing("roadmap.css");
    web::page(&request, &page_of(shell, &input, (&filter, after), &road))
}

fn page_of(
    shell: Shell,
    input: &Input,
    (filter, after): (&Filter, Option<ItemId>),
    road: &Road,
) -> RoadmapPage {
    let base = format!("/p/{}/roadmap", road.place.slug);
    let groups = filter.find(road);
    let schedule = road.schedule();
    let all = rows(&shell, road, filter, (&groups, &schedule));
    let found = all.len();
    let (shown, next) = paged(all, after);
    let here = |changed: &[(&str, Option<String>)]| shell.href(&here(&base, input, changed));
    let first_month = filter.first_month(road.place.today);
    let goal = |goal: &Item| (goal.id.to_string(), goal.aim.title.to_string());
    let plans = road.place.standing.has(base::Role::Coordinator)
        || road.place.standing.has(base::Role::Lead);
    RoadmapPage {
        form: FormView::filled(input.typed()),
        short: short(&shell, road, &groups),
        add: plans.then(|| shell.href(&format!("/p/{}/goals/new?layer=strategy", road.place.slug))),
        goals: road.outline.of(Layer::Goal).filter(|goal| goal.is_open()).map(goal).collect(),
        partners: plain::partners(&road.names.directory),
        statuses: plain::choices(&shell, "goals-status", Stands::ALL),
        details: plain::choices(&shell, "roadmap-detail", Detail::ALL),
        picture: picture(&shell, road, filter, (&groups, &schedule)),
        rows: shown,
        found,
        filtered: filter.narrows(),
        earlier: here(&[("from", Some(first_month.later(-6).to_string()))]),
        later: here(&[("from", Some(first_month.later(6).to_string()))]),
        export_href: shell.href(&self::here(&format!("{base}.csv"), input, &[])),
        calendar_href: shell.href(&self::here(&format!("{base}.ics"), input, &[])),
        import_href: plans.then(|| shell.href(&format!("{base}/import"))),
        first: after.map(|_| here(&[("after", None)]) + "#words"),
        next: next.map(|mark| here(&[("after", Some(mark.to_string()))]) + "#words"),
        base,
        shell,
    }
}

/// The rows of one page, and the mark of the next one.
fn paged(rows: Vec<Row>, after: Option<ItemId>) -> (Vec<Row>, Option<ItemId>) {
    let start =
        after.and_then(|after| rows.iter().position(|row| row.id == after)).map_or(0, |at| at + 1);
    let more = rows.len() > start + PAGE;
    let shown: Vec<Row> = rows.into_iter().skip(start).take(PAGE).collect();
    let next = shown.last().filter(|_| more).map(|row| row.id);
    (shown, next)
}

/// How much work there is, how it stands, and what begins next.
fn short(shell: &Shell, road: &Road, groups: &[Group<'_>]) -> String {
    let today = road.place.today;
    let work: Vec<&Item> = groups.iter().flat_map(|group| &group.work).copied().collect();
    if work.is_empty() {
        return shell.t("roadmap-short-none").into_owned();
    }
    let stands: Vec<Stands> =
        work.iter().map(|work| road.outline.standing(work, today).status()).collect();
    let is = |status: Stands| stands.iter().filter(|one| **one == status).count();
    let last = work.iter().filter_map(|work| work.span.due).max();
    let args = [
        ("count", work.len().into()),
        ("month", last.map(|last| shell.month(last)).unwrap_or_default().into()),
        ("on", is(Stands::OnTrack).into()),
        ("risk", is(Stands::AtRisk).into()),
        ("off", is(Stands::OffTrack).into()),
        ("done", is(Stands::Done).into()),
        ("later", is(Stands::NotStarted).into()),
    ];
    let text = shell.tn("roadmap-short", &args);
    let begins = work.iter().filter_map(|work| work.span.starts).filter(|day| *day > today).min();
    match begins {
        Some(day) => format!("{text} {}", shell.t1("roadmap-short-next", "date", shell.date(day))),
        None => text,
    }
}

/// This address with other values; nothing takes one out.
fn here(base: &str, input: &Input, changed: &[(&str, Option<String>)]) -> String {
    let mut pairs: Vec<(&str, String)> = Filter::NAMES
        .iter()
        .filter(|name| !changed.iter().any(|(other, _)| other == *name))
        .filter_map(|name| input.text(name).map(|value| (*name, value.to_owned())))
        .collect();
    let values = changed.iter().filter_map(|(name, value)| Some((*name, value.clone()?)));
    pairs.extend(values);
    plain::address(base, &pairs)
}
