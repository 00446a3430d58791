//! What a body's meetings owe the members and the public: notice in time, a turn for the public, and
//! minutes in time. Each partnership sets these rules for each body, after its own law.

pub mod commands;
pub(crate) mod pages;
pub(crate) mod store;

use base::{Date, Instant, Prose, Revision};
use partnership::BodyId;
use plan::decision::count::Quorum;

use super::{Length, Meeting, Minutes, State};

base::words! {
    /// Something that is owed.
    pub enum Duty {
        /// The meeting is to be posted.
        Post = "post",
        /// It was moved after it was posted, and is to be posted again.
        PostAgain = "post_again",
        /// The public must have a turn.
        Comment = "comment",
        /// The minutes are to be given to the members.
        Minutes = "minutes",
    }
}

base::words! {
    /// How a duty stands.
    pub enum Standing {
        /// There is time.
        Ahead = "ahead",
        /// Within three days.
        Soon = "soon",
        /// The time has passed.
        Late = "late",
        /// It was done in time.
        Kept = "kept",
        /// It was done after its time.
        KeptLate = "kept_late",
    }
}

/// How the public sends comments.
pub type CommentHow = Prose<1000>;

/// The rules of a body's meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duties {
    /// The body.
    pub body: BodyId,
    /// How many seats must be there.
    pub quorum: Quorum,
    /// How many hours before an open meeting it is posted.
    pub notice_hours: Option<i64>,
    /// How long the public has its turn, at least.
    pub comment: Option<Length>,
    /// How the public sends comments.
    pub comment_how: Option<CommentHow>,
    /// How many days after a meeting its minutes are given to the members.
    pub minutes_days: Option<i64>,
    /// How often they were changed.
    pub revision: Revision,
}

/// A duty of one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// What is owed.
    pub duty: Duty,
    /// By when.
    pub by: Instant,
    /// How it stands.
    pub standing: Standing,
}

/// How long before its time a duty is spoken of.
const SOON_SECONDS: i64 = 3 * 86_400;

impl Duties {
    /// The rules of a body that has set none: half of the seats make a quorum.
    #[must_use]
    pub const fn none(body: BodyId) -> Self {
        Self {
            body,
            quorum: Quorum::Half,
            notice_hours: None,
            comment: None,
            comment_how: None,
            minutes_days: None,
            revision: Revision(0),
        }
    }

    /// What a meeting owes. `comment_item` says whether the public has a turn on its agenda.
    #[must_use]
    pub fn owed(&self, meeting: &Meeting, comment_item: bool, now: Instant) -> Vec<Owed> {
        match meeting.state() {
            State::Cancelled { .. } => Vec::new(),
            State::Planned | State::UnderWay { .. } => self.before(meeting, comment_item, now),
            State::Held { until } => {
                let mut owed = self.before(meeting, comment_item, now);
                // What was not posted before it was held cannot be mended any more.
                owed.retain(|one| matches!(one.standing, Standing::Kept | Standing::KeptLate));
                owed.extend(self.after(meeting, *until, now));
                owed
            }
        }
    }

    fn before(&self, meeting: &Meeting, comment_item: bool, now: Instant) -> Vec<Owed> {
        let Some(hours) = self.notice_hours.filter(|_| meeting.plan_of().open) else {
            return Vec::new();
        };
        let by = meeting.plan_of().starts().plus_seconds(-hours * 3_600);
        let mut owed = Vec::new();
        let Some(posted) = meeting.posted_at() else {
            owed.push(Owed { duty: Duty::Post, by, standing: open(by, now) });
            return owed;
        };
        if meeting.moved_at().is_some_and(|moved| moved > posted) {
            owed.push(Owed { duty: Duty::PostAgain, by, standing: open(by, now) });
        } else {
            let standing = if posted <= by { Standing::Kept } else { Standing::KeptLate };
            owed.push(Owed { duty: Duty::Post, by, standing });
        }
        if self.comment.is_some() && !comment_item {
            owed.push(Owed { duty: Duty::Comment, by, standing: open(by, now) });
        }
        owed
    }

    fn after(&self, meeting: &Meeting, until: Instant, now: Instant) -> Option<Owed> {
        let zone = &meeting.plan_of().zone;
        let last: Date = until.date_in(zone).plus_days(self.minutes_days?);
        // All of the last day is in time.
        let by = last.plus_days(1).start_in(zone);
        let standing = match meeting.minutes() {
            Minutes::None => open(by, now),
            Minutes::Submitted { on } | Minutes::Approved { on, .. } if on <= last => {
                Standing::Kept
            }
            Minutes::Submitted { .. } => Standing::KeptLate,
            // When they were given out is not kept once they are approved; approving ends it.
            Minutes::Approved { .. } => Standing::Kept,
        };
        Some(Owed { duty: Duty::Minutes, by, standing })
    }
}

const fn open(by: Instant, now: Instant) -> Standing {
    let left = by.seconds_since(now);
    if now.micros() > by.micros() {
        Standing::Late
    } else if left <= SOON_SECONDS {
        Standing::Soon
    } else {
        Standing::Ahead
    }
}

impl Owed {
    /// Whether somebody must do something about it now.
    #[must_use]
    pub const fn presses(self) -> bool {
        matches!(self.standing, Standing::Soon | Standing::Late)
    }
}

#[cfg(test)]
mod tests {
    use base::Id;

    use super::*;
    use crate::meeting::{MeetingId, Plan};

    fn at(text: &str) -> Instant {
        Instant::parse_rfc3339(text).unwrap()
    }

    fn duties() -> Duties {
        Duties {
            notice_hours: Some(72),
            comment: Length::new(15),
            minutes_days: Some(10),
            ..Duties::none(BodyId::from_bits(1))
        }
    }

    fn plan(on: &str) -> Plan {
        Plan {
            title: "Council".parse().unwrap(),
            on: on.parse().unwrap(),
            clock: "09:00".parse().unwrap(),
            length: Length::new(90).unwrap(),
            zone: base::Zone::named("America/Chicago").unwrap(),
            place: None,
            link: None,
            open: true,
        }
    }

    fn meeting() -> Meeting {
        Meeting::plan(MeetingId::from_bits(1), BodyId::from_bits(1), plan("2026-05-12"))
    }

    fn standings(meeting: &Meeting, comment: bool, now: &str) -> Vec<(Duty, Standing)> {
        let owed = duties().owed(meeting, comment, at(now));
        owed.iter().map(|one| (one.duty, one.standing)).collect()
    }

    #[test]
    fn an_open_meeting_is_posted_so_many_hours_before_and_told_of_in_time() {
        let meeting = meeting();
        assert_eq!(
            standings(&meeting, false, "2026-05-01T00:00:00Z"),
            [(Duty::Post, Standing::Ahead)]
        );
        assert_eq!(
            standings(&meeting, false, "2026-05-07T00:00:00Z"),
            [(Duty::Post, Standing::Soon)]
        );
        assert_eq!(
            standings(&meeting, false, "2026-05-09T14:00:01Z"),
            [(Duty::Post, Standing::Late)]
        );
        let mut closed = meeting.clone();
        closed
            .change(Plan { open: false, ..plan("2026-05-12") }, at("2026-05-01T00:00:00Z"))
            .unwrap();
        assert_eq!(standings(&closed, false, "2026-05-12T00:00:00Z"), []);
    }

    #[test]
    fn a_move_after_posting_wants_another_posting_and_the_public_its_turn() {
        let mut meeting = meeting();
        meeting.post(at("2026-05-08T00:00:00Z")).unwrap();
        assert_eq!(
            standings(&meeting, true, "2026-05-08T00:00:00Z"),
            [(Duty::Post, Standing::Kept)]
        );
        assert_eq!(
            standings(&meeting, false, "2026-05-08T00:00:00Z")[1],
            (Duty::Comment, Standing::Soon)
        );
        meeting.change(plan("2026-05-13"), at("2026-05-09T00:00:00Z")).unwrap();
        assert_eq!(
            standings(&meeting, true, "2026-05-09T00:00:00Z"),
            [(Duty::PostAgain, Standing::Soon)]
        );
        meeting.post(at("2026-05-11T00:00:00Z")).unwrap();
        assert_eq!(
            standings(&meeting, true, "2026-05-11T00:00:00Z"),
            [(Duty::Post, Standing::KeptLate)]
        );
    }

    #[test]
    fn minutes_are_due_through_the_end_of_their_last_day() {
        let mut meeting = meeting();
        meeting.begin(at("2026-05-12T14:00:00Z")).unwrap();
        meeting.close(at("2026-05-12T15:30:00Z")).unwrap();
        assert_eq!(
            standings(&meeting, false, "2026-05-13T00:00:00Z"),
            [(Duty::Minutes, Standing::Ahead)]
        );
        assert_eq!(
            standings(&meeting, false, "2026-05-23T04:59:00Z"),
            [(Duty::Minutes, Standing::Soon)]
        );
        assert_eq!(
            standings(&meeting, false, "2026-05-23T05:01:00Z"),
            [(Duty::Minutes, Standing::Late)]
        );
        meeting.submit("2026-05-22".parse().unwrap()).unwrap();
        assert_eq!(
            standings(&meeting, false, "2026-06-23T00:00:00Z"),
            [(Duty::Minutes, Standing::Kept)]
        );
    }
}
