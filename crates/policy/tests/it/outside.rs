//! What a recipient learns from an answer, and what the holder's staff can say about it.

use policy::{Answer, Decision, Request, decide};

use crate::{book::Book, cases::BOOK, read, wire::id};

/// The request of a case, about somebody else or for other classes if need be.
fn asked(name: &str, change: impl Fn(&mut serde_json::Value)) -> (read::Case, Decision) {
    let book = Book::read(BOOK);
    let (_, mut request, _) = book.decisions().into_iter().find(|case| case.0 == name).unwrap();
    change(&mut request);
    let read = read::case(&book.case(&request)).unwrap();
    let decision = decide(&read.world, &read.request);
    (read, decision)
}

#[test]
fn a_wrong_name_and_a_patient_without_consent_look_the_same() {
    let (_, patient) = asked("D04", |_| {});
    let (_, wrong_name) = asked("D04", |request| request["about"] = "P99".into());
    let (read, known) = asked("D04", |_| {});
    let mut no_record = read.request.clone();
    no_record.labels[0].regimes = None;
    let no_record = decide(&read.world, &no_record);
    assert_ne!(patient.reasons(), wrong_name.reasons());
    assert_eq!(patient.for_outsider(), wrong_name.for_outsider());
    assert_eq!(patient.for_outsider(), no_record.for_outsider());
    assert_eq!(patient.for_outsider(), known.for_outsider());
    assert_eq!(patient.for_outsider().answer, Answer::Deny);
}

#[test]
fn an_outsider_learns_that_something_is_missing_but_not_when_it_is_under_part_2() {
    let (_, housing) = asked("D02", |_| {});
    assert_eq!(housing.for_outsider().answer, Answer::PermitPartial);
    assert!(housing.for_outsider().is_incomplete);
    let (_, treatment) = asked("D08", |_| {});
    assert_eq!(treatment.answer, Answer::PermitPartial);
    assert_eq!(treatment.for_outsider().answer, Answer::Permit);
    assert!(!treatment.for_outsider().is_incomplete);
    let (_, held) = asked("D10, neighbour 1", |_| {});
    assert_eq!(held.answer, Answer::Hold);
    assert_eq!(held.for_outsider().answer, Answer::Deny);
}

#[test]
fn notes_kept_apart_are_concealed_like_any_record_of_the_program() {
    let (read, _) = asked("D03", |_| {});
    let mut request = read.request.clone();
    request.labels[0].regimes = Some(policy::Set::of(&[policy::Regime::Part2Notes]));
    let decision =
        decide(&read.world, &Request { labels: request.labels[..1].to_vec(), ..request });
    assert!(decision.withheld[0].is_concealed);
}

#[test]
fn what_goes_names_its_agreement_and_its_consent() {
    let (_, decision) = asked("D03", |_| {});
    for released in &decision.released {
        assert_eq!(released.agreement, Some(id("DSA-SUD")));
        assert_eq!(released.consent, Some(id("C-01")));
        assert_eq!(released.rules, [policy::Rule::HipaaTreatment, policy::Rule::Part2Tpo]);
    }
    let (_, emergency) = asked("D11", |_| {});
    assert!(emergency.released.iter().all(|released| released.agreement.is_none()));
    let (_, copy) =
        asked("D01", |request| request["classes"] = serde_json::json!(["sud_medications"]));
    assert_eq!(copy.released[0].consent, Some(id("C-01")));
    assert!(copy.bases.has(policy::Basis::Part2RedisclosureHipaa));
}

#[test]
fn what_a_person_may_see_of_themselves_goes_to_no_organization() {
    let (read, _) = asked("D04", |request| {
        request["action"] = "access_own".into();
        request["who"] = "u-client-p05".into();
        request["to"] = serde_json::Value::Null;
    });
    let own = decide(&read.world, &read.request);
    assert_eq!(own.answer, Answer::Permit);
    assert!(own.obligations.has(policy::Obligation::IncludeAllDisclosures));
    let mut to_another = read.request.clone();
    to_another.pattern.to = Some(id("mercy"));
    let to_another = decide(&read.world, &to_another);
    assert_eq!(to_another.reasons(), policy::Set::of(&[policy::Reason::NotTheSubject]));
}
