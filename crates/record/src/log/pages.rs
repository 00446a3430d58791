//! The public page of a log, and what strangers' programs read (C2SP tlog-tiles).

pub(crate) mod check;
pub(crate) mod events;
pub(crate) mod settings;

use askama::Template;
use data_encoding::HEXLOWER;
use futures_util::stream;
use ledger::{Hash, TilePath};
use store::Cx;
use web::{Cached, Failure, Request, Response, Section, Shell};

use self::check::{Verdict, verdict_of};
use super::{View, Watched, queries, whole};
use crate::{
    Error,
    witness::{Standing, policy},
};

/// The public page.
#[derive(Template)]
#[template(path = "record/log.html")]
struct LogPage {
    shell: Shell,
    base: String,
    kicker: String,
    short: String,
    entries: String,
    since: String,
    latest: Option<String>,
    next: String,
    witnesses: Vec<WitnessRow>,
    confirmed: Option<String>,
    alarm: bool,
    splits: Vec<String>,
    halted: Option<String>,
    number: String,
    verdict: Option<Verdict>,
    seals: Vec<SealRow>,
    /// The whole root and size, for experts.
    root: String,
    size: u64,
    origin: String,
    keys: Vec<String>,
    mine: Option<String>,
    settings: Option<String>,
}

/// A witness as the page names it.
pub(super) struct WitnessRow {
    pub name: String,
    pub when: String,
    pub seal: String,
    pub kind: &'static str,
    pub standing: String,
    pub note: Option<String>,
}

/// A state that strangers saw.
struct SealRow {
    entries: String,
    when: String,
    seal: String,
}

web::page!(LogPage);

/// `GET /public/{partnership}/log`
pub(crate) async fn show(cx: Cx, request: Request) -> Result<Response, Failure> {
    let view = queries::view(&cx, request.param_text("partnership")).await?;
    web::page(&request, &page_of(&cx, &view, String::new(), None).await?)
}

/// The page with what came of a check.
async fn page_of(
    cx: &Cx,
    view: &View,
    number: String,
    checked: Option<&queries::Checked>,
) -> Result<LogPage, Error> {
    let View { facts, state, shown, .. } = view;
    let place = queries::place(cx, facts).await;
    let member = cx.actor().person().is_some() && place.is_some();
    let keeper = member && cx.admits(crate::access::SETTINGS).await.is_ok();
    let shell = Shell::new(cx, place.as_ref(), "log-title", Section::Agreements);
    let base = format!("/public/{}/log", facts.slug);
    let root = shown.as_ref().map(queries::root_of).transpose()?;
    let seal = |note: &store::log::Published| queries::root_of(note).map(short_root);
    let mut seals = Vec::new();
    for earlier in shown.iter().chain(&view.history) {
        seals.push(SealRow {
            entries: shell.number(whole_number(earlier.size)),
            when: shell.when(earlier.at),
            seal: seal(earlier)?,
        });
    }
    let oldest = view.history.last().or(shown.as_ref());
    let own = |rest: &str| shell.href(&format!("/p/{}/log{rest}", facts.slug));
    Ok(LogPage {
        kicker: if facts.open { "log-open-to-all" } else { "log-open-to-partners" }.to_owned(),
        short: short(&shell, view),
        entries: shell.number(whole_number(state.published)),
        since: oldest.map(|first| shell.date(shell.day_of(first.at))).unwrap_or_default(),
        latest: shown.as_ref().map(|shown| shell.when(shown.at)),
        next: shell.time(state.publish_at),
        witnesses: view.witnesses.iter().map(|one| witness_row(&shell, one)).collect(),
        confirmed: confirmed(&shell, view),
        alarm: is_alarm(view),
        splits: view
            .splits
            .iter()
            .map(|split| {
                shell.t2(
                    "log-split-line",
                    "entries",
                    shell.number(whole_number(split.size)),
                    "date",
                    shell.when(split.found_at),
                )
            })
            .collect(),
        halted: state.halted.map(|halt| {
            shell.t(&format!("log-halt-{}", halt.name().replace('_', "-"))).into_owned()
        }),
        verdict: checked.map(|checked| verdict_of(&shell, checked)),
        number,
        seals,
        root: root.map(hex).unwrap_or_default(),
        size: state.published,
        origin: state.origin.clone(),
        keys: state.verifiers.lines().map(str::to_owned).collect(),
        mine: member.then(|| own("")),
        settings: keeper.then(|| own("/settings")),
        base,
        shell,
    })
}

/// What matters of it, in a few sentences.
fn short(shell: &Shell, view: &View) -> String {
    let entries = shell.number(whole_number(view.state.published));
    if is_alarm(view) {
        return shell.t("log-short-alarm").into_owned();
    }
    shell.t2("log-short", "entries", entries, "seals", view.shown_count)
}

fn is_alarm(view: &View) -> bool {
    !view.splits.is_empty()
        || view.witnesses.iter().any(|one| one.standing == Standing::Alarm)
        || view.state.halted.is_some()
}

/// Who confirmed the latest state, or which the latest confirmed one is.
fn confirmed(shell: &Shell, view: &View) -> Option<String> {
    if view.facts.quorum == 0 {
        return None;
    }
    let asked = view.witnesses.len();
    let text = match &view.confirmed {
        Some(confirmed) if confirmed.size >= view.state.published => shell.tn(
            "log-confirmed",
            &[
                ("by", count(confirmed.by).into()),
                ("of", count(asked).into()),
                ("quorum", view.facts.quorum.into()),
            ],
        ),
        Some(confirmed) => shell.t2(
            "log-confirmed-earlier",
            "entries",
            shell.number(whole_number(confirmed.size)),
            "quorum",
            view.facts.quorum,
        ),
        None => shell.t1("log-confirmed-never", "quorum", view.facts.quorum),
    };
    Some(text)
}

pub(super) fn witness_row(shell: &Shell, watched: &Watched) -> WitnessRow {
    let Watched { witness, standing } = watched;
    let note = witness.trouble.map(|trouble| {
        let key = format!("log-trouble-{}", trouble.as_str().replace('_', "-"));
        let since = witness.trouble_since.map(|at| shell.when(at)).unwrap_or_default();
        shell.t1(&key, "since", since)
    });
    WitnessRow {
        name: witness.name.to_string(),
        when: witness
            .confirmed_at
            .map_or_else(|| shell.t("log-witness-never").into_owned(), |at| shell.when(at)),
        seal: if witness.size == 0 {
            "–".to_owned()
        } else {
            shell.t1("log-entries", "count", whole_number(witness.size))
        },
        kind: match standing {
            Standing::Current => "ok",
            Standing::Waiting | Standing::New => "idle",
            Standing::Behind => "risk",
            Standing::Alarm => "off",
        },
        standing: shell.t(&format!("log-standing-{standing}")).into_owned(),
        note,
    }
}

fn short_root(root: Hash) -> String {
    let text = hex(root);
    let (first, last) = (text.get(..8).unwrap_or_default(), text.get(56..).unwrap_or_default());
    format!("{first}…{last}")
}

fn hex(root: Hash) -> String {
    HEXLOWER.encode(root.as_bytes())
}

pub(super) fn whole_number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// `GET /public/{partnership}/log/checkpoint`
pub(crate) async fn checkpoint(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (tx, facts) = queries::enter(&cx, request.param_text("partnership")).await?;
    let (_, note) = queries::checkpoint(&tx, &facts).await?;
    Ok(web::open_bytes("text/plain; charset=utf-8", note, kept(facts.open, Cached::Shortly)))
}

/// `GET /public/{partnership}/log/tile/{path}`
pub(crate) async fn tile(cx: Cx, request: Request) -> Result<Response, Failure> {
    let (tx, facts) = queries::enter(&cx, request.param_text("partnership")).await?;
    let path = format!("tile/{}", request.param_text("path")).parse::<TilePath>();
    let Ok(path) = path else { return Err(Error::NoTile.into()) };
    let bytes = queries::tile(&tx, &facts, &path).await?;
    Ok(web::open_bytes("application/octet-stream", bytes, kept(facts.open, Cached::Forever)))
}

/// `GET /public/{partnership}/log/key`
pub(crate) async fn key(cx: Cx, request: Request) -> Result<Response, Failure> {
    let view = queries::view(&cx, request.param_text("partnership")).await?;
    let keys = view.state.verifiers;
    Ok(web::open_bytes("text/plain; charset=utf-8", keys, kept(view.facts.open, Cached::Shortly)))
}

/// `GET /public/{partnership}/log/policy`
pub(crate) async fn policy_file(cx: Cx, request: Request) -> Result<Response, Failure> {
    let view = queries::view(&cx, request.param_text("partnership")).await?;
    let witnesses: Vec<_> = view.witnesses.iter().map(|one| one.witness.clone()).collect();
    let text = policy(&queries::keys(&view.state)?, &witnesses, view.facts.quorum);
    Ok(web::open_bytes("text/plain; charset=utf-8", text, kept(view.facts.open, Cached::Shortly)))
}

/// `GET /public/{partnership}/log/whole.tar`
pub(crate) async fn whole(cx: Cx, request: Request) -> Result<Response, Failure> {
    let slug = request.param_text("partnership").to_owned();
    let start = whole::begin(&cx, &slug).await?;
    let name = format!("log-{slug}-{}.tar", start.size());
    let pieces = stream::try_unfold(Some((cx, start)), |rest| async {
        let Some((cx, mut copy)) = rest else { return Ok::<_, Failure>(None) };
        let piece = copy.next(&cx).await?;
        Ok(piece.map(|piece| (piece.into(), (!copy.is_over()).then_some((cx, copy)))))
    });
    Ok(web::download_stream(&name, "application/x-tar", pieces))
}

/// What only partners may see is kept by nobody in between.
fn kept(open: bool, cached: Cached) -> Cached {
    if open { cached } else { Cached::Never }
}
