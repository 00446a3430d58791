//! What the record says of drafts.

use base::OrganizationId;
use serde::Serialize;
use store::{Event, Subject, Written};

use super::{Draft, DraftId, State};
use crate::Error;

/// What every event of a draft says.
#[derive(Debug, Clone, Serialize)]
struct Body {
    draft: DraftId,
    title: String,
    version: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<super::Audience>,
    /// For whom the one who did it spoke.
    organization: OrganizationId,
    #[serde(skip)]
    holder: OrganizationId,
}

base::words! {
    /// What happened to a draft.
    pub(crate) enum Happened {
        /// It was begun.
        Begun = "begun",
        /// Somebody saved it.
        Saved = "saved",
        /// Somebody proposed other words.
        Amended = "amended",
        /// They were taken in.
        AmendmentAccepted = "amendment_accepted",
        /// They were not taken in.
        AmendmentDeclined = "amendment_declined",
        /// They were taken back.
        AmendmentWithdrawn = "amendment_withdrawn",
        /// A version was published.
        Published = "published",
        /// What was published was taken back.
        Unpublished = "unpublished",
        /// It was set aside.
        Withdrawn = "withdrawn",
        /// It is written on.
        Restored = "restored",
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
                Subject::new("draft", self.0.draft)
            }

            fn parties(&self) -> Vec<OrganizationId> {
                let mut parties = vec![self.0.holder, self.0.organization];
                parties.dedup();
                parties
            }
        })+

        fn written(happened: Happened, body: Body) -> Result<Written, Error> {
            Ok(match happened {
                $(Happened::$name => Written::new(&$name(body))?,)+
            })
        }
    };
}

events! {
    Begun = "draft.begun";
    Saved = "draft.saved";
    Amended = "draft.amended";
    AmendmentAccepted = "draft.amendment_accepted";
    AmendmentDeclined = "draft.amendment_declined";
    AmendmentWithdrawn = "draft.amendment_withdrawn";
    Published = "draft.published";
    Unpublished = "draft.unpublished";
    Withdrawn = "draft.withdrawn";
    Restored = "draft.restored";
}

/// The event of something that happened to a draft.
pub(crate) fn of(
    happened: Happened,
    draft: &Draft,
    organization: OrganizationId,
) -> Result<Written, Error> {
    let audience = match (happened, &draft.state) {
        (Happened::Published, State::Published(publication)) => Some(publication.audience),
        (_, _) => None,
    };
    written(
        happened,
        Body {
            draft: draft.id,
            title: draft.title.to_string(),
            version: draft.version,
            audience,
            organization,
            holder: draft.holder,
        },
    )
}
