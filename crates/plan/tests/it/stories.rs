//! Stories from the idea to the result, for partners and where the partnership says so for everybody;
//! and the page for everybody.

use web::testing::both_databases;

use super::*;

const PUBLIC: &str = "/public/riverbend";

fn story_of(kind: &str, id: &str) -> String {
    format!("/p/riverbend/stories/{kind}/{id}")
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// Lets everybody see these parts and no others.
async fn show(app: &TestApp, county: &County, parts: &[&str]) {
    let fields: Vec<(&str, &str)> = parts.iter().map(|part| ("parts", *part)).collect();
    app.post(&county.coordinator, "/p/riverbend/public", &fields).await.expect(303);
}

/// A goal that a commitment carries: the address of the commitment, the goal's identifier.
async fn goal_with_a_promise(app: &TestApp, county: &County) -> (String, String) {
    let goal = json!({ "layer": "goal", "title": "Shorten the wait", "term": "long", "owner": county.housing });
    let goal = app.post_json(&county.coordinator, "/api/v1/p/riverbend/goals", goal).await;
    let goal = id(&goal.expect(201).json());
    let body = json!({
        "side": "promiser", "title": "Send the list", "due": "2026-06-01", "serves": goal,
        "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
    });
    let answer = app.post_json(&county.alicia, API, body).await.expect(201);
    (answer.location().to_owned(), goal)
}

both_databases! {
    async fn a_story_tells_what_happened_with_what_led_to_it_and_what_came_of_it(db) {
        let (app, county) = start(db).await;
        let (path, goal) = goal_with_a_promise(&app, &county).await;
        app.advance_days(1);
        act(&app, &county.jo, &path, "acceptances", json!({})).await;
        let page = app.get(&county.guest, page_of(&path)).await.expect(200).text();
        let address = story_of("commitment", last(&path));
        assert!(page.contains(&address), "the record leads to its story: {page}");

        let story = app.get(&county.guest, &address).await.expect(200).text();
        let (led, happened) = (story.find("What led to it").unwrap(), story.find("What happened").unwrap());
        let goal_at = story.find("Shorten the wait").unwrap();
        assert!(led < goal_at && goal_at < happened, "{story}");
        let days = [story.find("May 12, 2026").unwrap(), story.find("May 13, 2026").unwrap()];
        assert!(happened < days[0] && days[0] < days[1], "in the order of days: {story}");
        assert!(story.contains("Alicia Moreno") && story.contains("Jo Lindqvist"), "{story}");

        let program = format!("/api/v1{}", story_of("plan_item", &goal));
        let told: Value = app.get(&county.guest, &program).await.expect(200).json();
        assert_eq!(told["came_of_it"][0]["title"], "Send the list");
        let kinds: Vec<&str> =
            told["happened"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
        assert!(kinds.contains(&"commitment.offered") && kinds.contains(&"commitment.accepted"), "{kinds:?}");
        app.get(&county.guest, &story_of("commitment", "cmt_00000000000000000000000000")).await.expect(404);
        app.get(&county.guest, &story_of("person", &county.alicia.id.to_string())).await.expect(404);
        app.close().await;
    }

    async fn the_story_of_an_idea_goes_on_in_what_was_promised_for_it(db) {
        let (app, county) = start(db).await;
        let idea = json!({ "kind": "idea", "title": "One intake form", "owner": county.housing });
        let idea = app.post_json(&county.alicia, "/api/v1/p/riverbend/ideas", idea).await;
        let idea = id(&idea.expect(201).json());
        let page = app.get(&county.guest, &format!("/p/riverbend/ideas/{idea}")).await.text();
        assert!(page.contains(&story_of("idea", &idea)), "the record leads to its story: {page}");
        let promise = json!({
            "side": "promiser", "title": "Print the form", "due": "2026-06-01", "idea": idea,
            "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
        });
        let promise = app.post_json(&county.alicia, API, promise).await.expect(201);
        let path = promise.location().to_owned();
        act(&app, &county.jo, &path, "acceptances", json!({})).await;
        let dropped = json!({ "verdict": "drop", "learned": "Nobody filled it in" });
        let results = format!("/api/v1/p/riverbend/ideas/{idea}/results");
        app.post_json(&county.alicia, &results, dropped).await.expect(200);
        let told = app.get(&county.guest, &story_of("idea", &idea)).await.expect(200).text();
        let (led, kept) = (told.find("wrote down an idea").unwrap(), told.find("dropped an idea").unwrap());
        let accepted = told.find("Jo Lindqvist").unwrap();
        assert!(led < accepted && accepted < kept, "in the order of days: {told}");
        let of_promise = format!("/api/v1{}", story_of("commitment", last(&path)));
        let of_promise: Value = app.get(&county.guest, &of_promise).await.expect(200).json();
        assert_eq!(of_promise["led_to_it"][0]["title"], "One intake form", "{of_promise}");
        app.get(&county.guest, &story_of("idea", "ide_00000000000000000000000000")).await.expect(404);
        app.get(&county.stranger, &story_of("idea", &idea)).await.expect(404);
        app.close().await;
    }

    async fn what_happened_again_and_again_is_folded_and_none_of_it_is_left_out(db) {
        let (app, county) = start(db).await;
        let (_, goal) = goal_with_a_promise(&app, &county).await;
        for number in 1..=5 {
            let objective = json!({
                "layer": "objective", "title": format!("Objective number {number}"), "yardstick": "A list",
                "owner": county.housing, "due": "2027-12-31", "serves": [goal],
            });
            app.post_json(&county.coordinator, "/api/v1/p/riverbend/goals", objective).await.expect(201);
        }
        let story = app.get(&county.guest, &story_of("plan_item", &goal)).await.expect(200).text();
        let fold = story.find("And 4 more like it").expect("a fold");
        assert!(story.find("Objective number 1").unwrap() < fold, "{story}");
        for number in 2..=5 {
            let told = format!("Objective number {number}");
            assert!(story.split("What happened").nth(1).unwrap().contains(&told), "{told}: {story}");
        }
        app.close().await;
    }

    async fn everybody_reads_a_story_that_a_coordinator_let_out_and_no_name_of_a_person(db) {
        let (app, county) = start(db).await;
        let (path, _) = goal_with_a_promise(&app, &county).await;
        act(&app, &county.jo, &path, "acceptances", json!({})).await;
        let own = story_of("commitment", last(&path));
        let out = format!("{PUBLIC}/stories/commitment/{}", last(&path));
        let letting_out = format!("{own}/public");
        app.post(&county.alicia, &letting_out, &[]).await.expect(403);
        let ask = app.get(&county.coordinator, &letting_out).await.expect(200).text();
        assert!(ask.contains("Names of people do not show."), "{ask}");
        app.post(&county.coordinator, &letting_out, &[]).await.expect(303);
        app.visit_as_nobody(&out).await.expect(404);
        show(&app, &county, &["page", "stories"]).await;
        let read = app.visit_as_nobody(&out).await.expect(200).text();
        assert!(read.contains("Send the list") && read.contains("Somebody of Crossroads Outreach accepted"), "{read}");
        for name in ["Moreno", "Lindqvist", "Grace Chen", "/p/riverbend/"] {
            assert!(!read.contains(name), "{name}: {read}");
        }
        let spanish = app.visit_as_nobody(&format!("/es{out}")).await.expect(200).text();
        assert!(spanish.contains("Lo que pasó"), "{spanish}");
        let front = app.visit_as_nobody(PUBLIC).await.expect(200).text();
        assert!(front.contains(&out), "{front}");
        app.post(&county.coordinator, &letting_out, &[]).await.expect(303);
        app.visit_as_nobody(&out).await.expect(404);
        app.close().await;
    }

    async fn everybody_sees_the_parts_that_the_partnership_shows_and_no_others(db) {
        let (app, county) = start(db).await;
        goal_with_a_promise(&app, &county).await;
        let api = "/api/v1/public/riverbend";
        app.visit_as_nobody(PUBLIC).await.expect(404);
        app.visit_as_nobody(api).await.expect(404);
        app.post(&county.alicia, "/p/riverbend/public", &[("parts", "page")]).await.expect(403);
        // Parts without the page show nothing.
        show(&app, &county, &["goals"]).await;
        app.visit_as_nobody(PUBLIC).await.expect(404);
        show(&app, &county, &["page", "goals", "nonsense"]).await;
        let front = app.visit_as_nobody(PUBLIC).await.expect(200).text();
        assert!(front.contains("Shorten the wait") && !front.contains("Send the list"), "{front}");
        assert!(!front.contains("Do we keep our word?"), "{front}");
        for name in ["Moreno", "Grace Chen"] {
            assert!(!front.contains(name), "{name}: {front}");
        }
        show(&app, &county, &["page", "promises"]).await;
        let view: Value = app.visit_as_nobody(api).await.expect(200).json();
        assert_eq!(view["parts"].as_array().unwrap().len(), 1, "{view}");
        assert_eq!(view["parts"][0]["part"], "commitments.public_promises");
        let said: Value = app.get(&county.guest, "/api/v1/p/riverbend/activity").await.json();
        let said = said["items"][0]["text"].as_str().unwrap();
        assert_eq!(said, "Grace Chen decided what everybody may see of the partnership: 2 parts.");
        app.close().await;
    }

    async fn whoever_takes_over_a_seat_sees_on_one_page_what_goes_with_it(db) {
        let (app, county) = start(db).await;
        let seat = seats::held_seat(&app, &county).await;
        seats::take(&app, &seat, &county.coordinator, &county.alicia).await;
        let path = seats::offered_by(&app, &county, "Send the list", &seat).await;
        act(&app, &county.jo, &path, "acceptances", json!({})).await;
        let draft = json!({
            "title": "Which shelter first?", "method": "consent", "quorum": "half",
            "proposal": "Start with Elm Street.", "owner": county.housing.to_string(),
        });
        app.post_json(&county.alicia, "/api/v1/p/riverbend/decisions", draft).await.expect(201);
        seats::take(&app, &seat, &county.alicia, &county.sam).await;
        let heard: Value = app.get(&county.sam, "/api/v1/me/notices").await.expect(200).json();
        let link = format!("/p/riverbend/seats/{seat}/handover");
        assert!(heard.to_string().contains(&link), "{heard}");
        let page = app.get(&county.sam, &link).await.expect(200).text();
        assert!(page.contains("Sam Okafor holds it. Before: Alicia Moreno."), "{page}");
        assert!(page.contains("Send the list") && page.contains("Which shelter first?"), "{page}");
        let told: Value = app.get(&county.sam, &format!("/api/v1{link}")).await.expect(200).json();
        assert_eq!((&told["holder"], &told["before"]), (&json!("Sam Okafor"), &json!("Alicia Moreno")));
        assert_eq!(told["lists"][0]["items"][0]["title"], "Send the list", "{told}");
        app.get(&county.stranger, &link).await.expect(404);
        app.close().await;
    }

    async fn coordinators_see_where_a_body_lacks_somebody(db) {
        let (app, county) = start(db).await;
        let seat = seats::held_seat(&app, &county).await;
        let overview = app.get(&county.coordinator, "/p/riverbend").await.expect(200).text();
        let all = "1 seat is empty. Nobody leads it. Nobody stands in for the lead.";
        assert!(overview.contains("Groups that lack somebody") && overview.contains(all), "{overview}");
        let others = app.get(&county.alicia, "/p/riverbend").await.expect(200).text();
        assert!(!others.contains("Groups that lack somebody"), "{others}");
        let charge = format!("/p/riverbend/seats/{seat}/charge");
        app.get(&county.coordinator, &charge).await.expect(200);
        app.post(&county.coordinator, &charge, &[("charge", "lead")]).await.expect(303);
        seats::take(&app, &seat, &county.coordinator, &county.alicia).await;
        let overview = app.get(&county.coordinator, "/p/riverbend").await.expect(200).text();
        assert!(overview.contains("Nobody stands in for the lead."), "{overview}");
        assert!(!overview.contains("Nobody leads it."), "{overview}");
        // Who clears a seat leaves word with those who look for somebody.
        app.post(&county.alicia, &format!("/p/riverbend/seats/{seat}/vacate"), &[]).await.expect(303);
        let heard: Value = app.get(&county.coordinator, "/api/v1/me/notices").await.expect(200).json();
        assert!(heard.to_string().contains("needs_you"), "{heard}");
        seats::take(&app, &seat, &county.coordinator, &county.sam).await;
        app.close().await;
    }
}
