//! How fast a log is checked, proved and added to, beside the bare hash in the same run.
//! `cargo xtask bench ledger -- 10000000` says how many entries.

use std::{
    cell::RefCell,
    collections::HashMap,
    error::Error,
    io::Write as _,
    sync::Arc,
    thread,
    time::{Duration, Instant as Moment},
};

use ledger::{
    Audit, Edge, Layer, Note, Purpose, SignedCheckpoint, SigningKey, Tile, TilePath, Tree, Trust,
    check_inclusion,
};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use sha2::{Digest as _, Sha256};

const ORIGIN: &str = "log.example/bench";
const ENTRIES: u64 = 1_000_000;
const BATCH: u64 = 1_000;
const PROOFS: usize = 5_001;
/// So many entries are hashed in all rounds together. The fastest round counts: another program's turn
/// on the processor is no cost of ours.
const HASHED: u64 = 5_000_000;
/// What the project promises.
const PROOF: Duration = Duration::from_micros(20);
const RATIO: f64 = 2.0;
const APPENDED_A_SECOND: f64 = 50_000.0;

type Done<T> = Result<T, Box<dyn Error>>;
type Files = HashMap<TilePath, Vec<u8>>;

fn main() -> Done<()> {
    let entries = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(ENTRIES);
    let mut out = std::io::stdout().lock();
    let (log, edge, took) = grown(entries)?;
    let rate = f64::from(u32::try_from(entries)?) / took.as_secs_f64();
    writeln!(out, "{entries} entries of 32 bytes, in batches of {BATCH}")?;
    writeln!(
        out,
        "appended                              {rate:>12.0} entries a second, without a disk"
    )?;

    let (trust, signed) = signed(&edge)?;
    let (mut bare, mut one, mut two) = (f64::MAX, f64::MAX, f64::MAX);
    for _ in 0..(HASHED / entries).max(1) {
        bare = bare.min(timed(|| self::bare(entries)).1.as_secs_f64());
        one = one.min(verified(&log, &trust, &signed, 1)?.as_secs_f64());
        two = two.min(verified(&log, &trust, &signed, 2)?.as_secs_f64());
    }
    writeln!(out, "the bare hashes, one thread           {bare:>12.2} s")?;
    writeln!(out, "the whole log verified, one thread    {one:>12.2} s")?;
    writeln!(out, "the same, two threads                 {two:>12.2} s")?;
    let ratio = one / bare;

    let [cold, warm, kept] = proved(&log, edge.size(), edge.root())?;
    writeln!(out, "inclusion proof, all tiles read       {cold:>12.1?}")?;
    writeln!(out, "inclusion proof, upper tiles kept     {warm:>12.1?}")?;
    writeln!(out, "inclusion proof, all tiles kept       {kept:>12.1?}")?;

    let mut failed = false;
    let mut verdict = |what: String, holds: bool| {
        failed |= !holds;
        writeln!(out, "{what}: {}", if holds { "PASS" } else { "FAIL" })
    };
    verdict(
        format!("verified in {ratio:.2} times the bare hashes (at most {RATIO})"),
        ratio <= RATIO,
    )?;
    verdict(format!("a proof in {kept:.1?} (at most {PROOF:?})"), kept <= PROOF)?;
    verdict(
        format!("{rate:.0} appended a second (at least {APPENDED_A_SECOND})"),
        rate >= APPENDED_A_SECOND,
    )?;
    if failed { Err("a mark was missed".into()) } else { Ok(()) }
}

#[expect(clippy::disallowed_methods, reason = "how long it takes is what we measure")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Moment::now();
    let done = work();
    (done, start.elapsed())
}

fn entry(number: u64) -> [u8; 32] {
    Sha256::digest(number.to_be_bytes()).into()
}

/// A log of that many entries, and how long appending took; the files of partial tiles that a later
/// batch replaces are dropped.
fn grown(entries: u64) -> Done<(Files, Edge, Duration)> {
    let mut files = Files::new();
    let mut edge = Edge::empty();
    let mut took = Duration::ZERO;
    while edge.size() < entries {
        let (before, after) = (edge.size(), entries.min(edge.size() + BATCH));
        let batch: Vec<[u8; 32]> = (before..after).map(entry).collect();
        let (batch, append) =
            timed(|| edge.append(batch).map(|batch| (batch.files().to_vec(), batch)));
        let (written, batch) = batch?;
        took += append;
        for layer in [Layer::Entries, Layer::Hashes(0), Layer::Hashes(1), Layer::Hashes(2)] {
            let replaced = TilePath::partial(layer, before);
            replaced
                .filter(|path| TilePath::partial(layer, after) != Some(*path))
                .map(|path| files.remove(&path));
        }
        files.extend(written);
        edge = batch.written();
    }
    Ok((files, edge, took))
}

/// As many hashes of the same lengths as a tree of so many entries has.
fn bare(entries: u64) -> [u8; 32] {
    let mut node = [1; 65];
    let mut leaf = [0; 33];
    for _ in 0..entries {
        let hash: [u8; 32] = Sha256::digest(leaf).into();
        leaf[1..].copy_from_slice(&hash);
        node[1..33].copy_from_slice(&hash);
        let hash: [u8; 32] = Sha256::digest(node).into();
        node[33..].copy_from_slice(&hash);
    }
    Sha256::digest(node).into()
}

type Checkpoints = Vec<(String, SignedCheckpoint)>;

fn signed(edge: &Edge) -> Done<(Trust, Checkpoints)> {
    let key = SigningKey::new(ORIGIN, Purpose::Note, &[1; 32])?;
    let text = edge.checkpoint(ORIGIN).to_string();
    let note = Note::new(text.clone())?.with(key.sign(&text, 0)?);
    let signed = SignedCheckpoint::read(note.to_string().as_bytes())?;
    let trust = Trust { keys: vec![key.verifier().clone()], policy: None };
    Ok((trust, vec![("checkpoint".to_owned(), signed)]))
}

fn verified(log: &Files, trust: &Trust, checkpoints: &Checkpoints, threads: u64) -> Done<Duration> {
    let (found, took) = timed(|| check(log, trust, checkpoints, threads));
    found.map(|()| took)
}

fn check(log: &Files, trust: &Trust, checkpoints: &Checkpoints, threads: u64) -> Done<()> {
    let read = |path: &TilePath| Ok(log.get(path).cloned());
    let audit = Audit::begin(checkpoints, trust)?;
    let mut parts = thread::scope(|scope| {
        let (audit, read) = (&audit, &read);
        let work = move |first: u64| {
            let ours = (first..audit.parts()).step_by(usize::try_from(threads).unwrap_or(1));
            ours.map(|part| audit.part(part, read).map(|found| (part, found))).collect::<Vec<_>>()
        };
        let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || work(first))).collect();
        let done = workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default());
        done.collect::<Result<Vec<_>, _>>()
    })?;
    parts.sort_by_key(|(part, _)| *part);
    audit.finish(parts.into_iter().map(|(_, part)| part).collect(), &read)?;
    Ok(())
}

/// The median time of a proof: when each tile is read and hashed for it, when those above the lowest
/// level are kept, and when all are.
fn proved(log: &Files, size: u64, root: ledger::Hash) -> Done<[Duration; 3]> {
    let read = |path: &TilePath| Ok(log.get(path).cloned());
    let upper: RefCell<HashMap<TilePath, Arc<Tile>>> = RefCell::default();
    let load = |path: &TilePath| match upper.borrow().get(path) {
        Some(tile) => Ok(Arc::clone(tile)),
        None => Ok(Arc::new(Tile::read(path, &read)?)),
    };
    // The last tile of the lowest level is in every proof: it is kept with those above.
    let edge = TilePath::partial(Layer::Hashes(0), size);
    let is_upper = |path: &&TilePath| !matches!(path.layer(), Layer::Entries | Layer::Hashes(0));
    for path in log.keys().filter(is_upper).chain(&edge) {
        upper.borrow_mut().insert(*path, Arc::new(Tile::read(path, &read)?));
    }
    let last: RefCell<Option<(TilePath, Arc<Tile>)>> = RefCell::default();
    let load_kept = |path: &TilePath| match &*last.borrow() {
        Some((known, tile)) if known == path => Ok(Arc::clone(tile)),
        _ => load(path),
    };
    let mut random = StdRng::seed_from_u64(1);
    let (mut cold, mut warm, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..PROOFS {
        let index = random.random_range(0..size);
        cold.push(timed(|| Tree::new(size, &read).inclusion(index)).1);
        warm.push(timed(|| Tree::of_tiles(size, load).inclusion(index)).1);
        let path = TilePath::of_tree(Layer::Hashes(0), index / 256, size).ok_or("no such tile")?;
        last.replace(Some((path, load(&path)?)));
        let (proof, took) = timed(|| Tree::of_tiles(size, load_kept).inclusion(index));
        kept.push(took);
        check_inclusion(ledger::Hash::leaf(&entry(index)), index, size, &proof?, root)?;
    }
    Ok([cold, warm, kept].map(|mut took| {
        took.sort();
        took.get(PROOFS / 2).copied().unwrap_or_default()
    }))
}
