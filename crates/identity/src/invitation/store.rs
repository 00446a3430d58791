//! The table `invitations`.

use base::{Instant, OrganizationId, PersonId};
use store::{Row, Tx, WriteTx, installation_statements, statements, values};

use super::{InvitationId, Invite, MOST_AN_HOUR, OPEN_SECONDS, Open, Pending};
use crate::{Error, secret::SecretHash};

statements! {
    INSERT = "INSERT INTO invitations (partnership, id, email, name, organization, organization_name,
        role, note, language, invited_by, sent_at, ends_at, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open')";
    RESEND = "UPDATE invitations SET sent_at = $3, ends_at = $4
        WHERE partnership = $1 AND id = $2 AND state = 'open'";
    WITHDRAW = "UPDATE invitations SET state = 'withdrawn', answered_at = $3, secret_hash = NULL
        WHERE partnership = $1 AND id = $2 AND state = 'open'";
    WITHDRAW_SAME = "UPDATE invitations SET state = 'withdrawn', answered_at = $5, secret_hash = NULL
        WHERE partnership = $1 AND email = $2 AND organization = $3 AND role = $4 AND state = 'open'";
    WITHDRAW_ALL = "UPDATE invitations SET state = 'withdrawn', answered_at = $3, secret_hash = NULL
        WHERE partnership = $1 AND organization = $2 AND state = 'open'";
    PENDING = "SELECT id, email, organization, role, invited_by, sent_at, ends_at FROM invitations
        WHERE partnership = $1 AND state = 'open' ORDER BY sent_at DESC, id LIMIT 200";
    SENT_SINCE = "SELECT COUNT(*) AS n FROM invitations WHERE partnership = $1 AND sent_at > $2";
    ARM = "UPDATE invitations SET secret_hash = $3 WHERE partnership = $1 AND id = $2
        AND state = 'open' AND ends_at > $4
        RETURNING email, name, organization, organization_name, role, note, language";
    ANSWER = "UPDATE invitations SET state = $3, answered_by = $4, answered_at = $5, secret_hash = NULL
        WHERE partnership = $1 AND id = $2 AND state = 'open'";
}

installation_statements! {
    FIND = "SELECT i.id, i.partnership, i.email, i.name, i.organization, i.organization_name, i.role,
        i.note, i.language, i.invited_by, p.name AS partnership_name
        FROM invitations i JOIN partnerships p ON p.id = i.partnership
        WHERE i.secret_hash = $1 AND i.state = 'open' AND i.ends_at > $2";
}

/// Writes an invitation; an open one for the same role gives way to it.
pub(crate) async fn insert(
    tx: &mut WriteTx,
    id: InvitationId,
    invite: &Invite,
    invited_by: Option<PersonId>,
    now: Instant,
) -> Result<(), Error> {
    let Invite { email, name, organization, organization_name, role, note, language } = invite;
    let same = values![*email, *organization, *role, now];
    tx.execute(&WITHDRAW_SAME, same).await?;
    let ends_at = now.plus_seconds(OPEN_SECONDS);
    let values = values![
        id,
        *email,
        *name,
        *organization,
        *organization_name,
        *role,
        *note,
        *language,
        invited_by,
        now,
        ends_at
    ];
    tx.execute(&INSERT, values).await?;
    Ok(())
}

/// How long this partnership has to wait before it may send another mail; nothing when it may.
pub(crate) async fn wait_seconds(tx: &Tx, now: Instant) -> Result<Option<i64>, Error> {
    let since = now.plus_seconds(-3_600);
    let sent: i64 = tx.one(&SENT_SINCE, values![since]).await?.get("n")?;
    Ok((sent >= MOST_AN_HOUR).then_some(3_600))
}

/// Lets an open invitation wait anew for its answer; whether it was open.
pub(crate) async fn resend(
    tx: &mut WriteTx,
    id: InvitationId,
    now: Instant,
) -> Result<bool, Error> {
    let values = values![id, now, now.plus_seconds(OPEN_SECONDS)];
    Ok(tx.execute(&RESEND, values).await? == 1)
}

/// Takes an open invitation back; whether it was open.
pub(crate) async fn withdraw(
    tx: &mut WriteTx,
    id: InvitationId,
    now: Instant,
) -> Result<bool, Error> {
    Ok(tx.execute(&WITHDRAW, values![id, now]).await? == 1)
}

/// Takes every open invitation for an organization back.
pub(crate) async fn withdraw_all(
    tx: &mut WriteTx,
    organization: OrganizationId,
    now: Instant,
) -> Result<(), Error> {
    tx.execute(&WITHDRAW_ALL, values![organization, now]).await?;
    Ok(())
}

pub(crate) async fn pending(tx: &Tx) -> Result<Vec<Pending>, Error> {
    let pending = |row: &Row| {
        Ok(Pending {
            id: row.get("id")?,
            email: row.get("email")?,
            organization: row.get("organization")?,
            role: row.get("role")?,
            invited_by: row.get("invited_by")?,
            sent_at: row.get("sent_at")?,
            ends_at: row.get("ends_at")?,
        })
    };
    tx.query(&PENDING, Vec::new()).await?.iter().map(pending).collect()
}

/// Gives an invitation the secret that its mail carries; nothing when it ended meanwhile.
pub(crate) async fn arm(
    tx: &mut WriteTx,
    id: InvitationId,
    hash: &SecretHash,
    now: Instant,
) -> Result<Option<Invite>, Error> {
    tx.optional(&ARM, values![id, *hash, now]).await?.as_ref().map(invite).transpose()
}

/// The open invitation of this secret.
pub(crate) async fn find(tx: &Tx, hash: &SecretHash, now: Instant) -> Result<Open, Error> {
    let row = tx.optional(&FIND, values![*hash, now]).await?.ok_or(Error::LinkEnded)?;
    Ok(Open {
        id: row.get("id")?,
        partnership: row.get("partnership")?,
        partnership_name: row.get("partnership_name")?,
        invite: invite(&row)?,
        invited_by: row.get("invited_by")?,
    })
}

/// Writes the answer down; of two answers the second finds the invitation ended.
pub(crate) async fn answer(
    tx: &mut WriteTx,
    id: InvitationId,
    state: &'static str,
    person: Option<PersonId>,
    now: Instant,
) -> Result<(), Error> {
    let changed = tx.execute(&ANSWER, values![id, *state, person, now]).await?;
    if changed == 1 { Ok(()) } else { Err(Error::LinkEnded) }
}

fn invite(row: &Row) -> Result<Invite, Error> {
    Ok(Invite {
        email: row.get("email")?,
        name: row.get("name")?,
        organization: row.get("organization")?,
        organization_name: row.get("organization_name")?,
        role: row.get("role")?,
        note: row.get("note")?,
        language: row.get("language")?,
    })
}
