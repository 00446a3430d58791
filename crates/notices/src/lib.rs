//! What people are told: *needs you*, *due soon* and *to know*; on the page, by mail at once, or in one
//! summary a day; and what they can do from a mail without signing in.

mod access;
mod answer;
mod choice;
mod delivery;
mod error;
mod events;
mod jobs;
mod notice;
mod routes;

pub use answer::LinkId;
pub use choice::{Choices, Delivery, Way, Ways};
pub use error::Error;
pub use notice::{
    Kind, Notice, NoticeId,
    commands::{mark_all, settle, settle_for, tell},
};

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "notices",
    migrations: web::migrations!["20261129_0710_notices"],
    statements: &[
        answer::store::ALL,
        answer::store::ALL_INSTALLATION,
        choice::store::ALL,
        choice::store::ALL_INSTALLATION,
        notice::store::ALL,
        notice::store::ALL_INSTALLATION,
    ],
    clauses: &[notice::store::CLAUSES],
    routes: routes::routes,
    jobs: jobs::register,
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: routes::NAV,
    bell: Some(|cx| Box::pin(notice::queries::waiting(cx))),
    ..web::Context::NOTHING
};
