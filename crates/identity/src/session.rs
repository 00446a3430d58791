//! Sessions: browsers in which a person is signed in.

pub(crate) mod api;
pub(crate) mod commands;
pub(crate) mod device;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod store;

use std::net::IpAddr;

use base::{Instant, PersonId, SessionId};

use crate::Secret;

/// A session ends after so long without a request.
pub(crate) const IDLE_SECONDS: i64 = 12 * 3_600;

/// A session ends after so long in any case.
pub(crate) const LONGEST_SECONDS: i64 = 7 * 86_400;

/// How often a session's last request is written down, and how exactly it is shown: a list of
/// sessions need not tell when its owner took a break.
pub(crate) const SEEN_SECONDS: i64 = 300;

base::words! {
    /// How a person proved who they are.
    pub enum Proof {
        /// With their password.
        Password = "password",
        /// With a passkey, which no imitation of this site can ask for.
        Passkey = "passkey",
        /// With a link that was sent to them.
        Link = "link",
    }
}

/// Who stands at the door, as far as the request tells.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// The address, as far as the nearest proxy that we trust.
    pub(crate) address: IpAddr,
    /// What the browser calls itself.
    pub(crate) user_agent: String,
    /// What this browser was given when somebody signed in to it.
    pub(crate) device: Option<Secret>,
    /// The session that this browser had; a new one takes its place.
    pub(crate) session: Option<(PersonId, SessionId)>,
}

/// What a browser is given when its person signed in.
#[derive(Debug, Clone)]
pub(crate) struct Admitted {
    /// The session's secret, for the cookie.
    pub(crate) session: Secret,
    /// The browser's secret, for the cookie that lasts.
    pub(crate) device: Secret,
}

/// A session as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) id: SessionId,
    pub(crate) browser: String,
    pub(crate) system: String,
    pub(crate) began_at: Instant,
    pub(crate) seen_at: Instant,
    pub(crate) strong: bool,
}

/// Whether a session that began and was seen at these instants still lives.
pub(crate) fn lives(began_at: Instant, seen_at: Instant, now: Instant) -> bool {
    now.seconds_since(seen_at) < IDLE_SECONDS && now.seconds_since(began_at) < LONGEST_SECONDS
}

impl Session {
    /// When the session was last used, as exactly as its owner is told.
    pub(crate) fn seen_about(&self) -> Instant {
        let step = SEEN_SECONDS * 1_000_000;
        Instant::from_micros(self.seen_at.micros().div_euclid(step) * step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(0).plus_seconds(seconds)
    }

    #[test]
    fn a_session_ends_when_idle_and_ends_in_any_case() {
        assert!(lives(at(0), at(0), at(IDLE_SECONDS - 1)));
        assert!(!lives(at(0), at(0), at(IDLE_SECONDS)));
        assert!(lives(at(0), at(LONGEST_SECONDS - 2), at(LONGEST_SECONDS - 1)));
        assert!(!lives(at(0), at(LONGEST_SECONDS - 1), at(LONGEST_SECONDS)));
    }
}
