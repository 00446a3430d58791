//! Agreements that are enforced: what parties signed, what clients allowed, and what may go by both and
//! by the law on each record.

mod access;
pub mod agreement;
pub mod consent;
pub mod decision;
pub mod duty;
pub mod emergency;
mod error;
mod finds;
mod jobs;
mod notices;
pub mod receipt;
pub mod record;
pub mod report;
pub mod request;
mod routes;
pub mod shared;
mod terms;
pub mod vocabulary;

pub use agreement::{Agreement, Kind};
pub use error::Error;
pub use policy::AgreementId;
pub use terms::{Classes, Clause, Grant, Heading, Name, Terms, usual_actions};

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "agreements",
    migrations: web::migrations![
        "20261124_0340_agreements",
        "20261129_0730_requests",
        "20261129_0800_papers",
        "20261129_1100_shared",
        "20261130_0500_marks",
    ],
    statements: &[
        agreement::store::ALL,
        agreement::papers::store::ALL,
        agreement::proposals::store::ALL,
        agreement::questions::store::ALL,
        agreement::queries::store::ALL,
        consent::retention::store::ALL,
        consent::store::ALL,
        finds::store::ALL,
        decision::store::ALL,
        duty::store::ALL,
        receipt::store::ALL,
        record::store::ALL,
        request::store::ALL,
        shared::store::ALL,
        vocabulary::store::ALL,
    ],
    clauses: &[
        agreement::queries::store::CLAUSES,
        consent::store::CLAUSES,
        duty::store::CLAUSES,
        receipt::store::CLAUSES,
        record::store::CLAUSES,
        request::store::CLAUSES,
        shared::store::CLAUSES,
        finds::store::CLAUSES,
    ],
    routes: routes::routes,
    jobs: jobs::register,
    catalogs: [
        concat!(include_str!("../messages/en.ftl"), include_str!("../../policy/messages/en.ftl")),
        concat!(include_str!("../messages/es.ftl"), include_str!("../../policy/messages/es.ftl")),
    ],
    nav: routes::NAV,
    carried: &[&agreement::panels::CARRIED],
    finds: &[&finds::AGREEMENTS],
    panels: &[
        &agreement::panels::SIGN,
        &request::panels::WAITS,
        &duty::panels::OWE,
        &agreement::panels::ENDS,
        &agreement::panels::RENEW,
    ],
    topics: &[&agreement::topic::TOPIC],
    // Requests and receipts are not for all who read the activity: they have no address there.
    subjects: &[("agreement", "/p/{partnership}/agreements/{id}")],
    ..web::Context::NOTHING
};
