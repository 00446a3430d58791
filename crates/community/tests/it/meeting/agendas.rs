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
