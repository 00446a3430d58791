//! What somebody owes because of a receipt: a review within a day, a word to the person, a certificate.
//!
//! Invariant: what is owed is planned from the receipt alone, in its transaction; late is derived from the
//! clock.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod panels;
pub mod queries;
pub(crate) mod store;

use base::{Instant, OrganizationId, PersonId, Private, Prose};
use policy::{EmergencyKind, Obligation, Set};

pub use self::commands::fulfill;
use crate::receipt::ReceiptId;

base::id! {
    /// Names a task.
    pub DutyId = "dty";
}

base::words! {
    /// What is to be done.
    pub enum DutyKind {
        /// A second person looks at what an emergency opened.
        Review = "review",
        /// Whoever answers for the data reads what was opened or compelled.
        Custodian = "custodian",
        /// The person is told, by a safe channel.
        TellPerson = "tell_person",
        /// What protects the person is written down.
        SafetySteps = "safety_steps",
        /// The copy is destroyed, and somebody certifies it.
        Certify = "certify",
        /// Whoever got something stops using it: the consent was taken back.
        Recall = "recall",
    }
}

/// What was done about it, in words.
pub type Said = Prose<2000>;

/// A task.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Its name.
    pub id: DutyId,
    /// What is to be done.
    pub kind: DutyKind,
    /// By whom.
    pub organization: OrganizationId,
    /// Because of which receipt.
    pub receipt: ReceiptId,
    /// Since when.
    pub since: Instant,
    /// By when.
    pub due_at: Instant,
    /// When it was done, and by whom.
    pub done: Option<(Instant, Option<PersonId>)>,
    /// What was done.
    pub words: Option<Private<Said>>,
}

impl Duty {
    /// Whether it waits longer than it should.
    #[must_use]
    pub fn is_late(&self, now: Instant) -> bool {
        self.done.is_none() && self.due_at <= now
    }
}

/// Why something is owed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Occasion {
    pub(crate) receipt: ReceiptId,
    pub(crate) holder: OrganizationId,
    pub(crate) recipient: OrganizationId,
    pub(crate) at: Instant,
    /// When the copies must be destroyed.
    pub(crate) ends: Option<Instant>,
    pub(crate) emergency: Option<EmergencyKind>,
}

/// A task that is not written down yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Planned {
    pub(crate) kind: DutyKind,
    pub(crate) organization: OrganizationId,
    pub(crate) receipt: ReceiptId,
    pub(crate) since: Instant,
    pub(crate) due_at: Instant,
}

impl Planned {
    pub(crate) const fn given(self, id: DutyId) -> Duty {
        let Self { kind, organization, receipt, since, due_at } = self;
        Duty { id, kind, organization, receipt, since, due_at, done: None, words: None }
    }
}

const DAY: i64 = 86_400;

/// How long somebody has after the day on which copies must be gone, to certify that they are.
const CERTIFY_DAYS: i64 = 10;

/// What is to be done because of what is owed.
pub(crate) fn planned(owed: Set<Obligation>, gave: bool, why: &Occasion) -> Vec<Planned> {
    let task = |kind: DutyKind, organization: OrganizationId, days: i64| Planned {
        kind,
        organization,
        receipt: why.receipt,
        since: why.at,
        due_at: why.at.plus_seconds(days * DAY),
    };
    let mut all = Vec::new();
    // A refusal can owe something, too: an overdue copy, a subpoena that came alone.
    if gave && owed.has(Obligation::Review24h) {
        all.push(task(DutyKind::Review, why.recipient, 1));
    }
    if owed.has(Obligation::NotifyCustodian) {
        all.push(task(DutyKind::Custodian, why.holder, 3));
    }
    if gave && owed.has(Obligation::NotifySubject) {
        all.push(task(DutyKind::TellPerson, why.holder, 3));
    }
    if gave && owed.has(Obligation::SafetySteps) {
        all.push(task(DutyKind::SafetySteps, why.holder, 1));
    }
    if !gave && owed.has(Obligation::DestroyAndCertify) {
        all.push(task(DutyKind::Certify, why.holder, CERTIFY_DAYS));
    }
    // What an emergency opened is taken away by the program itself, an hour later.
    if let (true, Some(ends), None) = (gave, why.ends, why.emergency) {
        let due_at = ends.plus_seconds(CERTIFY_DAYS * DAY);
        all.push(Planned { due_at, ..task(DutyKind::Certify, why.recipient, 0) });
    }
    all
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;

    fn why() -> Occasion {
        Occasion {
            receipt: ReceiptId::from_bits(1),
            holder: OrganizationId::from_bits(1),
            recipient: OrganizationId::from_bits(2),
            at: Instant::from_micros(0),
            ends: None,
            emergency: None,
        }
    }

    fn kinds(owed: &[Obligation], gave: bool, why: &Occasion) -> Vec<(DutyKind, u8)> {
        let side = |of: OrganizationId| u8::from(of == why.recipient);
        let all = planned(Set::of(owed), gave, why);
        all.iter().map(|task| (task.kind, side(task.organization))).collect()
    }

    #[test]
    fn each_obligation_that_a_person_must_carry_out_becomes_a_task_of_the_right_side() {
        use Obligation::{NotifyCustodian, NotifySubject, Review24h, SafetySteps};
        let owed = [Review24h, NotifyCustodian, NotifySubject, SafetySteps];
        let expected = [
            (DutyKind::Review, 1),
            (DutyKind::Custodian, 0),
            (DutyKind::TellPerson, 0),
            (DutyKind::SafetySteps, 0),
        ];
        assert_eq!(kinds(&owed, true, &why()), expected);
    }

    #[test]
    fn a_review_is_due_within_a_day() {
        let task = planned(Set::of(&[Obligation::Review24h]), true, &why())[0];
        assert_eq!(task.due_at.seconds_since(task.since), 24 * 3600);
    }

    #[test]
    fn a_refusal_owes_only_what_it_brings_about_itself() {
        use Obligation::{DestroyAndCertify, NotifyCustodian, NotifySubject, Review24h};
        assert!(kinds(&[Review24h, NotifySubject], false, &why()).is_empty());
        assert_eq!(kinds(&[NotifyCustodian], false, &why()), [(DutyKind::Custodian, 0)]);
        assert_eq!(kinds(&[DestroyAndCertify], false, &why()), [(DutyKind::Certify, 0)]);
    }

    #[test]
    fn whoever_gets_a_copy_with_an_end_certifies_that_it_is_gone() {
        let ends = Instant::from_micros(0).plus_seconds(90 * DAY);
        let why = Occasion { ends: Some(ends), ..why() };
        assert_eq!(kinds(&[], true, &why), [(DutyKind::Certify, 1)]);
        let emergency = Occasion { emergency: Some(EmergencyKind::Medical), ..why };
        assert!(kinds(&[], true, &emergency).is_empty(), "the program takes it away itself");
    }
}
