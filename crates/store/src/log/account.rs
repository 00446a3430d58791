//! An event as its leaf stands for it: the same text, whoever writes it down.

use base::Instant;
use ledger::Canonical;
use serde_json::{Value, json};

use crate::{Error, Row};

/// An event with all that its leaf commits to.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its number in its partnership.
    pub seq: i64,
    /// Its identifier.
    pub id: String,
    /// When it happened.
    pub at: Instant,
    /// Who did it: a person's identifier, `nobody`, or `system:` and a name.
    pub actor: String,
    /// What happened.
    pub kind: String,
    /// The kind of what it happened to.
    pub subject_kind: String,
    /// What it happened to.
    pub subject: String,
    /// Its fields, as they were written.
    pub body: String,
    /// The organizations that it concerns, in order.
    pub parties: Vec<String>,
}

impl Account {
    pub(crate) fn of(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            seq: row.get("seq")?,
            id: row.get("id")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            kind: row.get("kind")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            body: row.get("body")?,
            parties: Vec::new(),
        })
    }

    /// The text that the leaf stands for: version 1, see docs/decisions/0015-the-log-in-rows.md.
    ///
    /// # Errors
    /// When the body is no JSON: a fault.
    pub fn canonical(&self, partnership: &str) -> Result<Canonical, Error> {
        let body: Value = serde_json::from_str(&self.body)?;
        let fields = |body: Value| {
            json!({
                "v": 1,
                "partnership": partnership,
                "seq": self.seq,
                "id": self.id,
                "at": self.at.rfc3339(),
                "actor": self.actor,
                "kind": self.kind,
                "subject": { "kind": self.subject_kind, "id": self.subject },
                "parties": self.parties,
                "body": body,
            })
        };
        // A body with a number that has no exact canonical form is committed to as it was written.
        Canonical::of(&fields(body))
            .or_else(|_number| Canonical::of(&fields(Value::String(self.body.clone()))))
            .map_err(|error| Error::Fault(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(body: &str) -> Account {
        Account {
            seq: 7,
            id: "evt_1".to_owned(),
            at: Instant::from_micros(1_778_598_000_123_456),
            actor: "per_1".to_owned(),
            kind: "commitment.kept".to_owned(),
            subject_kind: "commitment".to_owned(),
            subject: "com_1".to_owned(),
            body: body.to_owned(),
            parties: vec!["org_1".to_owned()],
        }
    }

    #[test]
    fn the_text_is_the_one_that_the_decision_documents() {
        let expected = r#"{"actor":"per_1","at":"2026-05-12T15:00:00.123456Z","body":{"a":1,"z":"é"},"id":"evt_1","kind":"commitment.kept","parties":["org_1"],"partnership":"par_1","seq":7,"subject":{"id":"com_1","kind":"commitment"},"v":1}"#;
        let text = account(r#"{"z":"é", "a":1.0}"#).canonical("par_1").unwrap();
        assert_eq!(text.as_str(), expected);
    }

    #[test]
    fn a_body_that_has_no_exact_form_stands_as_text() {
        let text = account(r#"{"n":9007199254740993}"#).canonical("par_1").unwrap();
        assert!(text.as_str().contains(r#""body":"{\"n\":9007199254740993}""#), "{text}");
    }
}
