//! The page of one idea or recommendation: what it is, how it is tried, what came of it and what was
//! promised to carry it out.

pub(crate) mod forms;
pub(crate) mod list;
pub(crate) mod new;

use askama::Template;
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell};

use self::forms::Verb;
use super::{
    Idea, Kind, Pilot, State, Step, commands,
    queries::{self, Record},
};
use crate::{
    access,
    words::{self as plain, Promise, Status},
};

/// One idea or recommendation.
#[derive(Template)]
#[template(path = "plan/idea.html")]
struct IdeaPage {
    shell: Shell,
    list: String,
    kicker: String,
    mark: Status,
    short: String,
    buttons: Vec<(String, String)>,
    details: Option<String>,
    /// What the try asks, what tells, and the rest in facts.
    pilot: Option<(String, String)>,
    pilot_facts: Vec<(String, String)>,
    learned: Option<String>,
    promises: Vec<Promise>,
    /// Where something is promised, and asked for, to carry it out.
    make: Option<(String, String)>,
    facts: Vec<(String, String)>,
    link: Option<String>,
    history: Vec<Past>,
    /// What other contexts say about it.
    others: Vec<Block>,
}

/// A line of the history.
struct Past {
    text: String,
    when: String,
    said: Option<String>,
}

web::page!(IdeaPage);

/// `GET /p/{partnership}/ideas/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "idea", id);
    let (record, others) = web::beside(queries::record(&cx, id), others).await?;
    web::page(&request, &page_of(&cx, &record, others))
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> IdeaPage {
    let (shell, base) = (shell(cx, record), base_of(record));
    let Record { place, idea, .. } = record;
    let button = |verb: &Verb| {
        (plain::said(&shell, "ideas-verb", verb), shell.href(&format!("{base}/{verb}")))
    };
    let buttons = Verb::ALL.iter().filter(|verb| may_press(record) && verb.fits(idea));
    let promise = |part| Promise::of(&shell, place, &record.directory, part);
    IdeaPage {
        kicker: plain::said(&shell, "ideas-kind", idea.kind),
        mark: mark(&shell, idea, place.today),
        short: short(&shell, record),
        buttons: buttons.map(button).collect(),
        details: idea.account.details.as_ref().map(ToString::to_string),
        pilot: idea
            .pilot
            .as_ref()
            .map(|pilot| (pilot.question.to_string(), pilot.yardstick.to_string())),
        pilot_facts: idea
            .pilot
            .as_ref()
            .map_or_else(Vec::new, |pilot| tried(&shell, record, pilot)),
        learned: idea.learned.as_ref().map(ToString::to_string),
        promises: record.parts.iter().map(promise).collect(),
        make: make(&shell, record),
        facts: facts(&shell, record),
        link: idea.account.link.as_ref().map(ToString::to_string),
        history: record.steps.iter().map(|step| past(&shell, record, step)).collect(),
        others,
        list: format!("/p/{}/ideas", place.slug),
        shell,
    }
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/ideas/{}", record.place.slug, record.idea.id)
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "ideas-title", Section::Plan);
    let ideas = shell.t("ideas-title").into_owned();
    shell
        .titled(record.idea.account.title.as_str())
        .crumb(ideas, &format!("/p/{}/ideas", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

/// Whether the reader acts for who answers for it or tries it, or coordinates.
pub(super) fn may_press(record: &Record) -> bool {
    let standing = &record.place.standing;
    let mut hands = commands::hands(&record.idea).into_iter();
    hands.any(|of| access::proposes_for(standing, of).is_some())
}

/// How far it is, as icon, word and color.
pub(crate) fn mark(shell: &Shell, idea: &Idea, today: base::Date) -> Status {
    let (kind, key) = match idea.state {
        State::Open => ("idle", "ideas-state-open"),
        State::Pilot if idea.wants_result(today) => ("risk", "ideas-state-over"),
        State::Pilot => ("ok", "ideas-state-pilot"),
        State::Kept if idea.kind == Kind::Recommendation => ("done", "ideas-state-done"),
        State::Kept => ("done", "ideas-state-kept"),
        State::Dropped => ("none", "ideas-state-dropped"),
    };
    Status { kind, text: shell.t(key).into_owned() }
}

/// Who answers for it, and what comes next.
pub(super) fn short(shell: &Shell, record: &Record) -> String {
    let Record { idea, directory, .. } = record;
    let who = shell.t1("goals-short-owner", "who", directory.name(idea.account.owner));
    let next = match (idea.state, &idea.pilot, idea.closed_on) {
        (State::Pilot, Some(pilot), _) => {
            let key = if idea.wants_result(record.place.today) {
                "ideas-short-over"
            } else {
                "ideas-short-pilot"
            };
            shell.t2(key, "who", directory.name(pilot.carrier), "date", shell.date(pilot.due))
        }
        (State::Kept, _, Some(day)) => shell.t1("ideas-short-kept", "date", shell.date(day)),
        (State::Dropped, _, Some(day)) => shell.t1("ideas-short-dropped", "date", shell.date(day)),
        _ => shell.t("ideas-short-open").into_owned(),
    };
    format!("{who} {next}")
}

fn tried(shell: &Shell, record: &Record, pilot: &Pilot) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    vec![
        (label("ideas-carrier"), record.directory.name(pilot.carrier).to_owned()),
        (label("goals-starts"), shell.date(pilot.starts)),
        (label("ideas-due"), shell.date(pilot.due)),
    ]
}

fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let idea = &record.idea;
    let label = |key: &str| shell.t(key).into_owned();
    let mut facts = vec![
        (label("goals-owner"), record.directory.name(idea.account.owner).to_owned()),
        (label("risks-since"), shell.date(idea.since)),
    ];
    if let Some(source) = &idea.account.source {
        facts.push((label("ideas-source"), source.to_string()));
    }
    facts
}

/// Where the reader promises something to carry it out, and where they ask for it.
fn make(shell: &Shell, record: &Record) -> Option<(String, String)> {
    let idea = &record.idea;
    let acts = !access::acting_organizations(&record.place.standing).is_empty();
    let mut pairs = vec![("idea", idea.id.to_string())];
    if idea.kind == Kind::Recommendation {
        pairs.push(("origin", "recommendation".to_owned()));
    }
    let to = |rest: &str| {
        let path = format!("/p/{}/commitments/{rest}", record.place.slug);
        shell.href(&plain::address(&path, &pairs))
    };
    (acts && idea.state != State::Dropped).then(|| (to("new"), to("ask")))
}

fn past(shell: &Shell, record: &Record, step: &Step) -> Past {
    let args = [
        ("who", record.people.name(step.person).into()),
        ("organization", record.directory.name(step.organization).into()),
    ];
    Past {
        text: shell.tn(&format!("ideas-step-{}", step.act), &args),
        when: shell.when(step.at),
        said: step.words.clone(),
    }
}
