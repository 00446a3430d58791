//! The roadmap as a file that the import reads back without a change: a table, safe to open in a
//! spreadsheet.

use std::collections::BTreeMap;

use base::Date;
use store::Cx;
use web::{Failure, Request, Response, Section, Shell};

use super::{
    find::Filter,
    queries::{self, Road},
};
use crate::{
    Error,
    goal::{Item, ItemId, Layer, words},
    list::export::plain,
};

/// The columns that the import reads, and what it only shows.
pub(super) const COLUMNS: [&str; 18] = [
    "id",
    "layer",
    "title",
    "owner",
    "starts",
    "due",
    "serves",
    "waits_for",
    "term",
    "yardstick",
    "details",
    "first_due",
    "state",
    "status",
    "why",
    "done",
    "total",
    "too_early_days",
];

/// `GET /p/{partnership}/roadmap.csv`
pub(crate) async fn export(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let road = queries::road(&cx).await?;
    let shell = Shell::new(&cx, Some(&road.place), "roadmap-title", Section::Plan);
    let name = format!("roadmap-{}-{}.csv", road.place.slug, road.place.today);
    Ok(web::csv(&name, sheet(&shell, &road, &filter)?))
}

/// The items that a filter shows, as a table: all of the plan when it does not narrow.
fn sheet(shell: &Shell, road: &Road, filter: &Filter) -> Result<String, Error> {
    let schedule = road.schedule();
    let names = names(road);
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for item in shown(road, filter) {
        let standing = road.outline.standing(item, road.place.today);
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: Option<&dyn std::fmt::Display>| {
            text.map(ToString::to_string).unwrap_or_default()
        };
        let serves: Vec<String> =
            road.outline.above(item.id).map(|upper| reference(&names, upper)).collect();
        let aim = &item.aim;
        let cells: [String; 18] = [
            item.id.to_string(),
            item.layer.to_string(),
            aim.title.to_string(),
            road.names.directory.name(aim.owner).to_owned(),
            day(item.span.starts),
            day(item.span.due),
            serves.join("; "),
            waits(road, &names, item.id).join("; "),
            text(aim.term.as_ref().map(|one| one as _)),
            text(aim.yardstick.as_ref().map(|one| one as _)),
            text(aim.details.as_ref().map(|one| one as _)),
            day(item.first.due),
            item.state.to_string(),
            standing.status().to_string(),
            words::why(shell, &standing.why),
            standing.progress.done().to_string(),
            standing.progress.total().to_string(),
            schedule.too_early(item.id).map(|days| days.to_string()).unwrap_or_default(),
        ];
        table.write_record(cells.iter().map(|cell| plain(cell)))?;
    }
    let bytes = table.into_inner().map_err(|error| Error::Table(error.into_error().into()))?;
    String::from_utf8(bytes).map_err(|_bytes| Error::History)
}

/// What a file holds: everything, or the work that a filter finds with its milestones.
fn shown<'a>(road: &'a Road, filter: &Filter) -> Vec<&'a Item> {
    if !filter.narrows() {
        return road.outline.all().collect();
    }
    let mut items = Vec::new();
    for work in filter.find(road).into_iter().flat_map(|group| group.work) {
        items.push(work);
        items.extend(road.outline.under(work.id));
    }
    items
}

/// How often each title stands in the plan.
fn names(road: &Road) -> BTreeMap<(Layer, &str), usize> {
    let mut names = BTreeMap::new();
    for item in road.outline.all() {
        *names.entry((item.layer, item.aim.title.as_str())).or_default() += 1;
    }
    names
}

/// How another row is named: by its title, or by its identifier where that would not be clear.
fn reference(names: &BTreeMap<(Layer, &str), usize>, item: &Item) -> String {
    let title = item.aim.title.as_str();
    let same = names.iter().filter(|((_, other), _)| *other == title).map(|(_, count)| count);
    let unclear = title.contains([';', '+']) || same.sum::<usize>() != 1;
    if unclear { item.id.to_string() } else { title.to_owned() }
}

/// "Rules agreed; Counsel met +14": what an item waits for, with the days between.
fn waits(road: &Road, names: &BTreeMap<(Layer, &str), usize>, id: ItemId) -> Vec<String> {
    let before = road.dependencies.iter().filter(|one| one.after == id).filter_map(|one| {
        let name = reference(names, road.outline.get(one.before)?);
        Some(if one.lag_days > 0 { format!("{name} +{}", one.lag_days) } else { name })
    });
    before.collect()
}
