//! Any table with one row for each number.

use super::{Finality, Part, Point, collect::Collector, wide::Keys};
use crate::{
    Code, Finding, Frequency, Period,
    table::{Row, key},
};

/// The columns of one number.
struct Columns {
    period: usize,
    month: Option<usize>,
    quarter: Option<usize>,
    /// What the name of the period's column says about it: `quarter_start` holds days, and means quarters.
    frequency: Option<Frequency>,
    value: usize,
    numerator: Option<usize>,
    denominator: Option<usize>,
    status: Option<usize>,
    note: Option<usize>,
}

pub(super) fn read(collector: &mut Collector<'_>) -> Result<(), Box<Finding>> {
    let table = collector.table;
    let keys = Keys::of(collector)?;
    let columns = Columns::of(collector)?;
    let mut used = keys.columns();
    used.extend([columns.period, columns.value]);
    let more = [columns.month, columns.quarter, columns.numerator, columns.denominator];
    used.extend(more.into_iter().chain([columns.status, columns.note]).flatten());
    collector.leave_out(&used);
    for row in table.rows() {
        let Some(series) = keys.series(collector, row) else { continue };
        let period = columns.period(collector, row);
        let number = collector.number(row, columns.value);
        let (Some(period), Some(number)) = (period, number) else { continue };
        let Some(finality) = columns.finality(collector, row) else { continue };
        let part = |collector: &mut Collector<'_>, column: Option<usize>| {
            let column = column.filter(|&column| !row.cell(column).is_empty())?;
            collector.number(row, column).map(super::collect::Number::value)
        };
        let point = Point {
            value: number.value(),
            numerator: part(collector, columns.numerator),
            denominator: part(collector, columns.denominator),
            finality,
            note: collector.text(row, columns.note).map(str::to_owned),
            row: row.number,
        };
        collector.add((series, period), (row, columns.value), number.percent, point);
    }
    Ok(())
}

impl Columns {
    fn of(collector: &Collector<'_>) -> Result<Self, Box<Finding>> {
        let (table, mapping) = (collector.table, &collector.options.mapping);
        let period = mapping.need(table, Part::Period)?;
        let name = key(&table.name(period));
        let holds_years = matches!(name.as_str(), "year" | "año" | "anio")
            || mapping.columns.contains_key(&Part::Month)
            || mapping.columns.contains_key(&Part::Quarter);
        let within_year = |part| if holds_years { mapping.find(table, part) } else { Ok(None) };
        let month = within_year(Part::Month)?;
        Ok(Self {
            period,
            month,
            quarter: if month.is_none() { within_year(Part::Quarter)? } else { None },
            frequency: match name.as_str() {
                "year_start" => Some(Frequency::Year),
                "quarter_start" => Some(Frequency::Quarter),
                "month_start" => Some(Frequency::Month),
                _ => None,
            },
            value: mapping.need(table, Part::Value)?,
            numerator: mapping.find(table, Part::Numerator)?,
            denominator: mapping.find(table, Part::Denominator)?,
            status: mapping.find(table, Part::Status)?,
            note: mapping.find(table, Part::Note)?,
        })
    }

    fn period(&self, collector: &mut Collector<'_>, row: &Row) -> Option<Period> {
        let year = row.cell(self.period);
        if year.is_empty() {
            let finding = collector.at(Code::PeriodMissing, row, self.period);
            collector.findings.refuse(finding);
            return None;
        }
        let (text, column) = match (self.month, self.quarter) {
            (Some(month), _) => (format!("{} {year}", row.cell(month)), month),
            (None, Some(quarter)) => {
                let number = row.cell(quarter).trim_start_matches(['Q', 'q', 'T', 't']);
                (format!("Q{number} {year}"), quarter)
            }
            (None, None) => (year.to_owned(), self.period),
        };
        let period: Option<Period> = text.parse().ok();
        let Some(period) = period else {
            let finding = collector.at(Code::PeriodWrong, row, column);
            collector.findings.refuse(finding);
            return None;
        };
        Some(self.frequency.map_or(period, |frequency| period.widened(frequency)))
    }

    /// What the row says about the number being final; nothing when it says what we do not know.
    #[expect(clippy::option_option, reason = "wrong, not said, said")]
    fn finality(&self, collector: &mut Collector<'_>, row: &Row) -> Option<Option<Finality>> {
        let Some(column) = self.status else { return Some(None) };
        match key(row.cell(column)).as_str() {
            "" => Some(None),
            "first" | "first_count" | "preliminary" | "provisional" | "predicted" | "primero"
            | "preliminar" | "primer_conteo" => Some(Some(Finality::First)),
            "final" | "revised" | "definitivo" => Some(Some(Finality::Final)),
            _ => {
                let finding = collector.at(Code::StatusWrong, row, column);
                collector.findings.refuse(finding.arg("words", "first, final"));
                None
            }
        }
    }
}
