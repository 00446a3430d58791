//! Commitments through the program, on both databases.
#![cfg(test)]

mod decisions;
mod evidence;
mod figures;
mod goals;
mod ideas;
mod life;
mod lists;
mod mailed;
mod plans;
mod refusals;
mod reminders;
mod responsibilities;
mod risks;
mod roadmap;
mod seats;
mod stories;
mod together;

use base::{OrganizationId, PersonId};
use partnership::testing::County;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson};

const CONTEXTS: &[web::Context] =
    &[identity::CONTEXT, notices::CONTEXT, partnership::CONTEXT, plan::CONTEXT];

async fn start(db: store::testing::Db) -> (TestApp, County) {
    let app = TestApp::start(db, CONTEXTS).await;
    let county = partnership::testing::county(&app).await;
    (app, county)
}

/// The page of commitments.
const LIST: &str = "/p/riverbend/commitments";
/// Their address for programs.
const API: &str = "/api/v1/p/riverbend/commitments";

fn offer_fields(title: &str, due: &str, receiver: &OrganizationId) -> Vec<(String, String)> {
    let fields = [("title", title), ("due", due), ("origin", "own_offer")];
    let mut fields: Vec<(String, String)> =
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    fields.push(("receiver".to_owned(), receiver.to_string()));
    fields
}

async fn post(
    app: &TestApp,
    who: &TestPerson,
    path: &str,
    fields: &[(String, String)],
) -> web::testing::TestResponse {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    app.post(who, path, &fields).await
}

/// An offer of Housing to Outreach by Alicia; its address for programs.
async fn offered(app: &TestApp, county: &County, title: &str, due: &str) -> String {
    propose(app, &county.alicia, title, due, county.housing, county.outreach).await
}

async fn propose(
    app: &TestApp,
    who: &TestPerson,
    title: &str,
    due: &str,
    promiser: OrganizationId,
    receiver: OrganizationId,
) -> String {
    let body = json!({
        "side": "promiser", "title": title, "due": due,
        "promiser": promiser.to_string(), "receiver": receiver.to_string(),
    });
    let answer = app.post_json(who, API, body).await.expect(201);
    answer.location().to_owned()
}

/// An offer that Jo accepted.
async fn open(app: &TestApp, county: &County, title: &str, due: &str) -> String {
    let path = offered(app, county, title, due).await;
    act(app, &county.jo, &path, "acceptances", json!({})).await;
    path
}

/// One that was done and confirmed today.
async fn kept(app: &TestApp, county: &County, title: &str, due: &str) -> String {
    let path = open(app, county, title, due).await;
    act(app, &county.alicia, &path, "claims", json!({})).await;
    act(app, &county.jo, &path, "confirmations", json!({})).await;
    path
}

async fn act(app: &TestApp, who: &TestPerson, path: &str, verb: &str, body: Value) -> Value {
    app.post_json(who, &format!("{path}/{verb}"), body).await.expect(200).json()
}

/// The page of what this address for programs names.
fn page_of(path: &str) -> &str {
    path.strip_prefix("/api/v1").unwrap()
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

fn person(who: &TestPerson) -> PersonId {
    who.id
}
