//! The exact text of a version and its hash: what a signature is bound to.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::Version;
use crate::terms::Heading;

/// A text with its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The text.
    pub text: String,
    /// Its SHA-256 in hex.
    pub hash: String,
}

base::words! {
    /// What does not fit in a version that went out.
    pub enum Broken {
        /// It has no text, though it went out.
        NoText = "no_text",
        /// The stored text is not the one that was hashed.
        Text = "text",
        /// The stored terms are not those of the text.
        Terms = "terms",
        /// A signature is for another text.
        Signature = "signature",
    }
}

/// The SHA-256 of a text, in hex.
pub(crate) fn hash(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

impl Seal {
    /// Seals a text.
    #[must_use]
    pub fn of(text: String) -> Self {
        let hash = hash(&text);
        Self { text, hash }
    }
}

impl Version {
    /// What does not fit, if anything: one byte of the text, one of its terms, or one signature.
    #[must_use]
    pub fn broken(&self, heading: Heading) -> Option<Broken> {
        let sealed = self.sealed.as_ref().map(|(text, hash)| (text.as_str(), hash.as_str()));
        if sealed.is_none() && self.out_at.is_none() {
            return None;
        }
        let hashes = self.signatures.iter().map(|signature| signature.hash.as_str());
        broken(sealed, &self.terms.canonical(heading), hashes)
    }
}

/// What does not fit between a text, its hash, its terms in exact form and the hashes that were signed.
pub(crate) fn broken<'a>(
    sealed: Option<(&str, &str)>,
    canonical: &str,
    mut signed: impl Iterator<Item = &'a str>,
) -> Option<Broken> {
    let Some((text, stored)) = sealed else { return Some(Broken::NoText) };
    if hash(text) != *stored {
        return Some(Broken::Text);
    }
    if text.strip_suffix(canonical).is_none_or(|rest| !rest.ends_with('\n')) {
        return Some(Broken::Terms);
    }
    signed.any(|signed| signed != stored).then_some(Broken::Signature)
}
