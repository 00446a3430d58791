//! The list of events: those that come, and those that were.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    address,
    gathering::{
        Gathering, Kind,
        queries::{self, Filter, List, When},
        words,
    },
    meeting::words::{Choice, Status, choices, said},
};

/// The list.
#[derive(Template)]
#[template(path = "community/gatherings.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    caption: String,
    may_plan: bool,
    whens: Vec<Choice>,
    kinds: Vec<Choice>,
    rows: Vec<Row>,
    filtered: bool,
    first: Option<String>,
    next: Option<String>,
}

/// One event.
struct Row {
    href: String,
    title: String,
    kind: String,
    host: String,
    when: String,
    place: String,
    coming: String,
    mark: Option<Status>,
}

web::page!(ListPage);

/// `GET /p/{partnership}/events`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let list = queries::list(&cx, &filter, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&list.place), "gatherings-title", Section::Meetings);
    web::page(&request, &page_of(shell, &input, &filter, after.as_deref(), &list))
}

fn page_of(
    shell: Shell,
    input: &Input,
    filter: &Filter,
    after: Option<&str>,
    list: &List,
) -> ListPage {
    let base = format!("/p/{}/events", list.place.slug);
    let rows = list.page.items.iter().map(|one| row(&shell, list, &base, one)).collect();
    let next = list.page.next.as_ref().map(|mark| shell.href(&here(&base, input, Some(mark))));
    let first = after.map(|_| shell.href(&here(&base, input, None)));
    ListPage {
        form: FormView::filled(input.typed()),
        short: said(&shell, "gatherings-list-short", filter.when),
        caption: said(&shell, "gatherings-list", filter.when),
        may_plan: !queries::hosts(&list.place.standing, &list.directory).is_empty(),
        whens: choices(&shell, "gatherings-list", When::ALL),
        kinds: choices(&shell, "gatherings-kind", Kind::ALL),
        rows,
        filtered: *filter != Filter::default(),
        first,
        next,
        base,
        shell,
    }
}

fn row(shell: &Shell, list: &List, base: &str, gathering: &Gathering) -> Row {
    let when = &gathering.plan.when;
    let (day, time) = (shell.short_date(when.on), shell.clock(when.clock));
    Row {
        href: shell.href(&format!("{base}/{}", gathering.id)),
        title: when.title.to_string(),
        kind: words::kind(shell, gathering),
        host: list.directory.name(gathering.plan.host).to_owned(),
        when: shell.t2("meetings-when", "day", day, "time", time),
        place: words::place(shell, gathering),
        coming: words::coming(shell, gathering),
        mark: words::mark(shell, gathering),
    }
}

/// This address, at a page.
fn here(base: &str, input: &Input, after: Option<&str>) -> String {
    let kept = Filter::NAMES
        .iter()
        .filter_map(|name| input.text(name).map(|value| (*name, value.to_owned())));
    let pairs: Vec<(&str, String)> =
        kept.chain(after.map(|mark| ("after", mark.to_owned()))).collect();
    address::with(base, &pairs)
}
