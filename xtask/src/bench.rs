//! `cargo xtask bench`: the benchmarks of `crates/concord/benches`, in release form.

use std::fs;

use crate::{
    needs::{self, Browser},
    postgres::{Cluster, Durability, VARIABLE},
    steps::{Failure, cargo, finish, of_file, root},
};

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The benchmark, by the name of its file; all of them when it is left out
    pub name: Option<String>,
    /// What the benchmark itself takes, after `--`
    #[arg(last = true)]
    pub rest: Vec<String>,
}

const FOLDER: &str = "crates/concord/benches";

/// Runs the benchmarks beside a PostgreSQL that is as durable as in production.
///
/// # Errors
/// When there is no such benchmark, or one of them fails.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let names = names()?;
    let chosen: Vec<&String> = match &arguments.name {
        Some(wanted) => names.iter().filter(|name| *name == wanted).collect(),
        None => names.iter().collect(),
    };
    if chosen.is_empty() {
        return Err(Failure(format!(
            "there is no such benchmark in {FOLDER}; there is: {}",
            names.join(", ")
        )));
    }
    let bin = needs::prepare(Browser::Left)?.postgres;
    let cluster = Cluster::start(&bin, Durability::Full)?;
    for name in chosen {
        finish(
            cargo(&["bench", "--package", "concord", "--bench", name, "--"])
                .args(&arguments.rest)
                .env(VARIABLE, cluster.url()),
        )?;
    }
    Ok(())
}

fn names() -> Result<Vec<String>, Failure> {
    let folder = root().join(FOLDER);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .map_err(of_file(&folder))?
        .filter_map(|entry| {
            entry.ok()?.file_name().to_str()?.strip_suffix(".rs").map(str::to_owned)
        })
        .collect();
    names.sort_unstable();
    Ok(names)
}
