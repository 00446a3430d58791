//! Signatures are bound to the exact text, to a person and to their authority.

use web::testing::both_databases;

use super::*;

both_databases! {
    async fn one_changed_byte_of_a_signed_version_is_refused_and_shown(db) {
        let (app, county) = laid(db).await;
        let id = out(&app, &county).await;
        sign(&app, &county, &county.alicia, (id, county.housing)).await.expect(200);
        let change = "UPDATE agreement_versions SET text = REPLACE(text, 'Health and housing', \
                      'Health and mousing') WHERE agreement = $1";
        app.store.ask(change, vec![base::Value::Text(id.to_string())]).await.unwrap();
        let refused = sign(&app, &county, &county.dana, (id, county.health)).await.expect(409);
        assert!(refused.text().contains("agreement_broken"), "{}", refused.text());
        let page = app.get(&county.dana, &format!("{LIST}/{id}")).await.expect(200).text();
        assert!(page.contains("This is not what was signed"));
        let page = app.get(&county.dana, &format!("{LIST}/{id}/sign")).await.expect(200).text();
        assert!(page.contains("The stored text was changed"));
        assert_eq!(view(&app, &county, id).await["versions"][0]["broken"], "text");
        app.close().await;
    }

    async fn one_changed_term_of_a_signed_version_lets_nothing_go(db) {
        let (app, county) = laid(db).await;
        let id = out(&app, &county).await;
        sign(&app, &county, &county.alicia, (id, county.housing)).await.expect(200);
        sign(&app, &county, &county.dana, (id, county.health)).await.expect(200);
        let test = format!(
            "{API}/test?from={}&to={}&what=diagnoses&purpose=housing_placement&consent=no",
            county.health, county.housing
        );
        let before: Value = app.get(&county.dana, &test).await.expect(200).json();
        assert_eq!(before["answer"], "permit");
        let change = "UPDATE agreement_grants SET classes = 'diagnoses release_date' \
                      WHERE agreement = $1 AND number = 1";
        app.store.ask(change, vec![base::Value::Text(id.to_string())]).await.unwrap();
        let after: Value = app.get(&county.dana, &test).await.expect(200).json();
        assert_eq!(after["answer"], "deny");
        assert_eq!(view(&app, &county, id).await["versions"][0]["broken"], "terms");
        app.close().await;
    }

    async fn two_who_sign_at_once_both_sign_and_it_is_in_force(db) {
        let (app, county) = laid(db).await;
        let id = out(&app, &county).await;
        let (one, other) = tokio::join!(
            sign(&app, &county, &county.alicia, (id, county.housing)),
            sign(&app, &county, &county.dana, (id, county.health)),
        );
        assert_eq!((one.status, other.status), (200, 200));
        let seen = view(&app, &county, id).await;
        assert_eq!(seen["state"], "active");
        assert_eq!(seen["versions"][0]["signatures"].as_array().unwrap().len(), 2);
        app.close().await;
    }

    async fn a_signatory_whose_authority_ended_is_told_so(db) {
        let (app, county) = laid(db).await;
        let upper = memorandum(&app, &county).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let mut terms = terms("Health and housing", &[county.housing, county.health]);
        terms.grants = vec![gives(county.health, county.housing, "diagnoses", "housing_placement")];
        let new = NewAgreement { kind: Kind::DataSharing, upper: Some(upper), terms };
        let id = agreement::draft(&cx, new).await.unwrap().id;
        let target = Target { id, seen: None };
        answered(&app, &county, id).await;
        agreement::present(&cx, target, None).await.unwrap();
        let ended = agreement::Signatory {
            authority_until: Some(day("2026-05-01")),
            ..signatory(county.housing, &county.alicia, 1)
        };
        let signatories = vec![ended, signatory(county.health, &county.dana, 1)];
        agreement::send_out(&cx, target, signatories).await.unwrap();
        let refused = sign(&app, &county, &county.alicia, (id, county.housing)).await.expect(409);
        assert!(refused.text().contains("agreement_authority_ended"));
        assert!(refused.text().contains("2026-05-01") || refused.text().contains("May 1, 2026"));
        let page = app.get(&county.alicia, &format!("{LIST}/{id}/sign")).await.expect(200).text();
        assert!(page.contains("Your authority to sign ended May 1, 2026"), "{page}");
        // Another person does not sign for her.
        let other = sign(&app, &county, &county.dana, (id, county.housing)).await.expect(403);
        assert!(other.text().contains("agreement_not_yours"));
        app.close().await;
    }

    async fn who_saw_another_text_does_not_sign(db) {
        let (app, county) = laid(db).await;
        let id = out(&app, &county).await;
        let body = json!({
            "organization": county.housing.to_string(), "hash": "0".repeat(64), "intent": true,
            "electronic": true,
        });
        let refused = app.post_json(&county.alicia, &format!("{API}/{id}/signatures"), body.clone()).await;
        assert!(refused.expect(409).text().contains("agreement_other_text"));
        app.close().await;
    }
}
