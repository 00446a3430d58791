//! Tables of text as people save them: commas, semicolons, bars or tabs; UTF-8, UTF-16 or windows-1252;
//! quoted line breaks, ragged rows, doubled headers. Nothing here panics, whatever the bytes.

mod encoding;

use csv::StringRecord;

use crate::finding::{Code, Finding, Findings};

/// The most bytes of one file.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The most columns: as many as a spreadsheet has.
const MAX_COLUMNS: usize = 16_384;
/// The most rows.
const MAX_ROWS: usize = 1_500_000;
/// The most bytes of one cell: as many as a spreadsheet keeps.
const MAX_CELL: usize = 32_767;

/// A header and its rows.
#[derive(Debug, Clone, Default)]
pub struct Table {
    header: Vec<Column>,
    rows: Vec<Row>,
}

/// One column's name, as it stands and as names are compared.
#[derive(Debug, Clone)]
struct Column {
    name: String,
    key: String,
}

/// One row below the header.
#[derive(Debug, Clone)]
pub struct Row {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub number: u64,
    cells: StringRecord,
}

impl Row {
    /// The text of a cell, without blanks around it; empty where the row is short.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        let cell = self.cells.get(column).unwrap_or_default().trim();
        // Tables that are made harmless for spreadsheets write `'=1+1` for the text `=1+1`.
        cell.strip_prefix('\'')
            .filter(|rest| rest.starts_with(['=', '+', '-', '@']))
            .unwrap_or(cell)
    }
}

impl Table {
    /// Reads a file. What is wrong with the file or a row is added to the findings; a row that is
    /// wrong is not among the rows.
    #[must_use]
    pub fn read(bytes: &[u8], findings: &mut Findings) -> Self {
        match Self::try_read(bytes, findings) {
            Ok(table) => table,
            Err(finding) => {
                findings.refuse(*finding);
                Self::default()
            }
        }
    }

    fn try_read(bytes: &[u8], findings: &mut Findings) -> Result<Self, Box<Finding>> {
        if bytes.len() > MAX_BYTES {
            let megabytes = MAX_BYTES / 1024 / 1024;
            let finding = Finding::of_file(Code::FileTooLarge).arg("megabytes", megabytes);
            return Err(Box::new(finding));
        }
        let (text, warning) = encoding::decode(bytes)?;
        if let Some(code) = warning {
            findings.warn(Finding::of_file(code));
        }
        let mut table = Self::default();
        let mut quoted_breaks = 0;
        let mut last = None;
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(&text))
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        for record in reader.records() {
            let Ok(record) = record else { return Err(Box::new(Finding::of_file(Code::NotText))) };
            let number = record.position().map_or(0, |at| line_of(at, &text));
            let number = number.saturating_sub(quoted_breaks);
            quoted_breaks += breaks(&record);
            last = Some((number, record.iter().next_back().unwrap_or_default().contains('\n')));
            table.take(number, record, findings)?;
        }
        // An open quotation mark swallows the rest of the file into the last cell.
        if let Some((number, true)) = last
            && text.bytes().filter(|&byte| byte == b'"').count() % 2 == 1
        {
            return Err(Box::new(Finding::of_row(Code::QuoteNotClosed, number)));
        }
        if table.header.is_empty() {
            return Err(Box::new(Finding::of_file(Code::FileEmpty)));
        }
        if table.rows.is_empty() && findings.refused.is_empty() {
            return Err(Box::new(Finding::of_file(Code::NoRows)));
        }
        Ok(table)
    }

    fn take(
        &mut self,
        number: u64,
        cells: StringRecord,
        findings: &mut Findings,
    ) -> Result<(), Box<Finding>> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        if self.header.is_empty() {
            if cells.len() > MAX_COLUMNS {
                let finding = Finding::of_file(Code::TooManyColumns).arg("most", MAX_COLUMNS);
                return Err(Box::new(finding));
            }
            self.header = cells.iter().map(Column::named).collect();
            // Empty columns at the end are left over from a spreadsheet.
            while self.header.last().is_some_and(|column| column.name.is_empty()) {
                self.header.pop();
            }
            return Ok(());
        }
        if self.rows.len() >= MAX_ROWS {
            return Err(Box::new(Finding::of_file(Code::TooManyRows).arg("most", MAX_ROWS)));
        }
        if self.is_sound(number, &cells, findings) {
            self.rows.push(Row { number, cells });
        }
        Ok(())
    }

    fn is_sound(&self, number: u64, cells: &StringRecord, findings: &mut Findings) -> bool {
        let columns = self.header.len();
        if let Some(cell) = cells.iter().skip(columns).find(|cell| !cell.trim().is_empty()) {
            let finding = Finding::of_row(Code::RowTooLong, number).value(cell);
            findings.refuse(finding.arg("cells", cells.len()).arg("columns", columns));
            return false;
        }
        for (at, cell) in cells.iter().enumerate() {
            let wrong = if cell.len() > MAX_CELL {
                Code::CellTooLong
            } else if cell.chars().any(is_no_text) {
                Code::ControlCharacter
            } else {
                continue;
            };
            let finding = Finding::of_row(wrong, number).column(&self.name(at)).value(cell);
            findings.refuse(finding.arg("most", MAX_CELL));
            return false;
        }
        if cells.len() < columns {
            let finding = Finding::of_row(Code::RowShort, number);
            findings.warn(finding.arg("cells", cells.len()).arg("columns", columns));
        }
        true
    }

    /// The rows that could be read.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The columns' names, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.header.iter().map(|column| column.name.as_str())
    }

    /// The names as they are compared: small letters and digits joined by `_`.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.header.iter().map(|column| column.key.as_str())
    }

    /// What to call a column in a report.
    #[must_use]
    pub fn name(&self, column: usize) -> String {
        match self.header.get(column) {
            Some(known) if !known.name.is_empty() => known.name.clone(),
            _ => format!("column {}", column + 1),
        }
    }

    /// The column with this name, in whatever letters and signs it is written.
    ///
    /// # Errors
    /// When more than one column has the name: which of them is meant is not for us to guess.
    pub fn column(&self, name: &str) -> Result<Option<usize>, Box<Finding>> {
        let key = key(name);
        let exact = |column: &Column| column.name == name.trim();
        let same = |column: &Column| column.key == key && !key.is_empty();
        let exactly = self.header.iter().filter(|column| exact(column)).count();
        let mut found = (0..)
            .zip(&self.header)
            .filter(|(_, column)| if exactly > 0 { exact(column) } else { same(column) });
        let first = found.next().map(|(at, _)| at);
        if found.next().is_some() {
            return Err(Box::new(Finding::of_row(Code::ColumnTwice, 1).column(name)));
        }
        Ok(first)
    }
}

impl Column {
    fn named(name: &str) -> Self {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { key: key(&name), name }
    }
}

/// A name as names are compared: `Overall Homeless, 2018` is `overall_homeless_2018`.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for sign in name.chars().flat_map(char::to_lowercase) {
        if sign.is_alphanumeric() {
            key.push(sign);
        } else if !key.ends_with('_') && !key.is_empty() {
            key.push('_');
        }
    }
    key.truncate(key.trim_end_matches('_').len());
    key
}

fn is_no_text(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\n' | '\r' | '\t')
}

/// The line that a record begins in: the reader's own position lies before empty lines.
fn line_of(at: &csv::Position, text: &str) -> u64 {
    let start = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    (0..).zip(empty.filter(|&&byte| byte == b'\n')).fold(at.line(), |line, _: (u64, _)| line + 1)
}

/// How many line breaks stand inside the cells: they make a row taller, not the table longer.
fn breaks(record: &StringRecord) -> u64 {
    let breaks = record.as_slice().bytes().filter(|&byte| byte == b'\n').count();
    u64::try_from(breaks).unwrap_or(u64::MAX)
}

/// The sign of the first line that stands in most of the first lines, outside quotation marks.
fn delimiter(text: &str) -> u8 {
    // For each sign: the lines it stands in, and how often in the first.
    let mut signs = [(b',', 0_u32, 0_u32), (b'\t', 0, 0), (b';', 0, 0), (b'|', 0, 0)];
    let mut rest = text.trim_start();
    for line in 0..10 {
        let (head, tail) = unquoted_line(rest);
        rest = tail;
        for (sign, lines, first) in &mut signs {
            let count = head.iter().fold(0, |count, byte| count + u32::from(byte == sign));
            *lines += u32::from(count > 0);
            if line == 0 {
                *first = count;
            }
        }
    }
    let score =
        |&(_, lines, first): &(u8, u32, u32)| if first == 0 { (0, 0) } else { (lines, first) };
    let best = signs.iter().map(score).max().unwrap_or_default();
    signs.iter().find(|sign| score(sign) == best).map_or(b',', |sign| sign.0)
}

/// The first line without what is quoted in it, and the rest of the text.
fn unquoted_line(text: &str) -> (Vec<u8>, &str) {
    let mut quoted = false;
    let mut line = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => return (line, text.get(at + 1..).unwrap_or_default()),
            _ if quoted => {}
            _ => line.push(byte),
        }
    }
    (line, "")
}

#[cfg(test)]
mod tests;
