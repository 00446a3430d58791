//! How the list is found among very many records. The rules are worked out for each *kind* of record that there is,
//! without its client: most kinds fall away, and what is left is a short condition on the rows of one index.
//! Where it takes a consent, the rows are narrowed to clients who signed one. Every row that is found is then
//! decided, with its client and all that they signed.

#[cfg(feature = "testing")]
pub(super) mod compare;

use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map},
};

use ::store::Tx;
use base::{OrganizationId, ToValue as _, Value};
use policy::{
    ClientId, Label, Names, Paper, Predicate, Request, RequestPattern, World, decide, filter,
    outline,
};

use super::{
    Entry,
    store::{self, Found, Kind, Whose},
};
use crate::{
    Error, Name,
    consent::{ClientReference, store as consents},
    record::understood,
};

/// So many clients who signed something are looked for by their names; more are met often enough on the way.
const FEW: usize = 500;
/// How many rows are looked at in one go at most.
const MOST: usize = 1_000;

/// A list for one who asks.
pub(super) struct List<'a> {
    tx: &'a Tx,
    /// Everything but the clients.
    paper: Paper,
    pattern: RequestPattern,
    purpose: &'a Name,
    /// The one who asks, and the kinds that they are of, as consents name them.
    recipients: Vec<String>,
}

/// A way to some of the list: the rows of one kind, under what is left of the rules.
struct Way {
    kind: Kind,
    condition: Predicate,
    /// Whether it takes a consent.
    is_by_consent: bool,
}

impl Way {
    /// Whether the rows are those of clients who signed something themselves.
    fn takes_signers(&self) -> bool {
        self.is_by_consent && !self.kind.is_under_consent
    }
}

/// Those who signed something, by who may give.
type Signers = HashMap<OrganizationId, Vec<ClientId>>;

impl<'a> List<'a> {
    pub(super) fn new(
        tx: &'a Tx,
        paper: Paper,
        (pattern, purpose): (RequestPattern, &'a Name),
        recipients: Vec<String>,
    ) -> Self {
        Self { tx, paper, pattern, purpose, recipients }
    }

    /// So many records that would go, the latest first.
    pub(super) async fn page(
        &self,
        class: Option<&Name>,
        mut before: Option<Value>,
        limit: usize,
    ) -> Result<Vec<Entry>, Error> {
        let ways = self.ways(class).await?;
        let signers = self.signers(&ways).await?;
        let (mut entries, mut step) = (Vec::new(), limit);
        loop {
            let found = self.latest(&ways, &signers, (before.as_ref(), step)).await?;
            let is_all = found.len() < step;
            before = found.last().map(|(_, row)| row.id.to_value()).or(before);
            entries.extend(self.decided(&found).await?);
            if is_all || entries.len() >= limit {
                entries.truncate(limit);
                return Ok(entries);
            }
            // Few go of those that looked as if they would: more at once.
            step = (step * 2).min(MOST);
        }
    }

    async fn ways(&self, class: Option<&Name>) -> Result<Vec<Way>, Error> {
        let world = World::new(self.paper.clone());
        let (alone, outline) = (filter(&world, &self.pattern), outline(&world, &self.pattern));
        let mut ways = Vec::new();
        for kind in store::kinds(self.tx).await? {
            if class.is_some_and(|class| *class != kind.class) {
                continue;
            }
            let left = |condition: &Predicate| condition.given(&|column| kind.value(column));
            let (alone, outline) = (left(&alone), left(&outline));
            if outline != Predicate::Never && outline != alone {
                ways.push(Way { kind: kind.clone(), condition: outline, is_by_consent: true });
            }
            if alone != Predicate::Never {
                ways.push(Way { kind, condition: alone, is_by_consent: false });
            }
        }
        Ok(ways)
    }

    async fn signers(&self, ways: &[Way]) -> Result<Signers, Error> {
        let mut signers = Signers::new();
        for holder in ways.iter().filter(|way| way.takes_signers()).map(|way| way.kind.holder) {
            if let hash_map::Entry::Vacant(place) = signers.entry(holder) {
                let (to, now) = ((holder, self.recipients.as_slice()), self.pattern.at);
                let clients = consents::naming(self.tx, to, self.purpose, (now, FEW + 1)).await?;
                place.insert(clients);
            }
        }
        Ok(signers)
    }

    /// The latest rows of all ways, with their kinds.
    async fn latest<'w>(
        &self,
        ways: &'w [Way],
        signers: &Signers,
        range: (Option<&Value>, usize),
    ) -> Result<Vec<(&'w Kind, Found)>, Error> {
        let recipients = self.named();
        let mut found = Vec::new();
        for way in ways {
            let Some(whose) = self.whose(way, signers, &recipients) else { continue };
            let rows = store::latest(self.tx, &way.kind, (&way.condition, whose), range).await?;
            found.extend(rows.into_iter().map(|row| (&way.kind, row)));
        }
        found.sort_by_key(|(_, row)| Reverse(row.id));
        found.dedup_by_key(|(_, row)| row.id);
        found.truncate(range.1);
        Ok(found)
    }

    /// Who looks, as the statement takes it.
    fn named(&self) -> String {
        format!(" {} ", self.recipients.join(" "))
    }

    /// Whose rows may be among those of a way; nothing when they are nobody's.
    fn whose<'s>(
        &'s self,
        way: &Way,
        signers: &'s Signers,
        recipients: &'s str,
    ) -> Option<Whose<'s>> {
        if !way.takes_signers() {
            // What came under a consent may be passed on under that one.
            return Some(Whose::All);
        }
        match signers.get(&way.kind.holder) {
            Some(nobody) if nobody.is_empty() => None,
            Some(few) if few.len() <= FEW => Some(Whose::Among(few)),
            Some(_) | None => {
                Some(Whose::Consenting { recipients, purpose: self.purpose, now: self.pattern.at })
            }
        }
    }

    /// Those that would go.
    async fn decided(&self, found: &[(&Kind, Found)]) -> Result<Vec<Entry>, Error> {
        let mut clients: Vec<ClientId> = found.iter().map(|(_, row)| row.client).collect();
        clients.sort_unstable();
        clients.dedup();
        let (clients, consents) = consents::of_clients(self.tx, &clients).await?;
        let names = &self.paper.names;
        let world = World::new(Paper {
            clients: clients.iter().map(ClientReference::as_policy).collect(),
            consents: consents.iter().map(|consent| consent.as_policy(names)).collect(),
            ..self.paper.clone()
        });
        let goes = |(kind, row): &&(&Kind, Found)| {
            let labels = vec![label(kind, row, names)];
            let request = Request { pattern: self.pattern.clone(), labels };
            !decide(&world, &request).released.is_empty()
        };
        Ok(found.iter().filter(goes).map(|(kind, row)| entry(kind, row)).collect())
    }
}

/// The marks of a record that was found, as the engine reads them.
fn label(kind: &Kind, row: &Found, names: &Names) -> Label {
    let (class, bound_to) = understood(names, &kind.class, kind.bound_to.as_ref());
    Label {
        class,
        holder: Some(kind.holder),
        origin: Some(kind.origin),
        client: Some(row.client),
        regimes: Some(kind.regimes),
        identifiability: Some(kind.form),
        consent: row.consent,
        bound_to,
        destroy_by: row.destroy_by,
    }
}

fn entry(kind: &Kind, row: &Found) -> Entry {
    Entry {
        record: row.id,
        holder: kind.holder,
        client: row.client,
        class: kind.class.clone(),
        since: row.since,
    }
}
