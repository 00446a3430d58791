//! What others share: the list is the decision, row by row, before it is cut into pages and counted.

use base::Role;
use web::testing::both_databases;

use super::{
    stage::{A, P, Stage, UNLIKE, text},
    *,
};

both_databases! {
    async fn the_list_has_what_a_request_would_get_and_nothing_else(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        // Some clients: with and without consent, some who said no, some whose consent was taken back.
        let mut expected = 0;
        for n in 1..=12 {
            expected += granted(&stage, n).await;
        }
        // The client of the stage: diagnoses alone.
        expected += 1;
        let list = stage.json(&county.sam, "/shared-with-us?purpose=housing_placement").await;
        assert_eq!(list["items"].as_array().unwrap().len(), expected);
        // Very many consents of others change nothing but the way on which the list is found.
        for text in STRANGERS {
            stage.app.store.batch(text).await.unwrap();
        }
        assert_eq!(stage.json(&county.sam, "/shared-with-us?purpose=housing_placement").await, list);
        let page = stage.page(&county.sam, "/shared-with-us?purpose=housing_placement").await;
        assert!(page.contains(&format!("{expected} records may be shared")), "{page}");
        assert!(!page.contains("N-1") && !page.contains("of 1"), "not about whom, nor what it says");
        // Without a purpose, for another one, and for one who works for nobody here: nothing.
        assert_eq!(stage.json(&county.sam, "/shared-with-us").await["items"], json!([]));
        let other = stage.json(&county.sam, "/shared-with-us?purpose=benefit_eligibility").await;
        assert_eq!(other["items"], json!([]));
        let nobody = stage.json(&county.alicia, "/shared-with-us?purpose=housing_placement").await;
        assert_eq!(nobody["items"], json!([]));
        let narrow = format!("/shared-with-us?purpose=housing_placement&class=sud_enrollment&holder={}", county.health);
        let narrow = stage.json(&county.sam, &narrow).await;
        assert!(narrow["items"].as_array().unwrap().iter().all(|one| one["class"] == "sud_enrollment"));
        // One click asks for it.
        let link = page.split("href=\"").find(|part| part.starts_with("/p/riverbend/requests/new?"));
        let link = link.unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let form = stage.app.get(&county.sam, &link).await.expect(200).text();
        assert!(form.contains("name=\"client\""));
        stage.app.get(&county.guest, &format!("{P}/shared-with-us")).await.expect(403);
        stage.end().await;
    }
}

/// All three are covered providers, who share what they treat: Health with Outreach, and Outreach with Housing.
async fn treat_each_other(stage: &Stage) {
    use policy::OrganizationKind::{HealthProvider, HipaaCoveredEntity, Part2Program};

    let (app, county) = (&stage.app, &stage.county);
    let cx = app.cx(&county.coordinator, &county.p);
    let kinds = [HipaaCoveredEntity, HealthProvider, Part2Program];
    let party = |organization| Party { organization, kinds: Set::of(&kinds) };
    let parties = [county.health, county.outreach, county.housing].map(party).to_vec();
    vocabulary::lay(&cx, Ground { parties, ..Ground::default() }).await.unwrap();
    let upper = Some(memorandum(app, county).await);
    let parties = [county.health, county.outreach, county.housing];
    let mut terms = terms("Care for the same patients", &parties);
    terms.grants = vec![
        gives(county.health, county.outreach, "sud_enrollment", "treatment"),
        gives(county.outreach, county.housing, "sud_enrollment", "treatment"),
    ];
    on_paper(app, county, NewAgreement { kind: Kind::DataSharing, upper, terms }).await;
}

/// 600 clients that have no records, each with a consent like one that is there.
const STRANGERS: [&str; 2] = [
    "INSERT INTO consents (partnership, id, client, holder, form, signer, capacity,
    is_written, is_complete, gives, gets, gets_kinds, purposes, classes, language, signed_at, recorded_at)
    WITH RECURSIVE s(n) AS (SELECT 10000 UNION ALL SELECT n + 1 FROM s WHERE n < 10599)
    SELECT partnership, 'cns_000000000000000000000' || n, 'cli_000000000000000000000' || n, holder, form,
        signer, capacity, is_written, is_complete, gives, gets, gets_kinds, purposes, classes, language,
        signed_at, recorded_at FROM s, (SELECT * FROM consents ORDER BY id LIMIT 1) like_this",
    "INSERT INTO consent_ways (partnership, consent, giver, recipient, client, until, purposes)
    WITH RECURSIVE s(n) AS (SELECT 10000 UNION ALL SELECT n + 1 FROM s WHERE n < 10599)
    SELECT partnership, 'cns_000000000000000000000' || n, giver, recipient,
        'cli_000000000000000000000' || n, 9223372036854775807, purposes
    FROM s, (SELECT * FROM consent_ways ORDER BY consent LIMIT 1) like_this",
];

both_databases! {
    async fn whose_list_it_is_stands_in_its_filter(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        // Tess answers for the data of two agencies.
        stage.app.grant(&stage.tess, &county.p, county.housing, Role::Steward).await;
        stage.app.grant(&stage.tess, &county.p, county.housing, Role::Member).await;
        stage.app.grant(&stage.tess, &county.p, county.health, Role::Member).await;
        let chosen = |page: &str, value: &str| page.contains(&format!("value=\"{value}\" selected"));
        for list in ["clients", "consents", "duties", "copies", "receipts"] {
            for agency in [county.health, county.housing] {
                let page = stage.page(&stage.tess, &format!("/{list}?organization={agency}")).await;
                let both = [county.health, county.housing].map(|of| chosen(&page, &of.to_string()));
                assert_eq!(both, [agency == county.health, agency == county.housing], "{list}: {page}");
            }
            // Without a word, and with one that is not theirs, it is one of them, and named.
            for other in ["", &format!("?organization={}", county.outreach)] {
                let page = stage.page(&stage.tess, &format!("/{list}{other}")).await;
                let both = [county.health, county.housing].map(|of| chosen(&page, &of.to_string()));
                assert!(both[0] != both[1], "{list}{other}: {page}");
            }
        }
        for view in ["gave", "got"] {
            let page = stage.page(&stage.tess, &format!("/receipts?view={view}")).await;
            assert_eq!(["gave", "got"].map(|each| chosen(&page, each)), [view == "gave", view == "got"]);
        }
        stage.end().await;
    }

    async fn a_copy_that_may_be_passed_on_is_shared_by_who_got_it(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        treat_each_other(&stage).await;
        let sam = partnership::testing::person(
            &stage.app, &county.p, "Ines Falk", county.outreach, Role::Member).await;
        stage.works(sam.id, county.outreach, true).await;
        let body = json!({
            "form": "part2_tpo", "is_written": true, "is_complete": true,
            "gives": [county.health.to_string()], "gets": [county.outreach.to_string()],
            "purposes": ["treatment"], "classes": ["sud_enrollment"], "signed_on": "2026-05-01",
        });
        let path = format!("/clients/{}/consents", stage.client);
        stage.post(&stage.max, &path, body).await.expect(201);
        let listed = async || stage.json(&county.sam, "/shared-with-us?purpose=treatment").await;
        assert_eq!(listed().await["items"], json!([]), "the consent does not name Housing");
        let asked = |holder: OrganizationId| json!({
            "holder": holder.to_string(), "client": stage.client, "purpose": "treatment",
            "classes": ["sud_enrollment"],
        });
        let got: Value = stage.post(&sam, "/requests", asked(county.health)).await.expect(201).json();
        assert_eq!(got["given"], json!(["sud_enrollment"]), "{got}");
        let list = listed().await;
        assert_eq!(list["items"].as_array().unwrap().len(), 1, "{list}");
        assert_eq!(text(&list["items"][0], "holder"), county.outreach.to_string());
        let got: Value =
            stage.post(&county.sam, "/requests", asked(county.outreach)).await.expect(201).json();
        assert_eq!(got["given"], json!(["sud_enrollment"]), "{got}");
        stage.end().await;
    }

    async fn what_a_client_says_later_changes_the_list_at_once(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        let path = format!("{A}/clients/{}", stage.client);
        let says = async |body: Value| {
            stage.app.send_json(http::Method::PATCH, Some(&stage.max), &path, &body).await.expect(200);
            let list = stage.json(&county.sam, "/shared-with-us?purpose=housing_placement").await;
            list["items"].as_array().unwrap().len()
        };
        let body = |opt_outs: &[&str], custody: &str, is_protected: bool| json!({
            "holder": county.health.to_string(), "file_number": "H-100", "opt_outs": opt_outs,
            "custody": custody, "has_protected_address": is_protected,
        });
        let housing = county.housing.to_string();
        assert_eq!(says(body(&["HIPAA"], "", false)).await, 0);
        assert_eq!(says(body(&[], &housing, true)).await, 1);
        assert_eq!(stage.count("client_records WHERE custody IS NOT NULL AND protected_address = 1").await, 2);
        assert_eq!(says(body(&[], "", false)).await, 1);
        // What is entered afterwards is marked from the start.
        stage.keeps("release_date", "2026-06-01").await;
        assert_eq!(stage.count(UNLIKE).await, 0);
        stage.end().await;
    }

    async fn the_list_goes_on_where_a_page_ends(db) {
        let stage = Stage::set(db).await;
        let county = &stage.county;
        for n in 1..=60 {
            let client = json!({"holder": county.health.to_string(), "file_number": format!("N-{n}")});
            let made: Value = stage.post(&stage.max, "/clients", client).await.expect(201).json();
            let path = format!("/clients/{}/records", text(&made["client"], "client"));
            for class in ["diagnoses", "sud_enrollment"] {
                let body = json!({"class": class, "content": "asked for by nobody"});
                stage.post(&stage.max, &path, body).await.expect(200);
            }
        }
        // What the client of the stage signed lets one record more go, which is older than all others.
        stage.consents().await;
        let path = "/shared-with-us?purpose=housing_placement";
        let first = stage.json(&county.sam, path).await;
        let page = stage.page(&county.sam, path).await;
        assert!(page.contains("More than 50 records may be shared"), "{page}");
        let more = format!("{path}&after={}", text(&first, "next"));
        let second = stage.json(&county.sam, &more).await;
        assert!(second["next"].is_null());
        let lines: Vec<&Value> =
            [&first, &second].iter().flat_map(|page| page["items"].as_array().unwrap()).collect();
        let records: Vec<&str> = lines.iter().map(|line| text(line, "record")).collect();
        assert_eq!(records.len(), 62);
        assert!(records.is_sorted_by(|later, earlier| later > earlier), "the latest first, each once");
        assert_eq!(lines.iter().filter(|line| line["class"] == "sud_enrollment").count(), 1);
        stage.end().await;
    }
}

/// Enters client `n` with three records, and asks for all; how many go.
async fn granted(stage: &Stage, n: usize) -> usize {
    let county = &stage.county;
    let opt_outs = if n.is_multiple_of(5) { json!(["HIPAA"]) } else { json!([]) };
    let made: Value = stage
        .post(
            &stage.max,
            "/clients",
            json!({
                "holder": county.health.to_string(), "file_number": format!("N-{n}"),
                "opt_outs": opt_outs,
            }),
        )
        .await
        .expect(201)
        .json();
    let id = text(&made["client"], "client").to_owned();
    for class in ["diagnoses", "sud_enrollment", "release_date"] {
        let body = json!({"class": class, "content": format!("{class} of {n}")});
        stage.post(&stage.max, &format!("/clients/{id}/records"), body).await.expect(200);
    }
    if n.is_multiple_of(2) {
        let body = json!({
            "form": "part2_specific", "is_written": true, "is_complete": true,
            "gives": [county.health.to_string()], "gets": [county.housing.to_string()],
            "purposes": ["housing_placement"], "classes": ["sud_enrollment"],
            "signed_on": "2026-05-01",
        });
        let kept: Value = stage
            .post(&stage.max, &format!("/clients/{id}/consents"), body)
            .await
            .expect(201)
            .json();
        if n.is_multiple_of(4) {
            let revoke = format!("/consents/{}/revocations", text(&kept, "consent"));
            stage.post(&stage.max, &revoke, json!({})).await.expect(200);
        }
    }
    let asked: Value = stage
        .post(
            &county.sam,
            "/requests",
            json!({
                "holder": county.health.to_string(), "number": format!("N-{n}"),
                "purpose": "housing_placement",
                "classes": ["diagnoses", "sud_enrollment", "release_date"],
            }),
        )
        .await
        .expect(201)
        .json();
    asked["given"].as_array().unwrap().len()
}
