//! Promises that stay with a seat when the person in it changes.

use web::testing::both_databases;

use super::*;

const BODIES: &str = "/api/v1/p/riverbend/bodies";

/// A seat for Housing that Alicia holds.
pub(super) async fn held_seat(app: &TestApp, county: &County) -> String {
    let body = json!({ "name": "Partnership board", "kind": "council", "purpose": "Decides." });
    let body: Value = app.post_json(&county.coordinator, BODIES, body).await.expect(201).json();
    let seats = format!("{BODIES}/{}/seats", id(&body));
    let seat = json!({ "title": "Chair", "organization": county.housing });
    let seat: Value = app.post_json(&county.coordinator, &seats, seat).await.expect(201).json();
    id(&seat)
}

pub(super) async fn take(app: &TestApp, seat: &str, by: &TestPerson, to: &TestPerson) {
    let path = format!("/p/riverbend/seats/{seat}");
    app.post(by, &format!("{path}/offer"), &[("person", &to.id.to_string())]).await.expect(303);
    app.post(to, &format!("{path}/accept"), &[]).await.expect(303);
    app.run_jobs().await;
}

pub(super) async fn offered_by(
    app: &TestApp,
    county: &County,
    title: &str,
    in_charge: &str,
) -> String {
    let body = json!({
        "side": "promiser", "title": title, "due": "2026-06-01", "in_charge": in_charge,
        "promiser": county.housing.to_string(), "receiver": county.outreach.to_string(),
    });
    app.post_json(&county.alicia, API, body).await.expect(201).location().to_owned()
}

async fn in_charge(app: &TestApp, county: &County, path: &str) -> String {
    let shown: Value = app.get(&county.jo, path).await.expect(200).json();
    shown["in_charge"].as_str().unwrap().to_owned()
}

both_databases! {
    async fn a_successor_takes_over_what_was_promised_in_the_seat_and_nothing_else(db) {
        let (app, county) = start(db).await;
        let seat = held_seat(&app, &county).await;
        take(&app, &seat, &county.coordinator, &county.alicia).await;
        let form = app.get(&county.alicia, &format!("{LIST}/new")).await.expect(200).text();
        assert!(form.contains("Whoever holds the seat Chair in Partnership board"), "{form}");

        let in_seat = offered_by(&app, &county, "Send the list", &seat).await;
        let waiting = offered_by(&app, &county, "Draft the rules", &seat).await;
        let own = offered_by(&app, &county, "Call the owner", &county.alicia.id.to_string()).await;
        let over = offered_by(&app, &county, "Open the room", &seat).await;
        for path in [&in_seat, &own, &over] {
            act(&app, &county.jo, path, "acceptances", json!({})).await;
        }
        act(&app, &county.alicia, &over, "claims", json!({})).await;
        act(&app, &county.jo, &over, "confirmations", json!({})).await;

        take(&app, &seat, &county.alicia, &county.sam).await;
        let (alicia, sam) = (county.alicia.id.to_string(), county.sam.id.to_string());
        assert_eq!(in_charge(&app, &county, &in_seat).await, sam);
        assert_eq!(in_charge(&app, &county, &waiting).await, sam);
        assert_eq!(in_charge(&app, &county, &own).await, alicia, "hers, not the seat's");
        assert_eq!(in_charge(&app, &county, &over).await, alicia, "she kept it");
        let page = app.get(&county.jo, page_of(&in_seat)).await.text();
        assert!(page.contains("Whoever holds the seat Chair in Partnership board"), "{page}");
        assert!(page.contains("put Sam Okafor in charge"), "{page}");
        app.close().await;
    }

    async fn nobody_promises_in_a_seat_that_is_empty_or_of_others(db) {
        let (app, county) = start(db).await;
        let seat = held_seat(&app, &county).await;
        let body = |promiser: OrganizationId, receiver: OrganizationId| json!({
            "side": "promiser", "title": "Send the list", "due": "2026-06-01", "in_charge": seat,
            "promiser": promiser.to_string(), "receiver": receiver.to_string(),
        });
        let own = body(county.housing, county.outreach);
        let empty = app.post_json(&county.alicia, API, own).await.expect(422).text();
        assert!(empty.contains("commitment_seat_empty") && empty.contains("Nobody holds"), "{empty}");
        take(&app, &seat, &county.coordinator, &county.alicia).await;
        let theirs = body(county.outreach, county.housing);
        app.post_json(&county.jo, API, theirs).await.expect(422);
        app.close().await;
    }
}
