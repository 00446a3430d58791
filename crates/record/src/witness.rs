//! Witnesses: programs of others that confirm that the log only ever grew.

use std::fmt::Write as _;

use ::store::log::Published;
use base::{Instant, Line};
use ledger::{Purpose, VerifierKey};

pub(crate) mod api;
pub(crate) mod ask;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod pages;
pub(crate) mod store;

base::id! {
    /// A witness of a log.
    pub WitnessId = "wit";
}

/// What a witness is called.
pub type Name = Line<120>;

/// Somebody outside who confirms the log.
#[derive(Debug, Clone)]
pub struct Witness {
    /// Its identifier.
    pub id: WitnessId,
    /// What it is called.
    pub name: Name,
    /// Its public key, as a line.
    pub verifier: String,
    /// Where it is asked; nothing when it comes by itself.
    pub address: Option<String>,
    /// How many entries the last state has that it confirmed.
    pub size: u64,
    pub(crate) confirmed_at: Option<Instant>,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) trouble_since: Option<Instant>,
}

base::words! {
    /// What can go wrong when a witness is asked.
    pub enum Trouble {
        /// It cannot be reached.
        Unreachable = "unreachable",
        /// It answers something that cannot be understood.
        Nonsense = "nonsense",
        /// It does not know this log.
        UnknownLog = "unknown_log",
        /// It does not believe the log's signature.
        NotBelieved = "not_believed",
        /// It confirmed more than we have: the log was taken back.
        Ahead = "ahead",
        /// It says that the log does not continue what it confirmed.
        Fork = "fork",
    }
}

impl Trouble {
    /// Whether it means that somebody may have been shown another past.
    pub(crate) const fn is_alarm(self) -> bool {
        match self {
            Self::Ahead | Self::Fork => true,
            Self::Unreachable | Self::Nonsense | Self::UnknownLog | Self::NotBelieved => false,
        }
    }
}

base::words! {
    /// How a witness stands to what strangers see.
    pub enum Standing {
        /// It confirmed the latest state.
        Current = "current",
        /// The latest state is young; it has time.
        Waiting = "waiting",
        /// It has not confirmed for longer than it should take.
        Behind = "behind",
        /// It never confirmed anything.
        New = "new",
        /// It says that the past is another.
        Alarm = "alarm",
    }
}

/// How long a witness may take, in seconds.
pub(crate) const PATIENCE_SECONDS: i64 = 600;

/// A state that the log's keys signed and that it never had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Split {
    pub size: u64,
    pub root: String,
    pub note: String,
    pub found_at: Instant,
}

impl Witness {
    /// How it stands at an instant to the latest state and the one before it.
    pub(crate) fn standing(
        &self,
        shown: Option<&Published>,
        before: Option<&Published>,
        now: Instant,
    ) -> Standing {
        if self.trouble.is_some_and(Trouble::is_alarm) {
            return Standing::Alarm;
        }
        let Some(shown) = shown else { return Standing::New };
        if self.size >= shown.size {
            return Standing::Current;
        }
        let late = |state: &Published| {
            self.size < state.size && now.seconds_since(state.at) > PATIENCE_SECONDS
        };
        if !late(shown) && !before.is_some_and(late) && self.trouble.is_none() {
            return if self.confirmed_at.is_some() { Standing::Waiting } else { Standing::New };
        }
        if self.confirmed_at.is_some() || self.trouble.is_some() {
            Standing::Behind
        } else {
            Standing::New
        }
    }
}

/// The key of a witness, if a line is one.
pub(crate) fn key(line: &str) -> Option<VerifierKey> {
    let key: VerifierKey = line.trim().parse().ok()?;
    match key.purpose() {
        Purpose::Cosignature | Purpose::MlDsaCosignature => Some(key),
        Purpose::Note => None,
    }
}

/// The policy of a log as a file of C2SP tlog-policy, for those who check it without us.
pub(crate) fn policy(log: &[VerifierKey], witnesses: &[Witness], quorum: i64) -> String {
    let mut text = String::from("# Who signs this log, and how many witnesses must confirm it.\n");
    for key in log {
        let _infallible = writeln!(text, "log {key}");
    }
    let mut names = Vec::new();
    for witness in witnesses {
        let address = witness.address.as_deref().map(|address| format!(" {address}"));
        let (id, key) = (witness.id, &witness.verifier);
        let _infallible = writeln!(text, "witness {id} {key}{}", address.unwrap_or_default());
        names.push(witness.id.to_string());
    }
    if quorum > 0 && !names.is_empty() {
        let names = names.join(" ");
        let _infallible = writeln!(text, "group witnesses {quorum} {names}\nquorum witnesses");
    } else {
        text.push_str("quorum none\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use base::Id as _;
    use ledger::{Policy, SigningKey};

    use super::*;

    fn witness(size: u64, trouble: Option<Trouble>) -> Witness {
        let key = SigningKey::new("w.example/1", Purpose::Cosignature, &[3; 32]).unwrap();
        Witness {
            id: WitnessId::from_bits(1),
            name: "State Auditor".parse().unwrap(),
            verifier: key.verifier().to_string(),
            address: None,
            size,
            confirmed_at: (size > 0).then_some(Instant::from_micros(0)),
            trouble,
            trouble_since: None,
        }
    }

    fn shown(at: i64) -> Published {
        Published { size: 256, at: Instant::from_micros(0).plus_seconds(at), note: String::new() }
    }

    #[test]
    fn a_witness_is_behind_when_it_takes_longer_than_it_should() {
        let at = |seconds| Instant::from_micros(0).plus_seconds(seconds);
        let standing = |witness: Witness, now| witness.standing(Some(&shown(0)), None, at(now));
        assert_eq!(standing(witness(256, None), 9_999), Standing::Current);
        assert_eq!(standing(witness(128, None), 600), Standing::Waiting);
        assert_eq!(standing(witness(128, None), 601), Standing::Behind);
        assert_eq!(standing(witness(0, None), 9_999), Standing::New);
        let before = Published { size: 192, ..shown(-900) };
        let missed = witness(128, None).standing(Some(&shown(0)), Some(&before), at(1));
        assert_eq!(missed, Standing::Behind, "it missed the one before");
        assert_eq!(standing(witness(0, Some(Trouble::Unreachable)), 1), Standing::Behind);
        assert_eq!(standing(witness(256, Some(Trouble::Fork)), 1), Standing::Alarm);
        assert_eq!(witness(0, None).standing(None, None, at(0)), Standing::New);
    }

    #[test]
    fn the_policy_is_one_that_strangers_read() {
        let log = SigningKey::new("log.example/a", Purpose::Note, &[1; 32]).unwrap();
        let keys = [log.verifier().clone()];
        for (witnesses, quorum) in
            [(vec![], 0), (vec![witness(0, None)], 1), (vec![witness(0, None)], 0)]
        {
            let text = policy(&keys, &witnesses, quorum);
            let read = Policy::read(text.as_bytes());
            assert!(read.is_ok_and(|policy| policy.names_logs()), "{text}");
        }
    }

    #[test]
    fn a_log_s_key_is_no_witness_s() {
        let log = SigningKey::new("log.example/a", Purpose::Note, &[1; 32]).unwrap();
        assert!(key(&log.verifier().to_string()).is_none());
        assert!(key(&witness(0, None).verifier).is_some());
    }
}
