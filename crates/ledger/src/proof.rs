//! Proofs as files that are checked offline (C2SP tlog-proof).

use std::{fmt, str::FromStr};

use data_encoding::BASE64;

use crate::{Error, Hash, SignedCheckpoint, hash::decimal, merkle};

/// The proof that an entry is in a log: its place, the hashes that lead from it to the root, and the
/// checkpoint that signs the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What the application needs to rebuild the entry; nobody signed it.
    pub extra: Option<Vec<u8>>,
    /// The place of the entry, from 0.
    pub index: u64,
    /// From the leaf's neighbour to the root's child.
    pub hashes: Vec<Hash>,
    /// The signed state of the log.
    pub checkpoint: SignedCheckpoint,
}

const HEADER: &str = "c2sp.org/tlog-proof@v1";

impl Proof {
    /// Checks that the checkpoint's root covers this entry. Who signed the checkpoint is another
    /// question: see [`Trust`](crate::Trust).
    ///
    /// # Errors
    /// When the hashes do not lead from the entry to the root.
    pub fn check(&self, entry: &[u8]) -> Result<(), Error> {
        let checkpoint = self.checkpoint.checkpoint();
        merkle::check_inclusion(
            Hash::leaf(entry),
            self.index,
            checkpoint.size,
            &self.hashes,
            checkpoint.root,
        )
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", BASE64.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.hashes.iter().try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for Proof {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        // The first empty line: the checkpoint has one of its own.
        let (head, checkpoint) =
            text.split_once("\n\n").ok_or(malformed("it has no empty line"))?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(HEADER) {
            return Err(malformed("its first line is not `c2sp.org/tlog-proof@v1`"));
        }
        let extra = match lines.next_if(|line| line.starts_with("extra ")) {
            Some(line) => {
                let bytes = line.strip_prefix("extra ").map(|text| BASE64.decode(text.as_bytes()));
                Some(bytes.and_then(Result::ok).ok_or(malformed("its extra line is no base64"))?)
            }
            None => None,
        };
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).and_then(decimal);
        let index = index.ok_or(malformed("its index line is missing or wrong"))?;
        let hashes = lines.map(str::parse).collect::<Result<_, _>>()?;
        let checkpoint = SignedCheckpoint::read(checkpoint.as_bytes())?;
        Ok(Self { extra, index, hashes, checkpoint })
    }
}

const fn malformed(why: &'static str) -> Error {
    Error::malformed("proof", why)
}
