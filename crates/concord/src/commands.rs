//! One function for each command.

pub mod config;

use clap::Parser;

use crate::{
    arguments::{Arguments, Command, Given},
    configuration::{Sources, usual_file},
    failure::Failure,
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

/// Does what the command line says.
///
/// # Errors
/// When it can't.
pub fn run() -> Result<(), Failure> {
    match Arguments::parse().command {
        Command::Config(arguments) => config::run(&sources(arguments.server.0), arguments.json),
        _ => Ok(()),
    }
}
