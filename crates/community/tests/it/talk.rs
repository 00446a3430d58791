//! Talk: threads on the pages of records, names that are told, reactions, changes, and what
//! coordinators hide.

use http::Method;
use web::testing::{TestResponse, both_databases};

use super::*;

const TALK: &str = "/api/v1/p/riverbend/discussions";
const PAGE: &str = "/p/riverbend/discussions";

async fn open(app: &TestApp, who: &TestPerson, about: &str, body: &str) -> Value {
    let body = json!({"about": about, "body": body});
    app.post_json(who, TALK, body).await.expect(201).json()
}

async fn answer(app: &TestApp, who: &TestPerson, thread: &str, body: &str) -> Value {
    let path = format!("{TALK}/{thread}/posts");
    app.post_json(who, &path, json!({"body": body})).await.expect(201).json()
}

async fn react(
    app: &TestApp,
    who: &TestPerson,
    (thread, post): (&str, &str),
    name: &str,
) -> TestResponse {
    let path = format!("{TALK}/{thread}/posts/{post}/reactions/{name}");
    app.send_json(Method::PUT, Some(who), &path, &json!({})).await
}

both_databases! {
    async fn what_is_said_stands_on_the_page_of_the_record_and_in_the_list(db) {
        let (app, county) = start(db).await;
        let commitment = promise(&app, &county, "Send the list").await;
        let record = format!("/p/riverbend/commitments/{commitment}");
        let about = format!("commitment:{commitment}");
        assert!(page(&app, &county.jo, &record).await.contains("Nobody has said anything here yet"));
        // A form on the page of the record leads back there.
        let fields = [("about", about.as_str()), ("body", "Who **covers** Tuesdays?"), ("on_page", "yes")];
        let done = app.post(&county.jo, &format!("{PAGE}/new"), &fields).await.expect(303);
        assert_eq!(done.location(), format!("{record}?done=talk-opened-notice#talk"));
        let list = get(&app, &county.dana, TALK).await;
        let thread = id(&list["items"][0]);
        answer(&app, &county.dana, &thread, "We do, from June on.").await;
        let text = page(&app, &county.sam, &record).await;
        for part in ["Who <strong>covers</strong> Tuesdays?", "We do, from June on.", "Jo Lindqvist", "Crossroads Outreach"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        // Also in the list, by its words and by what it is about, and nowhere else.
        for (query, found) in [("?q=tuesday", true), ("?q=june", true), ("?q=landlord", false),
            ("?kind=commitment", true), ("?kind=decision", false), ("?show=closed", false), ("?show=open", true)]
        {
            let text = page(&app, &county.sam, &format!("{PAGE}{query}")).await;
            assert_eq!(text.contains("Who covers Tuesdays?"), found, "{query}");
        }
        let narrowed = page(&app, &county.sam, &format!("{PAGE}?about={about}")).await;
        assert!(narrowed.contains("Send the list"), "{narrowed}");
        // The activity says that something was said, and never what.
        let activity = page(&app, &county.sam, "/p/riverbend/activity").await;
        assert!(activity.contains("started a discussion about: Send the list") && !activity.contains("Tuesdays"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn whoever_is_named_hears_of_it_and_answers_from_my_work(db) {
        let (app, county) = start(db).await;
        let commitment = promise(&app, &county, "Send the list").await;
        let about = format!("commitment:{commitment}");
        app.run_jobs().await;
        let before = app.mails().len();
        let thread = id(&open(&app, &county.jo, &about, "Can @Dana Whitfield or @riverbend housing authority help? jo@Dana Whitfield").await);
        app.run_jobs().await;
        // Dana, and Alicia who leads Housing. Nothing of what was written leaves the house.
        let mails = app.mails();
        assert_eq!(mails.len() - before, 0, "people without an address are not written to");
        let text = page(&app, &county.dana, "/me").await;
        assert!(text.contains("Jo Lindqvist named you: Send the list"), "{text}");
        assert!(page(&app, &county.alicia, "/me").await.contains("Jo Lindqvist named you"));
        assert!(!page(&app, &county.sam, "/me").await.contains("named you"));
        let text = page(&app, &county.dana, &format!("{PAGE}/{thread}")).await;
        assert!(text.contains(&format!("/p/riverbend/people/{}", county.dana.id)), "{text}");
        answer(&app, &county.dana, &thread, "Yes").await;
        assert!(!page(&app, &county.dana, "/me").await.contains("named you"));
        // A reaction is an answer too.
        let first = id(&get(&app, &county.alicia, &format!("{TALK}/{thread}")).await["first"]);
        react(&app, &county.alicia, (&thread, &first), "agree").await.expect(200);
        assert!(!page(&app, &county.alicia, "/me").await.contains("named you"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn reactions_are_counted_once_each_and_taken_back(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
        let made = open(&app, &county.jo, &about, "Who covers Tuesdays?").await;
        let (thread, post) = (id(&made), id(&made["first"]));
        assert_eq!(react(&app, &county.jo, (&thread, &post), "agree").await.status, 409);
        for _ in 0..2 {
            let view: Value = react(&app, &county.dana, (&thread, &post), "agree").await.expect(200).json();
            assert_eq!(view["agree"], 1);
        }
        react(&app, &county.sam, (&thread, &post), "help").await.expect(200);
        assert_eq!(react(&app, &county.sam, (&thread, &post), "cheer").await.status, 404);
        assert!(page(&app, &county.jo, &format!("{PAGE}?show=help")).await.contains("1 person needs help"));
        let path = format!("{TALK}/{thread}/posts/{post}/reactions/help");
        let view: Value = app.send_json(Method::DELETE, Some(&county.sam), &path, &json!({})).await.expect(200).json();
        assert_eq!((&view["help"], &view["agree"]), (&json!(0), &json!(1)));
        assert!(!page(&app, &county.jo, &format!("{PAGE}?show=help")).await.contains("needs help"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_post_is_changed_with_history_and_taken_back_for_good(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
        let made = open(&app, &county.jo, &about, "Zebra on Tuesdays").await;
        let (thread, post) = (id(&made), id(&made["first"]));
        let path = format!("{TALK}/{thread}/posts/{post}");
        let other = json!({"body": "Giraffe on Tuesdays"});
        assert_eq!(app.send_json(Method::PATCH, Some(&county.dana), &path, &other).await.status, 403);
        app.send_json(Method::PATCH, Some(&county.jo), &path, &other).await.expect(200);
        assert_eq!(app.send_json(Method::PATCH, Some(&county.jo), &path, &other).await.status, 409);
        let history = page(&app, &county.sam, &format!("{PAGE}/{thread}/posts/{post}/history")).await;
        assert!(history.contains("Zebra") && history.contains("Giraffe"), "{history}");
        assert!(page(&app, &county.sam, &format!("{PAGE}?q=giraffe")).await.contains("Giraffe on Tuesdays"));
        assert!(!page(&app, &county.sam, &format!("{PAGE}?q=zebra")).await.contains("on Tuesdays"));
        assert_eq!(app.send_json(Method::DELETE, Some(&county.coordinator), &path, &json!({})).await.status, 403);
        app.send_json(Method::DELETE, Some(&county.jo), &path, &json!({})).await.expect(204);
        for who in [&county.jo, &county.coordinator, &county.sam] {
            for path in [format!("{PAGE}/{thread}"), format!("{TALK}/{thread}"), PAGE.to_owned(), format!("{PAGE}?q=giraffe"),
                TALK.to_owned(), format!("{PAGE}/{thread}/posts/{post}/history"), "/p/riverbend/activity".to_owned()]
            {
                let text = app.get(who, &path).await.text();
                assert!(!text.contains("on Tuesdays"), "{path} tells {}", who.name);
            }
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn what_a_coordinator_hides_is_on_the_record_and_its_writer_can_ask_again(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
        let made = open(&app, &county.jo, &about, "Zebra lives on Canal Street").await;
        let (thread, post) = (id(&made), id(&made["first"]));
        let base = format!("{TALK}/{thread}/posts/{post}");
        let why = json!({"why": "It names a client"});
        assert_eq!(app.post_json(&county.dana, &format!("{base}/hidings"), why.clone()).await.status, 403);
        app.post_json(&county.coordinator, &format!("{base}/hidings"), why).await.expect(200);
        for who in [&county.dana, &county.sam, &county.guest] {
            for path in [format!("{PAGE}/{thread}"), format!("{TALK}/{thread}"), PAGE.to_owned(), TALK.to_owned(),
                format!("{PAGE}?q=canal"), format!("{PAGE}/{thread}/posts/{post}/history"), base.clone()]
            {
                let text = app.get(who, &path).await.text();
                assert!(!text.contains("Canal"), "{path} tells {}", who.name);
            }
            let text = page(&app, who, &format!("{PAGE}/{thread}")).await;
            assert!(text.contains("Grace Chen hid this message. The reason: It names a client"), "{text}");
        }
        // Its writer still reads it and asks for another look, once.
        assert!(page(&app, &county.jo, &format!("{PAGE}/{thread}")).await.contains("Canal"));
        let ask = json!({"why": "It is the name of a street dog"});
        app.post_json(&county.jo, &format!("{base}/appeals"), ask.clone()).await.expect(200);
        assert_eq!(app.post_json(&county.jo, &format!("{base}/appeals"), ask).await.status, 409);
        let record = page(&app, &county.coordinator, &format!("{PAGE}/rulings")).await;
        assert!(record.contains("Waits for an answer") && record.contains("street dog"), "{record}");
        assert_eq!(app.get(&county.dana, &format!("{PAGE}/rulings")).await.status, 403);
        let look = json!({"look": "show", "why": "No client is meant"});
        app.post_json(&county.coordinator, &format!("{base}/reviews"), look).await.expect(200);
        assert!(page(&app, &county.dana, &format!("{PAGE}/{thread}")).await.contains("Canal"));
        assert!(page(&app, &county.dana, &format!("{PAGE}?q=canal")).await.contains("Canal"));
        app.run_jobs().await;
        app.close().await;
    }

    async fn guests_write_where_a_door_is_open_to_them(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
        let thread = id(&open(&app, &county.jo, &about, "Who covers Tuesdays?").await);
        let posts = format!("{TALK}/{thread}/posts");
        let body = json!({"body": "I can ride along"});
        assert_eq!(app.post_json(&county.guest, &posts, body.clone()).await.status, 403);
        assert!(page(&app, &county.guest, &format!("{PAGE}/{thread}")).await.contains("Guests read here"));
        let set = |place: &str, guests: bool| {
            let mut fields = vec![("where", place.to_owned())];
            if guests { fields.push(("guests", "yes".to_owned())); }
            fields
        };
        for (place, guests, status) in [("commitment", true, 201), (about.as_str(), false, 403), (about.as_str(), true, 201)] {
            let fields = set(place, guests);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            app.post(&county.coordinator, &format!("{PAGE}/settings"), &fields).await.expect(303);
            assert_eq!(app.post_json(&county.guest, &posts, body.clone()).await.status, status, "{place} {guests}");
        }
        assert_eq!(app.post(&county.alicia, &format!("{PAGE}/settings"), &[("guests", "yes")]).await.status, 403);
        let unknown = app.post(&county.coordinator, &format!("{PAGE}/settings"), &[("where", "nothing")]).await;
        assert_eq!(unknown.status, 422);
        // A guest never hides what others say.
        let post = id(&get(&app, &county.guest, &format!("{TALK}/{thread}")).await["first"]);
        let hide = format!("{TALK}/{thread}/posts/{post}/hidings");
        assert_eq!(app.post_json(&county.guest, &hide, json!({"why": "x"})).await.status, 403);
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_settled_thread_takes_no_answer_until_it_is_opened_again(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
        let thread = id(&open(&app, &county.jo, &about, "Who covers Tuesdays?").await);
        let path = format!("{TALK}/{thread}");
        assert_eq!(app.post_json(&county.dana, &format!("{path}/closings"), json!({})).await.status, 403);
        app.post_json(&county.jo, &format!("{path}/closings"), json!({})).await.expect(200);
        assert_eq!(app.post_json(&county.dana, &format!("{path}/posts"), json!({"body": "Late"})).await.status, 409);
        app.post_json(&county.coordinator, &format!("{path}/reopenings"), json!({})).await.expect(200);
        answer(&app, &county.dana, &thread, "In time").await;
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_form_that_is_not_taken_keeps_what_was_typed(db) {
        let (app, county) = start(db).await;
        let empty = app.post(&county.jo, &format!("{PAGE}/new"), &[("title", "Night outreach")]).await;
        assert_eq!(empty.status, 422);
        assert!(empty.text().contains("Night outreach") && empty.text().contains("f-body"));
        // About the whole partnership it needs a title.
        let bare = app.post(&county.jo, &format!("{PAGE}/new"), &[("body", "Hello")]).await;
        assert_eq!(bare.status, 422);
        let taken = app.post(&county.jo, &format!("{PAGE}/new"), &[("body", "Hello"), ("title", "Night outreach")]).await.expect(303);
        let thread = taken.location().split(['?', '#']).next().unwrap().to_owned();
        let empty = app.post(&county.dana, &format!("{thread}/posts"), &[]).await;
        assert!(empty.status == 422 && empty.text().contains("Night outreach"));
        for about in ["commitment:cmt_00000000000000000000000000", "nothing:x", "commitment", "person:x"] {
            let answer = app.post(&county.jo, &format!("{PAGE}/new"), &[("about", about), ("body", "Hello")]).await;
            assert_eq!(answer.status, 404, "{about}");
        }
        app.run_jobs().await;
        app.close().await;
    }

    async fn two_answers_at_once_are_both_there(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Send the list").await);
        let thread = id(&open(&app, &county.jo, &about, "Who covers Tuesdays?").await);
        let (one, two) = futures_util::future::join(
            answer(&app, &county.dana, &thread, "We do"),
            answer(&app, &county.sam, &thread, "So do we"),
        ).await;
        let mut numbers = [one["number"].as_i64().unwrap(), two["number"].as_i64().unwrap()];
        numbers.sort_unstable();
        assert_eq!(numbers, [2, 3]);
        app.run_jobs().await;
        app.close().await;
    }
}
