use base::{Date, Id, OrganizationId, Revision};

use super::{Account, Idea, IdeaError, Kind, Pilot, State, Verdict};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn idea(kind: Kind) -> Idea {
    let source = (kind == Kind::Recommendation).then(|| "Grand jury, 2025".parse().unwrap());
    Idea {
        id: Id::from_bits(7),
        kind,
        account: Account {
            title: "One form for all shelters".parse().unwrap(),
            details: None,
            owner: OrganizationId::from_bits(1),
            source,
            link: None,
        },
        state: State::Open,
        pilot: None,
        closed_on: None,
        learned: None,
        since: day("2026-05-12"),
        revision: Revision::FIRST,
    }
}

fn pilot(starts: &str, due: &str) -> Pilot {
    Pilot {
        question: "Does it take less time?".parse().unwrap(),
        yardstick: "Minutes for each intake".parse().unwrap(),
        starts: day(starts),
        due: day(due),
        carrier: OrganizationId::from_bits(1),
    }
}

#[test]
fn an_idea_stays_only_once_it_was_tried() {
    let today = day("2026-05-12");
    let mut idea = idea(Kind::Idea);
    let learned = || "Half the time".parse().unwrap();
    let early = idea.conclude(Verdict::Keep, learned(), today);
    assert!(matches!(early, Err(IdeaError::NotTried)));
    idea.begin(pilot("2026-05-12", "2026-06-30"), today).unwrap();
    assert!(matches!(idea.begin(pilot("2026-07-01", "2026-08-01"), today), Err(IdeaError::Begun)));
    assert!(!idea.wants_result(day("2026-06-30")));
    assert!(idea.wants_result(day("2026-07-01")));
    idea.conclude(Verdict::Keep, learned(), day("2026-07-02")).unwrap();
    assert_eq!((idea.state, idea.closed_on), (State::Kept, Some(day("2026-07-02"))));
    assert!(matches!(idea.change(idea.account.clone()), Err(IdeaError::Ended)));
    idea.reopen().unwrap();
    assert_eq!((idea.state, idea.pilot, idea.learned), (State::Open, None, None));
}

#[test]
fn what_others_recommend_may_stay_without_a_try_and_says_who_recommends_it() {
    let mut asked = idea(Kind::Recommendation);
    let nobody = Account { source: None, ..asked.account.clone() };
    assert!(matches!(asked.change(nobody), Err(IdeaError::Fields(_))));
    asked.conclude(Verdict::Keep, "Done in May".parse().unwrap(), day("2026-05-20")).unwrap();
    assert_eq!(asked.state, State::Kept);
}

#[test]
fn a_pilot_ends_after_it_begins_and_not_in_the_past() {
    let today = day("2026-05-12");
    for (starts, due) in [("2026-06-01", "2026-05-20"), ("2026-03-01", "2026-05-11")] {
        let refused = idea(Kind::Idea).begin(pilot(starts, due), today);
        assert!(matches!(refused, Err(IdeaError::Fields(_))), "{starts} {due}");
    }
}
