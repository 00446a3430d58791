//! Risks and issues as a table to be saved, safe to open in a spreadsheet.

use base::Date;
use store::Cx;
use web::{Failure, Request, Response};

use super::{Grade, Risk, find::Filter, queries, store as rows};
use crate::{Error, access, list::export::plain};

/// Rows of one look.
const AT_ONCE: usize = 500;
/// Looks at most: more risks than that nobody keeps.
const LOOKS: usize = 40;

const COLUMNS: [&str; 15] = [
    "id",
    "kind",
    "title",
    "owner",
    "likelihood",
    "effect",
    "level",
    "response",
    "plan",
    "review_on",
    "state",
    "since",
    "closed_on",
    "closed_words",
    "address",
];

/// `GET /p/{partnership}/risks.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let listed = queries::list(&cx, &filter, None).await?;
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(Error::from)?;
    let mut after = None;
    for _ in 0..LOOKS {
        let tx = cx.read(access::READ_PLAN).await?;
        let window = (after.as_deref(), AT_ONCE);
        let page = rows::page(&tx, &filter, listed.place.today, window).await?;
        for risk in &page.items {
            let owner = listed.directory.name(risk.account.owner);
            let record = record(risk, owner, &listed.place.slug);
            table.write_record(record.iter().map(|cell| plain(cell))).map_err(Error::from)?;
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
    let name = format!("risks-{}-{}.csv", listed.place.slug, listed.place.today);
    let text = String::from_utf8(bytes).map_err(|_bytes| Error::History)?;
    Ok(web::csv(&name, text))
}

fn record(risk: &Risk, owner: &str, slug: &str) -> [String; 15] {
    let account = &risk.account;
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let grade =
        |grade: Option<Grade>| grade.map(|one| one.number().to_string()).unwrap_or_default();
    [
        risk.id.to_string(),
        risk.kind.to_string(),
        account.title.to_string(),
        owner.to_owned(),
        grade(account.weight.likelihood),
        grade(Some(account.weight.effect)),
        account.weight.level().to_string(),
        account.response.to_string(),
        account.plan.as_ref().map(ToString::to_string).unwrap_or_default(),
        day(account.review_on),
        risk.state.to_string(),
        risk.since.to_string(),
        day(risk.closed_on),
        risk.closed_words.as_ref().map(ToString::to_string).unwrap_or_default(),
        format!("/p/{slug}/risks/{}", risk.id),
    ]
}
