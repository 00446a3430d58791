//! Meetings through the program, on both databases.

mod agendas;
mod meetings;
mod minutes;
mod public;
mod series;

use http::Method;
use partnership::testing::County;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson, TestResponse};

use super::{CONTEXTS, id};

/// Their address for programs, and their page.
pub(crate) const MEETINGS: &str = "/api/v1/p/riverbend/meetings";
pub(crate) const PAGE: &str = "/p/riverbend/meetings";

/// A council in which Alicia sits for Housing, Dana for Health and Ruth, a guest, for Outreach.
pub(crate) struct Council {
    pub(crate) county: County,
    pub(crate) body: String,
    seats: Vec<String>,
}

pub(crate) async fn start(db: store::testing::Db) -> (TestApp, Council) {
    let app = TestApp::start(db, CONTEXTS).await;
    let county = partnership::testing::county(&app).await;
    let body = json!({ "name": "Council", "kind": "council", "purpose": "Decides." });
    let bodies = "/api/v1/p/riverbend/bodies";
    let body = id(&app.post_json(&county.coordinator, bodies, body).await.expect(201).json());
    let mut seats = Vec::new();
    for (title, organization, who) in [
        ("Chair", county.housing, &county.alicia),
        ("Health", county.health, &county.dana),
        ("Resident", county.outreach, &county.guest),
    ] {
        let path = format!("{bodies}/{body}/seats");
        let seat = json!({ "title": title, "organization": organization });
        let seat = id(&app.post_json(&county.coordinator, &path, seat).await.expect(201).json());
        let path = format!("/p/riverbend/seats/{seat}");
        let person = who.id.to_string();
        app.post(&county.coordinator, &format!("{path}/offer"), &[("person", &person)])
            .await
            .expect(303);
        app.post(who, &format!("{path}/accept"), &[]).await.expect(303);
        seats.push(seat);
    }
    (app, Council { county, body, seats })
}

pub(crate) fn once(council: &Council, on: &str) -> Value {
    json!({
        "body": council.body, "title": "Council meeting", "on": on, "clock": "09:00",
        "length": 90, "open": true, "place": "County hall",
    })
}

/// A meeting that the coordinator planned.
async fn planned(app: &TestApp, council: &Council, on: &str) -> String {
    let who = &council.county.coordinator;
    id(&app.post_json(who, MEETINGS, once(council, on)).await.expect(201).json())
}

async fn get(app: &TestApp, who: &TestPerson, id: &str) -> Value {
    app.get(who, &format!("{MEETINGS}/{id}")).await.expect(200).json()
}

async fn act(app: &TestApp, who: &TestPerson, id: &str, verb: &str, body: Value) -> TestResponse {
    app.post_json(who, &format!("{MEETINGS}/{id}/{verb}"), body).await
}

/// An item that Alicia put on the agenda.
async fn item(app: &TestApp, council: &Council, meeting: &str, title: &str) -> String {
    let body = json!({ "title": title, "length": 20 });
    let made = act(app, &council.county.alicia, meeting, "items", body).await.expect(201);
    id(&made.json())
}

async fn note(
    app: &TestApp,
    who: &TestPerson,
    meeting: &str,
    item: &str,
    (text, base): (&str, i64),
) -> TestResponse {
    let path = format!("{MEETINGS}/{meeting}/items/{item}/notes");
    app.send_json(Method::PUT, Some(who), &path, &json!({ "notes": text, "base": base })).await
}

fn on_agenda<'a>(meeting: &'a Value, title: &str) -> Option<&'a Value> {
    meeting["agenda"].as_array().unwrap().iter().find(|item| item["title"] == title)
}
