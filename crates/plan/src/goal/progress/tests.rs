use base::Id;
use proptest::prelude::*;

use super::*;
use crate::{
    CommitmentId,
    goal::{
        ItemId, Outline, Pile, Reading, Span,
        tests::{item, judgement},
    },
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    day("2026-05-12")
}

fn part(n: u128, state: StateName, deadline: &str) -> Pile {
    Pile { one: Some(CommitmentId::from_bits(n)), state, deadline: day(deadline), count: 1 }
}

fn reading(measure: &str, stand: Stand, way_percent: Option<i64>) -> Reading {
    Reading {
        measure: measure.to_owned(),
        title: measure.parse().unwrap(),
        stand,
        way_percent,
        start: Some(118.0),
        latest: Some(84.0),
        period: Some("2026-Q1".to_owned()),
        target: Some(60.0),
        by: Some(day("2027-12-31")),
        retired: false,
    }
}

fn milestone(n: u128, due: &str, state: State) -> Item {
    Item { state, ..item(n, Layer::Milestone, Some(due)) }
}

/// Goals 1 and 2, objective 3 below both, strategy 4 below all three, milestones 5 and 6 below it.
fn diamond(milestones: [Item; 2], parts: Vec<(u128, Pile)>) -> Outline {
    let strategy = Item {
        span: Span { starts: Some(day("2026-01-01")), due: Some(day("2026-12-31")) },
        ..item(4, Layer::Strategy, None)
    };
    let mut items = vec![
        item(1, Layer::Goal, None),
        item(2, Layer::Goal, None),
        item(3, Layer::Objective, Some("2027-06-30")),
        strategy,
    ];
    items.extend(milestones);
    let id = ItemId::from_bits;
    let links = [(3, 1), (3, 2), (4, 1), (4, 2), (4, 3), (5, 4), (6, 4)];
    let links = links.map(|(lower, upper)| (id(lower), id(upper)));
    let parts = parts.into_iter().map(|(item, part)| (id(item), part)).collect();
    Outline::new(items, &links, parts)
}

fn stands(outline: &Outline, n: u128) -> (Status, Why) {
    let item = outline.get(ItemId::from_bits(n)).unwrap();
    let standing = outline.standing(item, today());
    (standing.status(), standing.why)
}

fn calm_milestones() -> [Item; 2] {
    [milestone(5, "2026-04-01", State::Reached), milestone(6, "2026-09-01", State::Open)]
}

#[test]
fn shared_work_counts_once_however_many_ways_lead_to_it() {
    let kept = part(1, StateName::Kept, "2026-04-01");
    let parts = vec![(4, kept), (3, kept), (5, kept), (4, part(2, StateName::Open, "2026-08-01"))];
    let outline = diamond(calm_milestones(), parts);
    for goal in [1, 2] {
        let progress = outline.progress(ItemId::from_bits(goal), today());
        assert_eq!((progress.reached, progress.ahead, progress.kept, progress.open), (1, 1, 1, 1));
        assert_eq!((progress.done(), progress.total()), (2, 4));
    }
    assert_eq!(stands(&outline, 1), (Status::OnTrack, Why::NothingLate { done: 2, of: 4 }));
}

#[test]
fn what_is_late_puts_everything_above_it_at_risk() {
    let late = [milestone(5, "2026-05-11", State::Open), milestone(6, "2026-09-01", State::Open)];
    let outline = diamond(late, vec![]);
    let risk = (Status::AtRisk, Why::SomeLate { late: 1, of: 2 });
    for n in [1, 2, 3, 4] {
        assert_eq!(stands(&outline, n), risk, "{n}");
    }
    assert_eq!(stands(&outline, 5), (Status::OffTrack, Why::DayPassed { days: 1 }));
    assert_eq!(stands(&outline, 6), (Status::OnTrack, Why::NothingLate { done: 0, of: 1 }));
    // On the day itself nothing is late.
    let due = [milestone(5, "2026-05-12", State::Open), milestone(6, "2026-09-01", State::Open)];
    assert_eq!(stands(&diamond(due, vec![]), 4).0, Status::OnTrack);
}

#[test]
fn long_delays_and_many_put_it_off_track() {
    let ms = |first: &str, second: &str| {
        [milestone(5, first, State::Open), milestone(6, second, State::Open)]
    };
    let long = diamond(ms("2026-04-11", "2026-09-01"), vec![]);
    assert_eq!(stands(&long, 1), (Status::OffTrack, Why::LongLate { days: 31 }));
    let edge = diamond(ms("2026-04-12", "2026-09-01"), vec![]);
    assert_eq!(stands(&edge, 1).0, Status::AtRisk);
    let many = diamond(ms("2026-05-01", "2026-05-02"), vec![]);
    assert_eq!(stands(&many, 1), (Status::OffTrack, Why::ManyLate { late: 2, of: 2 }));
}

#[test]
fn a_kept_promise_moves_the_goal_and_a_broken_one_shows() {
    let open = diamond(calm_milestones(), vec![(4, part(1, StateName::Open, "2026-05-01"))]);
    assert_eq!(stands(&open, 1), (Status::AtRisk, Why::SomeLate { late: 1, of: 2 }));
    let kept = diamond(calm_milestones(), vec![(4, part(1, StateName::Kept, "2026-05-01"))]);
    assert_eq!(stands(&kept, 1), (Status::OnTrack, Why::NothingLate { done: 2, of: 3 }));
    let done =
        [milestone(5, "2026-04-01", State::Reached), milestone(6, "2026-04-02", State::Reached)];
    let broken = diamond(done, vec![(4, part(1, StateName::Broken, "2026-05-01"))]);
    assert_eq!(stands(&broken, 1), (Status::AtRisk, Why::Broken { count: 1 }));
}

#[test]
fn work_done_ends_a_strategy_but_people_say_whether_an_outcome_is_reached() {
    let done =
        [milestone(5, "2026-04-01", State::Reached), milestone(6, "2026-04-02", State::Dropped)];
    let outline = diamond(done, vec![]);
    assert_eq!(stands(&outline, 4), (Status::Done, Why::AllDone));
    assert_eq!(stands(&outline, 1), (Status::OnTrack, Why::AllDone));
}

#[test]
fn nothing_linked_later_and_nothing_done_are_not_started() {
    let goal = item(1, Layer::Goal, None);
    let alone = standing(&goal, Progress::default(), &Signs::default(), today());
    assert_eq!((alone.computed, alone.why), (Status::NotStarted, Why::NothingLinked));
    let starts = Some(day("2026-06-01"));
    let strategy = Item {
        span: Span { starts, due: Some(day("2026-12-31")) },
        ..item(4, Layer::Strategy, None)
    };
    let ahead = Progress { ahead: 2, ..Progress::default() };
    let later = standing(&strategy, ahead, &Signs::default(), today());
    assert_eq!(later.why, Why::StartsLater { on: day("2026-06-01") });
    let waiting = standing(&goal, ahead, &Signs::default(), today());
    assert_eq!((waiting.computed, waiting.why), (Status::NotStarted, Why::NothingDone));
}

#[test]
fn an_offer_that_nobody_accepted_is_no_progress() {
    let parts = vec![
        (4, part(1, StateName::Proposed, "2026-05-01")),
        (4, part(2, StateName::Declined, "2026-05-01")),
        (4, part(3, StateName::Withdrawn, "2026-05-01")),
    ];
    let with = diamond(calm_milestones(), parts).progress(ItemId::from_bits(1), today());
    assert_eq!((with.done(), with.total(), with.delayed(), with.proposed), (1, 2, 0, 1));
}

#[test]
fn a_persons_word_stands_above_the_computed_one_and_worries_those_above() {
    let mut strategy = item(4, Layer::Strategy, Some("2026-12-31"));
    strategy.span.starts = Some(day("2026-01-01"));
    strategy.judged = Some(judgement(Status::OffTrack));
    let id = ItemId::from_bits;
    let items = vec![item(1, Layer::Goal, None), strategy, milestone(5, "2026-09-01", State::Open)];
    let outline = Outline::new(items, &[(id(4), id(1)), (id(5), id(4))], vec![]);
    let standing = outline.standing(outline.get(id(4)).unwrap(), today());
    assert_eq!((standing.status(), standing.computed), (Status::OffTrack, Status::OnTrack));
    let title = "Item 4".parse().unwrap();
    assert_eq!(stands(&outline, 1), (Status::AtRisk, Why::Judged { title }));
}

#[test]
fn what_looks_alike_is_counted_as_often_as_it_is_there() {
    let pile = Pile { one: None, state: StateName::Open, deadline: day("2026-05-01"), count: 3 };
    let outline = diamond(calm_milestones(), vec![(4, pile), (5, pile)]);
    let progress = outline.progress(ItemId::from_bits(1), today());
    assert_eq!((progress.open, progress.late, progress.worst_days), (6, 6, 11));
}

fn measured(readings: &[(u128, Reading)]) -> Outline {
    let all = readings.iter().map(|(_, reading)| reading.clone()).collect();
    let links = readings
        .iter()
        .map(|(item, reading)| (ItemId::from_bits(*item), reading.measure.clone()))
        .collect();
    diamond(calm_milestones(), vec![]).measured(all, links)
}

#[test]
fn a_measure_moves_what_it_measures_and_worries_what_that_serves() {
    let title = |name: &str| name.parse().unwrap();
    let off = measured(&[(3, reading("Landlords", Stand::OffTrack, Some(20)))]);
    assert_eq!(stands(&off, 3), (Status::OffTrack, Why::MeasureOff { title: title("Landlords") }));
    assert_eq!(stands(&off, 1), (Status::AtRisk, Why::MeasureBelow { title: title("Landlords") }));
    assert_eq!(stands(&off, 4).0, Status::OnTrack, "what lies below is not measured by it");
    let behind = measured(&[(1, reading("Days", Stand::AtRisk, Some(50)))]);
    assert_eq!(stands(&behind, 1), (Status::AtRisk, Why::MeasureBehind { title: title("Days") }));
    assert_eq!(stands(&behind, 2).0, Status::OnTrack, "another goal is not measured by it");
    let fine = measured(&[(1, reading("Days", Stand::OnTrack, Some(59)))]);
    assert_eq!(stands(&fine, 1), (Status::OnTrack, Why::NothingLate { done: 1, of: 2 }));
    let progress = fine.progress(ItemId::from_bits(1), today());
    assert_eq!((progress.measures, progress.met, progress.way_percent), (1, 0, Some(59)));
}

#[test]
fn an_outcome_is_done_when_all_its_measures_reached_their_targets() {
    let reached = reading("Days", Stand::Reached, Some(100));
    let one = measured(&[(3, reached.clone())]);
    assert_eq!(stands(&one, 3), (Status::Done, Why::MeasuresReached { count: 1 }));
    assert_eq!(stands(&one, 1).0, Status::OnTrack, "the goal is not measured by it");
    let two = measured(&[(3, reached.clone()), (3, reading("Beds", Stand::OnTrack, Some(40)))]);
    assert_eq!(stands(&two, 3).0, Status::OnTrack);
    let way = two.progress(ItemId::from_bits(3), today()).way_percent;
    assert_eq!(way, Some(70));
    // What has no target, no number, or is out of use says nothing.
    for silent in [
        reading("Beds", Stand::NoTarget, None),
        reading("Beds", Stand::NotStarted, None),
        Reading { retired: true, ..reading("Beds", Stand::OffTrack, Some(1)) },
    ] {
        let outline = measured(&[(3, reached.clone()), (3, silent)]);
        assert_eq!(stands(&outline, 3).0, Status::Done);
    }
}

#[test]
fn a_measure_counts_once_however_many_ways_lead_to_it() {
    let same = reading("Days", Stand::AtRisk, Some(10));
    let outline = measured(&[(3, same.clone()), (4, same.clone()), (1, same)]);
    let progress = outline.progress(ItemId::from_bits(1), today());
    assert_eq!((progress.measures, progress.behind), (1, 1));
}

const STATES: [StateName; 7] = [
    StateName::Proposed,
    StateName::Declined,
    StateName::Withdrawn,
    StateName::Open,
    StateName::Claimed,
    StateName::Kept,
    StateName::Broken,
];

/// Items, which serves which, and what is attached to which.
type Plan = (Vec<Item>, Vec<(u128, u128)>, Vec<(u128, Pile)>);

/// A plan of one goal, some strategies and milestones, with links and promises at random.
fn plans() -> impl Strategy<Value = Plan> {
    let dates = prop::collection::vec((0_i64..400, 0_usize..3), 1..8);
    let links = prop::collection::vec((10_u128..14, 1_u128..4), 0..12);
    let below = prop::collection::vec((20_u128..28, 10_u128..14), 0..20);
    let parts = prop::collection::vec((1_u128..28, 0_u128..6, 0_usize..7), 0..16);
    (dates, links, below, parts).prop_map(|(dates, links, below, parts)| {
        let mut items = vec![item(1, Layer::Goal, None), item(2, Layer::Goal, None)];
        items.push(item(3, Layer::Objective, Some("2027-01-01")));
        items.extend((10..14).map(|n| item(n, Layer::Strategy, Some("2027-01-01"))));
        for (n, (days, state)) in (20..).zip(dates) {
            let due = day("2026-01-01").plus_days(days).to_string();
            items.push(milestone(n, &due, State::ALL[state]));
        }
        let known: Vec<ItemId> = items.iter().map(|item| item.id).collect();
        let known = |n: u128| known.contains(&ItemId::from_bits(n));
        let mut all: Vec<(u128, u128)> = vec![(3, 1), (3, 2)];
        all.extend(links.into_iter().chain(below));
        all.retain(|(lower, upper)| known(*lower) && known(*upper));
        all.sort_unstable();
        all.dedup();
        let mut parts: Vec<(u128, Pile)> = parts
            .into_iter()
            .filter(|(on, ..)| known(*on))
            // A promise is what it is wherever it hangs.
            .map(|(on, n, _)| (on, part(n, STATES[usize::try_from(n).unwrap()], "2026-05-01")))
            .collect();
        parts.sort_by_key(|(on, part)| (*on, part.one));
        parts.dedup_by_key(|(on, part)| (*on, part.one));
        (items, all, parts)
    })
}

fn outline(items: &[Item], links: &[(u128, u128)], parts: &[(u128, Pile)]) -> Outline {
    let id = ItemId::from_bits;
    let links: Vec<_> = links.iter().map(|(lower, upper)| (id(*lower), id(*upper))).collect();
    let parts = parts.iter().map(|(on, part)| (id(*on), *part)).collect();
    Outline::new(items.to_vec(), &links, parts)
}

proptest! {
    #[test]
    fn each_thing_counts_once((items, links, parts) in plans()) {
        let outline = outline(&items, &links, &parts);
        for item in &items {
            let progress = outline.progress(item.id, today());
            let below = outline.below(item.id);
            let milestones =
                items.iter().filter(|one| one.layer == Layer::Milestone && below.contains(&one.id));
            let worked = milestones.filter(|one| one.state != State::Dropped).count();
            let mut promises: Vec<&Pile> = parts
                .iter()
                .filter(|(on, _)| below.contains(&ItemId::from_bits(*on)))
                .map(|(_, part)| part)
                .filter(|part| matches!(part.state, StateName::Open | StateName::Claimed | StateName::Kept))
                .collect();
            promises.sort_by_key(|part| part.one);
            promises.dedup_by_key(|part| part.one);
            prop_assert_eq!(usize::try_from(progress.total()).unwrap(), worked + promises.len());
        }
    }

    #[test]
    fn another_way_to_the_same_work_changes_no_number((items, links, parts) in plans()) {
        let before = outline(&items, &links, &parts);
        let goal = ItemId::from_bits(1);
        let mut more = links.clone();
        // Everything that serves the goal in some way now serves it directly too.
        for item in before.below(goal).into_iter().filter(|id| *id != goal) {
            let n = items.iter().find(|one| one.id == item).unwrap().place.unsigned_abs().into();
            more.push((n, 1));
        }
        more.sort_unstable();
        more.dedup();
        let after = outline(&items, &more, &parts);
        prop_assert_eq!(before.progress(goal, today()), after.progress(goal, today()));
    }

    #[test]
    fn doing_something_never_lowers_what_is_done((items, links, parts) in plans(), which in 0_usize..8) {
        let before = outline(&items, &links, &parts);
        let mut done = items.clone();
        let milestones = done.iter_mut().filter(|one| one.layer == Layer::Milestone);
        if let Some(one) = milestones.filter(|one| one.is_open()).nth(which) {
            one.state = State::Reached;
        }
        let after = outline(&done, &links, &parts);
        for item in &items {
            let (one, other) = (before.progress(item.id, today()), after.progress(item.id, today()));
            prop_assert!(other.done() >= one.done() && other.total() == one.total());
            prop_assert!(other.delayed() <= one.delayed());
        }
    }

    #[test]
    fn nothing_is_done_beyond_all_and_late_is_a_part_of_open((items, links, parts) in plans()) {
        let outline = outline(&items, &links, &parts);
        for item in &items {
            let progress = outline.progress(item.id, today());
            prop_assert!(progress.done() <= progress.total());
            prop_assert!(progress.overdue <= progress.ahead && progress.late <= progress.open);
            prop_assert!((progress.worst_days > 0) == (progress.delayed() > 0));
        }
    }
}
