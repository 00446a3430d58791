//! How a command ends when it does not end well.

use std::{error::Error, io, process::ExitCode};

/// Why a command stops.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// What was given can't be used: exit code 2.
    #[error("{0}")]
    Unusable(String),
    /// It was tried and did not work, or a check found something: exit code 1.
    #[error("{0}")]
    Failed(String),
    /// The same, with its cause.
    #[error("{what}")]
    Because {
        /// What did not work.
        what: String,
        /// Why.
        source: Box<dyn Error + Send + Sync>,
    },
    /// All was said already; only the code is left: exit code 1.
    #[error("some checks failed")]
    Told,
    /// The same, of input that is of no use: exit code 2.
    #[error("the input can't be used")]
    ToldUnusable,
    /// Nobody could be told.
    #[error("the result could not be written")]
    Output(#[from] io::Error),
}

impl Failure {
    /// A failure of `what`, with its cause.
    pub fn because<E: Error + Send + Sync + 'static>(
        what: impl Into<String>,
    ) -> impl FnOnce(E) -> Self {
        let what = what.into();
        move |source| Self::Because { what, source: Box::new(source) }
    }

    /// The exit code.
    #[must_use]
    pub fn code(&self) -> ExitCode {
        match self {
            Self::Unusable(_) | Self::ToldUnusable => ExitCode::from(2),
            // `concord routes | head` is no failure.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Failed(_) | Self::Because { .. } | Self::Told | Self::Output(_) => {
                ExitCode::from(1)
            }
        }
    }

    /// What the person at the keyboard reads, with all causes; nothing when it was told already.
    #[must_use]
    pub fn story(&self) -> Option<String> {
        match self {
            Self::Told | Self::ToldUnusable => None,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            Self::Unusable(_) | Self::Failed(_) | Self::Because { .. } | Self::Output(_) => {
                Some(told(self))
            }
        }
    }
}

/// An error with all its causes, in one line.
#[must_use]
pub fn told(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
