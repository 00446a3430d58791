//! Argon2id, and how much of it runs at once.

use std::sync::atomic::{AtomicU64, Ordering};

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher as _, PasswordVerifier as _, Version,
};
use base::Private;
use tokio::sync::Semaphore;

use super::Password;
use crate::Error;

/// Hashes passwords, a few at a time: each needs 19 MiB for about 20 ms.
#[derive(Debug)]
pub struct Hashing {
    cost: Cost,
    turns: Semaphore,
    done: AtomicU64,
}

/// How dear one guess is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// What OWASP's Password Storage Cheat Sheet asks of argon2id: 19 MiB, 2 passes, 1 lane.
    Owasp,
    /// As little as argon2 can do; for tests and for the made-up people of the demo.
    Least,
}

impl Cost {
    const fn parameters(self) -> (u32, u32, u32) {
        match self {
            Self::Owasp => (19 * 1024, 2, 1),
            Self::Least => (8, 1, 1),
        }
    }
}

/// Whether a password was the right one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It was not.
    Wrong,
    /// It was.
    Right,
    /// It was, and it is kept at another cost than today's: keep this one instead.
    RightButOld,
}

impl Hashing {
    /// Hashing at this cost.
    #[must_use]
    pub fn new(cost: Cost) -> Self {
        Self { cost, turns: Semaphore::new(4), done: AtomicU64::new(0) }
    }

    /// How often a password was hashed since the program began.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// The text to keep for a new password; `salt` is 256 bits of chance, of which half are used.
    pub(crate) async fn keep(
        &self,
        password: Password,
        salt: [u8; 32],
    ) -> Result<Private<String>, Error> {
        let argon2 = self.argon2()?;
        let (salt, _rest) = salt.split_at(16);
        let salt = salt.to_vec();
        self.in_turn(move || {
            let kept = argon2.hash_password_with_salt(password.as_bytes(), &salt);
            kept.map(|kept| Private::new(kept.to_string())).map_err(fault)
        })
        .await
    }

    /// Whether `password` is the one that `kept` was made of. Without `kept`, when there is no such
    /// account, it takes as long and is wrong.
    pub(crate) async fn compare(
        &self,
        password: Password,
        kept: Option<Private<String>>,
    ) -> Result<Verdict, Error> {
        let argon2 = self.argon2()?;
        let today = self.cost.parameters();
        self.in_turn(move || {
            let Some(kept) = kept else {
                argon2.hash_password_with_salt(password.as_bytes(), &[0; 16]).map_err(fault)?;
                return Ok(Verdict::Wrong);
            };
            let kept = PasswordHash::new(kept.expose()).map_err(fault)?;
            if argon2.verify_password(password.as_bytes(), &kept).is_err() {
                return Ok(Verdict::Wrong);
            }
            let then = Params::try_from(&kept).map_err(fault)?;
            let then = (then.m_cost(), then.t_cost(), then.p_cost());
            Ok(if then == today { Verdict::Right } else { Verdict::RightButOld })
        })
        .await
    }

    fn argon2(&self) -> Result<Argon2<'static>, Error> {
        let (memory, passes, lanes) = self.cost.parameters();
        let parameters = Params::new(memory, passes, lanes, None).map_err(fault)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters))
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let _turn = self.turns.acquire().await.map_err(fault)?;
        self.done.fetch_add(1, Ordering::Relaxed);
        tokio::task::spawn_blocking(work).await.map_err(fault)?
    }
}

fn fault(source: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Hashing(Box::new(source))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Password {
        Password::typed(text).unwrap()
    }

    #[tokio::test]
    async fn a_password_is_kept_as_owasp_asks_and_found_again() {
        let hashing = Hashing::new(Cost::Owasp);
        let kept = hashing.keep(password("seven herons at the weir"), [7; 32]).await.unwrap();
        assert!(kept.expose().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let right = hashing.compare(password("seven herons at the weir"), Some(kept.clone())).await;
        assert_eq!(right.unwrap(), Verdict::Right);
        let wrong = hashing.compare(password("six herons at the weir"), Some(kept)).await;
        assert_eq!(wrong.unwrap(), Verdict::Wrong);
        assert_eq!(hashing.done(), 3);
    }

    #[tokio::test]
    async fn a_password_of_former_times_is_to_be_kept_anew() {
        let kept = Hashing::new(Cost::Least).keep(password("seven herons"), [7; 32]).await.unwrap();
        let today = Hashing::new(Cost::Owasp);
        let verdict = today.compare(password("seven herons"), Some(kept)).await.unwrap();
        assert_eq!(verdict, Verdict::RightButOld);
    }

    #[tokio::test]
    async fn no_account_costs_a_hash_too() {
        let hashing = Hashing::new(Cost::Least);
        let verdict = hashing.compare(password("seven herons"), None).await.unwrap();
        assert_eq!((verdict, hashing.done()), (Verdict::Wrong, 1));
    }
}
