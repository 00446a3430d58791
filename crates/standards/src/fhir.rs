//! A consent as a FHIR Consent (R4). It says what was signed, to a system that reads FHIR; it decides
//! nothing here.

use base::Instant;
use serde_json::{Map, Value, json};

const REASONS: &str = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
const PARTS: &str = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
const SCOPES: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
const ACTIONS: &str = "http://terminology.hl7.org/CodeSystem/consentaction";
/// SHA-256, as the hash of a text is named.
const SHA_256: &str = "urn:oid:2.16.840.1.101.3.4.2.1";

/// What a consent says.
#[derive(Debug, Clone)]
pub struct Consent {
    /// Its name.
    pub id: String,
    /// Whether it is in force.
    pub is_active: bool,
    /// Whose records it is about: a reference that means nothing elsewhere.
    pub client: Identifier,
    /// Who signed.
    pub signer: Identifier,
    /// Who keeps it.
    pub keeper: Party,
    /// When it was signed.
    pub signed: Instant,
    /// When it ends or ended, when that is known.
    pub ends: Option<Instant>,
    /// Where the law says what its form must hold.
    pub law: String,
    /// The language of its text.
    pub language: String,
    /// The SHA-256 of its text, in hex.
    pub text_hash: Option<String>,
    /// Who may disclose.
    pub gives: Vec<Party>,
    /// Who may receive.
    pub gets: Vec<Party>,
    /// For what.
    pub purposes: Vec<Purpose>,
    /// What; everything when there is none.
    pub classes: Vec<Identifier>,
}

/// A name within a system of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// The system.
    pub system: String,
    /// The name.
    pub value: String,
}

/// An organization, or a kind of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its name in a system.
    pub identifier: Identifier,
    /// What people call it.
    pub display: String,
}

/// A purpose: the parties' own, and what it is to HL7 where it is something there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    /// The parties' own.
    pub own: Identifier,
    /// HL7's.
    pub reason: Option<Reason>,
}

/// Reasons of HL7 for which a record is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Treatment.
    Treat,
    /// Treatment in an emergency.
    EmergencyTreat,
    /// Payment.
    Payment,
    /// Operations.
    Operations,
    /// Coordination of care.
    Coordination,
    /// A threat.
    Threat,
    /// A legal matter.
    Legal,
    /// Research.
    Research,
}

impl Reason {
    const fn code(self) -> &'static str {
        match self {
            Self::Treat => "TREAT",
            Self::EmergencyTreat => "ETREAT",
            Self::Payment => "HPAYMT",
            Self::Operations => "HOPERAT",
            Self::Coordination => "COC",
            Self::Threat => "THREAT",
            Self::Legal => "HLEGAL",
            Self::Research => "HRESCH",
        }
    }
}

impl Identifier {
    fn coding(&self) -> Value {
        json!({ "system": self.system, "code": self.value })
    }

    fn value(&self) -> Value {
        json!({ "system": self.system, "value": self.value })
    }
}

impl Party {
    fn reference(&self) -> Value {
        json!({
            "type": "Organization",
            "identifier": self.identifier.value(),
            "display": self.display,
        })
    }

    fn actor(&self, part: &str) -> Value {
        json!({
            "role": { "coding": [{ "system": PARTS, "code": part }] },
            "reference": self.reference(),
        })
    }
}

impl Consent {
    /// The resource.
    #[must_use]
    pub fn resource(&self) -> Value {
        let mut all = Map::new();
        let mut put = |key: &str, value: Value| all.insert(key.to_owned(), value);
        put("resourceType", json!("Consent"));
        put("id", json!(self.id.replace('_', "-")));
        put("language", json!(self.language));
        put("status", json!(if self.is_active { "active" } else { "inactive" }));
        put("scope", json!({ "coding": [{ "system": SCOPES, "code": "patient-privacy" }] }));
        let paper = json!({ "system": "http://loinc.org", "code": "59284-0" });
        put("category", json!([{ "coding": [paper] }]));
        put("patient", json!({ "type": "Patient", "identifier": self.client.value() }));
        put("dateTime", json!(self.signed.rfc3339()));
        put("performer", json!([{ "identifier": self.signer.value() }]));
        put("organization", json!([self.keeper.reference()]));
        put("policy", json!([{ "uri": self.law }]));
        if let Some(hash) = &self.text_hash {
            let text = json!({ "system": SHA_256, "value": hash });
            put("sourceReference", json!({ "type": "DocumentReference", "identifier": text }));
        }
        put("provision", self.provision());
        Value::Object(all)
    }

    fn provision(&self) -> Value {
        let mut all = Map::new();
        let mut put = |key: &str, value: Value| all.insert(key.to_owned(), value);
        put("type", json!("permit"));
        let mut period = json!({ "start": self.signed.rfc3339() });
        if let (Some(end), Some(period)) = (self.ends, period.as_object_mut()) {
            period.insert("end".to_owned(), json!(end.rfc3339()));
        }
        put("period", period);
        let gives = self.gives.iter().map(|party| party.actor("CST"));
        let actors: Vec<Value> =
            gives.chain(self.gets.iter().map(|party| party.actor("IRCP"))).collect();
        put("actor", Value::Array(actors));
        put("action", json!([{ "coding": [{ "system": ACTIONS, "code": "disclose" }] }]));
        let purposes = self.purposes.iter().flat_map(Purpose::codings);
        put("purpose", Value::Array(purposes.collect()));
        if !self.classes.is_empty() {
            let codes = self.classes.iter().map(|class| json!({ "coding": [class.coding()] }));
            put("code", Value::Array(codes.collect()));
        }
        Value::Object(all)
    }
}

impl Purpose {
    fn codings(&self) -> Vec<Value> {
        let reason = self.reason.map(|one| json!({ "system": REASONS, "code": one.code() }));
        std::iter::once(self.own.coding()).chain(reason).collect()
    }
}
