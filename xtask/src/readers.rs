//! Programs of others read a calendar that we wrote, and must see what we say.

use std::{fs, path::Path};

use crate::steps::{Failure, finish, of_file, program, root, say};

/// A calendar, and what it says by our own word.
const CALENDAR: &str = "crates/community/tests/calendar/feed.ics";
const SAID: &str = "crates/community/tests/calendar/instances.json";
const READERS: &str = "verifiers/calendar";

/// Installs the readers below `target/` and compares what they say.
///
/// # Errors
/// When a reader cannot be installed or says something else.
pub fn run() -> Result<(), Failure> {
    let folder = root().join("target/readers");
    fs::create_dir_all(&folder).map_err(of_file(&folder))?;
    let python = python(&folder)?;
    node(&folder)?;
    let said = root().join(SAID);
    let said = fs::read_to_string(&said).map_err(of_file(&said))?;
    let script = root().join(READERS).join("read.py");
    compare("icalendar", &python, &script, &said)?;
    compare("ical.js", "node", &folder.join("read.mjs"), &said)
}

/// A Python of its own with the package.
fn python(folder: &Path) -> Result<String, Failure> {
    let own = folder.join("python");
    let program_of = |name: &str| own.join("bin").join(name).to_string_lossy().into_owned();
    if !Path::new(&program_of("pip")).is_file() {
        finish(&mut program("python3", &["-m", "venv", &own.to_string_lossy()]))?;
    }
    let list = format!("{READERS}/requirements.txt");
    finish(&mut program(&program_of("pip"), &["install", "--quiet", "--requirement", &list]))?;
    Ok(program_of("python"))
}

/// The reader for Node beside its package: Node looks for packages where the program lies.
fn node(folder: &Path) -> Result<(), Failure> {
    for file in ["package.json", "package-lock.json", "read.mjs"] {
        let from = root().join(READERS).join(file);
        fs::copy(&from, folder.join(file)).map_err(of_file(&from))?;
    }
    let quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    finish(program("npm", &quiet).current_dir(folder))
}

fn compare(reader: &str, runs: &str, script: &Path, said: &str) -> Result<(), Failure> {
    let output = program(runs, &[&script.to_string_lossy(), CALENDAR])
        .output()
        .map_err(|error| Failure(format!("{runs} cannot be started: {error}")))?;
    // All three write JSON in the same way: one line, in the order of the instants.
    let read = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() && read == said {
        say(&format!("{reader} sees the same instances"));
        return Ok(());
    }
    let why = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(Failure(format!("{reader} reads {CALENDAR} as {read}, and we say {said} {why}")))
}
