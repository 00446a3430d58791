//! Announcements: what all partners, or some, should have read; and who has, for which
//! organization.

pub(crate) mod access;
pub(crate) mod api;
pub mod commands;
pub(crate) mod events;
pub(crate) mod find;
pub(crate) mod jobs;
mod notices;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod parse;
mod problem;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod store;
pub(crate) mod topic;

use base::{Date, Instant, OrganizationId, PersonId, Prose, Reason, Revision, Title};

pub use self::{
    commands::{confirm, correct, publish, remind, withdraw},
    problem::AnnouncementError,
};
use crate::talk::Voice;

base::id! {
    /// Names an announcement.
    pub AnnouncementId = "ann";
}

/// What is announced.
pub type Body = Prose<8000>;

/// Reminders go out so many days from the day by which it should have been read.
const REMINDERS: [i64; 3] = [-2, 0, 3];

/// What is announced, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// In a few words.
    pub title: Title,
    /// In full.
    pub body: Body,
    /// By when it should have been read.
    pub read_by: Option<Date>,
    /// The organizations that should read it.
    pub audience: Vec<OrganizationId>,
}

/// An announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its name.
    pub id: AnnouncementId,
    /// In a few words.
    pub title: Title,
    /// In full.
    pub body: Body,
    /// Who announced it.
    pub by: Voice,
    /// By when it should have been read.
    pub read_by: Option<Date>,
    /// When it was corrected last.
    pub edited_at: Option<Instant>,
    /// When and why it was taken back.
    pub withdrawn: Option<(Instant, Reason)>,
    /// The day of the next reminder that goes out by itself.
    pub remind_on: Option<Date>,
    /// The day of the last reminder that somebody sent.
    pub reminded_on: Option<Date>,
    /// For how many organizations it is.
    pub awaited: i64,
    /// For how many somebody has read it.
    pub read: i64,
    /// How often it was changed.
    pub revision: Revision,
}

/// An organization that should read it, and those who have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The organization.
    pub organization: OrganizationId,
    /// Who has read it for the organization, the first one first.
    pub readers: Vec<(PersonId, Instant)>,
}

impl News {
    /// The announcement, made today.
    ///
    /// # Errors
    /// When it is for nobody, or should have been read before today.
    pub fn announce(
        self,
        id: AnnouncementId,
        by: Voice,
        today: Date,
    ) -> Result<(Announcement, Vec<OrganizationId>), AnnouncementError> {
        let mut audience = self.audience;
        audience.sort_unstable();
        audience.dedup();
        if audience.is_empty() {
            return Err(AnnouncementError::field("audience", "required"));
        }
        if self.read_by.is_some_and(|day| day < today) {
            return Err(AnnouncementError::past(today));
        }
        let announcement = Announcement {
            id,
            title: self.title,
            body: self.body,
            by,
            read_by: self.read_by,
            edited_at: None,
            withdrawn: None,
            remind_on: next_reminder(self.read_by, today),
            reminded_on: None,
            awaited: i64::try_from(audience.len()).unwrap_or(i64::MAX),
            read: 0,
            revision: Revision(1),
        };
        Ok((announcement, audience))
    }
}

impl Announcement {
    /// Corrects it; how it read before. Who has read it has read it.
    ///
    /// # Errors
    /// When it was taken back, or nothing changes.
    pub fn correct(
        &mut self,
        title: Title,
        body: Body,
        at: Instant,
    ) -> Result<(Title, Body), AnnouncementError> {
        self.stands()?;
        if self.title == title && self.body == body {
            return Err(AnnouncementError::SameText);
        }
        self.edited_at = Some(at);
        Ok((std::mem::replace(&mut self.title, title), std::mem::replace(&mut self.body, body)))
    }

    /// Takes it back; the words stay, with the reason.
    ///
    /// # Errors
    /// When it was taken back.
    pub fn withdraw(&mut self, why: Reason, at: Instant) -> Result<(), AnnouncementError> {
        self.stands()?;
        self.withdrawn = Some((at, why));
        self.remind_on = None;
        Ok(())
    }

    /// Reminds those who have not read it, once a day at most.
    ///
    /// # Errors
    /// When it was taken back, everybody has read it, or they were reminded today.
    pub fn remind(&mut self, today: Date) -> Result<(), AnnouncementError> {
        self.stands()?;
        if self.read >= self.awaited {
            return Err(AnnouncementError::AllRead);
        }
        if self.reminded_on == Some(today) {
            return Err(AnnouncementError::RemindedToday);
        }
        self.reminded_on = Some(today);
        Ok(())
    }

    /// Goes on to the next reminder by itself; whether one is due now.
    pub fn remind_by_itself(&mut self, today: Date) -> bool {
        let due = self.remind_on.is_some_and(|day| day <= today);
        if due {
            self.remind_on = next_reminder(self.read_by, today);
            // Two on one day are one too many.
            let now = self.reminded_on != Some(today) && self.read < self.awaited;
            self.reminded_on = Some(today);
            return now;
        }
        false
    }

    /// Whether it can still be read, corrected and answered.
    ///
    /// # Errors
    /// When it was taken back.
    pub fn stands(&self) -> Result<(), AnnouncementError> {
        if self.withdrawn.is_some() { Err(AnnouncementError::Withdrawn) } else { Ok(()) }
    }
}

/// The next day on which those who have not read it are reminded, after a day.
fn next_reminder(read_by: Option<Date>, after: Date) -> Option<Date> {
    let read_by = read_by?;
    REMINDERS.iter().map(|days| read_by.plus_days(*days)).find(|day| *day > after)
}

#[cfg(test)]
mod tests {
    use base::Id as _;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn news(read_by: Option<&str>) -> News {
        News {
            title: "The desk is closed on Friday".parse().unwrap(),
            body: "Call the hotline.".parse().unwrap(),
            read_by: read_by.map(day),
            audience: vec![OrganizationId::from_bits(2), OrganizationId::from_bits(2)],
        }
    }

    fn announced(read_by: Option<&str>) -> Announcement {
        let person = PersonId::from_bits(1);
        let organization = OrganizationId::from_bits(1);
        let by = Voice { person, organization, at: Instant::from_micros(0) };
        let id = AnnouncementId::from_bits(1);
        news(read_by).announce(id, by, day("2026-05-12")).unwrap().0
    }

    #[test]
    fn reminders_come_two_days_before_on_the_day_and_three_days_after() {
        let mut one = announced(Some("2026-05-20"));
        assert_eq!(one.remind_on, Some(day("2026-05-18")));
        assert!(!one.remind_by_itself(day("2026-05-17")));
        assert!(one.remind_by_itself(day("2026-05-18")));
        assert_eq!(one.remind_on, Some(day("2026-05-20")));
        // A job that slept over two of them sends one.
        assert!(one.remind_by_itself(day("2026-05-30")));
        assert_eq!(one.remind_on, None);
        assert_eq!(announced(None).remind_on, None);
    }

    #[test]
    fn a_reminder_by_hand_is_enough_for_the_day() {
        let mut one = announced(Some("2026-05-20"));
        one.remind(day("2026-05-18")).unwrap();
        assert!(matches!(one.remind(day("2026-05-18")), Err(AnnouncementError::RemindedToday)));
        assert!(!one.remind_by_itself(day("2026-05-18")));
        one.read = one.awaited;
        assert!(matches!(one.remind(day("2026-05-19")), Err(AnnouncementError::AllRead)));
    }

    #[test]
    fn an_organization_that_is_named_twice_is_awaited_once() {
        assert_eq!(announced(None).awaited, 1);
    }

    #[test]
    fn what_was_taken_back_is_neither_corrected_nor_reminded_of() {
        let (mut one, at) = (announced(Some("2026-05-20")), Instant::from_micros(9));
        one.withdraw("It is open after all".parse().unwrap(), at).unwrap();
        let (title, body) = (one.title.clone(), one.body.clone());
        assert!(matches!(one.correct(title, body, at), Err(AnnouncementError::Withdrawn)));
        assert!(matches!(one.remind(day("2026-05-18")), Err(AnnouncementError::Withdrawn)));
        assert!(!one.remind_by_itself(day("2026-05-30")));
    }
}
