//! What a page is about to ask anyhow is asked together with who sends the request: on a server that is a trip of its own
//! for each, and all of them fit in one. Whose cookies they are is guessed from the last request that sent them.
//!
//! Invariant: a guess opens nothing. What was asked for the wrong person is thrown away, and the authorization point finds
//! a place only by the person that a session was found for, in the same look at the data.

use std::{
    collections::HashMap,
    hash::{BuildHasher as _, RandomState},
    sync::{Mutex, PoisonError},
};

use base::{Actor, Instant, PersonId, Private, SignedIn};
use futures_util::future::{OptionFuture, join};
use http::{HeaderMap, header};
use store::{Cx, Permission};

use crate::{Failure, context::Bell};

/// So many are remembered; for one more, any other is forgotten.
const CALLERS: usize = 10_000;

/// Whose cookies were sent, by a hash that is good for nothing else.
#[derive(Debug, Default)]
pub(crate) struct Callers {
    hasher: RandomState,
    known: Mutex<HashMap<u64, PersonId>>,
}

impl Callers {
    /// Who sent these cookies the last time.
    pub(crate) fn guess(&self, headers: &HeaderMap) -> Option<PersonId> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&self.key(headers)?).copied()
    }

    /// Remembers who was signed in with these cookies.
    pub(crate) fn note(&self, headers: &HeaderMap, actor: &Actor) {
        let person = actor.person().filter(|person| person.session.is_some());
        let (Some(key), Some(person)) = (self.key(headers), person) else { return };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= CALLERS
            && !known.contains_key(&key)
            && let Some(any) = known.keys().next().copied()
        {
            known.remove(&any);
        }
        known.insert(key, person.person);
    }

    fn key(&self, headers: &HeaderMap) -> Option<u64> {
        Some(self.hasher.hash_one(headers.get(header::COOKIE)?.as_bytes()))
    }
}

/// What was found for somebody before it was known who they are.
pub(crate) struct Ahead {
    person: PersonId,
    bell: Option<Result<i64, Failure>>,
}

impl Ahead {
    /// Looks for the bell's number and for the place of a page, for somebody who may not be the one who asks.
    pub(crate) async fn look(
        cx: Cx,
        person: PersonId,
        permissions: &'static [Permission],
        bell: Option<Bell>,
    ) -> Self {
        let cx = cx.acting(Actor::Person(guessed(person)));
        let bell = OptionFuture::from(bell.map(|count| count(cx.clone())));
        let (bell, ()) = join(bell, stand(&cx, permissions)).await;
        Self { person, bell }
    }

    /// The bell's number, when it was looked for and is that of the one who asks: by a session, since a
    /// token may do less than its person.
    pub(crate) fn bell_of(self, actor: &Actor) -> Option<Result<i64, Failure>> {
        let is_theirs = |one: &SignedIn| one.person == self.person && one.session.is_some();
        self.bell.filter(|_| actor.person().is_some_and(is_theirs))
    }
}

/// Looks for where the reader stands: their place in a partnership, or how far all of theirs are. It is
/// kept with the look that all of the page shares; a refusal is told to the one who asks.
async fn stand(cx: &Cx, permissions: &'static [Permission]) {
    if let Some(permission) = permissions.iter().find(|one| one.is_in_a_partnership()) {
        drop(cx.admits(*permission).await);
    } else if let Some(permission) = permissions.iter().find(|one| one.is_ones_own())
        && let Ok(tx) = cx.read(*permission).await
    {
        drop(tx.my_heads().await);
    }
}

/// Somebody of whom nothing is known but who they may be.
fn guessed(person: PersonId) -> SignedIn {
    SignedIn {
        person,
        name: Private::new(String::new()),
        language: None,
        session: None,
        authenticated_at: Instant::from_micros(0),
        strong: false,
        scopes: None,
        partnership: None,
    }
}
