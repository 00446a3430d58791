use base::{Date, Id, OrganizationId, PersonId, Revision};

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An open item as the tests of this concept start from it.
pub(crate) fn item(n: u128, layer: Layer, due: Option<&str>) -> Item {
    let span = Span { starts: None, due: due.map(day) };
    Item {
        id: ItemId::from_bits(n),
        layer,
        aim: Aim {
            title: format!("Item {n}").parse().unwrap(),
            details: None,
            term: (layer == Layer::Goal).then_some(Term::Long),
            yardstick: (layer == Layer::Objective).then(|| "120 landlords".parse().unwrap()),
            owner: OrganizationId::from_bits(1),
        },
        span,
        first: span,
        place: i64::try_from(n).unwrap(),
        state: State::Open,
        closed_on: None,
        closed_words: None,
        reviewed_on: None,
        judged: None,
        since: day("2025-01-01"),
        revision: Revision::FIRST,
    }
}

pub(super) fn judgement(status: Status) -> Judgement {
    Judgement {
        status,
        why: "We saw it".parse().unwrap(),
        by: PersonId::from_bits(1),
        organization: OrganizationId::from_bits(1),
        on: day("2026-05-01"),
    }
}

fn missing(error: &GoalError) -> Vec<&str> {
    base::Problem::fields(error).iter().map(|field| field.field.as_str()).collect()
}

#[test]
fn each_layer_asks_for_what_makes_it_one() {
    let bare = |layer| Aim { term: None, yardstick: None, ..item(1, layer, None).aim };
    let refused = |layer| bare(layer).checked(layer).err();
    assert_eq!(refused(Layer::Goal).as_ref().map(missing), Some(vec!["term"]));
    assert_eq!(refused(Layer::Objective).as_ref().map(missing), Some(vec!["yardstick"]));
    assert!(refused(Layer::Strategy).is_none() && refused(Layer::Milestone).is_none());
    let undated = |layer| Span::default().checked(layer).err();
    assert!(undated(Layer::Goal).is_none());
    assert_eq!(undated(Layer::Objective).as_ref().map(missing), Some(vec!["due"]));
    assert_eq!(undated(Layer::Strategy).as_ref().map(missing), Some(vec!["due", "starts"]));
    assert_eq!(undated(Layer::Milestone).as_ref().map(missing), Some(vec!["due"]));
}

#[test]
fn nothing_ends_before_it_begins() {
    let span = |starts, due| Span { starts: Some(day(starts)), due: Some(day(due)) };
    assert!(span("2026-05-01", "2026-05-01").checked(Layer::Strategy).is_ok());
    let early = span("2026-05-02", "2026-05-01").checked(Layer::Strategy).unwrap_err();
    assert_eq!(base::Problem::fields(&early)[0].code, "plan_ends_early");
}

#[test]
fn what_does_not_belong_to_a_layer_is_left_out() {
    let aim = Aim { yardstick: Some("x".parse().unwrap()), ..item(1, Layer::Goal, None).aim };
    assert_eq!(aim.checked(Layer::Goal).unwrap().yardstick, None);
}

#[test]
fn links_lead_upward_only() {
    for lower in Layer::ALL {
        for upper in Layer::ALL {
            let allowed = item(1, *lower, None).may_serve(&item(2, *upper, None)).is_ok();
            assert_eq!(allowed, lower.serves().contains(upper), "{lower} {upper}");
            assert_eq!(allowed, upper.served_by().contains(lower), "{lower} {upper}");
            assert!(!allowed || lower > upper, "{lower} {upper}");
        }
    }
}

#[test]
fn a_goal_wants_a_review_after_a_year() {
    let mut goal = item(1, Layer::Goal, None);
    assert!(!goal.wants_review(day("2026-01-01")));
    assert!(goal.wants_review(day("2026-01-02")));
    goal.review(day("2026-01-02")).unwrap();
    assert!(matches!(goal.review(day("2026-01-02")), Err(GoalError::ReviewedToday)));
    assert!(!goal.wants_review(day("2027-01-02")) && goal.wants_review(day("2027-01-03")));
    goal.close(Ending::Reached, None, day("2026-02-01")).unwrap();
    assert!(!goal.wants_review(day("2030-01-01")));
    assert_eq!(item(2, Layer::Strategy, None).review_due(), None);
}

#[test]
fn what_is_closed_changes_no_more_until_it_is_opened() {
    let mut one = item(1, Layer::Goal, None);
    assert!(matches!(one.reopen(), Err(GoalError::NotClosed)));
    let unexplained = one.close(Ending::Dropped, None, day("2026-05-01")).unwrap_err();
    assert_eq!(missing(&unexplained), ["words"]);
    one.judge(judgement(Status::AtRisk)).unwrap();
    one.close(Ending::Dropped, Some("No money".parse().unwrap()), day("2026-05-01")).unwrap();
    assert_eq!((one.state, one.judged.clone()), (State::Dropped, None));
    assert!(matches!(one.judge(judgement(Status::OnTrack)), Err(GoalError::Closed)));
    assert!(matches!(one.review(day("2026-05-02")), Err(GoalError::Closed)));
    assert!(matches!(one.move_dates(Span::default()), Err(GoalError::Closed)));
    let aim = one.aim.clone();
    assert!(matches!(one.change(aim), Err(GoalError::Closed)));
    one.reopen().unwrap();
    assert_eq!((one.state, one.closed_on, one.closed_words.clone()), (State::Open, None, None));
}

#[test]
fn a_change_changes_something() {
    let mut one = item(1, Layer::Milestone, Some("2026-06-01"));
    let aim = one.aim.clone();
    assert!(matches!(one.change(aim), Err(GoalError::SameAim)));
    assert!(matches!(one.move_dates(one.span), Err(GoalError::SameDates)));
    assert!(matches!(one.unjudge(), Err(GoalError::NotJudged)));
    let later = Span { starts: None, due: Some(day("2026-07-01")) };
    assert_eq!(one.move_dates(later).unwrap().due, Some(day("2026-06-01")));
    // What was first agreed stays beside it.
    assert_eq!(one.first.due, Some(day("2026-06-01")));
}
