//! SHA-256 as the Merkle tree of RFC 6962, section 2.1, uses it.

use std::{fmt, str::FromStr};

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

use crate::Error;

/// The hash of an entry, or of two hashes; written in base64.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; Self::BYTES]);

impl Hash {
    /// How long a hash is.
    pub const BYTES: usize = 32;

    /// The root of a tree without entries: SHA-256 of nothing.
    pub const EMPTY: Self = Self([
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9,
        0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52,
        0xb8, 0x55,
    ]);

    /// A hash that was stored as bytes.
    #[must_use]
    pub const fn new(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }

    /// The hash of an entry: `SHA-256(0x00 || entry)`.
    #[must_use]
    pub fn leaf(entry: &[u8]) -> Self {
        Self(Sha256::new_with_prefix([0]).chain_update(entry).finalize().into())
    }

    /// The hash of two neighbours: `SHA-256(0x01 || left || right)`.
    #[must_use]
    pub fn node(left: &Self, right: &Self) -> Self {
        Self(
            Sha256::new_with_prefix([1])
                .chain_update(left.0)
                .chain_update(right.0)
                .finalize()
                .into(),
        )
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64.encode(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let bytes = BASE64.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or(Error::malformed("hash", "32 bytes in base64 are expected"))
    }
}

/// A number as C2SP texts write it: decimal digits without leading zeroes.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let plain =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_root_is_the_hash_of_nothing() {
        assert_eq!(Hash::EMPTY, Hash(Sha256::digest([]).into()));
    }

    #[test]
    fn a_hash_has_one_spelling() {
        let text = Hash::EMPTY.to_string();
        assert_eq!(text.parse(), Ok(Hash::EMPTY));
        // The same bytes for a decoder that ignores the bits left over in the last letter.
        assert!(text.replace("U=", "V=").parse::<Hash>().is_err());
        assert!(format!("{text}\n").parse::<Hash>().is_err());
    }

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(decimal("0"), Some(0));
        assert_eq!(decimal("18446744073709551615"), Some(u64::MAX));
        for wrong in ["", "00", "01", "+1", "-1", "1 ", " 1", "1e3", "18446744073709551616"] {
            assert_eq!(decimal(wrong), None, "{wrong}");
        }
    }
}
