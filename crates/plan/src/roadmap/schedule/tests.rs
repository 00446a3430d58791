use base::Id;
use proptest::prelude::*;

use super::*;
use crate::goal::{Layer, tests::item};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn id(n: u128) -> ItemId {
    ItemId::from_bits(n)
}

fn work(n: u128, starts: &str, due: &str) -> Item {
    let mut item = item(n, Layer::Strategy, Some(due));
    item.span.starts = Some(day(starts));
    item
}

fn waits(after: u128, before: u128, lag_days: i64) -> Dependency {
    Dependency { before: id(before), after: id(after), lag_days }
}

fn span(starts: &str, due: &str) -> Span {
    Span { starts: Some(day(starts)), due: Some(day(due)) }
}

/// 1 in January, 2 in February after it, 3 in April after both with a week between; 4 alone.
fn chain() -> Vec<Item> {
    vec![
        work(1, "2026-01-01", "2026-01-31"),
        work(2, "2026-02-01", "2026-02-28"),
        work(3, "2026-04-01", "2026-04-30"),
        work(4, "2026-01-01", "2026-12-31"),
    ]
}

fn schedule() -> Schedule {
    Schedule::new(&chain(), &[waits(2, 1, 0), waits(3, 2, 7), waits(3, 1, 0)])
}

#[test]
fn nothing_waits_for_itself() {
    let schedule = schedule();
    assert!(schedule.would_circle(id(3), id(1)) && schedule.would_circle(id(1), id(1)));
    assert!(!schedule.would_circle(id(1), id(3)) && !schedule.would_circle(id(4), id(1)));
}

#[test]
fn a_move_pushes_what_waits_and_no_further_than_it_must() {
    let schedule = schedule();
    // A day later fits still: the next one begins on the day on which this one ends.
    assert_eq!(schedule.pushes(id(1), span("2026-01-01", "2026-02-01")), []);
    let pushes = schedule.pushes(id(1), span("2026-01-01", "2026-02-10"));
    assert_eq!(
        pushes,
        [Push {
            id: id(2),
            from: span("2026-02-01", "2026-02-28"),
            to: span("2026-02-10", "2026-03-09"),
        }]
    );
    let pushes = schedule.pushes(id(1), span("2026-01-01", "2026-03-10"));
    assert_eq!(pushes.iter().map(|push| push.id).collect::<Vec<_>>(), [id(2), id(3)]);
    // The second ends on April 6, and a week lies between.
    assert_eq!(pushes[1].to, span("2026-04-13", "2026-05-12"));
    assert_eq!(schedule.pushes(id(4), span("2026-01-01", "2027-12-31")), []);
}

#[test]
fn a_move_to_an_earlier_day_pushes_nothing() {
    assert_eq!(schedule().pushes(id(1), span("2025-12-01", "2025-12-31")), []);
}

#[test]
fn what_is_done_is_not_pushed_and_what_was_given_up_is_not_waited_for() {
    let mut items = chain();
    items[1].state = State::Reached;
    items[1].closed_on = Some(day("2026-02-20"));
    let dependencies = [waits(2, 1, 0), waits(3, 2, 7)];
    let done = Schedule::new(&items, &dependencies);
    assert_eq!(done.pushes(id(1), span("2026-01-01", "2026-09-30")), []);
    items[1].state = State::Dropped;
    let dropped = Schedule::new(&items, &dependencies);
    assert_eq!(dropped.pushes(id(2), span("2026-02-01", "2026-09-30")), []);
    assert_eq!(dropped.too_early(id(3)), None);
}

#[test]
fn what_begins_too_early_is_told() {
    let schedule = Schedule::new(&chain(), &[waits(2, 1, 7), waits(3, 2, 0)]);
    // January 31 and a week.
    assert_eq!((schedule.too_early(id(2)), schedule.too_early(id(3))), (Some(6), None));
}

#[test]
fn the_deciding_chain_leads_back_from_the_last_end() {
    let schedule = schedule();
    assert_eq!(schedule.critical(), BTreeSet::from([id(1), id(2), id(3)]));
    let slack = schedule.slack_days();
    // March 7 to April 1; and a day between January 31 and February 1.
    assert_eq!((slack[&id(3)], slack[&id(2)], slack[&id(1)]), (0, 25, 26));
    assert!(!slack.contains_key(&id(4)), "what hangs together with nothing has no slack");
    // A shorter branch decides nothing.
    let mut items = chain();
    items.push(work(5, "2026-01-01", "2026-01-10"));
    let branch = Schedule::new(&items, &[waits(2, 1, 0), waits(3, 2, 7), waits(3, 5, 0)]);
    assert!(!branch.critical().contains(&id(5)));
}

/// Work with dates at random, and dependencies that lead from a lower number to a higher one.
fn schedules() -> impl Strategy<Value = (Vec<Item>, Vec<Dependency>)> {
    let works = prop::collection::vec((0_i64..400, 0_i64..90, 0_u8..6), 2..9);
    let links = prop::collection::vec((1_u128..9, 1_u128..9, 0_i64..20), 0..14);
    (works, links).prop_map(|(works, links)| {
        let start = day("2026-01-01");
        let items: Vec<Item> = (1..)
            .zip(works)
            .map(|(n, (from, length, state))| {
                let (starts, due) = (start.plus_days(from), start.plus_days(from + length));
                let mut one = work(n, &starts.to_string(), &due.to_string());
                if state == 0 {
                    (one.state, one.closed_on) = (State::Reached, Some(due));
                }
                one
            })
            .collect();
        let count = u128::try_from(items.len()).unwrap();
        let mut dependencies: Vec<Dependency> = links
            .into_iter()
            .filter(|(one, other, _)| one < other && *other <= count)
            .map(|(one, other, lag)| waits(other, one, lag))
            .collect();
        dependencies.sort_by_key(|one| (one.before, one.after));
        dependencies.dedup_by_key(|one| (one.before, one.after));
        (items, dependencies)
    })
}

fn moved(items: &[Item], id: ItemId, span: Span, pushes: &[Push]) -> Vec<Item> {
    let mut items = items.to_vec();
    for one in &mut items {
        if one.id == id {
            one.span = span;
        }
        if let Some(push) = pushes.iter().find(|push| push.id == one.id) {
            one.span = push.to;
        }
    }
    items
}

proptest! {
    #[test]
    fn after_its_pushes_nothing_begins_before_it_may(
        (items, dependencies) in schedules(), which in 0_usize..8, days in 1_i64..200,
    ) {
        let before = Schedule::new(&items, &dependencies);
        let item = &items[which % items.len()];
        prop_assume!(item.is_open());
        let span = before.spans[&item.id].later(days).span;
        let pushes = before.pushes(item.id, span);
        let after = Schedule::new(&moved(&items, item.id, span, &pushes), &dependencies);
        for push in &pushes {
            prop_assert!(push.to.due > push.from.due, "nothing is pushed back in time");
        }
        // Where dates fitted before, they fit again.
        let fits = items.iter().all(|one| before.too_early(one.id).is_none());
        if fits {
            for one in &items {
                prop_assert_eq!(after.too_early(one.id), None);
            }
        }
        // A second move to the same day pushes nothing more.
        prop_assert_eq!(after.pushes(item.id, span), []);
    }

    #[test]
    fn each_is_pushed_as_little_as_it_must(
        (items, dependencies) in schedules(), which in 0_usize..8, days in 1_i64..200,
    ) {
        let before = Schedule::new(&items, &dependencies);
        let item = &items[which % items.len()];
        prop_assume!(item.is_open());
        let span = before.spans[&item.id].later(days).span;
        let pushes = before.pushes(item.id, span);
        for push in &pushes {
            let mut less = pushes.clone();
            for one in &mut less {
                if one.id == push.id {
                    let earlier = |day: Option<Date>| day.map(|day| day.plus_days(-1));
                    one.to = Span { starts: earlier(one.to.starts), due: earlier(one.to.due) };
                }
            }
            let after = Schedule::new(&moved(&items, item.id, span, &less), &dependencies);
            prop_assert!(after.too_early(push.id).is_some());
        }
    }

    #[test]
    fn what_slips_within_its_slack_does_not_move_the_end(
        (items, dependencies) in schedules(), which in 0_usize..8,
    ) {
        let before = Schedule::new(&items, &dependencies);
        let slack = before.slack_days();
        let item = &items[which % items.len()];
        let Some(days) = slack.get(&item.id).copied().filter(|days| *days > 0) else { return Ok(()) };
        let span = before.spans[&item.id].later(days).span;
        let pushes = before.pushes(item.id, span);
        let group = before.groups().into_iter().find(|group| group.contains(&item.id)).unwrap();
        let end = |schedule: &Schedule| schedule.open_in(&group).map(|(_, dated)| dated.ends).max();
        let after = Schedule::new(&moved(&items, item.id, span, &pushes), &dependencies);
        prop_assert_eq!(end(&before), end(&after));
    }

    #[test]
    fn the_deciding_chain_is_a_chain((items, dependencies) in schedules()) {
        let schedule = Schedule::new(&items, &dependencies);
        let critical = schedule.critical();
        for group in schedule.groups() {
            let chain: Vec<ItemId> = group.iter().copied().filter(|id| critical.contains(id)).collect();
            let open = schedule.open_in(&group).count();
            prop_assert_eq!(chain.is_empty(), open == 0);
            // Each but the last is waited for by another of the chain.
            let waited = chain.iter().filter(|id| {
                schedule.after.get(id).into_iter().flatten().any(|one| chain.contains(&one.after))
            });
            prop_assert_eq!(waited.count() + 1, chain.len().max(1));
        }
    }
}
