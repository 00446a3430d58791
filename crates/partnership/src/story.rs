//! Stories: what happened to a record from its idea to its result, dated and in plain words, with what
//! led to it and what came of it. Made of the record of events; contexts say what belongs together.

pub(crate) mod about;
pub(crate) mod api;
pub(crate) mod bodies;
pub(crate) mod pages;
pub(crate) mod public;
pub(crate) mod queries;
pub(crate) mod store;

use std::sync::Arc;

use ::store::{Page, Place};
use web::{Bond, Record, Related, Tale};

use crate::activity::{Happening, Told};

/// How many events one page of a story tells.
const PAGE: usize = 100;

/// What happens beside a story: reminders, and turns of a list.
const BESIDE: [&str; 3] = ["commitment.nudged", "commitment.reminded", "plan.ordered"];

/// A story with all that its page shows.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) place: Arc<Place>,
    pub(crate) record: Record,
    pub(crate) tale: Tale,
    /// What happened, the earliest first, with the names that the words need.
    pub(crate) told: Told,
    /// Whether everybody may read it.
    pub(crate) is_public: bool,
}

/// One page of what happened, out of what each kind of record gave, in the order of the record.
fn in_order(mut all: Vec<Happening>) -> Page<Happening> {
    all.sort_by_key(|happening| happening.seq);
    all.dedup_by_key(|happening| happening.seq);
    Page::of(all, PAGE, |last| ::store::Cursor(::store::values![last.seq]))
}

/// What belongs to a story in one way, each once and in its order.
pub(crate) fn bound(tale: &Tale, bond: Bond) -> Vec<&Related> {
    let mut seen: Vec<&Record> = Vec::new();
    let mut all = Vec::new();
    for related in tale.related.iter().filter(|related| related.bond == bond) {
        if !seen.contains(&&related.record) {
            seen.push(&related.record);
            all.push(related);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_a_story_in_two_ways_is_named_once_in_each() {
        let related = |id: &str, bond| Related {
            record: Record::new("commitment", id),
            title: id.to_owned(),
            bond,
            is_told: true,
        };
        let (led, came) = (Bond::LedToIt, Bond::CameOfIt);
        let tale = Tale {
            title: "x".into(),
            stands: String::new(),
            related: vec![
                related("b", came),
                related("a", led),
                related("b", came),
                related("b", led),
            ],
        };
        let names = |bond| {
            let all = bound(&tale, bond).into_iter().map(|one| one.title.clone());
            all.collect::<Vec<_>>()
        };
        assert_eq!((names(led), names(came)), (vec!["a".into(), "b".into()], vec!["b".to_owned()]));
    }
}
