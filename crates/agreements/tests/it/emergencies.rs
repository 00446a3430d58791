//! Breaking the glass: for an hour, told at once, reviewed by a second person; paused when nobody does.

use agreements::vocabulary::Opened;
use policy::EmergencyKind;
use web::testing::both_databases;

use super::{
    stage::{P, Stage, TREATMENT, text, texts},
    *,
};

/// Housing treats people here too, and an emergency opens what Health knows of treatment.
async fn medical(stage: &Stage) {
    use OrganizationKind::{HealthProvider, SocialServices};
    let cx = stage.app.cx(&stage.county.coordinator, &stage.county.p);
    let party = Party {
        organization: stage.county.housing,
        kinds: Set::of(&[SocialServices, HealthProvider]),
    };
    let opened = |kind, class: &str| Opened { kind, class: class.parse().unwrap() };
    let ground = Ground {
        parties: vec![party],
        opened: vec![
            opened(EmergencyKind::Medical, "sud_enrollment"),
            opened(EmergencyKind::Threat, "release_date"),
        ],
        ..Ground::default()
    };
    vocabulary::lay(&cx, ground).await.unwrap();
    stage.works(stage.county.sam.id, stage.county.housing, true).await;
}

fn attested(stage: &Stage, kind: &str) -> Value {
    json!({
        "kind": kind, "holder": stage.county.health.to_string(), "number": "H-100",
        "reason": "overdose", "words": "Found without breath in room 4", "attest": true,
    })
}

async fn open(stage: &Stage, kind: &str) -> web::testing::TestResponse {
    stage.post(&stage.county.sam, "/emergencies", attested(stage, kind)).await
}

both_databases! {
    async fn it_opens_for_an_hour_and_everybody_who_must_know_knows(db) {
        let stage = Stage::set(db).await;
        medical(&stage).await;
        let receipt: Value = open(&stage, "medical").await.expect(201).json();
        assert_eq!((&receipt["answer"], &receipt["given"]), (&json!("permit"), &json!(["sud_enrollment"])));
        let owed = texts(&receipt["obligations"]);
        for code in ["DOCUMENT_EMERGENCY", "REVIEW_24H", "NOTIFY_CUSTODIAN", "GRANT_EXPIRES"] {
            assert!(owed.contains(&code), "{owed:?}");
        }
        assert_eq!(stage.shared(&receipt).await["items"][0]["content"], TREATMENT);
        // It is read and not taken along.
        let id = text(&receipt, "receipt");
        stage.app.get(&stage.county.sam, &format!("{P}/receipts/{id}/shared.txt")).await.expect(409);
        // The four items of 42 CFR 2.51(c): to whom, by whom, when, and what it was.
        let request = stage.page(&stage.tess, &format!("/requests/{}", text(&receipt, "request"))).await;
        assert!(request.contains("Sam Okafor") && request.contains("without breath"));
        let custodian = stage.json(&stage.tess, "/duties").await;
        assert_eq!(text(&custodian["items"][0], "kind"), "custodian");
        stage.app.clock.set(stage.app.clock.now().plus_seconds(3600));
        assert_eq!(stage.shared(&receipt).await["items"], json!([]), "an hour has passed");
        stage.app.run_jobs().await;
        let report = stage.page(&stage.max, &format!("/clients/{}/report", stage.client)).await;
        assert!(report.contains("must be treated now"), "{report}");
        let page = stage.page(&stage.county.coordinator, "/receipts").await;
        assert!(page.contains("1 of 1 (1,000 per 1,000)"), "{page}");
        stage.end().await;
    }

    async fn a_second_person_reviews_it(db) {
        let stage = Stage::set(db).await;
        medical(&stage).await;
        let receipt: Value = open(&stage, "medical").await.expect(201).json();
        let duties = stage.json(&stage.stella, "/duties").await;
        let review = duties["items"].as_array().unwrap().iter().find(|one| one["kind"] == "review").unwrap();
        let path = format!("/duties/{}/fulfillments", text(review, "duty"));
        let words = json!({"words": "It was right: the ambulance asked"});
        let own = stage.post(&stage.county.sam, &path, words.clone()).await.expect(403);
        assert!(own.text().contains("duty_second_person"));
        stage.post(&stage.stella, &path, words).await.expect(200);
        assert_eq!(review["receipt"], receipt["receipt"]);
        stage.end().await;
    }

    async fn an_overdue_review_pauses_all_but_treatment(db) {
        let stage = Stage::set(db).await;
        medical(&stage).await;
        open(&stage, "medical").await.expect(201);
        stage.app.advance_days(2);
        let paused = open(&stage, "threat").await.expect(403);
        assert!(paused.text().contains("emergency_paused"));
        open(&stage, "medical").await.expect(201);
        stage.end().await;
    }

    async fn what_is_not_attested_or_could_be_asked_opens_nothing(db) {
        let stage = Stage::set(db).await;
        medical(&stage).await;
        let mut bare = attested(&stage, "medical");
        bare["attest"] = json!(false);
        stage.post(&stage.county.sam, "/emergencies", bare).await.expect(422);
        let mut asked = attested(&stage, "medical");
        asked["could_ask"] = json!(true);
        let receipt: Value = stage.post(&stage.county.sam, "/emergencies", asked).await.expect(201).json();
        assert_eq!(receipt["answer"], "deny");
        // Who is not medical staff opens nothing.
        stage.works(stage.county.sam.id, stage.county.housing, false).await;
        let receipt: Value = open(&stage, "medical").await.expect(201).json();
        assert_eq!(receipt["answer"], "deny");
        let form = stage.page(&stage.county.sam, "/emergency").await;
        assert!(form.contains("I state that this is so"));
        stage.end().await;
    }
}
