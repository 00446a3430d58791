//! The list of guests as a table to be saved, for the host: safe to open in a spreadsheet.

use futures_util::stream;
use partnership::People;
use store::Cx;
use web::{Failure, Request, Response};

use super::{GatheringId, Record, guests::Registration, queries, words};
use crate::table::Sheet;

/// Rows of one piece of the file.
const AT_ONCE: usize = 200;

const COLUMNS: [&str; 6] =
    ["number", "name", "organization", "state", "registered_at", "checked_in_at"];

/// `GET /p/{partnership}/events/{id}/guests.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let id: GatheringId = request.param("id")?;
    // The first piece is read here, so that a refusal is an answer and no broken file.
    let first = piece(&cx, id, None).await?;
    let pieces = stream::try_unfold(Some((cx, Piece::Ready(first))), move |rest| async move {
        let Some((cx, next)) = rest else { return Ok::<_, Failure>(None) };
        let (text, next) = match next {
            Piece::Ready(ready) => ready,
            Piece::After(mark) => piece(&cx, id, Some(mark)).await?,
        };
        Ok(Some((text.into_bytes().into(), next.map(|mark| (cx, Piece::After(mark))))))
    });
    Ok(web::download_stream("guests.csv", "text/csv; charset=utf-8", pieces))
}

/// A piece of the file: read, or to be read from here.
enum Piece {
    Ready((String, Option<i64>)),
    After(i64),
}

/// A piece as text, and where the next begins.
async fn piece(
    cx: &Cx,
    id: GatheringId,
    after: Option<i64>,
) -> Result<(String, Option<i64>), Failure> {
    let guests = queries::guests(cx, id, after, AT_ONCE).await?;
    let shell =
        web::Shell::new(cx, Some(&guests.record.place), "gatherings-title", web::Section::Meetings);
    let mut sheet = if after.is_none() { Sheet::new(&COLUMNS)? } else { Sheet::more() };
    for one in &guests.page.items {
        let row = row(&shell, &guests.record, &guests.people, one);
        sheet.row(&row.each_ref().map(String::as_str))?;
    }
    let next = guests.page.next.as_deref().and_then(|mark| mark.parse().ok());
    Ok((sheet.text()?, next))
}

fn row(shell: &web::Shell, record: &Record, people: &People, one: &Registration) -> [String; 6] {
    [
        one.number.to_string(),
        words::name(shell, people, one),
        words::comes_for(record, people, one),
        one.standing.to_string(),
        one.at.rfc3339(),
        one.checked_in.map(base::Instant::rfc3339).unwrap_or_default(),
    ]
}
