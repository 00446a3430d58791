use measures::{Change, Error, Filter, State, Status};
use serde_json::{Value, json};
use web::testing::both_databases;

use crate::help::{days_to_move_in, entry, start, with_quarters};

const SLUG: &str = "days-from-first-contact-to-move-in";

both_databases! {
    async fn a_measure_is_defined_filled_corrected_and_its_page_says_what_the_design_says(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        assert_eq!(slug, SLUG);
        let page = app.get(&county.guest, &format!("/p/riverbend/measures/{SLUG}")).await.expect(200).text();
        for said in [
            "The last number is 84 days, for Jan to Mar 2026.",
            "It was 118 days at the start, in Jan to Mar 2024.",
            "The target is 60 days by December 2027.",
            "We are ahead of the plan by 3.1 days.",
            "Better in 7 of the last 8 quarters",
            "On track",
            "34 of 58 days done",
            "we come to about 56 days by December 2027",
            "better than the target of 60 days by 4 days",
            "7 times 4 is 28.",
            "84 minus 28 is 56.",
            "Alicia Moreno",
            "Riverbend Housing Authority",
            "<svg",
        ] {
            assert!(page.contains(said), "the page lacks `{said}`: {page}");
        }
        let es = app.get(&county.guest, &format!("/es/p/riverbend/measures/{SLUG}")).await.expect(200).text();
        for said in ["El último número es 84 días, para ene a mar de 2026.", "Mejor en 7 de los últimos 8 trimestres", "Va bien"] {
            assert!(es.contains(said), "the page lacks `{said}`");
        }
        app.close().await;
    }

    async fn a_correction_keeps_what_was_there(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let form = format!("/p/riverbend/measures/{slug}/numbers/2026-Q1");
        let fields = [("value", "86"), ("denominator", "181"), ("finality", "final"), ("revision", "0"), ("why", "Two lists came late")];
        let done = app.post(&county.alicia, &form, &fields).await.expect(303);
        assert!(done.location().contains("measures-corrected-notice"));
        let page = app.get(&county.sam, &form).await.expect(200).text();
        for said in ["86 days", "84 days", "Two lists came late", "Alicia Moreno"] {
            assert!(page.contains(said), "the history lacks `{said}`: {page}");
        }
        // What somebody saw before the correction cannot replace it.
        let late = [("value", "90"), ("revision", "0"), ("why", "x")];
        let refused = app.post(&county.sam, &form, &late).await.expect(412).text();
        assert!(refused.contains("value=\"90\""), "what was typed is kept: {refused}");
        let same = [("value", "86"), ("denominator", "181"), ("finality", "final"), ("why", "again")];
        app.post(&county.alicia, &form, &same).await.expect(409);
        let found = measures::find(&app.cx(&county.guest, &county.p), &slug).await.unwrap();
        assert_eq!(found.measure.summary.latest.unwrap().value, Some(86.0));
        app.close().await;
    }

    async fn forms_say_what_is_wrong_beside_each_field_and_keep_what_was_typed(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let numbers = format!("/p/riverbend/measures/{slug}/numbers");
        let wrong = |period: &'static str, value: &'static str| [("period", period), ("value", value)];
        for (fields, status, said) in [
            (wrong("2026-Q1", "5"), 409, "There is a number for this period"),
            (wrong("2026", "5"), 422, "Enter a quarter, such as 2026-Q1"),
            (wrong("2027-Q1", "5"), 422, "Enter a period that has begun"),
            (wrong("soon", "5"), 422, "Enter a period, such as 2026"),
            (wrong("2026-Q2", "many"), 422, "Enter a number, such as 12.5"),
            (wrong("2026-Q2", "12,5"), 422, "Write 12.5 with a point"),
            (wrong("2026-Q2", ""), 422, "Fill this in"),
        ] {
            let page = app.post(&county.alicia, &numbers, &fields).await.expect(status).text();
            assert!(page.contains(said), "{fields:?} lacks `{said}`: {page}");
            assert!(page.contains(&format!("value=\"{}\"", fields[0].1)));
        }
        let define = [
            ("title", "Nights"), ("kind", "how_much"), ("unit", "number"), ("direction", "up"),
            ("frequency", "month"), ("target_1_by", "2027-01-01"), ("target_2_value", "4"),
            ("baseline_value", "3"), ("due_days", "9999"), ("organization", ""),
        ];
        let page = app.post(&county.coordinator, "/p/riverbend/measures", &define).await.expect(422).text();
        for field in ["target_1_value", "target_2_by", "baseline_period", "due_days"] {
            assert!(page.contains(&format!("id=\"e-{field}\"")), "no error at {field}: {page}");
        }
        app.post(&county.alicia, "/p/riverbend/measures", &[]).await.expect(422);
        app.close().await;
    }

    async fn a_measure_is_changed_retired_and_restored_through_the_api(db) {
        let (app, county) = start(db).await;
        let base = "/api/v1/p/riverbend/measures";
        let body = json!({
            "title": "Nights in the shelter", "kind": "how_much", "unit": "number", "direction": "down",
            "frequency": "month", "organization": county.health.to_string(),
            "targets": [{"by": "2026-12-31", "value": 10.0}], "baseline_period": "2026-01", "baseline_value": 40.0,
        });
        let made = app.post_json(&county.dana, base, body.clone()).await.expect(201);
        assert_eq!(made.location(), "/api/v1/p/riverbend/measures/nights-in-the-shelter");
        let one = format!("{base}/nights-in-the-shelter");
        let number = json!({"period": "2026-03", "value": 31.0, "note": "storm"});
        app.post_json(&county.dana, &format!("{one}/numbers"), number).await.expect(201);
        let correction = json!({"value": 33.0, "why": "two nights were missing", "note": "storm"});
        app.send_json(http::Method::PUT, Some(&county.dana), &format!("{one}/numbers/2026-03"), &correction).await.expect(200);
        let history: Value = app.get(&county.guest, &format!("{one}/numbers/2026-03")).await.expect(200).json();
        assert_eq!(history["items"][0]["value"], 33.0);
        assert_eq!(history["items"][1]["value"], 31.0);
        let shown: Value = app.get(&county.guest, &one).await.expect(200).json();
        assert_eq!((&shown["status"], &shown["numbers"][0]["plan"]), (&json!("on_track"), &json!(34.55)));
        let mut changed = body;
        changed["frequency"] = json!("year");
        changed["baseline_period"] = json!("2025");
        let refused: Value = app.send_json(http::Method::PUT, Some(&county.dana), &one, &changed).await.expect(409).json();
        assert_eq!(refused["errors"][0]["field"].as_str().or(refused["errors"][0]["pointer"].as_str()).map(|f| f.contains("frequency")), Some(true), "{refused}");
        app.post_json(&county.dana, &format!("{one}/retirement"), json!({"why": "merged"})).await.expect(200);
        let empty: Value = app.get(&county.dana, base).await.expect(200).json();
        assert_eq!(empty["items"], json!([]));
        app.send_json(http::Method::DELETE, Some(&county.dana), &format!("{one}/retirement"), &json!({})).await.expect(200);
        let list: Value = app.get(&county.dana, base).await.expect(200).json();
        assert_eq!(list["items"][0]["latest_value"], 33.0);
        app.close().await;
    }

    async fn a_definition_that_changed_in_between_is_not_overwritten(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.alicia, &county.p);
        let measure = measures::define(&cx, days_to_move_in(&county)).await.unwrap();
        let change = |title: &str, seen| Change {
            slug: measure.slug.clone(),
            definition: measures::Definition { title: title.parse().unwrap(), ..days_to_move_in(&county) },
            seen,
        };
        let seen = Some(measure.revision);
        measures::change(&cx, change("Days to a home", seen)).await.unwrap();
        let stale = measures::change(&cx, change("Days", seen)).await;
        assert!(matches!(stale, Err(Error::Store(store::Error::Stale))), "{stale:?}");
        let found = measures::find(&cx, &measure.slug).await.unwrap();
        assert_eq!(found.measure.definition.title.as_str(), "Days to a home");
        app.close().await;
    }

    async fn the_list_filters_pages_and_counts(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        for n in 0..30 {
            let title = format!("Measure number {n:02}");
            let definition = measures::Definition {
                title: title.parse().unwrap(),
                code: title.parse().unwrap(),
                organization: if n % 2 == 0 { None } else { Some(county.health) },
                keeper: None,
                ..days_to_move_in(&county)
            };
            measures::define(&cx, definition).await.unwrap();
        }
        let slug = with_quarters(&app, &county).await;
        let first = app.get(&county.guest, "/p/riverbend/measures").await.expect(200).text();
        assert!(first.contains("We follow 31 measures. 1 of the 1 with a target are on track."), "{first}");
        assert!(first.contains(&slug) && first.contains("measure-number-23") && !first.contains("measure-number-24"));
        let listed = measures::list(&cx, &Filter::default(), None).await.unwrap();
        let next = listed.page.next.unwrap();
        let second = app.get(&county.guest, &format!("/p/riverbend/measures?after={next}")).await.expect(200).text();
        assert!(second.contains("measure-number-29") && !second.contains("measure-number-23"));
        let filter = |status| Filter { status: Some(status), ..Filter::default() };
        let on_track = measures::list(&cx, &filter(Status::OnTrack), None).await.unwrap();
        assert_eq!(on_track.page.items.len(), 1);
        let health = Filter { organization: Some(county.health), ..Filter::default() };
        assert_eq!(measures::list(&cx, &health, None).await.unwrap().page.items.len(), 15);
        let words = Filter { words: Some("CONTACT to".to_owned()), ..Filter::default() };
        assert_eq!(measures::list(&cx, &words, None).await.unwrap().page.items.len(), 1);
        let odd = Filter { words: Some("%".to_owned()), ..Filter::default() };
        assert_eq!(measures::list(&cx, &odd, None).await.unwrap().page.items.len(), 0);
        let sheet = app.get(&county.guest, "/p/riverbend/measures.csv").await.expect(200).text();
        assert_eq!(sheet.lines().count(), 32);
        app.close().await;
    }

    async fn small_counts_are_not_shown_anywhere(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.alicia, &county.p);
        let measure = measures::define(&cx, days_to_move_in(&county)).await.unwrap();
        measures::enter(&cx, &measure.slug, entry("2025-Q4", 417.0, 8.0)).await.unwrap();
        let slug = &measure.slug;
        for path in [
            "/p/riverbend/measures".to_owned(),
            "/p/riverbend/measures.csv".to_owned(),
            format!("/p/riverbend/measures/{slug}"),
            format!("/p/riverbend/measures/{slug}.csv"),
            format!("/p/riverbend/measures/{slug}.json"),
            format!("/p/riverbend/measures/{slug}/numbers/2025-Q4"),
            "/api/v1/p/riverbend/measures".to_owned(),
            format!("/api/v1/p/riverbend/measures/{slug}"),
            format!("/api/v1/p/riverbend/measures/{slug}/numbers/2025-Q4"),
            "/p/riverbend/activity".to_owned(),
        ] {
            let page = app.get(&county.guest, &path).await.expect(200).text();
            assert!(!page.contains("417"), "{path} shows it: {page}");
        }
        let own = app.get(&county.alicia, &format!("/p/riverbend/measures/{slug}/numbers/2025-Q4")).await;
        assert!(own.expect(200).text().contains("value=\"417\""), "who corrects it must see it");
        app.close().await;
    }

    async fn a_retired_measure_takes_no_numbers_and_leaves_the_counters(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let cx = app.cx(&county.alicia, &county.p);
        let path = format!("/p/riverbend/measures/{slug}");
        app.post(&county.alicia, &format!("{path}/retire"), &[("why", "")]).await.expect(422);
        let done = app.post(&county.alicia, &format!("{path}/retire"), &[("why", "merged")]).await.expect(303);
        assert!(done.location().contains("undo="), "{}", done.location());
        let refused = measures::enter(&cx, &slug, entry("2026-Q2", 80.0, 100.0)).await;
        assert!(matches!(refused, Err(Error::RetiredAlready { .. })));
        let listed = measures::list(&cx, &Filter::default(), None).await.unwrap();
        assert!(listed.counts.is_empty() && listed.page.items.is_empty());
        app.post(&county.alicia, &format!("{path}/retire/undo"), &[]).await.expect(303);
        let found = measures::find(&cx, &slug).await.unwrap();
        assert_eq!(found.measure.state, State::Active);
        assert_eq!(measures::list(&cx, &Filter::default(), None).await.unwrap().counts, [(Status::OnTrack, 1)]);
        app.close().await;
    }

    async fn the_keeper_is_asked_for_the_next_number_and_all_see_the_news(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let owed = app.get(&county.alicia, "/me").await.expect(200).text();
        assert!(!owed.contains("Add the next number: Days"), "not due for two months: {owed}");
        assert!(owed.contains("84 days for Jan to Mar 2026"), "{owed}");
        app.advance_days(60);
        let owed = app.get(&county.alicia, "/me").await.expect(200).text();
        assert!(owed.contains("Add the next number: Days from first contact to move-in"), "{owed}");
        let other = app.get(&county.dana, "/me").await.expect(200).text();
        assert!(!other.contains("Add the next number: Days"));
        let overview = app.get(&county.dana, "/p/riverbend").await.expect(200).text();
        assert!(overview.contains(&slug) && overview.contains("84 days in Jan to Mar 2026"), "{overview}");
        app.advance_days(10);
        let page = app.get(&county.dana, &format!("/p/riverbend/measures/{slug}")).await.expect(200).text();
        assert!(page.contains("The next number was due on July 15, 2026"), "{page}");
        app.close().await;
    }
}
