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
