//! Ideas and recommendations through the program: written down, tried, and what came of them.

use serde_json::json;
use web::testing::both_databases;

use super::*;

const IDEAS: &str = "/api/v1/p/riverbend/ideas";
const PAGE: &str = "/p/riverbend/ideas";

fn thought(county: &County, title: &str) -> Value {
    json!({"kind": "idea", "title": title, "owner": county.housing.to_string()})
}

fn try_out(county: &County, due: &str) -> Value {
    json!({
        "question": "Do people answer fewer questions?", "yardstick": "Minutes for each intake",
        "starts": "2026-05-12", "due": due, "carrier": county.housing.to_string(),
    })
}

async fn propose(app: &TestApp, who: &TestPerson, body: Value) -> String {
    id(&app.post_json(who, IDEAS, body).await.expect(201).json())
}

both_databases! {
    async fn an_idea_is_tried_and_what_was_learned_stays(db) {
        let (app, county) = start(db).await;
        let idea = propose(&app, &county.sam, thought(&county, "One intake form")).await;
        let result = json!({"verdict": "keep", "learned": "18 minutes instead of 31"});
        let early = app.post_json(&county.sam, &format!("{IDEAS}/{idea}/results"), result.clone()).await;
        assert_eq!((early.status, early.json::<Value>()["code"].clone()), (409, json!("idea_not_tried")));
        let wrong = try_out(&county, "2026-05-01");
        let wrong = app.post_json(&county.sam, &format!("{IDEAS}/{idea}/pilots"), wrong).await;
        assert_eq!(wrong.status, 422);
        let tried = app.post_json(&county.sam, &format!("{IDEAS}/{idea}/pilots"), try_out(&county, "2026-05-20")).await;
        assert_eq!(tried.expect(200).json::<Value>()["state"], "pilot");
        let waits = |text: &str| text.contains("Say what came of it") && text.contains("One intake form");
        assert!(!waits(&app.get(&county.alicia, "/me").await.text()));
        app.advance_days(9);
        let mine = app.get(&county.alicia, "/me").await.expect(200).text();
        assert!(waits(&mine), "its lead is asked for the result");
        app.post_json(&county.sam, &format!("{IDEAS}/{idea}/results"), result).await.expect(200);
        assert!(!waits(&app.get(&county.alicia, "/me").await.text()));
        let page = app.get(&county.guest, &format!("{PAGE}/{idea}")).await.expect(200).text();
        for said in ["It stays", "18 minutes instead of 31", "Do people answer fewer questions?", "began a pilot"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let found = app.get(&county.guest, &format!("{PAGE}?q=31+minutes")).await.expect(200).text();
        assert!(found.contains("One intake form"), "found by what was learned");
        let table = app.get(&county.guest, &format!("{PAGE}.csv?state=kept")).await.expect(200).text();
        assert!(table.contains("18 minutes instead of 31") && table.contains("Minutes for each intake"));
        app.post_json(&county.sam, &format!("{IDEAS}/{idea}/reopenings"), json!({"why": "A new shelter opened"})).await.expect(200);
        let again: Value = app.get(&county.guest, &format!("{IDEAS}/{idea}")).await.json();
        assert_eq!((&again["state"], &again["pilot"]), (&json!("open"), &Value::Null));
        assert!(again["history"].to_string().contains("18 minutes"), "what was learned stays in the history");
        app.close().await;
    }

    async fn a_recommendation_becomes_commitments_with_that_origin(db) {
        let (app, county) = start(db).await;
        let mut body = thought(&county, "Tell how referrals ended");
        body["kind"] = json!("recommendation");
        let refused = app.post_json(&county.alicia, IDEAS, body.clone()).await;
        assert_eq!(refused.status, 422);
        body["source"] = json!("State auditor, number 4");
        let asked = propose(&app, &county.alicia, body).await;
        let page = app.get(&county.alicia, &format!("{PAGE}/{asked}")).await.expect(200).text();
        assert!(page.contains("State auditor, number 4"));
        let href = format!("/commitments/new?idea={asked}&#38;origin=recommendation");
        assert!(page.contains(&href), "{page}");
        let form = app.get(&county.alicia, &format!("/p/riverbend/commitments/new?idea={asked}&origin=recommendation")).await;
        assert!(form.expect(200).text().contains(&format!("name=\"idea\" value=\"{asked}\"")));
        let promise = json!({
            "side": "promiser", "title": "A letter each quarter", "due": "2026-09-30", "idea": asked,
            "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
        });
        let made = app.post_json(&county.alicia, API, promise).await.expect(201);
        let made: Value = app.get(&county.alicia, made.location()).await.json();
        assert_eq!((&made["origin"], &made["reference"]), (&json!("recommendation"), &json!("State auditor, number 4")));
        let page = app.get(&county.guest, &format!("{PAGE}/{asked}")).await.text();
        assert!(page.contains("A letter each quarter"), "{page}");
        let back = app.get(&county.guest, &format!("/p/riverbend/commitments/{}", id(&made))).await.text();
        assert!(back.contains("Tell how referrals ended"));
        let done = json!({"verdict": "keep", "learned": "Letters go out since July"});
        app.post_json(&county.alicia, &format!("{IDEAS}/{asked}/results"), done).await.expect(200);
        let page = app.get(&county.guest, &format!("{PAGE}/{asked}")).await.text();
        assert!(page.contains("Carried out"));
        app.close().await;
    }

    async fn only_who_acts_for_it_does_something_with_it(db) {
        let (app, county) = start(db).await;
        let theirs = app.post_json(&county.dana, IDEAS, thought(&county, "Yours")).await;
        assert_eq!(theirs.status, 403);
        let idea = propose(&app, &county.sam, thought(&county, "One intake form")).await;
        let path = format!("{IDEAS}/{idea}/pilots");
        assert_eq!(app.post_json(&county.dana, &path, try_out(&county, "2026-06-20")).await.status, 403);
        let mut imposed = try_out(&county, "2026-06-20");
        imposed["carrier"] = json!(county.health.to_string());
        assert_eq!(app.post_json(&county.sam, &path, imposed).await.status, 403, "nobody makes others try it");
        let page = app.get(&county.guest, &format!("{PAGE}/{idea}")).await.text();
        assert!(!page.contains(&format!("{idea}/pilot\"")), "a guest is offered nothing");
        assert_eq!(app.get(&county.stranger, &format!("{PAGE}/{idea}")).await.status, 404);
        app.close().await;
    }

    async fn every_form_works_without_scripts(db) {
        let (app, county) = start(db).await;
        let empty = app.get(&county.sam, PAGE).await.expect(200).text();
        assert!(empty.contains("No ideas yet") && empty.contains("Write down an idea or a recommendation"));
        let new = format!("{PAGE}/new");
        app.get(&county.sam, &new).await.expect(200);
        let again = app.post(&county.sam, &new, &[("kind", "recommendation"), ("title", "One form")]).await;
        assert_eq!(again.status, 422);
        assert!(again.text().contains("id=\"e-source\""));
        let made = app.post(&county.sam, &new, &[("kind", "idea"), ("title", "One form")]).await.expect(303);
        let page = made.location().split('?').next().unwrap().to_owned();
        let owner = county.housing.to_string();
        let edit = [("title", "One form for all"), ("owner", owner.as_str())];
        app.get(&county.sam, &format!("{page}/edit")).await.expect(200);
        app.post(&county.sam, &format!("{page}/edit"), &edit).await.expect(303);
        let start = [
            ("question", "Fewer questions?"), ("yardstick", "Minutes"), ("starts", "2026-05-12"),
            ("due", "2026-06-12"),
        ];
        app.get(&county.sam, &format!("{page}/pilot")).await.expect(200);
        app.post(&county.sam, &format!("{page}/pilot"), &start[..3]).await.expect(422);
        app.post(&county.sam, &format!("{page}/pilot"), &start).await.expect(303);
        app.get(&county.sam, &format!("{page}/result")).await.expect(200);
        let end = [("verdict", "drop"), ("learned", "It took longer")];
        app.post(&county.sam, &format!("{page}/result"), &end).await.expect(303);
        let text = app.get(&county.guest, &page).await.text();
        assert!(text.contains("Dropped on May 12, 2026.") && text.contains("It took longer"));
        app.post(&county.sam, &format!("{page}/reopen"), &[("why", "A new form is here")]).await.expect(303);
        app.close().await;
    }
}
