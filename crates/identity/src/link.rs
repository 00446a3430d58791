//! Links that let their holder do one thing: choose a new password, take a new address, sign in.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod pages;
pub(crate) mod store;

use base::{EmailAddress, Instant, PersonId};

base::id! {
    /// Names a link.
    pub(crate) LinkId = "lnk";
}

base::words! {
    /// What a link is good for.
    pub(crate) enum Purpose {
        /// Choosing a new password.
        Recover = "recover",
        /// Taking a new e-mail address.
        NewAddress = "new_address",
        /// Signing in.
        SignIn = "sign_in",
    }
}

impl Purpose {
    /// How long such a link lasts.
    pub(crate) const fn seconds(self) -> i64 {
        match self {
            Self::Recover | Self::NewAddress => 3_600,
            Self::SignIn => 900,
        }
    }

    /// Where such a link leads; its secret follows.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Recover => "/recover/",
            Self::NewAddress => "/me/account/address/",
            Self::SignIn => "/sign-in/link/",
        }
    }
}

/// How often a link may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Once.
    Once,
    /// Until it ends; for the made-up people of the demo only.
    Often,
}

/// A link that has not ended.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) id: LinkId,
    pub(crate) person: PersonId,
    pub(crate) email: Option<EmailAddress>,
    pub(crate) uses: Use,
}

/// A sign-in link for somebody to hand on.
#[derive(Debug, Clone)]
pub struct IssuedLink {
    /// The address that signs its opener in.
    pub address: String,
    /// Until when.
    pub ends_at: Instant,
}
