//! What the record says of announcements.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{Announcement, AnnouncementId};
use crate::Error;

/// What every event of an announcement says.
#[derive(Debug, Clone, Serialize)]
struct Body {
    announcement: AnnouncementId,
    title: String,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
}

base::words! {
    /// What happened to an announcement.
    pub(crate) enum Kind {
        /// It was made.
        Published = "published",
        /// It was corrected.
        Corrected = "corrected",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// Somebody has read it for an organization.
        Read = "read",
        /// Those who have not read it were reminded.
        Reminded = "reminded",
    }
}

macro_rules! events {
    ($($name:ident = $kind:literal;)+) => {
        $(#[derive(Debug, Clone, Serialize)]
        #[serde(transparent)]
        struct $name(Body);

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("announcement", self.0.announcement)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                vec![self.0.organization]
            }
        })+

        fn written(kind: Kind, body: Body) -> Result<Written, Error> {
            Ok(match kind {
                $(Kind::$name => Written::new(&$name(body))?,)+
            })
        }
    };
}

events! {
    Published = "announcement.published";
    Corrected = "announcement.corrected";
    Withdrawn = "announcement.withdrawn";
    Read = "announcement.read";
    Reminded = "announcement.reminded";
}

/// The event of something that happened to an announcement.
pub(crate) fn of(
    kind: Kind,
    announcement: &Announcement,
    organization: OrganizationId,
) -> Result<Written, Error> {
    let title = announcement.title.to_string();
    written(kind, Body { announcement: announcement.id, title, organization })
}
