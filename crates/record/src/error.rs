//! What can go wrong with the log, its witnesses, retention and exports.

use base::{FieldProblem, Kind, Problem};

/// What can go wrong with the record.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no log yet, or none that the caller may know of.
    #[error("there is no log here yet; its first state is signed within a second or two")]
    NoLog,
    /// There is no such event, or none that the caller may know of.
    #[error("there is no such event here")]
    NoEvent,
    /// The log has no such tile.
    #[error("the log has no such tile or entry bundle")]
    NoTile,
    /// The event waits for its leaf.
    #[error("the event has no place in the log yet; ask again in a moment")]
    Waiting,
    /// The event was destroyed.
    #[error("the event was destroyed as the law asks; nobody can prove any more what it said")]
    Destroyed,
    /// There is no such witness.
    #[error("there is no such witness")]
    NoWitness,
    /// A witness with this key is there already.
    #[error("a witness with this key is there already")]
    WitnessTaken,
    /// More witnesses would have to confirm than there are.
    #[error("there are not so many witnesses")]
    QuorumTooLarge,
    /// Nobody said how long it is kept.
    #[error("there is no rule for this class")]
    NoRule,
    /// There is no such class of records.
    #[error("there is no such class of records")]
    NoClass,
    /// There is no such record of the class.
    #[error("there is no such record of this class")]
    NotKept,
    /// There is no such certificate.
    #[error("there is no such certificate")]
    NoCertificate,
    /// There is no such export, or nothing to export at an address.
    #[error("there is no such export")]
    NoExport,
    /// The file does not fit into an archive.
    #[error("the file is too large for a signed copy")]
    ExportTooLarge,
    /// Fields that the rules refuse.
    #[error("some fields need another value")]
    Fields(Vec<FieldProblem>),
    /// Below: the data.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What the partnership says.
    #[error(transparent)]
    Partnership(#[from] partnership::Error),
    /// A stored piece of the log that is none.
    #[error("a stored piece of the log makes no sense")]
    Stored(#[from] ledger::Error),
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::NoLog
            | Self::NoEvent
            | Self::NoTile
            | Self::NoWitness
            | Self::NoRule
            | Self::NoClass
            | Self::NoCertificate
            | Self::NoExport => Kind::Missing,
            Self::Waiting => Kind::Unavailable,
            Self::Destroyed | Self::WitnessTaken | Self::QuorumTooLarge | Self::NotKept => {
                Kind::Conflict
            }
            Self::ExportTooLarge => Kind::TooLarge,
            Self::Fields(_) => Kind::Invalid,
            Self::Stored(_) => Kind::Fault,
            Self::Store(error) => error.kind(),
            Self::Partnership(error) => error.kind(),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoLog => "log_missing",
            Self::NoEvent => "log_event_missing",
            Self::NoTile => "log_tile_missing",
            Self::Waiting => "log_event_waits",
            Self::Destroyed => "log_event_destroyed",
            Self::NoWitness => "witness_missing",
            Self::WitnessTaken => "witness_taken",
            Self::QuorumTooLarge => "witness_quorum",
            Self::NoRule => "retention_no_rule",
            Self::NoClass => "retention_no_class",
            Self::NotKept => "retention_not_kept",
            Self::NoCertificate => "certificate_missing",
            Self::NoExport => "export_missing",
            Self::ExportTooLarge => "export_too_large",
            Self::Fields(_) => "record_fields",
            Self::Stored(_) => "log_stored",
            Self::Store(error) => error.code(),
            Self::Partnership(error) => error.code(),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Store(error) => error.args(),
            Self::Partnership(error) => error.args(),
            Self::NoLog
            | Self::NoEvent
            | Self::NoTile
            | Self::Waiting
            | Self::Destroyed
            | Self::NoWitness
            | Self::WitnessTaken
            | Self::QuorumTooLarge
            | Self::NoRule
            | Self::NoClass
            | Self::NotKept
            | Self::NoCertificate
            | Self::NoExport
            | Self::ExportTooLarge
            | Self::Fields(_)
            | Self::Stored(_) => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Fields(fields) => fields,
            Self::Store(error) => error.fields(),
            Self::Partnership(error) => error.fields(),
            Self::NoLog
            | Self::NoEvent
            | Self::NoTile
            | Self::Waiting
            | Self::Destroyed
            | Self::NoWitness
            | Self::WitnessTaken
            | Self::QuorumTooLarge
            | Self::NoRule
            | Self::NoClass
            | Self::NotKept
            | Self::NoCertificate
            | Self::NoExport
            | Self::ExportTooLarge
            | Self::Stored(_) => &[],
        }
    }
}
