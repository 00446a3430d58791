//! Links in mails: new passwords, new addresses, signing in.

use identity::{Use, testing::PASSWORD};

use super::*;

const NEW: &str = "nine otters under the bridge";

both_databases! {
    async fn a_person_who_forgot_the_password_chooses_another(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut elsewhere = Browser::signed_in(&app, ALICIA).await;
        let mut browser = Browser::new(&app);
        browser.get("/recover").await.expect(200);
        let there = browser.post("/recover", &[("email", ALICIA)]).await.expect(303);
        assert_eq!(there.location(), "/recover?done=identity-recover-notice");
        let page = browser.get(there.location()).await.expect(200);
        assert!(page.text().contains("If there is an account with this address"));
        app.run_jobs().await;
        let link = link_in_last_mail(&app);
        browser.get(&link).await.expect(200);
        browser.get(&link).await.expect(200);
        let short = browser.post(&link, &[("password", "short")]).await.expect(422);
        assert!(short.text().contains("Use 15 characters or more"));
        let own = browser.post(&link, &[("password", "Alicia Moreno 2026")]).await.expect(422);
        assert!(own.text().contains("made of your name"));
        let there = browser.post(&link, &[("password", NEW)]).await.expect(303);
        assert_eq!(there.location(), "/me/security?done=identity-password-notice");
        browser.get("/api/v1/me/account").await.expect(200);
        elsewhere.get("/api/v1/me/account").await.expect(401);
        browser.post(&link, &[("password", "another one altogether")]).await.expect(404);
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(422);
        Browser::new(&app).sign_in(ALICIA, NEW).await.expect(303);
        app.run_jobs().await;
        assert_eq!(mails_with(&app, "Your account has a new password"), 1);
        app.close().await;
    }

    async fn an_unknown_address_is_answered_alike_and_gets_no_mail(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut answers = Vec::new();
        for email in [ALICIA, "nobody@housing.example"] {
            let answer = Browser::new(&app).post("/recover", &[("email", email)]).await.expect(303);
            answers.push((answer.text(), answer.headers));
        }
        assert_eq!(answers[0], answers[1]);
        app.run_jobs().await;
        assert_eq!(app.mails().len(), 1);
        app.close().await;
    }

    async fn nobody_can_fill_a_mailbox(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        for _time in 0..20 {
            Browser::new(&app).post("/recover", &[("email", ALICIA)]).await.expect(303);
            app.run_jobs().await;
        }
        assert_eq!(app.mails().len(), 1);
        wait(&app, 300);
        Browser::new(&app).post("/recover", &[("email", ALICIA)]).await.expect(303);
        app.run_jobs().await;
        assert_eq!(app.mails().len(), 2);
        app.close().await;
    }

    async fn a_secret_is_never_in_the_database_before_its_mail(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        Browser::new(&app).post("/recover", &[("email", ALICIA)]).await.expect(303);
        app.run_jobs().await;
        let secret = link_in_last_mail(&app).replace("/recover/", "");
        assert_eq!(secret.len(), 43);
        assert!(store::jobs(&app).await.iter().all(|job| !job.contains(&secret)));
        app.close().await;
    }

    async fn a_link_ends_after_an_hour(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        Browser::new(&app).post("/recover", &[("email", ALICIA)]).await.expect(303);
        app.run_jobs().await;
        let link = link_in_last_mail(&app);
        wait(&app, 3_600);
        let ended = Browser::new(&app).get(&link).await.expect(404);
        assert!(ended.text().contains("This link was used, or its time is over"));
        Browser::new(&app).post(&link, &[("password", NEW)]).await.expect(404);
        app.close().await;
    }

    async fn a_link_for_one_thing_does_no_other(db) {
        let app = start(db, CONTEXTS).await;
        let alicia = sign_up(&app, "Alicia Moreno", ALICIA).await;
        let issued = identity::issue_sign_in_link(&app.system(), alicia.id, Use::Once, 60).await.unwrap();
        let secret = issued.address.rsplit('/').next().unwrap().to_owned();
        for path in ["/recover", "/me/account/address", "/invitations"] {
            Browser::new(&app).get(&format!("{path}/{secret}")).await.expect(404);
        }
        app.close().await;
    }

    async fn an_operators_link_signs_in_once_and_a_demo_link_often(db) {
        let app = start(db, CONTEXTS).await;
        let alicia = sign_up(&app, "Alicia Moreno", ALICIA).await;
        let path = |address: &str| address.strip_prefix("http://localhost").unwrap().to_owned();
        let once = identity::issue_sign_in_link(&app.system(), alicia.id, Use::Once, 3_600).await.unwrap();
        let mut browser = Browser::new(&app);
        let page = browser.get(&path(&once.address)).await.expect(200);
        assert!(page.text().contains("signs you in as Alicia Moreno"));
        assert!(browser.cookie("concord_session").is_none());
        browser.post(&path(&once.address), &[]).await.expect(303);
        Browser::new(&app).post(&path(&once.address), &[]).await.expect(404);

        let often = identity::issue_sign_in_link(&app.system(), alicia.id, Use::Often, 3_600).await.unwrap();
        for _visitor in 0..3 {
            let mut browser = Browser::new(&app);
            let there = browser.get(&format!("{}?next=/p/riverbend", path(&often.address))).await.expect(303);
            assert_eq!(there.location(), "/p/riverbend");
            browser.get("/api/v1/me/account").await.expect(200);
        }
        wait(&app, 3_600);
        Browser::new(&app).get(&path(&often.address)).await.expect(404);
        let cx = store_cx(&app);
        assert!(identity::issue_sign_in_link(&cx, alicia.id, Use::Often, 60).await.is_err());
        app.close().await;
    }

    async fn a_new_address_is_taken_once_it_is_proved(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        sign_up(&app, "Ben Ortiz", "ben@housing.example").await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let form = browser.get("/me/account/address").await.expect(200);
        assert!(form.text().contains(ALICIA));
        browser.post("/me/account/address", &[("email", "not an address")]).await.expect(422);
        browser.post("/me/account/address", &[("email", "Moreno@Housing.Example")]).await.expect(303);
        app.run_jobs().await;
        assert!(app.mails()[0].contains("To: \"Alicia Moreno\" <moreno@housing.example>"), "{}", app.mails()[0]);
        let link = link_in_last_mail(&app);
        let page = browser.get(&link).await.expect(200);
        assert!(page.text().contains("moreno@housing.example"));
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(303);
        browser.post(&link, &[]).await.expect(303);
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(422);
        Browser::new(&app).sign_in("moreno@housing.example", PASSWORD).await.expect(303);
        app.run_jobs().await;
        let told = app.mails().pop().unwrap();
        assert!(told.contains(ALICIA) && told.contains("new email address"), "the old address hears of it");

        let again = [("email", "ben@housing.example")];
        browser.post("/me/account/address", &again).await.expect(429);
        wait(&app, 60);
        browser.post("/me/account/address", &[("email", "ben@housing.example")]).await.expect(303);
        app.run_jobs().await;
        let link = link_in_last_mail(&app);
        let taken = browser.post(&link, &[]).await.expect(409);
        assert!(taken.text().contains("Another account has this address"));
        app.close().await;
    }

    async fn programs_use_links_too(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut program = Browser::new(&app);
        let body = serde_json::json!({"email": ALICIA});
        program.json("POST", "/api/v1/recover", Some(body)).await.expect(204);
        app.run_jobs().await;
        let link = link_in_last_mail(&app);
        let body = serde_json::json!({"password": NEW});
        program.json("POST", &format!("/api/v1{link}"), Some(body)).await.expect(204);
        program.get("/api/v1/me/account").await.expect(200);
        app.close().await;
    }
}

/// The context of nobody's command.
fn store_cx(app: &TestApp) -> ::store::Cx {
    ::store::Cx::new(app.store.clone(), base::Actor::Nobody, app.clock.now())
}
