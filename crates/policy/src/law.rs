//! The rules as a table that counsel can check: each with its step, its law, what it does, a plain
//! sentence, its source and the date by which somebody must have read it again.

use std::fmt::Write as _;

use base::Date;

use crate::{Basis, Obligation, Reason};

mod table;

pub use table::Rule;

base::words! {
    /// The order in which a request is examined; the first step that refuses gives the reason.
    pub enum Step {
        /// Is every mark on the data known?
        Understood = "0 understood",
        /// Who acts?
        Session = "1 session",
        /// What no paper can open.
        Never = "2 what no paper can open",
        /// Doors that need no agreement.
        Door = "3 doors that need no agreement",
        /// The agreement.
        Agreement = "4 agreement",
        /// What the client said.
        Client = "5 client",
        /// Each law on the record finds its own basis.
        Law = "6 each law on the record",
    }
}

/// What a rule does when it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The class is withheld.
    Withhold(Reason),
    /// The class waits for a human.
    Hold(Reason),
    /// The law is satisfied.
    Allow(Basis),
}

impl Effect {
    /// The reason for which the class does not go now.
    #[must_use]
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::Withhold(reason) | Self::Hold(reason) => Some(reason),
            Self::Allow(_) => None,
        }
    }

    /// The basis on which it goes.
    #[must_use]
    pub const fn basis(self) -> Option<Basis> {
        match self {
            Self::Allow(basis) => Some(basis),
            Self::Withhold(_) | Self::Hold(_) => None,
        }
    }
}

/// One rule, as counsel reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Article {
    /// Where it stands in the order.
    pub step: Step,
    /// The law or paper that it comes from.
    pub law: &'static str,
    /// What it does.
    pub effect: Effect,
    /// What is owed when it applied.
    pub obligations: &'static [Obligation],
    /// The rule in plain words.
    pub says: &'static str,
    /// Where it is written.
    pub source: &'static str,
    review_by: (i16, i8, i8),
}

impl Article {
    /// The day by which it must have been read again; `None` when the table holds no such day.
    #[must_use]
    pub fn review_by(&self) -> Option<Date> {
        let (year, month, day) = self.review_by;
        Date::new(year, month, day)
    }
}

/// The rules that should have been read again before this day.
pub fn overdue(today: Date) -> impl Iterator<Item = Rule> {
    Rule::ALL
        .iter()
        .copied()
        .filter(move |rule| rule.article().review_by().is_none_or(|review_by| review_by < today))
}

/// The page `docs/law.md`.
#[must_use]
pub fn page() -> String {
    let mut page = String::from(HEAD);
    for step in Step::ALL {
        let title = step.as_str().split_once(' ').map_or("", |(_, title)| title);
        // Writing to a string does not fail.
        let _infallible = write!(
            page,
            "\n## Step {}: {title}\n\n| rule | law | when it applies | then | source | read again by |\n\
             | --- | --- | --- | --- | --- | --- |\n",
            *step as u8,
        );
        for rule in Rule::ALL.iter().filter(|rule| rule.article().step == *step) {
            let article = rule.article();
            let then = then(article);
            let review = article.review_by().map_or_else(String::new, |day| day.to_string());
            let _infallible = writeln!(
                page,
                "| `{rule}` | {} | {} | {then} | {} | {review} |",
                article.law, article.says, article.source
            );
        }
    }
    page
}

const HEAD: &str = "\
# The law that Concord decides by

Made from the table in `crates/policy/src/law/table.rs`, by which every request for data is decided; a test holds both
equal. It is engineers' reading of published federal text and no legal advice: counsel must check it before it is relied
on. State law is often stricter and is not in it.

A request is examined in the order of the steps. Within a step, and from step to step, the first rule that withholds
gives the reason. What is not withheld by step 6 goes, with the obligations of every rule that allowed it.
";

fn then(article: &Article) -> String {
    let mut text = match article.effect {
        Effect::Withhold(reason) => format!("withhold: `{reason}`"),
        Effect::Hold(reason) => format!("hold: `{reason}`"),
        Effect::Allow(basis) => format!("allow: `{basis}`"),
    };
    for (at, obligation) in article.obligations.iter().enumerate() {
        let _infallible = write!(text, "{}`{obligation}`", if at == 0 { "; owed: " } else { ", " });
    }
    text
}
