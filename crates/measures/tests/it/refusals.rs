//! Every route as nobody, as a stranger from another partnership, and in the wrong role.

use http::Method;
use serde_json::{Value, json};
use web::testing::both_databases;

use crate::help::{start, with_quarters};

/// What can be looked at, with the place of the measure and of an import.
const READS: [&str; 25] = [
    "/p/{partnership}/measures",
    "/p/{partnership}/measures.csv",
    "/p/{partnership}/measures/{slug}",
    "/p/{partnership}/measures/{slug}.csv",
    "/p/{partnership}/measures/{slug}.json",
    "/p/{partnership}/measures/{slug}/numbers/{period}",
    "/p/{partnership}/measures/{slug}/story",
    "/api/v1/p/{partnership}/measures/{slug}/story",
    "/api/v1/p/{partnership}/measures",
    "/api/v1/p/{partnership}/measures/{slug}",
    "/api/v1/p/{partnership}/measures/{slug}/numbers",
    "/api/v1/p/{partnership}/measures/{slug}/numbers/{period}",
    "/api/v1/p/{partnership}/measures/{slug}/serves",
    "/p/{partnership}/measures/new",
    "/p/{partnership}/measures/{slug}/edit",
    "/p/{partnership}/measures/{slug}/retire",
    "/p/{partnership}/measures/{slug}/numbers/new",
    "/p/{partnership}/measures/{slug}/numbers/{period}/withdraw",
    "/p/{partnership}/measures/{slug}/serves",
    "/p/{partnership}/measures/import",
    "/p/{partnership}/measures/imports",
    "/p/{partnership}/measures/imports/{id}",
    "/p/{partnership}/measures/imports/{id}/report.json",
    "/api/v1/p/{partnership}/measure-imports",
    "/api/v1/p/{partnership}/measure-imports/{id}",
];

/// How many of them everybody in the partnership may see.
const OPEN: usize = 13;

/// What changes something.
const FORMS: [&str; 13] = [
    "/p/{partnership}/measures",
    "/p/{partnership}/measures/{slug}/edit",
    "/p/{partnership}/measures/{slug}/retire",
    "/p/{partnership}/measures/{slug}/retire/undo",
    "/p/{partnership}/measures/{slug}/numbers",
    "/p/{partnership}/measures/{slug}/numbers/{period}",
    "/p/{partnership}/measures/{slug}/numbers/{period}/withdraw",
    "/p/{partnership}/measures/{slug}/numbers/{period}/withdraw/undo",
    "/p/{partnership}/measures/{slug}/story",
    "/p/{partnership}/measures/{slug}/serves",
    "/p/{partnership}/measures/{slug}/serves/drop",
    "/p/{partnership}/measures/imports/{id}/start",
    "/p/{partnership}/measures/imports/{id}/drop",
];

fn calls() -> Vec<(Method, &'static str, Value)> {
    let definition = json!({
        "title": "T", "kind": "how_much", "unit": "number", "direction": "up", "frequency": "month",
    });
    vec![
        (Method::POST, "/api/v1/p/{partnership}/measures", definition.clone()),
        (Method::PUT, "/api/v1/p/{partnership}/measures/{slug}", definition),
        (Method::POST, "/api/v1/p/{partnership}/measures/{slug}/retirement", json!({"why": "x"})),
        (Method::DELETE, "/api/v1/p/{partnership}/measures/{slug}/retirement", json!({})),
        (
            Method::POST,
            "/api/v1/p/{partnership}/measures/{slug}/numbers",
            json!({"period": "2026-Q2", "value": 1.0}),
        ),
        (
            Method::PUT,
            "/api/v1/p/{partnership}/measures/{slug}/numbers/{period}",
            json!({"value": 1.0, "why": "x"}),
        ),
        (
            Method::POST,
            "/api/v1/p/{partnership}/measures/{slug}/numbers/{period}/withdrawal",
            json!({"why": "x"}),
        ),
        (
            Method::DELETE,
            "/api/v1/p/{partnership}/measures/{slug}/numbers/{period}/withdrawal",
            json!({}),
        ),
        (
            Method::PUT,
            "/api/v1/p/{partnership}/measures/{slug}/serves/pli_00000000000000000000000000",
            json!({}),
        ),
        (
            Method::DELETE,
            "/api/v1/p/{partnership}/measures/{slug}/serves/pli_00000000000000000000000000",
            json!({}),
        ),
        (Method::PUT, "/api/v1/p/{partnership}/measures/{slug}/story", json!({"helps": "x"})),
        (
            Method::POST,
            "/api/v1/p/{partnership}/measure-imports",
            json!({"file": "f.csv", "content": "measure,2024\na,1\n", "layout": "wide"}),
        ),
    ]
}

/// The fields that each form would take.
const FIELDS: [(&str, &str); 12] = [
    ("title", "T"),
    ("kind", "how_much"),
    ("unit", "number"),
    ("direction", "up"),
    ("frequency", "month"),
    ("why", "x"),
    ("period", "2026-Q2"),
    ("value", "1"),
    ("layout", "wide"),
    ("measure", "T"),
    ("helps", "x"),
    ("item", "pli_00000000000000000000000000"),
];

both_databases! {
    async fn nobody_strangers_and_guests_are_refused_everywhere(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let file = ("file", "numbers.csv", b"measure,2024\nSecret nights,1\n".as_slice());
        let sent = app.post_file(&county.coordinator, "/p/riverbend/measures/imports", &[], file).await.expect(303);
        let import = sent.location().rsplit('/').next().unwrap().to_owned();
        let place = |pattern: &str| {
            pattern
                .replace("{partnership}", "riverbend")
                .replace("{slug}", &slug)
                .replace("{id}", &import)
                .replace("{period}", "2026-Q1")
        };
        for (at, pattern) in READS.into_iter().enumerate() {
            let path = place(pattern);
            let nobody = app.visit_as_nobody(&path).await;
            assert!(matches!(nobody.status, 303 | 401), "{path} as nobody: {}", nobody.status);
            let stranger = app.get(&county.stranger, &path).await.expect(404);
            let shown = stranger.text();
            for secret in ["84 days", "Days from first contact", "Secret"] {
                assert!(!shown.contains(secret), "{path} shows {secret}: {shown}");
            }
            let guest = app.get(&county.guest, &path).await;
            assert_eq!(guest.status, if at < OPEN { 200 } else { 403 }, "{path} as a guest");
        }
        for pattern in FORMS {
            let path = place(pattern);
            let nobody = app.post_as_nobody(&path, &FIELDS).await;
            assert!(matches!(nobody.status, 303 | 401), "{path} as nobody: {}", nobody.status);
            assert!(nobody.status == 401 || nobody.location().contains("sign-in"), "{path}");
            let stranger = app.post(&county.stranger, &path, &FIELDS).await;
            assert_eq!(stranger.status, 404, "{path} as a stranger: {}", stranger.text());
            let guest = app.post(&county.guest, &path, &FIELDS).await;
            assert_eq!(guest.status, 403, "{path} as a guest: {}", guest.text());
        }
        for person in [&county.stranger, &county.guest] {
            let refused = app.post_file(person, "/p/riverbend/measures/imports", &[], file).await;
            assert!(matches!(refused.status, 403 | 404), "{}", refused.status);
        }
        for (method, pattern, body) in calls() {
            let path = place(pattern);
            let send = |person| app.send_json(method.clone(), person, &path, &body);
            assert_eq!(send(None).await.status, 401, "{method} {path} as nobody");
            let stranger = send(Some(&county.stranger)).await;
            assert_eq!(stranger.status, 404, "{method} {path} as a stranger: {}", stranger.text());
            let guest = send(Some(&county.guest)).await;
            assert_eq!(guest.status, 403, "{method} {path} as a guest: {}", guest.text());
        }
        app.close().await;
    }

    async fn one_organization_cannot_touch_the_measures_of_another(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let own = |rest: &str| format!("/p/riverbend/measures/{slug}{rest}");
        for (path, fields) in [
            (own("/edit"), FIELDS),
            (own("/retire"), FIELDS),
            (own("/retire/undo"), FIELDS),
            (own("/numbers"), FIELDS),
            (own("/numbers/2026-Q1"), FIELDS),
            (own("/numbers/2026-Q1/withdraw"), FIELDS),
            (own("/numbers/2026-Q1/withdraw/undo"), FIELDS),
            (own("/story"), FIELDS),
        ] {
            let refused = app.post(&county.dana, &path, &fields).await;
            assert_eq!(refused.status, 403, "{path}: {}", refused.text());
        }
        for path in [own("/edit"), own("/retire"), own("/numbers/new"), own("/numbers/2026-Q1/withdraw")] {
            app.get(&county.dana, &path).await.expect(403);
        }
        // Nor define one in another's name, or without a name.
        let of_housing = json!({
            "title": "T", "kind": "how_much", "unit": "number", "direction": "up", "frequency": "month",
            "organization": county.housing.to_string(),
        });
        app.post_json(&county.dana, "/api/v1/p/riverbend/measures", of_housing.clone()).await.expect(403);
        let mut of_nobody = of_housing;
        of_nobody["organization"] = Value::Null;
        app.post_json(&county.dana, "/api/v1/p/riverbend/measures", of_nobody).await.expect(403);
        // A member of the same organization may, and a coordinator of another.
        app.get(&county.sam, &own("/edit")).await.expect(200);
        app.get(&county.coordinator, &own("/edit")).await.expect(200);
        app.close().await;
    }
}
