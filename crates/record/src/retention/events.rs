//! What the record says of keeping and destroying: never what something was.

use serde::Serialize;
use store::{Event, Subject};

use super::CertificateId;

/// Somebody said how long a class is kept.
#[derive(Debug, Serialize)]
pub(crate) struct RuleSet {
    pub class: &'static str,
    pub days: i64,
    pub why: String,
}

impl Event for RuleSet {
    const KIND: &'static str = "retention.rule_set";

    fn subject(&self) -> Subject {
        Subject::new("retention", self.class)
    }
}

/// Somebody said that a class is kept until further notice.
#[derive(Debug, Serialize)]
pub(crate) struct RuleLifted {
    pub class: &'static str,
}

impl Event for RuleLifted {
    const KIND: &'static str = "retention.rule_lifted";

    fn subject(&self) -> Subject {
        Subject::new("retention", self.class)
    }
}

/// The certificate: so many records of a class were destroyed. Whoever keeps copies of them (search,
/// caches) subscribes to it and destroys them by their kind and identifier.
#[derive(Debug, Serialize)]
pub(crate) struct Certified {
    pub certificate: CertificateId,
    pub class: String,
    /// The kind of subject that they were.
    pub subject_kind: &'static str,
    pub ids: Vec<String>,
    pub records: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    pub why: String,
}

impl Event for Certified {
    const KIND: &'static str = "retention.destroyed";

    fn subject(&self) -> Subject {
        Subject::new("certificate", self.certificate)
    }
}
