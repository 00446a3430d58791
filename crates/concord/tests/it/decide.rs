//! `concord decide` as an analyst runs it: the worked cases through the product's own tables.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

const CASES: &str = include_str!("../../../policy/tests/disclosure-cases.yaml");

/// Decides cases from standard input.
fn decide(cases: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_concord"));
    command.args(["decide", "-"]).args(more);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(cases.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn all_44_decisions_of_the_25_cases_are_as_expected() {
    let told = decide(CASES, &["--json", "--explain"]);
    let said: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!((&said["decisions"], &said["agree"]), (&Value::from(44), &Value::from(44)));
    assert_eq!(told.status.code(), Some(0));
    for case in said["cases"].as_array().unwrap() {
        for language in ["en", "es"] {
            let sentence = case["sentences"][language].as_str().unwrap();
            assert!(sentence.ends_with('.') && !sentence.contains('['), "{sentence}");
        }
        assert!(!case["rules"].as_array().unwrap().is_empty(), "{case}");
    }
}

#[test]
fn an_answer_that_is_not_the_expected_one_is_told_with_exit_code_1() {
    let changed = CASES.replacen("decision: permit\n", "decision: deny\n", 1);
    assert_ne!(changed, CASES);
    let told = decide(&changed, &["--lang", "es"]);
    let text = String::from_utf8(told.stdout).unwrap();
    assert_eq!(told.status.code(), Some(1), "{text}");
    assert!(
        text.contains("D01: permit (DIFFERS)") && text.contains("43 of 44 as expected"),
        "{text}"
    );
}

#[test]
fn less_paper_opens_less() {
    let without =
        CASES.replacen("grants: [{from: haven, to: coc", "grants_: [{from: haven, to: coc", 1);
    assert_ne!(without, CASES);
    let told = decide(&without, &[]);
    let text = String::from_utf8(told.stdout).unwrap();
    assert_eq!(told.status.code(), Some(1));
    assert!(text.contains("D16: deny (DIFFERS)"), "{text}");
}

#[test]
fn what_holds_no_cases_is_told_with_exit_code_2() {
    for cases in ["", "format: other/1\n", "format: disclosure-cases/1\n"] {
        let told = decide(cases, &[]);
        assert_eq!(told.status.code(), Some(2), "{cases}");
        assert!(String::from_utf8(told.stderr).unwrap().contains("holds no cases"));
    }
}
