//! What the invented partners decided, as written in `demo/decisions.toml`.

use serde::Deserialize;

/// Every question, in the order in which they were asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Decisions {
    /// The questions.
    pub(crate) decision: Vec<Decision>,
}

/// A question, what was said to it, and what came of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What the others call it.
    pub key: String,
    /// The question.
    pub title: String,
    /// How it is decided.
    pub method: String,
    /// Who brings it.
    pub owner: String,
    /// The person who writes it down and puts it.
    pub by: String,
    /// What stands behind it.
    pub background: Option<String>,
    /// What is proposed.
    pub proposal: Option<String>,
    /// What is ranked or chosen.
    #[serde(default)]
    pub options: Vec<String>,
    /// The body that decides, by name; without one all partners.
    pub body: Option<String>,
    /// What counts as one voice.
    pub franchise: Option<String>,
    /// How many must answer.
    pub quorum: Option<String>,
    /// Who decides, on advice.
    pub decider: Option<String>,
    /// Who is heard first, on advice.
    #[serde(default)]
    pub advisers: Vec<String>,
    /// The decision that it reopens.
    pub supersedes: Option<String>,
    /// When it was put, in days from today; a draft's day lies ahead.
    pub put: i64,
    /// By when positions were due.
    pub due: i64,
    /// What was said.
    #[serde(default)]
    pub say: Vec<Say>,
    /// What everybody else says.
    pub rest: Option<String>,
    /// When the proposal was changed.
    pub amended: Option<i64>,
    /// What was proposed instead.
    pub amendment: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// By when positions were due in the second round.
    pub due_again: Option<i64>,
    /// When it was closed; an open one has no such day.
    pub closed: Option<i64>,
    /// Who closed it, when that is not the one who brought it.
    pub closer: Option<String>,
    /// The option that was chosen on advice, from 1.
    pub choice: Option<usize>,
    /// What was agreed so that others could live with it.
    pub compromise: Option<String>,
    /// What was promised to carry it out.
    #[serde(default)]
    pub promise: Vec<Carry>,
}

/// What somebody says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Say {
    /// Who.
    pub who: String,
    /// To a proposal.
    pub stance: Option<String>,
    /// To options, from 1.
    #[serde(default)]
    pub ranking: Vec<usize>,
    /// Why.
    pub words: Option<String>,
    /// In which round; the first when it is left out.
    pub round: Option<usize>,
}

/// A promise that carries a decision out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carry {
    /// Who offers it.
    pub who: String,
    /// For whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Who accepts it.
    pub accepts: String,
    /// The result.
    pub title: String,
    /// By when, in days from today.
    pub due: i64,
}
