//! Tables to be saved and opened in a spreadsheet.

use crate::Error;

/// A table being written.
pub(crate) struct Sheet(csv::Writer<Vec<u8>>);

impl Sheet {
    /// A table with these columns.
    pub(crate) fn new(columns: &[&str]) -> Result<Self, Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(columns)?;
        Ok(Self(writer))
    }

    /// Adds a row. A text that a spreadsheet would run as a formula is written so that it cannot.
    pub(crate) fn line(&mut self, cells: &[String]) -> Result<(), csv::Error> {
        self.0.write_record(cells.iter().map(|cell| harmless(cell).into_owned()))
    }

    /// The text of the table.
    pub(crate) fn finish(self) -> Result<String, Error> {
        let bytes = self.0.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn harmless(cell: &str) -> std::borrow::Cow<'_, str> {
    let starts_a_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if starts_a_formula && cell.parse::<f64>().is_err() {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_made_harmless() {
        let mut sheet = Sheet::new(&["a", "b", "c"]).unwrap();
        sheet.line(&["=1+1".into(), "-5".into(), "@x, \"y\"".into()]).unwrap();
        assert_eq!(sheet.finish().unwrap(), "a,b,c\n'=1+1,-5,\"'@x, \"\"y\"\"\"\n");
    }
}
