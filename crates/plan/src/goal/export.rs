//! The plan as a table to be saved, safe to open in a spreadsheet.

use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{find::Filter, queries, words};
use crate::{Error, list::export::plain};

const COLUMNS: [&str; 21] = [
    "id",
    "layer",
    "title",
    "owner",
    "starts",
    "due",
    "first_due",
    "state",
    "status",
    "computed_status",
    "why",
    "done",
    "total",
    "milestones_overdue",
    "commitments_late",
    "way_percent",
    "measures",
    "serves",
    "goals",
    "reviewed_on",
    "address",
];

/// `GET /p/{partnership}/goals.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let filter = Filter::read(&mut input);
    input.check()?;
    let whole = queries::whole(&cx).await?;
    let (place, outline, today) = (&whole.place, &whole.outline, whole.place.today);
    let shell = Shell::new(&cx, Some(place), "goals-title", Section::Plan);
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(Error::from)?;
    for item in filter.find(outline, today) {
        let standing = outline.standing(item, today);
        let day = |day: Option<base::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let titles = |items: Vec<&super::Item>| {
            items.iter().map(|item| item.aim.title.as_str()).collect::<Vec<_>>().join("; ")
        };
        let cells: [String; 21] = [
            item.id.to_string(),
            item.layer.to_string(),
            item.aim.title.to_string(),
            whole.directory.name(item.aim.owner).to_owned(),
            day(item.span.starts),
            day(item.span.due),
            day(item.first.due),
            item.state.to_string(),
            standing.status().to_string(),
            standing.computed.to_string(),
            words::why(&shell, &standing.why),
            standing.progress.done().to_string(),
            standing.progress.total().to_string(),
            standing.progress.overdue.to_string(),
            standing.progress.late.to_string(),
            standing.progress.way_percent.map(|way| way.to_string()).unwrap_or_default(),
            standing.progress.measures.to_string(),
            titles(outline.above(item.id).collect()),
            titles(outline.goals_of(item.id)),
            day(item.reviewed_on),
            format!("/p/{}/goals/{}", place.slug, item.id),
        ];
        table.write_record(cells.iter().map(|cell| plain(cell))).map_err(Error::from)?;
    }
    let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
    let name = format!("plan-{}-{today}.csv", place.slug);
    let text = String::from_utf8(bytes).map_err(|_bytes| Error::History)?;
    Ok(web::csv(&name, text))
}
