//! Writes the story down: through the commands of the contexts, each at its own past instant and
//! as the person who did it.

use std::collections::BTreeMap;

use base::{Actor, Id as _, Instant, OrganizationId, PartnershipId, PersonId, Private, SignedIn};
use notices::NoticeId;
use store::{Cx, Store, Worker};

use super::{
    chance::Chance,
    content::Content,
    story::{self, Today},
};
use crate::{failure::Failure, out::tell};

mod agreements;
mod carried;
mod county;
mod decisions;
mod ideas;
mod ledger;
mod meetings;
mod numbers;
mod plan;
mod promises;
mod sharing;
mod talk;

/// Who and what has been made so far, by the keys of the content.
pub(super) struct Maker<'a> {
    pub(super) store: &'a Store,
    pub(super) content: &'a Content,
    pub(super) today: Today,
    pub(super) people: BTreeMap<String, PersonId>,
    pub(super) organizations: BTreeMap<String, OrganizationId>,
    pub(super) partnerships: BTreeMap<String, PartnershipId>,
    tales: Vec<story::Tale>,
    promised: BTreeMap<usize, ::plan::CommitmentId>,
    /// The addresses of the measures.
    measured: BTreeMap<usize, String>,
    /// The items of the plan, by key.
    planned: BTreeMap<String, ::plan::goal::ItemId>,
    /// What may go wrong, by its place in the content.
    risks: BTreeMap<usize, ::plan::risk::RiskId>,
    /// Ideas, by their place in the content.
    ideas: BTreeMap<usize, ::plan::idea::IdeaId>,
    /// The decisions, by key.
    asked: BTreeMap<String, ::plan::decision::DecisionId>,
    /// The groups of the county's own partnership, by name.
    bodies: BTreeMap<String, partnership::BodyId>,
    /// The events, by their numbers.
    gathered: BTreeMap<usize, ::community::gathering::GatheringId>,
    /// What all agreements stand under, and those that are signed here.
    charter: Option<::agreements::AgreementId>,
    signed: Vec<::agreements::AgreementId>,
    /// What was said, announced and written.
    talked: talk::Made,
    /// Clients with what they allowed.
    kept: sharing::Kept,
    happenings: Vec<Happening>,
}

/// Something that happens at an instant.
struct Happening {
    at: Instant,
    what: What,
}

enum What {
    /// A turn of a tale.
    Turn { tale: usize, turn: usize },
    /// A measure is defined.
    Define { measure: usize },
    /// A value of a measure becomes known.
    Observe { measure: usize, value: usize },
    /// A value is final.
    Settle { measure: usize, value: usize },
    /// The plan is made.
    Plan,
    /// A milestone is reached.
    Reach { strategy: usize, milestone: usize },
    /// A goal is reviewed.
    Review { goal: &'static str },
    /// A lead says how a strategy stands.
    Judge,
    /// Partners take parts in the plan.
    Carry,
    /// Some are asked to help, and have not answered.
    Ask,
    /// It is said what waits for what.
    Wait,
    /// Measures are attached to the plan.
    Gauge,
    /// Something happens to a risk.
    Risk { risk: usize, turn: carried::Turn },
    /// Something happens to an idea.
    Idea { idea: usize, turn: ideas::Turn },
    /// Something happens to agreements.
    Agree(agreements::Act),
    /// Something is shared, or asked for.
    Share(sharing::Act),
    /// Something happens to a question.
    Decide { decision: usize, turn: decisions::Turn },
    /// Something is said, announced or written.
    Talk(talk::Turn),
    /// The partners meet.
    Meet(meetings::Act),
    /// The real counts are imported.
    Import,
    /// Somebody replies to the figures of their organization.
    Reply { organization: &'static str, by: &'static str, words: &'static str },
}

/// The instant from which on mail is sent and reminders run: nobody wants two years of mail.
const MAIL_DAYS: i64 = 5;

impl<'a> Maker<'a> {
    pub(super) fn new(store: &'a Store, content: &'a Content, today: Today, seed: u64) -> Self {
        let tales = story::tales(content, &today, &Chance::new(seed));
        Self {
            store,
            content,
            today,
            people: BTreeMap::new(),
            organizations: BTreeMap::new(),
            partnerships: BTreeMap::new(),
            tales,
            promised: BTreeMap::new(),
            measured: BTreeMap::new(),
            planned: BTreeMap::new(),
            risks: BTreeMap::new(),
            ideas: BTreeMap::new(),
            asked: BTreeMap::new(),
            bodies: BTreeMap::new(),
            gathered: BTreeMap::new(),
            charter: None,
            signed: Vec::new(),
            talked: talk::Made::default(),
            kept: sharing::Kept::default(),
            happenings: Vec::new(),
        }
    }

    /// The instant at which mail begins.
    pub(super) fn mail_from(today: &Today) -> Instant {
        today.now.plus_seconds(-MAIL_DAYS * 86_400)
    }

    /// Founds the county and lists all that happens in it.
    pub(super) async fn begin(&mut self) -> Result<(), Failure> {
        self.found_county().await?;
        let turns = self.tales.iter().enumerate().flat_map(|(tale, told)| {
            told.turns
                .iter()
                .enumerate()
                .map(move |(turn, one)| Happening { at: one.at, what: What::Turn { tale, turn } })
        });
        let mut all: Vec<Happening> = turns.collect();
        all.extend(self.measured());
        all.extend(self.planned());
        all.extend(self.carried());
        all.extend(self.ideas());
        all.extend(self.decided());
        all.extend(self.agreed());
        all.extend(self.talked());
        all.extend(self.met()?);
        all.extend(self.shared());
        all.push(Happening { at: self.today.now.plus_seconds(-170 * 86_400), what: What::Import });
        all.push(Happening {
            at: self.today.now.plus_seconds(-9 * 86_400),
            what: What::Reply {
                organization: "sheriff",
                by: "renee",
                words: "Two of our late promises hang on the two open jobs at the re-entry desk. \
                        We share the new plan next week.",
            },
        });
        // Stable: what falls on one instant stays in the order in which it was told.
        all.sort_by_key(|happening| happening.at);
        self.happenings = all;
        Ok(())
    }

    /// Lets everything happen that falls before an instant.
    pub(super) async fn until(&mut self, end: Instant) -> Result<(), Failure> {
        let count = self.happenings.iter().take_while(|happening| happening.at < end).count();
        let rest = self.happenings.split_off(count);
        for happening in std::mem::replace(&mut self.happenings, rest) {
            Box::pin(self.let_happen(happening)).await?;
        }
        Ok(())
    }

    async fn let_happen(&mut self, Happening { at, what }: Happening) -> Result<(), Failure> {
        self.store.clock().set(at);
        match what {
            What::Turn { tale, turn } => self.take_turn(tale, turn).await,
            What::Define { measure } => self.define(measure, at).await,
            What::Observe { measure, value } => self.observe(measure, value, at).await,
            What::Settle { measure, value } => self.settle(measure, value, at).await,
            What::Plan => self.plan(at).await,
            What::Reach { strategy, milestone } => self.reach(strategy, milestone, at).await,
            What::Review { goal } => self.review(goal, at).await,
            What::Judge => self.judge(at).await,
            What::Carry => self.carry(at).await,
            What::Ask => self.ask_more(at).await,
            What::Wait => self.wait(at).await,
            What::Gauge => self.gauge(at).await,
            What::Risk { risk, turn } => self.risk(risk, turn, at).await,
            What::Idea { idea, turn } => self.idea(idea, turn, at).await,
            What::Agree(act) => self.agree(act, at).await,
            What::Share(act) => self.share(act, at).await,
            What::Decide { decision, turn } => self.decide(decision, turn, at).await,
            What::Talk(turn) => self.talk(turn, at).await,
            What::Meet(act) => Box::pin(self.meet(act, at)).await,
            What::Import => self.import_real_counts(at).await,
            What::Reply { organization, by, words } => {
                let words = words.parse().map_err(Failure::because(words))?;
                let organization = self.organization(organization)?;
                let cx = self.person_in(by, "riverbend", at)?;
                ::plan::follow_through::reply(&cx, organization, words)
                    .await
                    .map(drop)
                    .map_err(Failure::because("the demo's reply"))
            }
        }
    }

    /// Does the background work that is due at an instant.
    pub(super) async fn work(&self, at: Instant) -> Result<(), Failure> {
        self.store.clock().set(at);
        let ran = Worker::new(self.store.clone()).drain().await;
        let ran = ran.map_err(Failure::because("the demo's background work"))?;
        tracing::debug!(ran, "background work of the demo");
        Ok(())
    }

    /// Has everybody look at what they were told two days before an instant and earlier.
    pub(super) async fn read_notices(&self, at: Instant) -> Result<(), Failure> {
        let before = at.plus_seconds(-2 * 86_400).micros() / 1_000;
        // Identifiers begin with the milliseconds at which they were made.
        let up_to = NoticeId::from_bits(u128::from(before.max(0).unsigned_abs()) << 80);
        for key in self.people.keys() {
            let cx = self.person(key, at)?;
            let done = notices::mark_all(&cx, up_to).await;
            done.map_err(Failure::because("the demo's notices"))?;
        }
        Ok(())
    }

    /// The same county over another opening of its folder.
    pub(super) fn over<'b>(self, store: &'b Store) -> Maker<'b>
    where
        'a: 'b,
    {
        Maker { store, ..self }
    }

    /// How many promises there are.
    pub(super) fn promises(&self) -> usize {
        self.promised.len()
    }

    fn operator(&self, at: Instant) -> Cx {
        Cx::new(self.store.clone(), Actor::System("demo"), at)
    }

    fn operator_in(&self, place: &str, at: Instant) -> Result<Cx, Failure> {
        Ok(self.operator(at).in_partnership_id(self.partnership(place)?))
    }

    /// A person at an instant, as if they had just signed in with a passkey.
    fn person(&self, key: &str, at: Instant) -> Result<Cx, Failure> {
        let person = self.person_id(key)?;
        let name = self.content.people.iter().find(|one| one.key == key);
        let actor = Actor::Person(SignedIn {
            person,
            name: Private::new(name.map(|one| one.name.clone()).unwrap_or_default()),
            language: None,
            session: None,
            authenticated_at: at,
            strong: true,
            scopes: None,
            partnership: None,
        });
        Ok(Cx::new(self.store.clone(), actor, at))
    }

    fn person_in(&self, key: &str, place: &str, at: Instant) -> Result<Cx, Failure> {
        Ok(self.person(key, at)?.in_partnership_id(self.partnership(place)?))
    }

    fn person_id(&self, key: &str) -> Result<PersonId, Failure> {
        self.people.get(key).copied().ok_or_else(|| unknown("person", key))
    }

    fn organization(&self, key: &str) -> Result<OrganizationId, Failure> {
        self.organizations.get(key).copied().ok_or_else(|| unknown("organization", key))
    }

    fn partnership(&self, key: &str) -> Result<PartnershipId, Failure> {
        self.partnerships.get(key).copied().ok_or_else(|| unknown("partnership", key))
    }
}

fn unknown(what: &str, key: &str) -> Failure {
    Failure::Failed(format!("the demo knows no {what} `{key}`"))
}

/// Tells how far the making has come.
pub(super) fn progress(step: usize, text: &str) {
    tell!("  step {step} of 4: {text}");
}

/// Reads a text of the content into the type that a command wants.
pub(super) fn parsed<T>(text: &str) -> Result<T, Failure>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    text.parse().map_err(Failure::because(format!("the demo's text `{text}`")))
}
