//! Health and Housing with an agreement in force, people who work with data, and a client of Health.

use agreements::{
    AgreementId,
    vocabulary::{self, DataUser, Ground},
};
use base::{OrganizationId, PersonId, Role};
use partnership::testing::County;
use serde_json::{Value, json};
use web::testing::{TestApp, TestPerson, TestResponse};

use crate::paper::{laid, out, sign};

pub(crate) const P: &str = "/p/riverbend";
pub(crate) const A: &str = "/api/v1/p/riverbend";

pub(crate) struct Stage {
    pub(crate) app: TestApp,
    pub(crate) county: County,
    /// Steward of Health.
    pub(crate) tess: TestPerson,
    /// Works for Health.
    pub(crate) max: TestPerson,
    /// Steward of Housing.
    pub(crate) stella: TestPerson,
    pub(crate) agreement: AgreementId,
    pub(crate) client: String,
}

/// What Health keeps about the client.
pub(crate) const DIAGNOSES: &str = "Asthma since 2019";
pub(crate) const TREATMENT: &str = "Enrolled at the clinic on Third Street";

/// The records whose marks of their client are not what the client says.
pub(crate) const UNLIKE: &str = "client_records r JOIN client_references c
    ON c.partnership = r.partnership AND c.id = r.client
    WHERE r.opt_outs IS NULL OR r.opt_outs <> c.opt_out_bits
    OR COALESCE(r.custody, '') <> COALESCE(c.custody, '') OR r.protected_address IS NULL
    OR r.protected_address <> CASE WHEN c.has_protected_address THEN 1 ELSE 0 END";

impl Stage {
    pub(crate) async fn set(db: store::testing::Db) -> Self {
        let (app, county) = laid(db).await;
        let agreement = out(&app, &county).await;
        sign(&app, &county, &county.alicia, (agreement, county.housing)).await.expect(200);
        sign(&app, &county, &county.dana, (agreement, county.health)).await.expect(200);
        let person = async |name: &str, of: OrganizationId, role: Role| {
            partnership::testing::person(&app, &county.p, name, of, role).await
        };
        let tess = person("Tess Young", county.health, Role::Steward).await;
        let max = person("Max Brandt", county.health, Role::Member).await;
        let stella = person("Stella Reyes", county.housing, Role::Steward).await;
        let mut stage = Self { app, county, tess, max, stella, agreement, client: String::new() };
        stage.works(stage.county.sam.id, stage.county.housing, false).await;
        stage.works(stage.max.id, stage.county.health, true).await;
        stage.client = stage.client_of("H-100").await;
        stage.keeps("diagnoses", DIAGNOSES).await;
        stage.keeps("sud_enrollment", TREATMENT).await;
        stage
    }

    /// Enters somebody as one who works with data.
    pub(crate) async fn works(&self, person: PersonId, of: OrganizationId, is_medical: bool) {
        let cx = self.app.cx(&self.county.coordinator, &self.county.p);
        let trained_until = Some(self.app.clock.now().plus_seconds(300 * 86_400));
        let user = DataUser {
            person,
            organization: Some(of),
            role: None,
            is_medical,
            trained_until,
            client: None,
        };
        vocabulary::lay(&cx, Ground { users: vec![user], ..Ground::default() }).await.unwrap();
    }

    /// Enters a client of Health.
    pub(crate) async fn client_of(&self, number: &str) -> String {
        let body = json!({"holder": self.county.health.to_string(), "file_number": number});
        let made: Value = self.post(&self.max, "/clients", body).await.expect(201).json();
        made["client"]["client"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn keeps(&self, class: &str, content: &str) {
        self.keeps_about(&self.client, class, content).await;
    }

    pub(crate) async fn keeps_about(&self, client: &str, class: &str, content: &str) {
        let body = json!({"class": class, "content": content});
        self.post(&self.max, &format!("/clients/{client}/records"), body).await.expect(200);
    }

    pub(crate) async fn post(&self, who: &TestPerson, path: &str, body: Value) -> TestResponse {
        self.app.post_json(who, &format!("{A}{path}"), body).await
    }

    pub(crate) async fn json(&self, who: &TestPerson, path: &str) -> Value {
        self.app.get(who, &format!("{A}{path}")).await.expect(200).json()
    }

    pub(crate) async fn page(&self, who: &TestPerson, path: &str) -> String {
        self.app.get(who, &format!("{P}{path}")).await.expect(200).text()
    }

    /// What somebody is told on their page of notices.
    pub(crate) async fn heard(&self, who: &TestPerson) -> String {
        self.app.get(who, "/api/v1/me/notices").await.expect(200).text()
    }

    /// Sam of Housing asks Health about the client.
    pub(crate) async fn ask(&self, classes: &[&str]) -> Value {
        self.ask_for(classes, "housing_placement").await
    }

    pub(crate) async fn ask_for(&self, classes: &[&str], purpose: &str) -> Value {
        let body = json!({
            "holder": self.county.health.to_string(), "number": "H-100", "purpose": purpose,
            "classes": classes,
        });
        self.post(&self.county.sam, "/requests", body).await.expect(201).json()
    }

    /// Max of Health writes down that the client allowed Housing to know of the treatment.
    pub(crate) async fn consents(&self) -> String {
        self.consents_about(&self.client).await
    }

    pub(crate) async fn consents_about(&self, client: &str) -> String {
        let body = json!({
            "form": "part2_specific", "is_written": true, "is_complete": true,
            "gives": [self.county.health.to_string()], "gets": [self.county.housing.to_string()],
            "purposes": ["housing_placement"], "classes": ["sud_enrollment"],
            "signed_on": "2026-05-01", "language": "es",
        });
        let path = format!("/clients/{client}/consents");
        let kept: Value = self.post(&self.max, &path, body).await.expect(201).json();
        kept["consent"].as_str().unwrap().to_owned()
    }

    /// What Sam reads of what was shared with a receipt.
    pub(crate) async fn shared(&self, receipt: &Value) -> Value {
        let id = receipt["receipt"].as_str().unwrap();
        self.json(&self.county.sam, &format!("/receipts/{id}/shared")).await
    }

    pub(crate) async fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) AS n FROM {table}");
        self.app.store.ask(&sql, vec![]).await.unwrap()[0].get("n").unwrap()
    }

    pub(crate) async fn end(self) {
        self.app.run_jobs().await;
        self.app.close().await;
    }
}

/// The member of a JSON object as text.
pub(crate) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// The texts of a list.
pub(crate) fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}
