//! Accounts: who a person is, in the whole installation.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

use base::{EmailAddress, Instant, Language, Line, PersonId, Private};

/// A person's name as colleagues see it.
pub type PersonName = Line<100>;

/// A person's account.
#[derive(Debug, Clone)]
pub struct Account {
    /// The person.
    pub id: PersonId,
    /// The address that mails go to, and that the person signs in with.
    pub email: Private<EmailAddress>,
    /// The name that colleagues see.
    pub name: Private<PersonName>,
    /// The language of mails, and of pages whose address says none.
    pub language: Option<Language>,
    /// Since when.
    pub created_at: Instant,
    /// When it was closed; then nobody can sign in to it.
    pub closed_at: Option<Instant>,
}

/// What an account is made of.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Its address.
    pub email: EmailAddress,
    /// The person's name.
    pub name: PersonName,
    /// Their language.
    pub language: Option<Language>,
}
