//! Threads and posts as people read them: with the names of those who wrote them.

pub(crate) mod store;

use super::{Body, Post, Thread, mention::Mention};

/// A thread as lists show it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The thread.
    pub thread: Thread,
    /// How its first post reads; none when it cannot be read any more.
    pub begins: Option<Body>,
    /// Who began it, by name.
    pub person: String,
    /// For whom they spoke, by name.
    pub organization: String,
}

/// A post with the names around it.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// The post.
    pub post: Post,
    /// Who is named in it.
    pub named: Vec<Mention>,
    /// Who wrote it, by name.
    pub person: String,
    /// For whom they spoke, by name.
    pub organization: String,
    /// Whether the reader reacted, in the order of [`super::Reaction::ALL`].
    pub mine: [bool; 3],
}
