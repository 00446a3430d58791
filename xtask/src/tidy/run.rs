//! `cargo xtask tidy`.

use crate::{
    steps::{Failure, Steps, answer, cargo, finish, of_file, root, say},
    tidy::{self, RULES, tree::Tree},
};

/// What to check.
#[derive(Debug, Default, clap::Args)]
pub struct Arguments {
    /// Only our own rules, which take a second; no formatter, no compiler
    #[arg(long)]
    pub rules: bool,
    /// Only findings in paths that begin with this, such as `crates/plan`
    #[arg(value_name = "PATH")]
    pub path: Option<String>,
    /// Say what each rule holds, and check nothing
    #[arg(long)]
    pub list: bool,
}

/// Checks form, lints and rules.
///
/// # Errors
/// When something is not tidy.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.list {
        for rule in RULES {
            say(&format!("{:<14} {}", rule.name, rule.holds));
        }
        return Ok(());
    }
    if arguments.rules || arguments.path.is_some() {
        return rules(arguments.path.as_deref());
    }
    let mut steps = Steps::default();
    steps.run("rules", || rules(None));
    steps.run("form", || finish(&mut cargo(&["fmt", "--all", "--check"])));
    steps.run("lints", || {
        finish(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    });
    steps.run("licences", || {
        outsider(
            "deny",
            &["--offline", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"],
        )
    });
    steps.run("advisories", || outsider("audit", &["--quiet"]));
    steps.tell();
    steps.result()
}

fn rules(path: Option<&str>) -> Result<(), Failure> {
    let tree = Tree::read(root()).map_err(of_file(root()))?;
    let path = path.unwrap_or_default();
    let found: Vec<_> = tidy::check(&tree)
        .into_iter()
        .filter(|(_, finding)| finding.path.starts_with(path))
        .collect();
    for (rule, finding) in &found {
        say(&format!("{finding} [{rule}]"));
    }
    if found.is_empty() { Ok(()) } else { Err(Failure(format!("{} findings", found.len()))) }
}

/// Runs `cargo deny` or `cargo audit`, and says so where it is not installed or cannot reach the
/// list of advisories: neither is a flaw of the project.
fn outsider(name: &str, arguments: &[&str]) -> Result<(), Failure> {
    if answer("cargo", &[name, "--version"]).is_none() {
        say(&format!("not checked: cargo-{name} is not installed (`cargo install cargo-{name}`)"));
        return Ok(());
    }
    let output = cargo(&[name])
        .args(arguments)
        .output()
        .map_err(|error| Failure(format!("cargo-{name} cannot be started: {error}")))?;
    let told = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    say(told.trim());
    if told.contains("fetch advisory database") {
        say("not checked: the list of advisories cannot be reached");
    } else if !output.status.success() {
        return Err(Failure(format!("`cargo {name}` ended with {}", output.status)));
    }
    Ok(())
}
