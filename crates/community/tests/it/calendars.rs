//! Calendars: secret addresses and what other programs read there.

use http::Method;
use serde_json::json;
use standards::{
    calendar::{self, Component, Property, Value},
    recurrence::{End, Grain, Rule, Wall},
};
use web::testing::{TestApp, TestPerson, both_databases};

use crate::{
    get, id,
    meeting::{MEETINGS, PAGE, once, start},
};

const CALENDARS: &str = "/api/v1/me/calendars";

/// Makes an address and gives its path.
async fn address(app: &TestApp, who: &TestPerson, shows: &str) -> (String, String) {
    let made: serde_json::Value =
        app.post_json(who, CALENDARS, json!({ "shows": shows })).await.expect(201).json();
    let address = made["address"].as_str().unwrap();
    let path = address.find("/feeds/").map(|at| address.get(at..).unwrap().to_owned());
    (id(&made), path.unwrap())
}

/// What a program sees at an address: when its events begin, each with the title.
async fn instances(app: &TestApp, path: &str) -> Vec<(String, String)> {
    let answer = app.visit_as_nobody(path).await.expect(200);
    assert!(answer.header("content-type").starts_with("text/calendar"));
    assert!(answer.header("cache-control").contains("no-store"));
    let text = answer.text();
    let calendars = calendar::read(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let events = &calendars.first().unwrap().components;
    let events: Vec<&Component> = events.iter().filter(|part| part.name == "vevent").collect();
    let mut all = Vec::new();
    for event in &events {
        let summary = event.text("summary").unwrap();
        all.extend(starts(event, &events).into_iter().map(|start| (start, summary.clone())));
    }
    all.sort();
    all
}

/// When an event begins: at each time of its rule but those that were moved or taken out.
fn starts(event: &Component, events: &[&Component]) -> Vec<String> {
    let uid = event.text("uid");
    let same = |other: &&&Component| other.text("uid") == uid;
    let moved = events.iter().filter(same).filter_map(|other| other.property("recurrence-id"));
    let out = event.properties.iter().filter(|line| line.name == "exdate").chain(moved);
    let out: Vec<Wall> = out.flat_map(walls).collect();
    let start = event.property("dtstart").unwrap();
    let first = walls(start).first().copied().unwrap();
    let zone =
        start.parameter("tzid").map_or_else(base::Zone::utc, |id| base::Zone::named(id).unwrap());
    let told = |wall: &Wall| wall.date().at_second(wall.second_of_day(), &zone).rfc3339();
    match event.property("rrule").map(|line| line.values().1) {
        None if start.parameter("value") == Some("DATE") => vec![first.date().to_string()],
        None => vec![told(&first)],
        Some(rules) => {
            let rule: Rule = match rules.first() {
                Some(Value::Rule(rule)) => (**rule).clone(),
                other => panic!("{other:?}"),
            };
            let End::Until(until) = rule.end else { panic!("it ends: {rule:?}") };
            let last = until.at.date().at_second(until.at.second_of_day(), &base::Zone::utc());
            let times = rule_without_end(&rule).times(first, Grain::Seconds);
            let instant = |wall: &Wall| wall.date().at_second(wall.second_of_day(), &zone);
            times
                .take_while(|wall| instant(wall) <= last)
                .filter(|wall| !out.contains(wall))
                .map(|wall| told(&wall))
                .collect()
        }
    }
}

fn rule_without_end(rule: &Rule) -> Rule {
    Rule { end: End::Never, ..rule.clone() }
}

fn walls(line: &Property) -> Vec<Wall> {
    let wall = |value: Value| {
        if let Value::Date(wall) | Value::Time(wall, _) = value { Some(wall) } else { None }
    };
    line.values().1.into_iter().filter_map(wall).collect()
}

both_databases! {
    async fn a_calendar_program_sees_the_meetings_as_the_pages_do(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.alicia, "alicia@housing.example").await;
        let monthly = json!({
            "body": council.body, "title": "Council meeting", "first_on": "2026-05-12",
            "clock": "15:00", "length": 60, "repeats": "monthly_weekday",
        });
        app.post_json(&county.alicia, "/api/v1/p/riverbend/meetings/series", monthly).await.expect(201);
        let page = get(&app, &county.guest, MEETINGS).await;
        let (june, july) = (id(&page["items"][1]), id(&page["items"][2]));
        let mut moved = once(&council, "2026-06-11");
        moved.as_object_mut().unwrap().remove("body");
        app.send_json(Method::PUT, Some(&county.alicia), &format!("{MEETINGS}/{june}"), &moved).await.expect(200);
        app.post_json(&county.alicia, &format!("{MEETINGS}/{july}/cancellation"), json!({"why": "Holidays"})).await.expect(200);
        app.post_json(&county.coordinator, MEETINGS, once(&council, "2026-09-01")).await.expect(201);
        let listed = get(&app, &county.guest, &format!("{MEETINGS}?state=planned")).await;
        let mut listed: Vec<(String, String)> = listed["items"].as_array().unwrap().iter()
            .map(|one| (one["starts"].as_str().unwrap().to_owned(), one["title"].as_str().unwrap().to_owned()))
            .collect();
        listed.sort();
        assert_eq!(listed.len(), 13);
        for shows in ["mine".to_owned(), format!("{}/{}", county.p.id, council.body)] {
            let (_, path) = address(&app, &county.alicia, &shows).await;
            assert_eq!(instances(&app, &path).await, listed, "{shows}");
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn ones_own_calendar_has_ones_events_and_what_one_promised(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.alicia, "alicia@housing.example").await;
        let promise = json!({
            "side": "promiser", "title": "Hold ten beds", "due": "2026-06-01",
            "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
        });
        let promise: serde_json::Value = app.post_json(&county.alicia, "/api/v1/p/riverbend/commitments", promise).await.expect(201).json();
        let accept = format!("/api/v1/p/riverbend/commitments/{}/acceptances", id(&promise));
        let event = json!({
            "kind": "networking", "host": county.housing.to_string(), "title": "Meet the navigators",
            "on": "2026-05-28", "clock": "17:00", "length": 120,
        });
        let event: serde_json::Value = app.post_json(&county.alicia, "/api/v1/p/riverbend/events", event).await.expect(201).json();
        let (_, path) = address(&app, &county.alicia, "mine").await;
        assert!(instances(&app, &path).await.is_empty(), "not accepted, not registered");
        app.post_json(&county.jo, &accept, json!({})).await.expect(200);
        let register = format!("/api/v1/p/riverbend/events/{}/registration", id(&event));
        app.post_json(&county.alicia, &register, json!({})).await.expect(200);
        assert_eq!(instances(&app, &path).await, [
            ("2026-05-28T22:00:00Z".to_owned(), "Meet the navigators".to_owned()),
            ("2026-06-01".to_owned(), "Due: Hold ten beds".to_owned()),
        ]);
        app.run_jobs().await;
        app.close().await;
    }

    async fn nobody_reads_at_an_address_that_was_taken_back_or_never_was(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        for (who, mail) in [(&county.alicia, "alicia@housing.example"), (&county.stranger, "s@x.example")] {
            identity::testing::give_account(&app, who, mail).await;
        }
        let (feed, path) = address(&app, &county.alicia, "mine").await;
        app.visit_as_nobody(&path).await.expect(200);
        assert_eq!(app.visit_as_nobody("/feeds/abc/calendar.ics").await.status, 404);
        // Another's address is not one's own to take back, and a list tells no secret.
        let one = format!("{CALENDARS}/{feed}");
        assert_eq!(app.send_json(Method::DELETE, Some(&county.dana), &one, &json!({})).await.status, 404);
        let listed = get(&app, &county.alicia, CALENDARS).await;
        assert!(listed["items"][0]["address"].is_null() && listed["items"][0]["used_at"].is_string(), "{listed}");
        assert!(get(&app, &county.dana, CALENDARS).await["items"].as_array().unwrap().is_empty());
        app.send_json(Method::DELETE, Some(&county.alicia), &one, &json!({})).await.expect(204);
        assert_eq!(app.visit_as_nobody(&path).await.status, 404);
        // A body of a partnership in which one has no role.
        let theirs = format!("{}/{}", county.p.id, council.body);
        let refused = app.post_json(&county.stranger, CALENDARS, json!({"shows": theirs})).await;
        assert_eq!(refused.status, 404);
        let unknown = app.post(&county.alicia, "/me/calendars", &[("shows", "everything")]).await;
        assert_eq!(unknown.status, 422);
        app.run_jobs().await;
        app.close().await;
    }

    async fn an_address_shows_no_more_than_its_person_may_see_now(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.dana, "dana@health.example").await;
        app.post_json(&county.coordinator, MEETINGS, once(&council, "2026-05-20")).await.expect(201);
        let shows = format!("{}/{}", county.p.id, council.body);
        let (_, body) = address(&app, &county.dana, &shows).await;
        let (_, mine) = address(&app, &county.dana, "mine").await;
        assert_eq!((instances(&app, &body).await.len(), instances(&app, &mine).await.len()), (1, 1));
        let end = format!("/p/riverbend/people/{}/roles/{}/lead/end", county.dana.id, county.health);
        app.post(&county.coordinator, &end, &[]).await.expect(303);
        assert_eq!(app.visit_as_nobody(&body).await.status, 404);
        assert!(instances(&app, &mine).await.is_empty());
        app.run_jobs().await;
        app.close().await;
    }

    async fn the_month_shows_meetings_and_events_by_their_days(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        let meeting: serde_json::Value = app.post_json(&county.coordinator, MEETINGS, once(&council, "2026-05-20")).await.expect(201).json();
        let page = app.get(&county.guest, "/p/riverbend/calendar?month=2026-05").await.expect(200).text();
        assert!(page.contains(&format!("{PAGE}/{}", id(&meeting))), "{page}");
        let page = app.get(&county.guest, "/p/riverbend/calendar?month=2026-06").await.expect(200).text();
        assert!(page.contains("Nothing in this month"), "{page}");
        let page = app.get(&county.guest, "/es/p/riverbend/calendar?month=2026-05").await.expect(200).text();
        assert!(page.contains("Calendario") && page.contains("mayo"), "{page}");
        assert_eq!(app.get(&county.stranger, "/p/riverbend/calendar").await.status, 404);
        let made = app.post(&county.alicia, "/me/calendars", &[("shows", "mine")]).await.expect(200);
        assert!(made.text().contains("webcal://"));
        app.run_jobs().await;
        app.close().await;
    }
}
