//! Records from a file: a table with a column for the number, the class and what it says. All of it is taken,
//! or nothing; the same file again changes nothing.

use ::store::{Cx, Tx, WriteTx};
use base::{OrganizationId, Private};
use policy::Set;

use super::{
    Content, FileNumber, NewRecord,
    commands::{self, Kept},
    events,
};
use crate::{
    Error, Name, access,
    consent::{ClientReference, events::ClientEntered, store as clients},
};

/// The columns of the file, in any order.
const COLUMNS: [&str; 3] = ["number", "class", "content"];

/// The most rows of one file.
pub(crate) const MOST_ROWS: usize = 10_000;

/// The most bytes of one file.
pub(crate) const MOST_BYTES: usize = 4 * 1024 * 1024;

/// What came of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many rows it has.
    pub rows: usize,
    /// How many clients were new.
    pub clients: usize,
    /// How many records were new.
    pub added: usize,
    /// How many say something else now.
    pub revised: usize,
    /// How many were there already.
    pub unchanged: usize,
    /// What is wrong; then nothing was taken.
    pub refused: Vec<RowProblem>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The column.
    pub column: &'static str,
    /// The code of its message.
    pub code: &'static str,
}

/// A row that was read.
struct Row {
    line: usize,
    number: FileNumber,
    class: Name,
    content: Content,
}

/// Takes the records of a file: all of them, or none when one cannot be taken. Clients that are not there yet
/// are entered.
///
/// # Errors
/// When the caller does not work for the holder.
pub async fn import(cx: &Cx, holder: OrganizationId, bytes: &[u8]) -> Result<Report, Error> {
    let mut tx = cx.write(access::KEEP_CLIENTS).await?;
    if !access::serves(&tx.place()?.standing, holder) {
        return Err(Error::NotYours);
    }
    let (rows, mut refused) = read(bytes);
    let mut report = Report { rows: rows.len() + refused.len(), ..Report::default() };
    refused.extend(unheld(&tx, holder, &rows).await?);
    if !refused.is_empty() || rows.is_empty() {
        refused.sort_by_key(|problem| problem.line);
        report.refused = refused;
        return Ok(report);
    }
    for row in rows {
        let client = known(cx, &mut tx, holder, &row.number, &mut report).await?;
        let new = NewRecord { client, class: row.class, content: Private::new(row.content) };
        match commands::put(cx, &mut tx, holder, new).await?.1 {
            Kept::Added => report.added += 1,
            Kept::Revised => report.revised += 1,
            Kept::Unchanged => report.unchanged += 1,
        }
    }
    if report.clients + report.added + report.revised > 0 {
        let mut written = vec![::store::Written::new(&events::RecordsImported {
            organization: holder,
            added: report.added,
            revised: report.revised,
        })?];
        if report.clients > 0 {
            written.push(::store::Written::new(&ClientEntered { holder })?);
        }
        tx.commit_all(written).await?;
    }
    Ok(report)
}

/// The client with a number, entered when there is none.
async fn known(
    cx: &Cx,
    tx: &mut WriteTx,
    holder: OrganizationId,
    number: &FileNumber,
    report: &mut Report,
) -> Result<policy::ClientId, Error> {
    if let Some(client) = clients::by_number(tx, holder, number).await? {
        return Ok(client.id);
    }
    let client = ClientReference {
        id: cx.new_id(),
        holder,
        file_number: Some(number.clone()),
        is_adult: true,
        consents_alone: false,
        guardians: Vec::new(),
        alleged_abusers: Vec::new(),
        custody: None,
        opt_outs: Set::EMPTY,
        has_protected_address: false,
    };
    clients::enter(tx, &client, cx.now()).await?;
    report.clients += 1;
    Ok(client.id)
}

/// Rows of a class of which nobody said which laws ride on it there.
async fn unheld(tx: &Tx, holder: OrganizationId, rows: &[Row]) -> Result<Vec<RowProblem>, Error> {
    let holdings = crate::vocabulary::store::holdings(tx).await?;
    let is_held =
        |row: &&Row| !holdings.iter().any(|held| held.holder == holder && held.class == row.class);
    let problem =
        |row: &Row| RowProblem { line: row.line, column: "class", code: "record_class_unheld" };
    Ok(rows.iter().filter(is_held).map(problem).collect())
}

fn read(bytes: &[u8]) -> (Vec<Row>, Vec<RowProblem>) {
    let mut table = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let Ok(header) = table.headers() else {
        let problem = RowProblem { line: 1, column: "file", code: "records_file" };
        return (Vec::new(), vec![problem]);
    };
    let places = COLUMNS.map(|name| header.iter().position(|found| found == name));
    let [Some(number), Some(class), Some(content)] = places else {
        let problem = RowProblem { line: 1, column: "file", code: "records_columns" };
        return (Vec::new(), vec![problem]);
    };
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    for (line, record) in (2..).zip(table.records()) {
        if line > MOST_ROWS + 1 {
            refused.push(RowProblem { line, column: "file", code: "records_too_many" });
            break;
        }
        let Ok(record) = record else {
            refused.push(RowProblem { line, column: "file", code: "records_file" });
            continue;
        };
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let read = (
            cell(number).parse::<FileNumber>(),
            cell(class).parse::<Name>(),
            cell(content).parse::<Content>(),
        );
        match read {
            (Ok(number), Ok(class), Ok(content)) => {
                rows.push(Row { line, number, class, content });
            }
            (number, class, content) => {
                let wrong = [
                    ("number", number.is_err()),
                    ("class", class.is_err()),
                    ("content", content.is_err()),
                ];
                refused.extend(wrong.iter().filter(|(_, is)| *is).map(|(column, _)| RowProblem {
                    line,
                    column,
                    code: "records_cell",
                }));
            }
        }
    }
    (rows, refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_with_a_file_is_told_with_its_line() {
        let file = b"class,number,content\ndiagnoses,R-1,Asthma\n,R-2,Flu\ndiagnoses,,\n";
        let (rows, refused) = read(file);
        assert_eq!((rows.len(), rows[0].line), (1, 2));
        let told: Vec<(usize, &str)> = refused.iter().map(|one| (one.line, one.column)).collect();
        assert_eq!(told, [(3, "class"), (4, "number"), (4, "content")]);
    }

    #[test]
    fn a_file_with_other_columns_is_refused_whole() {
        assert_eq!(read(b"a,b\n1,2\n").1[0].code, "records_columns");
        assert!(read(&[0xff, 0xfe, 0x00]).1.len() == 1);
    }
}
