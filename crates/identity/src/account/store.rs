//! The tables `accounts` and `passwords`.

use base::{EmailAddress, Instant, Language, PersonId, Private};
use store::{Row, Tx, WriteTx, installation_statements, values};

use super::{Account, NewAccount, PersonName};
use crate::Error;

installation_statements! {
    INSERT = "INSERT INTO accounts (id, email, name, language, created_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (email) DO NOTHING";
    BY_ID = "SELECT id, email, name, language, created_at, closed_at FROM accounts WHERE id = $1";
    BY_EMAIL = "SELECT id, email, name, language, created_at, closed_at FROM accounts WHERE email = $1";
    CHANGE = "UPDATE accounts SET name = $2, language = $3 WHERE id = $1";
    MOVE = "UPDATE accounts SET email = $2 WHERE id = $1";
    CLOSE = "UPDATE accounts SET closed_at = $2 WHERE id = $1";
    NAMES = "SELECT id, name FROM accounts WHERE 1 = 1";
    PASSWORD = "SELECT kept FROM passwords WHERE person = $1";
    KEEP = "INSERT INTO passwords (person, kept, set_at) VALUES ($1, $2, $3)
        ON CONFLICT (person) DO UPDATE SET kept = excluded.kept, set_at = excluded.set_at";
}

/// How many names one query asks for.
const NAMES_AT_ONCE: usize = 50;

/// Writes a new account; whether the address was free.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    id: PersonId,
    new: &NewAccount,
    now: Instant,
) -> Result<bool, Error> {
    let values = values![id, new.email, new.name, new.language, now];
    Ok(tx.execute(&INSERT, values).await? == 1)
}

pub(crate) async fn by_id(tx: &Tx, id: PersonId) -> Result<Option<Account>, Error> {
    tx.optional(&BY_ID, values![id]).await?.as_ref().map(account).transpose()
}

pub(crate) async fn by_email(tx: &Tx, email: &EmailAddress) -> Result<Option<Account>, Error> {
    tx.optional(&BY_EMAIL, values![*email]).await?.as_ref().map(account).transpose()
}

pub(crate) async fn change(
    tx: &mut WriteTx,
    id: PersonId,
    name: &PersonName,
    language: Option<Language>,
) -> Result<(), Error> {
    tx.execute(&CHANGE, values![id, *name, language]).await?;
    Ok(())
}

/// Gives an account another address, when no other account has it.
pub(crate) async fn move_to(
    tx: &mut WriteTx,
    id: PersonId,
    email: &EmailAddress,
) -> Result<(), Error> {
    if by_email(tx, email).await?.is_some_and(|other| other.id != id) {
        return Err(Error::AddressTaken);
    }
    tx.execute(&MOVE, values![id, *email]).await?;
    Ok(())
}

pub(crate) async fn close(
    tx: &mut WriteTx,
    id: PersonId,
    at: Option<Instant>,
) -> Result<bool, Error> {
    Ok(tx.execute(&CLOSE, values![id, at]).await? == 1)
}

pub(crate) async fn names(
    tx: &Tx,
    people: &[PersonId],
) -> Result<Vec<(PersonId, Private<String>)>, Error> {
    let mut found = Vec::with_capacity(people.len());
    for some in people.chunks(NAMES_AT_ONCE) {
        for row in tx.query(NAMES.of_some("id", some), Vec::new()).await? {
            found.push((row.get("id")?, row.get("name")?));
        }
    }
    Ok(found)
}

/// What is kept of a person's password.
pub(crate) async fn password(tx: &Tx, person: PersonId) -> Result<Option<Private<String>>, Error> {
    let row = tx.optional(&PASSWORD, values![person]).await?;
    Ok(row.map(|row| row.get("kept")).transpose()?)
}

pub(crate) async fn keep_password(
    tx: &mut WriteTx,
    person: PersonId,
    kept: &Private<String>,
    now: Instant,
) -> Result<(), Error> {
    tx.execute(&KEEP, values![person, *kept, now]).await?;
    Ok(())
}

fn account(row: &Row) -> Result<Account, Error> {
    Ok(Account {
        id: row.get("id")?,
        email: row.get("email")?,
        name: row.get("name")?,
        language: row.get("language")?,
        created_at: row.get("created_at")?,
        closed_at: row.get("closed_at")?,
    })
}

/// The error for an account that is not there.
pub(crate) fn missing() -> Error {
    store::Error::Missing { what: "the account" }.into()
}
