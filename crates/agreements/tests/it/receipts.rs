//! Who sees which receipts, and how much of them.

use base::Role;
use sha2::{Digest as _, Sha256};
use web::testing::both_databases;

use super::{
    stage::{P, Stage, text, texts},
    *,
};

both_databases! {
    async fn each_side_has_its_list_and_others_have_none(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        let receipt = stage.ask(&["diagnoses"]).await;
        let id = text(&receipt, "receipt").to_owned();
        let list = async |who: &TestPerson, view: &str| -> Vec<String> {
            let found = stage.json(who, &format!("/receipts?view={view}")).await;
            let items = found["items"].as_array().unwrap().clone();
            items.iter().map(|one| text(one, "receipt").to_owned()).collect()
        };
        assert_eq!(list(&county.sam, "asked").await, std::slice::from_ref(&id));
        assert_eq!(list(&stage.max, "gave").await, std::slice::from_ref(&id));
        assert_eq!(list(&stage.tess, "gave").await, std::slice::from_ref(&id));
        assert_eq!(list(&stage.stella, "got").await, std::slice::from_ref(&id));
        assert_eq!(list(&county.alicia, "got").await, std::slice::from_ref(&id));
        assert!(list(&county.jo, "gave").await.is_empty());
        // A colleague who did not ask and does not answer for the data.
        let colleague = partnership::testing::person(
            &stage.app, &county.p, "Ola Berg", county.housing, Role::Member).await;
        assert!(list(&colleague, "got").await.is_empty());
        for who in [&colleague, &county.jo, &county.coordinator] {
            for path in ["", "/shared"] {
                let seen = stage.app.get(who, &format!("{P}/receipts/{id}{path}")).await;
                assert_eq!(seen.status, 404, "{} {path}", who.name);
            }
        }
        // What was shared is opened by who got it, and not by who gave it.
        assert_eq!(stage.app.get(&stage.max, &format!("{P}/receipts/{id}/shared")).await.status, 404);
        // A coordinator counts.
        let page = stage.page(&county.coordinator, "/receipts").await;
        assert!(page.contains("Answers of the last 30 days") && !page.contains(&id));
        let counts = stage.json(&county.coordinator, "/receipts/counts").await;
        assert_eq!(counts["counts"]["permit"], 1);
        stage.end().await;
    }

    async fn lists_are_narrowed_in_sql_and_saved_as_a_table(db) {
        let stage = Stage::set(db).await;
        stage.ask(&["diagnoses"]).await;
        stage.ask(&["sud_enrollment"]).await;
        let found = async |query: String| -> usize {
            let list = stage.json(&stage.max, &format!("/receipts?view=gave&{query}")).await;
            list["items"].as_array().unwrap().len()
        };
        assert_eq!(found(String::new()).await, 2);
        assert_eq!(found("answer=deny".into()).await, 1);
        assert_eq!(found(format!("agreement={}", stage.agreement)).await, 1);
        assert_eq!(found(format!("partner={}", stage.county.housing)).await, 2);
        assert_eq!(found(format!("partner={}", stage.county.outreach)).await, 0);
        let table = stage.app.get(&stage.max, &format!("{P}/receipts.csv?view=gave")).await.expect(200);
        assert_eq!(table.text().lines().count(), 3);
        for prefix in ["", "/es"] {
            for view in ["asked", "gave", "got"] {
                let path = format!("{prefix}{P}/receipts?view={view}");
                let page = stage.app.get(&stage.stella, &path).await.expect(200).text();
                assert!(!page.contains("[receipts-") && !page.contains("{ $"), "{page}");
            }
        }
        stage.end().await;
    }

    async fn another_party_of_the_agreement_sees_what_was_decided_and_nothing_of_the_person(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        let outsider = partnership::testing::person(
            &stage.app, &county.p, "Ivo Stein", county.outreach, Role::Steward).await;
        let parties = [county.housing, county.health, county.outreach];
        let mut terms = terms("All three", &parties);
        terms.grants = vec![gives(county.health, county.housing, "diagnoses", "service_coordination")];
        let new = NewAgreement { kind: Kind::DataSharing, upper: None, terms };
        on_paper(&stage.app, county, new).await;
        let receipt = stage.ask_for(&["diagnoses"], "service_coordination").await;
        let id = text(&receipt, "receipt");
        let list = stage.json(&outsider, "/receipts?view=agreements").await;
        assert_eq!(text(&list["items"][0], "receipt"), id);
        let seen = stage.json(&outsider, &format!("/receipts/{id}")).await;
        assert_eq!(seen["answer"], "permit");
        assert!(seen.get("asker").is_none() && seen.get("client").is_none() && seen.get("exact").is_none());
        let page = stage.page(&outsider, &format!("/receipts/{id}")).await;
        assert!(!page.contains("Sam Okafor") && !page.contains("H-100"));
        assert_eq!(stage.app.get(&outsider, &format!("{P}/receipts/{id}/shared")).await.status, 404);
        stage.end().await;
    }

    async fn the_record_carries_the_hash_of_the_whole_receipt(db) {
        let stage = Stage::set(db).await;
        let receipt = stage.ask(&["diagnoses", "sud_enrollment"]).await;
        let id = text(&receipt, "receipt");
        let whole = stage.json(&stage.tess, &format!("/receipts/{id}")).await;
        let mut hash = Sha256::new();
        hash.update(text(&whole, "salt"));
        hash.update(text(&whole, "exact"));
        let details = data_encoding::HEXLOWER.encode(&hash.finalize());
        assert_eq!(text(&whole, "details"), details);
        let sql = "SELECT body FROM events WHERE kind = 'receipt.issued'";
        let body: String = stage.app.store.ask(sql, vec![]).await.unwrap()[0].get("body").unwrap();
        assert!(body.contains(&details), "{body}");
        let exact: Value = serde_json::from_str(text(&whole, "exact")).unwrap();
        assert_eq!(exact["client"], json!(stage.client));
        let words: Vec<&str> =
            exact["parts"].as_array().unwrap().iter().map(|part| text(part, "word")).collect();
        assert!(words.contains(&"PART2_NO_CONSENT"));
        let file = stage.app.get(&stage.county.sam, &format!("{P}/receipts/{id}/receipt.json")).await.expect(200);
        assert!(file.header("content-disposition").contains("R-") && !file.text().contains("PART2_NO_CONSENT"));
        stage.end().await;
    }

    async fn the_copy_keeps_its_marks_and_serves_its_purpose_only(db) {
        let stage = Stage::set(db).await;
        stage.consents().await;
        let receipt = stage.ask(&["sud_enrollment"]).await;
        let owed = texts(&receipt["obligations"]);
        for code in ["LOG_BEFORE_RELEASE", "PURPOSE_BIND", "CLIENT_REPORT", "PART2_NOTICE",
            "PART2_COPY_OF_CONSENT", "NO_REDISCLOSURE"] {
            assert!(owed.contains(&code), "{owed:?}");
        }
        let copies = stage.json(&stage.stella, "/copies").await;
        let copy = &copies["items"][0];
        assert_eq!(copy["laws"], json!(["HIPAA", "PART2"]));
        assert_eq!(text(copy, "bound_to"), "housing_placement");
        assert_eq!(text(copy, "origin"), stage.county.health.to_string());
        assert!(copy.get("content").is_none(), "what it says is read with its receipt");
        let id = text(&receipt, "receipt");
        let shared = stage.shared(&receipt).await;
        assert!(text(&shared, "statement").contains("42 CFR part 2"));
        let page = stage.page(&stage.county.sam, &format!("/receipts/{id}/shared")).await;
        assert!(page.contains("42 CFR part 2") && page.contains("may not pass it on"));
        assert!(page.contains("A person’s consent") || page.contains("Consent"));
        let file = stage.app.get(&stage.county.sam, &format!("{P}/receipts/{id}/shared.txt")).await.expect(200);
        assert!(file.text().contains("42 CFR 2.31") && file.text().contains(super::stage::TREATMENT));
        let page = stage.page(&stage.stella, "/copies").await;
        assert!(page.contains("goes no further") && page.contains("Why can I see this?"));
        stage.end().await;
    }
}
