//! Links in mails that let one person do one thing once, signed in or not; and what was written by
//! them, kept when it could not be taken.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod pages;
pub(crate) mod store;

use base::{Instant, PartnershipId, PersonId};

base::id! {
    /// Names a link in a mail.
    pub LinkId = "lka";
}

/// How long a link in a mail lasts.
pub(crate) const LINK_DAYS: i64 = 7;

/// The right to do one thing, as the mail to one person holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) id: LinkId,
    pub(crate) partnership: PartnershipId,
    /// In whose name it is done.
    pub(crate) person: PersonId,
    /// What is done: the name of a [`web::Answer`].
    pub(crate) answer: String,
    /// On which record.
    pub(crate) subject: String,
}

/// Whether a link is still good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is.
    Open,
    /// It was used, its time is over, or its person ended it.
    Ended,
}

/// What somebody wrote by a link, and could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) link: Link,
    /// What was typed, by field.
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) at: Instant,
    /// Why it could not be taken: the code of an error.
    pub(crate) why: String,
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
}
