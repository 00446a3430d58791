//! A witness: confirms that a log only ever grew (C2SP tlog-witness).

use std::fmt;

use crate::{
    Error, Hash, Note, SignedCheckpoint, SigningKey, VerifierKey, hash::decimal, merkle,
    note::Signature,
};

/// The body of a request to confirm a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size that the witness confirmed last.
    pub old_size: u64,
    /// The proof that the log grew from there.
    pub proof: Vec<Hash>,
    /// The new state.
    pub checkpoint: SignedCheckpoint,
}

/// What a witness remembers of a log: the last state that it confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// How many entries the log had.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// Why a witness does not confirm a checkpoint. Each has a status of its own in the specification.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The log is not one of the witness's (404).
    #[error("this witness does not know the log")]
    UnknownLog,
    /// No key of the log signed it, or a signature is wrong (403).
    #[error("the log has not signed the checkpoint")]
    NotSigned,
    /// The new state is smaller than the old one (400).
    #[error("the old size is larger than the new one")]
    Shrunk,
    /// The old size is not the one that the witness confirmed last (409, the size as the body).
    #[error("the size that was confirmed last is {size}")]
    Stale {
        /// That size.
        size: u64,
    },
    /// The proof does not lead from the old state to the new one: the log may have forked (422).
    #[error("the checkpoint does not continue the one that was confirmed last")]
    Inconsistent,
    /// The witness's own key cannot sign it (500).
    #[error("the checkpoint cannot be cosigned")]
    CannotSign(#[source] Error),
}

/// A witness's keys and the logs that it follows.
pub struct Witness {
    keys: Vec<SigningKey>,
    logs: Vec<VerifierKey>,
}

/// The most hashes that a request may bring.
const MAX_PROOF: usize = 63;

impl Seen {
    /// What is known of a log before its first checkpoint.
    pub const NOTHING: Self = Self { size: 0, root: Hash::EMPTY };
}

impl Witness {
    /// A witness that signs with all of these keys, for the logs that have these keys. A log is known
    /// by the name of its key.
    #[must_use]
    pub const fn new(keys: Vec<SigningKey>, logs: Vec<VerifierKey>) -> Self {
        Self { keys, logs }
    }

    /// Confirms a checkpoint, or says why not: what to remember, and what to answer.
    ///
    /// Invariant: the caller swaps what it remembers from `seen` to the new value in one step, makes
    /// that durable, and only then answers. If it finds another value than `seen`, it asks again with
    /// that one. Otherwise two requests at once could take the log back.
    ///
    /// # Errors
    /// When the checkpoint must not be confirmed; then nothing is remembered.
    pub fn update(
        &self,
        seen: Seen,
        request: &AddCheckpoint,
        now_seconds: u64,
    ) -> Result<(Seen, Vec<Signature>), Refusal> {
        let AddCheckpoint { old_size, proof, checkpoint: signed } = request;
        let checkpoint = signed.checkpoint();
        self.signed_by_log(&checkpoint.origin, signed.note())?;
        if *old_size > checkpoint.size {
            return Err(Refusal::Shrunk);
        }
        if *old_size != seen.size {
            return Err(Refusal::Stale { size: seen.size });
        }
        let next = Seen { size: checkpoint.size, root: checkpoint.root };
        merkle::check_consistency((seen.size, seen.root), (next.size, next.root), proof)
            .map_err(|_proof| Refusal::Inconsistent)?;
        let sign = |key: &SigningKey| key.sign(signed.note().text(), now_seconds);
        let lines = self.keys.iter().map(sign).collect::<Result<_, _>>();
        Ok((next, lines.map_err(Refusal::CannotSign)?))
    }

    fn signed_by_log(&self, origin: &str, note: &Note) -> Result<(), Refusal> {
        let keys: Vec<_> = self.logs.iter().filter(|log| log.name() == origin).collect();
        if keys.is_empty() {
            return Err(Refusal::UnknownLog);
        }
        let mut signed = false;
        for key in keys {
            signed |= key.check(note).map_err(|_wrong| Refusal::NotSigned)?.is_some();
        }
        if signed { Ok(()) } else { Err(Refusal::NotSigned) }
    }
}

impl AddCheckpoint {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// When it is not of the form that the specification gives.
    pub fn read(body: &[u8]) -> Result<Self, Error> {
        let Ok(text) = std::str::from_utf8(body) else {
            return Err(malformed("it is not UTF-8"));
        };
        // The first empty line: the checkpoint has one of its own.
        let (head, checkpoint) =
            text.split_once("\n\n").ok_or(malformed("it has no empty line"))?;
        let mut lines = head.split('\n');
        let old_size = lines.next().and_then(|line| line.strip_prefix("old ")).and_then(decimal);
        let old_size = old_size.ok_or(malformed("its first line is not `old` and a size"))?;
        let proof: Vec<Hash> = lines.map(str::parse).collect::<Result<_, _>>()?;
        if proof.len() > MAX_PROOF {
            return Err(malformed("its proof has more than 63 hashes"));
        }
        Ok(Self { old_size, proof, checkpoint: SignedCheckpoint::read(checkpoint.as_bytes())? })
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old_size)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

const fn malformed(why: &'static str) -> Error {
    Error::malformed("request to a witness", why)
}
