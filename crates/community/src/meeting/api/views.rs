//! What programs get.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::meeting::{
    Meeting, Minutes, Record, State,
    agenda::{Item, ItemId},
    attendance::{Attendance, Attendee},
    duties::{Duties, Owed},
    minutes::{Noted, Outcome, Version},
};

/// A meeting in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MeetingLine {
    id: String,
    body: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<String>,
    title: String,
    on: String,
    clock: String,
    zone: String,
    /// The instant that day, time and zone come to.
    starts: String,
    length: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    open: bool,
    /// `planned`, `under_way`, `held` or `cancelled`.
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// `none`, `submitted` or `approved`.
    minutes: String,
    /// The meeting that approved the minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    approved_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    posted_at: Option<String>,
    revision: i64,
}

/// A meeting with its agenda and minutes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MeetingView {
    #[serde(flatten)]
    line: MeetingLine,
    agenda: Vec<ItemView>,
    attendance: Vec<AttendanceView>,
    quorum: QuorumView,
    owed: Vec<OwedView>,
    corrections: Vec<CorrectionView>,
    /// The meetings of the body before and after this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

/// An item of an agenda.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AgendaItemView)]
pub(crate) struct ItemView {
    id: String,
    place: i64,
    title: String,
    /// `topic`, `minutes` or `comment`.
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    presenter: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    /// `member`, `proposed`, `returned` or `rule`.
    source: String,
    /// The earlier item, or the meeting whose minutes it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    comes_from: Option<String>,
    /// The meeting that it went to.
    #[serde(skip_serializing_if = "Option::is_none")]
    went_to: Option<String>,
    /// `open`, `done`, `unfinished` or `aside`.
    state: String,
    notes: String,
    /// The number of that text.
    notes_number: i64,
    /// Whether two people changed the same words, and nobody has looked at that yet.
    collided: bool,
    outcomes: Vec<OutcomeView>,
    revision: i64,
}

/// Something that the program proposes for an agenda.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AgendaProposalView)]
pub(crate) struct ProposalView {
    title: String,
    /// The page that it is about.
    about: String,
    why: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
}

/// The notes of an item as they are now.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct NotesView {
    item: String,
    notes: String,
    number: i64,
    collided: bool,
}

/// What became of notes that were sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct NotedView {
    item: String,
    /// The text as it is now, with what others wrote meanwhile.
    notes: String,
    /// The number of that text.
    number: i64,
    /// The number of the text as it was sent.
    sent: i64,
    /// Whether others wrote meanwhile.
    merged: bool,
    /// Where both changed the same words; both stand in the text.
    collisions: Vec<CollisionView>,
}

/// A place where two people changed the same words.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CollisionView {
    saved: String,
    sent: String,
}

/// A text that was sent as notes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = NotesVersionView)]
pub(crate) struct VersionView {
    number: i64,
    notes: String,
    person: String,
    at: String,
    /// Whether it is a merge of two.
    merged: bool,
}

/// What came of an item.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct OutcomeView {
    /// `decision` or `commitment`.
    kind: String,
    subject: String,
    title: String,
}

/// Who was there.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AttendanceView {
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    /// A guest's number and name.
    #[serde(skip_serializing_if = "Option::is_none")]
    guest: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    presence: String,
}

/// Whether enough seats are there.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct QuorumView {
    seats: usize,
    there: usize,
    needed: usize,
    met: bool,
}

/// What the meeting owes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct OwedView {
    /// `post`, `post_again`, `comment` or `minutes`.
    duty: String,
    by: String,
    /// `ahead`, `soon`, `late`, `kept` or `kept_late`.
    standing: String,
}

/// What somebody wants changed in the minutes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CorrectionView {
    number: i64,
    words: String,
    person: String,
    on: String,
    taken_back: bool,
}

/// The rules of a body's meetings.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RulesView {
    body: String,
    quorum: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    notice_hours: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment_how: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes_days: Option<i64>,
    revision: i64,
}

impl MeetingLine {
    pub(crate) fn of(meeting: &Meeting) -> Self {
        let plan = meeting.plan_of();
        let why = match meeting.state() {
            State::Cancelled { why, .. } => Some(why.to_string()),
            State::Planned | State::UnderWay { .. } | State::Held { .. } => None,
        };
        let approved_at = match meeting.minutes() {
            Minutes::Approved { at, .. } => Some(at.to_string()),
            Minutes::None | Minutes::Submitted { .. } => None,
        };
        Self {
            id: meeting.id.to_string(),
            body: meeting.body.to_string(),
            series: meeting.series.map(|series| series.to_string()),
            title: plan.title.to_string(),
            on: plan.on.to_string(),
            clock: plan.clock.to_string(),
            zone: plan.zone.name().to_owned(),
            starts: plan.starts().rfc3339(),
            length: plan.length.minutes(),
            place: plan.place.as_ref().map(ToString::to_string),
            link: plan.link.as_ref().map(ToString::to_string),
            open: plan.open,
            state: meeting.state().name().to_string(),
            minutes: meeting.minutes().name().to_string(),
            posted_at: meeting.posted_at().map(base::Instant::rfc3339),
            revision: meeting.revision.0,
            approved_at,
            why,
        }
    }
}

impl MeetingView {
    pub(crate) fn of(record: &Record) -> Self {
        let turnout = record.turnout();
        let item = |item: &Item| {
            let outcomes: Vec<&Outcome> = record.outcomes_of(item.id).collect();
            ItemView::of(item, &outcomes)
        };
        let correction = |entry: &crate::meeting::minutes::CorrectionEntry| CorrectionView {
            number: entry.number,
            words: entry.words.to_string(),
            person: entry.by.to_string(),
            on: entry.on.to_string(),
            taken_back: entry.taken_back,
        };
        let (before, after) = &record.neighbors;
        Self {
            line: MeetingLine::of(&record.meeting),
            agenda: record.agenda.iter().map(item).collect(),
            attendance: record.attendance.iter().map(AttendanceView::of).collect(),
            quorum: QuorumView {
                seats: turnout.roll,
                there: turnout.took_part,
                needed: turnout.needed,
                met: turnout.is_met(),
            },
            owed: record.owed().iter().map(OwedView::of).collect(),
            corrections: record.corrections.iter().map(correction).collect(),
            before: before.as_ref().map(|meeting| meeting.id.to_string()),
            after: after.as_ref().map(|meeting| meeting.id.to_string()),
        }
    }
}

impl ItemView {
    pub(crate) fn of(item: &Item, outcomes: &[&Outcome]) -> Self {
        let topic = &item.topic;
        Self {
            id: item.id.to_string(),
            place: item.place,
            title: topic.title.to_string(),
            kind: item.kind.to_string(),
            length: topic.length.map(crate::meeting::Length::minutes),
            presenter: topic.presenter.map(|presenter| presenter.to_string()),
            why: topic.why.as_ref().map(ToString::to_string),
            about: topic.about.as_ref().map(ToString::to_string),
            source: item.source.to_string(),
            comes_from: item.comes_from.clone(),
            went_to: item.went_to.map(|meeting| meeting.to_string()),
            state: item.state.to_string(),
            notes: item.notes.clone(),
            notes_number: item.notes_number,
            collided: item.collided,
            outcomes: outcomes.iter().map(|outcome| OutcomeView::of(outcome)).collect(),
            revision: item.revision.0,
        }
    }
}

impl ProposalView {
    pub(crate) fn of(item: web::Item) -> Self {
        Self {
            title: item.title,
            about: item.href,
            why: item.detail,
            due: item.due.map(|due| due.to_string()),
        }
    }
}

impl NotesView {
    pub(crate) fn of(item: &Item) -> Self {
        Self {
            item: item.id.to_string(),
            notes: item.notes.clone(),
            number: item.notes_number,
            collided: item.collided,
        }
    }
}

impl NotedView {
    pub(crate) fn of(item: ItemId, noted: &Noted) -> Self {
        let collision = |collision: &crate::merge::Collision| CollisionView {
            saved: collision.saved.clone(),
            sent: collision.sent.clone(),
        };
        Self {
            item: item.to_string(),
            notes: noted.text.clone(),
            number: noted.number,
            sent: noted.sent,
            merged: noted.merged,
            collisions: noted.collisions.iter().map(collision).collect(),
        }
    }
}

impl VersionView {
    pub(crate) fn of(version: &Version) -> Self {
        Self {
            number: version.number,
            notes: version.text.clone(),
            person: version.by.to_string(),
            at: version.at.rfc3339(),
            merged: version.merged,
        }
    }
}

impl OutcomeView {
    pub(crate) fn of(outcome: &Outcome) -> Self {
        Self {
            kind: outcome.kind.to_string(),
            subject: outcome.subject.clone(),
            title: outcome.title.clone(),
        }
    }
}

impl AttendanceView {
    fn of(line: &Attendance) -> Self {
        let (seat, person, guest, name) = match &line.attendee {
            Attendee::Seat(seat, person) => (Some(seat.to_string()), *person, None, None),
            Attendee::Guest(number, name) => (None, None, Some(*number), Some(name.to_string())),
        };
        Self {
            person: person.map(|person| person.to_string()),
            organization: line.organization.clone(),
            presence: line.presence.to_string(),
            seat,
            guest,
            name,
        }
    }
}

impl OwedView {
    fn of(owed: &Owed) -> Self {
        Self {
            duty: owed.duty.to_string(),
            by: owed.by.rfc3339(),
            standing: owed.standing.to_string(),
        }
    }
}

impl RulesView {
    pub(crate) fn of(duties: &Duties) -> Self {
        Self {
            body: duties.body.to_string(),
            quorum: duties.quorum.to_string(),
            notice_hours: duties.notice_hours,
            comment: duties.comment.map(crate::meeting::Length::minutes),
            comment_how: duties.comment_how.as_ref().map(ToString::to_string),
            minutes_days: duties.minutes_days,
            revision: duties.revision.0,
        }
    }
}
