//! The page of one event: what it is, who holds it, and one's own place.

pub(crate) mod forms;
pub(crate) mod guests;
pub(crate) mod list;
pub(crate) mod verbs;

use askama::Template;
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell};

use super::{
    GatheringId, Record, State, commands,
    guests::{Registration, Standing},
    queries, words,
};
use crate::meeting::words::{Status, length, said};

/// One event.
#[derive(Template)]
#[template(path = "community/gathering.html")]
struct GatheringPage {
    shell: Shell,
    base: String,
    list: String,
    kicker: String,
    mark: Option<Status>,
    short: String,
    buttons: Vec<(String, String)>,
    why: Option<String>,
    about: Vec<String>,
    /// The reader's own place.
    mine: Option<Status>,
    may_register: bool,
    /// Whether registering now means to wait.
    would_wait: bool,
    may_withdraw: bool,
    certificate: Option<String>,
    facts: Vec<(String, String)>,
    join: Option<String>,
    others: Vec<Block>,
}

web::page!(GatheringPage);

impl GatheringPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/events/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::gathering(&cx, request.param("id")?).await?;
    let others = web::about(&cx, "gathering", record.gathering.id).await?;
    web::page(&request, &page_of(shell(&cx, &record), &record, others))
}

/// `POST /p/{partnership}/events/{id}/register`
pub(crate) async fn register(cx: Cx, request: Request) -> Result<Response, Failure> {
    let gathering = commands::register(&cx, request.param("id")?).await?;
    Ok(back(&cx, &request, gathering.id, "gatherings-register-notice"))
}

/// `POST /p/{partnership}/events/{id}/withdraw`
pub(crate) async fn withdraw(cx: Cx, request: Request) -> Result<Response, Failure> {
    let gathering = commands::withdraw(&cx, request.param("id")?).await?;
    Ok(back(&cx, &request, gathering.id, "gatherings-withdraw-notice"))
}

fn back(cx: &Cx, request: &Request, id: GatheringId, notice: &str) -> Response {
    let path = format!("/p/{}/events/{id}", request.param_text("partnership"));
    web::redirect(cx, &path).notice(notice)
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/events/{}", record.place.slug, record.gathering.id)
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "gatherings-title", Section::Meetings);
    let crumb = shell.t("gatherings-title").into_owned();
    let title = record.gathering.plan.when.title.to_string();
    shell.titled(title).crumb(crumb, &format!("/p/{}/events", place.slug))
}

/// When it is, and how many come.
pub(super) fn short(shell: &Shell, record: &Record) -> String {
    let (when, coming) =
        (words::when(shell, &record.gathering), words::coming(shell, &record.gathering));
    shell.t2("gatherings-short", "when", when, "coming", coming)
}

fn page_of(shell: Shell, record: &Record, others: Vec<Block>) -> GatheringPage {
    let base = base_of(record);
    let (gathering, plan) = (&record.gathering, &record.gathering.plan);
    let mine = record.mine();
    let open = gathering.registers(record.now).is_ok();
    let there = |one: &&Registration| one.checked_in.is_some();
    let why = match gathering.state() {
        State::Cancelled { why, .. } => Some(why.to_string()),
        State::Planned => None,
    };
    let full = plan.capacity.is_some_and(|most| gathering.counts.registered >= most);
    GatheringPage {
        kicker: words::kind(&shell, gathering),
        mark: words::mark(&shell, gathering),
        short: short(&shell, record),
        buttons: buttons(&shell, record, &base),
        about: plan.about.as_ref().map(paragraphs).unwrap_or_default(),
        mine: mine.map(|one| words::standing(&shell, record, one)),
        may_register: mine.is_none() && open,
        would_wait: full || gathering.counts.waiting > 0,
        may_withdraw: mine.is_some_and(|one| one.checked_in.is_none())
            && !gathering.is_over(record.now),
        certificate: mine
            .filter(there)
            .map(|one| shell.href(&format!("{base}/certificate/{}", one.number))),
        facts: facts(&shell, record),
        join: plan
            .when
            .link
            .as_ref()
            .filter(|_| mine.is_some_and(|one| one.standing == Standing::Registered))
            .map(ToString::to_string),
        list: format!("/p/{}/events", record.place.slug),
        why,
        others,
        base,
        shell,
    }
}

fn paragraphs(text: &super::About) -> Vec<String> {
    text.as_str().split("\n\n").map(|part| part.trim().to_owned()).collect()
}

fn buttons(shell: &Shell, record: &Record, base: &str) -> Vec<(String, String)> {
    if !record.may_host() {
        return Vec::new();
    }
    let to = |rest: &str| shell.href(&format!("{base}/{rest}"));
    let mut all = vec![(shell.t("guests-title").into_owned(), to("guests"))];
    let verbs = verbs::Verb::ALL.iter().filter(|verb| verb.fits(record).is_ok());
    all.extend(verbs.map(|verb| (said(shell, "gatherings-verb", verb), to(verb.as_str()))));
    if forms::changeable(record).is_ok() {
        all.push((shell.t("gatherings-edit").into_owned(), to("edit")));
    }
    all
}

fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    let (gathering, plan) = (&record.gathering, &record.gathering.plan);
    let host = record.directory.name(plan.host).to_owned();
    let mut facts = vec![
        (label("gatherings-kind"), words::kind(shell, gathering)),
        (label("gatherings-host"), host),
        (label("meetings-day"), words::when(shell, gathering)),
        (label("meetings-length"), length(shell, plan.when.length)),
    ];
    let place = words::place(shell, gathering);
    if !place.is_empty() {
        facts.push((label("meetings-place"), place));
    }
    let open = if plan.when.open { "meetings-open-yes" } else { "meetings-open-no" };
    facts.push((label("meetings-open"), label(open)));
    facts.push((label("gatherings-guests"), words::coming(shell, gathering)));
    if gathering.counts.waiting > 0 {
        facts.push((
            label("gatherings-wait-list"),
            shell.t1("gatherings-wait", "count", gathering.counts.waiting),
        ));
    }
    if let Some(last) = plan.register_by {
        facts.push((label("gatherings-register-by"), shell.date(last)));
    }
    facts
}
