//! The register of agreements.

use askama::Template;
use store::Cx;
use web::{Failure, FormView, Input, Request, Response, Section, Shell};

use crate::{
    access,
    agreement::{
        Shown, panels, parse,
        queries::{self, Entry, Register},
        words::{self, Choice, Status},
    },
};

/// The register.
#[derive(Template)]
#[template(path = "agreements/register.html")]
struct RegisterPage {
    shell: Shell,
    form: FormView,
    base: String,
    short: String,
    adds: Vec<(String, String)>,
    ending: Vec<(String, String, String)>,
    kinds: Vec<Choice>,
    parties: Vec<Choice>,
    states: Vec<Choice>,
    within: Vec<Choice>,
    classes: Vec<Choice>,
    rows: Vec<Row>,
    narrowed: bool,
    first: Option<String>,
    next: Option<String>,
    export_href: String,
    about: Vec<(String, String)>,
}

struct Row {
    href: String,
    title: String,
    summary: String,
    kind: String,
    parties: String,
    signed: String,
    /// How far its next version is, beside one that is in force.
    change: Option<String>,
    mark: Status,
    ends: String,
    left: Option<String>,
}

web::page!(RegisterPage);

/// The fields of the filter.
pub(crate) const KEPT: [&str; 6] = ["kind", "party", "state", "ends_within", "class", "q"];

/// `GET /p/{partnership}/agreements`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = parse::filter(&mut input);
    let register = queries::register(&cx, &filter, input.text("after")).await?;
    web::page(&request, &page_of(&cx, &input, &register))
}

fn page_of(cx: &Cx, input: &Input, register: &Register) -> RegisterPage {
    let place = &register.place;
    let shell = Shell::new(cx, Some(place), "agreements-title", Section::Agreements);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell
        .crumb(overview, &format!("/p/{}", place.slug))
        .live(&format!("/p/{}/live", place.slug));
    let base = format!("/p/{}/agreements", place.slug);
    let pairs: Vec<(&str, String)> = KEPT
        .into_iter()
        .filter_map(|name| input.text(name).map(|value| (name, value.to_owned())))
        .collect();
    let to = |path: &str, pairs: &[(&str, String)]| shell.href(&words::address(path, pairs));
    let next = register.page.next.as_ref().map(|mark| {
        let mut all = pairs.clone();
        all.push(("after", mark.clone()));
        to(&base, &all)
    });
    let within = [30_i64, 60, 90]
        .map(|days| (days.to_string(), shell.t1("agreements-within", "days", days)));
    let kinds = ["charter", "memorandum", "data-sharing", "data-use-license", "resource-sharing"];
    let about = kinds.map(|kind| {
        let name = shell.t(&format!("agreements-kind-{kind}")).into_owned();
        (name, shell.t(&format!("agreements-about-{kind}")).into_owned())
    });
    RegisterPage {
        form: FormView::filled(input.typed()),
        short: short(&shell, register),
        adds: adds(&shell, register, &base),
        ending: ending(&shell, register, &base),
        kinds: super::kinds(&shell),
        parties: words::partners(&register.directory),
        states: words::choices(&shell, "agreements-state", Shown::ALL),
        within: within.to_vec(),
        classes: words::named(&shell, register.vocabulary.classes()),
        rows: register.page.items.iter().map(|entry| row(&shell, register, entry, &base)).collect(),
        narrowed: !pairs.is_empty(),
        first: input.text("after").map(|_| to(&base, &pairs)),
        export_href: to(&format!("{base}.csv"), &pairs),
        about: about.to_vec(),
        next,
        base,
        shell,
    }
}

fn adds(shell: &Shell, register: &Register, base: &str) -> Vec<(String, String)> {
    let link =
        |key: &str, rest: &str| (shell.t(key).into_owned(), shell.href(&format!("{base}{rest}")));
    let mut adds = Vec::new();
    if access::drafts_for(&register.place.standing).is_some() {
        adds.push(link("agreements-add", "/new"));
    }
    if register.place.standing.grants.iter().any(|(_, role)| *role != base::Role::Guest) {
        adds.push(link("agreements-path", "/can-we-share"));
        adds.push(link("agreements-test", "/test"));
    }
    if register.place.standing.carries(&access::CLIENTS) {
        for (key, path) in [
            ("requests-title", "/requests"),
            ("clients-title", "/clients"),
            ("shared-title", "/shared-with-us"),
        ] {
            let path = format!("/p/{}{path}", register.place.slug);
            adds.push((shell.t(key).into_owned(), shell.href(&path)));
        }
    }
    adds
}

fn ending(shell: &Shell, register: &Register, base: &str) -> Vec<(String, String, String)> {
    let today = register.place.today;
    register
        .ending
        .iter()
        .filter_map(|entry| {
            let days = entry.days_left(today)?;
            let stops = panels::what_stops(shell, entry.title.as_str(), entry.ends?);
            let href = shell.href(&format!("{base}/{}", entry.id));
            Some((stops, href, panels::watch_status(shell, days).word))
        })
        .collect()
}

fn row(shell: &Shell, register: &Register, entry: &Entry, base: &str) -> Row {
    let today = register.place.today;
    let left = entry.days_left(today).filter(|days| *days <= panels::WATCH_DAYS);
    Row {
        href: shell.href(&format!("{base}/{}", entry.id)),
        title: entry.title.to_string(),
        summary: entry.summary.clone(),
        kind: words::said(shell, "agreements-kind", entry.kind),
        parties: words::organizations(shell, &register.directory, &entry.parties),
        signed: shell.t2("agreements-signed-of", "signed", entry.signed, "of", entry.parties.len()),
        change: change(shell, entry),
        mark: words::status(shell, entry.shown(today)),
        ends: entry
            .ends
            .map_or_else(|| shell.t("agreements-no-end").into_owned(), |ends| shell.date(ends)),
        left: left.map(|days| shell.t1("agreements-days-left", "days", days)),
    }
}

fn change(shell: &Shell, entry: &Entry) -> Option<String> {
    entry.standing.version()?;
    let (number, stage) = entry.next?;
    let stage = words::said(shell, "agreements-stage", stage);
    Some(shell.t2("agreements-version-next", "number", number, "stage", stage.as_str()))
}

/// How many there are, and what ends first.
fn short(shell: &Shell, register: &Register) -> String {
    let (total, active) = register.counts;
    if total == 0 {
        return shell.t("agreements-short-none").into_owned();
    }
    let text = shell.t2("agreements-short", "total", total, "active", active);
    let today = register.place.today;
    let soonest = register.ending.iter().find_map(|entry| entry.days_left(today));
    match soonest {
        Some(days) => format!("{text} {}", shell.t1("agreements-short-ends", "days", days)),
        None => text,
    }
}
