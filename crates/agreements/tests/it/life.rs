//! From the draft to the last signature, and what follows.

use web::testing::both_databases;

use super::*;

both_databases! {
    async fn an_agreement_goes_from_draft_over_review_to_the_last_signature(db) {
        let (app, county) = laid(db).await;
        let upper = memorandum(&app, &county).await;
        let body = json!({
            "kind": "data_sharing", "upper": upper.to_string(), "title": "Health and housing",
            "summary": "To find a home", "effective": "2026-01-01", "ends": "2026-06-30",
            "parties": [county.housing.to_string(), county.health.to_string()],
            "gives": county.health.to_string(), "gets": county.housing.to_string(),
            "classes": ["diagnoses"], "purposes": ["housing_placement"],
        });
        let made: Value = app.post_json(&county.coordinator, API, body.clone()).await.expect(201).json();
        let address = format!("{API}/{}", made["id"].as_str().unwrap());
        assert_eq!(made["state"], "draft");
        // Nobody signs what the parties have not had.
        let signatories = json!({
            "person": {county.housing.to_string(): county.alicia.id.to_string(),
                county.health.to_string(): county.dana.id.to_string()},
            "title": {county.housing.to_string(): "Director", county.health.to_string(): "Director"},
            "authority": {county.housing.to_string(): "Code", county.health.to_string(): "Code"},
            "place": {county.housing.to_string(): 1, county.health.to_string(): 2},
        });
        let dispatches = format!("{address}/dispatches");
        let early = app.post_json(&county.coordinator, &dispatches, signatories.clone()).await.expect(409);
        assert!(early.text().contains("agreement_not_reviewed"));
        let id = made["id"].as_str().unwrap().parse().unwrap();
        app.post_json(&county.coordinator, &format!("{address}/presentations"), json!({})).await.expect(200);
        let early = app.post_json(&county.coordinator, &dispatches, signatories.clone()).await.expect(409);
        assert!(early.text().contains("agreement_unanswered"));
        answered(&app, &county, id).await;
        app.post_json(&county.coordinator, &dispatches, signatories.clone()).await.expect(200);
        // In order: Housing was named first.
        let early = sign(&app, &county, &county.dana, (id, county.health)).await.expect(409);
        assert!(early.text().contains("agreement_not_your_turn"));
        let mine = app.get(&county.alicia, "/me").await;
        assert!(mine.status == 404 || mine.text().contains("Health and housing"));
        sign(&app, &county, &county.alicia, (id, county.housing)).await.expect(200);
        sign(&app, &county, &county.dana, (id, county.health)).await.expect(200);
        let signed = view(&app, &county, id).await;
        assert_eq!((&signed["state"], &signed["version_in_force"]), (&json!("active"), &json!(1)));
        assert_eq!(signed["versions"][0]["signatures"].as_array().unwrap().len(), 2);
        let page = app.get(&county.guest, &format!("{LIST}/{id}")).await.expect(200).text();
        assert!(page.contains("In force") && page.contains("TERMS IN EXACT FORM") || page.contains("Terms in exact form"));
        app.close().await;
    }

    async fn what_is_out_is_not_changed_and_an_amendment_is_a_new_version(db) {
        let (app, county) = laid(db).await;
        let id = out(&app, &county).await;
        let address = format!("{API}/{id}");
        let terms = json!({
            "title": "Another name", "summary": "Other", "effective": "2026-01-01",
            "parties": [county.housing.to_string(), county.health.to_string()],
        });
        let refused = app.send_json(http::Method::PATCH, Some(&county.coordinator), &address, &terms).await;
        assert!(refused.expect(409).text().contains("agreement_is_out"));
        sign(&app, &county, &county.dana, (id, county.health)).await.expect(200);
        sign(&app, &county, &county.alicia, (id, county.housing)).await.expect(200);
        let first = view(&app, &county, id).await["versions"][0]["hash"].clone();
        let why = json!({"why": "Housing asks for less"});
        app.post_json(&county.coordinator, &format!("{address}/amendments"), why.clone()).await.expect(200);
        app.send_json(http::Method::PATCH, Some(&county.coordinator), &address, &terms).await.expect(200);
        let seen = view(&app, &county, id).await;
        assert_eq!((&seen["state"], &seen["stage"]), (&json!("active"), &json!("draft")));
        // The version in force keeps its name, its text and its fingerprint.
        assert_eq!(seen["title"], "Health and housing");
        assert_eq!(seen["versions"][1]["hash"], first);
        assert_eq!(seen["versions"][1]["broken"], Value::Null);
        app.close().await;
    }

    async fn one_who_rests_is_put_in_force_again_and_one_that_ended_is_not(db) {
        let (app, county) = laid(db).await;
        let id = memorandum(&app, &county).await;
        let why = json!({"why": "We look at it anew"});
        let act = async |what: &str| {
            app.post_json(&county.dana, &format!("{API}/{id}/{what}"), why.clone()).await.status
        };
        assert_eq!(act("suspensions").await, 200);
        assert_eq!(act("suspensions").await, 409);
        assert_eq!(act("resumptions").await, 200);
        assert_eq!(act("terminations").await, 200);
        assert_eq!(act("resumptions").await, 409);
        assert_eq!(view(&app, &county, id).await["state"], "terminated");
        app.close().await;
    }

    async fn nothing_lower_is_sent_out_without_a_live_one_above(db) {
        let (app, county) = laid(db).await;
        let upper = memorandum(&app, &county).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let mut terms = terms("Health and housing", &[county.housing, county.health]);
        terms.grants = vec![gives(county.health, county.housing, "diagnoses", "housing_placement")];
        let alone = NewAgreement { kind: Kind::DataSharing, upper: None, terms: terms.clone() };
        assert!(agreement::draft(&cx, alone).await.is_err());
        let new = NewAgreement { kind: Kind::DataSharing, upper: Some(upper), terms };
        let id = agreement::draft(&cx, new).await.unwrap().id;
        agreement::present(&cx, Target { id, seen: None }, None).await.unwrap();
        let target = Target { id: upper, seen: None };
        agreement::suspend(&cx, target, "paused".parse().unwrap()).await.unwrap();
        let signatories = vec![
            signatory(county.housing, &county.alicia, 1),
            signatory(county.health, &county.dana, 2),
        ];
        let sent = agreement::send_out(&cx, Target { id, seen: None }, signatories).await;
        assert!(matches!(sent, Err(agreements::Error::UpperWanted)));
        app.close().await;
    }

    async fn the_register_is_narrowed_in_sql_and_pages_by_key(db) {
        let (app, county) = laid(db).await;
        memorandum(&app, &county).await;
        let id = out(&app, &county).await;
        let found = async |query: &str| -> Vec<String> {
            let list: Value =
                app.get(&county.guest, &format!("{API}?{query}")).await.expect(200).json();
            let items = list["items"].as_array().unwrap().clone();
            items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(found("").await.len(), 3);
        assert_eq!(found("kind=data_sharing").await, ["Health and housing"]);
        assert_eq!(found("state=out").await, ["Health and housing"]);
        assert_eq!(found("class=diagnoses").await, ["Health and housing"]);
        assert!(found("class=nothing").await.is_empty());
        assert_eq!(found(&format!("party={}", county.outreach)).await.len(), 2);
        assert_eq!(found("q=HEALTH").await, ["Health and housing"]);
        assert!(found("ends_within=90").await.is_empty());
        let table = app.get(&county.guest, &format!("{LIST}.csv")).await.expect(200).text();
        assert_eq!(table.lines().count(), 4);
        assert!(table.contains(&id.to_string()));
        for path in ["", "/new", "/starts", "/new?start=hmis", "/names", "/test", "/can-we-share"] {
            for prefix in ["", "/es"] {
                let page = format!("{prefix}{LIST}{path}");
                let text = app.get(&county.coordinator, &page).await.expect(200).text();
                assert!(!text.contains("[agreements-") && !text.contains("{ $"), "{page}");
            }
        }
        app.close().await;
    }

    async fn an_agreement_is_written_page_by_page_without_scripts(db) {
        let (app, county) = laid(db).await;
        let upper = memorandum(&app, &county).await.to_string();
        let (housing, health) = (county.housing.to_string(), county.health.to_string());
        let fields = [
            ("kind", "data_sharing"), ("upper", upper.as_str()), ("title", "Jail release dates"),
            ("summary", "So a bed is ready"), ("effective", "2026-01-01"), ("ends", "2026-07-01"),
            ("parties", housing.as_str()), ("parties", health.as_str()),
        ];
        let made = app.post(&county.coordinator, &format!("{LIST}/new"), &fields).await.expect(303);
        let page = made.location().split('?').next().unwrap().to_owned();
        let clause = [
            ("gives", health.as_str()), ("gets", housing.as_str()), ("classes", "release_date"),
            ("purposes", "housing_placement"),
        ];
        app.post(&county.coordinator, &format!("{page}/grants/new"), &clause).await.expect(303);
        let never = [("against", "law_enforcement"), ("classes", "release_date")];
        app.post(&county.coordinator, &format!("{page}/clauses/new"), &never).await.expect(303);
        app.post(&county.coordinator, &format!("{page}/present"), &[]).await.expect(303);
        for question in ["legal", "ethical", "good_idea", "how_we_know"] {
            let path = format!("{page}/questions/{question}");
            app.get(&county.coordinator, &path).await.expect(200);
            let bare = app.post(&county.coordinator, &path, &[("reply", "Yes")]).await;
            assert_eq!(bare.status, 422);
            let fields = [("reply", "Counsel read it."), ("deciders", "Ana Ruiz, counsel")];
            app.post(&county.coordinator, &path, &fields).await.expect(303);
        }
        let keys: Vec<(String, String)> = [(&housing, &county.alicia), (&health, &county.dana)]
            .iter()
            .flat_map(|(of, who)| {
                [
                    (format!("person.{of}"), who.id.to_string()),
                    (format!("title.{of}"), "Director".to_owned()),
                    (format!("authority.{of}"), "Code 2.4".to_owned()),
                ]
            })
            .collect();
        let fields: Vec<(&str, &str)> =
            keys.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        app.post(&county.coordinator, &format!("{page}/send-out"), &fields).await.expect(303);
        let sign = app.get(&county.alicia, &format!("{page}/sign")).await.expect(200).text();
        let hash = sign.split("name=\"hash\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let unticked = [("organization", housing.as_str()), ("hash", hash)];
        let refused = app.post(&county.alicia, &format!("{page}/sign"), &unticked).await.expect(422);
        assert!(refused.text().contains("Tick the box"));
        let signed = [
            ("organization", housing.as_str()), ("hash", hash), ("intent", "yes"),
            ("electronic", "yes"),
        ];
        app.post(&county.alicia, &format!("{page}/sign"), &signed).await.expect(303);
        for prefix in ["", "/es"] {
            let text = app.get(&county.dana, &format!("{prefix}{page}")).await.expect(200).text();
            assert!(!text.contains("[agreements-"), "{text}");
            assert!(text.contains("Alicia Moreno"));
        }
        app.close().await;
    }
}
