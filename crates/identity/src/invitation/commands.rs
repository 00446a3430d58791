//! Offering roles by mail, and answering.

use base::{Actor, OrganizationId, PersonId, Private, SessionId, SignedIn};
use store::{Cx, WriteTx, Written};

use super::{InvitationId, Invite, Open, store as table};
use crate::{
    Error, Secret, access,
    account::{self, NewAccount, PersonName},
    events::{AccountMade, InvitationAccepted, InvitationDeclined, PasswordSet},
    mail::{self, jobs::SendInvitation},
    password::Password,
    session::{self, Admitted, Proof, Visitor},
    settings::Settings,
};

/// Offers a role by mail, inside a partnership's transaction whose permission says who may; the
/// event is the caller's. An open invitation for the same role gives way to the new one.
///
/// # Errors
/// [`Error::TooManyTries`] when the partnership sent many mails within the hour.
pub async fn invite(cx: &Cx, tx: &mut WriteTx, invite: Invite) -> Result<InvitationId, Error> {
    may_send(cx, tx).await?;
    let id: InvitationId = cx.new_id();
    let by = cx.actor().person().map(|person| person.person);
    table::insert(tx, id, &invite, by, cx.now()).await?;
    tx.enqueue(&SendInvitation { invitation: id.to_string() }).await?;
    Ok(id)
}

/// Mails an open invitation again, with a new link; the former link ends.
///
/// # Errors
/// When it is not open; as [`invite`].
pub async fn resend(cx: &Cx, tx: &mut WriteTx, id: InvitationId) -> Result<(), Error> {
    may_send(cx, tx).await?;
    if !table::resend(tx, id, cx.now()).await? {
        return Err(Error::LinkEnded);
    }
    tx.enqueue(&SendInvitation { invitation: id.to_string() }).await?;
    Ok(())
}

/// Takes an open invitation back: its link ends.
///
/// # Errors
/// When it is not open.
pub async fn revoke(cx: &Cx, tx: &mut WriteTx, id: InvitationId) -> Result<(), Error> {
    if table::withdraw(tx, id, cx.now()).await? { Ok(()) } else { Err(Error::LinkEnded) }
}

/// Takes every open invitation for an organization back, as when it leaves.
///
/// # Errors
/// When the database fails.
pub async fn revoke_all(cx: &Cx, tx: &mut WriteTx, of: OrganizationId) -> Result<(), Error> {
    table::withdraw_all(tx, of, cx.now()).await
}

/// An invitation whose mail is about to be sent.
pub(crate) struct Sent {
    pub(crate) invite: Invite,
    pub(crate) partnership_name: String,
}

/// Gives an invitation the secret of its mail; nothing when it ended meanwhile. For the job, which
/// runs in the invitation's partnership.
pub(crate) async fn arm(cx: &Cx, id: InvitationId, secret: &Secret) -> Result<Option<Sent>, Error> {
    let mut tx = cx.write(access::SEND_INVITATIONS).await?;
    let Some(invite) = table::arm(&mut tx, id, &secret.hash(), cx.now()).await? else {
        return Ok(None);
    };
    let partnership_name = tx.place()?.name.clone();
    tx.commit(&crate::events::InvitationSent { invitation: id }).await?;
    Ok(Some(Sent { invite, partnership_name }))
}

/// Takes the role with the account that is signed in.
pub(crate) async fn accept(cx: &Cx, secret: &Secret) -> Result<Open, Error> {
    let mut tx = cx.write(access::ENTER).await?;
    let person = cx.person()?;
    let open = table::find(&tx, &secret.hash(), cx.now()).await?;
    let event = take(cx, &mut tx, &open, person).await?;
    tx.commit_all(vec![event]).await?;
    Ok(open)
}

/// Makes an account for the invited address, takes the role with it, and signs in.
pub(crate) async fn accept_anew(
    cx: &Cx,
    secret: &Secret,
    (name, password): (PersonName, Password),
    visitor: &Visitor,
) -> Result<(Open, Admitted), Error> {
    let open = super::queries::look(cx, secret).await?;
    let email = open.invite.email.clone();
    account::commands::check(&password, email.as_str(), name.as_str())?;
    let kept = Settings::of(cx)?.hashing.keep(password, cx.secret()).await?;

    let person = cx.new_id();
    let new = NewAccount { email, name: name.clone(), language: Some(cx.language()) };
    let mut tx = cx.write(access::ENTER).await?;
    if !account::store::insert(&mut tx, person, &new, cx.now()).await? {
        return Err(Error::AddressTaken);
    }
    account::store::keep_password(&mut tx, person, &kept, cx.now()).await?;
    let (admitted, began) =
        session::commands::begin(cx, &mut tx, person, Proof::Link, visitor).await?;
    // Two changes: the account belongs into the installation's record, the role into the
    // partnership's. In between the person has an account and still holds the link.
    let session = began.session;
    let events = vec![
        Written::new(&AccountMade { person })?,
        Written::new(&PasswordSet { person })?,
        Written::new(&began)?,
    ];
    tx.commit_all(events).await?;
    let cx = as_newcomer(cx, person, &name, session);
    let open = accept(&cx, secret).await?;
    Ok((open, admitted))
}

/// The context of the person who has an account since just now.
fn as_newcomer(cx: &Cx, person: PersonId, name: &PersonName, session: SessionId) -> Cx {
    let actor = Actor::Person(SignedIn {
        person,
        name: Private::new(name.to_string()),
        language: Some(cx.language()),
        session: Some(session),
        authenticated_at: cx.now(),
        strong: false,
        scopes: None,
        partnership: None,
    });
    Cx::new(cx.store().clone(), actor, cx.now()).speaking(cx.language())
}

/// Says no. Nobody needs an account for that.
pub(crate) async fn decline(cx: &Cx, secret: &Secret) -> Result<(), Error> {
    let mut tx = cx.write(access::ENTER).await?;
    let open = table::find(&tx, &secret.hash(), cx.now()).await?;
    let person = cx.actor().person().map(|person| person.person);
    tx.enter(open.partnership).await?;
    table::answer(&mut tx, open.id, "declined", person, cx.now()).await?;
    let Invite { organization, role, .. } = open.invite;
    let event = InvitationDeclined { invitation: open.id, person, organization, role };
    Ok(tx.commit(&event).await?)
}

/// Grants the role in the invitation's partnership; what the record says of it.
async fn take(cx: &Cx, tx: &mut WriteTx, open: &Open, person: PersonId) -> Result<Written, Error> {
    tx.enter(open.partnership).await?;
    table::answer(tx, open.id, "accepted", Some(person), cx.now()).await?;
    let Invite { organization, role, .. } = open.invite;
    tx.grant(person, organization, role).await?;
    if let Some(by) = open.invited_by {
        let link = format!("/p/{}", tx.place()?.slug);
        let args = [("partnership", open.partnership_name.clone())];
        mail::tell(tx, by, "identity-mail-invitation-accepted", &args, &link).await?;
    }
    let event =
        InvitationAccepted { invitation: open.id, person: Some(person), organization, role };
    Ok(Written::new(&event)?)
}

async fn may_send(cx: &Cx, tx: &mut WriteTx) -> Result<(), Error> {
    match table::wait_seconds(tx, cx.now()).await? {
        Some(wait_seconds) => Err(Error::TooManyTries { wait_seconds }),
        None => Ok(()),
    }
}
