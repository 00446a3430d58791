//! What the record says of signed exports.

use serde::Serialize;
use store::{Event, Subject};

use super::ExportId;

/// A file left the program with a signature.
#[derive(Debug, Serialize)]
pub(crate) struct Signed {
    pub export: ExportId,
    pub name: String,
    pub bytes: i64,
    pub sha256: String,
}

impl Event for Signed {
    const KIND: &'static str = "export.signed";

    fn subject(&self) -> Subject {
        Subject::new("export", self.export)
    }
}
