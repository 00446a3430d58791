//! The whole plan in memory: who serves whom, and what is counted below an item. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use base::{Date, OrganizationId, Title};

use super::{
    Item, ItemId, Layer,
    progress::{self, Progress, Standing},
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

/// The items of a plan with what joins them.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// In the order in which people put them.
    order: Vec<ItemId>,
    items: BTreeMap<ItemId, Item>,
    lowers: BTreeMap<ItemId, Vec<ItemId>>,
    uppers: BTreeMap<ItemId, Vec<ItemId>>,
    parts: BTreeMap<CommitmentId, Part>,
    attached: BTreeMap<ItemId, Vec<CommitmentId>>,
}

impl Outline {
    /// Joins what the tables hold. `links` are pairs of a lower and an upper item.
    #[must_use]
    pub fn new(
        items: Vec<Item>,
        links: &[(ItemId, ItemId)],
        attached: Vec<(ItemId, Part)>,
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
        for (item, part) in attached {
            outline.attached.entry(item).or_default().push(part.id);
            outline.parts.insert(part.id, part);
        }
        outline
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

    /// The commitments that are attached to it.
    pub fn parts(&self, id: ItemId) -> impl Iterator<Item = &Part> {
        self.attached.get(&id).into_iter().flatten().filter_map(|id| self.parts.get(id))
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

    /// The commitments attached to it or to anything that serves it: each once, the earliest first.
    #[must_use]
    pub fn all_parts(&self, id: ItemId) -> Vec<&Part> {
        let ids: BTreeSet<CommitmentId> = self
            .below(id)
            .iter()
            .filter_map(|id| self.attached.get(id))
            .flatten()
            .copied()
            .collect();
        let mut parts: Vec<&Part> = ids.iter().filter_map(|id| self.parts.get(id)).collect();
        parts.sort_by_key(|part| (part.deadline, part.id));
        parts
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
        let milestones = below.iter().filter_map(|id| self.items.get(id));
        let milestones = milestones.filter(|item| item.layer == Layer::Milestone);
        Progress::of(milestones, self.all_parts(id), today)
    }

    /// How one of its items stands, and why.
    #[must_use]
    pub fn standing(&self, item: &Item, today: Date) -> Standing {
        let below = self.below(item.id);
        let others = below.iter().filter(|below| **below != item.id);
        let worry = others.filter_map(|id| self.items.get(id)).find(|one| progress::is_worry(one));
        progress::standing(item, self.progress(item.id, today), worry, today)
    }

    /// The neighbour with which an item changes places.
    #[must_use]
    pub fn neighbour(&self, id: ItemId, direction: super::Direction) -> Option<&Item> {
        let item = self.items.get(&id)?;
        let near = |other: &&Item| {
            other.layer == item.layer
                && (other.id == id
                    || item.layer == Layer::Goal
                    || self.share_an_upper(id, other.id))
        };
        let row: Vec<&Item> = self.all().filter(near).collect();
        let at = row.iter().position(|other| other.id == id)?;
        let to = match direction {
            super::Direction::Up => at.checked_sub(1)?,
            super::Direction::Down => at + 1,
        };
        row.get(to).copied()
    }

    fn share_an_upper(&self, one: ItemId, other: ItemId) -> bool {
        let (one, other) = (self.uppers.get(&one), self.uppers.get(&other));
        match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => one.iter().any(|id| other.contains(id)),
            (None, Some(_)) | (Some(_), None) => false,
        }
    }
}
