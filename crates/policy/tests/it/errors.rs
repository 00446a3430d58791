//! Errors deny: whatever is missing, null, of the wrong type, too long or said twice, alone and in
//! pairs, nothing goes that would not have gone.

use policy::{Identifiability, decide};
use serde_json::{Value, json};

use crate::{
    generate::Chance,
    properties::worlds,
    read::{self, Done},
    wire::Case,
};

/// What is done to a field.
const DEFECTS: usize = 6;
const LONGEST: usize = 100;

/// Reads a case as an edge would: strictly, and with a limit.
fn read_text(text: &str) -> Done<read::Case> {
    // First into types, which finds what is said twice; then for its length.
    let case: Case = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let longest = |value: &Value| longest(value) > LONGEST;
    if longest(&serde_json::from_str(text).map_err(|error| error.to_string())?) {
        return Err("too long".to_owned());
    }
    read::case(&case)
}

fn longest(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(list) => list.iter().map(longest).max().unwrap_or(0).max(list.len()),
        Value::Object(map) => map.values().map(longest).max().unwrap_or(0),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

/// The classes that go.
fn going(text: &str) -> Vec<String> {
    let Ok(read) = read_text(text) else { return Vec::new() };
    let names = read.world.names();
    let released = decide(&read.world, &read.request).released;
    released.iter().map(|each| names.of_class(each.class).unwrap().to_owned()).collect()
}

/// The addresses of all fields.
fn fields(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let at = format!("{at}/{key}");
                fields(value, &at, found);
                found.push(at);
            }
        }
        Value::Array(list) => {
            for (number, value) in list.iter().enumerate() {
                fields(value, &format!("{at}/{number}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

const TWICE: &str = "\u{1}";

fn break_field(value: &mut Value, at: &str, defect: usize) {
    let (parent, key) = at.rsplit_once('/').unwrap();
    let Some(Value::Object(parent)) = value.pointer_mut(parent) else { return };
    let Some(old) = parent.get(key).cloned() else { return };
    let new = match defect {
        0 => {
            parent.remove(key);
            return;
        }
        1 => Value::Null,
        2 if old.is_string() => json!(12345),
        2 => json!("wrong"),
        3 => json!({"wrong": [old]}),
        4 if old.is_array() => Value::Array(vec![old; LONGEST + 1]),
        4 if old.is_number() => json!(1e300),
        4 => Value::String("long".repeat(LONGEST)),
        _ => {
            // Written twice, with something else first.
            parent.insert(format!("{key}{TWICE}"), Value::Null);
            return;
        }
    };
    parent.insert(key.to_owned(), new);
}

fn text(value: &Value) -> String {
    serde_json::to_string(value).unwrap().replace("\\u0001", "")
}

#[test]
fn no_defect_lets_anything_more_go() {
    let count = worlds("CONCORD_POLICY_ERRORS", 4);
    let (mut tried, mut broken) = (0_u64, 0_u64);
    for seed in 0..count {
        let mut chance = Chance::seeded(seed);
        let case = chance.case();
        let clean = serde_json::to_value(&case).unwrap();
        let before = going(&text(&clean));
        let mut at = Vec::new();
        fields(&clean, "", &mut at);
        let mut attempt = |defects: &[(&String, usize)]| {
            let mut value = clean.clone();
            for (at, defect) in defects {
                break_field(&mut value, at, *defect);
            }
            let after = going(&text(&value));
            tried += 1;
            broken += u64::from(after.is_empty() && !before.is_empty());
            assert!(after.iter().all(|class| before.contains(class)), "world {seed}: {defects:?}");
        };
        // The world's vocabulary is long and dull: most of its fields are left to the pairs.
        for at in at.iter().filter(|at| !at.starts_with("/world/purposes/")) {
            (0..DEFECTS).for_each(|defect| attempt(&[(at, defect)]));
        }
        for _ in 0..300 {
            let [one, other] = [0, 1].map(|_| (chance.below(at.len()), chance.below(DEFECTS)));
            attempt(&[(&at[one.0], one.1), (&at[other.0], other.1)]);
        }
    }
    assert!(tried > count * 500 && broken > 0, "{tried} defects, {broken} felt");
}

/// The same, for what reaches the engine without an edge: marks that a row of the database lacks.
#[test]
fn a_label_that_lacks_a_mark_is_not_understood() {
    for seed in 0..2000 {
        let read = read::case(&Chance::seeded(seed).case()).unwrap();
        let mut request = read.request.clone();
        for label in &mut request.labels {
            match seed % 6 {
                0 => label.class = None,
                1 => label.holder = None,
                2 => label.origin = None,
                3 => label.regimes = None,
                4 => label.identifiability = None,
                _ if label.identifiability.is_some_and(Identifiability::is_personal) => {
                    label.client = None;
                }
                _ => continue,
            }
            let request =
                policy::Request { pattern: request.pattern.clone(), labels: vec![label.clone()] };
            assert!(decide(&read.world, &request).released.is_empty(), "world {seed}");
        }
    }
}
