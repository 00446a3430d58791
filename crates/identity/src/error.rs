//! What can go wrong with accounts and signing in.

use std::error::Error as StdError;

use base::{FieldProblem, Kind, Problem};

/// Why an account, a sign-in or a link did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data could not be reached, or may not be.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Some fields hold what cannot be taken.
    #[error("some fields were refused: see `fields`")]
    Refused(Vec<FieldProblem>),
    /// Signing in failed often here.
    #[error("too many tries failed; wait {wait_seconds} seconds and try again")]
    TooManyTries {
        /// How long to wait.
        wait_seconds: i64,
    },
    /// The link was used, was replaced, or its time is over.
    #[error("this link ended; ask for a new one")]
    LinkEnded,
    /// No token of ours, or one that was taken back or ended.
    #[error("this token is unknown or ended; make a new one on your security page")]
    TokenUnknown,
    /// Another account has this address.
    #[error("another account has this address; sign in to it instead")]
    AddressTaken,
    /// The passkey was not used in time, or in another browser.
    #[error("the passkey was not used in time; try again")]
    CeremonyEnded,
    /// The passkey's answer does not prove anything.
    #[error("the passkey's answer was not taken; try again or use another one")]
    PasskeyRefused(#[source] Box<dyn StdError + Send + Sync>),
    /// The address that people open holds no name that a passkey can be bound to.
    #[error("passkeys need an address with a name; open this site by its name")]
    PasskeysUnavailable,
    /// There are as many as one person may have.
    #[error("you have {most} of these, the most that are kept; remove one first")]
    Full {
        /// How many are kept.
        most: usize,
    },
    /// A password could not be hashed.
    #[error("the password could not be hashed")]
    Hashing(#[source] Box<dyn StdError + Send + Sync>),
    /// A mail could not be handed over.
    #[error("the mail could not be sent")]
    Mail(#[source] Box<dyn StdError + Send + Sync>),
    /// The program was started without what identity needs.
    #[error("{0}")]
    Unprepared(&'static str),
}

impl Error {
    /// The refusal of one field.
    #[must_use]
    pub(crate) fn field(field: &str, code: &'static str) -> Self {
        Self::field_with(field, code, Vec::new())
    }

    /// The refusal of one field, with what its message needs.
    #[must_use]
    pub(crate) fn field_with(
        field: &str,
        code: &'static str,
        args: Vec<(&'static str, String)>,
    ) -> Self {
        Self::Refused(vec![FieldProblem { field: field.to_owned(), code, args }])
    }

    /// The one answer to a wrong password, an unknown address and a closed account.
    #[must_use]
    pub(crate) fn wrong_sign_in() -> Self {
        Self::field("password", "sign_in_wrong")
    }
}

impl Problem for Error {
    fn kind(&self) -> Kind {
        match self {
            Self::Store(error) => error.kind(),
            Self::Refused(_) | Self::PasskeyRefused(_) => Kind::Invalid,
            Self::TooManyTries { .. } => Kind::TooMany,
            Self::LinkEnded => Kind::Missing,
            Self::TokenUnknown => Kind::SignIn,
            Self::AddressTaken | Self::CeremonyEnded | Self::Full { .. } => Kind::Conflict,
            Self::PasskeysUnavailable | Self::Mail(_) => Kind::Unavailable,
            Self::Hashing(_) | Self::Unprepared(_) => Kind::Fault,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Refused(_) => "invalid",
            Self::TooManyTries { .. } => "too_many_tries",
            Self::LinkEnded => "link_ended",
            Self::TokenUnknown => "token_unknown",
            Self::AddressTaken => "address_taken",
            Self::CeremonyEnded => "ceremony_ended",
            Self::PasskeyRefused(_) => "passkey_refused",
            Self::PasskeysUnavailable => "passkeys_unavailable",
            Self::Full { .. } => "full",
            Self::Hashing(_) | Self::Unprepared(_) => "fault",
            Self::Mail(_) => "mail_unavailable",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Store(error) => error.args(),
            Self::TooManyTries { wait_seconds } => vec![("seconds", wait_seconds.to_string())],
            Self::Full { most } => vec![("most", most.to_string())],
            Self::Refused(_)
            | Self::LinkEnded
            | Self::TokenUnknown
            | Self::AddressTaken
            | Self::CeremonyEnded
            | Self::PasskeyRefused(_)
            | Self::PasskeysUnavailable
            | Self::Hashing(_)
            | Self::Mail(_)
            | Self::Unprepared(_) => Vec::new(),
        }
    }

    fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Store(error) => error.fields(),
            Self::Refused(fields) => fields,
            Self::TooManyTries { .. }
            | Self::LinkEnded
            | Self::TokenUnknown
            | Self::AddressTaken
            | Self::CeremonyEnded
            | Self::PasskeyRefused(_)
            | Self::PasskeysUnavailable
            | Self::Full { .. }
            | Self::Hashing(_)
            | Self::Mail(_)
            | Self::Unprepared(_) => &[],
        }
    }
}
