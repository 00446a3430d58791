//! The roadmap for programs.

use base::Date;
use serde::{Deserialize, Serialize};
use store::{Cx, Page};
use utoipa::ToSchema;
use web::{Failure, Request, Response};

use super::{Schedule, find::Filter, queries};
use crate::goal::{Item, Outline};

/// A piece of work, or a milestone, in time.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoadView {
    item: String,
    layer: String,
    title: String,
    owner: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_due: Option<String>,
    status: String,
    /// What it waits for: identifiers.
    waits_for: Vec<String>,
    /// How many days it may slip before the end of what hangs together with it moves.
    #[serde(skip_serializing_if = "Option::is_none")]
    slack_days: Option<i64>,
    /// Whether it is of the chain that decides when it all ends.
    critical: bool,
    /// How many days it begins before what it waits for lets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    too_early_days: Option<i64>,
}

/// `GET /api/v1/p/{partnership}/roadmap`: all that fits; a plan is small enough to come whole.
pub(crate) async fn list(cx: Cx, request: Request) -> Result<Response, Failure> {
    let mut input = request.query();
    let (filter, _) = Filter::read(&mut input);
    input.check()?;
    let road = queries::road(&cx).await?;
    let schedule = road.schedule();
    let (slack, critical) = (schedule.slack_days(), schedule.critical());
    let view = |item: &Item| {
        let waits = road.dependencies.iter().filter(|one| one.after == item.id);
        RoadView {
            waits_for: waits.map(|one| one.before.to_string()).collect(),
            slack_days: slack.get(&item.id).copied(),
            critical: critical.contains(&item.id),
            ..RoadView::of((&road.outline, &schedule), item, road.place.today)
        }
    };
    let mut items = Vec::new();
    for work in filter.find(&road).into_iter().flat_map(|group| group.work) {
        items.push(view(work));
        items.extend(filter.milestones(&road, work).into_iter().map(view));
    }
    web::listing(&request, &Page::<RoadView> { items, next: None })
}

impl RoadView {
    fn of((outline, schedule): (&Outline, &Schedule), item: &Item, today: Date) -> Self {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        Self {
            item: item.id.to_string(),
            layer: item.layer.to_string(),
            title: item.aim.title.to_string(),
            owner: item.aim.owner.to_string(),
            starts: day(item.span.starts),
            due: day(item.span.due),
            first_due: day(item.first.due),
            status: outline.standing(item, today).status().to_string(),
            waits_for: Vec::new(),
            slack_days: None,
            critical: false,
            too_early_days: schedule.too_early(item.id),
        }
    }
}
