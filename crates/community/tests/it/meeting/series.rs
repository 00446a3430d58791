//! Series: meetings a year ahead, single ones that move or are cancelled, and changes of the rule.

use web::testing::both_databases;

use super::*;

const SERIES: &str = "/api/v1/p/riverbend/meetings/series";

fn monthly(council: &Council) -> Value {
    json!({
        "body": council.body, "title": "Council meeting", "first_on": "2026-05-12",
        "clock": "15:00", "length": 60, "repeats": "monthly_weekday",
    })
}

async fn days(app: &TestApp, council: &Council, query: &str) -> Vec<String> {
    let path = format!("{MEETINGS}?{query}");
    let page: Value = app.get(&council.county.guest, &path).await.expect(200).json();
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .map(|item| format!("{} {}", item["on"].as_str().unwrap(), item["state"].as_str().unwrap()))
        .collect()
}

both_databases! {
    async fn a_series_makes_its_meetings_on_the_wall_a_year_ahead_and_goes_on(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let series: Value = app.post_json(&county.alicia, SERIES, monthly(&council)).await.expect(201).json();
        assert_eq!(series["rule"], "FREQ=MONTHLY;BYDAY=2TU");
        let page: Value = app.get(&county.guest, MEETINGS).await.expect(200).json();
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), 13);
        // The clocks change on November 1: three in the afternoon stays three in the afternoon.
        let starts = |on: &str| items.iter().find(|item| item["on"] == on).unwrap()["starts"].clone();
        assert_eq!((starts("2026-10-13"), starts("2026-11-10")),
            (json!("2026-10-13T20:00:00Z"), json!("2026-11-10T21:00:00Z")));
        app.advance_days(40);
        app.run_jobs().await;
        let series: Value = app.get(&county.guest, &format!("{SERIES}/{}", id(&series))).await.expect(200).json();
        assert_eq!(series["made_through"], "2027-06-22");
        assert_eq!(days(&app, &council, "when=coming").await.len(), 12);
        app.close().await;
    }

    async fn one_meeting_moves_and_one_is_cancelled_without_the_others(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let series: Value = app.post_json(&county.alicia, SERIES, monthly(&council)).await.expect(201).json();
        let page: Value = app.get(&county.guest, MEETINGS).await.expect(200).json();
        let (june, july) = (id(&page["items"][1]), id(&page["items"][2]));
        let mut moved = once(&council, "2026-06-11");
        moved.as_object_mut().unwrap().remove("body");
        app.send_json(Method::PUT, Some(&county.alicia), &format!("{MEETINGS}/{june}"), &moved).await.expect(200);
        act(&app, &county.alicia, &july, "cancellation", json!({"why": "Holidays"})).await.expect(200);
        let shown = days(&app, &council, "when=coming").await;
        assert_eq!(shown[..4], ["2026-05-12 planned", "2026-06-11 planned", "2026-07-14 cancelled", "2026-08-11 planned"]);
        // Another rule: what was moved stays as it is where the rule has a place for it.
        let mut change = monthly(&council);
        change.as_object_mut().unwrap().remove("body");
        change["clock"] = json!("16:00");
        change["why"] = json!("The hall is free later");
        let path = format!("{SERIES}/{}", id(&series));
        app.send_json(Method::PUT, Some(&county.alicia), &path, &change).await.expect(200);
        let page: Value = app.get(&county.guest, MEETINGS).await.expect(200).json();
        let clocks: Vec<&str> = page["items"].as_array().unwrap().iter().map(|item| item["clock"].as_str().unwrap()).collect();
        assert_eq!(clocks[..4], ["16:00", "09:00", "15:00", "16:00"]);
        act(&app, &county.alicia, &july, "items", json!({"title": "x"})).await.expect(409);
        app.send_json(Method::DELETE, Some(&county.alicia), &format!("{MEETINGS}/{july}/cancellation"), &json!({})).await.expect(200);
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_rule_without_a_place_for_a_meeting_takes_it_away_or_cancels_it_and_keeps_its_agenda(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let series: Value = app.post_json(&county.alicia, SERIES, monthly(&council)).await.expect(201).json();
        let page: Value = app.get(&county.guest, MEETINGS).await.expect(200).json();
        let june = id(&page["items"][1]);
        item(&app, &council, &june, "Winter beds").await;
        let mut change = monthly(&council);
        change.as_object_mut().unwrap().remove("body");
        change["first_on"] = json!("2026-05-14");
        change["why"] = json!("Thursdays suit more of us");
        app.send_json(Method::PUT, Some(&county.alicia), &format!("{SERIES}/{}", id(&series)), &change).await.expect(200);
        let shown = days(&app, &council, "when=coming").await;
        assert_eq!(shown[..4], ["2026-05-14 planned", "2026-06-09 cancelled", "2026-06-11 planned", "2026-07-09 planned"]);
        let page: Value = app.get(&county.guest, MEETINGS).await.expect(200).json();
        let next = get(&app, &county.guest, &id(&page["items"][0])).await;
        assert!(on_agenda(&next, "Winter beds").is_some(), "{next}");
        let end = json!({"why": "The council rests"});
        app.post_json(&county.alicia, &format!("{SERIES}/{}/endings", id(&series)), end).await.expect(200);
        let shown = days(&app, &council, "state=planned").await;
        assert_eq!(shown.len(), 0, "{shown:?}");
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_rule_that_cannot_be_read_is_told_beside_its_field(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let fields = [("body", council.body.as_str()), ("title", "T"), ("first_on", "2026-05-12"), ("clock", "15:00"),
            ("length", "60"), ("repeats", "rule"), ("rule", "FREQ=FORTNIGHTLY")];
        let page = app.post(&county.alicia, "/p/riverbend/meetings/series/new", &fields).await.expect(422).text();
        assert!(page.contains("We cannot read the rule at “FREQ=FORTNIGHTLY”"), "{page}");
        let mut hourly = monthly(&council);
        hourly["rule"] = json!("FREQ=HOURLY");
        hourly["repeats"] = json!("rule");
        assert_eq!(app.post_json(&county.alicia, SERIES, hourly).await.status, 422);
        assert_eq!(app.post_json(&county.jo, SERIES, monthly(&council)).await.status, 403);
        app.run_jobs().await;
        app.close().await;
    }
}
