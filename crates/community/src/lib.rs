//! What partners do together: they meet, keep minutes, hold events, and write texts with each other.

mod error;
pub mod merge;
mod routes;

pub use error::Error;

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "community",
    migrations: web::migrations![],
    statements: &[],
    clauses: &[],
    routes: routes::routes,
    jobs: |_jobs| {},
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    panels: &[],
    subjects: &[],
};
