//! What came of a file that was imported: one shape for every importer, on screen, for programs and
//! on the command line.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What came of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportReport {
    /// The files, by name.
    pub files: Vec<String>,
    /// How many rows were read.
    pub rows_read: u64,
    /// How many of what the file holds are new.
    pub added: u64,
    /// How many were there and say something else now.
    pub revised: u64,
    /// How many are there already.
    pub unchanged: u64,
    /// What could not be taken.
    pub refused: Vec<ImportProblem>,
    /// What one should know.
    pub warnings: Vec<ImportProblem>,
}

/// Something about one place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportProblem {
    /// The file.
    pub file: String,
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: Option<u64>,
    /// The column's name.
    pub column: Option<String>,
    /// What stands there.
    pub value: Option<String>,
    /// A stable word for what it is.
    pub code: String,
    /// What it is, and how to mend it.
    pub message: String,
}

impl ImportReport {
    /// How a command that took the file ends: 0 when all was taken; 1 when some of it was not, or
    /// nothing because the file must be whole; 2 when the file or what was asked for is of no use.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        if self.refused.is_empty() {
            return 0;
        }
        let about_a_row = |problem: &ImportProblem| problem.row.is_some_and(|row| row > 1);
        if self.refused.iter().any(about_a_row) { 1 } else { 2 }
    }

    /// Adds what came of another file.
    pub fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.rows_read += other.rows_read;
        self.added += other.added;
        self.revised += other.revised;
        self.unchanged += other.unchanged;
        self.refused.extend(other.refused);
        self.warnings.extend(other.warnings);
    }
}
