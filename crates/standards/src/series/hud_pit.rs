//! HUD's Point-in-Time counts by Continuum of Care, as published: wide, a column for each measure
//! and year (`overall_homeless_2018` or `Overall Homeless, 2018`), in any order.

use std::collections::BTreeSet;

use super::{
    About, Direction, Kind, Names, Place, Point, Unit,
    collect::{Collector, Subject},
    mapping::missing,
};
use crate::{Code, Finding, Period, table::Row};

mod names;

/// One measure and its columns.
struct Stem {
    code: String,
    names: Names,
    unit: Unit,
    direction: Direction,
    columns: Vec<(Period, usize)>,
}

pub(super) fn read(collector: &mut Collector<'_>) -> Result<(), Box<Finding>> {
    let table = collector.table;
    let code = match table.column("coc_code")? {
        Some(column) => column,
        None => table.column("coc_number")?.ok_or_else(|| missing(table, "CoC Number"))?,
    };
    let name = table.column("coc_name")?;
    let flag = table.column("is_problematic_coc")?;
    let mut used: BTreeSet<usize> = [Some(code), name, flag].into_iter().flatten().collect();
    for told_elsewhere in ["state_code", "coc_number", "coc_category"] {
        used.extend(table.column(told_elsewhere)?);
    }
    let stems = stems(collector, &mut used);
    if stems.is_empty() {
        return Err(Box::new(Finding::of_row(Code::NoPeriodColumns, 1).arg("like", "_2018")));
    }
    collector.leave_out(&used);
    for row in table.rows() {
        let Some(place) = place(collector, row, code, name) else { continue };
        if let Some(flag) = flag.filter(|&flag| row.cell(flag).eq_ignore_ascii_case("true")) {
            let finding = collector.at(Code::RowFlagged, row, flag);
            collector.findings.warn(finding);
        }
        for stem in &stems {
            let series = collector.series(Subject {
                code: stem.code.clone(),
                names: stem.names.clone(),
                place: Some(place.clone()),
                unit: Some(stem.unit),
                kind: Kind::Population,
                direction: stem.direction,
            });
            for &(period, column) in &stem.columns {
                if let Some(value) = collector.count(row, column) {
                    let point = Point::plain(value, row.number);
                    collector.add((series, period), (row, column), false, point);
                }
            }
        }
    }
    Ok(())
}

/// The measures of the header. A measure that this package has no words for gets a name made from
/// its column's, and a warning.
fn stems(collector: &mut Collector<'_>, used: &mut BTreeSet<usize>) -> Vec<Stem> {
    let mut stems: Vec<Stem> = Vec::new();
    for (column, key) in collector.table.keys().enumerate() {
        let dated = key.rsplit_once('_').and_then(|(stem, year)| Some((stem, year_of(year)?)));
        let Some((code, period)) = dated.or_else(|| Some((key, collector.options.period?))) else {
            continue;
        };
        let known = names::of(code);
        if dated.is_none() && known.is_none() {
            continue;
        }
        used.insert(column);
        let at = stems.iter().position(|stem| stem.code == code).unwrap_or(stems.len());
        if at == stems.len() {
            let named = known.unwrap_or_else(|| {
                let name = collector.table.name(column);
                let finding = Finding::of_row(Code::NameMade, 1).column(&name);
                collector.findings.warn(finding.arg("name", names::made(code)));
                names::unknown(code)
            });
            let names::Named { names, unit, direction } = named;
            stems.push(Stem { code: code.to_owned(), names, unit, direction, columns: Vec::new() });
        }
        let Some(stem) = stems.get_mut(at) else { continue };
        if stem.columns.iter().any(|(other, _)| *other == period) {
            let name = collector.table.name(column);
            collector.findings.refuse(Finding::of_row(Code::ColumnTwice, 1).column(&name));
        } else {
            stem.columns.push((period, column));
        }
    }
    stems
}

fn year_of(text: &str) -> Option<Period> {
    if text.len() == 4 { text.parse().ok() } else { None }
}

fn place(
    collector: &mut Collector<'_>,
    row: &Row,
    code: usize,
    name: Option<usize>,
) -> Option<Place> {
    let text = row.cell(code).to_uppercase();
    let others_filled = (0..collector.table.names().count())
        .any(|column| column != code && !row.cell(column).is_empty());
    // The published sheets end with a total and with footnotes.
    if text.starts_with("TOTAL") || !others_filled {
        let finding = collector.at(Code::RowIsNote, row, code);
        collector.findings.warn(finding);
        return None;
    }
    if !is_continuum(&text) {
        let wrong = if text.is_empty() { Code::PlaceMissing } else { Code::PlaceWrong };
        let finding = collector.at(wrong, row, code).arg("like", "MO-501");
        collector.findings.refuse(finding);
        return None;
    }
    if !collector.wants(&text) {
        return None;
    }
    let name = collector.text(row, name).map(names::place);
    Some(Place { code: text, name })
}

/// `MO-501`; some numbers end with a letter.
fn is_continuum(text: &str) -> bool {
    let Some((state, number)) = text.split_once('-') else { return false };
    let digits = number.trim_end_matches(|c: char| c.is_ascii_uppercase());
    state.len() == 2
        && state.bytes().all(|c| c.is_ascii_uppercase())
        && digits.len() == 3
        && digits.bytes().all(|c| c.is_ascii_digit())
        && number.len() <= 4
}

impl Point {
    /// A number with nothing more to say about it.
    pub(super) const fn plain(value: f64, row: u64) -> Self {
        Self { value, numerator: None, denominator: None, finality: None, note: None, row }
    }
}

impl About {
    pub(super) const fn count_of(unit: Unit) -> Self {
        let (kind, direction) = (Kind::Population, Direction::Neither);
        Self { name: None, unit: Some(unit), kind, direction }
    }
}
