//! How an installation keeps its logs.

use super::{KeyPlace, RecordPlace};

/// How the logs of an installation are kept. Kept with the store; without it, nothing is logged.
#[derive(Debug, Clone)]
pub struct LogSettings {
    /// What names of logs begin with, such as `concord.example.gov`.
    pub host: String,
    /// Where secrets are.
    pub keys: KeyPlace,
    /// Where the last state signed is.
    pub record: RecordPlace,
    /// How often strangers see a new state, in seconds: at instants that this divides.
    pub publish_seconds: i64,
    /// What the sizes that strangers see are multiples of.
    pub fill: u64,
}

impl LogSettings {
    /// The usual cadence.
    pub const PUBLISH_SECONDS: i64 = 900;
    /// The usual filling: with the usual cadence, a quiet log grows by 150 MB a year.
    pub const FILL: u64 = 128;
    /// What the sizes of batches are multiples of, so that a receipt tells little of the others.
    pub(crate) const BATCH: u64 = 4;
    /// When so many entries wait to be shown, they are shown.
    pub(crate) const MOST_UNSEEN: u64 = 65_536;

    /// Settings for these places, with the usual cadence.
    #[must_use]
    pub fn new(host: impl Into<String>, keys: KeyPlace, record: RecordPlace) -> Self {
        Self {
            host: host.into(),
            keys,
            record,
            publish_seconds: Self::PUBLISH_SECONDS,
            fill: Self::FILL,
        }
    }

    /// The name of a partnership's log: its address without the scheme.
    #[must_use]
    pub(crate) fn origin(&self, slug: &str) -> String {
        format!("{}/public/{slug}/log", self.host)
    }
}
