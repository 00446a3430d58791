//! Who carries what of the plan, through the program: asked and answered by both sides, by leads and
//! by those who hold a seat.

use base::Role;
use http::Method;
use partnership::{BodyKind, BodyPlan, SeatId};
use serde_json::json;
use web::testing::both_databases;

use super::*;

const ROLES: &str = "/api/v1/p/riverbend/responsibilities";
const PAGE: &str = "/p/riverbend/responsibilities";

async fn strategy(app: &TestApp, county: &County, title: &str) -> String {
    let body = json!({
        "layer": "strategy", "title": title, "owner": county.housing.to_string(),
        "starts": "2026-04-01", "due": "2026-12-31",
    });
    id(&app.post_json(&county.alicia, "/api/v1/p/riverbend/goals", body).await.expect(201).json())
}

async fn named(
    app: &TestApp,
    who: &TestPerson,
    item: &str,
    bearer: &str,
    duty: &str,
) -> web::testing::TestResponse {
    let body = json!({"item": item, "bearer": bearer, "duty": duty, "words": "You know it best"});
    app.post_json(who, ROLES, body).await
}

async fn verb(app: &TestApp, who: &TestPerson, id: &str, verb: &str, body: Value) -> Value {
    app.post_json(who, &format!("{ROLES}/{id}/{verb}"), body).await.expect(200).json()
}

async fn seat(app: &TestApp, county: &County, holder: &TestPerson) -> SeatId {
    let cx = app.cx(&county.coordinator, &county.p);
    let plan = BodyPlan {
        name: "Landlord group".parse().unwrap(),
        kind: BodyKind::WorkGroup,
        purpose: None,
    };
    let body = partnership::form_body(&cx, plan).await.unwrap();
    let title = "Outreach seat".parse().unwrap();
    let seat = partnership::open_seat(&cx, body.id, county.outreach, title).await.unwrap();
    partnership::offer_seat(&cx, seat.id, holder.id, None).await.unwrap();
    partnership::take_seat(&app.cx(holder, &county.p), seat.id).await.unwrap();
    seat.id
}

both_databases! {
    async fn a_part_is_asked_for_answered_with_another_and_agreed(db) {
        let (app, county) = start(db).await;
        let item = strategy(&app, &county, "Landlord fund").await;
        let made = named(&app, &county.alicia, &item, &county.outreach.to_string(), "lead").await;
        let made: Value = made.expect(201).json();
        assert_eq!((&made["state"], &made["turn"]), (&json!("proposed"), &json!("bearer")));
        let role = id(&made);
        // Nothing holds that was only asked for, and the matrix says so.
        let page = app.get(&county.guest, PAGE).await.expect(200).text();
        assert!(page.contains("0 of 1 open items have a lead") && page.contains("Nobody leads"), "{page}");
        // It waits for Jo, by mail and in her work.
        let work = app.get(&county.jo, "/me").await.expect(200).text();
        assert!(work.contains("Crossroads Outreach is asked to take a part: Leads"), "{work}");
        let other = json!({"duty": "support", "why": "We have two people for this"});
        let countered = verb(&app, &county.jo, &role, "counter-offers", other).await;
        assert_eq!((&countered["duty"], &countered["turn"]), (&json!("support"), &json!("plan")));
        let work = app.get(&county.alicia, "/me").await.expect(200).text();
        assert!(work.contains("Crossroads Outreach offers a part: Supports"), "{work}");
        let refused = app.post_json(&county.jo, &format!("{ROLES}/{role}/acceptances"), json!({})).await;
        assert_eq!(refused.status, 409, "nobody answers themselves");
        let agreed = verb(&app, &county.alicia, &role, "acceptances", json!({})).await;
        assert_eq!(agreed["state"], "accepted");
        let goal = app.get(&county.guest, &format!("/p/riverbend/goals/{item}")).await.expect(200).text();
        assert!(goal.contains("Who does what") && goal.contains("Supports"), "{goal}");
        let history: Value = app.get(&county.guest, &format!("{ROLES}/{role}")).await.json();
        let acts: Vec<&str> =
            history["history"].as_array().unwrap().iter().map(|step| step["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["accepted", "countered", "proposed"]);
        assert_eq!(history["history"][1]["words"], "We have two people for this");
        let ended = verb(&app, &county.jo, &role, "endings", json!({"why": "Our grant ended"})).await;
        assert_eq!(ended["state"], "ended");
        app.close().await;
    }

    async fn every_form_works_without_scripts(db) {
        let (app, county) = start(db).await;
        let item = strategy(&app, &county, "Landlord fund").await;
        let new = format!("/p/riverbend/goals/{item}/roles/new");
        let page = app.get(&county.alicia, &new).await.expect(200).text();
        assert!(page.contains("Ask somebody to take a part") && page.contains("County Health"));
        let wrong = app.post(&county.alicia, &new, &[("duty", "lead"), ("words", "Please")]).await;
        assert_eq!(wrong.status, 422);
        let text = wrong.text();
        assert!(text.contains("id=\"e-bearer\"") && text.contains("Please"), "{text}");
        let (health, housing) = (county.health.to_string(), county.housing.to_string());
        app.post(&county.alicia, &new, &[("bearer", &health), ("duty", "consulted")]).await.expect(303);
        let twice = app.post(&county.alicia, &new, &[("bearer", &health), ("duty", "lead")]).await;
        assert_eq!(twice.status, 409, "{}", twice.text());
        // Who speaks for both sides settles it at once.
        app.post(&county.alicia, &new, &[("bearer", &housing), ("duty", "lead")]).await.expect(303);
        let list: Value = app.get(&county.guest, ROLES).await.expect(200).json();
        assert_eq!(list["items"][0]["led"], true);
        let parts = list["items"][0]["parts"].as_array().unwrap();
        let asked = parts.iter().find(|part| part["duty"] == "consulted").unwrap();
        let base = format!("{PAGE}/{}", asked["id"].as_str().unwrap());
        let page = app.get(&county.dana, &base).await.expect(200).text();
        assert!(page.contains("County Health was asked on") && page.contains("Take another part"), "{page}");
        let page = app.get(&county.guest, &base).await.expect(200).text();
        assert!(!page.contains("Take another part"), "a guest is offered nothing");
        assert_eq!(app.get(&county.guest, &format!("{base}/accept")).await.status, 403);
        assert_eq!(app.post(&county.dana, &format!("{base}/decline"), &[]).await.status, 422);
        app.get(&county.dana, &format!("{base}/accept")).await.expect(200);
        app.post(&county.dana, &format!("{base}/accept"), &[("words", "Gladly")]).await.expect(303);
        let page = app.get(&county.dana, &base).await.expect(200).text();
        assert!(page.contains("Gladly") && page.contains("Promise a result for this"), "{page}");
        assert_eq!(app.post(&county.dana, &format!("{base}/accept"), &[]).await.status, 409);
        app.post(&county.dana, &format!("{base}/end"), &[("why", "Somebody else does it")]).await.expect(303);
        let spanish = app.get(&county.guest, &format!("/es{PAGE}")).await.expect(200).text();
        assert!(spanish.contains("Quién hace qué") && spanish.contains("Aconseja"), "{spanish}");
        app.close().await;
    }

    async fn a_seat_keeps_its_part_when_its_holder_changes(db) {
        let (app, county) = start(db).await;
        let ruth = partnership::testing::person(&app, &county.p, "Ruth Lane", county.outreach, Role::Guest).await;
        let seat = seat(&app, &county, &ruth).await;
        let item = strategy(&app, &county, "Landlord fund").await;
        let made = named(&app, &county.alicia, &item, &seat.to_string(), "consulted").await;
        let role = id(&made.expect(201).json());
        // A lead of the seat's organization does not answer for the one who sits in it.
        let refused = app.post_json(&county.jo, &format!("{ROLES}/{role}/acceptances"), json!({})).await;
        assert_eq!(refused.status, 403);
        let work = app.get(&ruth, "/me").await.expect(200).text();
        assert!(work.contains("Landlord fund"), "{work}");
        let cx = app.cx(&county.coordinator, &county.p);
        partnership::vacate_seat(&cx, seat).await.unwrap();
        partnership::offer_seat(&cx, seat, county.jo.id, None).await.unwrap();
        partnership::take_seat(&app.cx(&county.jo, &county.p), seat).await.unwrap();
        let refused = app.post_json(&ruth, &format!("{ROLES}/{role}/acceptances"), json!({})).await;
        assert_eq!(refused.status, 403);
        let agreed = verb(&app, &county.jo, &role, "acceptances", json!({})).await;
        assert_eq!(agreed["state"], "accepted");
        let page = app.get(&county.guest, PAGE).await.expect(200).text();
        assert!(page.contains("Outreach seat, Landlord group"), "{page}");
        app.close().await;
    }

    async fn who_offers_help_waits_for_those_who_keep_the_plan(db) {
        let (app, county) = start(db).await;
        let item = strategy(&app, &county, "Landlord fund").await;
        let page = app.get(&county.dana, &format!("/p/riverbend/goals/{item}/roles/new")).await.expect(200).text();
        assert!(page.contains("Offer to take a part") && !page.contains("Crossroads Outreach</option>"), "{page}");
        let theirs = named(&app, &county.dana, &item, &county.outreach.to_string(), "support").await;
        assert_eq!(theirs.status, 403, "nobody offers another's help");
        let made: Value =
            named(&app, &county.dana, &item, &county.health.to_string(), "support").await.expect(201).json();
        assert_eq!(made["turn"], "plan");
        let role = id(&made);
        for (who, expected) in [(&county.jo, 403), (&county.guest, 403), (&county.stranger, 404)] {
            let status = app.post_json(who, &format!("{ROLES}/{role}/acceptances"), json!({})).await.status;
            assert_eq!(status, expected, "{}", who.name);
        }
        verb(&app, &county.dana, &role, "withdrawals", json!({})).await;
        let again = named(&app, &county.dana, &item, &county.health.to_string(), "support").await;
        let role = id(&again.expect(201).json());
        let stale = json!({"why": "Later"});
        let path = format!("{PAGE}/{role}/decline");
        let refused = app.post(&county.coordinator, &path, &[("why", "Later"), ("revision", "7")]).await;
        assert_eq!(refused.status, 412);
        verb(&app, &county.coordinator, &role, "refusals", stale).await;
        // What is closed is carried by nobody any more.
        let close = json!({"how": "reached"});
        app.post_json(&county.alicia, &format!("/api/v1/p/riverbend/goals/{item}/closings"), close).await.expect(200);
        assert_eq!(named(&app, &county.dana, &item, &county.health.to_string(), "support").await.status, 409);
        app.close().await;
    }

    async fn filters_find_where_nobody_is_and_the_table_can_be_saved(db) {
        let (app, county) = start(db).await;
        let one = strategy(&app, &county, "=Led").await;
        strategy(&app, &county, "Alone").await;
        named(&app, &county.alicia, &one, &county.housing.to_string(), "lead").await.expect(201);
        named(&app, &county.alicia, &one, &county.health.to_string(), "support").await.expect(201);
        for (query, expected) in [
            ("", vec!["=Led", "Alone"]),
            ("want=lead", vec!["Alone"]),
            ("want=anybody", vec!["Alone"]),
            ("want=answer", vec!["=Led"]),
            ("duty=informed", vec![]),
            (&*format!("partner={}", county.health), vec!["=Led"]),
            (&*format!("partner={}&duty=lead", county.health), vec![]),
        ] {
            let found: Value = app.get(&county.guest, &format!("{ROLES}?{query}")).await.expect(200).json();
            let titles: Vec<&str> =
                found["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
            assert_eq!(titles, expected, "{query}");
        }
        assert_eq!(app.get(&county.guest, &format!("{ROLES}?duty=nonsense")).await.status, 422);
        let none = app.get(&county.guest, &format!("{PAGE}?duty=informed")).await.expect(200).text();
        assert!(none.contains("No item fits"));
        let file = app.get(&county.guest, &format!("{PAGE}.csv")).await.expect(200).text();
        assert_eq!(file.lines().count(), 4, "{file}");
        assert!(file.contains("'=Led") && file.contains("lead,Riverbend Housing Authority"), "{file}");
        let load = app.get(&county.guest, &format!("{PAGE}/load")).await.expect(200).text();
        assert!(load.contains("How much each partner carries"));
        let loads: Value = app.get(&county.guest, "/api/v1/p/riverbend/loads").await.expect(200).json();
        let housing = loads["items"].as_array().unwrap().iter()
            .find(|load| load["organization"] == county.housing.to_string().as_str()).unwrap();
        assert_eq!((&housing["answers_for"], &housing["leads"]), (&json!(2), &json!(1)), "{loads}");
        app.close().await;
    }

    async fn a_long_matrix_comes_in_pages(db) {
        let (app, county) = start(db).await;
        for number in 0..55 {
            strategy(&app, &county, &format!("Work {number}")).await;
        }
        let first: Value = app.get(&county.guest, ROLES).await.expect(200).json();
        assert_eq!(first["items"].as_array().unwrap().len(), 50);
        let next = first["next"].as_str().unwrap();
        let last = app.send_json(Method::GET, Some(&county.guest), &format!("{ROLES}?after={next}"), &json!({})).await;
        let last: Value = last.expect(200).json();
        assert_eq!((last["items"].as_array().unwrap().len(), last["next"].is_string()), (5, false));
        let page = app.get(&county.guest, PAGE).await.expect(200).text();
        assert!(page.contains("rel=\"next\""));
        app.close().await;
    }
}
