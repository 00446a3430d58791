//! How a disagreement goes on and ends.

use base::{Id as _, Instant, PersonId};

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn voice(n: u128) -> Voice {
    Voice {
        person: PersonId::from_bits(n),
        organization: OrganizationId::from_bits(n),
        at: Instant::from_micros(0),
    }
}

fn opening(parties: &[u128]) -> Opening {
    Opening {
        about: About::stored("decision".to_owned(), "dec_1".to_owned(), "One form".to_owned()),
        thread: None,
        question: "Who pays for the night bus?".parse().unwrap(),
        background: None,
        parties: parties.iter().map(|n| OrganizationId::from_bits(*n)).collect(),
        view: Some("The county pays.".parse().unwrap()),
        organization: None,
    }
}

fn opened() -> Disagreement {
    let id = DisagreementId::from_bits(1);
    Disagreement::open(id, opening(&[1, 2, 2]), voice(1), day("2026-05-12")).unwrap()
}

fn settlement(on: &str) -> Settlement {
    let outcome = "Half and half until June".parse().unwrap();
    Settlement { way: Way::Compromise, outcome, on: day(on) }
}

#[test]
fn two_are_needed_and_the_one_who_opens_it_says_their_view() {
    let id = DisagreementId::from_bits(1);
    let alone = Disagreement::open(id, opening(&[1, 1]), voice(1), day("2026-05-12"));
    assert!(matches!(alone, Err(DisagreementError::Fields(_))));
    let one = opened();
    assert_eq!(one.parties.len(), 2);
    let views: Vec<bool> = one.parties.iter().map(|party| party.view.is_some()).collect();
    assert_eq!(views, [true, false]);
}

#[test]
fn only_parties_say_how_they_see_it() {
    let mut one = opened();
    let view: View = "Each pays half.".parse().unwrap();
    let today = day("2026-05-13");
    assert!(matches!(one.say(voice(3), view.clone(), today), Err(DisagreementError::NotParty)));
    assert_eq!(one.say(voice(2), view.clone(), today).unwrap().act, Act::Viewed);
    assert_eq!(one.day, today);
    assert!(matches!(one.say(voice(2), view, today), Err(DisagreementError::SameText)));
}

#[test]
fn it_is_settled_between_its_first_day_and_today_and_can_be_opened_again() {
    let mut one = opened();
    let today = day("2026-05-20");
    for wrong in ["2026-05-21", "2026-05-11"] {
        let refused = one.settle(voice(1), settlement(wrong), today);
        assert!(matches!(refused, Err(DisagreementError::Fields(_))), "{wrong}");
    }
    one.settle(voice(1), settlement("2026-05-18"), today).unwrap();
    assert_eq!(one.state(), State::Settled);
    let view = "Changed".parse().unwrap();
    assert!(matches!(one.say(voice(2), view, today), Err(DisagreementError::Over { .. })));
    let why = "The money did not come".parse().unwrap();
    one.reopen(voice(2), &why, today).unwrap();
    assert_eq!((one.state(), one.settlement()), (State::Open, None));
    assert!(matches!(one.reopen(voice(2), &why, today), Err(DisagreementError::NotOver)));
    one.withdraw(voice(1), &why, today).unwrap();
    assert_eq!(one.state(), State::Withdrawn);
    assert!(matches!(one.withdraw(voice(1), &why, today), Err(DisagreementError::Over { .. })));
}
