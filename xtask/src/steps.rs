//! Running other programs, one after the other, and saying how long each took.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

/// Why a task ended early, as a sentence that says what to do.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Says something to the one who ran the task.
#[expect(clippy::print_stdout, reason = "xtask is a command line program")]
pub fn say(line: &str) {
    println!("{line}");
}

/// The steps of a task: all of them run, and what failed is told at the end.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<(String, Duration, bool)>,
}

impl Steps {
    /// Runs a step, and keeps whether it failed and how long it took.
    pub fn run(&mut self, name: &str, step: impl FnOnce() -> Result<(), Failure>) {
        say(&format!("── {name}"));
        let clock = Clock::start();
        let result = step();
        if let Err(failure) = &result {
            say(&format!("── {name} failed: {failure}"));
        }
        self.done.push((name.to_owned(), clock.elapsed(), result.is_ok()));
    }

    /// Says how long each step took.
    pub fn tell(&self) {
        say("── steps");
        for (name, took, passed) in &self.done {
            let result = if *passed { "passed" } else { "FAILED" };
            say(&format!("{name:<12} {:>7.1} s  {result}", took.as_secs_f64()));
        }
    }

    /// The failure of those that failed.
    ///
    /// # Errors
    /// When a step failed.
    pub fn result(&self) -> Result<(), Failure> {
        let failed: Vec<&str> =
            self.done.iter().filter(|step| !step.2).map(|step| step.0.as_str()).collect();
        if failed.is_empty() { Ok(()) } else { Err(Failure(failed.join(", "))) }
    }
}

/// A stop watch.
pub(crate) struct Clock(std::time::Instant);

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "how long a step takes is what we measure")]
    pub(crate) fn start() -> Self {
        Self(std::time::Instant::now())
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// The project's root.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The folder that holds the built programs: ours lies there too.
///
/// # Errors
/// When this program cannot tell where it is.
pub fn built() -> Result<PathBuf, Failure> {
    let program = std::env::current_exe().map_err(|error| Failure(format!("who am I? {error}")))?;
    Ok(program.parent().unwrap_or(Path::new(".")).to_owned())
}

/// A program to be run in the project's root.
#[must_use]
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).args(arguments);
    command
}

/// `cargo` with these arguments. What the cargo that runs us says of our own package is taken out: the
/// build script of `ring` would see a change in it, and everything above would be built anew each time
/// that somebody calls cargo without us.
#[must_use]
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = program("cargo", arguments);
    let is_ours =
        |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_ours) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a program to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn finish(command: &mut Command) -> Result<(), Failure> {
    let told = format!("`{}`", told(command));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure(format!("{told} ended with {status}"))),
        Err(error) => Err(Failure(format!("{told} cannot be started: {error}"))),
    }
}

/// What a program says, when it succeeds.
#[must_use]
pub fn answer(name: &str, arguments: &[&str]) -> Option<String> {
    said(program(name, arguments).stderr(Stdio::null())).ok()
}

/// What a program says; its complaints go where they are sent, and otherwise where ours go.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn said(command: &mut Command) -> Result<String, Failure> {
    let told = format!("`{}`", told(command));
    let child = command.stdout(Stdio::piped()).spawn();
    let output = child.and_then(std::process::Child::wait_with_output);
    let output = output.map_err(|error| Failure(format!("{told} cannot be started: {error}")))?;
    if !output.status.success() {
        return Err(Failure(format!("{told} ended with {}", output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Says that a file could not be used.
pub(crate) fn of_file(path: &Path) -> impl Fn(io::Error) -> Failure {
    move |error| Failure(format!("{}: {error}", path.display()))
}

fn told(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
