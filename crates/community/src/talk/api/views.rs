//! What programs send and get.

use base::Revision;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::talk::{
    Anchor, Door, Post, Reader, Thread, lists::Entry, queries::Record, ruling::Hidden,
};

/// The first post of a discussion.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpeningBody {
    /// The record: its kind and its identifier, such as `decision:dec_…`.
    about: String,
    title: Option<String>,
    /// Markdown. Write `@` and a full name to tell somebody.
    body: String,
    /// The version of a text, from 1, and the line in it that this is about.
    version: Option<i64>,
    line: Option<i64>,
    /// How the line reads.
    quote: Option<String>,
    /// For which of one's organizations.
    organization: Option<String>,
}

/// An answer.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PostBody {
    /// Markdown. Write `@` and a full name to tell somebody.
    body: String,
    /// For which of one's organizations.
    organization: Option<String>,
}

/// Another text for a post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditBody {
    body: String,
}

/// What one wants to hear of a discussion.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FollowBody {
    /// `follow`, `mute`, or nothing.
    mode: Option<String>,
}

/// Why.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PostReasonBody)]
pub(crate) struct WhyBody {
    why: String,
}

/// What comes of another look at a hidden post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PostReviewBody)]
pub(crate) struct ReviewBody {
    /// `show` or `keep_hidden`.
    look: String,
    why: String,
}

/// Where guests may write from now on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DoorBody {
    /// A kind of record, or one record as kind and identifier; everywhere without it.
    #[serde(rename = "where")]
    place: Option<String>,
    guests: bool,
}

/// Where guests may write.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DoorList {
    pub(crate) doors: Vec<DoorView>,
}

/// A place where guests may write, or may not.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DoorView {
    /// A kind of record, or one record as kind and identifier; everywhere without it.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    guests: bool,
}

impl DoorView {
    pub(crate) fn of(door: &Door) -> Self {
        let place = match (&door.kind, &door.id) {
            (Some(kind), Some(id)) => Some(format!("{kind}:{id}")),
            (Some(kind), None) => Some(kind.clone()),
            (None, _) => None,
        };
        Self { place, guests: door.guests }
    }
}

/// A line of a version of a text.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AnchorView {
    version: i64,
    line: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
}

impl AnchorView {
    fn of(anchor: &Anchor) -> Self {
        let quote = anchor.quote.as_ref().map(ToString::to_string);
        Self { version: anchor.version, line: anchor.line, quote }
    }
}

/// A discussion in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ThreadLine {
    id: String,
    /// The record: its kind and its identifier.
    about: String,
    about_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<AnchorView>,
    opened_by: String,
    organization: String,
    opened_at: String,
    last_at: String,
    /// With the first one and those that are not shown.
    posts: i64,
    /// How many need help with something said here.
    help: i64,
    closed: bool,
}

impl ThreadLine {
    pub(crate) fn of(entry: &Entry) -> Self {
        Self::made(&entry.thread, entry.begins.is_some())
    }

    fn made(thread: &Thread, readable: bool) -> Self {
        Self {
            id: thread.id.to_string(),
            about: thread.about.key(),
            about_name: thread.about.name().to_owned(),
            // Hidden with the first post, whose heading it is.
            title: thread.title.as_ref().filter(|_| readable).map(ToString::to_string),
            anchor: thread.anchor.as_ref().map(AnchorView::of),
            opened_by: thread.opened.person.to_string(),
            organization: thread.opened.organization.to_string(),
            opened_at: thread.opened.at.rfc3339(),
            last_at: thread.last_at.rfc3339(),
            posts: thread.posts,
            help: thread.help,
            closed: thread.closed.is_some(),
        }
    }
}

/// One post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PostView {
    id: String,
    number: i64,
    person: String,
    organization: String,
    at: String,
    /// Markdown; none when it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    /// `shown`, `taken_back` or `hidden`.
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited_at: Option<String>,
    agree: i64,
    thanks: i64,
    help: i64,
    revision: i64,
}

impl PostView {
    pub(crate) fn of(post: &Post, reader: Reader) -> Self {
        let [agree, thanks, help] = post.reactions;
        Self {
            id: post.id.to_string(),
            number: post.number,
            person: post.by.person.to_string(),
            organization: post.by.organization.to_string(),
            at: post.by.at.rfc3339(),
            body: post.readable(reader).map(ToString::to_string),
            state: post.state.to_string(),
            edited_at: post.edited_at.map(base::Instant::rfc3339),
            agree,
            thanks,
            help,
            revision: post.revision.0,
        }
    }

    pub(crate) const fn revision(&self) -> Revision {
        Revision(self.revision)
    }
}

/// One discussion.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ThreadView {
    #[serde(flatten)]
    thread: ThreadLine,
    first: PostView,
    /// Some of its answers, in their order.
    answers: Vec<PostView>,
    /// What to ask with `after` for the next answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<i64>,
    /// What the reader wants to hear of it: `follow` or `mute`.
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<String>,
    may_write: bool,
}

impl ThreadView {
    pub(crate) fn of(record: &Record) -> Self {
        let post = |said: &crate::talk::lists::Said| PostView::of(&said.post, record.reader);
        let readable = record.first.post.state == crate::talk::PostState::Shown;
        Self {
            thread: ThreadLine::made(&record.thread, readable),
            first: post(&record.first),
            answers: record.answers.iter().map(post).collect(),
            next: record.next,
            mode: record.mode.map(|mode| mode.to_string()),
            may_write: record.may_write,
        }
    }
}

/// What was done to a post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RulingLine {
    id: String,
    thread: String,
    post: String,
    /// `hidden`, `appealed`, `kept_hidden` or `shown`.
    act: String,
    person: String,
    at: String,
    why: String,
    /// Whether its writer waits for an answer.
    waits: bool,
}

impl RulingLine {
    pub(crate) fn of(hidden: &Hidden) -> Self {
        let ruling = &hidden.last;
        Self {
            id: ruling.id.to_string(),
            thread: hidden.thread.to_string(),
            post: ruling.post.to_string(),
            act: ruling.act.to_string(),
            person: ruling.by.person.to_string(),
            at: ruling.by.at.rfc3339(),
            why: ruling.why.to_string(),
            waits: hidden.appealed && hidden.state == crate::talk::PostState::Hidden,
        }
    }
}
