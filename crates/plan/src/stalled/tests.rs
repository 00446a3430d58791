//! Who hears of what, and when.

use proptest::prelude::*;

use super::*;
use crate::commitment::examples::*;

fn words(commitment: &Commitment) -> Vec<(String, Nudge)> {
    commitment.planned_nudges().iter().map(|p| (p.on.to_string(), p.nudge)).collect()
}

#[test]
fn the_person_in_charge_hears_7_days_and_1_day_before() {
    let commitment = open("2026-05-20");
    let plan = commitment.planned_nudges();
    assert_eq!(plan[0].to, [Hand::Person(person(10))]);
    assert_eq!(
        words(&commitment),
        [
            ("2026-05-13".to_owned(), Nudge::WeekBefore),
            ("2026-05-19".to_owned(), Nudge::DayBefore),
            ("2026-05-23".to_owned(), Nudge::Stalled),
            ("2026-05-30".to_owned(), Nudge::Escalated),
        ]
    );
}

#[test]
fn an_overdue_one_goes_to_the_leads_and_a_week_later_to_the_coordinators() {
    let commitment = open("2026-05-20");
    assert_eq!(commitment.stall(day("2026-05-22")), None);
    let stall = commitment.stall(day("2026-05-23")).unwrap();
    assert_eq!(stall.kind, StallKind::Overdue);
    let leads = [Hand::Leads(Party::Promiser), Hand::Leads(Party::Receiver)];
    assert_eq!(commitment.unblockers(&stall, day("2026-05-23")), leads);
    assert!(commitment.unblockers(&stall, day("2026-05-30")).contains(&Hand::Coordinators));
}

#[test]
fn the_one_who_is_stuck_is_asked_why_and_asked_once() {
    let mut commitment = open("2026-05-20");
    let stall = commitment.stall(day("2026-05-24")).unwrap();
    assert!(commitment.explained(&stall).is_none());
    let asked = |c: &Commitment| {
        c.planned_nudges()
            .iter()
            .filter(|p| p.on > day("2026-05-20"))
            .filter(|p| p.to.contains(&Hand::Person(person(10))))
            .count()
    };
    assert_eq!(asked(&commitment), 1);
    commitment.explain(maker("2026-05-24"), why("two open jobs")).unwrap();
    assert_eq!(commitment.explained(&stall).unwrap().act.words(), Some("two open jobs"));
}

#[test]
fn a_quiet_one_near_its_day_goes_to_the_leads_before_it_is_late() {
    let commitment = open("2026-07-01");
    let stall = commitment.stall(day("2026-06-18")).unwrap();
    assert_eq!((stall.kind, stall.since), (StallKind::Quiet, day("2026-06-17")));
    assert_eq!(commitment.stall(day("2026-07-10")).unwrap().kind, StallKind::Overdue);
    let mut active = open("2026-07-01");
    active.hand_over(maker("2026-06-10"), person(11)).unwrap();
    assert_eq!(active.stall(day("2026-06-18")), None);
}

#[test]
fn an_offer_without_an_answer_goes_to_the_leads_of_the_one_who_should_answer() {
    let commitment = offered("2026-07-01");
    let stall = commitment.stall(day("2026-05-08")).unwrap();
    assert_eq!(stall.kind, StallKind::Unanswered);
    assert_eq!(commitment.unblockers(&stall, day("2026-05-08")), [Hand::Leads(Party::Receiver)]);
}

#[test]
fn a_claim_without_an_answer_goes_to_the_leads_of_the_one_who_waits() {
    let mut commitment = open("2026-07-01");
    commitment.claim_done(maker("2026-05-10"), None).unwrap();
    let stall = commitment.stall(day("2026-05-17")).unwrap();
    assert_eq!((stall.kind, stall.stuck), (StallKind::Unconfirmed, Party::Receiver));
}

#[test]
fn words_that_were_missed_are_not_made_up_for() {
    let commitment = open("2026-05-20");
    let due = commitment.nudge_due(day("2026-05-02"), day("2026-05-19")).unwrap();
    assert_eq!(due.nudge, Nudge::DayBefore);
    assert_eq!(commitment.nudge_due(day("2026-05-19"), day("2026-05-22")), None);
}

#[test]
fn what_is_over_disturbs_nobody() {
    let mut commitment = open("2026-05-20");
    commitment.break_off(waiter("2026-05-10"), why("cancelled")).unwrap();
    assert_eq!(commitment.planned_nudges(), []);
    assert_eq!(commitment.stall(day("2027-01-01")), None);
}

proptest! {
    #[test]
    fn each_word_is_said_once_whichever_days_the_job_runs(
        ahead in 1_i64..80,
        gaps in proptest::collection::vec(1_i64..12, 1..40),
    ) {
        let commitment = open(&day("2026-05-02").plus_days(ahead).to_string());
        let (mut done, mut today) = (day("2026-05-02"), day("2026-05-02"));
        let mut said = Vec::new();
        for gap in gaps {
            today = today.plus_days(gap);
            prop_assert_eq!(
                commitment.next_nudge_after(done).is_some_and(|on| on <= today),
                commitment.nudge_due(done, today).is_some()
            );
            said.extend(commitment.nudge_due(done, today).map(|p| (p.on, p.nudge)));
            done = today;
            // The job may run twice on a day.
            prop_assert_eq!(commitment.nudge_due(done, today), None);
        }
        let mut once = said.clone();
        once.dedup();
        prop_assert_eq!(once, said);
    }
}
