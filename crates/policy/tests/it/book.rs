//! Reads the format of `disclosure-cases.yaml`: one world, requests in it, and what should come of them.

use base::{Date, Instant, Zone};
use policy::{
    Action, AgreementKind, Assurance, ClassKind, EmergencyKind, Identifiability, OrganizationKind,
    PurposeKind, Status,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::wire::{self, Maybe};

pub(crate) struct Book(pub(crate) Value);

/// What the purposes of the cases are to the law.
const PURPOSES: &[(&str, PurposeKind)] = &[
    ("treatment", PurposeKind::Treatment),
    ("payment", PurposeKind::Payment),
    ("operations", PurposeKind::Operations),
    ("housing_placement", PurposeKind::Service),
    ("housing_referral", PurposeKind::Service),
    ("medical_respite", PurposeKind::Service),
    ("service_coordination", PurposeKind::Service),
    ("emergency_treatment", PurposeKind::EmergencyTreatment),
    ("safety_threat", PurposeKind::SafetyThreat),
    ("criminal_investigation", PurposeKind::Proceedings),
    ("criminal_prosecution", PurposeKind::Proceedings),
    ("fraud_investigation", PurposeKind::Proceedings),
    ("court_supervision", PurposeKind::CourtSupervision),
    ("child_welfare_case", PurposeKind::ChildWelfare),
    ("child_abuse_report", PurposeKind::MandatedReport),
    ("school_meal_eligibility", PurposeKind::SchoolMeals),
    ("benefit_eligibility", PurposeKind::Benefits),
    ("research_housing_outcomes", PurposeKind::Research),
    ("research_shelter_stays", PurposeKind::Research),
    ("grant_reporting", PurposeKind::Reporting),
    ("identity_matching", PurposeKind::Matching),
    ("own_data", PurposeKind::Other),
];

/// Who stands for the members of a set of people.
const COHORT: &str = "cohort";

impl Book {
    pub(crate) fn read(text: &str) -> Self {
        Self(serde_saphyr::from_str(text).unwrap())
    }

    /// Each request with its name and what is expected: the cases, and their neighbours.
    pub(crate) fn decisions(&self) -> Vec<(String, Value, Value)> {
        let mut found = Vec::new();
        for case in self.0["cases"].as_array().unwrap() {
            let id = case["id"].as_str().unwrap();
            found.push((id.to_owned(), case.clone(), case["expect"].clone()));
            for (number, neighbour) in list(&case["neighbours"]).iter().enumerate() {
                let mut request = case.clone();
                for (key, value) in neighbour["change"].as_object().unwrap() {
                    request[key] = value.clone();
                }
                let name = format!("{id}, neighbour {}", number + 1);
                found.push((name, request, neighbour["expect"].clone()));
            }
        }
        found
    }

    pub(crate) fn case(&self, request: &Value) -> wire::Case {
        wire::Case { world: self.world(), request: self.request(request) }
    }

    pub(crate) fn world(&self) -> wire::World {
        let kinds = |name: &String| match name.as_str() {
            "abuse_report" => ClassKind::Report,
            name if name.ends_with("contact") => ClassKind::Address,
            _ => ClassKind::Record,
        };
        let held = self.map("holdings").values().flat_map(|held| held.as_object().unwrap().keys());
        wire::World {
            classes: held.map(|name| (name.clone(), kinds(name))).collect(),
            purposes: PURPOSES.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect(),
            organizations: self
                .map("orgs")
                .iter()
                .map(|(id, each)| wire::Organization { id: id.clone(), kinds: of(&each["kinds"]) })
                .collect(),
            agreements: list(&self.0["agreements"]).iter().map(agreement).collect(),
            clients: self.clients(),
            consents: list(&self.0["consents"]).iter().map(consent).collect(),
            medical_profile: of(&self.0["emergency_profiles"]["part2_medical"]),
            threat_profile: of(&self.0["emergency_profiles"]["ferpa_safety"]),
        }
    }

    fn map(&self, key: &str) -> &serde_json::Map<String, Value> {
        self.0[key].as_object().unwrap()
    }

    fn clients(&self) -> Vec<wire::Client> {
        let nobody = Value::Object(serde_json::Map::from_iter([("adult".to_owned(), true.into())]));
        let everybody = self.map("subjects").iter().map(|(id, each)| (id.as_str(), each));
        everybody
            .chain([(COHORT, &nobody)])
            .map(|(id, each)| wire::Client {
                id: id.to_owned(),
                is_adult: of(&each["adult"]),
                consents_alone: false,
                guardians: Vec::new(),
                alleged_abusers: text(&each["alleged_abuser"]).into_iter().collect(),
                custody: text(&each["legal_custody"]).into(),
                opt_outs: list(&each["opt_out"]).iter().map(of).collect(),
                has_protected_address: false,
                restrictions: Vec::new(),
            })
            .collect()
    }

    fn request(&self, asked: &Value) -> wire::Request {
        let at = when(asked.get("at").unwrap_or(&self.0["now"])).unwrap();
        let about = asked["about"].as_str().unwrap();
        let context = &asked["context"];
        let holder = asked["from"].as_str().unwrap();
        let emergency = [
            ("medical_emergency", EmergencyKind::Medical),
            ("safety_emergency", EmergencyKind::Threat),
        ];
        let emergency = emergency.iter().find_map(|(key, kind)| {
            let claimed = context.get(key)?;
            Some(wire::Emergency {
                kind: *kind,
                client: about.to_owned(),
                is_attested: of(&claimed["attested"]),
                is_consent_obtainable: claimed["consent_obtainable"].as_bool().unwrap_or(false),
                started: at,
            })
        });
        wire::Request {
            at,
            action: of(&asked["action"]),
            purpose: of(&asked["purpose"]),
            person: self.person(asked["who"].as_str().unwrap()),
            from: Maybe::Some(holder.to_owned()),
            // A case may name the person themselves, who is no organization.
            to: text(&asked["to"]).filter(|to| self.0["orgs"].get(to).is_some()).into(),
            identifiability: asked.get("identifiability").map_or(Identifiability::Identified, of),
            has_subpoena: context["subpoena"].as_bool().unwrap_or(false),
            order: context.get("court_order").map(order).into(),
            emergency: emergency.into(),
            table: context.get("table").map(table).into(),
            labels: list(&asked["classes"])
                .iter()
                .map(|class| self.label(holder, about, class.as_str().unwrap()))
                .collect(),
        }
    }

    fn person(&self, who: &str) -> wire::Person {
        let user = &self.0["users"][who];
        wire::Person {
            id: who.to_owned(),
            organization: text(&user["org"]).into(),
            client: text(&user["subject"]).into(),
            role: text(&user["role"]).into(),
            is_medical: of(&user["medical_personnel"]),
            assurance: Assurance::FreshPhishingResistant,
            trained_until: when(&user["training"]).into(),
            relatives: Vec::new(),
            is_locked: false,
        }
    }

    /// The label of a record: a copy that travelled, or what the holder keeps itself.
    fn label(&self, holder: &str, about: &str, class: &str) -> wire::Label {
        let copy = list(&self.0["received"]).iter().find(|copy| {
            copy["holder"] == holder && copy["subject"] == about && copy["class"] == class
        });
        let (origin, regimes, consent) = if let Some(copy) = copy {
            (text(&copy["origin"]), Some(of(&copy["regimes"])), text(&copy["under_consent"]))
        } else {
            let laws = self.0["holdings"][holder].get(class).map(of);
            (Some(holder.to_owned()), laws, None)
        };
        wire::Label {
            class: Some(class.to_owned()),
            holder: Some(holder.to_owned()),
            origin,
            client: Some(about.to_owned()),
            regimes,
            identifiability: Some(Identifiability::Identified),
            consent,
            bound_to: Maybe::NONE,
            destroy_by: Maybe::NONE,
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn of<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// An instant; a date means the end of that day.
fn when(value: &Value) -> Option<i64> {
    day(value, 1)
}

/// An instant; a date means its beginning.
fn since(value: &Value) -> Option<i64> {
    day(value, 0)
}

fn day(value: &Value, days: i64) -> Option<i64> {
    let text = value.as_str()?;
    let day = |date: Date| date.plus_days(days).start_in(&Zone::utc());
    let at = text.parse().map(day).or_else(|_| Instant::parse_rfc3339(text)).unwrap();
    Some(at.micros())
}

fn strings(value: &Value) -> Vec<String> {
    value.as_str().map_or_else(|| of(value), |one| vec![one.to_owned()])
}

fn agreement(each: &Value) -> wire::Agreement {
    let kind: AgreementKind = of(&each["kind"]);
    let grants: Vec<wire::Grant> = list(&each["grants"])
        .iter()
        .map(|grant| wire::Grant {
            from: of(&grant["from"]),
            to: of(&grant["to"]),
            purposes: of(&grant["purposes"]),
            classes: strings(&grant["classes"]),
            actions: Action::ALL
                .iter()
                .copied()
                .filter(|action| *action != Action::Export || kind == AgreementKind::Dul)
                .collect(),
            roles: Maybe::NONE,
        })
        .collect();
    let stricter = each.get("law_enforcement").map(|rule| {
        assert_eq!(rule, "court_order_only");
        wire::Clause {
            against: vec![OrganizationKind::LawEnforcement, OrganizationKind::Prosecutor],
            classes: grants.iter().flat_map(|grant| grant.classes.clone()).collect(),
            yields_to_order: true,
        }
    });
    wire::Agreement {
        id: of(&each["id"]),
        kind,
        status: of::<Status>(&each["status"]),
        effective: since(&each["effective"]).unwrap(),
        expires: when(&each["expires"]).into(),
        parties: of(&each["parties"]),
        under: Maybe::NONE,
        identifiability: each.get("identifiability").map_or(Identifiability::Identified, of),
        wants_training: each["requires_training"].as_bool().unwrap_or(false),
        assurance: Assurance::Password,
        suppresses_small_cells: each.get("min_cell").is_some(),
        clauses: stricter.into_iter().collect(),
        grants,
    }
}

fn consent(each: &Value) -> wire::Consent {
    wire::Consent {
        id: of(&each["id"]),
        client: of(&each["subject"]),
        form: of(&each["form"]),
        signer: of(&each["signer"]),
        is_written: of(&each["written"]),
        is_complete: of(&each["elements_complete"]),
        from: of(&each["from"]),
        to: of(&each["to"]),
        to_kinds: Vec::new(),
        purposes: of(&each["purposes"]),
        classes: strings(&each["classes"]),
        signed: since(&each["signed"]).unwrap(),
        expires: when(&each["expires"]).map_or(wire::Expiry::Never, wire::Expiry::At),
        revoked: when(&each["revoked"]).into(),
        irrevocable_until: each.get("irrevocable_until").and_then(when).into(),
    }
}

fn order(order: &Value) -> wire::Order {
    wire::Order {
        kind: of(&order["kind"]),
        is_checked: of(&order["verified_by_counsel"]),
        scope: of(&order["scope"]),
        expires: order.get("expires").and_then(when).into(),
    }
}

fn table(table: &Value) -> wire::Table {
    let total = |line: &str| list(&table[line]).iter().position(|name| name == "total");
    wire::Table {
        counts: of(&table["counts"]),
        total_row: total("rows").into(),
        total_column: total("cols").into(),
    }
}
