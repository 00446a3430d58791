//! A second evaluator, in Python and from the text of the model, answers the same worlds. How many is
//! said by `CONCORD_POLICY_SECOND`; a million is the long run.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
};

use policy::decide;

use crate::{
    book::Book,
    cases::BOOK,
    generate::Chance,
    properties::worlds,
    read::{self, Said, said},
    wire::Case,
};

/// How many worlds both answer every day.
pub(crate) const EVERY_DAY: u64 = 10_000;
/// As many as fit a pipe without waiting for each other.
const BATCH: usize = 100;

fn start() -> Child {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../verifiers/decide/decide.py");
    Command::new("python3")
        .arg(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs the second evaluator")
}

/// What both say about each case; those in which they differ.
fn differing(cases: impl Iterator<Item = (String, Case)>) -> Vec<String> {
    let mut second = start();
    let mut asked = second.stdin.take().unwrap();
    let mut answers = BufReader::new(second.stdout.take().unwrap()).lines();
    let mut cases = cases.peekable();
    let mut found = Vec::new();
    while cases.peek().is_some() {
        let batch: Vec<(String, Case)> = cases.by_ref().take(BATCH).collect();
        let lines = batch.iter().map(|(_, case)| serde_json::to_string(case).unwrap() + "\n");
        let lines: String = lines.collect();
        let told = std::thread::scope(|scope| {
            scope.spawn(|| {
                asked.write_all(lines.as_bytes()).unwrap();
                asked.flush().unwrap();
            });
            let next = || serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
            std::iter::repeat_with(next).take(batch.len()).collect::<Vec<Said>>()
        });
        for ((name, case), theirs) in batch.into_iter().zip(told) {
            let read = read::case(&case).unwrap();
            let ours = said(&decide(&read.world, &read.request), read.world.names());
            if ours != theirs {
                let case = serde_json::to_string(&case).unwrap();
                found.push(format!("{name}\n ours   {ours:?}\n theirs {theirs:?}\n {case}"));
            }
        }
    }
    drop(asked);
    assert!(second.wait().unwrap().success());
    found
}

#[test]
fn the_second_evaluator_answers_the_worked_cases_as_expected() {
    let book = Book::read(BOOK);
    let cases = book.decisions().into_iter().map(|(name, request, _)| (name, book.case(&request)));
    let found = differing(cases);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn two_evaluators_agree_on_random_worlds() {
    let count = worlds("CONCORD_POLICY_SECOND", EVERY_DAY);
    let found =
        differing((0..count).map(|seed| (format!("world {seed}"), Chance::seeded(seed).case())));
    let shown: Vec<&str> = found.iter().take(3).map(String::as_str).collect();
    assert!(found.is_empty(), "{} of {count} differ:\n{}", found.len(), shown.join("\n"));
}
