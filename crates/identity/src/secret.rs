//! Secrets that stand for a person: of sessions, tokens, links and devices.

use base::Private;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest as _, Sha256};

/// What an API token begins with, so that scanners of published code find a leaked one.
pub const TOKEN_PREFIX: &str = "ccd_";

/// 256 bits of chance. Whoever holds them may act; we keep only their hash.
#[derive(Debug, Clone)]
pub struct Secret(Private<[u8; 32]>);

/// The SHA-256 of a secret, as it is kept. Slow hashing is for what people think up; 256 bits of
/// chance can't be guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretHash(String);

impl Secret {
    /// The secret of these bits, from `cx.secret()`.
    #[must_use]
    pub const fn new(bits: [u8; 32]) -> Self {
        Self(Private::new(bits))
    }

    /// Reads what [`text`](Self::text) wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 43 {
            return None;
        }
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self::new)
    }

    /// Reads an API token.
    #[must_use]
    pub fn parse_token(text: &str) -> Option<Self> {
        Self::parse(text.strip_prefix(TOKEN_PREFIX)?)
    }

    /// The secret as 43 signs that may stand in a cookie or an address; shown once.
    #[must_use]
    pub fn text(&self) -> String {
        BASE64URL_NOPAD.encode(self.0.expose())
    }

    /// The secret as an API token; shown once.
    #[must_use]
    pub fn token_text(&self) -> String {
        format!("{TOKEN_PREFIX}{}", self.text())
    }

    /// What is kept of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash(HEXLOWER.encode(&Sha256::digest(self.0.expose())))
    }
}

impl SecretHash {
    /// The hash in hexadecimal digits.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl base::ToValue for SecretHash {
    fn to_value(&self) -> base::Value {
        base::Value::Text(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_secret_reads_back_what_it_wrote(bits: [u8; 32]) {
            let secret = Secret::new(bits);
            let again = Secret::parse(&secret.text()).unwrap();
            prop_assert_eq!(again.hash(), secret.hash());
            let token = Secret::parse_token(&secret.token_text()).unwrap();
            prop_assert_eq!(token.hash(), secret.hash());
        }

        #[test]
        fn reading_never_panics(text in any::<String>()) {
            let _read = (Secret::parse(&text), Secret::parse_token(&text));
        }
    }

    #[test]
    fn a_secret_never_prints_itself() {
        let secret = Secret::new([7; 32]);
        assert!(!format!("{secret:?}").contains('7'));
        assert_eq!(secret.hash().as_str().len(), 64);
        assert_ne!(secret.hash().as_str(), secret.text());
    }
}
