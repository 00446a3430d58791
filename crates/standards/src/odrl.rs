//! What an agreement lets its parties do, as ODRL 2.2 in JSON-LD, with the purposes of the Data Privacy
//! Vocabulary (DPV). ODRL says what was agreed; it decides nothing here.

use base::Date;
use serde_json::{Map, Value, json};

const TERMS: &str = "http://www.w3.org/ns/odrl.jsonld";
const DPV: &str = "https://w3id.org/dpv#";

/// What parties agreed.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The address or name of this version.
    pub uid: String,
    /// Whether all have signed it; until then it is an offer.
    pub is_signed: bool,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// What its text is bound to, as in `sha-256:` and hex.
    pub seal: Option<String>,
    /// From this day.
    pub from: Date,
    /// To the end of this day.
    pub until: Option<Date>,
    /// What it gives.
    pub permissions: Vec<Permission>,
    /// What it withholds.
    pub prohibitions: Vec<Prohibition>,
    /// What each party owes to the others, whatever is given.
    pub obligations: Vec<Duty>,
}

/// One party lets another do something.
#[derive(Debug, Clone)]
pub struct Permission {
    /// Who gives.
    pub assigner: String,
    /// Who gets.
    pub assignee: String,
    /// In which roles; in any when there is none.
    pub roles: Vec<String>,
    /// What.
    pub targets: Vec<String>,
    /// How.
    pub actions: Vec<Action>,
    /// For what.
    pub purposes: Vec<Purpose>,
    /// What comes with it.
    pub duties: Vec<Duty>,
}

/// What goes to nobody of a kind.
#[derive(Debug, Clone)]
pub struct Prohibition {
    /// Who withholds it.
    pub assigner: Vec<String>,
    /// The kinds of those who do not get it.
    pub against: Vec<String>,
    /// What.
    pub targets: Vec<String>,
}

/// What is done with data, in ODRL's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// It is used.
    Use,
    /// Much of it is taken out at once.
    Extract,
    /// It is combined with other data.
    Derive,
    /// It is shown to everybody.
    Distribute,
}

/// What somebody has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Duty {
    /// Destroy the copy within days.
    Delete {
        /// How many.
        days: i64,
    },
    /// Tell somebody of a loss within hours.
    Inform {
        /// Whom.
        whom: String,
        /// How many.
        hours: i64,
    },
    /// Look at the agreement again after months.
    Review {
        /// How many.
        months: i64,
    },
    /// Take away whatever points at a person.
    Anonymize,
}

/// A purpose: what the parties call it, and what it is to the Data Privacy Vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    /// The address or name of the parties' own purpose.
    pub own: String,
    /// The nearest term of the vocabulary.
    pub term: Term,
}

/// The terms of the Data Privacy Vocabulary that are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Providing a service.
    ServiceProvision,
    /// Running a service.
    ServiceManagement,
    /// Being paid.
    PaymentManagement,
    /// Public safety.
    ProtectionOfPublicSecurity,
    /// What a law demands.
    LegalCompliance,
    /// The good of the public.
    PublicBenefit,
    /// Who may have a service.
    ServiceAccessDetermination,
    /// Research that is not for sale.
    NonCommercialResearch,
    /// Better public services.
    ImprovePublicServices,
    /// Who somebody is.
    IdentityVerification,
    /// Any.
    Purpose,
}

impl Term {
    /// Every term.
    pub const ALL: [Self; 11] = [
        Self::ServiceProvision,
        Self::ServiceManagement,
        Self::PaymentManagement,
        Self::ProtectionOfPublicSecurity,
        Self::LegalCompliance,
        Self::PublicBenefit,
        Self::ServiceAccessDetermination,
        Self::NonCommercialResearch,
        Self::ImprovePublicServices,
        Self::IdentityVerification,
        Self::Purpose,
    ];

    /// Its name in the vocabulary.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ServiceProvision => "ServiceProvision",
            Self::ServiceManagement => "ServiceManagement",
            Self::PaymentManagement => "PaymentManagement",
            Self::ProtectionOfPublicSecurity => "ProtectionOfPublicSecurity",
            Self::LegalCompliance => "LegalCompliance",
            Self::PublicBenefit => "PublicBenefit",
            Self::ServiceAccessDetermination => "ServiceAccessDetermination",
            Self::NonCommercialResearch => "NonCommercialResearch",
            Self::ImprovePublicServices => "ImprovePublicServices",
            Self::IdentityVerification => "IdentityVerification",
            Self::Purpose => "Purpose",
        }
    }

    /// Its address.
    #[must_use]
    pub fn address(self) -> String {
        format!("{DPV}{}", self.name())
    }
}

impl Action {
    const fn name(self) -> &'static str {
        match self {
            Self::Use => "use",
            Self::Extract => "extract",
            Self::Derive => "derive",
            Self::Distribute => "distribute",
        }
    }
}

impl Duty {
    fn value(&self) -> Value {
        match self {
            Self::Delete { days } => {
                json!({ "action": "delete", "constraint": [within(&format!("P{days}D"))] })
            }
            Self::Inform { whom, hours } => json!({
                "action": "inform",
                "informedParty": whom,
                "constraint": [within(&format!("PT{hours}H"))],
            }),
            Self::Review { months } => {
                json!({ "action": "reviewPolicy", "constraint": [within(&format!("P{months}M"))] })
            }
            Self::Anonymize => json!({ "action": "anonymize" }),
        }
    }
}

impl Policy {
    /// The document.
    #[must_use]
    pub fn document(&self) -> Value {
        let mut all = Map::new();
        let context = json!([TERMS, { "dpv": DPV, "dct": "http://purl.org/dc/terms/" }]);
        all.insert("@context".to_owned(), context);
        let kind = if self.is_signed { "Agreement" } else { "Offer" };
        all.insert("@type".to_owned(), json!(kind));
        all.insert("uid".to_owned(), json!(self.uid));
        all.insert("dct:title".to_owned(), json!(self.title));
        all.insert("dct:description".to_owned(), json!(self.description));
        if let Some(seal) = &self.seal {
            all.insert("dct:identifier".to_owned(), json!(seal));
        }
        let permissions = self.permissions.iter().map(|one| self.permission(one));
        put(&mut all, "permission", permissions.collect());
        put(&mut all, "prohibition", self.prohibitions.iter().map(Prohibition::value).collect());
        put(&mut all, "obligation", self.obligations.iter().map(Duty::value).collect());
        Value::Object(all)
    }

    fn permission(&self, given: &Permission) -> Value {
        let assignee = if given.roles.is_empty() {
            json!(given.assignee)
        } else {
            json!({
                "@type": "PartyCollection",
                "source": given.assignee,
                "refinement": [any_of("recipient", given.roles.iter().map(String::as_str))],
            })
        };
        let mut rule = Map::new();
        rule.insert("assigner".to_owned(), json!(given.assigner));
        rule.insert("assignee".to_owned(), assignee);
        rule.insert("target".to_owned(), json!(given.targets));
        let actions: Vec<&str> = given.actions.iter().map(|action| action.name()).collect();
        rule.insert("action".to_owned(), json!(actions));
        rule.insert("constraint".to_owned(), Value::Array(self.constraints(&given.purposes)));
        put(&mut rule, "duty", given.duties.iter().map(Duty::value).collect());
        Value::Object(rule)
    }

    fn constraints(&self, purposes: &[Purpose]) -> Vec<Value> {
        let terms = purposes.iter().map(|purpose| purpose.term.address());
        let names: Vec<String> =
            purposes.iter().map(|purpose| purpose.own.clone()).chain(terms).collect();
        let mut all = vec![any_of("purpose", names.iter().map(String::as_str))];
        all.push(day("gteq", self.from));
        all.extend(self.until.map(|until| day("lteq", until)));
        all
    }
}

impl Prohibition {
    fn value(&self) -> Value {
        json!({
            "assigner": self.assigner,
            "assignee": {
                "@type": "PartyCollection",
                "refinement": [any_of("industry", self.against.iter().map(String::as_str))],
            },
            "target": self.targets,
            "action": "use",
        })
    }
}

/// Puts a list where there is one.
fn put(object: &mut Map<String, Value>, key: &str, list: Vec<Value>) {
    if !list.is_empty() {
        object.insert(key.to_owned(), Value::Array(list));
    }
}

fn any_of<'a>(what: &str, names: impl Iterator<Item = &'a str>) -> Value {
    let mut names: Vec<&str> = names.collect();
    names.dedup();
    let names: Vec<Value> = names.into_iter().map(|name| json!({ "@id": name })).collect();
    json!({ "leftOperand": what, "operator": "isAnyOf", "rightOperand": names })
}

fn day(operator: &str, day: Date) -> Value {
    json!({
        "leftOperand": "dateTime",
        "operator": operator,
        "rightOperand": { "@value": day.to_string(), "@type": "xsd:date" },
    })
}

fn within(duration: &str) -> Value {
    json!({
        "leftOperand": "elapsedTime",
        "operator": "lteq",
        "rightOperand": { "@value": duration, "@type": "xsd:duration" },
    })
}
