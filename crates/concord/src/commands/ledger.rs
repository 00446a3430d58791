//! `concord ledger` and `concord verify --against-database`: what an operator does with the logs of
//! the installation.

use std::{fs, path::Path};

use base::PartnershipId;
use ledger::{Layer, SignedCheckpoint, TILE_WIDTH, TilePath};
use serde_json::json;
use store::{
    Store,
    log::{Audited, LogState, Source},
};

use crate::{
    arguments::{CatchUp, Ledger, LedgerOf, LedgerProof},
    configuration::Configuration,
    failure::Failure,
    installation,
    out::{self, say, tell},
};

/// Does what the command line says.
pub(super) fn run(given: Ledger) -> Result<(), Failure> {
    match given {
        Ledger::State(given) => {
            super::wait(state(&super::configuration(given.place.0)?, given.json))
        }
        Ledger::Proof(given) => {
            super::wait(proof(&super::configuration(given.place.0.clone())?, &given))
        }
        Ledger::CatchUp(given) => {
            super::wait(catch_up(&super::configuration(given.place.0.clone())?, &given))
        }
        Ledger::Adopt(given) => {
            super::wait(adopt(&super::configuration(given.place.0.clone())?, &given))
        }
    }
}

async fn open(configuration: &Configuration) -> Result<Store, Failure> {
    let store = installation::open_ready(configuration).await?;
    installation::keep_ledger(configuration, &store).await?;
    Ok(store)
}

async fn logs(store: &Store) -> Result<Vec<LogState>, Failure> {
    store.logs().await.map_err(Failure::because("the logs can't be read"))
}

async fn log_of(store: &Store, slug: &str) -> Result<(LogState, PartnershipId), Failure> {
    let log = logs(store).await?.into_iter().find(|log| log.slug == slug);
    let log = log.ok_or_else(|| Failure::Unusable(format!("`{slug}` has no log yet")))?;
    let id = log.partnership.parse().map_err(Failure::because("the log's partnership"))?;
    Ok((log, id))
}

async fn state(configuration: &Configuration, json: bool) -> Result<(), Failure> {
    let store = open(configuration).await?;
    let logs = logs(&store).await?;
    if json {
        let all: Vec<_> = logs.iter().map(as_json).collect();
        out::json(&all)?;
    } else {
        for log in &logs {
            let LogState { slug, origin, size, published, seq, .. } = log;
            say!(
                "{slug}: {size} entries, {published} of them shown, events up to {seq}; {origin}"
            )?;
            if let Some(halt) = log.halted {
                say!("    STANDS STILL: {}", halt.advice())?;
            }
        }
    }
    if logs.iter().any(|log| log.halted.is_some()) { Err(Failure::Told) } else { Ok(()) }
}

fn as_json(log: &LogState) -> serde_json::Value {
    json!({
        "partnership": log.slug,
        "origin": log.origin,
        "size": log.size,
        "published": log.published,
        "seq": log.seq,
        "halted": log.halted.map(store::log::Halt::name),
    })
}

async fn proof(configuration: &Configuration, given: &LedgerProof) -> Result<(), Failure> {
    let store = open(configuration).await?;
    let (log, id) = log_of(&store, &given.partnership).await?;
    let text = record::proof_of(&store, id, &given.event).await.map_err(Failure::because(
        format!("`{}` can't be proved in {}", given.event, log.origin),
    ))?;
    match &given.out {
        None => say!("{}", text.trim_end())?,
        Some(file) if file.exists() => {
            let file = file.display();
            return Err(Failure::Unusable(format!("`{file}` is there already; name a new file")));
        }
        Some(file) => {
            fs::write(file, text)
                .map_err(Failure::because(format!("`{}` can't be written", file.display())))?;
        }
    }
    Ok(())
}

async fn catch_up(configuration: &Configuration, given: &CatchUp) -> Result<(), Failure> {
    let store = open(configuration).await?;
    let (log, id) = log_of(&store, &given.partnership).await?;
    let source = match &given.from {
        None => Source::Record,
        Some(folder) => Source::Entries(entries(folder, log.size)?),
    };
    let done = store.catch_up(id, source).await;
    let done = done.map_err(Failure::because("the log was not brought up"))?;
    if done.from == done.to {
        say!("{} is where it was signed last; nothing was to be done", log.origin)?;
    } else {
        let lost = done.to - done.from;
        say!("{} has {} entries again, {lost} more; their events are lost", log.origin, done.to)?;
    }
    Ok(())
}

/// The entries of a copy from one on. Whether they are right shows by the root that was signed.
fn entries(folder: &Path, from: u64) -> Result<Vec<u8>, Failure> {
    let read = |path: &Path| {
        fs::read(path).map_err(Failure::because(format!("`{}` can't be read", path.display())))
    };
    let told = |error: ledger::Error| Failure::Unusable(format!("`{}`: {error}", folder.display()));
    let checkpoint = SignedCheckpoint::read(&read(&folder.join("checkpoint"))?).map_err(told)?;
    let size = checkpoint.checkpoint().size;
    let mut all = Vec::new();
    for index in from / TILE_WIDTH..size.div_ceil(TILE_WIDTH) {
        let Some(path) = TilePath::of_tree(Layer::Entries, index, size) else { break };
        let bundle = read(&folder.join(path.to_string()))?;
        let skip = usize::try_from(from.saturating_sub(index * TILE_WIDTH)).unwrap_or(usize::MAX);
        for entry in ledger::entries(&bundle).map_err(told)?.into_iter().skip(skip) {
            all.extend_from_slice(entry);
        }
    }
    Ok(all)
}

async fn adopt(configuration: &Configuration, given: &LedgerOf) -> Result<(), Failure> {
    let store = open(configuration).await?;
    let (log, id) = log_of(&store, &given.partnership).await?;
    let size = store.adopt(id).await.map_err(Failure::because("the record stays as it is"))?;
    say!("{}: {size} entries stand as what was signed last", log.origin)?;
    Ok(())
}

/// Compares every log with the data.
pub(super) async fn audit(configuration: &Configuration, json: bool) -> Result<(), Failure> {
    let store = open(configuration).await?;
    let mut told = Vec::new();
    let mut wrong = false;
    for log in logs(&store).await? {
        tell!("looking at {} …", log.origin);
        let found = store.audit_log(&log).await;
        let found = found.map_err(Failure::because(format!("{} can't be read", log.origin)))?;
        wrong |= !found.findings.is_empty();
        if json {
            told.push(audited(&log, &found));
        } else {
            print(&log, &found)?;
        }
    }
    if json {
        out::json(&told)?;
    }
    if wrong { Err(Failure::Told) } else { Ok(()) }
}

fn print(log: &LogState, found: &Audited) -> Result<(), Failure> {
    let Audited { events, destroyed, padding, lost, waiting, findings } = found;
    let grade = if findings.is_empty() { "ok   " } else { "FAULT" };
    say!("{grade} {}: {} entries", log.origin, log.size)?;
    say!(
        "      {events} events, {destroyed} destroyed, {lost} lost with a restore, {padding} padding"
    )?;
    if *waiting > 0 {
        say!("      {waiting} events wait for their place")?;
    }
    for finding in findings {
        say!("      {finding}")?;
    }
    Ok(())
}

fn audited(log: &LogState, found: &Audited) -> serde_json::Value {
    json!({
        "origin": log.origin,
        "size": log.size,
        "events": found.events,
        "destroyed": found.destroyed,
        "padding": found.padding,
        "lost": found.lost,
        "waiting": found.waiting,
        "findings": found.findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}
