//! The record of what coordinators did to posts of others; and where guests may write.

pub(crate) mod store;

use super::{PostState, Ruling, ThreadId};

/// A post that is hidden, or was, for the list of coordinators.
#[derive(Debug, Clone)]
pub(crate) struct Hidden {
    /// Its thread.
    pub thread: ThreadId,
    /// What was done last.
    pub last: Ruling,
    /// What the thread is about.
    pub about_name: String,
    /// Who wrote it, by name.
    pub writer: String,
    /// How it stands.
    pub state: PostState,
    /// Whether its writer waits for an answer.
    pub appealed: bool,
}
