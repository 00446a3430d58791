//! The record: each change says what happened, in the same transaction.

use base::OrganizationId;

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The kind of record, such as `commitment`.
    pub kind: &'static str,
    /// The record's identifier.
    pub id: String,
}

impl Subject {
    /// The subject of this kind.
    #[expect(clippy::needless_pass_by_value, reason = "identifiers are small and copied")]
    pub fn new(kind: &'static str, id: impl ToString) -> Self {
        Self { kind, id: id.to_string() }
    }
}

/// Something that happened. Its fields become the event's JSON body.
pub trait Event: serde::Serialize {
    /// What happened, such as `commitment.kept`.
    const KIND: &'static str;

    /// What it happened to.
    fn subject(&self) -> Subject;

    /// The organizations that it concerns.
    fn parties(&self) -> Vec<OrganizationId> {
        Vec::new()
    }
}

/// An event as it is written, whatever its type was.
#[derive(Debug, Clone)]
pub struct Written {
    pub(crate) kind: &'static str,
    pub(crate) subject: Subject,
    pub(crate) parties: Vec<OrganizationId>,
    pub(crate) body: serde_json::Value,
}

impl Written {
    /// Writes an event down, for a command that makes several of different types.
    ///
    /// # Errors
    /// When the event does not serialize: a fault.
    pub fn new<E: Event>(event: &E) -> Result<Self, crate::Error> {
        Ok(Self {
            kind: E::KIND,
            subject: event.subject(),
            parties: event.parties(),
            body: serde_json::to_value(event)?,
        })
    }
}
