//! The receipt of a decision: what was asked, what went, what did not and why, under which paper. It is
//! durable before anything of it can be read.
//!
//! Invariants: a receipt is written once, with the copies that it lets go and with all that is then owed. The
//! event says nothing of the person; it carries the hash of all the rest.

pub(crate) mod api;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod notice;
pub mod opened;
pub(crate) mod pages;
pub mod queries;
pub(crate) mod store;

use base::{Instant, OrganizationId, PersonId, Private, Reason};
use policy::{Answer, Basis, ClientId, ConsentId, EmergencyKind, Obligation, Rule, Set};

use crate::{AgreementId, request::RequestId, terms::Name};

base::id! {
    /// Names a receipt.
    pub ReceiptId = "rcp";
}

/// A receipt.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Its name in addresses.
    pub id: ReceiptId,
    /// The request that it answers.
    pub request: RequestId,
    /// When it was decided.
    pub at: Instant,
    /// The answer.
    pub answer: Answer,
    /// The answer as whoever asked may know it.
    pub told: Answer,
    /// Who asked.
    pub asker: PersonId,
    /// In which role.
    pub role: Option<Name>,
    /// For whom.
    pub organization: OrganizationId,
    /// From whom.
    pub holder: OrganizationId,
    /// About whom.
    pub client: Option<ClientId>,
    /// For what.
    pub purpose: Name,
    /// What was asked for.
    pub asked: Vec<Name>,
    /// What went.
    pub given: Vec<Name>,
    /// The version that it went under.
    pub under: Option<Under>,
    /// The consent that it went under.
    pub consent: Option<ConsentId>,
    /// What in the law allowed it.
    pub bases: Set<Basis>,
    /// What is owed.
    pub obligations: Set<Obligation>,
    /// The emergency that opened it.
    pub emergency: Option<EmergencyKind>,
    /// Who decided it, when no rule did.
    pub decided_by: Option<PersonId>,
    /// Why, in the words of the one who decided.
    pub words: Option<Private<Reason>>,
    /// The hash of all of it, as the record carries it.
    pub details: String,
}

/// The version of an agreement that something goes under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under {
    /// The agreement.
    pub id: AgreementId,
    /// Its version.
    pub version: i64,
    /// The SHA-256 of the signed text.
    pub hash: Option<String>,
}

/// What was said of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The class; none when it cannot be told.
    pub class: Option<Name>,
    /// Whether it went.
    pub goes: bool,
    /// The code of the reason or the basis.
    pub word: String,
    /// The key of its sentence in the catalogs.
    pub key: String,
    /// The rule that spoke.
    pub rule: Rule,
    /// The agreement that gives it.
    pub agreement: Option<AgreementId>,
    /// The consent that it goes under.
    pub consent: Option<ConsentId>,
    /// Whether whoever asked must not learn that it was withheld.
    pub is_concealed: bool,
}

/// How much of a receipt somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// A party of the agreement: what was decided, and neither who asked nor about whom.
    Party,
    /// Who got it: what went, and not what was withheld or why.
    Recipient,
    /// Who gave it: all.
    Holder,
}

/// Who looks at a receipt, and what they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looker<'a> {
    pub(crate) standing: &'a ::store::Standing,
    pub(crate) person: Option<PersonId>,
    /// Whether they answer for a party of the agreement.
    pub(crate) is_party: bool,
}

impl Receipt {
    /// The few signs by which people name it.
    #[must_use]
    pub fn code(&self) -> String {
        code(self.id)
    }

    /// How much of it somebody sees; nothing when they have no part in it.
    pub(crate) fn sight(&self, by: Looker<'_>) -> Option<Sight> {
        if crate::access::serves(by.standing, self.holder) {
            return Some(Sight::Holder);
        }
        let asked = by.person == Some(self.asker) && by.standing.speaks_for(self.organization);
        if asked || crate::access::answers_for(by.standing, self.organization) {
            return Some(Sight::Recipient);
        }
        by.is_party.then_some(Sight::Party)
    }

    /// The answer as somebody with this sight may know it.
    #[must_use]
    pub const fn answer_for(&self, sight: Sight) -> Answer {
        match sight {
            Sight::Holder => self.answer,
            Sight::Recipient | Sight::Party => self.told,
        }
    }

    /// Whether something went.
    #[must_use]
    pub fn gave(&self) -> bool {
        !self.given.is_empty()
    }
}

/// The few signs by which people name a receipt.
#[must_use]
pub fn code(id: ReceiptId) -> String {
    let text = id.to_string().to_uppercase();
    let signs: Vec<char> = text.chars().rev().take(8).collect();
    let signs: String = signs.into_iter().rev().collect();
    let (one, other) = signs.split_at_checked(4).unwrap_or((&signs, ""));
    format!("R-{one}-{other}")
}

#[cfg(test)]
mod tests {
    use ::store::Standing;
    use base::{Id, Role};

    use super::*;

    fn receipt() -> Receipt {
        Receipt {
            id: ReceiptId::from_bits(77),
            request: RequestId::from_bits(1),
            at: Instant::from_micros(0),
            answer: Answer::PermitPartial,
            told: Answer::Permit,
            asker: PersonId::from_bits(1),
            role: None,
            organization: OrganizationId::from_bits(1),
            holder: OrganizationId::from_bits(2),
            client: None,
            purpose: "treatment".parse().unwrap(),
            asked: Vec::new(),
            given: Vec::new(),
            under: None,
            consent: None,
            bases: Set::EMPTY,
            obligations: Set::EMPTY,
            emergency: None,
            decided_by: None,
            words: None,
            details: String::new(),
        }
    }

    fn sight(person: u128, of: u128, role: Role, is_party: bool) -> Option<Sight> {
        let grants = vec![(OrganizationId::from_bits(of), role)];
        let standing = Standing { grants, system: false };
        let person = Some(PersonId::from_bits(person));
        receipt().sight(Looker { standing: &standing, person, is_party })
    }

    #[test]
    fn each_side_sees_its_own_part_and_others_nothing() {
        assert_eq!(sight(9, 2, Role::Member, false), Some(Sight::Holder));
        assert_eq!(sight(1, 1, Role::Member, false), Some(Sight::Recipient));
        assert_eq!(sight(9, 1, Role::Lead, false), Some(Sight::Recipient));
        assert_eq!(sight(9, 1, Role::Member, false), None, "a colleague who did not ask");
        assert_eq!(sight(9, 3, Role::Steward, true), Some(Sight::Party));
        assert_eq!(sight(9, 3, Role::Steward, false), None);
        // Who asked and has left has no part in it any more.
        assert_eq!(sight(1, 3, Role::Member, false), None);
        assert_eq!(sight(9, 2, Role::Coordinator, false), None, "no content by role");
        assert_eq!(sight(9, 2, Role::Guest, false), None);
    }

    #[test]
    fn only_who_gave_it_knows_the_whole_answer() {
        let receipt = receipt();
        assert_eq!(receipt.answer_for(Sight::Holder), Answer::PermitPartial);
        assert_eq!(receipt.answer_for(Sight::Recipient), Answer::Permit);
        assert_eq!(receipt.answer_for(Sight::Party), Answer::Permit);
    }

    #[test]
    fn a_code_is_short_enough_to_be_read_aloud() {
        assert_eq!(code(ReceiptId::from_bits(77)), "R-0000-002D");
    }
}
