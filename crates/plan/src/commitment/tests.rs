//! The life of a commitment, by example and by property.

use base::{Instant, Zone};
use proptest::prelude::*;

use super::{examples::*, *};

#[test]
fn an_offer_is_accepted_done_and_confirmed() {
    let mut commitment = offered("2026-05-08");
    assert_eq!(commitment.turn(), Some(Party::Receiver));
    commitment.accept(waiter("2026-05-02"), None).unwrap();
    assert_eq!(commitment.turn(), Some(Party::Promiser));
    assert_eq!(commitment.timing(day("2026-05-07")), Timing::Ahead { days: 1 });
    commitment.claim_done(maker("2026-05-08"), None).unwrap();
    assert_eq!(commitment.turn(), Some(Party::Receiver));
    commitment.confirm(waiter("2026-05-20"), None).unwrap();
    // The day of the claim counts, not the day of the answer.
    assert_eq!(commitment.timing(day("2026-06-01")), Timing::Kept { late_days: 0 });
    assert_eq!(commitment.turn(), None);
}

#[test]
fn who_is_asked_names_the_person_in_charge() {
    let mut commitment =
        Commitment::ask(frame(), waiter("2026-05-01"), terms("2026-05-08")).unwrap();
    assert_eq!(commitment.in_charge(), None);
    assert!(matches!(commitment.accept(waiter("2026-05-01"), None), Err(Error::OtherSide)));
    commitment.accept(maker("2026-05-02"), Some(person(11).into())).unwrap();
    assert_eq!(commitment.in_charge(), Some(person(11)));
}

#[test]
fn counter_offers_go_back_and_forth_and_all_are_kept() {
    let mut commitment = offered("2026-05-08");
    assert!(matches!(
        commitment.counter(waiter("2026-05-02"), terms("2026-05-08"), None),
        Err(Error::SameTerms)
    ));
    commitment.counter(waiter("2026-05-02"), terms("2026-05-05"), Some(why("sooner"))).unwrap();
    assert!(matches!(
        commitment.counter(waiter("2026-05-02"), terms("2026-05-04"), None),
        Err(Error::OtherSide)
    ));
    commitment.counter(maker("2026-05-03"), terms("2026-05-06"), None).unwrap();
    commitment.accept(waiter("2026-05-03"), None).unwrap();
    let dues: Vec<Date> = commitment
        .steps()
        .iter()
        .filter_map(|step| step.act.terms())
        .map(|terms| terms.due)
        .collect();
    assert_eq!(dues, [day("2026-05-08"), day("2026-05-05"), day("2026-05-06")]);
    assert_eq!(commitment.deadline(), day("2026-05-06"));
}

#[test]
fn a_date_moved_in_time_is_neither_late_nor_broken() {
    let mut commitment = open("2026-05-08");
    commitment.move_date(maker("2026-05-08"), day("2026-05-20"), why("two open jobs")).unwrap();
    assert!(!commitment.is_late(day("2026-05-20")));
    assert!(commitment.is_late(day("2026-05-21")));
    assert_eq!(commitment.moves().first().unwrap().from, day("2026-05-08"));
}

#[test]
fn a_date_moved_after_its_day_stays_late() {
    let mut commitment = open("2026-05-08");
    commitment.move_date(maker("2026-05-09"), day("2026-05-20"), why("two open jobs")).unwrap();
    assert_eq!(commitment.timing(day("2026-05-10")), Timing::Late { days: 2 });
    commitment.claim_done(maker("2026-05-15"), None).unwrap();
    commitment.confirm(waiter("2026-05-15"), None).unwrap();
    assert_eq!(commitment.timing(day("2026-05-15")), Timing::Kept { late_days: 7 });
}

#[test]
fn only_the_maker_moves_the_date_and_never_to_the_past() {
    let mut commitment = open("2026-05-08");
    assert!(matches!(
        commitment.move_date(waiter("2026-05-03"), day("2026-05-20"), why("x")),
        Err(Error::OtherSide)
    ));
    assert!(matches!(
        commitment.move_date(maker("2026-05-03"), day("2026-05-02"), why("x")),
        Err(Error::Fields(_))
    ));
    assert!(matches!(
        commitment.move_date(maker("2026-05-03"), day("2026-05-08"), why("x")),
        Err(Error::SameDate)
    ));
}

#[test]
fn a_claim_that_is_not_confirmed_opens_again() {
    let mut commitment = open("2026-05-08");
    commitment.claim_done(maker("2026-05-07"), None).unwrap();
    commitment.not_yet(waiter("2026-05-10"), why("the list is empty")).unwrap();
    assert!(commitment.is_late(day("2026-05-10")));
}

#[test]
fn nobody_confirms_or_answers_themselves() {
    let mut commitment = offered("2026-05-08");
    let same = voice(Side::Receiver, 10, day("2026-05-02"));
    assert!(matches!(commitment.accept(same, None), Err(Error::SamePerson)));
    commitment.accept(waiter("2026-05-02"), None).unwrap();
    commitment.claim_done(maker("2026-05-03"), None).unwrap();
    assert!(matches!(commitment.confirm(same, None), Err(Error::SamePerson)));
}

#[test]
fn an_offer_whose_date_went_by_wants_a_new_date() {
    let mut commitment = offered("2026-05-08");
    assert!(matches!(
        commitment.accept(waiter("2026-05-09"), None),
        Err(Error::OfferedDatePast { .. })
    ));
    commitment.counter(waiter("2026-05-09"), terms("2026-05-15"), None).unwrap();
    commitment.accept(maker("2026-05-09"), None).unwrap();
}

#[test]
fn a_step_can_be_taken_back_for_ten_minutes_by_the_one_who_made_it() {
    let mut commitment = offered("2026-05-08");
    commitment.accept(waiter("2026-05-02"), None).unwrap();
    let later = |seconds| Voice {
        at: waiter("2026-05-02").at.plus_seconds(seconds),
        ..waiter("2026-05-02")
    };
    assert!(matches!(commitment.clone().undo(later(601)), Err(Error::UndoTooLate)));
    assert!(matches!(commitment.clone().undo(maker("2026-05-02")), Err(Error::UndoNotYours)));
    assert_eq!(commitment.undo(later(600)).unwrap(), ActName::Accepted);
    assert_eq!(commitment.state().name(), StateName::Proposed);
    assert_eq!(commitment.steps().len(), 3);
    assert!(matches!(commitment.undo(later(600)), Err(Error::NothingToUndo)));
}

#[test]
fn what_the_other_side_did_next_ends_the_chance_to_take_back() {
    let mut commitment = open("2026-05-08");
    commitment.claim_done(maker("2026-05-03"), None).unwrap();
    commitment.not_yet(waiter("2026-05-03"), why("no")).unwrap();
    assert!(matches!(commitment.undo(maker("2026-05-03")), Err(Error::UndoNotYours)));
}

#[test]
fn evidence_leaves_the_chance_to_take_back() {
    let mut commitment = open("2026-05-08");
    commitment.claim_done(maker("2026-05-03"), None).unwrap();
    commitment.add_evidence(maker("2026-05-03"), "List, May 3".parse().unwrap()).unwrap();
    assert_eq!(commitment.undo(maker("2026-05-03")).unwrap(), ActName::ClaimedDone);
    assert_eq!(*commitment.state(), State::Open);
}

#[test]
fn one_reminder_a_day_is_enough() {
    let mut commitment = open("2026-05-08");
    let coordinator = voice(Side::Coordinator, 30, day("2026-05-07"));
    commitment.remind(coordinator).unwrap();
    assert!(matches!(commitment.remind(coordinator), Err(Error::RemindedToday)));
    assert!(commitment.remind(voice(Side::Coordinator, 30, day("2026-05-08"))).is_ok());
}

#[test]
fn a_promise_to_oneself_is_refused() {
    let same = Frame { receiver: Receiver::Organization(housing()), ..frame() };
    let offer = Commitment::offer(same, maker("2026-05-01"), terms("2026-05-08"), person(10));
    assert!(matches!(offer, Err(Error::OneParty)));
}

#[test]
fn what_is_over_takes_no_more_verbs() {
    let mut commitment = open("2026-05-08");
    commitment.break_off(waiter("2026-05-04"), why("it was cancelled")).unwrap();
    let over = commitment.clone();
    let on = "2026-05-05";
    assert!(commitment.accept(waiter(on), None).is_err());
    assert!(commitment.decline(waiter(on), why("x")).is_err());
    assert!(commitment.withdraw(maker(on), None).is_err());
    assert!(commitment.claim_done(maker(on), None).is_err());
    assert!(commitment.confirm(waiter(on), None).is_err());
    assert!(commitment.not_yet(waiter(on), why("x")).is_err());
    assert!(commitment.move_date(maker(on), day("2026-06-01"), why("x")).is_err());
    assert!(commitment.break_off(maker(on), why("x")).is_err());
    assert!(commitment.hand_over(maker(on), person(11)).is_err());
    assert!(commitment.explain(maker(on), why("x")).is_err());
    assert_eq!(commitment, over);
}

/// One try of a verb by somebody on some day.
#[derive(Debug, Clone)]
struct Try {
    verb: u8,
    side: Side,
    who: u128,
    days: i64,
    seconds: i64,
    shift: i64,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let side = prop_oneof![Just(Side::Promiser), Just(Side::Receiver), Just(Side::Coordinator)];
    let one = (0_u8..14, side, 10_u128..13, 0_i64..6, 0_i64..900, -5_i64..30).prop_map(
        |(verb, side, who, days, seconds, shift)| Try { verb, side, who, days, seconds, shift },
    );
    proptest::collection::vec(one, 0..40)
}

fn attempt(commitment: &mut Commitment, try_: &Try, today: Date, at: Instant) -> Result<(), Error> {
    let voice = Voice { at, ..voice(try_.side, try_.who, today) };
    let date = today.plus_days(try_.shift);
    let why = why("because");
    match try_.verb {
        0 => commitment.accept(voice, None),
        1 => commitment.decline(voice, why),
        2 => commitment.counter(voice, Terms { due: date, ..commitment.terms().clone() }, None),
        3 => commitment.withdraw(voice, None),
        4 | 5 => commitment.claim_done(voice, None),
        6 => commitment.confirm(voice, None),
        7 => commitment.not_yet(voice, why),
        8 | 9 => commitment.move_date(voice, date, why),
        10 => commitment.break_off(voice, why),
        11 => commitment.hand_over(voice, person(try_.who + 1)),
        12 => commitment.remind(voice),
        _ => commitment.undo(voice).map(drop),
    }
}

/// Every date that the history has ever promised.
fn promised_dates(commitment: &Commitment) -> Vec<Date> {
    commitment.steps().iter().filter_map(|step| step.act.date()).collect()
}

fn check(commitment: &Commitment, today: Date) {
    match commitment.state() {
        State::Open | State::Claimed { .. } | State::Kept { .. } | State::Broken { .. } => {
            assert!(commitment.in_charge().is_some(), "nobody is in charge of what binds");
        }
        State::Proposed { .. } => assert!(commitment.moves().is_empty()),
        State::Declined { .. } | State::Withdrawn { .. } => {}
    }
    if let State::Kept { on, confirmed_on } = commitment.state() {
        assert!(on <= confirmed_on && *confirmed_on <= today);
    }
    assert!(promised_dates(commitment).contains(&commitment.terms().due));
    assert!(promised_dates(commitment).contains(&commitment.deadline()));
    assert!(commitment.deadline() <= commitment.terms().due || commitment.moves().len() > 1);
    let mut late = false;
    for ahead in 0..60 {
        let now_late = commitment.is_late(today.plus_days(ahead));
        assert!(now_late || !late, "what was late is late on every later day");
        late = now_late;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_sequence_of_verbs_reaches_an_impossible_state(tries in tries(), asked: bool) {
        let mut today = day("2026-05-01");
        let mut at = today.start_in(&Zone::utc());
        let mut commitment = if asked {
            Commitment::ask(frame(), voice(Side::Receiver, 12, today), terms("2026-05-08")).unwrap()
        } else {
            offered("2026-05-08")
        };
        for try_ in &tries {
            if try_.days > 0 && try_.seconds % 3 == 0 {
                today = today.plus_days(try_.days);
                at = today.start_in(&Zone::utc());
            }
            at = at.plus_seconds(try_.seconds);
            let before = commitment.clone();
            if attempt(&mut commitment, try_, today, at).is_ok() {
                prop_assert_eq!(commitment.steps().len(), before.steps().len() + 1);
                prop_assert_eq!(&commitment.steps()[..before.steps().len()], before.steps());
            } else {
                prop_assert_eq!(&commitment, &before, "a refusal changes nothing");
            }
            let old = promised_dates(&before);
            prop_assert_eq!(&promised_dates(&commitment)[..old.len()], &old[..]);
            check(&commitment, today);
        }
        let again = Commitment::replay(
            frame(), commitment.revision, commitment.steps().to_vec(),
        ).unwrap();
        prop_assert_eq!(again, commitment, "the history makes the same commitment");
    }

    #[test]
    fn moving_a_late_date_never_makes_it_on_time(late in 1_i64..40, shifts in proptest::collection::vec(1_i64..60, 1..5)) {
        let mut commitment = open("2026-05-08");
        let today = day("2026-05-08").plus_days(late);
        for shift in shifts {
            let to = commitment.terms().due.max(today).plus_days(shift);
            let on = voice(Side::Promiser, 10, today);
            commitment.move_date(on, to, why("late")).unwrap();
            prop_assert!(commitment.is_late(today));
            prop_assert_eq!(commitment.deadline(), day("2026-05-08"));
        }
    }

    #[test]
    fn the_counts_follow_every_change(tries in tries()) {
        let mut today = day("2026-05-01");
        let mut at = today.start_in(&Zone::utc());
        let mut commitment = offered("2026-05-08");
        let mut sums = std::collections::BTreeMap::new();
        let mut apply = |changes: Vec<Delta>| for change in changes {
            match change {
                Delta::Month { month, by } => for (place, n) in by.into_iter().enumerate() {
                    *sums.entry((month.clone(), place)).or_insert(0) += n;
                },
                Delta::Day { day, by } => for (place, n) in by.into_iter().enumerate() {
                    *sums.entry((day.to_string(), place)).or_insert(0) += n;
                },
            }
        };
        apply(deltas(None, Some(&commitment.tally())));
        for try_ in &tries {
            today = today.plus_days(try_.days);
            at = at.max(today.start_in(&Zone::utc())).plus_seconds(try_.seconds);
            let before = commitment.tally();
            drop(attempt(&mut commitment, try_, today, at));
            apply(deltas(Some(&before), Some(&commitment.tally())));
        }
        apply(deltas(Some(&commitment.tally()), None));
        prop_assert!(sums.values().all(|n| *n == 0), "{sums:?}");
    }
}
