//! What came of a file, as people read it and as programs do.

use serde::{Deserialize, Serialize};
use standards::{Findings, Layout};
use utoipa::ToSchema;
use web::{Arg, Shell};

use super::{Options, reconcile::Refusal};
use crate::words;

/// What came of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// The files, by name.
    pub files: Vec<String>,
    /// How many rows were read.
    pub rows_read: u64,
    /// How many numbers are new.
    pub added: u64,
    /// How many numbers were corrected.
    pub revised: u64,
    /// How many numbers are there already.
    pub unchanged: u64,
    /// What could not be taken.
    pub refused: Vec<Problem>,
    /// What one should know.
    pub warnings: Vec<Problem>,
}

/// Something about one place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
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

impl Report {
    /// How a command that took the file ends: 0 when all was taken; 1 when some of it was not, or
    /// nothing because the file must be whole; 2 when the file or what was asked for is of no use.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        if self.refused.is_empty() {
            return 0;
        }
        let about_a_row = |problem: &Problem| problem.row.is_some_and(|row| row > 1);
        if self.refused.iter().any(about_a_row) { 1 } else { 2 }
    }

    /// The findings of a reader, in words.
    pub(crate) fn tell(&mut self, shell: &Shell, file: &str, options: &Options, found: &Findings) {
        let told = |finding: &standards::Finding| Problem {
            file: file.to_owned(),
            row: finding.row,
            column: finding.column.clone(),
            value: finding.value.clone(),
            code: finding.code.to_string(),
            message: message(shell, options.layout, finding.code.as_str(), &finding.args),
        };
        self.refused.extend(found.refused.iter().map(told));
        self.warnings.extend(found.warnings.iter().map(told));
    }

    /// A number that was taken back and is not taken again, in words.
    pub(crate) fn leave_out(
        &mut self,
        shell: &Shell,
        file: &str,
        (measure, period, row): &(String, standards::Period, u64),
    ) {
        let args = vec![("measure", measure.clone()), ("period", words::period(shell, *period))];
        self.warnings.push(Problem {
            file: file.to_owned(),
            row: Some(*row),
            column: None,
            value: None,
            code: "withdrawn".to_owned(),
            message: message(shell, Layout::Long, "withdrawn", &args),
        });
    }

    /// A series that does not fit its measure, in words.
    pub(crate) fn refuse(
        &mut self,
        shell: &Shell,
        file: &str,
        (refusal, measure, row): &(Refusal, String, u64),
    ) {
        let args = vec![("measure", measure.clone())];
        self.refused.push(Problem {
            file: file.to_owned(),
            row: Some(*row),
            column: None,
            value: None,
            code: refusal.code().to_owned(),
            message: message(shell, Layout::Long, refusal.code(), &args),
        });
    }
}

fn message(shell: &Shell, layout: Layout, code: &str, args: &[(&'static str, String)]) -> String {
    let mut args: Vec<(&str, Arg<'_>)> = args
        .iter()
        .map(|(name, text)| match (*name, text.parse::<i64>()) {
            // A year among the arguments is a name, and not written as 2,009.
            ("period", _) | (_, Err(_)) => (*name, Arg::from(text)),
            (_, Ok(number)) => (*name, Arg::from(number)),
        })
        .collect();
    args.push(("layout", Arg::from(layout.as_str())));
    shell.tn(&format!("measures-found-{}", code.replace('_', "-")), &args)
}
