//! The readers over whole files: those that agencies published, and those that nobody should.

#[cfg(test)]
mod calendars;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod layouts;
#[cfg(test)]
mod outward;
#[cfg(test)]
mod published;
#[cfg(test)]
mod recurrence;

use standards::{Finding, Findings, Reading};

/// Findings as one line each, for tests to compare.
fn told(findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let row = finding.row.map_or_else(|| "file".to_owned(), |row| format!("row {row}"));
        let column = finding.column.as_deref().map(|name| format!(" [{name}]")).unwrap_or_default();
        let value = finding.value.as_deref().map(|text| format!(" `{text}`")).unwrap_or_default();
        format!("{row}{column}{value} {}", finding.code)
    };
    findings.iter().map(line).collect()
}

/// Nothing refused and nothing to warn of.
fn is_clean(findings: &Findings) -> bool {
    findings.refused.is_empty() && findings.warnings.is_empty()
}

/// The numbers of one series as `period=value`, in the order of time.
fn numbers(reading: &Reading, code: &str, place: &str) -> String {
    let series = reading.series.iter().find(|series| {
        series.code == code
            && series.place.as_ref().map_or("", |place| place.code.as_str()) == place
    });
    let Some(series) = series else { return "no such series".to_owned() };
    let points = series.points.iter().map(|(period, point)| format!("{period}={}", point.value));
    points.collect::<Vec<_>>().join(" ")
}
