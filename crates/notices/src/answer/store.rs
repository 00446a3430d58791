//! The tables `notice_links` and `notice_replies`.

use ::store::{Row, Tx, WriteTx, installation_statements, statements, values};
use base::{Instant, PersonId};
use identity::SecretHash;

use super::{Link, LinkId, Reply, Standing};
use crate::Error;

statements! {
    // Of the signed-in person.
    OPEN_LINKS = "SELECT COUNT(*) AS n FROM notice_links
        WHERE person = $1 AND ends_at > $2 AND used_at IS NULL";
    END_LINKS = "UPDATE notice_links SET ends_at = $2
        WHERE person = $1 AND ends_at > $2 AND used_at IS NULL";
    REPLIES = "SELECT r.partnership, r.id, r.person, r.answer, r.subject, r.fields, r.at, r.why,
            p.slug, p.name AS partnership_name
        FROM notice_replies r JOIN partnerships p ON p.id = r.partnership
        WHERE r.person = $1 AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = r.partnership AND g.person = $1)
        ORDER BY r.id DESC LIMIT 20";
    REPLY = "SELECT r.partnership, r.id, r.person, r.answer, r.subject, r.fields, r.at, r.why,
            p.slug, p.name AS partnership_name
        FROM notice_replies r JOIN partnerships p ON p.id = r.partnership
        WHERE r.person = $1 AND r.id = $2 AND EXISTS (
            SELECT 1 FROM grants g WHERE g.partnership = r.partnership AND g.person = $1)";
    CLEAR = "DELETE FROM notice_replies WHERE person = $1 AND id = $2";
}

installation_statements! {
    // Found by the secret in its address, before anybody knows who it is.
    INSERT = "INSERT INTO notice_links (partnership, id, person, answer, subject, secret_hash,
            made_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    FIND = "SELECT partnership, id, person, answer, subject, ends_at, used_at
        FROM notice_links WHERE secret_hash = $1";
    // Of two requests with one link, the second finds it used.
    USE = "UPDATE notice_links SET used_at = $3
        WHERE partnership = $1 AND id = $2 AND used_at IS NULL AND ends_at > $3";
    RELEASE = "UPDATE notice_links SET used_at = NULL WHERE partnership = $1 AND id = $2";
    // One reply for each link: who holds an old one can't fill the table with it.
    KEEP = "INSERT INTO notice_replies (partnership, id, person, answer, subject, fields, at, why)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (partnership, id) DO UPDATE
        SET fields = excluded.fields, at = excluded.at, why = excluded.why";
    DROP = "DELETE FROM notice_replies WHERE partnership = $1 AND id = $2";
    SWEEP_LINKS = "DELETE FROM notice_links WHERE ends_at < $1";
    SWEEP_REPLIES = "DELETE FROM notice_replies WHERE at < $1";
}

/// Writes a link that a mail is about to hold.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    link: &Link,
    hash: &SecretHash,
    (now, ends_at): (Instant, Instant),
) -> Result<(), Error> {
    let Link { id, partnership, person, answer, subject } = link;
    let values = values![*partnership, *id, *person, answer, subject, *hash, now, ends_at];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// The link of a secret, and whether it is still good; none when it never was one.
pub(super) async fn find(
    tx: &Tx,
    hash: &SecretHash,
    now: Instant,
) -> Result<Option<(Link, Standing)>, Error> {
    let Some(row) = tx.optional(&FIND, values![*hash]).await? else { return Ok(None) };
    let used = row.get::<Option<Instant>>("used_at")?.is_some();
    let ended = used || row.get::<Instant>("ends_at")? <= now;
    Ok(Some((link(&row)?, if ended { Standing::Ended } else { Standing::Open })))
}

/// Uses a link up; whether it was good until now.
pub(super) async fn use_up(tx: &mut WriteTx, link: &Link) -> Result<bool, Error> {
    let values = values![link.partnership, link.id, tx.now()];
    Ok(tx.execute(&USE, values).await? > 0)
}

/// Makes a link good again: what it was used for was refused.
pub(super) async fn release(tx: &mut WriteTx, link: &Link) -> Result<(), Error> {
    tx.execute(&RELEASE, values![link.partnership, link.id]).await?;
    Ok(())
}

/// Keeps what somebody wrote.
pub(super) async fn keep(
    tx: &mut WriteTx,
    link: &Link,
    fields: &[(String, String)],
    why: &str,
) -> Result<(), Error> {
    let fields: serde_json::Map<String, serde_json::Value> =
        fields.iter().map(|(name, text)| (name.clone(), text.clone().into())).collect();
    let fields = serde_json::Value::from(fields).to_string();
    let Link { id, partnership, person, answer, subject } = link;
    let values = values![*partnership, *id, *person, answer, subject, fields, tx.now(), why];
    tx.execute(&KEEP, values).await?;
    Ok(())
}

/// Forgets what was kept: it was taken, or its writer has it before them again.
pub(super) async fn forget(tx: &mut WriteTx, link: &Link) -> Result<(), Error> {
    tx.execute(&DROP, values![link.partnership, link.id]).await?;
    Ok(())
}

/// How many links in the signed-in person's mails are still good.
pub(crate) async fn open_links(tx: &Tx, now: Instant) -> Result<i64, Error> {
    Ok(tx.one(&OPEN_LINKS, values![now]).await?.get("n")?)
}

/// Ends all links in the signed-in person's mails.
pub(super) async fn end_links(tx: &mut WriteTx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(&END_LINKS, values![now]).await?;
    Ok(())
}

/// What is kept of the signed-in person's replies, the latest first.
pub(crate) async fn replies(tx: &Tx) -> Result<Vec<Reply>, Error> {
    tx.query(&REPLIES, values![]).await?.iter().map(reply).collect()
}

/// One kept reply of the signed-in person.
pub(super) async fn one_reply(tx: &Tx, id: LinkId) -> Result<Reply, Error> {
    let row = tx.optional(&REPLY, values![id]).await?.ok_or(Error::ReplyMissing)?;
    reply(&row)
}

/// Forgets a kept reply of the signed-in person; whether it was there.
pub(super) async fn clear(tx: &mut WriteTx, id: LinkId) -> Result<bool, Error> {
    Ok(tx.execute(&CLEAR, values![id]).await? > 0)
}

/// Forgets links that ended and replies that were kept before an instant.
pub(crate) async fn sweep(tx: &mut WriteTx, before: Instant) -> Result<(), Error> {
    tx.execute(&SWEEP_LINKS, values![before]).await?;
    tx.execute(&SWEEP_REPLIES, values![before]).await?;
    Ok(())
}

fn link(row: &Row) -> Result<Link, Error> {
    Ok(Link {
        partnership: row.get("partnership")?,
        id: row.get("id")?,
        person: row.get::<PersonId>("person")?,
        answer: row.get("answer")?,
        subject: row.get("subject")?,
    })
}

fn reply(row: &Row) -> Result<Reply, Error> {
    let fields: String = row.get("fields")?;
    let fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&fields).map_err(::store::Error::from)?;
    let text = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    Ok(Reply {
        link: link(row)?,
        fields: fields.into_iter().map(|(name, value)| (name, text(value))).collect(),
        at: row.get("at")?,
        why: row.get("why")?,
        slug: row.get("slug")?,
        partnership_name: row.get("partnership_name")?,
    })
}
