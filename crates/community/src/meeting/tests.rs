use base::{Id, Zone};

use super::*;

fn at(text: &str) -> Instant {
    Instant::parse_rfc3339(text).unwrap()
}

fn plan(on: &str, clock: &str) -> Plan {
    Plan {
        title: "Council".parse().unwrap(),
        on: on.parse().unwrap(),
        clock: clock.parse().unwrap(),
        length: Length::new(90).unwrap(),
        zone: Zone::named("America/Chicago").unwrap(),
        place: None,
        link: None,
        open: true,
    }
}

fn meeting() -> Meeting {
    Meeting::plan(MeetingId::from_bits(1), BodyId::from_bits(1), plan("2026-05-12", "09:00"))
}

fn held() -> Meeting {
    let mut meeting = meeting();
    meeting.begin(at("2026-05-12T14:00:00Z")).unwrap();
    meeting.close(at("2026-05-12T15:30:00Z")).unwrap();
    meeting
}

#[test]
fn a_meeting_begins_when_the_clock_of_its_zone_says_so() {
    assert_eq!(plan("2026-05-12", "09:00").starts(), at("2026-05-12T14:00:00Z"));
    assert_eq!(plan("2026-12-08", "09:00").starts(), at("2026-12-08T15:00:00Z"));
    assert_eq!(plan("2026-05-12", "09:00").ends(), at("2026-05-12T15:30:00Z"));
}

#[test]
fn a_meeting_that_was_called_off_comes_back_until_its_time_has_passed() {
    let mut meeting = meeting();
    let why: Reason = "Snow".parse().unwrap();
    meeting.cancel(why.clone(), at("2026-05-11T00:00:00Z")).unwrap();
    assert!(meeting.begin(at("2026-05-12T14:00:00Z")).is_err());
    meeting.restore(at("2026-05-11T01:00:00Z")).unwrap();
    meeting.cancel(why, at("2026-05-11T02:00:00Z")).unwrap();
    assert!(meeting.restore(at("2026-05-12T16:00:00Z")).is_err());
}

#[test]
fn a_change_of_time_or_room_is_a_move_and_one_of_the_name_is_none() {
    let mut meeting = meeting();
    let mut other = plan("2026-05-12", "09:00");
    other.title = "Board".parse().unwrap();
    meeting.change(other.clone(), at("2026-05-01T00:00:00Z")).unwrap();
    assert_eq!(meeting.moved_at(), None);
    assert!(meeting.change(other.clone(), at("2026-05-01T00:00:00Z")).is_err(), "nothing changes");
    other.place = Some("Room 2".parse().unwrap());
    meeting.change(other, at("2026-05-02T00:00:00Z")).unwrap();
    assert_eq!(meeting.moved_at(), Some(at("2026-05-02T00:00:00Z")));
}

#[test]
fn minutes_that_are_out_stay_until_they_are_taken_back_and_for_ever_once_approved() {
    let mut meeting = held();
    let day = "2026-05-13".parse().unwrap();
    assert!(meeting.approve(day, MeetingId::from_bits(2)).is_err(), "nobody has read them");
    meeting.submit(day).unwrap();
    assert!(meeting.notes_open().is_err() && meeting.reopen(at("2026-05-13T00:00:00Z")).is_err());
    meeting.withdraw_minutes().unwrap();
    meeting.notes_open().unwrap();
    meeting.submit(day).unwrap();
    meeting.approve(day, MeetingId::from_bits(2)).unwrap();
    assert!(meeting.withdraw_minutes().is_err() && meeting.notes_open().is_err());
}

#[test]
fn only_a_meeting_that_is_under_way_ends_and_only_one_that_was_held_is_opened_again() {
    let mut meeting = meeting();
    assert!(meeting.close(at("2026-05-12T15:30:00Z")).is_err());
    assert!(meeting.reopen(at("2026-05-12T15:30:00Z")).is_err());
    let mut meeting = held();
    assert!(meeting.agenda_open().is_err());
    meeting.reopen(at("2026-05-12T16:00:00Z")).unwrap();
    meeting.agenda_open().unwrap();
}

#[test]
fn a_length_is_some_minutes_of_a_day() {
    assert_eq!("90".parse::<Length>().map(Length::minutes), Ok(90));
    for text in ["0", "-5", "1441", "1.5", ""] {
        assert!(text.parse::<Length>().is_err(), "{text}");
    }
}
