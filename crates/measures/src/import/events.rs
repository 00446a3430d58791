//! What the record says about files.

use ::store::{Event, Subject};
use serde::Serialize;

use web::ImportReport;

use super::store::Import;

/// A file was sent; nothing was taken yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FileSent {
    /// The import.
    pub import: String,
    /// The file's name.
    pub file: String,
}

/// It was said that a file should be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ImportStarted {
    /// The import.
    pub import: String,
    /// The file's name.
    pub file: String,
}

/// The numbers of a file were taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct MeasuresImported {
    /// The import.
    pub import: String,
    /// The file's name.
    pub file: String,
    /// The file's fingerprint.
    pub sha256: String,
    /// How many measures it made or touched.
    pub measures: usize,
    /// How many numbers are new.
    pub added: u64,
    /// How many numbers were corrected.
    pub revised: u64,
}

/// Nothing of a file was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ImportRefused {
    /// The import.
    pub import: String,
    /// The file's name.
    pub file: String,
    /// How many problems its report names.
    pub problems: usize,
}

/// A file was dropped before it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FileDropped {
    /// The import.
    pub import: String,
}

impl MeasuresImported {
    pub(crate) fn of(import: &Import, report: &ImportReport, measures: usize) -> Self {
        Self {
            import: import.id.to_string(),
            file: import.file.clone(),
            sha256: import.sha256.clone(),
            measures,
            added: report.added,
            revised: report.revised,
        }
    }
}

impl ImportRefused {
    pub(crate) fn of(import: &Import, report: &ImportReport) -> Self {
        Self {
            import: import.id.to_string(),
            file: import.file.clone(),
            problems: report.refused.len(),
        }
    }
}

macro_rules! about_imports {
    ($($name:ident = $kind:literal;)+) => {$(
        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("measure_import", &self.import)
            }
        }
    )+};
}

about_imports! {
    FileSent = "measures.file_sent";
    ImportStarted = "measures.import_started";
    MeasuresImported = "measures.imported";
    ImportRefused = "measures.import_refused";
    FileDropped = "measures.file_dropped";
}
