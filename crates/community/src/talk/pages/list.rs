//! All discussions of a partnership.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::talk::{
    access,
    find::{Filter, Show},
    lists::Entry,
    queries::{self, Listed},
    words,
};

/// The list.
#[derive(Template)]
#[template(path = "community/discussions.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    shows: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    partners: Vec<(String, String)>,
    rows: Vec<Row>,
    filtered: bool,
    /// The record that the list is narrowed to.
    about: Option<String>,
    may_write: bool,
    coordinates: bool,
    appealed: i64,
    first: Option<String>,
    next: Option<String>,
}

/// One thread.
struct Row {
    href: String,
    title: String,
    kind: String,
    about: String,
    who: String,
    last: String,
    answers: i64,
    status: Option<Status>,
}

/// How it stands, as icon, word and color.
struct Status {
    kind: &'static str,
    text: String,
}

web::page!(ListPage);

/// `GET /p/{partnership}/discussions`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input, &queries::kinds(&cx));
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    let about = match (&filter.kind, &filter.id) {
        (Some(kind), Some(id)) => web::topic_name(&cx, kind, id).await?,
        (None | Some(_), _) => None,
    };
    let shell = Shell::new(&cx, Some(&listed.place), "talk-title", Section::Meetings);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", listed.place.slug))
        .live(&format!("/p/{}/live", listed.place.slug));
    let page = page_of(shell, &input, (&filter, after.as_deref()), &listed, about);
    web::page(&request, &page)
}

fn page_of(
    shell: Shell,
    input: &Input,
    (filter, after): (&Filter, Option<&str>),
    listed: &Listed,
    about: Option<String>,
) -> ListPage {
    let base = format!("/p/{}/discussions", listed.place.slug);
    let next = listed.page.next.as_ref();
    let choice = |text: &str, prefix: &str| (text.to_owned(), words::said(&shell, prefix, text));
    ListPage {
        form: FormView::filled(input.typed()),
        shows: Show::ALL.iter().map(|show| choice(show.as_str(), "talk-show")).collect(),
        kinds: listed
            .kinds
            .iter()
            .map(|kind| ((*kind).to_owned(), words::kind(&shell, kind)))
            .collect(),
        partners: listed
            .directory
            .current()
            .map(|entry| (entry.id.to_string(), entry.name.clone()))
            .collect(),
        rows: listed.page.items.iter().map(|entry| row(&shell, &base, entry)).collect(),
        filtered: *filter != Filter::default(),
        about,
        may_write: listed.may_write && access::speaks_for(&listed.place.standing, None).is_some(),
        coordinates: listed.place.standing.has(base::Role::Coordinator),
        appealed: listed.appealed,
        first: after.map(|_| shell.href(&here(&base, input, None))),
        next: next.map(|mark| shell.href(&here(&base, input, Some(mark)))),
        base,
        shell,
    }
}

fn row(shell: &Shell, base: &str, entry: &Entry) -> Row {
    let thread = &entry.thread;
    let status = match (thread.closed.is_some(), thread.help > 0) {
        (true, _) => {
            Some(Status { kind: "done", text: shell.t("talk-status-closed").into_owned() })
        }
        (false, true) => {
            let text = shell.t1("talk-status-help", "count", thread.help);
            Some(Status { kind: "risk", text })
        }
        (false, false) => None,
    };
    Row {
        href: shell.href(&format!("{base}/{}", thread.id)),
        title: words::title(shell, entry),
        kind: words::kind(shell, thread.about.kind()),
        about: thread.about.name().to_owned(),
        who: if entry.organization.is_empty() {
            entry.person.clone()
        } else {
            format!("{}, {}", entry.person, entry.organization)
        },
        last: shell.ago(thread.last_at),
        answers: thread.posts - 1,
        status,
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
