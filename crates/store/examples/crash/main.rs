//! What `cargo xtask crash` runs: a program that changes things until it is killed, and one that
//! looks at what is left.
//!
//! ```text
//! crash write  <folder or address> <seed> [normal]   says `done <change>` after each acknowledgement
//! crash verify <folder or address> <file of acknowledged changes>
//! crash log    <folder> <seed> <rounds>              signs states of logs, says `signed <log> <state>`
//! crash log-verify <folder> <file of states>
//! ```

mod log;
mod notes;
mod verify;
mod write;

use std::{error::Error, process::ExitCode};

use base::Ids;
use store::{Clock, Database, Options, SqliteSettings, Store, Synchronous};

type Done<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = runtime().and_then(|runtime| match arguments.as_slice() {
        ["write", place, seed] => runtime.block_on(write::run(place, seed, Synchronous::Full)),
        ["write", place, seed, "normal"] => {
            runtime.block_on(write::run(place, seed, Synchronous::Normal))
        }
        ["verify", place, acknowledged] => runtime.block_on(verify::run(place, acknowledged)),
        ["log", folder, seed, rounds] => runtime.block_on(log::write(folder, seed, rounds)),
        ["log-verify", folder, heard] => runtime.block_on(log::verify(folder, heard)),
        _ => Err("crash write <place> <seed> [normal] | crash verify <place> <file>".into()),
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&with_cause(&*error));
            ExitCode::FAILURE
        }
    }
}

fn runtime() -> Done<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}

/// Opens the place as the server does: tables brought up to date, the partnerships there.
async fn open(place: &str, seed: u64, synchronous: Synchronous, clock: Clock) -> Done<Store> {
    let database = if place.starts_with("postgres") {
        Database::Postgres(base::Private::new(place.to_owned()), 10)
    } else {
        Database::Sqlite(SqliteSettings { synchronous, ..SqliteSettings::folder(place.as_ref()) })
    };
    let store = Store::open(Options { database, clock, ids: Ids::seeded(seed) })?;
    store.migrate(&[store::MIGRATIONS, &[notes::TABLES]].concat()).await?;
    notes::found(&store).await?;
    Ok(store)
}

#[expect(clippy::print_stderr, reason = "a program for the command line")]
fn complain(what: &str) {
    eprintln!("{what}");
}

fn with_cause(error: &dyn Error) -> String {
    error.source().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}
