use proptest::prelude::*;

use super::*;
use crate::{Target, measure::tests::days_to_move_in, observation::tests::observation};

/// The nine quarters of the design's measure page.
fn quarters() -> Vec<Observation> {
    let values = [118.0, 116.0, 109.0, 113.0, 108.0, 101.0, 92.0, 88.0, 84.0];
    let first: Period = "2024-Q1".parse().unwrap();
    (0..)
        .zip(values)
        .map(|(at, value)| observation(&first.later(at).unwrap().to_string(), value))
        .collect()
}

fn keys(sentences: &[Sentence]) -> Vec<&str> {
    sentences.iter().map(|sentence| sentence.key).collect()
}

fn fact(sentence: &Sentence, name: &str) -> Fact {
    sentence.facts.iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn the_measure_of_the_design_says_what_the_design_says() {
    let found = findings(&days_to_move_in(), &quarters());
    assert_eq!(
        keys(&found.short),
        [
            "measures-short-now",
            "measures-short-start",
            "measures-short-target",
            "measures-short-ahead"
        ]
    );
    let Fact::Amount(ahead, Unit::Days) = fact(&found.short[3], "amount") else { panic!() };
    assert!((ahead - 3.0).abs() < 0.5);
    assert_eq!(found.title.key, "measures-title-better");
    assert_eq!(fact(&found.title, "times"), Fact::Count(7));
    assert_eq!(fact(&found.title, "periods"), Fact::Periods(Frequency::Quarter, 8));
    let pace = found.pace.unwrap();
    // "There are 7 quarters left: 7 times 4 is 28. And 84 minus 28 is 56. Only 4 days to spare."
    assert_eq!(fact(&pace.outlook, "amount"), Fact::Amount(56.0, Unit::Days));
    assert_eq!(pace.margin.key, "measures-pace-spare");
    assert_eq!(fact(&pace.margin, "amount"), Fact::Amount(4.0, Unit::Days));
    assert_eq!(
        keys(&pace.working),
        ["measures-pace-fell", "measures-pace-left", "measures-pace-minus"]
    );
    assert_eq!(fact(&pace.working[1], "left"), Fact::Count(7));
}

#[test]
fn a_measure_without_numbers_says_so() {
    let found = findings(&days_to_move_in(), &[]);
    assert_eq!(keys(&found.short), ["measures-short-none", "measures-short-target"]);
    assert_eq!(found.title.key, "measures-title-none");
    assert_eq!(found.pace, None);
}

#[test]
fn numbers_far_apart_are_compared_without_speaking_of_steps() {
    let found =
        findings(&days_to_move_in(), &[observation("2024-Q1", 9.0), observation("2025-Q1", 7.0)]);
    assert_eq!(found.title.key, "measures-title-better-than");
    let mut definition = days_to_move_in();
    definition.direction = Direction::Neither;
    let found = findings(&definition, &[observation("2024-Q1", 9.0), observation("2024-Q2", 7.0)]);
    assert_eq!(found.title.key, "measures-title-lower");
}

#[test]
fn a_hidden_number_is_not_told_in_any_sentence() {
    let mut definition = days_to_move_in();
    definition.unit = Unit::People;
    let found = findings(&definition, &[observation("2024-Q1", 40.0), observation("2024-Q2", 7.0)]);
    assert_eq!(keys(&found.short)[0], "measures-short-hidden");
    assert!(!format!("{found:?}").contains("7.0"), "{found:?}");
}

#[test]
fn no_pace_leads_below_nothing() {
    let mut definition = days_to_move_in();
    definition.targets = vec![Target { by: Date::new(2027, 12, 31).unwrap(), value: 5.0 }];
    let numbers = [("2026-Q1", 90.0), ("2026-Q2", 60.0), ("2026-Q3", 30.0)];
    let numbers: Vec<_> = numbers.iter().map(|(at, value)| observation(at, *value)).collect();
    let pace = findings(&definition, &numbers).pace.unwrap();
    assert_eq!(fact(&pace.outlook, "amount"), Fact::Amount(0.0, Unit::Days));
    assert_eq!(keys(&pace.working).last(), Some(&"measures-pace-bounded"));
}

proptest! {
    #[test]
    fn any_numbers_give_sentences(values in proptest::collection::vec(0.0..500.0_f64, 0..20), gap in 1_i32..4) {
        let first: Period = "2020-Q1".parse().unwrap();
        let numbers: Vec<_> = (0..)
            .zip(values)
            .map(|(at, value)| observation(&first.later(at * gap).unwrap().to_string(), value))
            .collect();
        let found = findings(&days_to_move_in(), &numbers);
        prop_assert!(!found.short.is_empty());
    }
}
