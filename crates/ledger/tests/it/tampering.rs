//! Whoever changes a log after it was signed is found out, and nobody is accused who did not.

use rand::{RngExt as _, rngs::StdRng};

use ledger::{Edge, TilePath, entries};

use crate::support::{
    Files, ORIGIN, chance, count, entry, log, log_key, log_of, sizes, trust, verdict,
};

/// An honest log, the log of a keeper who tells another story with the same key, and the checkpoint
/// that an auditor kept from before.
pub(crate) struct World {
    pub(crate) log: Files,
    fork: Files,
    size: u64,
    sizes: Vec<u64>,
}

/// What was done to a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edit {
    FlipBit,
    SwapEntries,
    DropEntry,
    InsertEntry,
    Truncate,
    RollBack,
    SpliceFork,
    TellFork,
    OtherKey,
    DropFile,
    SwapFiles,
}

const EDITS: [Edit; 11] = [
    Edit::FlipBit,
    Edit::SwapEntries,
    Edit::DropEntry,
    Edit::InsertEntry,
    Edit::Truncate,
    Edit::RollBack,
    Edit::SpliceFork,
    Edit::TellFork,
    Edit::OtherKey,
    Edit::DropFile,
    Edit::SwapFiles,
];

impl World {
    pub(crate) fn new(random: &mut StdRng, size: u64) -> Self {
        let sizes = sizes(random, size);
        let differs = random.random_range(0..size);
        let of_fork = |n| entry(if n >= differs { n + 1_000_000 } else { n });
        let fork = log_of(&sizes, &log_key(1), of_fork);
        Self { log: log(&sizes), fork, size, sizes }
    }

    /// The log after an edit, with the checkpoint that the auditor kept.
    pub(crate) fn edited(&self, random: &mut StdRng) -> (Edit, Files) {
        loop {
            let edit = EDITS[random.random_range(0..EDITS.len())];
            let files = match edit {
                Edit::FlipBit => self.flip_bit(random),
                Edit::SwapEntries | Edit::DropEntry | Edit::InsertEntry | Edit::Truncate => {
                    self.retold(edit, random)
                }
                Edit::RollBack => self.rolled_back(random),
                Edit::SpliceFork => self.spliced(random),
                Edit::TellFork => self.fork.clone(),
                Edit::OtherKey => log_of(&self.sizes, &log_key(2), entry),
                Edit::DropFile => self.without_a_file(random),
                Edit::SwapFiles => self.files_swapped(random),
            };
            if files != self.log {
                return (edit, self.kept(files));
            }
        }
    }

    /// The files beside the checkpoint that the auditor kept.
    pub(crate) fn kept(&self, mut files: Files) -> Files {
        files.insert("checkpoint.kept".to_owned(), self.log["checkpoint"].clone());
        files
    }

    fn any_file(&self, random: &mut StdRng, wanted: impl Fn(&str) -> bool) -> String {
        let names: Vec<&String> = self.log.keys().filter(|name| wanted(name)).collect();
        names[random.random_range(0..names.len())].clone()
    }

    fn flip_bit(&self, random: &mut StdRng) -> Files {
        let mut files = self.log.clone();
        let bytes = files.get_mut(&self.any_file(random, |_| true)).unwrap();
        let at = random.random_range(0..bytes.len());
        bytes[at] ^= 1 << random.random_range(0..8);
        files
    }

    /// Other entries, either just put in place or with all hashes made anew, under the old signatures
    /// or those of another key.
    fn retold(&self, edit: Edit, random: &mut StdRng) -> Files {
        let mut told: Vec<Vec<u8>> = (0..self.size).map(entry).collect();
        let any = |random: &mut StdRng| usize::try_from(random.random_range(0..self.size)).unwrap();
        let (a, b) = (any(random), any(random));
        if edit == Edit::SwapEntries {
            told.swap(a, b);
        } else if edit == Edit::DropEntry {
            told.remove(a);
        } else if edit == Edit::InsertEntry {
            told.insert(a, entry(self.size + 7));
        } else {
            told.truncate(a);
        }
        if random.random_bool(0.5) {
            return self.in_place(&told);
        }
        let size = told.len() as u64;
        let sizes: Vec<u64> =
            self.sizes.iter().copied().filter(|at| *at < size).chain([size]).collect();
        let of = |n| told[usize::try_from(n).unwrap()].clone();
        let mut files = log_of(&sizes, &log_key(2), of);
        if random.random_bool(0.5) {
            for (name, bytes) in &self.log {
                if name.starts_with("checkpoint") {
                    files.insert(name.clone(), bytes.clone());
                }
            }
        }
        files
    }

    /// New bundles under the old tiles.
    fn in_place(&self, told: &[Vec<u8>]) -> Files {
        let mut files = self.log.clone();
        files.retain(|name, _| !name.starts_with("tile/entries/"));
        let edge = Edge::empty().append(told).unwrap();
        for (path, bytes) in edge.files() {
            let path = path.to_string();
            if path.starts_with("tile/entries/") {
                files.insert(path, bytes.clone());
            }
        }
        files
    }

    fn rolled_back(&self, random: &mut StdRng) -> Files {
        log(&self.sizes[..random.random_range(0..self.sizes.len())])
    }

    /// Some files of the one story and some of the other.
    fn spliced(&self, random: &mut StdRng) -> Files {
        let mut files = self.log.clone();
        for (name, bytes) in &self.fork {
            if random.random_bool(0.5) {
                files.insert(name.clone(), bytes.clone());
            }
        }
        files
    }

    /// The latest state needs all of its files; older partial ones may be deleted.
    fn without_a_file(&self, random: &mut StdRng) -> Files {
        let mut files = self.log.clone();
        let latest = log(&[self.size]);
        drop(files.remove(
            &self.any_file(random, |name| name.starts_with("tile/") && latest.contains_key(name)),
        ));
        files
    }

    fn files_swapped(&self, random: &mut StdRng) -> Files {
        let mut files = self.log.clone();
        let kinds = ["tile/entries/", "tile/0/"];
        let kind = kinds[random.random_range(0..kinds.len())];
        let one = self.any_file(random, |name| name.starts_with(kind));
        let other = self.any_file(random, |name| name.starts_with(kind));
        let (a, b) = (files[&one].clone(), files[&other].clone());
        files.insert(one, b);
        files.insert(other, a);
        files
    }
}

#[test]
fn every_byte_that_is_changed_is_found() {
    let mut random = chance(1);
    let files = log(&[700, 2_000]);
    let step = usize::try_from(count(199, 1)).unwrap();
    for (name, bytes) in &files {
        for at in (0..bytes.len()).step_by(step) {
            let mut tampered = files.clone();
            tampered.get_mut(name).unwrap()[at] ^= random.random_range(1..=255_u8);
            assert!(verdict(&tampered, &trust()).is_err(), "{name}, byte {at}");
        }
    }
}

#[test]
fn every_bit_of_checkpoints_and_tiles_that_is_changed_is_found() {
    let files = log(&[700, 2_000]);
    for (name, bytes) in files.iter().filter(|(name, _)| !name.starts_with("tile/entries/")) {
        let all = if name.starts_with("checkpoint") { 1 } else { 1_999 };
        let step = usize::try_from(count(all, 1)).unwrap();
        for at in (0..bytes.len() * 8).step_by(step) {
            let mut tampered = files.clone();
            tampered.get_mut(name).unwrap()[at / 8] ^= 1 << (at % 8);
            assert!(verdict(&tampered, &trust()).is_err(), "{name}, bit {at}");
        }
    }
}

fn random_edits(size: u64, times: u64) {
    let mut random = chance(size);
    let world = World::new(&mut random, size);
    verdict(&world.kept(world.log.clone()), &trust()).unwrap();
    for time in 0..times {
        let (edit, files) = world.edited(&mut random);
        assert!(verdict(&files, &trust()).is_err(), "edit {time} of {size} entries: {edit:?}");
    }
}

#[test]
fn random_edits_are_found() {
    random_edits(5_000, count(300, 1_000_000));
}

#[test]
fn random_edits_of_a_log_with_three_levels_are_found() {
    random_edits(70_000, count(20, 10_000));
}

#[test]
fn intact_logs_raise_no_alarm() {
    let mut random = chance(3);
    for _ in 0..count(200, 10_000) {
        let size = random.random_range(1..1_500);
        let sizes = sizes(&mut random, size);
        let verified = verdict(&log(&sizes), &trust()).unwrap();
        assert_eq!(verified.latest.size, size);
        assert_eq!(verified.latest.origin, ORIGIN);
    }
    verdict(&log(&[0]), &trust()).unwrap();
}

#[test]
fn a_fault_is_told_with_its_place() {
    let intact = log(&[700, 2_000]);
    let fault = |change: &dyn Fn(&mut Files)| {
        let mut files = intact.clone();
        change(&mut files);
        verdict(&files, &trust()).unwrap_err().to_string()
    };
    let flip =
        |name: &'static str, at: usize| fault(&move |files| files.get_mut(name).unwrap()[at] ^= 1);
    assert_eq!(flip("tile/0/003", 64), "tile/0/003: hash 2 is not the hash of what it stands for");
    assert_eq!(
        flip("tile/1/000.p/7", 0),
        "tile/1/000.p/7: hash 0 is not the hash of what it stands for"
    );
    assert_eq!(
        flip("tile/entries/001", 0),
        "tile/entries/001: this is no entry bundle: its last entry breaks off"
    );
    assert_eq!(
        flip("tile/entries/001", 2),
        "tile/0/001: hash 0 is not the hash of what it stands for"
    );
    assert_eq!(
        flip("checkpoint.700", 22),
        "checkpoint.700: the signature by `log.example/riverbend` is wrong"
    );
    assert_eq!(
        fault(&|files| drop(files.remove("tile/0/004"))),
        "tile/0/004: `tile/0/004` is missing"
    );
    assert!(entries(&intact["tile/entries/001"]).is_ok());
    assert!("tile/0/004".parse::<TilePath>().is_ok());
}
