//! Which column is what.

use std::collections::BTreeMap;

use crate::{
    Code, Finding,
    table::{Table, key},
};

base::words! {
    /// What a column can be.
    pub enum Part {
        /// When: a year, a quarter, a month, a day.
        Period = "period",
        /// The month, where the period's column holds only the year.
        Month = "month",
        /// The quarter, where the period's column holds only the year.
        Quarter = "quarter",
        /// The number.
        Value = "value",
        /// The measure's code, or its name where there is no code.
        Measure = "measure",
        /// The measure's name.
        MeasureName = "measure_name",
        /// The place's code.
        Place = "place",
        /// The place's name.
        PlaceName = "place_name",
        /// What was counted.
        Numerator = "numerator",
        /// Out of how many.
        Denominator = "denominator",
        /// Whether it is a first count or final.
        Status = "status",
        /// What one should know.
        Note = "note",
        /// What the numbers count.
        Unit = "unit",
    }
}

impl Part {
    /// Names that tables give such a column, the clearest first.
    fn usual(self) -> impl Iterator<Item = &'static str> {
        let names = match self {
            Self::Period => {
                "period periodo período date fecha quarter_start month_start year_start year año \
                 anio quarter trimestre month mes"
            }
            Self::Month => "month mes",
            Self::Quarter => "quarter trimestre",
            Self::Value => {
                "value valor data_value number número numero rate tasa count amount estimate total"
            }
            Self::Measure => {
                "measure measure_code medida indicator indicator_code indicador code series"
            }
            Self::MeasureName => "measure_name indicator_name nombre_de_la_medida",
            Self::Place => "place place_code lugar fips geoid coc_code coc_number state location",
            Self::PlaceName => {
                "place_name nombre_del_lugar location_name area_name county_name coc_name \
                 state_name county"
            }
            Self::Numerator => "numerator numerador",
            Self::Denominator => "denominator denominador",
            Self::Status => "status estado_del_dato",
            Self::Note => "note notes nota notas footnote comment",
            Self::Unit => "unit unidad",
        };
        names.split_whitespace()
    }
}

/// Which column is what, by the columns' names; what is not named here is looked for by the names
/// that such columns usually have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The names that were given.
    pub columns: BTreeMap<Part, String>,
    /// What stands before the period in the columns' names, such as `POPESTIMATE`.
    pub prefix: Option<String>,
}

impl Mapping {
    /// Adds `part=column`, as a person types it at the command line.
    ///
    /// # Errors
    /// When it has no `=`, or what stands before is no part.
    pub fn add(&mut self, text: &str) -> Result<(), String> {
        let wrong = || {
            let parts: Vec<_> = Part::ALL.iter().map(|part| part.as_str()).collect();
            format!("expected `part=column name`, where part is one of {}", parts.join(", "))
        };
        let (part, column) = text.split_once('=').ok_or_else(wrong)?;
        let part: Part = part.trim().parse().map_err(|_unknown: base::UnknownWord| wrong())?;
        self.columns.insert(part, column.trim().to_owned());
        Ok(())
    }

    /// The column that is this part, when there is one.
    ///
    /// # Errors
    /// When the column that was named is not there, or is there twice.
    pub(super) fn find(&self, table: &Table, part: Part) -> Result<Option<usize>, Box<Finding>> {
        if let Some(name) = self.columns.get(&part) {
            return match table.column(name)? {
                Some(column) => Ok(Some(column)),
                None => Err(missing(table, name)),
            };
        }
        // A column that was given another part is not looked at again.
        let taken: Vec<String> = self.columns.values().map(|name| key(name)).collect();
        for name in part.usual() {
            if !taken.iter().any(|other| other == name)
                && let Some(column) = table.column(name)?
            {
                return Ok(Some(column));
            }
        }
        Ok(None)
    }

    /// The column that is this part.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn need(&self, table: &Table, part: Part) -> Result<usize, Box<Finding>> {
        self.find(table, part)?.ok_or_else(|| missing(table, part.as_str()))
    }

    /// The mapping that would be used for a table, for people to look at and change.
    #[must_use]
    pub fn guessed(&self, names: &[String]) -> BTreeMap<Part, String> {
        let mut parts = self.columns.clone();
        for &part in Part::ALL {
            let column = part.usual().find_map(|usual| {
                names.iter().find(|name| key(name) == usual && !parts.values().any(|n| n == *name))
            });
            if let (false, Some(column)) = (parts.contains_key(&part), column) {
                parts.insert(part, column.clone());
            }
        }
        parts
    }
}

/// The finding that a column is not there, with those that are.
#[expect(clippy::unnecessary_box_returns, reason = "every caller returns it as an error, boxed")]
pub(super) fn missing(table: &Table, name: &str) -> Box<Finding> {
    let mut have: Vec<&str> = table.names().take(12).collect();
    if table.names().count() > have.len() {
        have.push("…");
    }
    let finding = Finding::of_row(Code::ColumnMissing, 1).column(name);
    Box::new(finding.arg("expected", name).arg("have", have.join(", ")))
}
