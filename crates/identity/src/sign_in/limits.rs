//! How failed sign-ins slow the next one down, and whom they never do.
//!
//! Each attempt is counted under a few keys; a key that failed often makes the next attempt under
//! the same key wait. Invariant: no key holds the account alone, so a stranger's failures make
//! strangers wait and never the person's own browser. `docs/decisions/0006-sign-in-limits.md`
//! says why.

use std::net::IpAddr;

use base::{EmailAddress, Instant, SessionId};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::secret::SecretHash;

/// From where somebody tries to sign in.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    /// The address, as far as the nearest proxy that we trust.
    pub(crate) address: IpAddr,
    /// The browser, when this account signed in from it before.
    pub(crate) device: Option<SecretHash>,
}

/// How many failures are free, and how long the next ones wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    free: i64,
    first_seconds: i64,
    longest_seconds: i64,
    forgets_seconds: i64,
}

/// One browser of the person against their own account.
const DEVICE: Limit =
    Limit { free: 10, first_seconds: 2, longest_seconds: 300, forgets_seconds: 3_600 };

/// One unknown network against one account.
const NETWORK_ON_ACCOUNT: Limit =
    Limit { free: 5, first_seconds: 2, longest_seconds: 900, forgets_seconds: 86_400 };

/// One network against all accounts: a whole agency may stand behind one address.
const NETWORK: Limit =
    Limit { free: 100, first_seconds: 1, longest_seconds: 60, forgets_seconds: 900 };

/// What costs us work and proves nothing: links asked for, passkey challenges.
const ASKING: Limit =
    Limit { free: 200, first_seconds: 1, longest_seconds: 60, forgets_seconds: 900 };

/// All unknown networks against one account. It never makes anyone wait: beyond it a right
/// password from an unknown browser is confirmed by mail, and answers stop telling right from
/// wrong.
const UNKNOWN_ON_ACCOUNT: Limit =
    Limit { free: 50, first_seconds: 0, longest_seconds: 0, forgets_seconds: 86_400 };

/// A counter's name, and what it allows. The name is a hash: people type their password where
/// their address belongs, and it must not stay here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counter {
    pub(crate) key: String,
    pub(crate) limit: Limit,
}

/// What a counter has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) failures: i64,
    pub(crate) last_at: Instant,
}

/// The counters that stand between this origin and this account.
pub(crate) fn counters(email: &EmailAddress, origin: &Origin) -> Vec<Counter> {
    let email = email.as_str();
    if let Some(device) = &origin.device {
        return vec![counter("device", &[email, device.as_str()], DEVICE)];
    }
    let network = network(origin.address);
    vec![
        counter("network-account", &[email, &network], NETWORK_ON_ACCOUNT),
        counter("network", &[&network], NETWORK),
        unknown_on_account(email),
    ]
}

/// The counter of one network's requests that prove nothing.
pub(crate) fn asking(address: IpAddr) -> Counter {
    counter("asking", &[&network(address)], ASKING)
}

/// The counter of one session that proves again who its person is.
pub(crate) fn proving(session: SessionId) -> Counter {
    counter("session", &[&session.to_string()], DEVICE)
}

/// The counter of all unknown browsers against one account.
fn unknown_on_account(email: &str) -> Counter {
    counter("unknown-account", &[email], UNKNOWN_ON_ACCOUNT)
}

impl Counter {
    /// How many seconds this counter still makes one wait.
    pub(crate) fn wait_seconds(&self, seen: Option<Seen>, now: Instant) -> i64 {
        let Some(seen) = self.remembered(seen, now) else { return 0 };
        let beyond = seen.failures - self.limit.free;
        if beyond < 0 {
            return 0;
        }
        let doubled = self.limit.first_seconds.saturating_mul(1_i64 << beyond.min(20));
        let delay = doubled.min(self.limit.longest_seconds);
        (delay - now.seconds_since(seen.last_at)).max(0)
    }

    /// Whether as many failed as this counter lets pass.
    pub(crate) fn is_exhausted(&self, seen: Option<Seen>, now: Instant) -> bool {
        self.remembered(seen, now).is_some_and(|seen| seen.failures >= self.limit.free)
    }

    /// Whether people who have nothing to do with each other count here together.
    pub(crate) fn is_shared(&self) -> bool {
        self.limit == NETWORK || self.limit == ASKING || self.asks_for_mail()
    }

    /// Whether this is the counter that asks for a confirmation by mail.
    pub(crate) fn asks_for_mail(&self) -> bool {
        self.limit == UNKNOWN_ON_ACCOUNT
    }

    /// What was seen, unless it lies back long enough to be forgotten.
    pub(crate) fn remembered(&self, seen: Option<Seen>, now: Instant) -> Option<Seen> {
        seen.filter(|seen| now.seconds_since(seen.last_at) < self.limit.forgets_seconds)
    }
}

fn counter(kind: &'static str, parts: &[&str], limit: Limit) -> Counter {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    Counter { key: format!("{kind}:{}", HEXLOWER.encode(&hash.finalize())), limit }
}

/// The network that one household or office has: an IPv4 address, or the upper half of an IPv6
/// one, whose lower half each device changes at will.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;

    fn email() -> EmailAddress {
        "alicia@housing.example".parse().unwrap()
    }

    fn from(address: &str, device: Option<u8>) -> Origin {
        Origin {
            address: address.parse().unwrap(),
            device: device.map(|seed| Secret::new([seed; 32]).hash()),
        }
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_micros(0).plus_seconds(seconds)
    }

    #[test]
    fn a_known_browser_shares_no_counter_with_any_stranger() {
        let own: Vec<String> =
            counters(&email(), &from("10.0.0.1", Some(1))).into_iter().map(|c| c.key).collect();
        for stranger in [from("10.0.0.1", None), from("10.9.9.9", None), from("::1", Some(2))] {
            for counter in counters(&email(), &stranger) {
                assert!(!own.contains(&counter.key));
            }
        }
    }

    #[test]
    fn the_counter_that_all_strangers_share_never_makes_anyone_wait() {
        let shared: Vec<Counter> = counters(&email(), &from("10.0.0.1", None))
            .into_iter()
            .filter(|one| counters(&email(), &from("10.0.0.2", None)).contains(one))
            .collect();
        assert_eq!(shared.len(), 1);
        let seen = Some(Seen { failures: 1_000_000, last_at: at(0) });
        assert!(shared.iter().all(|counter| counter.wait_seconds(seen, at(0)) == 0));
        assert!(shared.iter().all(|counter| counter.is_exhausted(seen, at(0))));
    }

    #[test]
    fn the_wait_doubles_up_to_its_longest_and_is_forgotten() {
        let counter = counters(&email(), &from("10.0.0.1", None)).remove(0);
        let wait =
            |failures, now| counter.wait_seconds(Some(Seen { failures, last_at: at(0) }), at(now));
        assert_eq!(wait(4, 0), 0);
        assert_eq!(wait(5, 0), 2);
        assert_eq!(wait(6, 1), 3);
        assert_eq!(wait(60, 0), 900);
        assert_eq!(wait(60, 900), 0);
        assert_eq!(counter.wait_seconds(None, at(0)), 0);
        assert!(!counter.is_exhausted(Some(Seen { failures: 60, last_at: at(0) }), at(86_400)));
    }

    #[test]
    fn a_household_is_one_network_however_many_addresses_it_has() {
        let of = |address: &str| network(address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:aaaa::1"), of("2001:db8:1:2:bbbb::2"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:10.0.0.1"), of("10.0.0.1"));
    }
}
