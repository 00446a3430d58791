//! Ideas and recommendations with what came of each, the latest first.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::mark;
use crate::{
    access,
    idea::{
        Idea, Kind, State,
        find::Filter,
        queries::{self, Listed},
    },
    words::{self as plain, Choice, Status},
};

/// The list.
#[derive(Template)]
#[template(path = "plan/ideas.html")]
struct IdeasPage {
    shell: Shell,
    form: FormView,
    base: String,
    may_propose: bool,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
    partners: Vec<Choice>,
    rows: Vec<Row>,
    filtered: bool,
    export_href: String,
    first: Option<String>,
    next: Option<String>,
}

/// One idea.
struct Row {
    href: String,
    title: String,
    kind: String,
    owner: String,
    mark: Status,
    /// The question of its pilot, or what was learned.
    said: String,
    when: String,
}

web::page!(IdeasPage);

/// `GET /p/{partnership}/ideas`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    let place = &listed.place;
    let shell = Shell::new(&cx, Some(place), "ideas-title", Section::Plan);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", place.slug))
        .live(&format!("/p/{}/live", place.slug));
    web::page(&request, &page_of(shell, &input, (&filter, after.as_deref()), &listed))
}

fn page_of(
    shell: Shell,
    input: &Input,
    (filter, after): (&Filter, Option<&str>),
    listed: &Listed,
) -> IdeasPage {
    let base = format!("/p/{}/ideas", listed.place.slug);
    let at = |mark: Option<&str>| shell.href(&here(&base, input, mark));
    IdeasPage {
        form: FormView::filled(input.typed()),
        may_propose: !access::acting_organizations(&listed.place.standing).is_empty(),
        kinds: plain::choices(&shell, "ideas-kind", Kind::ALL),
        states: plain::choices(&shell, "ideas-state", State::ALL),
        partners: plain::partners(&listed.directory),
        rows: listed.page.items.iter().map(|idea| row(&shell, listed, &base, idea)).collect(),
        filtered: *filter != Filter::default(),
        export_href: shell.href(&here(&format!("{base}.csv"), input, None)),
        first: after.map(|_| at(None)),
        next: listed.page.next.as_deref().map(|mark| at(Some(mark))),
        base,
        shell,
    }
}

fn row(shell: &Shell, listed: &Listed, base: &str, idea: &Idea) -> Row {
    let question = idea.pilot.as_ref().map(|pilot| pilot.question.to_string());
    let due = idea.pilot.as_ref().map(|pilot| pilot.due);
    Row {
        href: shell.href(&format!("{base}/{}", idea.id)),
        title: idea.account.title.to_string(),
        kind: plain::said(shell, "ideas-kind", idea.kind),
        owner: listed.directory.name(idea.account.owner).to_owned(),
        mark: mark(shell, idea, listed.place.today),
        said: idea.learned.as_ref().map(ToString::to_string).or(question).unwrap_or_default(),
        when: shell.date(idea.closed_on.or(due).unwrap_or(idea.since)),
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
