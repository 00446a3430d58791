//! The plan as a whole: as a tree below its goals, or as the rows that a filter finds.

use askama::Template;
use base::Role;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::tree::{Leaf, leaf};
use crate::{
    goal::{
        Item, Layer, Status as Stands,
        find::Filter,
        queries::{self, Whole},
        words,
    },
    words::{self as plain, Choice, Status},
};

/// The plan.
#[derive(Template)]
#[template(path = "plan/goals.html")]
struct GoalsPage {
    shell: Shell,
    form: FormView,
    base: String,
    vision: Option<String>,
    short: String,
    adds: Vec<(String, String)>,
    layers: Vec<Choice>,
    owners: Vec<Choice>,
    statuses: Vec<Choice>,
    goals: Vec<Choice>,
    export_href: String,
    shown: Shown,
}

/// Either view.
enum Shown {
    Tree { goals: Vec<Leaf>, loose: Vec<Leaf> },
    Rows(Vec<Row>),
}

struct Row {
    href: String,
    title: String,
    layer: String,
    owner: String,
    due: String,
    done: String,
    mark: Status,
    why: String,
}

web::page!(GoalsPage);

/// `GET /p/{partnership}/goals`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = Filter::read(&mut input);
    let whole = queries::whole(&cx).await?;
    web::page(&request, &page_of(&cx, &input, &filter, whole))
}

fn page_of(cx: &Cx, input: &Input, filter: &Filter, whole: Whole) -> GoalsPage {
    let place = &whole.place;
    let shell = Shell::new(cx, Some(place), "goals-title", Section::Plan);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", place.slug))
        .live(&format!("/p/{}/live", place.slug));
    let base = format!("/p/{}/goals", place.slug);
    let shown = if filter.narrows() || filter.closed {
        let found = filter.find(&whole.outline, place.today);
        Shown::Rows(found.into_iter().map(|item| row(&shell, &whole, item, &base)).collect())
    } else {
        tree(&shell, &whole, &base)
    };
    let kept = ["layer", "owner", "status", "under", "q", "review", "closed"];
    let pairs: Vec<(&str, String)> = kept
        .into_iter()
        .filter_map(|name| input.text(name).map(|value| (name, value.to_owned())))
        .collect();
    let goal = |goal: &Item| (goal.id.to_string(), goal.aim.title.to_string());
    GoalsPage {
        form: FormView::filled(input.typed()),
        short: short(&shell, &whole),
        adds: adds(&shell, &whole, &base),
        layers: plain::choices(&shell, "goals-layer", Layer::ALL),
        owners: plain::partners(&whole.directory),
        statuses: plain::choices(&shell, "goals-status", Stands::ALL),
        goals: whole.outline.of(Layer::Goal).filter(|goal| goal.is_open()).map(goal).collect(),
        export_href: shell.href(&plain::address(&format!("{base}.csv"), &pairs)),
        vision: whole.vision,
        shown,
        base,
        shell,
    }
}

fn tree(shell: &Shell, whole: &Whole, base: &str) -> Shown {
    let outline = &whole.outline;
    let draw = |item: &Item| leaf(shell, outline, &whole.directory, item, base, whole.place.today);
    let is_loose = |item: &&Item| {
        item.layer != Layer::Goal && item.is_open() && outline.goals_of(item.id).is_empty()
    };
    // What hangs below something loose is drawn there.
    let at_top = |item: &&Item| is_loose(item) && outline.above(item.id).next().is_none();
    Shown::Tree {
        goals: outline.of(Layer::Goal).filter(|goal| goal.is_open()).map(draw).collect(),
        loose: outline.all().filter(at_top).map(draw).collect(),
    }
}

fn row(shell: &Shell, whole: &Whole, item: &Item, base: &str) -> Row {
    let standing = whole.outline.standing(item, whole.place.today);
    Row {
        href: shell.href(&format!("{base}/{}", item.id)),
        title: item.aim.title.to_string(),
        layer: words::layer(shell, item.layer),
        owner: whole.directory.name(item.aim.owner).to_owned(),
        due: item.span.due.map(|due| shell.date(due)).unwrap_or_default(),
        done: words::done(shell, &standing.progress),
        mark: words::mark(shell, item, &standing),
        why: words::why(shell, &standing.why),
    }
}

/// How many goals there are and where they stand.
fn short(shell: &Shell, whole: &Whole) -> String {
    let today = whole.place.today;
    let goals: Vec<&Item> = whole.outline.of(Layer::Goal).filter(|goal| goal.is_open()).collect();
    if goals.is_empty() {
        return shell.t("goals-short-none").into_owned();
    }
    let is = |status: Stands| {
        let stands = |goal: &&&Item| whole.outline.standing(goal, today).status() == status;
        goals.iter().filter(stands).count()
    };
    let args = [
        ("count", goals.len().into()),
        ("on", is(Stands::OnTrack).into()),
        ("risk", is(Stands::AtRisk).into()),
        ("off", is(Stands::OffTrack).into()),
    ];
    let review = goals.iter().filter(|goal| goal.wants_review(today)).count();
    let mut text = shell.tn("goals-short", &args);
    if review > 0 {
        text = format!("{text} {}", shell.t1("goals-short-review", "count", review));
    }
    text
}

/// What the reader can add: one who leads or coordinates.
fn adds(shell: &Shell, whole: &Whole, base: &str) -> Vec<(String, String)> {
    let standing = &whole.place.standing;
    if !standing.has(Role::Coordinator) && !standing.has(Role::Lead) {
        return Vec::new();
    }
    let add = |layer: &Layer| {
        let href = plain::address(&format!("{base}/new"), &[("layer", layer.to_string())]);
        (plain::said(shell, "goals-add", layer), shell.href(&href))
    };
    let fits = |layer: &&Layer| match layer {
        Layer::Goal => true,
        Layer::Objective | Layer::Strategy | Layer::Milestone => {
            let serves = layer.serves();
            whole.outline.all().any(|item| item.is_open() && serves.contains(&item.layer))
        }
    };
    Layer::ALL.iter().filter(fits).map(add).collect()
}
