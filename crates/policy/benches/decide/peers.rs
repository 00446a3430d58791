//! The same paper and the same requests for Cedar and for Rego, in the same run: as much of the model as
//! speaks in them. Both get less to do than the engine, which also examines every other law and says why
//! a record is withheld.

use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
};

use cedar_policy::{Authorizer, Context, Decision, Entities, EntityUid, PolicySet};
use policy::{Agreement, Consent, Names, Organization, Paper, Request};
use regorus::{Engine, Value as Rego, languages::rego::compiler::Compiler, rvm::vm::RegoVM};
use serde_json::{Map, Value, json};

/// Both, ready to be asked by the place of a request in the list that they were made of.
pub(crate) struct Peers {
    rego: RegoVM,
    inputs: Vec<Rego>,
    policies: PolicySet,
    entities: Entities,
    asked: Vec<cedar_policy::Request>,
}

impl Peers {
    pub(crate) fn new(paper: &Paper, requests: &[Request]) -> Result<Self, Box<dyn Error>> {
        let names = &paper.names;
        let agreements: HashMap<String, Value> = paper
            .agreements
            .iter()
            .map(|each| (parties(each).join(" "), agreement(names, each)))
            .collect();
        let consents: HashMap<String, Value> = paper
            .consents
            .iter()
            .flat_map(|each| {
                recipients(each).map(move |to| (format!("{} {to}", each.client), each))
            })
            .map(|(key, each)| (key, consent(names, each)))
            .collect();
        let mut peers = Self {
            rego: rego(paper)?,
            inputs: Vec::new(),
            policies: include_str!("peer.cedar").parse()?,
            entities: Entities::empty(),
            asked: Vec::new(),
        };
        let mut entities = Vec::new();
        for (place, request) in requests.iter().enumerate() {
            let input =
                input(names, request).ok_or("a request of the benchmark lacks something")?;
            let whole = |name: &str| input.get(name).unwrap_or(&Value::Null);
            let of = |name: &str| whole(name).as_str().unwrap_or_default();
            let (person, record) = (format!("Person::\"{place}\""), format!("Record::\"{place}\""));
            entities.push(entity("Person", place, whole("person")));
            let record_of = json!({
                "holder": of("from"), "client": of("client"), "class": of("class"),
                "regimes": whole("regimes"), "restricted_to": [],
            });
            entities.push(entity("Record", place, &record_of));
            let context = json!({
                "at": whole("at"), "to": of("to"), "purpose": of("purpose"),
                "to_kinds": paper.organizations.iter()
                    .filter(|each| Some(each.id) == request.pattern.to)
                    .flat_map(kinds).collect::<Vec<_>>(),
                "agreement": agreements.get(&format!("{} {}", of("from"), of("to"))),
                "consent": consents.get(&format!("{} {}", of("client"), of("to"))),
            });
            peers.asked.push(cedar_policy::Request::new(
                person.parse::<EntityUid>()?,
                "Action::\"disclose\"".parse()?,
                record.parse()?,
                Context::from_json_value(context, None)?,
                None,
            )?);
            peers.inputs.push(Rego::from(input));
        }
        peers.entities = Entities::from_json_value(Value::Array(entities), None)?;
        Ok(peers)
    }

    pub(crate) fn rego(&mut self, place: usize) -> bool {
        let Some(input) = self.inputs.get(place) else { return false };
        self.rego.set_input(input.clone());
        self.rego.execute().is_ok_and(|answer| answer == Rego::from(true))
    }

    pub(crate) fn cedar(&self, place: usize) -> bool {
        let Some(asked) = self.asked.get(place) else { return false };
        let response = Authorizer::new().is_authorized(asked, &self.policies, &self.entities);
        response.decision() == Decision::Allow
    }
}

/// The policy for Rego, compiled, with what it looks in.
fn rego(paper: &Paper) -> Result<RegoVM, Box<dyn Error>> {
    let entry = "data.concord.permit";
    let data = Rego::from(data(paper));
    let mut engine = Engine::new();
    engine.add_policy("peer.rego".to_owned(), include_str!("peer.rego").to_owned())?;
    engine.add_data(data.clone())?;
    let compiled = engine.compile_with_entrypoint(&entry.into())?;
    let mut rego = RegoVM::new();
    rego.load_program(Compiler::compile_from_policy(&compiled, &[entry])?);
    rego.set_data(data)?;
    Ok(rego)
}

/// What both read of a request; nothing when it lacks a party, a record or its attributes.
fn input(names: &Names, request: &Request) -> Option<Value> {
    let asked = &request.pattern;
    let label = request.labels.first()?;
    let person = &asked.person;
    Some(json!({
        "at": asked.at.micros(),
        "purpose": names.of_purpose(asked.purpose?),
        "from": asked.from?.to_string(),
        "to": asked.to?.to_string(),
        "person": {
            "organization": person.organization?.to_string(),
            "assurance": person.assurance as u8,
            "trained_until": person.trained_until?.micros(),
            "is_locked": person.is_locked,
        },
        "class": names.of_class(label.class?),
        "client": label.client?.to_string(),
        "regimes": label.regimes?.iter().map(policy::Regime::as_str).collect::<Vec<_>>(),
    }))
}

/// What Rego looks in.
fn data(paper: &Paper) -> Value {
    let names = &paper.names;
    let mut agreements = BTreeMap::<_, BTreeMap<_, Vec<Value>>>::new();
    for each in &paper.agreements {
        let [from, to] = parties(each);
        let receivers = agreements.entry(from).or_default();
        receivers.entry(to).or_default().push(agreement(names, each));
    }
    let mut consents = BTreeMap::<_, Vec<Value>>::new();
    for each in &paper.consents {
        consents.entry(each.client.to_string()).or_default().push(consent(names, each));
    }
    let clients = consents
        .into_iter()
        .map(|(client, consents)| (client, json!({ "consents": consents, "restricted_to": [] })));
    let organizations = paper
        .organizations
        .iter()
        .map(|each| (each.id.to_string(), json!({ "kinds": kinds(each) })));
    json!({
        "agreements": agreements,
        "clients": clients.collect::<Map<_, _>>(),
        "organizations": organizations.collect::<Map<_, _>>(),
    })
}

fn kinds(organization: &Organization) -> Vec<&'static str> {
    organization.kinds.iter().map(policy::OrganizationKind::as_str).collect()
}

fn parties(agreement: &Agreement) -> [String; 2] {
    let grant = agreement.grants.first();
    let of =
        |party: Option<base::OrganizationId>| party.map_or_else(String::new, |id| id.to_string());
    [of(grant.map(|grant| grant.from)), of(grant.map(|grant| grant.to))]
}

fn recipients(consent: &Consent) -> impl Iterator<Item = String> {
    consent.to.named.iter().map(ToString::to_string)
}

fn agreement(names: &Names, agreement: &Agreement) -> Value {
    let [from, to] = parties(agreement);
    let grants = &agreement.grants;
    let purposes = grants.iter().flat_map(|grant| &grant.purposes);
    let purposes: Vec<_> = purposes.map(|purpose| names.of_purpose(*purpose)).collect();
    let classes = ["sud_enrollment", "sud_plan"].into_iter().filter(|name| {
        names.class(name).is_some_and(|class| grants.iter().any(|grant| grant.classes.has(class)))
    });
    json!({
        "from": from, "to": to,
        "effective": agreement.effective.micros(),
        "expires": agreement.expires.map(base::Instant::micros),
        "purposes": purposes,
        "classes": classes.collect::<Vec<_>>(),
        "assurance": agreement.assurance as u8,
    })
}

fn consent(names: &Names, consent: &Consent) -> Value {
    let purposes = consent.purposes.iter().map(|purpose| names.of_purpose(*purpose));
    let policy::Expiry::At(expires) = consent.expires else { return Value::Null };
    json!({
        "from": consent.from.first().map(ToString::to_string),
        "to": recipients(consent).next(),
        "client": consent.client.to_string(),
        "is_written": consent.is_written,
        "is_complete": consent.is_complete,
        "purposes": purposes.collect::<Vec<_>>(),
        "signed": consent.signed.micros(),
        "expires": expires.micros(),
        "is_revoked": consent.revoked.is_some(),
    })
}

fn entity(kind: &str, place: usize, attrs: &Value) -> Value {
    json!({ "uid": { "type": kind, "id": place.to_string() }, "attrs": attrs, "parents": [] })
}
