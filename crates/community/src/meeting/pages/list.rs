//! The list of meetings: those that come, and those that were.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    address,
    meeting::{
        Entry, Filter, MinutesName, StateName, When,
        queries::{self, List},
        words::{self, Choice, Status},
    },
};

/// The list.
#[derive(Template)]
#[template(path = "community/meetings.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    caption: String,
    may_plan: bool,
    whens: Vec<Choice>,
    bodies: Vec<Choice>,
    states: Vec<Choice>,
    minutes: Vec<Choice>,
    rows: Vec<Row>,
    filtered: bool,
    export_href: String,
    first: Option<String>,
    next: Option<String>,
}

/// One meeting.
struct Row {
    href: String,
    title: String,
    body: String,
    when: String,
    place: String,
    mark: Status,
}

web::page!(ListPage);

/// `GET /p/{partnership}/meetings`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let list = queries::list(&cx, &filter, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&list.place), "meetings-title", Section::Meetings)
        .live(&format!("/p/{}/live", list.place.slug));
    web::page(&request, &page_of(shell, &input, &filter, after.as_deref(), &list))
}

fn page_of(
    shell: Shell,
    input: &Input,
    filter: &Filter,
    after: Option<&str>,
    list: &List,
) -> ListPage {
    let base = format!("/p/{}/meetings", list.place.slug);
    let rows = list.page.items.iter().map(|entry| row(&shell, list, &base, entry)).collect();
    let next = list.page.next.as_ref().map(|mark| shell.href(&here(&base, input, Some(mark))));
    let first = after.map(|_| shell.href(&here(&base, input, None)));
    ListPage {
        form: FormView::filled(input.typed()),
        short: words::said(&shell, "meetings-short", filter.when),
        caption: words::said(&shell, "meetings-list", filter.when),
        may_plan: !list.kept.is_empty(),
        whens: words::choices(&shell, "meetings-list", When::ALL),
        bodies: list.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        states: words::choices(&shell, "meetings-state", StateName::ALL),
        minutes: words::choices(&shell, "meetings-minutes", MinutesName::ALL),
        rows,
        filtered: *filter != Filter::default(),
        export_href: shell.href(&here(&format!("{base}.csv"), input, None)),
        first,
        next,
        base,
        shell,
    }
}

fn row(shell: &Shell, list: &List, base: &str, entry: &Entry) -> Row {
    let meeting = &entry.meeting;
    let body = list.bodies.iter().find(|(id, _)| *id == meeting.body);
    let place = meeting.plan_of().place.as_ref().map(ToString::to_string);
    let place = place.or_else(|| {
        meeting.plan_of().link.as_ref().map(|_| shell.t("meetings-online").into_owned())
    });
    Row {
        href: shell.href(&format!("{base}/{}", meeting.id)),
        title: meeting.plan_of().title.to_string(),
        body: body.map(|(_, name)| name.clone()).unwrap_or_default(),
        when: words::when_short(shell, meeting),
        place: place.unwrap_or_default(),
        mark: words::mark(shell, meeting),
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
