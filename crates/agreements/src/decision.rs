//! What may go, what may not, and why: decided by what is signed, by the law on each record and by
//! what the client allowed. The same function answers requests, pages and the command line.

pub(crate) mod api;
mod explain;
pub(crate) mod pages;
pub(crate) mod store;
mod trial;

use std::collections::HashMap;

use ::store::{Cx, Tx};
use base::{Actor, OrganizationId, PersonId, SignedIn, Title};
use policy::{
    Action, Assurance, ClientId, Decision, Emergency, Identifiability, LegalProcess, OrderKind,
    Paper, Person, Request, RequestPattern, Table, World,
};

pub use self::{
    explain::{Line, What, said},
    trial::{Answered, Consented, Path, PathAnswer, Trial, path, test},
};
use crate::{
    AgreementId, Error, Name, access,
    agreement::Broken,
    consent::store as consents,
    record::{Record, store as records},
    vocabulary::{DataUser, Holding, Vocabulary, store as ground},
};

/// A request for records about a client.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Who acts.
    pub who: PersonId,
    /// What is to be done.
    pub action: Action,
    /// For what, by the partnership's name.
    pub purpose: String,
    /// About whom.
    pub about: ClientId,
    /// From whom.
    pub from: OrganizationId,
    /// To whom; none when a person asks about themselves.
    pub to: Option<OrganizationId>,
    /// Which classes, by the partnership's names.
    pub classes: Vec<String>,
    /// In which form.
    pub identifiability: Identifiability,
    /// Whether the one who acts is a relative of the client, or close to them.
    pub is_relative: bool,
    /// Whether there is a subpoena.
    pub subpoena: bool,
    /// The court's order, if there is one.
    pub order: Option<CourtOrder>,
    /// The emergency that is claimed, if one is.
    pub emergency: Option<Emergency>,
    /// The table of counts that would be given, if it is one.
    pub table: Option<Table>,
}

/// A court's order, as counsel read it.
#[derive(Debug, Clone)]
pub struct CourtOrder {
    /// Its kind.
    pub kind: OrderKind,
    /// Whether counsel has checked it.
    pub is_checked: bool,
    /// The classes that it says may go.
    pub scope: Vec<Name>,
    /// When it ends.
    pub expires: Option<base::Instant>,
}

/// All that a decision of this partnership looks at, but for the client.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) paper: Paper,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) holdings: Vec<Holding>,
    /// Agreements that are not what was signed: nothing goes under them.
    pub(crate) broken: Vec<(AgreementId, Broken)>,
    /// What the agreements are called.
    pub(crate) titles: HashMap<AgreementId, Title>,
    /// The version of each that stands, who signed it, and for how long its copies are kept.
    pub(crate) standing: HashMap<AgreementId, StandingVersion>,
}

/// The version of an agreement that stands today.
#[derive(Debug, Clone)]
pub(crate) struct StandingVersion {
    pub(crate) number: i64,
    pub(crate) hash: Option<String>,
    pub(crate) parties: Vec<OrganizationId>,
    pub(crate) keeps_days: Option<i64>,
}

/// A decision with the names that it was made in.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The decision.
    pub decision: Decision,
    /// What the partnership calls its classes, purposes and roles.
    pub vocabulary: Vocabulary,
    /// Agreements that are not what was signed: nothing goes under them.
    pub broken: Vec<(AgreementId, Broken)>,
}

/// Decides a request, at the instant of the context.
///
/// # Errors
/// When nothing is known of the person who acts, or the caller asks as another person.
pub async fn decide(cx: &Cx, ask: Ask) -> Result<Decided, Error> {
    let tx = cx.read(access::DECIDE).await?;
    let user = ground::user(&tx, ask.who).await?;
    acts_for_themselves(cx, &tx, &user)?;
    let assurance = assurance(cx.actor().person(), cx.now());
    let considered = consider(&tx, cx, Acting { user: &user, assurance }, &ask).await?;
    let Scene { vocabulary, broken, .. } = considered.scene;
    Ok(Decided { decision: considered.decision, vocabulary, broken })
}

/// Checks that nobody asks as somebody else, or for an organization that they do not work for.
pub(crate) fn acts_for_themselves(cx: &Cx, tx: &Tx, user: &DataUser) -> Result<(), Error> {
    let Actor::Person(signed_in) = cx.actor() else { return Ok(()) };
    let standing = &tx.place()?.standing;
    let works = user.organization.is_some_and(|of| access::serves(standing, of));
    if signed_in.person == user.person && works { Ok(()) } else { Err(Error::NotYours) }
}

/// Who acts, and how sure the session was of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Acting<'a> {
    pub(crate) user: &'a DataUser,
    pub(crate) assurance: Assurance,
}

/// A decision with all that it was made of.
#[derive(Debug)]
pub(crate) struct Considered {
    pub(crate) decision: Decision,
    /// The names, titles and versions; its paper is in the world.
    pub(crate) scene: Scene,
    /// The records that were asked for; a class that the holder has none of has a mark and no record.
    pub(crate) asked: Vec<AskedFor>,
    /// Who asked, as the decision saw them.
    pub(crate) role: Option<Name>,
}

/// A record that was asked for, and what was decided of it.
#[derive(Debug)]
pub(crate) struct AskedFor {
    pub(crate) class: String,
    pub(crate) label: policy::Label,
    pub(crate) record: Option<Record>,
    /// What was decided of it alone. A whole is the union of its parts.
    pub(crate) alone: Decision,
}

/// Decides a request in a transaction that goes on: what it looked at is what then goes.
pub(crate) async fn consider(
    tx: &Tx,
    cx: &Cx,
    acting: Acting<'_>,
    ask: &Ask,
) -> Result<Considered, Error> {
    let mut scene = store::scene(tx, cx.now()).await?;
    add_client(tx, &mut scene, ask.about).await?;
    let mut labels = labels(tx, &scene, ask).await?;
    let person = person(&scene.vocabulary, acting, ask);
    let pattern = pattern(&scene.vocabulary, ask.clone(), person, cx.now());
    let world = World::new(std::mem::take(&mut scene.paper));
    let all = labels.iter().map(|(_, label, _)| label.clone()).collect();
    let decision = weigh(&world, &Request { pattern: pattern.clone(), labels: all });
    let asked = labels
        .drain(..)
        .map(|(class, label, record)| {
            let one = Request { pattern: pattern.clone(), labels: vec![label.clone()] };
            AskedFor { alone: weigh(&world, &one), class, label, record }
        })
        .collect();
    Ok(Considered { decision, scene, asked, role: acting.user.role.clone() })
}

/// The one place where this program decides.
pub(crate) fn weigh(world: &World, request: &Request) -> Decision {
    policy::decide(world, request)
}

/// Puts a client with their consents into the paper. One who is not there is not understood.
async fn add_client(tx: &Tx, scene: &mut Scene, id: ClientId) -> Result<(), Error> {
    if let Some(client) = consents::client(tx, id).await? {
        scene.paper.clients.push(client.as_policy());
        let all = consents::of_client(tx, id).await?;
        let names = &scene.vocabulary.names;
        scene.paper.consents.extend(all.iter().map(|consent| consent.as_policy(names)));
    }
    Ok(())
}

type Labelled = (String, policy::Label, Option<Record>);

/// The marks of each record that is asked for; of what the holder has none of, those of its class there.
async fn labels(tx: &Tx, scene: &Scene, ask: &Ask) -> Result<Vec<Labelled>, Error> {
    let records = records::of_client(tx, ask.from, ask.about).await?;
    let mut labels = Vec::new();
    for class in &ask.classes {
        let held =
            |record: &&Record| record.class.as_str() == class && record.destroyed_at.is_none();
        let before = labels.len();
        labels.extend(records.iter().filter(held).map(|record| {
            (class.clone(), record.label(&scene.vocabulary.names), Some(record.clone()))
        }));
        if labels.len() == before {
            let own = ground::own_label(&scene.vocabulary, &scene.holdings, (ask.from, class));
            labels.push((class.clone(), policy::Label { client: Some(ask.about), ..own }, None));
        }
    }
    Ok(labels)
}

fn pattern(vocabulary: &Vocabulary, ask: Ask, person: Person, at: base::Instant) -> RequestPattern {
    RequestPattern {
        at,
        action: ask.action,
        purpose: vocabulary.names.purpose(&ask.purpose),
        person,
        from: Some(ask.from),
        to: ask.to,
        identifiability: ask.identifiability,
        process: LegalProcess {
            has_subpoena: ask.subpoena,
            order: ask.order.map(|order| policy::Order {
                kind: order.kind,
                is_checked: order.is_checked,
                // A name that is not known opens nothing.
                scope: policy::Classes::of(
                    order.scope.iter().filter_map(|name| vocabulary.names.class(name.as_str())),
                ),
                expires: order.expires,
            }),
        },
        emergency: ask.emergency,
        table: ask.table,
    }
}

/// The person who acts, as the session knows them.
fn person(vocabulary: &Vocabulary, acting: Acting<'_>, ask: &Ask) -> Person {
    let user = acting.user;
    let role = user.role.as_ref().and_then(|role| vocabulary.names.role(role.as_str()));
    Person {
        id: user.person,
        organization: user.organization,
        client: user.client,
        role,
        is_medical: user.is_medical,
        assurance: acting.assurance,
        trained_until: user.trained_until,
        relatives: if ask.is_relative { vec![ask.about] } else { Vec::new() },
        is_locked: false,
    }
}

/// How sure the session is of who acts.
pub(crate) fn assurance(session: Option<&SignedIn>, now: base::Instant) -> Assurance {
    let is_fresh =
        |session: &SignedIn| now.seconds_since(session.authenticated_at) <= ::store::FRESH_SECONDS;
    match session {
        Some(session) if !session.strong => Assurance::Password,
        Some(session) if !is_fresh(session) => Assurance::PhishingResistant,
        // Without a session it is the operator at the machine itself.
        Some(_) | None => Assurance::FreshPhishingResistant,
    }
}
