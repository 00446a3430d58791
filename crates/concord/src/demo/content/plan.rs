//! The plan of the invented partners, as written in `demo/plan.toml`.

use serde::Deserialize;

/// Goals, objectives and strategies.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What they want to reach.
    pub goal: Vec<Aim>,
    /// Specific, measurable and dated.
    pub objective: Vec<Aim>,
    /// The work that carries it.
    pub strategy: Vec<Aim>,
    /// What waits for what.
    pub wait: Vec<Wait>,
    /// Which measures say how an item stands.
    pub gauge: Vec<Gauge>,
    /// What may go wrong, and what has.
    pub risk: Vec<Risk>,
    /// What could be done, and what came of it.
    #[serde(default)]
    pub idea: Vec<Idea>,
}

/// One thing waits for another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// What ends first, by title.
    pub before: String,
    /// What begins then, by title.
    pub after: String,
    /// So many days lie between.
    #[serde(default)]
    pub lag: i64,
}

/// A measure that says how an item stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gauge {
    /// The measure, by title.
    pub measure: String,
    /// The item, by key.
    pub item: String,
}

/// What may go wrong, or has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// What it is called.
    pub title: String,
    /// Who writes it down and looks at it.
    pub by: String,
    /// Who answers for it.
    pub owner: String,
    /// From 1 to 5.
    pub likelihood: i64,
    /// From 1 to 5.
    pub effect: i64,
    /// What is done about it.
    pub response: String,
    /// The same in words.
    pub plan: Option<String>,
    /// When it was written down, in days from today.
    pub noted: i64,
    /// When it happened.
    pub happened: Option<i64>,
    /// When it was closed.
    pub closed: Option<i64>,
    /// How it ended.
    pub ended: Option<String>,
    /// When it is looked at again.
    pub review: i64,
    /// What it threatens, by key or title.
    #[serde(default)]
    pub threatens: Vec<String>,
}

/// What could be done, how it was tried and what came of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// What it is called.
    pub title: String,
    /// `recommendation`, if it is none of their own.
    pub kind: Option<String>,
    /// Who recommends it.
    pub source: Option<String>,
    /// Who writes it down.
    pub by: String,
    /// Who answers for it.
    pub owner: String,
    /// More about it.
    pub about: Option<String>,
    /// When it was written down, in days from today.
    pub noted: i64,
    /// What a pilot asks.
    pub question: Option<String>,
    /// What tells.
    pub yardstick: Option<String>,
    /// Who tries it.
    pub carrier: Option<String>,
    /// When the pilot began.
    pub begun: Option<i64>,
    /// Its last day.
    pub ends: Option<i64>,
    /// When it was known what came of it.
    pub ended: Option<i64>,
    /// `keep` or `drop`.
    pub verdict: Option<String>,
    /// What was learned.
    pub learned: Option<String>,
}

/// Who carries a strategy; those who are asked have not answered yet.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// Who leads.
    pub lead: Option<String>,
    /// Who helps.
    #[serde(default)]
    pub support: Vec<String>,
    /// Who gives advice.
    #[serde(default)]
    pub consulted: Vec<String>,
    /// Who is kept informed.
    #[serde(default)]
    pub informed: Vec<String>,
    /// Who was asked to help and has not answered.
    #[serde(default)]
    pub asked: Vec<String>,
}

/// A goal, an objective or a strategy.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    /// What the others call it; nothing serves a strategy but its milestones.
    pub key: Option<String>,
    /// What it is called.
    pub title: String,
    /// Who answers for it.
    pub owner: String,
    /// How far ahead a goal looks.
    pub term: Option<String>,
    /// More about it.
    pub about: Option<String>,
    /// How one will know that an objective is reached.
    pub yardstick: Option<String>,
    /// From when, in days from today.
    pub starts: Option<i64>,
    /// By when, in days from today.
    pub due: i64,
    /// What it serves, by key.
    #[serde(default)]
    pub serves: Vec<String>,
    /// Who carries it.
    #[serde(default)]
    pub roles: Roles,
    /// Its steps.
    #[serde(default, rename = "milestones")]
    pub milestone: Vec<Milestone>,
}

/// A dated step of a strategy.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// What it is called.
    pub title: String,
    /// By when, in days from today.
    pub due: i64,
    /// Not reached, though its day has passed.
    #[serde(default)]
    pub open: bool,
}
