use std::collections::BTreeMap;

use super::*;

fn today() -> Today {
    Today {
        now: Instant::parse_rfc3339("2026-05-12T18:10:00Z").unwrap(),
        zone: Zone::named("America/Chicago").unwrap(),
    }
}

fn all(seed: u64) -> Vec<Tale> {
    let content = Content::read().unwrap();
    tales(&content, &today(), &Chance::new(seed))
}

#[test]
fn a_seed_and_a_day_make_one_story() {
    assert_eq!(format!("{:?}", all(3)), format!("{:?}", all(3)));
    assert_ne!(format!("{:?}", all(3)), format!("{:?}", all(4)));
}

#[test]
fn every_promise_is_told_and_nothing_happens_after_now_or_backwards() {
    for seed in 0..20 {
        let told = all(seed);
        assert_eq!(told.len(), Content::read().unwrap().promises.len());
        for tale in told {
            let times: Vec<Instant> = tale.turns.iter().map(|turn| turn.at).collect();
            assert!(times.windows(2).all(|pair| pair[0] < pair[1]), "{}", tale.promise.title);
            assert!(times.iter().all(|at| *at < today().now), "{}", tale.promise.title);
        }
    }
}

#[test]
fn a_date_is_promised_and_moved_only_before_it_comes() {
    for seed in 0..20 {
        for tale in all(seed) {
            let mut due = None;
            for turn in &tale.turns {
                let on = turn.at.date_in(&today().zone);
                match &turn.deed {
                    Deed::Offer { due: day }
                    | Deed::Ask { due: day }
                    | Deed::Counter { due: day, .. } => {
                        assert!(*day >= on, "{}: {day} on {on}", tale.promise.title);
                        assert_ne!(due, Some(*day), "{}", tale.promise.title);
                        due = Some(*day);
                    }
                    Deed::Move { to, .. } => {
                        assert!(*to >= on && due.unwrap() >= on, "{}", tale.promise.title);
                        due = Some(*to);
                    }
                    Deed::Accept => assert!(due.unwrap() >= on, "{}", tale.promise.title),
                    Deed::Decline { .. }
                    | Deed::ClaimDone { .. }
                    | Deed::Confirm { .. }
                    | Deed::NotYet { .. }
                    | Deed::Explain { .. }
                    | Deed::Break { .. }
                    | Deed::Withdraw { .. } => {}
                }
            }
        }
    }
}

/// What a reader would call where a tale stands.
#[expect(clippy::wildcard_enum_match_arm, reason = "only some deeds decide it")]
fn standing(tale: &Tale) -> &'static str {
    let today = today().date();
    let due = tale.turns.iter().rev().find_map(|turn| match turn.deed {
        Deed::Offer { due } | Deed::Ask { due } | Deed::Counter { due, .. } => Some(due),
        Deed::Move { to, .. } => Some(to),
        _ => None,
    });
    let moved = tale.turns.iter().any(|turn| matches!(turn.deed, Deed::Move { .. }));
    let explained = tale.turns.iter().any(|turn| matches!(turn.deed, Deed::Explain { .. }));
    match &tale.turns.last().unwrap().deed {
        Deed::Offer { .. } => "offered",
        Deed::Ask { .. } => "asked",
        Deed::Counter { .. } => "countered",
        Deed::Decline { .. } => "declined",
        Deed::Withdraw { .. } => "withdrawn",
        Deed::Break { .. } => "broken",
        Deed::Confirm { .. } => "kept",
        Deed::ClaimDone { .. } => "claimed",
        _ if due.unwrap() >= today && moved => "renegotiated",
        _ if due.unwrap() >= today => "open",
        _ if explained => "stalled",
        _ => "late",
    }
}

#[test]
fn every_state_is_there_with_every_seed() {
    for seed in 0..20 {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for tale in all(seed) {
            *counts.entry(standing(&tale)).or_default() += 1;
        }
        for state in [
            "offered",
            "asked",
            "countered",
            "declined",
            "withdrawn",
            "broken",
            "kept",
            "claimed",
            "renegotiated",
            "open",
            "stalled",
            "late",
        ] {
            assert!(counts.contains_key(state), "seed {seed} has no `{state}`: {counts:?}");
        }
        assert!(counts["kept"] >= 70, "{counts:?}");
    }
}

#[test]
fn the_story_of_the_design_is_told() {
    let told = all(2026);
    let find = |title: &str| told.iter().find(|tale| tale.promise.title == title).unwrap();
    assert_eq!(standing(find("Send the list of open units")), "late");
    assert_eq!(standing(find("Post shifts for the re-entry desk")), "stalled");
    assert_eq!(standing(find("Rent help form in Spanish")), "kept");
    assert_eq!(standing(find("Call 40 landlords about round 2")), "open");
    assert_eq!(standing(find("Test referral by text with 50 people")), "countered");
    assert_eq!(standing(find("Fill the two open jobs at the re-entry desk")), "renegotiated");
}
