//! Drafts: saves that meet and lose nothing, amendments, comments on lines, what is published.

use http::Method;
use web::testing::both_databases;

use super::*;

const DRAFTS: &str = "/api/v1/p/riverbend/drafts";
const PAGE: &str = "/p/riverbend/drafts";
const TEXT: &str =
    "# Purpose\nWe end homelessness.\nWe meet on Mondays.\nEach partner has one vote.";

async fn begun(app: &TestApp, who: &TestPerson) -> String {
    let body = json!({"title": "Charter of the partnership", "kind": "charter", "text": TEXT});
    id(&app.post_json(who, DRAFTS, body).await.expect(201).json())
}

async fn save(app: &TestApp, who: &TestPerson, id: &str, version: i64, text: &str) -> Value {
    let body = json!({"version": version, "text": text});
    app.post_json(who, &format!("{DRAFTS}/{id}/versions"), body).await.expect(200).json()
}

fn with(from: &str, to: &str) -> String {
    assert!(TEXT.contains(from));
    TEXT.replace(from, to)
}

both_databases! {
    async fn two_who_save_from_one_version_lose_nothing(db) {
        let (app, county) = start(db).await;
        let id = begun(&app, &county.alicia).await;
        // At the same time, and again one after the other by the form.
        let (first, second) = (with("Mondays", "Tuesdays"), with("one vote", "one voice"));
        let both = futures_util::future::join(
            save(&app, &county.alicia, &id, 1, &first),
            save(&app, &county.dana, &id, 1, &second),
        ).await;
        assert_eq!((&both.0["collisions"], &both.1["collisions"]), (&json!(0), &json!(0)));
        let now = get(&app, &county.sam, &format!("{DRAFTS}/{id}")).await;
        let text = now["text"].as_str().unwrap();
        assert!(text.contains("Tuesdays") && text.contains("one voice"), "{text}");
        assert_eq!(now["version"], 3);
        let third = with("We end", "We prevent and end");
        let fields = [("version", "1"), ("text", third.as_str()), ("note", "Prevention first")];
        let done = app.post(&county.jo, &format!("{PAGE}/{id}/edit"), &fields).await.expect(303);
        assert!(done.location().contains("drafts-merged-notice"), "{}", done.location());
        // Where both change the same words both stand, and the writer is told at once.
        let fourth = with("Mondays", "Fridays");
        let done = app.post(&county.jo, &format!("{PAGE}/{id}/edit"), &[("version", "1"), ("text", fourth.as_str())]).await.expect(303);
        assert!(done.location().contains("/edit?done=drafts-met-notice"), "{}", done.location());
        let now = get(&app, &county.sam, &format!("{DRAFTS}/{id}")).await;
        let text = now["text"].as_str().unwrap();
        for word in ["Tuesdays", "Fridays", "one voice", "prevent and end"] {
            assert!(text.contains(word), "{word} is not in {text}");
        }
        let history = page(&app, &county.sam, &format!("{PAGE}/{id}/versions")).await;
        assert!(history.contains("Prevention first") && history.contains("two people changed the same words"), "{history}");
        // Each version reads as it was.
        let first = page(&app, &county.guest, &format!("{PAGE}/{id}/versions/1")).await;
        assert!(first.contains("Mondays") && !first.contains("Tuesdays"));
        let compared = page(&app, &county.guest, &format!("{PAGE}/{id}/compare?from=1&to=2")).await;
        assert!(compared.contains("<del>") && compared.contains("<ins>"), "{compared}");
        app.run_jobs().await;
        app.close().await;
    }

    async fn an_amendment_is_taken_in_beside_what_was_saved_since(db) {
        let (app, county) = start(db).await;
        let id = begun(&app, &county.alicia).await;
        let path = format!("{DRAFTS}/{id}/amendments");
        let other = json!({"version": 1, "first": 4, "last": 4, "after": "Each seat has one vote.", "why": "Seats outlive people"});
        let amendment: Value = app.post_json(&county.jo, &path, other).await.expect(201).json();
        assert_eq!(amendment["before"], "Each partner has one vote.");
        let one = format!("{path}/{}", amendment["id"].as_str().unwrap());
        assert!(page(&app, &county.alicia, "/me").await.contains("1 proposal: Charter of the partnership"));
        save(&app, &county.sam, &id, 1, &with("Mondays", "Tuesdays")).await;
        // Those who hold the pen answer: Housing, and coordinators.
        for who in [&county.jo, &county.dana, &county.guest] {
            assert_eq!(app.post_json(who, &format!("{one}/acceptances"), json!({})).await.status, 403, "{}", who.name);
        }
        let taken: Value = app.post_json(&county.sam, &format!("{one}/acceptances"), json!({"answer": "Good"})).await.expect(200).json();
        assert_eq!((&taken["standing"], &taken["taken_in"]), (&json!("accepted"), &json!(3)));
        let now = get(&app, &county.sam, &format!("{DRAFTS}/{id}")).await;
        let text = now["text"].as_str().unwrap();
        assert!(text.contains("Tuesdays") && text.contains("Each seat"), "{text}");
        assert_eq!((&now["open_amendments"], now["version"].as_i64()), (&json!(0), Some(3)));
        assert_eq!(app.post_json(&county.sam, &format!("{one}/acceptances"), json!({})).await.status, 409);
        // One whose lines were changed since is not forced in; it is declined with a reason.
        let late = json!({"version": 1, "first": 3, "last": 3, "why": "We need no day"});
        let late: Value = app.post_json(&county.dana, &path, late).await.expect(201).json();
        let late = format!("{path}/{}", late["id"].as_str().unwrap());
        assert_eq!(app.post_json(&county.coordinator, &format!("{late}/acceptances"), json!({})).await.status, 409);
        assert_eq!(app.post_json(&county.coordinator, &format!("{late}/refusals"), json!({})).await.status, 422);
        app.post_json(&county.coordinator, &format!("{late}/refusals"), json!({"answer": "The day changed"})).await.expect(200);
        let shown = page(&app, &county.dana, &format!("{PAGE}/{id}/amendments/{}", late.rsplit('/').next().unwrap())).await;
        assert!(shown.contains("The day changed") && shown.contains("We meet on Mondays."), "{shown}");
        // Lines that are not there, words that are the same.
        for wrong in [json!({"version": 1, "first": 9, "last": 9, "after": "x", "why": "x"}), json!({"version": 1, "first": 2, "last": 1, "after": "x", "why": "x"})] {
            assert_eq!(app.post_json(&county.jo, &path, wrong).await.status, 422);
        }
        let same = json!({"version": 1, "first": 2, "last": 2, "after": "We end homelessness.", "why": "x"});
        assert_eq!(app.post_json(&county.jo, &path, same).await.status, 409);
        let mine = json!({"version": 1, "first": 2, "last": 2, "after": "We end it.", "why": "x"});
        let mine: Value = app.post_json(&county.jo, &path, mine).await.expect(201).json();
        let mine = format!("{path}/{}/withdrawals", mine["id"].as_str().unwrap());
        assert_eq!(app.post_json(&county.dana, &mine, json!({})).await.status, 403);
        app.post_json(&county.jo, &mine, json!({})).await.expect(200);
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_comment_stays_with_its_line_while_others_write(db) {
        let (app, county) = start(db).await;
        let id = begun(&app, &county.alicia).await;
        let about = format!("draft:{id}");
        let fields = [("about", about.as_str()), ("version", "1"), ("line", "4"), ("quote", "Each partner has one vote."), ("body", "Also observers?")];
        app.post(&county.jo, "/p/riverbend/discussions/new", &fields).await.expect(303);
        save(&app, &county.sam, &id, 1, &format!("A new first line\n{TEXT}")).await;
        let lines = page(&app, &county.dana, &format!("{PAGE}/{id}/lines")).await;
        let fifth = lines.split("id=\"l5\"").nth(1).unwrap().split("</li>").next().unwrap();
        assert!(fifth.contains("1 comment") && fifth.contains("Each partner has one vote."), "{fifth}");
        // Once the line is gone the comment is still found.
        save(&app, &county.sam, &id, 2, "A new first line").await;
        let lines = page(&app, &county.dana, &format!("{PAGE}/{id}/lines")).await;
        assert!(lines.contains("Line 4 of version 1"), "{lines}");
        assert!(page(&app, &county.dana, &format!("{PAGE}/{id}")).await.contains("Also observers?"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn what_is_published_for_everybody_needs_no_account_and_nothing_else_does(db) {
        let (app, county) = start(db).await;
        let id = begun(&app, &county.alicia).await;
        let (public, all) = (format!("/public/riverbend/documents/{id}"), "/public/riverbend/documents");
        for path in [public.as_str(), all] {
            assert_eq!(app.visit_as_nobody(path).await.status, 404, "{path}");
        }
        let path = format!("{DRAFTS}/{id}/publications");
        for who in [&county.sam, &county.dana, &county.guest] {
            assert_eq!(app.post_json(who, &path, json!({"audience": "public"})).await.status, 403, "{}", who.name);
        }
        app.post_json(&county.alicia, &path, json!({"audience": "partners"})).await.expect(200);
        assert_eq!(app.visit_as_nobody(&public).await.status, 404);
        app.post_json(&county.alicia, &path, json!({"audience": "public"})).await.expect(200);
        save(&app, &county.sam, &id, 1, &with("Mondays", "Zebradays")).await;
        let text = app.visit_as_nobody(&public).await.expect(200).text();
        assert!(text.contains("We meet on Mondays.") && !text.contains("Zebradays"), "{text}");
        assert!(app.visit_as_nobody(&format!("/es{all}")).await.expect(200).text().contains("Charter of the partnership"));
        assert_eq!(app.visit_as_nobody(&public.replace("riverbend", "northfork")).await.status, 404);
        assert_eq!(app.post_json(&county.sam, &format!("{DRAFTS}/{id}/withdrawals"), json!({"why": "x"})).await.status, 409);
        app.send_json(Method::DELETE, Some(&county.coordinator), &path, &json!({})).await.expect(200);
        assert_eq!(app.visit_as_nobody(&public).await.status, 404);
        app.post_json(&county.sam, &format!("{DRAFTS}/{id}/withdrawals"), json!({"why": "Another text took its place"})).await.expect(200);
        let late = json!({"version": 2, "text": "Late"});
        assert_eq!(app.post_json(&county.sam, &format!("{DRAFTS}/{id}/versions"), late).await.status, 409);
        app.post_json(&county.sam, &format!("{DRAFTS}/{id}/restorations"), json!({})).await.expect(200);
        app.run_jobs().await;
        app.close().await;
    }

    async fn it_is_found_and_saved_as_a_file(db) {
        let (app, county) = start(db).await;
        let id = begun(&app, &county.alicia).await;
        for (query, found) in [("?q=homelessness", true), ("?q=landlord", false), ("?kind=charter", true), ("?kind=plan", false),
            ("?state=writing", true), ("?state=published", false)]
        {
            let text = page(&app, &county.guest, &format!("{PAGE}{query}")).await;
            assert_eq!(text.contains("Charter of the partnership"), found, "{query}");
        }
        let markdown = app.get(&county.guest, &format!("{PAGE}/{id}/text.md")).await.expect(200);
        assert!(markdown.text().starts_with("# Charter of the partnership\n\n# Purpose"));
        assert!(markdown.header("content-disposition").starts_with("attachment"));
        let html = app.get(&county.guest, &format!("{PAGE}/{id}/document.html")).await.expect(200);
        assert!(html.text().contains("<h3>Purpose</h3>") && html.text().contains("Version 1"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn guests_read_and_propose_where_a_door_is_open(db) {
        let (app, county) = start(db).await;
        let id = begun(&app, &county.alicia).await;
        let body = json!({"version": 1, "text": "Mine"});
        assert_eq!(app.post_json(&county.guest, &format!("{DRAFTS}/{id}/versions"), body).await.status, 403);
        let path = format!("{DRAFTS}/{id}/amendments");
        let other = json!({"version": 1, "first": 4, "last": 4, "after": "Residents have a vote.", "why": "It is about us"});
        assert_eq!(app.post_json(&county.guest, &path, other.clone()).await.status, 403);
        let door = [("where", "draft"), ("guests", "yes")];
        app.post(&county.coordinator, "/p/riverbend/discussions/settings", &door).await.expect(303);
        app.post_json(&county.guest, &path, other).await.expect(201);
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_form_that_is_not_taken_keeps_what_was_typed(db) {
        let (app, county) = start(db).await;
        let bare = app.post(&county.alicia, &format!("{PAGE}/new"), &[("title", "Zebra plan"), ("kind", "plan")]).await;
        assert!(bare.status == 422 && bare.text().contains("Zebra plan"));
        let id = begun(&app, &county.alicia).await;
        let edit = format!("{PAGE}/{id}/edit");
        for fields in [vec![("version", "1"), ("text", "")], vec![("version", "x"), ("text", "Zebra")]] {
            let answer = app.post(&county.sam, &edit, &fields).await;
            assert_eq!(answer.status, 422, "{fields:?}");
        }
        let same = app.post(&county.sam, &edit, &[("version", "1"), ("text", TEXT)]).await;
        assert_eq!(same.status, 409);
        assert_eq!(app.post(&county.sam, &edit, &[("version", "7"), ("text", "Zebra")]).await.status, 404);
        let amend = app.post(&county.sam, &format!("{PAGE}/{id}/amend"), &[("version", "1"), ("first", "2"), ("last", "2"), ("after", "Zebra")]).await;
        assert!(amend.status == 422 && amend.text().contains("Zebra"));
        app.run_jobs().await;
        app.close().await;
    }
}
