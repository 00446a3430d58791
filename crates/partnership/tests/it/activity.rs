//! The record in words.

use partnership::testing;
use serde_json::Value;
use web::testing::both_databases;

use crate::riverbend;

const ALL: &str = "/api/v1/p/riverbend/activity";

both_databases! {
    async fn the_record_is_filtered_and_goes_on_page_by_page(db) {
        let (app, county) = riverbend(db).await;
        let cx = app.cx(&county.coordinator, &county.p);
        for n in 0..60 {
            let plan = partnership::BodyPlan {
                name: format!("Group {n:02}").parse().unwrap(),
                kind: partnership::BodyKind::WorkGroup,
                purpose: None,
            };
            partnership::form_body(&cx, plan).await.unwrap();
        }
        let cx = app.cx(&county.dana, &county.p);
        let offer = partnership::OfferRole { person: county.sam.id, organization: county.health, role: base::Role::Member, note: None };
        partnership::offer_role(&cx, offer).await.unwrap();

        let texts = |list: &Value| -> Vec<String> {
            list["items"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap().to_owned()).collect()
        };
        let first = app.get(&county.guest, ALL).await.expect(200).json::<Value>();
        assert_eq!(texts(&first)[0], "Dana Whitfield offered Sam Okafor a role for County Health: Member");
        assert_eq!(texts(&first).len(), 50);
        let next = format!("{ALL}?after={}", first["next"].as_str().unwrap());
        let second = app.get(&county.guest, &next).await.expect(200).json::<Value>();
        assert_eq!(texts(&second)[0], "Grace Chen formed a group: Group 10");

        let of_health = app.get(&county.guest, &format!("{ALL}?organization={}", county.health)).await;
        assert_eq!(texts(&of_health.json()), ["Dana Whitfield offered Sam Okafor a role for County Health: Member"]);
        let by_dana = app.get(&county.guest, &format!("{ALL}?person={}", county.dana.id)).await;
        assert_eq!(texts(&by_dana.json()).len(), 1);
        let about = app.get(&county.guest, &format!("{ALL}?about=person")).await;
        assert_eq!(texts(&about.json()).len(), 1);
        let page = app.get(&county.guest, "/p/riverbend/activity?about=body").await.expect(200).text();
        assert!(page.contains("Grace Chen formed a group: Group 59"), "{page}");
        assert!(page.contains("about=body&#38;after=") || page.contains("about=body&amp;after="), "{page}");
        let spanish = app.get(&county.guest, "/es/p/riverbend/activity").await.expect(200).text();
        assert!(spanish.contains("Dana Whitfield ofreció a Sam Okafor una función"), "{spanish}");
        app.close().await;
    }

    async fn what_others_did_in_my_partnerships_is_on_my_work(db) {
        let (app, county) = riverbend(db).await;
        let plan = partnership::BodyPlan { name: "Secret society".parse().unwrap(), kind: partnership::BodyKind::Council, purpose: None };
        partnership::form_body(&app.cx(&county.stranger, &county.elsewhere), plan).await.unwrap();
        let plan = partnership::BodyPlan { name: "Night outreach".parse().unwrap(), kind: partnership::BodyKind::WorkGroup, purpose: None };
        partnership::form_body(&app.cx(&county.coordinator, &county.p), plan).await.unwrap();
        let work = app.get(&county.sam, "/me").await.expect(200).text();
        assert!(work.contains("Grace Chen formed a group: Night outreach"), "{work}");
        assert!(!work.contains("Secret society"), "{work}");
        // One's own deeds are no news.
        let own = app.get(&county.coordinator, "/me").await.expect(200).text();
        assert!(!own.contains("Night outreach"), "{own}");
        app.close().await;
    }

    async fn a_name_that_looks_like_markup_stays_a_name(db) {
        let (app, county) = riverbend(db).await;
        testing::organization(&app, &county.p, "<script>alert(1)</script>").await;
        for path in ["/p/riverbend", "/p/riverbend/organizations", "/p/riverbend/activity", "/p/riverbend/people"] {
            let page = app.get(&county.sam, path).await.expect(200).text();
            assert!(!page.contains("<script>alert"), "{path}");
        }
        app.close().await;
    }
}
