//! Passwords, and what failures do to whom.

use identity::testing::{PASSWORD, passwords_hashed};

use super::*;

both_databases! {
    async fn a_person_signs_in_and_out(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::new(&app);
        let page = browser.get("/sign-in?next=/p/riverbend").await.expect(200);
        assert!(page.text().contains("value=\"/p/riverbend\""));
        let there = browser
            .post("/sign-in", &[("email", "Alicia@Housing.Example"), ("password", PASSWORD), ("next", "/p/x?a=b")])
            .await
            .expect(303);
        assert_eq!(there.location(), "/p/x?a=b");
        let cookies: Vec<&str> =
            there.headers.get_all("set-cookie").iter().map(|one| one.to_str().unwrap()).collect();
        assert!(cookies.iter().all(|one| one.contains("HttpOnly") && one.contains("SameSite=Lax")));
        let account: serde_json::Value = browser.get("/api/v1/me/account").await.expect(200).json();
        assert_eq!((account["email"].as_str(), account["strong"].as_bool()), (Some(ALICIA), Some(false)));
        assert_eq!(browser.get("/sign-in").await.expect(303).location(), "/me");

        let session = browser.cookie("concord_session").unwrap().to_owned();
        let there = browser.post("/sign-out", &[]).await.expect(303);
        assert_eq!(there.location(), "/sign-in?done=identity-signed-out-notice");
        assert!(browser.cookie("concord_session").is_none());
        browser.set_cookie("concord_session", Some(&session));
        browser.get("/api/v1/me/account").await.expect(401);
        assert_eq!(
            store::record(&app).await,
            ["account.made", "password.set", "session.began", "session.ended"]
        );
        app.close().await;
    }

    async fn a_wrong_password_and_an_unknown_address_are_answered_alike(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut answers = Vec::new();
        for (email, address) in [(ALICIA, "203.0.113.1"), ("nobody@housing.example", "203.0.113.2")] {
            let before = passwords_hashed(&app);
            let mut browser = Browser::new(&app).at(address);
            let answer = browser.sign_in(email, "wrong wrong wrong").await.expect(422);
            assert_eq!(passwords_hashed(&app) - before, 1, "{email}");
            assert!(answer.text().contains("The email address or the password is not right"));
            assert!(!answer.text().contains("wrong wrong wrong"), "a password is never shown again");
            answers.push((answer.text().replace(email, "…"), answer.headers));
        }
        assert_eq!(answers[0], answers[1]);
        app.close().await;
    }

    async fn a_closed_account_is_no_account(db) {
        let app = start(db, CONTEXTS).await;
        let alicia = sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        identity::close_account(&app.system(), alicia.id).await.unwrap();
        browser.get("/api/v1/me/account").await.expect(401);
        let refused = Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(422);
        assert!(refused.text().contains("The email address or the password is not right"));
        identity::open_account(&app.system(), alicia.id).await.unwrap();
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(303);
        app.close().await;
    }

    async fn a_stranger_with_a_thousand_failures_locks_nobody_out(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut own = Browser::signed_in(&app, ALICIA).await;
        own.post("/sign-out", &[]).await.expect(303);
        let mut by_mail = 0;
        for network in 0..200 {
            let address = format!("198.51.{}.{}", network / 100, network % 100);
            for _guess in 0..5 {
                let mut stranger = Browser::new(&app).at(&address);
                let answer = stranger.sign_in(ALICIA, "wrong wrong wrong").await;
                by_mail += usize::from(answer.status == 303);
                assert!(answer.status == 303 || answer.status == 422, "{}", answer.status);
                assert!(stranger.cookie("concord_session").is_none());
            }
        }
        // After fifty failures a day, answers stop telling right from wrong.
        assert_eq!(by_mail, 950);

        // Her own browser signs in at once, from wherever it is now.
        let there = own.clone().at("198.51.0.7").sign_in(ALICIA, PASSWORD).await.expect(303);
        assert_eq!(there.location(), "/me");
        own.sign_in(ALICIA, PASSWORD).await.expect(303);
        own.get("/api/v1/me/account").await.expect(200);

        // A new browser is told what a guesser is told, and signs in by the mail.
        let mut guesser = Browser::new(&app).at("192.0.2.1");
        let wrong = guesser.sign_in(ALICIA, "wrong wrong wrong").await;
        app.run_jobs().await;
        assert_eq!(app.mails().len(), 0);
        let mut new = Browser::new(&app).at("192.0.2.2");
        let right = new.sign_in(ALICIA, PASSWORD).await;
        assert_eq!((right.status, right.text(), &right.headers), (wrong.status, wrong.text(), &wrong.headers));
        assert!(new.cookie("concord_session").is_none());
        app.run_jobs().await;
        let link = link_in_last_mail(&app);
        let page = new.get(&link).await.expect(200);
        assert!(page.text().contains("Alicia Moreno"));
        new.post(&link, &[]).await.expect(303);
        new.get("/api/v1/me/account").await.expect(200);
        // From now on this browser is known too.
        new.post("/sign-out", &[]).await.expect(303);
        new.sign_in(ALICIA, PASSWORD).await.expect(303);
        assert!(new.cookie("concord_session").is_some());
        app.close().await;
    }

    async fn failures_make_their_own_network_wait_and_no_other(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        for _guess in 0..5 {
            Browser::new(&app).sign_in(ALICIA, "wrong wrong wrong").await.expect(422);
        }
        let hashed = passwords_hashed(&app);
        let waits = Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(429);
        assert!(waits.text().contains("Wait 2 seconds"));
        assert_eq!(passwords_hashed(&app), hashed, "who has to wait costs no hash");
        Browser::new(&app).at("203.0.113.9").sign_in(ALICIA, PASSWORD).await.expect(303);
        wait(&app, 2);
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(303);
        app.close().await;
    }

    async fn a_network_that_guesses_at_many_accounts_waits(db) {
        let app = start(db, CONTEXTS).await;
        for account in 0..100 {
            let email = format!("person{account}@housing.example");
            Browser::new(&app).sign_in(&email, "wrong wrong wrong").await.expect(422);
        }
        Browser::new(&app).sign_in("person100@housing.example", "wrong wrong wrong").await.expect(429);
        app.close().await;
    }

    async fn a_known_browser_that_guesses_waits_alone(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut known = Browser::signed_in(&app, ALICIA).await;
        known.post("/sign-out", &[]).await.expect(303);
        for _guess in 0..10 {
            known.sign_in(ALICIA, "wrong wrong wrong").await.expect(422);
        }
        known.sign_in(ALICIA, PASSWORD).await.expect(429);
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(303);
        app.close().await;
    }

    async fn a_known_browser_of_one_person_is_unknown_to_another(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        sign_up(&app, "Ben Ortiz", "ben@housing.example").await;
        let mut ben = Browser::signed_in(&app, "ben@housing.example").await;
        ben.post("/sign-out", &[]).await.expect(303);
        for _guess in 0..5 {
            ben.sign_in(ALICIA, "wrong wrong wrong").await.expect(422);
        }
        ben.sign_in(ALICIA, PASSWORD).await.expect(429);
        app.close().await;
    }

    async fn a_password_typed_as_an_address_is_not_kept(db) {
        let app = start(db, CONTEXTS).await;
        Browser::new(&app).sign_in("hunter2hunter2@x.example", "a b c d e f g").await.expect(422);
        let counters = store::counters(&app).await;
        assert!(!counters.is_empty() && counters.iter().all(|name| !name.contains("hunter2")));
        app.close().await;
    }

    async fn a_sign_in_never_leads_to_another_site(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        for next in ["//evil.example", "https://evil.example", "/\\evil.example", "/es//evil.example", "javascript:1"] {
            let fields = [("email", ALICIA), ("password", PASSWORD), ("next", next)];
            let there = Browser::new(&app).post("/sign-in", &fields).await.expect(303);
            assert_eq!(there.location(), "/me", "{next}");
        }
        let fields = [("email", ALICIA), ("password", PASSWORD), ("next", "/es/me/account")];
        let there = Browser::new(&app).post("/es/sign-in", &fields).await.expect(303);
        assert_eq!(there.location(), "/es/me/account");
        app.close().await;
    }

    async fn programs_sign_in_with_json(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut program = Browser::new(&app);
        let body = serde_json::json!({"email": ALICIA, "password": PASSWORD});
        let answer: serde_json::Value =
            program.json("POST", "/api/v1/sign-in", Some(body)).await.expect(200).json();
        assert_eq!(answer, serde_json::json!({"next": "/me", "outcome": "signed_in"}));
        program.get("/api/v1/me/account").await.expect(200);
        let wrong = serde_json::json!({"email": "not an address"});
        let problem = program.json("POST", "/api/v1/sign-in", Some(wrong)).await.expect(422);
        assert!(problem.text().contains("missing field"), "{}", problem.text());
        program.json("POST", "/api/v1/sign-out", None).await.expect(204);
        program.get("/api/v1/me/account").await.expect(401);
        app.close().await;
    }
}
