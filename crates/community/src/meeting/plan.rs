//! When, where and what for somebody meets.

use std::str::FromStr;

use base::{Clock, Date, Instant, Line, Title, ToValue, Value, WebLink, Zone};

/// Where a meeting is: a room, an address.
pub type Room = Line<200>;

/// How long something takes, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length(i64);

/// A length that no meeting and no item has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongLength;

/// When, where and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What it is called.
    pub title: Title,
    /// The day.
    pub on: Date,
    /// The time of day.
    pub clock: Clock,
    /// How long.
    pub length: Length,
    /// The zone of day and time.
    pub zone: Zone,
    /// The room.
    pub place: Option<Room>,
    /// Where to join from afar.
    pub link: Option<WebLink>,
    /// Whether the public may come.
    pub open: bool,
}

impl Plan {
    /// The instant at which it begins.
    #[must_use]
    pub fn starts(&self) -> Instant {
        self.on.at(self.clock, &self.zone)
    }

    /// The instant at which it should end.
    #[must_use]
    pub fn ends(&self) -> Instant {
        self.starts().plus_seconds(self.length.minutes() * 60)
    }
}

impl Length {
    /// So many minutes, when they fit into a day.
    #[must_use]
    pub fn new(minutes: i64) -> Option<Self> {
        (1..=1_440).contains(&minutes).then_some(Self(minutes))
    }

    /// How many minutes.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        self.0
    }
}

impl FromStr for Length {
    type Err = WrongLength;

    fn from_str(text: &str) -> Result<Self, WrongLength> {
        text.parse().ok().and_then(Self::new).ok_or(WrongLength)
    }
}

impl web::FieldError for WrongLength {
    fn problem(&self) -> (&'static str, Vec<(&'static str, String)>) {
        ("meeting_length", Vec::new())
    }
}

impl ToValue for Length {
    fn to_value(&self) -> Value {
        Value::Integer(self.0)
    }
}
