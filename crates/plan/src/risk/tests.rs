use base::Id;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    day("2026-05-12")
}

fn weight(likelihood: i64, effect: i64) -> Weight {
    Weight { likelihood: Grade::of(likelihood), effect: Grade::of(effect).unwrap() }
}

fn risk() -> Risk {
    Risk {
        id: RiskId::from_bits(1),
        kind: Kind::Risk,
        account: Account {
            title: "The church hall is sold".parse().unwrap(),
            details: None,
            weight: weight(3, 4),
            owner: OrganizationId::from_bits(1),
            response: Response::Reduce,
            plan: None,
            review_on: Some(day("2026-06-01")),
        },
        state: State::Open,
        closed_on: None,
        closed_words: None,
        since: day("2026-05-01"),
        revision: Revision::FIRST,
    }
}

fn wrong(error: &RiskError) -> Vec<(&str, &str)> {
    let fields = base::Problem::fields(error).iter();
    fields.map(|field| (field.field.as_str(), field.code)).collect()
}

#[test]
fn what_is_grave_is_never_low_however_rare() {
    let level = |likelihood, effect| weight(likelihood, effect).level();
    assert_eq!((level(1, 1), level(2, 2), level(1, 5)), (Level::Low, Level::Low, Level::Medium));
    assert_eq!(
        (level(2, 3), level(3, 4), level(3, 5)),
        (Level::Medium, Level::Medium, Level::High)
    );
    assert_eq!(weight(0, 2).product(), 10, "what has happened is as likely as can be");
}

#[test]
fn a_risk_says_how_likely_it_is_and_when_it_is_looked_at_again() {
    let bare = Account { weight: weight(0, 4), review_on: None, ..risk().account };
    let refused = bare.clone().checked(Kind::Risk, today()).unwrap_err();
    assert_eq!(wrong(&refused), [("likelihood", "required"), ("review_on", "required")]);
    let past = Account { review_on: Some(day("2026-05-11")), ..bare };
    let refused = past.checked(Kind::Issue, today()).unwrap_err();
    assert_eq!(wrong(&refused), [("review_on", "risk_review_past")]);
}

#[test]
fn a_risk_that_happens_is_an_issue_and_wants_a_look_today() {
    let mut one = risk();
    assert!(!one.wants_review(today()));
    one.happen(today()).unwrap();
    assert_eq!((one.kind, one.account.weight.likelihood), (Kind::Issue, None));
    assert!(one.wants_review(today()));
    assert!(matches!(one.happen(today()), Err(RiskError::HappenedAlready)));
    let tomorrow = day("2026-05-13");
    one.review(weight(3, 2), tomorrow, today()).unwrap();
    assert_eq!((one.account.weight, one.wants_review(today())), (weight(0, 2), false));
    let refused = one.review(weight(0, 2), today(), today()).unwrap_err();
    assert_eq!(wrong(&refused), [("review_on", "risk_review_past")]);
    assert_eq!(
        base::Problem::fields(&refused)[0].args,
        [("today", tomorrow.to_string())],
        "from tomorrow on"
    );
}

#[test]
fn what_is_closed_changes_no_more_until_it_is_opened() {
    let mut one = risk();
    let account = one.account.clone();
    assert!(matches!(one.change(account.clone(), today()), Err(RiskError::Same)));
    one.close("We found another hall".parse().unwrap(), today()).unwrap();
    assert!(matches!(one.change(account, today()), Err(RiskError::Closed)));
    assert!(matches!(one.happen(today()), Err(RiskError::Closed)));
    assert!(!one.wants_review(day("2030-01-01")));
    one.reopen(today()).unwrap();
    assert_eq!((one.state, one.closed_on, one.closed_words.clone()), (State::Open, None, None));
    assert!(matches!(one.reopen(today()), Err(RiskError::NotClosed)));
}

proptest! {
    #[test]
    fn more_of_either_never_weighs_less(likelihood in 1_i64..5, effect in 1_i64..5) {
        let order = |level: Level| match level { Level::Low => 0, Level::Medium => 1, Level::High => 2 };
        let here = order(weight(likelihood, effect).level());
        prop_assert!(order(weight(likelihood + 1, effect).level()) >= here);
        prop_assert!(order(weight(likelihood, effect + 1).level()) >= here);
        prop_assert!(order(weight(0, effect).level()) >= here, "what has happened weighs most");
    }
}
