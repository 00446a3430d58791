//! Who asks is guessed by the cookies, and a guess gives nothing to anybody.

use std::sync::Arc;

use axum::body::Body;
use base::{Actor, Instant, Private, Role, SignedIn};
use http::Method;
use serde_json::{Value, json};
use web::{
    Authenticate, Authenticated,
    testing::{TestApp, TestPerson, both_databases},
};

use crate::notes::CONTEXT;

const PAGE: &str = "/p/riverbend/notes/mine";

/// Believes a header that says who asks, whatever the cookies are: as if a session had changed hands.
fn by_header() -> Authenticate {
    Arc::new(|cx, credentials| {
        let person = credentials.header("x-person").and_then(|id| id.parse().ok());
        // One that may read notes, and not the bell.
        let scopes = credentials.header("x-token").map(|_| vec!["notes:read".to_owned()]);
        let actor = person.map_or(Actor::Nobody, |person| {
            Actor::Person(SignedIn {
                person,
                name: Private::new("Somebody".to_owned()),
                language: None,
                session: scopes.is_none().then(|| cx.new_id()),
                authenticated_at: Instant::from_micros(0),
                strong: false,
                scopes,
                partnership: None,
            })
        });
        let who = Authenticated { actor, set_cookies: Vec::new(), upkeep: None };
        Box::pin(std::future::ready(Ok(who)))
    })
}

async fn ask(app: &TestApp, person: Option<&TestPerson>) -> (u16, Value) {
    let mut request = app.request(Method::GET, PAGE, None).header("cookie", "session=the-same");
    if let Some(person) = person {
        request = request.header("x-person", person.id.to_string());
    }
    answer(app, request).await
}

async fn answer(app: &TestApp, request: http::request::Builder) -> (u16, Value) {
    let answer = app.send(request.body(Body::empty())).await;
    (answer.status, if answer.status == 200 { answer.json() } else { Value::Null })
}

both_databases! {
    async fn whoever_sends_the_cookies_of_another_is_answered_for_themselves(db) {
        let app = TestApp::start_with(db, &[CONTEXT], by_header()).await;
        let (here, there) = (app.partnership("riverbend").await, app.partnership("lakeside").await);
        let organization = app.system().new_id();
        let member = app.person("Alicia", &here, organization, Role::Member).await;
        let guest = app.person("Gus", &here, organization, Role::Guest).await;
        app.grant(&guest, &there, organization, Role::Guest).await;
        let stranger = app.person("Sid", &there, organization, Role::Member).await;
        let of_member = (200, json!({"roles": ["member"], "bell": 1}));
        let of_guest = (200, json!({"roles": ["guest"], "bell": 2}));
        for _again in 0..2 {
            assert_eq!(ask(&app, Some(&member)).await, of_member);
            assert_eq!(ask(&app, Some(&member)).await, of_member, "as was guessed");
            assert_eq!(ask(&app, Some(&guest)).await, of_guest, "guessed to be the member");
            assert_eq!(ask(&app, Some(&stranger)).await.0, 404, "guessed to be the guest");
            assert_eq!(ask(&app, Some(&member)).await, of_member, "guessed to be the stranger");
            assert_eq!(ask(&app, None).await.0, 303, "guessed to be the member");
        }
        app.close().await;
    }

    async fn a_token_gets_no_more_than_it_may_for_the_cookies_sent_with_it(db) {
        let app = TestApp::start_with(db, &[CONTEXT], by_header()).await;
        let here = app.partnership("riverbend").await;
        let member = app.person("Alicia", &here, app.system().new_id(), Role::Member).await;
        for _again in 0..2 {
            assert_eq!(ask(&app, Some(&member)).await.0, 200);
            let request = app.request(Method::GET, PAGE, None).header("cookie", "session=the-same");
            let request = request.header("x-person", member.id.to_string()).header("x-token", "yes");
            assert_eq!(answer(&app, request).await.0, 403, "guessed to be the member, rightly");
        }
        app.close().await;
    }
}
