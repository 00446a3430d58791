//! The page of one draft: how it reads now, what others propose, and what can be done with it.

pub(crate) mod amendments;
pub(crate) mod edit;
pub(crate) mod lines;
pub(crate) mod list;
pub(crate) mod publish;
pub(crate) mod versions;

use askama::Template;
use store::Cx;
use web::{Block, Failure, Html, Request, Response, Section, Shell};

use super::{
    Amendment, Draft, DraftId, State, StateName,
    amendment::Standing,
    queries::{self, Record},
};

/// One draft.
#[derive(Template)]
#[template(path = "community/draft.html")]
struct DraftPage {
    shell: Shell,
    base: String,
    list: String,
    kicker: String,
    mark: (&'static str, String),
    short: String,
    purpose: Option<String>,
    withdrawn: Option<String>,
    html: Html,
    buttons: Vec<(String, String)>,
    unpublish: bool,
    restore: bool,
    public: Option<String>,
    may_propose: bool,
    open: Vec<Line>,
    answered: Vec<Line>,
    facts: Vec<(String, String)>,
    revision: String,
    others: Vec<Block>,
}

/// One amendment.
struct Line {
    href: String,
    text: String,
    why: String,
    mark: Option<(&'static str, String)>,
}

web::page!(DraftPage);

/// `GET /p/{partnership}/drafts/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "draft", id);
    let (record, others) = web::beside(queries::draft(&cx, id), others).await?;
    web::page(&request, &page_of(&cx, &record, others))
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> DraftPage {
    let (draft, place) = (&record.draft, &record.place);
    let shell = shell(cx, &record.place, draft);
    let base = format!("/p/{}/drafts/{}", place.slug, draft.id);
    let line = |one: &Amendment| line(&shell, record, one);
    let public = match &draft.state {
        State::Published(publication) if publication.audience == super::Audience::Public => {
            Some(shell.href(&format!("/public/{}/documents/{}", place.slug, draft.id)))
        }
        State::Published(_) | State::Writing | State::Withdrawn { .. } => None,
    };
    let answered = record.amendments.iter().filter(|one| one.standing != Standing::Open);
    let published = matches!(draft.state, State::Published(_));
    DraftPage {
        kicker: shell.t(&format!("drafts-kind-{}", draft.kind)).into_owned(),
        mark: mark(&shell, draft),
        short: short(&shell, record),
        purpose: draft.purpose.as_ref().map(ToString::to_string),
        withdrawn: match &draft.state {
            State::Withdrawn { why } => Some(shell.t1("drafts-withdrawn", "why", why.as_str())),
            State::Writing | State::Published(_) => None,
        },
        html: web::markdown(draft.text.as_str(), &[]),
        buttons: buttons(&shell, record, &base),
        unpublish: published && record.may_publish(),
        restore: draft.is_written().is_err() && record.may_hold(),
        public,
        may_propose: record.may_propose,
        open: record.open().map(line).collect(),
        answered: answered.map(line).collect(),
        facts: facts(&shell, record),
        revision: draft.revision.to_string(),
        list: format!("/p/{}/drafts", place.slug),
        base,
        others,
        shell,
    }
}

fn buttons(shell: &Shell, record: &Record, base: &str) -> Vec<(String, String)> {
    let draft = &record.draft;
    let mut names = Vec::new();
    if record.may_write() {
        names.push("edit");
    }
    names.push("lines");
    names.push("versions");
    if record.may_publish() && draft.is_written().is_ok() {
        names.push("publish");
    }
    if record.may_hold() && matches!(draft.state, State::Writing) {
        names.push("withdraw");
    }
    let button = |name: &str| {
        let label = shell.t(&format!("drafts-verb-{name}")).into_owned();
        (label, shell.href(&format!("{base}/{name}")))
    };
    names.into_iter().map(button).collect()
}

fn line(shell: &Shell, record: &Record, one: &Amendment) -> Line {
    let slug = &record.place.slug;
    let mark = match one.standing {
        Standing::Open => None,
        Standing::Accepted => Some("done"),
        Standing::Declined => Some("off"),
        Standing::Withdrawn => Some("idle"),
    };
    let word = shell.t(&format!("drafts-standing-{}", one.standing)).into_owned();
    Line {
        href: shell.href(&format!("/p/{slug}/drafts/{}/amendments/{}", one.draft, one.id)),
        text: amendments::proposed(shell, record, one),
        why: one.why.to_string(),
        mark: mark.map(|kind| (kind, word)),
    }
}

pub(super) fn mark(shell: &Shell, draft: &Draft) -> (&'static str, String) {
    let kind = match draft.state.name() {
        StateName::Writing => "ok",
        StateName::Published => "done",
        StateName::Withdrawn => "idle",
    };
    (kind, shell.t(&format!("drafts-state-{}", draft.state.name())).into_owned())
}

fn short(shell: &Shell, record: &Record) -> String {
    let draft = &record.draft;
    let args = [
        ("holder", record.directory.name(draft.holder).into()),
        ("version", draft.version.into()),
        ("open", draft.open_amendments.into()),
    ];
    let now = shell.tn("drafts-short", &args);
    match &draft.state {
        State::Published(publication) => {
            let key = format!("drafts-short-{}", publication.audience);
            let date = shell.date(publication.on);
            let published = shell.t2(&key, "version", publication.version, "date", date);
            format!("{published} {now}")
        }
        State::Writing | State::Withdrawn { .. } => now,
    }
}

fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let draft = &record.draft;
    let words = draft.text.as_str().split_whitespace().count();
    let fact = |key: &str, text: String| (shell.t(key).into_owned(), text);
    vec![
        fact("drafts-holder", record.directory.name(draft.holder).to_owned()),
        fact("drafts-begun", shell.date(draft.opened_on)),
        fact("drafts-version", draft.version.to_string()),
        fact("drafts-words", shell.number(words)),
    ]
}

pub(super) fn shell(cx: &Cx, place: &std::sync::Arc<store::Place>, draft: &Draft) -> Shell {
    let shell = Shell::new(cx, Some(place), "drafts-title", Section::Meetings);
    let (overview, list) =
        (shell.t("shell-section-overview").into_owned(), shell.t("drafts-title").into_owned());
    shell
        .titled(draft.title.as_str())
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(list, &format!("/p/{}/drafts", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

/// The shell of a page about a draft, with a title of its own.
pub(super) fn under(shell: Shell, draft: &Draft, title: &str) -> Shell {
    let slug = shell.place().map(|place| place.slug.clone()).unwrap_or_default();
    let title = shell.t(title).into_owned();
    shell.crumb(draft.title.to_string(), &format!("/p/{slug}/drafts/{}", draft.id)).titled(title)
}

pub(super) fn path_of(request: &Request, id: DraftId) -> String {
    format!("/p/{}/drafts/{id}", request.param_text("partnership"))
}
