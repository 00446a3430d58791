//! The table `links`.

use base::{EmailAddress, Instant, PersonId};
use store::{Tx, WriteTx, installation_statements, values};

use super::{Link, LinkId, Purpose, Use};
use crate::{Error, secret::SecretHash};

installation_statements! {
    INSERT = "INSERT INTO links (id, purpose, person, email, secret_hash, reusable, made_at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ARM = "UPDATE links SET secret_hash = $2 WHERE id = $1 AND used_at IS NULL AND ends_at > $3
        RETURNING purpose, person, email";
    FIND = "SELECT l.id, l.person, l.email, l.reusable
        FROM links l JOIN accounts a ON a.id = l.person
        WHERE l.secret_hash = $1 AND l.purpose = $2 AND l.used_at IS NULL AND l.ends_at > $3
        AND a.closed_at IS NULL";
    USE_UP = "UPDATE links SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    // One answer to a mail ends the other mails of its kind.
    USE_UP_ALL = "UPDATE links SET used_at = $3
        WHERE person = $1 AND purpose = $2 AND used_at IS NULL AND NOT reusable";
    LATEST = "SELECT MAX(made_at) AS made_at FROM links WHERE person = $1 AND purpose = $2";
    SWEEP = "DELETE FROM links WHERE ends_at <= $1";
}

/// How long links are kept after their end.
const KEPT_SECONDS: i64 = 30 * 86_400;

/// Writes a new link, with its secret's hash when it has one already.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    link: &Link,
    purpose: Purpose,
    hash: Option<&SecretHash>,
    (now, ends_at): (Instant, Instant),
) -> Result<(), Error> {
    tx.execute(&SWEEP, values![now.plus_seconds(-KEPT_SECONDS)]).await?;
    let reusable = link.uses == Use::Often;
    let hash = hash.map(SecretHash::as_str);
    let values = values![link.id, purpose, link.person, link.email, hash, reusable, now, ends_at];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// Gives a link the secret that its mail carries; what the mail is about. Nothing when the link
/// ended meanwhile.
pub(crate) async fn arm(
    tx: &mut WriteTx,
    id: LinkId,
    hash: &SecretHash,
    now: Instant,
) -> Result<Option<(Purpose, PersonId, Option<EmailAddress>)>, Error> {
    let Some(row) = tx.optional(&ARM, values![id, *hash, now]).await? else { return Ok(None) };
    Ok(Some((row.get("purpose")?, row.get("person")?, row.get("email")?)))
}

/// The link of this secret, when it is good for this and has not ended.
pub(crate) async fn find(
    tx: &Tx,
    hash: &SecretHash,
    purpose: Purpose,
    now: Instant,
) -> Result<Link, Error> {
    let row = tx.optional(&FIND, values![*hash, purpose, now]).await?.ok_or(Error::LinkEnded)?;
    let uses = if row.get("reusable")? { Use::Often } else { Use::Once };
    Ok(Link { id: row.get("id")?, person: row.get("person")?, email: row.get("email")?, uses })
}

/// Uses a link up, and with it the person's other links of its kind.
pub(crate) async fn use_up(
    tx: &mut WriteTx,
    link: &Link,
    purpose: Purpose,
    now: Instant,
) -> Result<(), Error> {
    if link.uses == Use::Often {
        return Ok(());
    }
    // Of two requests with one link, the second finds it used.
    if tx.execute(&USE_UP, values![link.id, now]).await? == 0 {
        return Err(Error::LinkEnded);
    }
    tx.execute(&USE_UP_ALL, values![link.person, purpose, now]).await?;
    Ok(())
}

/// When the person's last link of this kind was made.
pub(crate) async fn latest(
    tx: &Tx,
    person: PersonId,
    purpose: Purpose,
) -> Result<Option<Instant>, Error> {
    Ok(tx.one(&LATEST, values![person, purpose]).await?.get("made_at")?)
}
