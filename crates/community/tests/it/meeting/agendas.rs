//! The agenda: what the program proposes, what members add and order, and what they set aside.

use web::testing::both_databases;

use super::*;

both_databases! {
    async fn members_add_order_and_take_items_off(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let id = planned(&app, &council, "2026-05-20").await;
        for title in ["One", "Two", "Three"] {
            item(&app, &council, &id, title).await;
        }
        let view = get(&app, &county.guest, &id).await;
        let at = |view: &Value| -> Vec<String> {
            view["agenda"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
        };
        let three = on_agenda(&view, "Three").unwrap()["id"].as_str().unwrap().to_owned();
        app.post(&county.guest, &format!("{PAGE}/{id}/items/{three}/up"), &[]).await.expect(303);
        assert_eq!(at(&get(&app, &county.guest, &id).await), ["One", "Three", "Two"]);
        act(&app, &county.dana, &id, &format!("items/{three}/moves"), json!({"way": "up"})).await.expect(200);
        act(&app, &county.dana, &id, &format!("items/{three}/moves"), json!({"way": "up"})).await.expect(200);
        assert_eq!(at(&get(&app, &county.guest, &id).await), ["Three", "One", "Two"]);
        let page = app.get(&county.guest, &format!("{PAGE}/{id}")).await.expect(200).text();
        assert!(page.contains("9:20 am") && page.contains("1 hour planned of 1 hour 30 minutes"), "{page}");
        note(&app, &county.dana, &id, &three, ("Noted before the meeting.", 0)).await.expect(200);
        let path = format!("{PAGE}/{id}/items/{three}/remove");
        assert_eq!(app.post(&county.guest, &path, &[]).await.status, 409, "something was noted");
        let one = on_agenda(&get(&app, &county.guest, &id).await, "One").unwrap()["id"].as_str().unwrap().to_owned();
        app.post(&county.guest, &format!("{PAGE}/{id}/items/{one}/remove"), &[]).await.expect(303);
        assert_eq!(at(&get(&app, &county.guest, &id).await), ["Three", "Two"]);
        app.run_jobs().await;
        app.close().await;
    }

    async fn only_those_who_take_part_see_what_the_program_proposes(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        // A body in which Dana's organization has no seat.
        let body = json!({ "name": "Landlords", "kind": "council", "purpose": "Finds homes." });
        let body = id(&app.post_json(&county.coordinator, "/api/v1/p/riverbend/bodies", body).await.expect(201).json());
        let mut plan = once(&council, "2026-05-20");
        plan["body"] = json!(body);
        let meeting = id(&app.post_json(&county.coordinator, MEETINGS, plan).await.expect(201).json());
        let question = json!({
            "title": "Do we share one intake form?", "method": "consent", "quorum": "half",
            "proposal": "All partners use the long form.", "owner": county.housing.to_string(),
        });
        let decisions = "/api/v1/p/riverbend/decisions";
        let question = id(&app.post_json(&county.alicia, decisions, question).await.expect(201).json());
        app.post_json(&county.alicia, &format!("{decisions}/{question}/openings"), json!({ "due": "2026-05-20" })).await.expect(200);
        let page = async |who| app.get(who, &format!("{PAGE}/{meeting}")).await.expect(200).text();
        let proposed = "Do we share one intake form?";
        assert!(page(&county.coordinator).await.contains(proposed));
        assert!(!page(&county.dana).await.contains(proposed));
        act(&app, &county.coordinator, &meeting, "cancellation", json!({ "why": "Nobody can come." })).await.expect(200);
        assert!(!page(&county.coordinator).await.contains(proposed), "there is no agenda any more");
        app.run_jobs().await;
        app.close().await;
    }

    async fn an_item_about_a_page_stands_once_and_can_be_set_aside(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let id = planned(&app, &council, "2026-05-20").await;
        let about = "/p/riverbend/commitments/cmt_00000000000000000000000001";
        let fields = [("title", "Late beds"), ("about", about), ("why", "20 days late"), ("length", "10")];
        app.post(&county.guest, &format!("{PAGE}/{id}/items/aside"), &fields[..2]).await.expect(303);
        let view = get(&app, &county.guest, &id).await;
        assert_eq!(on_agenda(&view, "Late beds").unwrap()["state"], "aside");
        app.post(&county.guest, &format!("{PAGE}/{id}/items/take"), &fields).await.expect(303);
        let view = get(&app, &county.guest, &id).await;
        assert_eq!(view["agenda"].as_array().unwrap().len(), 1);
        assert_eq!(view["agenda"][0]["source"], "proposed");
        assert_eq!(app.post(&county.guest, &format!("{PAGE}/{id}/items/take"), &fields).await.status, 409);
        let elsewhere = [("title", "x"), ("about", "https://evil.example/")];
        assert_eq!(app.post(&county.guest, &format!("{PAGE}/{id}/items/take"), &elsewhere).await.status, 422);
        app.run_jobs().await;
        app.close().await;
    }
}
