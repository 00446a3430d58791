//! The register of disagreements: from a declined commitment, an objection or a discussion to how it
//! was settled.

use web::testing::both_databases;

use super::*;

const REGISTER: &str = "/api/v1/p/riverbend/disagreements";
const PAGE: &str = "/p/riverbend/disagreements";

async fn opened(app: &TestApp, county: &County, about: &str) -> String {
    let body = json!({
        "about": about, "question": "Who pays for the night bus?", "view": "The county pays.",
        "parties": [county.housing.to_string(), county.outreach.to_string()],
    });
    id(&app.post_json(&county.alicia, REGISTER, body).await.expect(201).json())
}

both_databases! {
    async fn a_declined_commitment_leads_to_the_register_and_back(db) {
        let (app, county) = start(db).await;
        let commitment = promise(&app, &county, "Run a night bus").await;
        let refuse = format!("/api/v1/p/riverbend/commitments/{commitment}/refusals");
        app.post_json(&county.jo, &refuse, json!({"why": "Too late at night"})).await.expect(200);
        let about = format!("commitment:{commitment}");
        // The page of the commitment leads to the form, which knows the two sides.
        let record = page(&app, &county.alicia, &format!("/p/riverbend/commitments/{commitment}")).await;
        assert!(record.contains(&format!("{PAGE}/new?about=commitment:{commitment}")), "{record}");
        let form = page(&app, &county.alicia, &format!("{PAGE}/new?about={about}")).await;
        assert_eq!(form.matches(" checked").count(), 2, "{form}");
        let id = opened(&app, &county, &about).await;
        let record = page(&app, &county.dana, &format!("/p/riverbend/commitments/{commitment}")).await;
        assert!(record.contains("Who pays for the night bus?"), "{record}");
        // The other party says how it sees it; a partner who is none does not.
        let path = format!("{REGISTER}/{id}");
        let view = json!({"view": "Each pays half."});
        assert_eq!(app.post_json(&county.dana, &format!("{path}/views"), view.clone()).await.status, 403);
        app.post_json(&county.jo, &format!("{path}/views"), view).await.expect(200);
        let text = page(&app, &county.dana, &format!("{PAGE}/{id}")).await;
        assert!(text.contains("The county pays.") && text.contains("Each pays half."), "{text}");
        app.run_jobs().await;
        app.close().await;
    }

    async fn it_is_settled_found_again_and_opened_again(db) {
        let (app, county) = start(db).await;
        let about = format!("commitment:{}", promise(&app, &county, "Run a night bus").await);
        let id = opened(&app, &county, &about).await;
        let path = format!("{REGISTER}/{id}");
        let settle = json!({"way": "compromise", "outcome": "Half and half until June", "on": "2026-05-12"});
        assert_eq!(app.post_json(&county.dana, &format!("{path}/settlements"), settle.clone()).await.status, 403);
        let late = json!({"way": "compromise", "outcome": "x", "on": "2026-06-12"});
        assert_eq!(app.post_json(&county.jo, &format!("{path}/settlements"), late).await.status, 422);
        app.post_json(&county.coordinator, &format!("{path}/settlements"), settle.clone()).await.expect(200);
        assert_eq!(app.post_json(&county.jo, &format!("{path}/settlements"), settle).await.status, 409);
        for (query, found) in [("?state=settled", true), ("?state=open", false), ("?way=compromise", true),
            ("?way=agreed", false), ("?q=june", true), ("?q=winter", false)]
        {
            let text = page(&app, &county.guest, &format!("{PAGE}{query}")).await;
            assert_eq!(text.contains("night bus"), found, "{query}");
        }
        let of = |organization: &base::OrganizationId| format!("{PAGE}?partner={organization}");
        assert!(page(&app, &county.jo, &of(&county.outreach)).await.contains("night bus"));
        assert!(!page(&app, &county.jo, &of(&county.health)).await.contains("night bus"));
        let csv = page(&app, &county.jo, &format!("{PAGE}.csv")).await;
        assert!(csv.contains("settled,compromise,Half and half until June,2026-05-12"), "{csv}");
        app.post_json(&county.jo, &format!("{path}/reopenings"), json!({"why": "The money did not come"})).await.expect(200);
        let text = page(&app, &county.dana, &format!("{PAGE}/{id}")).await;
        for part in ["The money did not come", "Half and half until June", "Open"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        assert_eq!(app.post_json(&county.jo, &format!("{path}/withdrawals"), json!({"why": "x"})).await.status, 403);
        app.post_json(&county.alicia, &format!("{path}/withdrawals"), json!({"why": "We never meant it"})).await.expect(200);
        app.run_jobs().await;
        app.close().await;
    }

    async fn it_comes_from_a_discussion_and_stands_with_the_record(db) {
        let (app, county) = start(db).await;
        let commitment = promise(&app, &county, "Run a night bus").await;
        let body = json!({"about": format!("commitment:{commitment}"), "body": "Who pays?"});
        let made: Value = app.post_json(&county.jo, "/api/v1/p/riverbend/discussions", body).await.expect(201).json();
        let id = opened(&app, &county, &format!("thread:{}", made["id"].as_str().unwrap())).await;
        let view = get(&app, &county.dana, &format!("{REGISTER}/{id}")).await;
        assert_eq!((&view["about"], &view["thread"]), (&json!(format!("commitment:{commitment}")), &made["id"]));
        // Two are needed, and the one who opens it is one of them or coordinates.
        let health = county.health.to_string();
        for (who, parties, status) in [
            (&county.dana, vec![health.clone()], 422),
            (&county.dana, vec![county.housing.to_string(), county.outreach.to_string()], 403),
            (&county.coordinator, vec![health, county.outreach.to_string()], 201),
        ] {
            let body = json!({"question": "Who pays?", "parties": parties});
            assert_eq!(app.post_json(who, REGISTER, body).await.status, status, "{}", who.name);
        }
        app.run_jobs().await;
        app.close().await;
    }
}
