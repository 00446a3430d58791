//! Who may not: every route as nobody, as a stranger, and as the wrong role.

use http::Method;
use web::testing::{TestResponse, Visitor, both_databases};

use super::*;

/// Who may use a route, by the weakest of the county's people.
#[derive(Clone, Copy, PartialEq)]
enum Needs {
    /// Any role.
    Any,
    /// Any but a guest.
    Staff,
    /// A coordinator or a steward.
    Drafter,
    /// A lead, a steward or a coordinator.
    Leader,
    /// A lead.
    Signer,
    /// Who works with clients: a lead, a member or a steward.
    Worker,
    /// A lead or a steward.
    Answering,
    /// A worker or a coordinator.
    Counting,
}
use Needs::{Answering, Any, Counting, Drafter, Leader, Signer, Staff, Worker};

/// Every route of this context.
const ROUTES: &[(&str, &str, Needs)] = &[
    ("GET", "/p/{partnership}/agreements", Any),
    ("GET", "/p/{partnership}/agreements.csv", Any),
    ("GET", "/p/{partnership}/agreements/names", Any),
    ("POST", "/p/{partnership}/agreements/names", Drafter),
    ("POST", "/p/{partnership}/agreements/names/parties", Drafter),
    ("POST", "/p/{partnership}/agreements/names/holdings", Drafter),
    ("GET", "/p/{partnership}/agreements/test", Staff),
    ("GET", "/p/{partnership}/agreements/{id}/test", Staff),
    ("GET", "/p/{partnership}/agreements/can-we-share", Staff),
    ("GET", "/api/v1/p/{partnership}/agreements/test", Staff),
    ("GET", "/api/v1/p/{partnership}/agreements/can-we-share", Staff),
    ("GET", "/p/{partnership}/agreements/new", Drafter),
    ("POST", "/p/{partnership}/agreements/new", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}", Any),
    ("GET", "/p/{partnership}/agreements/{id}/edit", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/edit", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/grants/new", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/grants/new", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/grants/{number}/remove", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/clauses/new", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/clauses/new", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/clauses/{number}/remove", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/present", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/present", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/send-out", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/send-out", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/recall", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/recall", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/amend", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/amend", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/suspend", Leader),
    ("POST", "/p/{partnership}/agreements/{id}/suspend", Leader),
    ("GET", "/p/{partnership}/agreements/{id}/resume", Leader),
    ("POST", "/p/{partnership}/agreements/{id}/resume", Leader),
    ("GET", "/p/{partnership}/agreements/{id}/terminate", Leader),
    ("POST", "/p/{partnership}/agreements/{id}/terminate", Leader),
    ("GET", "/p/{partnership}/agreements/{id}/review", Leader),
    ("POST", "/p/{partnership}/agreements/{id}/review", Leader),
    ("GET", "/p/{partnership}/agreements/starts", Any),
    ("GET", "/p/{partnership}/agreements/{id}/compare", Any),
    ("GET", "/p/{partnership}/agreements/{id}/odrl.jsonld", Any),
    ("GET", "/p/{partnership}/agreements/{id}/questions/{question}", Leader),
    ("POST", "/p/{partnership}/agreements/{id}/questions/{question}", Leader),
    ("GET", "/p/{partnership}/agreements/{id}/proposals/new", Answering),
    ("POST", "/p/{partnership}/agreements/{id}/proposals/new", Answering),
    ("GET", "/p/{partnership}/agreements/{id}/proposals/{proposal}", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/proposals/{proposal}", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/proposals/{proposal}/withdraw", Answering),
    ("GET", "/p/{partnership}/agreements/{id}/paper", Drafter),
    ("POST", "/p/{partnership}/agreements/{id}/paper", Drafter),
    ("GET", "/p/{partnership}/agreements/{id}/papers/{number}", Any),
    ("GET", "/api/v1/p/{partnership}/agreements/starts", Any),
    ("GET", "/api/v1/p/{partnership}/agreements/{id}/comparison", Any),
    ("GET", "/api/v1/p/{partnership}/agreements/{id}/replies", Any),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/replies", Leader),
    ("GET", "/api/v1/p/{partnership}/agreements/{id}/proposals", Any),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/proposals", Answering),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/proposals/{proposal}/decisions", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/proposals/{proposal}/withdrawals", Answering),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/papers", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/reviews", Leader),
    ("GET", "/p/{partnership}/agreements/{id}/sign", Signer),
    ("POST", "/p/{partnership}/agreements/{id}/sign", Signer),
    ("GET", "/api/v1/p/{partnership}/agreements", Any),
    ("POST", "/api/v1/p/{partnership}/agreements", Drafter),
    ("GET", "/api/v1/p/{partnership}/agreements/{id}", Any),
    ("PATCH", "/api/v1/p/{partnership}/agreements/{id}", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/grants", Drafter),
    ("DELETE", "/api/v1/p/{partnership}/agreements/{id}/grants/{number}", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/clauses", Drafter),
    ("DELETE", "/api/v1/p/{partnership}/agreements/{id}/clauses/{number}", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/presentations", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/dispatches", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/signatures", Signer),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/recalls", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/amendments", Drafter),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/suspensions", Leader),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/resumptions", Leader),
    ("POST", "/api/v1/p/{partnership}/agreements/{id}/terminations", Leader),
    ("GET", "/p/{partnership}/requests", Worker),
    ("GET", "/p/{partnership}/requests/new", Worker),
    ("POST", "/p/{partnership}/requests/new", Worker),
    ("GET", "/p/{partnership}/requests/{id}", Worker),
    ("POST", "/p/{partnership}/requests/{id}/withdraw", Worker),
    ("GET", "/p/{partnership}/requests/{id}/decide", Answering),
    ("POST", "/p/{partnership}/requests/{id}/decide", Answering),
    ("GET", "/p/{partnership}/emergency", Worker),
    ("POST", "/p/{partnership}/emergency", Worker),
    ("GET", "/p/{partnership}/shared-with-us", Worker),
    ("GET", "/p/{partnership}/agreements/people", Worker),
    ("POST", "/p/{partnership}/agreements/people", Answering),
    ("POST", "/p/{partnership}/agreements/people/{id}/remove", Answering),
    ("GET", "/p/{partnership}/receipts", Counting),
    ("GET", "/p/{partnership}/receipts.csv", Counting),
    ("GET", "/p/{partnership}/receipts/{id}", Counting),
    ("GET", "/p/{partnership}/receipts/{id}/receipt.json", Counting),
    ("GET", "/p/{partnership}/receipts/{id}/shared", Counting),
    ("GET", "/p/{partnership}/receipts/{id}/shared.txt", Counting),
    ("GET", "/p/{partnership}/duties", Worker),
    ("GET", "/p/{partnership}/duties/{id}", Worker),
    ("POST", "/p/{partnership}/duties/{id}", Worker),
    ("GET", "/p/{partnership}/clients", Worker),
    ("GET", "/p/{partnership}/clients/new", Worker),
    ("POST", "/p/{partnership}/clients/new", Worker),
    ("GET", "/p/{partnership}/clients/import", Worker),
    ("POST", "/p/{partnership}/clients/import", Worker),
    ("GET", "/p/{partnership}/clients/{id}", Worker),
    ("GET", "/p/{partnership}/copies", Answering),
    ("GET", "/p/{partnership}/clients/{id}/report", Worker),
    ("GET", "/p/{partnership}/clients/{id}/edit", Worker),
    ("POST", "/p/{partnership}/clients/{id}/edit", Worker),
    ("GET", "/p/{partnership}/clients/{id}/records/new", Worker),
    ("POST", "/p/{partnership}/clients/{id}/records/new", Worker),
    ("GET", "/p/{partnership}/records/{id}/edit", Worker),
    ("POST", "/p/{partnership}/records/{id}/edit", Worker),
    ("GET", "/p/{partnership}/records/{id}/destroy", Worker),
    ("POST", "/p/{partnership}/records/{id}/destroy", Worker),
    ("GET", "/p/{partnership}/consents", Worker),
    ("GET", "/p/{partnership}/consents/{id}", Worker),
    ("GET", "/p/{partnership}/consents/{id}/fhir.json", Worker),
    ("GET", "/p/{partnership}/clients/{id}/consents/new", Worker),
    ("POST", "/p/{partnership}/clients/{id}/consents/new", Worker),
    ("GET", "/p/{partnership}/consents/{id}/renew", Worker),
    ("GET", "/p/{partnership}/consents/{id}/revoke", Worker),
    ("POST", "/p/{partnership}/consents/{id}/revoke", Worker),
    ("GET", "/p/{partnership}/consents/{id}/end", Worker),
    ("POST", "/p/{partnership}/consents/{id}/end", Worker),
    ("GET", "/api/v1/p/{partnership}/requests", Worker),
    ("GET", "/api/v1/p/{partnership}/requests/held", Worker),
    ("POST", "/api/v1/p/{partnership}/requests", Worker),
    ("GET", "/api/v1/p/{partnership}/requests/{id}", Worker),
    ("POST", "/api/v1/p/{partnership}/requests/{id}/rulings", Answering),
    ("POST", "/api/v1/p/{partnership}/requests/{id}/withdrawals", Worker),
    ("POST", "/api/v1/p/{partnership}/emergencies", Worker),
    ("GET", "/api/v1/p/{partnership}/shared-with-us", Worker),
    ("GET", "/api/v1/p/{partnership}/agreements/people", Worker),
    ("POST", "/api/v1/p/{partnership}/agreements/people", Answering),
    ("DELETE", "/api/v1/p/{partnership}/agreements/people/{id}", Answering),
    ("GET", "/api/v1/p/{partnership}/receipts", Counting),
    ("GET", "/api/v1/p/{partnership}/receipts/counts", Counting),
    ("GET", "/api/v1/p/{partnership}/receipts/{id}", Counting),
    ("GET", "/api/v1/p/{partnership}/receipts/{id}/shared", Counting),
    ("GET", "/api/v1/p/{partnership}/duties", Worker),
    ("GET", "/api/v1/p/{partnership}/duties/{id}", Worker),
    ("POST", "/api/v1/p/{partnership}/duties/{id}/fulfillments", Worker),
    ("GET", "/api/v1/p/{partnership}/clients", Worker),
    ("POST", "/api/v1/p/{partnership}/clients", Worker),
    ("POST", "/api/v1/p/{partnership}/clients/imports", Worker),
    ("GET", "/api/v1/p/{partnership}/clients/{id}", Worker),
    ("PATCH", "/api/v1/p/{partnership}/clients/{id}", Worker),
    ("GET", "/api/v1/p/{partnership}/copies", Answering),
    ("GET", "/api/v1/p/{partnership}/clients/{id}/report", Worker),
    ("POST", "/api/v1/p/{partnership}/clients/{id}/records", Worker),
    ("PATCH", "/api/v1/p/{partnership}/records/{id}", Worker),
    ("DELETE", "/api/v1/p/{partnership}/records/{id}", Worker),
    ("GET", "/api/v1/p/{partnership}/consents", Worker),
    ("POST", "/api/v1/p/{partnership}/clients/{id}/consents", Worker),
    ("GET", "/api/v1/p/{partnership}/consents/{id}", Worker),
    ("POST", "/api/v1/p/{partnership}/consents/{id}/revocations", Worker),
    ("POST", "/api/v1/p/{partnership}/consents/{id}/endings", Worker),
];

/// What everybody may read, and a first version has not: a second one to compare, a file of signed paper.
const NOT_THERE_YET: &[&str] = &[
    "/p/{partnership}/agreements/{id}/compare",
    "/p/{partnership}/agreements/{id}/papers/{number}",
    "/api/v1/p/{partnership}/agreements/{id}/comparison",
];

/// A body that fits what is asked for, so that only its sender is in the way.
fn fitting(path: &str, county: &County) -> Value {
    let (housing, health) = (county.housing.to_string(), county.health.to_string());
    match path.rsplit('/').next().unwrap() {
        "agreements" => json!({
            "kind": "memorandum", "title": "T", "summary": "S", "effective": "2026-01-01",
            "parties": [housing, health],
        }),
        "grants" => json!({
            "gives": health, "gets": housing, "purposes": ["treatment"], "classes": ["diagnoses"],
        }),
        "clauses" => json!({"against": ["law_enforcement"], "classes": ["diagnoses"]}),
        "presentations" => json!({}),
        "dispatches" => json!({
            "person": {housing.clone(): county.alicia.id.to_string()},
            "title": {housing.clone(): "D"}, "authority": {housing: "A"},
        }),
        "signatures" => json!({
            "organization": housing, "hash": "0".repeat(64), "intent": true, "electronic": true,
        }),
        "recalls" | "amendments" | "suspensions" | "resumptions" | "terminations" | "reviews" => {
            json!({"why": "because"})
        }
        "replies" => json!({"question": "legal", "reply": "Yes", "deciders": "Ana"}),
        "proposals" => json!({
            "organization": housing, "part": "title", "proposed": "T", "reason": "because",
        }),
        "decisions" => json!({"accepts": true}),
        "withdrawals" if path.contains("proposals") => json!({}),
        "papers" => json!({
            "name": "a.pdf", "file": "", "signer": {}, "title": {}, "authority": {}, "on": {},
        }),
        "requests" => json!({
            "holder": health, "number": "H-1", "purpose": "treatment", "classes": ["diagnoses"],
        }),
        "rulings" => json!({"verdict": "refuse", "reason": "because"}),
        "emergencies" => json!({
            "kind": "medical", "holder": health, "number": "H-1", "reason": "other",
            "words": "now", "attest": true,
        }),
        "people" => json!({"person": county.sam.id.to_string(), "organization": housing}),
        "fulfillments" => json!({"words": "done"}),
        "records" => json!({"class": "diagnoses", "content": "C"}),
        "consents" => json!({
            "form": "ferpa", "is_written": true, "is_complete": true, "gives": [health],
            "gets": [housing], "purposes": ["treatment"], "classes": ["diagnoses"],
            "signed_on": "2026-01-01",
        }),
        _ if path.contains("/clients") => json!({"holder": housing, "file_number": "N"}),
        _ if path.contains("/records") => json!({"content": "C"}),
        _ => json!({
            "title": "T", "summary": "S", "effective": "2026-01-01", "parties": [housing, health],
        }),
    }
}

struct Ground {
    app: TestApp,
    county: County,
    id: agreements::AgreementId,
}

impl Ground {
    async fn of(db: store::testing::Db) -> Self {
        let (app, county) = laid(db).await;
        let id = out(&app, &county).await;
        Self { app, county, id }
    }

    async fn call(
        &self,
        who: Option<&TestPerson>,
        (method, pattern): (&str, &str),
    ) -> TestResponse {
        let path = pattern
            .replace("{partnership}", "riverbend")
            .replace("people/{id}", &format!("people/{}", self.county.sam.id))
            .replace("receipts/{id}", "receipts/rcp_00000000000000000000000001")
            .replace("requests/{id}", "requests/req_00000000000000000000000001")
            .replace("duties/{id}", "duties/dty_00000000000000000000000001")
            .replace("clients/{id}", "clients/cli_00000000000000000000000001")
            .replace("records/{id}", "records/rec_00000000000000000000000001")
            .replace("consents/{id}", "consents/cns_00000000000000000000000001")
            .replace("{id}", &self.id.to_string())
            .replace("{question}", "legal")
            .replace("{proposal}", "ppl_00000000000000000000000001")
            .replace("{number}", "1");
        let method: Method = method.parse().unwrap();
        if pattern.starts_with("/api") && method != Method::GET {
            let body = fitting(pattern, &self.county);
            let who = who.map(|who| who as &dyn Visitor);
            return self.app.send_json(method, who, &path, &body).await;
        }
        match (method == Method::GET, who) {
            (true, Some(who)) => self.app.get(who, &path).await,
            (true, None) => self.app.visit_as_nobody(&path).await,
            (false, Some(who)) => self.app.post(who, &path, &[("why", "because")]).await,
            (false, None) => self.app.post_as_nobody(&path, &[("why", "because")]).await,
        }
    }
}

both_databases! {
    async fn nobody_learns_anything(db) {
        let ground = Ground::of(db).await;
        for (method, path, _) in ROUTES {
            let answer = ground.call(None, (method, path)).await;
            assert!(matches!(answer.status, 303 | 401), "{method} {path}: {}", answer.status);
            assert!(!answer.text().contains("Health and housing"), "{path}");
        }
        ground.app.close().await;
    }

    async fn a_stranger_does_not_learn_that_there_is_anything(db) {
        let ground = Ground::of(db).await;
        for (method, path, _) in ROUTES {
            let answer = ground.call(Some(&ground.county.stranger), (method, path)).await;
            assert_eq!(answer.status, 404, "{method} {path}");
        }
        ground.app.close().await;
    }

    async fn the_wrong_role_is_told_so_and_changes_nothing(db) {
        let ground = Ground::of(db).await;
        let county = &ground.county;
        let before = view(&ground.app, county, ground.id).await;
        let people: [(&TestPerson, &[Needs]); 4] = [
            (&county.guest, &[Any]),
            (&county.sam, &[Any, Staff, Worker, Counting]),
            (&county.coordinator, &[Any, Staff, Drafter, Leader, Counting]),
            // No party of this agreement: she leads Outreach.
            (&county.jo, &[Any, Staff, Leader, Signer, Worker, Answering, Counting]),
        ];
        for (who, may) in people {
            for (method, path, needs) in ROUTES {
                if *method != "GET" && may.contains(needs) && who.id != county.jo.id {
                    continue; // It would change it.
                }
                let answer = ground.call(Some(who), (method, path)).await;
                if !may.contains(needs) {
                    assert_eq!(answer.status, 403, "{method} {path} as {}", who.name);
                } else if *needs == Any {
                    let expected = if NOT_THERE_YET.contains(path) { 404 } else { 200 };
                    assert_eq!(answer.status, expected, "{method} {path} as {}", who.name);
                } else {
                    assert!(answer.status < 500, "{method} {path} as {}", who.name);
                }
            }
        }
        assert_eq!(view(&ground.app, county, ground.id).await, before);
        ground.app.close().await;
    }
}
