//! The table `sign_in_failures`, and what a sign-in needs of an account.

use base::{EmailAddress, Instant, PersonId, Private};
use store::{Tx, WriteTx, installation_statements, values};

use super::limits::{Counter, Seen};
use crate::{Error, secret::SecretHash};

installation_statements! {
    CANDIDATE = "SELECT a.id, a.email, a.name, p.kept, d.used_at
        FROM accounts a
        LEFT JOIN passwords p ON p.person = a.id
        LEFT JOIN devices d ON d.person = a.id AND d.secret_hash = $2
        WHERE a.email = $1 AND a.closed_at IS NULL";
    // Unused places repeat the last key.
    SEEN = "SELECT id, failures, last_at FROM sign_in_failures WHERE id IN ($1, $2, $3)";
    COUNT = "INSERT INTO sign_in_failures (id, failures, last_at) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at";
    FORGET = "DELETE FROM sign_in_failures WHERE id = $1";
    SWEEP = "DELETE FROM sign_in_failures WHERE last_at <= $1";
}

/// The longest that any counter remembers.
const LONGEST_SECONDS: i64 = 86_400;

/// The account that somebody tries to sign in to.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) person: PersonId,
    /// What is kept of its password; some have none.
    pub(crate) kept: Option<Private<String>>,
    /// Whether it was signed in to from this browser before.
    pub(crate) known: bool,
}

pub(crate) async fn candidate(
    tx: &Tx,
    email: &EmailAddress,
    device: Option<&SecretHash>,
) -> Result<Option<Candidate>, Error> {
    let device = device.map_or("", SecretHash::as_str);
    let Some(row) = tx.optional(&CANDIDATE, values![*email, *device]).await? else {
        return Ok(None);
    };
    Ok(Some(Candidate {
        person: row.get("id")?,
        kept: row.get("kept")?,
        known: row.get::<Option<Instant>>("used_at")?.is_some(),
    }))
}

/// What each counter has seen, in the counters' order.
pub(crate) async fn seen(tx: &Tx, counters: &[Counter]) -> Result<Vec<Option<Seen>>, Error> {
    let Some(last) = counters.last() else { return Ok(Vec::new()) };
    let padded = counters.iter().chain(std::iter::repeat(last)).take(3);
    let keys = padded.map(|counter| base::Value::Text(counter.key.clone())).collect();
    let mut found = Vec::new();
    for row in tx.query(&SEEN, keys).await? {
        let seen = Seen { failures: row.get("failures")?, last_at: row.get("last_at")? };
        found.push((row.get::<String>("id")?, seen));
    }
    let of = |counter: &Counter| found.iter().find(|(key, _)| *key == counter.key).map(|one| one.1);
    Ok(counters.iter().map(of).collect())
}

/// Sets what a counter has seen.
pub(crate) async fn count(tx: &mut WriteTx, counter: &Counter, seen: Seen) -> Result<(), Error> {
    if seen.failures > 0 {
        tx.execute(&COUNT, values![counter.key, seen.failures, seen.last_at]).await?;
    } else {
        tx.execute(&FORGET, values![counter.key]).await?;
    }
    Ok(())
}

/// Removes what every counter has forgotten.
pub(crate) async fn sweep(tx: &mut WriteTx, now: Instant) -> Result<(), Error> {
    tx.execute(&SWEEP, values![now.plus_seconds(-LONGEST_SECONDS)]).await?;
    Ok(())
}
