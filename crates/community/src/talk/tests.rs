//! Who may do what to a post, and who reads it after.

use base::Id as _;

use super::*;

fn person(n: u128) -> PersonId {
    PersonId::from_bits(n)
}

fn voice(n: u128) -> Voice {
    let organization = OrganizationId::from_bits(n);
    Voice { person: person(n), organization, at: Instant::from_micros(0) }
}

fn post() -> Post {
    let (id, thread) = (PostId::from_bits(1), ThreadId::from_bits(1));
    Post::new(id, thread, 1, voice(1), "Who covers Tuesdays?".parse().unwrap())
}

fn reads(post: &Post, n: u128, coordinates: bool) -> bool {
    post.readable(Reader { person: person(n), coordinates }).is_some()
}

#[test]
fn only_the_writer_changes_a_post_and_what_it_said_is_kept() {
    let (mut post, at) = (post(), Instant::from_micros(5));
    let other = "Who covers Wednesdays?".parse::<Body>().unwrap();
    assert!(matches!(post.edit(person(2), other.clone(), at), Err(TalkError::NotYours)));
    let before = post.edit(person(1), other.clone(), at).unwrap();
    assert_eq!(before.as_str(), "Who covers Tuesdays?");
    assert_eq!(post.edited_at, Some(at));
    assert!(matches!(post.edit(person(1), other, at), Err(TalkError::SameText)));
}

#[test]
fn what_was_taken_back_is_read_by_nobody() {
    let mut post = post();
    assert!(matches!(post.take_back(person(2)), Err(TalkError::NotYours)));
    post.take_back(person(1)).unwrap();
    assert!(!reads(&post, 1, true) && !reads(&post, 2, false));
    assert!(matches!(post.hide(), Err(TalkError::NotShown { .. })));
    assert!(matches!(post.take_back(person(1)), Err(TalkError::NotShown { .. })));
}

#[test]
fn what_was_hidden_is_read_by_its_writer_who_may_ask_again() {
    let mut post = post();
    assert_eq!(post.hide().unwrap(), Act::Hidden);
    assert!(reads(&post, 1, false) && reads(&post, 3, true) && !reads(&post, 2, false));
    assert!(matches!(post.appeal(person(2)), Err(TalkError::NotYours)));
    assert_eq!(post.appeal(person(1)).unwrap(), Act::Appealed);
    assert!(matches!(post.appeal(person(1)), Err(TalkError::Appealed)));
    assert_eq!(post.review(false).unwrap(), Act::KeptHidden);
    // After an answer they may ask once more, with other words.
    assert_eq!(post.appeal(person(1)).unwrap(), Act::Appealed);
    assert_eq!(post.review(true).unwrap(), Act::Shown);
    assert!(reads(&post, 2, false));
    assert!(matches!(post.review(true), Err(TalkError::NotHidden)));
}

#[test]
fn nobody_agrees_with_themselves_but_anybody_may_need_help() {
    let post = post();
    assert!(matches!(post.takes(Reaction::Agree, person(1)), Err(TalkError::OwnPost)));
    assert!(post.takes(Reaction::Help, person(1)).is_ok());
    assert!(post.takes(Reaction::Thanks, person(2)).is_ok());
}
