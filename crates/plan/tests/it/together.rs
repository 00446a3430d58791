//! Two people at once: one wins, the other is told so in plain words.

use serde_json::json;
use web::testing::both_databases;

use super::*;

both_databases! {
    async fn of_two_answers_at_once_one_wins(db) {
        let (app, county) = start(db).await;
        for round in 0..5 {
            let path = offered(&app, &county, &format!("Offer {round}"), "2026-06-01").await;
            let page = page_of(&path);
            let (accept, decline) = (format!("{page}/accept"), format!("{page}/decline"));
            let fields = [("revision", "1"), ("why", "No room")];
            let (yes, no) = tokio::join!(
                app.post(&county.jo, &accept, &fields[..1]),
                app.post(&county.jo, &decline, &fields)
            );
            let mut statuses = [yes.status, no.status];
            statuses.sort_unstable();
            assert_eq!(statuses[0], 303, "{} {}", yes.text(), no.text());
            assert!(matches!(statuses[1], 409 | 412), "{statuses:?}");
            let loser = if yes.status == 303 { &no } else { &yes };
            let words = loser.text();
            assert!(
                words.contains("changed this commitment since you opened it")
                    || words.contains("already"),
                "{words}"
            );
            let seen: Value = app.get(&county.jo, &path).await.json();
            assert_eq!(seen["history"].as_array().unwrap().len(), 2);
        }
        app.close().await;
    }

    async fn who_saw_an_older_version_is_told_and_nothing_happens(db) {
        let (app, county) = start(db).await;
        let path = offered(&app, &county, "Offer", "2026-06-01").await;
        act(&app, &county.jo, &path, "counter-offers", json!({"title": "Other", "due": "2026-06-02"})).await;
        let accept = app
            .request(http::Method::POST, &format!("{path}/acceptances"), Some(&county.alicia))
            .header("content-type", "application/json")
            .header("if-match", "\"1\"")
            .body(axum::body::Body::from("{}"));
        let answer = app.send(accept).await;
        assert_eq!(answer.status, 412, "{}", answer.text());
        assert_eq!(answer.json::<Value>()["code"], "commitment_changed");
        let seen = app.get(&county.alicia, &path).await;
        assert_eq!(seen.header("etag"), "\"2\"");
        app.close().await;
    }

    async fn the_counts_hold_when_many_write_at_once(db) {
        let (app, county) = start(db).await;
        let mut offers = Vec::new();
        for n in 0..12 {
            offers.push(offered(&app, &county, &format!("Offer {n}"), "2026-06-01").await);
        }
        let accepts = offers.iter().map(|path| {
            let path = format!("{path}/acceptances");
            let (app, jo) = (&app, &county.jo);
            async move { app.post_json(jo, &path, json!({})).await.status }
        });
        let statuses = futures_util::future::join_all(accepts).await;
        assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
        let board = app.get(&county.guest, LIST).await.text();
        assert!(board.contains("See all 12"), "{board}");
        app.close().await;
    }
}
