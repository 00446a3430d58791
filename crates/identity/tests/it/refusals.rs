//! Every address, as nobody, as a program without the right, and with a link that is none.

use web::RouteEntry;

use super::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Page,
    Api,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    Any,
    Fresh,
}

use Edge::{Api, Page};
use Proof::{Any, Fresh};

/// Addresses that anybody may open: what they ask for proves who it is.
const OPEN: &[(Edge, &str, &str)] = &[
    (Page, "GET", "/sign-in"),
    (Page, "POST", "/sign-in"),
    (Page, "GET", "/recover"),
    (Page, "POST", "/recover"),
    (Page, "GET", "/sign-in/link/{secret}"),
    (Page, "POST", "/sign-in/link/{secret}"),
    (Page, "GET", "/recover/{secret}"),
    (Page, "POST", "/recover/{secret}"),
    (Page, "GET", "/me/account/address/{secret}"),
    (Page, "POST", "/me/account/address/{secret}"),
    (Page, "GET", "/invitations/{secret}"),
    (Page, "POST", "/invitations/{secret}"),
    (Page, "POST", "/invitations/{secret}/decline"),
    (Api, "POST", "/sign-in"),
    (Api, "POST", "/sign-in/challenges"),
    (Api, "POST", "/sign-in/passkeys"),
    (Api, "POST", "/sign-in/link/{secret}"),
    (Api, "POST", "/recover"),
    (Api, "POST", "/recover/{secret}"),
    (Api, "POST", "/me/account/address/{secret}"),
    (Api, "GET", "/invitations/{secret}"),
    (Api, "POST", "/invitations/{secret}/acceptances"),
    (Api, "POST", "/invitations/{secret}/refusals"),
];

/// Addresses of a signed-in person, and whether they ask for a fresh proof.
const OWN: &[(Edge, &str, &str, Proof)] = &[
    (Page, "POST", "/sign-out", Any),
    (Page, "GET", "/step-up", Any),
    (Page, "POST", "/step-up", Any),
    (Page, "GET", "/me/account", Any),
    (Page, "POST", "/me/account", Any),
    (Page, "GET", "/me/account/address", Fresh),
    (Page, "POST", "/me/account/address", Fresh),
    (Page, "GET", "/me/security", Any),
    (Page, "POST", "/me/security/sessions/{id}/end", Any),
    (Page, "POST", "/me/security/sessions/end-others", Any),
    (Page, "GET", "/me/security/password", Fresh),
    (Page, "POST", "/me/security/password", Fresh),
    (Page, "GET", "/me/security/passkeys/new", Fresh),
    (Page, "GET", "/me/security/passkeys/{id}", Fresh),
    (Page, "POST", "/me/security/passkeys/{id}", Fresh),
    (Page, "GET", "/me/security/passkeys/{id}/remove", Fresh),
    (Page, "POST", "/me/security/passkeys/{id}/remove", Fresh),
    (Page, "GET", "/me/security/tokens/new", Fresh),
    (Page, "POST", "/me/security/tokens/new", Fresh),
    (Page, "GET", "/me/security/tokens/{id}", Any),
    (Page, "POST", "/me/security/tokens/{id}", Any),
    (Api, "POST", "/sign-out", Any),
    (Api, "POST", "/step-up", Any),
    (Api, "POST", "/step-up/challenges", Any),
    (Api, "POST", "/step-up/passkeys", Any),
    (Api, "GET", "/me/account", Any),
    (Api, "PUT", "/me/account", Any),
    (Api, "POST", "/me/account/address", Fresh),
    (Api, "PUT", "/me/password", Fresh),
    (Api, "GET", "/me/sessions", Any),
    (Api, "DELETE", "/me/sessions", Any),
    (Api, "DELETE", "/me/sessions/{id}", Any),
    (Api, "GET", "/me/passkeys", Any),
    (Api, "POST", "/me/passkeys/challenges", Fresh),
    (Api, "POST", "/me/passkeys", Fresh),
    (Api, "PUT", "/me/passkeys/{id}", Fresh),
    (Api, "DELETE", "/me/passkeys/{id}", Fresh),
    (Api, "GET", "/me/tokens", Any),
    (Api, "POST", "/me/tokens", Fresh),
    (Api, "DELETE", "/me/tokens/{id}", Any),
];

/// Addresses of `web` itself, whose own tests refuse.
const OF_WEB: &[&str] = &["/api", "/me/live"];

/// One address with its parts filled with what names nothing.
struct Door {
    method: &'static str,
    path: String,
    edge: Edge,
    proof: Proof,
}

impl Door {
    fn new((edge, method, path): (Edge, &'static str, &str), proof: Proof) -> Self {
        let id = if path.contains("passkeys") {
            "pky_00000000000000000000000001"
        } else if path.contains("tokens") {
            "tok_00000000000000000000000001"
        } else {
            "ses_00000000000000000000000001"
        };
        let prefix = if edge == Api { "/api/v1" } else { "" };
        let path = path.replace("{id}", id).replace("{secret}", SECRET);
        Self { method, path: format!("{prefix}{path}"), edge, proof }
    }
}

/// A secret of the right form that is nobody's.
const SECRET: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn open() -> impl Iterator<Item = Door> {
    OPEN.iter().map(|door| Door::new(*door, Any))
}

fn own() -> impl Iterator<Item = Door> {
    OWN.iter().map(|&(edge, method, path, proof)| Door::new((edge, method, path), proof))
}

impl std::fmt::Display for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// A body that each address can read.
fn body(path: &str) -> serde_json::Value {
    let credential = serde_json::json!({
        "id": "AA", "rawId": "AA", "type": "public-key", "clientExtensionResults": {},
        "response": {
            "clientDataJSON": "AA", "authenticatorData": "AA", "signature": "AA", "userHandle": null,
        },
    });
    let made = serde_json::json!({
        "id": "AA", "rawId": "AA", "type": "public-key", "clientExtensionResults": {},
        "response": {"clientDataJSON": "AA", "attestationObject": "AA"},
    });
    let ceremony = "cer_00000000000000000000000001";
    match path {
        "/api/v1/me/passkeys" => {
            serde_json::json!({"ceremony": ceremony, "credential": made, "name": "Phone"})
        }
        path if path.ends_with("/passkeys") => {
            serde_json::json!({"ceremony": ceremony, "credential": credential})
        }
        path if path.ends_with("/tokens") => {
            serde_json::json!({"name": "Report", "scopes": ["account:read"]})
        }
        path if path.ends_with("/account") || path.contains("/passkeys/pky") => {
            serde_json::json!({"name": "Phone"})
        }
        path if path.ends_with("/address") => serde_json::json!({"email": "a@b.example"}),
        path if path.ends_with("/acceptances") => {
            serde_json::json!({"name": "Ana", "password": "seven herons at the weir"})
        }
        _ => serde_json::json!({"password": "seven herons at the weir"}),
    }
}

async fn ask(
    browser: &mut Browser<'_>,
    door: &Door,
    bearer: Option<&str>,
) -> web::testing::TestResponse {
    let json = door.edge == Api && door.method != "GET" && door.method != "DELETE";
    let media_type = if json { "application/json" } else { "application/x-www-form-urlencoded" };
    let body = if json { body(&door.path).to_string() } else { String::new() };
    let mut headers = vec![("content-type", media_type)];
    let bearer = bearer.map(|bearer| format!("Bearer {bearer}"));
    if let Some(bearer) = &bearer {
        headers.push(("authorization", bearer));
    }
    browser.send(door.method, &door.path, &headers, body).await
}

both_databases! {
    async fn the_lists_here_name_every_address(db) {
        let app = start(db, CONTEXTS).await;
        let named = |edge: Edge, method: &str, path: &str| {
            format!("{method} {}{path}", if edge == Api { "/api/v1" } else { "" })
        };
        let open = OPEN.iter().map(|door| named(door.0, door.1, door.2));
        let mut known: Vec<String> =
            open.chain(OWN.iter().map(|door| named(door.0, door.1, door.2))).collect();
        let of = |route: &RouteEntry| format!("{} {}", route.method, route.path);
        let mut all: Vec<String> = app
            .app
            .routes()
            .iter()
            .filter(|route| !route.path.contains("{partnership}"))
            .filter(|route| !OF_WEB.contains(&route.path.as_str()))
            .map(of)
            .collect();
        known.sort_unstable();
        all.sort_unstable();
        assert_eq!(all, known);
        app.close().await;
    }

    async fn nobody_is_asked_to_sign_in(db) {
        let app = start(db, CONTEXTS).await;
        for door in own() {
            let answer = ask(&mut Browser::new(&app), &door, None).await;
            if door.edge == Api {
                assert_eq!(answer.status, 401, "{door} {}", answer.text());
            } else {
                assert_eq!(answer.status, 303, "{door} {}", answer.text());
                assert!(answer.location().starts_with("/sign-in"), "{door} {}", answer.location());
            }
            let mut cookies = answer.headers.get_all("set-cookie").iter();
            assert!(cookies.all(|one| one.to_str().unwrap().contains("Max-Age=0")), "{door}");
        }
        app.close().await;
    }

    async fn an_old_proof_is_asked_for_again(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        wait(&app, 601);
        for door in own().filter(|door| door.proof == Fresh) {
            let answer = ask(&mut browser, &door, None).await;
            if door.edge == Api {
                let told = answer.text().contains("step_up_needed");
                assert!(answer.status == 403 && told, "{door} {}", answer.text());
            } else {
                assert_eq!(answer.status, 303, "{door} {}", answer.text());
                let there = answer.location();
                assert!(there.starts_with("/step-up?next="), "{door} {there}");
            }
        }
        app.close().await;
    }

    async fn a_token_never_touches_how_people_sign_in(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let scopes = ["account:read", "account:write"];
        let body = serde_json::json!({"name": "All there is", "scopes": scopes});
        let made = browser.json("POST", "/api/v1/me/tokens", Some(body)).await.expect(201);
        let made: serde_json::Value = made.json();
        let secret = made["secret"].as_str().unwrap();
        let guarded = |door: &Door| door.edge == Api && !door.path.ends_with("/me/account");
        for door in own().filter(guarded) {
            let answer = ask(&mut Browser::new(&app), &door, Some(secret)).await;
            assert!([401, 403].contains(&answer.status), "{door} {}", answer.text());
        }
        for door in open().filter(|door| door.edge == Api) {
            let answer = ask(&mut Browser::new(&app), &door, Some(secret)).await;
            assert!([403, 404, 422].contains(&answer.status), "{door} {}", answer.text());
        }
        let account = Door::new((Api, "GET", "/me/account"), Any);
        ask(&mut Browser::new(&app), &account, Some("ccd_nonsense")).await.expect(401);
        app.close().await;
    }

    async fn a_link_that_is_none_opens_nothing(db) {
        let app = start(db, CONTEXTS).await;
        for door in open().filter(|door| door.path.contains(SECRET)) {
            let answer = ask(&mut Browser::new(&app), &door, None).await;
            // A form that lacks its fields says so before it looks at the link.
            assert!([404, 422].contains(&answer.status), "{door} {}", answer.text());
            for bad in ["x", "..%2f..", "%F0%9F%A6%80", "%00"] {
                let path = door.path.replace(SECRET, bad);
                let answer = Browser::new(&app).send(door.method, &path, &[], String::new()).await;
                assert!([404, 422].contains(&answer.status), "{path} {}", answer.status);
            }
        }
        app.close().await;
    }

    async fn what_belongs_to_others_is_missing(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        sign_up(&app, "Ben Ortiz", "ben@housing.example").await;
        let mut ben = Browser::signed_in(&app, "ben@housing.example").await;
        let body = serde_json::json!({"name": "Report", "scopes": ["account:read"]});
        let made = ben.json("POST", "/api/v1/me/tokens", Some(body)).await.expect(201);
        let made: serde_json::Value = made.json();
        let token = made["id"].as_str().unwrap();
        let mut alicia = Browser::signed_in(&app, ALICIA).await;
        let page = format!("/me/security/tokens/{token}");
        alicia.get(&page).await.expect(404);
        alicia.post(&page, &[]).await.expect(404);
        let path = format!("/api/v1/me/tokens/{token}");
        alicia.json("DELETE", &path, None).await.expect(404);
        for door in own().filter(|door| door.path.ends_with("0001") || door.path.contains("0001/")) {
            let (media_type, body) = if door.edge == Api {
                ("application/json", "{\"name\":\"x\"}")
            } else {
                ("application/x-www-form-urlencoded", "name=x")
            };
            let header = ("content-type", media_type);
            let answer = alicia.send(door.method, &door.path, &[header], body.to_owned()).await;
            assert_eq!(answer.status, 404, "{door} {}", answer.text());
        }
        app.close().await;
    }

    async fn another_site_posts_nothing(db) {
        let app = start(db, CONTEXTS).await;
        sign_up(&app, "Alicia Moreno", ALICIA).await;
        let mut browser = Browser::signed_in(&app, ALICIA).await;
        let forged = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")];
        let paths =
            ["/sign-out", "/sign-in", "/me/security/sessions/end-others", "/api/v1/sign-in/challenges"];
        for path in paths {
            browser.send("POST", path, &forged, String::new()).await.expect(403);
        }
        app.close().await;
    }
}
