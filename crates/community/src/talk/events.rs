//! What the record says of talk. It says that something was said and about what, never what: words
//! can be hidden or taken back, the record cannot.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{PostId, Thread, ThreadId};
use crate::Error;

/// What every event of a thread says.
#[derive(Debug, Clone, Serialize)]
struct Body {
    thread: ThreadId,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<PostId>,
    about_kind: String,
    about: String,
    about_name: String,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
}

/// Somebody reacted, followed or looked away: nobody needs to hear of it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Sealed {
    thread: ThreadId,
}

impl Sealed {
    pub(crate) const fn of(thread: ThreadId) -> Self {
        Self { thread }
    }
}

impl Event for Sealed {
    const KIND: &'static str = "talk.sealed";

    fn subject(&self) -> Subject {
        Subject::new("thread", self.thread)
    }
}

/// Where guests may write was set.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DoorSet {
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) guests: bool,
}

impl Event for DoorSet {
    const KIND: &'static str = "talk.door_set";

    fn subject(&self) -> Subject {
        Subject::new("talk", "settings")
    }
}

base::words! {
    /// What happened to a thread.
    pub(crate) enum Kind {
        /// It was begun.
        Opened = "opened",
        /// Somebody answered.
        Answered = "answered",
        /// A post was changed.
        Edited = "edited",
        /// A post was taken back.
        TakenBack = "taken_back",
        /// Somebody needs help.
        HelpWanted = "help_wanted",
        /// It is settled.
        Closed = "closed",
        /// It goes on.
        Reopened = "reopened",
        /// A post was hidden.
        Hidden = "hidden",
        /// Its writer asked for another look.
        Appealed = "appealed",
        /// It stays hidden.
        KeptHidden = "kept_hidden",
        /// It is shown again.
        Shown = "shown",
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
                Subject::new("thread", self.0.thread)
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
    Opened = "talk.opened";
    Answered = "talk.answered";
    Edited = "talk.edited";
    TakenBack = "talk.taken_back";
    HelpWanted = "talk.help_wanted";
    Closed = "talk.closed";
    Reopened = "talk.reopened";
    Hidden = "talk.hidden";
    Appealed = "talk.appealed";
    KeptHidden = "talk.kept_hidden";
    Shown = "talk.shown";
}

/// The event of something that happened to a thread, or to a post in it.
pub(crate) fn of(
    kind: Kind,
    thread: &Thread,
    post: Option<PostId>,
    organization: OrganizationId,
) -> Result<Written, Error> {
    let about = &thread.about;
    written(
        kind,
        Body {
            thread: thread.id,
            post,
            about_kind: about.kind().to_owned(),
            about: about.id().to_owned(),
            about_name: about.name().to_owned(),
            organization,
        },
    )
}
