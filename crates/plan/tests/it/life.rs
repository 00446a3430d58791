//! The life of a commitment, on its pages and in the API.

use serde_json::json;
use web::testing::both_databases;

use super::*;

both_databases! {
    async fn an_offer_becomes_a_promise_and_is_kept(db) {
        let (app, county) = start(db).await;
        let form = app.get(&county.alicia, &format!("{LIST}/new")).await.expect(200);
        assert!(form.text().contains("What will be done"));
        let fields = offer_fields("Send the list of open units", "2026-05-29", &county.outreach);
        let made = post(&app, &county.alicia, &format!("{LIST}/new"), &fields).await.expect(303);
        assert!(made.location().contains("done=commitments-offered-notice"), "{}", made.location());
        let page = made.location().split('?').next().unwrap().to_owned();

        let seen = app.get(&county.jo, &page).await.expect(200).text();
        assert!(seen.contains("Crossroads Outreach answers next."), "{seen}");
        assert!(seen.contains(&format!("{page}/accept")));
        assert!(!app.get(&county.dana, &page).await.text().contains(&format!("{page}/accept")));

        let accepted = app.post(&county.jo, &format!("{page}/accept"), &[("revision", "1")]).await;
        let accepted = accepted.expect(303);
        assert!(accepted.location().contains("undo="), "{}", accepted.location());
        assert_eq!(app.post(&county.alicia, &format!("{page}/done"), &[("note", "Sent")]).await.status, 303);
        let seen = app.get(&county.jo, &page).await.text();
        assert!(seen.contains("It is done, says its maker."), "{seen}");
        let thanks = [("note", "We needed this")];
        assert_eq!(app.post(&county.jo, &format!("{page}/confirm"), &thanks).await.status, 303);
        let seen = app.get(&county.guest, &page).await.expect(200).text();
        assert!(seen.contains("It was kept on time."), "{seen}");
        for said in ["Sent", "We needed this", "Alicia Moreno", "Jo Lindqvist"] {
            assert!(seen.contains(said), "{said}");
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn counter_offers_go_back_and_forth_and_every_one_stays_visible(db) {
        let (app, county) = start(db).await;
        let path = offered(&app, &county, "Train 12 staff", "2026-06-12").await;
        let other = json!({"title": "Train 20 staff", "due": "2026-06-30", "why": "We have grown"});
        act(&app, &county.jo, &path, "counter-offers", other).await;
        let other = json!({"title": "Train 16 staff", "due": "2026-06-30"});
        act(&app, &county.alicia, &path, "counter-offers", other).await;
        let seen = act(&app, &county.jo, &path, "acceptances", json!({})).await;
        assert_eq!(seen["title"], "Train 16 staff");
        assert_eq!(seen["due"], "2026-06-30");
        let page = app.get(&county.guest, page_of(&path)).await.text();
        for title in ["Train 12 staff", "Train 20 staff", "Train 16 staff", "We have grown"] {
            assert!(page.contains(title), "{title}");
        }
        app.close().await;
    }

    async fn who_is_asked_accepts_and_names_the_one_in_charge(db) {
        let (app, county) = start(db).await;
        let body = json!({
            "side": "receiver", "title": "Nurse hours at the day center", "due": "2026-06-01",
            "promiser": county.health.to_string(), "receiver": county.outreach.to_string(),
            "goal": "Fewer arrests", "origin": "minutes", "reference": "Board, May 7, item 3",
        });
        let asked = app.post_json(&county.jo, API, body).await.expect(201);
        let path = asked.location().to_owned();
        assert!(asked.json::<serde_json::Value>().get("in_charge").is_none());
        let form = app.get(&county.dana, &format!("{}/accept", page_of(&path))).await.expect(200);
        assert!(form.text().contains("Dana Whitfield"));
        let accepted = act(&app, &county.dana, &path, "acceptances", json!({})).await;
        assert_eq!(accepted["in_charge"], person(&county.dana).to_string());
        assert_eq!(accepted["goal"], "Fewer arrests");
        app.close().await;
    }

    async fn only_the_maker_moves_a_date_and_old_dates_stay(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Post shifts", "2026-05-20").await;
        let date = json!({"due": "2026-05-30", "why": "two open jobs"});
        let refused = app.post_json(&county.jo, &format!("{path}/dates"), date.clone()).await;
        assert_eq!(refused.status, 403);
        let moved = act(&app, &county.alicia, &path, "dates", date).await;
        assert_eq!((&moved["due"], &moved["deadline"]), (&json!("2026-05-30"), &json!("2026-05-30")));
        let no_reason = app
            .post(&county.alicia, &format!("{}/date", page_of(&path)), &[("due", "2026-06-30")])
            .await;
        assert_eq!(no_reason.status, 422);
        assert!(no_reason.text().contains("2026-06-30"), "what was typed is kept");
        let past = json!({"due": "2026-05-01", "why": "x"});
        assert_eq!(app.post_json(&county.alicia, &format!("{path}/dates"), past).await.status, 422);

        app.advance_days(20);
        let late = json!({"due": "2026-06-10", "why": "still open"});
        let moved = act(&app, &county.alicia, &path, "dates", late).await;
        assert_eq!(moved["deadline"], "2026-05-30", "moved after its day, it stays late");
        assert_eq!(moved["days_late"], 2);
        let page = app.get(&county.jo, page_of(&path)).await.text();
        for said in ["May 20, 2026", "two open jobs", "Missed date", "May 30, 2026"] {
            assert!(page.contains(said), "{said}");
        }
        app.close().await;
    }

    async fn a_step_can_be_taken_back_for_ten_minutes(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Share counts", "2026-05-20").await;
        act(&app, &county.alicia, &path, "claims", json!({})).await;
        let undo = format!("{}/undo", page_of(&path));
        assert_eq!(app.post(&county.jo, &undo, &[]).await.status, 403, "not hers");
        assert_eq!(app.post(&county.alicia, &undo, &[]).await.status, 303);
        let seen: Value = app.get(&county.jo, &path).await.json();
        assert_eq!(seen["state"], "open");
        assert_eq!(app.post(&county.alicia, &undo, &[]).await.status, 409);
        act(&app, &county.alicia, &path, "claims", json!({})).await;
        app.clock.set(app.clock.now().plus_seconds(601));
        assert_eq!(app.post(&county.alicia, &undo, &[]).await.status, 409);
        app.close().await;
    }

    async fn a_promise_to_everybody_is_confirmed_by_another_partner(db) {
        let (app, county) = start(db).await;
        let body = json!({
            "side": "promiser", "title": "Count beds every 4 hours", "due": "2026-06-01",
            "promiser": county.housing.to_string(), "receiver": "everybody",
        });
        let path = app.post_json(&county.sam, API, body).await.expect(201).location().to_owned();
        // The coordinator sits at Housing: nobody answers their own agency.
        let own = app.post_json(&county.coordinator, &format!("{path}/acceptances"), json!({})).await;
        assert_eq!(own.status, 409);
        act(&app, &county.dana, &path, "acceptances", json!({})).await;
        act(&app, &county.alicia, &path, "claims", json!({})).await;
        let seen = act(&app, &county.dana, &path, "confirmations", json!({"note": "Yes"})).await;
        assert_eq!(seen["state"], "kept");
        app.close().await;
    }

    async fn members_commit_themselves_and_leads_their_agency(db) {
        let (app, county) = start(db).await;
        let offer = |who: &TestPerson| json!({
            "side": "promiser", "title": "Call 40 landlords", "due": "2026-06-30",
            "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
            "in_charge": who.id.to_string(),
        });
        let refused = app.post_json(&county.sam, API, offer(&county.alicia)).await;
        assert_eq!(refused.status, 403, "{}", refused.text());
        assert_eq!(app.post_json(&county.sam, API, offer(&county.sam)).await.status, 201);
        let lead = app.post_json(&county.alicia, API, offer(&county.sam)).await.expect(201);
        assert_eq!(lead.json::<Value>()["in_charge"], person(&county.sam).to_string());
        let foreign = app.post_json(&county.alicia, API, offer(&county.dana)).await;
        assert_eq!(foreign.status, 409, "Dana does not work for Housing");
        app.close().await;
    }

    async fn a_coordinator_says_that_it_will_not_come(db) {
        let (app, county) = start(db).await;
        let path = propose(&app, &county.dana, "X-ray van", "2026-05-20", county.health, county.outreach).await;
        act(&app, &county.jo, &path, "acceptances", json!({})).await;
        let form = app.get(&county.coordinator, &format!("{}/broken", page_of(&path))).await.expect(200);
        assert!(form.text().contains("The promise counts as not kept."));
        let seen = act(&app, &county.coordinator, &path, "breaks", json!({"why": "No van"})).await;
        assert_eq!(seen["state"], "broken");
        assert_eq!(seen["history"][2]["side"], "coordinator");
        app.close().await;
    }

    async fn a_refused_form_keeps_what_was_typed(db) {
        let (app, county) = start(db).await;
        let fields = [("title", "Send <b>the</b> list"), ("due", "May 29"), ("receiver", "")];
        let again = app.post(&county.alicia, &format!("{LIST}/new"), &fields).await;
        assert_eq!(again.status, 422);
        let text = again.text();
        assert!(text.contains("Send &#60;b&#62;the&#60;/b&#62; list"), "{text}");
        assert!(text.contains("<title>Error: "));
        assert!(text.contains("href=\"#f-due\"") && text.contains("href=\"#f-receiver\""));
        let own = offer_fields("To ourselves", "2026-05-29", &county.housing);
        let again = post(&app, &county.alicia, &format!("{LIST}/new"), &own).await;
        assert!(again.text().contains("nobody promises to themselves"), "{}", again.text());
        app.close().await;
    }

    async fn every_page_speaks_spanish(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Enviar la lista", "2026-05-29").await;
        let page = page_of(&path).to_owned();
        for address in [
            LIST.to_owned(), format!("{LIST}?view=table"), format!("{LIST}/new"),
            format!("{LIST}/ask"), format!("{LIST}/stalled"), page.clone(),
            format!("{page}/done"), format!("{page}/date"), format!("{page}/broken"),
            "/p/riverbend/follow-through".to_owned(),
            format!("/p/riverbend/follow-through/{}", county.housing),
        ] {
            for prefix in ["", "/es"] {
                let text = app.get(&county.alicia, &format!("{prefix}{address}")).await.expect(200).text();
                assert!(!text.contains("{ $") && !text.contains("[commitments-"), "{address}: {text}");
                assert!(!text.contains("[follow-") && !text.contains("[ui-"), "{address}");
            }
        }
        app.close().await;
    }

    async fn what_a_person_owes_and_what_waits_stands_on_my_work(db) {
        let (app, county) = start(db).await;
        open(&app, &county, "Send the list of open units", "2026-05-29").await;
        offered(&app, &county, "Draft rules for the fund", "2026-06-05").await;
        let mine = app.get(&county.alicia, "/me").await.expect(200).text();
        assert!(mine.contains("Send the list of open units"), "{mine}");
        assert!(!mine.contains("Draft rules for the fund"));
        let hers = app.get(&county.jo, "/me").await.text();
        assert!(hers.contains("Answer: Draft rules for the fund"), "{hers}");
        let work: Value = app.get(&county.alicia, "/api/v1/me/work").await.expect(200).json();
        assert_eq!(work["owe"][0]["title"], "Send the list of open units", "{work}");
        assert_eq!(work["owe"][0]["due"], "2026-05-29");
        assert!(!work.to_string().contains("Draft rules for the fund"), "{work}");
        let overview = app.get(&county.guest, "/p/riverbend").await.expect(200).text();
        assert!(overview.contains("Send the list of open units"));
        app.advance_days(30);
        let stuck = app.get(&county.jo, "/me").await.text();
        assert!(stuck.contains("You can help"), "{stuck}");
        app.close().await;
    }
}
