//! Signing in with a password, and proving again who one is.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod limits;
pub(crate) mod pages;
pub(crate) mod store;

use base::EmailAddress;

use crate::{password::Password, session::Admitted};

/// What somebody types to sign in.
#[derive(Debug, Clone)]
pub(crate) struct SignIn {
    /// The address of the account.
    pub(crate) email: EmailAddress,
    /// Its password.
    pub(crate) password: Password,
}

/// What became of it.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// The person is signed in.
    In(Admitted),
    /// Too many strangers failed at this account: if the password was right, a link went to its
    /// person. Nobody is told which.
    ByMail,
}
