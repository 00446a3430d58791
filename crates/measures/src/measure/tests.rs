use super::*;
use crate::observation::tests::observation;

/// Days to move in, from the design: 118 at the start of 2024, 60 by the end of 2027.
pub(crate) fn days_to_move_in() -> Definition {
    Definition {
        title: "Days from first contact to move-in".parse().unwrap(),
        code: "days_to_move_in".parse().unwrap(),
        place: None,
        kind: Kind::HowWell,
        unit: Unit::Days,
        direction: Direction::Down,
        frequency: Frequency::Quarter,
        about: None,
        numerator: None,
        denominator: None,
        source: None,
        limits: None,
        organization: None,
        keeper: None,
        due_days: Some(15),
        small_count: 11,
        baseline: None,
        targets: vec![Target { by: Date::new(2027, 12, 31).unwrap(), value: 60.0 }],
    }
}

fn target(by: &str, value: f64) -> Target {
    Target { by: by.parse().unwrap(), value }
}

#[test]
fn targets_are_put_in_order_and_cannot_share_a_day() {
    let mut definition = days_to_move_in();
    definition.targets = vec![target("2027-12-31", 60.0), target("2026-12-31", 80.0)];
    let days: Vec<_> = definition.clone().checked().unwrap().targets.iter().map(|t| t.by).collect();
    assert_eq!(days, ["2026-12-31".parse().unwrap(), "2027-12-31".parse().unwrap()]);
    definition.targets.push(target("2026-12-31", 70.0));
    assert!(matches!(definition.checked(), Err(Error::TargetTwice { .. })));
}

#[test]
fn a_baseline_lies_before_the_targets_and_has_their_frequency() {
    let mut definition = days_to_move_in();
    definition.baseline = Some(Baseline { period: "2028-Q1".parse().unwrap(), value: 118.0 });
    assert!(matches!(definition.clone().checked(), Err(Error::TargetBeforeBaseline { .. })));
    definition.baseline = Some(Baseline { period: "2024".parse().unwrap(), value: 118.0 });
    assert!(matches!(definition.checked(), Err(Error::PeriodOfOtherLength { .. })));
}

#[test]
fn small_counts_of_people_are_not_shown() {
    let mut definition = days_to_move_in();
    let with = |value: f64, denominator: Option<f64>| Observation {
        denominator,
        ..observation("2024-Q1", value)
    };
    assert_eq!(definition.shown(&with(3.0, None)), Some(3.0), "3 days are no small count");
    assert_eq!(definition.shown(&with(84.0, Some(10.0))), None);
    assert_eq!(definition.shown(&with(84.0, Some(11.0))), Some(84.0));
    definition.unit = Unit::People;
    assert_eq!(definition.shown(&with(10.0, None)), None);
    assert_eq!(definition.shown(&with(0.0, None)), Some(0.0), "nobody is no person");
    definition.small_count = 0;
    assert_eq!(definition.shown(&with(1.0, None)), Some(1.0));
}

#[test]
fn a_number_is_due_some_days_after_its_period() {
    let definition = days_to_move_in();
    let due = definition.due("2026-Q1".parse().unwrap());
    assert_eq!(due, Some(Date::new(2026, 4, 15).unwrap()));
}
