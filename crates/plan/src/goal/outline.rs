//! The whole plan in memory: who serves whom, and what is counted below an item. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use base::{Date, OrganizationId, Title};

use super::{
    Item, ItemId, Layer, Reading,
    progress::{self, Progress, Signs, Standing},
};
use crate::{CommitmentId, Receiver, StateName, Timing};

/// A commitment that carries an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub id: CommitmentId,
    /// What is promised.
    pub title: Title,
    /// Who promises.
    pub promiser: OrganizationId,
    /// Who waits for it.
    pub receiver: Receiver,
    /// Where it stands.
    pub state: StateName,
    /// By when.
    pub due: Date,
    /// The day that decides between on time and late.
    pub deadline: Date,
    /// When it was done, says its maker.
    pub done_on: Option<Date>,
}

impl Part {
    /// How it looks today.
    #[must_use]
    pub fn timing(&self, today: Date) -> Timing {
        Timing::of(self.state, self.deadline, self.done_on, today)
    }
}

/// Commitments that carry an item and look alike: counted, not listed. One that carries several
/// items is named, so that it counts once in all of them together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pile {
    /// Which one it is, when it carries other items too.
    pub one: Option<CommitmentId>,
    /// Where they stand.
    pub state: StateName,
    /// The first of the days that decide between on time and late: when it has passed, all have.
    pub deadline: Date,
    /// How many they are.
    pub count: u32,
}

/// The items of a plan with what joins them.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// In the order in which people put them.
    order: Vec<ItemId>,
    items: BTreeMap<ItemId, Item>,
    lowers: BTreeMap<ItemId, Vec<ItemId>>,
    uppers: BTreeMap<ItemId, Vec<ItemId>>,
    piles: BTreeMap<ItemId, Vec<Pile>>,
    readings: BTreeMap<String, Reading>,
    measured: BTreeMap<ItemId, Vec<String>>,
}

impl Outline {
    /// Joins what the tables hold. `links` are pairs of a lower and an upper item.
    #[must_use]
    pub fn new(
        items: Vec<Item>,
        links: &[(ItemId, ItemId)],
        attached: Vec<(ItemId, Pile)>,
    ) -> Self {
        let mut outline =
            Self { order: items.iter().map(|item| item.id).collect(), ..Self::default() };
        let rank: BTreeMap<ItemId, usize> =
            outline.order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        outline.items = items.into_iter().map(|item| (item.id, item)).collect();
        for &(lower, upper) in links {
            outline.lowers.entry(upper).or_default().push(lower);
            outline.uppers.entry(lower).or_default().push(upper);
        }
        for list in outline.lowers.values_mut().chain(outline.uppers.values_mut()) {
            list.sort_by_key(|id| rank.get(id).copied());
        }
        for (item, pile) in attached {
            outline.piles.entry(item).or_default().push(pile);
        }
        outline
    }

    /// The same with measures, and with the items that each of them measures.
    #[must_use]
    pub fn measured(mut self, readings: Vec<Reading>, links: Vec<(ItemId, String)>) -> Self {
        self.readings =
            readings.into_iter().map(|reading| (reading.measure.clone(), reading)).collect();
        for (item, measure) in links {
            self.measured.entry(item).or_default().push(measure);
        }
        self
    }

    /// Every item, in order.
    pub fn all(&self) -> impl Iterator<Item = &Item> {
        self.order.iter().filter_map(|id| self.items.get(id))
    }

    /// The items of one layer, in order.
    pub fn of(&self, layer: Layer) -> impl Iterator<Item = &Item> {
        self.all().filter(move |item| item.layer == layer)
    }

    /// One item.
    #[must_use]
    pub fn get(&self, id: ItemId) -> Option<&Item> {
        self.items.get(&id)
    }

    /// What serves it directly, in order.
    pub fn under(&self, id: ItemId) -> impl Iterator<Item = &Item> {
        self.lowers.get(&id).into_iter().flatten().filter_map(|id| self.items.get(id))
    }

    /// What it serves directly, in order.
    pub fn above(&self, id: ItemId) -> impl Iterator<Item = &Item> {
        self.uppers.get(&id).into_iter().flatten().filter_map(|id| self.items.get(id))
    }

    /// The measures that are attached to it, by title.
    #[must_use]
    pub fn readings(&self, id: ItemId) -> Vec<&Reading> {
        let names = self.measured.get(&id).into_iter().flatten();
        let mut readings: Vec<&Reading> =
            names.filter_map(|name| self.readings.get(name)).collect();
        readings.sort_by(|one, other| one.title.as_str().cmp(other.title.as_str()));
        readings
    }

    /// The item and everything that serves it, however many ways lead there: each once.
    #[must_use]
    pub fn below(&self, id: ItemId) -> BTreeSet<ItemId> {
        let mut seen = BTreeSet::new();
        let mut queue = vec![id];
        while let Some(next) = queue.pop() {
            if seen.insert(next) {
                queue.extend(self.lowers.get(&next).into_iter().flatten());
            }
        }
        seen
    }

    /// The commitments attached to some items: each once.
    fn piles(&self, items: &BTreeSet<ItemId>) -> Vec<&Pile> {
        let mut seen = BTreeSet::new();
        let piles = items.iter().filter_map(|id| self.piles.get(id)).flatten();
        piles.filter(|pile| pile.one.is_none_or(|one| seen.insert(one))).collect()
    }

    /// What speaks of an item besides work and dates.
    fn signs(&self, id: ItemId, below: &BTreeSet<ItemId>) -> Signs<'_> {
        let own = self.readings(id);
        let others = below.iter().filter(|below| **below != id);
        let mut names: BTreeSet<&String> =
            others.clone().filter_map(|id| self.measured.get(id)).flatten().collect();
        names.retain(|name| !own.iter().any(|reading| reading.measure == **name));
        let below = names.into_iter().filter_map(|name| self.readings.get(name)).collect();
        let worry = others.filter_map(|id| self.items.get(id)).find(|one| progress::is_worry(one));
        Signs { worry, own, below }
    }

    /// The goals that it serves in the end; itself when it is one.
    #[must_use]
    pub fn goals_of(&self, id: ItemId) -> Vec<&Item> {
        let mut seen = BTreeSet::new();
        let mut queue = vec![id];
        while let Some(next) = queue.pop() {
            if seen.insert(next) {
                queue.extend(self.uppers.get(&next).into_iter().flatten());
            }
        }
        self.of(Layer::Goal).filter(|goal| seen.contains(&goal.id)).collect()
    }

    /// How far it is: what is done of all that it comes down to.
    #[must_use]
    pub fn progress(&self, id: ItemId, today: Date) -> Progress {
        let below = self.below(id);
        self.count(&below, &self.signs(id, &below), today)
    }

    /// How one of its items stands, and why.
    #[must_use]
    pub fn standing(&self, item: &Item, today: Date) -> Standing {
        let below = self.below(item.id);
        let signs = self.signs(item.id, &below);
        progress::standing(item, self.count(&below, &signs, today), &signs, today)
    }

    fn count<'a>(&'a self, below: &BTreeSet<ItemId>, signs: &Signs<'a>, today: Date) -> Progress {
        let milestones = below.iter().filter_map(|id| self.items.get(id));
        let milestones = milestones.filter(|item| item.layer == Layer::Milestone);
        Progress::of(milestones, self.piles(below), signs, today)
    }
}
