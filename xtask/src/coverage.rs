//! `cargo xtask coverage`: which branches of the engine its tests take.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    needs::{self, Browser},
    postgres::{Cluster, Durability, VARIABLE},
    steps::{Failure, answer, built, cargo, finish, of_file, root, said, say},
};

/// The package whose every branch is taken.
const ENGINE: &str = "policy";

/// Runs the engine's tests with counters in its branches, and tells which were never taken.
///
/// # Errors
/// When a tool is missing, a test fails, or a branch was never taken.
pub fn run() -> Result<(), Failure> {
    let tools = tools()?;
    let folder = built()?.with_file_name("coverage");
    let counts = folder.join("counts");
    // What an earlier run counted is not to be added.
    if counts.exists() {
        fs::remove_dir_all(&counts).map_err(of_file(&counts))?;
    }
    let bin = needs::prepare(Browser::Left)?.postgres;
    let cluster = Cluster::start(&bin, Durability::Off)?;
    let programs = programs(&folder)?;
    let counter = counts.join("%p-%m.profraw");
    finish(tests(&folder).env("LLVM_PROFILE_FILE", counter).env(VARIABLE, cluster.url()))?;
    let merged = folder.join("counts.profdata");
    let mut merge = Command::new(tools.join("llvm-profdata"));
    finish(merge.args(["merge", "--sparse", "--output"]).arg(&merged).arg(&counts))?;
    let mut report = Command::new(tools.join("llvm-cov"));
    report.args(["report", "--show-branch-summary", "--instr-profile"]).arg(&merged);
    for program in &programs {
        report.arg("--object").arg(program);
    }
    report.arg("--sources").arg(root().join("crates").join(ENGINE).join("src"));
    judge(&said(&mut report)?)
}

/// The engine's tests, with counters. The compiler counts branches only for one who knows that the option may change.
fn tests(folder: &Path) -> Command {
    let mut command = cargo(&["test", "--package", ENGINE, "--lib", "--tests", "--target-dir"]);
    command
        .arg(folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cinstrument-coverage -Zcoverage-options=branch");
    command
}

/// Builds the test programs, and tells where they are.
fn programs(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let told = said(tests(folder).args(["--no-run", "--message-format", "json"]))?;
    let paths = told.split("\"executable\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    Ok(paths.map(PathBuf::from).collect())
}

/// The folder of the compiler's own tools.
fn tools() -> Result<PathBuf, Failure> {
    let libraries = answer("rustc", &["--print", "target-libdir"]).map(PathBuf::from);
    let tools = libraries.and_then(|folder| Some(folder.parent()?.join("bin")));
    tools.filter(|folder| folder.join("llvm-cov").exists()).ok_or_else(|| {
        Failure("llvm-cov is missing: `rustup component add llvm-tools` brings it".to_owned())
    })
}

/// Tells the branches of each file of the report, whose last columns are how many there are, how many were missed,
/// and a percentage.
fn judge(report: &str) -> Result<(), Failure> {
    let mut missed_in_all = None;
    for line in report.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [name, .., all, missed, _] = words.as_slice() else { continue };
        let (Ok(all), Ok(missed)) = (all.parse::<u32>(), missed.parse::<u32>()) else { continue };
        say(&format!("{name:<24} {:>4} of {all:>4} branches taken", all - missed));
        if *name == "TOTAL" {
            missed_in_all = Some(missed);
        }
    }
    match missed_in_all {
        Some(0) => Ok(()),
        Some(missed) => Err(Failure(format!("{missed} branches are never taken by a test"))),
        None => Err(Failure(format!("the report is not understood:\n{report}"))),
    }
}
