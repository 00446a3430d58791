//! What programs and the record are told.

use measures::Entry;
use measures::import::{Mode, Options, Source, run};
use serde_json::Value;
use web::ImportReport;
use web::testing::both_databases;

use crate::help::{entry, start, with_quarters};

async fn again(cx: &store::Cx, text: String) -> ImportReport {
    let source = Source { name: "again.csv".to_owned(), bytes: text.into_bytes() };
    run(cx, &source, &Options::of(standards::Layout::Long), Mode::Write).await.unwrap()
}

both_databases! {
    async fn the_table_that_is_saved_can_be_taken_in_again_without_a_change(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let saved = app.get(&county.guest, &format!("/p/riverbend/measures/{slug}.csv")).await.expect(200);
        assert!(saved.header("content-disposition").contains("attachment"));
        let text = saved.text();
        let second = "days_to_move_in,Days from first contact to move-in,,,2024-Q1,2024-01-01,2024-03-31,118,days,118,,142,final,,,0,";
        assert!(text.lines().nth(1).unwrap().starts_with(second), "{text}");
        let cx = app.cx(&county.alicia, &county.p);
        let report = again(&cx, text).await;
        assert_eq!((report.added, report.revised, report.unchanged), (0, 0, 9), "{report:?}");
        app.close().await;
    }

    async fn texts_made_harmless_for_spreadsheets_and_hidden_numbers_come_back_without_a_change(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let cx = app.cx(&county.alicia, &county.p);
        let note = "=1+1, \"two\"\nand a second line";
        let odd = Entry { note: Some(note.parse().unwrap()), ..entry("2023-Q4", -5.5, 200.0) };
        measures::enter(&cx, &slug, odd).await.unwrap();
        measures::enter(&cx, &slug, entry("2023-Q3", 417.0, 8.0)).await.unwrap();
        let text = app.get(&county.guest, &format!("/p/riverbend/measures/{slug}.csv")).await.expect(200).text();
        assert!(text.contains("\"'=1+1, ") && text.contains("<11") && !text.contains("417"), "{text}");
        let report = again(&cx, text).await;
        assert_eq!((report.added, report.revised, report.unchanged), (0, 0, 10), "{report:?}");
        assert!(report.refused.is_empty(), "{report:?}");
        app.close().await;
    }

    async fn the_record_tells_of_every_change_in_words(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let activity = app.get(&county.guest, "/p/riverbend/activity").await.expect(200).text();
        assert!(activity.contains("Alicia Moreno added the measure &#34;Days from first contact to move-in&#34;")
            || activity.contains("Alicia Moreno added the measure &quot;Days from first contact to move-in&quot;"), "{activity}");
        let view: Value = app.get(&county.guest, &format!("/p/riverbend/measures/{slug}.json")).await.expect(200).json();
        assert_eq!(view["numbers"].as_array().map(Vec::len), Some(9));
        // The record knows the measure by its identifier; that address leads to the page too.
        let id = view["id"].as_str().unwrap();
        app.get(&county.guest, &format!("/p/riverbend/measures/{id}")).await.expect(200);
        app.close().await;
    }
}
