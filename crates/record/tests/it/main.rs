//! The log through the program, on both databases.
#![cfg(test)]

mod keeping;
mod log;
mod watching;

use partnership::testing::County;
use web::testing::{TestApp, TestPerson};

const CONTEXTS: &[web::Context] = &[identity::CONTEXT, partnership::CONTEXT, record::CONTEXT];

/// The public page, and the partners' own.
const PUBLIC: &str = "/public/riverbend/log";
const OWN: &str = "/p/riverbend/log";
const API: &str = "/api/v1/p/riverbend/log";

async fn start(db: store::testing::Db) -> (TestApp, County) {
    let app = TestApp::start(db, CONTEXTS).await;
    let county = partnership::testing::county(&app).await;
    app.seal().await;
    (app, county)
}

/// The coordinator opens the log to everybody.
async fn open(app: &TestApp, county: &County) {
    app.post(&county.coordinator, "/p/riverbend/log/open", &[("open", "yes")]).await.expect(303);
    app.seal().await;
}

/// The events that somebody may take along, the latest first.
async fn events(app: &TestApp, who: &TestPerson) -> Vec<serde_json::Value> {
    let list: serde_json::Value = app.get(who, &format!("{API}/events")).await.expect(200).json();
    list["items"].as_array().unwrap().clone()
}
