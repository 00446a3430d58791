//! Measures in the plan: each number moves what it measures, and is named as the reason.

use http::Method;
use measures::{Correction, Entry, Withdraw};
use partnership::testing::County;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson, both_databases};

use crate::help::{start, with_quarters};

const PLAN: &str = "/api/v1/p/riverbend/goals";
const MEASURES: &str = "/api/v1/p/riverbend/measures";

async fn goal(app: &TestApp, county: &County, owner: base::OrganizationId) -> String {
    let body = json!({
        "layer": "goal", "title": "Shorten the wait", "term": "long", "owner": owner.to_string(),
    });
    let made = app.post_json(&county.coordinator, PLAN, body).await.expect(201);
    made.json::<Value>()["id"].as_str().unwrap().to_owned()
}

async fn put(app: &TestApp, who: &TestPerson, slug: &str, item: &str, method: Method) -> u16 {
    let path = format!("{MEASURES}/{slug}/serves/{item}");
    app.send_json(method, Some(who), &path, &json!({})).await.status
}

async fn stands(app: &TestApp, county: &County, item: &str) -> (String, String, Option<i64>) {
    let item: Value = app.get(&county.guest, &format!("{PLAN}/{item}")).await.expect(200).json();
    let text = |name: &str| item[name].as_str().unwrap().to_owned();
    (text("status"), text("because"), item["progress"]["way_percent"].as_i64())
}

fn number(period: &str, value: f64) -> Entry {
    crate::help::entry(period, value, 180.0)
}

both_databases! {
    async fn a_number_moves_the_goal_that_it_measures(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let goal = goal(&app, &county, county.housing).await;
        let before = ("not_started".to_owned(), "nothing_linked".to_owned(), None);
        assert_eq!(stands(&app, &county, &goal).await, before);
        let form = format!("/p/riverbend/measures/{slug}/serves");
        let page = app.get(&county.alicia, &form).await.expect(200).text();
        assert!(page.contains("Goal: Shorten the wait"), "{page}");
        app.post(&county.alicia, &form, &[("item", &goal)]).await.expect(303);
        let after = ("on_track".to_owned(), "measure_on_track".to_owned(), Some(58));
        assert_eq!(stands(&app, &county, &goal).await, after);
        let page = app.get(&county.guest, &format!("/p/riverbend/goals/{goal}")).await.expect(200).text();
        for said in ["Days from first contact to move-in", "58% of the way", "Now 84.", "The target is 60 by"] {
            assert!(page.contains(said), "the page of the goal lacks `{said}`: {page}");
        }
        let page = app.get(&county.guest, &format!("/p/riverbend/measures/{slug}")).await.expect(200).text();
        assert!(page.contains("What it serves in the plan") && page.contains("Shorten the wait"));
        // A correction, a withdrawal, another target: the goal follows each at once.
        let cx = app.cx(&county.alicia, &county.p);
        let why = || "Two lists came late".parse().unwrap();
        let worse = Correction { slug: slug.clone(), entry: number("2026-Q1", 110.0), why: why(), seen: None };
        measures::correct(&cx, worse).await.unwrap();
        let off = ("off_track".to_owned(), "measure_off".to_owned(), Some(13));
        assert_eq!(stands(&app, &county, &goal).await, off);
        let page = app.get(&county.guest, &format!("/p/riverbend/goals/{goal}")).await.expect(200).text();
        assert!(page.contains("A measure is far from where it should be"), "{page}");
        let period = "2026-Q1".parse().unwrap();
        measures::withdraw(&cx, Withdraw { slug: slug.clone(), period, why: why(), seen: None }).await.unwrap();
        assert_eq!(stands(&app, &county, &goal).await.0, "on_track");
        measures::enter(&cx, &slug, number("2026-Q1", 60.0)).await.unwrap();
        let done = ("done".to_owned(), "measures_reached".to_owned(), Some(100));
        assert_eq!(stands(&app, &county, &goal).await, done);
        measures::retire(&cx, &slug, why(), None).await.unwrap();
        assert_eq!(stands(&app, &county, &goal).await, before);
        measures::restore(&cx, &slug, None).await.unwrap();
        assert_eq!(stands(&app, &county, &goal).await, done);
        app.close().await;
    }

    async fn a_file_moves_it_too(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let goal = goal(&app, &county, county.housing).await;
        assert_eq!(put(&app, &county.alicia, &slug, &goal, Method::PUT).await, 200);
        let body = json!({
            "file": "days.csv", "layout": "long",
            "content": "measure,period,value,unit\ndays_to_move_in,2026-Q1,112,days\n",
        });
        let report = app.post_json(&county.alicia, "/api/v1/p/riverbend/measure-imports", body).await;
        let report: Value = report.expect(200).json();
        assert_eq!(report["revised"], 1, "{report}");
        assert_eq!(stands(&app, &county, &goal).await.1, "measure_off");
        app.close().await;
    }

    async fn only_who_may_change_the_item_attaches_and_detaches(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let theirs = goal(&app, &county, county.health).await;
        // Alicia keeps the measure, and Health answers for the goal.
        for (who, expected) in
            [(&county.alicia, 403), (&county.sam, 403), (&county.guest, 403), (&county.stranger, 404)]
        {
            assert_eq!(put(&app, who, &slug, &theirs, Method::PUT).await, expected, "{}", who.name);
        }
        assert_eq!(put(&app, &county.dana, &slug, &theirs, Method::PUT).await, 200);
        assert_eq!(put(&app, &county.dana, &slug, &theirs, Method::PUT).await, 409, "it is attached");
        let listed: Value = app.get(&county.guest, &format!("{MEASURES}/{slug}/serves")).await.expect(200).json();
        assert_eq!(listed["items"][0]["item"], theirs.as_str());
        assert_eq!(put(&app, &county.jo, &slug, &theirs, Method::DELETE).await, 403);
        // The page of the goal detaches it as well.
        let item: Value = app.get(&county.dana, &format!("{PLAN}/{theirs}")).await.json();
        let measure = item["measures"][0]["measure"].as_str().unwrap().to_owned();
        let path = format!("/p/riverbend/goals/{theirs}/unmeasure");
        assert_eq!(app.post(&county.jo, &path, &[("measure", &measure)]).await.status, 403);
        app.post(&county.dana, &path, &[("measure", &measure)]).await.expect(303);
        assert_eq!(put(&app, &county.dana, &slug, &theirs, Method::DELETE).await, 409);
        let history: Value = app.get(&county.guest, &format!("{PLAN}/{theirs}")).await.json();
        let acts: Vec<&str> =
            history["history"].as_array().unwrap().iter().map(|step| step["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["unmeasured", "measured", "added"]);
        assert_eq!(put(&app, &county.dana, &slug, "pli_00000000000000000000000000", Method::PUT).await, 404);
        app.close().await;
    }
}
