//! The register as a table to be saved, safe to open in a spreadsheet.

use store::Cx;
use web::{Failure, Request, Response};

use super::{parse, queries};
use crate::{Error, access};

const COLUMNS: [&str; 10] = [
    "id",
    "kind",
    "title",
    "summary",
    "state",
    "parties",
    "signed",
    "effective",
    "ends",
    "address",
];

/// The most rows of one file.
const MOST: usize = 10_000;

/// `GET /p/{partnership}/agreements.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = parse::filter(&mut input);
    input.check()?;
    let tx = cx.read(access::READ).await?;
    let (place, directory) = (tx.place()?, partnership::directory(&tx).await?);
    let page = queries::store::page(&tx, &filter, place.today, None, MOST).await?;
    drop(tx);
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(Error::from)?;
    for entry in &page.items {
        let parties: Vec<&str> = entry.parties.iter().map(|id| directory.name(*id)).collect();
        let cells: [String; 10] = [
            entry.id.to_string(),
            entry.kind.to_string(),
            entry.title.to_string(),
            entry.summary.clone(),
            entry.shown(place.today).to_string(),
            parties.join("; "),
            entry.signed.to_string(),
            entry.effective.to_string(),
            entry.ends.map(|ends| ends.to_string()).unwrap_or_default(),
            format!("/p/{}/agreements/{}", place.slug, entry.id),
        ];
        table.write_record(cells.iter().map(|cell| plain(cell))).map_err(Error::from)?;
    }
    let name = format!("agreements-{}-{}.csv", place.slug, place.today);
    let bytes =
        table.into_inner().map_err(|error| Error::from(csv::Error::from(error.into_error())))?;
    Ok(web::download(&name, "text/csv; charset=utf-8", bytes))
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn plain(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
