//! Two federal files by county, told apart by their columns.

use std::collections::BTreeSet;

use super::{
    About, Direction, Names, Options, Place, Point, Unit,
    collect::{Collector, Subject},
    mapping::missing,
};
use crate::{
    Code, Finding, Frequency, Period,
    table::{Row, Table},
};

/// The year of the unemployment file: it does not say, its publisher's notes do.
const UNEMPLOYMENT_YEAR: i16 = 2009;

/// `id` (a FIPS code without leading zeros) and `rate` (`.097` for 9.7 percent), and `year` where
/// the file has it.
pub(super) fn unemployment(collector: &mut Collector<'_>) -> Result<(), Box<Finding>> {
    let table = collector.table;
    let id = need(table, "id")?;
    let rate = need(table, "rate")?;
    let year = table.column("year")?;
    let assumed = assumed_year(collector.options);
    if year.is_none() && collector.options.period.is_none() {
        let finding = Finding::of_file(Code::PeriodAssumed);
        collector.findings.warn(finding.arg("period", UNEMPLOYMENT_YEAR));
    }
    collector.leave_out(&[Some(id), Some(rate), year].into_iter().flatten().collect());
    let names = Names {
        english: "Unemployment rate".to_owned(),
        spanish: Some("Tasa de desempleo".to_owned()),
    };
    let about = About { direction: Direction::Down, ..About::count_of(Unit::Percent) };
    for row in table.rows() {
        let Some(code) = fips(collector, row, id) else { continue };
        if !collector.wants(&code) {
            continue;
        }
        let period = match year {
            Some(column) => period_at(collector, row, column),
            None => assumed,
        };
        let (Some(period), Some(number)) = (period, collector.number(row, rate)) else { continue };
        let percent = if number.percent { number.decimal } else { number.decimal.hundredfold() };
        if !(0.0..=100.0).contains(&percent.value()) {
            let finding = collector.at(Code::RateOutOfRange, row, rate);
            collector.findings.refuse(finding);
            continue;
        }
        let place = Some(Place { code, name: None });
        let subject = Subject {
            names: names.clone(),
            ..Subject::new("unemployment_rate", "", place, &about)
        };
        let series = collector.series(subject);
        let point = Point::plain(percent.value(), row.number);
        collector.add((series, period), (row, rate), false, point);
    }
    Ok(())
}

/// The Census Bureau's estimates: `STATE` and `COUNTY` without leading zeros, and a column
/// `POPESTIMATE` for each year. Rows of a whole state have county 0.
pub(super) fn population(collector: &mut Collector<'_>) -> Result<(), Box<Finding>> {
    let table = collector.table;
    let (state, county) = (need(table, "STATE")?, need(table, "COUNTY")?);
    let names = (need(table, "STNAME")?, need(table, "CTYNAME")?);
    let years: Vec<(Period, usize)> = table
        .keys()
        .enumerate()
        .filter_map(|(column, key)| Some((key.strip_prefix("popestimate")?.parse().ok()?, column)))
        .collect();
    if years.is_empty() {
        return Err(Box::new(
            Finding::of_row(Code::NoPeriodColumns, 1).arg("like", "POPESTIMATE2019"),
        ));
    }
    let mut used: BTreeSet<usize> = years.iter().map(|(_, column)| *column).collect();
    used.extend([state, county, names.0, names.1]);
    used.extend(table.column("SUMLEV")?);
    collector.leave_out(&used);
    let about = About::count_of(Unit::People);
    let spanish = Some("Habitantes".to_owned());
    let measure = Names { english: "People who live here".to_owned(), spanish };
    for row in table.rows() {
        let Some(code) = county_code(collector, row, state, county) else { continue };
        if !collector.wants(&code) {
            continue;
        }
        let name = match (collector.text(row, Some(names.1)), collector.text(row, Some(names.0))) {
            (Some(county), Some(state)) if county != state => Some(format!("{county}, {state}")),
            (county, state) => county.or(state).map(str::to_owned),
        };
        let place = Some(Place { code, name });
        let subject =
            Subject { names: measure.clone(), ..Subject::new("population", "", place, &about) };
        let series = collector.series(subject);
        for &(period, column) in &years {
            if let Some(value) = collector.count(row, column) {
                let point = Point::plain(value, row.number);
                collector.add((series, period), (row, column), false, point);
            }
        }
    }
    Ok(())
}

fn need(table: &Table, name: &str) -> Result<usize, Box<Finding>> {
    table.column(name)?.ok_or_else(|| missing(table, name))
}

fn assumed_year(options: &Options) -> Option<Period> {
    let year = base::Date::new(UNEMPLOYMENT_YEAR, 1, 1);
    options.period.or_else(|| Period::around(Frequency::Year, year?))
}

fn period_at(collector: &mut Collector<'_>, row: &Row, column: usize) -> Option<Period> {
    let period = row.cell(column).parse().ok();
    if period.is_none() {
        let finding = collector.at(Code::PeriodWrong, row, column);
        collector.findings.refuse(finding);
    }
    period
}

/// A county's code with its leading zeros.
fn fips(collector: &mut Collector<'_>, row: &Row, column: usize) -> Option<String> {
    let text = row.cell(column);
    if (4..=5).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit()) {
        return Some(format!("{text:0>5}"));
    }
    let code = if text.is_empty() { Code::PlaceMissing } else { Code::PlaceWrong };
    let finding = collector.at(code, row, column).arg("like", "29510");
    collector.findings.refuse(finding);
    None
}

/// State and county as one code; a whole state has the state's two digits.
fn county_code(
    collector: &mut Collector<'_>,
    row: &Row,
    state: usize,
    county: usize,
) -> Option<String> {
    for (column, most, like) in [(state, 2, "29"), (county, 3, "510")] {
        let text = row.cell(column);
        if text.is_empty() || text.len() > most || !text.bytes().all(|c| c.is_ascii_digit()) {
            let code = if text.is_empty() { Code::PlaceMissing } else { Code::PlaceWrong };
            let finding = collector.at(code, row, column).arg("like", like);
            collector.findings.refuse(finding);
            return None;
        }
    }
    let (state, county) = (row.cell(state), row.cell(county));
    let whole_state = county.bytes().all(|c| c == b'0');
    Some(if whole_state { format!("{state:0>2}") } else { format!("{state:0>2}{county:0>3}") })
}
