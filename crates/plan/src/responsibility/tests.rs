use base::Id;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

const PLAN: Hands = Hands { plan: true, bearer: false };
const BEARER: Hands = Hands { plan: false, bearer: true };
const BOTH: Hands = Hands { plan: true, bearer: true };
const NEITHER: Hands = Hands { plan: false, bearer: false };

fn proposed(hands: Hands) -> Responsibility {
    let organization = OrganizationId::from_bits(2);
    let frame = Frame {
        id: ResponsibilityId::from_bits(1),
        item: ItemId::from_bits(1),
        bearer: Bearer::Organization(organization),
        organization,
    };
    Responsibility::propose(frame, Duty::Lead, hands, day("2026-05-01")).unwrap().0
}

#[test]
fn nobody_is_put_in_charge_unasked() {
    let mut one = proposed(PLAN);
    assert_eq!(one.turn(), Some(Side::Bearer));
    let today = day("2026-05-02");
    assert!(matches!(one.accept(PLAN, today), Err(ResponsibilityError::OtherSide)));
    assert!(matches!(one.accept(NEITHER, today), Err(ResponsibilityError::NotYours)));
    assert_eq!(one.accept(BEARER, today).unwrap(), ActName::Accepted);
    assert_eq!((one.state(), one.day), (State::Accepted, today));
    assert!(matches!(one.accept(BEARER, today), Err(ResponsibilityError::NotWaiting { .. })));
}

#[test]
fn who_offers_to_help_waits_for_those_who_keep_the_plan() {
    let mut one = proposed(BEARER);
    assert_eq!(one.turn(), Some(Side::Plan));
    one.decline(PLAN, day("2026-05-02")).unwrap();
    assert!(!one.is_open());
}

#[test]
fn who_speaks_for_both_settles_it_at_once() {
    assert_eq!(proposed(BOTH).state(), State::Accepted);
}

#[test]
fn another_duty_is_answered_by_the_other_side() {
    let mut one = proposed(PLAN);
    let today = day("2026-05-02");
    assert!(matches!(one.counter(Duty::Lead, BEARER, today), Err(ResponsibilityError::SameDuty)));
    one.counter(Duty::Support, BEARER, today).unwrap();
    assert_eq!((one.duty, one.turn()), (Duty::Support, Some(Side::Plan)));
    assert!(matches!(one.withdraw(PLAN, today), Err(ResponsibilityError::OtherSide)));
    one.accept(PLAN, today).unwrap();
    assert!(matches!(one.withdraw(BEARER, today), Err(ResponsibilityError::NotWaiting { .. })));
    assert!(matches!(one.end(NEITHER, today), Err(ResponsibilityError::NotYours)));
    one.end(BEARER, today).unwrap();
    assert!(matches!(one.end(PLAN, today), Err(ResponsibilityError::NotHeld { .. })));
}

#[test]
fn a_bearer_is_read_as_it_is_written() {
    for bearer in
        [Bearer::Organization(OrganizationId::from_bits(7)), Bearer::Seat(SeatId::from_bits(7))]
    {
        assert_eq!(bearer.to_string().parse::<Bearer>().unwrap(), bearer);
    }
    assert!("somebody".parse::<Bearer>().is_err());
}

proptest! {
    /// Whatever is tried in whatever order, nothing holds to which a side did not agree.
    #[test]
    fn nothing_holds_without_both(turns in prop::collection::vec((0_u8..5, 0_u8..4), 0..12)) {
        let mut one = proposed(PLAN);
        let mut said = (true, false);
        for (verb, who) in turns {
            let hands = Hands { plan: who & 1 > 0, bearer: who & 2 > 0 };
            let turn = one.turn();
            let on = day("2026-05-02");
            let other = if one.duty == Duty::Lead { Duty::Support } else { Duty::Lead };
            let done = match verb {
                0 => one.accept(hands, on),
                1 => one.decline(hands, on),
                2 => one.counter(other, hands, on),
                3 => one.withdraw(hands, on),
                _ => one.end(hands, on),
            };
            if let (Ok(act), Some(turn)) = (done, turn) {
                let agrees = matches!(act, ActName::Accepted | ActName::Countered);
                if act == ActName::Countered {
                    said = (false, false);
                }
                match turn {
                    Side::Plan => said.0 |= agrees,
                    Side::Bearer => said.1 |= agrees,
                }
            }
            if one.state() == State::Accepted {
                prop_assert_eq!(said, (true, true));
            }
        }
    }
}
