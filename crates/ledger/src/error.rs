//! What can be wrong with a piece of a log.

use crate::{Hash, TilePath};

/// Why a piece of a log is not what it should be. The message reads after a place: `checkpoint: …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A text or file is not of its format.
    #[error("this is no {what}: {why}")]
    Malformed {
        /// What it should be.
        what: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A line of a file of several is not of its format.
    #[error("line {line}: {why}")]
    Line {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        why: &'static str,
    },
    /// JSON that has no canonical form.
    #[error("the number {0} cannot be written exactly as RFC 8785 asks; send it as text")]
    Number(String),
    /// An entry that a bundle cannot hold.
    #[error("an entry has {0} bytes, more than 65,535")]
    EntryTooLong(usize),
    /// A key that should have signed did not.
    #[error("there is no signature by `{0}`")]
    NotSigned(String),
    /// A signature names a key that did not make it.
    #[error("the signature by `{0}` is wrong")]
    WrongSignature(String),
    /// Too few witnesses confirmed it.
    #[error("the witnesses that the policy asks for have not confirmed it; {0} did")]
    NoQuorum(usize),
    /// The checkpoint of another log.
    #[error("it belongs to the log `{found}`, not to `{expected}`")]
    Origin {
        /// The log that it should belong to.
        expected: String,
        /// The log that it names.
        found: String,
    },
    /// A tile or bundle that a checkpoint needs.
    #[error("`{0}` is missing")]
    Missing(TilePath),
    /// A tile or bundle that could not be read; what the reader said.
    #[error("`{path}` cannot be read: {why}")]
    Unreadable {
        /// Which.
        path: TilePath,
        /// What the reader said.
        why: String,
    },
    /// A hash in a tile is not the hash of what lies below it.
    #[error("hash {position} is not the hash of what it stands for")]
    WrongHash {
        /// Which of the tile's hashes, from 0.
        position: usize,
    },
    /// A log that ends before a state that was signed for it.
    #[error(
        "it signs {signed} entries, but the log ends at {found}: it was rolled back, or this copy is older"
    )]
    CutOff {
        /// How many entries were signed.
        signed: u64,
        /// How many the log says it has.
        found: u64,
    },
    /// The entries give another root than the checkpoint signs.
    #[error("it signs the root {signed}, but the entries give {found}")]
    WrongRoot {
        /// The checkpoint's.
        signed: Hash,
        /// That of the entries.
        found: Hash,
    },
    /// A proof does not lead from the one to the other.
    #[error("the proof does not lead to the signed root")]
    WrongProof,
}

impl Error {
    /// Something that is not of its format.
    pub(crate) const fn malformed(what: &'static str, why: &'static str) -> Self {
        Self::Malformed { what, why }
    }
}
