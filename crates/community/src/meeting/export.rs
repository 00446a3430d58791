//! The list of meetings as a table to be saved, safe to open in a spreadsheet.

use futures_util::stream;
use partnership::BodyId;
use store::Cx;
use web::{Failure, Request, Response};

use super::{Entry, Filter, store as rows};
use crate::{Error, access, table};

/// Rows of one piece of the file.
const AT_ONCE: usize = 200;

const COLUMNS: [&str; 12] = [
    "id",
    "title",
    "body",
    "on",
    "clock",
    "zone",
    "minutes_long",
    "place",
    "open_to_public",
    "state",
    "minutes",
    "address",
];

/// `GET /p/{partnership}/meetings.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let tx = cx.read(access::READ_MEETINGS).await?;
    let place = tx.place()?;
    let bodies = partnership::body_names(&tx).await?;
    drop(tx);
    let name = format!("meetings-{}-{}.csv", place.slug, place.today);
    let base = format!("/p/{}/meetings", place.slug);
    let export = Export { cx, filter, bodies, base };
    let pieces = stream::try_unfold(Some((export, Next::Start)), |rest| async {
        let Some((export, next)) = rest else { return Ok::<_, Failure>(None) };
        let (piece, next) = export.piece(next).await?;
        Ok(Some((piece.into(), next.map(|next| (export, next)))))
    });
    Ok(web::download_stream(&name, "text/csv; charset=utf-8", pieces))
}

/// What a file is made of, piece by piece, each a look of its own.
struct Export {
    cx: Cx,
    filter: Filter,
    bodies: Vec<(BodyId, String)>,
    base: String,
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
            Next::After(mark) => Some(mark),
        };
        let tx = self.cx.read(access::READ_MEETINGS).await?;
        let now = self.cx.now();
        let page = rows::page(&tx, &self.filter, now, after.as_deref(), AT_ONCE).await?;
        drop(tx);
        for entry in &page.items {
            let record = self.record(entry);
            table
                .write_record(record.iter().map(|cell| table::plain(cell)))
                .map_err(Error::from)?;
        }
        let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
        Ok((bytes, page.next.map(Next::After)))
    }

    fn record(&self, entry: &Entry) -> [String; 12] {
        let (meeting, plan) = (&entry.meeting, entry.meeting.plan_of());
        let body = self.bodies.iter().find(|(id, _)| *id == meeting.body);
        [
            meeting.id.to_string(),
            plan.title.to_string(),
            body.map(|(_, name)| name.clone()).unwrap_or_default(),
            plan.on.to_string(),
            plan.clock.to_string(),
            plan.zone.name().to_owned(),
            plan.length.minutes().to_string(),
            plan.place.as_ref().map(ToString::to_string).unwrap_or_default(),
            plan.open.to_string(),
            meeting.state().name().to_string(),
            meeting.minutes().name().to_string(),
            format!("{}/{}", self.base, meeting.id),
        ]
    }
}
