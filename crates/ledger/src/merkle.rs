//! Proofs over the Merkle tree of RFC 6962, section 2.1: which hashes make them up, and whether they hold.

use crate::{Error, Hash};

/// Checks that the entry with this leaf hash stands at `index` in the tree (RFC 9162, section
/// 2.1.3.2).
///
/// # Errors
/// When the proof does not lead from the leaf to the root.
pub fn check_inclusion(
    leaf: Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: Hash,
) -> Result<(), Error> {
    if index >= size {
        return Err(Error::WrongProof);
    }
    let mut way = Way { at: index, last: size - 1 };
    let mut found = leaf;
    for hash in proof {
        found = match way.up()? {
            Side::Left => Hash::node(hash, &found),
            Side::Right => Hash::node(&found, hash),
        };
    }
    if way.last == 0 && found == root { Ok(()) } else { Err(Error::WrongProof) }
}

/// Checks that the tree `new` begins with all of the tree `old` (RFC 9162, section 2.1.4.2). Each
/// is a size and a root.
///
/// # Errors
/// When the proof does not lead from the old root to the new one.
pub fn check_consistency(old: (u64, Hash), new: (u64, Hash), proof: &[Hash]) -> Result<(), Error> {
    let right = |right: bool| if right { Ok(()) } else { Err(Error::WrongProof) };
    if old.0 == 0 {
        return right(proof.is_empty() && old.1 == Hash::EMPTY && (new.0 > 0 || new.1 == old.1));
    }
    if old.0 >= new.0 {
        return right(proof.is_empty() && old == new);
    }
    let mut way = Way { at: old.0 - 1, last: new.0 - 1 };
    while way.at & 1 == 1 {
        way.halve();
    }
    // A complete old tree is a node of the new one, and the proof leaves it out.
    let (first, rest) = match proof.split_first() {
        Some((first, rest)) if !old.0.is_power_of_two() => (*first, rest),
        Some(_) => (old.1, proof),
        None => return Err(Error::WrongProof),
    };
    let (mut old_root, mut new_root) = (first, first);
    for hash in rest {
        match way.up()? {
            Side::Left => {
                old_root = Hash::node(hash, &old_root);
                new_root = Hash::node(hash, &new_root);
            }
            Side::Right => new_root = Hash::node(&new_root, hash),
        }
    }
    right(way.last == 0 && old_root == old.1 && new_root == new.1)
}

/// The way from a node to the root: its place and that of the last node, level by level.
struct Way {
    at: u64,
    last: u64,
}

/// On which side of the node its neighbour lies.
enum Side {
    Left,
    Right,
}

impl Way {
    /// Goes to the level above, and tells where the neighbour was.
    fn up(&mut self) -> Result<Side, Error> {
        if self.last == 0 {
            return Err(Error::WrongProof);
        }
        let side = if self.at & 1 == 1 || self.at == self.last {
            // A last node without a neighbour moves up until it has one.
            while self.at & 1 == 0 && self.at != 0 {
                self.halve();
            }
            Side::Left
        } else {
            Side::Right
        };
        self.halve();
        Ok(side)
    }

    fn halve(&mut self) {
        self.at >>= 1;
        self.last >>= 1;
    }
}

/// Entries from `start` up to, and without, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) start: u64,
    pub(crate) end: u64,
}

/// The subtrees whose roots prove that `index` is in a tree of `size`, from the leaf's neighbour
/// upwards: `PATH` of RFC 6962, section 2.1.1.
pub(crate) fn inclusion_ranges(index: u64, size: u64) -> Vec<Range> {
    let mut ranges = Vec::new();
    let mut tree = Range { start: 0, end: size };
    while tree.end - tree.start > 1 {
        let (left, right) = tree.split();
        let (inside, beside) = if index < left.end { (left, right) } else { (right, left) };
        ranges.push(beside);
        tree = inside;
    }
    ranges.reverse();
    ranges
}

/// The subtrees whose roots prove that a tree of `old` entries grew into one of `new`: `PROOF` of
/// RFC 6962, section 2.1.2. Empty when either is empty or both are the same.
pub(crate) fn consistency_ranges(old: u64, new: u64) -> Vec<Range> {
    let mut ranges = Vec::new();
    if old == 0 || old >= new {
        return ranges;
    }
    let mut tree = Range { start: 0, end: new };
    while tree.end != old {
        let (left, right) = tree.split();
        let (inside, beside) = if old <= left.end { (left, right) } else { (right, left) };
        ranges.push(beside);
        tree = inside;
    }
    // Who has the old root has this subtree already when it is the whole old tree.
    if tree.start != 0 {
        ranges.push(tree);
    }
    ranges.reverse();
    ranges
}

impl Range {
    /// The two subtrees below this one of at least two entries: the left one has the largest power
    /// of two that leaves something to the right.
    fn split(self) -> (Self, Self) {
        let half = 1 << (self.end - self.start - 1).ilog2();
        let middle = self.start + half;
        (Self { start: self.start, end: middle }, Self { start: middle, end: self.end })
    }

    /// The complete subtrees that make it up, from left to right, as height and place.
    pub(crate) fn complete(self) -> impl DoubleEndedIterator<Item = (u32, u64)> {
        let length = self.end - self.start;
        (0..u64::BITS).rev().filter(move |height| length >> height & 1 == 1).map(move |height| {
            // What the higher bits of the length stand for lies to the left.
            let before = length >> height >> 1 << 1 << height;
            (height, (self.start + before) >> height)
        })
    }
}

/// The root over these hashes of neighbouring subtrees of one height, the last of which may be less
/// than complete.
pub(crate) fn root_of(hashes: &[Hash]) -> Hash {
    let mut level = hashes.to_vec();
    while level.len() > 1 {
        level = above(&level);
    }
    level.first().copied().unwrap_or(Hash::EMPTY)
}

/// The level above; a last hash without a neighbour moves up as it is.
pub(crate) fn above(level: &[Hash]) -> Vec<Hash> {
    let pairs = level.chunks(2).filter_map(|pair| match pair {
        [left, right] => Some(Hash::node(left, right)),
        [last] => Some(*last),
        _ => None,
    });
    pairs.collect()
}

/// The root of a tree from the hashes of its incomplete tiles, lowest level first.
pub(crate) fn root_of_edge<'h>(levels: impl IntoIterator<Item = &'h [Hash]>) -> Hash {
    let mut below: Option<Hash> = None;
    for hashes in levels {
        let hashes: Vec<Hash> = hashes.iter().copied().chain(below).collect();
        below = (!hashes.is_empty()).then(|| root_of(&hashes));
    }
    below.unwrap_or(Hash::EMPTY)
}
