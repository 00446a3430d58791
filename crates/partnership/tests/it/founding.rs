//! Founding a partnership, and what it says of itself.

use base::{Language, Role, Zone};
use partnership::{Appoint, Error, Found, Foundation, testing};
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson, both_databases};

use crate::riverbend;

fn foundation(name: &str) -> Foundation {
    Foundation {
        name: name.parse().unwrap(),
        zone: Zone::named("America/Chicago").unwrap(),
        language: Language::English,
        purpose: "Homes for all.".parse().ok(),
        vision: "Everyone has a safe place to live.".parse().ok(),
        charter: None,
        areas: vec!["55025".parse().unwrap()],
    }
}

both_databases! {
    async fn the_operator_founds_a_partnership_and_its_coordinator_works_in_it(db) {
        let app = TestApp::start(db, &[identity::CONTEXT, notices::CONTEXT, partnership::CONTEXT]).await;
        let grace = TestPerson { id: app.system().new_id(), name: "Grace Chen".into() };
        let found = |slug: &str| Found {
            slug: slug.parse().unwrap(),
            foundation: foundation("Lakes Partnership"),
            backbone: testing::entry("Lakes County Manager"),
            coordinator: grace.id,
        };
        let nobody = partnership::found(&app.system(), found("lakes")).await;
        assert!(matches!(nobody, Err(Error::PersonMissing { .. })), "{nobody:?}");
        identity::testing::give_account(&app, &grace, "grace@lakes.example").await;
        let founded = partnership::found(&app.system(), found("lakes")).await.unwrap();
        let taken = partnership::found(&app.system(), found("lakes")).await;
        assert!(matches!(taken, Err(Error::SlugTaken { .. })), "{taken:?}");

        let page = app.get(&grace, "/p/lakes").await.expect(200).text();
        for shown in ["1 partner and 1 person since May 2026.", "Everyone has a safe place to live.", "Homes for all.", "Dane, Wisconsin", "Lakes County Manager", "Grace Chen coordinates it"] {
            assert!(page.contains(shown), "{shown} in {page}");
        }
        let jo = TestPerson { id: app.system().new_id(), name: "Jo Lindqvist".into() };
        identity::testing::give_account(&app, &jo, "jo@lakes.example").await;
        let cx = app.system().in_partnership("lakes");
        let appoint = Appoint { person: jo.id, organization: founded.backbone, roles: vec![Role::Lead, Role::Steward] };
        partnership::appoint(&cx, appoint).await.unwrap();
        app.get(&jo, "/p/lakes").await.expect(200);
        app.close().await;
    }

    async fn only_the_operator_founds_and_appoints(db) {
        let (app, county) = riverbend(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let appoint = Appoint { person: county.sam.id, organization: county.housing, roles: vec![Role::Coordinator] };
        assert!(matches!(partnership::appoint(&cx, appoint).await, Err(Error::NotYours)));
        let found = Found { slug: "x".parse().unwrap(), foundation: foundation("X"), backbone: testing::entry("X Y"), coordinator: county.sam.id };
        assert!(matches!(partnership::found(&cx, found).await, Err(Error::NotYours)));
        app.close().await;
    }

    async fn a_coordinator_settles_what_the_partnership_says_of_itself(db) {
        let (app, county) = riverbend(db).await;
        let page = app.get(&county.coordinator, "/p/riverbend/settings").await.expect(200).text();
        assert!(page.contains("America/Chicago"), "{page}");
        let mut fields = vec![
            ("revision", "1"),
            ("name", "Riverbend Partnership"),
            ("vision", "No one tells their story twice."),
            ("areas", "55025\n55, 99"),
            ("zone", "Mars/Base"),
            ("language", "es"),
        ];
        let wrong = app.post(&county.coordinator, "/p/riverbend/settings", &fields).await.expect(422).text();
        assert!(wrong.contains("99 is no FIPS code") && wrong.contains("Enter a time zone such as"), "{wrong}");
        fields[3].1 = "55025\n55";
        fields[4].1 = "America/Denver";
        app.post(&county.coordinator, "/p/riverbend/settings", &fields).await.expect(303);
        let view = app.get(&county.guest, "/api/v1/p/riverbend").await.expect(200);
        assert_eq!(view.header("etag"), "\"2\"");
        let view = view.json::<Value>();
        assert_eq!((&view["name"], &view["zone"]), (&json!("Riverbend Partnership"), &json!("America/Denver")));
        assert_eq!(view["areas"][1], json!({ "code": "55025", "name": "Dane, Wisconsin" }));
        let stale = app.post(&county.coordinator, "/p/riverbend/settings", &fields).await.expect(412).text();
        assert!(stale.contains("Somebody changed this"), "{stale}");
        app.close().await;
    }
}
