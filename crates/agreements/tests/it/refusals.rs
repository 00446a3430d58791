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
}
use Needs::{Any, Drafter, Leader, Signer, Staff};

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
        "recalls" | "amendments" | "suspensions" | "resumptions" | "terminations" => {
            json!({"why": "because"})
        }
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
            .replace("{id}", &self.id.to_string())
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
            (&county.sam, &[Any, Staff]),
            (&county.coordinator, &[Any, Staff, Drafter, Leader]),
            // No party of this agreement: she leads Outreach.
            (&county.jo, &[Any, Staff, Leader, Signer]),
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
                    assert_eq!(answer.status, 200, "{method} {path} as {}", who.name);
                } else {
                    assert!(answer.status < 500, "{method} {path} as {}", who.name);
                }
            }
        }
        assert_eq!(view(&ground.app, county, ground.id).await, before);
        ground.app.close().await;
    }
}
