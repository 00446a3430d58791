use measures::import::{Mode, Options, Source, Whole, run};
use serde_json::{Value, json};
use standards::Layout;
use store::Cx;
use web::ImportReport;
use web::testing::both_databases;

use crate::help::{days_to_move_in, start, vendored, with_quarters};

fn hud() -> (Source, Options) {
    let name = "hud-pit-by-coc-2011-2018.csv";
    let source = Source { name: name.to_owned(), bytes: vendored(name) };
    let options = Options {
        only: vec!["mo-501".to_owned()],
        source: Some("HUD PIT".parse().unwrap()),
        ..Options::of(Layout::HudPit)
    };
    (source, options)
}

async fn take(cx: &Cx, text: &str, options: &Options) -> ImportReport {
    let source = Source { name: "numbers.csv".to_owned(), bytes: text.as_bytes().to_vec() };
    run(cx, &source, options, Mode::Write).await.unwrap()
}

fn counts(report: &ImportReport) -> (u64, u64, u64, usize) {
    (report.added, report.revised, report.unchanged, report.refused.len())
}

both_databases! {
    async fn the_published_count_becomes_measures_and_a_second_run_changes_nothing(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let (source, options) = hud();
        let dry = run(&cx, &source, &options, Mode::DryRun).await.unwrap();
        assert_eq!(counts(&dry), (478, 0, 0, 0));
        let listed = measures::list(&cx, &measures::Filter::default(), None).await.unwrap();
        assert!(listed.page.items.is_empty(), "a dry run writes nothing");
        let first = run(&cx, &source, &options, Mode::Write).await.unwrap();
        assert_eq!((first.rows_read, first.files.as_slice()), (384, ["hud-pit-by-coc-2011-2018.csv".to_owned()].as_slice()));
        assert_eq!(counts(&first), (478, 0, 0, 0));
        assert_eq!(first.exit_code(), 0);
        let head = listed.place.head;
        let again = run(&cx, &source, &options, Mode::Write).await.unwrap();
        assert_eq!(counts(&again), (0, 0, 478, 0));
        let listed = measures::list(&cx, &measures::Filter::default(), None).await.unwrap();
        assert_eq!(listed.place.head, head + 1, "one event for the import, none for the second run");
        let page = app.get(&county.guest, "/p/riverbend/measures/overall-homeless-mo-501").await.expect(200).text();
        for said in [
            "People experiencing homelessness, on one night",
            "The last number is 949 people, for 2018.",
            "It was 1,344 people at the start, in 2011.",
            "St.Louis City CoC",
            "HUD PIT",
        ] {
            assert!(page.contains(said), "the page lacks `{said}`: {page}");
        }
        app.close().await;
    }

    async fn a_changed_number_becomes_a_correction_with_the_file_as_its_reason(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let options = Options { measure: Some("Beds".parse().unwrap()), ..Options::of(Layout::Wide) };
        assert_eq!(counts(&take(&cx, "2023,2024\n10,12\n", &options).await), (2, 0, 0, 0));
        assert_eq!(counts(&take(&cx, "2023,2024,2025\n10,13,14\n", &options).await), (1, 1, 1, 0));
        let history = measures::history(&cx, "beds", "2024".parse().unwrap()).await.unwrap();
        let values: Vec<_> = history.revisions.iter().map(|one| one.value).collect();
        assert_eq!(values, [13.0, 12.0]);
        assert_eq!(history.revisions[0].why.as_ref().unwrap().as_str(), "Corrected by the file numbers.csv");
        app.close().await;
    }

    async fn a_file_that_is_wrong_in_part_is_not_taken_unless_the_rest_is_wanted(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let text = "measure,period,value\nBeds,2023,10\nBeds,2024,many\n";
        let report = take(&cx, text, &Options::of(Layout::Long)).await;
        assert_eq!(counts(&report), (0, 0, 0, 1));
        assert_eq!(report.exit_code(), 1);
        let problem = &report.refused[0];
        assert_eq!(
            (problem.file.as_str(), problem.row, problem.column.as_deref(), problem.value.as_deref(), problem.code.as_str()),
            ("numbers.csv", Some(3), Some("value"), Some("many"), "number_wrong")
        );
        assert!(problem.message.starts_with("This is not a number."));
        assert!(measures::find(&cx, "beds").await.is_err(), "nothing was written");
        let rest = Options { whole: Whole::TakeTheRest, ..Options::of(Layout::Long) };
        let report = take(&cx, text, &rest).await;
        assert_eq!((counts(&report), report.exit_code()), ((1, 0, 0, 1), 1));
        let useless = take(&cx, "a,b\n1,2\n", &Options::of(Layout::HudPit)).await;
        assert_eq!((useless.refused[0].code.as_str(), useless.exit_code()), ("column_missing", 2));
        app.close().await;
    }

    async fn an_import_touches_only_what_the_person_may_keep(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let dana = app.cx(&county.dana, &county.p);
        let text = "measure,period,value\ndays_to_move_in,2026-Q1,1\n";
        let report = take(&dana, text, &Options::of(Layout::Long)).await;
        assert_eq!(report.refused[0].code, "not_yours");
        let new = "measure,period,value\nbeds,2026,1\n";
        let report = take(&dana, new, &Options::of(Layout::Long)).await;
        assert_eq!(report.refused[0].code, "not_yours", "a new measure needs an organization of theirs");
        let mine = Options { organization: Some(county.health), ..Options::of(Layout::Long) };
        assert_eq!(counts(&take(&dana, new, &mine).await), (1, 0, 0, 0));
        let other = Options { organization: Some(county.housing), ..Options::of(Layout::Long) };
        let report = take(&dana, "measure,period,value\nnights,2026,1\n", &other).await;
        assert_eq!(report.refused[0].code, "not_yours");
        let found = measures::find(&dana, &slug).await.unwrap();
        assert_eq!(found.measure.summary.latest.unwrap().value, Some(84.0));
        app.close().await;
    }

    async fn a_file_is_sent_looked_at_mapped_and_taken_by_a_job(db) {
        let (app, county) = start(db).await;
        let text = "Quarter;Median;Homes\nQ1 2025;108;158\nQ2 2025;101;171\n";
        let file = ("file", "..\\waits.csv", text.as_bytes());
        let sent = app.post_file(&county.alicia, "/p/riverbend/measures/imports", &[], file).await.expect(303);
        let own = sent.location().to_owned();
        let page = app.get(&county.alicia, &own).await.expect(200).text();
        assert!(page.contains("It is not said what is measured") && page.contains("Median"), "{page}");
        let how = "layout=long&column_value=Median&column_denominator=Homes&measure=Median+days&unit=days&organization=";
        let how = format!("{how}{}", county.housing);
        let page = app.get(&county.alicia, &format!("{own}?{how}")).await.expect(200).text();
        assert!(page.contains("Take these numbers") && page.contains("New numbers"), "{page}");
        let organization = county.housing.to_string();
        let fields = [
            ("layout", "long"), ("column_value", "Median"), ("column_denominator", "Homes"),
            ("measure", "Median days"), ("unit", "days"), ("organization", organization.as_str()),
        ];
        app.get(&county.dana, &own).await.expect(404);
        app.post(&county.dana, &format!("{own}/start"), &fields).await.expect(404);
        app.post(&county.alicia, &format!("{own}/start"), &fields).await.expect(303);
        let waiting = app.get(&county.alicia, &own).await.expect(200).text();
        assert!(waiting.contains("<progress") && waiting.contains("Check again"), "{waiting}");
        app.run_jobs().await;
        let done = app.get(&county.alicia, &own).await.expect(200).text();
        assert!(done.contains("New: 2. Corrected: 0. The same as before: 0."), "{done}");
        app.post(&county.alicia, &format!("{own}/start"), &fields).await.expect(409);
        let found = measures::find(&app.cx(&county.guest, &county.p), "median-days").await.unwrap();
        assert_eq!(found.observations.len(), 2);
        assert_eq!(found.observations[0].by, county.alicia.id.to_string(), "entered by the one who sent it");
        let report: Value = app.get(&county.alicia, &format!("{own}/report.json")).await.expect(200).json();
        assert_eq!((&report["added"], &report["files"]), (&json!(2), &json!(["waits.csv"])));
        let list = app.get(&county.alicia, "/p/riverbend/measures/imports").await.expect(200).text();
        assert!(list.contains("Taken") && list.contains("New: 2."), "{list}");
        assert!(!app.get(&county.dana, "/p/riverbend/measures/imports").await.expect(200).text().contains("waits"));
        app.close().await;
    }

    async fn what_a_person_may_no_longer_do_their_waiting_file_does_not_do_either(db) {
        let (app, county) = start(db).await;
        let slug = with_quarters(&app, &county).await;
        let text = b"measure,period,value\ndays_to_move_in,2026-Q1,1\n";
        let sent = app.post_file(&county.sam, "/p/riverbend/measures/imports", &[], ("file", "a.csv", text)).await.expect(303);
        let own = sent.location().to_owned();
        app.post(&county.sam, &format!("{own}/start"), &[("layout", "long")]).await.expect(303);
        let mut tx = app.system().write(REVOKE).await.unwrap();
        tx.enter(county.p.id).await.unwrap();
        assert!(tx.revoke(county.sam.id, county.housing, base::Role::Member).await.unwrap());
        tx.commit(&Revoked).await.unwrap();
        app.run_jobs().await;
        let found = measures::find(&app.cx(&county.guest, &county.p), &slug).await.unwrap();
        assert_eq!(found.measure.summary.latest.unwrap().value, Some(84.0));
        let page = app.get(&county.coordinator, &own).await.expect(200).text();
        assert!(page.contains("Nothing of this file was taken"), "{page}");
        app.close().await;
    }

    async fn files_that_nobody_comes_back_to_are_dropped(db) {
        let (app, county) = start(db).await;
        let file = ("file", "a.csv", b"measure,2024\nx,1\n".as_slice());
        let sent = app.post_file(&county.sam, "/p/riverbend/measures/imports", &[], file).await.expect(303);
        let own = sent.location().to_owned();
        app.post(&county.sam, &format!("{own}/drop"), &[]).await.expect(303);
        app.post(&county.sam, &format!("{own}/drop"), &[]).await.expect(409);
        let sent = app.post_file(&county.sam, "/p/riverbend/measures/imports", &[], file).await.expect(303);
        let left = sent.location().to_owned();
        app.advance_days(8);
        app.run_jobs().await;
        let page = app.get(&county.sam, &left).await.expect(200).text();
        assert!(page.contains("This file was dropped"), "{page}");
        app.close().await;
    }

    async fn the_api_takes_files_and_says_what_is_wrong(db) {
        let (app, county) = start(db).await;
        let path = "/api/v1/p/riverbend/measure-imports";
        let body = json!({
            "file": "beds.csv", "content": "Ort,2023,2024\nNorth,10,12%\n", "layout": "wide",
            "columns": {"place": "Ort"}, "measure": "Beds", "unit": "beds", "take_the_rest": true,
        });
        let mut dry = body.clone();
        dry["dry_run"] = json!(true);
        let report: ImportReport = app.post_json(&county.coordinator, path, dry).await.expect(200).json();
        assert_eq!((counts(&report), report.refused[0].code.as_str()), ((1, 0, 0, 1), "percent_mixed"));
        let report: ImportReport = app.post_json(&county.coordinator, path, body).await.expect(200).json();
        assert_eq!(counts(&report), (1, 0, 0, 1));
        let list: Value = app.get(&county.coordinator, path).await.expect(200).json();
        assert_eq!(list["items"][0]["file"], "beds.csv");
        let id = list["items"][0]["id"].as_str().unwrap();
        app.get(&county.coordinator, &format!("{path}/{id}")).await.expect(200);
        for wrong in [
            json!({"file": "x", "content": "y", "layout": "tall"}),
            json!({"file": "", "content": "y", "layout": "wide"}),
            json!({"content": "y", "layout": "wide"}),
            json!({"file": "x", "content": "y", "layout": "wide", "period": "soon"}),
            json!([1]),
        ] {
            app.post_json(&county.coordinator, path, wrong).await.expect(422);
        }
        app.close().await;
    }

    async fn uploads_that_are_no_table_are_answered_with_what_to_do(db) {
        let (app, county) = start(db).await;
        let send = |bytes: &'static [u8]| app.post_file(&county.sam, "/p/riverbend/measures/imports", &[], ("file", "f", bytes));
        assert!(send(b"").await.expect(422).text().contains("This file is empty"));
        let none = app.post(&county.sam, "/p/riverbend/measures/imports", &[]).await.expect(422).text();
        assert!(none.contains("Choose a file"), "{none}");
        for (bytes, said) in [
            (b"PK\x03\x04workbook".as_slice(), "This is an Excel workbook"),
            (b"\x89PNG\0\0\0\0\0\0".as_slice(), "This is not a text table"),
            (b"a,b\n1,\"2\n".as_slice(), "A quotation mark opens"),
            (b"\n\n".as_slice(), "The file is empty"),
        ] {
            let own = send(bytes).await.expect(303).location().to_owned();
            let page = app.get(&county.sam, &own).await.expect(200).text();
            assert!(page.contains(said), "{said}: {page}");
            assert!(!page.contains("Take these numbers"));
        }
        app.close().await;
    }

    async fn counties_are_taken_whole_and_get_their_names_from_each_other(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let file = |name: &str| Source { name: name.to_owned(), bytes: vendored(name) };
        let only = |layout| Options { only: vec!["29510".to_owned(), "29189".to_owned()], ..Options::of(layout) };
        let people = run(&cx, &file("county-population-2010-2019.csv"), &only(Layout::CountyPopulation), Mode::Write).await.unwrap();
        assert_eq!(counts(&people), (20, 0, 0, 0));
        let rates = run(&cx, &file("county-unemployment.tsv"), &only(Layout::CountyUnemployment), Mode::Write).await.unwrap();
        assert_eq!(counts(&rates), (2, 0, 0, 0));
        let found = measures::find(&cx, "unemployment-rate-29510").await.unwrap();
        let place = found.measure.definition.place.unwrap();
        assert_eq!(place.name.unwrap().as_str(), "St. Louis city, Missouri");
        assert_eq!(found.observations[0].value.to_bits(), 11.1_f64.to_bits());
        let cx = cx.speaking(base::Language::Spanish);
        let all = run(&cx, &file("county-unemployment.tsv"), &Options::of(Layout::CountyUnemployment), Mode::Write).await.unwrap();
        assert_eq!(counts(&all), (3216, 0, 2, 0));
        let found = measures::find(&cx, "unemployment-rate-01001").await.unwrap();
        assert_eq!(found.measure.definition.title.as_str(), "Tasa de desempleo");
        app.close().await;
    }

    async fn a_measure_that_counts_something_else_is_not_touched(db) {
        let (app, county) = start(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        measures::define(&cx, days_to_move_in(&county)).await.unwrap();
        let yearly = take(&cx, "measure,period,value\ndays_to_move_in,2024,1\n", &Options::of(Layout::Long)).await;
        assert_eq!(yearly.refused[0].code, "frequency_differs");
        let percent = take(&cx, "measure,period,value\ndays_to_move_in,2024-Q1,1%\n", &Options::of(Layout::Long)).await;
        assert_eq!(percent.refused[0].code, "unit_differs");
        app.close().await;
    }
}

const REVOKE: store::Permission =
    store::Permission::installation("test.revoke", store::Access::Write);

#[derive(serde::Serialize)]
struct Revoked;

impl store::Event for Revoked {
    const KIND: &'static str = "test.revoked";

    fn subject(&self) -> store::Subject {
        store::Subject::new("test", "")
    }
}
