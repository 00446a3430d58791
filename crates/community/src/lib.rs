//! What partners do together: they meet, keep minutes, hold events, and write texts with each other.

mod access;
mod address;
pub mod announcement;
pub mod calendar;
pub mod disagreement;
pub mod draft;
mod error;
mod finds;
pub mod gathering;
pub mod meeting;
pub mod merge;
mod routes;
mod table;
mod tales;
pub mod talk;

pub use error::Error;

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "community",
    migrations: web::migrations![
        "20261129_0900_talk",
        "20261129_0910_announcements",
        "20261129_0920_disagreements",
        "20261129_0930_drafts",
        "20261129_1000_meetings",
        "20261129_1010_calendars",
        "20261129_1020_gatherings",
    ],
    statements: &[
        talk::store::ALL,
        talk::lists::store::ALL,
        talk::ruling::store::ALL,
        talk::panels::store::ALL,
        announcement::store::ALL,
        announcement::panels::store::ALL,
        disagreement::store::ALL,
        meeting::store::ALL,
        meeting::agenda::store::ALL,
        meeting::attendance::store::ALL,
        meeting::duties::store::ALL,
        meeting::minutes::store::ALL,
        meeting::series::store::ALL,
        draft::store::ALL,
        draft::amendment::store::ALL,
        draft::panels::store::ALL,
        draft::public::store::ALL,
        finds::store::ALL,
        tales::store::ALL,
        calendar::store::ALL,
        calendar::store::ALL_INSTALLATION,
        gathering::store::ALL,
    ],
    clauses: &[
        talk::lists::store::CLAUSES,
        talk::ruling::store::CLAUSES,
        announcement::store::CLAUSES,
        disagreement::store::CLAUSES,
        meeting::store::CLAUSES,
        meeting::series::store::CLAUSES,
        draft::store::CLAUSES,
        gathering::store::CLAUSES,
        finds::store::CLAUSES,
        tales::store::CLAUSES,
    ],
    routes: routes::routes,
    jobs: |jobs| {
        announcement::jobs::register(jobs);
        meeting::jobs::register(jobs);
        talk::carried::register(jobs);
    },
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    panels: &[
        &talk::panels::NAMED,
        &announcement::panels::UNREAD,
        &draft::panels::AMENDMENTS,
        &meeting::panels::COMING,
        &meeting::panels::OWED,
        &meeting::panels::NEXT,
        &gathering::panels::MINE,
        &gathering::panels::NEXT,
    ],
    carried: &[&talk::carried::THREADS],
    abouts: &[&disagreement::topic::PART, &talk::about::PART],
    topics: &[
        &announcement::topic::TOPIC,
        &disagreement::topic::TOPIC,
        &draft::topic::TOPIC,
        &meeting::topic::TOPIC,
        &gathering::topic::TOPIC,
    ],
    subjects: &[
        ("thread", "/p/{partnership}/discussions/{id}"),
        ("talk", "/p/{partnership}/discussions"),
        ("announcement", "/p/{partnership}/announcements/{id}"),
        ("disagreement", "/p/{partnership}/disagreements/{id}"),
        ("meetings", "/p/{partnership}/meetings"),
        ("meeting", "/p/{partnership}/meetings/{id}"),
        ("meeting_series", "/p/{partnership}/meetings/series/{id}"),
        ("draft", "/p/{partnership}/drafts/{id}"),
        ("gathering", "/p/{partnership}/events/{id}"),
    ],
    finds: &[&finds::THREADS, &finds::ANNOUNCEMENTS, &finds::DISAGREEMENTS, &finds::DRAFTS],
    stories: &[&tales::MEETINGS],
    ..web::Context::NOTHING
};
