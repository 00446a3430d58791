//! A log that can only grow, in the formats of the certificate transparency world (C2SP), and its
//! checks. No I/O, no clock, no chance of its own: bytes and values come in, bytes and values go out.
#![forbid(unsafe_code)]

mod canonical;
mod checkpoint;
mod commitment;
mod error;
mod hash;
mod key;
mod merkle;
mod note;
mod policy;
mod proof;
mod sequencer;
mod tile;
mod tree;
mod verify;
mod witness;

pub use canonical::Canonical;
pub use checkpoint::{Checkpoint, SignedCheckpoint};
pub use commitment::{Commitment, Opening, Salt};
pub use error::Error;
pub use hash::Hash;
pub use key::{Checked, Purpose, SigningKey, VerifierKey};
pub use merkle::{check_consistency, check_inclusion};
pub use note::{Note, Signature, signature_lines};
pub use policy::{Policy, Witnessed};
pub use proof::Proof;
pub use sequencer::{Batch, Edge};
pub use tile::{Layer, MAX_ENTRY, Read, TILE_WIDTH, Tile, TilePath, entries};
pub use tree::Tree;
pub use verify::{Audit, Fault, Part, Trust, Verified, verify};
pub use witness::{AddCheckpoint, Refusal, Seen, Witness};
