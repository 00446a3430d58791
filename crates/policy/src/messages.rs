//! Where the catalogs of this package say each word in plain English and Spanish.

use crate::{Answer, Basis, Obligation, Reason};

/// A word that people are told as a sentence: its key in `messages/en.ftl` and `messages/es.ftl`.
pub trait Explained {
    /// The key of the sentence.
    fn message_key(&self) -> String;
}

fn key(start: &str, word: &str) -> String {
    format!("{start}{}", word.to_ascii_lowercase().replace('_', "-"))
}

impl Explained for Answer {
    fn message_key(&self) -> String {
        key("policy-answer-", self.as_str())
    }
}

impl Explained for Basis {
    fn message_key(&self) -> String {
        key("policy-basis-", self.as_str())
    }
}

impl Explained for Reason {
    fn message_key(&self) -> String {
        key("policy-reason-", self.as_str())
    }
}

impl Explained for Obligation {
    fn message_key(&self) -> String {
        key("policy-obligation-", self.as_str())
    }
}
