//! Series of numbers: one measure, in one place, over time; and the layouts of files they come in.

mod collect;
mod county;
mod hud_pit;
mod long;
mod mapping;
mod wide;

use std::collections::BTreeMap;

use crate::{Findings, Frequency, Period, table::Table};

pub use collect::place_key;
pub use mapping::{Mapping, Part};

base::words! {
    /// How a file is laid out.
    pub enum Layout {
        /// HUD's Point-in-Time counts by Continuum of Care: a column for each measure and year.
        HudPit = "hud-pit",
        /// One column for each year, quarter or month.
        Wide = "wide",
        /// One row for each number.
        Long = "long",
        /// Unemployment by county: `id` and `rate`.
        CountyUnemployment = "county-unemployment",
        /// The Census Bureau's population estimates by county.
        CountyPopulation = "county-population",
    }
}

base::words! {
    /// What the numbers count.
    pub enum Unit {
        /// Things that have no word of their own here.
        Number = "number",
        /// People.
        People = "people",
        /// Households.
        Households = "households",
        /// Beds.
        Beds = "beds",
        /// Hours.
        Hours = "hours",
        /// Days.
        Days = "days",
        /// Parts of a hundred, written as 9.7 and not as 0.097.
        Percent = "percent",
        /// For each 1,000.
        PerThousand = "per_1000",
        /// For each 100,000.
        PerHundredThousand = "per_100000",
        /// Dollars.
        Dollars = "dollars",
        /// Points of a score.
        Points = "points",
    }
}

base::words! {
    /// What a measure tells about.
    pub enum Kind {
        /// How a whole population fares; no single agency answers for it.
        Population = "population",
        /// How much was done.
        HowMuch = "how_much",
        /// How well it was done.
        HowWell = "how_well",
        /// Whether anyone is better off.
        BetterOff = "better_off",
    }
}

base::words! {
    /// Which way is better.
    pub enum Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
        /// Neither: the number is there to be known.
        Neither = "neither",
    }
}

base::words! {
    /// Whether a number may still change by itself.
    pub enum Finality {
        /// A first count.
        First = "first",
        /// Final.
        Final = "final",
    }
}

/// A name in each language that the publisher or this package has for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// In English, or in the language of the file.
    pub english: String,
    /// In Spanish, where this package knows the measure.
    pub spanish: Option<String>,
}

/// Where a number was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The publisher's code, such as `MO-501` or the FIPS code `29510`.
    pub code: String,
    /// Its name, where the file has it.
    pub name: Option<String>,
}

/// One measure in one place over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The measure's code, in small letters.
    pub code: String,
    /// What the measure is called.
    pub names: Names,
    /// Where; nothing when the file is about one place that it does not name.
    pub place: Option<Place>,
    /// What the numbers count, where the file or the layout says.
    pub unit: Option<Unit>,
    /// What the measure tells about.
    pub kind: Kind,
    /// Which way is better.
    pub direction: Direction,
    /// The numbers by period, all of one frequency.
    pub points: BTreeMap<Period, Point>,
}

impl Series {
    /// How often it was counted.
    #[must_use]
    pub fn frequency(&self) -> Frequency {
        self.points.keys().next().map_or(Frequency::Year, |period| period.frequency())
    }
}

/// One number.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The number.
    pub value: f64,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of how many.
    pub denominator: Option<f64>,
    /// Whether it may still change; nothing when the file does not say.
    pub finality: Option<Finality>,
    /// What one should know about it.
    pub note: Option<String>,
    /// The row that it stands in.
    pub row: u64,
}

/// How a file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Only these places; all of them when empty. Case, dashes and leading zeros do not matter.
    pub only: Vec<String>,
    /// Which column is what, where the layout does not know by itself.
    pub mapping: Mapping,
    /// What a file about one measure is about, in layouts that do not say.
    pub measure: Option<About>,
    /// The period of a file that does not say its own.
    pub period: Option<Period>,
}

/// What one should know about a measure that the file does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The name people read; its code is made from it where the file has none.
    pub name: Option<String>,
    /// What the numbers count.
    pub unit: Option<Unit>,
    /// What the measure tells about.
    pub kind: Kind,
    /// Which way is better.
    pub direction: Direction,
}

impl Default for About {
    fn default() -> Self {
        Self { name: None, unit: None, kind: Kind::Population, direction: Direction::Neither }
    }
}

/// All that was read from one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// How many rows stand below the header.
    pub rows_read: u64,
    /// The series in the order in which they first appear.
    pub series: Vec<Series>,
    /// What could not be taken, and what one should know.
    pub findings: Findings,
}

impl Reading {
    /// How many numbers there are.
    #[must_use]
    pub fn points(&self) -> usize {
        self.series.iter().map(|series| series.points.len()).sum()
    }
}

/// Reads the numbers of a file. Whatever the bytes, it answers; what it could not take is in the
/// findings, by row and column.
#[must_use]
pub fn read(bytes: &[u8], layout: Layout, options: &Options) -> Reading {
    let mut findings = Findings::default();
    let table = Table::read(bytes, &mut findings);
    let unsound = u64::try_from(findings.refused.iter().filter(|f| f.row.is_some()).count());
    let rows = u64::try_from(table.rows().len());
    let rows_read = rows.unwrap_or_default() + unsound.unwrap_or_default();
    if table.names().next().is_none() || table.rows().is_empty() {
        return Reading { rows_read, series: Vec::new(), findings };
    }
    let mut collector = collect::Collector::new(&table, options, findings);
    let read = match layout {
        Layout::HudPit => hud_pit::read(&mut collector),
        Layout::Wide => wide::read(&mut collector),
        Layout::Long => long::read(&mut collector),
        Layout::CountyUnemployment => county::unemployment(&mut collector),
        Layout::CountyPopulation => county::population(&mut collector),
    };
    if let Err(finding) = read {
        collector.findings.refuse(*finding);
    }
    let (series, findings) = collector.finish();
    Reading { rows_read, series, findings }
}
