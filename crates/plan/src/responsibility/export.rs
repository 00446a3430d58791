//! The responsibility matrix as a table to be saved, safe to open in a spreadsheet.

use store::Cx;
use web::{Failure, Request, Response};

use super::{find::Filter, queries};
use crate::{Error, list::export::plain};

const COLUMNS: [&str; 10] =
    ["item", "layer", "title", "owner", "duty", "who", "organization", "state", "since", "address"];

/// `GET /p/{partnership}/responsibilities.csv`: a line for each part, and one for each item in which
/// nobody has any.
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let matrix = queries::matrix(&cx).await?;
    let directory = &matrix.names.directory;
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(Error::from)?;
    for line in filter.find(&matrix.outline, &matrix.roles) {
        let item = line.item;
        let start = [
            item.id.to_string(),
            item.layer.to_string(),
            item.aim.title.to_string(),
            directory.name(item.aim.owner).to_owned(),
        ];
        let base = format!("/p/{}", matrix.place.slug);
        let mut ends: Vec<[String; 6]> = line
            .roles
            .iter()
            .map(|role| {
                [
                    role.duty.to_string(),
                    matrix.names.of(role),
                    directory.name(role.organization).to_owned(),
                    role.state().name().to_string(),
                    role.day.to_string(),
                    format!("{base}/responsibilities/{}", role.id),
                ]
            })
            .collect();
        if ends.is_empty() {
            let none = String::new;
            let address = format!("{base}/goals/{}", item.id);
            ends.push([none(), none(), none(), none(), none(), address]);
        }
        for end in ends {
            let cells = start.iter().chain(&end).map(|cell| plain(cell));
            table.write_record(cells).map_err(Error::from)?;
        }
    }
    let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
    let name = format!("responsibilities-{}-{}.csv", matrix.place.slug, matrix.place.today);
    let text = String::from_utf8(bytes).map_err(|_bytes| Error::History)?;
    Ok(web::csv(&name, text))
}
