//! The record and what makes it open: the log that anybody can check, its witnesses, how long things
//! are kept and how they are destroyed, and exports that a receiver can check.

mod access;
mod error;
mod export;
mod log;
mod retention;
mod routes;
mod witness;

pub use error::Error;
pub use log::{commands::open as open_log, commands::set_quorum, queries::proof_of};
pub use retention::commands::destroy_what_came_back;
pub use witness::{
    Name as WitnessName, WitnessId,
    ask::take as bring_cosignatures,
    commands::{Named as NamedWitness, add as add_witness},
};

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "record",
    migrations: web::migrations![
        "20261129_0800_witnesses",
        "20261129_0900_retention",
        "20261129_0930_exports"
    ],
    statements: &[
        export::store::ALL,
        log::store::ALL,
        log::store::ALL_INSTALLATION,
        retention::store::ALL,
        witness::store::ALL,
        witness::store::ALL_INSTALLATION,
    ],
    clauses: &[export::store::CLAUSES, log::store::CLAUSES, retention::store::CLAUSES],
    routes: routes::routes,
    jobs: register,
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    subjects: &[("log", "/p/{partnership}/log"), ("witness", "/p/{partnership}/log")],
    ..web::Context::NOTHING
};

fn register(jobs: &mut web::Jobs) {
    jobs.after(store::log::PUBLISHED, "log.ask_witnesses", witness::ask::after_publication);
    jobs.every("retention.destroy", 86_400, retention::commands::destroy_due);
}
