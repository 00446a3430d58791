//! What may go wrong across agencies, and what has: how likely, how bad, who answers for it, what is
//! done about it and when it is looked at again. A risk that happens becomes an issue.

pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod find;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;
pub(crate) mod words;

use base::{Date, Instant, OrganizationId, PersonId, Prose, Revision, Title};

pub use self::{
    commands::{Target, change, close, happen, link, note, reopen, review, unlink},
    problem::RiskError,
};

base::id! {
    /// Names a risk or an issue.
    pub RiskId = "rsk";
}

base::words! {
    /// Whether it may happen or has.
    pub enum Kind {
        /// It may happen.
        Risk = "risk",
        /// It has happened.
        Issue = "issue",
    }
}

base::words! {
    /// What is done about it.
    pub enum Response {
        /// The work is changed so that it cannot happen.
        Avoid = "avoid",
        /// It is made less likely, or less bad.
        Reduce = "reduce",
        /// Somebody else carries a part of it.
        Share = "share",
        /// It is lived with, and watched.
        Accept = "accept",
    }
}

base::words! {
    /// How much weight it has.
    pub enum Level {
        /// It wants attention now.
        High = "high",
        /// It wants a plan.
        Medium = "medium",
        /// It wants an eye on it.
        Low = "low",
    }
}

base::words! {
    /// Whether it is watched.
    pub enum State {
        /// It is.
        Open = "open",
        /// It is over.
        Closed = "closed",
    }
}

base::words! {
    /// What was done with it.
    pub enum ActName {
        /// It was written down.
        Noted = "noted",
        /// It says something else.
        Changed = "changed",
        /// It was looked at.
        Reviewed = "reviewed",
        /// It happened: from now on it is an issue.
        Happened = "happened",
        /// It is over.
        Closed = "closed",
        /// It is watched again.
        Reopened = "reopened",
        /// It threatens an item of the plan.
        Linked = "linked",
        /// It threatens it no longer.
        Unlinked = "unlinked",
    }
}

/// More about it.
pub type Details = Prose<4000>;
/// What is done about it, in words.
pub type ResponsePlan = Prose<2000>;
/// A few words that go with a step.
pub type Note = Prose<2000>;

/// One of five, from 1 to 5: rare to almost sure, slight to grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grade(i64);

/// A text that is no grade.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("expected a number from 1 to 5")]
pub struct WrongGrade;

/// How likely, and how bad. An issue has happened, so that nobody asks how likely it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// How likely; none of an issue.
    pub likelihood: Option<Grade>,
    /// How bad.
    pub effect: Grade,
}

/// What it says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// What may happen, or has.
    pub title: Title,
    /// More about it.
    pub details: Option<Details>,
    /// How likely and how bad.
    pub weight: Weight,
    /// The organization that answers for it.
    pub owner: OrganizationId,
    /// What is done about it.
    pub response: Response,
    /// The same in words.
    pub plan: Option<ResponsePlan>,
    /// When it is looked at again.
    pub review_on: Option<Date>,
}

/// A risk or an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// Its name.
    pub id: RiskId,
    /// Whether it may happen or has.
    pub kind: Kind,
    /// What it says of itself.
    pub account: Account,
    /// Whether it is watched.
    pub state: State,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// What was said then.
    pub closed_words: Option<Note>,
    /// Since when it is known.
    pub since: Date,
    /// How often it was changed.
    pub revision: Revision,
}

/// One step of its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub act: ActName,
    /// When.
    pub at: Instant,
    /// On which day there.
    pub on: Date,
    /// Who did it.
    pub person: PersonId,
    /// For whom they spoke.
    pub organization: OrganizationId,
    /// How likely and how bad from then on.
    pub weight: Weight,
    /// What they said to it.
    pub words: Option<String>,
    /// What it was about: an item of the plan.
    pub about: Option<String>,
}

impl Grade {
    /// The grade of a number from 1 to 5.
    #[must_use]
    pub const fn of(number: i64) -> Option<Self> {
        if number >= 1 && number <= 5 { Some(Self(number)) } else { None }
    }

    /// From 1 to 5.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }
}

impl std::str::FromStr for Grade {
    type Err = WrongGrade;

    fn from_str(text: &str) -> Result<Self, WrongGrade> {
        text.parse().ok().and_then(Self::of).ok_or(WrongGrade)
    }
}

impl web::FieldError for WrongGrade {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("risk_grade", Vec::new())
    }
}

impl Weight {
    /// Likelihood times effect, from 1 to 25; what has happened is as likely as can be.
    #[must_use]
    pub fn product(self) -> i64 {
        self.likelihood.map_or(5, Grade::number) * self.effect.number()
    }

    /// How much weight it has: 15 and more is high, 6 and more medium. Something grave is never low,
    /// however rare.
    #[must_use]
    pub fn level(self) -> Level {
        match (self.product(), self.effect.number()) {
            (15.., _) => Level::High,
            (6.., _) | (_, 5) => Level::Medium,
            _ => Level::Low,
        }
    }
}

impl Account {
    /// Whether its parts fit: what is open has a day on which it is looked at again, not in the past,
    /// and a risk says how likely it is.
    ///
    /// # Errors
    /// Every field that is missing or past.
    pub fn checked(mut self, kind: Kind, today: Date) -> Result<Self, RiskError> {
        let mut fields = Vec::new();
        if kind == Kind::Issue {
            self.weight.likelihood = None;
        } else if self.weight.likelihood.is_none() {
            fields.push(field("likelihood", "required"));
        }
        match self.review_on {
            None => fields.push(field("review_on", "required")),
            Some(day) if day < today => {
                let args = vec![("today", today.to_string())];
                let field = "review_on".to_owned();
                fields.push(base::FieldProblem { field, code: "risk_review_past", args });
            }
            Some(_) => {}
        }
        if fields.is_empty() { Ok(self) } else { Err(RiskError::Fields(fields)) }
    }
}

fn field(name: &str, code: &'static str) -> base::FieldProblem {
    base::FieldProblem { field: name.to_owned(), code, args: Vec::new() }
}

impl Risk {
    /// Whether it is watched.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Open)
    }

    /// Whether it should have been looked at.
    #[must_use]
    pub fn wants_review(&self, today: Date) -> bool {
        self.is_open() && self.account.review_on.is_some_and(|day| day <= today)
    }

    /// Changes what it says of itself.
    ///
    /// # Errors
    /// When it is closed, its parts do not fit, or nothing would change.
    pub fn change(&mut self, account: Account, today: Date) -> Result<(), RiskError> {
        self.must_be_open()?;
        let account = account.checked(self.kind, today)?;
        if account == self.account {
            return Err(RiskError::Same);
        }
        self.account = account;
        Ok(())
    }

    /// Notes that it was looked at, how likely and bad it is now, and when it is looked at again.
    ///
    /// # Errors
    /// When it is closed, or the next day is not after today.
    pub fn review(&mut self, weight: Weight, next: Date, today: Date) -> Result<(), RiskError> {
        self.must_be_open()?;
        if next <= today {
            let args = vec![("today", today.plus_days(1).to_string())];
            let field = base::FieldProblem { args, ..field("review_on", "risk_review_past") };
            return Err(RiskError::Fields(vec![field]));
        }
        let account = Account { weight, review_on: Some(next), ..self.account.clone() };
        self.account = account.checked(self.kind, today)?;
        Ok(())
    }

    /// It has happened: from now on it is an issue, and wants a look today.
    ///
    /// # Errors
    /// When it is closed, or is an issue already.
    pub fn happen(&mut self, today: Date) -> Result<(), RiskError> {
        self.must_be_open()?;
        if self.kind == Kind::Issue {
            return Err(RiskError::HappenedAlready);
        }
        self.kind = Kind::Issue;
        self.account.weight.likelihood = None;
        self.account.review_on = Some(today);
        Ok(())
    }

    /// It is over.
    ///
    /// # Errors
    /// When it is over already.
    pub fn close(&mut self, words: Note, on: Date) -> Result<(), RiskError> {
        self.must_be_open()?;
        (self.state, self.closed_on, self.closed_words) = (State::Closed, Some(on), Some(words));
        Ok(())
    }

    /// It is watched again, and wants a look today.
    ///
    /// # Errors
    /// When it is watched.
    pub fn reopen(&mut self, today: Date) -> Result<(), RiskError> {
        if self.is_open() {
            return Err(RiskError::NotClosed);
        }
        (self.state, self.closed_on, self.closed_words) = (State::Open, None, None);
        self.account.review_on = Some(today);
        Ok(())
    }

    pub(crate) const fn must_be_open(&self) -> Result<(), RiskError> {
        if self.is_open() { Ok(()) } else { Err(RiskError::Closed) }
    }
}

#[cfg(test)]
mod tests;
