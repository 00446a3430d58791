//! Who may not: every route as nobody, as a stranger, and as the wrong role.

use http::Method;
use serde_json::json;
use web::testing::{TestApp, TestPerson, TestResponse, Visitor, both_databases};

use crate::{County, riverbend};

/// The weakest role that a route takes.
#[derive(Clone, Copy, PartialEq)]
enum Needs {
    /// Any role.
    Any,
    /// Any but a guest.
    Staff,
    /// A coordinator or a lead.
    Leader,
    /// A coordinator.
    Coordinator,
}
use Needs::{Any, Coordinator, Leader, Staff};

/// Every route of this context inside a partnership.
const ROUTES: &[(&str, &str, Needs)] = &[
    ("GET", "/p/{partnership}", Any),
    ("GET", "/p/{partnership}/settings", Coordinator),
    ("POST", "/p/{partnership}/settings", Coordinator),
    ("GET", "/api/v1/p/{partnership}", Any),
    ("PUT", "/api/v1/p/{partnership}", Coordinator),
    ("GET", "/p/{partnership}/activity", Any),
    ("GET", "/p/{partnership}/activity.json", Any),
    ("GET", "/api/v1/p/{partnership}/activity", Any),
    ("GET", "/p/{partnership}/stories/{kind}/{id}", Any),
    ("GET", "/api/v1/p/{partnership}/stories/{kind}/{id}", Any),
    ("GET", "/p/{partnership}/stories/{kind}/{id}/public", Coordinator),
    ("POST", "/p/{partnership}/stories/{kind}/{id}/public", Coordinator),
    ("GET", "/p/{partnership}/public", Coordinator),
    ("POST", "/p/{partnership}/public", Coordinator),
    ("GET", "/p/{partnership}/organizations", Any),
    ("GET", "/p/{partnership}/organizations/new", Coordinator),
    ("POST", "/p/{partnership}/organizations/new", Coordinator),
    ("GET", "/p/{partnership}/organizations/{id}", Any),
    ("GET", "/p/{partnership}/organizations/{id}/edit", Leader),
    ("POST", "/p/{partnership}/organizations/{id}/edit", Leader),
    ("GET", "/p/{partnership}/organizations/{id}/membership", Coordinator),
    ("POST", "/p/{partnership}/organizations/{id}/membership", Coordinator),
    ("GET", "/p/{partnership}/organizations/{id}/end", Coordinator),
    ("POST", "/p/{partnership}/organizations/{id}/end", Coordinator),
    ("GET", "/api/v1/p/{partnership}/organizations", Any),
    ("POST", "/api/v1/p/{partnership}/organizations", Coordinator),
    ("GET", "/api/v1/p/{partnership}/organizations/{id}", Any),
    ("PUT", "/api/v1/p/{partnership}/organizations/{id}", Leader),
    ("PUT", "/api/v1/p/{partnership}/organizations/{id}/membership", Coordinator),
    ("POST", "/api/v1/p/{partnership}/organizations/{id}/departure", Coordinator),
    ("GET", "/p/{partnership}/people", Any),
    ("GET", "/p/{partnership}/people.csv", Leader),
    ("GET", "/p/{partnership}/people/{id}", Any),
    ("GET", "/api/v1/p/{partnership}/people", Any),
    ("GET", "/api/v1/p/{partnership}/people/{id}", Any),
    ("GET", "/p/{partnership}/roles", Any),
    ("GET", "/p/{partnership}/roles/new", Leader),
    ("POST", "/p/{partnership}/roles/new", Leader),
    ("POST", "/p/{partnership}/roles/{id}/accept", Any),
    ("POST", "/p/{partnership}/roles/{id}/decline", Any),
    ("POST", "/p/{partnership}/roles/{id}/withdraw", Leader),
    ("GET", "/p/{partnership}/people/{person}/roles/{organization}/{role}/end", Any),
    ("POST", "/p/{partnership}/people/{person}/roles/{organization}/{role}/end", Leader),
    ("GET", "/api/v1/p/{partnership}/roles", Any),
    ("POST", "/api/v1/p/{partnership}/roles", Leader),
    ("POST", "/api/v1/p/{partnership}/roles/{id}/acceptance", Any),
    ("POST", "/api/v1/p/{partnership}/roles/{id}/refusal", Any),
    ("DELETE", "/api/v1/p/{partnership}/roles/{id}", Leader),
    ("DELETE", "/api/v1/p/{partnership}/people/{person}/roles/{organization}/{role}", Leader),
    ("GET", "/p/{partnership}/invitations", Leader),
    ("POST", "/p/{partnership}/invitations", Leader),
    ("POST", "/p/{partnership}/invitations/{id}/resend", Leader),
    ("POST", "/p/{partnership}/invitations/{id}/revoke", Leader),
    ("GET", "/api/v1/p/{partnership}/invitations", Leader),
    ("POST", "/api/v1/p/{partnership}/invitations", Leader),
    ("POST", "/api/v1/p/{partnership}/invitations/{id}/sendings", Leader),
    ("DELETE", "/api/v1/p/{partnership}/invitations/{id}", Leader),
    ("GET", "/p/{partnership}/bodies", Any),
    ("GET", "/p/{partnership}/bodies/new", Coordinator),
    ("POST", "/p/{partnership}/bodies/new", Coordinator),
    ("GET", "/p/{partnership}/bodies/{id}", Any),
    ("GET", "/p/{partnership}/bodies/{id}/edit", Coordinator),
    ("POST", "/p/{partnership}/bodies/{id}/edit", Coordinator),
    ("GET", "/p/{partnership}/bodies/{id}/end", Coordinator),
    ("POST", "/p/{partnership}/bodies/{id}/end", Coordinator),
    ("GET", "/api/v1/p/{partnership}/bodies", Any),
    ("POST", "/api/v1/p/{partnership}/bodies", Coordinator),
    ("GET", "/api/v1/p/{partnership}/bodies/{id}", Any),
    ("PUT", "/api/v1/p/{partnership}/bodies/{id}", Coordinator),
    ("DELETE", "/api/v1/p/{partnership}/bodies/{id}", Coordinator),
    ("GET", "/p/{partnership}/bodies/{id}/seats/new", Coordinator),
    ("POST", "/p/{partnership}/bodies/{id}/seats/new", Coordinator),
    ("GET", "/p/{partnership}/seats/{id}/offer", Staff),
    ("POST", "/p/{partnership}/seats/{id}/offer", Staff),
    ("POST", "/p/{partnership}/seats/{id}/withdraw", Staff),
    ("POST", "/p/{partnership}/seats/{id}/accept", Any),
    ("POST", "/p/{partnership}/seats/{id}/decline", Any),
    ("GET", "/p/{partnership}/seats/{id}/vacate", Staff),
    ("POST", "/p/{partnership}/seats/{id}/vacate", Staff),
    ("GET", "/p/{partnership}/seats/{id}/close", Staff),
    ("POST", "/p/{partnership}/seats/{id}/close", Coordinator),
    ("POST", "/api/v1/p/{partnership}/bodies/{id}/seats", Coordinator),
    ("GET", "/p/{partnership}/seats/{id}/handover", Any),
    ("GET", "/api/v1/p/{partnership}/seats/{id}/handover", Any),
    ("GET", "/p/{partnership}/seats/{id}/charge", Coordinator),
    ("POST", "/p/{partnership}/seats/{id}/charge", Coordinator),
    ("PUT", "/api/v1/p/{partnership}/seats/{id}/charge", Coordinator),
    ("PUT", "/api/v1/p/{partnership}/seats/{id}/offer", Staff),
    ("DELETE", "/api/v1/p/{partnership}/seats/{id}/offer", Staff),
    ("POST", "/api/v1/p/{partnership}/seats/{id}/acceptance", Any),
    ("POST", "/api/v1/p/{partnership}/seats/{id}/refusal", Any),
    ("DELETE", "/api/v1/p/{partnership}/seats/{id}/holder", Staff),
    ("DELETE", "/api/v1/p/{partnership}/seats/{id}", Coordinator),
];

/// The routes of a person's own, outside any partnership.
const OWN: &[(&str, &str)] = &[
    ("GET", "/me"),
    ("GET", "/me/profile"),
    ("POST", "/me/profile"),
    ("GET", "/api/v1/me/partnerships"),
    ("GET", "/api/v1/me/work"),
    ("GET", "/api/v1/me/profile"),
    ("PUT", "/api/v1/me/profile"),
];

/// What everybody may read, where the partnership shows it.
const SHOWN: &[(&str, &str)] = &[
    ("GET", "/public/{partnership}"),
    ("GET", "/public/{partnership}/stories/{kind}/{id}"),
    ("GET", "/api/v1/public/{partnership}"),
];

/// The records that the addresses name.
struct Made {
    body: String,
    seat: String,
    offer: String,
    invitation: String,
}

async fn made(app: &TestApp, county: &County) -> Made {
    let cx = app.cx(&county.coordinator, &county.p);
    let plan = partnership::BodyPlan {
        name: "Marker board".parse().unwrap(),
        kind: partnership::BodyKind::Council,
        purpose: None,
    };
    let body = partnership::form_body(&cx, plan).await.unwrap();
    let title = "Marker chair".parse().unwrap();
    let seat = partnership::open_seat(&cx, body.id, county.housing, title).await.unwrap();
    let offer = partnership::OfferRole {
        person: county.jo.id,
        organization: county.housing,
        role: base::Role::Steward,
        note: None,
    };
    let offer = partnership::offer_role(&cx, offer).await.unwrap();
    let invitation = partnership::InvitePerson {
        email: "marker@housing.example".parse().unwrap(),
        name: None,
        organization: county.housing,
        role: base::Role::Member,
        note: None,
        language: base::Language::English,
    };
    let invitation = partnership::invite(&cx, invitation).await.unwrap();
    Made {
        body: body.id.to_string(),
        seat: seat.id.to_string(),
        offer: offer.id.to_string(),
        invitation: invitation.to_string(),
    }
}

fn address(path: &str, county: &County, made: &Made) -> String {
    let id = if path.contains("/organizations/{id}") {
        county.housing.to_string()
    } else if path.contains("/people/{id}") {
        county.alicia.id.to_string()
    } else if path.contains("/roles/{id}") {
        made.offer.clone()
    } else if path.contains("/invitations/{id}") {
        made.invitation.clone()
    } else if path.contains("/seats/{id}") {
        made.seat.clone()
    } else {
        made.body.clone()
    };
    path.replace("{partnership}", "riverbend")
        .replace("{id}", &id)
        .replace("{kind}", "body")
        .replace("{person}", &county.alicia.id.to_string())
        .replace("{organization}", &county.housing.to_string())
        .replace("{role}", "lead")
}

async fn ask(app: &TestApp, who: Option<&TestPerson>, method: &str, path: &str) -> TestResponse {
    let method: Method = method.parse().unwrap();
    if method == Method::GET {
        return match who {
            Some(who) => app.get(who, path).await,
            None => app.visit_as_nobody(path).await,
        };
    }
    if path.starts_with("/api/") {
        // A body of the right form: a refusal may not hide behind a complaint about the input.
        let who = who.map(|who| who as &dyn Visitor);
        return app.send_json(method, who, path, &body(path)).await;
    }
    let fields = [("revision", "1")];
    match who {
        Some(who) => app.post(who, path, &fields).await,
        None => app.post_as_nobody(path, &fields).await,
    }
}

fn body(path: &str) -> serde_json::Value {
    let organization = "org_00000000000000000000000001";
    let person = "per_00000000000000000000000001";
    let last = path.rsplit('/').next().unwrap_or_default();
    match last {
        "riverbend" => {
            json!({ "name": "n", "zone": "America/Chicago", "language": "en", "revision": 1 })
        }
        "organizations" => {
            json!({ "name": "n", "short_name": "n", "kind": "local", "sector": "housing", "part": "member", "since": "2026-01-01" })
        }
        "membership" => json!({ "part": "member", "since": "2026-01-01", "revision": 1 }),
        "departure" => json!({ "until": "2026-05-12", "revision": 1 }),
        "roles" => json!({ "person": person, "organization": organization, "role": "member" }),
        "invitations" => {
            json!({ "email": "a@b.example", "organization": organization, "role": "member", "language": "en" })
        }
        "bodies" => json!({ "name": "n", "kind": "council" }),
        "seats" => json!({ "title": "n", "organization": organization }),
        "offer" => json!({ "person": person }),
        "charge" => json!({ "charge": "lead" }),
        "profile" => json!({ "revision": 0 }),
        _ if path.contains("/organizations/") => {
            json!({ "name": "n", "short_name": "n", "kind": "local", "sector": "housing", "revision": 1 })
        }
        _ if path.contains("/bodies/") => json!({ "name": "n", "kind": "council", "revision": 1 }),
        _ => json!({}),
    }
}

fn assert_silent(answer: &TestResponse, path: &str) {
    let text = answer.text();
    for secret in ["Marker", "marker@", "Moreno", "Riverbend Housing", "Riverbend County"] {
        assert!(!text.contains(secret), "{path} tells `{secret}`: {text}");
    }
}

both_databases! {
    async fn nobody_and_strangers_learn_nothing_of_a_partnership(db) {
        let (app, county) = riverbend(db).await;
        let made = made(&app, &county).await;
        for (method, pattern, _) in ROUTES {
            let path = address(pattern, &county, &made);
            let nobody = ask(&app, None, method, &path).await;
            let to_sign_in = nobody.status == 303 && nobody.location().starts_with("/sign-in");
            assert!(nobody.status == 401 || to_sign_in, "{method} {path}: {}", nobody.status);
            assert_silent(&nobody, &path);
            let stranger = ask(&app, Some(&county.stranger), method, &path).await;
            assert_eq!(stranger.status, 404, "{method} {path}: {}", stranger.text());
            assert_silent(&stranger, &path);
        }
        for (method, pattern) in SHOWN {
            let path = address(pattern, &county, &made);
            for who in [None, Some(&county.stranger), Some(&county.coordinator)] {
                let nothing = ask(&app, who, method, &path).await;
                assert_eq!(nothing.status, 404, "{method} {path}: nothing is shown yet");
                if who.is_none() {
                    assert_silent(&nothing, &path);
                }
            }
        }
        for (method, path) in OWN {
            let nobody = ask(&app, None, method, path).await;
            let to_sign_in = nobody.status == 303 && nobody.location().starts_with("/sign-in");
            assert!(nobody.status == 401 || to_sign_in, "{method} {path}: {}", nobody.status);
            assert_silent(&nobody, path);
        }
        app.close().await;
    }

    async fn a_role_that_a_route_does_not_take_is_refused(db) {
        let (app, county) = riverbend(db).await;
        let made = made(&app, &county).await;
        for (method, pattern, needs) in ROUTES {
            let path = address(pattern, &county, &made);
            let too_weak: &[&TestPerson] = match needs {
                Any => &[],
                Staff => &[&county.guest],
                Leader => &[&county.guest, &county.sam],
                Coordinator => &[&county.guest, &county.sam, &county.alicia],
            };
            for who in too_weak {
                let refused = ask(&app, Some(who), method, &path).await;
                assert_eq!(refused.status, 403, "{} {method} {path}: {}", who.name, refused.text());
            }
            if *needs == Any && *method == "GET" && !path.ends_with("/end") {
                let fine = ask(&app, Some(&county.guest), method, &path).await;
                assert_eq!(fine.status, 200, "{method} {path}: {}", fine.text());
            }
        }
        app.close().await;
    }

    async fn what_is_of_another_partnership_is_not_reached_through_ones_own(db) {
        let (app, county) = riverbend(db).await;
        let made = made(&app, &county).await;
        for (method, pattern, _) in ROUTES.iter().filter(|(_, path, _)| path.contains("{id}")) {
            let path = address(pattern, &county, &made).replace("/p/riverbend", "/p/northfork");
            let answer = ask(&app, Some(&county.stranger), method, &path).await;
            let seen = [404, 409, 422].contains(&answer.status);
            assert!(seen, "{method} {path}: {} {}", answer.status, answer.text());
            assert_silent(&answer, &path);
        }
        app.close().await;
    }

    async fn the_table_above_names_every_route(db) {
        let (app, _) = riverbend(db).await;
        for route in app.app.routes() {
            let inside = route.path.contains("{partnership}") && !route.path.ends_with("/live");
            let known = ROUTES.iter().any(|(method, path, _)| route.method == *method && route.path == *path)
                || OWN.iter().chain(SHOWN).any(|(method, path)| route.method == *method && route.path == *path);
            assert!(known || !inside, "{} {}", route.method, route.path);
        }
        app.close().await;
    }
}
