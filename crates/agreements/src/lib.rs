//! Agreements that are enforced: what parties signed, what clients allowed, and what may go by both and
//! by the law on each record.

mod access;
pub mod agreement;
pub mod consent;
pub mod decision;
mod error;
mod finds;
mod routes;
mod terms;
pub mod vocabulary;

pub use agreement::{Agreement, Kind};
pub use error::Error;
pub use policy::AgreementId;
pub use terms::{Classes, Clause, Grant, Heading, Name, Terms, usual_actions};

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "agreements",
    migrations: web::migrations!["20261124_0340_agreements"],
    statements: &[
        agreement::store::ALL,
        agreement::queries::store::ALL,
        consent::retention::store::ALL,
        consent::store::ALL,
        finds::store::ALL,
        decision::store::ALL,
        vocabulary::store::ALL,
    ],
    clauses: &[agreement::queries::store::CLAUSES],
    routes: routes::routes,
    jobs: |jobs| jobs.keeps(&consent::retention::CONSENTS),
    catalogs: [
        concat!(include_str!("../messages/en.ftl"), include_str!("../../policy/messages/en.ftl")),
        concat!(include_str!("../messages/es.ftl"), include_str!("../../policy/messages/es.ftl")),
    ],
    nav: routes::NAV,
    panels: &[&agreement::panels::SIGN, &agreement::panels::ENDS, &agreement::panels::RENEW],
    carried: &[&agreement::panels::CARRIED],
    finds: &[&finds::AGREEMENTS],
    topics: &[&agreement::topic::TOPIC],
    subjects: &[("agreement", "/p/{partnership}/agreements/{id}")],
    ..web::Context::NOTHING
};
