//! Minutes taken by several people at once, and what comes of an item.

use web::testing::both_databases;

use super::*;

async fn under_way(app: &TestApp, council: &Council) -> (String, String) {
    let meeting = planned(app, council, "2026-05-12").await;
    let item = item(app, council, &meeting, "Winter beds").await;
    act(app, &council.county.alicia, &meeting, "openings", json!({})).await.expect(200);
    (meeting, item)
}

both_databases! {
    async fn two_who_write_at_once_lose_no_word(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let (meeting, item) = under_way(&app, &council).await;
        let first: Value = note(&app, &county.alicia, &meeting, &item, ("Beds are short.\nWho drives?", 0)).await.expect(200).json();
        assert_eq!((&first["number"], &first["merged"]), (&json!(1), &json!(false)));
        // Both go on from the first text.
        note(&app, &county.dana, &meeting, &item, ("Beds are short: ten.\nWho drives?", 1)).await.expect(200);
        let merged: Value = note(&app, &county.guest, &meeting, &item, ("Beds are short.\nWho drives? Sam.\nEnd.", 1)).await.expect(200).json();
        assert_eq!(merged["notes"], "Beds are short: ten.\nWho drives? Sam.\nEnd.");
        assert_eq!((&merged["sent"], &merged["number"], &merged["collisions"]), (&json!(3), &json!(4), &json!([])));
        // Whoever typed on from what they had sent loses nothing either.
        let more: Value = note(&app, &county.guest, &meeting, &item, ("Beds are short.\nWho drives? Sam.\nEnd. Thanks.", 3)).await.expect(200).json();
        assert_eq!(more["notes"], "Beds are short: ten.\nWho drives? Sam.\nEnd. Thanks.");
        let history: Value = app.get(&county.guest, &format!("{MEETINGS}/{meeting}/items/{item}/notes")).await.expect(200).json();
        assert_eq!(history["items"].as_array().unwrap().len(), 6);
        // The same words, changed by both: both stay, and somebody looks.
        let now = more["number"].as_i64().unwrap();
        note(&app, &county.alicia, &meeting, &item, ("Beds are short: twelve.\nWho drives? Sam.\nEnd. Thanks.", now)).await.expect(200);
        let both: Value = note(&app, &county.dana, &meeting, &item, ("Beds are short: nine.\nWho drives? Sam.\nEnd. Thanks.", now)).await.expect(200).json();
        let text = both["notes"].as_str().unwrap();
        assert!(text.contains("twelve") && text.contains("nine"), "{text}");
        assert_eq!(both["collisions"].as_array().unwrap().len(), 1);
        let page = app.get(&county.guest, &format!("{PAGE}/{meeting}/minutes")).await.expect(200).text();
        assert!(page.contains("Two people changed the same words"), "{page}");
        app.post(&county.guest, &format!("{PAGE}/{meeting}/items/{item}/settle"), &[]).await.expect(303);
        assert_eq!(get(&app, &county.guest, &meeting).await["agenda"][0]["collided"], false);
        assert_eq!(note(&app, &county.dana, &meeting, &item, ("x", 99)).await.status, 409, "nobody sent that text");
        app.run_jobs().await;
        app.close().await;
    }

    async fn many_who_write_in_the_same_moment_are_all_heard(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let (meeting, item) = under_way(&app, &council).await;
        let say = |who, text| note(&app, who, &meeting, &item, (text, 0));
        let (one, two, three) = tokio::join!(
            say(&county.alicia, "Alicia was here."), say(&county.dana, "Dana was here."), say(&county.guest, "Ruth was here."));
        assert_eq!([one.status, two.status, three.status], [200, 200, 200]);
        let notes = get(&app, &county.guest, &meeting).await["agenda"][0]["notes"].as_str().unwrap().to_owned();
        for words in ["Alicia was here.", "Dana was here.", "Ruth was here."] {
            assert!(notes.contains(words), "{notes}");
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_form_without_scripts_merges_when_it_is_sent(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let (meeting, item) = under_way(&app, &council).await;
        let path = format!("{PAGE}/{meeting}/items/{item}/notes");
        let first = app.post(&county.alicia, &path, &[("notes", "One.\r\nTwo."), ("base", "0")]).await.expect(303);
        assert!(first.location().contains("minutes-saved-notice"), "{}", first.location());
        app.post(&county.alicia, &path, &[("notes", "One!\r\nTwo."), ("base", "1")]).await.expect(303);
        let second = app.post(&county.dana, &path, &[("notes", "One.\r\nTwo.\r\nThree."), ("base", "1")]).await.expect(303);
        assert!(second.location().contains("minutes-merged-notice"), "{}", second.location());
        assert_eq!(get(&app, &county.guest, &meeting).await["agenda"][0]["notes"], "One!\nTwo.\nThree.");
        // Nobody of another body writes, and the record tells no text.
        assert_eq!(app.post(&county.stranger, &path, &[("notes", "x"), ("base", "0")]).await.status, 404);
        let told = app.get(&county.guest, "/p/riverbend/activity").await.expect(200).text();
        assert!(!told.contains("Three.") && !told.contains("wrote notes"), "{told}");
        app.run_jobs().await;
        app.close().await;
    }

    async fn what_comes_of_an_item_goes_out_to_be_accepted(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let (meeting, item) = under_way(&app, &council).await;
        let path = format!("{PAGE}/{meeting}/items/{item}/commitment");
        let page = app.get(&county.alicia, &path).await.expect(200).text();
        let (housing, health) = (county.housing.to_string(), county.health.to_string());
        let chosen = format!("value=\"{housing}\" selected");
        assert!(page.contains("What will be there?") && page.contains(&chosen), "{page}");
        let bad = [("side", "promiser"), ("title", ""), ("due", "2026-06-01"), ("own", &*housing), ("partner", &*health)];
        app.post(&county.alicia, &path, &bad).await.expect(422);
        let good = [("side", "receiver"), ("title", "Ten more beds"), ("due", "2026-06-01"), ("own", &*housing), ("partner", &*health)];
        app.post(&county.alicia, &path, &good).await.expect(303);
        let view = get(&app, &county.guest, &meeting).await;
        let outcome = view["agenda"][0]["outcomes"][0].clone();
        assert_eq!((&outcome["kind"], &outcome["title"]), (&json!("commitment"), &json!("Ten more beds")));
        let made = format!("/api/v1/p/riverbend/commitments/{}", outcome["subject"].as_str().unwrap());
        let made: Value = app.get(&county.dana, &made).await.expect(200).json();
        assert_eq!((&made["origin"], &made["state"], &made["promiser"]), (&json!("minutes"), &json!("proposed"), &json!(health)));
        assert!(made["reference"].as_str().unwrap_or_default().contains("Winter beds"), "{made}");
        // Its story names the meeting at which it came to be, and that one's story tells of it.
        let story = format!("/api/v1/p/riverbend/stories/commitment/{}", outcome["subject"].as_str().unwrap());
        let story: Value = app.get(&county.dana, &story).await.expect(200).json();
        assert_eq!((&story["led_to_it"][0]["kind"], &story["led_to_it"][0]["id"]), (&json!("meeting"), &json!(meeting)));
        let story = format!("/api/v1/p/riverbend/stories/meeting/{meeting}");
        let story: Value = app.get(&county.dana, &story).await.expect(200).json();
        assert_eq!(story["came_of_it"][0]["title"], "Ten more beds", "{story}");
        // It waits for Dana like any other.
        let work: Value = app.get(&county.dana, "/api/v1/me/work").await.expect(200).json();
        assert!(work.to_string().contains("Ten more beds"), "{work}");
        let path = format!("{PAGE}/{meeting}/items/{item}/decision");
        let question = [("title", "Do we open the hall?"), ("proposal", "We open it in June."), ("method", "majority"), ("own", &*housing)];
        app.post(&county.alicia, &path, &question).await.expect(303);
        let view = get(&app, &county.guest, &meeting).await;
        let decision = view["agenda"][0]["outcomes"].as_array().unwrap().iter().find(|one| one["kind"] == "decision").unwrap();
        let at = format!("/api/v1/p/riverbend/decisions/{}", decision["subject"].as_str().unwrap());
        let decision: Value = app.get(&county.guest, &at).await.expect(200).json();
        assert_eq!((&decision["franchise"], &decision["body"]), (&json!("seat"), &json!(council.body)));
        // What is there already is joined, once; what is not, is not.
        let join = json!({"kind": "commitment", "subject": outcome["subject"]});
        act(&app, &county.alicia, &meeting, &format!("items/{item}/outcomes"), join.clone()).await.expect(201);
        assert_eq!(get(&app, &county.guest, &meeting).await["agenda"][0]["outcomes"].as_array().unwrap().len(), 2);
        let none = json!({"kind": "commitment", "subject": "cmt_00000000000000000000000001"});
        assert_eq!(act(&app, &county.alicia, &meeting, &format!("items/{item}/outcomes"), none).await.status, 404);
        assert_eq!(act(&app, &county.stranger, &meeting, &format!("items/{item}/outcomes"), join).await.status, 404);
        app.run_jobs().await;
        app.close().await;
    }
}
