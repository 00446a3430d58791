//! The tables `sessions` and `devices`.

use base::{Instant, Language, PersonId, Private, SessionId};
use store::{Row, Tx, WriteTx, installation_statements, values};

use super::{IDLE_SECONDS, LONGEST_SECONDS, SEEN_SECONDS, Session, Visitor, device::Device};
use crate::{Error, Secret, secret::SecretHash};

installation_statements! {
    FIND = "SELECT s.person, s.id, s.began_at, s.seen_at, s.authenticated_at, s.strong, a.name, a.language
        FROM sessions s JOIN accounts a ON a.id = s.person
        WHERE s.secret_hash = $1 AND a.closed_at IS NULL";
    SEEN = "UPDATE sessions SET seen_at = $3 WHERE person = $1 AND id = $2 AND seen_at <= $4";
    BEGIN = "INSERT INTO sessions
        (person, id, secret_hash, browser, system, began_at, seen_at, authenticated_at, strong)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $7)";
    PROVED = "UPDATE sessions SET secret_hash = $3, authenticated_at = $4, seen_at = $4, strong = $5
        WHERE person = $1 AND id = $2";
    LIST = "SELECT id, browser, system, began_at, seen_at, strong FROM sessions
        WHERE person = $1 AND seen_at > $2 AND began_at > $3 ORDER BY seen_at DESC, id LIMIT 100";
    END = "DELETE FROM sessions WHERE person = $1 AND id = $2";
    END_OTHERS = "DELETE FROM sessions WHERE person = $1 AND id <> $2";
    END_ALL = "DELETE FROM sessions WHERE person = $1";
    SWEEP = "DELETE FROM sessions WHERE seen_at <= $1";
    KNOW = "INSERT INTO devices (person, secret_hash, used_at) VALUES ($1, $2, $3)
        ON CONFLICT (person, secret_hash) DO UPDATE SET used_at = excluded.used_at";
    FORGET = "DELETE FROM devices WHERE person = $1 AND used_at <= $2";
    FORGET_ALL = "DELETE FROM devices WHERE person = $1";
}

/// How long a browser stays known without a sign-in.
const DEVICE_SECONDS: i64 = 400 * 86_400;

/// A live session with its person, found by the cookie's secret.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) person: PersonId,
    pub(crate) id: SessionId,
    pub(crate) began_at: Instant,
    pub(crate) seen_at: Instant,
    pub(crate) authenticated_at: Instant,
    pub(crate) strong: bool,
    pub(crate) name: Private<String>,
    pub(crate) language: Option<Language>,
}

pub(crate) async fn find(tx: &Tx, hash: &SecretHash) -> Result<Option<Found>, Error> {
    let found = |row: &Row| {
        Ok(Found {
            person: row.get("person")?,
            id: row.get("id")?,
            began_at: row.get("began_at")?,
            seen_at: row.get("seen_at")?,
            authenticated_at: row.get("authenticated_at")?,
            strong: row.get("strong")?,
            name: row.get("name")?,
            language: row.get("language")?,
        })
    };
    tx.optional(&FIND, values![*hash]).await?.as_ref().map(found).transpose()
}

/// Writes down that the session was used, unless another request just did.
pub(crate) async fn seen(
    tx: &mut WriteTx,
    person: PersonId,
    session: SessionId,
    now: Instant,
) -> Result<(), Error> {
    let values = values![person, session, now, now.plus_seconds(-SEEN_SECONDS)];
    tx.execute(&SEEN, values).await?;
    Ok(())
}

/// Writes a new session, and removes those that ended long ago.
pub(crate) async fn begin(
    tx: &mut WriteTx,
    (person, id): (PersonId, SessionId),
    secret: &Secret,
    visitor: &Visitor,
    (now, strong): (Instant, bool),
) -> Result<(), Error> {
    tx.execute(&SWEEP, values![now.plus_seconds(-LONGEST_SECONDS)]).await?;
    let Device { browser, system } = Device::of(&visitor.user_agent);
    let values = values![person, id, secret.hash(), browser, system, now, strong];
    tx.execute(&BEGIN, values).await?;
    Ok(())
}

/// Gives a session another secret, with the instant of the proof that asked for it.
pub(crate) async fn proved(
    tx: &mut WriteTx,
    (person, id): (PersonId, SessionId),
    secret: &Secret,
    (now, strong): (Instant, bool),
) -> Result<bool, Error> {
    let values = values![person, id, secret.hash(), now, strong];
    Ok(tx.execute(&PROVED, values).await? == 1)
}

pub(crate) async fn list(tx: &Tx, person: PersonId, now: Instant) -> Result<Vec<Session>, Error> {
    let session = |row: &Row| {
        Ok(Session {
            id: row.get("id")?,
            browser: row.get("browser")?,
            system: row.get("system")?,
            began_at: row.get("began_at")?,
            seen_at: row.get("seen_at")?,
            strong: row.get("strong")?,
        })
    };
    let (idle, oldest) = (now.plus_seconds(-IDLE_SECONDS), now.plus_seconds(-LONGEST_SECONDS));
    tx.query(&LIST, values![person, idle, oldest]).await?.iter().map(session).collect()
}

/// Ends one session; whether there was one.
pub(crate) async fn end(
    tx: &mut WriteTx,
    person: PersonId,
    session: SessionId,
) -> Result<bool, Error> {
    Ok(tx.execute(&END, values![person, session]).await? > 0)
}

/// Ends a person's sessions but one; all, when there is none to keep.
pub(crate) async fn end_others(
    tx: &mut WriteTx,
    person: PersonId,
    keep: Option<SessionId>,
) -> Result<(), Error> {
    match keep {
        Some(keep) => tx.execute(&END_OTHERS, values![person, keep]).await?,
        None => tx.execute(&END_ALL, values![person]).await?,
    };
    Ok(())
}

/// Ends all sessions of a person and forgets their browsers.
pub(crate) async fn end_all(tx: &mut WriteTx, person: PersonId) -> Result<(), Error> {
    tx.execute(&END_ALL, values![person]).await?;
    tx.execute(&FORGET_ALL, values![person]).await?;
    Ok(())
}

/// Remembers the browser for the person.
pub(crate) async fn know(
    tx: &mut WriteTx,
    person: PersonId,
    device: &SecretHash,
    now: Instant,
) -> Result<(), Error> {
    tx.execute(&FORGET, values![person, now.plus_seconds(-DEVICE_SECONDS)]).await?;
    tx.execute(&KNOW, values![person, *device, now]).await?;
    Ok(())
}
