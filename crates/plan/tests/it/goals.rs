//! The plan through the program: goals that move when work is done, and who may change them.

use http::Method;
use serde_json::json;
use web::testing::both_databases;

use super::*;

/// The plan's address for programs, and its page.
const PLAN: &str = "/api/v1/p/riverbend/goals";
const PAGE: &str = "/p/riverbend/goals";

async fn add(app: &TestApp, who: &TestPerson, body: Value) -> String {
    id(&app.post_json(who, PLAN, body).await.expect(201).json())
}

/// A goal, an objective below it, a strategy below both, and one milestone.
struct Small {
    goal: String,
    objective: String,
    strategy: String,
    milestone: String,
}

async fn small(app: &TestApp, county: &County) -> Small {
    let owner = county.housing.to_string();
    let goal =
        json!({"layer": "goal", "title": "Shorten the wait", "term": "long", "owner": owner});
    let goal = add(app, &county.alicia, goal).await;
    let objective = json!({
        "layer": "objective", "title": "More landlords", "yardstick": "120 landlords say yes",
        "owner": owner, "due": "2027-12-31", "serves": [goal],
    });
    let objective = add(app, &county.alicia, objective).await;
    let strategy = json!({
        "layer": "strategy", "title": "Landlord fund", "owner": owner, "starts": "2026-04-01",
        "due": "2026-12-31", "serves": [goal, objective],
    });
    let strategy = add(app, &county.alicia, strategy).await;
    let milestone = json!({
        "layer": "milestone", "title": "Rules agreed", "owner": owner, "due": "2026-05-29",
        "serves": [strategy],
    });
    let milestone = add(app, &county.alicia, milestone).await;
    Small { goal, objective, strategy, milestone }
}

async fn get(app: &TestApp, who: &TestPerson, id: &str) -> Value {
    app.get(who, &format!("{PLAN}/{id}")).await.expect(200).json()
}

async fn verb(app: &TestApp, who: &TestPerson, id: &str, verb: &str, body: Value) -> Value {
    app.post_json(who, &format!("{PLAN}/{id}/{verb}"), body).await.expect(200).json()
}

async fn send(app: &TestApp, who: &TestPerson, method: Method, path: &str) -> Value {
    let path = format!("{PLAN}/{path}");
    app.send_json(method, Some(who), &path, &json!({})).await.expect(200).json()
}

fn stands(item: &Value) -> (String, String, u64, u64) {
    let text = |name: &str| item[name].as_str().unwrap().to_owned();
    let count = |name: &str| item["progress"][name].as_u64().unwrap();
    (text("status"), text("because"), count("done"), count("total"))
}

fn is(item: &Value, status: &str, because: &str, done: u64, total: u64) {
    assert_eq!(stands(item), (status.to_owned(), because.to_owned(), done, total), "{item}");
}

both_databases! {
    async fn a_goal_moves_when_a_promise_is_kept_and_a_milestone_reached(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        is(&get(&app, &county.guest, &plan.goal).await, "not_started", "nothing_done", 0, 1);
        // A promise made for the strategy counts once in the goal, though two ways lead there.
        let body = json!({
            "side": "promiser", "title": "Draft the rules", "due": "2026-05-20",
            "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
            "serves": plan.strategy,
        });
        let promise = app.post_json(&county.alicia, API, body).await.expect(201);
        let promise = promise.location().to_owned();
        is(&get(&app, &county.jo, &plan.goal).await, "not_started", "nothing_done", 0, 1);
        act(&app, &county.jo, &promise, "acceptances", json!({})).await;
        is(&get(&app, &county.jo, &plan.goal).await, "on_track", "nothing_late", 0, 2);
        app.advance_days(9);
        let late = get(&app, &county.jo, &plan.objective).await;
        is(&late, "at_risk", "some_late", 0, 2);
        assert_eq!(late["progress"]["commitments_late"], 1);
        act(&app, &county.alicia, &promise, "claims", json!({})).await;
        act(&app, &county.jo, &promise, "confirmations", json!({})).await;
        is(&get(&app, &county.jo, &plan.goal).await, "on_track", "nothing_late", 1, 2);
        verb(&app, &county.alicia, &plan.milestone, "closings", json!({"how": "reached"})).await;
        is(&get(&app, &county.jo, &plan.strategy).await, "done", "all_done", 2, 2);
        is(&get(&app, &county.jo, &plan.goal).await, "on_track", "all_done", 2, 2);
        // The promise says what it is for, and is found by the goal's name.
        let page = app.get(&county.jo, page_of(&promise)).await.expect(200).text();
        assert!(page.contains("What it carries in the plan") && page.contains("Landlord fund"));
        let found: Value = app.get(&county.jo, &format!("{API}?goal=Shorten+the+wait")).await.json();
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
        app.close().await;
    }

    async fn of_promises_alike_those_are_late_whose_own_day_has_passed(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        for due in ["2026-05-18", "2026-05-20", "2026-05-21", "2026-05-22"] {
            let body = json!({
                "side": "promiser", "title": format!("Call on {due}"), "due": due,
                "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
                "serves": plan.strategy,
            });
            let promise = app.post_json(&county.alicia, API, body).await.expect(201);
            act(&app, &county.jo, promise.location(), "acceptances", json!({})).await;
        }
        let late = async || {
            let goal = get(&app, &county.jo, &plan.goal).await;
            let of = |name: &str| goal["progress"][name].as_u64().unwrap();
            (of("commitments_late"), of("commitments_open"))
        };
        assert_eq!(late().await, (0, 4));
        app.advance_days(9);
        assert_eq!(late().await, (2, 4), "what is due today is not late");
        app.advance_days(1);
        assert_eq!(late().await, (3, 4));
        app.close().await;
    }

    async fn the_page_tells_it_and_every_form_works_without_scripts(db) {
        let (app, county) = start(db).await;
        let owner = county.housing.to_string();
        let form = [("layer", "goal"), ("title", "Help people keep their home"), ("term", "short")];
        let made = app.post(&county.alicia, &format!("{PAGE}/new"), &form).await.expect(303);
        let page = made.location().split('?').next().unwrap().to_owned();
        let text = app.get(&county.alicia, &page).await.expect(200).text();
        assert!(text.contains("Goal 1 of 1") && text.contains("Not started"), "{text}");
        assert!(text.contains("No milestone and no accepted commitment is linked yet."));
        // Words typed wrongly come back beside the field, and nothing is lost.
        let wrong = [("layer", "objective"), ("title", "Rent help in 5 days"), ("owner", &owner)];
        let again = app.post(&county.alicia, &format!("{PAGE}/new"), &wrong).await;
        assert_eq!(again.status, 422);
        let text = again.text();
        assert!(text.contains("id=\"e-due\"") && text.contains("id=\"e-yardstick\""), "{text}");
        assert!(text.contains("value=\"Rent help in 5 days\""));
        for (name, fields) in [
            ("review", vec![("words", "Still right")]),
            ("status", vec![("status", "at_risk"), ("why", "The grant is late")]),
            ("dates", vec![("due", "2027-12-31"), ("why", "The board set a year")]),
            ("edit", vec![("title", "Help people stay"), ("term", "long"), ("owner", owner.as_str())]),
        ] {
            app.get(&county.alicia, &format!("{page}/{name}")).await.expect(200);
            let done = app.post(&county.alicia, &format!("{page}/{name}"), &fields).await;
            assert_eq!(done.status, 303, "{name}: {}", done.text());
        }
        let text = app.get(&county.guest, &page).await.expect(200).text();
        for said in ["Help people stay", "The grant is late", "Computed: Not started", "Still right"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("Use the computed status again"), "a guest is offered nothing");
        app.post(&county.alicia, &format!("{page}/lift"), &[]).await.expect(303);
        let text = app.get(&county.guest, &page).await.expect(200).text();
        assert!(!text.contains("Computed: Not started") && text.contains("The grant is late"));
        let unsaid = app.post(&county.alicia, &format!("{page}/close"), &[("how", "dropped")]).await;
        assert_eq!(unsaid.status, 422);
        let close = [("how", "dropped"), ("words", "No money")];
        app.post(&county.alicia, &format!("{page}/close"), &close).await.expect(303);
        let tree = app.get(&county.guest, PAGE).await.expect(200).text();
        assert!(!tree.contains("Help people stay"));
        let all = app.get(&county.guest, &format!("{PAGE}?closed=yes")).await.expect(200).text();
        assert!(all.contains("Help people stay") && all.contains("Given up"));
        app.post(&county.alicia, &format!("{page}/reopen"), &[("why", "New money")]).await.expect(303);
        let spanish = app.get(&county.guest, &format!("/es{page}")).await.expect(200).text();
        assert!(spanish.contains("Meta 1 de 1") && spanish.contains("Sin empezar"), "{spanish}");
        app.close().await;
    }

    async fn names_in_words_become_links_when_somebody_adopts_them(db) {
        let (app, county) = start(db).await;
        for (title, goal) in [("One", "Shorten the wait"), ("Two", "Shorten the wait"), ("Three", "Another")] {
            let body = json!({
                "side": "promiser", "title": title, "due": "2026-06-01", "goal": goal,
                "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
            });
            let path = app.post_json(&county.alicia, API, body).await.expect(201).location().to_owned();
            act(&app, &county.jo, &path, "acceptances", json!({})).await;
        }
        let plan = small(&app, &county).await;
        let page = format!("{PAGE}/{}", plan.goal);
        let text = app.get(&county.alicia, &page).await.expect(200).text();
        assert!(text.contains("2 commitments name this in words"), "{text}");
        app.post(&county.alicia, &format!("{page}/adopt"), &[]).await.expect(303);
        let goal = get(&app, &county.guest, &plan.goal).await;
        assert_eq!(goal["commitments"].as_array().unwrap().len(), 2);
        assert_eq!(goal["progress"]["commitments_open"], 2);
        let again = app.post_json(&county.alicia, &format!("{PLAN}/{}/commitments", plan.goal), json!({})).await;
        assert_eq!(again.status, 409);
        let one = goal["commitments"][0].as_str().unwrap();
        let path = format!("{}/commitments/{one}", plan.goal);
        let after = send(&app, &county.alicia, Method::DELETE, &path).await;
        assert_eq!(after["commitments"].as_array().unwrap().len(), 1);
        let back = json!({"commitment": one});
        let back = verb(&app, &county.alicia, &plan.goal, "commitments", back).await;
        assert_eq!(back["commitments"].as_array().unwrap().len(), 2);
        let nowhere = json!({"commitment": "cmt_00000000000000000000000000"});
        let path = format!("{PLAN}/{}/commitments", plan.goal);
        assert_eq!(app.post_json(&county.alicia, &path, nowhere).await.status, 422);
        app.close().await;
    }

    async fn links_lead_upward_and_a_milestone_keeps_a_strategy(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        let link = |lower: &str, upper: &str| {
            let (path, body) = (format!("{PLAN}/{lower}/links"), json!({"upper": upper}));
            let (app, alicia) = (&app, &county.alicia);
            async move { app.post_json(alicia, &path, body).await.status }
        };
        assert_eq!(link(&plan.goal, &plan.strategy).await, 409);
        assert_eq!(link(&plan.milestone, &plan.goal).await, 409);
        assert_eq!(link(&plan.strategy, &plan.strategy).await, 409);
        assert_eq!(link(&plan.strategy, &plan.goal).await, 409, "linked already");
        let last = format!("{PLAN}/{}/links/{}", plan.milestone, plan.strategy);
        let last = app.send_json(Method::DELETE, Some(&county.alicia), &last, &json!({})).await;
        assert_eq!(last.status, 409);
        let direct = format!("{}/links/{}", plan.strategy, plan.goal);
        let less = send(&app, &county.alicia, Method::DELETE, &direct).await;
        assert_eq!(less["serves"], json!([plan.objective]));
        // It still counts in the goal, through the objective.
        assert_eq!(stands(&get(&app, &county.jo, &plan.goal).await).3, 1);
        let back = verb(&app, &county.alicia, &plan.strategy, "links", json!({"upper": plan.goal})).await;
        assert_eq!(back["serves"], json!([plan.goal, plan.objective]));
        let orphan = json!({
            "layer": "milestone", "title": "Alone", "owner": county.housing.to_string(), "due": "2026-06-01",
        });
        assert_eq!(app.post_json(&county.alicia, PLAN, orphan).await.status, 422);
        app.close().await;
    }

    async fn a_lead_changes_what_the_agency_answers_for_and_nothing_else(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        let path = format!("{PLAN}/{}/reviews", plan.goal);
        for (who, expected) in [(&county.dana, 403), (&county.guest, 403), (&county.stranger, 404)] {
            assert_eq!(app.post_json(who, &path, json!({})).await.status, expected);
        }
        let theirs = json!({
            "layer": "goal", "title": "Ours", "term": "short", "owner": county.housing.to_string(),
        });
        let refused = app.post_json(&county.dana, PLAN, theirs).await;
        assert_eq!(refused.status, 403, "{}", refused.text());
        // Nobody hands an item to an agency for which they do not speak, nor takes one.
        let aim = json!({
            "title": "Shorten the wait", "term": "long", "owner": county.health.to_string(),
        });
        let path = format!("{PLAN}/{}", plan.goal);
        let taken = app.send_json(Method::PUT, Some(&county.dana), &path, &aim).await;
        assert_eq!(taken.status, 403);
        assert_eq!(get(&app, &county.jo, &plan.goal).await["owner"], county.housing.to_string());
        app.close().await;
    }

    async fn two_who_change_one_item_at_once_are_told(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        let page = format!("{PAGE}/{}/review", plan.goal);
        app.post(&county.alicia, &page, &[("revision", "1")]).await.expect(303);
        let stale = app.post(&county.alicia, &page, &[("revision", "1")]).await;
        assert_eq!(stale.status, 412, "{}", stale.text());
        app.close().await;
    }

    async fn dates_move_with_a_reason_and_the_first_one_stays(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        let path = format!("{PLAN}/{}/dates", plan.milestone);
        assert_eq!(app.post_json(&county.alicia, &path, json!({"due": "2026-06-30", "why": ""})).await.status, 422);
        let body = json!({"due": "2026-06-30", "why": "Counsel asked for more time"});
        let moved = verb(&app, &county.alicia, &plan.milestone, "dates", body.clone()).await;
        assert_eq!((&moved["due"], &moved["first_due"]), (&json!("2026-06-30"), &json!("2026-05-29")));
        assert_eq!(moved["history"][0]["words"], "Counsel asked for more time");
        assert_eq!((&moved["history"][0]["from"], &moved["history"][0]["to"]), (&json!("2026-05-29"), &json!("2026-06-30")));
        assert_eq!(app.post_json(&county.alicia, &path, body).await.status, 409);
        app.close().await;
    }

    async fn a_review_is_due_after_a_year(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        app.advance_days(365);
        let due = |text: &str| text.contains("A review is due.");
        let page = format!("{PAGE}/{}", plan.goal);
        assert!(!due(&app.get(&county.guest, &page).await.expect(200).text()));
        app.advance_days(1);
        assert!(due(&app.get(&county.guest, &page).await.expect(200).text()));
        let list = app.get(&county.guest, PAGE).await.text();
        assert!(list.contains("1 goal has had no review for a year."), "{list}");
        let found: Value = app.get(&county.guest, &format!("{PLAN}?review=due")).await.json();
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
        verb(&app, &county.alicia, &plan.goal, "reviews", json!({"words": "Still right"})).await;
        assert!(!due(&app.get(&county.guest, &page).await.expect(200).text()));
        app.close().await;
    }

    async fn filters_find_their_own_and_the_table_can_be_saved(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        let formula = json!({
            "layer": "goal", "title": "=1+1", "term": "short", "owner": county.housing.to_string(),
        });
        add(&app, &county.alicia, formula).await;
        for (query, expected) in [
            ("", vec!["Shorten the wait", "More landlords", "Landlord fund", "Rules agreed", "=1+1"]),
            ("layer=strategy", vec!["Landlord fund"]),
            ("q=LANDLORD", vec!["More landlords", "Landlord fund"]),
            ("q=zebra", vec![]),
            ("status=on_track", vec!["Landlord fund", "Rules agreed"]),
            ("status=off_track", vec![]),
            (&*format!("under={}", plan.objective), vec!["More landlords", "Landlord fund", "Rules agreed"]),
            (&*format!("owner={}", county.health), vec![]),
        ] {
            let found: Value = app.get(&county.guest, &format!("{PLAN}?{query}")).await.expect(200).json();
            let titles: Vec<&str> =
                found["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
            assert_eq!(titles, expected, "{query}");
        }
        assert_eq!(app.get(&county.guest, &format!("{PLAN}?layer=nonsense")).await.status, 422);
        let none = app.get(&county.guest, &format!("{PAGE}?q=zebra")).await.expect(200).text();
        assert!(none.contains("Nothing in the plan fits"));
        let file = app.get(&county.guest, &format!("{PAGE}.csv")).await.expect(200).text();
        assert_eq!(file.lines().count(), 6, "{file}");
        assert!(file.contains("'=1+1") && file.contains("Riverbend Housing Authority"));
        let some = app.get(&county.guest, &format!("{PAGE}.csv?layer=milestone")).await.text();
        assert_eq!(some.lines().count(), 2);
        app.close().await;
    }

    async fn goals_change_places(db) {
        let (app, county) = start(db).await;
        for title in ["First", "Second"] {
            let body = json!({
                "layer": "goal", "title": title, "term": "short", "owner": county.housing.to_string(),
            });
            add(&app, &county.alicia, body).await;
        }
        let titles = |list: &Value| -> Vec<String> {
            list["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
        };
        let list: Value = app.get(&county.guest, PLAN).await.json();
        let second = list["items"][1]["id"].as_str().unwrap().to_owned();
        verb(&app, &county.alicia, &second, "places", json!({"direction": "up"})).await;
        let list: Value = app.get(&county.guest, PLAN).await.json();
        assert_eq!(titles(&list), ["Second", "First"]);
        let path = format!("{PLAN}/{second}/places");
        let end = app.post_json(&county.alicia, &path, json!({"direction": "up"})).await;
        assert_eq!(end.status, 409);
        app.close().await;
    }

    async fn an_item_shows_its_promises_a_page_at_a_time(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        for day in 1..=30 {
            let body = json!({
                "side": "promiser", "title": format!("Promise {day}"), "due": format!("2026-06-{day:02}"),
                "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
                "serves": plan.strategy,
            });
            app.post_json(&county.alicia, API, body).await.expect(201);
        }
        let page = format!("{PAGE}/{}", plan.goal);
        let text = app.get(&county.guest, &page).await.expect(200).text();
        assert!(text.contains("Promise 25<") && !text.contains("Promise 26<"), "{text}");
        let next = text.split("href=\"").find(|part| part.contains("?after=")).unwrap();
        let next = next.split('"').next().unwrap().to_owned();
        let text = app.get(&county.guest, next.split('#').next().unwrap()).await.expect(200).text();
        assert!(!text.contains("Promise 25<") && text.contains("Promise 30<"), "{text}");
        let path = format!("{PLAN}/{}/commitments", plan.goal);
        let list: Value = app.get(&county.guest, &path).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), 25);
        assert_eq!(list["items"][0]["own"], false);
        assert!(list["next"].is_string(), "{list}");
        app.close().await;
    }

    async fn a_goal_that_nobody_looked_at_waits_for_who_answers_for_it(db) {
        let (app, county) = start(db).await;
        let plan = small(&app, &county).await;
        app.advance_days(366);
        let work = app.get(&county.alicia, "/me").await.expect(200).text();
        assert!(work.contains("Shorten the wait") && work.contains("Last seen"), "{work}");
        for other in [&county.dana, &county.sam, &county.guest] {
            let work = app.get(other, "/me").await.expect(200).text();
            assert!(!work.contains("Last seen"), "{}", other.name);
        }
        verb(&app, &county.alicia, &plan.goal, "reviews", json!({})).await;
        let work = app.get(&county.alicia, "/me").await.expect(200).text();
        assert!(!work.contains("Last seen"));
        app.close().await;
    }

    async fn an_empty_plan_says_what_will_be_here(db) {
        let (app, county) = start(db).await;
        let page = app.get(&county.alicia, PAGE).await.expect(200).text();
        assert!(page.contains("No goals yet") && page.contains("Add a goal"));
        let page = app.get(&county.guest, PAGE).await.expect(200).text();
        assert!(page.contains("No goals yet") && !page.contains("Add a goal"));
        app.close().await;
    }
}
