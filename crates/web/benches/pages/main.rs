//! What pages cost: the commitments list with ten thousand and a million of them, one record, *My
//! work* and a measure, on both databases, beside a bare answer of the same HTTP stack and the
//! list's query alone. Run by `cargo xtask bench pages`; `-- --quick` leaves the million out, and
//! `-- --on PostgreSQL` the other database.

mod data;
mod hello;
mod http;
mod machine;
mod pages;
mod query;
mod report;
mod server;

use std::{
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use data::{Demo, Place};
use pages::PAGES;
use report::Report;
use server::Server;

type Done<T> = Result<T, Box<dyn Error + Send + Sync>>;

const FEW: u64 = 10_000;
const MANY: u64 = 1_000_000;
/// How often it is started.
const STARTS: usize = 5;
/// After so long it has done what it does once it runs, and nobody has asked for anything.
const SETTLED: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let given = |name: &str| arguments.iter().position(|argument| argument == name);
    let result = if let Some(port) = given("hello").and_then(|at| arguments.get(at + 1)) {
        hello::serve(port).map(|()| true)
    } else {
        let on = given("--on").and_then(|at| arguments.get(at + 1));
        compare(given("--quick").is_some(), on)
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            report::say(&format!("the benchmark failed: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Measures everything; whether it is all within its budget.
fn compare(quick: bool, on: Option<&String>) -> Done<bool> {
    let folder = std::env::temp_dir().join(format!("concord-pages-{}", std::process::id()));
    std::fs::create_dir(&folder)?;
    let result = measure(&folder, quick, on);
    std::fs::remove_dir_all(&folder)?;
    result
}

fn measure(folder: &Path, quick: bool, on: Option<&String>) -> Done<bool> {
    let concord = program()?;
    let mut report = Report::default();
    report.binary(std::fs::metadata(&concord)?.len());
    report.hello(hello::measure()?);
    let demo = Demo::make(&concord, folder)?;
    let places = demo.places(&concord, folder)?;
    for place in places.into_iter().filter(|place| on.is_none_or(|on| on == place.name())) {
        idle(&concord, &demo, &place, &mut report)?;
        let other = folder.join(format!("{}, many", place.name()));
        let many = if quick { None } else { Some(place.copy(&other)?) };
        data::fill(&place, 0..FEW)?;
        if let Some(many) = &many {
            data::fill(many, 0..MANY)?;
        }
        let many = many.map(|place| (MANY, place));
        let grounds: Vec<_> = [(FEW, place)].into_iter().chain(many).collect();
        let mut servers = Vec::new();
        for (size, place) in &grounds {
            report.query(place.name(), *size, query::cpu_of_list(place)?);
            servers.push(Server::start(&concord, place, &demo.link)?.0);
        }
        let pairs: Vec<_> = grounds.iter().map(|(_, place)| place).zip(&servers).collect();
        for page in PAGES {
            for ((size, place), figures) in grounds.iter().zip(page.measure(&pairs)?) {
                report.page(place.name(), *size, page, figures);
            }
        }
    }
    Ok(report.verdict())
}

/// How soon it answers on data that is there, and what it takes when nobody asks.
fn idle(concord: &Path, demo: &Demo, place: &Place, report: &mut Report) -> Done<()> {
    let mut starts = Vec::new();
    let mut memory = 0;
    for _ in 0..STARTS {
        let (server, start) = Server::start(concord, place, &demo.link)?;
        starts.push(start);
        if starts.len() == STARTS {
            machine::wait(SETTLED);
            memory = server.memory()?;
        }
    }
    starts.sort_unstable();
    let median = starts.get(starts.len() / 2).copied().unwrap_or_default();
    report.idle(place.name(), median, memory);
    Ok(())
}

/// The program to measure: built without what only tests need.
fn program() -> Done<PathBuf> {
    let named = std::env::var_os("CONCORD").map(PathBuf::from);
    named.ok_or_else(|| "CONCORD must name the program; run `cargo xtask bench pages`".into())
}
