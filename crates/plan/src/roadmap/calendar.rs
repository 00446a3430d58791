//! The dates of the plan as a calendar (RFC 5545): a day for each open milestone, objective and
//! strategy that a filter shows.

use base::Instant;
use standards::calendar::Line;
use store::Cx;
use web::{Failure, Request, Response};

use super::{
    find::{Detail, Filter},
    queries::{self, Road},
};
use crate::goal::{Item, Layer};

/// `GET /p/{partnership}/roadmap.ics`
pub(crate) async fn calendar(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let road = queries::road(&cx).await?;
    let name = format!("roadmap-{}.ics", road.place.slug);
    let body = write(&road, &filter, cx.now());
    Ok(web::download(&name, "text/calendar; charset=utf-8", body))
}

/// The calendar as text.
fn write(road: &Road, filter: &Filter, now: Instant) -> String {
    let mut text = String::new();
    let mut lines = vec![
        Line::plain("BEGIN", "VCALENDAR"),
        Line::plain("VERSION", "2.0"),
        Line::plain("PRODID", "-//Concord//Roadmap//EN"),
        Line::text("X-WR-CALNAME", &road.place.name),
    ];
    for item in dated(road, filter) {
        let Some(due) = item.span.due else { continue };
        lines.extend([
            Line::plain("BEGIN", "VEVENT"),
            Line::plain("UID", &format!("{}@{}.roadmap.concord", item.id, road.place.slug)),
            Line::instant("DTSTAMP", now),
            Line::date("DTSTART", due),
            Line::text("SUMMARY", item.aim.title.as_str()),
            Line::text("DESCRIPTION", road.names.directory.name(item.aim.owner)),
            Line::plain("TRANSP", "TRANSPARENT"),
            Line::plain("SEQUENCE", &item.revision.0.to_string()),
            Line::plain("END", "VEVENT"),
        ]);
    }
    lines.push(Line::plain("END", "VCALENDAR"));
    for line in lines {
        line.write_to(&mut text);
    }
    text
}

/// What is open and has a day: all of the plan, or the work that a filter finds with its milestones.
fn dated<'a>(road: &'a Road, filter: &Filter) -> Vec<&'a Item> {
    if !filter.narrows() {
        let all = road.outline.all().filter(|item| item.layer != Layer::Goal);
        return all.filter(|item| item.is_open()).collect();
    }
    let closely = Filter { detail: Some(Detail::Milestones), ..filter.clone() };
    let mut items = Vec::new();
    for work in filter.find(road).into_iter().flat_map(|group| group.work) {
        items.push(work);
        items.extend(closely.milestones(road, work));
    }
    items.retain(|item| item.is_open());
    items
}
