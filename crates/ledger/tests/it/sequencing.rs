//! Writers that crash at any step, run at once, or wake up on an old backup: the log never forks.

use ledger::{Batch, Edge, Error, SignedCheckpoint, TilePath};
use rand::RngExt as _;

use crate::support::{
    Files, ORIGIN, chance, count, entry, log, log_key, read, sign, trust, verdict,
};

/// Tiles and bundles with their paths.
type Batched = Vec<(TilePath, Vec<u8>)>;

/// Where a log is kept, with what the store must provide: files, a place to stage them, and a record
/// that is compared and swapped.
#[derive(Default)]
struct Place {
    files: Files,
    staged: Vec<(String, Batched)>,
    record: Option<String>,
}

impl Place {
    fn swap(&mut self, old: Option<&String>, new: &str) -> bool {
        let same = self.record.as_ref() == old;
        if same {
            self.record = Some(new.to_owned());
        }
        same
    }

    fn of_record(&self) -> Batched {
        let staged = self.staged.iter().find(|(name, _)| Some(name) == self.record.as_ref());
        staged.map(|(_, files)| files.clone()).unwrap_or_default()
    }
}

/// How far a writer is. A crash takes it back to the start, whatever it was doing.
enum Writer {
    Begin,
    Recover { record: Option<String>, left: Batched },
    Stage { record: Option<String>, batch: Batch },
    Swap { record: Option<String>, signed: String },
    Publish { signed: String },
}

impl Writer {
    fn step(self, place: &mut Place, entries: Vec<Vec<u8>>) -> Self {
        match self {
            Self::Begin => Self::Recover { record: place.record.clone(), left: place.of_record() },
            Self::Recover { record, mut left } => {
                if let Some((path, bytes)) = left.pop() {
                    place.files.insert(path.to_string(), bytes);
                    return Self::Recover { record, left };
                }
                // Another writer may be ahead by now, and its files half there: then begin again.
                match edge(record.as_deref(), &place.files).and_then(|edge| edge.append(entries)) {
                    Ok(batch) => Self::Stage { record, batch },
                    Err(_) => Self::Begin,
                }
            }
            Self::Stage { record, batch } => {
                let files = batch.files().to_vec();
                let signed = sign(&batch.written(), &log_key(1));
                place.staged.push((signed.clone(), files));
                Self::Swap { record, signed }
            }
            Self::Swap { record, signed } => {
                if place.swap(record.as_ref(), &signed) {
                    Self::Publish { signed }
                } else {
                    Self::Begin
                }
            }
            Self::Publish { signed } => {
                for (path, bytes) in place.of_record() {
                    place.files.insert(path.to_string(), bytes);
                }
                let size = state(&signed).checkpoint().size;
                place.files.insert(format!("checkpoint.{size}"), signed.into_bytes());
                Self::Begin
            }
        }
    }
}

fn state(signed: &str) -> SignedCheckpoint {
    SignedCheckpoint::read(signed.as_bytes()).unwrap()
}

fn edge(record: Option<&str>, files: &Files) -> Result<Edge, Error> {
    record
        .map_or(Ok(Edge::empty()), |signed| Edge::resume(state(signed).checkpoint(), &read(files)))
}

#[test]
fn two_writers_that_crash_at_any_step_write_one_log() {
    for seed in 0..count(30, 1_000) {
        let mut random = chance(seed);
        let mut place = Place::default();
        let mut writers = [Writer::Begin, Writer::Begin];
        let mut number = 0;
        for _ in 0..400 {
            let writer = &mut writers[random.random_range(0..2)];
            let entries = (0..random.random_range(0..90)).map(|_| {
                number += 1;
                entry(number)
            });
            let entries = entries.collect();
            let now = std::mem::replace(writer, Writer::Begin);
            if !random.random_bool(0.05) {
                *writer = now.step(&mut place, entries);
            }
        }
        // Whoever comes next brings the record's files to their paths.
        let signed = place.record.clone().unwrap();
        drop(Writer::Publish { signed: signed.clone() }.step(&mut place, Vec::new()));
        let verified = verdict(&place.files, &trust()).unwrap();
        assert_eq!(verified.latest, *state(&signed).checkpoint(), "seed {seed}");
        assert!(verified.checkpoints > 5, "seed {seed}: {}", verified.checkpoints);
    }
}

#[test]
fn a_restored_backup_is_refused_until_it_has_caught_up() {
    let sizes: Vec<u64> = (1..=200).map(|state| state * 7).collect();
    let now = log(&sizes);
    let signed = String::from_utf8(now["checkpoint"].clone()).unwrap();
    let mut older = Files::new();
    for state in &sizes[..199] {
        older.extend(log(&[*state]));
        assert!(edge(Some(&signed), &older).is_err(), "{state}");
        let caught_up: Files = older.clone().into_iter().chain(now.clone()).collect();
        assert_eq!(edge(Some(&signed), &caught_up).unwrap().size(), 1_400);
    }
}

#[test]
fn the_same_entries_make_the_same_log_in_any_batches() {
    let whole = log(&[70_000]);
    let parts = log(&[1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000]);
    for (name, bytes) in &whole {
        assert_eq!(parts.get(name), Some(bytes), "{name}");
    }
}

#[test]
fn a_batch_says_only_what_changed() {
    let edge = Edge::empty().append((0..300).map(entry)).unwrap().written();
    let paths = |batch: &Batch| -> Vec<String> {
        batch.files().iter().map(|(path, _)| path.to_string()).collect()
    };
    let batch = edge.clone().append([entry(300)]).unwrap();
    assert_eq!(paths(&batch), ["tile/entries/001.p/45", "tile/0/001.p/45"]);
    assert!(paths(&edge.clone().append(Vec::<Vec<u8>>::new()).unwrap()).is_empty());
    let batch = edge.append((300..512).map(entry)).unwrap();
    assert_eq!(paths(&batch), ["tile/entries/001", "tile/0/001", "tile/1/000.p/2"]);
    assert_eq!(batch.written().checkpoint(ORIGIN).size, 512);
}
