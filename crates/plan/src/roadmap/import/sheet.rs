//! The rows of a file, as they are written. Nothing is decided here but what a cell says.

use base::{Date, Title};
use standards::{
    Finding, Findings,
    table::{Row as Cells, Table},
};

use super::reconcile::Refusal;
use crate::goal::{Details, ItemId, Layer, Term, Yardstick};

/// What the importer reads of a file.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) rows: Vec<Row>,
    pub(super) rows_read: u64,
    /// What is wrong with the file itself.
    pub(super) findings: Findings,
    /// What is wrong with cells.
    pub(super) refused: Vec<Wrong>,
    /// Columns that are not read.
    pub(super) left_out: Vec<String>,
}

/// Something wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) row: u64,
    pub(super) column: &'static str,
    pub(super) value: String,
    pub(super) refusal: Refusal,
}

/// One row: what it says, and nothing where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) number: u64,
    pub(super) id: Option<ItemId>,
    pub(super) layer: Option<Layer>,
    pub(super) title: Option<Title>,
    pub(super) owner: Option<String>,
    pub(super) starts: Option<Date>,
    pub(super) due: Option<Date>,
    pub(super) serves: Option<Vec<String>>,
    pub(super) waits_for: Option<Vec<(String, i64)>>,
    pub(super) term: Option<Term>,
    pub(super) yardstick: Option<Yardstick>,
    pub(super) details: Option<Details>,
}

/// The columns that a row needs.
const NEEDED: [&str; 2] = ["layer", "title"];
/// The columns that are read; the last seven of the export only show.
const READ: [&str; 11] = [
    "id",
    "layer",
    "title",
    "owner",
    "starts",
    "due",
    "serves",
    "waits_for",
    "term",
    "yardstick",
    "details",
];

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Sheet {
    let mut sheet = Sheet::default();
    let table = Table::read(bytes, &mut sheet.findings);
    let mut columns = [None; READ.len()];
    for (at, name) in columns.iter_mut().zip(READ) {
        match table.column(name) {
            Ok(column) => *at = column,
            Err(finding) => sheet.findings.refuse(*finding),
        }
    }
    let has =
        |name: &str| READ.iter().position(|one| *one == name).and_then(|at| *columns.get(at)?);
    for name in NEEDED {
        if has(name).is_none() && sheet.findings.refused.is_empty() {
            let have = table.names().collect::<Vec<_>>().join(", ");
            let finding = Finding::of_file(standards::Code::ColumnMissing);
            sheet.findings.refuse(finding.arg("expected", name).arg("have", have));
        }
    }
    let known = |key: &str| super::super::export::COLUMNS.contains(&key);
    sheet.left_out = table.keys().filter(|key| !known(key)).map(str::to_owned).collect();
    if !sheet.findings.refused.is_empty() {
        return sheet;
    }
    for cells in table.rows() {
        sheet.rows_read += 1;
        let mut reader = Reader { cells, columns: &columns, wrong: Vec::new() };
        let row = reader.row();
        sheet.refused.append(&mut reader.wrong);
        sheet.rows.push(row);
    }
    sheet
}

/// Reads the cells of one row.
struct Reader<'a> {
    cells: &'a Cells,
    columns: &'a [Option<usize>; READ.len()],
    wrong: Vec<Wrong>,
}

impl Reader<'_> {
    fn row(&mut self) -> Row {
        Row {
            number: self.cells.number,
            id: self.parsed("id", Refusal::IdWrong),
            layer: self.parsed("layer", Refusal::LayerWrong),
            title: self.parsed("title", Refusal::TextTooLong),
            owner: self.text("owner").map(str::to_owned),
            starts: self.parsed("starts", Refusal::DateWrong),
            due: self.parsed("due", Refusal::DateWrong),
            serves: self.text("serves").map(|text| parts(text).map(str::to_owned).collect()),
            waits_for: self.text("waits_for").map(|text| parts(text).map(lagged).collect()),
            term: self.parsed("term", Refusal::TermWrong),
            yardstick: self.parsed("yardstick", Refusal::TextTooLong),
            details: self.parsed("details", Refusal::TextTooLong),
        }
    }

    /// What a cell says; nothing when it is empty or not there.
    fn text(&self, name: &str) -> Option<&str> {
        let column = READ.iter().position(|one| *one == name)?;
        let column = self.columns.get(column).copied().flatten()?;
        Some(self.cells.cell(column)).filter(|text| !text.is_empty())
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &'static str, refusal: Refusal) -> Option<T> {
        let text = self.text(name)?.to_owned();
        match text.parse() {
            Ok(value) => Some(value),
            Err(_wrong) => {
                let row = self.cells.number;
                self.wrong.push(Wrong { row, column: name, value: text, refusal });
                None
            }
        }
    }
}

/// The parts of a cell that names several rows.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// "Counsel met +14": what is waited for, and the days between.
fn lagged(text: &str) -> (String, i64) {
    let lag =
        text.rsplit_once('+').and_then(|(name, days)| Some((name, days.trim().parse().ok()?)));
    match lag {
        Some((name, days)) => (name.trim_end().to_owned(), days),
        None => (text.to_owned(), 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_what_they_say_and_nothing_where_they_are_empty() {
        let sheet = read(
            b"layer,title,due,serves,waits_for,colour\n\
              milestone,Rules agreed,2026-05-29,Fund; Goal,Counsel met +14;Draft,red\n\
              mile,,soon,,,\n",
        );
        assert_eq!((sheet.rows_read, sheet.left_out.as_slice()), (2, &["colour".to_owned()][..]));
        let row = &sheet.rows[0];
        assert_eq!(row.serves.as_deref(), Some(&["Fund".to_owned(), "Goal".to_owned()][..]));
        let waits = [("Counsel met".to_owned(), 14), ("Draft".to_owned(), 0)];
        assert_eq!(row.waits_for.as_deref(), Some(&waits[..]));
        let wrong: Vec<_> = sheet.refused.iter().map(|one| (one.row, one.column)).collect();
        assert_eq!(wrong, [(3, "layer"), (3, "due")]);
        assert_eq!(sheet.rows[1].title, None);
    }

    #[test]
    fn a_file_without_its_columns_is_refused_as_a_whole() {
        let sheet = read(b"name,when\nx,2026-01-01\n");
        assert_eq!(sheet.findings.refused.len(), 1);
        assert!(sheet.rows.is_empty());
        assert!(!read(b"").findings.refused.is_empty());
    }
}
