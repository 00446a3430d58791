//! A notice: something that a person is told, with a link to where it can be seen.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

use ::store::Subject;
use base::{Instant, PartnershipId};

base::id! {
    /// Names a notice.
    pub NoticeId = "ntc";
}

base::words! {
    /// Why somebody is told.
    pub enum Kind {
        /// Nothing goes on without them.
        NeedsYou = "needs_you",
        /// A day of theirs is near.
        DueSoon = "due_soon",
        /// Something happened that concerns them.
        ToKnow = "to_know",
    }
}

/// What contexts have people told of.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Why they are told.
    pub kind: Kind,
    /// What they are told: the catalogs hold `<key>-subject` and `<key>-text`.
    pub key: &'static str,
    /// What these words need. They go into mails: no name of a record, nothing that anybody wrote.
    pub args: Vec<(&'static str, String)>,
    /// What the record is called; the page shows it, and no mail ever.
    pub title: Option<String>,
    /// A path of ours that shows the rest to those who may see it.
    pub link: String,
    /// What it is about: when that moves on, [`settle`](commands::settle) clears the notice.
    pub about: Subject,
    /// What can be done from the mail: names of [`web::Answer`]s.
    pub answers: &'static [&'static str],
}

/// A notice as its reader finds it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) id: NoticeId,
    pub(crate) partnership: PartnershipId,
    pub(crate) slug: String,
    pub(crate) partnership_name: String,
    pub(crate) at: Instant,
    pub(crate) kind: Kind,
    pub(crate) key: String,
    pub(crate) args: Vec<(String, String)>,
    pub(crate) title: Option<String>,
    pub(crate) link: String,
    pub(crate) is_read: bool,
}

/// Which notices are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Only those of this kind.
    pub(crate) kind: Option<Kind>,
    /// Only those of the partnership with this short name.
    pub(crate) partnership: Option<String>,
    /// Also those that were read; new ones where nothing is said.
    pub(crate) read: Option<Shown>,
}

base::words! {
    /// Whether notices that were read are shown.
    pub(crate) enum Shown {
        /// Only new ones.
        New = "new",
        /// All of them.
        All = "all",
    }
}

/// How many notices stand on a page.
pub(crate) const PAGE: usize = 25;

/// How long notices are kept.
pub(crate) const KEPT_DAYS: i64 = 183;
