//! All announcements of a partnership.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::announcement::{
    Announcement,
    find::{Filter, Show},
    queries::{self, Listed},
};

/// The list.
#[derive(Template)]
#[template(path = "community/announcements.html")]
struct ListPage {
    shell: Shell,
    form: FormView,
    base: String,
    shows: Vec<(String, String)>,
    partners: Vec<(String, String)>,
    rows: Vec<Row>,
    filtered: bool,
    may_publish: bool,
    first: Option<String>,
    next: Option<String>,
}

/// One announcement.
struct Row {
    href: String,
    title: String,
    who: String,
    when: String,
    read_by: String,
    read: String,
    withdrawn: bool,
}

web::page!(ListPage);

/// `GET /p/{partnership}/announcements`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, after) = Filter::read(&mut input);
    let listed = queries::list(&cx, &filter, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&listed.place), "announcements-title", Section::Meetings);
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
    let base = format!("/p/{}/announcements", listed.place.slug);
    let show = |show: &Show| {
        (show.to_string(), shell.t(&format!("announcements-show-{show}")).into_owned())
    };
    let current = listed.directory.current();
    ListPage {
        form: FormView::filled(input.typed()),
        shows: Show::ALL.iter().map(show).collect(),
        partners: current.map(|entry| (entry.id.to_string(), entry.name.clone())).collect(),
        rows: listed.page.items.iter().map(|one| row(&shell, listed, &base, one)).collect(),
        filtered: *filter != Filter::default(),
        may_publish: super::may_publish(&listed.place),
        first: after.map(|_| shell.href(&here(&base, input, None))),
        next: listed.page.next.as_ref().map(|mark| shell.href(&here(&base, input, Some(mark)))),
        base,
        shell,
    }
}

fn row(shell: &Shell, listed: &Listed, base: &str, one: &Announcement) -> Row {
    Row {
        href: shell.href(&format!("{base}/{}", one.id)),
        title: one.title.to_string(),
        who: listed.directory.name(one.by.organization).to_owned(),
        when: shell.ago(one.by.at),
        read_by: one.read_by.map(|day| shell.date(day)).unwrap_or_default(),
        read: shell.share(one.read, one.awaited),
        withdrawn: one.withdrawn.is_some(),
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
