//! What a thread is about, and what stands of talk on the page of that record.

use ::store::{Cx, Subject};
use web::{About as Part, Block, Failure, Registry};

use super::{TalkError, access, pages::part, queries};
use crate::Error;

/// The record that a thread is about.
///
/// Invariant: made by [`about()`], so of a record that is there and that the caller may read, or
/// read from a thread that was made so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    kind: String,
    id: String,
    name: String,
}

/// The record with this kind and identifier, when there is one that the caller may read.
///
/// # Errors
/// Missing, when there is none or they may not know of it.
pub async fn about(cx: &Cx, kind: &str, id: &str) -> Result<About, Failure> {
    let name = web::topic_name(cx, kind, id).await?;
    let name = name.ok_or_else(|| Error::from(TalkError::Missing))?;
    Ok(About::stored(kind.to_owned(), id.to_owned(), name))
}

impl About {
    pub(crate) const fn stored(kind: String, id: String, name: String) -> Self {
        Self { kind, id, name }
    }

    /// What kind of record it is.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it was called when the thread began.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Kind and identifier as they stand in an address.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}:{}", self.kind, self.id)
    }

    /// The page of the record.
    #[must_use]
    pub fn path(&self, cx: &Cx, slug: &str) -> Option<String> {
        cx.extension::<Registry>()?.subject_path(slug, &self.kind, &self.id)
    }
}

/// What is said about a record, on its page.
pub(crate) static PART: Part =
    Part { permission: access::READ, load: |cx, subject| Box::pin(load(cx, subject)) };

async fn load(cx: Cx, subject: Subject) -> Result<Option<Block>, Failure> {
    let talk = queries::of_subject(&cx, subject.kind, &subject.id).await?;
    talk.map(|talk| part::block(&cx, &subject, &talk)).transpose()
}
