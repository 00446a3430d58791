//! Tables to be saved, safe to open in a spreadsheet.

use crate::Error;

/// A table, row by row.
#[derive(Debug)]
pub(crate) struct Sheet(csv::Writer<Vec<u8>>);

impl Sheet {
    /// A table with these columns.
    pub(crate) fn new(columns: &[&str]) -> Result<Self, Error> {
        let mut sheet = Self(csv::Writer::from_writer(Vec::new()));
        sheet.0.write_record(columns)?;
        Ok(sheet)
    }

    /// More rows of a table that was begun.
    pub(crate) fn more() -> Self {
        Self(csv::Writer::from_writer(Vec::new()))
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: &[&str]) -> Result<(), Error> {
        Ok(self.0.write_record(cells.iter().map(|cell| plain(cell)))?)
    }

    /// The table as text.
    pub(crate) fn text(self) -> Result<String, Error> {
        let bytes = self.0.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn plain(cell: &str) -> String {
    let begins =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    if cell.starts_with(begins) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_looks_like_a_formula_stays_text() {
        let mut sheet = Sheet::new(&["a", "b"]).unwrap();
        sheet.row(&["=1+1", "plain, text"]).unwrap();
        assert_eq!(sheet.text().unwrap(), "a,b\n'=1+1,\"plain, text\"\n");
    }
}
