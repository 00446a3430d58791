//! Risks and issues, the heaviest first.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    access,
    risk::{
        Kind, Risk, State,
        find::{Due, Filter},
        queries::{self, Listed},
        words,
    },
    words::{self as plain, Choice, Status},
};

/// The list.
#[derive(Template)]
#[template(path = "plan/risks.html")]
struct RisksPage {
    shell: Shell,
    form: FormView,
    base: String,
    may_note: bool,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
    partners: Vec<Choice>,
    dues: Vec<Choice>,
    rows: Vec<Row>,
    filtered: bool,
    export_href: String,
    first: Option<String>,
    next: Option<String>,
}

/// One risk or issue.
struct Row {
    href: String,
    title: String,
    kind: String,
    owner: String,
    weight: String,
    mark: Status,
    response: String,
    review: String,
    late: bool,
}

web::page!(RisksPage);

/// `GET /p/{partnership}/risks`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    let place = &listed.place;
    let shell = Shell::new(&cx, Some(place), "risks-title", Section::Plan);
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
) -> RisksPage {
    let base = format!("/p/{}/risks", listed.place.slug);
    let here = |mark: Option<&str>| shell.href(&here(&base, input, mark));
    RisksPage {
        form: FormView::filled(input.typed()),
        may_note: !access::acting_organizations(&listed.place.standing).is_empty(),
        kinds: plain::choices(&shell, "risks-kind", Kind::ALL),
        states: plain::choices(&shell, "risks-state", State::ALL),
        partners: plain::partners(&listed.directory),
        dues: plain::choices(&shell, "risks-due", Due::ALL),
        rows: listed.page.items.iter().map(|risk| row(&shell, listed, &base, risk)).collect(),
        filtered: *filter != Filter::default(),
        export_href: shell.href(&self::here(&format!("{base}.csv"), input, None)),
        first: after.map(|_| here(None)),
        next: listed.page.next.as_deref().map(|mark| here(Some(mark))),
        base,
        shell,
    }
}

fn row(shell: &Shell, listed: &Listed, base: &str, risk: &Risk) -> Row {
    Row {
        href: shell.href(&format!("{base}/{}", risk.id)),
        title: risk.account.title.to_string(),
        kind: plain::said(shell, "risks-kind", risk.kind),
        owner: listed.directory.name(risk.account.owner).to_owned(),
        weight: words::weight(shell, risk.account.weight),
        mark: words::mark(shell, risk),
        response: plain::said(shell, "risks-response", risk.account.response),
        review: risk
            .closed_on
            .or(risk.account.review_on)
            .map(|day| shell.date(day))
            .unwrap_or_default(),
        late: risk.wants_review(listed.place.today),
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
