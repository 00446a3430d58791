//! The tables `passkeys` and `ceremonies`.

use base::{Instant, PersonId};
use data_encoding::BASE64URL_NOPAD;
use serde::{Serialize, de::DeserializeOwned};
use store::{Row, Tx, WriteTx, installation_statements, values};
use webauthn_rs::prelude::Passkey;

use super::{
    Kept, Listed, PasskeyId, PasskeyName,
    ceremony::{CeremonyId, Purpose},
};
use crate::Error;

installation_statements! {
    LIST = "SELECT id, name, made_at, used_at FROM passkeys WHERE person = $1 ORDER BY made_at, id";
    KEPT = "SELECT id, person, credential FROM passkeys WHERE person = $1 ORDER BY made_at, id";
    BY_CREDENTIAL = "SELECT p.id, p.person, p.credential
        FROM passkeys p JOIN accounts a ON a.id = p.person
        WHERE p.credential_id = $1 AND p.person = $2 AND a.closed_at IS NULL";
    INSERT = "INSERT INTO passkeys (person, id, name, credential_id, credential, made_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (credential_id) DO NOTHING";
    USED = "UPDATE passkeys SET credential = $3, used_at = $4 WHERE person = $1 AND id = $2";
    RENAME = "UPDATE passkeys SET name = $3 WHERE person = $1 AND id = $2";
    REMOVE = "DELETE FROM passkeys WHERE person = $1 AND id = $2";
    OPEN = "INSERT INTO ceremonies (id, purpose, person, state, ends_at) VALUES ($1, $2, $3, $4, $5)";
    TAKE = "DELETE FROM ceremonies WHERE id = $1 AND purpose = $2 AND COALESCE(person, '') = $3
        AND ends_at > $4 RETURNING state";
    SWEEP = "DELETE FROM ceremonies WHERE ends_at <= $1";
}

/// How long a person may take to use their passkey.
const CEREMONY_SECONDS: i64 = 300;

pub(crate) async fn list(tx: &Tx, person: PersonId) -> Result<Vec<Listed>, Error> {
    let listed = |row: &Row| {
        Ok(Listed {
            id: row.get("id")?,
            name: row.get("name")?,
            made_at: row.get("made_at")?,
            used_at: row.get("used_at")?,
        })
    };
    tx.query(&LIST, values![person]).await?.iter().map(listed).collect()
}

/// A person's passkeys with what proves them.
pub(crate) async fn kept(tx: &Tx, person: PersonId) -> Result<Vec<Kept>, Error> {
    tx.query(&KEPT, values![person]).await?.iter().map(from_row).collect()
}

/// The passkey that an authenticator says it used for a person.
pub(crate) async fn by_credential(
    tx: &Tx,
    person: PersonId,
    credential: &[u8],
) -> Result<Option<Kept>, Error> {
    let values = values![BASE64URL_NOPAD.encode(credential), person];
    tx.optional(&BY_CREDENTIAL, values).await?.as_ref().map(from_row).transpose()
}

/// Writes a new passkey; whether no account had it yet.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    kept: &Kept,
    name: &PasskeyName,
    now: Instant,
) -> Result<bool, Error> {
    let credential_id = BASE64URL_NOPAD.encode(kept.key.cred_id());
    let values = values![kept.person, kept.id, *name, credential_id, json(&kept.key)?, now];
    Ok(tx.execute(&INSERT, values).await? == 1)
}

/// Writes down that a passkey was used, with the count that it keeps.
pub(crate) async fn used(tx: &mut WriteTx, kept: &Kept, now: Instant) -> Result<(), Error> {
    tx.execute(&USED, values![kept.person, kept.id, json(&kept.key)?, now]).await?;
    Ok(())
}

pub(crate) async fn rename(
    tx: &mut WriteTx,
    person: PersonId,
    passkey: PasskeyId,
    name: &PasskeyName,
) -> Result<bool, Error> {
    Ok(tx.execute(&RENAME, values![person, passkey, *name]).await? == 1)
}

pub(crate) async fn remove(
    tx: &mut WriteTx,
    person: PersonId,
    passkey: PasskeyId,
) -> Result<bool, Error> {
    Ok(tx.execute(&REMOVE, values![person, passkey]).await? == 1)
}

/// Keeps what the server must remember until the authenticator answers, and removes what was
/// never answered.
pub(crate) async fn open<S: Serialize>(
    tx: &mut WriteTx,
    id: CeremonyId,
    (purpose, person): (Purpose, Option<PersonId>),
    state: &S,
    now: Instant,
) -> Result<(), Error> {
    tx.execute(&SWEEP, values![now]).await?;
    let ends_at = now.plus_seconds(CEREMONY_SECONDS);
    tx.execute(&OPEN, values![id, purpose, person, json(state)?, ends_at]).await?;
    Ok(())
}

/// Takes what was kept, once: an answer can't be played again.
pub(crate) async fn take<S: DeserializeOwned>(
    tx: &mut WriteTx,
    id: CeremonyId,
    (purpose, person): (Purpose, Option<PersonId>),
    now: Instant,
) -> Result<S, Error> {
    let person = person.map(|person| person.to_string()).unwrap_or_default();
    let row = tx.optional(&TAKE, values![id, purpose, person, now]).await?;
    let state: String = row.ok_or(Error::CeremonyEnded)?.get("state")?;
    read(&state)
}

fn from_row(row: &Row) -> Result<Kept, Error> {
    let key: Passkey = read(&row.get::<String>("credential")?)?;
    Ok(Kept { id: row.get("id")?, person: row.get("person")?, key })
}

fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    Ok(serde_json::to_string(value).map_err(store::Error::from)?)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    Ok(serde_json::from_str(text).map_err(store::Error::from)?)
}
