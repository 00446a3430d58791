//! Loads the world of a file of cases into an installation of its own, through the same commands as
//! people and importers do, and asks it.

use std::{collections::BTreeMap, path::PathBuf};

use agreements::{
    AgreementId, Clause, Grant, Kind, Terms,
    agreement::{self, NewAgreement, PaperSignature, Target},
    consent::{self, Capacity, ClientReference, Copy, Ending, NewConsent, Signed},
    decision::{Ask, CourtOrder, Decided},
    record, usual_actions,
    vocabulary::{self, DataUser, Ground, Holding, Opened, Party},
};
use base::{Actor, Instant, Language, OrganizationId, PersonId, Zone};
use partnership::{AddOrganization, Found, Foundation, KnownName, Part};
use policy::{Assurance, ClientId, ConsentId, EmergencyKind, Identifiability, Set};
use store::{Clock, Cx, Database, Options, Store};

use super::{
    book::{self, Book, Request, since, until},
    read::{all_of, because, classes, entry, known, list, names, read, unknown},
};
use crate::{contexts, failure::Failure, installation};

/// The members of a set of people, together: asked about where no single person is.
const COHORT: &str = "cohort";
const SLUG: &str = "cases";

/// An installation that lasts as long as the command.
pub(super) struct World {
    store: Store,
    /// Dropped after the store.
    _folder: Folder,
    now: Instant,
    organizations: BTreeMap<String, OrganizationId>,
    people: BTreeMap<String, PersonId>,
    clients: BTreeMap<String, ClientId>,
    consents: BTreeMap<String, ConsentId>,
    agreements: BTreeMap<String, AgreementId>,
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left lies where the system clears up by itself.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

impl World {
    /// Loads the world of the cases.
    pub(super) async fn load(book: &Book) -> Result<Self, Failure> {
        let name = format!("concord-decide-{}", std::process::id());
        let folder = Folder(std::env::temp_dir().join(name));
        installation::make_private(&folder.0)?;
        let store = Store::open(Options {
            database: Database::folder(&folder.0),
            clock: Clock::System,
            ids: installation::ids()?,
        })
        .map_err(because("a place for the cases"))?;
        store.migrate(&contexts::migrations()).await.map_err(because("the tables"))?;
        let mut world = Self {
            store,
            _folder: folder,
            now: since(&book.now)?,
            organizations: BTreeMap::new(),
            people: BTreeMap::new(),
            clients: BTreeMap::new(),
            consents: BTreeMap::new(),
            agreements: BTreeMap::new(),
        };
        world.found(book).await?;
        world.enter_clients(book).await?;
        world.lay_ground(book).await?;
        for each in &book.agreements {
            world.sign(each).await?;
        }
        for each in &book.consents {
            world.consent(each).await?;
        }
        for each in &book.received {
            world.copy(each).await?;
        }
        Ok(world)
    }

    /// Decides a request, as everything in the program decides.
    pub(super) async fn ask(&self, request: &Request) -> Result<Decided, Failure> {
        let at = request.at.as_deref().map(since).transpose()?.unwrap_or(self.now);
        let cx = self.at(at);
        let ask = self.read(request, at)?;
        agreements::decision::decide(&cx, ask).await.map_err(because("the decision"))
    }

    fn at(&self, at: Instant) -> Cx {
        Cx::new(self.store.clone(), Actor::System("decide"), at).in_partnership(SLUG)
    }

    async fn found(&mut self, book: &Book) -> Result<(), Failure> {
        let cx = Cx::new(self.store.clone(), Actor::System("decide"), self.now);
        let account = identity::NewAccount {
            email: read("coordinator@cases.example")?,
            name: read("The coordinator")?,
            language: None,
        };
        let coordinator =
            identity::create_account(&cx, account).await.map_err(because("the coordinator"))?;
        let mut organizations = book.orgs.iter();
        let Some((first, backbone)) = organizations.next() else {
            return Err(Failure::Unusable("the cases have no organizations".to_owned()));
        };
        let found = Found {
            slug: read(SLUG)?,
            foundation: Foundation {
                name: read("The partnership of the cases")?,
                zone: Zone::utc(),
                language: Language::English,
                purpose: None,
                vision: None,
                charter: None,
                areas: Vec::new(),
            },
            backbone: entry(first, &backbone.name)?,
            coordinator,
        };
        let founded = partnership::found(&cx, found).await.map_err(because("the partnership"))?;
        self.organizations.insert(first.clone(), founded.backbone);
        for (key, organization) in organizations {
            let add = AddOrganization {
                entry: entry(key, &organization.name)?,
                part: Part::Member,
                since: self.now.date_in(&Zone::utc()),
                known: KnownName::Join,
            };
            let added = partnership::add_organization(&self.at(self.now), add).await;
            self.organizations.insert(key.clone(), added.map_err(because(key.clone()))?);
        }
        for key in book.users.keys() {
            self.people.insert(key.clone(), cx.new_id());
        }
        for key in book.subjects.keys().map(String::as_str).chain([COHORT]) {
            self.clients.insert(key.to_owned(), cx.new_id());
        }
        Ok(())
    }

    async fn lay_ground(&self, book: &Book) -> Result<(), Failure> {
        let mut ground = Ground { names: names(book)?, ..Ground::default() };
        for (key, organization) in &book.orgs {
            let kinds = organization.kinds.iter().map(|kind| read(kind));
            let kinds = kinds.collect::<Result<Set<_>, Failure>>()?;
            ground.parties.push(Party { organization: self.organization(key)?, kinds });
        }
        for (holder, held) in &book.holdings {
            for (class, laws) in held {
                ground.holdings.push(Holding {
                    holder: self.organization(holder)?,
                    class: read(class)?,
                    laws: laws.iter().map(|law| read(law)).collect::<Result<_, _>>()?,
                });
            }
        }
        let profiles =
            [("part2_medical", EmergencyKind::Medical), ("ferpa_safety", EmergencyKind::Threat)];
        for (key, kind) in profiles {
            for class in book.emergency_profiles.get(key).into_iter().flatten() {
                ground.opened.push(Opened { kind, class: read(class)? });
            }
        }
        for (key, user) in &book.users {
            ground.users.push(DataUser {
                person: known(&self.people, "user", key)?,
                organization: self.maybe(user.org.as_deref())?,
                role: user.role.as_deref().map(read).transpose()?,
                is_medical: user.medical_personnel,
                trained_until: user.training.as_deref().map(until).transpose()?,
                client: user
                    .subject
                    .as_deref()
                    .map(|key| known(&self.clients, "subject", key))
                    .transpose()?,
            });
        }
        vocabulary::lay(&self.at(self.now), ground).await.map_err(because("the ground"))
    }

    async fn enter_clients(&self, book: &Book) -> Result<(), Failure> {
        // The cases do not say whose client each is; no rule asks.
        let holder = self.organizations.values().next().copied();
        let Some(holder) = holder else { return Ok(()) };
        for (key, id) in &self.clients {
            let subject = book.subjects.get(key);
            let abuser = subject.and_then(|subject| subject.alleged_abuser.as_deref());
            let custody = subject.and_then(|subject| subject.legal_custody.as_deref());
            let opt_outs = subject.map(|subject| subject.opt_out.as_slice()).unwrap_or_default();
            let client = ClientReference {
                id: *id,
                holder,
                file_number: None,
                is_adult: subject.is_none_or(|subject| subject.adult),
                consents_alone: false,
                guardians: Vec::new(),
                alleged_abusers: abuser
                    .map(|key| known(&self.clients, "subject", key))
                    .transpose()?
                    .into_iter()
                    .collect(),
                custody: self.maybe(custody)?,
                opt_outs: opt_outs.iter().map(|law| read(law)).collect::<Result<_, _>>()?,
                has_protected_address: false,
            };
            consent::enter_client(&self.at(self.now), client)
                .await
                .map_err(because(key.clone()))?;
        }
        Ok(())
    }

    async fn sign(&mut self, each: &book::Agreement) -> Result<(), Failure> {
        let kind = match each.kind.as_str() {
            "emou" => Kind::Memorandum,
            "dsa" => Kind::DataSharing,
            "dul" => Kind::DataUseLicense,
            "matching_agreement" => Kind::Matching,
            "qsoa" => Kind::ServiceOrganization,
            other => return Err(unknown("kind of agreement", other)),
        };
        let upper = each.under.as_deref();
        let upper = upper.map(|key| known(&self.agreements, "agreement", key)).transpose()?;
        let terms = self.terms(each, kind)?;
        let signature = |organization: &OrganizationId| {
            Ok(PaperSignature {
                organization: *organization,
                signer: read("Its director")?,
                title: read("Director")?,
                authority: read("The law under which it works")?,
                on: each.effective,
            })
        };
        let signatures =
            terms.parties.iter().map(signature).collect::<Result<Vec<_>, Failure>>()?;
        let cx = self.at(self.now);
        let new = NewAgreement { kind, upper, terms };
        let kept = read(&format!("As the cases give it: {}", each.id))?;
        let recorded = agreement::record(&cx, new, signatures, kept)
            .await
            .map_err(because(each.id.clone()))?;
        let (target, why) = (Target { id: recorded.id, seen: None }, read("As the cases say")?);
        let stopped = match each.status.as_str() {
            "active" => Ok(recorded),
            "suspended" => agreement::suspend(&cx, target, why).await,
            "terminated" => agreement::terminate(&cx, target, why).await,
            other => return Err(unknown("status", other)),
        };
        let agreement = stopped.map_err(because(each.id.clone()))?;
        self.agreements.insert(each.id.clone(), agreement.id);
        Ok(())
    }

    fn terms(&self, each: &book::Agreement, kind: Kind) -> Result<Terms, Failure> {
        let grant = |grant: &book::Grant| {
            Ok::<_, Failure>(Grant {
                gives: self.organization(&grant.from)?,
                gets: self.organization(&grant.to)?,
                purposes: list(&grant.purposes)?,
                classes: classes(&grant.classes)?,
                actions: usual_actions(kind),
                roles: None,
            })
        };
        let grants = each.grants.iter().map(grant).collect::<Result<Vec<_>, _>>()?;
        let stricter = match each.law_enforcement.as_deref() {
            None => None,
            Some("court_order_only") => Some(Clause {
                against: Set::of(&[
                    policy::OrganizationKind::LawEnforcement,
                    policy::OrganizationKind::Prosecutor,
                ]),
                classes: all_of(&grants),
                yields_to_order: true,
            }),
            Some(other) => return Err(unknown("rule for law enforcement", other)),
        };
        let form = each.identifiability.as_deref().map(read).transpose()?;
        Ok(Terms {
            title: read(&each.id)?,
            summary: read(&format!("What {} says", each.id))?,
            only_if: None,
            basis: None,
            body: None,
            parties: each
                .parties
                .iter()
                .map(|key| self.organization(key))
                .collect::<Result<_, _>>()?,
            clauses: stricter.into_iter().collect(),
            grants,
            identifiability: form.unwrap_or(Identifiability::Identified),
            wants_training: each.requires_training,
            assurance: Assurance::Password,
            suppresses_small_cells: each.min_cell.is_some(),
            keeps_days: None,
            breach_hours: None,
            review_months: None,
            effective: each.effective,
            ends: each.expires,
        })
    }

    async fn consent(&mut self, each: &book::Consent) -> Result<(), Failure> {
        let at = since(&each.signed)?;
        let organizations = |keys: &[String]| {
            keys.iter().map(|key| self.organization(key)).collect::<Result<Vec<_>, _>>()
        };
        let own = each.signer == each.subject;
        let signed = Signed {
            form: read(&each.form)?,
            signer: known(&self.clients, "subject", &each.signer)?,
            capacity: if own { Capacity::Own } else { Capacity::Other },
            is_written: each.written,
            is_complete: each.elements_complete,
            gives: organizations(&each.from)?,
            gets: organizations(&each.to)?,
            gets_kinds: Set::EMPTY,
            purposes: list(&each.purposes)?,
            classes: classes(&each.classes)?,
            language: Language::English,
            text_hash: None,
            witness: None,
            at,
            ending: match each.expires.as_deref() {
                Some(end) => Ending::At(until(end)?),
                None => Ending::Never,
            },
            irrevocable_until: each.irrevocable_until.as_deref().map(until).transpose()?,
        };
        let client = known(&self.clients, "subject", &each.subject)?;
        let kept = consent::keep(&self.at(at), NewConsent { client, signed }).await;
        let id = kept.map_err(because(each.id.clone()))?;
        if let Some(revoked) = &each.revoked {
            let at = self.at(since(revoked)?);
            consent::revoke(&at, id).await.map_err(because(each.id.clone()))?;
        }
        self.consents.insert(each.id.clone(), id);
        Ok(())
    }

    async fn copy(&self, each: &book::Received) -> Result<(), Failure> {
        let consent = each.under_consent.as_deref();
        let copy = Copy {
            holder: self.organization(&each.holder)?,
            client: known(&self.clients, "subject", &each.subject)?,
            class: read(&each.class)?,
            origin: self.organization(&each.origin)?,
            laws: list(&each.regimes)?,
            consent: consent.map(|key| known(&self.consents, "consent", key)).transpose()?,
            bound_to: None,
            destroy_by: None,
        };
        record::note_copy(&self.at(self.now), copy).await.map_err(because("a copy"))
    }

    fn read(&self, request: &Request, at: Instant) -> Result<Ask, Failure> {
        let context = &request.context;
        let about = known(&self.clients, "subject", &request.about)?;
        let claims = [
            (&context.medical_emergency, EmergencyKind::Medical),
            (&context.safety_emergency, EmergencyKind::Threat),
        ];
        let claimed = claims.into_iter().find_map(|(claim, kind)| Some((claim.as_ref()?, kind)));
        let total = |names: &[String]| names.iter().position(|name| name == "total");
        Ok(Ask {
            who: known(&self.people, "user", &request.who)?,
            action: read(&request.action)?,
            purpose: request.purpose.clone(),
            about,
            from: self.organization(&request.from)?,
            // A case may name the person themselves, who is no organization.
            to: self.organizations.get(&request.to).copied(),
            classes: request.classes.clone(),
            identifiability: match request.identifiability.as_deref() {
                Some(form) => read(form)?,
                None => Identifiability::Identified,
            },
            is_relative: false,
            subpoena: context.subpoena,
            order: context.court_order.as_ref().map(order).transpose()?,
            emergency: claimed.map(|(claim, kind)| policy::Emergency {
                kind,
                client: about,
                is_attested: claim.attested,
                is_consent_obtainable: claim.consent_obtainable,
                started: at,
            }),
            table: context.table.as_ref().map(|table| policy::Table {
                counts: table.counts.clone(),
                total_row: total(&table.rows),
                total_column: total(&table.cols),
            }),
        })
    }

    fn organization(&self, key: &str) -> Result<OrganizationId, Failure> {
        known(&self.organizations, "organization", key)
    }

    fn maybe(&self, key: Option<&str>) -> Result<Option<OrganizationId>, Failure> {
        key.map(|key| self.organization(key)).transpose()
    }
}

fn order(order: &book::Order) -> Result<CourtOrder, Failure> {
    Ok(CourtOrder {
        kind: read(&order.kind)?,
        is_checked: order.verified_by_counsel,
        scope: list(&order.scope)?,
        expires: order.expires.as_deref().map(until).transpose()?,
    })
}
