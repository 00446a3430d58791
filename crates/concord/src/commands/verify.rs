//! `concord verify`: checks a log or a receipt from files alone. Exit code 1 tells of a fault.

use std::{
    fs,
    io::ErrorKind,
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use base::Instant;
use ledger::{
    Audit, Canonical, Fault, Opening, Part, Policy, Proof, SignedCheckpoint, TilePath, Trust,
    Verified, VerifierKey, Witnessed,
};
use serde_json::json;

use crate::{
    arguments::Verify,
    failure::Failure,
    out::{self, say, tell},
};

/// Checks what is given and tells it.
pub(super) fn run(given: &Verify) -> Result<(), Failure> {
    let trust = trust(given)?;
    let receipt = given.receipt.as_deref().map(text).transpose()?;
    let mut checkpoints = Vec::new();
    for path in &given.checkpoint {
        checkpoints.push((path.display().to_string(), bytes(path)?));
    }
    if let Some(path) = &given.path {
        checkpoints.extend(of_folder(path)?);
    }
    match check(given, &trust, receipt.as_deref(), checkpoints) {
        Ok(found) if given.json => Ok(out::json(&found.to_json())?),
        Ok(found) => found.tell(),
        Err(fault) if given.json => {
            let Fault { place, error } = &fault;
            out::json(&json!({ "verdict": "fault", "place": place, "what": error.to_string() }))?;
            Err(Failure::Told)
        }
        Err(fault) => Err(Failure::Failed(format!("FAULT in {fault}"))),
    }
}

/// What holds.
struct Found {
    log: Option<Verified>,
    receipt: Option<Receipt>,
}

/// A receipt that holds.
struct Receipt {
    index: u64,
    origin: String,
    event: Canonical,
    witnessed: Vec<Witnessed>,
}

type Named = (String, Vec<u8>);

fn check(
    given: &Verify,
    trust: &Trust,
    receipt: Option<&str>,
    checkpoints: Vec<Named>,
) -> Result<Found, Fault> {
    let mut signed = Vec::new();
    for (name, bytes) in checkpoints {
        let at = |error| Fault { place: name.clone(), error };
        signed.push((name.clone(), SignedCheckpoint::read(&bytes).map_err(at)?));
    }
    let mut found = Found { log: None, receipt: None };
    if let (Some(text), Some(path)) = (receipt, &given.receipt) {
        let place = path.display().to_string();
        let (receipt, checkpoint) =
            open(text, trust).map_err(|error| Fault { place: place.clone(), error })?;
        found.receipt = Some(receipt);
        signed.push((place, checkpoint));
    }
    if let Some(folder) = &given.path {
        found.log = Some(log(folder, &signed, trust)?);
    }
    Ok(found)
}

/// Checks a receipt by itself: that its checkpoint is signed and covers its event.
fn open(text: &str, trust: &Trust) -> Result<(Receipt, SignedCheckpoint), ledger::Error> {
    let proof: Proof = text.parse()?;
    let witnessed = trust.check(&proof.checkpoint)?;
    let opening = Opening::read(proof.extra.as_deref().unwrap_or_default())?;
    proof.check(opening.commitment().as_bytes())?;
    let origin = proof.checkpoint.checkpoint().origin.clone();
    let receipt = Receipt { index: proof.index, origin, event: opening.event, witnessed };
    Ok((receipt, proof.checkpoint))
}

/// Checks a whole log, its parts side by side on all processors.
fn log(
    folder: &Path,
    checkpoints: &[(String, SignedCheckpoint)],
    trust: &Trust,
) -> Result<Verified, Fault> {
    let audit = Audit::begin(checkpoints, trust)?;
    reaches_all(checkpoints)?;
    let read = |path: &TilePath| read(folder, path);
    let next = AtomicU64::new(0);
    let work = || {
        let mut checked = Vec::new();
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            if part >= audit.parts() {
                return checked;
            }
            if part > 0 && part.is_multiple_of(PROGRESS) {
                tell!("part {part} of {} …", audit.parts());
            }
            let found = audit.part(part, &read);
            if found.is_err() {
                // The parts before this one are at work; those after it don't matter any more.
                next.store(audit.parts(), Ordering::Relaxed);
            }
            checked.push((part, found));
        }
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let mut checked: Vec<(u64, Result<Part, Fault>)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    checked.sort_by_key(|(part, _)| *part);
    let parts = checked.into_iter().map(|(_, part)| part).collect::<Result<_, _>>()?;
    audit.finish(parts, &read)
}

/// Whether the log's own checkpoint reaches as far as all others.
fn reaches_all(checkpoints: &[(String, SignedCheckpoint)]) -> Result<(), Fault> {
    let size = |(_, signed): &&(String, SignedCheckpoint)| signed.checkpoint().size;
    let own = checkpoints.iter().find(|(name, _)| name == OWN).as_ref().map_or(0, size);
    match checkpoints.iter().max_by_key(size) {
        Some(later) if size(&later) > own => {
            let error = ledger::Error::CutOff { signed: size(&later), found: own };
            Err(Fault { place: later.0.clone(), error })
        }
        _ => Ok(()),
    }
}

/// The file in which a log says how far it is.
const OWN: &str = "checkpoint";

/// A part has 65,536 entries.
const PROGRESS: u64 = 100;

fn read(folder: &Path, path: &TilePath) -> Result<Option<Vec<u8>>, String> {
    match fs::read(folder.join(path.to_string())) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

/// Every checkpoint that lies beside the tiles.
fn of_folder(folder: &Path) -> Result<Vec<Named>, Failure> {
    let unusable = |error| Failure::Unusable(format!("`{}`: {error}", folder.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unusable)? {
        let entry = entry.map_err(unusable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == OWN || name.starts_with("checkpoint.") {
            found.push((name, bytes(&entry.path())?));
        }
    }
    if !found.iter().any(|(name, _)| name == OWN) {
        let folder = folder.display();
        return Err(Failure::Unusable(format!("`{folder}` is no log: it has no `{OWN}`")));
    }
    found.sort();
    Ok(found)
}

fn trust(given: &Verify) -> Result<Trust, Failure> {
    let mut trust = Trust::default();
    if let Some(path) = &given.key {
        for line in text(path)?.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let key: VerifierKey = line.parse().map_err(unusable(path))?;
            trust.keys.push(key);
        }
        if trust.keys.is_empty() {
            return Err(Failure::Unusable(format!("`{}` has no key", path.display())));
        }
    }
    if let Some(path) = &given.policy {
        let policy = Policy::read(&bytes(path)?).map_err(unusable(path))?;
        if trust.keys.is_empty() && !policy.names_logs() {
            let why = "it names no log; give the log's key with --key";
            return Err(Failure::Unusable(format!("`{}`: {why}", path.display())));
        }
        trust.policy = Some(policy);
    }
    Ok(trust)
}

fn unusable<E: std::fmt::Display>(path: &Path) -> impl Fn(E) -> Failure {
    move |error| Failure::Unusable(format!("`{}`: {error}", path.display()))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(unusable(path))
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(unusable(path))
}

fn at(witnessed: &Witnessed) -> String {
    let micros = i64::try_from(witnessed.at_seconds).unwrap_or(i64::MAX).saturating_mul(1_000_000);
    Instant::from_micros(micros).rfc3339()
}

impl Found {
    fn tell(&self) -> Result<(), Failure> {
        if let Some(Verified { latest, checkpoints, witnessed }) = &self.log {
            say!("ok  `{}`: {} entries, root {}", latest.origin, latest.size, latest.root)?;
            say!("ok  every entry and hash derived anew; checkpoints that agree: {checkpoints}")?;
            for witness in witnessed {
                say!("ok  confirmed by {} at {}", witness.by, at(witness))?;
            }
        }
        if let Some(Receipt { index, origin, event, witnessed }) = &self.receipt {
            say!("ok  receipt: entry {index} of `{origin}` is this event:")?;
            say!("    {event}")?;
            for witness in witnessed {
                say!("ok  its checkpoint was confirmed by {} at {}", witness.by, at(witness))?;
            }
        }
        Ok(())
    }

    fn to_json(&self) -> serde_json::Value {
        let names = |witnessed: &[Witnessed]| -> Vec<serde_json::Value> {
            witnessed.iter().map(|by| json!({ "by": by.by, "at": at(by) })).collect()
        };
        let log = self.log.as_ref().map(|log| {
            json!({
                "origin": log.latest.origin,
                "size": log.latest.size,
                "root": log.latest.root.to_string(),
                "checkpoints": log.checkpoints,
                "witnesses": names(&log.witnessed),
            })
        });
        let receipt = self.receipt.as_ref().map(|receipt| {
            json!({
                "origin": receipt.origin,
                "index": receipt.index,
                "event": receipt.event.as_str(),
                "witnesses": names(&receipt.witnessed),
            })
        });
        json!({ "verdict": "ok", "log": log, "receipt": receipt })
    }
}
