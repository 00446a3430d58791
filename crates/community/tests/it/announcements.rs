//! Announcements: who should read them, who has, and who is reminded.

use http::Method;
use web::testing::both_databases;

use super::*;

const NEWS: &str = "/api/v1/p/riverbend/announcements";
const PAGE: &str = "/p/riverbend/announcements";

async fn announce(app: &TestApp, who: &TestPerson, body: Value) -> String {
    id(&app.post_json(who, NEWS, body).await.expect(201).json())
}

fn news() -> Value {
    json!({"title": "The desk is closed on Friday", "body": "Call the **hotline**.", "read_by": "2026-05-15"})
}

async fn read(app: &TestApp, who: &TestPerson, id: &str) -> Value {
    app.post_json(who, &format!("{NEWS}/{id}/receipts"), json!({})).await.expect(200).json()
}

both_databases! {
    async fn it_is_read_for_an_organization_once_somebody_of_it_says_so(db) {
        let (app, county) = start(db).await;
        let id = announce(&app, &county.coordinator, news()).await;
        let text = page(&app, &county.dana, "/me").await;
        assert!(text.contains("The desk is closed on Friday") && text.contains("For County Health"), "{text}");
        let view = read(&app, &county.dana, &id).await;
        assert_eq!((&view["awaited"], &view["read"]), (&json!(3), &json!(1)));
        // A second reader of the same organization is on the list and counts no more.
        read(&app, &county.sam, &id).await;
        let view = read(&app, &county.alicia, &id).await;
        assert_eq!(view["read"], 2);
        // What happened lately still names it; nothing waits.
        assert!(!page(&app, &county.dana, "/me").await.contains("For County Health"));
        // Who has read it is in the record, and is no news.
        for (path, told) in [("/p/riverbend", false), ("/me", false), ("/p/riverbend/activity", true)] {
            let text = page(&app, &county.jo, path).await;
            assert!(text.contains("announced: The desk is closed"), "{path}: {text}");
            assert_eq!(text.contains("has read an announcement"), told, "{path}: {text}");
        }
        let text = page(&app, &county.jo, &format!("{PAGE}/{id}")).await;
        for part in ["Call the <strong>hotline</strong>.", "Dana Whitfield", "Sam Okafor", "Not read yet", "2 of 3"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        assert!(page(&app, &county.jo, &format!("{PAGE}?show=unread")).await.contains("The desk is closed"));
        assert!(!page(&app, &county.dana, &format!("{PAGE}?show=unread")).await.contains("The desk is closed"));
        let csv = page(&app, &county.jo, &format!("{PAGE}/{id}/receipts.csv")).await;
        assert!(csv.contains("County Health,Dana Whitfield,2026-05-12T") && csv.contains("Crossroads Outreach,,"), "{csv}");
        // A guest has read it for nobody, and who is not meant neither.
        assert_eq!(app.post_json(&county.guest, &format!("{NEWS}/{id}/receipts"), json!({})).await.status, 403);
        let narrow = json!({"title": "For Health", "body": "Only", "audience": [county.health.to_string()]});
        let narrow = announce(&app, &county.coordinator, narrow).await;
        assert_eq!(app.post_json(&county.jo, &format!("{NEWS}/{narrow}/receipts"), json!({})).await.status, 403);
        app.run_jobs().await;
        app.close().await;
    }

    async fn it_is_corrected_with_history_and_taken_back_with_a_reason(db) {
        let (app, county) = start(db).await;
        let id = announce(&app, &county.alicia, news()).await;
        assert!(page(&app, &county.jo, "/me").await.contains("For Crossroads Outreach"));
        let path = format!("{NEWS}/{id}");
        let other = json!({"title": "The desk is closed on Thursday", "body": "Call us."});
        for who in [&county.sam, &county.guest, &county.dana] {
            assert_eq!(app.send_json(Method::PATCH, Some(who), &path, &other).await.status, 403, "{}", who.name);
        }
        app.send_json(Method::PATCH, Some(&county.alicia), &path, &other).await.expect(200);
        assert_eq!(app.send_json(Method::PATCH, Some(&county.alicia), &path, &other).await.status, 409);
        let text = page(&app, &county.jo, &format!("{PAGE}/{id}")).await;
        assert!(text.contains("on Thursday") && text.contains("on Friday"), "{text}");
        app.post_json(&county.coordinator, &format!("{path}/withdrawals"), json!({"why": "It is open after all"})).await.expect(200);
        let text = page(&app, &county.jo, &format!("{PAGE}/{id}")).await;
        assert!(text.contains("It is open after all"), "{text}");
        assert_eq!(app.post_json(&county.jo, &format!("{path}/receipts"), json!({})).await.status, 409);
        assert!(!page(&app, &county.jo, "/me").await.contains("For Crossroads Outreach"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn those_who_have_not_read_it_are_reminded_and_nobody_twice_a_day(db) {
        let (app, county) = start(db).await;
        let id = announce(&app, &county.coordinator, news()).await;
        let path = format!("{NEWS}/{id}/reminders");
        assert_eq!(app.post_json(&county.sam, &path, json!({})).await.status, 403);
        app.post_json(&county.coordinator, &path, json!({})).await.expect(200);
        assert_eq!(app.post_json(&county.coordinator, &path, json!({})).await.status, 409);
        app.run_jobs().await;
        let told = |text: &str| text.matches("were reminded of an announcement").count();
        assert_eq!(told(&page(&app, &county.jo, "/p/riverbend/activity").await), 1);
        // By itself two days before, on the day, and three days after; then no more.
        for day in 1..12 {
            app.advance_days(1);
            app.run_jobs().await;
            let sent = told(&page(&app, &county.jo, "/p/riverbend/activity").await);
            let expected = 1 + [1, 3, 6].iter().filter(|due| **due <= day).count();
            assert_eq!(sent, expected, "day {day}");
        }
        app.close().await;
    }

    async fn a_form_that_is_not_taken_keeps_what_was_typed(db) {
        let (app, county) = start(db).await;
        let fields = [("title", "The desk"), ("read_by", "2026-05-01"), ("body", "x")];
        let answer = app.post(&county.coordinator, &format!("{PAGE}/new"), &fields).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("The desk") && answer.text().contains("or a later date"), "{}", answer.text());
        let stranger = county.elsewhere.id.to_string();
        let fields = [("title", "The desk"), ("audience", stranger.as_str()), ("body", "x")];
        assert_eq!(app.post(&county.coordinator, &format!("{PAGE}/new"), &fields).await.status, 422);
        let fields = [("title", "The desk"), ("body", "x")];
        app.post(&county.coordinator, &format!("{PAGE}/new"), &fields).await.expect(303);
        app.run_jobs().await;
        app.close().await;
    }
}
