//! What programs get.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::decision::{Answered, What, said};

/// What would be decided, and why, the no first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AnswerBody {
    /// `permit`, `permit_partial`, `deny` or `hold`.
    answer: String,
    /// What in the law allows it.
    bases: Vec<String>,
    /// What would be owed.
    obligations: Vec<String>,
    rules: Vec<RuleView>,
}

/// What a rule said of a class.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RuleView {
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<String>,
    may_go: bool,
    /// The code of the reason or basis.
    word: String,
    rule: String,
    law: String,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<String>,
}

/// Whether it can be shared: `yes`, `with_consent`, `with_agreement`, `with_both`, `review`, `no`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PathBody {
    pub(crate) path: String,
    pub(crate) answer: AnswerBody,
}

impl AnswerBody {
    pub(crate) fn of(answered: &Answered) -> Self {
        let decision = &answered.decision;
        let rule = |line: crate::decision::Line| RuleView {
            law: line.law().to_owned(),
            source: line.source().to_owned(),
            class: match line.what {
                What::Class(class) => class,
                What::Cell(_) => None,
            },
            may_go: line.may_go,
            word: line.word,
            rule: line.rule.to_string(),
            agreement: line.agreement.map(|id| id.to_string()),
        };
        Self {
            answer: decision.answer.to_string(),
            bases: decision.bases.iter().map(|basis| basis.to_string()).collect(),
            obligations: decision.obligations.iter().map(|owed| owed.to_string()).collect(),
            rules: said(decision, &answered.vocabulary).into_iter().map(rule).collect(),
        }
    }
}
