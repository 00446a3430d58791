//! Any table with one column for each period.

use std::collections::BTreeSet;

use super::{
    Part, Place, Point,
    collect::{Collector, Subject},
};
use crate::{
    Code, Finding, Period, Unit,
    table::{Row, Table, key},
};

/// The columns that say what and where.
pub(super) struct Keys {
    measure: Option<usize>,
    measure_name: Option<usize>,
    place: Option<usize>,
    place_name: Option<usize>,
    unit: Option<usize>,
}

pub(super) fn read(collector: &mut Collector<'_>) -> Result<(), Box<Finding>> {
    let table = collector.table;
    let keys = Keys::of(collector)?;
    let periods = periods(table, collector.options.mapping.prefix.as_deref());
    if periods.is_empty() {
        return Err(Box::new(Finding::of_row(Code::NoPeriodColumns, 1).arg("like", "2018")));
    }
    let mut seen = BTreeSet::new();
    for &(period, column) in &periods {
        if !seen.insert(period) {
            let name = table.name(column);
            return Err(Box::new(Finding::of_row(Code::ColumnTwice, 1).column(&name)));
        }
    }
    let mut used = keys.columns();
    used.extend(periods.iter().map(|(_, column)| *column));
    collector.leave_out(&used);
    for row in table.rows() {
        let Some(series) = keys.series(collector, row) else { continue };
        for &(period, column) in &periods {
            if let Some(number) = collector.number(row, column) {
                let point = Point::plain(number.value(), row.number);
                collector.add((series, period), (row, column), number.percent, point);
            }
        }
    }
    Ok(())
}

/// The columns whose name, after the prefix, is a period.
fn periods(table: &Table, prefix: Option<&str>) -> Vec<(Period, usize)> {
    let prefix = prefix.map(key).unwrap_or_default();
    table
        .names()
        .enumerate()
        .filter_map(|(column, name)| {
            let period = if prefix.is_empty() {
                name.parse().ok()?
            } else {
                let key = key(name);
                key.strip_prefix(&prefix)?.trim_start_matches('_').parse().ok()?
            };
            Some((period, column))
        })
        .collect()
}

impl Keys {
    pub(super) fn of(collector: &Collector<'_>) -> Result<Self, Box<Finding>> {
        let (table, mapping) = (collector.table, &collector.options.mapping);
        let keys = Self {
            measure: mapping.find(table, Part::Measure)?,
            measure_name: mapping.find(table, Part::MeasureName)?,
            place: mapping.find(table, Part::Place)?,
            place_name: mapping.find(table, Part::PlaceName)?,
            unit: mapping.find(table, Part::Unit)?,
        };
        // The table of a measure without a place has the column, and nothing in it.
        let has_text = |&at: &usize| table.rows().iter().any(|row| !row.cell(at).is_empty());
        let keys = Self {
            place: keys.place.filter(has_text),
            place_name: keys.place_name.filter(has_text),
            ..keys
        };
        let named = collector.options.measure.as_ref().is_some_and(|about| about.name.is_some());
        if keys.measure.or(keys.measure_name).is_none() && !named {
            return Err(Box::new(Finding::of_file(Code::MeasureMissing)));
        }
        Ok(keys)
    }

    pub(super) fn columns(&self) -> BTreeSet<usize> {
        let all = [self.measure, self.measure_name, self.place, self.place_name, self.unit];
        all.into_iter().flatten().collect()
    }

    /// The series that a row is about; nothing when it says too little or is about another place.
    pub(super) fn series(&self, collector: &mut Collector<'_>, row: &Row) -> Option<usize> {
        let place = match self.place.or(self.place_name) {
            None => None,
            Some(column) => Some(Self::place(collector, row, column, self.place_name)?),
        };
        let about = collector.options.measure.clone().unwrap_or_default();
        let code = collector.text(row, self.measure.or(self.measure_name));
        let name = collector.text(row, self.measure_name.or(self.measure)).or(code);
        let given = about.name.clone();
        let (Some(code), Some(name)) = (code.or(given.as_deref()), name.or(given.as_deref()))
        else {
            let column = self.measure.or(self.measure_name).unwrap_or_default();
            let finding = collector.at(Code::MeasureMissing, row, column);
            collector.findings.refuse(finding);
            return None;
        };
        let code = key(code);
        if code.is_empty() {
            let column = self.measure.or(self.measure_name).unwrap_or_default();
            let finding = collector.at(Code::MeasureMissing, row, column);
            collector.findings.refuse(finding);
            return None;
        }
        let mut subject = Subject::new(&code, name, place, &about);
        if let Some(unit) = self.unit.filter(|&column| !row.cell(column).is_empty()) {
            subject.unit = Some(Self::unit(collector, row, unit)?);
        }
        Some(collector.series(subject))
    }

    fn place(
        collector: &mut Collector<'_>,
        row: &Row,
        column: usize,
        name: Option<usize>,
    ) -> Option<Place> {
        let Some(code) = collector.text(row, Some(column)) else {
            let finding = collector.at(Code::PlaceMissing, row, column);
            collector.findings.refuse(finding);
            return None;
        };
        if !collector.wants(code) {
            return None;
        }
        let name = collector.text(row, name).map(str::to_owned);
        Some(Place { code: code.to_owned(), name })
    }

    fn unit(collector: &mut Collector<'_>, row: &Row, column: usize) -> Option<Unit> {
        let unit = key(row.cell(column)).parse().ok();
        if unit.is_none() {
            let units: Vec<_> = Unit::ALL.iter().map(|unit| unit.as_str()).collect();
            let finding = collector.at(Code::UnitWrong, row, column);
            collector.findings.refuse(finding.arg("units", units.join(", ")));
        }
        unit
    }
}
