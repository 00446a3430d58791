//! The page of one decision: what is asked, what was said, what came of it, and all that was done.

pub(crate) mod forms;
pub(crate) mod list;
pub(crate) mod new;
mod parts;

use askama::Template;
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell};

use self::{
    forms::Verb,
    parts::{Earlier, Mine, Past, Spoken},
};
use super::{Decision, Entry, Record, State, queries, words};
use crate::{
    access,
    words::{self as plain, Promise, Status},
};

/// One decision.
#[derive(Template)]
#[template(path = "plan/decision.html")]
struct DecisionPage {
    shell: Shell,
    base: String,
    list: String,
    kicker: String,
    mark: Status,
    short: String,
    buttons: Vec<(String, String)>,
    /// Notes on what reopens or replaced it, and what it reopens: text, title, address.
    links: Vec<(String, String, String)>,
    outcome: Option<String>,
    compromise: Option<String>,
    dissent: Vec<Spoken>,
    proposal: Option<String>,
    options: Vec<String>,
    background: Option<String>,
    mine: Vec<Mine>,
    /// Why positions are not shown; none when they are.
    hidden: Option<String>,
    said: Vec<Spoken>,
    figures: Option<String>,
    rounds: Option<words::Rounds>,
    earlier: Vec<Earlier>,
    decided: bool,
    promises: Vec<Promise>,
    /// Where something is promised, and asked for, to carry it out.
    make: Option<(String, String)>,
    facts: Vec<(String, String)>,
    roll: Vec<String>,
    roll_note: String,
    history: Vec<Past>,
    /// Whether the first button is the one main thing to do.
    main_button: bool,
    /// What other contexts say about it.
    others: Vec<Block>,
}

web::page!(DecisionPage);

impl DecisionPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/decisions/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "decision", id);
    let (record, others) = web::beside(queries::decision(&cx, id), others).await?;
    web::page(&request, &page_of(&cx, &record, others))
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> DecisionPage {
    let Record { place, decision, .. } = record;
    let (shell, base) = (shell(cx, record), base_of(record));
    let shown = record.shows_positions();
    let question = decision.question();
    let counted = decision.count().filter(|_| shown);
    let closing = decision.closing();
    let rounds = counted.as_ref().and_then(|count| parts::runoff(&shell, decision, count));
    let (roll, roll_note) = parts::roll(&shell, record);
    DecisionPage {
        kicker: kicker(&shell, record),
        mark: words::mark(&shell, &record.entry),
        short: short(&shell, record),
        buttons: buttons(&shell, record, &base),
        links: links(&shell, record),
        outcome: closing.map(|closing| words::outcome(&shell, decision, &closing.outcome)),
        compromise: closing
            .and_then(|closing| closing.compromise.as_ref().map(ToString::to_string)),
        dissent: decision
            .dissent()
            .into_iter()
            .map(|one| parts::said(&shell, record, one))
            .collect(),
        proposal: question.way.text().map(ToString::to_string),
        options: question.way.options().iter().map(ToString::to_string).collect(),
        background: question.background.as_ref().map(ToString::to_string),
        mine: parts::mine(&shell, record),
        hidden: parts::hidden(&shell, record),
        said: parts::said_last(&shell, record),
        figures: counted.as_ref().map(|count| words::figures(&shell, count)),
        rounds,
        earlier: parts::earlier(&shell, record),
        decided: decision.is_decided(),
        promises: parts::promises(&shell, record),
        make: make(&shell, record),
        facts: parts::facts(&shell, record),
        roll,
        roll_note,
        history: parts::history(&shell, record),
        // A closed decision is reopened now and then: that is not the main thing to do.
        main_button: !decision_is_closed(decision),
        list: format!("/p/{}/decisions", place.slug),
        others,
        base,
        shell,
    }
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/decisions/{}", record.place.slug, record.decision.id)
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "decisions-title", Section::Plan);
    let (overview, title) =
        (shell.t("shell-section-overview").into_owned(), shell.t("decisions-title").into_owned());
    shell
        .titled(record.decision.question().title.as_str())
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(title, &format!("/p/{}/decisions", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

/// "Decision by consent, round 2".
fn kicker(shell: &Shell, record: &Record) -> String {
    let method = plain::said(shell, "decisions-by", record.entry.method);
    match record.decision.rounds().len() {
        0 | 1 => method,
        round => shell.t2("decisions-in-round", "method", method, "round", round),
    }
}

/// What matters of it, in a few sentences.
pub(super) fn short(shell: &Shell, record: &Record) -> String {
    let Record { decision, entry, .. } = record;
    let owner = record.directory.name(entry.owner);
    match decision.state() {
        State::Draft => shell.t1("decisions-short-draft", "who", owner),
        State::Open => {
            let due = entry.due.map(|due| shell.long_date(due)).unwrap_or_default();
            let args = [
                ("answered", entry.answered.into()),
                ("roll", entry.roll.into()),
                ("date", due.into()),
            ];
            shell.tn("decisions-short-open", &args)
        }
        State::Closed(closing) => {
            let outcome = words::outcome(shell, decision, &closing.outcome);
            let on = shell.t1("decisions-short-closed", "date", shell.date(closing.on));
            let figures = decision.count().map(|count| words::figures(shell, &count));
            format!("{outcome} {on} {}", figures.unwrap_or_default())
        }
        State::Withdrawn { why, on } => {
            shell.t2("decisions-short-withdrawn", "date", shell.date(*on), "why", why.as_str())
        }
    }
}

/// What the reader can do now, most likely first.
fn buttons(shell: &Shell, record: &Record, base: &str) -> Vec<(String, String)> {
    let button = |verb: Verb| {
        (plain::said(shell, "decisions-verb", verb), shell.href(&format!("{base}/{verb}")))
    };
    // Whoever has answered finds the way to change that beside their position.
    let answered = |voter| record.decision.position_of(voter).is_some();
    let done = record.mine.iter().all(|entry| answered(entry.voter));
    let fits = |verb: &Verb| verb.fits(record).is_ok() && !(*verb == Verb::Position && done);
    let mut all: Vec<(String, String)> =
        Verb::ALL.iter().copied().filter(fits).map(button).collect();
    if matches!(record.decision.state(), State::Draft) && record.may_write() {
        let edit =
            (shell.t("decisions-verb-edit").into_owned(), shell.href(&format!("{base}/edit")));
        all.insert(usize::from(!all.is_empty()), edit);
    }
    let writes = !access::acting_organizations(&record.place.standing).is_empty();
    if decision_is_closed(&record.decision) && record.entry.reopened_by.is_none() && writes {
        let pairs = [
            ("method", record.entry.method.to_string()),
            ("supersedes", record.decision.id.to_string()),
        ];
        let path = plain::address(&format!("/p/{}/decisions/new", record.place.slug), &pairs);
        all.push((shell.t("decisions-verb-reopen").into_owned(), shell.href(&path)));
    }
    all
}

const fn decision_is_closed(decision: &Decision) -> bool {
    matches!(decision.state(), State::Closed(_))
}

/// What reopens it or took its place, and what it reopens.
fn links(shell: &Shell, record: &Record) -> Vec<(String, String, String)> {
    let link = |key: &str, entry: &Entry| {
        let href = shell.href(&format!("/p/{}/decisions/{}", record.place.slug, entry.id));
        (shell.t(key).into_owned(), entry.title.to_string(), href)
    };
    let after = |entry: &Entry| {
        let current = record.entry.reopened_by == Some(entry.id);
        let key = match (current, record.entry.replaced_on) {
            (true, Some(_)) => "decisions-replaced-by",
            (true, None) => "decisions-reopened-by",
            (false, _) => "decisions-was-reopened-by",
        };
        link(key, entry)
    };
    let before = |old: &Entry| {
        let replaced = old.reopened_by == Some(record.decision.id) && old.replaced_on.is_some();
        link(if replaced { "decisions-replaces" } else { "decisions-reopens" }, old)
    };
    record.after.iter().map(after).chain(record.before.iter().map(before)).collect()
}

/// Where the reader promises something to carry it out, and where they ask for it.
fn make(shell: &Shell, record: &Record) -> Option<(String, String)> {
    if !record.decision.is_decided() || record.entry.replaced_on.is_some() {
        return None;
    }
    let acts = !access::acting_organizations(&record.place.standing).is_empty();
    let pairs = [("decided", record.decision.id.to_string()), ("origin", "decision".to_owned())];
    let to = |rest: &str| {
        let path = format!("/p/{}/commitments/{rest}", record.place.slug);
        shell.href(&plain::address(&path, &pairs))
    };
    acts.then(|| (to("new"), to("ask")))
}
