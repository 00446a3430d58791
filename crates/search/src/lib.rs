//! Search over everything that a person may see, in all their partnerships: an index that each server
//! keeps for itself, fed from the record, with the rights of readers in it.

mod access;
mod api;
mod error;
mod follow;
mod index;
mod pages;
mod queries;
mod snippet;
mod store;

pub use error::Error;
pub use follow::{catch_up, follow};
pub use index::{Home, Index};

use web::{NavItem, Routes, Section};

/// What this context brings to the program.
pub const CONTEXT: web::Context = web::Context {
    name: "search",
    statements: &[store::ALL, store::ALL_INSTALLATION],
    routes,
    catalogs: [include_str!("../messages/en.ftl"), include_str!("../messages/es.ftl")],
    nav: &[NavItem { section: Section::MyWork, label: "search-page", address: "/search" }],
    ..web::Context::NOTHING
};

fn routes(r: &mut Routes) {
    r.page("/search", &[access::FIND], pages::show);
    r.get("/search", &[access::FIND], api::show)
        .lists::<api::HitView>("Finds what the caller may see, the best first");
}
