//! Who may not: every address as nobody, as a stranger and as the wrong role.

use http::Method;
use serde_json::json;
use web::testing::{Visitor, both_databases};

use super::*;

/// Every page and download, with the commitment's identifier for `{id}`.
const PAGES: &[&str] = &[
    "/p/{partnership}/commitments",
    "/p/{partnership}/commitments.csv",
    "/p/{partnership}/commitments/stalled",
    "/p/{partnership}/commitments/new",
    "/p/{partnership}/commitments/ask",
    "/p/{partnership}/commitments/{id}",
    "/p/{partnership}/commitments/{id}/accept",
    "/p/{partnership}/commitments/{id}/decline",
    "/p/{partnership}/commitments/{id}/counter",
    "/p/{partnership}/commitments/{id}/withdraw",
    "/p/{partnership}/commitments/{id}/done",
    "/p/{partnership}/commitments/{id}/confirm",
    "/p/{partnership}/commitments/{id}/not-yet",
    "/p/{partnership}/commitments/{id}/date",
    "/p/{partnership}/commitments/{id}/reason",
    "/p/{partnership}/commitments/{id}/hand-over",
    "/p/{partnership}/commitments/{id}/evidence",
    "/p/{partnership}/commitments/{id}/broken",
    "/p/{partnership}/commitments/{id}/evidence/{evidence}",
    "/p/{partnership}/follow-through",
    "/p/{partnership}/follow-through/{organization}",
    "/api/v1/p/{partnership}/commitments",
    "/api/v1/p/{partnership}/commitments/{id}",
    "/api/v1/p/{partnership}/commitments/{id}/evidence/{evidence}",
    "/api/v1/p/{partnership}/follow-through",
    "/api/v1/p/{partnership}/follow-through/{organization}",
];

/// What a guest may open too.
const OPEN_TO_GUESTS: &[&str] = &[
    "/p/{partnership}/commitments",
    "/p/{partnership}/commitments.csv",
    "/p/{partnership}/commitments/stalled",
    "/p/{partnership}/commitments/{id}",
    "/p/{partnership}/follow-through",
    "/p/{partnership}/follow-through/{organization}",
    "/api/v1/p/{partnership}/commitments",
    "/api/v1/p/{partnership}/commitments/{id}",
    "/api/v1/p/{partnership}/follow-through",
    "/api/v1/p/{partnership}/follow-through/{organization}",
];

/// Every form.
const FORMS: &[&str] = &[
    "/p/{partnership}/commitments/new",
    "/p/{partnership}/commitments/ask",
    "/p/{partnership}/commitments/{id}/undo",
    "/p/{partnership}/commitments/{id}/remind",
    "/p/{partnership}/commitments/{id}/accept",
    "/p/{partnership}/commitments/{id}/decline",
    "/p/{partnership}/commitments/{id}/counter",
    "/p/{partnership}/commitments/{id}/withdraw",
    "/p/{partnership}/commitments/{id}/done",
    "/p/{partnership}/commitments/{id}/confirm",
    "/p/{partnership}/commitments/{id}/not-yet",
    "/p/{partnership}/commitments/{id}/date",
    "/p/{partnership}/commitments/{id}/reason",
    "/p/{partnership}/commitments/{id}/hand-over",
    "/p/{partnership}/commitments/{id}/evidence",
    "/p/{partnership}/commitments/{id}/broken",
    "/p/{partnership}/commitments/{id}/evidence/{evidence}/remove",
    "/p/{partnership}/follow-through/{organization}",
];

/// Every change by a program, below `/api/v1`.
const CALLS: &[(&str, &str)] = &[
    ("POST", "/p/{partnership}/commitments"),
    ("POST", "/p/{partnership}/commitments/{id}/acceptances"),
    ("POST", "/p/{partnership}/commitments/{id}/refusals"),
    ("POST", "/p/{partnership}/commitments/{id}/counter-offers"),
    ("POST", "/p/{partnership}/commitments/{id}/withdrawals"),
    ("POST", "/p/{partnership}/commitments/{id}/claims"),
    ("POST", "/p/{partnership}/commitments/{id}/confirmations"),
    ("POST", "/p/{partnership}/commitments/{id}/objections"),
    ("POST", "/p/{partnership}/commitments/{id}/dates"),
    ("POST", "/p/{partnership}/commitments/{id}/breaks"),
    ("POST", "/p/{partnership}/commitments/{id}/hand-overs"),
    ("POST", "/p/{partnership}/commitments/{id}/reasons"),
    ("POST", "/p/{partnership}/commitments/{id}/undos"),
    ("POST", "/p/{partnership}/commitments/{id}/reminders"),
    ("POST", "/p/{partnership}/commitments/{id}/evidence"),
    ("DELETE", "/p/{partnership}/commitments/{id}/evidence/{evidence}"),
    ("POST", "/p/{partnership}/follow-through/{organization}/replies"),
];

/// Fields that every form understands well enough to be refused for its sender alone.
const FIELDS: &[(&str, &str)] = &[
    ("title", "Take over"),
    ("due", "2026-06-01"),
    ("why", "because"),
    ("words", "words"),
    ("label", "label"),
    ("link", "https://example.org/"),
];

/// A body that fits what is asked for.
fn fitting(path: &str, county: &County) -> serde_json::Value {
    let last = path.rsplit('/').next().unwrap();
    match last {
        "commitments" => json!({
            "side": "promiser", "title": "Take over", "due": "2026-06-01",
            "promiser": county.housing.to_string(), "receiver": county.health.to_string(),
        }),
        "refusals" | "objections" | "breaks" | "reasons" => json!({"why": "because"}),
        "counter-offers" => json!({"title": "Take over", "due": "2026-06-01"}),
        "dates" => json!({"due": "2026-06-01", "why": "because"}),
        "hand-overs" => json!({"in_charge": county.guest.id.to_string()}),
        "evidence" => json!({"label": "label", "link": "https://example.org/"}),
        "replies" => json!({"words": "words"}),
        _ => json!({}),
    }
}

struct Ground {
    app: TestApp,
    county: County,
    path: String,
}

impl Ground {
    fn at(&self, pattern: &str) -> String {
        let id = self.path.rsplit('/').next().unwrap();
        pattern
            .replace("{partnership}", "riverbend")
            .replace("{id}", id)
            .replace("{evidence}", "evd_00000000000000000000000000")
            .replace("{organization}", &self.county.health.to_string())
    }

    async fn call(&self, who: Option<&TestPerson>, (method, path): (&str, &str)) -> u16 {
        let method: Method = method.parse().unwrap();
        let body = fitting(path, &self.county);
        let who = who.map(|who| who as &dyn Visitor);
        let path = format!("/api/v1{}", self.at(path));
        self.app.send_json(method, who, &path, &body).await.status
    }
}

async fn ground(db: store::testing::Db) -> Ground {
    let (app, county) = start(db).await;
    let path = open(&app, &county, "Send the list", "2026-05-29").await;
    Ground { app, county, path }
}

both_databases! {
    async fn nobody_learns_anything(db) {
        let ground = ground(db).await;
        for page in PAGES {
            let answer = ground.app.visit_as_nobody(&ground.at(page)).await;
            assert!(matches!(answer.status, 303 | 401), "{page}: {}", answer.status);
            assert!(!answer.text().contains("Send the list"), "{page}");
        }
        for form in FORMS {
            let answer = ground.app.post_as_nobody(&ground.at(form), FIELDS).await;
            assert!(matches!(answer.status, 303 | 401), "{form}: {}", answer.status);
        }
        for &call in CALLS {
            assert_eq!(ground.call(None, call).await, 401, "{call:?}");
        }
        ground.app.close().await;
    }

    async fn a_stranger_does_not_learn_that_there_is_anything(db) {
        let ground = ground(db).await;
        let stranger = &ground.county.stranger;
        for page in PAGES {
            let answer = ground.app.get(stranger, &ground.at(page)).await;
            assert_eq!(answer.status, 404, "{page}");
            assert!(!answer.text().contains("Send the list"), "{page}");
        }
        for form in FORMS {
            let answer = ground.app.post(stranger, &ground.at(form), FIELDS).await;
            assert_eq!(answer.status, 404, "{form}");
        }
        for &call in CALLS {
            assert_eq!(ground.call(Some(stranger), call).await, 404, "{call:?}");
        }
        ground.app.close().await;
    }

    async fn a_guest_reads_and_changes_nothing(db) {
        let ground = ground(db).await;
        let guest = &ground.county.guest;
        for page in PAGES {
            let answer = ground.app.get(guest, &ground.at(page)).await;
            if OPEN_TO_GUESTS.contains(page) {
                assert_eq!(answer.status, 200, "{page}");
            } else {
                assert!(matches!(answer.status, 403 | 404 | 409), "{page}: {}", answer.status);
            }
        }
        for form in FORMS {
            let answer = ground.app.post(guest, &ground.at(form), FIELDS).await;
            assert_eq!(answer.status, 403, "{form}");
        }
        for &call in CALLS {
            assert_eq!(ground.call(Some(guest), call).await, 403, "{call:?}");
        }
        ground.app.close().await;
    }

    async fn a_partner_who_is_no_party_changes_nothing(db) {
        let ground = ground(db).await;
        let before = ground.app.get(&ground.county.dana, &ground.path).await.text();
        for form in FORMS.iter().filter(|form| form.contains("{id}")) {
            let answer = ground.app.post(&ground.county.dana, &ground.at(form), FIELDS).await;
            assert!(answer.status >= 400, "{form}: {}", answer.status);
        }
        for &call in CALLS.iter().filter(|call| call.1.contains("{id}")) {
            let status = ground.call(Some(&ground.county.dana), call).await;
            assert!((400..500).contains(&status), "{call:?}: {status}");
        }
        let after = ground.app.get(&ground.county.dana, &ground.path).await.text();
        assert_eq!(before, after);
        // She may not reply for another partner either.
        let reply = format!("/p/riverbend/follow-through/{}", ground.county.housing);
        assert_eq!(ground.app.post(&ground.county.dana, &reply, FIELDS).await.status, 403);
        ground.app.close().await;
    }

    async fn another_partnerships_commitment_is_missing(db) {
        let ground = ground(db).await;
        let foreign = ground.path.replace("riverbend", "northfork");
        assert_eq!(ground.app.get(&ground.county.stranger, &foreign).await.status, 404);
        let page = page_of(&foreign).to_owned();
        assert_eq!(ground.app.get(&ground.county.stranger, &page).await.status, 404);
        let list = ground.app.get(&ground.county.stranger, "/p/northfork/commitments").await;
        assert!(!list.expect(200).text().contains("Send the list"));
        ground.app.close().await;
    }
}
