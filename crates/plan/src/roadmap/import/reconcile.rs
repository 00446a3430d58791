//! What a file would change: its rows against the plan that is there. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use base::{Date, OrganizationId, Revision};
use partnership::Directory;

use super::sheet::{Row, Wrong};
use crate::{
    goal::{Aim, GoalError, Item, ItemId, Layer, Outline, Span, State},
    roadmap::{Dependency, MOST_LAG_DAYS, Schedule, commands::may_wait},
};

/// Why a row cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A text that is no identifier of an item.
    IdWrong,
    /// No item has the identifier.
    IdUnknown,
    /// A text that is none of the four layers.
    LayerWrong,
    /// A new row without a layer or a title.
    Incomplete,
    /// Several items have this title.
    TitleUnclear,
    /// Two rows are about one item.
    Twice,
    /// A text that is no date.
    DateWrong,
    /// A date that is needed is not there.
    DateMissing,
    /// It ends before it begins.
    EndsEarly,
    /// Neither `short` nor `long`, or missing at a goal.
    TermWrong,
    /// An objective that does not say how one will know.
    YardstickMissing,
    /// A text longer than is kept, or with a character that is no text.
    TextTooLong,
    /// No partner has this name.
    OwnerUnknown,
    /// Another organization answers for it.
    NotYours,
    /// It was reached or given up.
    Closed,
    /// No row and no item has the name that is referred to.
    ReferenceUnknown,
    /// Several have it.
    ReferenceUnclear,
    /// The two do not fit: layers, or a whole and its part.
    DoesNotFit,
    /// A milestone without a strategy.
    NoStrategy,
    /// It would wait for itself in the end.
    Circle,
    /// There would be more than a plan holds.
    Full,
}

impl Refusal {
    /// Its stable word.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::IdWrong => "plan_row_id",
            Self::IdUnknown => "plan_row_unknown",
            Self::LayerWrong => "plan_row_layer",
            Self::Incomplete => "plan_row_incomplete",
            Self::TitleUnclear => "plan_row_unclear",
            Self::Twice => "plan_row_twice",
            Self::DateWrong => "plan_row_date",
            Self::DateMissing => "plan_row_no_date",
            Self::EndsEarly => "plan_row_ends_early",
            Self::TermWrong => "plan_row_term",
            Self::YardstickMissing => "plan_row_yardstick",
            Self::TextTooLong => "plan_row_text",
            Self::OwnerUnknown => "plan_row_owner",
            Self::NotYours => "plan_row_not_yours",
            Self::Closed => "plan_row_closed",
            Self::ReferenceUnknown => "plan_row_reference",
            Self::ReferenceUnclear => "plan_row_reference_unclear",
            Self::DoesNotFit => "plan_row_does_not_fit",
            Self::NoStrategy => "plan_row_no_strategy",
            Self::Circle => "plan_row_circle",
            Self::Full => "plan_row_full",
        }
    }
}

/// The plan that is there, and who takes the file.
pub(super) struct Present<'a> {
    pub(super) outline: &'a Outline,
    pub(super) dependencies: &'a [Dependency],
    pub(super) directory: &'a Directory,
    /// Whether who takes the file may change what an organization answers for.
    pub(super) may: &'a dyn Fn(OrganizationId) -> bool,
    pub(super) today: Date,
    /// The most items of a plan.
    pub(super) most: usize,
}

/// What becomes of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The item as it will be.
    pub(super) item: Item,
    /// The item as it is; nothing when it is new.
    pub(super) before: Option<Item>,
    pub(super) link: Vec<ItemId>,
    pub(super) unlink: Vec<ItemId>,
    pub(super) wait: Vec<Dependency>,
    pub(super) wait_not: Vec<ItemId>,
}

/// What the file would change.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) changes: Vec<Change>,
    pub(super) unchanged: u64,
    pub(super) refused: Vec<Wrong>,
}

impl Change {
    /// Whether anything is different.
    fn is_any(&self) -> bool {
        let lists = [self.link.len(), self.unlink.len(), self.wait.len(), self.wait_not.len()];
        self.before.as_ref() != Some(&self.item) || lists.iter().any(|length| *length > 0)
    }
}

/// Compares the rows of a file with the plan that is there.
pub(super) fn reconcile(
    rows: &[Row],
    present: &Present<'_>,
    mut new_id: impl FnMut() -> ItemId,
) -> Outcome {
    let mut work = Work { present, refused: Vec::new(), final_items: BTreeMap::new() };
    let mut drafts = Vec::new();
    let mut seen = BTreeSet::new();
    let mut place = present.outline.all().map(|item| item.place).max().unwrap_or_default();
    for row in rows {
        let Ok(before) = work.known(row) else { continue };
        if before.as_ref().is_some_and(|before| !seen.insert(before.id)) {
            work.turn_down(row, "title", "", Refusal::Twice);
            continue;
        }
        let start = before.clone().or_else(|| {
            place += 1;
            work.blank(row, new_id(), place)
        });
        let Some(start) = start else { continue };
        if let Some(item) = work.filled(row, start, before.is_none()) {
            work.final_items.insert(item.id, item.clone());
            drafts.push((row, item, before));
        }
    }
    work.joined(drafts)
}

/// The reading of one file.
struct Work<'a> {
    present: &'a Present<'a>,
    refused: Vec<Wrong>,
    /// The items that the file names, as they will be.
    final_items: BTreeMap<ItemId, Item>,
}

/// A row cannot be taken, and the findings say why.
#[derive(Debug)]
struct TurnedDown;

impl Work<'_> {
    fn turn_down(&mut self, row: &Row, column: &'static str, value: &str, refusal: Refusal) {
        self.refused.push(Wrong { row: row.number, column, value: value.to_owned(), refusal });
    }

    /// The item that a row is about: nothing when it is new.
    fn known(&mut self, row: &Row) -> Result<Option<Item>, TurnedDown> {
        let outline = self.present.outline;
        if let Some(id) = row.id {
            let item = outline.get(id).cloned();
            if item.is_none() {
                self.turn_down(row, "id", &id.to_string(), Refusal::IdUnknown);
            }
            return item.map(Some).ok_or(TurnedDown);
        }
        let (Some(layer), Some(title)) = (row.layer, &row.title) else {
            self.turn_down(row, "title", "", Refusal::Incomplete);
            return Err(TurnedDown);
        };
        let same = |item: &&Item| item.layer == layer && item.aim.title == *title;
        let found: Vec<&Item> = outline.all().filter(same).collect();
        match found.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some((*one).clone())),
            _ => {
                self.turn_down(row, "title", title.as_str(), Refusal::TitleUnclear);
                Err(TurnedDown)
            }
        }
    }

    /// A new item, before its row fills it in.
    fn blank(&mut self, row: &Row, id: ItemId, place: i64) -> Option<Item> {
        let room = self.present.most.saturating_sub(self.present.outline.all().count());
        let new = self.final_items.keys().filter(|id| self.present.outline.get(**id).is_none());
        if new.count() >= room {
            self.turn_down(row, "title", "", Refusal::Full);
            return None;
        }
        let owner = self.owner(row).ok()?;
        let Some(owner) = owner else {
            self.turn_down(row, "owner", "", Refusal::OwnerUnknown);
            return None;
        };
        let (layer, title) = (row.layer?, row.title.clone()?);
        Some(Item {
            id,
            layer,
            aim: Aim { title, details: None, term: None, yardstick: None, owner },
            span: Span::default(),
            first: Span::default(),
            place,
            state: State::Open,
            closed_on: None,
            closed_words: None,
            reviewed_on: None,
            judged: None,
            since: self.present.today,
            revision: Revision::FIRST,
        })
    }

    /// The organization that a row names, if it names one.
    fn owner(&mut self, row: &Row) -> Result<Option<OrganizationId>, TurnedDown> {
        let Some(name) = &row.owner else { return Ok(None) };
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        let directory = self.present.directory;
        let found = directory.current().find(|entry| {
            same(&entry.name)
                || same(directory.short_name(entry.id))
                || entry.id.to_string() == *name
        });
        if found.is_none() {
            self.turn_down(row, "owner", name, Refusal::OwnerUnknown);
        }
        found.map(|entry| Some(entry.id)).ok_or(TurnedDown)
    }

    /// The item as its row says; what the row does not say stays as it is.
    fn filled(&mut self, row: &Row, mut item: Item, is_new: bool) -> Option<Item> {
        let before = item.clone();
        let owner = self.owner(row).ok()?;
        let aim = Aim {
            title: row.title.clone().unwrap_or_else(|| item.aim.title.clone()),
            details: row.details.clone().or_else(|| item.aim.details.clone()),
            term: row.term.or(item.aim.term),
            yardstick: row.yardstick.clone().or_else(|| item.aim.yardstick.clone()),
            owner: owner.unwrap_or(item.aim.owner),
        };
        let span = Span { starts: row.starts.or(item.span.starts), due: row.due.or(item.span.due) };
        let checked = (aim.checked(item.layer), span.checked(item.layer));
        for error in [checked.0.as_ref().err(), checked.1.as_ref().err()].into_iter().flatten() {
            self.turn_down_fields(row, error);
        }
        let (Ok(aim), Ok(span)) = checked else { return None };
        (item.aim, item.span) = (aim, span);
        if is_new {
            item.first = item.span;
        } else if item == before {
            return Some(item);
        }
        let may = self.present.may;
        if !may(item.aim.owner) || !may(before.aim.owner) {
            self.turn_down(row, "owner", row.owner.as_deref().unwrap_or(""), Refusal::NotYours);
            return None;
        }
        if !item.is_open() {
            self.turn_down(row, "title", item.aim.title.as_str(), Refusal::Closed);
            return None;
        }
        Some(item)
    }

    /// Says what the rules of the layer refuse.
    fn turn_down_fields(&mut self, row: &Row, error: &GoalError) {
        for field in base::Problem::fields(error) {
            let (column, refusal) = match (field.field.as_str(), field.code) {
                ("term", _) => ("term", Refusal::TermWrong),
                ("yardstick", _) => ("yardstick", Refusal::YardstickMissing),
                ("due", "required") => ("due", Refusal::DateMissing),
                ("starts", _) => ("starts", Refusal::DateMissing),
                (_, _) => ("due", Refusal::EndsEarly),
            };
            self.turn_down(row, column, "", refusal);
        }
    }

    /// Joins the items as the rows say, and checks the plan that would come of it.
    fn joined(mut self, drafts: Vec<(&Row, Item, Option<Item>)>) -> Outcome {
        let mut outcome = Outcome::default();
        let mut changes: Vec<(&Row, Change)> = Vec::new();
        for (row, item, before) in drafts {
            let (link, unlink) = self.links(row, &item);
            let (wait, wait_not) = self.waits(row, &item);
            let change = Change { item, before, link, unlink, wait, wait_not };
            if change.is_any() {
                changes.push((row, change));
            } else {
                outcome.unchanged += 1;
            }
        }
        self.check(&changes);
        outcome.changes = changes.into_iter().map(|(_, change)| change).collect();
        outcome.refused = self.refused;
        outcome
    }

    /// Which links a row makes and ends; none when it says nothing of them.
    fn links(&mut self, row: &Row, item: &Item) -> (Vec<ItemId>, Vec<ItemId>) {
        let Some(names) = &row.serves else { return (Vec::new(), Vec::new()) };
        let layers = item.layer.serves();
        let mut wanted = Vec::new();
        for name in names {
            wanted.extend(self.named(row, "serves", name, |other| layers.contains(&other.layer)));
        }
        let now: Vec<ItemId> = self.present.outline.above(item.id).map(|one| one.id).collect();
        let link = wanted.iter().copied().filter(|id| !now.contains(id)).collect();
        let unlink = now.into_iter().filter(|id| !wanted.contains(id)).collect();
        (link, unlink)
    }

    /// What a row lets its item wait for, and no longer; none when it says nothing of it.
    fn waits(&mut self, row: &Row, item: &Item) -> (Vec<Dependency>, Vec<ItemId>) {
        let Some(names) = &row.waits_for else { return (Vec::new(), Vec::new()) };
        let mut wanted = Vec::new();
        for (name, lag_days) in names {
            if !(0..=MOST_LAG_DAYS).contains(lag_days) {
                self.turn_down(row, "waits_for", name, Refusal::DoesNotFit);
                continue;
            }
            let before = self.named(row, "waits_for", name, |other| other.layer != Layer::Goal);
            let dependency = |before| Dependency { before, after: item.id, lag_days: *lag_days };
            wanted.extend(before.map(dependency));
        }
        let all = self.present.dependencies.iter().filter(|one| one.after == item.id);
        let now: Vec<Dependency> = all.copied().collect();
        let wait = wanted.iter().copied().filter(|one| !now.contains(one)).collect();
        let ended = now.iter().filter(|one| !wanted.iter().any(|two| two.before == one.before));
        (wait, ended.map(|one| one.before).collect())
    }

    /// The one item that goes by a name or an identifier and fits.
    fn named(
        &mut self,
        row: &Row,
        column: &'static str,
        name: &str,
        fits: impl Fn(&Item) -> bool,
    ) -> Option<ItemId> {
        let outline = self.present.outline;
        let there = outline.all().filter(|item| !self.final_items.contains_key(&item.id));
        let all = there.chain(self.final_items.values());
        let same = |item: &&Item| {
            (item.aim.title.as_str() == name || item.id.to_string() == name) && fits(item)
        };
        let found: Vec<ItemId> = all.filter(same).map(|item| item.id).collect();
        match found.as_slice() {
            [one] => return Some(*one),
            [] => self.turn_down(row, column, name, Refusal::ReferenceUnknown),
            _ => self.turn_down(row, column, name, Refusal::ReferenceUnclear),
        }
        None
    }

    /// Checks every new link and wait in the plan that would come of the file.
    fn check(&mut self, changes: &[(&Row, Change)]) {
        let (outline, kept) = after(self.present, changes);
        let mut waits: Vec<Dependency> = kept;
        for (row, change) in changes {
            let item = &change.item;
            let may = self.present.may;
            let joins = !change.link.is_empty()
                || !change.unlink.is_empty()
                || !change.wait.is_empty()
                || !change.wait_not.is_empty();
            if joins && !may(item.aim.owner) {
                self.turn_down(row, "owner", "", Refusal::NotYours);
            }
            if item.layer == Layer::Milestone && outline.above(item.id).next().is_none() {
                self.turn_down(row, "serves", "", Refusal::NoStrategy);
            }
            for upper in &change.link {
                let fits = outline.get(*upper).is_some_and(|upper| item.may_serve(upper).is_ok());
                if !fits {
                    self.turn_down(row, "serves", &title(&outline, *upper), Refusal::DoesNotFit);
                }
            }
            for one in &change.wait {
                let before = outline.get(one.before);
                if before.is_none_or(|before| may_wait(&outline, item, before).is_err()) {
                    let name = title(&outline, one.before);
                    self.turn_down(row, "waits_for", &name, Refusal::DoesNotFit);
                    continue;
                }
                let schedule = Schedule::new(outline.all(), &waits);
                if schedule.would_circle(one.before, one.after) {
                    let name = title(&outline, one.before);
                    self.turn_down(row, "waits_for", &name, Refusal::Circle);
                    continue;
                }
                waits.push(*one);
            }
        }
    }
}

fn title(outline: &Outline, id: ItemId) -> String {
    outline.get(id).map(|item| item.aim.title.to_string()).unwrap_or_default()
}

/// The plan as it would be, and what would wait for what without the new waits.
fn after(present: &Present<'_>, changes: &[(&Row, Change)]) -> (Outline, Vec<Dependency>) {
    let mut items: Vec<Item> = present.outline.all().cloned().collect();
    let mut links: Vec<(ItemId, ItemId)> = items
        .iter()
        .flat_map(|item| present.outline.above(item.id).map(move |upper| (item.id, upper.id)))
        .collect();
    let mut waits = present.dependencies.to_vec();
    for (_, change) in changes {
        let id = change.item.id;
        match items.iter_mut().find(|item| item.id == id) {
            Some(item) => *item = change.item.clone(),
            None => items.push(change.item.clone()),
        }
        links.retain(|(lower, upper)| *lower != id || !change.unlink.contains(upper));
        links.extend(change.link.iter().map(|upper| (id, *upper)));
        let replaced = |one: &Dependency| {
            one.after == id
                && (change.wait_not.contains(&one.before)
                    || change.wait.iter().any(|two| two.before == one.before))
        };
        waits.retain(|one| !replaced(one));
    }
    (Outline::new(items, &links, Vec::new()), waits)
}
