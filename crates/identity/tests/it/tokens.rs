//! API tokens.

use serde_json::{Value, json};

use super::*;

/// Asks with a token and nothing else.
async fn with(app: &TestApp, secret: &str, method: &str, path: &str) -> web::testing::TestResponse {
    let bearer = format!("Bearer {secret}");
    Browser::new(app).send(method, path, &[("authorization", &bearer)], String::new()).await
}

async fn make(browser: &mut Browser<'_>, body: Value) -> (String, String) {
    let made: Value =
        browser.json("POST", "/api/v1/me/tokens", Some(body)).await.expect(201).json();
    let text = |name: &str| made[name].as_str().unwrap().to_owned();
    (text("id"), text("secret"))
}

both_databases! {
    async fn a_token_opens_what_it_was_made_for_and_nothing_else(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let body = json!({"name": "Nightly report", "scopes": ["account:read"]});
        let (id, secret) = make(&mut browser, body).await;
        assert!(secret.starts_with(identity::TOKEN_PREFIX));
        let account: Value = with(&app, &secret, "GET", "/api/v1/me/account").await.expect(200).json();
        assert_eq!(account["scopes"], json!(["account:read"]));
        assert_eq!(account["proved_at"], Value::Null);
        let refused = with(&app, &secret, "PUT", "/api/v1/me/account").await;
        assert!(refused.status == 403 || refused.status == 422, "{}", refused.text());
        for (method, path) in [
            ("GET", "/api/v1/me/tokens"),
            ("GET", "/api/v1/me/sessions"),
            ("DELETE", "/api/v1/me/sessions"),
            ("POST", "/api/v1/me/passkeys/challenges"),
            ("POST", "/api/v1/step-up/challenges"),
        ] {
            let refused = with(&app, &secret, method, path).await;
            assert!([401, 403].contains(&refused.status), "{method} {path} {}", refused.text());
        }
        // A token is no session: cookies of the same request do not help it.
        let bearer = format!("Bearer {secret}");
        let both = browser.send("GET", "/api/v1/me/tokens", &[("authorization", &bearer)], String::new()).await;
        assert_eq!(both.status, 403);

        let list: Value = browser.get("/api/v1/me/tokens").await.expect(200).json();
        assert_eq!(list["items"][0]["name"], "Nightly report");
        assert!(!list.to_string().contains(&secret));
        browser.get(&format!("/me/security/tokens/{id}")).await.expect(200);
        browser.post(&format!("/me/security/tokens/{id}"), &[]).await.expect(303);
        let ended = with(&app, &secret, "GET", "/api/v1/me/account").await.expect(401);
        assert_eq!(ended.header("www-authenticate"), "Bearer");
        app.run_jobs().await;
        assert_eq!(mails_with(&app, "A new token lets a program act"), 1);
        app.close().await;
    }

    async fn the_page_shows_a_new_token_once(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let form = browser.get("/me/security/tokens/new").await.expect(200);
        assert!(form.text().contains("Read: your name and email address"));
        assert!(!form.text().contains("security:"), "programs do not change how people sign in");
        let nothing = browser.post("/me/security/tokens/new", &[("name", "Report")]).await.expect(422);
        assert!(nothing.text().contains("Choose what the program may do"));
        assert!(nothing.text().contains("value=\"Report\""));
        let fields = [("name", "Report"), ("scopes", "account:read"), ("once", "abc")];
        let page = browser.post("/me/security/tokens/new", &fields).await.expect(200);
        let text = page.text();
        let (_, rest) = text.split_once("ccd_").expect("the secret is shown");
        let secret = format!("ccd_{}", rest.split('<').next().unwrap());
        with(&app, &secret, "GET", "/api/v1/me/account").await.expect(200);
        let again = browser.get("/me/security").await.expect(200);
        assert!(!again.text().contains("ccd_"));
        // The same form sent twice makes one token, and its secret is kept nowhere.
        let twice = browser.post("/me/security/tokens/new", &fields).await.expect(409);
        assert!(!twice.text().contains("ccd_"));
        let kept = store::kept_answers(&app).await;
        assert!(kept.iter().all(|body| !String::from_utf8_lossy(body).contains("ccd_")));
        app.close().await;
    }

    async fn a_token_ends_on_its_last_day(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let past = json!({"name": "Report", "scopes": ["account:read"], "last_day": "2026-05-11"});
        let refused = browser.json("POST", "/api/v1/me/tokens", Some(past)).await.expect(422);
        assert!(refused.text().contains("last_day_past"));
        let body = json!({"name": "Report", "scopes": ["account:read"], "last_day": "2026-05-12"});
        let (_, secret) = make(&mut browser, body).await;
        // 23:00 in Riverbend is still that day.
        wait(&app, 13 * 3_600);
        with(&app, &secret, "GET", "/api/v1/me/account").await.expect(200);
        wait(&app, 9 * 3_600);
        with(&app, &secret, "GET", "/api/v1/me/account").await.expect(401);
        app.close().await;
    }

    async fn a_token_asks_for_known_scopes_and_own_partnerships(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let foreign = app.partnership("millbrook").await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        for scopes in [json!([]), json!(["security:write"]), json!(["everything:read"]), json!(["account"])] {
            let body = json!({"name": "Report", "scopes": scopes});
            browser.json("POST", "/api/v1/me/tokens", Some(body)).await.expect(422);
        }
        let body = json!({"name": "Report", "scopes": ["account:read"], "partnership": foreign.id.to_string()});
        let refused = browser.json("POST", "/api/v1/me/tokens", Some(body)).await.expect(422);
        assert!(refused.text().contains("choice_unknown"));
        app.close().await;
    }

    async fn a_person_keeps_at_most_fifty_tokens(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        for _token in 0..50 {
            make(&mut browser, json!({"name": "Report", "scopes": ["account:read"]})).await;
        }
        let body = json!({"name": "Report", "scopes": ["account:read"]});
        let refused = browser.json("POST", "/api/v1/me/tokens", Some(body)).await.expect(409);
        assert!(refused.text().contains("You have 50 already"));
        app.close().await;
    }
}
