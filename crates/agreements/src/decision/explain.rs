//! A decision in lines that people can read: each with the rule that spoke, the no first.

use policy::{Basis, Cell, Decision, Explained as _, Reason, Rule, Subject};

use super::Vocabulary;
use crate::AgreementId;

/// What was said of one class or cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whether it may go.
    pub may_go: bool,
    /// What it is about.
    pub what: What,
    /// The word for the reason or the basis.
    pub word: String,
    /// The key of its sentence in the catalogs.
    pub key: String,
    /// The rule that spoke.
    pub rule: Rule,
    /// The agreement that gives it, when it went through one.
    pub agreement: Option<AgreementId>,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A class, by the partnership's name; none when the record does not say which.
    Class(Option<String>),
    /// A cell of the table of counts.
    Cell(Cell),
}

impl Line {
    /// The law or paper that the rule comes from.
    #[must_use]
    pub fn law(&self) -> &'static str {
        self.rule.article().law
    }

    /// Where the rule is written.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.rule.article().source
    }
}

/// The lines of a decision, the no first.
#[must_use]
pub fn said(decision: &Decision, vocabulary: &Vocabulary) -> Vec<Line> {
    let name = |class: Option<policy::Class>| {
        class.and_then(|class| vocabulary.names.of_class(class)).map(str::to_owned)
    };
    let withheld = decision.withheld.iter().map(|withheld| Line {
        may_go: false,
        what: match withheld.subject {
            Subject::Class(class) => What::Class(name(class)),
            Subject::Cell(cell) => What::Cell(cell),
        },
        word: withheld.reason.to_string(),
        key: Reason::message_key(&withheld.reason),
        rule: withheld.rule,
        agreement: None,
    });
    let released = decision.released.iter().flat_map(|released| {
        released.rules.iter().filter_map(move |rule| {
            let basis = rule.article().effect.basis()?;
            Some(Line {
                may_go: true,
                what: What::Class(name(Some(released.class))),
                word: basis.to_string(),
                key: Basis::message_key(&basis),
                rule: *rule,
                agreement: released.agreement,
            })
        })
    });
    withheld.chain(released).collect()
}
