//! Each address, tried by those who may not.

use http::Method;
use serde_json::json;
use web::testing::both_databases;

use super::*;

const ID: &str = "ntc_01arz3ndektsv4rrffq69g5fav";
const LINK: &str = "lka_01arz3ndektsv4rrffq69g5fav";
/// A secret that opens nothing.
const SECRET: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Every address of one's own.
fn own() -> Vec<(&'static str, String)> {
    vec![
        ("GET", "/me/notices".to_owned()),
        ("POST", "/me/notices/read".to_owned()),
        ("POST", format!("/me/notices/{ID}/read")),
        ("POST", format!("/me/notices/{ID}/read/undo")),
        ("GET", "/me/notices/choices".to_owned()),
        ("POST", "/me/notices/choices".to_owned()),
        ("POST", "/me/notices/links/end".to_owned()),
        ("GET", format!("/me/notices/replies/{LINK}")),
        ("POST", format!("/me/notices/replies/{LINK}")),
        ("POST", format!("/me/notices/replies/{LINK}/discard")),
        ("GET", "/api/v1/me/notices".to_owned()),
        ("POST", format!("/api/v1/me/notices/{ID}/read")),
        ("DELETE", format!("/api/v1/me/notices/{ID}/read")),
        ("GET", "/api/v1/me/notice-choices".to_owned()),
        ("PUT", "/api/v1/me/notice-choices".to_owned()),
        ("DELETE", "/api/v1/me/notice-links".to_owned()),
        ("GET", "/api/v1/me/notice-replies".to_owned()),
        ("POST", format!("/api/v1/me/notice-replies/{LINK}")),
        ("DELETE", format!("/api/v1/me/notice-replies/{LINK}")),
    ]
}

both_databases! {
    async fn nobody_is_sent_to_sign_in(db) {
        let stage = Stage::set(db).await;
        for (method, path) in own() {
            let method: Method = method.parse().unwrap();
            let answer = stage.app.send_json(method.clone(), None, &path, &json!({})).await;
            let turned_back = answer.status == 401 || (answer.status == 303 && answer.location().contains("/sign-in"));
            assert!(turned_back, "{method} {path}: {}", answer.status);
        }
        stage.app.close().await;
    }

    async fn a_stranger_finds_nothing_of_others(db) {
        let stage = Stage::set(db).await;
        stage.tell(&stage.here, Kind::NeedsYou, "Zebra crossing").await;
        let stranger = TestPerson { id: stage.app.system().new_id(), name: "Vera Stone".to_owned() };
        let mine: Value = stage.app.get(&stage.sam, "/api/v1/me/notices").await.json();
        let id = mine["items"][0]["id"].as_str().unwrap().to_owned();
        for (method, path) in own() {
            let (method, path): (Method, String) = (method.parse().unwrap(), path.replace(ID, &id));
            let answer = stage.app.send_json(method.clone(), Some(&stranger), &path, &json!({})).await;
            assert!(!answer.text().contains("Zebra"), "{method} {path}");
            if path.contains(&id) || path.contains(LINK) {
                assert_eq!(answer.status, 404, "{method} {path}");
            }
        }
        assert_eq!(stage.titles("").await, ["Zebra crossing"], "and marked nothing");
        stage.app.run_jobs().await;
        stage.app.close().await;
    }

    async fn a_secret_that_opens_nothing_is_a_link_that_ended(db) {
        let stage = Stage::set(db).await;
        for secret in [SECRET, "short", "%00", "../me", "ÄÄÄÄ"] {
            for method in [Method::GET, Method::POST] {
                for path in [format!("/answers/{secret}"), format!("/api/v1/answers/{secret}")] {
                    let request = stage.app.request(method.clone(), &path.replace('Ä', "%C3%84"), None);
                    let answer = stage.app.send(request.body("".into())).await;
                    assert!(matches!(answer.status, 404 | 405), "{method} {path}: {}", answer.status);
                }
            }
        }
        let page = stage.app.visit_as_nobody(&format!("/answers/{SECRET}")).await.text();
        assert!(page.contains("This link has ended"), "{page}");
        stage.app.close().await;
    }

    async fn a_token_needs_the_scope_of_notices(db) {
        let stage = Stage::set(db).await;
        let scopes: Vec<String> = stage.app.app.routes().iter()
            .filter(|route| route.path.contains("notice"))
            .flat_map(|route| route.declared.iter().map(store::Permission::token_scope))
            .collect();
        assert!(scopes.iter().all(|scope| scope.starts_with("notices:")), "{scopes:?}");
        stage.app.close().await;
    }
}
