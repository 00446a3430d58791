//! Saves that meet, amendments, and what is published.

use base::{Id as _, Instant, PersonId};
use proptest::prelude::*;

use super::*;

pub(crate) fn voice(n: u128) -> Voice {
    Voice {
        person: PersonId::from_bits(n),
        organization: OrganizationId::from_bits(n),
        at: Instant::from_micros(0),
    }
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn draft(text: &str) -> Draft {
    Draft {
        id: DraftId::from_bits(1),
        title: "Charter".parse().unwrap(),
        kind: Kind::Charter,
        purpose: None,
        holder: OrganizationId::from_bits(1),
        opened_on: day("2026-05-12"),
        version: 1,
        text: text.parse().unwrap(),
        state: State::Writing,
        open_amendments: 0,
        day: day("2026-05-12"),
        revision: Revision(1),
    }
}

fn change(base: i64, base_text: &str, sent: &str) -> Change {
    Change { base, base_text: base_text.parse().unwrap(), sent: sent.parse().unwrap(), note: None }
}

#[test]
fn two_saves_from_one_version_are_both_in_the_next() {
    let mut draft = draft("One\nTwo\nThree");
    let today = day("2026-05-13");
    let first = change(1, "One\nTwo\nThree", "One!\nTwo\nThree");
    assert_eq!(draft.revise(voice(1), first, today).unwrap().unwrap().number, 2);
    let second = change(1, "One\nTwo\nThree", "One\nTwo\nThree!");
    let version = draft.revise(voice(2), second, today).unwrap().unwrap();
    assert_eq!((version.number, version.base, version.collisions), (3, 1, 0));
    assert_eq!(draft.text.as_str(), "One!\nTwo\nThree!");
    // The same once more changes nothing.
    let again = change(3, "One!\nTwo\nThree!", "One!\nTwo\nThree!");
    assert_eq!(draft.revise(voice(2), again, today).unwrap(), None);
}

#[test]
fn where_two_changes_meet_both_stand_and_it_is_said() {
    let mut draft = draft("We meet on Mondays");
    let today = day("2026-05-13");
    let first = change(1, "We meet on Mondays", "We meet on Tuesdays");
    draft.revise(voice(1), first, today).unwrap();
    let second = change(1, "We meet on Mondays", "We meet on Fridays");
    let version = draft.revise(voice(2), second, today).unwrap().unwrap();
    assert_eq!(version.collisions, 1);
    assert!(draft.text.as_str().contains("Tuesdays") && draft.text.as_str().contains("Fridays"));
}

#[test]
fn what_is_published_is_one_version_and_is_taken_back_before_the_draft() {
    let mut draft = draft("One");
    let today = day("2026-05-13");
    draft.publish(Audience::Partners, today).unwrap();
    assert!(matches!(draft.publish(Audience::Partners, today), Err(DraftError::Published)));
    draft.publish(Audience::Public, today).unwrap();
    draft.revise(voice(1), change(1, "One", "Two"), today).unwrap();
    let State::Published(publication) = draft.state.clone() else { panic!("it is published") };
    assert_eq!(publication.version, 1, "what was written since is not published");
    let why: Reason = "Another text took its place".parse().unwrap();
    assert!(matches!(draft.withdraw(why.clone(), today), Err(DraftError::StillPublished)));
    draft.unpublish(today).unwrap();
    draft.withdraw(why, today).unwrap();
    let refused = draft.revise(voice(1), change(2, "Two", "Three"), today);
    assert!(matches!(refused, Err(DraftError::Withdrawn)));
    draft.restore(today).unwrap();
    assert!(matches!(draft.restore(today), Err(DraftError::NotWithdrawn)));
}

proptest! {
    #[test]
    fn no_word_that_somebody_added_is_lost(
        base in proptest::collection::vec("[a-c]{1,3}", 1..8),
        at in 0_usize..8, also_at in 0_usize..8,
    ) {
        let text = base.join("\n");
        let with = |place: usize, word: &str| {
            let mut lines = base.clone();
            lines.insert(place.min(lines.len()), word.to_owned());
            lines.join("\n")
        };
        let mut draft = draft(&text);
        let today = day("2026-05-13");
        draft.revise(voice(1), change(1, &text, &with(at, "first")), today).unwrap();
        draft.revise(voice(2), change(1, &text, &with(also_at, "second")), today).unwrap();
        prop_assert!(draft.text.as_str().contains("first"), "{}", draft.text);
        prop_assert!(draft.text.as_str().contains("second"), "{}", draft.text);
    }
}
