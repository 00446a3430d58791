//! What clients allowed: written down, shown, renewed and taken back, on pages and by programs.

use web::testing::both_databases;

use super::{
    stage::{P, Stage, text},
    *,
};

both_databases! {
    async fn a_consent_is_written_down_page_by_page_and_taken_back(db) {
        let stage = Stage::set(db).await;
        let (health, housing) = (stage.county.health.to_string(), stage.county.housing.to_string());
        let new = format!("{P}/clients/{}/consents/new", stage.client);
        let form = stage.app.get(&stage.max, &new).await.expect(200).text();
        assert!(form.contains("42 CFR Part 2"));
        let fields = [
            ("form", "vawa_release"), ("gives", health.as_str()), ("gets", housing.as_str()),
            ("purposes", "housing_placement"), ("classes", "sud_enrollment"),
            ("signed_on", "2026-05-01"), ("is_written", "yes"), ("is_complete", "yes"),
        ];
        let refused = stage.app.post(&stage.max, &new, &fields).await.expect(422);
        assert!(refused.text().contains("must have a last day"), "{}", refused.text());
        let mut fields = fields.to_vec();
        fields[0].1 = "part2_specific";
        fields.push(("expires_on", "2026-06-30"));
        let kept = stage.app.post(&stage.max, &new, &fields).await.expect(303);
        let page = kept.location().split('?').next().unwrap().to_owned();
        for (prefix, words) in [("", "June 30, 2026"), ("/es", "30 de junio de 2026")] {
            let seen = stage.app.get(&stage.max, &format!("{prefix}{page}")).await.expect(200).text();
            assert!(seen.contains(words) && !seen.contains("[consents-"), "{seen}");
            assert!(!seen.contains("H-100</h1>"));
        }
        assert_eq!(stage.ask(&["sud_enrollment"]).await["answer"], "permit");
        let confirm = stage.app.get(&stage.max, &format!("{page}/revoke")).await.expect(200).text();
        assert!(confirm.contains("From this moment"));
        stage.app.post(&stage.max, &format!("{page}/revoke"), &[]).await.expect(303);
        assert_eq!(stage.ask(&["sud_enrollment"]).await["answer"], "deny");
        stage.app.post(&stage.max, &format!("{page}/revoke"), &[]).await.expect(409);
        // A renewal begins as the old one was.
        let renewal = stage.app.get(&stage.max, &format!("{page}/renew")).await.expect(200).text();
        assert!(renewal.contains("value=\"part2_specific\" selected"));
        let list = stage.page(&stage.max, "/consents?which=revoked").await;
        assert!(list.contains("Taken back"));
        assert!(!stage.page(&stage.max, "/consents?which=in_force").await.contains("/consents/cns_"));
        stage.end().await;
    }

    async fn who_does_not_serve_the_person_learns_nothing(db) {
        let stage = Stage::set(db).await;
        let consent = stage.consents().await;
        for who in [&stage.county.sam, &stage.county.jo, &stage.stella] {
            for path in [format!("/consents/{consent}"), format!("/clients/{}", stage.client),
                format!("/clients/{}/report", stage.client)] {
                let seen = stage.app.get(who, &format!("{P}{path}")).await;
                assert_eq!(seen.status, 404, "{path} as {}", who.name);
            }
            let revoke = format!("/consents/{consent}/revocations");
            stage.post(who, &revoke, json!({})).await.expect(404);
        }
        stage.app.get(&stage.county.coordinator, &format!("{P}/consents/{consent}")).await.expect(403);
        assert_eq!(stage.ask(&["sud_enrollment"]).await["answer"], "permit");
        stage.end().await;
    }

    async fn who_got_something_is_told_that_it_was_taken_back(db) {
        let stage = Stage::set(db).await;
        let consent = stage.consents().await;
        let receipt = stage.ask(&["sud_enrollment"]).await;
        let seen = stage.page(&stage.max, &format!("/consents/{consent}")).await;
        assert!(seen.contains(text(&receipt, "code")), "what went under it is listed");
        stage.post(&stage.max, &format!("/consents/{consent}/revocations"), json!({})).await.expect(200);
        let duties = stage.json(&stage.stella, "/duties").await;
        assert_eq!(text(&duties["items"][0], "kind"), "recall");
        assert_eq!(duties["items"][0]["receipt"], receipt["receipt"]);
        stage.end().await;
    }

    async fn a_criminal_justice_consent_serves_until_its_time(db) {
        let stage = Stage::set(db).await;
        let body = json!({
            "form": "part2_criminal_justice", "is_written": true, "is_complete": true,
            "gives": [stage.county.health.to_string()], "gets": [stage.county.housing.to_string()],
            "purposes": ["court_supervision"], "classes": ["sud_enrollment"],
            "signed_on": "2026-05-01", "irrevocable_until": "2026-05-20",
        });
        let path = format!("/clients/{}/consents", stage.client);
        let kept: Value = stage.post(&stage.max, &path, body).await.expect(201).json();
        let revoke = format!("/consents/{}/revocations", text(&kept, "consent"));
        let seen: Value = stage.post(&stage.max, &revoke, json!({})).await.expect(200).json();
        assert_eq!(seen["state"], "revoked_later");
        stage.app.advance_days(10);
        stage.app.run_jobs().await;
        let id = text(&kept, "consent");
        let seen = stage.json(&stage.max, &format!("/consents/{id}")).await;
        assert_eq!(seen["state"], "revoked");
        stage.end().await;
    }

    async fn what_waits_under_a_consent_stops_with_it(db) {
        let stage = Stage::set(db).await;
        let consent = stage.consents().await;
        let body = json!({
            "holder": stage.county.health.to_string(), "number": "H-100", "is_relative": true,
            "purpose": "housing_placement", "classes": ["sud_enrollment"],
        });
        let asked: Value = stage.post(&stage.county.sam, "/requests", body).await.expect(201).json();
        stage.post(&stage.max, &format!("/consents/{consent}/revocations"), json!({})).await.expect(200);
        // A relative still waits for a person: nothing of it goes when they let it.
        let path = format!("/requests/{}/rulings", text(&asked, "request"));
        let ruling = json!({"verdict": "release", "reason": "No conflict", "basis": "Policy 4"});
        let refused = stage.post(&stage.tess, &path, ruling).await.expect(409);
        assert!(refused.text().contains("request_nothing_to_release"), "{}", refused.text());
        stage.end().await;
    }

    async fn a_consent_that_ends_with_an_event_ends_when_it_is_noted(db) {
        let stage = Stage::set(db).await;
        let body = json!({
            "form": "part2_specific", "is_written": true, "is_complete": true,
            "gives": [stage.county.health.to_string()], "gets": [stage.county.housing.to_string()],
            "purposes": ["housing_placement"], "classes": ["sud_enrollment"],
            "signed_on": "2026-05-01", "ends_with": "The lease is signed",
        });
        let path = format!("/clients/{}/consents", stage.client);
        let kept: Value = stage.post(&stage.max, &path, body).await.expect(201).json();
        assert_eq!(stage.ask(&["sud_enrollment"]).await["answer"], "permit");
        let id = text(&kept, "consent");
        let page = stage.page(&stage.max, &format!("/consents/{id}")).await;
        assert!(page.contains("The lease is signed"));
        stage.post(&stage.max, &format!("/consents/{id}/endings"), json!({})).await.expect(200);
        assert_eq!(stage.ask(&["sud_enrollment"]).await["answer"], "deny");
        stage.end().await;
    }
}
