//! Asking for data, and a person's decision where a rule wants one.

use web::testing::both_databases;

use super::{
    stage::{DIAGNOSES, P, Stage, TREATMENT, text, texts},
    *,
};

both_databases! {
    async fn what_the_rules_let_go_goes_with_its_receipt_and_the_rest_stays(db) {
        let stage = Stage::set(db).await;
        let receipt = stage.ask(&["diagnoses", "sud_enrollment"]).await;
        // Whoever asked is told of what went. That the rest was withheld would say that there is one.
        assert_eq!(receipt["answer"], "permit");
        assert_eq!(receipt["given"], json!(["diagnoses"]));
        assert_eq!(receipt["agreement"], json!(stage.agreement.to_string()));
        let shared = stage.shared(&receipt).await;
        assert_eq!(shared["items"][0]["content"], DIAGNOSES);
        assert!(!shared.to_string().contains(TREATMENT));
        // The holder sees all of it.
        let id = text(&receipt, "receipt");
        let whole = stage.json(&stage.max, &format!("/receipts/{id}")).await;
        assert_eq!(whole["answer"], "permit_partial");
        assert_eq!((&whole["parts"][0]["word"], &whole["parts"][0]["goes"]),
            (&json!("PART2_NO_CONSENT"), &json!(false)));
        let page = stage.page(&stage.county.sam, &format!("/receipts/{id}/shared")).await;
        assert!(page.contains(DIAGNOSES) && !page.contains(TREATMENT));
        for prefix in ["", "/es"] {
            let path = format!("{prefix}{P}/receipts/{id}");
            let page = stage.app.get(&stage.county.sam, &path).await.expect(200).text();
            assert!(!page.contains("[receipts-") && !page.contains("42 CFR 2.31"), "{page}");
        }
        stage.end().await;
    }

    async fn a_consent_opens_the_same_request_and_its_withdrawal_stops_it(db) {
        let stage = Stage::set(db).await;
        assert_eq!(stage.ask(&["sud_enrollment"]).await["answer"], "deny");
        let consent = stage.consents().await;
        let receipt = stage.ask(&["sud_enrollment"]).await;
        assert_eq!(receipt["answer"], "permit");
        assert_eq!(stage.shared(&receipt).await["items"][0]["content"], TREATMENT);
        let revoke = format!("/consents/{consent}/revocations");
        stage.post(&stage.max, &revoke, json!({})).await.expect(200);
        assert_eq!(stage.ask(&["sud_enrollment"]).await["answer"], "deny");
        // What went is not called back, but it is not shown here any more.
        let shared = stage.shared(&receipt).await;
        assert_eq!((&shared["items"], &shared["closed"]), (&json!([]), &json!(["sud_enrollment"])));
        stage.end().await;
    }

    async fn a_wrong_number_and_a_patient_without_consent_look_the_same(db) {
        let stage = Stage::set(db).await;
        let patient = stage.ask(&["sud_enrollment"]).await;
        let body = json!({
            "holder": stage.county.health.to_string(), "number": "H-999",
            "purpose": "housing_placement", "classes": ["sud_enrollment"],
        });
        let nobody: Value =
            stage.post(&stage.county.sam, "/requests", body).await.expect(201).json();
        for member in ["answer", "given", "parts", "obligations", "purpose", "asked"] {
            assert_eq!(patient[member], nobody[member], "{member}");
        }
        stage.end().await;
    }

    async fn a_rule_that_wants_a_person_gets_one_with_a_clock_and_a_reason(db) {
        let stage = Stage::set(db).await;
        // Alicia signs an amendment of nothing: the purpose has no door of HIPAA in the table.
        let receipt = held(&stage).await;
        assert_eq!(receipt["answer"], "hold");
        let waits = stage.json(&stage.tess, "/requests/held").await;
        let one = &waits["items"][0];
        assert_eq!((&one["state"], text(one, "owner")), (&json!("held"), stage.tess.id.to_string().as_str()));
        let (id, path) = (text(one, "request"), format!("/requests/{}/rulings", text(one, "request")));
        let mine = stage.app.get(&stage.tess, "/me").await;
        assert!(mine.text().contains("asks for data"), "{}", mine.text());
        let link = format!("/p/riverbend/requests/{id}");
        assert!(stage.heard(&stage.tess).await.contains(&link), "who decides is told on their page");
        assert!(!stage.heard(&stage.county.sam).await.contains(&link), "who asked knows it");
        let ruling = json!({
            "verdict": "release", "reason": "The patient asked for it in writing",
            "basis": "45 CFR 164.508",
        });
        // Neither who asked, nor staff of the holder that does not answer for the data.
        assert!(matches!(stage.post(&stage.county.sam, &path, ruling.clone()).await.status, 403 | 404));
        stage.post(&stage.max, &path, ruling.clone()).await.expect(403);
        stage.post(&stage.stella, &path, ruling.clone()).await.expect(404);
        // To let it go takes a law or paper.
        let bare = json!({"verdict": "release", "reason": "Yes"});
        stage.post(&stage.tess, &path, bare).await.expect(422);
        let done: Value = stage.post(&stage.tess, &path, ruling.clone()).await.expect(200).json();
        assert_eq!(done["answer"], "permit");
        assert!(texts(&done["obligations"]).contains(&"HIPAA_ACCOUNTING"));
        assert_eq!(stage.shared(&done).await["items"][0]["content"], DIAGNOSES);
        // Once is enough.
        let again = stage.post(&stage.tess, &path, ruling).await.expect(409);
        assert!(again.text().contains("request_not_held"));
        assert!(!stage.heard(&stage.tess).await.contains(&link), "what is decided asks nobody");
        assert!(stage.heard(&stage.county.sam).await.contains(&link), "who asked is told");
        let page = stage.page(&stage.county.sam, &format!("/requests/{id}")).await;
        assert!(page.contains("Tess Young") && !page.contains("asked for it in writing"));
        stage.app.run_jobs().await;
        assert!(stage.app.mails().is_empty() || stage.app.mails().iter().all(|mail| !mail.contains(DIAGNOSES)));
        stage.end().await;
    }

    async fn nobody_releases_what_a_rule_withholds(db) {
        let stage = Stage::set(db).await;
        // Sam is a relative: somebody must look. What the law withholds stays withheld all the same.
        let body = json!({
            "holder": stage.county.health.to_string(), "number": "H-100", "is_relative": true,
            "purpose": "housing_placement", "classes": ["sud_enrollment", "diagnoses"],
        });
        let asked: Value = stage.post(&stage.county.sam, "/requests", body).await.expect(201).json();
        assert_eq!(asked["answer"], "deny", "not even that it waits is told");
        let path = format!("/requests/{}/rulings", text(&asked, "request"));
        let ruling = json!({"verdict": "release", "reason": "No conflict", "basis": "Policy 4"});
        let done: Value = stage.post(&stage.tess, &path, ruling).await.expect(200).json();
        assert_eq!(done["given"], json!(["diagnoses"]));
        assert_eq!(done["answer"], "permit_partial");
        stage.end().await;
    }

    async fn what_nothing_opens_cannot_be_released_and_can_be_refused(db) {
        let stage = Stage::set(db).await;
        let body = json!({
            "holder": stage.county.health.to_string(), "number": "H-100", "is_relative": true,
            "purpose": "housing_placement", "classes": ["sud_enrollment"],
        });
        let asked: Value = stage.post(&stage.county.sam, "/requests", body).await.expect(201).json();
        let path = format!("/requests/{}/rulings", text(&asked, "request"));
        let ruling = json!({"verdict": "release", "reason": "No conflict", "basis": "Policy 4"});
        let refused = stage.post(&stage.tess, &path, ruling).await.expect(409);
        assert!(refused.text().contains("request_nothing_to_release"));
        let ruling = json!({"verdict": "refuse", "reason": "A brother of the patient"});
        let done: Value = stage.post(&stage.tess, &path, ruling).await.expect(200).json();
        assert_eq!((&done["answer"], &done["given"]), (&json!("deny"), &json!([])));
        stage.end().await;
    }

    async fn what_waits_too_long_is_told_to_who_leads_and_once(db) {
        let stage = Stage::set(db).await;
        held(&stage).await;
        stage.app.run_jobs().await;
        let before = stage.count("events").await;
        stage.app.advance_days(1);
        stage.app.run_jobs().await;
        assert_eq!(stage.count("events").await, before);
        stage.app.advance_days(2);
        for _ in 0..2 {
            stage.app.run_jobs().await;
        }
        let sql = "SELECT COUNT(*) AS n FROM events WHERE kind = 'request.escalated'";
        let told: i64 = stage.app.store.ask(sql, vec![]).await.unwrap()[0].get("n").unwrap();
        assert_eq!(told, 1);
        let page = stage.page(&stage.tess, "/requests").await;
        assert!(page.contains("pw-status--off"), "late shows");
        stage.end().await;
    }

    async fn whoever_asked_can_take_back_what_waits_and_nothing_else(db) {
        let stage = Stage::set(db).await;
        let asked = held(&stage).await;
        let path = format!("/requests/{}/withdrawals", text(&asked, "request"));
        stage.post(&stage.county.alicia, &path, json!({})).await.expect(404);
        let done: Value = stage.post(&stage.county.sam, &path, json!({})).await.expect(200).json();
        assert_eq!(done["state"], "withdrawn");
        stage.post(&stage.county.sam, &path, json!({})).await.expect(409);
        let answered = stage.ask(&["diagnoses"]).await;
        let path = format!("/requests/{}/withdrawals", text(&answered, "request"));
        stage.post(&stage.county.sam, &path, json!({})).await.expect(409);
        stage.end().await;
    }

    async fn a_judges_order_waits_for_counsel_and_goes_to_its_scope(db) {
        let stage = Stage::set(db).await;
        let body = json!({
            "holder": stage.county.health.to_string(), "number": "H-100",
            "purpose": "criminal_investigation", "classes": ["sud_enrollment", "diagnoses"],
            "papers": "subpoena_and_order", "order_kind": "part2_order",
        });
        let asked: Value = stage.post(&stage.county.sam, "/requests", body).await.expect(201).json();
        assert_eq!(asked["answer"], "deny", "a patient is not even confirmed");
        let path = format!("/requests/{}/rulings", text(&asked, "request"));
        let ruling = json!({
            "verdict": "release", "reason": "Counsel read the order of May 3", "basis": "42 CFR 2.65",
            "scope": ["sud_enrollment"],
        });
        let done: Value = stage.post(&stage.tess, &path, ruling).await.expect(200).json();
        assert_eq!(done["given"], json!(["sud_enrollment"]));
        let words: Vec<&str> =
            done["parts"].as_array().unwrap().iter().map(|part| text(part, "word")).collect();
        assert!(words.contains(&"PART2_COURT_ORDER") && words.contains(&"OUTSIDE_ORDER_SCOPE"), "{words:?}");
        stage.end().await;
    }

    async fn the_form_asks_and_says_what_is_wrong(db) {
        let stage = Stage::set(db).await;
        let form = stage.page(&stage.county.sam, "/requests/new").await;
        assert!(form.contains("Riverbend Housing Authority") && form.contains("file number"));
        let path = format!("{P}/requests/new");
        let refused = stage.app.post(&stage.county.sam, &path, &[("number", "H-100")]).await.expect(422);
        assert!(refused.text().contains("Fill this in"));
        let holder = stage.county.health.to_string();
        let own = stage.county.housing.to_string();
        let fields = |of: &'static str| [("number", "H-100"), ("purpose", "housing_placement"), ("classes", of)];
        let mut all = fields("diagnoses").to_vec();
        all.push(("holder", own.as_str()));
        let refused = stage.app.post(&stage.county.sam, &path, &all).await.expect(422);
        assert!(refused.text().contains("Choose another agency"));
        all.pop();
        all.push(("holder", holder.as_str()));
        let done = stage.app.post(&stage.county.sam, &path, &all).await.expect(303);
        assert!(done.location().contains("/receipts/rcp_"));
        // Nobody entered Alicia as one who works with data.
        let form = stage.page(&stage.county.alicia, "/requests/new").await;
        assert!(form.contains("not entered"));
        stage.app.post(&stage.county.alicia, &path, &all).await.expect(404);
        assert!(stage.page(&stage.county.sam, "/requests").await.contains("Answered"));
        stage.end().await;
    }

    async fn the_record_says_nothing_of_the_person(db) {
        let stage = Stage::set(db).await;
        // What the stage was set with may have no words.
        let unsaid = |activity: &str| activity.matches("no words for").count();
        let before = unsaid(&stage.page(&stage.county.coordinator, "/activity").await);
        let consent = stage.consents().await;
        stage.ask(&["diagnoses", "sud_enrollment"]).await;
        stage.post(&stage.max, &format!("/consents/{consent}/revocations"), json!({})).await.expect(200);
        let rows = stage.app.store.ask("SELECT kind, subject, body FROM events", vec![]).await.unwrap();
        for row in &rows {
            let said = format!("{} {}", row.get::<String>("subject").unwrap(), row.get::<String>("body").unwrap());
            for secret in [stage.client.as_str(), "H-100", DIAGNOSES, TREATMENT, "PART2"] {
                assert!(!said.contains(secret), "{}: {said}", row.get::<String>("kind").unwrap());
            }
        }
        let activity = stage.page(&stage.county.coordinator, "/activity").await;
        assert!(activity.contains("asked County Health for data"), "{activity}");
        assert!(unsaid(&activity) <= before, "{activity}");
        stage.end().await;
    }
}

/// A request that waits: HIPAA has no door in the table for paying for care.
async fn held(stage: &Stage) -> Value {
    let cx = stage.app.cx(&stage.county.coordinator, &stage.county.p);
    let county = &stage.county;
    let mut terms = terms("Paying for care", &[county.housing, county.health]);
    terms.grants = vec![gives(county.health, county.housing, "diagnoses", "payment")];
    let signature = |organization: OrganizationId| PaperSignature {
        organization,
        signer: "Its director".parse().unwrap(),
        title: "Director".parse().unwrap(),
        authority: "County Code 2.4".parse().unwrap(),
        on: day("2026-01-05"),
    };
    let upper = None;
    let new = NewAgreement { kind: Kind::DataSharing, upper, terms };
    let signatures = vec![signature(county.housing), signature(county.health)];
    agreement::record(&cx, new, signatures, "In the safe".parse().unwrap()).await.unwrap();
    stage.ask_for(&["diagnoses"], "payment").await
}
