//! Sessions, and proving again who one is.

use identity::testing::PASSWORD;
use serde_json::Value;

use super::*;

async fn sessions(browser: &mut Browser<'_>) -> Vec<Value> {
    let list: Value = browser.get("/api/v1/me/sessions").await.expect(200).json();
    list["items"].as_array().unwrap().clone()
}

both_databases! {
    async fn a_session_ends_when_it_is_idle_and_ends_in_any_case(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut idle = Browser::signed_in(&app, ALICIA).await;
        let mut busy = idle.clone();
        let _in = busy.sign_in(ALICIA, PASSWORD).await;
        let mut busy = Browser::signed_in(&app, ALICIA).await;
        for _round in 0..15 {
            wait(&app, 11 * 3_600);
            busy.get("/api/v1/me/account").await.expect(200);
        }
        let ended = idle.get("/api/v1/me/account").await.expect(401);
        assert!(ended.text().contains("sign_in_needed"));
        // 165 hours are over; at 168 it ends, however busy it was.
        wait(&app, 3 * 3_600);
        busy.get("/api/v1/me/account").await.expect(401);
        app.close().await;
    }

    async fn a_dead_cookie_is_taken_from_the_browser(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        wait(&app, 12 * 3_600);
        browser.get("/sign-in").await.expect(200);
        assert!(browser.cookie("concord_session").is_none());
        assert!(browser.cookie("concord_device").is_some(), "the browser stays known");
        for wrong in ["", "x", "🦀", &"a".repeat(5000)] {
            browser.set_cookie("concord_device", Some("🦀"));
            browser.set_cookie("concord_session", Some(wrong));
            browser.get("/me/account").await.expect(303);
        }
        app.close().await;
    }

    async fn the_last_request_is_written_down_every_five_minutes(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let seen = |list: Vec<Value>| list[0]["seen_at"].as_str().unwrap().to_owned();
        wait(&app, 299);
        assert_eq!(seen(sessions(&mut browser).await), "2026-05-12T15:00:00Z");
        wait(&app, 61);
        assert_eq!(seen(sessions(&mut browser).await), "2026-05-12T15:05:00Z");
        wait(&app, 200);
        assert_eq!(seen(sessions(&mut browser).await), "2026-05-12T15:05:00Z");
        app.close().await;
    }

    async fn a_person_sees_their_sessions_and_ends_one_or_all_others(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        sign_up(&app, "Ben Ortiz", "ben@housing.example").await;
        let mut here = Browser::signed_in(&app, ALICIA).await;
        let mut phone = Browser::new(&app);
        phone.user_agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1".to_owned();
        phone.sign_in(ALICIA, PASSWORD).await.expect(303);
        let mut third = Browser::signed_in(&app, ALICIA).await;
        let mut ben = Browser::signed_in(&app, "ben@housing.example").await;
        let page = here.get("/me/security").await.expect(200).text();
        assert!(page.contains("Safari on iPhone") && page.contains("Firefox on Linux"));
        assert!(page.contains("signed in at 3 places and have no passkey"), "{page}");

        let all = sessions(&mut here).await;
        assert_eq!(all.iter().filter(|one| one["is_this"] == true).count(), 1);
        let of_phone = all.iter().find(|one| one["system"] == "iPhone").unwrap();
        let id = of_phone["id"].as_str().unwrap();
        ben.post(&format!("/me/security/sessions/{id}/end"), &[]).await.expect(404);
        here.post(&format!("/me/security/sessions/{id}/end"), &[]).await.expect(303);
        phone.get("/api/v1/me/account").await.expect(401);
        here.post("/me/security/sessions/end-others", &[]).await.expect(303);
        third.get("/api/v1/me/account").await.expect(401);
        here.get("/api/v1/me/account").await.expect(200);
        ben.get("/api/v1/me/account").await.expect(200);
        app.close().await;
    }

    async fn signing_in_never_goes_on_with_a_session_that_was_there(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        sign_up(&app, "Ben Ortiz", "ben@housing.example").await;
        let mut planted = Browser::signed_in(&app, "ben@housing.example").await;
        let mut browser = Browser::new(&app);
        browser.set_cookie("concord_session", planted.cookie("concord_session"));
        browser.sign_in(ALICIA, PASSWORD).await.expect(303);
        assert_ne!(browser.cookie("concord_session"), planted.cookie("concord_session"));
        planted.get("/api/v1/me/account").await.expect(401);
        app.close().await;
    }

    async fn sensitive_steps_ask_again_after_ten_minutes(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        browser.get("/me/security/tokens/new").await.expect(200);
        wait(&app, 601);
        let there = browser.get("/es/me/security/tokens/new").await.expect(303);
        assert_eq!(there.location(), "/es/step-up?next=%2Fme%2Fsecurity%2Ftokens%2Fnew");
        let problem = browser.json("DELETE", "/api/v1/me/passkeys/pky_00000000000000000000000000", None).await;
        assert!(problem.expect(403).text().contains("step_up_needed"));
        browser.get("/me/security").await.expect(200);

        let old = browser.clone();
        let wrong = browser.post("/step-up", &[("password", "wrong wrong wrong")]).await.expect(422);
        assert!(wrong.text().contains("That is not your password"));
        let fields = [("password", PASSWORD), ("next", "/me/security/tokens/new")];
        let there = browser.post("/step-up", &fields).await.expect(303);
        assert_eq!(there.location(), "/me/security/tokens/new");
        browser.get("/me/security/tokens/new").await.expect(200);
        old.clone().get("/api/v1/me/account").await.expect(401);
        app.close().await;
    }

    async fn a_stolen_session_can_not_guess_the_password(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut thief = Browser::signed_in(&app, ALICIA).await;
        for _guess in 0..10 {
            thief.post("/step-up", &[("password", "wrong wrong wrong")]).await.expect(422);
        }
        thief.post("/step-up", &[("password", PASSWORD)]).await.expect(429);
        Browser::new(&app).sign_in(ALICIA, PASSWORD).await.expect(303);
        app.close().await;
    }
}
