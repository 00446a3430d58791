//! Exports that a receiver can check: the file, a signature, and its place in the log.

use base::{Instant, PersonId};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

base::id! {
    /// A signed export.
    pub ExportId = "exp";
}

/// An export that was signed. The file itself is not kept.
#[derive(Debug, Clone)]
pub(crate) struct Export {
    pub id: ExportId,
    pub name: String,
    pub bytes: i64,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
    pub at: Instant,
    pub person: Option<PersonId>,
    /// The signed note.
    pub note: String,
}

/// What is signed: read by `concord verify --export`, and by anybody with the log's key.
pub(crate) fn text(origin: &str, name: &str, bytes: &[u8], at: Instant) -> (String, String) {
    let sha256 = HEXLOWER.encode(&Sha256::digest(bytes));
    let (size, at) = (bytes.len(), at.rfc3339());
    let text = format!(
        "concord/export/v1\nlog {origin}\nfile {name}\nsize {size}\nsha256 {sha256}\nat {at}\n"
    );
    (text, sha256)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_names_the_file_and_its_hash() {
        let at = Instant::from_micros(1_778_598_000_000_000);
        let (text, sha256) = text("log.example/a", "a.csv", b"hello", at);
        assert_eq!(sha256, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        let expected = format!(
            "concord/export/v1\nlog log.example/a\nfile a.csv\nsize 5\nsha256 {sha256}\nat 2026-05-12T15:00:00Z\n"
        );
        assert_eq!(text, expected);
    }
}
