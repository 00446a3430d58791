//! The story behind the curve: dated, signed, and with what was told before.

use serde_json::{Value, json};
use web::testing::both_databases;

use crate::help::{start, with_quarters};

both_databases! {
    async fn a_story_is_told_beside_the_curve_and_keeps_what_was_told_before(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let page = format!("/p/riverbend/measures/{slug}");
        let story = format!("{page}/story");
        let bare = app.get(&county.alicia, &page).await.expect(200).text();
        assert!(bare.contains("Nobody has written yet"), "{bare}");
        let guest = app.get(&county.guest, &page).await.expect(200).text();
        assert!(!guest.contains("The story behind the curve"), "an empty story is for those who can write it");
        let empty = app.post(&county.alicia, &story, &[("helps", " ")]).await.expect(422).text();
        assert!(empty.contains("Write at least one point"), "{empty}");
        let first = [("helps", "One form instead of six\n- The landlord fund"), ("revision", "0")];
        let done = app.post(&county.alicia, &story, &first).await.expect(303);
        assert!(done.location().contains("measures-story-notice"));
        let shown = app.get(&county.guest, &page).await.expect(200).text();
        for said in [
            "The story behind the curve",
            "Written by Alicia Moreno, Riverbend Housing Authority on May 12, 2026.",
            "<span>One form instead of six</span>",
            "<span>The landlord fund</span>",
        ] {
            assert!(shown.contains(said), "the page lacks `{said}`: {shown}");
        }
        assert!(!shown.contains("What slows us down"), "a part that says nothing is left out");
        // Who saw it before the change cannot overwrite it; what was typed is kept.
        let late = [("slows", "Few large units"), ("revision", "0")];
        let refused = app.post(&county.sam, &story, &late).await.expect(412).text();
        assert!(refused.contains("Few large units"), "{refused}");
        app.advance_days(2);
        let second = [("slows", "Few large units"), ("next_steps", "<b>One list</b>"), ("revision", "1")];
        app.post(&county.sam, &story, &second).await.expect(303);
        app.post(&county.sam, &story, &second[..2]).await.expect(409);
        let shown = app.get(&county.guest, &page).await.expect(200).text();
        assert!(shown.contains("Sam Okafor") && shown.contains("May 14, 2026"), "{shown}");
        assert!(!shown.contains("One form instead") && !shown.contains("<b>One list"), "{shown}");
        let told = app.get(&county.guest, &story).await.expect(200).text();
        assert!(told.contains("One form instead") && told.contains("Few large units"), "{told}");
        assert!(!told.contains("<textarea"), "a guest reads, and does not write");
        let es = app.get(&county.guest, &format!("/es{page}")).await.expect(200).text();
        assert!(es.contains("La historia detrás de la curva") && es.contains("Lo que nos frena"), "{es}");
        app.close().await;
    }

    async fn programs_tell_and_read_stories(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let path = format!("/api/v1/p/riverbend/measures/{slug}/story");
        let put = |body: Value| {
            let app = &app;
            let (alicia, path) = (&county.alicia, path.as_str());
            async move { app.send_json(http::Method::PUT, Some(alicia), path, &body).await }
        };
        let refused: Value = put(json!({})).await.expect(422).json();
        assert_eq!((&refused["code"], &refused["errors"][0]["field"]), (&json!("story_empty"), &json!("helps")));
        put(json!({"helps": "x".repeat(2001)})).await.expect(422);
        let told = put(json!({"helps": "One form"})).await.expect(200);
        assert_eq!(told.header("etag"), "\"1\"");
        put(json!({"helps": "One form"})).await.expect(409);
        put(json!({"helps": "One form", "slows": "Few units"})).await.expect(200);
        let list: Value = app.get(&county.guest, &path).await.expect(200).json();
        assert_eq!((&list["items"][0]["slows"], &list["items"][1]["revision"]), (&json!("Few units"), &json!(1)));
        let shown: Value = app.get(&county.guest, &format!("/api/v1/p/riverbend/measures/{slug}")).await.expect(200).json();
        assert_eq!((&shown["story"]["revision"], &shown["story"]["by"]), (&json!(2), &json!(county.alicia.id.to_string())));
        let activity = app.get(&county.guest, "/p/riverbend/activity").await.expect(200).text();
        assert!(activity.contains("wrote what is behind"), "{activity}");
        app.close().await;
    }
}
