//! Why a log stands still, and what its operator does about it.

/// Why nothing is signed for a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halt {
    /// The record has signed more than the database holds: a restored backup.
    Behind,
    /// There is no record, though a state was signed: it was lost or is elsewhere.
    RecordLost,
    /// The record is not of this log, or older than the database.
    RecordDiffers,
    /// The tiles are not those that were signed.
    Damaged,
    /// This server lacks the key that the log began with.
    NoKey,
}

impl Halt {
    /// Its name in the database and in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Behind => "behind",
            Self::RecordLost => "record_lost",
            Self::RecordDiffers => "record_differs",
            Self::Damaged => "damaged",
            Self::NoKey => "no_key",
        }
    }

    /// The halt of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Behind, Self::RecordLost, Self::RecordDiffers, Self::Damaged, Self::NoKey]
            .into_iter()
            .find(|halt| halt.name() == name)
    }

    /// What it is and what to do, for the operator.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Behind => {
                "the database is older than what was signed, as after a restore; bring the log up to \
                 it with `concord ledger catch-up`"
            }
            Self::RecordLost => {
                "the record of what was signed is not there; put its folder back, or, when it is lost \
                 for good, `concord ledger adopt` takes the database's state as the last one"
            }
            Self::RecordDiffers => {
                "the record of what was signed does not fit the database; put the right one back, or \
                 look with `concord verify --against-database`"
            }
            Self::Damaged => {
                "the stored log is not what was signed; look with `concord verify --against-database`"
            }
            Self::NoKey => {
                "this server lacks the log's key; put its folder back, or set `ledger_key_secret` alike on \
                 all servers"
            }
        }
    }
}
