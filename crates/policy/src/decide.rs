//! The answer to a request for records that are known, with its reasons.

use std::ops::ControlFlow;

use crate::{
    AgreementId, Answer, Basis, Cell, Class, ConsentId, Effect, Form, Label, Obligation, Reason,
    Regime, Request, RequestPattern, Rule, Set, World,
    row::Known,
    rules::{self, Case, Door},
};

/// What may go, what may not, why, and what is then owed. For the holder's own staff: a recipient sees
/// [`Decision::for_outsider`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The answer.
    pub answer: Answer,
    /// What in the law allows it.
    pub bases: Set<Basis>,
    /// What is owed.
    pub obligations: Set<Obligation>,
    /// What may go, in the order of the classes.
    pub released: Vec<Released>,
    /// What may not, in the order of the classes.
    pub withheld: Vec<Withheld>,
}

/// A class that may go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Released {
    /// The class.
    pub class: Class,
    /// The rules that let it go, one for each law on it.
    pub rules: Vec<Rule>,
    /// The agreement that gives it, when it went through one.
    pub agreement: Option<AgreementId>,
    /// The consent that it goes under.
    pub consent: Option<ConsentId>,
}

/// What a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A class; none when the record does not say which.
    Class(Option<Class>),
    /// A cell of the table of counts.
    Cell(Cell),
}

/// Something that may not go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Withheld {
    /// What.
    pub subject: Subject,
    /// Why.
    pub reason: Reason,
    /// By which rule.
    pub rule: Rule,
    /// Whether even that something was withheld must not be told, 42 CFR 2.13(c).
    pub is_concealed: bool,
}

/// What somebody learns who does not work for the holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideView {
    /// The answer.
    pub answer: Answer,
    /// Whether something was withheld, but not what or why.
    pub is_incomplete: bool,
}

impl Decision {
    /// Why something is withheld.
    #[must_use]
    pub fn reasons(&self) -> Set<Reason> {
        self.withheld.iter().map(|withheld| withheld.reason).collect()
    }

    /// What a recipient sees: a wrong name and a patient without consent look the same.
    #[must_use]
    pub fn for_outsider(&self) -> OutsideView {
        let mut told = self.withheld.iter().filter(|withheld| !withheld.is_concealed);
        let is_incomplete = !self.released.is_empty() && told.next().is_some();
        let answer = match self.answer {
            Answer::PermitPartial if !is_incomplete => Answer::Permit,
            Answer::Hold if self.withheld.iter().any(|withheld| withheld.is_concealed) => {
                Answer::Deny
            }
            answer @ (Answer::Permit | Answer::PermitPartial | Answer::Deny | Answer::Hold) => {
                answer
            }
        };
        OutsideView { answer, is_incomplete }
    }
}

/// Decides about each record that is asked for.
#[must_use]
pub fn decide(world: &World, request: &Request) -> Decision {
    let mut decision = Decision {
        answer: Answer::Deny,
        bases: Set::EMPTY,
        obligations: Set::EMPTY,
        released: Vec::with_capacity(request.labels.len()),
        withheld: Vec::new(),
    };
    let asked = &request.pattern;
    let mut case: Option<Case<'_>> = None;
    let mut shows_table = false;
    for label in &request.labels {
        // Most requests are to one holder.
        if case.as_ref().is_none_or(|case| label.holder != Some(case.holder)) {
            case = label.holder.and_then(|holder| Case::new(world, asked, holder));
        }
        match judge(case.as_ref(), world, label) {
            Ok(given) => {
                shows_table |= case.as_ref().is_some_and(|case| case.door == Door::Totals);
                decision.release(given);
            }
            Err(rule) => decision.withhold(label, rule),
        }
    }
    if request.labels.is_empty() {
        decision.withhold(&Label::default(), Rule::NotUnderstood);
    }
    if shows_table {
        decision.suppress(asked);
    }
    decision.finish(asked);
    decision
}

/// What lets the record go, or the rule that refuses it.
fn judge(case: Option<&Case<'_>>, world: &World, label: &Label) -> Result<Given, Rule> {
    let case = case.ok_or(Rule::NotUnderstood)?;
    let class = label.class.ok_or(Rule::NotUnderstood)?;
    let row = Known::new(world, label);
    let refused = rules::examine(case, &row, &mut |rule, refuses| {
        if refuses && world.holds(rule) {
            ControlFlow::Break(rule)
        } else {
            ControlFlow::Continue(())
        }
    });
    if let ControlFlow::Break(rule) = refused {
        return Err(nearest(case, &row, rule));
    }
    let rules = if case.door == Door::None {
        rules::allowing_laws(case, &row)
    } else {
        rules::allowing_at_door(case, &row)
    };
    let consent = rules.iter().find_map(|rule| rules::serving_consent(case, &row, *rule));
    let mut agreements = rules::covering(case, &row).filter(|_| case.door == Door::None).peekable();
    let agreement = agreements.peek().map(|agreement| agreement.id);
    let suppresses = agreements.any(|agreement| agreement.suppresses_small_cells);
    Ok(Given { released: Released { class, rules, agreement, consent }, suppresses })
}

/// What may go, and what its agreements add.
struct Given {
    released: Released,
    suppresses: bool,
}

impl Decision {
    fn release(&mut self, given: Given) {
        for rule in &given.released.rules {
            let article = rule.article();
            article.effect.basis().into_iter().for_each(|basis| self.bases.insert(basis));
            self.owe(article.obligations);
        }
        if given.suppresses {
            self.obligations.insert(Obligation::SuppressUnder11);
        }
        self.released.push(given.released);
    }

    fn withhold(&mut self, label: &Label, rule: Rule) {
        let article = rule.article();
        self.owe(article.obligations);
        // What cannot be read may be such a record.
        let is_concealed = label
            .regimes
            .is_none_or(|laws| laws.has(Regime::Part2) || laws.has(Regime::Part2Notes));
        let subject = Subject::Class(label.class);
        let reasons = article.effect.reason().into_iter();
        self.withheld.extend(reasons.map(|reason| Withheld {
            subject,
            reason,
            rule,
            is_concealed,
        }));
    }

    /// Takes the small cells out of the table that would go.
    fn suppress(&mut self, asked: &RequestPattern) {
        for cell in asked.table.iter().flat_map(crate::Table::small_cells) {
            self.withheld.push(Withheld {
                subject: Subject::Cell(cell),
                reason: Reason::SmallCell,
                rule: Rule::TotalsUncontrolled,
                is_concealed: false,
            });
        }
    }

    fn owe(&mut self, obligations: &[Obligation]) {
        for obligation in obligations {
            self.obligations.insert(*obligation);
        }
    }

    fn finish(&mut self, asked: &RequestPattern) {
        self.released.sort_unstable();
        self.released.dedup();
        self.withheld.sort_unstable();
        self.withheld.dedup();
        let mut effects = self.withheld.iter().map(|withheld| withheld.rule.article().effect);
        self.answer = match (self.released.is_empty(), self.withheld.is_empty()) {
            (false, true) => Answer::Permit,
            (false, false) => Answer::PermitPartial,
            (true, _) if effects.any(|effect| matches!(effect, Effect::Hold(_))) => Answer::Hold,
            (true, _) => Answer::Deny,
        };
        if !self.released.is_empty() {
            self.owe(&[Obligation::LogBeforeRelease, Obligation::PurposeBind]);
            if asked.identifiability.is_personal() {
                self.owe(&[Obligation::ClientReport]);
            }
        }
    }
}

/// The rule that says best why nothing let the record go.
fn nearest(case: &Case<'_>, row: &Known<'_>, rule: Rule) -> Rule {
    match rule.article().effect {
        Effect::Withhold(Reason::NoAgreement) if case.door == Door::None => {
            rules::closest_grant(case, row)
        }
        Effect::Withhold(Reason::Part2NoConsent) if case.door == Door::None => {
            rules::closest_consent(case, row, rules::PART2_FORMS).unwrap_or(rule)
        }
        Effect::Withhold(Reason::VawaNoRelease) if case.door == Door::None => {
            rules::closest_consent(case, row, &[Form::VawaRelease]).unwrap_or(rule)
        }
        Effect::Withhold(_) | Effect::Hold(_) | Effect::Allow(_) => rule,
    }
}
