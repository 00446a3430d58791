//! Everything a decision looks at besides the request: who the parties are, what they signed, whom
//! they serve, and what these people allowed.

use std::collections::HashMap;

use base::{Instant, OrganizationId};

use crate::{OrganizationKind, Rule, Set};

mod agreement;
mod consent;
mod names;
mod people;

pub(crate) use agreement::Standing;
pub use agreement::{Agreement, AgreementId, Clause, Grant};
pub use consent::{Consent, ConsentId, Expiry, Few, Recipients};
pub use names::{Class, Classes, Names, Purpose, Role};
pub use people::{Client, ClientId, Organization, Person, Restriction};

/// The records that a world is made of, in any order.
#[derive(Debug, Clone, Default)]
pub struct Paper {
    /// The partnership's names of classes, purposes and roles.
    pub names: Names,
    /// The organizations.
    pub organizations: Vec<Organization>,
    /// The agreements, each in the version that was signed last.
    pub agreements: Vec<Agreement>,
    /// The clients whose records may be asked for.
    pub clients: Vec<Client>,
    /// Their consents, those without effect too: they give the reason.
    pub consents: Vec<Consent>,
    /// What an emergency may open.
    pub profiles: Profiles,
}

/// The classes that an emergency opens, whatever is asked for.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    /// In a medical emergency.
    pub medical: Classes,
    /// When there is a threat.
    pub threat: Classes,
}

/// Paper with its indexes. Two records of the same id that differ are as if there were none; only the
/// prohibiting clauses of both stay.
#[derive(Debug, Clone, Default)]
pub struct World {
    pub(crate) names: Names,
    pub(crate) profiles: Profiles,
    pub(crate) consents: Vec<Consent>,
    organizations: HashMap<OrganizationId, Set<OrganizationKind>>,
    clients: HashMap<ClientId, Client>,
    agreements: Vec<(Agreement, Standing)>,
    /// Agreement and grant, by who gives and who gets.
    grants: HashMap<(OrganizationId, OrganizationId), Vec<(usize, usize)>>,
    givers: HashMap<OrganizationId, Vec<OrganizationId>>,
    clauses: HashMap<OrganizationId, Vec<(Standing, Clause)>>,
    consents_by_client: HashMap<ClientId, Vec<usize>>,
    consents_by_id: HashMap<ConsentId, usize>,
    removed: Set<Rule>,
}

impl World {
    /// Makes the indexes.
    #[must_use]
    pub fn new(paper: Paper) -> Self {
        let organizations = unequivocal(paper.organizations, |organization| organization.id);
        let clients = unequivocal(paper.clients, |client| client.id);
        let mut world = Self {
            names: paper.names,
            profiles: paper.profiles,
            organizations: organizations.into_iter().map(|each| (each.id, each.kinds)).collect(),
            clients: clients.into_iter().map(|client| (client.id, client)).collect(),
            ..Self::default()
        };
        world.take_consents(paper.consents);
        world.take_agreements(paper.agreements);
        world
    }

    /// The same world without one of the rules, so that a test can show that the rule is needed.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn without(mut self, rule: Rule) -> Self {
        self.removed.insert(rule);
        self
    }

    /// The partnership's names.
    #[must_use]
    pub const fn names(&self) -> &Names {
        &self.names
    }

    /// Whether a rule applies; every one does, outside the tests of the rules.
    pub(crate) fn holds(&self, rule: Rule) -> bool {
        !self.removed.has(rule)
    }

    pub(crate) fn kinds(&self, organization: OrganizationId) -> Option<Set<OrganizationKind>> {
        self.organizations.get(&organization).copied()
    }

    /// Every organization, in order.
    pub(crate) fn organizations(&self) -> Vec<OrganizationId> {
        let mut all: Vec<OrganizationId> = self.organizations.keys().copied().collect();
        all.sort_unstable();
        all
    }

    /// The organizations that an agreement lets give something to this one, in order.
    pub(crate) fn givers(&self, to: OrganizationId) -> &[OrganizationId] {
        self.givers.get(&to).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn client(&self, client: ClientId) -> Option<&Client> {
        self.clients.get(&client)
    }

    /// Every client, in order.
    pub(crate) fn clients(&self) -> Vec<&Client> {
        let mut all: Vec<&Client> = self.clients.values().collect();
        all.sort_unstable_by_key(|client| client.id);
        all
    }

    /// The grants from one to the other, each with its agreement and how long that stands.
    pub(crate) fn grants(
        &self,
        from: OrganizationId,
        to: OrganizationId,
    ) -> impl Iterator<Item = (&Agreement, &Standing, &Grant)> {
        let places = self.grants.get(&(from, to)).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&(agreement, grant)| {
            let (agreement, standing) = self.agreements.get(agreement)?;
            Some((agreement, standing, agreement.grants.get(grant)?))
        })
    }

    /// The prohibiting clauses of the agreements that bind a holder now.
    pub(crate) fn clauses(
        &self,
        holder: OrganizationId,
        at: Instant,
    ) -> impl Iterator<Item = &Clause> {
        let clauses = self.clauses.get(&holder).map_or(&[][..], Vec::as_slice);
        clauses
            .iter()
            .filter(move |(standing, _)| standing.is_in_force(at))
            .map(|(_, clause)| clause)
    }

    pub(crate) fn consents_of(&self, client: ClientId) -> impl Iterator<Item = &Consent> {
        let places = self.consents_by_client.get(&client).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&place| self.consents.get(place))
    }

    pub(crate) fn consent(&self, id: ConsentId) -> Option<&Consent> {
        self.consents.get(*self.consents_by_id.get(&id)?)
    }

    fn take_consents(&mut self, consents: Vec<Consent>) {
        self.consents = unequivocal(consents, |consent| consent.id);
        for (place, consent) in self.consents.iter().enumerate() {
            self.consents_by_client.entry(consent.client).or_default().push(place);
            self.consents_by_id.insert(consent.id, place);
        }
    }

    fn take_agreements(&mut self, agreements: Vec<Agreement>) {
        // Before doubtful agreements are left out: a prohibition that is in doubt still prohibits.
        for agreement in &agreements {
            let standing = Standing::of_clauses(agreement);
            for (party, clause) in agreement
                .parties
                .iter()
                .flat_map(|party| agreement.clauses.iter().map(move |clause| (*party, clause)))
            {
                self.clauses.entry(party).or_default().push((standing, clause.clone()));
            }
        }
        let agreements = unequivocal(agreements, |agreement| agreement.id);
        let standings = Standing::of_all(&agreements);
        for (place, agreement) in agreements.iter().enumerate() {
            for (number, grant) in agreement.grants.iter().enumerate() {
                self.grants.entry((grant.from, grant.to)).or_default().push((place, number));
                self.givers.entry(grant.to).or_default().push(grant.from);
            }
        }
        self.givers.values_mut().for_each(|givers| {
            givers.sort_unstable();
            givers.dedup();
        });
        self.agreements = agreements.into_iter().zip(standings).collect();
    }
}

/// The records in the order of their ids, each once; none where two of one id differ.
fn unequivocal<T: PartialEq, I: Copy + Ord>(mut records: Vec<T>, id: impl Fn(&T) -> I) -> Vec<T> {
    records.sort_by_key(&id);
    let mut kept: Vec<T> = Vec::with_capacity(records.len());
    let mut doubtful = None;
    for record in records {
        if doubtful == Some(id(&record)) {
            continue;
        }
        match kept.last() {
            Some(last) if id(last) == id(&record) => {
                if *last != record {
                    doubtful = Some(id(&record));
                    kept.pop();
                }
            }
            _ => kept.push(record),
        }
    }
    kept
}
