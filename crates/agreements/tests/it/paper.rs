//! Three partners with their names of data, a memorandum, and an agreement that waits for its signatures.

use agreements::{
    Classes, Grant, Kind, Terms,
    agreement::{self, NewAgreement, PaperSignature, Question, Target},
    usual_actions,
    vocabulary::{self, Ground, Holding, Named, Party, Sort},
};
use base::{Date, OrganizationId};
use partnership::testing::County;
use policy::{Assurance, ClassKind, Identifiability, OrganizationKind, Set};
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson};

pub(crate) const CONTEXTS: &[web::Context] =
    &[identity::CONTEXT, notices::CONTEXT, partnership::CONTEXT, agreements::CONTEXT];

/// The register.
pub(crate) const LIST: &str = "/p/riverbend/agreements";
/// Its address for programs.
pub(crate) const API: &str = "/api/v1/p/riverbend/agreements";

pub(crate) async fn start(db: store::testing::Db) -> (TestApp, County) {
    let app = TestApp::start(db, CONTEXTS).await;
    let county = partnership::testing::county(&app).await;
    (app, county)
}

/// The same with names, kinds and holdings: Health keeps diagnoses and treatment records.
pub(crate) async fn laid(db: store::testing::Db) -> (TestApp, County) {
    use OrganizationKind::{HealthProvider, HipaaCoveredEntity, Part2Program, SocialServices};

    let (app, county) = start(db).await;
    let mut ground = Ground { names: vocabulary::usual_purposes().unwrap(), ..Ground::default() };
    for class in ["diagnoses", "sud_enrollment", "release_date"] {
        let sort = Sort::Class(ClassKind::Record);
        let name = class.parse().unwrap();
        ground.names.push(Named { name, sort, english: None, spanish: None });
    }
    for (organization, kinds) in [
        (county.health, &[HipaaCoveredEntity, HealthProvider, Part2Program][..]),
        (county.housing, &[SocialServices][..]),
        (county.outreach, &[SocialServices][..]),
    ] {
        ground.parties.push(Party { organization, kinds: Set::of(kinds) });
    }
    for (class, laws) in [
        ("diagnoses", &["HIPAA"][..]),
        ("sud_enrollment", &["HIPAA", "PART2"]),
        ("release_date", &["NONE"]),
    ] {
        let laws = laws.iter().map(|law| law.parse().unwrap()).collect();
        ground.holdings.push(Holding {
            holder: county.health,
            class: class.parse().unwrap(),
            laws,
        });
    }
    let cx = app.cx(&county.coordinator, &county.p);
    vocabulary::lay(&cx, ground).await.unwrap();
    (app, county)
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn terms(title: &str, parties: &[OrganizationId]) -> Terms {
    Terms {
        title: title.parse().unwrap(),
        summary: "So that everybody knows who does what".parse().unwrap(),
        only_if: None,
        basis: None,
        body: None,
        parties: parties.to_vec(),
        grants: Vec::new(),
        clauses: Vec::new(),
        identifiability: Identifiability::Identified,
        wants_training: false,
        assurance: Assurance::Password,
        suppresses_small_cells: false,
        keeps_days: None,
        breach_hours: None,
        review_months: None,
        effective: day("2026-01-01"),
        ends: Some(day("2027-12-31")),
    }
}

pub(crate) fn gives(from: OrganizationId, to: OrganizationId, class: &str, purpose: &str) -> Grant {
    Grant {
        gives: from,
        gets: to,
        purposes: vec![purpose.parse().unwrap()],
        classes: Classes::These(vec![class.parse().unwrap()]),
        actions: usual_actions(Kind::DataSharing),
        roles: None,
    }
}

/// A memorandum of all three, signed on paper.
pub(crate) async fn memorandum(app: &TestApp, county: &County) -> agreements::AgreementId {
    let parties = [county.housing, county.health, county.outreach];
    let terms = terms("One front door", &parties);
    on_paper(app, county, NewAgreement { kind: Kind::Memorandum, upper: None, terms }).await
}

/// An agreement that all its parties signed on paper.
pub(crate) async fn on_paper(
    app: &TestApp,
    county: &County,
    new: NewAgreement,
) -> agreements::AgreementId {
    let cx = app.cx(&county.coordinator, &county.p);
    let signature = |organization: &OrganizationId| PaperSignature {
        organization: *organization,
        signer: "Its director".parse().unwrap(),
        title: "Director".parse().unwrap(),
        authority: "County Code 2.4".parse().unwrap(),
        on: day("2026-01-05"),
    };
    let signatures = new.terms.parties.iter().map(signature).collect();
    let kept = "In the clerk's safe".parse().unwrap();
    agreement::record(&cx, new, signatures, kept).await.unwrap().id
}

/// A data sharing agreement between Health and Housing, out for signature by their leads.
pub(crate) async fn out(app: &TestApp, county: &County) -> agreements::AgreementId {
    let upper = Some(memorandum(app, county).await);
    let cx = app.cx(&county.coordinator, &county.p);
    let mut terms = terms("Health and housing", &[county.housing, county.health]);
    terms.grants = vec![
        gives(county.health, county.housing, "diagnoses", "housing_placement"),
        gives(county.health, county.housing, "sud_enrollment", "housing_placement"),
    ];
    let new = NewAgreement { kind: Kind::DataSharing, upper, terms };
    let id = agreement::draft(&cx, new).await.unwrap().id;
    let target = Target { id, seen: None };
    answered(app, county, id).await;
    agreement::present(&cx, target, None).await.unwrap();
    let signatories = vec![
        signatory(county.housing, &county.alicia, 1),
        signatory(county.health, &county.dana, 1),
    ];
    agreement::send_out(&cx, target, signatories).await.unwrap();
    id
}

/// The four questions, answered by the coordinator.
pub(crate) async fn answered(app: &TestApp, county: &County, id: agreements::AgreementId) {
    for question in Question::ALL {
        let path = format!("{API}/{id}/replies");
        let body = json!({
            "question": question.to_string(), "reply": "We asked counsel and a panel of clients.",
            "deciders": "Ana Ruiz, privacy officer",
        });
        app.post_json(&county.coordinator, &path, body).await.expect(200);
    }
}

pub(crate) fn signatory(of: OrganizationId, who: &TestPerson, place: i64) -> agreement::Signatory {
    agreement::Signatory {
        organization: of,
        place,
        person: who.id,
        title: "Executive Director".parse().unwrap(),
        authority: "Resolution 14 of 2026".parse().unwrap(),
        authority_until: None,
    }
}

pub(crate) async fn view(app: &TestApp, county: &County, id: agreements::AgreementId) -> Value {
    app.get(&county.coordinator, &format!("{API}/{id}")).await.expect(200).json()
}

pub(crate) async fn sign(
    app: &TestApp,
    county: &County,
    who: &TestPerson,
    (id, of): (agreements::AgreementId, OrganizationId),
) -> web::testing::TestResponse {
    let seen = view(app, county, id).await;
    let hash = seen["versions"][0]["hash"].as_str().unwrap().to_owned();
    let body = json!({
        "organization": of.to_string(), "hash": hash, "intent": true, "electronic": true,
    });
    app.post_json(who, &format!("{API}/{id}/signatures"), body.clone()).await
}
