//! The page of one responsibility: who carries what, whose turn it is, and all that was done.

pub(crate) mod forms;
pub(crate) mod load;
pub(crate) mod matrix;
pub(crate) mod new;

use askama::Template;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use self::forms::Verb;
use super::{
    Side, StateName, Step,
    queries::{self, Record},
    words,
};
use crate::words::{self as plain, Status};

/// One responsibility.
#[derive(Template)]
#[template(path = "plan/responsibility.html")]
struct RolePage {
    shell: Shell,
    kicker: String,
    mark: Status,
    short: String,
    buttons: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    item: (String, String),
    /// Where a result is promised for what was accepted.
    promise: Option<String>,
    history: Vec<Past>,
}

/// A line of the history.
struct Past {
    text: String,
    when: String,
    said: Option<String>,
}

web::page!(RolePage);

/// `GET /p/{partnership}/responsibilities/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let record = queries::record(&cx, request.param("id")?).await?;
    web::page(&request, &page_of(&cx, &record))
}

fn page_of(cx: &Cx, record: &Record) -> RolePage {
    let (shell, base) = (shell(cx, record), base_of(record));
    let Record { place, role, item, .. } = record;
    let button = |verb: &Verb| {
        (plain::said(&shell, "responsibilities-verb", verb), shell.href(&format!("{base}/{verb}")))
    };
    let fits = |verb: &&Verb| verb.fits(record).is_ok();
    let facts = [
        ("responsibilities-who", record.names.of(role)),
        (
            "responsibilities-organization",
            record.names.directory.name(role.organization).to_owned(),
        ),
        ("responsibilities-duty", words::duty(&shell, role.duty)),
        ("goals-owner", record.names.directory.name(item.aim.owner).to_owned()),
        ("responsibilities-since", shell.date(role.day)),
    ];
    let carries = role.state().name() == StateName::Accepted && record.hands.bearer;
    let pairs = [("origin", "role".to_owned()), ("serves", item.id.to_string())];
    let promise = plain::address(&format!("/p/{}/commitments/new", place.slug), &pairs);
    RolePage {
        kicker: words::duty(&shell, role.duty),
        mark: words::mark(&shell, role.state().name()),
        short: short(&shell, record),
        buttons: Verb::ALL.iter().filter(fits).map(button).collect(),
        facts: facts.into_iter().map(|(key, text)| (shell.t(key).into_owned(), text)).collect(),
        item: (
            item.aim.title.to_string(),
            shell.href(&format!("/p/{}/goals/{}", place.slug, item.id)),
        ),
        promise: carries.then(|| shell.href(&promise)),
        history: record.steps.iter().map(|step| past(&shell, record, step)).collect(),
        shell,
    }
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/responsibilities/{}", record.place.slug, record.role.id)
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let (place, item) = (&record.place, &record.item);
    let shell = Shell::new(cx, Some(place), "responsibilities-title", Section::Plan);
    let goals = shell.t("goals-title").into_owned();
    let title = record.names.of(&record.role);
    shell
        .titled(title)
        .crumb(goals, &format!("/p/{}/goals", place.slug))
        .crumb(item.aim.title.as_str(), &format!("/p/{}/goals/{}", place.slug, item.id))
        .live(&format!("/p/{}/live", place.slug))
}

/// Who carries what, and whose turn it is.
pub(super) fn short(shell: &Shell, record: &Record) -> String {
    let role = &record.role;
    let duty = words::duty(shell, role.duty);
    let args = [
        ("who", record.names.of(role).into()),
        ("duty", duty.as_str().into()),
        ("item", record.item.aim.title.as_str().into()),
        ("date", shell.date(role.day).into()),
    ];
    let key = match (role.state().name(), role.turn()) {
        (StateName::Proposed, Some(Side::Plan)) => "responsibilities-short-offered",
        (StateName::Proposed, _) => "responsibilities-short-proposed",
        (StateName::Accepted, _) => "responsibilities-short-accepted",
        (StateName::Declined, _) => "responsibilities-short-declined",
        (StateName::Withdrawn, _) => "responsibilities-short-withdrawn",
        (StateName::Ended, _) => "responsibilities-short-ended",
    };
    shell.tn(key, &args)
}

fn past(shell: &Shell, record: &Record, step: &Step) -> Past {
    let duty = words::duty(shell, step.duty);
    let args = [
        ("who", record.people.name(step.person).into()),
        ("organization", record.names.directory.name(step.organization).into()),
        ("duty", duty.as_str().into()),
    ];
    Past {
        text: shell.tn(&format!("responsibilities-step-{}", step.act), &args),
        when: shell.when(step.at),
        said: step.words.clone(),
    }
}
