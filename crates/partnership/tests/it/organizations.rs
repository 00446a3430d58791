//! Organizations and memberships.

use base::Role;
use partnership::testing;
use serde_json::{Value, json};
use web::testing::both_databases;

use crate::riverbend;

const ALL: &str = "/api/v1/p/riverbend/organizations";

fn shelter() -> Vec<(&'static str, &'static str)> {
    vec![
        ("name", "Harbor House"),
        ("short_name", "HH"),
        ("kind", "non_profit"),
        ("sector", "housing"),
        ("state", "55"),
        ("website", "https://harborhouse.example"),
        ("part", "member"),
        ("since", "2024-03-01"),
    ]
}

both_databases! {
    async fn a_coordinator_adds_an_organization_and_everybody_sees_it(db) {
        let (app, county) = riverbend(db).await;
        let path = "/p/riverbend/organizations/new";
        let done = app.post(&county.coordinator, path, &shelter()).await.expect(303);
        assert!(done.location().contains("done=organization-added-notice"), "{}", done.location());
        let page = app.get(&county.guest, done.location()).await.expect(200).text();
        for shown in ["Harbor House", "Non-profit", "Wisconsin", "https://harborhouse.example", "March 1, 2024"] {
            assert!(page.contains(shown), "{shown} in {page}");
        }
        let overview = app.get(&county.sam, "/p/riverbend").await.expect(200).text();
        assert!(overview.contains("4 partners"), "{overview}");
        assert!(overview.contains("Grace Chen added Harbor House as member"), "{overview}");
        app.close().await;
    }

    async fn a_form_that_is_wrong_comes_back_with_everything_typed(db) {
        let (app, county) = riverbend(db).await;
        let mut fields = shelter();
        fields[0].1 = "";
        fields[5].1 = "javascript:alert(1)";
        let path = "/p/riverbend/organizations/new";
        let page = app.post(&county.coordinator, path, &fields).await.expect(422).text();
        assert!(page.contains("Fill this in"), "{page}");
        assert!(page.contains("begins with https://"), "{page}");
        assert!(page.contains("value=\"HH\""), "{page}");
        app.close().await;
    }

    async fn an_organization_of_another_partnership_joins_by_its_name_once_that_is_confirmed(db) {
        let (app, county) = riverbend(db).await;
        let mut fields = shelter();
        fields[0].1 = "NORTH FORK county manager";
        let path = "/p/riverbend/organizations/new";
        let page = app.post(&county.coordinator, path, &fields).await.expect(409).text();
        assert!(page.contains("Tick the box if it is the same one"), "{page}");
        // Nothing of the entry is told before it joins.
        assert!(!page.contains("NFCM"), "{page}");
        fields.push(("known", "yes"));
        let done = app.post(&county.coordinator, path, &fields).await.expect(303);
        let page = app.get(&county.coordinator, done.location()).await.expect(200).text();
        assert!(page.contains("It sits in 2 partnerships."), "{page}");
        assert!(!page.contains("North Fork Partnership"), "{page}");
        app.close().await;
    }

    async fn the_entry_of_an_organization_changes_only_where_it_was_made(db) {
        let (app, county) = riverbend(db).await;
        let health = testing::organization(&app, &county.elsewhere, "County Health").await;
        assert_eq!(health, county.health);
        let edit = format!("/p/northfork/organizations/{health}/edit");
        let refused = app.get(&county.stranger, &edit).await.expect(403).text();
        assert!(refused.contains("Another partnership keeps the page"), "{refused}");
        let edit = format!("/p/riverbend/organizations/{health}/edit");
        app.get(&county.dana, &edit).await.expect(200);
        app.get(&county.alicia, &edit).await.expect(403);
        app.close().await;
    }

    async fn a_new_name_is_read_at_once_in_every_partnership_that_has_the_organization(db) {
        let (app, county) = riverbend(db).await;
        testing::organization(&app, &county.elsewhere, "County Health").await;
        let people = "/p/northfork/people";
        let page = app.get(&county.stranger, people).await.expect(200).text();
        assert!(page.contains(">County Health</option>"), "{page}");
        let path = format!("{ALL}/{}", county.health);
        let body = json!({ "name": "River Clinics", "short_name": "RC", "kind": "local", "sector": "health" });
        let request = app
            .request(http::Method::PUT, &path, Some(&county.dana))
            .header("content-type", "application/json")
            .header("if-match", app.get(&county.dana, &path).await.expect(200).header("etag"))
            .body(body.to_string().into());
        app.send(request).await.expect(200);
        let page = app.get(&county.stranger, people).await.expect(200).text();
        assert!(page.contains(">River Clinics</option>"), "{page}");
        app.close().await;
    }

    async fn a_change_over_an_older_version_is_refused_and_keeps_what_was_typed(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("{ALL}/{}", county.health);
        let before = app.get(&county.dana, &path).await.expect(200);
        assert_eq!(before.header("etag"), "\"1\"");
        let body = json!({ "name": "County Health Department", "short_name": "RCH", "kind": "local", "sector": "health", "about": "Clinics." });
        let put = |revision: &'static str| {
            let request = app
                .request(http::Method::PUT, &path, Some(&county.dana))
                .header("content-type", "application/json")
                .header("if-match", revision)
                .body(body.to_string().into());
            app.send(request)
        };
        let changed = put("\"1\"").await.expect(200);
        assert_eq!(changed.json::<Value>()["name"], "County Health Department");
        let stale = put("\"1\"").await.expect(412);
        assert_eq!(stale.json::<Value>()["code"], "stale");
        let missing = app
            .send_json(http::Method::PUT, Some(&county.dana), &path, &body)
            .await
            .expect(422);
        assert!(missing.text().contains("revision_needed"), "{}", missing.text());
        app.close().await;
    }

    async fn the_list_pages_by_name_and_filters(db) {
        let (app, county) = riverbend(db).await;
        for n in 0..55 {
            let name = format!("Clinic {n:02}");
            testing::organization(&app, &county.p, &name).await;
        }
        let first = app.get(&county.sam, ALL).await.expect(200).json::<Value>();
        assert_eq!(first["items"].as_array().unwrap().len(), 50);
        let next = first["next"].as_str().unwrap();
        let second = app.get(&county.sam, &format!("{ALL}?after={next}")).await.expect(200);
        let second = second.json::<Value>();
        let names: Vec<&str> =
            second["items"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(names.len(), 8);
        assert_eq!(names.last(), Some(&"Riverbend Housing Authority"));
        assert_eq!(second["next"], Value::Null);
        let none = app.get(&county.sam, &format!("{ALL}?sector=courts")).await.expect(200);
        assert_eq!(none.json::<Value>()["items"], json!([]));
        let page = app.get(&county.sam, "/p/riverbend/organizations?sector=courts").await.expect(200);
        assert!(page.text().contains("No organization fits"));
        app.get(&county.sam, &format!("{ALL}?sector=nonsense")).await.expect(422);
        app.get(&county.sam, &format!("{ALL}?after=nonsense")).await.expect(422);
        app.close().await;
    }

    async fn a_membership_that_ends_takes_roles_seats_and_offers_with_it(db) {
        let (app, county) = riverbend(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let plan = partnership::BodyPlan { name: "Board".parse().unwrap(), kind: partnership::BodyKind::Council, purpose: None };
        let body = partnership::form_body(&cx, plan).await.unwrap();
        let seat = partnership::open_seat(&cx, body.id, county.health, "Health seat".parse().unwrap()).await.unwrap();
        partnership::offer_seat(&cx, seat.id, county.dana.id, None).await.unwrap();
        partnership::take_seat(&app.cx(&county.dana, &county.p), seat.id).await.unwrap();
        let offer = partnership::OfferRole { person: county.sam.id, organization: county.health, role: Role::Member, note: None };
        partnership::offer_role(&cx, offer).await.unwrap();

        let invitation = json!({
            "email": "new@health.example", "name": "New Nurse", "organization": county.health, "role": "member", "language": "en",
        });
        let waits = "/api/v1/p/riverbend/invitations";
        app.post_json(&county.coordinator, waits, invitation).await.expect(201);

        let end = format!("/p/riverbend/organizations/{}/end", county.health);
        let future = [("until", "2026-05-13"), ("revision", "1")];
        let page = app.post(&county.coordinator, &end, &future).await.expect(409).text();
        assert!(page.contains("on or before May 12, 2026"), "{page}");
        let today = [("until", "2026-05-12"), ("revision", "1")];
        app.post(&county.coordinator, &end, &today).await.expect(303);

        let waiting: Value = app.get(&county.coordinator, waits).await.expect(200).json();
        assert_eq!(waiting["items"], json!([]), "nobody joins an organization that left");
        app.get(&county.dana, "/p/riverbend").await.expect(404);
        let people = app.get(&county.sam, "/p/riverbend/people").await.expect(200).text();
        assert!(!people.contains("Dana Whitfield"), "{people}");
        let body = app.get(&county.sam, &format!("/p/riverbend/bodies/{}", body.id)).await.expect(200).text();
        assert!(body.contains("No seats yet") && body.contains("then closed"), "{body}");
        let mine = app.get(&county.sam, "/p/riverbend/roles").await.expect(200).text();
        assert!(mine.contains("No offers now"), "{mine}");
        // The record still knows their names.
        let activity = app.get(&county.sam, "/p/riverbend/activity").await.expect(200).text();
        assert!(activity.contains("Dana Whitfield took the seat"), "{activity}");
        // And it may come back.
        let mut again = shelter();
        again[0].1 = "County Health";
        app.post(&county.coordinator, "/p/riverbend/organizations/new", &again).await.expect(303);
        app.close().await;
    }

    async fn the_organization_of_the_last_coordinator_cannot_leave(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("{ALL}/{}/departure", county.housing);
        let body = json!({ "until": "2026-05-12", "revision": 1 });
        let refused = app.post_json(&county.coordinator, &path, body).await.expect(409);
        assert_eq!(refused.json::<Value>()["code"], "last_coordinator");
        app.close().await;
    }

    async fn the_load_counts_open_promises(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("{ALL}/{}", county.health);
        let view = app.get(&county.sam, &path).await.expect(200).json::<Value>();
        assert_eq!((&view["open_promises"], &view["partnerships"]), (&json!(0), &json!(1)));
        let page = app.get(&county.sam, &format!("/p/riverbend/organizations/{}", county.health)).await;
        assert!(page.text().contains("Here: 1 person, no group, no open promise."), "{}", page.text());
        app.close().await;
    }
}
