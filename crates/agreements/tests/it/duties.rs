//! What is owed happens: the copy ends, somebody certifies it, the accounting counts it.

use web::testing::both_databases;

use super::{
    stage::{Stage, text, texts},
    *,
};

/// An agreement by which copies are kept for 30 days.
async fn keeping(stage: &Stage) {
    let county = &stage.county;
    let cx = stage.app.cx(&county.coordinator, &county.p);
    let mut terms = terms("For a month", &[county.housing, county.health]);
    terms.grants = vec![gives(county.health, county.housing, "diagnoses", "medical_respite")];
    terms.keeps_days = Some(30);
    let signature = |organization: OrganizationId| PaperSignature {
        organization,
        signer: "Its director".parse().unwrap(),
        title: "Director".parse().unwrap(),
        authority: "County Code 2.4".parse().unwrap(),
        on: day("2026-01-05"),
    };
    let new = NewAgreement { kind: Kind::DataSharing, upper: None, terms };
    let signatures = vec![signature(county.housing), signature(county.health)];
    let id =
        agreement::record(&cx, new, signatures, "In the safe".parse().unwrap()).await.unwrap().id;
    let seen = view(&stage.app, county, id).await;
    assert_eq!(seen["versions"][0]["keeps_days"], 30);
    assert!(text(&seen["versions"][0], "text").contains("copies: destroyed after 30 days"));
}

both_databases! {
    async fn a_copy_ends_on_its_day_and_somebody_certifies_it(db) {
        let stage = Stage::set(db).await;
        keeping(&stage).await;
        let receipt = stage.ask_for(&["diagnoses"], "medical_respite").await;
        assert_eq!(receipt["given"], json!(["diagnoses"]));
        let duties = stage.json(&stage.stella, "/duties").await;
        let duty = &duties["items"][0];
        assert_eq!((text(duty, "kind"), duty["receipt"] == receipt["receipt"]), ("certify", true));
        stage.app.advance_days(29);
        stage.app.run_jobs().await;
        assert_eq!(stage.shared(&receipt).await["items"].as_array().unwrap().len(), 1);
        stage.app.advance_days(2);
        // Before any job has run it is shut.
        assert_eq!(stage.shared(&receipt).await["items"], json!([]));
        stage.app.run_jobs().await;
        let sql = "SELECT COUNT(*) AS n FROM client_records WHERE receipt IS NOT NULL AND content IS NOT NULL";
        let left: i64 = stage.app.store.ask(sql, vec![]).await.unwrap()[0].get("n").unwrap();
        assert_eq!(left, 0, "the program takes it away itself");
        let id = text(duty, "duty");
        let words = json!({"words": "The paper copy was shredded, too"});
        stage.post(&stage.max, &format!("/duties/{id}/fulfillments"), words.clone()).await.expect(404);
        let done: Value =
            stage.post(&stage.stella, &format!("/duties/{id}/fulfillments"), words.clone()).await.expect(200).json();
        assert!(done["done_at"].is_string());
        stage.post(&stage.stella, &format!("/duties/{id}/fulfillments"), words).await.expect(409);
        let list = stage.page(&stage.stella, "/duties?state=done").await;
        assert!(list.contains("Destroy the copy"));
        stage.end().await;
    }

    async fn a_certificate_before_the_day_takes_the_copy_away(db) {
        let stage = Stage::set(db).await;
        keeping(&stage).await;
        let receipt = stage.ask_for(&["diagnoses"], "medical_respite").await;
        let duties = stage.json(&stage.stella, "/duties").await;
        let id = text(&duties["items"][0], "duty").to_owned();
        let words = json!({"words": "Not needed any more"});
        stage.post(&stage.stella, &format!("/duties/{id}/fulfillments"), words).await.expect(200);
        assert_eq!(stage.shared(&receipt).await["items"], json!([]));
        let sql = "SELECT COUNT(*) AS n FROM events WHERE kind = 'record.destroyed'";
        let noted: i64 = stage.app.store.ask(sql, vec![]).await.unwrap()[0].get("n").unwrap();
        assert_eq!(noted, 1);
        // Asking again brings it again, with a receipt and a task of its own.
        let again = stage.ask_for(&["diagnoses"], "medical_respite").await;
        assert_eq!(stage.shared(&again).await["items"].as_array().unwrap().len(), 1);
        stage.end().await;
    }

    async fn a_late_task_is_told_to_who_leads_and_once(db) {
        let stage = Stage::set(db).await;
        keeping(&stage).await;
        stage.ask_for(&["diagnoses"], "medical_respite").await;
        stage.app.advance_days(45);
        for _ in 0..2 {
            stage.app.run_jobs().await;
        }
        let sql = "SELECT COUNT(*) AS n FROM events WHERE kind = 'duty.late'";
        let told: i64 = stage.app.store.ask(sql, vec![]).await.unwrap()[0].get("n").unwrap();
        assert_eq!(told, 1);
        assert!(stage.page(&stage.stella, "/duties").await.contains("Late"));
        let mine = stage.app.get(&stage.county.alicia, "/me").await.text();
        assert!(mine.contains("Destroy the copy"));
        stage.end().await;
    }

    async fn the_accounting_counts_what_the_law_wants_counted(db) {
        let stage = Stage::set(db).await;
        let body = json!({
            "holder": stage.county.health.to_string(), "number": "H-100",
            "purpose": "criminal_investigation", "classes": ["sud_enrollment"],
            "papers": "subpoena_and_order", "order_kind": "part2_order",
        });
        let asked: Value = stage.post(&stage.county.sam, "/requests", body).await.expect(201).json();
        assert_eq!(stage.count("accounting_entries").await, 0, "what waits is not counted");
        let path = format!("/requests/{}/rulings", text(&asked, "request"));
        let ruling = json!({
            "verdict": "release", "reason": "Counsel read it", "basis": "42 CFR 2.65",
            "scope": ["sud_enrollment"],
        });
        let done: Value = stage.post(&stage.tess, &path, ruling).await.expect(200).json();
        let owed = texts(&done["obligations"]);
        assert!(owed.contains(&"HIPAA_ACCOUNTING") && owed.contains(&"NOTIFY_CUSTODIAN"), "{owed:?}");
        assert_eq!(stage.count("accounting_entries").await, 1);
        let report = stage.page(&stage.max, &format!("/clients/{}/report", stage.client)).await;
        assert!(report.contains("Health privacy (HIPAA)"));
        // The holder's steward reads what was compelled.
        let duties = stage.json(&stage.tess, "/duties").await;
        assert_eq!(text(&duties["items"][0], "kind"), "custodian");
        // What goes for treatment or coordination is not counted (45 CFR 164.528(a)(1)).
        stage.ask(&["diagnoses"]).await;
        assert_eq!(stage.count("accounting_entries").await, 1);
        stage.end().await;
    }
}
