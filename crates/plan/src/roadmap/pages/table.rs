//! The roadmap in words: one row for each piece of work, and for each milestone where they show.

use std::collections::BTreeMap;

use base::Date;
use web::Shell;

use crate::{
    goal::{Item, ItemId, words},
    responsibility::{self, Duty, StateName},
    roadmap::{
        Schedule,
        find::{Filter, Group},
        queries::Road,
    },
    words::Status,
};

/// One row.
pub(super) struct Row {
    pub id: ItemId,
    pub href: String,
    pub title: String,
    pub layer: String,
    pub goal: String,
    pub when: String,
    /// "First planned: May 29. 32 days later now."
    pub slip: Option<String>,
    /// "Leads: Housing Authority", one line each.
    pub who: Vec<String>,
    pub waits: Vec<String>,
    pub room: Option<String>,
    pub mark: Status,
    pub why: String,
}

/// The rows, in the order of the picture.
pub(super) fn rows(
    shell: &Shell,
    road: &Road,
    filter: &Filter,
    (groups, schedule): (&[Group<'_>], &Schedule),
) -> Vec<Row> {
    let (slack, critical) = (schedule.slack_days(), schedule.critical());
    let room = |id: ItemId| {
        if let Some(days) = schedule.too_early(id) {
            Some(shell.t1("goals-room-early", "days", days))
        } else if critical.contains(&id) {
            Some(shell.t("roadmap-critical").into_owned())
        } else {
            slack.get(&id).map(|days| shell.t1("goals-room-slack", "days", *days))
        }
    };
    let write = Write { shell, road, waits: waits(road), room: &room };
    let mut rows = Vec::new();
    for group in groups {
        let goal = group.goal.map(|goal| goal.aim.title.to_string()).unwrap_or_default();
        for work in &group.work {
            rows.push(write.row(work, &goal));
            let milestones = filter.milestones(road, work);
            rows.extend(milestones.into_iter().map(|one| write.row(one, &goal)));
        }
    }
    rows
}

/// What each item waits for: title and days between.
fn waits(road: &Road) -> BTreeMap<ItemId, Vec<(&Item, i64)>> {
    let mut waits: BTreeMap<ItemId, Vec<(&Item, i64)>> = BTreeMap::new();
    for one in &road.dependencies {
        if let Some(before) = road.outline.get(one.before) {
            waits.entry(one.after).or_default().push((before, one.lag_days));
        }
    }
    waits
}

/// What all rows are written with.
struct Write<'a> {
    shell: &'a Shell,
    road: &'a Road,
    waits: BTreeMap<ItemId, Vec<(&'a Item, i64)>>,
    room: &'a dyn Fn(ItemId) -> Option<String>,
}

impl Write<'_> {
    fn row(&self, item: &Item, goal: &str) -> Row {
        let (shell, road) = (self.shell, self.road);
        let standing = road.outline.standing(item, road.place.today);
        let wait = |(before, lag): &(&Item, i64)| {
            let day = before.closed_on.or(before.span.due).map(|day| shell.date(day));
            let args = [
                ("title", before.aim.title.as_str().into()),
                ("date", day.unwrap_or_default().into()),
                ("lag", (*lag).into()),
            ];
            shell.tn("goals-wait", &args)
        };
        Row {
            id: item.id,
            href: shell.href(&format!("/p/{}/goals/{}", road.place.slug, item.id)),
            title: item.aim.title.to_string(),
            layer: words::layer(shell, item.layer),
            goal: goal.to_owned(),
            when: self.when(item),
            slip: self.slip(item),
            who: self.who(item),
            waits: self.waits.get(&item.id).into_iter().flatten().map(wait).collect(),
            room: if item.is_open() { (self.room)(item.id) } else { None },
            mark: words::mark(shell, item, &standing),
            why: words::why(shell, &standing.why),
        }
    }

    fn when(&self, item: &Item) -> String {
        let shell = self.shell;
        let date = |day: Date| shell.date(day);
        let due = item.closed_on.or(item.span.due);
        match (item.span.starts, due) {
            (Some(starts), Some(due)) => {
                shell.t2("roadmap-when", "from", date(starts), "to", date(due))
            }
            (_, Some(due)) => date(due),
            (_, None) => shell.t("goals-no-date").into_owned(),
        }
    }

    /// What was first agreed, and how far the end has moved since.
    fn slip(&self, item: &Item) -> Option<String> {
        let first = item.first.due?;
        let now = item.closed_on.or(item.span.due)?;
        let key = match first.days_until(now) {
            0 => return None,
            days if days > 0 => "roadmap-slip-later",
            _ => "roadmap-slip-earlier",
        };
        let days = first.days_until(now).abs();
        Some(self.shell.t2(key, "date", self.shell.date(first), "days", days))
    }

    fn who(&self, item: &Item) -> Vec<String> {
        let names = &self.road.names;
        let mine = self.road.roles.iter().filter(|role| role.item == item.id);
        let mine: Vec<_> = mine.filter(|role| role.state().name() == StateName::Accepted).collect();
        if mine.is_empty() {
            return vec![names.directory.name(item.aim.owner).to_owned()];
        }
        let with = |duty: &Duty| {
            let theirs = mine.iter().filter(|role| role.duty == *duty);
            let theirs: Vec<String> = theirs.map(|role| names.of(role)).collect();
            let duty = responsibility::words::duty(self.shell, *duty);
            (!theirs.is_empty()).then(|| format!("{duty}: {}", theirs.join(", ")))
        };
        [Duty::Lead, Duty::Support].iter().filter_map(with).collect()
    }
}
