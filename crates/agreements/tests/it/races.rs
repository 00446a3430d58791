//! What happens at once, and what is cut off: a withdrawal beside decisions on another server, requests that
//! nobody waits for any more.

use std::sync::atomic::{AtomicBool, Ordering};

use agreements::{
    consent,
    decision::{self, Ask},
};
use policy::{Action, Answer, ClientId, ConsentId, Identifiability as Identity};
use store::testing::Kind;
use web::testing::both_databases;

use super::{
    stage::{A, Stage},
    *,
};

/// How many pairs; `CONCORD_RACES` says more.
#[expect(clippy::disallowed_methods, reason = "long runs are asked for by the environment")]
fn pairs(usual: u32) -> u32 {
    std::env::var("CONCORD_RACES").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn asks(stage: &Stage, client: ClientId) -> Ask {
    Ask {
        who: stage.county.sam.id,
        action: Action::Disclose,
        purpose: "housing_placement".to_owned(),
        about: client,
        from: stage.county.health,
        to: Some(stage.county.housing),
        classes: vec!["sud_enrollment".to_owned()],
        identifiability: Identity::Identified,
        is_relative: false,
        subpoena: false,
        order: None,
        emergency: None,
        table: None,
    }
}

/// How many consents one client gives and withdraws, one after the other.
const OF_ONE: u32 = 20;

/// Withdraws `pairs` consents on one server, each while another server decides again and again, until a decision
/// began after the acknowledgement. Gives how many let something go.
async fn withdraws(stage: &Stage, other: &store::Store, lane: u32, pairs: u32) -> u32 {
    let mut gone = 0;
    let mut client = String::new();
    for turn in 0..pairs {
        if turn % OF_ONE == 0 {
            client = stage.client_of(&format!("R-{lane}-{turn}")).await;
            stage.keeps_about(&client, "sud_enrollment", stage::TREATMENT).await;
        }
        let id: ConsentId = stage.consents_about(&client).await.parse().unwrap();
        let is_acknowledged = AtomicBool::new(false);
        let revoke = async {
            tokio::task::yield_now().await;
            let cx = stage.app.cx(&stage.max, &stage.county.p);
            consent::revoke(&cx, id).await.unwrap();
            is_acknowledged.store(true, Ordering::SeqCst);
        };
        let decide = async {
            loop {
                let began_after = is_acknowledged.load(Ordering::SeqCst);
                let cx = stage.app.cx_on(other, &stage.county.sam, &stage.county.p);
                let asked = asks(stage, client.parse().unwrap());
                let answer = decision::decide(&cx, asked).await.unwrap().decision.answer;
                assert!(!began_after || answer == Answer::Deny, "{answer:?} after the withdrawal");
                gone += u32::from(answer != Answer::Deny);
                if began_after {
                    break;
                }
            }
        };
        tokio::join!(revoke, decide);
    }
    gone
}

both_databases! {
    async fn no_decision_that_begins_after_a_withdrawal_lets_anything_go(db) {
        let kind = db.kind;
        let stage = Stage::set(db).await;
        let other = stage.app.beside().await;
        // An embedded database takes one change after the other.
        let lanes = if kind == Kind::Sqlite { 1 } else { 4 };
        let share = |lane| if lane < lanes { pairs(40) / lanes } else { 0 };
        let gone = tokio::join!(
            withdraws(&stage, &other, 0, share(0)),
            withdraws(&stage, &other, 1, share(1)),
            withdraws(&stage, &other, 2, share(2)),
            withdraws(&stage, &other, 3, share(3)),
        );
        assert!(gone.0 + gone.1 + gone.2 + gone.3 > 0, "before it was withdrawn, a consent let go");
        stage.app.close().await;
    }

    async fn a_record_begins_with_what_its_client_says_at_last(db) {
        let stage = Stage::set(db).await;
        let holder = stage.county.health.to_string();
        for turn in 0..pairs(40) {
            let number = format!("R-{turn}");
            let client = stage.client_of(&number).await;
            let path = format!("{A}/clients/{client}");
            let body = json!({
                "holder": holder, "file_number": number, "opt_outs": ["HIPAA"],
                "has_protected_address": true,
            });
            let change = stage.app.send_json(http::Method::PATCH, Some(&stage.max), &path, &body);
            let (changed, (), ()) = tokio::join!(
                change,
                stage.keeps_about(&client, "diagnoses", stage::DIAGNOSES),
                stage.keeps_about(&client, "sud_enrollment", stage::TREATMENT),
            );
            changed.expect(200);
        }
        assert_eq!(stage.count(stage::UNLIKE).await, 0);
        stage.end().await;
    }

    async fn what_is_cut_off_leaves_a_whole_receipt_or_none(db) {
        let stage = Stage::set(db).await;
        let mut shown = 0_i64;
        for turn in 0..pairs(40) {
            let body = json!({
                "holder": stage.county.health.to_string(), "number": "H-100",
                "purpose": "housing_placement", "classes": ["diagnoses"],
            });
            let path = format!("{A}/requests");
            let ask = stage.app.post_json(&stage.county.sam, &path, body);
            let limit = std::time::Duration::from_micros(u64::from(turn) * 400);
            if let Ok(answer) = tokio::time::timeout(limit, ask).await {
                let receipt: Value = answer.expect(201).json();
                let seen = stage.shared(&receipt).await;
                assert!(seen.to_string().contains(stage::DIAGNOSES), "{seen}");
                shown += 1;
            }
        }
        let count = async |sql: &str| -> i64 {
            let rows = stage.app.store.ask(sql, Vec::new()).await.unwrap();
            rows[0].get("n").unwrap()
        };
        // What was cut off may be finished by the server; nothing is half there.
        let receipts = count("SELECT COUNT(*) AS n FROM receipts").await;
        assert!(receipts >= shown);
        let requests = count("SELECT COUNT(*) AS n FROM data_requests").await;
        assert_eq!(requests, receipts);
        let parts = count(
            "SELECT COUNT(*) AS n FROM receipts r WHERE NOT EXISTS (SELECT 1 FROM receipt_parts p
             WHERE p.partnership = r.partnership AND p.receipt = r.id)",
        )
        .await;
        assert_eq!(parts, 0, "a receipt says what it gave");
        let loose = count(
            "SELECT COUNT(*) AS n FROM client_records c WHERE c.receipt IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM receipts r
             WHERE r.partnership = c.partnership AND r.id = c.receipt)",
        )
        .await;
        assert_eq!(loose, 0, "no copy without its receipt");
        stage.end().await;
    }
}
