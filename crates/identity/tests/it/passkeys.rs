//! Passkeys, with an authenticator in software.

use serde_json::{Value, json};

use super::{
    authenticator::{Origin, Passkey, create},
    *,
};

/// Adds a passkey to the account that is signed in.
async fn add(browser: &mut Browser<'_>, seed: u8) -> Passkey {
    let begun = browser.json("POST", "/api/v1/me/passkeys/challenges", Some(json!({}))).await;
    let challenge: Value = begun.expect(201).json();
    let (passkey, answer) = create(&challenge["options"], seed);
    let body = json!({
        "ceremony": challenge["ceremony"], "credential": answer, "name": "My phone",
        "next": "/me/security?done=identity-passkey-added-notice",
    });
    let added: Value =
        browser.json("POST", "/api/v1/me/passkeys", Some(body)).await.expect(201).json();
    assert_eq!(added["next"], "/me/security?done=identity-passkey-added-notice");
    passkey
}

/// What the browser sends to sign in with a passkey.
async fn answer(browser: &mut Browser<'_>, passkey: &mut Passkey, origin: Origin) -> Value {
    let begun = browser.json("POST", "/api/v1/sign-in/challenges", Some(json!({}))).await;
    let challenge: Value = begun.expect(201).json();
    assert!(challenge["options"].get("mediation").is_none(), "ours is a button");
    let credential = passkey.get(&challenge["options"], origin);
    json!({"ceremony": challenge["ceremony"], "credential": credential, "next": "/me/account"})
}

async fn sign_in(browser: &mut Browser<'_>, passkey: &mut Passkey) -> u16 {
    let body = answer(browser, passkey, Origin::Own).await;
    browser.json("POST", "/api/v1/sign-in/passkeys", Some(body)).await.status
}

both_databases! {
    async fn a_person_adds_several_passkeys_and_signs_in_with_each(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut own = Browser::signed_in(&app, ALICIA).await;
        let page = own.get("/me/security/passkeys/new").await.expect(200);
        assert!(page.text().contains("data-passkey=\"create\""));
        let (mut phone, mut laptop) = (add(&mut own, 1).await, add(&mut own, 2).await);
        for passkey in [&mut phone, &mut laptop] {
            let mut browser = Browser::new(&app).at("192.0.2.9");
            let body = answer(&mut browser, passkey, Origin::Own).await;
            let done = browser.json("POST", "/api/v1/sign-in/passkeys", Some(body)).await;
            let done: Value = done.expect(200).json();
            assert_eq!(done, json!({"next": "/me/account", "outcome": "signed_in"}));
            let account: Value = browser.get("/api/v1/me/account").await.expect(200).json();
            assert_eq!((account["email"].as_str(), account["strong"].as_bool()), (Some(ALICIA), Some(true)));
        }
        let listed: Value = own.get("/api/v1/me/passkeys").await.expect(200).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), 2);
        assert!(listed["items"][0]["used_at"].is_string());
        app.run_jobs().await;
        assert_eq!(mails_with(&app, "A new passkey can sign in"), 2);
        app.close().await;
    }

    async fn a_passkey_that_was_removed_signs_nobody_in(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut own = Browser::signed_in(&app, ALICIA).await;
        let mut phone = add(&mut own, 1).await;
        let listed: Value = own.get("/api/v1/me/passkeys").await.expect(200).json();
        let id = listed["items"][0]["id"].as_str().unwrap();
        let path = format!("/me/security/passkeys/{id}");
        own.post(&path, &[("name", "Old phone")]).await.expect(303);
        let page = own.get("/me/security").await.expect(200);
        assert!(page.text().contains("Old phone"));
        own.get(&format!("{path}/remove")).await.expect(200);
        own.post(&format!("{path}/remove"), &[]).await.expect(303);
        assert_eq!(sign_in(&mut Browser::new(&app), &mut phone).await, 409);
        app.close().await;
    }

    async fn an_answer_for_a_false_site_or_played_again_proves_nothing(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut own = Browser::signed_in(&app, ALICIA).await;
        let mut phone = add(&mut own, 1).await;
        let mut thief = Browser::new(&app);
        let stolen = answer(&mut thief, &mut phone, Origin::False).await;
        thief.json("POST", "/api/v1/sign-in/passkeys", Some(stolen)).await.expect(422);

        let used = answer(&mut own, &mut phone, Origin::Own).await;
        own.json("POST", "/api/v1/sign-in/passkeys", Some(used.clone())).await.expect(200);
        thief.json("POST", "/api/v1/sign-in/passkeys", Some(used)).await.expect(409);
        assert!(thief.cookie("concord_session").is_none());
        app.close().await;
    }

    async fn an_answer_that_comes_too_late_proves_nothing(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut phone = add(&mut Browser::signed_in(&app, ALICIA).await, 1).await;
        let mut browser = Browser::new(&app);
        let late = answer(&mut browser, &mut phone, Origin::Own).await;
        wait(&app, 300);
        browser.json("POST", "/api/v1/sign-in/passkeys", Some(late)).await.expect(409);
        app.close().await;
    }

    async fn a_passkey_is_nobody_elses(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        sign_up(&app, "Ben Ortiz", "ben@housing.example").await;
        let phone = add(&mut Browser::signed_in(&app, ALICIA).await, 1).await;
        let mut bens = add(&mut Browser::signed_in(&app, "ben@housing.example").await, 2).await;
        // Ben's key says that it is Alicia's.
        let mut forged = bens.clone().claiming_to_be(&phone);
        assert_eq!(sign_in(&mut Browser::new(&app), &mut forged).await, 422);
        assert_eq!(sign_in(&mut Browser::new(&app), &mut bens).await, 200);
        // The same key can't be added to a second account.
        let mut ben = Browser::signed_in(&app, "ben@housing.example").await;
        let begun = ben.json("POST", "/api/v1/me/passkeys/challenges", Some(json!({}))).await;
        let challenge: Value = begun.expect(201).json();
        let (_, credential) = create(&challenge["options"], 1);
        let body = json!({"ceremony": challenge["ceremony"], "credential": credential});
        ben.json("POST", "/api/v1/me/passkeys", Some(body)).await.expect(409);
        app.close().await;
    }

    async fn a_copied_passkey_is_noticed_by_its_count(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut phone = add(&mut Browser::signed_in(&app, ALICIA).await, 1).await;
        let mut copy = phone.clone();
        assert_eq!(sign_in(&mut Browser::new(&app), &mut phone).await, 200);
        assert_eq!(sign_in(&mut Browser::new(&app), &mut copy).await, 422);
        app.close().await;
    }

    async fn a_passkey_never_waits_for_others_failures(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut phone = add(&mut Browser::signed_in(&app, ALICIA).await, 1).await;
        for _guess in 0..60 {
            drop(Browser::new(&app).sign_in(ALICIA, "wrong wrong wrong").await);
        }
        assert_eq!(sign_in(&mut Browser::new(&app), &mut phone).await, 200);
        app.close().await;
    }

    async fn a_passkey_proves_again_who_it_is(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut own = Browser::signed_in(&app, ALICIA).await;
        let mut phone = add(&mut own, 1).await;
        wait(&app, 601);
        let there = own.get("/me/security/password").await.expect(303);
        assert_eq!(there.location(), "/step-up?next=%2Fme%2Fsecurity%2Fpassword");
        let page = own.get(there.location()).await.expect(200);
        assert!(page.text().contains("data-next=\"/me/security/password\""));
        let before = own.cookie("concord_session").unwrap().to_owned();
        let begun = own.json("POST", "/api/v1/step-up/challenges", Some(json!({}))).await;
        let challenge: Value = begun.expect(201).json();
        let credential = phone.get(&challenge["options"], Origin::Own);
        let body = json!({"ceremony": challenge["ceremony"], "credential": credential, "next": "/me/security/password"});
        let done: Value = own.json("POST", "/api/v1/step-up/passkeys", Some(body)).await.expect(200).json();
        assert_eq!(done["next"], "/me/security/password");
        assert_ne!(own.cookie("concord_session"), Some(before.as_str()));
        own.get("/me/security/password").await.expect(200);
        let account: Value = own.get("/api/v1/me/account").await.expect(200).json();
        assert_eq!(account["strong"], true);
        app.close().await;
    }

    async fn a_challenge_for_one_purpose_serves_no_other(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut own = Browser::signed_in(&app, ALICIA).await;
        let mut phone = add(&mut own, 1).await;
        let body = answer(&mut own, &mut phone, Origin::Own).await;
        own.json("POST", "/api/v1/step-up/passkeys", Some(body)).await.expect(409);
        app.close().await;
    }
}
