//! The format `disclosure-cases/1`: one world, requests in it, and what should come of them.

use std::collections::BTreeMap;

use base::{Date, Instant, Zone};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::failure::Failure;

#[derive(Debug, Deserialize)]
pub(super) struct Book {
    pub(super) format: String,
    pub(super) now: String,
    pub(super) orgs: BTreeMap<String, Organization>,
    pub(super) users: BTreeMap<String, User>,
    pub(super) holdings: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    pub(super) received: Vec<Received>,
    pub(super) subjects: BTreeMap<String, Subject>,
    pub(super) agreements: Vec<Agreement>,
    #[serde(default)]
    pub(super) consents: Vec<Consent>,
    #[serde(default)]
    pub(super) emergency_profiles: BTreeMap<String, Vec<String>>,
    cases: Vec<Case>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Organization {
    pub(super) name: String,
    pub(super) kinds: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct User {
    pub(super) org: Option<String>,
    pub(super) role: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) medical_personnel: bool,
    pub(super) training: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Received {
    pub(super) holder: String,
    pub(super) subject: String,
    pub(super) class: String,
    pub(super) origin: String,
    pub(super) regimes: Vec<String>,
    pub(super) under_consent: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Subject {
    pub(super) adult: bool,
    pub(super) alleged_abuser: Option<String>,
    pub(super) legal_custody: Option<String>,
    #[serde(default)]
    pub(super) opt_out: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Agreement {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) status: String,
    pub(super) effective: Date,
    pub(super) expires: Option<Date>,
    pub(super) parties: Vec<String>,
    pub(super) under: Option<String>,
    #[serde(default)]
    pub(super) requires_training: bool,
    pub(super) law_enforcement: Option<String>,
    pub(super) identifiability: Option<String>,
    pub(super) min_cell: Option<u32>,
    #[serde(default)]
    pub(super) grants: Vec<Grant>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Grant {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) purposes: Vec<String>,
    pub(super) classes: Classes,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Classes {
    /// `*`.
    All(String),
    These(Vec<String>),
}

#[derive(Debug, Deserialize)]
pub(super) struct Consent {
    pub(super) id: String,
    pub(super) subject: String,
    pub(super) form: String,
    pub(super) signer: String,
    pub(super) written: bool,
    pub(super) elements_complete: bool,
    pub(super) from: Vec<String>,
    pub(super) to: Vec<String>,
    pub(super) purposes: Vec<String>,
    pub(super) classes: Classes,
    pub(super) signed: String,
    pub(super) expires: Option<String>,
    pub(super) irrevocable_until: Option<String>,
    pub(super) revoked: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    title: String,
    expect: Value,
    #[serde(default)]
    neighbours: Vec<Neighbour>,
    #[serde(flatten)]
    request: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
struct Neighbour {
    change: Map<String, Value>,
    expect: Value,
}

/// A request with its name and what is expected.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) request: Request,
    pub(super) expect: Expected,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    pub(super) who: String,
    pub(super) action: String,
    pub(super) purpose: String,
    pub(super) about: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) classes: Vec<String>,
    pub(super) at: Option<String>,
    pub(super) identifiability: Option<String>,
    #[serde(default)]
    pub(super) context: Context,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Context {
    #[serde(default)]
    pub(super) subpoena: bool,
    pub(super) court_order: Option<Order>,
    pub(super) medical_emergency: Option<Claimed>,
    pub(super) safety_emergency: Option<Claimed>,
    pub(super) table: Option<Table>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Order {
    pub(super) kind: String,
    pub(super) verified_by_counsel: bool,
    pub(super) scope: Vec<String>,
    pub(super) expires: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Claimed {
    pub(super) attested: bool,
    #[serde(default)]
    pub(super) consent_obtainable: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Table {
    pub(super) rows: Vec<String>,
    pub(super) cols: Vec<String>,
    pub(super) counts: Vec<Vec<u64>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Expected {
    pub(super) decision: String,
    pub(super) reason: Option<String>,
    pub(super) withheld: Option<BTreeMap<String, String>>,
    #[serde(default)]
    pub(super) obligations: Vec<String>,
}

const FORMAT: &str = "disclosure-cases/1";

impl Book {
    pub(super) fn read(name: &str, text: &str) -> Result<Self, Failure> {
        let unusable = |error: &dyn std::fmt::Display| {
            Failure::Unusable(format!("`{name}` holds no cases: {error}"))
        };
        let book: Self = serde_saphyr::from_str(text).map_err(|error| unusable(&error))?;
        if book.format == FORMAT {
            Ok(book)
        } else {
            Err(unusable(&format!("expected format `{FORMAT}`, found `{}`", book.format)))
        }
    }

    /// Every request: the cases, and after each its neighbours.
    pub(super) fn requests(&self) -> Result<Vec<Asked>, Failure> {
        let mut all = Vec::new();
        for case in &self.cases {
            let of = |name: String, request: &Map<String, Value>, expect: &Value| {
                let wrong = |error: serde_json::Error| {
                    Failure::Unusable(format!("the case {name} cannot be read: {error}"))
                };
                Ok::<_, Failure>(Asked {
                    request: serde_json::from_value(Value::Object(request.clone()))
                        .map_err(wrong)?,
                    expect: serde_json::from_value(expect.clone()).map_err(wrong)?,
                    title: case.title.clone(),
                    name,
                })
            };
            all.push(of(case.id.clone(), &case.request, &case.expect)?);
            for (number, neighbour) in (1..).zip(&case.neighbours) {
                let mut request = case.request.clone();
                request.extend(neighbour.change.clone());
                let name = format!("{}, neighbour {number}", case.id);
                all.push(of(name, &request, &neighbour.expect)?);
            }
        }
        Ok(all)
    }
}

/// An instant; a date means the end of that day.
pub(super) fn until(text: &str) -> Result<Instant, Failure> {
    instant(text, 1)
}

/// An instant; a date means the beginning of that day.
pub(super) fn since(text: &str) -> Result<Instant, Failure> {
    instant(text, 0)
}

fn instant(text: &str, days: i64) -> Result<Instant, Failure> {
    let day = |date: Date| date.plus_days(days).start_in(&Zone::utc());
    text.parse().map(day).or_else(|_no_date| Instant::parse_rfc3339(text)).map_err(|error| {
        Failure::Unusable(format!("`{text}` is neither a date nor an instant: {error}"))
    })
}
