//! What programs send.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// When, where and what for a body meets once.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MeetingPlanBody)]
pub(crate) struct PlanBody {
    body: String,
    title: String,
    /// The day.
    on: String,
    /// The time of day, such as `14:30`.
    clock: String,
    /// How many minutes.
    length: i64,
    /// The zone of day and time; the partnership's without one.
    zone: Option<String>,
    place: Option<String>,
    link: Option<String>,
    /// Whether the public may come.
    open: Option<bool>,
}

/// When, where and what for, of a meeting that is planned.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeBody {
    title: String,
    on: String,
    clock: String,
    length: i64,
    zone: Option<String>,
    place: Option<String>,
    link: Option<String>,
    open: Option<bool>,
}

/// Why something is called off.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MeetingReasonBody)]
pub(crate) struct WhyBody {
    why: String,
}

/// At which later meeting minutes are approved.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApprovalBody {
    at: String,
}

/// Something to talk about.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgendaItemBody)]
pub(crate) struct ItemBody {
    title: String,
    /// How many minutes.
    length: Option<i64>,
    /// The organization that brings it.
    presenter: Option<String>,
    why: Option<String>,
    /// The page of this partnership that it is about, such as `/p/riverbend/decisions/dec_…`.
    about: Option<String>,
}

/// Where an item stands: `open`, `done` or `unfinished`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgendaItemStateBody)]
pub(crate) struct StateBody {
    state: String,
}

/// Which way an item goes: `up` or `down`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WayBody {
    way: String,
}

/// Notes of an item, and the number of the text that they go on from.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotesBody {
    /// All of the notes; nothing or empty when all of it was taken away.
    notes: Option<String>,
    /// The number of the text that the sender began from; 0 for none.
    base: i64,
}

/// What came of an item.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutcomeBody {
    /// `decision` or `commitment`.
    kind: String,
    /// Its identifier.
    subject: String,
}

/// How somebody in a seat takes part: `present`, `remote`, `excused` or `absent`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PresenceBody {
    presence: String,
}

/// A guest.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MeetingGuestBody)]
pub(crate) struct GuestBody {
    name: String,
    /// For whom they come, in words.
    organization: Option<String>,
}

/// What should be changed in minutes before they are approved.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MinutesCorrectionBody)]
pub(crate) struct CorrectionBody {
    words: String,
}

/// The rules of a body's meetings.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RulesBody {
    /// `one`, `third`, `half`, `two_thirds` or `all` of the seats that are held.
    quorum: Option<String>,
    /// How many hours before an open meeting it is posted.
    notice_hours: Option<i64>,
    /// How many minutes the public has, at least.
    comment: Option<i64>,
    /// How the public sends comments.
    comment_how: Option<String>,
    /// How many days after a meeting its minutes are given to the members.
    minutes_days: Option<i64>,
}
