//! The page of one disagreement: the question, how each party sees it, how it was settled.

pub(crate) mod forms;
pub(crate) mod list;
pub(crate) mod new;

use askama::Template;
use store::Cx;
use web::{Block, Failure, Html, Request, Response, Section, Shell};

use self::forms::Verb;
use super::{
    DisagreementId, State, Step, View,
    queries::{self, Record},
};

/// One disagreement.
#[derive(Template)]
#[template(path = "community/disagreement.html")]
struct DisagreementPage {
    shell: Shell,
    list: String,
    mark: (&'static str, String),
    short: String,
    buttons: Vec<(String, String)>,
    background: Option<Html>,
    parties: Vec<(String, Option<Html>)>,
    /// How it was settled: in a word, in words, when.
    settled: Option<(String, Html, String)>,
    about: (String, Option<String>),
    thread: Option<String>,
    history: Vec<Past>,
    others: Vec<Block>,
}

/// A line of the history.
struct Past {
    text: String,
    when: String,
    said: Option<Html>,
}

web::page!(DisagreementPage);

/// `GET /p/{partnership}/disagreements/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "disagreement", id);
    let (record, others) = web::beside(queries::disagreement(&cx, id), others).await?;
    web::page(&request, &page_of(&cx, &record, others))
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> DisagreementPage {
    let (one, place) = (&record.one, &record.place);
    let shell = shell(cx, record);
    let base = format!("/p/{}/disagreements/{}", place.slug, one.id);
    let name = |of| record.directory.name(of).to_owned();
    let html = |view: &View| web::markdown(view.as_str(), &[]);
    let button = |verb: &Verb| {
        let label = shell.t(&format!("disagreements-verb-{verb}")).into_owned();
        (label, shell.href(&format!("{base}/{verb}")))
    };
    DisagreementPage {
        mark: mark(&shell, one.state()),
        short: short(&shell, record),
        buttons: Verb::ALL.iter().filter(|verb| verb.fits(record).is_ok()).map(button).collect(),
        background: one.background.as_ref().map(html),
        parties: one
            .parties
            .iter()
            .map(|party| (name(party.organization), party.view.as_ref().map(html)))
            .collect(),
        settled: one.settlement().map(|settled| {
            let way = shell.t(&way_key(settled.way)).into_owned();
            let outcome = web::markdown(settled.outcome.as_str(), &[]);
            (way, outcome, shell.date(settled.on))
        }),
        about: (
            one.about.name().to_owned(),
            one.about.path(cx, &place.slug).map(|path| shell.href(&path)),
        ),
        thread: one.thread.map(|id| shell.href(&format!("/p/{}/discussions/{id}", place.slug))),
        history: record.steps.iter().map(|step| past(&shell, record, step)).collect(),
        list: format!("/p/{}/disagreements", place.slug),
        others,
        shell,
    }
}

fn past(shell: &Shell, record: &Record, step: &Step) -> Past {
    let args = [
        ("who", record.people.name(step.by.person).into()),
        ("organization", record.directory.name(step.by.organization).into()),
    ];
    let said = step.words.as_ref().map(|words| web::markdown(words.as_str(), &[]));
    Past {
        text: shell.tn(&format!("disagreements-step-{}", step.act), &args),
        when: shell.date(step.on),
        said,
    }
}

pub(super) fn way_key(way: super::Way) -> String {
    format!("disagreements-way-{way}").replace('_', "-")
}

pub(super) fn mark(shell: &Shell, state: State) -> (&'static str, String) {
    let kind = match state {
        State::Open => "risk",
        State::Settled => "done",
        State::Withdrawn => "idle",
    };
    (kind, shell.t(&format!("disagreements-state-{state}")).into_owned())
}

fn short(shell: &Shell, record: &Record) -> String {
    let one = &record.one;
    let names: Vec<&str> = one.organizations().map(|of| record.directory.name(of)).collect();
    let args = [("parties", names.join(", ").into()), ("date", shell.date(one.opened_on).into())];
    let begun = shell.tn("disagreements-short", &args);
    match one.settlement() {
        Some(settled) => {
            let way = shell.t(&way_key(settled.way));
            let on = shell.date(settled.on);
            format!("{begun} {}", shell.t2("disagreements-short-settled", "date", on, "way", &*way))
        }
        None => begun,
    }
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "disagreements-title", Section::Meetings);
    let (overview, list) = (
        shell.t("shell-section-overview").into_owned(),
        shell.t("disagreements-title").into_owned(),
    );
    shell
        .titled(record.one.question.as_str())
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(list, &format!("/p/{}/disagreements", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

pub(super) fn path_of(request: &Request, id: DisagreementId) -> String {
    format!("/p/{}/disagreements/{id}", request.param_text("partnership"))
}
