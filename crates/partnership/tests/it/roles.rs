//! Roles are accepted by the one they are given to.

use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson, both_databases};

use crate::riverbend;

const ALL: &str = "/api/v1/p/riverbend/roles";

async fn offer(app: &TestApp, by: &TestPerson, body: Value) -> String {
    let made = app.post_json(by, ALL, body).await.expect(201).json::<Value>();
    made["id"].as_str().unwrap().to_owned()
}

both_databases! {
    async fn a_role_is_offered_waits_on_my_work_and_is_theirs_once_accepted(db) {
        let (app, county) = riverbend(db).await;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.sam, "sam@housing.example").await;
        let (sam, housing) = (county.sam.id.to_string(), county.housing.to_string());
        let fields = [("person", sam.as_str()), ("organization", &housing), ("role", "lead"), ("note", "You know it best.")];
        let done = app.post(&county.alicia, "/p/riverbend/roles/new", &fields).await.expect(303);
        assert!(done.location().starts_with("/p/riverbend/roles?done=roles-offered"));
        let waiting = app.get(&county.alicia, "/p/riverbend/roles").await.text();
        assert!(waiting.contains("Sam Okafor: Lead, Riverbend Housing Authority"), "{waiting}");

        app.run_jobs().await;
        let mail = app.mails().pop().unwrap();
        assert!(mail.contains("You are offered a role"), "{mail}");
        let work = app.get(&county.sam, "/me").await.expect(200).text();
        assert!(work.contains("Take a role: Lead, Riverbend Housing Authority"), "{work}");
        assert!(work.contains("1 thing waits for your answer."), "{work}");
        // Nothing is theirs before they say yes.
        app.get(&county.sam, "/p/riverbend/roles/new").await.expect(403);

        let inbox = app.get(&county.sam, "/es/p/riverbend/roles").await.expect(200).text();
        assert!(inbox.contains("Aceptar esta función") && inbox.contains("You know it best."), "{inbox}");
        let list = app.get(&county.sam, ALL).await.expect(200).json::<Value>();
        let id = list["items"][0]["id"].as_str().unwrap().to_owned();
        app.post(&county.sam, &format!("/p/riverbend/roles/{id}/accept"), &[]).await.expect(303);
        app.get(&county.sam, "/p/riverbend/roles/new").await.expect(200);
        let again = app.post(&county.sam, &format!("/p/riverbend/roles/{id}/accept"), &[]).await.expect(409);
        assert!(again.text().contains("was answered or taken back"));
        app.close().await;
    }

    async fn a_declined_role_leaves_its_reason_with_nobody_but_the_record(db) {
        let (app, county) = riverbend(db).await;
        let body = json!({ "person": county.sam.id, "organization": county.housing, "role": "steward" });
        let id = offer(&app, &county.coordinator, body.clone()).await;
        let twice = app.post_json(&county.alicia, ALL, body.clone()).await.expect(409);
        assert_eq!(twice.json::<Value>()["code"], "role_offered");
        let path = format!("{ALL}/{id}/refusal");
        app.post_json(&county.jo, &path, json!({})).await.expect(404);
        let declined = app.post_json(&county.sam, &path, json!({ "why": "No time." })).await.expect(200);
        assert_eq!(declined.json::<Value>()["standing"], "declined");
        // And may be offered anew.
        offer(&app, &county.coordinator, body).await;
        app.close().await;
    }

    async fn a_lead_gives_roles_of_their_own_organization_only(db) {
        let (app, county) = riverbend(db).await;
        let of_health = json!({ "person": county.sam.id, "organization": county.health, "role": "member" });
        let refused = app.post_json(&county.alicia, ALL, of_health).await.expect(403);
        assert_eq!(refused.json::<Value>()["code"], "not_yours");
        let coordinator = json!({ "person": county.sam.id, "organization": county.housing, "role": "coordinator" });
        app.post_json(&county.alicia, ALL, coordinator).await.expect(403);
        let stranger = json!({ "person": county.stranger.id, "organization": county.housing, "role": "member" });
        let unknown = app.post_json(&county.alicia, ALL, stranger).await.expect(404);
        assert_eq!(unknown.json::<Value>()["code"], "person_missing");
        app.close().await;
    }

    async fn an_offer_taken_back_cannot_be_accepted(db) {
        let (app, county) = riverbend(db).await;
        let body = json!({ "person": county.sam.id, "organization": county.housing, "role": "lead" });
        let id = offer(&app, &county.alicia, body).await;
        let withdraw = app.request(http::Method::DELETE, &format!("{ALL}/{id}"), Some(&county.dana));
        app.send(withdraw.body(nothing())).await.expect(403);
        let withdraw = app.request(http::Method::DELETE, &format!("{ALL}/{id}"), Some(&county.alicia));
        app.send(withdraw.body(nothing())).await.expect(200);
        let late = app.post_json(&county.sam, &format!("{ALL}/{id}/acceptance"), json!({})).await;
        assert_eq!(late.expect(409).json::<Value>()["code"], "role_offer_answered");
        app.close().await;
    }

    async fn who_gives_up_the_last_role_sees_the_partnership_no_more(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("/p/riverbend/people/{}/roles/{}/member/end", county.sam.id, county.housing);
        let asked = app.get(&county.sam, &path).await.expect(200).text();
        assert!(asked.contains("You give up the role Member for Riverbend Housing Authority"), "{asked}");
        let done = app.post(&county.sam, &path, &[]).await.expect(303);
        assert_eq!(done.location(), "/me?done=roles-left-notice");
        app.get(&county.sam, "/p/riverbend").await.expect(404);
        let mine = app.get(&county.sam, "/me").await.expect(200).text();
        assert!(mine.contains("You are in no partnership yet."), "{mine}");
        let person = app.get(&county.jo, &format!("/p/riverbend/people/{}", county.sam.id)).await.expect(200).text();
        assert!(person.contains("Sam Okafor left this partnership."), "{person}");
        app.close().await;
    }

    async fn a_role_is_taken_away_by_those_who_may_give_it(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("/p/riverbend/people/{}/roles/{}/lead/end", county.jo.id, county.outreach);
        app.get(&county.alicia, &path).await.expect(403);
        app.post(&county.alicia, &path, &[]).await.expect(403);
        app.post(&county.coordinator, &path, &[]).await.expect(303);
        let gone = app.post(&county.coordinator, &path, &[]).await;
        assert_eq!(gone.status, 409, "{}", gone.text());
        app.close().await;
    }

    async fn the_last_coordinator_stays(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("/p/riverbend/people/{}/roles/{}/coordinator/end", county.coordinator.id, county.housing);
        let page = app.post(&county.coordinator, &path, &[]).await.expect(409).text();
        assert!(page.contains("Give the role to somebody else first"), "{page}");
        app.close().await;
    }
}

fn nothing<T: From<String>>() -> T {
    String::new().into()
}
