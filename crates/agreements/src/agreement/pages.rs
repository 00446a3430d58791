//! The page of one agreement: plain words and legal text side by side, who signed, what was done.

mod parts;
pub(crate) mod register;
pub(crate) mod verbs;
pub(crate) mod write;

use askama::Template;
use base::{OrganizationId, PersonId, Role};
use store::Cx;
use web::{Block, Failure, Request, Response, Section, Shell};

use super::{
    Kind, Manner, Record, Shown, Signature, Stage, Standing, Step, Version, panels, queries,
    words::{self, Status},
};
use crate::{access, agreement::pages::verbs::Verb};

/// One agreement.
#[derive(Template)]
#[template(path = "agreements/agreement.html")]
struct AgreementPage {
    shell: Shell,
    kicker: String,
    mark: Status,
    short: String,
    watch: Option<String>,
    broken: Option<String>,
    buttons: Vec<(String, String)>,
    versions: Vec<VersionView>,
    facts: Vec<(String, String)>,
    upper: Option<(String, String)>,
    below: Vec<(String, String)>,
    history: Vec<Past>,
    /// The answers of the last 30 days under it, and where the receipts are.
    answers: Vec<(String, String)>,
    receipts: Option<String>,
    list: String,
    questions: Vec<parts::QuestionView>,
    proposed: Vec<parts::ProposalView>,
    papers: Vec<parts::PaperView>,
    revision: String,
    /// What other contexts say about it.
    others: Vec<Block>,
}

/// One version, as a part of the page.
struct VersionView {
    number: i64,
    heading: String,
    about: String,
    /// Groups of facts: one for each clause that gives.
    grants: Vec<Vec<(String, String)>>,
    never: Vec<String>,
    facts: Vec<(String, String)>,
    text: Vec<String>,
    exact: String,
    hash: Option<String>,
    signatures: Vec<Sign>,
    /// What can be done with its clauses while it is written: its address.
    writes: Option<String>,
    revision: String,
}

/// A party and its signature.
struct Sign {
    signed: bool,
    party: String,
    who: String,
}

/// A line of the history.
struct Past {
    text: String,
    when: String,
    said: Option<String>,
}

web::page!(AgreementPage);

/// `GET /p/{partnership}/agreements/{id}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id = request.param("id")?;
    let others = web::about(&cx, "agreement", id);
    let (record, others) = web::beside(queries::agreement(&cx, id), others).await?;
    web::page(&request, &page_of(&cx, &record, others))
}

fn page_of(cx: &Cx, record: &Record, others: Vec<Block>) -> AgreementPage {
    let (shell, base) = (shell(cx, record), base_of(record));
    let shown = record.shown();
    let me = cx.actor().person().map(|person| person.person);
    let buttons = buttons(&shell, record, me);
    let shown_versions = [record.next(), record.main()];
    let mut versions: Vec<VersionView> = Vec::new();
    for version in shown_versions.into_iter().flatten() {
        if !versions.iter().any(|one| one.number == version.number) {
            versions.push(version_view(&shell, record, version, &base));
        }
    }
    let ends = record.main().and_then(|main| main.terms.ends);
    let left = ends.filter(|_| shown == Shown::Active);
    let left = left.map(|ends| (record.place.today.days_until(ends), ends));
    let watch = left.filter(|(days, _)| *days <= panels::WATCH_DAYS);
    let title = record.agreement.title.as_str();
    let broken = record.versions.iter().find_map(|version| record.broken(version));
    AgreementPage {
        kicker: words::said(&shell, "agreements-kind", record.agreement.kind),
        mark: words::status(&shell, shown),
        short: short(&shell, record),
        watch: watch.map(|(_, ends)| panels::what_stops(&shell, title, ends)),
        broken: broken.map(|what| words::said(&shell, "agreements-broken", what)),
        buttons,
        versions,
        facts: facts(&shell, record),
        upper: record.upper.as_ref().map(|upper| {
            let href = shell.href(&format!("/p/{}/agreements/{}", record.place.slug, upper.id));
            (upper.title.to_string(), href)
        }),
        below: record
            .below
            .iter()
            .map(|(id, title)| {
                let href = format!("/p/{}/agreements/{id}", record.place.slug);
                (title.to_string(), shell.href(&href))
            })
            .collect(),
        answers: answers(&shell, record),
        receipts: record.place.standing.carries(&access::RECEIPTS).then(|| {
            let of = record.agreement.id;
            shell.href(&format!("/p/{}/receipts?agreement={of}", record.place.slug))
        }),
        history: record.steps.iter().map(|step| past(&shell, record, step)).collect(),
        list: shell.href(&format!("/p/{}/agreements", record.place.slug)),
        questions: parts::questions(&shell, record),
        proposed: parts::proposed(&shell, record),
        papers: parts::papers(&shell, record),
        revision: record.agreement.revision.to_string(),
        others,
        shell,
    }
}

/// What the reader can do with it, most likely first.
fn buttons(shell: &Shell, record: &Record, me: Option<PersonId>) -> Vec<(String, String)> {
    let base = base_of(record);
    let button = |verb: &Verb| {
        (words::said(shell, "agreements-verb", verb), shell.href(&format!("{base}/{verb}")))
    };
    // What brings it on comes first, then a test of it, then what halts it.
    let (on, halting): (Vec<Verb>, Vec<Verb>) =
        Verb::of(record, me).into_iter().partition(|verb| verb.brings_on());
    let mut buttons: Vec<(String, String)> = on.iter().map(button).collect();
    if record.agreement.kind.moves_data() && tests(record) {
        let test = shell.t("agreements-test").into_owned();
        buttons.push((test, shell.href(&format!("{base}/test"))));
    }
    let more = [
        ("agreements-propose", parts::propose(record)),
        ("agreements-paper", parts::takes_paper(record)),
    ];
    for (label, path) in more {
        buttons.extend(path.map(|path| (shell.t(label).into_owned(), shell.href(&path))));
    }
    buttons.extend(halting.iter().map(button));
    buttons
}

/// How often it was asked under, by answer.
fn answers(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let line = |(answer, count): &(policy::Answer, i64)| {
        (words::said(shell, "agreements-answer", answer), shell.number(*count))
    };
    record.answers.iter().map(line).collect()
}

/// Whether the reader may test requests.
fn tests(record: &Record) -> bool {
    [Role::Coordinator, Role::Lead, Role::Member, Role::Steward]
        .iter()
        .any(|role| record.place.standing.has(*role))
}

pub(crate) fn base_of(record: &Record) -> String {
    format!("/p/{}/agreements/{}", record.place.slug, record.agreement.id)
}

pub(crate) fn shell(cx: &Cx, record: &Record) -> Shell {
    let place = &record.place;
    let shell = Shell::new(cx, Some(place), "agreements-title", Section::Agreements)
        .bringing("agreements.css");
    let (overview, list) =
        (shell.t("shell-section-overview").into_owned(), shell.t("agreements-title").into_owned());
    shell
        .titled(record.agreement.title.as_str())
        .crumb(overview, &format!("/p/{}", place.slug))
        .crumb(list, &format!("/p/{}/agreements", place.slug))
        .live(&format!("/p/{}/live", place.slug))
}

/// What it is for, who gives and gets, and until when.
pub(crate) fn short(shell: &Shell, record: &Record) -> String {
    let Some(main) = record.main() else { return String::new() };
    let until = match main.terms.ends {
        Some(ends) => shell.t1("agreements-short-until", "date", shell.date(ends)),
        None => shell.t("agreements-short-no-end").into_owned(),
    };
    let summary = main.terms.summary.as_str();
    let stop = if summary.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{summary}{stop} {until}")
}

fn facts(shell: &Shell, record: &Record) -> Vec<(String, String)> {
    let label = |key: &str| shell.t(key).into_owned();
    let mut facts = Vec::new();
    if let Some(main) = record.main() {
        let parties = words::organizations(shell, &record.directory, &main.terms.parties);
        facts.push((label("agreements-parties"), parties));
        facts.push((label("agreements-effective"), shell.date(main.terms.effective)));
        if let Some(ends) = main.terms.ends {
            facts.push((label("agreements-ends"), shell.date(ends)));
        }
    }
    let version = match record.agreement.standing() {
        Standing::New => shell.t("agreements-no-version").into_owned(),
        Standing::InForce { version } | Standing::Suspended { version } => version.to_string(),
        Standing::Terminated { version } => version.unwrap_or_default().to_string(),
    };
    facts.push((label("agreements-version-in-force"), version));
    if let (Some(on), Shown::Active) = (record.review_on, record.shown()) {
        facts.push((label("agreements-review-on"), shell.date(on)));
    }
    if record.agreement.kind.wants_upper() && record.upper.is_none() {
        facts.push((label("agreements-upper"), label("agreements-upper-none")));
    }
    facts
}

fn version_view(shell: &Shell, record: &Record, version: &Version, base: &str) -> VersionView {
    let names = (&record.directory, &record.vocabulary);
    let next = record.agreement.next().filter(|(number, _)| *number == version.number);
    let drafts = access::drafts_for(&record.place.standing).is_some();
    let is_written = next.is_some_and(|(_, stage)| matches!(stage, Stage::Draft | Stage::Review));
    let writes = is_written && drafts && record.agreement.kind.moves_data();
    let text = match &version.sealed {
        Some((text, _)) => text.clone(),
        None => record.text.clone().unwrap_or_default(),
    };
    let (text, exact) = text.split_once("\nTERMS IN EXACT FORM\n").unwrap_or((&text, ""));
    let label = |key: &str| shell.t(key).into_owned();
    let terms = &version.terms;
    let mut facts = Vec::new();
    if let Some(only_if) = &terms.only_if {
        facts.push((label("agreements-only-if"), only_if.to_string()));
    }
    if terms.wants_training {
        facts.push((label("agreements-training"), label("agreements-training-yes")));
    }
    facts.push((label("agreements-until"), until(shell, version)));
    let kept = [
        ("agreements-keeps-fact", "agreements-keeps-line", "days", terms.keeps_days),
        ("agreements-breach-fact", "agreements-breach-line", "hours", terms.breach_hours),
        ("agreements-review-fact", "agreements-review-line", "months", terms.review_months),
    ];
    for (name, line, unit, number) in kept {
        facts.extend(number.map(|number| (label(name), shell.t1(line, unit, number))));
    }
    if let Some(basis) = &terms.basis {
        facts.push((label("agreements-basis"), basis.to_string()));
    }
    VersionView {
        number: version.number,
        heading: version_heading(shell, record, version),
        about: version_about(shell, record, version),
        grants: terms.grants.iter().map(|grant| words::grant(shell, names, grant)).collect(),
        never: terms
            .clauses
            .iter()
            .map(|clause| words::clause(shell, &record.vocabulary, clause))
            .collect(),
        facts,
        text: text
            .split("\n\n")
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect(),
        exact: exact.to_owned(),
        hash: version.sealed.as_ref().map(|(_, hash)| hash.clone()),
        signatures: signs(shell, record, version),
        writes: writes.then(|| shell.href(base)),
        revision: record.agreement.revision.to_string(),
    }
}

fn until(shell: &Shell, version: &Version) -> String {
    match version.terms.ends {
        Some(ends) => shell.date(ends),
        None => shell.t("agreements-no-end").into_owned(),
    }
}

fn version_heading(shell: &Shell, record: &Record, version: &Version) -> String {
    let number = version.number;
    match record.agreement.next() {
        Some((next, stage)) if next == number => {
            let stage = words::said(shell, "agreements-stage", stage);
            shell.t2("agreements-version-next", "number", number, "stage", stage.as_str())
        }
        Some(_) | None => shell.t1("agreements-version", "number", number),
    }
}

fn version_about(shell: &Shell, record: &Record, version: &Version) -> String {
    let signed = version.signatures.len();
    let of = version.terms.parties.len();
    if version.sealed.is_none() {
        return shell.t("agreements-not-out").into_owned();
    }
    let count = shell.t2("agreements-signed", "signed", signed, "of", of);
    if let Some(on) = version.in_force_on {
        let since = shell.t1("agreements-in-force-since", "date", shell.date(on));
        return format!("{count} {since}");
    }
    let due: Vec<OrganizationId> = version.due().map(|one| one.organization).collect();
    let who = words::organizations(shell, &record.directory, &due);
    format!("{count} {}", shell.t1("agreements-next-signs", "who", who.as_str()))
}

fn signs(shell: &Shell, record: &Record, version: &Version) -> Vec<Sign> {
    let signed = |one: &Signature| {
        let args = [
            ("who", one.signer.as_str().into()),
            ("title", one.title.as_str().into()),
            ("date", shell.date(one.on).into()),
            ("authority", one.authority.as_str().into()),
        ];
        let key = match one.manner {
            Manner::Here => "agreements-signed-here",
            Manner::OnPaper => "agreements-signed-on-paper",
        };
        Sign {
            signed: true,
            party: record.directory.name(one.organization).to_owned(),
            who: shell.tn(key, &args),
        }
    };
    let awaited = |one: &super::Signatory| {
        let mut who =
            format!("{}, {}. {}", record.people.name(one.person), one.title, one.authority);
        if let Some(until) = one.authority_until {
            let ended = until < record.place.today;
            let key =
                if ended { "agreements-authority-ended" } else { "agreements-authority-until" };
            who = format!("{who}. {}", shell.t1(key, "date", shell.date(until)));
        }
        Sign { signed: false, party: record.directory.name(one.organization).to_owned(), who }
    };
    version.signatures.iter().map(signed).chain(version.awaited().map(awaited)).collect()
}

fn past(shell: &Shell, record: &Record, step: &Step) -> Past {
    let who = step.person.map_or_else(
        || shell.t("agreements-system").into_owned(),
        |person| record.people.name(person).to_owned(),
    );
    let of = step.organization.map(|of| record.directory.name(of)).unwrap_or_default();
    let args = [
        ("who", who.as_str().into()),
        ("organization", of.into()),
        ("version", step.version.unwrap_or_default().into()),
    ];
    let key = format!("agreements-step-{}", step.act).replace('_', "-");
    Past { text: shell.tn(&key, &args), when: shell.when(step.at), said: step.words.clone() }
}

/// The kinds, from the one above to the one below, as choices.
pub(crate) fn kinds(shell: &Shell) -> Vec<words::Choice> {
    words::choices(shell, "agreements-kind", Kind::ALL)
}
