//! What is written for others, held to what those others published: the terms of ODRL and of the Data
//! Privacy Vocabulary, and HL7's schema of a Consent.

use std::{collections::BTreeSet, fs, path::PathBuf};

use base::{Date, Instant};
use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use standards::{fhir, odrl};

fn file(path: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../third_party");
    fs::read_to_string(root.join(path)).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn agreement() -> odrl::Policy {
    let purpose =
        |name: &str, term| odrl::Purpose { own: format!("urn:x-concord:purpose:{name}"), term };
    odrl::Policy {
        uid: "urn:x-concord:agr_1:v2".to_owned(),
        is_signed: true,
        title: "Housing referrals".to_owned(),
        description: "So that nobody waits for a bed that is free.".to_owned(),
        seal: Some(format!("sha-256:{}", "0".repeat(64))),
        from: day("2026-01-01"),
        until: Some(day("2026-12-31")),
        permissions: vec![odrl::Permission {
            assigner: "urn:x-concord:org_1".to_owned(),
            assignee: "urn:x-concord:org_2".to_owned(),
            roles: vec!["urn:x-concord:role:navigator".to_owned()],
            targets: vec!["urn:x-concord:class:intake".to_owned()],
            actions: vec![odrl::Action::Use, odrl::Action::Extract],
            purposes: odrl::Term::ALL.iter().map(|term| purpose("any", *term)).collect(),
            duties: vec![
                odrl::Duty::Delete { days: 30 },
                odrl::Duty::Inform { whom: "urn:x-concord:org_1".to_owned(), hours: 24 },
                odrl::Duty::Anonymize,
            ],
        }],
        prohibitions: vec![odrl::Prohibition {
            assigner: vec!["urn:x-concord:org_1".to_owned()],
            against: vec!["urn:x-concord:kind:law_enforcement".to_owned()],
            targets: vec!["urn:x-concord:class:intake".to_owned()],
        }],
        obligations: vec![odrl::Duty::Review { months: 12 }],
    }
}

/// Every key, and every word that stands where the context wants one of its own.
fn terms(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                let words = ["action", "leftOperand", "operator", "@type"];
                // Where the prefixes of other vocabularies are told.
                if key == "@context" {
                    continue;
                }
                if !key.starts_with('@') {
                    found.insert(key.clone());
                }
                let of_context = |word: &str| !word.contains(':');
                if words.contains(&key.as_str()) {
                    let many = inner.as_array().cloned().unwrap_or_else(|| vec![inner.clone()]);
                    let many = many.iter().filter_map(Value::as_str);
                    found.extend(many.filter(|word| of_context(word)).map(str::to_owned));
                }
                terms(inner, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| terms(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What the information model asks of a rule, wherever it stands.
fn follows_the_model(rule: &Value, is_permission: bool) {
    assert!(rule.get("action").is_some(), "{rule}");
    if is_permission {
        for needed in ["assigner", "assignee", "target"] {
            assert!(rule.get(needed).is_some(), "{needed} of {rule}");
        }
    }
    let empty = Vec::new();
    for constraint in rule.get("constraint").and_then(Value::as_array).unwrap_or(&empty) {
        for needed in ["leftOperand", "operator", "rightOperand"] {
            assert!(constraint.get(needed).is_some(), "{needed} of {constraint}");
        }
    }
}

#[test]
fn an_agreement_uses_no_word_that_odrl_does_not_have() {
    let document = agreement().document();
    let context: Value = serde_json::from_str(&file("odrl/ODRL22.jsonld")).unwrap();
    let known = context["@context"].as_object().unwrap();
    let mut found = BTreeSet::new();
    terms(&document, &mut found);
    let foreign: Vec<&String> = found
        .iter()
        .filter(|term| {
            let prefix = term.split_once(':').map(|(prefix, _)| prefix);
            !known.contains_key(prefix.unwrap_or(term))
        })
        .collect();
    assert!(found.len() > 20 && foreign.is_empty(), "{foreign:?}");
}

#[test]
fn an_agreement_has_what_the_information_model_asks_of_one() {
    let document = agreement().document();
    assert_eq!(document["@type"], "Agreement");
    assert!(document["uid"].as_str().is_some_and(|uid| uid.contains(':')));
    for (kind, is_permission) in
        [("permission", true), ("prohibition", true), ("obligation", false)]
    {
        for rule in document[kind].as_array().unwrap() {
            follows_the_model(rule, is_permission);
        }
    }
    for duty in document["permission"][0]["duty"].as_array().unwrap() {
        follows_the_model(duty, false);
    }
    let mut draft = agreement();
    draft.is_signed = false;
    assert_eq!(draft.document()["@type"], "Offer");
}

#[test]
fn its_purposes_are_purposes_of_the_vocabulary() {
    let known = file("dpv/purposes.txt");
    for term in odrl::Term::ALL {
        let is_there = known.lines().any(|line| line == term.address());
        assert!(is_there || term == odrl::Term::Purpose, "{}", term.address());
    }
}

fn consent() -> fhir::Consent {
    let named = |value: &str| fhir::Identifier {
        system: "urn:x-concord:names".to_owned(),
        value: value.to_owned(),
    };
    let party = |name: &str| fhir::Party { identifier: named(name), display: name.to_uppercase() };
    let purpose = |name: &str, reason| fhir::Purpose { own: named(name), reason };
    fhir::Consent {
        id: "con_01ARZ3NDEKTSV4RRFFQ69G5FAV".to_owned(),
        is_active: true,
        client: named("cli_1"),
        signer: named("cli_1"),
        keeper: party("health"),
        signed: Instant::from_micros(0),
        ends: Some(Instant::from_micros(0)),
        law: "https://www.ecfr.gov/current/title-42/section-2.31".to_owned(),
        language: "es".to_owned(),
        text_hash: Some("0".repeat(64)),
        gives: vec![party("health")],
        gets: vec![party("housing")],
        purposes: vec![
            purpose("treatment", Some(fhir::Reason::Treat)),
            purpose("housing_placement", None),
        ],
        classes: vec![named("intake")],
    }
}

/// What the schema says against a document.
fn faults(document: &Value) -> Option<String> {
    let mut compiler = Compiler::new();
    let mut schemas = Schemas::new();
    let address = "http://hl7.org/fhir/json-schema/4.1";
    let schema: Value = serde_json::from_str(&file("fhir/consent.schema.json")).unwrap();
    compiler.add_resource(address, schema).unwrap();
    let index = compiler.compile(address, &mut schemas).unwrap();
    schemas.validate(document, index).err().map(|error| error.to_string())
}

#[test]
fn a_consent_is_one_to_hl7s_schema() {
    assert_eq!(faults(&consent().resource()), None);
    let mut least = consent();
    (least.is_active, least.ends, least.text_hash) = (false, None, None);
    least.classes.clear();
    assert_eq!(faults(&least.resource()), None);
}

#[test]
fn the_schema_would_tell_what_is_wrong() {
    let mut wrong = consent().resource();
    wrong["status"] = json!(7);
    assert!(faults(&wrong).is_some());
    let mut wrong = consent().resource();
    wrong["provision"]["colour"] = json!("red");
    assert!(faults(&wrong).is_some());
}
