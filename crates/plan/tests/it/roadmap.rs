//! The plan in time, through the program: what waits for what, what a move pushes, the picture and
//! the table, and the plan as a file.

use http::Method;
use serde_json::json;
use web::testing::both_databases;

use super::*;

const PLAN: &str = "/api/v1/p/riverbend/goals";
const GOALS: &str = "/p/riverbend/goals";
const ROADMAP: &str = "/p/riverbend/roadmap";
const IMPORTS: &str = "/api/v1/p/riverbend/roadmap-imports";

async fn work(app: &TestApp, who: &TestPerson, owner: OrganizationId, fields: [&str; 3]) -> String {
    let [title, starts, due] = fields;
    let body = json!({
        "layer": "strategy", "title": title, "owner": owner.to_string(), "starts": starts, "due": due,
    });
    id(&app.post_json(who, PLAN, body).await.expect(201).json())
}

async fn wait(app: &TestApp, who: &TestPerson, after: &str, before: &str, lag: i64) -> u16 {
    let body = json!({"before": before, "lag_days": lag});
    app.post_json(who, &format!("{PLAN}/{after}/dependencies"), body).await.status
}

async fn get(app: &TestApp, who: &TestPerson, id: &str) -> Value {
    app.get(who, &format!("{PLAN}/{id}")).await.expect(200).json()
}

/// Three pieces of work of Housing, one after the other: April, May and June, July.
async fn chain(app: &TestApp, county: &County) -> [String; 3] {
    let (alicia, housing) = (&county.alicia, county.housing);
    let first = work(app, alicia, housing, ["Rules", "2026-04-01", "2026-04-30"]).await;
    let second = work(app, alicia, housing, ["Landlords", "2026-05-01", "2026-06-30"]).await;
    let third = work(app, alicia, housing, ["Move-ins", "2026-07-15", "2026-07-31"]).await;
    assert_eq!(wait(app, alicia, &second, &first, 0).await, 200);
    assert_eq!(wait(app, alicia, &third, &second, 7).await, 200);
    [first, second, third]
}

both_databases! {
    async fn a_move_shows_what_it_pushes_before_it_is_confirmed(db) {
        let (app, county) = start(db).await;
        let [first, second, third] = chain(&app, &county).await;
        let page = format!("{GOALS}/{first}/dates");
        let to = [("starts", "2026-04-01"), ("due", "2026-06-15"), ("why", "Counsel is ill")];
        let asked = app.post(&county.alicia, &page, &to).await;
        assert_eq!(asked.status, 409);
        let text = asked.text();
        for said in ["2 others wait for this and would have to move", "Landlords", "Move-ins", "August 14, 2026", "Counsel is ill"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(get(&app, &county.guest, &first).await["due"], "2026-04-30", "nothing moved yet");
        let query = "starts=2026-04-01&due=2026-06-15";
        let pushes: Value = app.get(&county.guest, &format!("{PLAN}/{first}/pushes?{query}")).await.expect(200).json();
        assert_eq!(pushes["items"].as_array().unwrap().len(), 2);
        let confirmed = [to.as_slice(), &[("ripple", "push")]].concat();
        app.post(&county.alicia, &page, &confirmed).await.expect(303);
        assert_eq!(get(&app, &county.guest, &first).await["due"], "2026-06-15");
        let pushed = get(&app, &county.guest, &second).await;
        assert_eq!((&pushed["starts"], &pushed["due"]), (&json!("2026-06-15"), &json!("2026-08-14")));
        assert_eq!((&pushed["history"][0]["act"], &pushed["history"][0]["about"]), (&json!("pushed"), &json!("Rules")));
        assert_eq!(get(&app, &county.guest, &third).await["starts"], "2026-08-21");
        // Whoever leaves the others where they are sees that they begin too early.
        let body = json!({"starts": "2026-04-01", "due": "2026-12-31", "why": "No staff", "ripple": "leave"});
        app.post_json(&county.alicia, &format!("{PLAN}/{first}/dates"), body).await.expect(200);
        let page = app.get(&county.guest, &format!("{GOALS}/{second}")).await.expect(200).text();
        assert!(page.contains("days before what it waits for is done"), "{page}");
        app.close().await;
    }

    async fn nobody_moves_what_others_answer_for(db) {
        let (app, county) = start(db).await;
        let rules = work(&app, &county.alicia, county.housing, ["Rules", "2026-04-01", "2026-04-30"]).await;
        let care = work(&app, &county.dana, county.health, ["Care", "2026-05-01", "2026-06-30"]).await;
        assert_eq!(wait(&app, &county.alicia, &care, &rules, 0).await, 403);
        assert_eq!(wait(&app, &county.dana, &care, &rules, 0).await, 200);
        let body = json!({"starts": "2026-04-01", "due": "2026-05-31", "why": "Late", "ripple": "push"});
        let path = format!("{PLAN}/{rules}/dates");
        let refused = app.post_json(&county.alicia, &path, body.clone()).await;
        assert_eq!(refused.status, 409);
        assert_eq!(refused.json::<Value>()["code"], "plan_push_not_yours");
        assert_eq!(get(&app, &county.guest, &rules).await["due"], "2026-04-30");
        app.post_json(&county.coordinator, &path, body).await.expect(200);
        assert_eq!(get(&app, &county.guest, &care).await["due"], "2026-07-30");
        app.close().await;
    }

    async fn nothing_waits_for_itself_its_part_or_its_whole(db) {
        let (app, county) = start(db).await;
        let [first, second, third] = chain(&app, &county).await;
        let alicia = &county.alicia;
        assert_eq!(wait(&app, alicia, &first, &third, 0).await, 409, "a circle");
        assert_eq!(wait(&app, alicia, &first, &first, 0).await, 409);
        assert_eq!(wait(&app, alicia, &second, &first, 0).await, 409, "it waits already");
        assert_eq!(wait(&app, alicia, &second, &first, 3).await, 200, "but may wait longer");
        assert_eq!(wait(&app, alicia, &second, &first, -1).await, 422);
        assert_eq!(wait(&app, alicia, &second, "pli_00000000000000000000000000", 0).await, 404);
        let milestone = json!({
            "layer": "milestone", "title": "Signed", "owner": county.housing.to_string(),
            "due": "2026-04-15", "serves": [first],
        });
        let milestone = id(&app.post_json(alicia, PLAN, milestone).await.expect(201).json());
        assert_eq!(wait(&app, alicia, &milestone, &first, 0).await, 409, "a part of it");
        assert_eq!(wait(&app, alicia, &first, &milestone, 0).await, 409, "its whole");
        assert_eq!(wait(&app, alicia, &second, &milestone, 0).await, 200);
        let goal = json!({"layer": "goal", "title": "Homes", "term": "long", "owner": county.housing.to_string(), "due": "2027-01-01"});
        let goal = id(&app.post_json(alicia, PLAN, goal).await.expect(201).json());
        assert_eq!(wait(&app, alicia, &second, &goal, 0).await, 409, "outcomes are not waited for");
        // Taken back, on the page.
        let page = app.get(alicia, &format!("{GOALS}/{second}")).await.expect(200).text();
        assert!(page.contains("Waits for") && page.contains("and 3 days after"), "{page}");
        let back = format!("{GOALS}/{second}/waits-not");
        app.post(alicia, &back, &[("before", &milestone)]).await.expect(303);
        assert_eq!(app.post(alicia, &back, &[("before", &milestone)]).await.status, 409);
        let form = app.get(alicia, &format!("{GOALS}/{second}/waits")).await.expect(200).text();
        assert!(form.contains("Signed") && !form.contains("Move-ins,"), "what waits for it cannot be waited for: {form}");
        app.post(alicia, &format!("{GOALS}/{second}/waits"), &[("before", &milestone), ("lag_days", "2")]).await.expect(303);
        app.close().await;
    }

    async fn the_picture_and_the_table_say_the_same(db) {
        let (app, county) = start(db).await;
        let empty = app.get(&county.alicia, ROADMAP).await.expect(200).text();
        assert!(empty.contains("No work in the plan yet") && empty.contains("Add a strategy"));
        let [first, ..] = chain(&app, &county).await;
        let alone = work(&app, &county.dana, county.health, ["Care", "2026-05-01", "2027-12-31"]).await;
        let page = app.get(&county.guest, ROADMAP).await.expect(200).text();
        for said in [
            "4 pieces of work through December 2027.", "Next start: July 15, 2026.", "Serves no goal yet",
            "pw-c5 pw-w1", "pw-c6 pw-w2", "Decides when it all ends.", "May 1, 2026 to June 30, 2026", "Rules, April 30, 2026",
            "Jan to March 2026", "rha", "Orange line: today",
        ] {
            assert!(page.to_lowercase().contains(&said.to_lowercase()), "{said}: {page}");
        }
        let found = app.get(&county.guest, &format!("{ROADMAP}?partner={}", county.health)).await.expect(200).text();
        assert!(found.contains("Care") && !found.contains("Landlords"));
        let none = app.get(&county.guest, &format!("{ROADMAP}?status=done")).await.expect(200).text();
        assert!(none.contains("No work fits"));
        let later = app.get(&county.guest, &format!("{ROADMAP}?from=2028-01")).await.expect(200).text();
        assert!(later.contains("No work falls into these months.") && later.contains("Landlords"));
        let milestone = json!({
            "layer": "milestone", "title": "Signed", "owner": county.housing.to_string(),
            "due": "2026-04-15", "serves": [first],
        });
        app.post_json(&county.alicia, PLAN, milestone).await.expect(201);
        let with = app.get(&county.guest, &format!("{ROADMAP}?detail=milestones")).await.expect(200).text();
        assert!(with.contains("Signed") && with.contains("pw-road__mark"), "{with}");
        let list: Value = app.get(&county.guest, "/api/v1/p/riverbend/roadmap?detail=milestones").await.expect(200).json();
        let critical: Vec<&str> = list["items"].as_array().unwrap().iter()
            .filter(|item| item["critical"] == true).map(|item| item["title"].as_str().unwrap()).collect();
        assert_eq!(critical, ["Rules", "Landlords", "Move-ins"]);
        // A first date stays visible after a move.
        let body = json!({"starts": "2026-05-01", "due": "2028-01-15", "why": "More money"});
        app.post_json(&county.dana, &format!("{PLAN}/{alone}/dates"), body).await.expect(200);
        let page = app.get(&county.guest, ROADMAP).await.expect(200).text();
        assert!(page.contains("First planned: December 31, 2027. 15 days later now.") && page.contains("pw-road__first"));
        let spanish = app.get(&county.guest, &format!("/es{ROADMAP}")).await.expect(200).text();
        assert!(spanish.contains("Calendario del plan") && spanish.contains("Decide cuándo termina todo."));
        app.close().await;
    }

    async fn a_plan_goes_out_as_a_file_and_comes_back_without_a_change(db) {
        let (app, county) = start(db).await;
        let [first, ..] = chain(&app, &county).await;
        let goal = json!({"layer": "goal", "title": "=Homes; fast", "term": "long", "owner": county.housing.to_string()});
        let goal = id(&app.post_json(&county.alicia, PLAN, goal).await.expect(201).json());
        app.post_json(&county.alicia, &format!("{PLAN}/{first}/links"), json!({"upper": goal})).await.expect(200);
        let file = app.get(&county.guest, &format!("{ROADMAP}.csv")).await.expect(200).text();
        assert!(file.contains("'=Homes; fast") && file.contains("Landlords +7"), "{file}");
        let body = json!({"file": "plan.csv", "content": file});
        let report: Value = app.post_json(&county.coordinator, IMPORTS, body).await.expect(200).json();
        let counts = ["rows_read", "added", "revised", "unchanged"].map(|name| report[name].as_i64().unwrap());
        assert_eq!(counts, [4, 0, 0, 4], "{report}");
        assert_eq!(report["warnings"], json!([]));
        app.close().await;
    }

    async fn the_dates_go_into_a_calendar(db) {
        let (app, county) = start(db).await;
        chain(&app, &county).await;
        let odd = work(&app, &county.dana, county.health, ["Care; all, and a very long name that a calendar has to fold somewhere", "2026-05-01", "2026-06-30"]).await;
        let file = app.get(&county.guest, "/p/riverbend/roadmap.ics").await.expect(200).text();
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 4);
        assert!(file.contains("DTSTART;VALUE=DATE:20260430") && file.contains("Care\\; all\\, and"), "{file}");
        assert!(file.split("\r\n").all(|line| line.len() <= 75) && file.contains(&odd), "{file}");
        let some = app.get(&county.guest, &format!("/p/riverbend/roadmap.ics?partner={}", county.health)).await.expect(200).text();
        assert_eq!(some.matches("BEGIN:VEVENT").count(), 1);
        app.close().await;
    }

    async fn a_file_is_taken_whole_once_and_again_without_a_change(db) {
        let (app, county) = start(db).await;
        let content = "layer,title,owner,starts,due,serves,waits_for,term,yardstick\n\
            goal,Homes,RHA,,,,,long,\n\
            objective,Landlords say yes,Riverbend Housing Authority,,2027-06-30,Homes,,,120 more\n\
            strategy,Fund,rha,2026-04-01,2026-09-30,Landlords say yes; Homes,,,\n\
            strategy,Calls,CH,2026-10-01,2026-12-31,Homes,Fund +7,,\n\
            milestone,Rules agreed,RHA,,2026-05-29,Fund,,,\n";
        let send = |content: &str, dry: bool| {
            let body = json!({"file": "plan.csv", "content": content, "dry_run": dry});
            let (app, who) = (&app, &county.coordinator);
            async move { app.post_json(who, IMPORTS, body).await.expect(200).json::<Value>() }
        };
        let looked = send(content, true).await;
        assert_eq!((&looked["added"], &looked["refused"]), (&json!(5), &json!([])), "{looked}");
        let list: Value = app.get(&county.guest, PLAN).await.json();
        assert_eq!(list["items"], json!([]), "a look changes nothing");
        assert_eq!(send(content, false).await["added"], 5);
        let again = send(content, false).await;
        assert_eq!((&again["added"], &again["revised"], &again["unchanged"]), (&json!(0), &json!(0), &json!(5)), "{again}");
        let list: Value = app.get(&county.guest, PLAN).await.json();
        let titles: Vec<&str> = list["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["Homes", "Landlords say yes", "Fund", "Calls", "Rules agreed"]);
        let fund = list["items"][2]["id"].as_str().unwrap();
        assert_eq!(list["items"][2]["serves"].as_array().unwrap().len(), 2);
        // Another date and another name, by the identifier; what the file does not say stays.
        let changed = format!("id,layer,title,due\n{fund},strategy,Landlord fund,2026-10-31\n");
        assert_eq!(send(&changed, false).await["revised"], 1);
        let item = get(&app, &county.guest, fund).await;
        assert_eq!((&item["title"], &item["due"], &item["starts"]), (&json!("Landlord fund"), &json!("2026-10-31"), &json!("2026-04-01")));
        let acts: Vec<&str> = item["history"].as_array().unwrap().iter().map(|step| step["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["moved", "changed", "added"]);
        assert_eq!(item["history"][0]["words"], "plan.csv");
        app.close().await;
    }

    async fn of_a_file_that_is_wrong_nothing_is_taken_and_every_row_is_told(db) {
        let (app, county) = start(db).await;
        chain(&app, &county).await;
        let content = "layer,title,owner,starts,due,serves,waits_for,term,extra\n\
            goal,Homes,RHA,,,,,,x\n\
            strategy,Fund,Nobody,2026-04-01,2026-09-30,,,,\n\
            strategy,Calls,RHA,2026-10-01,2026-09-30,,,,\n\
            strategy,Desk,RHA,2026-10-01,soon,,,,\n\
            milestone,Alone,RHA,,2026-05-29,,,,\n\
            strategy,Rules,,,,,Move-ins,,\n\
            strategy,Landlords,,,,Nowhere,,,\n\
            strategy,Landlords,,,,,,,\n\
            project,Odd,RHA,,,,,,\n\
            goal,Fine,RHA,,,,,short,\n";
        let body = json!({"file": "plan.csv", "content": content});
        let report: Value = app.post_json(&county.coordinator, IMPORTS, body).await.expect(200).json();
        let refused: Vec<(i64, &str)> = report["refused"].as_array().unwrap().iter()
            .map(|one| (one["row"].as_i64().unwrap(), one["code"].as_str().unwrap())).collect();
        for expected in [
            (2, "plan_row_term"), (3, "plan_row_owner"), (4, "plan_row_ends_early"), (5, "plan_row_date"),
            (6, "plan_row_no_strategy"), (7, "plan_row_circle"), (8, "plan_row_reference"), (9, "plan_row_twice"),
            (10, "plan_row_layer"),
        ] {
            assert!(refused.contains(&expected), "{expected:?}: {report}");
        }
        assert!(report["refused"].as_array().unwrap().iter().all(|one| !one["message"].as_str().unwrap().contains("error-")), "{report}");
        assert_eq!((&report["added"], &report["warnings"][0]["code"]), (&json!(0), &json!("columns_left_out")));
        let list: Value = app.get(&county.guest, PLAN).await.json();
        assert_eq!(list["items"].as_array().unwrap().len(), 3, "nothing of it was taken");
        // The same on the page, with a file that is none at all.
        let import = format!("{ROADMAP}/import");
        app.get(&county.alicia, &import).await.expect(200);
        let take = [("mode", "take")];
        let bad = app.post_file(&county.alicia, &import, &take, ("file", "plan.csv", b"\x00\x01")).await.expect(200).text();
        assert!(bad.contains("Nothing was taken."), "{bad}");
        let fine = ("file", "plan.csv", &b"layer,title,owner,term\ngoal,Ours,RHA,long\n"[..]);
        let page = app.post_file(&county.alicia, &import, &[("mode", "look")], fine).await;
        let page = page.expect(200).text();
        assert!(page.contains("All of it can be taken. Nothing was changed yet"), "{page}");
        let none = app.post(&county.alicia, &import, &[("mode", "take")]).await;
        assert_eq!(none.status, 422);
        for (who, expected) in [(&county.sam, 403), (&county.guest, 403), (&county.stranger, 404)] {
            assert_eq!(app.get(who, &import).await.status, expected, "{}", who.name);
            let sent = app.post_json(who, IMPORTS, json!({"file": "a", "content": "b"})).await;
            assert_eq!(sent.status, expected, "{}", who.name);
        }
        // A lead takes what the agency answers for, and nothing else.
        let theirs = json!({"file": "plan.csv", "content": "layer,title,owner,term\ngoal,Ours,RHA,long\ngoal,Theirs,CH,long\n"});
        let report: Value = app.post_json(&county.alicia, IMPORTS, theirs).await.expect(200).json();
        assert_eq!((&report["refused"][0]["code"], &report["refused"][0]["row"]), (&json!("plan_row_not_yours"), &json!(3)));
        app.close().await;
    }

    async fn the_roadmap_is_missing_for_strangers(db) {
        let (app, county) = start(db).await;
        for path in [ROADMAP, "/p/riverbend/roadmap.csv", "/api/v1/p/riverbend/roadmap"] {
            assert_eq!(app.get(&county.stranger, path).await.status, 404, "{path}");
            let nobody = app.visit_as_nobody(path).await.status;
            assert!(matches!(nobody, 303 | 401), "{path}: {nobody}");
        }
        let [first, second, _] = chain(&app, &county).await;
        let path = format!("{PLAN}/{second}/dependencies/{first}");
        for (who, expected) in [(&county.dana, 403), (&county.guest, 403), (&county.stranger, 404)] {
            let sent = app.send_json(Method::DELETE, Some(who), &path, &json!({})).await;
            assert_eq!(sent.status, expected, "{}", who.name);
        }
        app.send_json(Method::DELETE, Some(&county.alicia), &path, &json!({})).await.expect(200);
        app.close().await;
    }
}
