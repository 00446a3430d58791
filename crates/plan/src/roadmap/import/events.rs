//! What the record says of a file that was taken: one event for all of it.

use serde::Serialize;
use store::{Event, Subject};
use web::ImportReport;

/// The plan was brought in from a file.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RoadmapImported {
    /// What the file is called.
    file: String,
    /// How many items are new.
    added: u64,
    /// How many say something else now.
    revised: u64,
}

impl RoadmapImported {
    /// The event of a file that was taken.
    #[must_use]
    pub(crate) fn of(file: &str, report: &ImportReport) -> Self {
        Self { file: file.to_owned(), added: report.added, revised: report.revised }
    }
}

impl Event for RoadmapImported {
    const KIND: &'static str = "plan.imported";

    fn subject(&self) -> Subject {
        Subject::new("roadmap", "")
    }
}
