//! One meeting: planned, moved, called off, held; who may do what; what it owes.

use web::testing::both_databases;

use super::*;

both_databases! {
    async fn a_meeting_goes_from_its_plan_to_approved_minutes(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let first = planned(&app, &council, "2026-05-12").await;
        let later = planned(&app, &council, "2026-06-09").await;
        let beds = item(&app, &council, &first, "Winter beds").await;
        let vans = item(&app, &council, &first, "Vans").await;
        act(&app, &county.alicia, &first, "openings", json!({})).await.expect(200);
        note(&app, &county.dana, &first, &beds, ("Ten beds.", 0)).await.expect(200);
        let done = format!("{MEETINGS}/{first}/items/{beds}/state");
        app.send_json(Method::PUT, Some(&county.guest), &done, &json!({"state": "done"})).await.expect(200);
        for (seat, presence) in [(&council.seats[0], "present"), (&council.seats[1], "remote")] {
            let path = format!("{MEETINGS}/{first}/attendance/{seat}");
            app.send_json(Method::PUT, Some(&county.alicia), &path, &json!({"presence": presence})).await.expect(200);
        }
        act(&app, &county.alicia, &first, "guests", json!({"name": "Lee Park", "organization": "Legal aid"})).await.expect(200);
        let held: Value = act(&app, &county.alicia, &first, "closing", json!({})).await.expect(200).json();
        assert_eq!(held["quorum"], json!({"seats": 3, "there": 2, "needed": 2, "met": true}));
        let marks: Vec<&str> = held["attendance"].as_array().unwrap().iter().map(|line| line["presence"].as_str().unwrap()).collect();
        assert_eq!(marks.iter().filter(|mark| **mark == "absent").count(), 1, "{marks:?}");
        // What was not done comes back, once.
        let unfinished = on_agenda(&held, "Vans").unwrap();
        assert_eq!((&unfinished["state"], &unfinished["went_to"]), (&json!("unfinished"), &json!(later)));
        let next = get(&app, &county.guest, &later).await;
        let back = on_agenda(&next, "Vans").unwrap();
        assert_eq!((&back["source"], &back["comes_from"]), (&json!("returned"), &json!(vans)));
        assert!(on_agenda(&next, "Winter beds").is_none());
        // Minutes go out, are corrected and approved at the next meeting.
        act(&app, &county.alicia, &first, "minutes", json!({})).await.expect(200);
        assert_eq!(note(&app, &county.dana, &first, &beds, ("More", 1)).await.status, 409);
        act(&app, &county.guest, &first, "corrections", json!({"words": "It was twelve beds"})).await.expect(200);
        let next = get(&app, &county.guest, &later).await;
        let minutes = next["agenda"].as_array().unwrap().iter().find(|item| item["kind"] == "minutes").unwrap();
        assert_eq!(minutes["comes_from"], json!(first));
        let early = act(&app, &county.alicia, &first, "approvals", json!({"at": later})).await;
        assert_eq!(early.status, 409, "the next meeting has not begun");
        app.advance_days(28);
        act(&app, &county.alicia, &later, "openings", json!({})).await.expect(200);
        let approved: Value = act(&app, &county.alicia, &first, "approvals", json!({"at": later})).await.expect(200).json();
        assert_eq!((&approved["minutes"], &approved["approved_at"]), (&json!("approved"), &json!(later)));
        assert_eq!(app.send_json(Method::DELETE, Some(&county.alicia), &format!("{MEETINGS}/{first}/minutes"), &json!({})).await.status, 409);
        let next = get(&app, &county.guest, &later).await;
        let minutes = next["agenda"].as_array().unwrap().iter().find(|item| item["kind"] == "minutes").unwrap();
        assert_eq!(minutes["state"], "done");
        let page = app.get(&county.guest, &format!("{PAGE}/{first}")).await.expect(200).text();
        for words in ["Ten beds.", "It was twelve beds", "Lee Park", "Minutes approved"] {
            assert!(page.contains(words), "{words}");
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn those_in_the_seats_hear_of_a_move_with_a_link_and_without_the_matter(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.alicia, "alicia@housing.example").await;
        identity::testing::give_account(&app, &county.dana, "dana@health.example").await;
        app.run_jobs().await;
        let before = app.mails().len();
        let id = planned(&app, &council, "2026-05-20").await;
        let mut moved = once(&council, "2026-05-21");
        moved.as_object_mut().unwrap().remove("body");
        moved["title"] = json!("Zebra council");
        app.send_json(Method::PUT, Some(&county.alicia), &format!("{MEETINGS}/{id}"), &moved).await.expect(200);
        app.run_jobs().await;
        let mails = app.mails();
        let [mail] = &mails[before..] else { panic!("one mail, not to the one who moved it: {mails:?}") };
        let mail = mail.replace("=\r\n", "");
        assert!(mail.contains("dana@health.example") && mail.contains("was moved"), "{mail}");
        assert!(mail.contains(&format!("{PAGE}/{id}")) && !mail.contains("Zebra"), "{mail}");
        app.close().await;
    }

    async fn only_those_of_the_body_change_its_meetings(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let id = planned(&app, &council, "2026-05-20").await;
        // Jo's organization has a seat, but Jo holds none: she takes part and plans nothing.
        item(&app, &council, &id, "Mine").await;
        act(&app, &county.jo, &id, "items", json!({"title": "Jo's"})).await.expect(201);
        for verb in ["openings", "postings", "closing", "minutes"] {
            assert_eq!(act(&app, &county.jo, &id, verb, json!({})).await.status, 403, "{verb}");
            assert_eq!(act(&app, &county.guest, &id, verb, json!({})).await.status, 403, "{verb}");
            assert_eq!(act(&app, &county.stranger, &id, verb, json!({})).await.status, 404, "{verb}");
        }
        assert_eq!(app.post_json(&county.jo, MEETINGS, once(&council, "2026-07-01")).await.status, 403);
        // Another body: nobody of the council has a say there but the coordinator.
        let other = json!({ "name": "Data group", "kind": "work_group" });
        let other: Value = app.post_json(&county.coordinator, "/api/v1/p/riverbend/bodies", other).await.expect(201).json();
        let mut plan = once(&council, "2026-07-01");
        plan["body"] = other["id"].clone();
        assert_eq!(app.post_json(&county.alicia, MEETINGS, plan.clone()).await.status, 403);
        let theirs: Value = app.post_json(&county.coordinator, MEETINGS, plan).await.expect(201).json();
        let theirs = theirs["id"].as_str().unwrap();
        assert_eq!(act(&app, &county.alicia, theirs, "items", json!({"title": "x"})).await.status, 403);
        for path in [format!("{PAGE}/{theirs}/minutes"), format!("{PAGE}/{theirs}/items/new"), format!("{PAGE}/{theirs}/edit")] {
            assert_eq!(app.get(&county.alicia, &path).await.status, 403, "{path}");
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn an_open_meeting_is_posted_in_time_and_those_who_keep_it_hear_before(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.alicia, "alicia@housing.example").await;
        let rules = format!("{MEETINGS}/rules/{}", council.body);
        let set = json!({"quorum": "two_thirds", "notice_hours": 72, "comment": 15, "minutes_days": 10});
        app.send_json(Method::PUT, Some(&county.alicia), &rules, &set).await.expect(200);
        let id = planned(&app, &council, "2026-05-18").await;
        let owed = get(&app, &county.guest, &id).await["owed"].clone();
        assert_eq!((&owed[0]["duty"], &owed[0]["standing"]), (&json!("post"), &json!("soon")));
        app.advance_days(1);
        app.run_jobs().await;
        let told = |mails: &[String]| mails.iter().filter(|mail| mail.contains("Subject: A meeting is to be posted")).count();
        assert_eq!(told(&app.mails()), 1);
        app.advance_days(1);
        app.run_jobs().await;
        assert_eq!(told(&app.mails()), 1, "each word once");
        let work: Value = app.get(&county.alicia, "/api/v1/me/work").await.expect(200).json();
        assert!(work.to_string().contains("Post “Council meeting”"), "{work}");
        let posted: Value = act(&app, &county.alicia, &id, "postings", json!({})).await.expect(200).json();
        assert_eq!(posted["owed"][0]["standing"], "kept");
        let comment = posted["agenda"].as_array().unwrap().iter().find(|item| item["kind"] == "comment").unwrap();
        assert_eq!(comment["length"], 15);
        // Moved after it was posted, it is to be posted again.
        app.advance_days(1);
        let mut moved = once(&council, "2026-05-19");
        moved.as_object_mut().unwrap().remove("body");
        let moved: Value = app.send_json(Method::PUT, Some(&county.alicia), &format!("{MEETINGS}/{id}"), &moved).await.expect(200).json();
        assert_eq!(moved["owed"][0]["duty"], "post_again");
        app.run_jobs().await;
        app.close().await;
    }

    async fn meetings_are_found_by_body_state_and_time_a_page_at_a_time(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        for day in 10..40 {
            let on = format!("2026-{:02}-{:02}", 6 + day / 28, day % 28 + 1);
            planned(&app, &council, &on).await;
        }
        let gone = planned(&app, &council, "2026-05-13").await;
        act(&app, &county.alicia, &gone, "cancellation", json!({"why": "Snow"})).await.expect(200);
        let mut seen = Vec::new();
        let mut next = format!("{MEETINGS}?state=planned");
        loop {
            let page: Value = app.get(&county.guest, &next).await.expect(200).json();
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["on"].as_str().unwrap().to_owned()));
            match page["next"].as_str() {
                Some(mark) => next = format!("{MEETINGS}?state=planned&after={mark}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), 30);
        assert!(seen.windows(2).all(|pair| pair[0] < pair[1]), "{seen:?}");
        let csv = app.get(&county.guest, &format!("{PAGE}.csv?state=cancelled")).await.expect(200).text();
        assert!(csv.lines().count() == 2 && csv.contains("cancelled"), "{csv}");
        app.advance_days(3);
        let past: Value = app.get(&county.guest, &format!("{MEETINGS}?when=past")).await.expect(200).json();
        assert_eq!(past["items"].as_array().unwrap().len(), 1);
        let page = app.get(&county.guest, &format!("{PAGE}?when=past&state=held")).await.expect(200).text();
        assert!(page.contains("No meeting fits"), "{page}");
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_form_that_lacks_something_says_so_and_keeps_what_was_typed(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        let fields = [("title", "Extra meeting"), ("on", "2026-02-30"), ("clock", "25:00"), ("length", "0")];
        let page = app.post(&county.coordinator, &format!("{PAGE}/new"), &fields).await.expect(422).text();
        for words in ["Extra meeting", "from 1 to 1440", "Choose"] {
            assert!(page.contains(words), "{words}");
        }
        let fields = [("body", council.body.as_str()), ("title", "Extra meeting"), ("on", "2026-06-02"), ("clock", "14:30"), ("length", "45")];
        let made = app.post(&county.coordinator, &format!("{PAGE}/new"), &fields).await.expect(303);
        let path = made.location().split('?').next().unwrap().to_owned();
        let page = app.get(&county.guest, &path).await.expect(200).text();
        assert!(page.contains("Tuesday, June 2, 2026, 2:30 pm"), "{page}");
        app.run_jobs().await;
        app.close().await;
    }
}
