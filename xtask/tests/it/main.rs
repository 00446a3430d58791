//! Each rule is shown a small tree that breaks it, and the same tree mended.

#![cfg(test)]

mod code;
mod data;
mod machine;
mod packages;

mod pages;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use xtask::tidy::{self, Finding, RULES, tree::Tree};

type Files<'a> = &'a [(&'a str, &'a str)];

/// What the rule finds in a tree of these files, as lines.
fn findings(rule: &str, files: Files<'_>) -> Vec<String> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let root = std::env::temp_dir().join(format!("concord-tidy-{}-{number}", std::process::id()));
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let tree = Tree::read(&root).unwrap();
    fs::remove_dir_all(&root).unwrap();
    let rule = RULES.iter().find(|known| known.name == rule).expect("a rule of this name");
    (rule.check)(&tree).iter().map(Finding::to_string).collect()
}

/// The rule finds this and nothing else.
#[track_caller]
fn bad(rule: &str, files: Files<'_>, expected: &[&str]) {
    let found = findings(rule, files);
    let matches = found.len() == expected.len()
        && found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected));
    assert!(matches, "`{rule}` found {found:#?}, expected {expected:#?}");
}

/// The rule finds nothing.
#[track_caller]
fn good(rule: &str, files: Files<'_>) {
    let found = findings(rule, files);
    assert!(found.is_empty(), "`{rule}` found {found:#?}");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

#[test]
fn the_project_keeps_its_rules() {
    let found: Vec<String> = tidy::check(&Tree::read(&root()).unwrap())
        .iter()
        .map(|(rule, finding)| format!("{finding} [{rule}]"))
        .collect();
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_rule_was_seen_to_fail() {
    let tests: String = fs::read_dir(root().join("xtask/tests/it"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let tests: String = tests.split_whitespace().collect();
    let unseen: Vec<&str> = RULES
        .iter()
        .map(|rule| rule.name)
        .filter(|name| {
            let (bad, good) = (format!("bad(\"{name}\","), format!("good(\"{name}\","));
            !tests.contains(&bad) || !tests.contains(&good)
        })
        .collect();
    assert!(unseen.is_empty(), "no tree breaks, or none keeps, {unseen:?}");
}

#[test]
fn rules_have_names_of_their_own() {
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RULES.len());
}

#[test]
fn what_git_ignores_is_not_looked_at() {
    let long = "x\n".repeat(501);
    let ignored = [
        (".gitignore", "/target\nnode_modules\n"),
        ("target/a.js", &long),
        ("tests/node_modules/b.js", &long),
    ];
    good("files", &ignored);
    bad("files", &[("tests/b.js", &long)], &["tests/b.js:501: 501 lines are more than 500"]);
}
