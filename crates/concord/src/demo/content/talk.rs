//! What the invented partners say, announce, disagree on and write together, as written in
//! `demo/talk.toml`.

use serde::Deserialize;

/// Everything of that.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    /// Where guests may write.
    pub door: Vec<Door>,
    /// The discussions.
    pub thread: Vec<Thread>,
    /// The announcements.
    pub announcement: Vec<Announcement>,
    /// The disagreements.
    pub disagreement: Vec<Disagreement>,
    /// The drafts.
    pub draft: Vec<Draft>,
}

/// A kind of record on whose pages guests may write.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Door {
    /// Which kind.
    pub about: String,
}

/// A discussion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thread {
    /// What the others call it.
    pub key: String,
    /// What it is about.
    pub about: String,
    /// A line of a draft.
    pub line: Option<String>,
    /// Its heading.
    pub title: Option<String>,
    /// Who begins it.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// What they write.
    pub text: String,
    /// What others answer.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// How others react.
    #[serde(default)]
    pub reacts: Vec<React>,
    /// When it was settled.
    pub settled: Option<i64>,
}

/// An answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Who.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// What.
    pub text: String,
}

/// A reaction, a day after what it is to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct React {
    /// Who.
    pub who: String,
    /// To which post, from 0.
    pub to: usize,
    /// How.
    pub what: String,
}

/// An announcement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// In a few words.
    pub title: String,
    /// In full.
    pub text: String,
    /// Who announces it.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// By when it should be read, in days from today.
    pub read_by: Option<i64>,
    /// For whom; for all partners when nobody is named.
    #[serde(default)]
    pub audience: Vec<String>,
    /// Who says that they have read it.
    pub readers: Vec<String>,
}

/// A disagreement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// The question.
    pub question: String,
    /// What it is about.
    pub about: String,
    /// Who puts it on the register.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// Who is at odds.
    pub parties: Vec<String>,
    /// What stands behind it.
    pub background: Option<String>,
    /// How each sees it.
    pub views: Vec<Answer>,
    /// How it was settled.
    pub way: Option<String>,
    /// On what.
    pub outcome: Option<String>,
    /// Who says so.
    pub settled_by: Option<String>,
    /// When, in days from today.
    pub settled: Option<i64>,
}

/// A draft.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What the others call it.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What it becomes.
    pub kind: String,
    /// What it is for.
    pub purpose: String,
    /// Who begins it.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// The first version.
    pub text: String,
    /// What others change.
    #[serde(default)]
    pub saves: Vec<Save>,
    /// What others propose.
    #[serde(default)]
    pub amendments: Vec<Amendment>,
    /// When it is published.
    pub publish: Option<Publish>,
}

/// A change of a draft.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Who.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// The words that go.
    pub from: String,
    /// The words that come.
    pub to: String,
    /// What it changes.
    pub note: String,
}

/// Other words for a line of a draft.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Who.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// How the line reads.
    pub line: String,
    /// How it should read; nothing when it should go.
    pub after: Option<String>,
    /// Why.
    pub why: String,
    /// `accept` or `decline`.
    pub answer: Option<String>,
    /// Who answers.
    pub by: Option<String>,
    /// When, in days from today.
    pub on: Option<i64>,
    /// In which words.
    pub words: Option<String>,
}

/// When a draft is published.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// Who publishes it.
    pub who: String,
    /// When, in days from today.
    pub day: i64,
    /// For whom.
    pub audience: String,
}
