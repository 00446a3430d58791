//! *Test a request* and *Can we share?*: the engine asked with people and paper that are made up for the
//! question. Nothing is written, and no client is looked at.

use std::{collections::HashMap, sync::Arc};

use ::store::{Cx, Place};
use base::{Date, Instant, OrganizationId, PersonId, Title, Zone};
use partnership::Directory;
use policy::{
    Action, AgreementKind, Answer, Assurance, Classes, Client, ClientId, Consent, ConsentId,
    Decision, Emergency, Expiry, Form, Identifiability, LegalProcess, Person, PurposeKind,
    Recipients, Request, RequestPattern, Set, Status,
};

use super::{Scene, Vocabulary, store, weigh};
use crate::{AgreementId, Error, access, agreement::Broken, vocabulary::store as ground};

base::words! {
    /// Whether the person said yes.
    pub enum Consented {
        /// In writing, in the form that the law asks for.
        Yes = "yes",
        /// Not, or not yet.
        No = "no",
    }
}

/// A question: who asks whom for what.
#[derive(Debug, Clone)]
pub struct Trial {
    /// Who gives.
    pub from: OrganizationId,
    /// Who gets: one of its staff asks.
    pub to: OrganizationId,
    /// Which classes, by the partnership's names.
    pub classes: Vec<String>,
    /// For what.
    pub purpose: String,
    /// In which role.
    pub role: Option<String>,
    /// Whether the person said yes.
    pub consent: Consented,
    /// Whether the privacy training of the one who asks is current.
    pub is_trained: bool,
    /// In which form.
    pub identifiability: Identifiability,
    /// By this agreement alone; by all when there is none.
    pub under: Option<AgreementId>,
}

/// The answer to a question.
#[derive(Debug, Clone)]
pub struct Answered {
    /// What would be decided.
    pub decision: Decision,
    /// The names that it was asked in.
    pub vocabulary: Vocabulary,
    /// Agreements that are not what was signed.
    pub broken: Vec<(AgreementId, Broken)>,
    /// What the agreements are called.
    pub titles: HashMap<AgreementId, Title>,
    /// The partners.
    pub directory: Directory,
    /// Where, and what the reader may be there.
    pub place: Arc<Place>,
}

/// Answers a question by the agreements of today.
///
/// # Errors
/// When the caller may not ask.
pub async fn test(cx: &Cx, trial: &Trial) -> Result<Answered, Error> {
    let tx = cx.read(access::TEST).await?;
    let place = tx.place()?;
    let directory = partnership::directory(&tx).await?;
    let scene = store::scene(&tx, cx.now()).await?;
    let decision = attempt(&scene, trial, Added::Nothing, cx.now(), &place.zone);
    Ok(answered(scene, decision, (directory, place)))
}

/// What the forms of questions show.
#[derive(Debug, Clone)]
pub(crate) struct Ground {
    /// Where, and what the reader may be there.
    pub(crate) place: Arc<Place>,
    /// The partners.
    pub(crate) directory: Directory,
    /// The names of data.
    pub(crate) vocabulary: Vocabulary,
}

/// What can be asked about.
///
/// # Errors
/// When the caller may not ask.
pub(crate) async fn ground(cx: &Cx) -> Result<Ground, Error> {
    let tx = cx.read(access::TEST).await?;
    Ok(Ground {
        place: tx.place()?,
        directory: partnership::directory(&tx).await?,
        vocabulary: ground::vocabulary(&tx).await?,
    })
}

/// A question of *Can we share?*
#[derive(Debug, Clone)]
pub struct Path {
    /// Who holds it.
    pub from: OrganizationId,
    /// Who would get it.
    pub to: OrganizationId,
    /// What.
    pub class: String,
    /// For what.
    pub purpose: String,
}

base::words! {
    /// Whether data can be shared, and what it takes.
    pub enum PathAnswer {
        /// It can, today.
        Yes = "yes",
        /// It can for people who said yes.
        WithConsent = "with_consent",
        /// It could, with an agreement.
        WithAgreement = "with_agreement",
        /// It could, with an agreement, for people who said yes.
        WithBoth = "with_both",
        /// A person must look.
        Review = "review",
        /// No paper can open it.
        No = "no",
    }
}

/// Whether it can be shared, and the decision that says so.
///
/// # Errors
/// When the caller may not ask.
pub async fn path(cx: &Cx, path: &Path) -> Result<(PathAnswer, Answered), Error> {
    let tx = cx.read(access::TEST).await?;
    let place = tx.place()?;
    let directory = partnership::directory(&tx).await?;
    let scene = store::scene(&tx, cx.now()).await?;
    let trial = |consent: Consented| Trial {
        from: path.from,
        to: path.to,
        classes: vec![path.class.clone()],
        purpose: path.purpose.clone(),
        role: None,
        consent,
        is_trained: true,
        identifiability: Identifiability::Identified,
        under: None,
    };
    let ways = [
        (PathAnswer::Yes, Consented::No, Added::Nothing),
        (PathAnswer::WithConsent, Consented::Yes, Added::Nothing),
        (PathAnswer::WithAgreement, Consented::No, Added::Agreement),
        (PathAnswer::WithBoth, Consented::Yes, Added::Agreement),
    ];
    let mut answer = PathAnswer::No;
    let mut decision =
        attempt(&scene, &trial(Consented::No), Added::Nothing, cx.now(), &place.zone);
    for (way, consent, added) in ways {
        let tried = attempt(&scene, &trial(consent), added, cx.now(), &place.zone);
        match tried.answer {
            Answer::Permit | Answer::PermitPartial => {
                return Ok((way, answered(scene, tried, (directory, place))));
            }
            Answer::Hold => answer = PathAnswer::Review,
            Answer::Deny => {}
        }
        // What stands in the way when all that people can sign is signed.
        decision = tried;
    }
    Ok((answer, answered(scene, decision, (directory, place))))
}

fn answered(
    scene: Scene,
    decision: Decision,
    (directory, place): (Directory, Arc<Place>),
) -> Answered {
    let Scene { vocabulary, broken, titles, .. } = scene;
    Answered { decision, vocabulary, broken, titles, directory, place }
}

/// What is made up beside the person and their consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Added {
    /// Nothing: what is signed decides.
    Nothing,
    /// An agreement that gives what is asked for.
    Agreement,
}

/// Somebody who does not exist.
const NOBODY: u128 = 0;

fn attempt(scene: &Scene, trial: &Trial, added: Added, now: Instant, zone: &Zone) -> Decision {
    let mut paper = scene.paper.clone();
    let client = <ClientId as base::Id>::from_bits(NOBODY);
    paper.clients = vec![made_up(client)];
    if trial.consent == Consented::Yes {
        paper.consents = consents(scene, trial, client, now);
    }
    if let Some(only) = trial.under {
        for agreement in paper.agreements.iter_mut().filter(|agreement| agreement.id != only) {
            agreement.grants.clear();
        }
    }
    if added == Added::Agreement {
        paper.agreements.push(giving(scene, trial, now.date_in(zone), zone));
    }
    let label = |class: &String| policy::Label {
        client: Some(client),
        ..ground::own_label(&scene.vocabulary, &scene.holdings, (trial.from, class))
    };
    let request = Request {
        labels: trial.classes.iter().map(label).collect(),
        pattern: RequestPattern {
            at: now,
            action: Action::Disclose,
            purpose: scene.vocabulary.names.purpose(&trial.purpose),
            person: asker(scene, trial, now),
            from: Some(trial.from),
            to: Some(trial.to),
            identifiability: trial.identifiability,
            process: LegalProcess::default(),
            emergency: None::<Emergency>,
            table: None,
        },
    };
    weigh(&policy::World::new(paper), &request)
}

/// Somebody of the recipient who has signed in as strongly as can be.
fn asker(scene: &Scene, trial: &Trial, now: Instant) -> Person {
    const DAY: i64 = 86_400;
    let kinds = ground::kinds_of(&scene.paper.organizations, trial.to);
    Person {
        id: <PersonId as base::Id>::from_bits(NOBODY),
        organization: Some(trial.to),
        client: None,
        role: trial.role.as_ref().and_then(|role| scene.vocabulary.names.role(role)),
        is_medical: kinds.has(policy::OrganizationKind::HealthProvider),
        assurance: Assurance::FreshPhishingResistant,
        trained_until: trial.is_trained.then(|| now.plus_seconds(DAY)),
        relatives: Vec::new(),
        is_locked: false,
    }
}

const fn made_up(id: ClientId) -> Client {
    Client {
        id,
        is_adult: true,
        consents_alone: false,
        guardians: Vec::new(),
        alleged_abusers: Vec::new(),
        custody: None,
        opt_outs: Set::EMPTY,
        has_protected_address: false,
        restrictions: Vec::new(),
    }
}

/// A consent of every form for just this: the law picks the one that it asks for.
fn consents(scene: &Scene, trial: &Trial, client: ClientId, now: Instant) -> Vec<Consent> {
    const HOUR: i64 = 3600;
    let names = &scene.vocabulary.names;
    let classes = trial.classes.iter().filter_map(|class| names.class(class));
    let classes = Classes::of(classes);
    let consent = |(number, form): (u128, &Form)| Consent {
        id: <ConsentId as base::Id>::from_bits(number),
        client,
        form: *form,
        signer: client,
        is_written: true,
        is_complete: true,
        from: [trial.from].into(),
        to: Recipients { named: [trial.to].into(), kinds: Set::EMPTY },
        purposes: names.purpose(&trial.purpose).into_iter().collect(),
        classes: classes.clone(),
        signed: now.plus_seconds(-HOUR),
        expires: Expiry::At(now.plus_seconds(HOUR)),
        revoked: None,
        irrevocable_until: None,
    };
    (1..).zip(Form::ALL).map(consent).collect()
}

/// An agreement that both have signed and that gives just this.
fn giving(scene: &Scene, trial: &Trial, today: Date, zone: &Zone) -> policy::Agreement {
    let names = &scene.vocabulary.names;
    let sorts = scene.vocabulary.purposes().find(|named| named.name.as_str() == trial.purpose);
    let is_match = sorts
        .is_some_and(|named| named.sort == crate::vocabulary::Sort::Purpose(PurposeKind::Matching));
    policy::Agreement {
        id: <AgreementId as base::Id>::from_bits(NOBODY),
        kind: if is_match { AgreementKind::Matching } else { AgreementKind::Dsa },
        status: Status::Active,
        effective: today.start_in(zone),
        expires: None,
        parties: vec![trial.from, trial.to],
        under: None,
        identifiability: trial.identifiability,
        wants_training: false,
        assurance: Assurance::Password,
        suppresses_small_cells: false,
        grants: vec![policy::Grant {
            from: trial.from,
            to: trial.to,
            purposes: names.purpose(&trial.purpose).into_iter().collect(),
            classes: Classes::of(trial.classes.iter().filter_map(|class| names.class(class))),
            actions: Set::of(&[Action::Disclose]),
            roles: None,
        }],
        clauses: Vec::new(),
    }
}
