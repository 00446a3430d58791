//! `concord verify`: checks a log or a receipt from files alone. Exit code 1 tells of a fault.

mod export;

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

/// Checks what is given and tells it. A log that is given by its address is copied first.
pub(super) fn run(given: &Verify) -> Result<(), Failure> {
    let keys = Keys::of(given.key.as_deref())?;
    let trust = trust_of(given.key.as_deref(), given.policy.as_deref())?;
    let address = given.path.as_deref().and_then(Path::to_str).filter(|path| is_address(path));
    if let Some(address) = address {
        let folder = std::env::temp_dir().join(format!("concord-verify-{}", std::process::id()));
        let copied =
            super::wait(async { super::mirror::once(address, &folder, &trust).await.map(drop) });
        let checked = copied.and_then(|()| {
            tell!("copied {address}; now everything is checked");
            check_all(given, Some(&folder), &trust, &keys)
        });
        // The copy served its purpose; that it can't be removed is no fault of the log.
        drop(fs::remove_dir_all(&folder));
        return checked;
    }
    check_all(given, given.path.as_deref(), &trust, &keys)
}

fn is_address(path: &str) -> bool {
    path.starts_with("https://") || path.starts_with("http://")
}

fn check_all(
    given: &Verify,
    log: Option<&Path>,
    trust: &Trust,
    keys: &Keys,
) -> Result<(), Failure> {
    let receipt = given.receipt.as_deref().map(text).transpose()?;
    let mut checkpoints = Vec::new();
    for path in &given.checkpoint {
        checkpoints.push((path.display().to_string(), bytes(path)?));
    }
    if let Some(path) = log {
        checkpoints.extend(of_folder(path)?);
    }
    let export = match (&given.export, &given.signature) {
        (Some(file), Some(signature)) => Some((bytes(file)?, bytes(signature)?)),
        _ => None,
    };
    let found = check(given, log, trust, receipt.as_deref(), checkpoints).and_then(|found| {
        let event = found.receipt.as_ref().map(|receipt| &receipt.event);
        let export = export.map(|(file, note)| export::check(given, keys, (&file, &note), event));
        Ok(Found { export: export.transpose()?, ..found })
    });
    match found {
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
    export: Option<export::Export>,
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
    folder: Option<&Path>,
    trust: &Trust,
    receipt: Option<&str>,
    checkpoints: Vec<Named>,
) -> Result<Found, Fault> {
    let mut signed = Vec::new();
    for (name, bytes) in checkpoints {
        let at = |error| Fault { place: name.clone(), error };
        signed.push((name.clone(), SignedCheckpoint::read(&bytes).map_err(at)?));
    }
    let mut found = Found { log: None, receipt: None, export: None };
    if let (Some(text), Some(path)) = (receipt, &given.receipt) {
        let place = path.display().to_string();
        let (receipt, checkpoint) =
            open(text, trust).map_err(|error| Fault { place: place.clone(), error })?;
        found.receipt = Some(receipt);
        signed.push((place, checkpoint));
    }
    if let Some(folder) = folder {
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

/// The keys of a log: those that sign its states, and the one that signs its exports.
#[derive(Debug, Default)]
struct Keys {
    log: Vec<VerifierKey>,
    exports: Vec<VerifierKey>,
}

impl Keys {
    fn of(file: Option<&Path>) -> Result<Self, Failure> {
        let mut keys = Self::default();
        let Some(path) = file else { return Ok(keys) };
        for line in text(path)?.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let key: VerifierKey = line.parse().map_err(unusable(path))?;
            let signs_exports = key.name().ends_with("/exports");
            if signs_exports { &mut keys.exports } else { &mut keys.log }.push(key);
        }
        if keys.log.is_empty() && keys.exports.is_empty() {
            return Err(Failure::Unusable(format!("`{}` has no key", path.display())));
        }
        Ok(keys)
    }
}

/// Whom to believe about states of a log.
pub(super) fn trust_of(key: Option<&Path>, policy: Option<&Path>) -> Result<Trust, Failure> {
    let mut trust = Trust { keys: Keys::of(key)?.log, policy: None };
    if let Some(path) = policy {
        let policy = Policy::read(&bytes(path)?).map_err(unusable(path))?;
        if trust.keys.is_empty() && !policy.names_logs() {
            let why = "it names no log; give the log's key with --key";
            return Err(Failure::Unusable(format!("`{}`: {why}", path.display())));
        }
        trust.policy = Some(policy);
    }
    Ok(trust)
}

/// Checks a copy of a log, with every state that lies beside it.
pub(super) fn folder(folder: &Path, trust: &Trust) -> Result<Verified, Fault> {
    let mut signed = Vec::new();
    for (name, bytes) in of_folder(folder).unwrap_or_default() {
        let read = SignedCheckpoint::read(&bytes);
        let read = read.map_err(|error| Fault { place: name.clone(), error })?;
        signed.push((name, read));
    }
    log(folder, &signed, trust)
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
        if let Some(export) = &self.export {
            export.tell()?;
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
        let export = self.export.as_ref().map(export::Export::to_json);
        json!({ "verdict": "ok", "log": log, "receipt": receipt, "export": export })
    }
}
