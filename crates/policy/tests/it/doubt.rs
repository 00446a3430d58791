//! Paper in doubt opens nothing.

use policy::{
    Answer, ClassKind, Label, Names, OrganizationKind, PurposeKind, Reason, Request, Set, Status,
    decide,
};

use crate::{
    book::Book,
    cases::BOOK,
    read,
    wire::{self, Case, Maybe},
};

/// The answer to a worked case, after its world was changed.
fn answer(name: &str, change: impl Fn(&mut Case)) -> (Answer, Vec<String>) {
    let book = Book::read(BOOK);
    let (_, request, _) = book.decisions().into_iter().find(|case| case.0 == name).unwrap();
    let mut case = book.case(&request);
    change(&mut case);
    let read = read::case(&case).unwrap();
    let decision = decide(&read.world, &read.request);
    (decision.answer, read::words(decision.reasons().iter()))
}

fn denied(reason: &str) -> (Answer, Vec<String>) {
    (Answer::Deny, vec![reason.to_owned()])
}

#[test]
fn two_records_of_one_id_that_differ_are_as_if_there_were_none() {
    let consents = answer("D03", |case| {
        let mut twin = case.world.consents.iter().find(|each| each.id == "C-01").unwrap().clone();
        twin.revoked = Maybe::Some(0);
        case.world.consents.push(twin);
    });
    assert_eq!(consents, denied("PART2_NO_CONSENT"));
    // A third that is like the first is as much in doubt.
    let three = answer("D03", |case| {
        let first = case.world.consents.iter().find(|each| each.id == "C-01").unwrap().clone();
        let twin = wire::Consent { revoked: Maybe::Some(0), ..first.clone() };
        case.world.consents.extend([twin, first]);
    });
    assert_eq!(three, denied("PART2_NO_CONSENT"));
    let agreements = answer("D03", |case| {
        let is_wanted = |id: &str| id == "DSA-SUD";
        let mut twin =
            case.world.agreements.iter().find(|each| is_wanted(&each.id)).unwrap().clone();
        twin.status = Status::Terminated;
        case.world.agreements.insert(0, twin);
    });
    assert_eq!(agreements, denied("NO_AGREEMENT"));
    let clients = answer("D03", |case| {
        let mut twin = case.world.clients.iter().find(|each| each.id == "P01").unwrap().clone();
        twin.is_adult = false;
        case.world.clients.push(twin);
    });
    assert_eq!(clients, denied("UNKNOWN_LABEL"));
    let organizations = answer("D03", |case| {
        let mut twin =
            case.world.organizations.iter().find(|each| each.id == "mercy").unwrap().clone();
        twin.kinds.push(OrganizationKind::CjisAuthorized);
        case.world.organizations.insert(0, twin);
    });
    assert_eq!(organizations, denied("UNKNOWN_LABEL"));
}

#[test]
fn custody_opens_school_records_to_a_child_welfare_agency_only() {
    let other = answer("D18", |case| {
        for each in case.world.organizations.iter_mut().filter(|each| each.id == "cps") {
            each.kinds = vec![OrganizationKind::SocialServices];
        }
    });
    assert_eq!(other, denied("FERPA_NO_EXCEPTION"));
}

#[test]
fn only_a_provider_gives_to_treat() {
    for party in ["mercy", "valley"] {
        let other = answer("D03", |case| {
            for each in case.world.organizations.iter_mut().filter(|each| each.id == party) {
                each.kinds.retain(|kind| *kind != OrganizationKind::HealthProvider);
            }
        });
        assert_eq!(other, (Answer::Hold, vec!["LEGAL_REVIEW_REQUIRED".to_owned()]), "{party}");
    }
}

#[test]
fn a_copy_is_passed_on_to_a_provider_who_treats_and_to_nobody_else() {
    let book = Book::read(BOOK);
    let (_, mut request, _) = book.decisions().into_iter().find(|case| case.0 == "D01").unwrap();
    request["classes"] = serde_json::json!(["sud_medications"]);
    let mut case = book.case(&request);
    let answer = |case: &Case| {
        let read = read::case(case).unwrap();
        let decision = decide(&read.world, &read.request);
        (decision.answer, read::words(decision.reasons().iter()))
    };
    assert_eq!(answer(&case), (Answer::Permit, Vec::new()));
    for each in case.world.organizations.iter_mut().filter(|each| each.id == "bh") {
        each.kinds.retain(|kind| *kind != OrganizationKind::HealthProvider);
    }
    assert_eq!(answer(&case), denied("CONSENT_RECIPIENT_MISMATCH"));
}

#[test]
fn what_is_not_there_is_not_understood() {
    let book = Book::read(BOOK);
    let (_, request, _) = book.decisions().into_iter().find(|case| case.0 == "D03").unwrap();
    let read = read::case(&book.case(&request)).unwrap();
    let refused = |labels: Vec<Label>| {
        let request = Request { labels, ..read.request.clone() };
        let decision = decide(&read.world, &request);
        (decision.answer, decision.reasons())
    };
    let not_understood = (Answer::Deny, Set::of(&[Reason::UnknownLabel]));
    assert_eq!(refused(Vec::new()), not_understood, "a request for nothing");
    // A class of another partnership, which has more of them.
    let mut others = read.world.names().clone();
    let class = others.name_class("class_of_others", ClassKind::Record);
    let label = Label { class, ..read.request.labels[0].clone() };
    assert_eq!(refused(vec![label]), not_understood, "a class without a name");
}

#[test]
fn a_name_stands_for_one_thing() {
    let mut names = Names::default();
    let class = names.name_class("intake", ClassKind::Record);
    assert!(class.is_some());
    assert_eq!(names.name_class("intake", ClassKind::Record), class);
    assert_eq!(names.name_class("intake", ClassKind::Address), None);
    let purpose = names.name_purpose("housing", PurposeKind::Service);
    assert!(purpose.is_some());
    assert_eq!(names.name_purpose("housing", PurposeKind::Service), purpose);
    assert_eq!(names.name_purpose("housing", PurposeKind::Treatment), None);
    let role = names.name_role("navigator");
    assert!(role.is_some());
    assert_eq!(names.name_role("navigator"), role);
    let long = "x".repeat(65);
    for wrong in ["", "Intake", "in take", "naïve", "in-take", &long] {
        assert_eq!(names.name_class(wrong, ClassKind::Record), None, "{wrong}");
        assert_eq!(names.name_purpose(wrong, PurposeKind::Service), None, "{wrong}");
        assert_eq!(names.name_role(wrong), None, "{wrong}");
    }
    assert!(names.name_class(&"x".repeat(64), ClassKind::Record).is_some());
}
