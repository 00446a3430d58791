//! Every page opens, in both languages, and says what it should.

use web::testing::both_databases;

use crate::riverbend;

both_databases! {
    async fn every_page_opens_for_the_coordinator_in_both_languages(db) {
        let (app, county) = riverbend(db).await;
        let who = &county.coordinator;
        let body = app
            .post_json(who, "/api/v1/p/riverbend/bodies", serde_json::json!({ "name": "Board", "kind": "council" }))
            .await
            .expect(201)
            .json::<serde_json::Value>();
        let body = body["id"].as_str().unwrap().to_owned();
        let seat = app
            .post_json(
                who,
                &format!("/api/v1/p/riverbend/bodies/{body}/seats"),
                serde_json::json!({ "title": "Chair", "organization": county.housing }),
            )
            .await
            .expect(201)
            .json::<serde_json::Value>();
        let seat = seat["id"].as_str().unwrap().to_owned();
        for path in paths(&county.housing.to_string(), &county.sam.id.to_string(), &body, &seat) {
            for language in ["", "/es"] {
                let address = format!("{language}{path}");
                let page = app.get(who, &address).await.expect(200);
                let text = page.text();
                // A key that the catalog lacks shows in brackets.
                let lacking = regex_like(&text);
                assert!(lacking.is_none(), "{address} shows {lacking:?}");
            }
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn the_front_door_greets_strangers_and_sends_others_to_their_work(db) {
        let (app, county) = riverbend(db).await;
        let front = app.visit_as_nobody("/").await.expect(200).text();
        assert!(front.contains("/sign-in"), "{front}");
        let sent = app.get(&county.sam, "/").await.expect(303);
        assert_eq!(sent.location(), "/me");
        app.close().await;
    }

    async fn my_work_shows_every_partnership_of_mine_and_no_other(db) {
        let (app, county) = riverbend(db).await;
        let page = app.get(&county.sam, "/me").await.expect(200).text();
        assert!(page.contains("Hello, Sam."));
        assert!(page.contains("/p/riverbend"));
        assert!(!page.contains("northfork") && !page.contains("North Fork"));
        app.close().await;
    }
}

/// A catalog key in brackets, which stands where a message lacks.
fn regex_like(text: &str) -> Option<&str> {
    text.split('[').skip(1).filter_map(|rest| rest.split(']').next()).find(|key| {
        key.contains('-')
            && key.chars().all(|c| c.is_ascii_lowercase() || "-0123456789".contains(c))
    })
}

fn paths(housing: &str, sam: &str, body: &str, seat: &str) -> [String; 30] {
    let base = "/p/riverbend";
    [
        "/me".to_owned(),
        "/me/profile".to_owned(),
        base.to_owned(),
        format!("{base}/settings"),
        format!("{base}/activity"),
        format!("{base}/activity.json"),
        format!("{base}/organizations"),
        format!("{base}/organizations?sector=housing&former=yes"),
        format!("{base}/organizations/new"),
        format!("{base}/organizations/{housing}"),
        format!("{base}/organizations/{housing}/edit"),
        format!("{base}/organizations/{housing}/membership"),
        format!("{base}/organizations/{housing}/end"),
        format!("{base}/people"),
        format!("{base}/people.csv"),
        format!("{base}/people?q=mor&organization={housing}&role=lead"),
        format!("{base}/people/{sam}"),
        format!("{base}/people/{sam}/roles/{housing}/member/end"),
        format!("{base}/roles"),
        format!("{base}/roles/new?person={sam}"),
        format!("{base}/invitations"),
        format!("{base}/bodies"),
        format!("{base}/bodies/new"),
        format!("{base}/bodies/{body}"),
        format!("{base}/bodies/{body}/edit"),
        format!("{base}/bodies/{body}/end"),
        format!("{base}/bodies/{body}/seats/new"),
        format!("{base}/seats/{seat}/offer"),
        format!("{base}/seats/{seat}/vacate"),
        format!("{base}/seats/{seat}/close"),
    ]
}
