//! A request for data: who asks whom about whom, for what; answered at once by the engine, or held for a
//! named person of the holder.
//!
//! Invariant: what is held is decided once, by somebody who answers for the holder's data and did not ask.
//! Nobody releases what a rule withholds: a person's word stands only where a rule asks for one.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
mod outcome;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub mod queries;
pub(crate) mod release;
pub(crate) mod rule;
pub(crate) mod store;

use base::{Instant, Line, OrganizationId, PersonId, Prose, Reason};
use policy::{
    Assurance, ClientId, Effect, Emergency, EmergencyKind, Identifiability, Obligation, OrderKind,
    Regime, Rule, Set,
};

pub(crate) use self::outcome::Outcome;
pub use self::{
    commands::{About, Asked, NewRequest, ask, withdraw},
    problem::RequestError,
    rule::{Ruling, Verdict, rule},
};
use crate::{
    decision::{Ask, CourtOrder},
    receipt::ReceiptId,
    record::FileNumber,
    terms::Name,
};

base::id! {
    /// Names a request.
    pub RequestId = "req";
}

base::words! {
    /// What became of a request.
    pub enum State {
        /// The engine answered it at once.
        Answered = "answered",
        /// It waits for a person of the holder.
        Held = "held",
        /// A person let something go.
        Released = "released",
        /// A person refused.
        Refused = "refused",
        /// Whoever asked took it back.
        Withdrawn = "withdrawn",
    }
}

base::words! {
    /// What a court sent, as whoever asks says.
    pub enum Papers {
        /// A subpoena alone.
        Subpoena = "subpoena",
        /// An order alone.
        Order = "order",
        /// Both.
        Both = "subpoena_and_order",
    }
}

/// Why it is asked, in words.
pub type Words = Prose<1000>;

/// For so many hours a held request waits for its owner, before those who lead are told.
pub const HOLD_HOURS: i64 = 48;

/// A request.
#[derive(Debug, Clone)]
pub struct DataRequest {
    /// Its name.
    pub id: RequestId,
    /// Who asks.
    pub asker: PersonId,
    /// For whom.
    pub organization: OrganizationId,
    /// Whom they ask.
    pub holder: OrganizationId,
    /// About whom; nobody when the holder keeps nobody under that number.
    pub client: Option<ClientId>,
    /// The number that was given.
    pub file_number: Option<FileNumber>,
    /// For what.
    pub purpose: Name,
    /// What.
    pub classes: Vec<Name>,
    /// In which form.
    pub identifiability: Identifiability,
    /// Why, in words.
    pub words: Option<Words>,
    /// Whether the one who asks is a relative of the client.
    pub is_relative: bool,
    /// How sure the session was of the one who asked.
    pub assurance: Assurance,
    /// What a court sent.
    pub papers: Option<(Papers, OrderKind)>,
    /// The emergency that was claimed.
    pub emergency: Option<Claim>,
    /// What became of it.
    pub state: State,
    /// Whether even that it waits must not be told.
    pub is_concealed: bool,
    /// When it was asked.
    pub asked_at: Instant,
    /// Who must decide it.
    pub owner: Option<PersonId>,
    /// By when.
    pub due_at: Option<Instant>,
    /// Who decided it, when, and why.
    pub decided: Option<Decided>,
    /// The receipt of the last answer.
    pub receipt: ReceiptId,
}

/// An emergency, as the one who asked attested it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Its kind.
    pub kind: EmergencyKind,
    /// Whether consent could have been had.
    pub is_consent_obtainable: bool,
}

/// A person's decision.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: Reason,
    /// The law or paper that they rest it on.
    pub basis: Option<Line<300>>,
}

impl DataRequest {
    /// What the one who asked may know of its state: what must not be told looks like a refusal.
    #[must_use]
    pub fn told(&self) -> State {
        if self.state == State::Held && self.is_concealed { State::Answered } else { self.state }
    }

    /// Whether it waits longer than it should.
    #[must_use]
    pub fn is_late(&self, now: Instant) -> bool {
        self.state == State::Held && self.due_at.is_some_and(|due| due <= now)
    }

    /// The request as the engine is asked, with what a person made of it.
    pub(crate) fn ask(&self, ruling: Option<&Ruling>) -> Ask {
        let order = self.papers.filter(|(papers, _)| *papers != Papers::Subpoena);
        let scope = ruling.map(|ruling| ruling.scope.clone()).unwrap_or_default();
        Ask {
            who: self.asker,
            action: policy::Action::Disclose,
            purpose: self.purpose.to_string(),
            about: self.client.unwrap_or_else(nobody),
            from: self.holder,
            to: Some(self.organization),
            classes: self.classes.iter().map(ToString::to_string).collect(),
            identifiability: self.identifiability,
            // Whoever decides has looked at that.
            is_relative: self.is_relative && ruling.is_none(),
            subpoena: matches!(self.papers, Some((Papers::Subpoena | Papers::Both, _))),
            order: order.map(|(_, kind)| CourtOrder {
                kind,
                is_checked: !scope.is_empty(),
                scope,
                expires: None,
            }),
            emergency: self.emergency.map(|claim| Emergency {
                kind: claim.kind,
                client: self.client.unwrap_or_else(nobody),
                is_attested: true,
                is_consent_obtainable: claim.is_consent_obtainable,
                started: self.asked_at,
            }),
            table: None,
        }
    }
}

/// A client whom nobody keeps: what is asked about them is not understood.
pub(crate) fn nobody() -> ClientId {
    <ClientId as base::Id>::from_bits(0)
}

/// Whether a person's word can stand in for what a rule lacks: only where the rule itself asks for one,
/// and for nothing that a person must change first.
#[must_use]
pub(crate) fn may_be_weighed(rule: Rule) -> bool {
    matches!(rule.article().effect, Effect::Hold(_))
        && !matches!(rule, Rule::RelativeActs | Rule::OrderUnchecked)
}

/// What a person owes who lets a record go where no rule says what is owed.
#[must_use]
pub(crate) fn owed_by_word(laws: Set<Regime>) -> Set<Obligation> {
    let mut owed = Set::of(&[
        Obligation::LogBeforeRelease,
        Obligation::PurposeBind,
        Obligation::ClientReport,
        Obligation::NoRedisclosure,
    ]);
    let by_law: [(Regime, &[Obligation]); 5] = [
        (Regime::Hipaa, &[Obligation::HipaaAccounting]),
        (Regime::Part2, &[Obligation::Part2Notice]),
        (Regime::Part2Notes, &[Obligation::Part2Notice]),
        (Regime::Ferpa, &[Obligation::FerpaRecordDisclosure]),
        (Regime::PrivacyAct, &[Obligation::PrivacyActAccounting]),
    ];
    for (law, obligations) in by_law {
        if laws.has(law) {
            for owes in obligations {
                owed.insert(*owes);
            }
        }
    }
    owed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_only_where_a_rule_asks_for_one() {
        for rule in Rule::ALL {
            let holds = matches!(rule.article().effect, Effect::Hold(_));
            assert!(!may_be_weighed(*rule) || holds, "{rule}");
        }
        assert!(may_be_weighed(Rule::HipaaUnopened));
        assert!(!may_be_weighed(Rule::Part2Unopened));
        // Who is related steps back or is cleared; an order is checked. Neither is waved through.
        assert!(!may_be_weighed(Rule::RelativeActs) && !may_be_weighed(Rule::OrderUnchecked));
    }

    #[test]
    fn a_word_owes_what_each_law_wants() {
        let owed = owed_by_word(Set::of(&[Regime::Hipaa, Regime::Part2]));
        assert!(owed.has(Obligation::HipaaAccounting) && owed.has(Obligation::Part2Notice));
        assert!(owed.has(Obligation::NoRedisclosure));
        assert!(!owed.has(Obligation::FerpaRecordDisclosure));
    }
}
