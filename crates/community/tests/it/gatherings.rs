//! Events through the program, on both databases.

use http::Method;
use partnership::testing::County;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson, TestResponse, both_databases};

use super::{get, id, start};

const EVENTS: &str = "/api/v1/p/riverbend/events";
const PAGE: &str = "/p/riverbend/events";

fn plan(county: &County) -> Value {
    json!({
        "kind": "cross_training", "host": county.housing.to_string(), "title": "Learn the waitlist",
        "on": "2026-05-20", "clock": "13:00", "length": 120, "place": "Library", "capacity": 2,
    })
}

async fn planned(app: &TestApp, county: &County) -> String {
    id(&app.post_json(&county.alicia, EVENTS, plan(county)).await.expect(201).json())
}

async fn register(app: &TestApp, who: &TestPerson, event: &str) -> TestResponse {
    app.post_json(who, &format!("{EVENTS}/{event}/registration"), json!({})).await
}

async fn withdraw(app: &TestApp, who: &TestPerson, event: &str) -> TestResponse {
    let path = format!("{EVENTS}/{event}/registration");
    app.send_json(Method::DELETE, Some(who), &path, &json!({})).await
}

async fn deed(
    app: &TestApp,
    who: &TestPerson,
    event: &str,
    number: i64,
    deed: &str,
) -> TestResponse {
    let path = format!("{EVENTS}/{event}/guests/{number}/state");
    app.send_json(Method::PUT, Some(who), &path, &json!({ "deed": deed })).await
}

both_databases! {
    async fn who_waits_gets_the_place_that_somebody_gives_back_and_hears_of_it(db) {
        let (app, county) = start(db).await;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.sam, "sam@housing.example").await;
        app.run_jobs().await;
        let event = planned(&app, &county).await;
        for who in [&county.jo, &county.dana] {
            register(&app, who, &event).await.expect(200);
        }
        let waits: Value = register(&app, &county.sam, &event).await.expect(200).json();
        assert_eq!((&waits["mine"]["state"], &waits["mine"]["place_in_line"]), (&json!("waiting"), &json!(1)));
        assert_eq!(register(&app, &county.sam, &event).await.status, 409);
        let before = app.mails().len();
        withdraw(&app, &county.jo, &event).await.expect(200);
        let has: Value = get(&app, &county.sam, &format!("{EVENTS}/{event}")).await;
        assert_eq!((&has["mine"]["state"], &has["registered"], &has["waiting"]), (&json!("registered"), &json!(2), &json!(0)));
        app.run_jobs().await;
        let mails = app.mails();
        let [mail] = &mails[before..] else { panic!("one mail: {mails:?}") };
        let mail = mail.replace("=\r\n", "");
        assert!(mail.contains("You have a place") && mail.contains(&format!("{PAGE}/{event}")) && !mail.contains("waitlist"), "{mail}");
        // More places let in who waits.
        register(&app, &county.jo, &event).await.expect(200);
        let mut more = plan(&county);
        more["capacity"] = json!(5);
        let more: Value = app.send_json(Method::PUT, Some(&county.alicia), &format!("{EVENTS}/{event}"), &more).await.expect(200).json();
        assert_eq!((&more["registered"], &more["waiting"]), (&json!(3), &json!(0)));
        app.run_jobs().await;
        app.close().await;
    }

    async fn everybody_who_registers_at_once_is_counted_once(db) {
        let (app, county) = start(db).await;
        let event = planned(&app, &county).await;
        let all = [&county.jo, &county.dana, &county.sam, &county.guest, &county.coordinator];
        let answers = futures_util::future::join_all(all.map(|who| register(&app, who, &event))).await;
        assert!(answers.iter().all(|answer| answer.status == 200));
        let counts: Value = get(&app, &county.alicia, &format!("{EVENTS}/{event}")).await;
        assert_eq!((&counts["registered"], &counts["waiting"]), (&json!(2), &json!(3)));
        let guests = get(&app, &county.alicia, &format!("{EVENTS}/{event}/guests")).await;
        let numbers: Vec<i64> = guests["items"].as_array().unwrap().iter().map(|one| one["number"].as_i64().unwrap()).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        app.run_jobs().await;
        app.close().await;
    }

    async fn who_was_there_gets_a_certificate_and_nobody_else(db) {
        let (app, county) = start(db).await;
        let event = planned(&app, &county).await;
        register(&app, &county.jo, &event).await.expect(200);
        register(&app, &county.dana, &event).await.expect(200);
        let guest = json!({"name": "Lee Park", "organization": "Legal aid"});
        app.post_json(&county.alicia, &format!("{EVENTS}/{event}/guests"), guest).await.expect(200);
        assert_eq!(deed(&app, &county.alicia, &event, 1, "check_in").await.status, 409, "too early");
        let list: Value = get(&app, &county.guest, EVENTS).await;
        let on = list["items"][0]["on"].as_str().unwrap().to_owned();
        let days = "2026-05-11".parse::<base::Date>().unwrap().days_until(on.parse().unwrap());
        app.advance_days(days.max(0));
        while deed(&app, &county.alicia, &event, 1, "check_in").await.status == 409 {
            app.advance_days(1);
        }
        deed(&app, &county.alicia, &event, 3, "check_in").await.expect(200);
        let certificate = |number: i64| format!("{PAGE}/{event}/certificate/{number}");
        let page = app.get(&county.jo, &certificate(1)).await.expect(200).text();
        assert!(page.contains("Certificate of attendance") && page.contains("Jo"), "{page}");
        let page = app.get(&county.alicia, &certificate(3)).await.expect(200).text();
        assert!(page.contains("Lee Park") && page.contains("Legal aid"));
        assert_eq!(app.get(&county.dana, &certificate(2)).await.status, 409, "was not there");
        assert_eq!(app.get(&county.dana, &certificate(1)).await.status, 403, "another's");
        assert_eq!(app.get(&county.dana, &certificate(99)).await.status, 403, "no way to count others");
        deed(&app, &county.alicia, &event, 1, "uncheck").await.expect(200);
        assert_eq!(app.get(&county.jo, &certificate(1)).await.status, 409);
        let csv = app.get(&county.alicia, &format!("{PAGE}/{event}/guests.csv")).await.expect(200).text();
        assert!(csv.starts_with("number,name,organization,state,registered_at,checked_in_at\n") && csv.contains("3,Lee Park,Legal aid,registered,"), "{csv}");
        app.run_jobs().await;
        app.close().await;
    }

    async fn only_those_who_act_for_the_host_keep_the_event_and_see_who_comes(db) {
        let (app, county) = start(db).await;
        let event = planned(&app, &county).await;
        register(&app, &county.jo, &event).await.expect(200);
        for who in [&county.dana, &county.guest] {
            for path in [format!("{PAGE}/{event}/guests"), format!("{PAGE}/{event}/guests.csv"), format!("{PAGE}/{event}/edit"), format!("{PAGE}/{event}/cancel")] {
                assert_eq!(app.get(who, &path).await.status, 403, "{path}");
            }
            assert_eq!(app.get(who, &format!("{EVENTS}/{event}/guests")).await.status, 403);
            assert_eq!(deed(&app, who, &event, 1, "withdraw").await.status, 403);
            let why = json!({"why": "x"});
            assert_eq!(app.post_json(who, &format!("{EVENTS}/{event}/cancellation"), why).await.status, 403);
            assert_eq!(app.post_json(who, EVENTS, plan(&county)).await.status, 403);
            let page = app.get(who, &format!("{PAGE}/{event}")).await.expect(200).text();
            assert!(!page.contains("Guests and check-in"));
        }
        assert_eq!(app.get(&county.stranger, &format!("{PAGE}/{event}")).await.status, 404);
        assert_eq!(register(&app, &county.stranger, &event).await.status, 404);
        deed(&app, &county.coordinator, &event, 1, "withdraw").await.expect(200);
        app.run_jobs().await;
        app.close().await;
    }

    async fn an_event_is_called_off_and_comes_back_with_its_guests(db) {
        let (app, county) = start(db).await;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.dana, "dana@health.example").await;
        app.run_jobs().await;
        let event = planned(&app, &county).await;
        register(&app, &county.dana, &event).await.expect(200);
        let before = app.mails().len();
        let empty = app.post(&county.alicia, &format!("{PAGE}/{event}/cancel"), &[("why", "")]).await;
        assert_eq!(empty.status, 422);
        app.post(&county.alicia, &format!("{PAGE}/{event}/cancel"), &[("why", "Storm")]).await.expect(303);
        assert_eq!(register(&app, &county.sam, &event).await.status, 409);
        let page = app.get(&county.dana, &format!("{PAGE}/{event}")).await.expect(200).text();
        assert!(page.contains("Storm") && page.contains("Cancelled"));
        app.post(&county.alicia, &format!("{PAGE}/{event}/restore"), &[]).await.expect(303);
        app.run_jobs().await;
        let subjects = app.mails()[before..].iter().filter(|mail| mail.contains("An event w")).count();
        assert_eq!(subjects, 2, "one that it was cancelled, one that it will be held");
        let back: Value = get(&app, &county.dana, &format!("{EVENTS}/{event}")).await;
        assert_eq!(back["mine"]["state"], "registered");
        app.close().await;
    }

    async fn the_pages_of_events_work_with_forms_alone_in_both_languages(db) {
        let (app, county) = start(db).await;
        let host = county.housing.to_string();
        let fields = [("kind", "listening_session"), ("host", &*host), ("title", "Listen to tenants"), ("on", "2026-05-22"),
            ("clock", "18:00"), ("length", "90"), ("place", "Church hall"), ("capacity", "1")];
        let bad = [("kind", "listening_session"), ("host", &*host), ("title", "x"), ("on", "2026-05-22"), ("clock", "18:00"),
            ("length", "90"), ("capacity", "0"), ("register_by", "2026-05-23")];
        let page = app.post(&county.alicia, &format!("{PAGE}/new"), &bad).await.expect(422).text();
        assert!(page.contains("Enter a whole number from 1 to 2000") || page.contains("from 1 to 2,000"), "{page}");
        assert!(page.contains("Choose the day of the event or an earlier one"));
        let made = app.post(&county.alicia, &format!("{PAGE}/new"), &fields).await.expect(303);
        let one = made.location().split('?').next().unwrap().to_owned();
        for (who, path) in [(&county.jo, "register"), (&county.dana, "register"), (&county.jo, "withdraw")] {
            app.post(who, &format!("{one}/{path}"), &[]).await.expect(303);
        }
        let page = app.get(&county.dana, &one).await.expect(200).text();
        assert!(page.contains("Registered") && page.contains("1 of 1 places taken"), "{page}");
        app.post(&county.alicia, &format!("{one}/guests"), &[("name", "Lee Park")]).await.expect(303);
        let page = app.get(&county.alicia, &format!("{one}/guests")).await.expect(200).text();
        assert!(page.contains("Lee Park") && page.contains("Number 1 in line"), "{page}");
        let page = app.get(&county.jo, &format!("/es{one}")).await.expect(200).text();
        assert!(page.contains("Sesión para escuchar"), "{page}");
        let page = app.get(&county.jo, &format!("{PAGE}?kind=listening_session")).await.expect(200).text();
        assert!(page.contains("Listen to tenants"));
        let page = app.get(&county.jo, &format!("{PAGE}?when=past")).await.expect(200).text();
        assert!(page.contains("No event fits"));
        app.run_jobs().await;
        app.close().await;
    }
}
