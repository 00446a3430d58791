//! What the search is given: what is shown, to those who may read it.

use web::{Document, testing::both_databases};

use super::*;

async fn documents(
    app: &TestApp,
    county: &County,
    who: &TestPerson,
    (kind, id): (&str, &str),
) -> Vec<Document> {
    let find = community::CONTEXT.finds.iter().find(|find| find.kind == kind).unwrap();
    (find.load)(app.cx(who, &county.p), vec![id.to_owned(), String::from("nothing")]).await.unwrap()
}

both_databases! {
    async fn a_discussion_is_found_by_what_is_shown_in_it(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
        let talk = "/api/v1/p/riverbend/discussions";
        let body = json!({"about": about, "body": "Who covers Tuesdays?"});
        let thread = id(&app.post_json(&county.jo, talk, body).await.expect(201).json());
        let posts = format!("{talk}/{thread}/posts");
        let post = id(&app.post_json(&county.dana, &posts, json!({"body": "Marvin does."})).await.expect(201).json());
        let all = documents(&app, &county, &county.sam, ("thread", &thread)).await;
        let [one] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((one.id.as_str(), one.title.as_str()), (thread.as_str(), "Send the list"));
        assert!(one.texts.iter().any(|text| text.contains("Marvin")), "{one:?}");
        // What is hidden is found by nobody, not even by coordinators.
        let why = json!({"why": "Names a client"});
        app.post_json(&county.coordinator, &format!("{posts}/{post}/hidings"), why).await.expect(200);
        for who in [&county.sam, &county.coordinator, &county.dana] {
            let all = documents(&app, &county, who, ("thread", &thread)).await;
            assert!(!all[0].texts.iter().any(|text| text.contains("Marvin")), "{}", who.name);
        }
        let find = community::CONTEXT.finds.iter().find(|find| find.kind == "thread").unwrap();
        let next = (find.after)(app.cx(&county.sam, &county.p), String::new()).await.unwrap();
        assert_eq!(next, [thread]);
        app.close().await;
    }

    async fn drafts_are_found_as_they_read_now(db) {
        let (app, county) = start(db).await;
        let drafts = "/api/v1/p/riverbend/drafts";
        let body = json!({"title": "Charter", "kind": "charter", "text": "We meet on Mondays."});
        let draft = id(&app.post_json(&county.alicia, drafts, body).await.expect(201).json());
        let saved = json!({"version": 1, "text": "We meet on Fridays."});
        app.post_json(&county.jo, &format!("{drafts}/{draft}/versions"), saved).await.expect(200);
        let all = documents(&app, &county, &county.guest, ("draft", &draft)).await;
        let texts = all[0].texts.join(" ");
        assert!(texts.contains("Fridays") && !texts.contains("Mondays"), "{texts}");
        assert_eq!(all[0].organizations, [county.housing]);
        app.close().await;
    }

    async fn strangers_find_nothing(db) {
        let (app, county) = start(db).await;
        for find in community::CONTEXT.finds {
            let refused = (find.load)(app.cx(&county.stranger, &county.p), vec![String::from("one")]).await;
            assert!(refused.is_err_and(|failure| failure.is_refusal()), "{}", find.kind);
            let refused = (find.after)(app.cx(&county.stranger, &county.p), String::new()).await;
            assert!(refused.is_err_and(|failure| failure.is_refusal()), "{}", find.kind);
        }
        app.close().await;
    }
}
