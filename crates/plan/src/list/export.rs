//! The list as a table to be saved, safe to open in a spreadsheet.

use base::Date;
use futures_util::stream;
use partnership::Directory;
use store::Cx;
use web::{Failure, Request, Response, Shell};

use super::{Entry, Filter, parse, store as rows};
use crate::{Error, access, words};

/// Rows of one piece of the file.
const AT_ONCE: usize = 200;

const COLUMNS: [&str; 14] = [
    "id",
    "title",
    "promised_by",
    "promised_to",
    "state",
    "due",
    "deadline",
    "done_on",
    "days_late",
    "times_moved",
    "last_date_before",
    "last_reason",
    "goal",
    "address",
];

/// `GET /p/{partnership}/commitments.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = parse::filter(&mut input, cx.person()?);
    input.check()?;
    let tx = cx.read(access::READ).await?;
    let place = tx.place()?;
    let directory = partnership::directory(&tx).await?;
    drop(tx);
    let shell = Shell::new(&cx, Some(&place), "commitments-title", web::Section::Plan);
    let name = format!("commitments-{}-{}.csv", place.slug, place.today);
    let base = format!("/p/{}/commitments", place.slug);
    let export = Export { cx, filter, shell, directory, base, today: place.today };
    let pieces = stream::try_unfold(Some((export, Next::Start)), |rest| async {
        let Some((export, next)) = rest else { return Ok::<_, Failure>(None) };
        let (piece, next) = export.piece(next).await?;
        Ok(Some((piece.into(), next.map(|next| (export, next)))))
    });
    Ok(web::download_stream(&name, "text/csv; charset=utf-8", pieces))
}

/// What a file is made of, piece by piece. Each piece is a look of its own, so that a slow receiver
/// holds no connection.
struct Export {
    cx: Cx,
    filter: Filter,
    shell: Shell,
    directory: Directory,
    base: String,
    today: Date,
}

/// Where the next piece begins.
enum Next {
    Start,
    After(String),
}

impl Export {
    async fn piece(&self, next: Next) -> Result<(Vec<u8>, Option<Next>), Failure> {
        let mut table = csv::Writer::from_writer(Vec::new());
        let after = match next {
            Next::Start => {
                table.write_record(COLUMNS).map_err(Error::from)?;
                None
            }
            Next::After(cursor) => Some(cursor),
        };
        let tx = self.cx.read(access::READ).await?;
        let page = rows::page(&tx, &self.filter, self.today, after.as_deref(), AT_ONCE).await?;
        drop(tx);
        for entry in &page.items {
            let address = format!("{}/{}", self.base, entry.id);
            let record = record(&self.shell, &self.directory, entry, &address);
            table.write_record(record.iter().map(|cell| plain(cell))).map_err(Error::from)?;
        }
        let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
        Ok((bytes, page.next.map(Next::After)))
    }
}

fn record(shell: &Shell, directory: &Directory, entry: &Entry, address: &str) -> [String; 14] {
    let timing = entry.timing(shell.today());
    let (before, why) = entry
        .last_move
        .as_ref()
        .map(|(from, why)| (from.to_string(), why.to_string()))
        .unwrap_or_default();
    [
        entry.id.to_string(),
        entry.title.to_string(),
        directory.name(entry.promiser).to_owned(),
        words::receiver_name(shell, directory, entry.receiver),
        entry.state.to_string(),
        entry.due.to_string(),
        entry.deadline.to_string(),
        entry.done_on.map(|day| day.to_string()).unwrap_or_default(),
        timing.days_late().to_string(),
        entry.moves.to_string(),
        before,
        why,
        entry.goal.as_ref().map(ToString::to_string).unwrap_or_default(),
        address.to_owned(),
    ]
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection): what begins like one
/// gets an apostrophe in front.
pub(crate) fn plain(cell: &str) -> String {
    let begins =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    if cell.starts_with(begins) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"] {
            assert!(plain(cell).starts_with('\''), "{cell}");
        }
        assert_eq!(plain("Send the list"), "Send the list");
        assert_eq!(plain("a=b"), "a=b");
    }
}
