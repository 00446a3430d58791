//! The table `tokens`.

use base::{Instant, Language, PartnershipId, PersonId, Private};
use store::{Row, Tx, WriteTx, installation_statements, values};

use super::{Listed, NewToken, TokenId, USED_SECONDS};
use crate::{Error, Secret, secret::SecretHash};

installation_statements! {
    FIND = "SELECT t.person, t.id, t.scopes, t.partnership, t.made_at, t.used_at, t.ends_at,
        a.name, a.language
        FROM tokens t JOIN accounts a ON a.id = t.person
        WHERE t.secret_hash = $1 AND a.closed_at IS NULL";
    USED = "UPDATE tokens SET used_at = $3 WHERE person = $1 AND id = $2
        AND (used_at IS NULL OR used_at <= $4)";
    INSERT = "INSERT INTO tokens (person, id, name, secret_hash, scopes, partnership, made_at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    LIST = "SELECT id, name, scopes, partnership, made_at, used_at, ends_at FROM tokens
        WHERE person = $1 ORDER BY made_at DESC, id";
    // The partnerships in which the person has a role: a token may be bound to one of them.
    PARTNERSHIPS = "SELECT DISTINCT p.id, p.name FROM grants g JOIN partnerships p ON p.id = g.partnership
        WHERE g.person = $1 ORDER BY p.name, p.id";
    REVOKE = "DELETE FROM tokens WHERE person = $1 AND id = $2";
    REVOKE_ALL = "DELETE FROM tokens WHERE person = $1";
}

/// A token with its person, found by its secret.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) person: PersonId,
    pub(crate) id: TokenId,
    pub(crate) scopes: Vec<String>,
    pub(crate) partnership: Option<PartnershipId>,
    pub(crate) made_at: Instant,
    pub(crate) used_at: Option<Instant>,
    pub(crate) ends_at: Option<Instant>,
    pub(crate) name: Private<String>,
    pub(crate) language: Option<Language>,
}

pub(crate) async fn find(tx: &Tx, hash: &SecretHash) -> Result<Option<Found>, Error> {
    let found = |row: &Row| {
        Ok(Found {
            person: row.get("person")?,
            id: row.get("id")?,
            scopes: scopes(row)?,
            partnership: row.get("partnership")?,
            made_at: row.get("made_at")?,
            used_at: row.get("used_at")?,
            ends_at: row.get("ends_at")?,
            name: row.get("name")?,
            language: row.get("language")?,
        })
    };
    tx.optional(&FIND, values![*hash]).await?.as_ref().map(found).transpose()
}

/// Writes down that the token was used, unless another request just did.
pub(crate) async fn used(
    tx: &mut WriteTx,
    person: PersonId,
    token: TokenId,
    now: Instant,
) -> Result<(), Error> {
    let values = values![person, token, now, now.plus_seconds(-USED_SECONDS)];
    tx.execute(&USED, values).await?;
    Ok(())
}

pub(crate) async fn insert(
    tx: &mut WriteTx,
    (person, id): (PersonId, TokenId),
    new: &NewToken,
    secret: &Secret,
    now: Instant,
) -> Result<(), Error> {
    let scopes: Vec<String> = new.scopes.iter().map(ToString::to_string).collect();
    let scopes = scopes.join(" ");
    let values =
        values![person, id, new.name, secret.hash(), scopes, new.partnership, now, new.ends_at];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

pub(crate) async fn list(tx: &Tx, person: PersonId) -> Result<Vec<Listed>, Error> {
    let listed = |row: &Row| {
        Ok(Listed {
            id: row.get("id")?,
            name: row.get("name")?,
            scopes: scopes(row)?,
            partnership: row.get("partnership")?,
            made_at: row.get("made_at")?,
            used_at: row.get("used_at")?,
            ends_at: row.get("ends_at")?,
        })
    };
    tx.query(&LIST, values![person]).await?.iter().map(listed).collect()
}

/// The person's partnerships, as identifier and name.
pub(crate) async fn partnerships(
    tx: &Tx,
    person: PersonId,
) -> Result<Vec<(String, String)>, Error> {
    let pair = |row: &Row| Ok((row.get("id")?, row.get("name")?));
    tx.query(&PARTNERSHIPS, values![person]).await?.iter().map(pair).collect()
}

pub(crate) async fn revoke(
    tx: &mut WriteTx,
    person: PersonId,
    token: TokenId,
) -> Result<bool, Error> {
    Ok(tx.execute(&REVOKE, values![person, token]).await? == 1)
}

pub(crate) async fn revoke_all(tx: &mut WriteTx, person: PersonId) -> Result<(), Error> {
    tx.execute(&REVOKE_ALL, values![person]).await?;
    Ok(())
}

fn scopes(row: &Row) -> Result<Vec<String>, Error> {
    let scopes: String = row.get("scopes")?;
    Ok(scopes.split(' ').map(str::to_owned).collect())
}
