//! What others share: the list is the decision, row by row, before it is cut into pages and counted.

use web::testing::both_databases;

use super::{
    stage::{P, Stage, text},
    *,
};

both_databases! {
    async fn the_list_has_what_a_request_would_get_and_nothing_else(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        // Some clients: with and without consent, some who said no, some whose consent was taken back.
        let mut expected = 0;
        for n in 1..=12 {
            expected += granted(&stage, n).await;
        }
        // The client of the stage: diagnoses alone.
        expected += 1;
        let list = stage.json(&county.sam, "/shared-with-us?purpose=housing_placement").await;
        assert_eq!(list["items"].as_array().unwrap().len(), expected);
        let page = stage.page(&county.sam, "/shared-with-us?purpose=housing_placement").await;
        assert!(page.contains(&format!("{expected} records may be shared")), "{page}");
        assert!(!page.contains("N-1") && !page.contains("of 1"), "not about whom, nor what it says");
        // Without a purpose, for another one, and for one who works for nobody here: nothing.
        assert_eq!(stage.json(&county.sam, "/shared-with-us").await["items"], json!([]));
        let other = stage.json(&county.sam, "/shared-with-us?purpose=benefit_eligibility").await;
        assert_eq!(other["items"], json!([]));
        let nobody = stage.json(&county.alicia, "/shared-with-us?purpose=housing_placement").await;
        assert_eq!(nobody["items"], json!([]));
        let narrow = format!("/shared-with-us?purpose=housing_placement&class=sud_enrollment&holder={}", county.health);
        let narrow = stage.json(&county.sam, &narrow).await;
        assert!(narrow["items"].as_array().unwrap().iter().all(|one| one["class"] == "sud_enrollment"));
        // One click asks for it.
        let link = page.split("href=\"").find(|part| part.starts_with("/p/riverbend/requests/new?"));
        let link = link.unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let form = stage.app.get(&county.sam, &link).await.expect(200).text();
        assert!(form.contains("name=\"client\""));
        stage.app.get(&county.guest, &format!("{P}/shared-with-us")).await.expect(403);
        stage.end().await;
    }
}

/// Enters client `n` with three records, and asks for all; how many go.
async fn granted(stage: &Stage, n: usize) -> usize {
    let county = &stage.county;
    let opt_outs = if n.is_multiple_of(5) { json!(["HIPAA"]) } else { json!([]) };
    let made: Value = stage
        .post(
            &stage.max,
            "/clients",
            json!({
                "holder": county.health.to_string(), "file_number": format!("N-{n}"),
                "opt_outs": opt_outs,
            }),
        )
        .await
        .expect(201)
        .json();
    let id = text(&made["client"], "client").to_owned();
    for class in ["diagnoses", "sud_enrollment", "release_date"] {
        let body = json!({"class": class, "content": format!("{class} of {n}")});
        stage.post(&stage.max, &format!("/clients/{id}/records"), body).await.expect(200);
    }
    if n.is_multiple_of(2) {
        let body = json!({
            "form": "part2_specific", "is_written": true, "is_complete": true,
            "gives": [county.health.to_string()], "gets": [county.housing.to_string()],
            "purposes": ["housing_placement"], "classes": ["sud_enrollment"],
            "signed_on": "2026-05-01",
        });
        let kept: Value = stage
            .post(&stage.max, &format!("/clients/{id}/consents"), body)
            .await
            .expect(201)
            .json();
        if n.is_multiple_of(4) {
            let revoke = format!("/consents/{}/revocations", text(&kept, "consent"));
            stage.post(&stage.max, &revoke, json!({})).await.expect(200);
        }
    }
    let asked: Value = stage
        .post(
            &county.sam,
            "/requests",
            json!({
                "holder": county.health.to_string(), "number": format!("N-{n}"),
                "purpose": "housing_placement",
                "classes": ["diagnoses", "sud_enrollment", "release_date"],
            }),
        )
        .await
        .expect(201)
        .json();
    asked["given"].as_array().unwrap().len()
}
