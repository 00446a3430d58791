//! `cargo xtask test`: everything that must pass, with what it needs.

use std::path::Path;

use crate::{
    crash,
    needs::{self, Browser},
    postgres::{Cluster, Durability, VARIABLE},
    readers,
    steps::{Failure, Steps, answer, built, cargo, finish, program, root, say},
    tidy,
};

/// What to run.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only the Rust tests: no lints, no documentation tests, no browser
    #[arg(long)]
    pub quick: bool,
    /// No browser tests
    #[arg(long)]
    pub no_browser: bool,
}

/// `cargo xtask crash kill` does it longer.
const KILLS: u32 = 20;

/// Runs the tests. What the Rust tests need is built first, since the browser and the crashes use it
/// too; they themselves come last, so that the output ends with their result.
///
/// # Errors
/// When something failed, or is missing and cannot be installed.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let browser =
        if arguments.quick || arguments.no_browser { Browser::Left } else { Browser::Wanted };
    say("── needs");
    let needs = needs::prepare(browser)?;
    let server = Server::start(&needs.postgres)?;
    let mut steps = Steps::default();
    steps.run("build", || rust_tests(Run::BuildOnly, &server));
    if !arguments.quick {
        steps.run("tidy", || tidy::run::run(&tidy::run::Arguments::default()));
        steps.run("doc tests", || {
            finish(cargo(&["test", "--workspace", "--doc", "--quiet"]).envs(server.variable()))
        });
        steps.run("calendars", readers::run);
    }
    if let Some(chromium) = &needs.chromium {
        steps.run("browser", || in_browser(chromium, &server));
    }
    steps.run("crashes", || crash::kill(KILLS));
    steps.tell();
    steps.run("tests", || rust_tests(Run::All, &server));
    drop(server);
    steps.result()
}

/// The server that the tests use: ours, or the one that the environment names.
enum Server {
    Ours(Cluster),
    Named,
}

impl Server {
    fn start(bin: &Path) -> Result<Self, Failure> {
        let Some(url) = std::env::var_os(VARIABLE) else {
            return Cluster::start(bin, Durability::Off).map(Self::Ours);
        };
        say(&format!("the server that {VARIABLE} names is used"));
        // One that was stopped would fail the tests half an hour later.
        let question = ["--no-psqlrc", &url.to_string_lossy(), "--command", "SELECT 1"];
        if answer("psql", &question).is_none() {
            let mend = format!("start it, or leave {VARIABLE} out: then one is started here");
            return Err(Failure(format!(
                "the server that {VARIABLE} names does not answer; {mend}"
            )));
        }
        Ok(Self::Named)
    }

    fn variable(&self) -> Option<(&'static str, String)> {
        match self {
            Self::Ours(cluster) => Some((VARIABLE, cluster.url())),
            Self::Named => None,
        }
    }
}

/// How far the Rust tests go.
#[derive(Clone, Copy)]
enum Run {
    BuildOnly,
    All,
}

fn rust_tests(run: Run, server: &Server) -> Result<(), Failure> {
    let nextest = answer("cargo", &["nextest", "--version"]).is_some();
    let mut command = if nextest {
        cargo(&["nextest", "run", "--workspace"])
    } else {
        cargo(&["test", "--workspace", "--lib", "--bins", "--tests"])
    };
    match run {
        Run::BuildOnly => command.arg("--no-run"),
        Run::All => command.arg("--no-fail-fast"),
    };
    finish(command.envs(server.variable()))
}

/// Uses the program that was built for the Rust tests: to build it alone, without what only tests
/// call, would compile every package once more.
fn in_browser(chromium: &Path, server: &Server) -> Result<(), Failure> {
    finish(
        program("node", &["tests/browser/run.mjs"])
            .current_dir(root())
            .env("CONCORD", built()?.join("concord"))
            .env("CHROMIUM", chromium)
            .envs(server.variable()),
    )
}
