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
    let standing = &tx.place()?.standing;
    let user = ground::user(&tx, ask.who).await?;
    if let Actor::Person(signed_in) = cx.actor() {
        let works = user.organization.is_some_and(|of| access::serves(standing, of));
        if signed_in.person != ask.who || !works {
            return Err(Error::NotYours);
        }
    }
    let mut scene = store::scene(&tx, cx.now()).await?;
    add_client(&tx, &mut scene, ask.about).await?;
    let labels = labels(&tx, &scene, &ask).await?;
    let person = person(&scene.vocabulary, &user, cx.actor().person(), cx.now());
    let request = Request { pattern: pattern(&scene.vocabulary, ask, person, cx.now()), labels };
    let decision = weigh(scene.paper, &request);
    Ok(Decided { decision, vocabulary: scene.vocabulary, broken: scene.broken })
}

/// The one place where this program decides.
pub(crate) fn weigh(paper: Paper, request: &Request) -> Decision {
    policy::decide(&World::new(paper), request)
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

async fn labels(tx: &Tx, scene: &Scene, ask: &Ask) -> Result<Vec<policy::Label>, Error> {
    let copies = consents::copies(tx, &scene.vocabulary, (ask.from, ask.about)).await?;
    let label = |class: &String| {
        let copy = copies.iter().find(|(name, _)| name == class);
        copy.map_or_else(
            || {
                let own = ground::own_label(&scene.vocabulary, &scene.holdings, (ask.from, class));
                policy::Label { client: Some(ask.about), ..own }
            },
            |(_, label)| label.clone(),
        )
    };
    Ok(ask.classes.iter().map(label).collect())
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
fn person(
    vocabulary: &Vocabulary,
    user: &DataUser,
    session: Option<&SignedIn>,
    now: base::Instant,
) -> Person {
    let role = user.role.as_ref().and_then(|role| vocabulary.names.role(role.as_str()));
    let is_fresh =
        |session: &SignedIn| now.seconds_since(session.authenticated_at) <= ::store::FRESH_SECONDS;
    let assurance = match session {
        Some(session) if !session.strong => Assurance::Password,
        Some(session) if !is_fresh(session) => Assurance::PhishingResistant,
        // Without a session it is the operator at the machine itself.
        Some(_) | None => Assurance::FreshPhishingResistant,
    };
    Person {
        id: user.person,
        organization: user.organization,
        client: user.client,
        role,
        is_medical: user.is_medical,
        assurance,
        trained_until: user.trained_until,
        relatives: Vec::new(),
        is_locked: false,
    }
}
