//! Paper in doubt opens nothing.

use policy::{Answer, OrganizationKind, Status, decide};

use crate::{
    book::Book,
    cases::BOOK,
    read,
    wire::{Case, Maybe},
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
