//! What people are told, and what they do from a mail without signing in.

use web::testing::both_databases;

use super::*;

/// A county whose people have accounts, so that mails reach them.
async fn reachable(db: store::testing::Db) -> (TestApp, County) {
    let (app, county) = start(db).await;
    identity::testing::prepare(&app);
    for (who, email) in [
        (&county.alicia, "alicia@housing.example"),
        (&county.jo, "jo@outreach.example"),
        (&county.coordinator, "grace@housing.example"),
    ] {
        identity::testing::give_account(&app, who, email).await;
    }
    (app, county)
}

/// Lets the clock reach 7:30 in the morning of a day, and does the day's work.
async fn morning(app: &TestApp, day: &str) {
    let zone = base::Zone::named("America/Chicago").unwrap();
    let day: base::Date = day.parse().unwrap();
    app.clock.set(day.start_in(&zone).plus_seconds(7 * 3600 + 1800));
    app.run_jobs().await;
}

/// The mails since the last look to an address, unfolded.
fn mails_to(app: &TestApp, email: &str, seen: usize) -> Vec<String> {
    let all = app.mails();
    let new = all.iter().skip(seen).map(|mail| mail.replace("=\r\n", "").replace("=3D", "="));
    new.filter(|mail| {
        mail.contains(&format!("To: {email}")) || mail.contains(&format!("<{email}>"))
    })
    .collect()
}

/// The address behind a line of a mail's plain part.
fn link(mail: &str, label: &str) -> String {
    let after = mail
        .split(&format!("{label}:\r\n"))
        .nth(1)
        .unwrap_or_else(|| panic!("no {label} in {mail}"));
    let address = after.lines().next().unwrap();
    address.strip_prefix("http://localhost").unwrap().to_owned()
}

async fn state(app: &TestApp, county: &County, path: &str) -> String {
    let view: Value = app.get(&county.guest, path).await.expect(200).json();
    view["state"].as_str().unwrap().to_owned()
}

async fn waiting(app: &TestApp, who: &TestPerson) -> usize {
    let page: Value = app.get(who, "/api/v1/me/notices").await.expect(200).json();
    page["items"].as_array().unwrap().len()
}

both_databases! {
    async fn an_offer_is_accepted_from_the_mail_by_exactly_the_one_it_went_to(db) {
        let (app, county) = reachable(db).await;
        let path = offered(&app, &county, "Send the list", "2026-05-29").await;
        app.run_jobs().await;
        let [mail] = &mails_to(&app, "jo@outreach.example", 0)[..] else { panic!("one mail") };
        assert!(mail.contains("An offer waits for your answer") && !mail.contains("Send the list"), "{mail}");
        let link = link(mail, "Accept");
        // Looking changes nothing, however often, and signs nobody in.
        for _ in 0..3 {
            let page = app.visit_as_nobody(&link).await.expect(200).text();
            assert!(page.contains("Send the list") && !page.contains("Jo Lindqvist"), "{page}");
        }
        assert_eq!(state(&app, &county, &path).await, "proposed");
        assert_eq!(app.visit_as_nobody(page_of(&path)).await.status, 303);
        let done = app.post_as_nobody(&link, &[]).await.expect(200);
        assert!(done.text().contains("Done. Thank you."), "{}", done.text());
        assert!(done.headers.get("set-cookie").is_none(), "nobody is signed in by it");
        assert_eq!(state(&app, &county, &path).await, "open");
        let view: Value = app.get(&county.guest, &path).await.expect(200).json();
        assert!(view.to_string().contains(&county.jo.id.to_string()), "it was Jo: {view}");
        // Once: the link is used up, and says so without saying what it was about.
        for answer in [app.visit_as_nobody(&link).await, app.post_as_nobody(&link, &[]).await] {
            assert_eq!(answer.status, 404);
            assert!(!answer.text().contains("Send the list"), "{}", answer.text());
        }
        assert_eq!(waiting(&app, &county.jo).await, 0, "what was asked is settled");
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_link_ends_with_its_time_its_person_s_role_and_at_their_word(db) {
        let (app, county) = reachable(db).await;
        let mut links = Vec::new();
        for title in ["One", "Two", "Three"] {
            let seen = app.mails().len();
            offered(&app, &county, title, "2026-07-29").await;
            app.run_jobs().await;
            links.push(link(&mails_to(&app, "jo@outreach.example", seen)[0], "Accept"));
        }
        // At their word: all that are open now.
        let ended = app.send_json(http::Method::DELETE, Some(&county.jo), "/api/v1/me/notice-links", &json!({})).await;
        assert_eq!(ended.status, 204);
        assert_eq!(app.visit_as_nobody(&links[0]).await.status, 404);
        let seen = app.mails().len();
        let path = offered(&app, &county, "Four", "2026-07-29").await;
        app.run_jobs().await;
        let four = link(&mails_to(&app, "jo@outreach.example", seen)[0], "Accept");
        assert_eq!(app.visit_as_nobody(&four).await.status, 200);
        // Without the role the rights of the link are gone, too.
        let revoke = format!("DELETE FROM grants WHERE person = '{}' AND role = 'lead'", county.jo.id);
        app.store.batch(&revoke).await.unwrap();
        assert_eq!(app.visit_as_nobody(&four).await.status, 404);
        assert_eq!(app.post_as_nobody(&four, &[]).await.status, 404);
        assert_eq!(state(&app, &county, &path).await, "proposed");
        partnership::testing::grant(&app, &county.p, &county.jo, county.outreach, base::Role::Lead).await;
        assert_eq!(app.visit_as_nobody(&four).await.status, 200);
        app.advance_days(8);
        assert_eq!(app.visit_as_nobody(&four).await.status, 404, "it lasts 7 days");
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_new_date_and_its_reason_come_by_mail_and_no_word_is_lost(db) {
        let (app, county) = reachable(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-29").await;
        morning(&app, "2026-05-22").await;
        let mails = mails_to(&app, "alicia@housing.example", 0);
        let mail = mails.iter().find(|mail| mail.contains("due in a week")).unwrap();
        assert!(!mail.contains("Send the list"), "{mail}");
        let (date, done) = (link(mail, "Change date"), link(mail, "Mark as done"));
        // What can't be taken stays in the form.
        let past = [("due", "2026-05-01"), ("why", "The printer broke")];
        let again = app.post_as_nobody(&date, &past).await.expect(422);
        assert!(again.text().contains("The printer broke") && again.text().contains("Error:"), "{}", again.text());
        app.post_as_nobody(&date, &[("due", "2026-06-10"), ("why", "The printer broke")]).await.expect(200);
        let view: Value = app.get(&county.guest, &path).await.expect(200).json();
        assert_eq!(view["due"], "2026-06-10");
        let page = app.get(&county.guest, page_of(&path)).await.expect(200).text();
        assert!(page.contains("The printer broke"), "the reason is in the history");
        // The other link of the mail is still good; here what it asks is not open any more.
        act(&app, &county.alicia, &path, "claims", json!({})).await;
        let late = app.post_as_nobody(&done, &[("note", "All 40 units are in")]).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("All 40 units are in"), "{}", late.text());
        // A link that ended keeps what was written for its person, and for nobody else.
        app.post_as_nobody(&date, &[("due", "2026-06-20"), ("why", "Only half came")]).await.expect(404);
        let list = app.get(&county.alicia, "/me/notices").await.expect(200).text();
        let kept = list.split("href=\"/me/notices/replies/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let kept = format!("/me/notices/replies/{kept}");
        assert_eq!(app.get(&county.jo, &kept).await.status, 404);
        let page = app.get(&county.alicia, &kept).await.expect(200).text();
        assert!(page.contains("Only half came"), "{page}");
        act(&app, &county.jo, &path, "objections", json!({"why": "Half is missing"})).await;
        let page = app.get(&county.alicia, &kept).await.expect(200).text();
        assert!(page.contains("Only half came") && page.contains("2026-06-20"), "{page}");
        app.post(&county.alicia, &kept, &[("due", "2026-06-20"), ("why", "Only half came")]).await.expect(303);
        let view: Value = app.get(&county.guest, &path).await.expect(200).json();
        assert_eq!(view["due"], "2026-06-20");
        assert_eq!(app.get(&county.alicia, &kept).await.status, 404, "it was taken");
        app.run_jobs().await;
        app.close().await;
    }

    async fn the_one_who_is_stuck_says_why_from_the_mail_and_others_only_look(db) {
        let (app, county) = reachable(db).await;
        let path = open(&app, &county, "Send the list", "2026-05-14").await;
        let seen = app.mails().len();
        morning(&app, "2026-05-17").await;
        let alicia = mails_to(&app, "alicia@housing.example", seen);
        let mail = alicia.iter().find(|mail| mail.contains("A commitment needs help")).unwrap();
        let why = link(mail, "Say what is in the way");
        let jo = mails_to(&app, "jo@outreach.example", seen);
        let other = jo.iter().find(|mail| mail.contains("A commitment needs help")).unwrap();
        assert!(!other.contains("/answers/"), "whoever waits can't do it for them: {other}");
        app.post_as_nobody(&why, &[("why", "Two jobs are open")]).await.expect(200);
        let page = app.get(&county.guest, page_of(&path)).await.expect(200).text();
        assert!(page.contains("Two jobs are open"), "{page}");
        // A week later the coordinator hears of it.
        let seen = app.mails().len();
        morning(&app, "2026-05-24").await;
        let grace = mails_to(&app, "grace@housing.example", seen);
        assert!(grace.iter().any(|mail| mail.contains("A commitment still needs help")), "{grace:?}");
        app.close().await;
    }

    async fn what_is_only_to_know_comes_in_one_mail_a_day(db) {
        let (app, county) = reachable(db).await;
        for title in ["One", "Two"] {
            open(&app, &county, title, "2026-07-29").await;
        }
        app.run_jobs().await;
        let at_once = mails_to(&app, "alicia@housing.example", 0);
        assert!(at_once.iter().all(|mail| !mail.contains("Your terms were accepted")), "{at_once:?}");
        let seen = app.mails().len();
        morning(&app, "2026-05-13").await;
        app.run_jobs().await;
        let mails = mails_to(&app, "alicia@housing.example", seen);
        let [summary] = &mails[..] else { panic!("one summary: {mails:?}") };
        assert!(summary.contains("Today: 2 notices") && summary.contains("Your terms were accepted"), "{summary}");
        assert!(!summary.contains("One") && !summary.contains("Two"), "{summary}");
        let seen = app.mails().len();
        morning(&app, "2026-05-14").await;
        assert!(mails_to(&app, "alicia@housing.example", seen).is_empty(), "nothing new");
        app.close().await;
    }
}
