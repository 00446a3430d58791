//! Tests of requests, paths, consents and their withdrawal.

use agreements::{
    consent::{self, Capacity, ClientReference, Ending, NewConsent, Signed},
    decision::{self, Ask},
    vocabulary::DataUser,
};
use base::{Language, PersonId};
use policy::{Action, Answer, ClientId, Form, Identifiability as Identity};
use web::testing::both_databases;

use super::*;

fn question(county: &County, class: &str, consent: &str) -> String {
    format!(
        "from={}&to={}&what={class}&purpose=housing_placement&consent={consent}",
        county.health, county.housing
    )
}

async fn in_force(app: &TestApp, county: &County) -> agreements::AgreementId {
    let id = out(app, county).await;
    sign(app, county, &county.alicia, (id, county.housing)).await.expect(200);
    sign(app, county, &county.dana, (id, county.health)).await.expect(200);
    id
}

fn client(holder: OrganizationId) -> ClientReference {
    ClientReference {
        id: <ClientId as base::Id>::from_bits(7),
        holder,
        file_number: None,
        is_adult: true,
        consents_alone: false,
        guardians: Vec::new(),
        alleged_abusers: Vec::new(),
        custody: None,
        opt_outs: Set::EMPTY,
        has_protected_address: false,
    }
}

fn signed(county: &County, client: ClientId, at: base::Instant) -> Signed {
    Signed {
        form: Form::Part2Specific,
        signer: client,
        capacity: Capacity::Own,
        is_written: true,
        is_complete: true,
        gives: vec![county.health],
        gets: vec![county.housing],
        gets_kinds: Set::EMPTY,
        purposes: vec!["housing_placement".parse().unwrap()],
        classes: Classes::These(vec!["sud_enrollment".parse().unwrap()]),
        language: Language::Spanish,
        text_hash: Some("ab".repeat(32).parse().unwrap()),
        witness: None,
        at,
        ending: Ending::Never,
        irrevocable_until: None,
    }
}

fn ask(county: &County, who: PersonId, about: ClientId) -> Ask {
    Ask {
        who,
        action: Action::Disclose,
        purpose: "housing_placement".to_owned(),
        about,
        from: county.health,
        to: Some(county.housing),
        classes: vec!["sud_enrollment".to_owned()],
        identifiability: Identity::Identified,
        is_relative: false,
        subpoena: false,
        order: None,
        emergency: None,
        table: None,
    }
}

both_databases! {
    async fn a_test_says_every_rule_the_no_first_and_writes_nothing(db) {
        let (app, county) = laid(db).await;
        let id = in_force(&app, &county).await;
        let events = async || {
            let rows = app.store.ask("SELECT COUNT(*) AS n FROM events", vec![]).await.unwrap();
            rows[0].get::<i64>("n").unwrap()
        };
        let before = events().await;
        let query = question(&county, "diagnoses&what=sud_enrollment&what=release_date", "no");
        let said: Value = app.get(&county.sam, &format!("{API}/test?{query}")).await.expect(200).json();
        assert_eq!(said["answer"], "permit_partial");
        let words: Vec<&str> =
            said["rules"].as_array().unwrap().iter().map(|rule| rule["word"].as_str().unwrap()).collect();
        assert_eq!(words.last(), Some(&"HIPAA_CARE_COORDINATION"), "{words:?}");
        assert!(words.contains(&"PART2_NO_CONSENT") && words.contains(&"MIN_NECESSARY"), "{words:?}");
        let first_yes = said["rules"].as_array().unwrap().iter().position(|rule| rule["may_go"] == true);
        assert_eq!(first_yes, Some(words.len() - 1), "the no stands first");
        for prefix in ["", "/es"] {
            let page = format!("{prefix}{LIST}/{id}/test?{query}");
            let text = app.get(&county.sam, &page).await.expect(200).text();
            assert!(text.contains("42 CFR 2.31") && !text.contains("[policy-"), "{text}");
        }
        let yes = question(&county, "sud_enrollment", "yes");
        let said: Value = app.get(&county.sam, &format!("{API}/test?{yes}")).await.expect(200).json();
        assert_eq!(said["answer"], "permit");
        assert_eq!(events().await, before);
        app.close().await;
    }

    async fn can_we_share_says_what_it_takes(db) {
        let (app, county) = laid(db).await;
        in_force(&app, &county).await;
        let path = async |from: OrganizationId, to: OrganizationId, class: &str| -> String {
            let query = format!("from={from}&to={to}&what={class}&purpose=housing_placement");
            let said: Value =
                app.get(&county.sam, &format!("{API}/can-we-share?{query}")).await.expect(200).json();
            said["path"].as_str().unwrap().to_owned()
        };
        assert_eq!(path(county.health, county.housing, "diagnoses").await, "yes");
        assert_eq!(path(county.health, county.housing, "sud_enrollment").await, "with_consent");
        assert_eq!(path(county.health, county.outreach, "diagnoses").await, "with_agreement");
        assert_eq!(path(county.health, county.outreach, "sud_enrollment").await, "with_both");
        // Nobody says which law rides on what Housing keeps: it is not understood.
        assert_eq!(path(county.housing, county.health, "diagnoses").await, "no");
        let query = format!(
            "from={}&to={}&what=diagnoses&purpose=housing_placement", county.health, county.outreach
        );
        let page = format!("{LIST}/can-we-share?{query}");
        let text = app.get(&county.coordinator, &page).await.expect(200).text();
        let link = text.split("href=\"").find(|part| part.starts_with("/p/riverbend/agreements/new?"));
        let link = link.unwrap().split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let form = app.get(&county.coordinator, &link).await.expect(200).text();
        assert!(form.contains(&format!("value=\"{}\" selected", county.outreach)), "{form}");
        app.close().await;
    }

    async fn a_consent_opens_what_its_withdrawal_closes_at_once(db) {
        let (app, county) = laid(db).await;
        in_force(&app, &county).await;
        let cx = app.cx(&county.coordinator, &county.p);
        let user = DataUser {
            person: county.sam.id,
            organization: Some(county.housing),
            role: None,
            is_medical: false,
            trained_until: None,
            client: None,
        };
        let ground = Ground { users: vec![user], ..Ground::default() };
        vocabulary::lay(&cx, ground).await.unwrap();
        let (health, housing) = (app.cx(&county.dana, &county.p), app.cx(&county.sam, &county.p));
        let client = consent::enter_client(&health, client(county.health)).await.unwrap();
        let answer = async || {
            let ask = ask(&county, county.sam.id, client);
            decision::decide(&housing, ask).await.unwrap().decision.answer
        };
        assert_eq!(answer().await, Answer::Deny);
        let new = NewConsent { client, signed: signed(&county, client, health.now()) };
        // Housing does not keep the consents of Health's clients, nor learns of them.
        let stranger = consent::keep(&housing, new.clone()).await;
        assert!(matches!(stranger, Err(agreements::Error::ClientMissing)));
        let id = consent::keep(&health, new).await.unwrap();
        assert_eq!(answer().await, Answer::Permit);
        consent::revoke(&health, id).await.unwrap();
        assert_eq!(answer().await, Answer::Deny);
        let again = consent::revoke(&health, id).await;
        assert!(matches!(again, Err(agreements::Error::ConsentRevoked)));
        // Nobody asks as somebody else.
        let other = decision::decide(&health, ask(&county, county.sam.id, client)).await;
        assert!(matches!(other, Err(agreements::Error::NotYours)));
        app.close().await;
    }

    async fn what_is_paused_or_has_ended_gives_nothing(db) {
        let (app, county) = laid(db).await;
        let id = in_force(&app, &county).await;
        let test = format!("{API}/test?{}", question(&county, "diagnoses", "no"));
        let word = async || {
            let said: Value = app.get(&county.dana, &test).await.expect(200).json();
            said["rules"][0]["word"].as_str().unwrap().to_owned()
        };
        assert_eq!(word().await, "HIPAA_CARE_COORDINATION");
        let why = json!({"why": "A question is open"});
        app.post_json(&county.dana, &format!("{API}/{id}/suspensions"), why.clone()).await.expect(200);
        assert_eq!(word().await, "AGREEMENT_EXPIRED");
        app.post_json(&county.dana, &format!("{API}/{id}/resumptions"), why.clone()).await.expect(200);
        assert_eq!(word().await, "HIPAA_CARE_COORDINATION");
        // The end of its last day, where the partnership is.
        app.advance_days(day("2026-05-12").days_until(day("2027-12-31")));
        assert_eq!(word().await, "HIPAA_CARE_COORDINATION");
        app.advance_days(1);
        assert_eq!(word().await, "AGREEMENT_EXPIRED");
        app.close().await;
    }
}
