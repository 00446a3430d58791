//! The partnership context from outside: pages, JSON, the record, both databases.
#![cfg(test)]

mod activity;
mod bodies;
mod founding;
mod invitations;
mod organizations;
mod pages;
mod people;
mod plans;
mod refusals;
mod roles;

use partnership::testing::{County, county};
use web::testing::TestApp;

/// The program with Riverbend in it.
async fn riverbend(db: store::testing::Db) -> (TestApp, County) {
    let app =
        TestApp::start(db, &[identity::CONTEXT, notices::CONTEXT, partnership::CONTEXT]).await;
    let county = county(&app).await;
    (app, county)
}
