//! What the record says of meetings. That somebody wrote notes is sealed: it would drown the rest, and
//! who wrote what stands in the history of the item.

use base::{Date, OrganizationId, PartnershipId};
use partnership::BodyId;
use serde::Serialize;
use store::{Event, Subject};

use super::{
    Meeting, MeetingId, SeriesId,
    agenda::{Item, ItemId},
    duties::{Duties, Duty},
    series::Series,
};

/// What every event of a meeting says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct About {
    meeting: MeetingId,
    body: BodyId,
    title: String,
    on: Date,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    /// The item of the agenda, by its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// What every event of a series says.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OfSeries {
    series: SeriesId,
    body: BodyId,
    title: String,
    rule: String,
    organization: OrganizationId,
}

impl About {
    pub(crate) fn of(meeting: &Meeting, organization: OrganizationId) -> Self {
        Self {
            meeting: meeting.id,
            body: meeting.body,
            title: meeting.plan_of().title.to_string(),
            on: meeting.plan_of().on,
            organization,
            item: None,
        }
    }

    pub(crate) fn with(self, item: &Item) -> Self {
        Self { item: Some(item.topic.title.to_string()), ..self }
    }
}

impl OfSeries {
    pub(crate) fn of(series: &Series, organization: OrganizationId) -> Self {
        Self {
            series: series.id,
            body: series.body,
            title: series.plan.title.to_string(),
            rule: series.plan.rule.to_string(),
            organization,
        }
    }
}

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident of $body:ident by $field:ident as $subject:literal = $kind:literal;)+) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(crate) $body);

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new($subject, self.0.$field)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.0.organization]
            }
        })+
    };
}

events! {
    /// It was planned by itself.
    Planned of About by meeting as "meeting" = "meeting.planned";
    /// Its time, place or purpose was changed.
    Changed of About by meeting as "meeting" = "meeting.changed";
    /// It was called off.
    Cancelled of About by meeting as "meeting" = "meeting.cancelled";
    /// It will be after all.
    Restored of About by meeting as "meeting" = "meeting.restored";
    /// It was posted with its agenda.
    Posted of About by meeting as "meeting" = "meeting.posted";
    /// It began.
    Begun of About by meeting as "meeting" = "meeting.begun";
    /// It ended.
    Closed of About by meeting as "meeting" = "meeting.closed";
    /// It went on after its end.
    Reopened of About by meeting as "meeting" = "meeting.reopened";
    /// Something came onto the agenda.
    ItemAdded of About by meeting as "meeting" = "agenda.added";
    /// Something on the agenda was changed, moved or marked.
    ItemChanged of About by meeting as "meeting" = "agenda.changed";
    /// Something went off the agenda.
    ItemRemoved of About by meeting as "meeting" = "agenda.removed";
    /// Who was there was written down.
    Marked of About by meeting as "meeting" = "attendance.marked";
    /// Something was decided or promised.
    CameOf of About by meeting as "meeting" = "outcome.added";
    /// That was taken off again.
    CameNot of About by meeting as "meeting" = "outcome.removed";
    /// The minutes were given to the members.
    Submitted of About by meeting as "meeting" = "minutes.submitted";
    /// They were taken back.
    Withdrawn of About by meeting as "meeting" = "minutes.withdrawn";
    /// Somebody wants something changed in them.
    Corrected of About by meeting as "meeting" = "minutes.corrected";
    /// They were approved.
    Approved of About by meeting as "meeting" = "minutes.approved";
    /// A series began.
    SeriesBegun of OfSeries by series as "meeting_series" = "series.begun";
    /// It was changed for meetings to come.
    SeriesChanged of OfSeries by series as "meeting_series" = "series.changed";
    /// It makes no more meetings.
    SeriesEnded of OfSeries by series as "meeting_series" = "series.ended";
}

/// Open meetings are shown to everybody.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Shown {
    pub(crate) partnership: PartnershipId,
}

/// They are shown to the partnership alone.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Hidden {
    pub(crate) partnership: PartnershipId,
}

impl Event for Shown {
    const KIND: &'static str = "meetings.shown";

    fn subject(&self) -> Subject {
        Subject::new("meetings", self.partnership)
    }
}

impl Event for Hidden {
    const KIND: &'static str = "meetings.hidden";

    fn subject(&self) -> Subject {
        Subject::new("meetings", self.partnership)
    }
}

/// Somebody wrote notes.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Noted {
    pub(crate) meeting: MeetingId,
    pub(crate) item: ItemId,
    pub(crate) number: i64,
}

impl Event for Noted {
    const KIND: &'static str = "notes.sealed";

    fn subject(&self) -> Subject {
        Subject::new("meeting", self.meeting)
    }
}

/// A series made more of its meetings: nobody did it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Made {
    pub(crate) series: SeriesId,
    pub(crate) title: String,
    pub(crate) count: usize,
}

impl Event for Made {
    const KIND: &'static str = "series.made";

    fn subject(&self) -> Subject {
        Subject::new("meeting_series", self.series)
    }
}

/// The rules of a body's meetings were set.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RulesSet {
    body: BodyId,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    notice_hours: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes_days: Option<i64>,
    organization: OrganizationId,
}

impl RulesSet {
    pub(crate) fn of(duties: &Duties, name: String, organization: OrganizationId) -> Self {
        Self {
            body: duties.body,
            name,
            notice_hours: duties.notice_hours,
            minutes_days: duties.minutes_days,
            organization,
        }
    }
}

impl Event for RulesSet {
    const KIND: &'static str = "duties.set";

    fn subject(&self) -> Subject {
        Subject::new("body", self.body)
    }
}

/// Those who keep a body were warned of what its meeting owes.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Warned {
    pub(crate) meeting: MeetingId,
    pub(crate) title: String,
    pub(crate) duty: Duty,
}

impl Event for Warned {
    const KIND: &'static str = "duty.warned";

    fn subject(&self) -> Subject {
        Subject::new("meeting", self.meeting)
    }
}
