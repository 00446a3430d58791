//! Is it getting better? What a partnership measures, the numbers and where they came from, how they
//! stand against the plan, and what they say in words.

mod access;
mod error;
mod finding;
mod finds;
pub mod import;
mod list;
mod measure;
mod observation;
mod path;
mod routes;
pub mod serving;
mod slug;
mod story;
mod summary;
mod table;
mod words;

pub use error::Error;
pub use finding::{Fact, Findings, Pace, Sentence, findings};
pub use list::{Changed, Due, Filter, Line, Listed, PAGE, list};
pub use measure::{
    Baseline, Code, Definition, MAX_TARGETS, Measure, MeasureId, Place, State, Target,
    commands::{Change, change, define, restore, retire},
    may_keep,
    queries::{Found, History, find, history},
};
pub use observation::{
    Entry, Observation, Withdrawal,
    commands::{Correction, Withdraw, correct, enter, reinstate, withdraw},
};
pub use path::{Path, Status, baseline, status};
pub use story::{
    Story, Telling,
    commands::{Tell, tell},
    queries::stories,
};
pub use summary::{Latest, Summary};

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "measures",
    migrations: web::migrations!["20261123_2100_measures", "20261123_2350_stories_and_withdrawals",],
    statements: &[
        finds::store::ALL,
        measure::store::ALL,
        observation::store::ALL,
        list::store::ALL,
        story::store::ALL,
        import::store::ALL,
    ],
    clauses: &[list::store::CLAUSES, story::store::CLAUSES, import::store::CLAUSES],
    routes: routes::routes,
    jobs: register,
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    panels: &[
        &list::panels::OWED,
        &list::panels::CHANGED,
        &list::panels::STANDING,
        &list::panels::RED,
        &list::panels::PUBLIC,
    ],
    finds: &[&finds::MEASURES],
    topics: &[&measure::topic::TOPIC],
    subjects: &[
        ("measure", "/p/{partnership}/measures/{id}"),
        // Only the sender sees the file itself; all see what came of it.
        ("measure_import", "/p/{partnership}/measures"),
    ],
    ..web::Context::NOTHING
};

fn register(jobs: &mut web::Jobs) {
    jobs.on::<import::jobs::TakeFile, _, _, _>(import::commands::do_take);
    jobs.every("measures.drop_files", 86_400, import::commands::drop_stale);
}
