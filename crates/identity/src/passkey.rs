//! Passkeys: keys in a person's devices that sign them in and can't be asked for by a false site.

pub(crate) mod api;
pub(crate) mod ceremony;
pub(crate) mod commands;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

use base::{Instant, Line, PersonId};
use webauthn_rs::prelude::Uuid;

base::id! {
    /// Names a passkey.
    pub PasskeyId = "pky";
}

/// What its owner calls a passkey.
pub type PasskeyName = Line<60>;

/// How many a person may have.
pub(crate) const MOST: usize = 20;

/// A passkey as its owner sees it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) id: PasskeyId,
    pub(crate) name: PasskeyName,
    pub(crate) made_at: Instant,
    pub(crate) used_at: Option<Instant>,
}

/// A passkey with what proves it.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) id: PasskeyId,
    pub(crate) person: PersonId,
    pub(crate) key: webauthn_rs::prelude::Passkey,
}

/// The name of a person towards authenticators: their identifier's own bits.
pub(crate) fn handle_of(person: PersonId) -> Uuid {
    Uuid::from_u128(base::Id::bits(person))
}

/// The person of an authenticator's handle.
pub(crate) fn person_of(handle: Uuid) -> PersonId {
    base::Id::from_bits(handle.as_u128())
}
