//! What the record says: of a person's own notices, in the record of the installation.

use base::PersonId;
use serde::Serialize;
use store::{Event, Subject};

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            pub(crate) person: PersonId,
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn subject(&self) -> Subject {
                Subject::new("account", self.person)
            }
        }
    )+};
}

events! {
    /// A person marked notices as read, or as not read.
    NoticesMarked = "notices.marked";
    /// A person chose how they are told.
    NoticesTuned = "notices.tuned";
    /// A person ended all links in their mails.
    LinksEnded = "notices.links_ended";
    /// A kept reply was taken, or thrown away.
    ReplyCleared = "notices.reply_cleared";
}
