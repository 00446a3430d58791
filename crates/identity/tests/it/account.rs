//! The person's own account, and what others ask of accounts.

use identity::{NewAccount, testing::PASSWORD};
use serde_json::{Value, json};

use super::*;

both_databases! {
    async fn a_person_changes_their_name_and_language(db) {
        let app = start(db, CONTEXTS).await;
        let alicia = sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let page = browser.get("/me/account").await.expect(200).text();
        assert!(page.contains("value=\"Alicia Moreno\"") && page.contains(ALICIA));
        let empty = browser.post("/me/account", &[("name", " "), ("language", "fr")]).await.expect(422);
        assert!(empty.text().contains("Fill this in") && empty.text().contains("Choose one from the list"));
        let fields = [("name", "Alicia Moreno Díaz"), ("language", "es")];
        browser.post("/me/account", &fields).await.expect(303);
        let account: Value = browser.get("/api/v1/me/account").await.expect(200).json();
        assert_eq!((account["name"].as_str(), account["language"].as_str()), (Some("Alicia Moreno Díaz"), Some("es")));
        let tx = app.system().read(LOOK).await.unwrap();
        let names = identity::names(&tx, &[alicia.id, app.system().new_id()]).await.unwrap();
        assert_eq!(names.len(), 1);
        assert_eq!(names[0].1.expose(), "Alicia Moreno Díaz");
        drop(tx);
        browser
            .json("PUT", "/api/v1/me/account", Some(json!({"name": "Alicia Moreno"})))
            .await
            .expect(200);
        app.close().await;
    }

    async fn mails_speak_the_language_of_their_reader(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        browser.post("/me/account", &[("name", "Alicia"), ("language", "es")]).await.expect(303);
        let fields = [("password", "nueve nutrias en el puente")];
        browser.post("/es/me/security/password", &fields).await.expect(303);
        app.run_jobs().await;
        let mail = app.mails().pop().unwrap().replace("=\r\n", "");
        assert!(mail.contains("http://localhost/es/me/security"), "{mail}");
        assert!(mail.contains("Hola, Alicia:") && mail.contains("Auto-Submitted: auto-generated"), "{mail}");
        app.close().await;
    }

    async fn a_new_password_ends_the_other_sessions(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut here = Browser::signed_in(&app, ALICIA).await;
        let mut there = Browser::signed_in(&app, ALICIA).await;
        here.get("/me/security/password").await.expect(200);
        let weak = here.post("/me/security/password", &[("password", "moreno-alicia-26")]).await.expect(422);
        assert!(weak.text().contains("made of your name"), "{}", weak.text());
        let long = here.post("/me/security/password", &[("password", &"ab1".repeat(200))]).await.expect(422);
        assert!(long.text().contains("Use at most 256 characters"));
        here.post("/me/security/password", &[("password", "nine otters under the bridge")]).await.expect(303);
        here.get("/api/v1/me/account").await.expect(200);
        there.get("/api/v1/me/account").await.expect(401);
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(422);
        let body = json!({"password": "ten geese over the mill"});
        here.json("PUT", "/api/v1/me/password", Some(body)).await.expect(204);
        app.close().await;
    }

    async fn the_operator_makes_accounts_and_nobody_else_does(db) {
        let app = start(db, CONTEXTS).await;
        let new = || NewAccount {
            email: ALICIA.parse().unwrap(),
            name: "Alicia Moreno".parse().unwrap(),
            language: None,
        };
        let person = identity::create_account(&app.system(), new()).await.unwrap();
        assert!(identity::create_account(&app.system(), new()).await.is_err());
        let found = identity::account_of(&app.system(), &ALICIA.parse().unwrap()).await.unwrap().unwrap();
        assert_eq!(found.id, person);
        let nobody = ::store::Cx::new(app.store.clone(), base::Actor::Nobody, app.clock.now());
        assert!(identity::create_account(&nobody, new()).await.is_err());
        assert!(identity::close_account(&nobody, person).await.is_err());
        assert!(identity::account_of(&nobody, &ALICIA.parse().unwrap()).await.is_err());
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(422);
        app.close().await;
    }

    async fn two_people_can_not_take_one_address_at_once(db) {
        let app = start(db, CONTEXTS).await;
        let new = || NewAccount {
            email: ALICIA.parse().unwrap(),
            name: "Alicia Moreno".parse().unwrap(),
            language: None,
        };
        let (one, two) = (app.system(), app.system());
        let (one, two) = tokio::join!(
            identity::create_account(&one, new()),
            identity::create_account(&two, new())
        );
        assert!(one.is_ok() != two.is_ok());
        app.close().await;
    }
}

const LOOK: ::store::Permission =
    ::store::Permission::installation("test.look", ::store::Access::Read);
