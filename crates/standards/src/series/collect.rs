//! What all layouts share: cells become numbers, numbers become series, and whatever does not fit
//! is named.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{About, Direction, Kind, Names, Options, Place, Point, Series, Unit};
use crate::{
    Code, Finding, Findings, Period,
    number::{self, Cell, Decimal, WrongNumber},
    table::{Row, Table, key},
};

/// The most characters of a name that is kept.
const NAME_CHARS: usize = 200;

pub(super) struct Collector<'a> {
    pub(super) table: &'a Table,
    pub(super) options: &'a Options,
    pub(super) findings: Findings,
    drafts: Vec<Draft>,
    /// Where each measure and place is among the drafts.
    known: HashMap<(String, String), usize>,
    only: Vec<Wanted>,
    other_places: BTreeSet<String>,
    rows_left_out: u64,
    blanks: u64,
    first_blank: Option<(u64, usize)>,
}

/// A place that was asked for.
struct Wanted {
    given: String,
    code: String,
    found: bool,
}

struct Draft {
    series: Series,
    /// Whether the numbers so far have a percent sign.
    percent: Option<bool>,
}

/// What a series is about.
pub(super) struct Subject {
    pub(super) code: String,
    pub(super) names: Names,
    pub(super) place: Option<Place>,
    pub(super) unit: Option<Unit>,
    pub(super) kind: Kind,
    pub(super) direction: Direction,
}

impl Subject {
    pub(super) fn new(code: &str, name: &str, place: Option<Place>, about: &About) -> Self {
        Self {
            code: code.to_owned(),
            names: Names { english: name.to_owned(), spanish: None },
            place,
            unit: about.unit,
            kind: about.kind,
            direction: about.direction,
        }
    }
}

/// A number that a cell holds.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) decimal: Decimal,
    pub(super) percent: bool,
}

impl Number {
    pub(super) fn value(self) -> f64 {
        self.decimal.value()
    }

    pub(super) fn is_count(self) -> bool {
        let value = self.value();
        value >= 0.0 && value.fract() == 0.0 && !self.percent
    }
}

impl<'a> Collector<'a> {
    pub(super) fn new(table: &'a Table, options: &'a Options, findings: Findings) -> Self {
        let only = options.only.iter().map(|given| Wanted {
            given: given.clone(),
            code: place_key(given),
            found: false,
        });
        Self {
            table,
            options,
            findings,
            drafts: Vec::new(),
            known: HashMap::new(),
            only: only.collect(),
            other_places: BTreeSet::new(),
            rows_left_out: 0,
            blanks: 0,
            first_blank: None,
        }
    }

    /// Whether rows about this place are asked for.
    pub(super) fn wants(&mut self, place: &str) -> bool {
        if self.only.is_empty() {
            return true;
        }
        let code = place_key(place);
        let mut wanted = false;
        for one in self.only.iter_mut().filter(|one| one.code == code) {
            one.found = true;
            wanted = true;
        }
        if !wanted {
            self.rows_left_out += 1;
            self.other_places.insert(place.to_uppercase());
        }
        wanted
    }

    /// The series about this subject; its place in the list.
    pub(super) fn series(&mut self, subject: Subject) -> usize {
        let place = subject.place.as_ref().map_or_else(String::new, |place| place_key(&place.code));
        let next = self.drafts.len();
        let at = *self.known.entry((subject.code.clone(), place)).or_insert(next);
        if at == next {
            let Subject { code, names, place, unit, kind, direction } = subject;
            let points = BTreeMap::new();
            let series = Series { code, names, place, unit, kind, direction, points };
            self.drafts.push(Draft { series, percent: None });
        }
        at
    }

    /// The number in a cell; what is none is noted.
    pub(super) fn number(&mut self, row: &Row, column: usize) -> Option<Number> {
        let text = row.cell(column);
        let (code, taken) = match number::read(text) {
            Cell::Number(decimal) => return Some(Number { decimal, percent: false }),
            Cell::Percent(decimal) => return Some(Number { decimal, percent: true }),
            Cell::Blank => {
                self.blanks += 1;
                self.first_blank.get_or_insert((row.number, column));
                return None;
            }
            Cell::NotAvailable => (Code::NotAvailable, true),
            Cell::Suppressed => (Code::Suppressed, true),
            Cell::Wrong(WrongNumber::NotANumber) => (Code::NumberWrong, false),
            Cell::Wrong(WrongNumber::Comma) => (Code::NumberComma, false),
            Cell::Wrong(WrongNumber::TooLong) => (Code::NumberTooLong, false),
        };
        let finding = self.at(code, row, column);
        if taken {
            self.findings.warn(finding);
        } else {
            self.findings.refuse(finding);
        }
        None
    }

    /// A number that counts people or things.
    pub(super) fn count(&mut self, row: &Row, column: usize) -> Option<f64> {
        let number = self.number(row, column)?;
        if !number.is_count() {
            self.findings.refuse(self.at(Code::CountWrong, row, column));
            return None;
        }
        Some(number.value())
    }

    /// A finding about one cell.
    pub(super) fn at(&self, code: Code, row: &Row, column: usize) -> Finding {
        let name = self.table.name(column);
        Finding::of_row(code, row.number).column(&name).value(row.cell(column))
    }

    /// Text of a cell that is not longer than what is kept; what is longer is refused.
    pub(super) fn text<'r>(&mut self, row: &'r Row, column: Option<usize>) -> Option<&'r str> {
        let column = column?;
        let text = row.cell(column);
        if text.chars().count() > NAME_CHARS {
            let finding = self.at(Code::CellTooLong, row, column).arg("most", NAME_CHARS);
            self.findings.refuse(finding);
            return None;
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// Adds a point, unless the file contradicts itself.
    pub(super) fn add(
        &mut self,
        (series, period): (usize, Period),
        (row, column): (&Row, usize),
        percent: bool,
        point: Point,
    ) {
        let Some(draft) = self.drafts.get(series) else { return };
        let mut refusal = None;
        if draft.series.points.keys().next().is_some_and(|p| p.frequency() != period.frequency()) {
            refusal = Some(self.at(Code::PeriodMixed, row, column).arg("period", period));
        }
        let unit_forbids = percent && draft.series.unit.is_some_and(|unit| unit != Unit::Percent);
        let mixed =
            draft.series.unit.is_none() && draft.percent.is_some_and(|before| before != percent);
        if unit_forbids || mixed {
            refusal = Some(self.at(Code::PercentMixed, row, column));
        }
        if let Some(first) = draft.series.points.get(&period) {
            let same = first.value.to_bits() == point.value.to_bits();
            let code = if same { Code::NumberTwice } else { Code::NumberConflict };
            let finding = self.at(code, row, column).arg("first_row", first.row);
            let finding = finding.arg("period", period);
            if same {
                self.findings.warn(finding);
                return;
            }
            refusal = Some(finding);
        }
        if let Some(refusal) = refusal {
            self.findings.refuse(refusal);
            return;
        }
        if let Some(draft) = self.drafts.get_mut(series) {
            draft.percent = Some(percent);
            draft.series.points.insert(period, point);
        }
    }

    /// Says in one warning which columns the layout did not use.
    pub(super) fn leave_out(&mut self, used: &BTreeSet<usize>) {
        let named = |(_, name): &(usize, &str)| !name.is_empty();
        let left: Vec<&str> = (0..)
            .zip(self.table.names())
            .filter(|(at, _)| !used.contains(at))
            .filter(named)
            .map(|(_, name)| name)
            .collect();
        if !left.is_empty() {
            let finding = Finding::of_row(Code::ColumnsLeftOut, 1).arg("count", left.len());
            let first = left.iter().take(8).copied().collect::<Vec<_>>().join(", ");
            self.findings.warn(finding.arg("columns", first));
        }
    }

    pub(super) fn finish(mut self) -> (Vec<Series>, Findings) {
        if let Some((row, column)) = self.first_blank {
            let finding = Finding::of_row(Code::CellsBlank, row).column(&self.table.name(column));
            self.findings.warn(finding.arg("count", self.blanks));
        }
        if self.rows_left_out > 0 {
            let finding = Finding::of_file(Code::RowsLeftOut).arg("count", self.rows_left_out);
            self.findings.warn(finding);
        }
        for wanted in self.only.iter().filter(|wanted| !wanted.found) {
            let start: String = wanted.given.chars().take(2).collect::<String>().to_uppercase();
            let near = self.other_places.iter().filter(|place| place.starts_with(&start)).take(5);
            let mut near: Vec<&str> = near.map(String::as_str).collect();
            if near.is_empty() {
                near = self.other_places.iter().take(5).map(String::as_str).collect();
            }
            let finding = Finding::of_file(Code::OnlyNotFound).value(&wanted.given);
            self.findings.refuse(finding.arg("near", near.join(", ")));
        }
        let drafts = self.drafts.into_iter().filter(|draft| !draft.series.points.is_empty());
        let series = drafts.map(|draft| {
            let signed = if draft.percent == Some(true) { Some(Unit::Percent) } else { None };
            Series { unit: draft.series.unit.or(signed), ..draft.series }
        });
        (series.collect(), self.findings)
    }
}

/// A place's code as codes are compared: `mo-501`, `MO501` and `MO-501` are one, as are `01001` and `1001`.
#[must_use]
pub fn place_key(code: &str) -> String {
    key(code).replace('_', "").trim_start_matches('0').to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_same_in_whatever_form() {
        assert_eq!(place_key("mo-501"), place_key(" MO501 "));
        assert_eq!(place_key("01001"), place_key("1001"));
        assert_ne!(place_key("MO-501"), place_key("MO-510"));
    }
}
