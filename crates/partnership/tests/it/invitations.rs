//! Inviting people by mail.

use base::Role;
use serde_json::{Value, json};
use web::testing::both_databases;

use crate::riverbend;

const ALL: &str = "/api/v1/p/riverbend/invitations";

both_databases! {
    async fn an_invited_person_is_on_the_roster_once_they_accept(db) {
        let (app, county) = riverbend(db).await;
        identity::testing::prepare(&app);
        let housing = county.housing.to_string();
        let fields = [
            ("email", "Nora@housing.example"),
            ("name", "Nora Pratt"),
            ("organization", housing.as_str()),
            ("role", "member"),
            ("language", "en"),
        ];
        let done = app.post(&county.alicia, "/p/riverbend/invitations", &fields).await.expect(303);
        let page = app.get(&county.alicia, done.location()).await.expect(200).text();
        assert!(page.contains("The invitation is on its way."), "{page}");
        assert!(page.contains("nora@housing.example") && page.contains("Member, Riverbend Housing Authority"), "{page}");
        app.run_jobs().await;
        let mail = app.mails().pop().unwrap();
        let link = mail.split("http://localhost").nth(1).unwrap().split_whitespace().next().unwrap();
        // The mail may break its lines.
        let link = link.trim_end_matches(['=', '"', '>', '.']).to_owned();

        let nora = web::testing::TestPerson { id: app.system().new_id(), name: "Nora Pratt".into() };
        identity::testing::give_account(&app, &nora, "nora@housing.example").await;
        let accepted = app.post(&nora, &link, &[("agree", "yes")]).await;
        assert_eq!(accepted.status, 303, "{link} {}", accepted.text());
        app.run_jobs().await;
        let people = app.get(&county.sam, "/p/riverbend/people?q=pratt").await.expect(200).text();
        assert!(people.contains("Nora Pratt"), "{people}");
        let activity = app.get(&county.sam, "/p/riverbend/activity").await.expect(200).text();
        assert!(activity.contains("Nora Pratt joined the partnership"), "{activity}");
        assert!(!activity.contains("housing.example"), "{activity}");
        app.close().await;
    }

    async fn leads_see_and_take_back_the_invitations_of_their_own_organization(db) {
        let (app, county) = riverbend(db).await;
        identity::testing::prepare(&app);
        let body = json!({ "email": "a@health.example", "organization": county.health, "role": "member", "language": "es" });
        let refused = app.post_json(&county.alicia, ALL, body.clone()).await.expect(403);
        assert_eq!(refused.json::<Value>()["code"], "not_yours");
        let made = app.post_json(&county.dana, ALL, body).await.expect(201).json::<Value>();
        let id = made["id"].as_str().unwrap();
        let mine = app.get(&county.dana, ALL).await.expect(200).json::<Value>();
        assert_eq!(mine["items"][0]["email"], "a@health.example");
        let theirs = app.get(&county.alicia, ALL).await.expect(200).json::<Value>();
        assert_eq!(theirs["items"], json!([]));
        let path = format!("/p/riverbend/invitations/{id}");
        app.post(&county.alicia, &format!("{path}/revoke"), &[]).await.expect(403);
        app.post(&county.coordinator, &format!("{path}/resend"), &[]).await.expect(303);
        app.post(&county.dana, &format!("{path}/revoke"), &[]).await.expect(303);
        app.post(&county.dana, &format!("{path}/revoke"), &[]).await.expect(404);
        app.run_jobs().await;
        app.close().await;
    }

    async fn a_wrong_address_comes_back_with_the_form(db) {
        let (app, county) = riverbend(db).await;
        let housing = county.housing.to_string();
        let fields = [("email", "nora at work"), ("organization", housing.as_str()), ("role", "member"), ("language", "en")];
        let page = app.post(&county.alicia, "/p/riverbend/invitations", &fields).await.expect(422).text();
        assert!(page.contains("nora at work") && page.contains("Enter an email address"), "{page}");
        app.close().await;
    }

    async fn a_new_name_is_followed_to_every_roster_and_a_closed_account_leaves_them(db) {
        let (app, county) = riverbend(db).await;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.sam, "sam@housing.example").await;
        partnership::testing::grant(&app, &county.elsewhere, &county.sam, county.housing, Role::Member).await;
        let renamed = app.post(&county.sam, "/me/account", &[("name", "Samuel Okafor-Reyes")]).await;
        assert_eq!(renamed.status, 303, "{}", renamed.text());
        app.run_jobs().await;
        for (who, p) in [(&county.jo, "riverbend"), (&county.stranger, "northfork")] {
            let found = app.get(who, &format!("/api/v1/p/{p}/people?q=reyes")).await.json::<Value>();
            assert_eq!(found["items"][0]["name"], "Samuel Okafor-Reyes", "{p}");
        }
        identity::close_account(&app.system(), county.sam.id).await.unwrap();
        app.run_jobs().await;
        for (who, p) in [(&county.jo, "riverbend"), (&county.stranger, "northfork")] {
            let found = app.get(who, &format!("/api/v1/p/{p}/people?q=reyes")).await.json::<Value>();
            assert_eq!(found["items"], json!([]), "{p}");
        }
        app.close().await;
    }

    async fn a_new_name_is_seen_in_what_waits_for_others(db) {
        let (app, county) = riverbend(db).await;
        identity::testing::prepare(&app);
        identity::testing::give_account(&app, &county.alicia, "alicia@housing.example").await;
        let (sam, housing) = (county.sam.id.to_string(), county.housing.to_string());
        let fields = [("person", sam.as_str()), ("organization", &housing), ("role", "lead")];
        app.post(&county.alicia, "/p/riverbend/roles/new", &fields).await.expect(303);
        for name in [county.alicia.name.as_str(), "Alicia Brand-New"] {
            app.post(&county.alicia, "/me/account", &[("name", name)]).await.expect(303);
            app.run_jobs().await;
            let page = app.get(&county.sam, "/me").await.expect(200).text();
            assert!(page.contains(name), "{page}");
        }
        app.close().await;
    }
}
