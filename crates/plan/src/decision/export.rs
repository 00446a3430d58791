//! The log as a table to be saved, safe to open in a spreadsheet.

use base::Date;
use futures_util::stream;
use partnership::{BodyId, Directory};
use store::Cx;
use web::{Failure, Request, Response};

use super::{Entry, Filter, queries, store as rows};
use crate::{Error, access, list::export::plain};

/// Rows of one piece of the file.
const AT_ONCE: usize = 200;

const COLUMNS: [&str; 16] = [
    "id",
    "question",
    "method",
    "state",
    "result",
    "choice",
    "brought_by",
    "body",
    "due",
    "closed_on",
    "may_answer",
    "answered",
    "rounds",
    "supersedes",
    "replaced_on",
    "address",
];

/// `GET /p/{partnership}/decisions.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let log = queries::log(&cx, &filter, None).await?;
    let name = format!("decisions-{}-{}.csv", log.place.slug, log.place.today);
    let base = format!("/p/{}/decisions", log.place.slug);
    let export = Export { cx, filter, directory: log.directory, bodies: log.bodies, base };
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
    directory: Directory,
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
            Next::After(cursor) => Some(cursor),
        };
        let tx = self.cx.read(access::READ_DECISIONS).await?;
        let page = rows::page(&tx, &self.filter, after.as_deref(), AT_ONCE).await?;
        drop(tx);
        for entry in &page.items {
            let record = self.record(entry);
            table.write_record(record.iter().map(|cell| plain(cell))).map_err(Error::from)?;
        }
        let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
        Ok((bytes, page.next.map(Next::After)))
    }

    fn record(&self, entry: &Entry) -> [String; 16] {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let body = entry.body.and_then(|body| self.bodies.iter().find(|(id, _)| *id == body));
        [
            entry.id.to_string(),
            entry.title.to_string(),
            entry.method.to_string(),
            entry.state.to_string(),
            entry.result.map(|result| result.to_string()).unwrap_or_default(),
            entry.choice.as_ref().map(ToString::to_string).unwrap_or_default(),
            self.directory.name(entry.owner).to_owned(),
            body.map(|(_, name)| name.clone()).unwrap_or_default(),
            day(entry.due),
            day(entry.closed_on),
            entry.roll.to_string(),
            entry.answered.to_string(),
            entry.rounds.to_string(),
            entry.supersedes.map(|id| id.to_string()).unwrap_or_default(),
            day(entry.replaced_on),
            format!("{}/{}", self.base, entry.id),
        ]
    }
}
