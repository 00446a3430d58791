//! Answers every request of a file of cases, with its reasons:
//! `cargo run -p policy --example decide_cases -- crates/policy/tests/disclosure-cases.yaml`
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it shares its readers with the tests"
)]

use std::{error::Error, io::Write as _};

#[path = "../tests/it/book.rs"]
mod book;
#[path = "../tests/it/read.rs"]
mod read;
#[path = "../tests/it/wire.rs"]
mod wire;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a file of cases")?;
    let book = book::Book::read(&std::fs::read_to_string(path)?);
    let mut out = std::io::stdout().lock();
    for (name, request, _) in book.decisions() {
        let case = read::case(&book.case(&request))?;
        let said = read::said(&policy::decide(&case.world, &case.request), case.world.names());
        writeln!(out, "{name}: {}", said.answer)?;
        for basis in &said.bases {
            writeln!(out, "  by {basis}")?;
        }
        for (class, reason) in &said.withheld {
            writeln!(out, "  not {class}: {reason}")?;
        }
        writeln!(out, "  owed: {}", said.obligations.join(", "))?;
    }
    Ok(())
}
