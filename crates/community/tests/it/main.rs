//! What partners do together through the program, on both databases.
#![cfg(test)]

mod announcements;
mod calendars;
mod disagreements;
mod drafts;
mod found;
mod gatherings;
mod meeting;
mod plans;
mod refusals;
mod talk;

use partnership::testing::County;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson};

const CONTEXTS: &[web::Context] =
    &[identity::CONTEXT, notices::CONTEXT, partnership::CONTEXT, plan::CONTEXT, community::CONTEXT];

async fn start(db: store::testing::Db) -> (TestApp, County) {
    let app = TestApp::start(db, CONTEXTS).await;
    let county = partnership::testing::county(&app).await;
    (app, county)
}

/// A commitment of Housing to Outreach, by its identifier.
async fn promise(app: &TestApp, county: &County, title: &str) -> String {
    let body = json!({
        "side": "promiser", "title": title, "due": "2026-06-01",
        "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
    });
    let made: Value = app
        .post_json(&county.alicia, "/api/v1/p/riverbend/commitments", body)
        .await
        .expect(201)
        .json();
    id(&made)
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

async fn get(app: &TestApp, who: &TestPerson, path: &str) -> Value {
    app.get(who, path).await.expect(200).json()
}

async fn page(app: &TestApp, who: &TestPerson, path: &str) -> String {
    app.get(who, path).await.expect(200).text()
}
