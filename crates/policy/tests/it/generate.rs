//! Random worlds with a request in each. Every one begins as a request that some rule lets go; then
//! noise is added, and most of the time a few things are changed at random.

mod plain;

use policy::{
    Action, AgreementKind, Assurance, ClassKind, EmergencyKind, Form, Identifiability, OrderKind,
    OrganizationKind as Kind, PurposeKind, Regime, Status,
};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};

use self::plain::{plain_agreement, plain_client, plain_consent, request};
use crate::wire::{
    Agreement, Case, Clause, Client, Consent, Emergency, Expiry, Grant, Label, Maybe, Order,
    Organization, Person, Request, Restriction, Table, World,
};

pub(crate) struct Chance(pub(crate) StdRng);

pub(crate) const DAY: i64 = 86_400_000_000;
const HOUR: i64 = 3_600_000_000;
pub(crate) const NOW: i64 = 1_795_000_000_000_000;

pub(crate) const PARTIES: &[(&str, &[Kind])] = &[
    ("mercy", &[Kind::HipaaCoveredEntity, Kind::HealthProvider]),
    ("bh", &[Kind::HipaaCoveredEntity, Kind::HealthProvider]),
    ("valley", &[Kind::Part2Program, Kind::HipaaCoveredEntity, Kind::HealthProvider]),
    ("clinic", &[Kind::HealthProvider]),
    ("coc", &[Kind::HmisLead, Kind::SocialServices]),
    ("shelter", &[Kind::HmisParticipant, Kind::SocialServices]),
    ("haven", &[Kind::VictimServiceProvider]),
    ("dhs", &[Kind::BenefitsAgency]),
    ("cps", &[Kind::ChildWelfareAgency]),
    ("usd", &[Kind::EducationAgency]),
    ("pd", &[Kind::LawEnforcement, Kind::CjisAuthorized]),
    ("da", &[Kind::Prosecutor, Kind::CjisAuthorized]),
    ("prob", &[Kind::CriminalJustice, Kind::CjisAuthorized]),
    ("univ", &[Kind::Researcher]),
    ("va", &[Kind::FederalAgency]),
];
pub(crate) const CLASSES: &[(&str, ClassKind)] = &[
    ("contact", ClassKind::Address),
    ("status", ClassKind::Record),
    ("history", ClassKind::Record),
    ("notes", ClassKind::Record),
    ("abuse_report", ClassKind::Report),
];
pub(crate) const CLIENTS: &[&str] = &["ana", "ben", "cleo", "abuser"];

/// How a request can come to be permitted: the purpose, who gives, who gets, and the laws.
struct Way(&'static str, PurposeKind, &'static str, &'static str, &'static [&'static str]);

const WAYS: &[Way] = &[
    Way("agreement", PurposeKind::Treatment, "mercy", "bh", &["HIPAA"]),
    Way("agreement", PurposeKind::Treatment, "clinic", "mercy", &["HIPAA"]),
    Way("agreement", PurposeKind::Service, "mercy", "coc", &["HIPAA"]),
    Way("part2_tpo", PurposeKind::Treatment, "valley", "mercy", &["HIPAA", "PART2"]),
    Way("part2_tpo", PurposeKind::Treatment, "valley", "clinic", &["HIPAA", "PART2"]),
    Way("part2_specific", PurposeKind::Service, "valley", "coc", &["HIPAA", "PART2"]),
    Way("part2_specific", PurposeKind::Benefits, "valley", "dhs", &["HIPAA", "PART2"]),
    Way(
        "part2_criminal_justice",
        PurposeKind::CourtSupervision,
        "valley",
        "prob",
        &["HIPAA", "PART2"],
    ),
    Way("part2_notes", PurposeKind::Treatment, "valley", "bh", &["HIPAA", "PART2", "PART2_NOTES"]),
    Way("part2_proceedings", PurposeKind::Proceedings, "valley", "da", &["HIPAA", "PART2"]),
    Way("passed_on", PurposeKind::Treatment, "mercy", "bh", &["HIPAA", "PART2"]),
    Way("vawa_release", PurposeKind::Service, "haven", "coc", &["VAWA"]),
    Way("custody", PurposeKind::ChildWelfare, "usd", "cps", &["FERPA"]),
    Way("ferpa", PurposeKind::Service, "usd", "coc", &["FERPA"]),
    Way("agreement", PurposeKind::Service, "shelter", "coc", &["HMIS"]),
    Way("agreement", PurposeKind::SchoolMeals, "dhs", "usd", &["SNAP"]),
    Way("matching", PurposeKind::Benefits, "va", "dhs", &["PRIVACY_ACT"]),
    Way("license", PurposeKind::Research, "coc", "univ", &["HMIS"]),
    Way("license", PurposeKind::Research, "mercy", "univ", &["HIPAA", "FERPA", "SNAP"]),
    Way("agreement", PurposeKind::Other, "prob", "pd", &["CJIS"]),
    Way("agreement", PurposeKind::Other, "prob", "shelter", &["NONE"]),
    Way("own", PurposeKind::Other, "valley", "", &["HIPAA", "PART2"]),
    Way("report", PurposeKind::MandatedReport, "valley", "cps", &["HIPAA", "PART2"]),
    Way("record", PurposeKind::MandatedReport, "valley", "cps", &["HIPAA", "PART2"]),
    Way("report", PurposeKind::MandatedReport, "haven", "cps", &["VAWA"]),
    Way("part2_order", PurposeKind::Proceedings, "valley", "da", &["HIPAA", "PART2"]),
    Way("court_order", PurposeKind::Proceedings, "haven", "pd", &["VAWA"]),
    Way("court_order", PurposeKind::Proceedings, "coc", "pd", &["HMIS"]),
    Way("medical", PurposeKind::EmergencyTreatment, "valley", "mercy", &["HIPAA", "PART2"]),
    Way("threat", PurposeKind::SafetyThreat, "usd", "pd", &["FERPA"]),
    Way("subpoena", PurposeKind::Proceedings, "coc", "pd", &["HMIS"]),
    Way("totals", PurposeKind::Reporting, "haven", "coc", &["VAWA"]),
    Way("totals", PurposeKind::Reporting, "coc", "univ", &["HMIS"]),
];

impl Chance {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end)
    }

    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    pub(crate) fn yes(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn party(&mut self) -> String {
        self.pick(PARTIES).0.to_owned()
    }

    pub(crate) fn class(&mut self) -> String {
        self.pick(CLASSES).0.to_owned()
    }

    pub(crate) fn classes(&mut self) -> Vec<String> {
        if self.yes(15) {
            return strings(&["*"]);
        }
        (0..=self.below(3)).map(|_| self.class()).collect()
    }

    pub(crate) fn client(&mut self) -> String {
        (*self.pick(CLIENTS)).to_owned()
    }

    /// An instant at a round distance from now, or one step before it; often the very edge.
    pub(crate) fn time(&mut self) -> i64 {
        if self.yes(35) {
            return NOW + [0, 0, 1, -1][self.below(4)];
        }
        let days = i64::try_from(self.below(9)).unwrap() - 4;
        NOW + days * DAY - i64::from(self.yes(30))
    }

    pub(crate) fn maybe_time(&mut self) -> Maybe<i64> {
        if self.yes(30) { Maybe::NONE } else { Maybe::Some(self.time()) }
    }

    pub(crate) fn purpose(&mut self) -> String {
        self.pick(PurposeKind::ALL).to_string()
    }

    /// A world, and a request in it.
    pub(crate) fn case(&mut self) -> Case {
        let mut case = self.permitted();
        for _ in 0..self.below(4) {
            let agreement = self.agreement();
            case.world.agreements.push(agreement);
        }
        for _ in 0..self.below(4) {
            let consent = self.consent();
            case.world.consents.push(consent);
        }
        self.add_conditions(&mut case);
        let changes = if self.yes(45) { 0 } else { 1 + self.below(3) };
        for _ in 0..changes {
            self.change(&mut case);
        }
        name_everything(&mut case);
        case
    }

    /// What refuses only together, or is seldom, and one change would not often bring about.
    fn add_conditions(&mut self, case: &mut Case) {
        self.add_to_request(case);
        self.add_to_client(case);
        if self.yes(10) {
            case.request.person.trained_until = self.maybe_time();
            for agreement in &mut case.world.agreements {
                agreement.wants_training = true;
            }
        }
        if self.yes(15) {
            self.put_under_another(case);
        }
        if self.yes(20)
            && let Some(first) = case.world.consents.first_mut()
        {
            self.change_consent(first);
        }
        if self.yes(8)
            && let Some(first) = case.world.consents.first_mut()
        {
            first.form = *self.pick(Form::ALL);
        }
        if self.yes(5) {
            self.forbid(case);
        }
        if self.yes(4) {
            let ended = Maybe::Some(self.time());
            case.world.agreements.iter_mut().for_each(|each| each.expires = ended.clone());
        }
        if self.yes(5) {
            case.world.threat_profile = self.classes();
            case.world.medical_profile = self.classes();
        }
    }

    fn add_to_request(&mut self, case: &mut Case) {
        let request = &mut case.request;
        if self.yes(6) {
            request.identifiability = self.form();
        }
        if self.yes(4) {
            request.action = self.action();
        }
        if let Maybe::Some(order) = &mut request.order {
            order.is_checked = self.yes(80);
            order.expires = if self.yes(70) { Maybe::NONE } else { self.maybe_time() };
        }
        if let Maybe::Some(emergency) = &mut request.emergency {
            emergency.started -= [0, 0, 0, 1, HOUR - 1, HOUR][self.below(6)];
            emergency.is_consent_obtainable = self.yes(10);
        }
        if self.yes(8) {
            let law = self.pick(Regime::ALL).to_string();
            request.labels[0].regimes.get_or_insert_default().push(law);
        }
        if self.yes(5) {
            request.labels[0].destroy_by = Maybe::Some(self.time());
        }
    }

    fn add_to_client(&mut self, case: &mut Case) {
        let client = &mut case.world.clients[0];
        if self.yes(5) {
            client.has_protected_address = true;
        }
        if self.yes(5) {
            let class = case.request.labels[0].class.clone().unwrap();
            let to = if self.yes(50) { Maybe::NONE } else { case.request.to.clone() };
            client.restrictions.push(Restriction { class, to });
        }
        if self.yes(10) {
            // A guardian signs, who may be the abuser.
            client.is_adult = self.yes(30);
            client.consents_alone = self.yes(20);
            client.guardians = vec![self.client()];
            let signer = client.guardians[0].clone();
            case.world.consents.iter_mut().take(1).for_each(|each| each.signer.clone_from(&signer));
        }
    }

    /// A clause against this very recipient.
    fn forbid(&mut self, case: &mut Case) {
        let to = case.request.to.get().cloned().unwrap_or_default();
        let kinds =
            PARTIES.iter().filter(|(id, _)| *id == to).flat_map(|(_, kinds)| kinds.to_vec());
        let clause = Clause {
            against: kinds.collect(),
            classes: self.classes(),
            yields_to_order: self.yes(50),
        };
        let mut agreement = self.agreement();
        agreement.clauses.push(clause);
        agreement.parties.extend(case.request.from.get().cloned());
        case.world.agreements.push(agreement);
    }

    /// Puts the first agreement under one of a higher tier, which may not stand, or not exist.
    fn put_under_another(&mut self, case: &mut Case) {
        let Some(first) = case.world.agreements.first_mut() else { return };
        first.under = Maybe::Some("upper".to_owned());
        let mut upper = self.agreement();
        upper.id = "upper".to_owned();
        upper.kind = AgreementKind::Emou;
        upper.effective = NOW - [0, 4 * DAY, 4 * DAY, -DAY][self.below(4)];
        if self.yes(30) {
            upper.status = *self.pick(Status::ALL);
        }
        if self.yes(10) {
            // A circle.
            upper.under = Maybe::Some("upper".to_owned());
        }
        if self.yes(95) {
            case.world.agreements.push(upper);
        }
    }

    /// A case that some rule lets go.
    fn permitted(&mut self) -> Case {
        let Way(how, kind, from, to, laws) = *self.pick(WAYS);
        let class = if how == "report" { "abuse_report".to_owned() } else { self.class() };
        let mut case = Case { world: self.world(), request: request(kind, from, to, laws, &class) };
        let needs_agreement = ![
            "own",
            "report",
            "record",
            "part2_order",
            "court_order",
            "subpoena",
            "medical",
            "threat",
            "totals",
        ]
        .contains(&how);
        if needs_agreement {
            let mut agreement = plain_agreement(from, to, kind, &class);
            match how {
                "matching" => agreement.kind = AgreementKind::Matching,
                "license" => agreement.kind = AgreementKind::Dul,
                _ => {}
            }
            case.world.agreements.push(agreement);
        }
        open(how, &mut case, &class);
        case
    }

    fn world(&mut self) -> World {
        World {
            classes: CLASSES.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect(),
            purposes: PurposeKind::ALL.iter().map(|kind| (kind.to_string(), *kind)).collect(),
            organizations: PARTIES
                .iter()
                .map(|(id, kinds)| Organization { id: (*id).to_owned(), kinds: kinds.to_vec() })
                .collect(),
            agreements: Vec::new(),
            clients: CLIENTS.iter().map(|id| plain_client(id)).collect(),
            consents: Vec::new(),
            medical_profile: self.classes(),
            threat_profile: self.classes(),
        }
    }

    /// An agreement about anything.
    pub(crate) fn agreement(&mut self) -> Agreement {
        let (from, to, class) = (self.party(), self.party(), self.class());
        let kind = *self.pick(PurposeKind::ALL);
        let mut agreement = plain_agreement(&from, &to, kind, &class);
        agreement.kind = *self.pick(AgreementKind::ALL);
        agreement.expires = self.maybe_time();
        if self.yes(50) {
            agreement.parties.push(self.party());
        }
        agreement
    }

    /// A consent to anything.
    pub(crate) fn consent(&mut self) -> Consent {
        let client = self.client();
        let (from, to, class, purpose) = (self.party(), self.party(), self.class(), self.purpose());
        let mut consent =
            plain_consent(*self.pick(Form::ALL), &client, &from, &to, &purpose, &class);
        consent.revoked = if self.yes(30) { Maybe::Some(self.time()) } else { Maybe::NONE };
        consent
    }

    pub(crate) fn form(&mut self) -> Identifiability {
        *self.pick(Identifiability::ALL)
    }

    pub(crate) fn action(&mut self) -> Action {
        *self.pick(Action::ALL)
    }
}

pub(crate) fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// What this way needs besides an agreement.
fn open(how: &str, case: &mut Case, class: &str) {
    let request = &mut case.request;
    let to = request.to.get().cloned().unwrap_or_default();
    let holder = request.from.get().cloned().unwrap();
    let purpose = request.purpose.clone();
    let consent =
        |form, from: &str, to: &str| plain_consent(form, "ana", from, to, &purpose, class);
    match how {
        "license" => request.identifiability = Identifiability::Deidentified,
        "own" => {
            request.action = Action::AccessOwn;
            request.to = Maybe::NONE;
            request.person.organization = Maybe::NONE;
            request.person.client = Maybe::Some("ana".to_owned());
        }
        "report" | "record" => {
            request.action = Action::Report;
            request.person.organization = Maybe::Some(holder);
        }
        "part2_order" => {
            request.has_subpoena = true;
            request.order = Maybe::Some(order(OrderKind::Part2Order, class));
        }
        "subpoena" => request.has_subpoena = true,
        "court_order" => request.order = Maybe::Some(order(OrderKind::CourtOrder, class)),
        "medical" => {
            request.emergency = Maybe::Some(emergency(EmergencyKind::Medical));
            case.world.medical_profile = strings(&["status", class]);
        }
        "threat" => {
            request.emergency = Maybe::Some(emergency(EmergencyKind::Threat));
            case.world.threat_profile = strings(&["status", class]);
        }
        "totals" => {
            request.identifiability = Identifiability::Aggregate;
            request.table = Maybe::Some(Table {
                counts: vec![vec![61, 24], vec![58, 9]],
                total_row: Maybe::NONE,
                total_column: Maybe::NONE,
            });
        }
        "custody" => case.world.clients[0].custody = Maybe::Some(to),
        "passed_on" => {
            let mut under = consent(Form::Part2Tpo, "valley", &holder);
            under.id = "passed".to_owned();
            case.world.consents.push(under);
            request.labels[0].consent = Some("passed".to_owned());
            request.labels[0].origin = Some("valley".to_owned());
        }
        form => {
            let form = form.parse().ok();
            case.world.consents.extend(form.map(|form| consent(form, &holder, &to)));
        }
    }
}

fn emergency(kind: EmergencyKind) -> Emergency {
    Emergency {
        kind,
        client: "ana".to_owned(),
        is_attested: true,
        is_consent_obtainable: false,
        started: NOW,
    }
}

fn order(kind: OrderKind, class: &str) -> Order {
    Order { kind, is_checked: true, scope: strings(&[class]), expires: Maybe::NONE }
}

/// Gives ids to what has none.
fn name_everything(case: &mut Case) {
    for (number, agreement) in case.world.agreements.iter_mut().enumerate() {
        if agreement.id.is_empty() {
            agreement.id = format!("agreement {number}");
        }
    }
    for (number, consent) in case.world.consents.iter_mut().enumerate() {
        if consent.id.is_empty() {
            consent.id = format!("consent {number}");
        }
    }
}
