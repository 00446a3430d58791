//! Bodies, seats, and how a seat goes from one to the next.

use base::Role;
use partnership::testing;
use serde_json::{Value, json};
use web::testing::{TestApp, TestResponse, both_databases};

use crate::{County, riverbend};

const BODIES: &str = "/api/v1/p/riverbend/bodies";

/// A council with a seat for Housing: their identifiers.
async fn council(app: &TestApp, county: &County) -> (String, String) {
    let body = json!({ "name": "Partnership board", "kind": "council", "purpose": "Decides." });
    let body = app.post_json(&county.coordinator, BODIES, body).await.expect(201).json::<Value>();
    let body = body["id"].as_str().unwrap().to_owned();
    let seat = json!({ "title": "Chair", "organization": county.housing });
    let path = format!("{BODIES}/{body}/seats");
    let seat = app.post_json(&county.coordinator, &path, seat).await.expect(201).json::<Value>();
    (body, seat["id"].as_str().unwrap().to_owned())
}

async fn act(
    app: &TestApp,
    who: &web::testing::TestPerson,
    seat: &str,
    verb: &str,
) -> TestResponse {
    app.post(who, &format!("/p/riverbend/seats/{seat}/{verb}"), &[]).await
}

both_databases! {
    async fn a_seat_is_handed_over_and_the_record_names_both(db) {
        let (app, county) = riverbend(db).await;
        let (body, seat) = council(&app, &county).await;
        let offer = format!("/p/riverbend/seats/{seat}/offer");
        let to = |person: &web::testing::TestPerson| person.id.to_string();
        let alicia = to(&county.alicia);
        app.post(&county.coordinator, &offer, &[("person", &alicia)]).await.expect(303);
        let work = app.get(&county.alicia, "/me").await.text();
        assert!(work.contains("Take a seat: Chair, Partnership board, for Riverbend Housing Authority"), "{work}");
        act(&app, &county.sam, &seat, "accept").await.expect(409);
        act(&app, &county.alicia, &seat, "accept").await.expect(303);

        app.advance_days(30);
        let page = app.get(&county.alicia, &offer).await.expect(200).text();
        assert!(page.contains("You ask somebody to take over"), "{page}");
        assert!(!page.contains("Alicia Moreno</option>") && !page.contains("Dana"), "{page}");
        app.post(&county.alicia, &offer, &[("person", &to(&county.sam))]).await.expect(303);
        let shown = app.get(&county.jo, &format!("/p/riverbend/bodies/{body}")).await.expect(200).text();
        assert!(shown.contains("Held by Alicia Moreno since May 12, 2026."), "{shown}");
        assert!(shown.contains("Sam Okafor was asked to take it."), "{shown}");
        act(&app, &county.sam, &seat, "accept").await.expect(303);

        let shown = app.get(&county.jo, &format!("/p/riverbend/bodies/{body}")).await.expect(200).text();
        assert!(shown.contains("Held by Sam Okafor since June 11, 2026."), "{shown}");
        assert!(shown.contains("May 12, 2026 to June 11, 2026, then handed over"), "{shown}");
        let latest = app.get(&county.jo, "/api/v1/p/riverbend/activity").await.json::<Value>();
        let event = &latest["items"][0];
        assert_eq!(event["kind"], "seat.handed_over");
        assert_eq!(
            event["text"],
            "Alicia Moreno handed the seat “Chair” for Riverbend Housing Authority over to Sam Okafor"
        );
        assert_eq!(event["subject"]["href"], format!("/p/riverbend/bodies/{body}"));
        app.close().await;
    }

    async fn only_people_of_its_organization_are_asked_and_only_by_those_with_a_say(db) {
        let (app, county) = riverbend(db).await;
        let (_, seat) = council(&app, &county).await;
        let path = format!("/api/v1/p/riverbend/seats/{seat}/offer");
        let put = |who, person: base::PersonId| {
            let body = json!({ "person": person });
            let (app, path) = (&app, path.clone());
            async move { app.send_json(http::Method::PUT, Some(who), &path, &body).await }
        };
        let other = put(&county.coordinator, county.dana.id).await.expect(409);
        assert_eq!(other.json::<Value>()["code"], "not_of_organization");
        put(&county.sam, county.sam.id).await.expect(403);
        put(&county.dana, county.sam.id).await.expect(403);
        put(&county.guest, county.sam.id).await.expect(403);
        put(&county.alicia, county.sam.id).await.expect(200);
        let twice = put(&county.alicia, county.alicia.id).await.expect(409);
        assert_eq!(twice.json::<Value>()["code"], "seat_asked");
        act(&app, &county.alicia, &seat, "withdraw").await.expect(303);
        let late = act(&app, &county.sam, &seat, "accept").await.expect(409);
        assert!(late.text().contains("You were not asked"));
        app.close().await;
    }

    async fn who_leaves_an_organization_leaves_its_seats_empty(db) {
        let (app, county) = riverbend(db).await;
        let (body, seat) = council(&app, &county).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let id = seat.parse().unwrap();
        partnership::offer_seat(&cx, id, county.sam.id, None).await.unwrap();
        partnership::take_seat(&app.cx(&county.sam, &county.p), id).await.unwrap();
        let member = app.get(&county.jo, &format!("/p/riverbend/people/{}", county.sam.id)).await.text();
        assert!(member.contains("Partnership board") && member.contains("Chair"), "{member}");
        partnership::leave_role(&app.cx(&county.sam, &county.p), county.housing, Role::Member).await.unwrap();
        let shown = app.get(&county.jo, &format!("/p/riverbend/bodies/{body}")).await.text();
        assert!(shown.contains("1 seat, 1 empty.") && shown.contains("then empty"), "{shown}");
        let list = app.get(&county.jo, "/api/v1/p/riverbend/activity").await.json::<Value>();
        let kinds: Vec<&str> =
            list["items"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
        assert_eq!(&kinds[..2], ["seat.vacated", "role.left"]);
        app.close().await;
    }

    async fn a_role_for_another_organization_keeps_no_seat_of_this_one(db) {
        let (app, county) = riverbend(db).await;
        testing::grant(&app, &county.p, &county.sam, county.health, Role::Member).await;
        let (_, seat) = council(&app, &county).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let id = seat.parse().unwrap();
        partnership::offer_seat(&cx, id, county.sam.id, None).await.unwrap();
        partnership::leave_role(&app.cx(&county.sam, &county.p), county.housing, Role::Member).await.unwrap();
        let late = partnership::take_seat(&app.cx(&county.sam, &county.p), id).await;
        assert!(matches!(late, Err(partnership::Error::SeatNotAsked { .. })), "{late:?}");
        app.close().await;
    }

    async fn a_body_that_ends_closes_its_seats(db) {
        let (app, county) = riverbend(db).await;
        let (body, seat) = council(&app, &county).await;
        let path = format!("/p/riverbend/bodies/{body}");
        let fields = [("revision", "1"), ("name", "Board of partners"), ("kind", "council")];
        app.post(&county.coordinator, &format!("{path}/edit"), &fields).await.expect(303);
        let stale = app.post(&county.coordinator, &format!("{path}/end"), &[("revision", "1")]).await.expect(412);
        assert!(stale.text().contains("Somebody changed this"));
        app.post(&county.coordinator, &format!("{path}/end"), &[("revision", "2")]).await.expect(303);
        let shown = app.get(&county.sam, &path).await.expect(200).text();
        assert!(shown.contains("Ended on May 12, 2026."), "{shown}");
        let closed = app.get(&county.coordinator, &format!("/p/riverbend/seats/{seat}/offer")).await.expect(409);
        assert!(closed.text().contains("This seat is closed"));
        let again = json!({ "title": "Chair", "organization": county.housing });
        let ended = app.post_json(&county.coordinator, &format!("{BODIES}/{body}/seats"), again).await.expect(409);
        assert_eq!(ended.json::<Value>()["code"], "body_ended");
        app.close().await;
    }

    async fn a_seat_is_declined_vacated_and_closed(db) {
        let (app, county) = riverbend(db).await;
        let (_, seat) = council(&app, &county).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let id = seat.parse().unwrap();
        partnership::offer_seat(&cx, id, county.sam.id, None).await.unwrap();
        act(&app, &county.sam, &seat, "decline").await.expect(303);
        act(&app, &county.coordinator, &seat, "vacate").await.expect(409);
        partnership::offer_seat(&cx, id, county.sam.id, None).await.unwrap();
        act(&app, &county.sam, &seat, "accept").await.expect(303);
        act(&app, &county.jo, &seat, "vacate").await.expect(403);
        act(&app, &county.sam, &seat, "vacate").await.expect(303);
        act(&app, &county.alicia, &seat, "close").await.expect(403);
        act(&app, &county.coordinator, &seat, "close").await.expect(303);
        act(&app, &county.coordinator, &seat, "close").await.expect(409);
        app.close().await;
    }
}
