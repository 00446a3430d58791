//! When the invented partners met and what they wrote down, as written in `demo/meetings.toml`.

use serde::Deserialize;

/// Meetings and events.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meetings {
    /// The series of the board.
    pub series: Series,
    /// The rules of its meetings.
    pub rules: Rules,
    /// Its last meetings, the oldest first.
    pub meeting: Vec<Held>,
    /// What partners hold for each other.
    pub event: Vec<Event>,
}

/// A body that meets every third Thursday.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// The body, by name.
    pub body: String,
    /// What its meetings are called.
    pub title: String,
    /// Who plans them.
    pub by: String,
    /// When it began, in days from today.
    pub begun: i64,
    /// The time of day.
    pub clock: String,
    /// How many minutes.
    pub length: i64,
    /// Where.
    pub place: String,
}

/// What the law and the charter ask of open meetings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How many seats must be there.
    pub quorum: String,
    /// How many hours before a meeting it is posted.
    pub notice_hours: i64,
    /// How many minutes the public has.
    pub comment: i64,
    /// How the public speaks.
    pub comment_how: String,
    /// Within how many days minutes are given out.
    pub minutes_days: i64,
}

/// A meeting that was held.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// Who was not there.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Who was there from afar.
    #[serde(default)]
    pub remote: Vec<String>,
    /// Who came as a guest.
    pub guest: Option<Guest>,
    /// What was talked about.
    pub item: Vec<Item>,
    /// What somebody wanted changed in the minutes.
    pub correction: Option<Said>,
}

/// A guest of a meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guest {
    /// What they are called.
    pub name: String,
    /// For whom they come.
    pub organization: String,
}

/// Something that was talked about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What.
    pub title: String,
    /// Who brought it.
    pub by: String,
    /// How many minutes.
    pub length: i64,
    /// What was written down, one after the other.
    pub notes: Vec<Said>,
    /// Whether it is done.
    pub state: String,
    /// What somebody promised.
    pub promise: Option<Promise>,
}

/// What somebody wrote.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Who.
    pub who: String,
    /// What.
    pub words: String,
}

/// A promise that was made at a meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
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
    /// By when, in days from the meeting.
    pub days: i64,
}

/// Something that a partner holds for the others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What it is for.
    pub kind: String,
    /// Who holds it.
    pub host: String,
    /// Who plans it.
    pub by: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// When, in days from today.
    pub on: i64,
    /// The time of day.
    pub clock: String,
    /// How many minutes.
    pub length: i64,
    /// Where.
    pub place: String,
    /// How many can come.
    pub capacity: i64,
    /// Who registers, in their order.
    pub registered: Vec<String>,
    /// Who was there.
    pub came: Vec<String>,
    /// Guests whom the host adds.
    pub guest: Vec<String>,
}
