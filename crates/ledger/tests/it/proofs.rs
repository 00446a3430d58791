//! Proofs between all pairs, against the definition of RFC 6962 written down once more.

use std::sync::Arc;

use ledger::{
    Edge, Hash, Layer, Note, Opening, Proof, Salt, SignedCheckpoint, Tile, TilePath, Tree,
    check_consistency, check_inclusion,
};
use proptest::prelude::*;

use crate::support::{Files, count, entry, log, log_key, read, sign};

/// `MTH` as section 2.1 defines it.
fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::EMPTY,
        [leaf] => *leaf,
        _ => {
            let half = 1 << (leaves.len() - 1).ilog2();
            Hash::node(&root(&leaves[..half]), &root(&leaves[half..]))
        }
    }
}

/// The tiles of a tree, straight from its leaves.
fn tree(leaves: &[Hash], size: usize) -> Tree<'_> {
    Tree::of_tiles(size as u64, move |path: &TilePath| {
        let Layer::Hashes(level) = path.layer() else { panic!("a proof needs no entries") };
        let below = 256_usize.pow(level.into());
        let start = usize::try_from(path.index()).unwrap() * 256;
        let hash = |at: usize| root(&leaves[at * below..(at + 1) * below]);
        let width = usize::try_from(path.width()).unwrap();
        Ok(Arc::new(Tile::new((start..start + width).map(hash).collect())))
    })
}

#[test]
fn all_pairs_prove_inclusion_and_consistency_and_nothing_else() {
    let most = usize::try_from(count(300, 2_048)).unwrap();
    let leaves: Vec<Hash> = (0..most as u64).map(|number| Hash::leaf(&entry(number))).collect();
    let roots: Vec<Hash> = (0..=most).map(|size| root(&leaves[..size])).collect();
    for size in 0..=most {
        let tree = tree(&leaves, size);
        let new = (size as u64, roots[size]);
        assert_eq!(tree.root(), Ok(new.1));
        for index in 0..size {
            let proof = tree.inclusion(index as u64).unwrap();
            let check = |leaf, index| check_inclusion(leaf, index, new.0, &proof, new.1);
            assert_eq!(check(leaves[index], index as u64), Ok(()), "{index} of {size}");
            assert!(check(leaves[index], index as u64 ^ 1).is_err(), "{index} of {size}");
            assert!(check(roots[index], index as u64).is_err(), "{index} of {size}");
        }
        for (old, root) in (0..).zip(&roots[..=size]) {
            let proof = tree.consistency(old).unwrap();
            let check = |old, root| check_consistency((old, root), new, &proof);
            assert_eq!(check(old, *root), Ok(()), "{old} to {size}");
            assert!(check(old, leaves[most - 1]).is_err(), "{old} to {size}");
            assert!(check(old + 1, *root).is_err(), "{old} to {size}");
        }
        assert!(tree.inclusion(size as u64).is_err());
        assert!(tree.consistency(size as u64 + 1).is_err());
    }
}

#[test]
fn tiles_of_files_prove_the_same_as_leaves() {
    let sizes = [1, 255, 256, 257, 511, 66_000, 70_000];
    let files = log(&sizes);
    let read = read(&files);
    let leaves: Vec<Hash> = (0..70_000).map(|number| Hash::leaf(&entry(number))).collect();
    for size in sizes {
        let ours = Tree::new(size, &read);
        let plain = tree(&leaves, usize::try_from(size).unwrap());
        assert_eq!(ours.root(), plain.root());
        for index in (0..size).step_by(1_777).chain([size - 1]) {
            assert_eq!(ours.inclusion(index), plain.inclusion(index), "{index} of {size}");
            assert_eq!(ours.consistency(index), plain.consistency(index), "{index} to {size}");
        }
    }
}

#[test]
fn a_deleted_partial_tile_is_read_from_the_full_one() {
    let mut files = log(&[300, 520]);
    files.retain(|name, _| {
        !name.starts_with("tile/0/001.p") && !name.starts_with("tile/entries/001.p")
    });
    let root = Tree::new(300, &read(&files)).root();
    assert_eq!(root, Tree::new(300, &read(&log(&[300]))).root());
    let checkpoint = Edge::empty().append((0..300).map(entry)).unwrap().written().checkpoint("x");
    assert_eq!(Edge::resume(&checkpoint, &read(&files)).unwrap().root(), checkpoint.root);
}

fn receipt(files: &Files, opening: &Opening, index: u64) -> Proof {
    let checkpoint = SignedCheckpoint::read(&files["checkpoint"]).unwrap();
    let hashes = Tree::new(checkpoint.checkpoint().size, &read(files)).inclusion(index).unwrap();
    Proof { extra: Some(opening.to_bytes()), index, hashes, checkpoint }
}

#[test]
fn a_receipt_is_one_file_that_stands_alone() {
    let event = ledger::Canonical::parse(r#"{"kind":"commitment.kept"}"#).unwrap();
    let opening = Opening { salt: Salt::new([3; 32]), event };
    let entries = |number| match number {
        600 => opening.commitment().as_bytes().to_vec(),
        other => entry(other),
    };
    let files = crate::support::log_of(&[1_000], &log_key(1), entries);
    let text = receipt(&files, &opening, 600).to_string();
    let proof: Proof = text.parse().unwrap();
    assert_eq!(proof.to_string(), text);
    let reopened = Opening::read(proof.extra.as_ref().unwrap()).unwrap();
    assert_eq!(proof.check(reopened.commitment().as_bytes()), Ok(()));
    assert!(proof.check(&entry(600)).is_err());
    let elsewhere = Proof { index: 601, ..proof };
    assert!(elsewhere.check(reopened.commitment().as_bytes()).is_err());
}

#[test]
fn a_receipt_of_another_form_is_refused() {
    let signed = sign(&Edge::empty().append([b"one"]).unwrap().written(), &log_key(1));
    let text = format!("c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\n{signed}");
    assert!(text.parse::<Proof>().is_ok());
    for (from, to) in [
        ("@v1", "@v2"),
        ("extra AAAA", "extra AA"),
        ("extra AAAA", "extra"),
        ("extra AAAA\nindex 0", "index 0\nextra AAAA"),
        ("index 0", "index 00"),
        ("index 0", "index"),
        ("index 0\n", "index 0\n\n"),
        ("index 0\n", "index 0\nAAAA\n"),
        ("c2sp", "\nc2sp"),
    ] {
        assert!(text.replacen(from, to, 1).parse::<Proof>().is_err(), "{from:?} → {to:?}");
    }
}

proptest! {
    #[test]
    fn whatever_the_bytes_readers_answer(bytes: Vec<u8>) {
        let text = String::from_utf8_lossy(&bytes);
        drop((text.parse::<Proof>(), text.parse::<TilePath>(), Note::read(&bytes)));
        drop((ledger::Policy::read(&bytes), ledger::AddCheckpoint::read(&bytes)));
        drop((ledger::entries(&bytes).map(|_| ()), Opening::read(&bytes)));
        drop((text.parse::<ledger::VerifierKey>(), text.parse::<ledger::Checkpoint>()));
    }
}
