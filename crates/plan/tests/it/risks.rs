//! Risks and issues through the program: written down, looked at in time, and shown where they hurt.

use http::Method;
use serde_json::json;
use web::testing::both_databases;

use super::*;

const RISKS: &str = "/api/v1/p/riverbend/risks";
const PAGE: &str = "/p/riverbend/risks";

fn threat(county: &County, title: &str, likelihood: i64, effect: i64) -> Value {
    json!({
        "kind": "risk", "title": title, "likelihood": likelihood, "effect": effect,
        "owner": county.housing.to_string(), "response": "reduce", "review_on": "2026-06-01",
    })
}

async fn note(app: &TestApp, who: &TestPerson, body: Value) -> Value {
    app.post_json(who, RISKS, body).await.expect(201).json()
}

async fn verb(app: &TestApp, who: &TestPerson, id: &str, verb: &str, body: Value) -> Value {
    app.post_json(who, &format!("{RISKS}/{id}/{verb}"), body).await.expect(200).json()
}

both_databases! {
    async fn a_risk_is_written_down_looked_at_and_becomes_an_issue(db) {
        let (app, county) = start(db).await;
        let made = note(&app, &county.sam, threat(&county, "The hall is sold", 3, 4)).await;
        assert_eq!((&made["level"], &made["state"]), (&json!("medium"), &json!("open")));
        let risk = id(&made);
        let looked = json!({"likelihood": 4, "effect": 4, "review_on": "2026-07-01", "words": "An offer is out"});
        let looked = verb(&app, &county.alicia, &risk, "reviews", looked).await;
        assert_eq!((&looked["level"], &looked["review_on"]), (&json!("high"), &json!("2026-07-01")));
        let issue = verb(&app, &county.alicia, &risk, "happenings", json!({"words": "Sold on Monday"})).await;
        assert_eq!((&issue["kind"], &issue["likelihood"]), (&json!("issue"), &Value::Null));
        let twice = app.post_json(&county.alicia, &format!("{RISKS}/{risk}/happenings"), json!({})).await;
        assert_eq!(twice.status, 409);
        let closed = verb(&app, &county.alicia, &risk, "closings", json!({"words": "We found another hall"})).await;
        assert_eq!((&closed["state"], &closed["closed_words"]), (&json!("closed"), &json!("We found another hall")));
        let acts: Vec<&str> =
            closed["history"].as_array().unwrap().iter().map(|step| step["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["closed", "happened", "reviewed", "noted"]);
        let open: Value = app.get(&county.guest, RISKS).await.json();
        assert_eq!(open["items"], json!([]), "the list shows what is watched");
        let all: Value = app.get(&county.guest, &format!("{RISKS}?state=closed")).await.json();
        assert_eq!(all["items"].as_array().unwrap().len(), 1);
        let again = verb(&app, &county.alicia, &risk, "reopenings", json!({})).await;
        assert_eq!(again["state"], "open");
        app.close().await;
    }

    async fn every_form_works_without_scripts(db) {
        let (app, county) = start(db).await;
        let empty = app.get(&county.sam, PAGE).await.expect(200).text();
        assert!(empty.contains("No risks or issues yet") && empty.contains("Write down a risk or an issue"));
        let new = format!("{PAGE}/new");
        app.get(&county.sam, &new).await.expect(200);
        let wrong = [("kind", "risk"), ("title", "The hall is sold"), ("effect", "9"), ("review_on", "2026-05-01")];
        let again = app.post(&county.sam, &new, &wrong).await;
        assert_eq!(again.status, 422);
        let text = again.text();
        for field in ["e-likelihood", "e-effect", "e-response"] {
            assert!(text.contains(&format!("id=\"{field}\"")), "{field}: {text}");
        }
        assert!(text.contains("value=\"The hall is sold\""));
        let right = [
            ("kind", "risk"), ("title", "The hall is sold"), ("likelihood", "5"), ("effect", "4"),
            ("response", "avoid"), ("plan", "Ask two schools"), ("review_on", "2026-05-20"),
        ];
        let made = app.post(&county.sam, &new, &right).await.expect(303);
        let page = made.location().split('?').next().unwrap().to_owned();
        let text = app.get(&county.guest, &page).await.expect(200).text();
        for said in ["High", "Likely 5 of 5, effect 4 of 5", "Ask two schools", "The next look is on May 20, 2026."] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("Reviewed today"), "a guest is offered nothing");
        let owner = county.housing.to_string();
        let edit = [
            ("title", "The church hall is sold"), ("likelihood", "4"), ("effect", "4"), ("owner", owner.as_str()),
            ("response", "reduce"), ("review_on", "2026-05-20"),
        ];
        app.get(&county.sam, &format!("{page}/edit")).await.expect(200);
        app.post(&county.sam, &format!("{page}/edit"), &edit).await.expect(303);
        let same = app.post(&county.sam, &format!("{page}/edit"), &edit).await;
        assert_eq!(same.status, 409);
        for (name, fields) in [
            ("review", vec![("likelihood", "2"), ("effect", "2"), ("review_on", "2026-06-20")]),
            ("happen", vec![("words", "It is sold")]),
            ("close", vec![("words", "Another hall")]),
            ("reopen", vec![]),
        ] {
            app.get(&county.sam, &format!("{page}/{name}")).await.expect(200);
            let done = app.post(&county.sam, &format!("{page}/{name}"), &fields).await;
            assert_eq!(done.status, 303, "{name}: {}", done.text());
        }
        assert_eq!(app.get(&county.sam, &format!("{page}/happen")).await.status, 409);
        assert_eq!(app.get(&county.guest, &format!("{page}/close")).await.status, 403);
        let spanish = app.get(&county.guest, &format!("/es{page}")).await.expect(200).text();
        assert!(spanish.contains("Problema") && spanish.contains("Ya pasó."), "{spanish}");
        app.close().await;
    }

    async fn a_risk_shows_on_what_it_threatens(db) {
        let (app, county) = start(db).await;
        let goal = json!({"layer": "goal", "title": "Homes", "term": "long", "owner": county.health.to_string()});
        let goal = id(&app.post_json(&county.dana, "/api/v1/p/riverbend/goals", goal).await.expect(201).json());
        let mut with = threat(&county, "The hall is sold", 3, 5);
        with["threatens"] = json!([goal]);
        let risk = id(&note(&app, &county.sam, with).await);
        let page = app.get(&county.guest, &format!("/p/riverbend/goals/{goal}")).await.expect(200).text();
        assert!(page.contains("What may get in the way") && page.contains("The hall is sold"), "{page}");
        let found: Value = app.get(&county.guest, &format!("{RISKS}?item={goal}")).await.json();
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
        let link = format!("{RISKS}/{risk}/links");
        let twice = app.post_json(&county.sam, &link, json!({"item": goal})).await;
        assert_eq!(twice.status, 409);
        app.post(&county.sam, &format!("{PAGE}/{risk}/unlink"), &[("item", &goal)]).await.expect(303);
        app.post(&county.sam, &format!("{PAGE}/{risk}/link"), &[("item", &goal)]).await.expect(303);
        let gone = app.send_json(Method::DELETE, Some(&county.sam), &format!("{link}/{goal}"), &json!({})).await;
        assert_eq!(gone.expect(200).json::<Value>()["threatens"], json!([]));
        app.close().await;
    }

    async fn only_who_acts_for_its_owner_changes_it(db) {
        let (app, county) = start(db).await;
        let risk = id(&note(&app, &county.sam, threat(&county, "The hall is sold", 3, 4)).await);
        let theirs = app.post_json(&county.dana, RISKS, threat(&county, "Yours", 1, 1)).await;
        assert_eq!(theirs.status, 403, "nobody writes down what another answers for");
        for (who, expected) in [(&county.dana, 403), (&county.guest, 403), (&county.stranger, 404)] {
            for verb in ["closings", "happenings"] {
                let path = format!("{RISKS}/{risk}/{verb}");
                let status = app.post_json(who, &path, json!({"words": "x"})).await.status;
                assert_eq!(status, expected, "{verb} {}", who.name);
            }
        }
        assert_eq!(app.get(&county.stranger, &format!("{PAGE}/{risk}")).await.status, 404);
        assert_eq!(app.get(&county.stranger, &format!("{PAGE}.csv")).await.status, 404);
        let stale = app.post(&county.sam, &format!("{PAGE}/{risk}/close"), &[("words", "x"), ("revision", "9")]).await;
        assert_eq!(stale.status, 412);
        verb(&app, &county.coordinator, &risk, "closings", json!({"words": "Not any more"})).await;
        app.close().await;
    }

    async fn a_look_that_is_due_reaches_those_who_answer_for_it(db) {
        let (app, county) = start(db).await;
        note(&app, &county.sam, threat(&county, "The hall is sold", 3, 4)).await;
        let mine = |text: &str| text.contains("The hall is sold") && text.contains("Reviewed today");
        assert!(!mine(&app.get(&county.alicia, "/me").await.expect(200).text()));
        app.advance_days(20);
        assert!(mine(&app.get(&county.alicia, "/me").await.expect(200).text()));
        assert!(!mine(&app.get(&county.dana, "/me").await.expect(200).text()));
        let due: Value = app.get(&county.guest, &format!("{RISKS}?due=review")).await.json();
        assert_eq!(due["items"].as_array().unwrap().len(), 1);
        app.close().await;
    }

    async fn lists_are_filtered_paged_and_saved(db) {
        let (app, county) = start(db).await;
        for number in 0..55_i64 {
            let title = format!("Risk {number}");
            note(&app, &county.sam, threat(&county, &title, 1 + number % 5, 1 + number % 3)).await;
        }
        note(&app, &county.sam, json!({
            "kind": "issue", "title": "=Flood", "effect": 5, "owner": county.housing.to_string(),
            "response": "accept", "review_on": "2026-05-13",
        })).await;
        let first: Value = app.get(&county.guest, RISKS).await.json();
        let items = first["items"].as_array().unwrap();
        assert_eq!((items.len(), &items[0]["title"]), (50, &json!("=Flood")), "the heaviest first");
        let next = first["next"].as_str().unwrap();
        let last: Value = app.get(&county.guest, &format!("{RISKS}?after={next}")).await.json();
        assert_eq!(last["items"].as_array().unwrap().len(), 6);
        for (query, expected) in [("kind=issue", 1), ("q=FLOOD", 1), ("q=zebra", 0), ("partner=org_00000000000000000000000000", 0)] {
            let found: Value = app.get(&county.guest, &format!("{RISKS}?{query}")).await.expect(200).json();
            assert_eq!(found["items"].as_array().unwrap().len(), expected, "{query}");
        }
        assert_eq!(app.get(&county.guest, &format!("{RISKS}?kind=nonsense")).await.status, 422);
        let none = app.get(&county.guest, &format!("{PAGE}?q=zebra")).await.expect(200).text();
        assert!(none.contains("No risk or issue fits"));
        let file = app.get(&county.guest, &format!("{PAGE}.csv")).await.expect(200).text();
        assert_eq!(file.lines().count(), 57);
        assert!(file.contains("'=Flood"), "{file}");
        app.close().await;
    }
}
