//! What partners do together: they meet, keep minutes, hold events, and write texts with each other.

mod address;
mod error;
pub mod merge;
mod routes;
pub mod talk;

pub use error::Error;

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "community",
    migrations: web::migrations!["20261129_0900_talk"],
    statements: &[
        talk::store::ALL,
        talk::lists::store::ALL,
        talk::ruling::store::ALL,
        talk::panels::store::ALL,
    ],
    clauses: &[talk::lists::store::CLAUSES, talk::ruling::store::CLAUSES],
    routes: routes::routes,
    jobs: |_jobs| {},
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    panels: &[&talk::panels::NAMED],
    abouts: &[&talk::about::PART],
    topics: &[],
    subjects: &[("thread", "/p/{partnership}/discussions/{id}")],
};
