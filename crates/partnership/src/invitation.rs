//! Inviting people by mail; `identity` keeps the invitations and their links.

use std::sync::Arc;

use base::{EmailAddress, Language, Line, OrganizationId, PersonId, Prose, Role};
use identity::{InvitationId, Pending};
use store::{Cx, Place};

use crate::{Directory, Error, People, access, directory, organization, role::commands::authority};

pub(crate) mod api;
mod events;
pub(crate) mod pages;

use events::{InvitationResent, InvitationRevoked, PersonInvited};

/// Somebody to be invited.
#[derive(Debug)]
pub struct InvitePerson {
    /// Where the mail goes.
    pub email: EmailAddress,
    /// What they are called, as far as the one who invites knows.
    pub name: Option<Line<100>>,
    /// For which organization.
    pub organization: OrganizationId,
    /// What they would be.
    pub role: Role,
    /// What the mail says besides.
    pub note: Option<Prose<1000>>,
    /// The language of the mail.
    pub language: Language,
}

/// Invites somebody by mail to take a role.
///
/// # Errors
/// When the one who acts has no authority over the role, the organization is no member, or too
/// many mails were sent within the hour.
pub async fn invite(cx: &Cx, command: InvitePerson) -> Result<InvitationId, Error> {
    let mut tx = cx.write(access::INVITE).await?;
    let InvitePerson { email, name, organization, role, note, language } = command;
    authority(&tx.place()?.standing, organization).over(role)?;
    let member = organization::store::load(&tx, organization).await?;
    member.membership.is_open()?;
    let organization_name = member.organization.entry.name.as_str();
    let invite = identity::Invite {
        email,
        name,
        organization,
        organization_name: organization_name.parse().map_err(|_long: base::TextError| {
            ::store::Error::fault("an organization's name is longer than a mail takes")
        })?,
        role,
        note,
        language,
    };
    let invitation = identity::invite(cx, &mut tx, invite).await?;
    tx.commit(&PersonInvited { invitation, organization, role }).await?;
    Ok(invitation)
}

/// Sends the mail of an open invitation again.
///
/// # Errors
/// When it is not open here, or the one who acts has no authority over the role.
pub(crate) async fn resend(cx: &Cx, id: InvitationId) -> Result<(), Error> {
    let mut tx = cx.write(access::INVITE).await?;
    let Pending { organization, role, .. } = open(&mut tx, id).await?;
    authority(&tx.place()?.standing, organization).over(role)?;
    identity::resend_invitation(cx, &mut tx, id).await?;
    Ok(tx.commit(&InvitationResent { invitation: id, organization, role }).await?)
}

/// Takes an open invitation back.
///
/// # Errors
/// When it is not open here, or the one who acts has no authority over the role.
pub(crate) async fn revoke(cx: &Cx, id: InvitationId) -> Result<(), Error> {
    let mut tx = cx.write(access::INVITE).await?;
    let Pending { organization, role, .. } = open(&mut tx, id).await?;
    authority(&tx.place()?.standing, organization).over(role)?;
    identity::revoke_invitation(cx, &mut tx, id).await?;
    Ok(tx.commit(&InvitationRevoked { invitation: id, organization, role }).await?)
}

async fn open(tx: &mut ::store::Tx, id: InvitationId) -> Result<Pending, Error> {
    let all = identity::pending_invitations(tx).await?;
    let found = all.into_iter().find(|pending| pending.id == id);
    found.ok_or_else(|| ::store::Error::Missing { what: "the invitation" }.into())
}

/// The invitations that wait, as far as the reader may take them back.
pub(crate) struct Invitations {
    pub place: Arc<Place>,
    pub pending: Vec<Pending>,
    pub directory: Directory,
    pub people: People,
}

/// The invitations that wait for an answer: all for a coordinator, those of their own
/// organizations for a lead.
pub(crate) async fn pending(cx: &Cx) -> Result<Invitations, Error> {
    let tx = cx.read(access::INVITATIONS).await?;
    let place = tx.place()?;
    let mut pending = identity::pending_invitations(&tx).await?;
    pending.retain(|it| authority(&place.standing, it.organization).over(it.role).is_ok());
    let directory = directory::directory(&tx).await?;
    let by: Vec<PersonId> = pending.iter().filter_map(|it| it.invited_by).collect();
    let people = directory::people(&tx, &by).await?;
    Ok(Invitations { place, pending, directory, people })
}
