//! One function for each command.

mod config;
mod decide;
mod demo;
mod doctor;
mod import;
mod keep;
mod ledger;
mod mirror;
mod people;
mod routes;
mod serve;
mod verify;
mod witness;

use std::future::Future;

use clap::Parser;

use crate::{
    arguments::{Arguments, Command, Given, Import, Jobs, Partnership, Person},
    configuration::{Configuration, Sources, usual_file},
    failure::Failure,
    out::{self, say},
};

/// Where settings come from for a command.
fn sources(given: Given) -> Sources {
    Sources {
        file: given.file.or_else(usual_file),
        environment: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
        flags: given.flags,
    }
}

pub(crate) fn configuration(given: Given) -> Result<Configuration, Failure> {
    Configuration::read(&sources(given))
}

/// Does what the command line says.
///
/// # Errors
/// When it can't.
pub fn run() -> Result<(), Failure> {
    match Arguments::parse().command {
        Command::Serve(given) => wait(serve::run(&configuration(given.server.0)?)),
        Command::Demo(given) => wait(demo::run(&given)),
        Command::Import(Import::Measures(given)) => {
            let configuration = configuration(given.place.0.clone())?;
            wait(import::measures(&configuration, &given))
        }
        Command::Import(Import::Roadmap(given)) => {
            let configuration = configuration(given.place.0.clone())?;
            wait(import::roadmap(&configuration, &given))
        }
        Command::Partnership(Partnership::Add(given)) => {
            let configuration = configuration(given.place.0.clone())?;
            wait(people::add_partnership(&configuration, &given))
        }
        Command::Person(Person::Add(given)) => {
            let configuration = configuration(given.place.0.clone())?;
            wait(people::add_person(&configuration, &given))
        }
        Command::Person(Person::SignInLink(given)) => {
            let configuration = configuration(given.place.0)?;
            wait(people::sign_in_link(&configuration, &given.email))
        }
        Command::Backup(given) => wait(keep::backup(&configuration(given.place.0)?, &given.file)),
        Command::Restore(given) => wait(keep::restore(&configuration(given.place.0)?, &given.file)),
        Command::Doctor(given) => wait(doctor::run(&sources(given.server.0), given.json)),
        Command::Decide(given) => wait(decide::run(&given)),
        Command::Verify(given) if given.against_database => {
            wait(ledger::audit(&configuration(given.place.0.clone())?, given.json))
        }
        Command::Verify(given) => verify::run(&given),
        Command::Ledger(given) => ledger::run(given),
        Command::Witness(given) => wait(witness::run(&given)),
        Command::Mirror(given) => wait(mirror::run(&given)),
        Command::Migrate(given) => wait(keep::migrate(&configuration(given.place.0)?)),
        Command::Reindex(given) => wait(keep::reindex(&configuration(given.place.0)?)),
        Command::Jobs(Jobs::Dead(given)) => {
            wait(keep::dead_jobs(&configuration(given.place.0)?, given.json))
        }
        Command::Jobs(Jobs::Retry(given)) => {
            let configuration = configuration(given.place.0)?;
            wait(keep::retry_jobs(&configuration, &given.jobs, given.all))
        }
        Command::Config(given) => config::run(&sources(given.server.0), given.json),
        Command::Routes(given) => routes::routes(given.json),
        Command::Openapi => routes::openapi(),
        Command::Version(given) => version(given.json),
    }
}

fn version(json: bool) -> Result<(), Failure> {
    let version = env!("CARGO_PKG_VERSION");
    if json {
        out::json(&serde_json::json!({ "name": "concord", "version": version }))?;
    } else {
        say!("concord {version}")?;
    }
    Ok(())
}

/// Runs a command that waits for others.
pub(crate) fn wait(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Failure::because("the runtime can't be started"))?
        .block_on(work)
}
