use base::{Id, OrganizationId, PersonId};
use proptest::prelude::*;

use super::{
    count::{Gap, Quorum, Threshold},
    *,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn of(n: u128) -> OrganizationId {
    OrganizationId::from_bits(n)
}

fn voter(n: u128) -> Voter {
    Voter::Organization(of(n))
}

fn voice(n: u128, on: &str) -> Voice {
    let at = day(on).start_in(&base::Zone::utc());
    Voice { person: PersonId::from_bits(n), organization: of(n), at, on: day(on) }
}

fn roll(voters: u128) -> Vec<RollEntry> {
    (1..=voters).map(|n| RollEntry { voter: voter(n), organization: of(n) }).collect()
}

fn question(way: Way) -> Question {
    Question { title: "One form?".parse().unwrap(), background: None, way, owner: of(1) }
}

fn consent() -> Way {
    Way::Proposal {
        threshold: Threshold::Consent,
        text: "One form for all.".parse().unwrap(),
        by: Electorate::Partners,
        quorum: Quorum::Half,
    }
}

fn options() -> Vec<Title> {
    ["Harbor House", "Fairground", "School"].map(|option| option.parse().unwrap()).to_vec()
}

fn ranked() -> Way {
    Way::Ranked { options: options(), by: Electorate::Partners, quorum: Quorum::Half }
}

fn advice() -> Way {
    Way::Advice { options: options(), decider: of(9), advisers: vec![of(1), of(2)] }
}

fn open(way: Way, voters: u128) -> Decision {
    let frame = Frame { id: DecisionId::from_bits(1), supersedes: None };
    let mut decision = Decision::propose(frame, voice(1, "2026-05-01"), question(way)).unwrap();
    decision.put(voice(1, "2026-05-02"), roll(voters), day("2026-05-12")).unwrap();
    decision
}

fn stance(stance: Stance) -> Position {
    let words = (stance == Stance::Object).then(|| "too long".parse().unwrap());
    Position { answer: Answer::Stance(stance), words }
}

fn give(decision: &mut Decision, n: u128, position: Position) {
    decision.give(voice(n, "2026-05-05"), voter(n), position).unwrap();
}

fn code(result: Result<(), Error>) -> &'static str {
    base::Problem::code(&result.unwrap_err())
}

fn again(decision: &Decision) -> Decision {
    let frame = Frame { id: decision.id, supersedes: decision.supersedes };
    Decision::replay(frame, decision.revision, decision.steps().iter().cloned()).unwrap()
}

#[test]
fn an_objection_is_met_by_an_amendment_and_a_new_round_without_positions() {
    let mut decision = open(consent(), 3);
    give(&mut decision, 1, stance(Stance::Support));
    give(&mut decision, 2, stance(Stance::Object));
    give(&mut decision, 3, stance(Stance::CanLiveWith));
    let text: Proposal = "One short form for all.".parse().unwrap();
    let (by, why) = (voice(1, "2026-05-06"), "It is one page now".parse().unwrap());
    decision.amend(by, text.clone(), why, day("2026-05-20")).unwrap();
    assert_eq!(decision.rounds().len(), 2);
    assert!(decision.round().unwrap().given.is_empty());
    assert_eq!(decision.question().way.text(), Some(&text));
    assert_eq!(decision.rounds()[0].given.len(), 3, "what was said stays readable");
    assert!(!decision.may_close(day("2026-05-20")));
    for n in 1..=3 {
        give(&mut decision, n, stance(Stance::Support));
    }
    let compromise = Some("One page, and reviewed in fall.".parse().unwrap());
    let verdict = Verdict { chosen: None, compromise: compromise.clone() };
    decision.close(voice(1, "2026-05-07"), verdict).unwrap();
    let closing = decision.closing().unwrap();
    assert_eq!((closing.outcome, &closing.compromise), (Outcome::Adopted, &compromise));
    assert!(decision.is_decided() && decision.dissent().is_empty());
    assert_eq!(again(&decision), decision);
}

#[test]
fn it_closes_when_all_have_answered_or_its_day_has_passed() {
    let mut decision = open(consent(), 2);
    give(&mut decision, 1, stance(Stance::Support));
    let close = |decision: &mut Decision, on| decision.close(voice(1, on), Verdict::default());
    assert_eq!(code(close(&mut decision, "2026-05-12")), "decision_too_early");
    let mut late = decision.clone();
    close(&mut late, "2026-05-13").unwrap();
    assert_eq!(late.closing().unwrap().outcome, Outcome::Undecided(Gap::NoQuorum));
    assert!(!late.is_decided());
    give(&mut decision, 2, stance(Stance::Object));
    close(&mut decision, "2026-05-05").unwrap();
    assert_eq!(decision.closing().unwrap().outcome, Outcome::NotAdopted);
    assert_eq!(decision.dissent().len(), 1, "who was for it");
}

#[test]
fn once_it_is_over_no_verb_fits_any_more() {
    let mut decision = open(consent(), 1);
    give(&mut decision, 1, stance(Stance::Support));
    decision.close(voice(1, "2026-05-05"), Verdict::default()).unwrap();
    let before = decision.clone();
    let by = voice(1, "2026-05-06");
    let text = "Another".parse().unwrap();
    let why: Reason = "why".parse().unwrap();
    assert_eq!(code(decision.revise(by, question(ranked()))), "decision_not_draft");
    assert_eq!(code(decision.put(by, roll(1), day("2026-06-01"))), "decision_not_draft");
    assert_eq!(code(decision.give(by, voter(1), stance(Stance::Object))), "decision_not_open");
    assert_eq!(code(decision.take_back(by, voter(1))), "decision_not_open");
    let amended = decision.amend(by, text, why.clone(), day("2026-06-01"));
    assert_eq!(code(amended), "decision_not_open");
    assert_eq!(code(decision.close(by, Verdict::default())), "decision_not_open");
    assert_eq!(code(decision.withdraw(by, why)), "decision_over");
    assert_eq!(decision, before);
}

#[test]
fn only_those_on_the_roll_answer_and_each_once() {
    let mut decision = open(consent(), 2);
    let stranger = decision.give(voice(3, "2026-05-05"), voter(3), stance(Stance::Support));
    assert_eq!(code(stranger), "decision_not_on_roll");
    assert_eq!(code(decision.take_back(voice(1, "2026-05-05"), voter(1))), "decision_no_position");
    give(&mut decision, 2, stance(Stance::Abstain));
    give(&mut decision, 1, stance(Stance::Object));
    give(&mut decision, 1, stance(Stance::Support));
    let given: Vec<Voter> =
        decision.round().unwrap().given.iter().map(|given| given.voter).collect();
    assert_eq!(given, [voter(1), voter(2)], "in the order of the roll, each once");
    decision.take_back(voice(2, "2026-05-05"), voter(2)).unwrap();
    assert_eq!(decision.round().unwrap().given.len(), 1);
    assert_eq!(again(&decision), decision);
}

#[test]
fn an_objection_and_an_advice_need_words_and_an_answer_its_own_method() {
    let mut decision = open(consent(), 2);
    let bare = Position { answer: Answer::Stance(Stance::Object), words: None };
    let refused = decision.give(voice(1, "2026-05-05"), voter(1), bare).unwrap_err();
    assert_eq!(base::Problem::fields(&refused)[0].field, "words");
    let other = Position { answer: Answer::Advice, words: None };
    let refused = decision.give(voice(1, "2026-05-05"), voter(1), other);
    assert_eq!(code(refused), "decision_other_method");
    let said = |ranking: Vec<usize>| Said { ranking, ..Said::default() };
    let problem = |ranking: Vec<usize>| {
        let error = Position::of(&ranked(), said(ranking)).unwrap_err();
        base::Problem::fields(&error)[0].code
    };
    assert_eq!(problem(vec![]), "required");
    assert_eq!(problem(vec![0]), "choice_unknown");
    assert_eq!(problem(vec![4]), "choice_unknown");
    assert_eq!(problem(vec![2, 2]), "decision_ranked_twice");
    let first = Position::of(&ranked(), said(vec![3, 1])).unwrap();
    assert_eq!(first.ranking().unwrap().preferred(), [2, 0]);
}

#[test]
fn a_ranked_choice_is_counted_and_who_ranked_another_first_dissents() {
    let mut decision = open(ranked(), 3);
    for (n, ranking) in [(1, vec![2]), (2, vec![2, 1]), (3, vec![1])] {
        let position = Position::of(&ranked(), Said { ranking, ..Said::default() }).unwrap();
        give(&mut decision, n, position);
    }
    decision.close(voice(1, "2026-05-05"), Verdict::default()).unwrap();
    assert_eq!(decision.closing().unwrap().outcome, Outcome::Chosen(1));
    let dissent: Vec<Voter> = decision.dissent().iter().map(|given| given.voter).collect();
    assert_eq!(dissent, [voter(3)]);
    let text = "Another".parse().unwrap();
    let mut other = open(ranked(), 3);
    let by = voice(1, "2026-05-05");
    let amended = other.amend(by, text, "why".parse().unwrap(), day("2026-06-01"));
    assert_eq!(code(amended), "decision_no_amendment");
}

#[test]
fn the_one_who_decides_on_advice_hears_all_and_chooses() {
    let mut decision = open(advice(), 2);
    let said = |words: &str| Position { answer: Answer::Advice, words: words.parse().ok() };
    give(&mut decision, 1, said("The school"));
    let chosen = |option| Verdict { chosen: Some(option), compromise: None };
    assert_eq!(code(decision.close(voice(9, "2026-05-05"), chosen(2))), "decision_too_early");
    let mut unheard = decision.clone();
    unheard.close(voice(9, "2026-05-13"), chosen(2)).unwrap();
    assert_eq!(unheard.closing().unwrap().outcome, Outcome::Undecided(Gap::NotHeard));
    give(&mut decision, 2, said("Anywhere but the school"));
    assert!(decision.close(voice(9, "2026-05-05"), chosen(3)).is_err(), "there are 3 options");
    decision.close(voice(9, "2026-05-05"), chosen(2)).unwrap();
    assert_eq!(decision.closing().unwrap().outcome, Outcome::Chosen(2));
}

#[test]
fn positions_open_to_whoever_gave_their_own() {
    let mut decision = open(consent(), 3);
    let shows = |decision: &Decision, own: &[Voter]| decision.shows_positions(own, false);
    give(&mut decision, 1, stance(Stance::Support));
    assert!(shows(&decision, &[voter(1)]));
    assert!(!shows(&decision, &[voter(2)]), "not given yet");
    assert!(!shows(&decision, &[voter(1), voter(2)]), "one of two given");
    assert!(!shows(&decision, &[]), "speaks for nobody on the roll");
    decision.take_back(voice(1, "2026-05-05"), voter(1)).unwrap();
    assert!(!shows(&decision, &[voter(1)]), "taken back");
    assert!(open(advice(), 2).shows_positions(&[], true), "the one who decides hears");
    for n in 1..=3 {
        give(&mut decision, n, stance(Stance::Abstain));
    }
    decision.close(voice(1, "2026-05-05"), Verdict::default()).unwrap();
    assert!(shows(&decision, &[]));
}

#[test]
fn a_question_fits_its_method() {
    let field = |way: Way| {
        let error = question(way).checked().unwrap_err();
        base::Problem::fields(&error)[0].code
    };
    let by = Electorate::Partners;
    let with = |options: &[&str]| Way::Ranked {
        options: options.iter().map(|option| option.parse().unwrap()).collect(),
        by,
        quorum: Quorum::One,
    };
    assert_eq!(field(with(&["One"])), "decision_two_options");
    assert_eq!(field(with(&["One", "Two", "One"])), "decision_option_twice");
    let many: Vec<String> = (0..13).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(field(with(&many)), "decision_many_options");
    let advisers = |advisers| Way::Advice { options: options(), decider: of(1), advisers };
    assert_eq!(field(advisers(vec![])), "required");
    assert_eq!(field(advisers(vec![of(1)])), "decision_adviser_decides");
}

proptest! {
    /// Whatever is tried in whatever order: a refused verb changes nothing, and the history alone
    /// makes the decision.
    #[test]
    fn a_history_makes_the_same_decision(tries in prop::collection::vec((0_u8..7, 1_u128..5), 0..40)) {
        let frame = Frame { id: DecisionId::from_bits(1), supersedes: None };
        let first = voice(1, "2026-05-01");
        let mut decision = Decision::propose(frame, first, question(consent())).unwrap();
        for (number, (verb, who)) in tries.into_iter().enumerate() {
            let by = voice(who, "2026-05-05");
            let before = decision.clone();
            let text = || format!("Text {number}").parse().unwrap();
            let done = match verb {
                0 => decision.put(by, roll(3), day("2026-05-12")),
                1 => decision.give(by, voter(who), stance(Stance::Support)),
                2 => decision.give(by, voter(who), stance(Stance::Object)),
                3 => decision.take_back(by, voter(who)),
                4 => decision.amend(by, text(), "why".parse().unwrap(), day("2026-05-12")),
                5 => decision.close(by, Verdict::default()),
                _ => decision.revise(by, question(ranked())),
            };
            if done.is_err() {
                prop_assert_eq!(&decision, &before);
            }
            prop_assert_eq!(&again(&decision), &decision);
            if decision.closing().is_some() {
                break;
            }
        }
    }
}
