//! One random change to a case.

use policy::{
    AgreementKind, Assurance, EmergencyKind, Form, OrderKind, OrganizationKind, Regime, Status,
};

use crate::{
    generate::{Chance, DAY, NOW, strings},
    wire::{
        Agreement, Case, Clause, Client, Consent, Emergency, Expiry, Label, Maybe, Order,
        Restriction, Table,
    },
};

impl Chance {
    pub(crate) fn change(&mut self, case: &mut Case) {
        match self.below(12) {
            0..4 => self.change_label(case),
            4..7 => self.change_request(case),
            7..9 => {
                let count = case.world.agreements.len();
                if count > 0 {
                    let at = if self.yes(70) { 0 } else { self.below(count) };
                    let mut agreement = case.world.agreements[at].clone();
                    self.change_agreement(&mut agreement);
                    case.world.agreements[at] = agreement;
                }
            }
            9..11 => {
                let count = case.world.consents.len();
                if count > 0 {
                    let at = if self.yes(70) { 0 } else { self.below(count) };
                    let mut consent = case.world.consents[at].clone();
                    self.change_consent(&mut consent);
                    case.world.consents[at] = consent;
                }
            }
            _ if self.yes(60) => {
                let at = if self.yes(80) { 0 } else { self.below(case.world.clients.len()) };
                let mut client = case.world.clients[at].clone();
                self.change_client(&mut client);
                case.world.clients[at] = client;
            }
            _ => {
                let at = self.below(case.world.organizations.len());
                let kind = *self.pick(OrganizationKind::ALL);
                let kinds = &mut case.world.organizations[at].kinds;
                if kinds.len() > 1 && self.yes(40) {
                    kinds.pop();
                } else {
                    kinds.push(kind);
                }
            }
        }
    }

    fn change_label(&mut self, case: &mut Case) {
        let mut label = case.request.labels[0].clone();
        if self.yes(30) {
            // One more record beside the first.
            self.change_mark(&mut label);
            case.request.labels.push(label);
            return;
        }
        self.change_mark(&mut label);
        case.request.labels[0] = label;
    }

    pub(crate) fn change_mark(&mut self, label: &mut Label) {
        let regime = self.pick(Regime::ALL).to_string();
        match self.below(17) {
            0 => label.class = Some(self.class()),
            1 => label.class = [None, Some("unheard_of".to_owned())][self.below(2)].clone(),
            2..6 => label.regimes.get_or_insert_default().push(regime),
            6 => label.regimes = Some(vec![regime]),
            7 => {
                let odd = [None, Some(Vec::new()), Some(strings(&["STATE_GENETIC", "HIPAA"]))];
                label.regimes = odd[self.below(3)].clone();
            }
            8 => {
                label.origin =
                    [None, Some(self.party()), Some("nobody".to_owned())][self.below(3)].clone();
            }
            9 => {
                label.client =
                    [None, Some(self.client()), Some("stranger".to_owned())][self.below(3)].clone();
            }
            10 => label.identifiability = [None, Some(self.form())][self.below(2)],
            11 => label.consent = [None, Some("consent 0".to_owned())][self.below(2)].clone(),
            12 | 13 => label.bound_to = Maybe::Some(self.purpose()),
            14 | 15 => label.destroy_by = Maybe::Some(self.time()),
            _ => label.holder = [None, Some(self.party())][self.below(2)].clone(),
        }
    }

    fn change_request(&mut self, case: &mut Case) {
        let party = self.party();
        let request = &mut case.request;
        let person = &mut request.person;
        match self.below(26) {
            0..3 => request.at = self.time(),
            3 => request.action = self.action(),
            4 => request.purpose = self.purpose(),
            5 => request.purpose = "unheard_of".to_owned(),
            6 => person.organization = [Maybe::NONE, Maybe::Some(party)][self.below(2)].clone(),
            7 => person.client = Maybe::Some(self.client()),
            8 => person.is_medical = !person.is_medical,
            9 => person.assurance = *self.pick(Assurance::ALL),
            10 => person.trained_until = self.maybe_time(),
            11 => person.relatives = vec![self.client()],
            12 => person.is_locked = self.yes(60),
            13 => request.to = [Maybe::NONE, Maybe::Some(party)][self.below(2)].clone(),
            14 => request.from = [Maybe::NONE, Maybe::Some(party)][self.below(2)].clone(),
            15 => {
                // The same flow to another recipient.
                request.to = Maybe::Some(party.clone());
                person.organization = Maybe::Some(party);
            }
            16 | 17 => request.identifiability = self.form(),
            18 => request.has_subpoena = !request.has_subpoena,
            19 | 20 => request.order = self.order().into(),
            21 | 22 => request.emergency = self.emergency().into(),
            23 => request.table = self.table().into(),
            _ => person.role = Maybe::Some(["worker", "nurse"][self.below(2)].to_owned()),
        }
    }

    fn order(&mut self) -> Option<Order> {
        let expires = self.maybe_time();
        let kind = *self.pick(OrderKind::ALL);
        self.yes(85).then(|| Order {
            kind,
            is_checked: self.yes(70),
            scope: self.classes(),
            expires,
        })
    }

    fn emergency(&mut self) -> Option<Emergency> {
        let started = NOW - [0, 1, 3_599_999_999, 3_600_000_000, -1, DAY][self.below(6)];
        let kind = *self.pick(EmergencyKind::ALL);
        self.yes(85).then(|| Emergency {
            kind,
            client: if self.yes(80) { "ana".to_owned() } else { self.client() },
            is_attested: self.yes(80),
            is_consent_obtainable: self.yes(20),
            started,
        })
    }

    fn table(&mut self) -> Option<Table> {
        let lines = 1 + self.below(3);
        let row = |chance: &mut Self| {
            (0..lines).map(|_| *chance.pick(&[0_u64, 1, 9, 10, 11, 12, 30, 500])).collect()
        };
        let counts = (0..lines).map(|_| row(self)).collect();
        let total = |chance: &mut Self| Maybe::from(chance.yes(50).then_some(lines - 1));
        self.yes(85).then(|| Table { counts, total_row: total(self), total_column: total(self) })
    }

    pub(crate) fn change_agreement(&mut self, agreement: &mut Agreement) {
        let (purpose, classes) = (self.purpose(), self.classes());
        match self.below(17) {
            0 => agreement.kind = *self.pick(AgreementKind::ALL),
            1 => agreement.status = *self.pick(Status::ALL),
            2 => agreement.effective = self.time(),
            3 | 4 => agreement.expires = self.maybe_time(),
            5 => drop(agreement.parties.pop()),
            6 => agreement.under = Maybe::Some(format!("agreement {}", self.below(3))),
            7 => agreement.identifiability = self.form(),
            8 | 9 => agreement.wants_training = true,
            10 => agreement.assurance = *self.pick(Assurance::ALL),
            11 => agreement.suppresses_small_cells = true,
            12 => {
                agreement.clauses.push(Clause {
                    against: vec![
                        *self.pick(OrganizationKind::ALL),
                        *self.pick(OrganizationKind::ALL),
                    ],
                    classes,
                    yields_to_order: self.yes(50),
                });
            }
            13 => {
                agreement
                    .grants
                    .iter_mut()
                    .for_each(|grant| grant.purposes = vec![purpose.clone()]);
            }
            14 => agreement.grants.iter_mut().for_each(|grant| grant.classes.clone_from(&classes)),
            15 => {
                let action = self.action();
                agreement.grants.iter_mut().for_each(|grant| grant.actions = vec![action]);
            }
            _ => agreement.grants.iter_mut().for_each(|grant| {
                grant.roles = Maybe::Some(strings(&["nurse"]));
            }),
        }
    }

    pub(crate) fn change_consent(&mut self, consent: &mut Consent) {
        match self.below(16) {
            0 => consent.client = self.client(),
            1 => consent.form = *self.pick(Form::ALL),
            2 => consent.signer = self.client(),
            3 => consent.is_written = false,
            4 => consent.is_complete = false,
            5 => consent.from = vec![self.party()],
            6 => consent.to = vec![self.party()],
            7 => {
                consent.to.clear();
                consent.to_kinds = vec![*self.pick(OrganizationKind::ALL)];
            }
            8 => consent.purposes = vec![self.purpose()],
            9 => consent.classes = self.classes(),
            10 => consent.signed = self.time(),
            11 => consent.expires = Expiry::At(self.time()),
            12 => {
                consent.expires =
                    if self.yes(50) { Expiry::Never } else { Expiry::Event(self.maybe_time()) };
            }
            13 | 14 => consent.revoked = Maybe::Some(self.time()),
            _ => {
                consent.revoked = Maybe::Some(self.time());
                consent.irrevocable_until = Maybe::Some(self.time());
            }
        }
    }

    pub(crate) fn change_client(&mut self, client: &mut Client) {
        match self.below(10) {
            0 | 1 => client.is_adult = false,
            2 => {
                client.is_adult = false;
                client.consents_alone = true;
            }
            3 => client.guardians = vec![self.client()],
            4 => client.alleged_abusers = vec![self.client()],
            5 => client.custody = Maybe::Some(self.party()),
            6 | 7 => client.opt_outs = vec![*self.pick(Regime::ALL)],
            8 => client.has_protected_address = true,
            _ => {
                let to = if self.yes(50) { Maybe::NONE } else { Maybe::Some(self.party()) };
                client.restrictions.push(Restriction { class: self.class(), to });
            }
        }
    }
}
