//! Clients as references, their records, files of records, the report of the person, and who works with data.

use web::testing::both_databases;

use super::{
    stage::{DIAGNOSES, P, Stage, TREATMENT, text},
    *,
};

const FILE: &str = "number,class,content\nH-100,diagnoses,Asthma\nH-200,diagnoses,Diabetes\nH-200,release_date,2026-07-01\n";

both_databases! {
    async fn a_client_is_entered_changed_and_found_by_number(db) {
        let stage = Stage::set(db).await;
        let holder = stage.county.health.to_string();
        let path = format!("{P}/clients/new");
        let fields = [("holder", holder.as_str()), ("file_number", "H-100")];
        let refused = stage.app.post(&stage.max, &path, &fields).await.expect(422);
        assert!(refused.text().contains("Another file has this number"));
        let fields = [("holder", holder.as_str()), ("file_number", "H-300"), ("guardian_numbers", "H-999")];
        let refused = stage.app.post(&stage.max, &path, &fields).await.expect(422);
        assert!(refused.text().contains("There is no file H-999"));
        let fields = [
            ("holder", holder.as_str()), ("file_number", "H-300"), ("is_minor", "yes"),
            ("guardian_numbers", "H-100"), ("opt_outs", "HIPAA"),
        ];
        let made = stage.app.post(&stage.max, &path, &fields).await.expect(303);
        let page = made.location().split('?').next().unwrap().to_owned();
        let seen = stage.app.get(&stage.max, &page).await.expect(200).text();
        assert!(seen.contains("Minor") && seen.contains("Said no: Health privacy"));
        let edit = [("file_number", "H-301"), ("has_protected_address", "yes")];
        stage.app.post(&stage.max, &format!("{page}/edit"), &edit).await.expect(303);
        let list = stage.page(&stage.max, "/clients?q=H-30").await;
        assert!(list.contains("H-301") && list.contains("address is protected") && !list.contains("H-100"));
        // Nobody enters clients of others.
        let foreign = [("holder", holder.as_str()), ("file_number", "H-400")];
        stage.app.post(&stage.county.sam, &path, &foreign).await.expect(403);
        stage.end().await;
    }

    async fn what_somebody_said_no_to_does_not_go(db) {
        let stage = Stage::set(db).await;
        assert_eq!(stage.ask(&["diagnoses"]).await["answer"], "permit");
        let change = json!({
            "holder": stage.county.health.to_string(), "file_number": "H-100", "opt_outs": ["HIPAA"],
        });
        let path = format!("/api/v1{P}/clients/{}", stage.client);
        stage.app.send_json(http::Method::PATCH, Some(&stage.max), &path, &change).await.expect(200);
        let receipt = stage.ask(&["diagnoses"]).await;
        assert_eq!(receipt["answer"], "deny");
        let whole = stage.json(&stage.max, &format!("/receipts/{}", text(&receipt, "receipt"))).await;
        assert_eq!(whole["parts"][0]["word"], "SUBJECT_OPT_OUT");
        assert!(whole["obligations"].to_string().contains("NO_DENIAL_OF_SERVICE"));
        stage.end().await;
    }

    async fn records_are_corrected_with_their_history_and_destroyed_for_good(db) {
        let stage = Stage::set(db).await;
        stage.keeps("diagnoses", "Asthma, mild").await;
        assert_eq!(stage.count("client_record_revisions").await, 1);
        let seen = stage.json(&stage.max, &format!("/clients/{}", stage.client)).await;
        let record = seen["records"].as_array().unwrap().iter().find(|one| one["class"] == "diagnoses").unwrap();
        assert_eq!(text(record, "content"), "Asthma, mild");
        let path = format!("{P}/records/{}", text(record, "record"));
        let refused = stage.app.post(&stage.max, &format!("{path}/edit"), &[("content", "")]).await.expect(422);
        assert!(refused.text().contains("Fill this in"));
        // What stood there is kept by the instant until which it stood: a day later it is another one.
        stage.app.advance_days(1);
        stage.app.post(&stage.max, &format!("{path}/edit"), &[("content", "Asthma")]).await.expect(303);
        assert_eq!(stage.count("client_record_revisions").await, 2);
        let confirm = stage.app.get(&stage.max, &format!("{path}/destroy")).await.expect(200).text();
        assert!(confirm.contains("gone for good"));
        stage.app.get(&stage.county.sam, &format!("{path}/destroy")).await.expect(404);
        stage.app.post(&stage.max, &format!("{path}/destroy"), &[]).await.expect(303);
        assert_eq!(stage.count("client_record_revisions").await, 0);
        let receipt = stage.ask(&["diagnoses"]).await;
        assert_eq!((&receipt["answer"], &receipt["given"]), (&json!("permit"), &json!([])));
        stage.end().await;
    }

    async fn a_law_more_on_a_class_rides_on_what_was_entered_before(db) {
        let stage = Stage::set(db).await;
        stage.ask(&["diagnoses"]).await;
        let cx = stage.app.cx(&stage.county.coordinator, &stage.county.p);
        let held = Holding {
            holder: stage.county.health,
            class: "diagnoses".parse().unwrap(),
            laws: vec!["HIPAA".parse().unwrap(), "PART2".parse().unwrap()],
        };
        vocabulary::lay(&cx, Ground { holdings: vec![held], ..Ground::default() }).await.unwrap();
        assert_eq!(stage.ask(&["diagnoses"]).await["answer"], "deny");
        let copies = stage.json(&stage.stella, "/copies").await;
        assert_eq!(copies["items"][0]["laws"], json!(["HIPAA", "PART2"]), "copies keep up with it");
        // And they never shrink.
        let held = Holding {
            holder: stage.county.health,
            class: "diagnoses".parse().unwrap(),
            laws: vec!["NONE".parse().unwrap()],
        };
        vocabulary::lay(&cx, Ground { holdings: vec![held], ..Ground::default() }).await.unwrap();
        assert_eq!(stage.ask(&["diagnoses"]).await["answer"], "deny");
        stage.end().await;
    }

    async fn a_file_is_taken_whole_or_not_at_all_and_twice_changes_nothing(db) {
        let stage = Stage::set(db).await;
        let holder = stage.county.health.to_string();
        let path = format!("{P}/clients/import");
        let send = async |bytes: &str| {
            let fields = [("holder", holder.as_str())];
            stage.app.post_file(&stage.max, &path, &fields, ("file", "records.csv", bytes.as_bytes())).await
        };
        let wrong = format!("{FILE}H-300,nothing_known,X\n");
        let refused = send(&wrong).await.expect(200).text();
        assert!(refused.contains("Nothing was taken of 4 rows") && refused.contains("which laws"), "{refused}");
        assert!(!stage.page(&stage.max, "/clients").await.contains("H-200"));
        let taken = send(FILE).await.expect(200).text();
        assert!(taken.contains("2 added, 1 changed, 0 the same; 1 new files"), "{taken}");
        let events = stage.count("events").await;
        let again = send(FILE).await.expect(200).text();
        assert!(again.contains("0 added, 0 changed, 3 the same; 0 new files"), "{again}");
        assert_eq!(stage.count("events").await, events);
        let none = stage.app.post(&stage.max, &path, &[("holder", holder.as_str())]).await.expect(422);
        assert!(none.text().contains("Fill this in"));
        stage.end().await;
    }

    async fn the_report_says_who_got_what_and_is_counted_against_the_record(db) {
        let stage = Stage::set(db).await;
        stage.ask(&["diagnoses"]).await;
        stage.consents().await;
        stage.ask(&["sud_enrollment"]).await;
        stage.ask_for(&["diagnoses"], "benefit_eligibility").await;
        let path = format!("/clients/{}/report", stage.client);
        let report = stage.json(&stage.max, &path).await;
        assert_eq!(report["disclosures"].as_array().unwrap().len(), 2);
        assert_eq!((&report["receipts"], &report["recorded"]), (&json!(3), &json!(3)));
        assert_eq!(report["refused"], json!([]));
        let all = stage.json(&stage.max, &format!("{path}?all=yes")).await;
        assert_eq!(all["refused"].as_array().unwrap().len(), 1);
        for prefix in ["", "/es"] {
            let page = stage.app.get(&stage.max, &format!("{prefix}{P}{path}")).await.expect(200).text();
            assert!(page.contains("Riverbend Housing Authority") && !page.contains("[report-"));
            assert!(!page.contains(DIAGNOSES) && !page.contains(TREATMENT), "what it says is not in it");
        }
        // An event that is missing shows.
        stage.app.store.batch("DELETE FROM events WHERE kind = 'receipt.issued'").await.unwrap();
        let page = stage.page(&stage.max, &path).await;
        assert!(page.contains("These counts should be the same"));
        stage.app.close().await;
    }

    async fn who_works_with_data_is_entered_by_who_answers_for_it(db) {
        let stage = Stage::set(db).await;
        let path = format!("{P}/agreements/people");
        let (sam, housing) = (stage.county.sam.id.to_string(), stage.county.housing.to_string());
        let fields = [("person", sam.as_str()), ("organization", housing.as_str()), ("trained_until", "2027-01-31")];
        stage.app.post(&stage.tess, &path, &fields).await.expect(403);
        stage.app.post(&stage.county.sam, &path, &fields).await.expect(403);
        stage.app.post(&stage.stella, &path, &fields).await.expect(303);
        assert!(stage.page(&stage.stella, "/agreements/people").await.contains("January 31, 2027"));
        let jo = stage.county.jo.id.to_string();
        let fields = [("person", jo.as_str()), ("organization", housing.as_str())];
        stage.app.post(&stage.stella, &path, &fields).await.expect(422);
        stage.app.post(&stage.stella, &format!("{path}/{sam}/remove"), &[]).await.expect(303);
        let body = json!({
            "holder": stage.county.health.to_string(), "number": "H-100",
            "purpose": "housing_placement", "classes": ["diagnoses"],
        });
        stage.post(&stage.county.sam, "/requests", body).await.expect(404);
        stage.end().await;
    }
}
