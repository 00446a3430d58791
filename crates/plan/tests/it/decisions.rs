//! Decisions through the program: positions that stay hidden, amendments that meet objections, and
//! closed decisions that nobody edits.

use http::Method;
use serde_json::json;
use web::testing::both_databases;

use super::*;

/// Their address for programs, and their page.
const DECISIONS: &str = "/api/v1/p/riverbend/decisions";
const PAGE: &str = "/p/riverbend/decisions";

fn consent(county: &County) -> Value {
    json!({
        "title": "Do we share one intake form?", "method": "consent", "quorum": "half",
        "proposal": "All partners use the long form.", "owner": county.housing.to_string(),
    })
}

async fn propose(app: &TestApp, who: &TestPerson, body: Value) -> String {
    id(&app.post_json(who, DECISIONS, body).await.expect(201).json())
}

async fn verb(app: &TestApp, who: &TestPerson, id: &str, verb: &str, body: Value) -> Value {
    app.post_json(who, &format!("{DECISIONS}/{id}/{verb}"), body).await.expect(200).json()
}

/// A question by consent that Alicia put to the three partners.
async fn put(app: &TestApp, county: &County, body: Value) -> String {
    let id = propose(app, &county.alicia, body).await;
    verb(app, &county.alicia, &id, "openings", json!({"due": "2026-05-20"})).await;
    id
}

async fn says(
    app: &TestApp,
    who: &TestPerson,
    id: &str,
    body: Value,
) -> web::testing::TestResponse {
    let path = format!("{DECISIONS}/{id}/position");
    app.send_json(Method::PUT, Some(who), &path, &body).await
}

async fn get(app: &TestApp, who: &TestPerson, id: &str) -> Value {
    app.get(who, &format!("{DECISIONS}/{id}")).await.expect(200).json()
}

fn positions(view: &Value) -> usize {
    let rounds = view["rounds_given"].as_array().unwrap();
    rounds.last().unwrap()["positions"].as_array().unwrap().len()
}

async fn closed(app: &TestApp, county: &County, body: Value) -> String {
    let id = put(app, county, body).await;
    for who in [&county.alicia, &county.dana, &county.jo] {
        says(app, who, &id, json!({"stance": "support"})).await.expect(200);
    }
    verb(app, &county.alicia, &id, "closings", json!({})).await;
    id
}

both_databases! {
    async fn positions_stay_hidden_until_one_has_given_ones_own(db) {
        let (app, county) = start(db).await;
        let id = put(&app, &county, consent(&county)).await;
        let object = json!({"stance": "object", "words": "Zebra: it is nine pages"});
        says(&app, &county.dana, &id, object).await.expect(200);
        for who in [&county.alicia, &county.jo, &county.sam, &county.guest, &county.coordinator] {
            let view = get(&app, who, &id).await;
            assert_eq!((positions(&view), &view["answered"]), (0, &json!(1)), "{view}");
            assert!(view["count"].is_null() && !view["positions_shown"].as_bool().unwrap());
            for path in [format!("{PAGE}/{id}"), format!("{DECISIONS}/{id}"), format!("{PAGE}/{id}/position"),
                format!("{PAGE}/{id}/amend"), PAGE.to_owned(), format!("{PAGE}.csv"), DECISIONS.to_owned(),
                "/p/riverbend/activity".to_owned(), "/api/v1/p/riverbend/activity".to_owned(),
                format!("/p/riverbend/people/{}", county.dana.id), "/me".to_owned()]
            {
                let text = app.get(who, &path).await.text();
                assert!(!text.contains("Zebra"), "{path} tells {}", who.name);
                assert!(!text.contains("gave a position"), "{path} tells {}", who.name);
                let told = text.contains("position.sealed") || text.contains("Somebody gave");
                assert!(!told, "{path} tells {}", who.name);
            }
        }
        // Whoever gave theirs sees the others, and who takes theirs back sees them no more.
        says(&app, &county.alicia, &id, json!({"stance": "support"})).await.expect(200);
        let view = get(&app, &county.alicia, &id).await;
        assert_eq!((positions(&view), &view["count"]["object"]), (2, &json!(1)));
        let page = app.get(&county.alicia, &format!("{PAGE}/{id}")).await.expect(200).text();
        assert!(page.contains("Zebra"), "{page}");
        assert_eq!(positions(&get(&app, &county.jo, &id).await), 0);
        let back = format!("{DECISIONS}/{id}/position");
        app.send_json(Method::DELETE, Some(&county.alicia), &back, &json!({})).await.expect(200);
        assert_eq!(positions(&get(&app, &county.alicia, &id).await), 0);
        for who in [&county.alicia, &county.jo] {
            says(&app, who, &id, json!({"stance": "support"})).await.expect(200);
        }
        verb(&app, &county.alicia, &id, "closings", json!({})).await;
        let view = get(&app, &county.guest, &id).await;
        assert_eq!((positions(&view), &view["result"]), (3, &json!("not_adopted")));
        app.run_jobs().await;
        app.close().await;
    }

    async fn an_objection_is_met_and_the_outcome_becomes_a_promise(db) {
        let (app, county) = start(db).await;
        let id = put(&app, &county, consent(&county)).await;
        says(&app, &county.alicia, &id, json!({"stance": "support"})).await.expect(200);
        let bare = says(&app, &county.dana, &id, json!({"stance": "object"})).await;
        assert_eq!(bare.status, 422);
        says(&app, &county.dana, &id, json!({"stance": "object", "words": "Too long"})).await.expect(200);
        let amend = json!({"proposal": "All partners use one page.", "why": "Shorter", "due": "2026-05-21"});
        let view = verb(&app, &county.alicia, &id, "amendments", amend).await;
        assert_eq!((&view["rounds"], &view["answered"], &view["proposal"]),
            (&json!(2), &json!(0), &json!("All partners use one page.")));
        // The round that is over is open to everybody, so that all see what was met.
        let guest = get(&app, &county.guest, &id).await;
        assert_eq!(guest["rounds_given"][0]["positions"][0]["words"], "Too long");
        for (who, stance) in [(&county.alicia, "support"), (&county.dana, "can_live_with")] {
            says(&app, who, &id, json!({"stance": stance})).await.expect(200);
        }
        let early = format!("{DECISIONS}/{id}/closings");
        assert_eq!(app.post_json(&county.alicia, &early, json!({})).await.status, 409);
        app.advance_days(10);
        let compromise = json!({"compromise": "One page, looked at again in fall"});
        let view = verb(&app, &county.coordinator, &id, "closings", compromise).await;
        assert_eq!((&view["result"], &view["compromise"]),
            (&json!("adopted"), &json!("One page, looked at again in fall")));
        // A promise that carries it out goes out for acceptance like any other.
        let promise = json!({
            "side": "promiser", "title": "Print the form", "due": "2026-06-20", "decided": id,
            "promiser": county.housing.to_string(), "receiver": county.health.to_string(),
        });
        let made: Value = app.post_json(&county.alicia, API, promise.clone()).await.expect(201).json();
        assert_eq!((&made["origin"], &made["state"]), (&json!("decision"), &json!("proposed")));
        let path = format!("{API}/{}", made["id"].as_str().unwrap());
        act(&app, &county.dana, &path, "acceptances", json!({})).await;
        let view = get(&app, &county.guest, &id).await;
        assert_eq!(view["commitments"], json!([made["id"]]));
        let page = app.get(&county.guest, page_of(&path)).await.expect(200).text();
        assert!(page.contains("What it carries out") && page.contains("Do we share one intake form?"));
        // From an undecided question nothing is promised.
        let other = propose(&app, &county.alicia, consent(&county)).await;
        let mut wrong = promise;
        wrong["decided"] = json!(other);
        assert_eq!(app.post_json(&county.alicia, API, wrong).await.status, 409);
        app.run_jobs().await;
        app.close().await;
    }

    async fn those_who_may_answer_hear_of_it_with_a_link_and_without_the_question(db) {
        let (app, county) = start(db).await;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.alicia, "alicia@housing.example").await;
        identity::testing::give_account(&app, &county.dana, "dana@health.example").await;
        let id = put(&app, &county, consent(&county)).await;
        app.run_jobs().await;
        let mails = app.mails();
        let [mail] = mails.as_slice() else { panic!("one mail, not to the one who put it: {mails:?}") };
        let mail = mail.replace("=\r\n", "");
        assert!(mail.contains("dana@health.example") && mail.contains("A question waits for your position"), "{mail}");
        assert!(mail.contains(&format!("{PAGE}/{id}")) && !mail.contains("intake form"), "{mail}");
        app.close().await;
    }

    async fn many_who_answer_at_once_are_all_heard(db) {
        let (app, county) = start(db).await;
        let id = put(&app, &county, consent(&county)).await;
        let say = |who| says(&app, who, &id, json!({"stance": "support"}));
        let (one, two, three) = tokio::join!(say(&county.alicia), say(&county.dana), say(&county.jo));
        assert_eq!([one.status, two.status, three.status], [200, 200, 200]);
        assert_eq!(positions(&get(&app, &county.alicia, &id).await), 3);
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_closed_decision_is_only_replaced_by_a_new_one(db) {
        let (app, county) = start(db).await;
        let old = closed(&app, &county, consent(&county)).await;
        let before = get(&app, &county.guest, &old).await;
        for (path, body) in [
            ("amendments", json!({"proposal": "x", "why": "x", "due": "2026-06-01"})),
            ("openings", json!({"due": "2026-06-01"})),
            ("closings", json!({})),
            ("withdrawals", json!({"why": "x"})),
        ] {
            let path = format!("{DECISIONS}/{old}/{path}");
            assert_eq!(app.post_json(&county.coordinator, &path, body).await.status, 409, "{path}");
        }
        let path = format!("{DECISIONS}/{old}");
        let edit = app.send_json(Method::PUT, Some(&county.alicia), &path, &consent(&county)).await;
        assert_eq!(edit.status, 409);
        assert_eq!(says(&app, &county.dana, &old, json!({"stance": "abstain"})).await.status, 409);
        assert_eq!(get(&app, &county.guest, &old).await, before);

        let mut reopening = consent(&county);
        reopening["supersedes"] = json!(old);
        reopening["title"] = json!("Do we keep the form?");
        let new = propose(&app, &county.jo, { reopening["owner"] = json!(county.outreach.to_string()); reopening.clone() }).await;
        assert_eq!(app.post_json(&county.jo, DECISIONS, reopening.clone()).await.status, 409, "one at a time");
        let shown = get(&app, &county.guest, &old).await;
        assert_eq!((&shown["reopened_by"], &shown["result"]), (&json!(new), &json!("adopted")));
        assert!(shown["replaced_on"].is_null());
        let page = app.get(&county.guest, &format!("{PAGE}/{old}")).await.text();
        assert!(page.contains("A new question reopens it:") && page.contains(&new), "{page}");
        let page = app.get(&county.guest, &format!("{PAGE}/{new}")).await.text();
        assert!(page.contains("It reopens:") && page.contains(&old), "{page}");
        // Withdrawn, it leaves the old one as it was; another may try.
        verb(&app, &county.jo, &new, "withdrawals", json!({"why": "Not now"})).await;
        assert!(get(&app, &county.guest, &old).await["reopened_by"].is_null());
        let new = propose(&app, &county.jo, reopening).await;
        verb(&app, &county.jo, &new, "openings", json!({"due": "2026-05-20"})).await;
        for who in [&county.alicia, &county.dana, &county.jo] {
            says(&app, who, &new, json!({"stance": "can_live_with"})).await.expect(200);
        }
        verb(&app, &county.jo, &new, "closings", json!({})).await;
        let shown = get(&app, &county.guest, &old).await;
        assert_eq!((&shown["reopened_by"], &shown["replaced_on"]), (&json!(new), &json!("2026-05-12")));
        assert_eq!(shown["history"], before["history"], "its history has not one step more");
        for (query, count) in [("force=in_force", 1), ("force=replaced", 1), ("result=adopted", 2), ("q=intake", 1)] {
            let found: Value = app.get(&county.guest, &format!("{DECISIONS}?{query}")).await.expect(200).json();
            assert_eq!(found["items"].as_array().unwrap().len(), count, "{query}");
        }
        let mut draft = consent(&county);
        draft["supersedes"] = json!(propose(&app, &county.alicia, consent(&county)).await);
        assert_eq!(app.post_json(&county.alicia, DECISIONS, draft).await.status, 409, "only what is closed");
        app.run_jobs().await;
        app.close().await;
    }

    async fn each_seat_has_a_voice_and_its_holder_gives_it(db) {
        let (app, county) = start(db).await;
        let body = json!({ "name": "Board", "kind": "council", "purpose": "Decides." });
        let body: Value = app.post_json(&county.coordinator, "/api/v1/p/riverbend/bodies", body).await.expect(201).json();
        let mut seats = Vec::new();
        for (title, organization, who) in [
            ("Chair", county.housing, Some(&county.sam)), ("Deputy", county.housing, Some(&county.alicia)),
            ("Resident", county.outreach, Some(&county.guest)), ("Health", county.health, None),
        ] {
            let path = format!("/api/v1/p/riverbend/bodies/{}/seats", id(&body));
            let seat = json!({ "title": title, "organization": organization });
            let seat = id(&app.post_json(&county.coordinator, &path, seat).await.expect(201).json());
            if let Some(who) = who {
                let path = format!("/p/riverbend/seats/{seat}");
                app.post(&county.coordinator, &format!("{path}/offer"), &[("person", &who.id.to_string())]).await.expect(303);
                app.post(who, &format!("{path}/accept"), &[]).await.expect(303);
            }
            seats.push(seat);
        }
        let ranked = json!({
            "title": "Where do we open the cold-night shelter?", "method": "ranked", "franchise": "seat",
            "body": id(&body), "quorum": "all", "options": ["Church hall", "Fairground", "Old school"],
            "owner": county.housing.to_string(),
        });
        let decision = put(&app, &county, ranked).await;
        let view = get(&app, &county.guest, &decision).await;
        let voters: Vec<&str> = view["voters"].as_array().unwrap().iter().map(|one| one["voter"].as_str().unwrap()).collect();
        assert_eq!(voters, seats[..3], "the empty seat has nobody to speak; the roll is fixed");
        // A lead without a seat has no voice here; a guest in a seat has.
        assert_eq!(says(&app, &county.dana, &decision, json!({"ranking": [1]})).await.status, 403);
        for (who, ranking) in [(&county.sam, json!([1, 2])), (&county.alicia, json!([2])), (&county.guest, json!([2, 1]))] {
            let mine: Value = app.get(who, "/api/v1/me/work").await.expect(200).json();
            assert!(mine["waits"].to_string().contains("cold-night shelter"), "{mine}");
            says(&app, who, &decision, json!({"ranking": ranking})).await.expect(200);
            let mine: Value = app.get(who, "/api/v1/me/work").await.expect(200).json();
            assert!(!mine["waits"].to_string().contains("cold-night shelter"), "{mine}");
        }
        let shut = verb(&app, &county.alicia, &decision, "closings", json!({})).await;
        assert_eq!((&shut["result"], &shut["choice"]), (&json!("chosen"), &json!("Fairground")));
        assert_eq!(shut["dissent"], json!([seats[0]]));
        let page = app.get(&county.guest, &format!("{PAGE}/{decision}")).await.expect(200).text();
        assert!(page.contains("Chosen: Fairground.") && page.contains("Chair, Riverbend Housing Authority"), "{page}");
        app.run_jobs().await;
        app.close().await;
    }

    async fn on_advice_the_one_who_decides_hears_all_who_are_named(db) {
        let (app, county) = start(db).await;
        let advice = json!({
            "title": "Which landlord fund?", "method": "advice", "options": ["Small", "Large"],
            "decider": county.housing.to_string(), "owner": county.housing.to_string(),
            "advisers": [county.health.to_string(), county.outreach.to_string()],
        });
        let mut own = advice.clone();
        own["advisers"] = json!([county.housing.to_string()]);
        assert_eq!(app.post_json(&county.alicia, DECISIONS, own).await.status, 422);
        let decision = put(&app, &county, advice).await;
        let words = json!({"words": "The small one: we learn first"});
        says(&app, &county.dana, &decision, words).await.expect(200);
        // The one who decides reads the advice; the other adviser not before their own.
        assert_eq!(positions(&get(&app, &county.alicia, &decision).await), 1);
        assert_eq!(positions(&get(&app, &county.jo, &decision).await), 0);
        let early = format!("{DECISIONS}/{decision}/closings");
        assert_eq!(app.post_json(&county.alicia, &early, json!({"choice": 1})).await.status, 409);
        says(&app, &county.jo, &decision, json!({"words": "The large one"})).await.expect(200);
        assert_eq!(app.post_json(&county.coordinator, &early, json!({"choice": 1})).await.status, 403);
        let shut = verb(&app, &county.alicia, &decision, "closings", json!({"choice": 1})).await;
        assert_eq!((&shut["result"], &shut["choice"]), (&json!("chosen"), &json!("Small")));
        app.run_jobs().await;
        app.close().await;
    }

    async fn who_may_do_what_and_nobody_else(db) {
        let (app, county) = start(db).await;
        let draft = propose(&app, &county.sam, consent(&county)).await;
        let opening = format!("{DECISIONS}/{draft}/openings");
        let due = json!({"due": "2026-05-20"});
        for (who, status) in [(&county.sam, 403), (&county.dana, 403), (&county.guest, 403), (&county.stranger, 404)] {
            assert_eq!(app.post_json(who, &opening, due.clone()).await.status, status, "{}", who.name);
        }
        for (who, status) in [(&county.guest, 403), (&county.stranger, 404)] {
            assert_eq!(app.post_json(who, DECISIONS, consent(&county)).await.status, status);
            assert_eq!(app.get(who, &format!("{PAGE}/new")).await.status, status);
        }
        assert_eq!(app.post_json(&county.dana, DECISIONS, consent(&county)).await.status, 403, "another's question");
        assert_eq!(says(&app, &county.alicia, &draft, json!({"stance": "support"})).await.status, 403, "no roll yet");
        verb(&app, &county.coordinator, &draft, "openings", due).await;
        // Members and guests speak for nobody where organizations answer.
        for who in [&county.sam, &county.guest, &county.coordinator] {
            assert_eq!(says(&app, who, &draft, json!({"stance": "support"})).await.status, 403, "{}", who.name);
        }
        let theirs = json!({"stance": "support", "voter": county.housing.to_string()});
        assert_eq!(says(&app, &county.dana, &draft, theirs).await.status, 403, "for another");
        for path in [PAGE.to_owned(), format!("{PAGE}.csv"), format!("{PAGE}/{draft}"), DECISIONS.to_owned(), format!("{DECISIONS}/{draft}")] {
            assert_eq!(app.get(&county.stranger, &path).await.status, 404, "{path}");
            assert_eq!(app.get(&county.guest, &path).await.status, 200, "{path}");
        }
        let foreign = format!("/api/v1/p/northfork/decisions/{draft}");
        assert_eq!(app.get(&county.stranger, &foreign).await.status, 404);
        app.run_jobs().await;
        app.close().await;
    }

    async fn the_pages_work_without_scripts_in_both_languages(db) {
        let (app, county) = start(db).await;
        let owner = county.housing.to_string();
        let choose = app.get(&county.alicia, &format!("{PAGE}/new")).await.expect(200).text();
        assert!(choose.contains("method=two_thirds") && choose.contains("How shall we decide?"));
        for method in ["consent", "majority", "two_thirds", "ranked", "advice"] {
            app.get(&county.alicia, &format!("{PAGE}/new?method={method}")).await.expect(200);
        }
        let wrong = [("method", "ranked"), ("title", "Where?"), ("options", "One\n"), ("owner", &owner)];
        let again = app.post(&county.alicia, &format!("{PAGE}/new"), &wrong).await;
        assert_eq!(again.status, 422);
        let text = again.text();
        assert!(text.contains("Enter at least 2 options") && text.contains("value=\"Where?\""), "{text}");
        let form = [("method", "ranked"), ("title", "Where?"), ("options", "One\r\nTwo\r\nThree"), ("quorum", "one")];
        let made = app.post(&county.alicia, &format!("{PAGE}/new"), &form).await.expect(303);
        let page = made.location().split('?').next().unwrap().to_owned();
        let text = app.get(&county.alicia, &page).await.expect(200).text();
        assert!(text.contains("Draft") && text.contains("As it would be today"), "{text}");
        let edited = [("method", "ranked"), ("title", "Where at all?"), ("options", "One\nTwo"), ("quorum", "one")];
        app.get(&county.sam, &format!("{page}/edit")).await.expect(200);
        app.post(&county.sam, &format!("{page}/edit"), &edited).await.expect(303);
        app.get(&county.alicia, &format!("{page}/put")).await.expect(200);
        let past = app.post(&county.alicia, &format!("{page}/put"), &[("due", "2026-05-01")]).await;
        assert_eq!(past.status, 422);
        app.post(&county.alicia, &format!("{page}/put"), &[("due", "2026-05-20")]).await.expect(303);
        let text = app.get(&county.dana, &page).await.expect(200).text();
        assert!(text.contains("Positions are hidden until you have given yours."), "{text}");
        let text = app.get(&county.guest, &page).await.expect(200).text();
        assert!(text.contains("Positions are hidden until the question is closed.") && !text.contains("Give a position"));
        app.get(&county.dana, &format!("{page}/position")).await.expect(200);
        let twice = [("ranking", "1"), ("ranking", "1")];
        let refused = app.post(&county.dana, &format!("{page}/position"), &twice).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        let given = [("ranking", "2"), ("ranking", ""), ("words", "Near the bus")];
        app.post(&county.dana, &format!("{page}/position"), &given).await.expect(303);
        let again = app.get(&county.dana, &format!("{page}/position")).await.expect(200).text();
        assert!(again.contains("<option value=\"2\" selected>") && again.contains("Near the bus"), "{again}");
        app.post(&county.dana, &format!("{page}/take-back"), &[]).await.expect(303);
        app.post(&county.dana, &format!("{page}/position"), &[("stance", "abstain"), ("ranking", "")]).await.expect(303);
        app.post(&county.dana, &format!("{page}/position"), &given).await.expect(303);
        assert_eq!(app.get(&county.alicia, &format!("{page}/close")).await.status, 409, "too early");
        app.advance_days(9);
        let late = app.get(&county.alicia, PAGE).await.expect(200).text();
        assert!(late.contains("Open, date passed"), "{late}");
        app.get(&county.alicia, &format!("{page}/close")).await.expect(200);
        app.post(&county.alicia, &format!("{page}/close"), &[]).await.expect(303);
        let text = app.get(&county.guest, &page).await.expect(200).text();
        assert!(text.contains("Chosen: Two.") && text.contains("Near the bus"), "{text}");
        let spanish = app.get(&county.guest, &format!("/es{page}")).await.expect(200).text();
        assert!(spanish.contains("Elegida: Two.") && spanish.contains("Quién puede responder"), "{spanish}");
        let reopen = app.get(&county.alicia, &format!("{PAGE}/new?supersedes={}&method=ranked", page.rsplit('/').next().unwrap())).await.expect(200).text();
        assert!(reopen.contains("This question reopens a closed decision") && reopen.contains("Where at all?"), "{reopen}");
        let offer = app.get(&county.alicia, &format!("{LIST}/new?decided={}&origin=decision", page.rsplit('/').next().unwrap())).await.expect(200).text();
        assert!(offer.contains("name=\"decided\""));
        let file = app.get(&county.guest, &format!("{PAGE}.csv?state=closed")).await.expect(200).text();
        assert!(file.lines().count() == 2 && file.contains("Where at all?"), "{file}");
        let none = app.get(&county.guest, &format!("{PAGE}?q=zebra")).await.expect(200).text();
        assert!(none.contains("No decision fits"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn the_log_is_paged_and_a_second_send_is_told(db) {
        let (app, county) = start(db).await;
        let mut last = String::new();
        for number in 0..53 {
            let mut body = consent(&county);
            body["title"] = json!(format!("Question {number}"));
            last = propose(&app, &county.alicia, body).await;
        }
        let first: Value = app.get(&county.guest, DECISIONS).await.expect(200).json();
        assert_eq!(first["items"].as_array().unwrap().len(), 50);
        let next = first["next"].as_str().unwrap();
        let second: Value = app.get(&county.guest, &format!("{DECISIONS}?after={next}")).await.expect(200).json();
        assert_eq!(second["items"].as_array().unwrap().len(), 3);
        let page = app.get(&county.guest, &format!("{PAGE}?method=consent")).await.expect(200).text();
        assert!(page.contains("method=consent&#38;after=") || page.contains("method=consent&amp;after="), "{page}");
        let file = app.get(&county.guest, &format!("{PAGE}.csv")).await.expect(200).text();
        assert_eq!(file.lines().count(), 54);
        let put = format!("{PAGE}/{last}/put");
        let form = [("revision", "1"), ("due", "2026-05-20")];
        app.post(&county.alicia, &put, &form).await.expect(303);
        let position = format!("{PAGE}/{last}/position");
        // That others answer meanwhile does not matter; another text does.
        app.post(&county.jo, &position, &[("round", "1"), ("stance", "support")]).await.expect(303);
        app.post(&county.dana, &position, &[("round", "1"), ("stance", "support")]).await.expect(303);
        let amend = json!({"proposal": "Another", "why": "Better", "due": "2026-05-21"});
        verb(&app, &county.alicia, &last, "amendments", amend).await;
        let stale = [("round", "1"), ("stance", "support")];
        assert_eq!(app.post(&county.alicia, &position, &stale).await.status, 412);
        let stale = [("revision", "2"), ("why", "No")];
        let withdraw = format!("{PAGE}/{last}/withdraw");
        assert_eq!(app.post(&county.alicia, &withdraw, &stale).await.status, 412);
        assert_eq!(app.get(&county.guest, &format!("{DECISIONS}?state=nonsense")).await.status, 422);
        app.run_jobs().await;
        app.close().await;
    }
}
