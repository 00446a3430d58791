use axum::body::Body;
use base::{OrganizationId, Role};
use http::Method;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPartnership, TestPerson, both_databases};

use crate::notes::CONTEXT;

struct Fixture {
    app: TestApp,
    partnership: TestPartnership,
    member: TestPerson,
    guest: TestPerson,
}

async fn fixture(db: store::testing::Db) -> Fixture {
    let app = TestApp::start(db, &[CONTEXT]).await;
    let partnership = app.partnership("riverbend").await;
    let organization: OrganizationId = app.system().new_id();
    let member = app.person("Alicia", &partnership, organization, Role::Member).await;
    let guest = app.person("Gus", &partnership, organization, Role::Guest).await;
    Fixture { app, partnership, member, guest }
}

const NOTES: &str = "/p/riverbend/notes";
const API: &str = "/api/v1/p/riverbend/notes";

impl Fixture {
    async fn count(&self) -> i64 {
        self.app.get(&self.member, API).await.expect(200).json::<Value>()["count"].as_i64().unwrap()
    }
}

both_databases! {
    async fn a_form_ends_in_a_redirect_that_says_what_was_done(db) {
        let f = fixture(db).await;
        let answer = f.app.post(&f.member, NOTES, &[("title", "One")]).await.expect(303);
        assert_eq!(answer.location(), "/p/riverbend/notes?done=notes-written-notice#last");
        let spanish = f.app.post(&f.member, "/es/p/riverbend/notes", &[("title", "Dos")]).await;
        assert!(spanish.location().starts_with("/es/p/riverbend/notes?done="));
        assert_eq!(f.count().await, 2);
        f.app.close().await;
    }

    async fn problems_are_told_in_rfc_9457_and_in_the_readers_language(db) {
        let f = fixture(db).await;
        let answer = f.app.post_json(&f.member, API, json!({"title": " "})).await.expect(422);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem: Value = answer.json();
        assert_eq!(problem["code"], "invalid");
        assert_eq!(problem["errors"][0]["field"], "title");
        assert_eq!(problem["errors"][0]["code"], "required");
        let english = problem["errors"][0]["message"].as_str().unwrap().to_owned();
        let path = format!("/es{API}");
        let spanish: Value =
            f.app.post_json(&f.member, &path, json!({"title": ""})).await.expect(422).json();
        assert_ne!(spanish["errors"][0]["message"].as_str().unwrap(), english);
        for (body, code) in [
            (json!({"title": "a", "more": 1}), "json"),
            (json!({"title": 7}), "json"),
            (json!([1]), "json"),
        ] {
            let answer = f.app.post_json(&f.member, API, body).await.expect(422);
            assert_eq!(answer.json::<Value>()["errors"][0]["code"], code);
        }
        f.app.close().await;
    }

    async fn nobody_is_sent_to_sign_in_and_a_guest_is_refused(db) {
        let f = fixture(db).await;
        let page = f.app.post_as_nobody(NOTES, &[("title", "x")]).await.expect(303);
        assert_eq!(page.location(), "/sign-in?next=%2Fp%2Friverbend%2Fnotes");
        let api = f.app.visit_as_nobody(API).await.expect(401);
        assert_eq!(api.header("www-authenticate"), "Bearer");
        assert_eq!(f.app.get(&f.guest, API).await.status, 200);
        let refused = f.app.post_json(&f.guest, API, json!({"title": "x"})).await.expect(403);
        assert_eq!(refused.json::<Value>()["code"], "forbidden");
        let other = f.app.get(&f.member, "/api/v1/p/nowhere/notes").await.expect(404);
        let stranger = f.app.partnership("other").await;
        assert_eq!(stranger.slug, "other");
        let hidden = f.app.get(&f.member, "/api/v1/p/other/notes").await.expect(404);
        assert_eq!(other.text(), hidden.text(), "a stranger cannot tell that it exists");
        assert_eq!(f.partnership.slug, "riverbend");
        f.app.close().await;
    }

    async fn a_form_from_another_site_is_refused(db) {
        let f = fixture(db).await;
        let send = |name: &'static str, value: &'static str| {
            let request = f.app.request(Method::POST, NOTES, Some(&f.member))
                .header("content-type", "application/x-www-form-urlencoded")
                .header(name, value)
                .body(Body::from("title=x"));
            f.app.send(request)
        };
        let refused = send("sec-fetch-site", "cross-site").await.expect(403);
        assert!(refused.text().contains("<h1"), "a page in words: {}", refused.text());
        assert_eq!(send("origin", "https://evil.example").await.status, 403);
        assert_eq!(send("sec-fetch-site", "same-origin").await.status, 303);
        assert_eq!(send("origin", "http://localhost").await.status, 303);
        assert_eq!(f.count().await, 2);
        f.app.close().await;
    }

    async fn a_repeated_request_gets_its_first_answer_and_does_nothing(db) {
        let f = fixture(db).await;
        let send = |key: &'static str, title: &'static str| {
            let request = f.app.request(Method::POST, API, Some(&f.member))
                .header("content-type", "application/json")
                .header("idempotency-key", key)
                .body(Body::from(json!({"title": title}).to_string()));
            f.app.send(request)
        };
        let first = send("k1", "One").await.expect(201);
        let again = send("k1", "One").await.expect(201);
        assert_eq!(again.header("idempotent-replayed"), "true");
        assert_eq!((first.body, first.headers["location"].clone()), (again.body, again.headers["location"].clone()));
        assert_eq!(send("k1", "Two").await.expect(409).json::<Value>()["code"], "key_reused");
        assert_eq!(send("", "Two").await.status, 422);
        let form = [("title", "Three"), ("once", "f1")];
        assert_eq!(f.app.post(&f.member, NOTES, &form).await.status, 303);
        assert_eq!(f.app.post(&f.member, NOTES, &form).await.status, 303);
        assert_eq!(f.count().await, 2);
        f.app.close().await;
    }

    async fn what_did_not_change_is_not_sent_again(db) {
        let f = fixture(db).await;
        let etag = f.app.get(&f.member, API).await.expect(200).header("etag").to_owned();
        let request = f.app.request(Method::GET, API, Some(&f.member))
            .header("if-none-match", etag).body(Body::empty());
        let answer = f.app.send(request).await.expect(304);
        assert!(answer.body.is_empty());
        f.app.close().await;
    }

    async fn bodies_that_are_too_large_or_of_no_use_are_refused_in_words(db) {
        let f = fixture(db).await;
        let large = "x".repeat(1_200_000);
        let answer = f.app.post_json(&f.member, API, json!({"title": large})).await.expect(413);
        assert_eq!(answer.json::<Value>()["code"], "request_too_large");
        let send = |kind: &'static str, body: &'static [u8]| {
            let request = f.app.request(Method::POST, API, Some(&f.member))
                .header("content-type", kind).body(Body::from(body));
            f.app.send(request)
        };
        for (kind, body, status) in [
            ("text/plain", &b"title"[..], 415),
            ("application/json", &b"{\"title\": \"\xff\"}"[..], 422),
            ("application/json", &b"{"[..], 422),
            ("application/json", &b""[..], 422),
            ("multipart/form-data", &b"x"[..], 400),
            ("multipart/form-data; boundary=e", &b"--f"[..], 400),
        ] {
            assert_eq!(send(kind, body).await.status, status, "{kind} {body:?}");
        }
        assert_eq!(f.count().await, 0);
        f.app.close().await;
    }

    async fn a_panic_is_a_page_with_a_reference_and_the_next_request_is_answered(db) {
        let f = fixture(db).await;
        let answer = f.app.post_json(&f.member, "/api/v1/p/riverbend/panics", json!({})).await.expect(500);
        assert!(answer.json::<Value>()["reference"].as_str().unwrap().len() >= 8);
        assert!(!answer.text().contains("on purpose"));
        assert_eq!(f.count().await, 0);
        f.app.close().await;
    }

    async fn every_answer_tells_the_browser_to_be_strict(db) {
        let f = fixture(db).await;
        for path in ["/healthz", "/readyz", "/nowhere", "/api/v1/nowhere", API, "/api/openapi.json"] {
            let answer = f.app.get(&f.member, path).await;
            assert!(answer.header("content-security-policy").starts_with("default-src"), "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        }
        assert_eq!(f.app.get(&f.member, "/nowhere").await.status, 404);
        let wrong = f.app.send_json(Method::DELETE, Some(&f.member), API, &json!({})).await;
        assert_eq!(wrong.status, 405);
        f.app.close().await;
    }

    async fn a_page_that_stays_open_hears_of_a_change_and_only_that_there_was_one(db) {
        let f = fixture(db).await;
        let request = f.app.request(Method::GET, "/p/riverbend/live", Some(&f.guest)).body(Body::empty());
        let mut stream = f.app.open(request).await.into_body();
        let mut next = async || {
            let frame = tokio::time::timeout(std::time::Duration::from_secs(5), stream.frame()).await;
            let data = frame.unwrap().unwrap().unwrap().into_data().unwrap();
            String::from_utf8(data.to_vec()).unwrap()
        };
        assert_eq!(next().await, "retry: 2000\n\n");
        assert_eq!(f.app.post(&f.member, NOTES, &[("title", "One")]).await.status, 303);
        let news = next().await;
        assert!(news.contains("event: changes\ndata: {\"count\":1}\n\n"), "{news}");
        assert!(!news.contains("One"));
        let refused = f.app.visit_as_nobody("/p/riverbend/live").await;
        assert_eq!(refused.status, 303);
        drop(stream);
        f.app.close().await;
    }
}

#[test]
fn the_description_names_every_route_with_its_scopes() {
    store::testing::block_on(async {
        let f = fixture(store::testing::Db::new(store::testing::Kind::Sqlite)).await;
        let description = f.app.app.openapi();
        let post = &description["paths"]["/api/v1/p/{partnership}/notes"]["post"];
        assert_eq!(
            post["requestBody"]["content"]["application/json"]["schema"]["$ref"],
            "#/components/schemas/NoteBody"
        );
        assert!(post["description"].as_str().unwrap().contains("`notes:write`"));
        assert!(
            description["components"]["schemas"]["NoteBody"]["properties"]["title"].is_object()
        );
        f.app.close().await;
    });
}
