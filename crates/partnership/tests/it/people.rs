//! People, what they know, and how they are found.

use base::Role;
use partnership::testing;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson, both_databases};

use crate::riverbend;

const ALL: &str = "/api/v1/p/riverbend/people";

async fn names(app: &TestApp, who: &TestPerson, path: &str) -> Vec<String> {
    let list = app.get(who, path).await.expect(200).json::<Value>();
    let items = list["items"].as_array().unwrap();
    items.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

both_databases! {
    async fn people_are_listed_by_last_name_a_page_at_a_time(db) {
        let (app, county) = riverbend(db).await;
        let all = names(&app, &county.sam, ALL).await;
        assert_eq!(all, ["Ruth Adeyemi", "Grace Chen", "Jo Lindqvist", "Alicia Moreno", "Sam Okafor", "Dana Whitfield"]);
        for n in 0..30 {
            testing::person(&app, &county.p, &format!("Zoe Z{n:02}"), county.health, Role::Member).await;
        }
        let first = app.get(&county.sam, ALL).await.expect(200).json::<Value>();
        assert_eq!(first["items"].as_array().unwrap().len(), 25);
        let next = format!("{ALL}?after={}", first["next"].as_str().unwrap());
        let rest = names(&app, &county.sam, &next).await;
        assert_eq!((rest.len(), rest.last().map(String::as_str)), (11, Some("Zoe Z29")));
        app.close().await;
    }

    async fn a_profile_is_found_by_its_words_in_every_partnership_of_the_person(db) {
        let (app, county) = riverbend(db).await;
        let page = app.get(&county.sam, "/me/profile").await.expect(200).text();
        assert!(page.contains("Your title at Riverbend Housing Authority"), "{page}");
        let title = format!("title-{}", county.housing);
        let fields = [
            ("revision", "0"),
            ("contact", "555-0142"),
            ("about", "I find landlords."),
            ("skills", "Mediation\nGrant writing"),
            ("languages", "Español, Hmong"),
            ("expertise", "Landlord funds"),
            (title.as_str(), "Housing navigator"),
        ];
        let saved = app.post(&county.sam, "/me/profile", &fields).await.expect(303);
        assert!(saved.location().contains("profile-saved-notice"));
        for question in ["okafor", "ESPANOL", "land", "navig", "media grant", "riverbend housing"] {
            let path = format!("{ALL}?q={}", question.replace(' ', "+"));
            let found = names(&app, &county.jo, &path).await;
            assert!(found.contains(&"Sam Okafor".to_owned()), "{question}: {found:?}");
        }
        assert!(names(&app, &county.jo, &format!("{ALL}?q=media+plumbing")).await.is_empty());
        let person = app.get(&county.jo, &format!("/p/riverbend/people/{}", county.sam.id)).await.expect(200).text();
        for shown in ["Housing navigator, Riverbend Housing Authority.", "555-0142", "I find landlords.", "Mediation, Grant writing"] {
            assert!(person.contains(shown), "{shown} in {person}");
        }
        // An older copy does not win.
        let stale = app.post(&county.sam, "/me/profile", &fields).await.expect(412).text();
        assert!(stale.contains("Somebody changed this") && stale.contains("Grant writing"), "{stale}");
        app.close().await;
    }

    async fn a_title_elsewhere_is_neither_shown_nor_found_here(db) {
        let (app, county) = riverbend(db).await;
        let shelter = testing::organization(&app, &county.elsewhere, "Safe Harbor Shelter").await;
        testing::grant(&app, &county.elsewhere, &county.sam, shelter, Role::Member).await;
        let body = json!({
            "revision": 0,
            "titles": { shelter.to_string(): "Shelter advocate", county.housing.to_string(): "Navigator" },
        });
        let saved = app.send_json(http::Method::PUT, Some(&county.sam), "/api/v1/me/profile", &body).await.expect(200);
        assert_eq!(saved.json::<Value>()["titles"].as_array().unwrap().len(), 2);
        for question in ["shelter", "advocate", "harbor"] {
            assert!(names(&app, &county.jo, &format!("{ALL}?q={question}")).await.is_empty(), "{question}");
            let elsewhere = format!("/api/v1/p/northfork/people?q={question}");
            assert_eq!(names(&app, &county.stranger, &elsewhere).await, ["Sam Okafor"]);
        }
        let person = app.get(&county.jo, &format!("/p/riverbend/people/{}", county.sam.id)).await.text();
        assert!(!person.contains("Shelter") && !person.contains("Safe Harbor"), "{person}");
        // Riverbend's organization page of an unrelated partner does not tell either.
        let mine = app.get(&county.sam, "/me").await.expect(200).text();
        assert!(mine.contains("/p/northfork") && mine.contains("/p/riverbend"));
        app.close().await;
    }

    async fn a_title_for_an_organization_of_others_is_refused(db) {
        let (app, county) = riverbend(db).await;
        let title = format!("title-{}", county.health);
        let fields = [("revision", "0"), (title.as_str(), "Director")];
        app.post(&county.sam, "/me/profile", &fields).await.expect(422);
        let many = (0..21).map(|n| format!("skill {n}")).collect::<Vec<_>>().join("\n");
        let page = app.post(&county.sam, "/me/profile", &[("revision", "0"), ("skills", &many)]).await.expect(422).text();
        assert!(page.contains("List at most 20"), "{page}");
        app.close().await;
    }

    async fn the_export_holds_every_member_and_no_formula(db) {
        let (app, county) = riverbend(db).await;
        testing::person(&app, &county.p, "=HYPERLINK(1) Evil", county.health, Role::Member).await;
        let table = app.get(&county.alicia, "/p/riverbend/people.csv").await.expect(200);
        assert!(table.header("content-disposition").contains("riverbend-members.csv"));
        let text = table.text();
        assert_eq!(text.lines().count(), 8);
        assert!(text.contains(",Alicia Moreno,Riverbend Housing Authority,,lead,"), "{text}");
        assert!(text.contains("'=HYPERLINK(1) Evil"), "{text}");
        app.close().await;
    }

    async fn a_person_is_filtered_by_organization_and_role(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("{ALL}?organization={}", county.outreach);
        assert_eq!(names(&app, &county.sam, &path).await, ["Ruth Adeyemi", "Jo Lindqvist"]);
        let path = format!("{path}&role=lead");
        assert_eq!(names(&app, &county.sam, &path).await, ["Jo Lindqvist"]);
        let page = app.get(&county.sam, "/p/riverbend/people?q=nobodyatall").await.expect(200).text();
        assert!(page.contains("No one fits"), "{page}");
        app.close().await;
    }

    async fn a_stranger_is_not_a_person_of_this_partnership(db) {
        let (app, county) = riverbend(db).await;
        let path = format!("/p/riverbend/people/{}", county.stranger.id);
        let page = app.get(&county.sam, &path).await.expect(404).text();
        assert!(!page.contains("Vera"), "{page}");
        app.close().await;
    }
}
