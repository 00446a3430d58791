//! Ideas and recommendations as a table to be saved, safe to open in a spreadsheet.

use store::Cx;
use web::{Failure, Request, Response};

use super::{Idea, find::Filter, queries, store as rows};
use crate::{Error, access, list::export::plain};

/// Rows of one look.
const AT_ONCE: usize = 500;
/// Looks at most.
const LOOKS: usize = 40;

const COLUMNS: [&str; 15] = [
    "id",
    "kind",
    "title",
    "owner",
    "source",
    "link",
    "state",
    "question",
    "yardstick",
    "starts",
    "due",
    "carrier",
    "closed_on",
    "learned",
    "address",
];

/// `GET /p/{partnership}/ideas.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let around = queries::choices(&cx).await?;
    let name = |of| around.directory.name(of).to_owned();
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(Error::from)?;
    let mut after = None;
    for _ in 0..LOOKS {
        let tx = cx.read(access::READ_PLAN).await?;
        let page = rows::page(&tx, &filter, (after.as_deref(), AT_ONCE)).await?;
        for idea in &page.items {
            let record = record(idea, name, &around.place.slug);
            table.write_record(record.iter().map(|cell| plain(cell))).map_err(Error::from)?;
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
    let name = format!("ideas-{}-{}.csv", around.place.slug, around.place.today);
    let text = String::from_utf8(bytes).map_err(|_bytes| Error::History)?;
    Ok(web::csv(&name, text))
}

fn record(idea: &Idea, name: impl Fn(base::OrganizationId) -> String, slug: &str) -> [String; 15] {
    let Idea { account, pilot, .. } = idea;
    let pilot = pilot.as_ref();
    let text = |text: Option<String>| text.unwrap_or_default();
    [
        idea.id.to_string(),
        idea.kind.to_string(),
        account.title.to_string(),
        name(account.owner),
        text(account.source.as_ref().map(ToString::to_string)),
        text(account.link.as_ref().map(ToString::to_string)),
        idea.state.to_string(),
        text(pilot.map(|pilot| pilot.question.to_string())),
        text(pilot.map(|pilot| pilot.yardstick.to_string())),
        text(pilot.map(|pilot| pilot.starts.to_string())),
        text(pilot.map(|pilot| pilot.due.to_string())),
        text(pilot.map(|pilot| name(pilot.carrier))),
        text(idea.closed_on.map(|day| day.to_string())),
        text(idea.learned.as_ref().map(ToString::to_string)),
        format!("/p/{slug}/ideas/{}", idea.id),
    ]
}
