//! Lists: filters, pages by key, the board's counts, words, and the table to be saved.

use std::collections::BTreeSet;

use serde_json::json;
use web::testing::both_databases;

use super::*;

/// The titles that an address for programs lists, all pages of it.
async fn titles(app: &TestApp, who: &TestPerson, query: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut address = format!("{API}?{query}");
    loop {
        let page: Value = app.get(who, &address).await.expect(200).json();
        let items = page["items"].as_array().unwrap();
        found.extend(items.iter().map(|item| item["title"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => address = format!("{API}?{query}&after={next}"),
            None => return found,
        }
    }
}

/// One commitment of each state.
async fn one_of_each(app: &TestApp, county: &County) {
    open(app, county, "Soon", "2026-05-29").await;
    open(app, county, "Later", "2026-08-31").await;
    offered(app, county, "Offered", "2026-06-01").await;
    kept(app, county, "Kept", "2026-06-01").await;
    let claimed = open(app, county, "Claimed", "2026-06-02").await;
    act(app, &county.alicia, &claimed, "claims", json!({})).await;
    let broken = open(app, county, "Broken", "2026-06-03").await;
    act(app, &county.jo, &broken, "breaks", json!({"why": "Cancelled"})).await;
    let declined = offered(app, county, "Declined", "2026-06-04").await;
    act(app, &county.jo, &declined, "refusals", json!({"why": "No"})).await;
}

both_databases! {
    async fn every_filter_finds_its_own(db) {
        let (app, county) = start(db).await;
        one_of_each(&app, &county).await;
        let health = propose(&app, &county.dana, "Nurse hours", "2026-05-20", county.health, county.outreach).await;
        act(&app, &county.jo, &health, "acceptances", json!({})).await;
        for (query, expected) in [
            ("state=active", vec!["Nurse hours", "Soon", "Later"]),
            ("state=offered", vec!["Offered"]),
            ("state=claimed", vec!["Claimed"]),
            ("state=kept", vec!["Kept"]),
            ("state=broken", vec!["Broken"]),
            ("state=dropped", vec!["Declined"]),
            ("due=30", vec!["Nurse hours", "Soon"]),
            ("due=later", vec!["Later"]),
            ("due=kept", vec!["Kept"]),
            ("due=overdue", vec![]),
            ("q=NURSES", vec!["Nurse hours"]),
            ("q=hour+nurse", vec!["Nurse hours"]),
            ("q=hour+doctor", vec![]),
        ] {
            assert_eq!(titles(&app, &county.guest, query).await, expected, "{query}");
        }
        let by = |name: &str, of: OrganizationId| format!("{name}={of}&state=active");
        assert_eq!(titles(&app, &county.jo, &by("partner", county.health)).await, ["Nurse hours"]);
        assert_eq!(titles(&app, &county.jo, &by("to", county.outreach)).await.len(), 3);
        assert_eq!(titles(&app, &county.alicia, "who=me&state=active").await, ["Soon", "Later"]);
        assert_eq!(titles(&app, &county.jo, "").await.len(), 8);
        app.advance_days(20);
        assert_eq!(titles(&app, &county.jo, "due=overdue").await, ["Nurse hours", "Soon"]);
        let bad = app.get(&county.jo, &format!("{API}?state=nowhere")).await;
        assert_eq!(bad.status, 422);
        app.close().await;
    }

    async fn a_long_list_comes_in_pages_that_neither_repeat_nor_forget(db) {
        let (app, county) = start(db).await;
        for n in 0..57 {
            let due = format!("2026-06-{:02}", 1 + n % 20);
            offered(&app, &county, &format!("Promise number {n}"), &due).await;
        }
        for query in ["", "state=offered", "q=promise"] {
            let mut all = titles(&app, &county.guest, query).await;
            assert_eq!(all.len(), 57, "{query}");
            all.sort();
            all.dedup();
            assert_eq!(all.len(), 57, "{query}");
        }
        let page = app.get(&county.guest, &format!("{LIST}?view=table")).await.expect(200).text();
        assert!(page.contains("rel=\"next\""), "{page}");
        let next = page.split("rel=\"next\"").next().unwrap();
        let next = next.rsplit("href=\"").next().unwrap().split('"').next().unwrap();
        let next = next.replace("&#38;", "&");
        let second = app.get(&county.guest, &next).await.expect(200).text();
        assert_eq!(second.matches("<tr role=\"row\"><th scope=\"row\"").count(), 7);
        assert!(second.contains("First page"));
        assert_eq!(app.get(&county.guest, &format!("{API}?after=nonsense")).await.status, 422);
        app.close().await;
    }

    async fn the_board_shows_the_parts_with_their_counts(db) {
        let (app, county) = start(db).await;
        one_of_each(&app, &county).await;
        for n in 0..4 {
            open(&app, &county, &format!("More {n}"), "2026-05-30").await;
        }
        app.advance_days(18);
        let board = app.get(&county.jo, LIST).await.expect(200).text();
        for (id, count) in [("overdue", 1), ("30", 4), ("later", 1), ("kept", 1)] {
            let column = board.split(&format!("id=\"b-{id}\"")).nth(1).unwrap();
            let number = column.split("pw-count-plain\">").nth(1).unwrap().split('<').next().unwrap();
            assert_eq!(number, count.to_string(), "{id}: {board}");
        }
        assert!(board.contains("See all 4") && board.contains("1 is overdue and 4 are due in 30 days."));
        // A filter whose counts are not kept is counted a little way.
        let to = app.get(&county.jo, &format!("{LIST}?to={}", county.outreach)).await.text();
        assert!(to.contains("See all 4"), "{to}");
        app.close().await;
    }

    async fn an_empty_list_says_what_will_be_here(db) {
        let (app, county) = start(db).await;
        let table = app.get(&county.alicia, &format!("{LIST}?view=table")).await.text();
        assert!(table.contains("No commitments yet") && table.contains("Make the first one"));
        let none = app.get(&county.alicia, &format!("{LIST}?view=table&q=zebra")).await.text();
        assert!(none.contains("No commitments fit"), "{none}");
        let board = app.get(&county.guest, LIST).await.expect(200).text();
        assert!(board.contains("Nothing here now.") && !board.contains("Make a commitment"));
        app.close().await;
    }

    async fn the_table_to_be_saved_has_every_row_and_no_formula(db) {
        let (app, county) = start(db).await;
        one_of_each(&app, &county).await;
        offered(&app, &county, "=HYPERLINK(\"http://evil.example\",\"x\")", "2026-06-01").await;
        offered(&app, &county, "Comma, \"quote\"", "2026-06-01").await;
        let file = app.get(&county.guest, &format!("{LIST}.csv")).await.expect(200);
        assert!(file.header("content-disposition").starts_with("attachment"), "{:?}", file.headers);
        let text = file.text();
        assert_eq!(text.lines().count(), 10, "{text}");
        assert!(text.starts_with("id,title,promised_by,promised_to,state,due"));
        assert!(text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\""), "{text}");
        assert!(text.contains("\"Comma, \"\"quote\"\"\""));
        assert!(text.contains("Riverbend Housing Authority,Crossroads Outreach"));
        let some = app.get(&county.guest, &format!("{LIST}.csv?state=kept")).await.text();
        assert_eq!(some.lines().count(), 2);
        app.close().await;
    }

    async fn a_long_table_is_saved_to_its_end(db) {
        let (app, county) = start(db).await;
        for number in 0..405 {
            offered(&app, &county, &format!("Result {number}"), "2026-06-01").await;
        }
        let text = app.get(&county.guest, &format!("{LIST}.csv")).await.expect(200).text();
        let ids: BTreeSet<&str> = text.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
        assert_eq!((text.lines().count(), ids.len()), (406, 405), "each row once");
        app.close().await;
    }

    async fn what_stalls_is_shown_with_those_who_can_help(db) {
        let (app, county) = start(db).await;
        open(&app, &county, "Send the list", "2026-05-14").await;
        offered(&app, &county, "Draft rules", "2026-06-30").await;
        let stalled = format!("{LIST}/stalled");
        assert!(app.get(&county.coordinator, &stalled).await.text().contains("Nothing is stuck"));
        app.advance_days(9);
        let text = app.get(&county.coordinator, &stalled).await.expect(200).text();
        for said in [
            "Send the list", "7 days late", "Draft rules", "No answer for 9 days",
            "the leads of Crossroads Outreach",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let near = open(&app, &county, "Paint the hall", "2026-07-01").await;
        app.advance_days(31);
        let quiet = "Due in 10 days, and nobody has said anything for 30 days";
        let text = app.get(&county.coordinator, &stalled).await.text();
        assert!(text.contains("Paint the hall") && text.contains(quiet), "{text}");
        let why = json!({ "due": "2026-07-02", "why": "The paint comes late." });
        act(&app, &county.alicia, &near, "dates", why).await;
        let text = app.get(&county.coordinator, &stalled).await.text();
        assert!(!text.contains("Paint the hall"), "somebody spoke: {text}");
        app.close().await;
    }
}
