//! What a reader tells of a file: what it could not take, and what one should know.

/// The most findings of one kind that are kept: a report is read by people.
const MOST: usize = 10_000;

/// The most characters of a wrong value that are repeated.
const VALUE_CHARS: usize = 120;

base::words! {
    /// What was found, by a stable word. The words people read come from the catalogs.
    pub enum Code {
        /// The file holds nothing.
        FileEmpty = "file_empty",
        /// The file is bigger than is taken.
        FileTooLarge = "file_too_large",
        /// The file is not text.
        NotText = "not_text",
        /// The file is a workbook of a spreadsheet program, not a CSV file.
        Workbook = "workbook",
        /// There are more columns than are taken.
        TooManyColumns = "too_many_columns",
        /// There are more rows than are taken.
        TooManyRows = "too_many_rows",
        /// A quotation mark opens and never closes.
        QuoteNotClosed = "quote_not_closed",
        /// There is a header and nothing below it.
        NoRows = "no_rows",
        /// A column that the layout needs is not there.
        ColumnMissing = "column_missing",
        /// Two columns have the same name.
        ColumnTwice = "column_twice",
        /// No column's name is a period.
        NoPeriodColumns = "no_period_columns",
        /// Nothing in the file has the code that was asked for.
        OnlyNotFound = "only_not_found",
        /// A row has more cells than there are columns.
        RowTooLong = "row_too_long",
        /// A row has fewer cells than there are columns.
        RowShort = "row_short",
        /// A cell holds more text than is taken.
        CellTooLong = "cell_too_long",
        /// A cell holds a character that is no text.
        ControlCharacter = "control_character",
        /// A row does not say which place it is about.
        PlaceMissing = "place_missing",
        /// The code of a place is not of the layout's form.
        PlaceWrong = "place_wrong",
        /// It is not said what is measured.
        MeasureMissing = "measure_missing",
        /// A row does not say when.
        PeriodMissing = "period_missing",
        /// A text is no period.
        PeriodWrong = "period_wrong",
        /// One measure is counted for periods of different lengths.
        PeriodMixed = "period_mixed",
        /// A text is no number.
        NumberWrong = "number_wrong",
        /// A number has a comma where only a decimal comma could stand.
        NumberComma = "number_comma",
        /// A number has too many digits.
        NumberTooLong = "number_too_long",
        /// Some numbers of a measure have a percent sign and others do not, or its unit forbids one.
        PercentMixed = "percent_mixed",
        /// A count of people or things is below zero or has a fraction.
        CountWrong = "count_wrong",
    /// A rate that should lie between 0 and 1 does not.
        RateOutOfRange = "rate_out_of_range",
        /// A unit that we do not know.
        UnitWrong = "unit_wrong",
        /// A status that we do not know.
        StatusWrong = "status_wrong",
        /// The file says two different numbers for the same measure, place and period.
        NumberConflict = "number_conflict",
        /// The file says the same number twice.
        NumberTwice = "number_twice",
        /// The file was read as windows-1252, because it is not UTF-8.
        ReadAsWindows1252 = "read_as_windows_1252",
        /// Columns that the layout does not know were left out.
        ColumnsLeftOut = "columns_left_out",
        /// Rows about other places were left out, as asked.
        RowsLeftOut = "rows_left_out",
        /// A row that is a total or a note was left out.
        RowIsNote = "row_is_note",
        /// The publisher marks the row as doubtful.
        RowFlagged = "row_flagged",
        /// Empty cells were read as gaps.
        CellsBlank = "cells_blank",
        /// A cell says that there is no number.
        NotAvailable = "not_available",
        /// A cell says that the number is held back.
        Suppressed = "suppressed",
        /// The measure's name was made from its column's name.
        NameMade = "name_made",
        /// The file does not say its period, and the layout's own was taken.
        PeriodAssumed = "period_assumed",
        /// There is more of the same than a report keeps.
        AndMore = "and_more",
    }
}

/// One thing found, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: Option<u64>,
    /// The column's name.
    pub column: Option<String>,
    /// What stands there, shortened.
    pub value: Option<String>,
    /// What is wrong or worth knowing.
    pub code: Code,
    /// What the message needs to say how to mend it.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    /// Something about the whole file.
    #[must_use]
    pub fn of_file(code: Code) -> Self {
        Self { row: None, column: None, value: None, code, args: Vec::new() }
    }

    /// Something about one row.
    #[must_use]
    pub fn of_row(code: Code, row: u64) -> Self {
        Self { row: Some(row), ..Self::of_file(code) }
    }

    /// The same, in this column.
    #[must_use]
    pub fn column(mut self, name: &str) -> Self {
        self.column = Some(shortened(name));
        self
    }

    /// The same, with what stands there.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        self.value = Some(shortened(value));
        self
    }

    /// The same, with a word for its message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.args.push((name, shortened(&format!("{value}"))));
        self
    }
}

/// Everything found in one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// What could not be taken.
    pub refused: Vec<Finding>,
    /// What was taken, or left out on purpose, and is worth knowing.
    pub warnings: Vec<Finding>,
}

impl Findings {
    /// Notes something that cannot be taken.
    pub fn refuse(&mut self, finding: Finding) {
        add(&mut self.refused, finding);
    }

    /// Notes something worth knowing.
    pub fn warn(&mut self, finding: Finding) {
        add(&mut self.warnings, finding);
    }
}

fn add(list: &mut Vec<Finding>, finding: Finding) {
    match list.len() {
        length if length < MOST => list.push(finding),
        MOST => list.push(Finding::of_file(Code::AndMore).arg("most", MOST)),
        _ => {}
    }
}

/// At most [`VALUE_CHARS`] characters, without any that would not print.
fn shortened(text: &str) -> String {
    let mut signs = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = signs.by_ref().take(VALUE_CHARS).collect();
    if signs.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_stays_readable_when_everything_is_wrong() {
        let mut findings = Findings::default();
        for row in 0..50_000 {
            findings.refuse(Finding::of_row(Code::NumberWrong, row));
        }
        assert_eq!(findings.refused.len(), MOST + 1);
        assert_eq!(findings.refused.last().unwrap().code, Code::AndMore);
    }

    #[test]
    fn a_wrong_value_is_repeated_short_and_printable() {
        let finding = Finding::of_row(Code::NumberWrong, 2).value(&"a\u{0}".repeat(500));
        let value = finding.value.unwrap();
        assert_eq!(value.chars().count(), VALUE_CHARS + 1);
        assert!(!value.contains('\u{0}'));
    }
}
