//! What came of a file, in words.

use standards::{Findings, Layout};
use web::{Arg, ImportProblem, ImportReport, Shell};

use super::{Options, reconcile::Refusal};
use crate::words;

/// The findings of a reader, in words.
pub(crate) fn tell(
    report: &mut ImportReport,
    shell: &Shell,
    file: &str,
    options: &Options,
    found: &Findings,
) {
    let told = |finding: &standards::Finding| ImportProblem {
        file: file.to_owned(),
        row: finding.row,
        column: finding.column.clone(),
        value: finding.value.clone(),
        code: finding.code.to_string(),
        message: message(shell, options.layout, finding.code.as_str(), &finding.args),
    };
    report.refused.extend(found.refused.iter().map(told));
    report.warnings.extend(found.warnings.iter().map(told));
}

/// A number that was taken back and is not taken again, in words.
pub(crate) fn leave_out(
    report: &mut ImportReport,
    shell: &Shell,
    file: &str,
    (measure, period, row): &(String, standards::Period, u64),
) {
    let args = vec![("measure", measure.clone()), ("period", words::period(shell, *period))];
    report.warnings.push(ImportProblem {
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
    report: &mut ImportReport,
    shell: &Shell,
    file: &str,
    (refusal, measure, row): &(Refusal, String, u64),
) {
    let args = vec![("measure", measure.clone())];
    report.refused.push(ImportProblem {
        file: file.to_owned(),
        row: Some(*row),
        column: None,
        value: None,
        code: refusal.code().to_owned(),
        message: message(shell, Layout::Long, refusal.code(), &args),
    });
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
