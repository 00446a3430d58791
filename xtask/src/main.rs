//! `cargo xtask`: everything that a maintainer runs.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::{
    bench, coverage, crash, postgres,
    steps::{Failure, say},
    test,
    tidy::run as tidy,
};

/// Everything that a maintainer of Concord runs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Checks form, lints and the project's own rules
    Tidy(tidy::Arguments),
    /// Runs every test, and installs what the tests need
    Test(test::Arguments),
    /// Runs the benchmarks
    Bench(bench::Arguments),
    /// Tells which branches of the engine its tests take
    Coverage,
    /// Kills the program and cuts the power while it writes, and counts what is lost
    Crash(crash::Arguments),
    /// Starts a throw-away PostgreSQL for development, until Enter or Ctrl-C
    Postgres,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say(&format!("failed: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<(), Failure> {
    match task {
        Task::Tidy(arguments) => tidy::run(arguments),
        Task::Test(arguments) => test::run(arguments),
        Task::Bench(arguments) => bench::run(arguments),
        Task::Coverage => coverage::run(),
        Task::Crash(arguments) => crash::run(arguments),
        Task::Postgres => postgres::run(),
    }
}
