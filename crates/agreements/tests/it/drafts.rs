//! Before an agreement is signed, and beside it: questions, proposals, papers, comparisons, other formats.

use data_encoding::BASE64;
use web::testing::{TestResponse, both_databases};

use super::{stage::Stage, *};

/// An agreement between Health and Housing that the parties read.
async fn read_by_parties(app: &TestApp, county: &County) -> agreements::AgreementId {
    let upper = Some(memorandum(app, county).await);
    let cx = app.cx(&county.coordinator, &county.p);
    let mut terms = terms("Health and housing", &[county.housing, county.health]);
    terms.grants = vec![gives(county.health, county.housing, "diagnoses", "housing_placement")];
    terms.review_months = Some(12);
    let new = NewAgreement { kind: Kind::DataSharing, upper, terms };
    let id = agreement::draft(&cx, new).await.unwrap().id;
    agreement::present(&cx, Target { id, seen: None }, None).await.unwrap();
    id
}

async fn post(app: &TestApp, who: &TestPerson, path: &str, body: Value) -> TestResponse {
    app.post_json(who, &format!("{API}/{path}"), body).await
}

/// A file that looks like a PDF from both ends.
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n";

fn paper(county: &County, bytes: &[u8]) -> Value {
    let each =
        |text: &str| json!({county.housing.to_string(): text, county.health.to_string(): text});
    json!({
        "name": "signed.pdf", "file": BASE64.encode(bytes), "signer": each("Ana Ruiz"),
        "title": each("Director"), "authority": each("Code 2.4"), "on": each("2026-01-05"),
    })
}

both_databases! {
    async fn a_party_proposes_and_whoever_writes_accepts_or_declines_with_a_reason(db) {
        let (app, county) = laid(db).await;
        let id = read_by_parties(&app, &county).await;
        let proposals = format!("{id}/proposals");
        let propose = |part: &str, proposed: &str| json!({
            "organization": county.health.to_string(), "part": part, "proposed": proposed,
            "reason": "Our counsel asks for it",
        });
        // Not for a party that one does not speak for, and nothing that cannot stand there.
        let foreign = post(&app, &county.alicia, &proposals, propose("ends", "2026-06-30")).await;
        assert_eq!(foreign.status, 403);
        let unfit = post(&app, &county.dana, &proposals, propose("ends", "next summer")).await;
        assert!(unfit.expect(422).text().contains("proposal_unfit"));
        let early = post(&app, &county.dana, &proposals, propose("ends", "2025-01-01")).await;
        assert!(early.expect(422).text().contains("agreement_ends_early"));
        let ends: Value =
            post(&app, &county.dana, &proposals, propose("ends", "2026-06-30")).await.expect(201).json();
        let words: Value = post(&app, &county.dana, &proposals, propose("other", "Leave out the clause."))
            .await.expect(201).json();
        // Nothing goes out while a proposal is open.
        answered(&app, &county, id).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let sent = agreement::send_out(&cx, Target { id, seen: None }, Vec::new()).await;
        assert_eq!(base::Problem::code(&sent.unwrap_err()), "agreement_proposals_open");
        let decide = |one: &Value, body: Value| {
            let path = format!("{proposals}/{}/decisions", one["id"].as_str().unwrap());
            let (app, coordinator) = (&app, &county.coordinator);
            async move { post(app, coordinator, &path, body).await }
        };
        let bare = decide(&words, json!({"accepts": false})).await.expect(422);
        assert!(bare.text().contains("why"));
        let declined = json!({"accepts": false, "why": "The law asks for it"});
        let seen: Value = decide(&words, declined.clone()).await.expect(200).json();
        assert_eq!((&seen["fate"], &seen["decision"]), (&json!("declined"), &json!("The law asks for it")));
        let again = decide(&words, declined).await.expect(409);
        assert!(again.text().contains("proposal_settled"));
        decide(&ends, json!({"accepts": true})).await.expect(200);
        let seen = view(&app, &county, id).await;
        assert_eq!((&seen["versions"][0]["ends"], &seen["stage"]), (&json!("2026-06-30"), &json!("draft")));
        // It was changed, so the parties are asked again; nobody proposes to what is being written.
        let late = post(&app, &county.dana, &proposals, propose("title", "Another")).await.expect(409);
        assert!(late.text().contains("agreement_not_in_review"));
        for prefix in ["", "/es"] {
            let text = app.get(&county.guest, &format!("{prefix}{LIST}/{id}")).await.expect(200).text();
            assert!(text.contains("The law asks for it") && !text.contains("[agreements-"), "{text}");
        }
        app.close().await;
    }

    async fn a_proposal_is_made_decided_and_taken_back_page_by_page(db) {
        let (app, county) = laid(db).await;
        let id = read_by_parties(&app, &county).await;
        let page = format!("{LIST}/{id}");
        app.get(&county.dana, &format!("{page}/proposals/new")).await.expect(200);
        let health = county.health.to_string();
        let fields = [("organization", health.as_str()), ("part", "keeps_days"), ("reason", "Shorter is safer")];
        app.post(&county.dana, &format!("{page}/proposals/new"), &fields).await.expect(422);
        let made = [&fields[..], &[("proposed", "30")]].concat();
        app.post(&county.dana, &format!("{page}/proposals/new"), &made).await.expect(303);
        app.post(&county.dana, &format!("{page}/proposals/new"), &made).await.expect(303);
        let list: Value = app.get(&county.guest, &format!("{API}/{id}/proposals")).await.expect(200).json();
        let name = |at: usize| list["proposals"][at]["id"].as_str().unwrap().to_owned();
        let (one, other) = (name(0), name(1));
        app.post(&county.dana, &format!("{page}/proposals/{other}/withdraw"), &[]).await.expect(303);
        let form = app.get(&county.coordinator, &format!("{page}/proposals/{one}")).await.expect(200);
        assert!(form.text().contains("Shorter is safer"));
        let accept = [("fate", "accepted")];
        app.post(&county.coordinator, &format!("{page}/proposals/{one}"), &accept).await.expect(303);
        let text = app.get(&county.dana, &page).await.expect(200).text();
        assert!(text.contains("Accepted") && text.contains("Taken back"), "{text}");
        app.close().await;
    }

    async fn versions_stand_side_by_side(db) {
        let stage = Stage::set(db).await;
        let id = stage.agreement;
        let (app, county) = (&stage.app, &stage.county);
        let none = app.get(&county.guest, &format!("{API}/{id}/comparison")).await.expect(404);
        assert!(none.text().contains("agreement_nothing_to_compare"));
        let why = json!({"why": "A longer term"});
        post(app, &county.coordinator, &format!("{id}/amendments"), why).await.expect(200);
        let terms = json!({
            "title": "Health and housing", "summary": "So that nobody waits", "effective": "2026-01-01",
            "parties": [county.housing.to_string(), county.health.to_string()],
        });
        let method = http::Method::PATCH;
        app.send_json(method, Some(&county.coordinator), &format!("{API}/{id}"), &terms).await.expect(200);
        let laid: Value = app.get(&county.guest, &format!("{API}/{id}/comparison")).await.expect(200).json();
        let lines = laid["lines"].as_array().unwrap();
        let changed: Vec<&Value> = lines.iter().filter(|line| line["is_same"] == false).collect();
        assert!(changed.iter().any(|line| line["to"].as_str().is_some_and(|to| to.contains("nobody waits"))));
        assert!(lines.len() > changed.len());
        for prefix in ["", "/es"] {
            let path = format!("{prefix}{LIST}/{id}/compare?from=1&to=2");
            let text = app.get(&county.guest, &path).await.expect(200).text();
            assert!(text.contains("<ins>") && text.contains("<del>") && !text.contains("[agreements-"));
        }
        stage.end().await;
    }

    async fn a_signed_paper_puts_its_terms_in_force_and_is_bound_to_them(db) {
        let (app, county) = laid(db).await;
        let id = read_by_parties(&app, &county).await;
        let papers = format!("{id}/papers");
        let wrong = post(&app, &county.coordinator, &papers, paper(&county, b"PK\x03\x04")).await;
        assert!(wrong.expect(422).text().contains("paper_not_pdf"));
        app.get(&county.coordinator, &format!("{LIST}/{id}/paper")).await.expect(200);
        let seen: Value =
            post(&app, &county.coordinator, &papers, paper(&county, PDF)).await.expect(200).json();
        assert_eq!((&seen["state"], &seen["version_in_force"]), (&json!("active"), &json!(1)));
        let file = app.get(&county.guest, &format!("{LIST}/{id}/papers/1")).await.expect(200);
        assert_eq!(file.body, PDF);
        let text = app.get(&county.guest, &format!("{LIST}/{id}")).await.expect(200).text();
        assert!(text.contains("signed.pdf") && text.contains("SHA-256"));
        // One byte less, and it is not given out.
        app.store.batch("UPDATE agreement_papers SET hash = 'another'").await.unwrap();
        let refused = app.get(&county.guest, &format!("{LIST}/{id}/papers/1")).await.expect(409);
        assert!(refused.text().contains("not the one that was taken"));
        app.close().await;
    }

    async fn the_day_of_the_next_look_moves_when_the_parties_have_looked(db) {
        let (app, county) = laid(db).await;
        let id = read_by_parties(&app, &county).await;
        let papers = format!("{id}/papers");
        post(&app, &county.coordinator, &papers, paper(&county, PDF)).await.expect(200);
        let page = async || app.get(&county.dana, &format!("{LIST}/{id}")).await.expect(200).text();
        let before = page().await;
        assert!(before.contains("To be looked at again on"), "{before}");
        app.advance_days(30);
        app.get(&county.dana, &format!("{LIST}/{id}/review")).await.expect(200);
        let found = [("why", "It works; nothing to change")];
        app.post(&county.dana, &format!("{LIST}/{id}/review"), &found).await.expect(303);
        let after = page().await;
        assert!(after.contains("It works; nothing to change") && after != before);
        // One that says nothing of it is not looked at.
        let other = memorandum(&app, &county).await;
        let refused = post(&app, &county.dana, &format!("{other}/reviews"), json!({"why": "Why not"})).await;
        assert!(refused.status == 403 || refused.status == 409, "{}", refused.status);
        app.close().await;
    }

    async fn what_others_read_says_what_was_agreed_and_allowed(db) {
        let stage = Stage::set(db).await;
        let (app, county, id) = (&stage.app, &stage.county, stage.agreement);
        let odrl = app.get(&county.guest, &format!("{LIST}/{id}/odrl.jsonld")).await.expect(200);
        let odrl: Value = serde_json::from_slice(&odrl.body).unwrap();
        assert_eq!(odrl["@type"], "Agreement");
        let rule = &odrl["permission"][0];
        assert_eq!(rule["assigner"], format!("urn:x-concord:{}", county.health));
        let purposes = rule["constraint"][0].to_string();
        assert!(purposes.contains("housing_placement") && purposes.contains("dpv#ServiceProvision"));
        let consent = stage.consents().await;
        let path = format!("/p/riverbend/consents/{consent}/fhir.json");
        let fhir = app.get(&stage.max, &path).await.expect(200);
        let fhir: Value = serde_json::from_slice(&fhir.body).unwrap();
        assert_eq!((&fhir["resourceType"], &fhir["status"]), (&json!("Consent"), &json!("active")));
        assert_eq!(fhir["provision"]["actor"].as_array().unwrap().len(), 2);
        // Not for those whom the client did not tell.
        app.get(&county.sam, &path).await.expect(404);
        stage.end().await;
    }

    async fn an_answer_to_a_question_stands_with_names_and_is_never_changed(db) {
        let (app, county) = laid(db).await;
        let id = read_by_parties(&app, &county).await;
        answered(&app, &county, id).await;
        let newer = json!({"question": "ethical", "reply": "We asked again.", "deciders": "The client panel"});
        post(&app, &county.dana, &format!("{id}/replies"), newer).await.expect(200);
        let seen: Value = app.get(&county.guest, &format!("{API}/{id}/replies")).await.expect(200).json();
        let replies = seen["replies"].as_array().unwrap();
        assert_eq!(replies.len(), 4);
        let ethical = replies.iter().find(|one| one["question"] == "ethical").unwrap();
        assert_eq!(ethical["deciders"], "The client panel");
        let text = app.get(&county.guest, &format!("{LIST}/{id}")).await.expect(200).text();
        // The older answer is in the history.
        assert!(text.contains("We asked again.") && text.contains("We asked counsel and a panel of clients."));
        app.close().await;
    }
}
