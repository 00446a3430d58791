//! The page of one risk or issue: how much weight it has, what is done about it, what it threatens,
//! and all that was done with it.

pub(crate) mod forms;
pub(crate) mod list;
pub(crate) mod new;

use askama::Template;
use base::Title;
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell};

use self::forms::Verb;
use super::{
    Step,
    queries::{self, Record},
    words,
};
use crate::{
    access,
    goal::{ItemId, Layer},
    words::{self as plain, Status},
};

/// One risk or issue.
#[derive(Template)]
#[template(path = "plan/risk.html")]
struct RiskPage {
    shell: Shell,
    base: String,
    list: String,
    kicker: String,
    mark: Status,
    short: String,
    buttons: Vec<(String, String)>,
    details: Option<String>,
    plan: Option<String>,
    threatens: Vec<Threatened>,
    may: bool,
    facts: Vec<(String, String)>,
    history: Vec<Past>,
    revision: String,
    /// What other contexts say about it.
    others: Vec<Block>,
}

/// An item that it threatens.
struct Threatened {
    id: String,
    href: String,
    title: String,
    layer: String,
}

/// A line of the history.
struct Past {
    text: String,
    when: String,
    said: Option<String>,
}

web::page!(RiskPage);

impl RiskPage {
    fn to(&self, rest: &str) -> String {
        self.shell.href(&format!("{}{rest}", self.base))
    }
}

/// `GET /p/{partnership}/risks/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "risk", id);
    let (record, others) = web::beside(queries::record(&cx, id), others).await?;
    web::page(&request, &page_of(&cx, &record, others))
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> RiskPage {
    let (shell, base) = (shell(cx, record), base_of(record));
    let Record { place, risk, .. } = record;
    let may = access::proposes_for(&place.standing, risk.account.owner).is_some();
    let button = |verb: &Verb| {
        (plain::said(&shell, "risks-verb", verb), shell.href(&format!("{base}/{verb}")))
    };
    let threatened = |(id, layer, title): &(ItemId, Layer, Title)| Threatened {
        id: id.to_string(),
        href: shell.href(&format!("/p/{}/goals/{id}", place.slug)),
        title: title.to_string(),
        layer: plain::said(&shell, "goals-layer", layer),
    };
    RiskPage {
        kicker: plain::said(&shell, "risks-kind", risk.kind),
        mark: words::mark(&shell, risk),
        short: short(&shell, record),
        buttons: if may {
            Verb::ALL.iter().filter(|verb| verb.fits(risk)).map(button).collect()
        } else {
            Vec::new()
        },
        details: risk.account.details.as_ref().map(ToString::to_string),
        plan: risk.account.plan.as_ref().map(ToString::to_string),
        threatens: record.threatens.iter().map(threatened).collect(),
        may: may && risk.is_open(),
        facts: facts(&shell, record),
        history: record.steps.iter().map(|step| past(&shell, record, step)).collect(),
        revision: risk.revision.to_string(),
        others,
        list: format!("/p/{}/risks", place.slug),
        base,
        shell,
    }
}

pub(super) fn base_of(record: &Record) -> String {
    format!("/p/{}/risks/{}", record.place.slug, record.risk.id)
}

pub(super) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "risks-title", Section::Plan);
    let risks = shell.t("risks-title").into_owned();
    shell
        .titled(record.risk.account.title.as_str())
        .crumb(risks, &format!("/p/{}/risks", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

/// How much weight it has, who answers for it, and when it is looked at again.
pub(super) fn short(shell: &Shell, record: &Record) -> String {
    let risk = &record.risk;
    let owner = record.directory.name(risk.account.owner);
    let weight = words::weight(shell, risk.account.weight);
    let who = shell.t1("goals-short-owner", "who", owner);
    let look = match (risk.closed_on, risk.account.review_on) {
        (Some(day), _) => shell.t1("risks-short-closed", "date", shell.date(day)),
        (None, Some(day)) if risk.wants_review(record.place.today) => {
            shell.t1("risks-short-due", "date", shell.date(day))
        }
        (None, Some(day)) => shell.t1("risks-short-look", "date", shell.date(day)),
        (None, None) => String::new(),
    };
    format!("{weight}. {who} {look}").trim().to_owned()
}

fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let risk = &record.risk;
    let label = |key: &str| shell.t(key).into_owned();
    let response = plain::said(shell, "risks-response", risk.account.response);
    let owner = record.directory.name(risk.account.owner).to_owned();
    let mut facts = vec![
        (label("goals-owner"), owner),
        (label("risks-response"), response),
        (label("risks-since"), shell.date(risk.since)),
    ];
    if let Some(day) = risk.account.review_on.filter(|_| risk.is_open()) {
        facts.push((label("risks-review-on"), shell.date(day)));
    }
    if let Some(day) = risk.closed_on {
        let said = risk.closed_words.as_ref().map(ToString::to_string).unwrap_or_default();
        facts.push((label("risks-closed-on"), format!("{} {said}", shell.date(day))));
    }
    facts
}

fn past(shell: &Shell, record: &Record, step: &Step) -> Past {
    let weight = words::weight(shell, step.weight);
    let args = [
        ("who", record.people.name(step.person).into()),
        ("organization", record.directory.name(step.organization).into()),
        ("about", step.about.as_deref().unwrap_or_default().into()),
        ("weight", weight.as_str().into()),
    ];
    Past {
        text: shell.tn(&format!("risks-step-{}", step.act), &args),
        when: shell.when(step.at),
        said: step.words.clone(),
    }
}
