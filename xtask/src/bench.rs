//! `cargo xtask bench`: the benchmarks of all packages, in release form.

use std::{collections::BTreeMap, fs};

use crate::{
    needs::{self, Browser},
    postgres::{Cluster, Durability, VARIABLE},
    steps::{Failure, Steps, built, cargo, finish, of_file, root, say},
};

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The benchmark, by its name; all of them when it is left out
    pub name: Option<String>,
    /// What the benchmark itself takes, after `--`
    #[arg(last = true)]
    pub rest: Vec<String>,
}

/// The benchmark that measures the whole program, which it finds by this variable.
const WHOLE: &str = "pages";
const PROGRAM: &str = "CONCORD";

/// Runs the benchmarks beside a PostgreSQL that is as durable as in production.
///
/// # Errors
/// When there is no such benchmark, or one of them fails or misses its mark.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let known = known()?;
    let wanted = |name: &String| arguments.name.as_ref().is_none_or(|wanted| wanted == name);
    if !known.keys().any(wanted) {
        let names: Vec<&str> = known.keys().map(String::as_str).collect();
        return Err(Failure(format!("there is no such benchmark; there is: {}", names.join(", "))));
    }
    let bin = needs::prepare(Browser::Left)?.postgres;
    let cluster = Cluster::start(&bin, Durability::Full)?;
    let mut steps = Steps::default();
    for (name, package) in known.iter().filter(|(name, _)| wanted(name)) {
        steps.run(name, || {
            let what = ["--package", package, "--all-features", "--bench", name];
            let mut command = cargo(&["bench", "--quiet"]);
            command.args(what);
            if name == WHOLE {
                say("building the program; this takes minutes");
                finish(&mut cargo(&["build", "--quiet", "--release", "--package", "concord"]))?;
                let release = built()?.with_file_name("release");
                command.env(PROGRAM, release.join("concord"));
            }
            finish(command.arg("--").args(&arguments.rest).env(VARIABLE, cluster.url()))
        });
    }
    steps.result()
}

/// The benchmarks, each with its package.
fn known() -> Result<BTreeMap<String, String>, Failure> {
    let crates = root().join("crates");
    let mut known = BTreeMap::new();
    for package in fs::read_dir(&crates).map_err(of_file(&crates))?.flatten() {
        // Most packages have none.
        for bench in fs::read_dir(package.path().join("benches")).into_iter().flatten().flatten() {
            let name = bench.file_name().to_string_lossy().trim_end_matches(".rs").to_owned();
            known.insert(name, package.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(known)
}
