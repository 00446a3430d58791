//! Numbers that were taken back: gone from the chart, the findings and the lists, and in the history.

use measures::import::{Mode, Options, Source, run};
use measures::{Correction, Error, Withdraw};
use serde_json::{Value, json};
use standards::Layout;
use web::testing::both_databases;

use crate::help::{entry, start, with_quarters};

const WHY: &str = "It counted families twice";

both_databases! {
    async fn a_wrong_number_is_taken_back_and_entered_again(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let page = format!("/p/riverbend/measures/{slug}");
        let number = format!("{page}/numbers/2026-Q1");
        let form = app.get(&county.alicia, &format!("{number}/withdraw")).await.expect(200).text();
        assert!(form.contains("84 days, Jan to Mar 2026") && form.contains("What happens"), "{form}");
        let empty = app.post(&county.alicia, &format!("{number}/withdraw"), &[("why", " ")]).await;
        assert!(empty.expect(422).text().contains("id=\"e-why\""));
        let fields = [("why", WHY), ("revision", "0")];
        let done = app.post(&county.alicia, &format!("{number}/withdraw"), &fields).await.expect(303);
        let done = app.get(&county.alicia, done.location()).await.expect(200).text();
        assert!(done.contains("The number is taken back.") && done.contains("withdraw/undo"), "{done}");
        let shown = app.get(&county.guest, &page).await.expect(200).text();
        assert!(shown.contains("The last number is 88 days, for Oct to Dec 2025."), "{shown}");
        assert!(shown.contains("Taken back on May 12, 2026: It counted families twice"), "{shown}");
        assert!(!shown.contains("84 days") && !shown.contains(">84<"), "the number is still there: {shown}");
        let es = app.get(&county.guest, &format!("/es{page}")).await.expect(200).text();
        assert!(es.contains("Retirado el"), "{es}");
        let sheet = app.get(&county.guest, &format!("{page}.csv")).await.expect(200).text();
        assert_eq!(sheet.lines().count(), 9, "a header and eight numbers");
        let history = app.get(&county.guest, &number).await.expect(200).text();
        assert!(history.contains("84 days") && history.contains(WHY) && !history.contains("Enter it again"), "{history}");
        app.post(&county.alicia, &format!("{number}/withdraw"), &fields).await.expect(404);
        app.get(&county.alicia, &format!("{number}/withdraw")).await.expect(404);
        // Undone: as it was, and every step stays.
        app.post(&county.alicia, &format!("{number}/withdraw/undo"), &[]).await.expect(303);
        app.post(&county.alicia, &format!("{number}/withdraw/undo"), &[]).await.expect(409);
        let shown = app.get(&county.guest, &page).await.expect(200).text();
        assert!(shown.contains("The last number is 84 days") && !shown.contains("Taken back"), "{shown}");
        let history = app.get(&county.guest, &number).await.expect(200).text();
        assert!(history.contains(WHY), "{history}");
        let activity = app.get(&county.guest, "/p/riverbend/activity").await.expect(200).text();
        assert!(activity.contains("took back a number") && activity.contains("back as it was"), "{activity}");
        app.close().await;
    }

    async fn the_right_number_is_entered_after_a_wrong_one_was_taken_back(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let cx = app.cx(&county.alicia, &county.p);
        let period = "2025-Q1".parse().unwrap();
        let command = |seen| Withdraw { slug: slug.clone(), period, why: WHY.parse().unwrap(), seen };
        let stale = measures::withdraw(&cx, command(Some(7))).await;
        assert!(matches!(stale, Err(Error::Store(store::Error::Stale))), "{stale:?}");
        measures::withdraw(&cx, command(Some(0))).await.unwrap();
        let correction = Correction { slug: slug.clone(), entry: entry("2025-Q1", 1.0, 1.0), why: WHY.parse().unwrap(), seen: None };
        assert!(matches!(measures::correct(&cx, correction).await, Err(Error::NumberMissing { .. })));
        let form = app.get(&county.alicia, &format!("/p/riverbend/measures/{slug}/numbers/new?period=2025-Q1")).await;
        assert!(form.expect(200).text().contains("value=\"2025-Q1\""));
        let entered = measures::enter(&cx, &slug, entry("2025-Q1", 107.0, 150.0)).await.unwrap();
        assert_eq!(entered.revision, 2);
        let history = measures::history(&cx, &slug, period).await.unwrap();
        let values: Vec<_> = history.revisions.iter().map(|one| (one.revision, one.value)).collect();
        assert_eq!(values, [(2, 107.0), (0, 108.0)]);
        assert_eq!(history.withdrawals[0].revision, 1);
        assert!(history.withdrawal().is_none());
        // And that one can be taken back too: the history goes on.
        measures::withdraw(&cx, command(None)).await.unwrap();
        let again = measures::reinstate(&cx, &slug, period).await.unwrap();
        assert_eq!((again.revision, again.value.to_bits()), (4, 107.0_f64.to_bits()));
        app.close().await;
    }

    async fn a_file_does_not_bring_back_what_was_taken_back(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let options = Options { measure: Some("Beds".parse().unwrap()), ..Options::of(Layout::Wide) };
        let source = |text: &str| Source { name: "beds.csv".to_owned(), bytes: text.as_bytes().to_vec() };
        let file = source("2023,2024\n10,12\n");
        run(&cx, &file, &options, Mode::Write).await.unwrap();
        let period = "2024".parse().unwrap();
        let command = Withdraw { slug: "beds".to_owned(), period, why: WHY.parse().unwrap(), seen: None };
        measures::withdraw(&cx, command).await.unwrap();
        let again = run(&cx, &file, &options, Mode::Write).await.unwrap();
        assert_eq!((again.added, again.revised, again.unchanged), (0, 0, 2));
        let warning = again.warnings.iter().find(|one| one.code == "withdrawn").unwrap();
        assert!(warning.row == Some(2) && warning.message.contains("for 2024, and it was taken back"), "{warning:?}");
        // A file with another number is the correction.
        let mended = run(&cx, &source("2023,2024\n10,11\n"), &options, Mode::Write).await.unwrap();
        assert_eq!((mended.added, mended.unchanged), (1, 1));
        let found = measures::find(&cx, "beds").await.unwrap();
        assert_eq!((found.observations[1].value.to_bits(), found.observations[1].revision), (11.0_f64.to_bits(), 2));
        assert!(found.withdrawn.is_empty());
        app.close().await;
    }

    async fn programs_take_numbers_back_and_see_that_they_are(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let one = format!("/api/v1/p/riverbend/measures/{slug}");
        let withdrawal = format!("{one}/numbers/2026-Q1/withdrawal");
        let refused: Value = app.post_json(&county.alicia, &withdrawal, json!({"why": ""})).await.expect(422).json();
        assert_eq!(refused["errors"][0]["field"], "why");
        app.post_json(&county.alicia, &withdrawal, json!({"why": WHY, "x": 1})).await.expect(422);
        let done: Value = app.post_json(&county.alicia, &withdrawal, json!({"why": WHY})).await.expect(200).json();
        assert_eq!((&done["finality"], &done["value"], &done["why"]), (&json!("withdrawn"), &json!(null), &json!(WHY)));
        let shown: Value = app.get(&county.guest, &one).await.expect(200).json();
        assert_eq!(shown["numbers"].as_array().map(Vec::len), Some(8));
        assert_eq!((&shown["withdrawn"][0]["period"], &shown["withdrawn"][0]["why"]), (&json!("2026-Q1"), &json!(WHY)));
        let history: Value = app.get(&county.guest, &format!("{one}/numbers/2026-Q1")).await.expect(200).json();
        assert_eq!((&history["items"][0]["finality"], &history["items"][1]["value"]), (&json!("withdrawn"), &json!(84.0)));
        let method = http::Method::DELETE;
        let back = app.send_json(method.clone(), Some(&county.alicia), &withdrawal, &json!({})).await.expect(200);
        assert_eq!(back.json::<Value>()["value"], 84.0);
        let refused = app.send_json(method, Some(&county.alicia), &withdrawal, &json!({})).await.expect(409);
        assert_eq!(refused.json::<Value>()["code"], "number_not_withdrawn");
        app.close().await;
    }
}
