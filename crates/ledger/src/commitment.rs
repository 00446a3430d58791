//! What the log holds of an event: a commitment that says nothing without its salt.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::{Canonical, Error};

/// 32 random bytes that hide an event. Kept beside it, and destroyed with it: then no one can tell
/// any more what the entry stood for, and the log still verifies.
#[derive(Clone, PartialEq, Eq)]
pub struct Salt([u8; Self::BYTES]);

/// The entry of an event in the log: `SHA-256(LABEL || salt || canonical event)`, 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commitment([u8; 32]);

/// What one needs to show that an entry stands for an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// What hid it.
    pub salt: Salt,
    /// The event.
    pub event: Canonical,
}

/// So that no other program's hash can be taken for ours.
const LABEL: &[u8] = b"concord/event/v1\n";

impl Salt {
    /// How long a salt is.
    pub const BYTES: usize = 32;

    /// A salt from these bytes: fresh from the system's generator, and for one event only.
    #[must_use]
    pub const fn new(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// Its bytes, for the place where it is kept.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

/// A salt is as secret as what it hides.
impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

impl Commitment {
    /// An entry that stands for no event, so that a batch tells nothing by its size. Without its
    /// salt it looks like any other; with it, one can show that it stands for none, because no
    /// canonical event is empty.
    #[must_use]
    pub fn padding(salt: &Salt) -> Self {
        Self::over(salt, b"")
    }

    /// The bytes that go into the log.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn over(salt: &Salt, event: &[u8]) -> Self {
        let hash = Sha256::new_with_prefix(LABEL).chain_update(salt.0).chain_update(event);
        Self(hash.finalize().into())
    }
}

impl AsRef<[u8]> for Commitment {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Opening {
    /// The entry that it opens.
    #[must_use]
    pub fn commitment(&self) -> Commitment {
        Commitment::over(&self.salt, self.event.as_str().as_bytes())
    }

    /// The salt and then the event: what a receipt carries in its `extra` line.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.salt.0.as_slice(), self.event.as_str().as_bytes()].concat()
    }

    /// Reads what [`Opening::to_bytes`] wrote.
    ///
    /// # Errors
    /// When it is too short, or its event not canonical.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let parse = || {
            let (salt, event) = bytes.split_first_chunk()?;
            Some((Salt(*salt), std::str::from_utf8(event).ok()?))
        };
        let (salt, event) =
            parse().ok_or(Error::malformed("receipt", "its extra line has no salt and event"))?;
        Ok(Self { salt, event: Canonical::parse(event)? })
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use serde_json::json;

    use super::*;

    fn opening() -> Opening {
        let event = Canonical::of(&json!({ "kind": "commitment.kept", "n": 7 })).unwrap();
        Opening { salt: Salt::new([9; 32]), event }
    }

    #[test]
    fn the_bytes_are_those_that_the_readme_documents() {
        // printf 'concord/event/v1\n' + 32 bytes 0x09 + '{"kind":"commitment.kept","n":7}', by sha256sum.
        let expected = "93ac11b1c2d5c0a9f440e531fbdd64b9ad943bd01615598216339630cae29f0e";
        assert_eq!(HEXLOWER.encode(opening().commitment().as_bytes()), expected);
    }

    #[test]
    fn an_opening_is_read_back_and_opens_one_entry_only() {
        let opening = opening();
        assert_eq!(Opening::read(&opening.to_bytes()), Ok(opening.clone()));
        let mut bytes = opening.to_bytes();
        bytes[3] ^= 1;
        assert_ne!(Opening::read(&bytes).unwrap().commitment(), opening.commitment());
        bytes.truncate(31);
        assert!(Opening::read(&bytes).is_err());
    }

    #[test]
    fn padding_opens_as_no_event() {
        let salt = Salt::new([1; 32]);
        assert!(Opening::read(salt.as_bytes()).is_err());
        assert_ne!(Commitment::padding(&salt), Commitment::padding(&Salt::new([2; 32])));
    }

    #[test]
    fn neither_salt_nor_event_is_printed_by_chance() {
        let text = format!("{:?}", opening());
        assert!(!text.contains("kept") && !text.contains('9'), "{text}");
    }
}
