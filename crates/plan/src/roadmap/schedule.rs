//! Dates that hang on each other. Pure: items and what waits for what in, pushes, slack and the
//! deciding chain out.
//!
//! One thing waits for another to finish: it begins no sooner than `lag_days` after the day on which
//! the other one ends. What has no beginning of its own, such as a milestone, begins and ends on its
//! day. What is reached ended on the day it was; what was given up is waited for no longer.

use std::collections::{BTreeMap, BTreeSet};

use base::Date;

use crate::goal::{Item, ItemId, Span, State};

base::words! {
    /// What happens to that which waits for a moved item.
    pub enum Ripple {
        /// It moves too, as far as it must.
        Push = "push",
        /// It stays where it is.
        Leave = "leave",
    }
}

/// One thing waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dependency {
    /// What must end first.
    pub before: ItemId,
    /// What waits for it.
    pub after: ItemId,
    /// So many days lie between at least.
    pub lag_days: i64,
}

/// A move that follows from another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Push {
    /// What moves.
    pub id: ItemId,
    /// Its dates now.
    pub from: Span,
    /// Its dates then.
    pub to: Span,
}

/// Items with dates, and what waits for what among them.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    spans: BTreeMap<ItemId, Dated>,
    after: BTreeMap<ItemId, Vec<Dependency>>,
    before: BTreeMap<ItemId, Vec<Dependency>>,
}

/// When an item is worked on, and whether it still can move.
#[derive(Debug, Clone, Copy)]
struct Dated {
    span: Span,
    begins: Date,
    ends: Date,
    open: bool,
}

impl Schedule {
    /// Joins items with what waits for what. Items without a day, and those given up, are left out
    /// with all that hangs on them.
    #[must_use]
    pub fn new<'a>(items: impl IntoIterator<Item = &'a Item>, dependencies: &[Dependency]) -> Self {
        let mut schedule = Self::default();
        for item in items {
            if let Some(dated) = Dated::of(item) {
                schedule.spans.insert(item.id, dated);
            }
        }
        for &dependency in dependencies {
            let Dependency { before, after, .. } = dependency;
            if schedule.spans.contains_key(&before) && schedule.spans.contains_key(&after) {
                schedule.after.entry(before).or_default().push(dependency);
                schedule.before.entry(after).or_default().push(dependency);
            }
        }
        schedule
    }

    /// Whether it would make a circle to let `after` wait for `before`.
    #[must_use]
    pub fn would_circle(&self, before: ItemId, after: ItemId) -> bool {
        self.behind(after).contains(&before)
    }

    /// The item and all that waits for it, directly or not.
    fn behind(&self, id: ItemId) -> BTreeSet<ItemId> {
        let mut seen = BTreeSet::new();
        let mut queue = vec![id];
        while let Some(next) = queue.pop() {
            if seen.insert(next) {
                queue.extend(self.after.get(&next).into_iter().flatten().map(|one| one.after));
            }
        }
        seen
    }

    /// What must move when an item gets other dates: each as little as it must, in the order in
    /// which they wait.
    #[must_use]
    pub fn pushes(&self, id: ItemId, span: Span) -> Vec<Push> {
        let Some(dated) = self.spans.get(&id).and_then(|dated| dated.at(span)) else {
            return Vec::new();
        };
        let mut moved = BTreeMap::from([(id, dated)]);
        let mut pushes = Vec::new();
        for next in self.in_order(&self.behind(id)).into_iter().filter(|next| *next != id) {
            let Some(dated) = self.spans.get(&next).filter(|dated| dated.open) else { continue };
            let ends = |of: ItemId| moved.get(&of).or_else(|| self.spans.get(&of));
            let waits = self.before.get(&next).into_iter().flatten();
            // Only what moves pushes: where dates did not fit before, people have their reasons.
            let waits = waits.filter(|one| moved.contains_key(&one.before));
            let earliest =
                waits.filter_map(|one| Some(ends(one.before)?.ends.plus_days(one.lag_days))).max();
            let late = earliest.map_or(0, |earliest| dated.begins.days_until(earliest));
            if late > 0 {
                let later = dated.later(late);
                pushes.push(Push { id: next, from: dated.span, to: later.span });
                moved.insert(next, later);
            }
        }
        pushes
    }

    /// How many days an item begins before what it waits for lets it; nothing when its dates fit.
    #[must_use]
    pub fn too_early(&self, id: ItemId) -> Option<i64> {
        let dated = self.spans.get(&id).filter(|dated| dated.open)?;
        let waits = self.before.get(&id).into_iter().flatten();
        let earliest = waits
            .filter_map(|one| Some(self.spans.get(&one.before)?.ends.plus_days(one.lag_days)))
            .max()?;
        Some(dated.begins.days_until(earliest)).filter(|days| *days > 0)
    }

    /// How many days an item may slip before the end of the work that hangs together with it moves;
    /// nothing for what hangs together with nothing, or is done.
    #[must_use]
    pub fn slack_days(&self) -> BTreeMap<ItemId, i64> {
        let mut slack = BTreeMap::new();
        for group in self.groups() {
            let end = self.open_in(&group).map(|(_, dated)| dated.ends).max();
            let Some(end) = end else { continue };
            for id in self.in_order(&group).into_iter().rev() {
                let Some(dated) = self.spans.get(&id).filter(|dated| dated.open) else { continue };
                let own = dated.ends.days_until(end);
                let waiting =
                    self.after.get(&id).into_iter().flatten().filter_map(|one| -> Option<i64> {
                        let after = self.spans.get(&one.after).filter(|dated| dated.open)?;
                        let gap = dated.ends.plus_days(one.lag_days).days_until(after.begins);
                        Some(gap + slack.get(&one.after).copied().unwrap_or_default())
                    });
                let least = waiting.min().map_or(own, |least| least.min(own));
                slack.insert(id, least.max(0));
            }
        }
        slack
    }

    /// The deciding chain of each group of work that hangs together: from its last end back over
    /// what leaves the least room. What is done decides nothing any more.
    #[must_use]
    pub fn critical(&self) -> BTreeSet<ItemId> {
        let mut critical = BTreeSet::new();
        for group in self.groups() {
            let last = self.open_in(&group).max_by_key(|(id, dated)| (dated.ends, *id));
            let mut next = last.map(|(id, _)| id);
            while let Some(id) = next {
                critical.insert(id);
                next = self.driver(id);
            }
        }
        critical
    }

    /// That of the open things an item waits for which leaves it the least room.
    fn driver(&self, id: ItemId) -> Option<ItemId> {
        let begins = self.spans.get(&id)?.begins;
        let waits = self.before.get(&id).into_iter().flatten();
        let open = waits.filter_map(|one| {
            let before = self.spans.get(&one.before).filter(|dated| dated.open)?;
            let room = before.ends.plus_days(one.lag_days).days_until(begins);
            Some((room, one.before))
        });
        open.min().map(|(_, id)| id)
    }

    fn open_in<'a>(
        &'a self,
        group: &'a BTreeSet<ItemId>,
    ) -> impl Iterator<Item = (ItemId, &'a Dated)> {
        let dated = group.iter().filter_map(|id| Some((*id, self.spans.get(id)?)));
        dated.filter(|(_, dated)| dated.open)
    }

    /// The groups of items that hang together, each with two or more.
    fn groups(&self) -> Vec<BTreeSet<ItemId>> {
        let mut seen = BTreeSet::new();
        let mut groups = Vec::new();
        let joined: BTreeSet<ItemId> =
            self.after.keys().chain(self.before.keys()).copied().collect();
        for start in joined {
            let mut group = BTreeSet::new();
            let mut queue = vec![start];
            while let Some(next) = queue.pop() {
                if seen.insert(next) {
                    group.insert(next);
                    queue.extend(self.after.get(&next).into_iter().flatten().map(|one| one.after));
                    queue
                        .extend(self.before.get(&next).into_iter().flatten().map(|one| one.before));
                }
            }
            if !group.is_empty() {
                groups.push(group);
            }
        }
        groups
    }

    /// Some items so that each comes after all that it waits for among them.
    fn in_order(&self, items: &BTreeSet<ItemId>) -> Vec<ItemId> {
        let waits = |id: &ItemId| {
            let before = self.before.get(id).into_iter().flatten();
            before.filter(|one| items.contains(&one.before)).count()
        };
        let mut open: BTreeMap<ItemId, usize> = items.iter().map(|id| (*id, waits(id))).collect();
        let mut ready: Vec<ItemId> =
            open.iter().filter(|(_, waits)| **waits == 0).map(|(id, _)| *id).collect();
        let mut order = Vec::new();
        while let Some(next) = ready.pop() {
            order.push(next);
            for one in self.after.get(&next).into_iter().flatten() {
                if let Some(waits) = open.get_mut(&one.after) {
                    *waits = waits.saturating_sub(1);
                    if *waits == 0 {
                        ready.push(one.after);
                    }
                }
            }
        }
        order
    }
}

impl Dated {
    fn of(item: &Item) -> Option<Self> {
        let Span { starts, due } = item.span;
        let due = due?;
        let ends = match item.state {
            State::Dropped => return None,
            State::Reached => item.closed_on.unwrap_or(due),
            State::Open => due,
        };
        Some(Self { span: item.span, begins: starts.unwrap_or(due), ends, open: item.is_open() })
    }

    /// The same on other dates.
    fn at(self, span: Span) -> Option<Self> {
        let due = span.due?;
        Some(Self { span, begins: span.starts.unwrap_or(due), ends: due, ..self })
    }

    /// The same, so many days later.
    fn later(self, days: i64) -> Self {
        let later = |day: Option<Date>| day.map(|day| day.plus_days(days));
        let span = Span { starts: later(self.span.starts), due: later(self.span.due) };
        Self { span, begins: self.begins.plus_days(days), ends: self.ends.plus_days(days), ..self }
    }
}

#[cfg(test)]
mod tests;
