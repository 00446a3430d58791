//! The plan of a partnership: who promised what to whom, by when, and what became of it.

mod access;
mod agenda;
mod at_odds;
mod carried;
mod commitment;
pub mod decision;
mod error;
mod evidence;
mod finds;
pub mod follow_through;
pub mod goal;
pub mod idea;
mod index;
mod jobs;
pub mod list;
mod mine;
mod notices;
pub mod permissions;
pub mod responsibility;
pub mod risk;
pub mod roadmap;
mod routes;
pub mod stalled;
mod tales;
mod topics;
mod words;

pub use at_odds::at_odds;
pub use commitment::*;
pub use error::Error;
pub use evidence::*;
pub use index::index_words;

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "plan",
    migrations: web::migrations![
        "20261123_2000_commitments",
        "20261124_0000_seats",
        "20261124_0035_goals",
        "20261124_0330_decisions",
        "20261129_0730_measured_items",
        "20261129_0810_responsibilities",
        "20261129_0830_dependencies",
        "20261129_0900_risks",
        "20261129_0930_ideas",
    ],
    statements: &[
        carried::store::ALL,
        commitment::store::ALL,
        decision::store::ALL,
        evidence::store::ALL,
        finds::store::ALL,
        follow_through::store::ALL,
        goal::store::ALL,
        idea::store::ALL,
        goal::measure::store::ALL,
        list::store::ALL,
        mine::store::ALL,
        mine::calendar::store::ALL,
        responsibility::store::ALL,
        risk::store::ALL,
        roadmap::store::ALL,
    ],
    clauses: &[
        decision::store::CLAUSES,
        goal::store::CLAUSES,
        idea::store::CLAUSES,
        list::store::CLAUSES,
        responsibility::store::CLAUSES,
        risk::store::CLAUSES,
        finds::store::CLAUSES,
    ],
    routes: routes::routes,
    jobs: jobs::register,
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    panels: &[
        &mine::OWE,
        &mine::WAITS,
        &decision::panels::WAITS,
        &responsibility::panels::WAITS,
        &risk::panels::WAITS,
        &idea::panels::WAITS,
        &risk::panels::AGENDA,
        &agenda::STALLED,
        &agenda::QUESTIONS,
        &goal::panels::REVIEWS,
        &mine::STUCK,
        &mine::COMES,
        &mine::KEPT,
        &goal::panels::GOALS,
        &mine::calendar::PROMISED,
        &mine::calendar::MILESTONES,
        &goal::panels::PUBLIC,
        &mine::PUBLIC,
        &decision::panels::PUBLIC,
    ],
    topics: &[&topics::COMMITMENT, &topics::DECISION, &topics::ITEM, &topics::RISK, &topics::IDEA],
    answers: commitment::answers::ALL,
    carried: &[&carried::PROMISES, &carried::QUESTIONS, &carried::DUTIES, &carried::DRAFTS],
    stories: &[&tales::COMMITMENTS, &tales::DECISIONS, &tales::ITEMS, &tales::IDEAS],
    finds: &[&finds::COMMITMENTS, &finds::DECISIONS, &finds::ITEMS, &finds::RISKS, &finds::IDEAS],
    subjects: &[
        ("commitment", "/p/{partnership}/commitments/{id}"),
        ("decision", "/p/{partnership}/decisions/{id}"),
        ("plan_item", "/p/{partnership}/goals/{id}"),
        ("roadmap", "/p/{partnership}/roadmap"),
        ("idea", "/p/{partnership}/ideas/{id}"),
        ("risk", "/p/{partnership}/risks/{id}"),
        ("responsibility", "/p/{partnership}/responsibilities/{id}"),
        ("follow_through", "/p/{partnership}/follow-through/{id}"),
    ],
    ..web::Context::NOTHING
};
