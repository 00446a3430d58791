//! What a context shows on the page of a record of another, and what records there are to say
//! something about. A page asks for the blocks of its subject and knows nothing of who makes them.

use std::fmt;

use futures_util::{
    TryFutureExt as _,
    future::{join_all, try_join},
};
use store::{Cx, Permission, Standing, Subject};

use crate::{Failure, Loading, Registry, failure::EdgeError};

/// A kind of record that others can say something about.
///
/// Invariant: whoever holds the permission may read every record of the kind. What is said about
/// one stands in lists that look at the kind alone.
#[derive(Debug)]
pub struct Topic {
    /// The kind of its subjects, as in [`store::Subject`].
    pub kind: &'static str,
    /// What reading one needs.
    pub permission: Permission,
    /// What one is called; none when there is no such record.
    pub name: fn(Cx, String) -> Loading<Option<String>>,
}

/// A part that a context contributes to the pages of subjects.
#[derive(Debug)]
pub struct About {
    /// What reading it needs.
    pub permission: Permission,
    /// Reads it in one or two queries, with the reader's rights; none where there is nothing to
    /// show.
    pub load: fn(Cx, Subject) -> Loading<Option<Block>>,
}

/// A part of a page, made by the context's own template.
#[derive(Debug)]
pub struct Block {
    /// Its name in addresses, as in `#talk`.
    pub id: &'static str,
    /// Its heading, ready to be shown.
    pub title: String,
    /// What stands below the heading.
    pub html: Html,
}

/// A part of a page that a template has made: it is shown as it is.
#[derive(Debug, Clone)]
pub struct Html(String);

impl Html {
    /// What a template makes.
    ///
    /// # Errors
    /// When the template fails: a fault.
    pub fn of(template: &impl askama::Template) -> Result<Self, Failure> {
        Ok(Self(template.render().map_err(EdgeError::from)?))
    }

    /// The markup, which a template writes with `|safe`.
    #[must_use]
    pub fn markup(&self) -> &str {
        &self.0
    }

    /// What was made so that it is safe to be shown as it is.
    pub(crate) const fn made(html: String) -> Self {
        Self(html)
    }
}

impl Topic {
    /// Whether somebody may read the records of this kind, by what they are in the partnership.
    #[must_use]
    pub fn is_open_to(&self, cx: &Cx, standing: &Standing) -> bool {
        cx.carries(self.permission, standing)
    }
}

/// What the contexts have to say about a record, for its page; what the reader may not see is left
/// out.
///
/// # Errors
/// When one fails for another reason than a refusal.
pub async fn about(
    cx: &Cx,
    kind: &'static str,
    id: impl fmt::Display,
) -> Result<Vec<Block>, Failure> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let subject = Subject::new(kind, id.to_string());
    let loaded = join_all(registry.abouts.iter().map(|about| {
        let own = cx.clone().declaring(std::slice::from_ref(&about.permission));
        (about.load)(own, subject.clone())
    }));
    let mut blocks = Vec::new();
    for block in loaded.await {
        match block {
            Ok(block) => blocks.extend(block),
            Err(failure) if failure.is_refusal() => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(blocks)
}

/// A record with what other contexts say about it. Both look [`Cx::together`]: what they ask goes to
/// the server at once.
///
/// # Errors
/// That of whichever fails first.
pub async fn beside<T, E: Into<Failure>>(
    record: impl Future<Output = Result<T, E>>,
    others: impl Future<Output = Result<Vec<Block>, Failure>>,
) -> Result<(T, Vec<Block>), Failure> {
    try_join(record.map_err(Into::into), others).await
}

/// What a record is called, when there is one and the reader may know of it.
///
/// # Errors
/// When the look fails for another reason than a refusal.
pub async fn topic_name(cx: &Cx, kind: &str, id: &str) -> Result<Option<String>, Failure> {
    let registry = cx.extension::<Registry>().unwrap_or_default();
    let Some(topic) = registry.topic(kind) else { return Ok(None) };
    let own = cx.clone().declaring(std::slice::from_ref(&topic.permission));
    match (topic.name)(own, id.to_owned()).await {
        Ok(name) => Ok(name),
        Err(failure) if failure.is_refusal() => Ok(None),
        Err(failure) => Err(failure),
    }
}
