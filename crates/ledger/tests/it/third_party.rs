//! What others made is judged as they judge it.

use std::{fs, path::Path};

use ledger::{Edge, Error, Hash, Tree, Trust, check_consistency, check_inclusion, verify};
use serde::Deserialize;

use crate::support::{Files, checkpoints, count, project, read, verdict};

#[derive(Deserialize)]
struct LogKey {
    public_key: String,
    entries: Vec<String>,
}

fn key() -> LogKey {
    let file = project().join("third_party/tlog/tessera-log-key.json");
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

fn their_trust() -> Trust {
    Trust { keys: vec![key().public_key.parse().unwrap()], policy: None }
}

fn their_log() -> Files {
    fn add(folder: &Path, prefix: &str, files: &mut Files) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                add(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = Files::new();
    add(&project().join("third_party/tlog/tessera-log"), "", &mut files);
    files
}

#[test]
fn a_log_that_others_wrote_verifies_with_all_its_checkpoints() {
    let files = their_log();
    let verified = verdict(&files, &their_trust()).unwrap();
    assert_eq!((verified.latest.size, verified.checkpoints), (15, 17));
}

#[test]
fn any_byte_changed_in_a_log_that_others_wrote_is_found() {
    let files = their_log();
    let step = usize::try_from(count(11, 1)).unwrap();
    for (name, bytes) in &files {
        for at in (0..bytes.len()).step_by(step) {
            let mut tampered = files.clone();
            tampered.get_mut(name).unwrap()[at] ^= 1 << (at % 8);
            assert!(verdict(&tampered, &their_trust()).is_err(), "{name}, byte {at}");
        }
    }
}

#[test]
fn our_writer_makes_of_their_entries_the_same_files() {
    let theirs = their_log();
    let mut edge = Edge::empty();
    for (at, entry) in key().entries.iter().enumerate() {
        let batch = edge.append([entry]).unwrap();
        for (path, bytes) in batch.files() {
            assert_eq!(theirs.get(&path.to_string()), Some(bytes), "{path}");
        }
        edge = batch.written();
        let name = format!("checkpoint.{}", at + 1);
        let signed =
            &checkpoints(&theirs).unwrap().into_iter().find(|(n, _)| *n == name).unwrap().1;
        assert_eq!(edge.checkpoint(&signed.checkpoint().origin), *signed.checkpoint());
    }
}

#[test]
fn a_log_is_not_believed_without_a_key() {
    let files = their_log();
    let trust = Trust::default();
    let fault = verify(&checkpoints(&files).unwrap(), &trust, &read(&files)).unwrap_err();
    assert!(matches!(fault.error, Error::NotSigned(_)), "{fault}");
}

#[test]
fn every_state_of_their_log_proves_every_other() {
    let files = their_log();
    let read = read(&files);
    for (_, new) in checkpoints(&files).unwrap() {
        let new = new.checkpoint();
        let tree = Tree::new(new.size, &read);
        assert_eq!(tree.root(), Ok(new.root));
        for (_, old) in checkpoints(&files).unwrap() {
            let old = old.checkpoint();
            if old.size <= new.size {
                let proof = tree.consistency(old.size).unwrap();
                check_consistency((old.size, old.root), (new.size, new.root), &proof).unwrap();
            }
        }
    }
}

/// A case as the files hold it. What is no hash cannot be part of a proof.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inclusion {
    leaf_idx: u64,
    tree_size: u64,
    root: String,
    leaf_hash: String,
    proof: Option<Vec<String>>,
    desc: String,
    want_err: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Consistency {
    size1: u64,
    size2: u64,
    root1: String,
    root2: String,
    proof: Option<Vec<String>>,
    desc: String,
    want_err: bool,
}

fn cases<C: serde::de::DeserializeOwned>(name: &str) -> Vec<C> {
    let file = project().join("third_party/tlog").join(name);
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn hashes(proof: Option<&Vec<String>>) -> Result<Vec<Hash>, Error> {
    proof.into_iter().flatten().map(|hash| hash.parse()).collect()
}

#[test]
fn the_96_proof_cases_get_the_verdict_that_their_authors_give() {
    let inclusion = cases::<Inclusion>("merkle-inclusion.jsonl");
    let consistency = cases::<Consistency>("merkle-consistency.jsonl");
    assert_eq!(inclusion.len() + consistency.len(), 96);
    for case in inclusion {
        let judge = || {
            let (leaf, root) = (case.leaf_hash.parse()?, case.root.parse()?);
            check_inclusion(
                leaf,
                case.leaf_idx,
                case.tree_size,
                &hashes(case.proof.as_ref())?,
                root,
            )
        };
        assert_eq!(judge().is_err(), case.want_err, "inclusion {}: {}", case.tree_size, case.desc);
    }
    for case in consistency {
        let judge = || {
            let old = (case.size1, case.root1.parse()?);
            let new = (case.size2, case.root2.parse()?);
            check_consistency(old, new, &hashes(case.proof.as_ref())?)
        };
        assert_eq!(judge().is_err(), case.want_err, "consistency {}: {}", case.size2, case.desc);
    }
}
