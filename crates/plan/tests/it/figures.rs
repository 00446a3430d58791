//! Follow-through out of kept counts: the same as counting every commitment.

use serde_json::json;
use web::testing::both_databases;

use super::*;

const FIGURES: &str = "/api/v1/p/riverbend/follow-through";

both_databases! {
    async fn the_figures_follow_the_life_of_promises(db) {
        let (app, county) = start(db).await;
        for n in 0..8 {
            kept(&app, &county, &format!("Kept {n}"), "2026-06-01").await;
        }
        let moved = open(&app, &county, "Moved in time", "2026-05-20").await;
        act(&app, &county.alicia, &moved, "dates", json!({"due": "2026-07-30", "why": "x"})).await;
        let broken = open(&app, &county, "Broken", "2026-06-03").await;
        act(&app, &county.jo, &broken, "breaks", json!({"why": "Cancelled"})).await;
        let late = open(&app, &county, "Late", "2026-05-14").await;
        open(&app, &county, "Overdue", "2026-05-15").await;
        let all: Value = app.get(&county.guest, FIGURES).await.expect(200).json();
        assert_eq!(all["all"]["on_time"], 8);
        assert_eq!(all["all"]["overdue"], 0);
        assert!(all["all"].get("rate").is_none(), "nine are too few: {all}");
        app.advance_days(6);
        act(&app, &county.alicia, &late, "claims", json!({})).await;
        act(&app, &county.jo, &late, "confirmations", json!({})).await;
        let address = format!("{FIGURES}/{}", county.housing);
        let one: Value = app.get(&county.guest, &address).await.expect(200).json();
        for (name, count) in
            [("on_time", 8), ("late", 1), ("overdue", 1), ("broken", 1), ("renegotiated", 1)]
        {
            assert_eq!(one[name], count, "{name}: {one}");
        }
        let share = one["rate"]["share"].as_f64().unwrap();
        assert!((share - 8.0 / 11.0).abs() < 1e-12);
        // Wilson at 95 % for 8 of 11.
        assert!((one["rate"]["low"].as_f64().unwrap() - 0.4344).abs() < 1e-3, "{one}");
        let board = app.get(&county.guest, LIST).await.text();
        assert!(board.contains("73% were kept on time"), "{board}");
        assert!(board.contains("0 of 1 partners keep at least 8 of 10 promises on time"));
        // A year and two months later none of it counts any more, but what is open is overdue.
        app.advance_days(430);
        let one: Value = app.get(&county.guest, &address).await.json();
        assert_eq!((&one["on_time"], &one["late"], &one["broken"]), (&json!(0), &json!(0), &json!(0)));
        app.close().await;
    }

    async fn an_organization_replies_to_its_figures(db) {
        let (app, county) = start(db).await;
        let page = format!("/p/riverbend/follow-through/{}", county.housing);
        let form = app.get(&county.alicia, &page).await.expect(200).text();
        assert!(form.contains("Publish the reply"));
        assert!(!app.get(&county.sam, &page).await.text().contains("Publish the reply"));
        let empty = app.post(&county.alicia, &page, &[("words", " ")]).await;
        assert_eq!(empty.status, 422);
        assert_eq!(app.post(&county.alicia, &page, &[("words", "Two jobs were open")]).await.status, 303);
        app.advance_days(1);
        assert_eq!(app.post(&county.alicia, &page, &[("words", "Both are filled <now>")]).await.status, 303);
        let all = app.get(&county.guest, "/p/riverbend/follow-through").await.expect(200).text();
        assert!(all.contains("Both are filled &#60;now&#62;") && all.contains("May 13, 2026"), "{all}");
        assert!(!all.contains("Two jobs were open"), "the last one stands beside the figures");
        let one = app.get(&county.jo, &page).await.text();
        assert!(one.contains("Two jobs were open"), "earlier ones are kept");
        assert_eq!(app.post(&county.sam, &page, &[("words", "x")]).await.status, 403);
        app.close().await;
    }

    async fn undoing_takes_the_counts_back(db) {
        let (app, county) = start(db).await;
        let path = open(&app, &county, "Share counts", "2026-05-20").await;
        act(&app, &county.alicia, &path, "claims", json!({})).await;
        act(&app, &county.jo, &path, "confirmations", json!({})).await;
        act(&app, &county.jo, &path, "undos", json!({})).await;
        let all: Value = app.get(&county.guest, FIGURES).await.json();
        assert_eq!(all["all"]["on_time"], 0);
        act(&app, &county.jo, &path, "confirmations", json!({})).await;
        let all: Value = app.get(&county.guest, FIGURES).await.json();
        assert_eq!(all["all"]["on_time"], 1);
        app.close().await;
    }
}
