//! What comes of a request: the engine's decision, joined with a person's word where a rule asked for one.

use policy::{Answer, Basis, Explained as _, Obligation, Reason, Set};

use super::{Ruling, Verdict, may_be_weighed, owed_by_word};
use crate::{
    Name,
    decision::{AskedFor, Considered},
    receipt::{Part, Under},
    record::Record,
};

/// What comes of a request.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The answer.
    pub(crate) answer: Answer,
    /// The answer as whoever asked may know it.
    pub(crate) told: Answer,
    /// What was said of each class, the no first.
    pub(crate) parts: Vec<Part>,
    /// What goes, with what is owed for it alone.
    pub(crate) going: Vec<Going>,
    pub(crate) bases: Set<Basis>,
    pub(crate) obligations: Set<Obligation>,
    /// The agreement that it goes under, or the first of several.
    pub(crate) under: Option<Under>,
    pub(crate) consent: Option<policy::ConsentId>,
}

/// A record that goes.
#[derive(Debug)]
pub(crate) struct Going {
    pub(crate) record: Record,
    pub(crate) owed: Set<Obligation>,
    pub(crate) agreement: Option<crate::AgreementId>,
    pub(crate) consent: Option<policy::ConsentId>,
}

impl Outcome {
    /// Puts together what was decided, and what a person made of it.
    pub(crate) fn of(considered: &Considered, ruling: Option<&Ruling>) -> Self {
        let weighs = ruling.is_some_and(|ruling| ruling.verdict == Verdict::Release);
        let mut outcome = Self {
            answer: considered.decision.answer,
            told: considered.decision.for_outsider().answer,
            parts: Vec::new(),
            going: Vec::new(),
            bases: Set::EMPTY,
            obligations: considered.decision.obligations,
            under: None,
            consent: None,
        };
        if ruling.is_some_and(|ruling| ruling.verdict == Verdict::Refuse) {
            outcome.answer = Answer::Deny;
            outcome.told = Answer::Deny;
            outcome.obligations = Set::EMPTY;
        }
        if ruling.is_none() || weighs {
            outcome.bases = considered.decision.bases;
            for asked in &considered.asked {
                outcome.take(asked, weighs, considered);
            }
        } else {
            outcome.parts = considered.asked.iter().filter_map(withheld).collect();
        }
        outcome.parts.sort_by_key(|part| part.goes);
        if weighs {
            outcome.settle();
        }
        outcome
    }

    fn take(&mut self, asked: &AskedFor, weighs: bool, considered: &Considered) {
        let Some(released) = asked.alone.released.first() else {
            let word = asked.alone.withheld.first().filter(|one| may_be_weighed(one.rule));
            match (word, weighs) {
                (Some(one), true) => self.take_by_word(asked, one.rule),
                _ => self.parts.extend(withheld(asked)),
            }
            return;
        };
        let under = released.agreement.and_then(|id| {
            let version = considered.scene.standing.get(&id)?;
            Some(Under { id, version: version.number, hash: version.hash.clone() })
        });
        for rule in &released.rules {
            if let Some(basis) = rule.article().effect.basis() {
                self.parts.push(Part {
                    class: asked.class.parse().ok(),
                    goes: true,
                    word: basis.to_string(),
                    key: basis.message_key(),
                    rule: *rule,
                    agreement: released.agreement,
                    consent: released.consent,
                    is_concealed: false,
                });
            }
        }
        self.under = self.under.take().or(under);
        self.consent = self.consent.or(released.consent);
        self.goes(asked, asked.alone.obligations, released.agreement, released.consent);
    }

    /// A person lets it go where a rule asked for a person.
    fn take_by_word(&mut self, asked: &AskedFor, rule: policy::Rule) {
        let owed = owed_by_word(asked.label.regimes.unwrap_or(Set::all()));
        self.obligations = self.obligations.union(owed);
        self.parts.push(Part {
            class: asked.class.parse().ok(),
            goes: true,
            word: Reason::LegalReviewRequired.to_string(),
            key: "receipts-by-word".to_owned(),
            rule,
            agreement: None,
            consent: None,
            is_concealed: false,
        });
        self.goes(asked, owed, None, None);
    }

    fn goes(
        &mut self,
        asked: &AskedFor,
        owed: Set<Obligation>,
        agreement: Option<crate::AgreementId>,
        consent: Option<policy::ConsentId>,
    ) {
        if let Some(record) = asked.record.clone().filter(|record| record.content.is_some()) {
            self.going.push(Going { record, owed, agreement, consent });
        }
    }

    /// The answer after a person let something go.
    fn settle(&mut self) {
        let (goes, stays): (Vec<&Part>, Vec<&Part>) = self.parts.iter().partition(|part| part.goes);
        self.answer = match (goes.is_empty(), stays.is_empty()) {
            (true, _) => Answer::Deny,
            (false, true) => Answer::Permit,
            (false, false) => Answer::PermitPartial,
        };
        let is_told = stays.iter().any(|part| !part.is_concealed);
        self.told = match self.answer {
            Answer::PermitPartial if !is_told => Answer::Permit,
            answer @ (Answer::Permit | Answer::PermitPartial | Answer::Deny | Answer::Hold) => {
                answer
            }
        };
    }

    /// The classes that go, each once, in the order of their names.
    pub(crate) fn given(&self) -> Vec<Name> {
        let mut given: Vec<Name> =
            self.going.iter().map(|going| going.record.class.clone()).collect();
        given.sort();
        given.dedup();
        given
    }

    /// Whether even that it waits must not be told.
    pub(crate) fn is_concealed(&self) -> bool {
        self.answer == Answer::Hold && self.told != Answer::Hold
    }
}

fn withheld(asked: &AskedFor) -> Option<Part> {
    let one = asked.alone.withheld.first()?;
    Some(Part {
        class: asked.class.parse().ok(),
        goes: false,
        word: one.reason.to_string(),
        key: one.reason.message_key(),
        rule: one.rule,
        agreement: None,
        consent: None,
        is_concealed: one.is_concealed,
    })
}
