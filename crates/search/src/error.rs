//! What can go wrong with the index.

use std::path::PathBuf;

use base::{FieldProblem, Kind, Problem};

/// Why something was not found, or could not be made findable.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data could not be reached, or may not be.
    #[error(transparent)]
    Store(#[from] ::store::Error),
    /// A record could not be read as a document.
    #[error("records of the kind `{kind}` could not be read for the search: {problem}")]
    Reading {
        /// The kind.
        kind: &'static str,
        /// What was wrong.
        problem: String,
    },
    /// The index could not be read or written.
    #[error("the search index could not be read or written")]
    Index(#[from] tantivy::TantivyError),
    /// The folder of the index can't be used.
    #[error("the folder `{}` of the search index can't be used", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Another program keeps this index.
    #[error("another program keeps the index in `{}`; stop that server first", folder.display())]
    Kept {
        /// The folder.
        folder: PathBuf,
    },
    /// The server has no index.
    #[error("the search is not ready yet; try again in a minute")]
    NotReady,
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Store(error) => error.kind(),
            Self::NotReady => Kind::Unavailable,
            Self::Reading { .. } | Self::Index(_) | Self::Folder { .. } | Self::Kept { .. } => {
                Kind::Fault
            }
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::NotReady => "search_not_ready",
            Self::Reading { .. } | Self::Index(_) | Self::Folder { .. } | Self::Kept { .. } => {
                "fault"
            }
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Store(error) => error.args(),
            Self::Reading { .. }
            | Self::Index(_)
            | Self::Folder { .. }
            | Self::Kept { .. }
            | Self::NotReady => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Store(error) => error.fields(),
            Self::Reading { .. }
            | Self::Index(_)
            | Self::Folder { .. }
            | Self::Kept { .. }
            | Self::NotReady => &[],
        }
    }
}
