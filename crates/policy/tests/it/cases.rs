//! The 25 worked cases and their neighbours, as they were handed to us.

use std::collections::{BTreeMap, BTreeSet};

use policy::{Basis, Identifiability, Obligation, Reason, Regime, decide};
use serde_json::Value;

use crate::{
    book::Book,
    read::{self, Said, words},
};

pub(crate) const BOOK: &str = include_str!("../disclosure-cases.yaml");

fn keys(value: &Value) -> BTreeSet<String> {
    if let Some(map) = value.as_object() {
        return map.keys().cloned().collect();
    }
    value.as_array().unwrap().iter().map(|each| each.as_str().unwrap().to_owned()).collect()
}

fn all<T: policy::Word>() -> BTreeSet<String> {
    words(policy::Set::<T>::all().iter()).into_iter().collect()
}

#[test]
fn the_words_of_the_engine_are_those_of_the_model() {
    let book = Book::read(BOOK);
    let vocabulary = &book.0["vocabulary"];
    assert_eq!(all::<Basis>(), keys(&vocabulary["bases"]));
    assert_eq!(all::<Reason>(), keys(&vocabulary["reasons"]));
    assert_eq!(all::<Obligation>(), keys(&vocabulary["obligations"]));
    assert_eq!(all::<policy::Action>(), keys(&vocabulary["actions"]));
    assert_eq!(all::<Regime>(), keys(&book.0["regimes_known"]));
    let forms: BTreeSet<String> = Identifiability::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(forms, keys(&vocabulary["identifiability"]));
}

#[test]
fn every_worked_case_gets_its_answer_with_its_reasons() {
    let book = Book::read(BOOK);
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, request, expect) in book.decisions() {
        count += 1;
        let case = book.case(&request);
        let read = read::case(&case).unwrap();
        let decision = decide(&read.world, &read.request);
        let said = read::said(&decision, read.world.names());
        let differences = differences(&said, &expect, &request);
        if !differences.is_empty() {
            wrong.push(format!("{name}: {differences:?}; the engine says {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(count, 44);
}

/// What the case expects and the engine does not say.
pub(crate) fn differences(said: &Said, expect: &Value, request: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if said.answer != expect["decision"] {
        found.push(format!("decision {}", expect["decision"]));
    }
    let reason = expect["reason"].as_str().unwrap();
    let is_named = if said.answer.starts_with("permit") {
        said.bases.iter().any(|basis| basis == reason)
    } else {
        said.withheld.iter().any(|(_, why)| why == reason)
    };
    if !is_named {
        found.push(format!("reason {reason}"));
    }
    if let Some(withheld) = expect.get("withheld") {
        let expected: BTreeMap<String, String> = serde_json::from_value(withheld.clone()).unwrap();
        let got: BTreeMap<String, String> = said
            .withheld
            .iter()
            .map(|(what, why)| (cell_name(what, request), why.clone()))
            .collect();
        if got != expected {
            found.push(format!("withheld {expected:?}"));
        }
    }
    for owed in expect.get("obligations").and_then(Value::as_array).into_iter().flatten() {
        if !said.obligations.iter().any(|there| there == owed) {
            found.push(format!("obligation {owed}"));
        }
    }
    if said.answer.starts_with("permit") {
        let personal = request.get("identifiability").is_none_or(|form| form == "encoded");
        let mut riding = vec!["LOG_BEFORE_RELEASE", "PURPOSE_BIND"];
        riding.extend(personal.then_some("CLIENT_REPORT"));
        found.extend(
            riding
                .iter()
                .filter(|owed| !said.obligations.iter().any(|there| there == *owed))
                .map(|owed| format!("obligation {owed}")),
        );
    }
    found
}

/// A cell by the names of its row and column.
fn cell_name(what: &str, request: &Value) -> String {
    let Some(places) = what.strip_prefix("cell:") else { return what.to_owned() };
    let places: Vec<usize> = places.split(':').map(|place| place.parse().unwrap()).collect();
    let table = &request["context"]["table"];
    let name = |line: &str, at: usize| table[line][at].as_str().unwrap();
    format!("cell:{}:{}", name("rows", places[0]), name("cols", places[1]))
}
