//! The log for partners: its events, each with its place, and the page that proves one.

use askama::Template;
use data_encoding::HEXLOWER;
use store::Cx;
use web::{Failure, Registry, Request, Response, Section, Shell};

use super::{WitnessRow, check::pretty, whole_number, witness_row};
use crate::{
    access,
    log::{Line, Wanted, code, queries},
};

/// The events of the log.
#[derive(Template)]
#[template(path = "record/events.html")]
struct EventsPage {
    shell: Shell,
    base: String,
    short: String,
    public: String,
    settings: Option<String>,
    witnesses: Vec<WitnessRow>,
    about: Option<String>,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

struct Row {
    kind: String,
    about: Option<(String, String)>,
    when: String,
    place: Option<String>,
    href: Option<String>,
}

web::page!(EventsPage);

/// `GET /p/{partnership}/log`
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let query = request.query();
    let wanted = Wanted { about: query.text("about").map(str::to_owned) };
    let after = query.text("after").map(str::to_owned);
    let (place, view, page) = queries::events(&cx, &wanted, after.as_deref()).await?;
    let shell = Shell::new(&cx, Some(&place), "log-own-title", Section::Agreements);
    let overview = shell.t("shell-section-overview").into_owned();
    let shell = shell.crumb(overview, &format!("/p/{}", place.slug));
    let base = format!("/p/{}/log", place.slug);
    let proves = cx.admits(access::PROVE).await.is_ok();
    let keeps = cx.admits(access::SETTINGS).await.is_ok();
    let about = wanted.about.clone();
    let address = |mark: Option<&str>| {
        let pairs = [("about", about.as_deref()), ("after", mark)];
        let pairs: Vec<String> = pairs
            .iter()
            .filter_map(|(name, value)| Some(format!("{name}={}", (*value)?)))
            .collect();
        let joint = if pairs.is_empty() { "" } else { "?" };
        shell.href(&format!("{base}{joint}{}", pairs.join("&")))
    };
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let row = |line: &Line| {
        let page = registry.subject_path(&place.slug, &line.subject_kind, &line.subject);
        Row {
            kind: line.kind.clone(),
            about: page.map(|page| (line.subject.clone(), shell.href(&page))),
            when: shell.when(line.at),
            place: line.place.map(|place| shell.number(place)),
            href: proves.then(|| shell.href(&format!("{base}/events/{}", line.id))),
        }
    };
    let shown = EventsPage {
        short: shell.t2(
            "log-own-short",
            "entries",
            shell.number(whole_number(view.state.size)),
            "events",
            shell.number(view.state.seq),
        ),
        public: shell.href(&format!("/public/{}/log", place.slug)),
        settings: keeps.then(|| shell.href(&format!("{base}/settings"))),
        witnesses: view.witnesses.iter().map(|one| witness_row(&shell, one)).collect(),
        rows: page.items.iter().map(row).collect(),
        first: after.as_ref().map(|_| address(None)),
        next: page.next.as_deref().map(|mark| address(Some(mark))),
        about: wanted.about,
        base,
        shell,
    };
    web::page(&request, &shown)
}

/// The proof of one event.
#[derive(Template)]
#[template(path = "record/event.html")]
struct EventPage {
    shell: Shell,
    short: String,
    state: (&'static str, String),
    facts: Vec<(String, String)>,
    event: Option<String>,
    proof: Option<String>,
    address: Option<String>,
    picture: Option<code::Picture>,
    about: Option<(String, String)>,
    numbers: Vec<(String, String)>,
}

web::page!(EventPage);

/// `GET /p/{partnership}/log/events/{event}`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let proven = queries::proven(&cx, request.param_text("event")).await?;
    let queries::Proven { place, sealed, state, shown, proof, code: entry, witnesses } = &proven;
    let account = &sealed.account;
    let shell = Shell::new(&cx, Some(place), "log-event-title", Section::Agreements);
    let log = shell.t("log-own-title").into_owned();
    let shell = shell.crumb(log, &format!("/p/{}/log", place.slug));
    let t = |key: &str| shell.t(key).into_owned();
    let (kind, standing) = match (sealed.place, &sealed.salt) {
        (None, _) => ("idle", "log-event-waits"),
        (Some(_), None) => ("off", "log-event-destroyed"),
        (Some(_), Some(_)) if *shown => ("ok", "log-event-shown"),
        (Some(_), Some(_)) => ("ok", "log-event-sealed"),
    };
    let host = state.origin.split('/').next().unwrap_or_default();
    let scheme = if host.starts_with("localhost") { "http" } else { "https" };
    let address = entry.as_ref().map(|entry| {
        let (slug, id) = (&place.slug, &account.id);
        let prefix = shell.href("");
        format!("{scheme}://{host}{prefix}/public/{slug}/log/check?receipt={id}&code={entry}")
    });
    let mut facts =
        vec![(t("log-number"), account.id.clone()), (t("log-when"), shell.when(account.at))];
    if let Some(place) = sealed.place {
        facts.push((t("log-place"), shell.number(whole_number(place))));
    }
    if !witnesses.is_empty() {
        facts.push((t("log-confirmed-by"), witnesses.join(", ")));
    }
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let about = registry.subject_path(&place.slug, &account.subject_kind, &account.subject);
    let page = EventPage {
        short: t("log-event-short"),
        state: (kind, t(standing)),
        facts,
        event: match proof {
            Some(proof) => event_of(proof),
            None => None,
        },
        proof: proof
            .as_ref()
            .map(|_| shell.href(&format!("/p/{}/log/events/{}/proof", place.slug, account.id))),
        picture: address.as_deref().and_then(code::of),
        address,
        about: about.map(|page| (account.subject.clone(), shell.href(&page))),
        numbers: proof.as_ref().map(|proof| numbers(&shell, proof)).unwrap_or_default(),
        shell,
    };
    web::page(&request, &page)
}

/// What a proof's leaf stands for, a line for each field.
fn event_of(proof: &ledger::Proof) -> Option<String> {
    let opening = ledger::Opening::read(proof.extra.as_deref()?).ok()?;
    Some(pretty(opening.event.as_str()))
}

/// All numbers of a proof, for experts.
fn numbers(shell: &Shell, proof: &ledger::Proof) -> Vec<(String, String)> {
    let checkpoint = proof.checkpoint.checkpoint();
    let mut numbers = vec![
        (shell.t("log-origin").into_owned(), checkpoint.origin.clone()),
        (shell.t("log-size").into_owned(), checkpoint.size.to_string()),
        (shell.t("log-root").into_owned(), HEXLOWER.encode(checkpoint.root.as_bytes())),
    ];
    for (at, hash) in (1_i64..).zip(&proof.hashes) {
        let name = shell.t1("log-step", "number", at);
        numbers.push((name, HEXLOWER.encode(hash.as_bytes())));
    }
    numbers
}

/// `GET /p/{partnership}/log/events/{event}/proof`
pub(crate) async fn proof(cx: Cx, request: Request) -> Result<Response, Failure> {
    let proven = queries::proven(&cx, request.param_text("event")).await?;
    let Some(proof) = proven.proof else {
        let gone = proven.sealed.place.is_some();
        return Err(if gone { crate::Error::Destroyed } else { crate::Error::Waiting }.into());
    };
    let name = format!("{}.tlog-proof", proven.sealed.account.id);
    Ok(web::download(&name, "text/plain; charset=utf-8", proof.to_string()))
}
