//! Receipts as a table to be saved, safe to open in a spreadsheet; as each side may see them.

use ::store::Cx;

use super::queries::{self, Filter, View};
use crate::{Error, agreement::export::plain};

const COLUMNS: [&str; 10] =
    ["receipt", "code", "at", "answer", "from", "to", "asked", "shared", "purpose", "agreement"];

/// The most pages of one file.
const MOST_PAGES: usize = 200;

/// The table and its name.
pub(crate) async fn table(cx: &Cx, filter: &Filter) -> Result<(String, Vec<u8>), Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    let mut after: Option<String> = None;
    let mut name = String::new();
    for _ in 0..MOST_PAGES {
        let receipts = queries::receipts(cx, filter, after.as_deref()).await?;
        name = format!("receipts-{}-{}.csv", receipts.place.slug, receipts.place.today);
        let is_whole = receipts.view == Some(View::Gave);
        for receipt in &receipts.page.items {
            let answer = if is_whole { receipt.answer } else { receipt.told };
            let under = receipt.under.as_ref().map(|under| {
                let title = receipts.titles.get(&under.id).map(ToString::to_string);
                format!("{}, {}", title.unwrap_or_default(), under.version)
            });
            let cells = [
                receipt.id.to_string(),
                receipt.code(),
                receipt.at.rfc3339(),
                answer.to_string(),
                receipts.directory.name(receipt.holder).to_owned(),
                receipts.directory.name(receipt.organization).to_owned(),
                crate::terms::spaced(&receipt.asked),
                crate::terms::spaced(&receipt.given),
                receipt.purpose.to_string(),
                under.unwrap_or_default(),
            ];
            table.write_record(cells.iter().map(|cell| plain(cell)))?;
        }
        after = receipts.page.next;
        if after.is_none() {
            break;
        }
    }
    let bytes = table.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok((name, bytes))
}
