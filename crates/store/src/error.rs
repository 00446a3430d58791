//! What can go wrong on the way to the data.

use std::error::Error as StdError;

use base::{FieldProblem, Kind, Problem};

/// A failure at one of the two doors to the data, or behind it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not there, or not for the caller to know of.
    #[error("{what} was not found")]
    Missing {
        /// What was looked for.
        what: &'static str,
    },
    /// Nobody is signed in.
    #[error("sign in first")]
    SignIn,
    /// The action asks for a fresh proof of identity.
    #[error("sign in again to go on")]
    StepUp,
    /// The caller's roles do not carry the permission.
    #[error("your role does not allow `{permission}`")]
    Forbidden {
        /// The permission's name.
        permission: &'static str,
    },
    /// The token was not given the scope.
    #[error("this token lacks the scope `{scope}`")]
    TokenScope {
        /// The scope that would do.
        scope: String,
    },
    /// A record with this key is there already.
    #[error("a record with this key exists")]
    Duplicate {
        /// The constraint or columns that refused, for the one who catches it.
        constraint: String,
    },
    /// The record was changed by somebody else since it was read.
    #[error("the record changed since you read it; load it again")]
    Stale,
    /// The same request was carried out before.
    #[error("this request was already carried out")]
    Repeated,
    /// The page mark in the address is not one of ours.
    #[error("the mark `after` is not one that a list gave out; start from the first page")]
    Cursor,
    /// A text holds NUL, which is no text: one database refuses it and the other would keep it.
    #[error("a text holds the sign NUL; remove it")]
    Nul,
    /// The database is busy or away.
    #[error("the database cannot answer now")]
    Unavailable(#[source] Box<dyn StdError + Send + Sync>),
    /// Two writers stood in each other's way; nothing was written and a repeat may pass.
    #[error("another change came in between")]
    Contended(#[source] Box<dyn StdError + Send + Sync>),
    /// Our mistake.
    #[error("the record could not be read or written")]
    Fault(#[source] Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// A fault with a sentence for the log.
    #[must_use]
    pub fn fault(message: impl Into<String>) -> Self {
        Self::Fault(message.into().into())
    }

    /// Whether the same work may pass when it is tried again at once.
    #[must_use]
    pub const fn is_contended(&self) -> bool {
        matches!(self, Self::Contended(_))
    }
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Missing { .. } => Kind::Missing,
            Self::SignIn => Kind::SignIn,
            Self::StepUp => Kind::StepUp,
            Self::Forbidden { .. } | Self::TokenScope { .. } => Kind::Forbidden,
            Self::Duplicate { .. } | Self::Repeated => Kind::Conflict,
            Self::Stale => Kind::Stale,
            Self::Cursor | Self::Nul => Kind::Invalid,
            Self::Unavailable(_) | Self::Contended(_) => Kind::Unavailable,
            Self::Fault(_) => Kind::Fault,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "not_found",
            Self::SignIn => "sign_in_needed",
            Self::StepUp => "step_up_needed",
            Self::Forbidden { .. } => "forbidden",
            Self::TokenScope { .. } => "token_scope",
            Self::Duplicate { .. } => "duplicate",
            Self::Stale => "stale",
            Self::Repeated => "repeated",
            Self::Cursor => "cursor_unknown",
            Self::Nul => "text_with_nul",
            Self::Unavailable(_) | Self::Contended(_) => "unavailable",
            Self::Fault(_) => "fault",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TokenScope { scope } => vec![("scope", scope.clone())],
            Self::Forbidden { permission } => vec![("permission", (*permission).to_owned())],
            Self::Missing { .. }
            | Self::SignIn
            | Self::StepUp
            | Self::Duplicate { .. }
            | Self::Stale
            | Self::Repeated
            | Self::Cursor
            | Self::Nul
            | Self::Unavailable(_)
            | Self::Contended(_)
            | Self::Fault(_) => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        &[]
    }
}

impl From<base::ValueError> for Error {
    fn from(error: base::ValueError) -> Self {
        Self::Fault(Box::new(error))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Fault(Box::new(error))
    }
}
