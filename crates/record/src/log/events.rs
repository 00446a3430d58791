//! What the record says of the log itself.

use serde::Serialize;
use store::{Event, Subject};

/// Who may look at the log was changed.
#[derive(Debug, Serialize)]
pub(crate) struct Opened {
    /// Whether anybody may.
    pub open: bool,
}

impl Event for Opened {
    const KIND: &'static str = "log.opened";

    fn subject(&self) -> Subject {
        Subject::new("log", "log")
    }
}

/// How many witnesses must confirm was changed.
#[derive(Debug, Serialize)]
pub(crate) struct QuorumSet {
    pub quorum: i64,
}

impl Event for QuorumSet {
    const KIND: &'static str = "log.quorum_set";

    fn subject(&self) -> Subject {
        Subject::new("log", "log")
    }
}

/// Somebody was shown another past of this log.
#[derive(Debug, Serialize)]
pub(crate) struct SplitFound {
    /// How many entries that state has.
    pub size: u64,
    pub root: String,
}

impl Event for SplitFound {
    const KIND: &'static str = "log.split_found";

    fn subject(&self) -> Subject {
        Subject::new("log", "log")
    }
}
