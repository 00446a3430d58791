//! Imports as programs read and send them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use web::ImportReport;

use super::store::Import;

/// A file that was sent, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MeasureImportView)]
pub(crate) struct ImportView {
    /// Its identifier.
    pub id: String,
    /// `draft`, `waiting`, `done`, `failed` or `dropped`.
    pub state: String,
    /// What it is called.
    pub file: String,
    /// Its SHA-256.
    pub sha256: String,
    /// How it is laid out.
    pub layout: String,
    /// Where its numbers come from.
    pub source: Option<String>,
    /// When it was sent.
    pub at: String,
    /// When it was taken.
    pub done_at: Option<String>,
    /// What came of it.
    pub report: Option<ImportReport>,
}

/// A file as programs send it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ImportBody {
    /// What it is called.
    pub file: String,
    /// Its text.
    pub content: String,
    /// `hud-pit`, `wide`, `long`, `county-unemployment` or `county-population`.
    pub layout: String,
    /// Only these places.
    #[serde(default)]
    pub only: Vec<String>,
    /// Which column is what: `period`, `month`, `quarter`, `value`, `measure`, `measure_name`,
    /// `place`, `place_name`, `numerator`, `denominator`, `status`, `note` or `unit`.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// What stands before the period in the columns' names.
    pub prefix: Option<String>,
    /// What the file is about, where it does not say.
    pub measure: Option<String>,
    /// What its numbers count.
    pub unit: Option<String>,
    /// What new measures tell about.
    pub kind: Option<String>,
    /// Which way is better for new measures.
    pub direction: Option<String>,
    /// The period of a file that does not say its own.
    pub period: Option<String>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// Who answers for new measures.
    pub organization: Option<String>,
    /// Takes what is right of a file that is wrong in part.
    #[serde(default)]
    pub take_the_rest: bool,
    /// Writes nothing and only reports.
    #[serde(default)]
    pub dry_run: bool,
}

impl ImportView {
    pub(crate) fn of(import: &Import) -> Self {
        Self {
            id: import.id.to_string(),
            state: import.state.to_string(),
            file: import.file.clone(),
            sha256: import.sha256.clone(),
            layout: import.options.layout.to_string(),
            source: import.options.source.as_ref().map(ToString::to_string),
            at: import.at.rfc3339(),
            done_at: import.done_at.map(base::Instant::rfc3339),
            report: import.report.clone(),
        }
    }
}
