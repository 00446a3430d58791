//! All drafts of a partnership.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use super::mark;
use crate::draft::{
    Draft, Kind, StateName, access,
    find::Filter,
    queries::{self, Listed},
};

/// The list.
#[derive(Template)]
#[template(path = "community/drafts.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    states: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    partners: Vec<(String, String)>,
    rows: Vec<Row>,
    filtered: bool,
    may_begin: bool,
    first: Option<String>,
    next: Option<String>,
}

/// One draft.
struct Row {
    href: String,
    title: String,
    kind: String,
    holder: String,
    version: i64,
    open: i64,
    day: String,
    mark: &'static str,
    state: String,
}

web::page!(ListPage);

/// `GET /p/{partnership}/drafts`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&listed.place), "drafts-title", Section::Meetings);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", listed.place.slug))
        .live(&format!("/p/{}/live", listed.place.slug));
    web::page(&request, &page_of(shell, &input, (&filter, after.as_deref()), &listed))
}

fn page_of(
    shell: Shell,
    input: &Input,
    (filter, after): (&Filter, Option<&str>),
    listed: &Listed,
) -> ListPage {
    let base = format!("/p/{}/drafts", listed.place.slug);
    let word = |prefix: &str, word: &str| {
        (word.to_owned(), shell.t(&format!("{prefix}-{word}")).into_owned())
    };
    let current = listed.directory.current();
    ListPage {
        form: FormView::filled(input.typed()),
        states: StateName::ALL.iter().map(|state| word("drafts-state", state.as_str())).collect(),
        kinds: Kind::ALL.iter().map(|kind| word("drafts-kind", kind.as_str())).collect(),
        partners: current.map(|entry| (entry.id.to_string(), entry.name.clone())).collect(),
        rows: listed.page.items.iter().map(|one| row(&shell, listed, &base, one)).collect(),
        filtered: *filter != Filter::default(),
        may_begin: access::writes_for(&listed.place.standing, None).is_some(),
        first: after.map(|_| shell.href(&here(&base, input, None))),
        next: listed.page.next.as_ref().map(|mark| shell.href(&here(&base, input, Some(mark)))),
        base,
        shell,
    }
}

fn row(shell: &Shell, listed: &Listed, base: &str, one: &Draft) -> Row {
    let (mark, state) = mark(shell, one);
    Row {
        href: shell.href(&format!("{base}/{}", one.id)),
        title: one.title.to_string(),
        kind: shell.t(&format!("drafts-kind-{}", one.kind)).into_owned(),
        holder: listed.directory.name(one.holder).to_owned(),
        version: one.version,
        open: one.open_amendments,
        day: shell.date(one.day),
        mark,
        state,
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
