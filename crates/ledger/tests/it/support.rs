//! Logs in memory, and how long the long runs are.

use std::{collections::BTreeMap, path::PathBuf};

use ledger::{
    Edge, Fault, Note, Purpose, SignedCheckpoint, SigningKey, TilePath, Trust, Verified, verify,
};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};

pub(crate) const ORIGIN: &str = "log.example/riverbend";

/// A log as it lies in a folder: every file by its path, checkpoints among them.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// So many every day, and so many when `CONCORD_LONG_RUNS` is set.
pub(crate) fn count(every_day: u64, long: u64) -> u64 {
    if std::env::var_os("CONCORD_LONG_RUNS").is_some() { long } else { every_day }
}

/// Chance that repeats itself.
pub(crate) fn chance(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

pub(crate) fn project() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub(crate) fn log_key(secret: u8) -> SigningKey {
    SigningKey::new(ORIGIN, Purpose::Note, &[secret; 32]).unwrap()
}

pub(crate) fn trust() -> Trust {
    Trust { keys: vec![log_key(1).verifier().clone()], policy: None }
}

/// The checkpoint of a state, signed.
pub(crate) fn sign(edge: &Edge, key: &SigningKey) -> String {
    let text = edge.checkpoint(ORIGIN).to_string();
    Note::new(text.clone()).unwrap().with(key.sign(&text, 0).unwrap()).to_string()
}

/// Entries of which no two are alike.
pub(crate) fn entry(number: u64) -> Vec<u8> {
    let length = 8 + usize::try_from(number % 25).unwrap();
    number.to_be_bytes().into_iter().cycle().take(length).collect()
}

/// A log that grew in batches to these sizes, each with its checkpoint.
pub(crate) fn log(sizes: &[u64]) -> Files {
    log_of(sizes, &log_key(1), entry)
}

pub(crate) fn log_of(sizes: &[u64], key: &SigningKey, entry: impl Fn(u64) -> Vec<u8>) -> Files {
    let mut files = Files::new();
    let mut edge = Edge::empty();
    for size in sizes {
        let before = edge.size();
        let batch = edge.append((before..*size).map(&entry)).unwrap();
        for (path, bytes) in batch.files() {
            files.insert(path.to_string(), bytes.clone());
        }
        edge = batch.written();
        files.insert(format!("checkpoint.{size}"), sign(&edge, key).into_bytes());
    }
    files.insert("checkpoint".to_owned(), sign(&edge, key).into_bytes());
    files
}

/// Some sizes that end with this one, in steps of up to 400.
pub(crate) fn sizes(random: &mut StdRng, last: u64) -> Vec<u64> {
    let mut sizes = vec![last];
    while let Some(smallest) = sizes.first().copied().filter(|size| *size > 1 && sizes.len() < 6) {
        sizes.insert(0, smallest - random.random_range(1..=smallest.min(400)).min(smallest - 1));
    }
    sizes.dedup();
    sizes
}

pub(crate) fn read(files: &Files) -> impl Fn(&TilePath) -> Result<Option<Vec<u8>>, String> {
    |path| Ok(files.get(&path.to_string()).cloned())
}

/// Every file that is named as a checkpoint; one that is none is a fault as well.
pub(crate) fn checkpoints(files: &Files) -> Result<Vec<(String, SignedCheckpoint)>, Fault> {
    let named = files.iter().filter(|(name, _)| name.starts_with("checkpoint"));
    named
        .map(|(name, bytes)| match SignedCheckpoint::read(bytes) {
            Ok(checkpoint) => Ok((name.clone(), checkpoint)),
            Err(error) => Err(Fault { place: name.clone(), error }),
        })
        .collect()
}

/// Our verdict on a log.
pub(crate) fn verdict(files: &Files, trust: &Trust) -> Result<Verified, Fault> {
    verify(&checkpoints(files)?, trust, &read(files))
}
