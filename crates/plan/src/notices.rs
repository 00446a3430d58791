//! Who hears of what, and what they can do about it from the mail; no mail says what was promised.

use std::collections::BTreeSet;

use ::notices::Kind::{self, NeedsYou, ToKnow};
use base::PersonId;
use store::{Subject, Tx, WriteTx};

use crate::{
    Act, Commitment, Error, Party, State, Step,
    stalled::{Hand, Nudge},
};

/// A word to some people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// Why they are told.
    pub(crate) kind: Kind,
    /// Its message.
    pub(crate) key: &'static str,
    /// To whom.
    pub(crate) to: Vec<Hand>,
}

/// Tells those who must know of a step.
pub(crate) async fn tell_of(
    tx: &mut WriteTx,
    commitment: &Commitment,
    step: &Step,
) -> Result<(), Error> {
    if moves_on(&step.act) {
        ::notices::settle(tx, &about(commitment)).await?;
    }
    match notice_of(commitment, step) {
        Some(notice) => tell(tx, commitment, &notice, Some(step.voice.person)).await,
        None => Ok(()),
    }
}

/// Tells people of a commitment, each once and never the one who caused it.
pub(crate) async fn tell(
    tx: &mut WriteTx,
    commitment: &Commitment,
    notice: &Notice,
    but: Option<PersonId>,
) -> Result<(), Error> {
    let mut told: BTreeSet<PersonId> = but.into_iter().collect();
    let link = format!("/p/{}/commitments/{}", tx.place()?.slug, commitment.id);
    for hand in &notice.to {
        let mut people = people_behind(tx, commitment, *hand).await?;
        people.retain(|person| told.insert(*person));
        let notice = ::notices::Notice {
            kind: notice.kind,
            key: notice.key,
            args: Vec::new(),
            title: Some(commitment.terms().title.to_string()),
            link: link.clone(),
            about: about(commitment),
            answers: answers(commitment, notice, *hand),
        };
        ::notices::tell(tx, &people, &notice).await?;
    }
    Ok(())
}

/// What notices of a commitment are about.
pub(crate) fn about(commitment: &Commitment) -> Subject {
    Subject::new("commitment", commitment.id)
}

/// What somebody can do from the mail: those whose turn it is, the next step.
fn answers(commitment: &Commitment, notice: &Notice, hand: Hand) -> &'static [&'static str] {
    let turn = commitment.turn();
    let theirs = match hand {
        Hand::Person(_) => true,
        Hand::Leads(party) => turn == Some(party),
        Hand::Coordinators => false,
    };
    if !theirs || notice.kind == Kind::ToKnow {
        return &[];
    }
    match commitment.state() {
        State::Proposed { .. } => &["commitment-accept"],
        State::Claimed { .. } => &["commitment-confirm"],
        State::Open if notice.kind == Kind::DueSoon => &["commitment-done", "commitment-date"],
        State::Open => &["commitment-done", "commitment-date", "commitment-reason"],
        State::Declined { .. }
        | State::Withdrawn { .. }
        | State::Kept { .. }
        | State::Broken { .. } => &[],
    }
}

/// Whether what people were asked before is asked no more after a step.
const fn moves_on(act: &Act) -> bool {
    !matches!(
        act,
        Act::Explained { .. }
            | Act::EvidenceAdded { .. }
            | Act::EvidenceRemoved { .. }
            | Act::Reminded
    )
}

/// Why somebody hears of a planned word.
pub(crate) const fn nudge_kind(nudge: Nudge) -> Kind {
    match nudge {
        Nudge::WeekBefore | Nudge::DayBefore => Kind::DueSoon,
        Nudge::Stalled | Nudge::Escalated => Kind::NeedsYou,
    }
}

/// The message of a planned word.
pub(crate) const fn nudge_key(nudge: Nudge) -> &'static str {
    match nudge {
        Nudge::WeekBefore => "commitments-mail-week-before",
        Nudge::DayBefore => "commitments-mail-day-before",
        Nudge::Stalled => "commitments-mail-stalled",
        Nudge::Escalated => "commitments-mail-escalated",
    }
}

/// Who must know of a step at once: those whose turn it is now, or whose word was answered.
fn notice_of(commitment: &Commitment, step: &Step) -> Option<Notice> {
    let other = || match step.voice.side {
        crate::Side::Promiser => vec![spokesperson(commitment, Party::Receiver)],
        crate::Side::Receiver => vec![spokesperson(commitment, Party::Promiser)],
        crate::Side::Coordinator => vec![
            spokesperson(commitment, Party::Promiser),
            spokesperson(commitment, Party::Receiver),
        ],
    };
    let (kind, key, to) = match &step.act {
        Act::Offered { .. } => (NeedsYou, "commitments-mail-offered", other()),
        Act::Asked { .. } => (NeedsYou, "commitments-mail-asked", other()),
        Act::Countered { .. } => (NeedsYou, "commitments-mail-countered", other()),
        Act::Accepted { .. } => (ToKnow, "commitments-mail-accepted", other()),
        Act::Declined { .. } => (ToKnow, "commitments-mail-declined", other()),
        Act::ClaimedDone { .. } => (NeedsYou, "commitments-mail-claimed", other()),
        Act::Confirmed { .. } => (ToKnow, "commitments-mail-kept", other()),
        Act::NotYet { .. } => (NeedsYou, "commitments-mail-not-yet", other()),
        Act::Moved { .. } => (ToKnow, "commitments-mail-moved", other()),
        Act::Broken { .. } => (ToKnow, "commitments-mail-broken", other()),
        Act::HandedOver { to } => {
            (NeedsYou, "commitments-mail-handed-over", vec![Hand::Person(to.person)])
        }
        Act::Reminded => {
            let turn = commitment.turn()?;
            (NeedsYou, "commitments-mail-reminded", vec![spokesperson(commitment, turn)])
        }
        Act::Withdrawn { .. }
        | Act::Explained { .. }
        | Act::EvidenceAdded { .. }
        | Act::EvidenceRemoved { .. }
        | Act::Undone { .. } => return None,
    };
    Some(Notice { kind, key, to })
}

/// The one to talk to on a side: who is in charge, who spoke for it last, or its leads.
fn spokesperson(commitment: &Commitment, party: Party) -> Hand {
    // Until it binds, those who proposed it talk about it.
    let bound = !matches!(commitment.state(), State::Proposed { .. } | State::Declined { .. });
    let in_charge = commitment.in_charge().filter(|_| bound && party == Party::Promiser);
    let spoke = || {
        let steps = commitment.steps().iter().rev();
        steps.map(|step| step.voice).find(|voice| voice.side == party.side())
    };
    in_charge.or_else(|| spoke().map(|voice| voice.person)).map_or(Hand::Leads(party), Hand::Person)
}

async fn people_behind(
    tx: &Tx,
    commitment: &Commitment,
    hand: Hand,
) -> Result<BTreeSet<PersonId>, Error> {
    let organization = match hand {
        Hand::Person(person) => return Ok(BTreeSet::from([person])),
        Hand::Leads(Party::Promiser) => Some(commitment.promiser),
        Hand::Leads(Party::Receiver) => commitment.receiver.organization(),
        Hand::Coordinators => None,
    };
    let leads = match organization {
        Some(organization) => partnership::leads_of(tx, organization).await?,
        None => Vec::new(),
    };
    // Where nobody leads, or all partners wait together, the coordinators see to it.
    let people = if leads.is_empty() { partnership::coordinators(tx).await? } else { leads };
    Ok(people.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commitment::examples::*;

    fn to(commitment: &Commitment) -> Vec<Hand> {
        let step = commitment.steps().last().unwrap();
        notice_of(commitment, step).map(|notice| notice.to).unwrap_or_default()
    }

    #[test]
    fn an_offer_goes_to_the_leads_and_the_answer_to_the_one_who_offered() {
        let mut commitment = offered("2026-05-20");
        assert_eq!(to(&commitment), [Hand::Leads(Party::Receiver)]);
        commitment.counter(waiter("2026-05-02"), terms("2026-05-19"), None).unwrap();
        assert_eq!(to(&commitment), [Hand::Person(person(10))]);
        commitment.accept(maker("2026-05-02"), None).unwrap();
        assert_eq!(to(&commitment), [Hand::Person(person(20))]);
    }

    #[test]
    fn what_is_done_goes_to_the_one_who_waits_and_the_answer_to_the_one_in_charge() {
        let mut commitment = open("2026-05-20");
        commitment.hand_over(maker("2026-05-03"), person(11)).unwrap();
        assert_eq!(to(&commitment), [Hand::Person(person(11))]);
        commitment.claim_done(maker("2026-05-03"), None).unwrap();
        assert_eq!(to(&commitment), [Hand::Person(person(20))]);
        commitment.confirm(waiter("2026-05-04"), None).unwrap();
        assert_eq!(to(&commitment), [Hand::Person(person(11))]);
    }

    #[test]
    fn both_sides_hear_what_a_coordinator_says() {
        let mut commitment = open("2026-05-20");
        let coordinator = voice(crate::Side::Coordinator, 30, day("2026-05-25"));
        commitment.break_off(coordinator, why("cancelled")).unwrap();
        assert_eq!(to(&commitment), [Hand::Person(person(10)), Hand::Person(person(20))]);
    }

    #[test]
    fn evidence_and_undoing_disturb_nobody() {
        let mut commitment = open("2026-05-20");
        commitment.add_evidence(maker("2026-05-03"), "List".parse().unwrap()).unwrap();
        assert_eq!(to(&commitment), []);
        commitment.undo(Voice { person: person(20), ..waiter("2026-05-02") }).unwrap();
        assert_eq!(to(&commitment), []);
    }

    #[test]
    fn from_a_mail_only_those_whose_turn_it_is_take_the_next_step() {
        let mut commitment = offered("2026-05-20");
        let offered = notice_of(&commitment, commitment.steps().last().unwrap()).unwrap();
        let waits = Hand::Leads(Party::Receiver);
        assert_eq!(answers(&commitment, &offered, waits), ["commitment-accept"]);
        commitment.accept(waiter("2026-05-02"), None).unwrap();
        let soon = Notice { kind: Kind::DueSoon, key: "", to: vec![] };
        let stalled = Notice { kind: Kind::NeedsYou, ..soon.clone() };
        let in_charge = Hand::Person(person(10));
        assert_eq!(answers(&commitment, &soon, in_charge), ["commitment-done", "commitment-date"]);
        assert_eq!(answers(&commitment, &stalled, in_charge).len(), 3, "and the reason, once");
        assert_eq!(answers(&commitment, &stalled, waits), [""; 0]);
        assert_eq!(answers(&commitment, &stalled, Hand::Coordinators), [""; 0]);
    }

    use crate::Voice;
}
