//! What everybody sees of meetings, and what nobody does.

use web::testing::both_databases;

use super::*;

const PUBLIC: &str = "/public/riverbend/meetings";

async fn show(app: &TestApp, council: &Council, shown: bool) {
    let fields: &[(&str, &str)] = if shown { &[("shown", "yes")] } else { &[] };
    app.post(&council.county.coordinator, &format!("{PAGE}/public"), fields).await.expect(303);
}

both_databases! {
    async fn everybody_sees_what_was_posted_where_the_partnership_shows_it(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        identity::testing::prepare(&app);
        let rules = json!({"comment_how": "Write to board@example.org", "quorum": "half"});
        app.send_json(Method::PUT, Some(&county.alicia), &format!("{MEETINGS}/rules/{}", council.body), &rules).await.expect(200);
        let posted = planned(&app, &council, "2026-05-20").await;
        let quiet = planned(&app, &council, "2026-05-27").await;
        let mut closed = once(&council, "2026-05-22");
        closed["open"] = json!(false);
        let closed = id(&app.post_json(&county.coordinator, MEETINGS, closed).await.expect(201).json());
        let beds = item(&app, &council, &posted, "Winter <beds>").await;
        act(&app, &county.alicia, &posted, "postings", json!({})).await.expect(200);
        act(&app, &county.alicia, &closed, "postings", json!({})).await.expect(200);
        for path in [PUBLIC.to_owned(), format!("{PUBLIC}/{posted}"), format!("{PUBLIC}.atom")] {
            assert_eq!(app.visit_as_nobody(&path).await.status, 404, "{path}");
        }
        show(&app, &council, true).await;
        let list = app.visit_as_nobody(PUBLIC).await.expect(200).text();
        assert!(list.contains(&posted) && !list.contains(&quiet) && !list.contains(&closed), "{list}");
        for id in [&quiet, &closed] {
            assert_eq!(app.visit_as_nobody(&format!("{PUBLIC}/{id}")).await.status, 404);
        }
        let one = app.visit_as_nobody(&format!("{PUBLIC}/{posted}")).await.expect(200).text();
        assert!(one.contains("Winter &#60;beds&#62;") || one.contains("Winter &lt;beds&gt;"), "{one}");
        assert!(one.contains("Write to board@example.org") && !one.contains("Alicia"), "{one}");
        // Notes are for everybody once the minutes were approved, without the names of people.
        app.advance_days(9);
        act(&app, &county.alicia, &posted, "openings", json!({})).await.expect(200);
        note(&app, &county.dana, &posted, &beds, ("Ten beds.", 0)).await.expect(200);
        let seat = format!("{MEETINGS}/{posted}/attendance/{}", council.seats[0]);
        app.send_json(Method::PUT, Some(&county.alicia), &seat, &json!({"presence": "present"})).await.expect(200);
        act(&app, &county.alicia, &posted, "guests", json!({"name": "Lee Park"})).await.expect(200);
        act(&app, &county.alicia, &posted, "closing", json!({})).await.expect(200);
        act(&app, &county.alicia, &posted, "minutes", json!({})).await.expect(200);
        let one = app.visit_as_nobody(&format!("{PUBLIC}/{posted}")).await.expect(200).text();
        assert!(!one.contains("Ten beds."));
        app.advance_days(7);
        act(&app, &county.alicia, &quiet, "openings", json!({})).await.expect(200);
        act(&app, &county.alicia, &posted, "approvals", json!({"at": quiet})).await.expect(200);
        let one = app.visit_as_nobody(&format!("{PUBLIC}/{posted}")).await.expect(200).text();
        assert!(one.contains("Ten beds.") && one.contains("Chair"), "{one}");
        for name in ["Alicia", "Dana", "Lee Park"] {
            assert!(!one.contains(name), "{name}");
        }
        let feed = app.visit_as_nobody(&format!("{PUBLIC}.atom")).await.expect(200);
        assert!(feed.header("content-type").starts_with("application/atom+xml"));
        let feed = feed.text();
        assert_eq!(feed.matches("<entry>").count(), 1, "{feed}");
        assert!(feed.contains(&posted) && feed.contains("Minutes approved"), "{feed}");
        show(&app, &council, false).await;
        assert_eq!(app.visit_as_nobody(PUBLIC).await.status, 404);
        app.run_jobs().await;
        app.close().await;
    }

    async fn only_a_coordinator_shows_them(db) {
        let (app, council) = start(db).await;
        let county = &council.county;
        for who in [&county.alicia, &county.dana, &county.guest] {
            assert_eq!(app.post(who, &format!("{PAGE}/public"), &[("shown", "yes")]).await.status, 403);
        }
        assert_eq!(app.post(&county.stranger, &format!("{PAGE}/public"), &[("shown", "yes")]).await.status, 404);
        let page = app.get(&county.guest, &format!("{PAGE}/public")).await.expect(200).text();
        assert!(page.contains("Only the partnership sees its meetings.") && !page.contains("Show open meetings to everybody"));
        show(&app, &council, true).await;
        assert_eq!(app.post(&county.coordinator, &format!("{PAGE}/public"), &[("shown", "yes")]).await.status, 409);
        app.run_jobs().await;
        app.close().await;
    }
}
